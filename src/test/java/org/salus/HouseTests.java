package org.salus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salus.framework.Wording;
import org.springframework.modulith.core.ApplicationModules;

/** The walls of the house. Beside each rule stands a deliberate violation, which proves that the rule would notice. */
class HouseTests {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path RESOURCES = Path.of("src/main/resources/org/salus");
    private static final Path VIOLATIONS = Path.of("src/test/java/org/salus/violations");
    private static final long LARGEST_FILE_BYTES = 1_500_000;

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.salus");
    private static final HouseRules RULES = new HouseRules("org.salus");

    /** A small house in which one rule is broken on purpose. */
    private record BrokenHouse(HouseRules rules, JavaClasses classes) {
        static BrokenHouse of(String name) {
            String root = "org.salus.violations." + name;
            return new BrokenHouse(new HouseRules(root), new ClassFileImporter().importPackages(root));
        }

        List<String> brokenBy(ArchRule rule) {
            return rule.evaluate(classes).getFailureReport().getDetails();
        }
    }

    @Nested
    class Rooms {
        @Test
        void know_only_rooms_below_them() {
            RULES.roomsAreKnownAndPointDownward().check(HOUSE);
        }

        @Test
        @DisplayName("awake: a framework that knows the portal is reported")
        void upward_is_noticed() {
            BrokenHouse broken = BrokenHouse.of("upward");
            assertThat(broken.brokenBy(broken.rules().roomsAreKnownAndPointDownward()))
                    .containsExactly(
                            "org.salus.violations.upward.framework.LooksUp (framework) knows org.salus.violations.upward.portal.Page above it");
        }

        @Tag("slow")
        @Test
        void are_entered_through_their_doors() {
            assertThat(HouseRules.forcedDoors(ApplicationModules.of("org.salus")))
                    .isEmpty();
        }

        @Test
        @DisplayName("awake: taking a type out of another room's drawer is reported")
        void a_forced_drawer_is_noticed() {
            var modules = ApplicationModules.of("org.salus.violations.knocking", new ImportOption.OnlyIncludeTests());
            assertThat(HouseRules.forcedDoors(modules))
                    .isNotEmpty()
                    .allSatisfy(
                            message -> assertThat(message)
                                    .startsWith(
                                            "Module 'portal' depends on non-exposed type org.salus.violations.knocking.evidence.web.Upload within module 'evidence'"));
        }

        @Test
        void are_named_by_business_words() {
            RULES.roomsAreBusinessWords().check(HOUSE);
        }

        @Test
        @DisplayName("awake: a room named util is reported, and as unknown too")
        void a_nameless_room_is_noticed() {
            BrokenHouse broken = BrokenHouse.of("named");
            assertThat(broken.brokenBy(broken.rules().roomsAreBusinessWords()))
                    .isNotEmpty()
                    .allSatisfy(message -> assertThat(message).contains("violations.named.util"));
            assertThat(broken.brokenBy(broken.rules().roomsAreKnownAndPointDownward()))
                    .contains("util is not a room of this house");
        }

        @Test
        void keep_enough_to_themselves() {
            assertThat(RULES.enoughIsClosed(HOUSE, 0.4, 60)).isEmpty();
        }

        @Test
        @DisplayName("awake: a house with too many open types is reported")
        void open_types_are_noticed() {
            BrokenHouse broken = BrokenHouse.of("open");
            assertThat(broken.rules().enoughIsClosed(broken.classes(), 0.4, 1)).isEmpty();
            assertThat(broken.rules().enoughIsClosed(broken.classes(), 0.41, 1))
                    .contains("2 of 5 types are not public");
        }

        @Test
        void say_that_they_are_free_of_null() {
            assertThat(HouseTexts.unmarkedPackages(SOURCES)).isEmpty();
        }

        @Test
        @DisplayName("awake: a package without @NullMarked is reported")
        void an_unmarked_package_is_noticed() {
            assertThat(HouseTexts.unmarkedPackages(VIOLATIONS))
                    .containsExactly(VIOLATIONS.resolve("unmarked/portfolio"));
        }
    }

    @Nested
    class Thinking {
        @Test
        void of_the_framework_leans_on_nothing() {
            RULES.frameworkLeansOnNothing().check(HOUSE);
        }

        @Test
        @DisplayName("awake: a framework that uses a library is reported")
        void a_leaning_framework_is_noticed() {
            BrokenHouse broken = BrokenHouse.of("outside");
            assertThat(broken.brokenBy(broken.rules().frameworkLeansOnNothing()))
                    .isNotEmpty()
                    .allSatisfy(message -> assertThat(message).contains("com.tngtech.archunit.core.domain.JavaClass"));
        }

        @Test
        void touches_neither_clock_nor_file_nor_container() {
            RULES.thinkingTouchesNothing().check(HOUSE);
        }

        @Test
        @DisplayName("awake: a clock and a file in the portfolio are reported, a file in its drawer is not")
        void a_clock_is_noticed() {
            BrokenHouse broken = BrokenHouse.of("clock");
            assertThat(broken.brokenBy(broken.rules().thinkingTouchesNothing()))
                    .hasSize(2)
                    .anySatisfy(message -> assertThat(message).contains("LocalDate.now"))
                    .anySatisfy(message -> assertThat(message).contains("Files.readString"))
                    .noneSatisfy(message -> assertThat(message).contains("AllowedFile"));
        }

        @Test
        @DisplayName("awake: a Spring component in the context is reported")
        void a_container_is_noticed() {
            BrokenHouse broken = BrokenHouse.of("spring");
            assertThat(broken.brokenBy(broken.rules().thinkingTouchesNothing()))
                    .singleElement()
                    .asString()
                    .contains("Wired", "org.springframework.stereotype.Component");
        }

        @Test
        void never_counts_money_in_floating_numbers() {
            RULES.moneyNeverFloats().check(HOUSE);
        }

        @Test
        @DisplayName("awake: an amount in double and money in float are reported, a share is not")
        void floating_money_is_noticed() {
            BrokenHouse broken = BrokenHouse.of("floating");
            assertThat(broken.brokenBy(broken.rules().moneyNeverFloats()))
                    .containsExactlyInAnyOrder(
                            "org.salus.violations.floating.portfolio.Floating.amount",
                            "org.salus.violations.floating.portfolio.Floating.inDollars(moneyInEuros)");
        }
    }

    @Nested
    class Tools {
        @Test
        void do_not_write_code_behind_the_reader() {
            for (Path source : allSources()) {
                assertThat(HouseTexts.importsTheHouseDoesWithout(HouseTexts.textOf(source)))
                        .as(source.toString())
                        .isEmpty();
            }
        }

        @Test
        @DisplayName("awake: imports of Lombok, Spring Data and a mocking library are reported")
        void such_tools_are_noticed() {
            String source = "package org.salus;\n" + "import lombok." + "Data;\nimport org.springframework.data."
                    + "Repository;\n" + "import static org.mockito." + "Mockito.mock;\nimport java.util.List;\n";
            assertThat(HouseTexts.importsTheHouseDoesWithout(source))
                    .containsExactly("lombok.Data", "org.springframework.data.Repository", "org.mockito.Mockito.mock");
        }

        @Test
        void databases_are_used_by_the_stores_only() {
            RULES.databasesStayInTheStores().check(HOUSE);
        }

        @Test
        @DisplayName("awake: a portfolio that asks a database is reported")
        void a_stray_question_is_noticed() {
            BrokenHouse broken = BrokenHouse.of("stray");
            assertThat(broken.brokenBy(broken.rules().databasesStayInTheStores()))
                    .isNotEmpty()
                    .allSatisfy(message -> assertThat(message).contains("SqlReader", "java.sql."));
        }

        @Test
        void readers_of_xml_are_made_in_one_place_of_a_room() {
            assertThat(RULES.scatteredXmlReaders(HOUSE)).isEmpty();
        }

        @Test
        @DisplayName(
                "awake: a second maker of XML readers in a room, and one in a room that should not read any, are reported")
        void a_second_maker_is_noticed() {
            BrokenHouse broken = BrokenHouse.of("xml");
            assertThat(broken.rules().scatteredXmlReaders(broken.classes()))
                    .containsExactly(
                            "evidence: org.salus.violations.xml.evidence.AnotherReader, org.salus.violations.xml.evidence.FirstReader",
                            "portfolio: org.salus.violations.xml.portfolio.SecondReader");
        }

        @Test
        void the_terminal_is_used_by_the_command_line_only() {
            RULES.onlyDrawersTalkToTheTerminal().check(HOUSE);
        }

        @Test
        @DisplayName("awake: System.out outside a drawer is reported")
        void talking_is_noticed() {
            BrokenHouse broken = BrokenHouse.of("talking");
            assertThat(broken.brokenBy(broken.rules().onlyDrawersTalkToTheTerminal()))
                    .singleElement()
                    .asString()
                    .contains("Talks.speak", "System.out");
        }
    }

    @Nested
    class Words {
        @Test
        void of_templates_come_from_the_wording() {
            for (Path template : HouseTexts.filesBelow(TEMPLATES, ".jte")) {
                assertThat(HouseTexts.ownWords(HouseTexts.textOf(template)))
                        .as(template.toString())
                        .isEmpty();
            }
        }

        @Test
        @DisplayName("awake: words in a template are reported, code and markup are not")
        void own_words_are_noticed() {
            String template = """
                    @import org.salus.portal.Page
                    @param Page page
                    <%-- a remark --%>
                    @if(page.has("something"))
                    <p class="lead" title="A hint">${page.say("portal.title")} Hello there</p>
                    @endif
                    @template.layout(title = page.say("x.y"), content = @`<b>Bold words</b> ${page.name("in code")}`)
                    <script src="/a.js">const inside = 1;</script>
                    <td>&nbsp;%</td>
                    """;
            assertThat(HouseTexts.ownWords(template)).containsExactly("A hint", "Hello there", "Bold words");
        }

        @Test
        void that_are_spoken_exist() {
            List<String> missing = new ArrayList<>();
            for (Path source : Stream.of(
                            HouseTexts.filesBelow(SOURCES, ".java"), HouseTexts.filesBelow(TEMPLATES, ".jte"))
                    .flatMap(List::stream)
                    .toList()) {
                for (String key : HouseTexts.spokenKeys(HouseTexts.textOf(source))) {
                    if (!isKnown(key)) {
                        missing.add(source.getFileName() + ": " + key);
                    }
                }
            }
            assertThat(missing).isEmpty();
        }

        @Test
        @DisplayName("awake: an unknown key is reported")
        void an_unknown_key_is_noticed() {
            String source =
                    "Sentence.of(\n   \"frame.cli.nobody-wrote-this\", 1); words.say(\"nowhere.at-all\"); say(\"frame.part.\" + code)";
            assertThat(HouseTexts.spokenKeys(source))
                    .containsExactly("frame.cli.nobody-wrote-this", "nowhere.at-all")
                    .noneMatch(HouseTests::isKnown);
            assertThat(isKnown("frame.cli.error")).isTrue();
        }

        @Test
        void are_patterns_that_can_be_filled() throws IOException {
            for (Path bundle : HouseTexts.filesBelow(RESOURCES, ".properties")) {
                if (!bundle.getFileName().toString().startsWith("wording")) {
                    continue;
                }
                Map<String, String> wording = read(bundle);
                wording.forEach(
                        (key, pattern) -> assertThat(new MessageFormat(pattern, Locale.ENGLISH).format(new Object[0]))
                                .as(bundle + ": " + key)
                                .isNotNull());
                assertThat(HouseTexts.loneApostrophes(wording))
                        .as(bundle.toString())
                        .isEmpty();
                assertThat(HouseTexts.choosingTwice(wording))
                        .as("a number can choose the words of one place only: " + bundle)
                        .isEmpty();
            }
        }

        @Test
        @DisplayName("awake: a number that chooses the words of two places is reported")
        void choosing_twice_is_noticed() {
            String one = "{0,choice,1#One answer stands|1<{0} answers stand} beside {1,choice,1#one|1<{1} others}";
            assertThat(HouseTexts.choosingTwice(
                            Map.of("bad", "{0,choice,1#One|1<{0}} in {0,choice,1#it|1<them}", "good", one)))
                    .containsExactly("bad");
        }

        @Test
        @DisplayName("awake: an apostrophe that would swallow a place is reported")
        void a_lone_apostrophe_is_noticed() {
            assertThat(HouseTexts.loneApostrophes(
                            Map.of("bad", "The file's {0}", "good", "The file''s {0}", "quoted", "a '{'brace'}'")))
                    .containsExactly("bad");
        }
    }

    @Nested
    class Repository {
        @Test
        void links_lead_somewhere() {
            for (Path text : Stream.concat(
                            HouseTexts.filesBelow(Path.of("docs"), ".md").stream(),
                            Stream.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")
                                    .map(Path::of))
                    .toList()) {
                assertThat(HouseTexts.brokenLinks(text)).isEmpty();
            }
        }

        @Test
        @DisplayName("awake: a link to nothing is reported")
        void a_broken_link_is_noticed() {
            assertThat(HouseTexts.brokenLinks(Path.of("src/test/resources/org/salus/violations/broken-link.md")))
                    .containsExactly("broken-link.md → nowhere.md", "broken-link.md → missing.png");
        }

        @Tag("slow")
        @Test
        void names_no_registry_and_no_machine() {
            Map<String, String> found = new TreeMap<>();
            for (Path file : trackedFiles()) {
                if (!file.getFileName().toString().matches(".*\\.(png|jpg|zip|gz|xz|woff2?|ttf|otf|xlsx|docx|pdf)")) {
                    HouseTexts.namesThatDoNotBelong(HouseTexts.textOf(file))
                            .forEach((line, text) -> found.put(file + ":" + line, text));
                }
            }
            assertThat(found).isEmpty();
        }

        @Test
        @DisplayName("awake: a registry host and a place of one machine are reported")
        void such_names_are_noticed() {
            String text =
                    "fine\nhttps://registry.npm" + "js.org/x\nopen(\"/ho" + "me/somebody/x\")\n\"$home/pom.xml\"\n";
            assertThat(HouseTexts.namesThatDoNotBelong(text)).containsOnlyKeys(2, 3);
        }

        @Test
        void holds_no_large_file() {
            assertThat(tooLarge(trackedFiles())).isEmpty();
        }

        @Test
        @DisplayName("awake: a large file is reported")
        void a_large_file_is_noticed(@org.junit.jupiter.api.io.TempDir Path folder) throws IOException {
            Path large = Files.write(folder.resolve("large"), new byte[(int) LARGEST_FILE_BYTES + 1]);
            Path small = Files.write(folder.resolve("small"), new byte[10]);
            assertThat(tooLarge(List.of(large, small))).containsExactly(large);
        }
    }

    private static List<Path> allSources() {
        return HouseTexts.filesBelow(Path.of("src"), ".java");
    }

    private static List<Path> tooLarge(List<Path> files) {
        return files.stream()
                .filter(file -> file.toFile().length() > LARGEST_FILE_BYTES)
                .toList();
    }

    private static boolean isKnown(String key) {
        try {
            return Wording.english().knows(key);
        } catch (MissingResourceException noSuchRoom) {
            return false;
        }
    }

    private static Map<String, String> read(Path bundle) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(Files.newInputStream(bundle), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, value) -> texts.put((String) key, (String) value));
        return texts;
    }

    private static List<Path> trackedFiles() {
        try {
            Process git = new ProcessBuilder("git", "ls-files", "-z").start();
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assumeTrue(
                    git.waitFor(30, TimeUnit.SECONDS) && git.exitValue() == 0,
                    "not a git checkout: which files belong to the project is unknown");
            return Stream.of(answer.split("\0", -1))
                    .filter(name -> !name.isEmpty())
                    .map(Path::of)
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException noGit) {
            assumeTrue(false, "git is not installed: which files belong to the project is unknown");
            return List.of();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
