package org.salus.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.salus.framework.Appraisal;
import org.salus.framework.Failure;
import org.salus.framework.Term;
import org.salus.framework.Wording;

/** The files of checks: that they are enough, whole, and of one piece with the computations. */
class ChecksTest {
    private static final Path FILES = Path.of("src/main/resources/org/salus/appraisal/checks");
    private static final List<Check> ALL = Checks.shipped().list();

    @Test
    void every_check_speaks_french_with_the_same_answers_and_the_same_rule() {
        Checks french = Checks.shipped(Locale.FRENCH);
        assertThat(french.edition()).isEqualTo(Checks.shipped().edition());
        assertThat(french.list()).hasSameSizeAs(Checks.shipped().list());
        for (Check check : Checks.shipped().list()) {
            Check said = french.get(check.id());
            assertThat(said.computed()).isEqualTo(check.computed());
            assertThat(said.sources()).isEqualTo(check.sources());
            assertThat(said.answers().keySet()).isEqualTo(check.answers().keySet());
            assertThat(List.of(said.asks(), said.why(), said.fix()))
                    .as(check.id())
                    .noneMatch(text -> text.isBlank() || text.contains("'") || text.contains(" ?"))
                    .doesNotContain(check.asks(), check.why(), check.fix());
            assertThat(said.answers().values())
                    .as(check.id())
                    .noneMatch(text -> text.isBlank() || text.contains("'"))
                    .doesNotContainAnyElementsOf(check.answers().values());
        }
        assertThat(Checks.shipped(Locale.GERMAN).get("C1.1").asks())
                .as("no texts in that language")
                .isEqualTo(Checks.shipped().get("C1.1").asks());
    }

    @Test
    void each_consideration_and_recommendation_has_its_checks_numbered_in_their_order() {
        for (Term group : Checks.groups()) {
            List<Check> own = ALL.stream()
                    .filter(check -> check.group().equals(group.code()))
                    .toList();
            assertThat(own).as(group.code()).hasSizeGreaterThanOrEqualTo(5);
            for (int i = 0; i < own.size(); i++) {
                assertThat(own.get(i).id()).isEqualTo(group.code() + "." + (i + 1));
            }
        }
        assertThat(Checks.shipped().list(false)).hasSizeGreaterThanOrEqualTo(45);
        assertThat(Checks.shipped().list(true)).hasSizeGreaterThanOrEqualTo(35);
    }

    @Test
    void a_first_appraisal_asks_people_at_most_fifteen_answers() {
        assertThat(Checks.shipped().list(false).stream().filter(Check::isAsked)).hasSizeBetween(1, 15);
    }

    @Test
    void each_says_what_it_asks_why_where_that_can_be_read_and_when_it_is_answered_how() {
        for (Check check : ALL) {
            assertThat(check.asks()).as(check.id()).endsWith("?").hasSizeLessThan(200);
            assertThat(check.why()).as(check.id()).hasSizeGreaterThan(30);
            assertThat(check.edition()).as(check.id()).matches("\\d{4}-\\d{2}(-\\d+)?");
            assertThat(check.fix()).as(check.id()).isNotBlank();
            assertThat(check.sources()).as(check.id()).isNotEmpty();
            check.sources().forEach(source -> {
                assertThat(source.author()).as(check.id()).isNotBlank();
                assertThat(source.title()).as(check.id()).isNotBlank();
                assertThat(source.year()).as(check.id()).isBetween(1900, 2026);
            });
            assertThat(check.answers())
                    .as(check.id())
                    .containsKeys(Appraisal.CONSIDERED, Appraisal.NOT_ENOUGH_INFORMATION);
            check.computed().ifPresent(computation -> assertThat(computation).isEqualTo(check.name()));
            assertThat(check.isAsked() || check.isComputed()).as(check.id()).isTrue();
            if (check.isAsked()) {
                assertThat(check.answers()).as(check.id()).containsOnlyKeys(Appraisal.values());
            }
        }
        assertThat(ALL.stream().map(Check::asks)).doesNotHaveDuplicates();
        assertThat(ALL.stream().map(Check::why)).doesNotHaveDuplicates();
    }

    @Test
    void every_computed_check_has_its_computation_and_every_computation_its_check() {
        assertThat(ALL.stream().flatMap(check -> check.computed().stream()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(AppraisalAnalysis.COMPUTATIONS.keySet());
    }

    @Test
    void every_file_is_listed_and_named_after_its_check() throws IOException {
        try (Stream<Path> files = Files.walk(FILES)) {
            Set<String> there = files.filter(Files::isRegularFile)
                    .map(file -> FILES.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toSet());
            Set<String> listed = ALL.stream()
                    .map(check -> check.group() + "/" + check.name() + ".yaml")
                    .collect(Collectors.toSet());
            assertThat(there).contains("index.yaml");
            there.remove("index.yaml");
            assertThat(there).isEqualTo(listed);
        }
    }

    @Test
    void the_list_in_the_documentation_is_that_of_the_files() throws IOException {
        String list = Files.readString(Path.of("docs/appraisal.md"));
        for (Check check : ALL) {
            assertThat(list).contains("| " + check.id() + " | " + check.asks() + " |");
        }
    }

    @Test
    void a_check_that_is_not_there_is_said_so_with_what_there_is() {
        assertThatThrownBy(() -> Checks.shipped().get("C9.9")).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
            assertThat(failure.say(Wording.in(Locale.ENGLISH))).contains("C9.9");
        });
        assertThat(Checks.shipped().get("c2.1").name()).isEqualTo("owners");
    }
}
