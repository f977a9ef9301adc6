package org.salus.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.framework.Failure;
import org.salus.ledger.Item;
import org.salus.ledger.ItemJson;
import org.salus.ledger.View;

/** The strategy in French: all that the program says, and what people typed as they typed it. */
class FrenchStrategyTest {
    private static final Path ROOMS = Path.of("src/main/resources/org/salus");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");

    /** What sections and the document around them say; other words of the room stand on pages. */
    private static final List<String> OF_DOCUMENTS = List.of(
            "document.",
            "summary.",
            "context.",
            "sector.",
            "governance.",
            "goals.",
            "support.",
            "plan.",
            "risks.",
            "ownership.",
            "standards.",
            "monitoring.",
            "logframe.",
            "donors.",
            "sources.",
            "data.",
            "definitions.");

    @TempDir
    Path folder;

    private Orvelia orvelia;

    @BeforeEach
    void found() throws IOException {
        orvelia = new Orvelia(folder);
    }

    @AfterEach
    void close() {
        orvelia.close();
    }

    private List<String> lines(Locale language) {
        return orvelia.strategies
                .now(orvelia.workspace, orvelia.ana, Readership.MEMBERS, language)
                .plain()
                .lines();
    }

    private static Map<String, String> words(Path file) throws IOException {
        Properties words = new Properties();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            words.load(text);
        }
        return words.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, words::getProperty));
    }

    @Test
    void headings_sentences_dates_and_figures_are_french() {
        assertThat(String.join("\n", lines(Locale.FRENCH)))
                .contains("# Résumé", "# Contexte et prémisse", "# Cadre logique", "1 mars 2026")
                .contains("La carte compte", "3 buts et 7 objectifs", "Forces armées", "Ministère de la justice")
                .containsPattern("2[ \\u00a0\\u202f]400[ \\u00a0\\u202f]000")
                .contains("People of the river towns go to market without paying at road blocks")
                .doesNotContain("[strategy.", "March 2026", "The map holds", "Not enough information");
    }

    @Test
    void what_is_said_alike_in_both_languages_was_typed_by_people() {
        View view = orvelia.workspace.view(orvelia.ana);
        String typed = view.ids().stream()
                .map(id -> view.find(id).map(ItemJson::value).orElseThrow().toString())
                .collect(Collectors.joining("\n"));
        Set<String> english = new HashSet<>(lines(Locale.ENGLISH));
        List<String> untranslated = lines(Locale.FRENCH).stream()
                .filter(english::contains)
                .filter(line -> Stream.of(
                                line.replaceFirst("^(# |Figure \\d+\\. )", "").split("\\|", -1))
                        .map(String::strip)
                        .anyMatch(part -> part.matches(".*\\p{L}{2}.*")
                                && !typed.contains(part.replace("\"", "\\\""))
                                && !Set.of("Sources", "Orvelia").contains(part)))
                .toList();
        assertThat(untranslated).isEmpty();
    }

    @Test
    void french_words_have_the_arguments_of_the_english_ones_and_none_is_left_of_a_word_that_went() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> rooms = Files.list(ROOMS)) {
            for (Path room : rooms.toList()) {
                Path french = room.resolve("wording_fr.properties");
                if (Files.exists(french)) {
                    Map<String, String> english = words(room.resolve("wording.properties"));
                    words(french).forEach((key, text) -> {
                        boolean isOwn = key.startsWith("asks.");
                        if (!isOwn
                                && !arguments(text)
                                        .equals(arguments(english.getOrDefault(key, "none of that name {9}")))) {
                            wrong.add(room.getFileName() + "." + key);
                        }
                        // Braces that are meant as such stand between apostrophes; two of them are one that is said.
                        if (text.replaceAll("'[{}]+'|''", "").contains("'")) {
                            wrong.add(room.getFileName() + "." + key + ": an apostrophe that ends nothing");
                        }
                    });
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    @Test
    void all_that_a_document_says_has_a_french_word() throws IOException {
        Set<String> missing = new HashSet<>(
                words(ROOMS.resolve("strategy/wording.properties")).keySet());
        missing.removeAll(words(ROOMS.resolve("strategy/wording_fr.properties")).keySet());
        missing.removeIf(key -> OF_DOCUMENTS.stream().noneMatch(key::startsWith));
        assertThat(missing).isEmpty();
    }

    @Test
    void an_edition_is_drawn_in_its_language_and_composed_again_in_it() {
        TypedStrategy typed = new TypedStrategy(Map.of("title", "Première édition", "language", "fr"));
        Item<Edition> item = typed.draft(
                orvelia.strategies.now(orvelia.workspace, orvelia.ana, Readership.MEMBERS, typed.language()));
        orvelia.put(orvelia.ana, item);
        Edition drawn = orvelia.edition(item.id()).value();
        assertThat(drawn.language()).isEqualTo("fr");
        assertThat(orvelia.fresh().of(orvelia.workspace, orvelia.ana, drawn).digest())
                .isEqualTo(drawn.digest())
                .isNotEqualTo(orvelia.now(orvelia.ana, Readership.MEMBERS).digest());
        assertThatThrownBy(() -> Languages.of("de")).isInstanceOf(Failure.class).hasMessageContaining("en, fr");
    }

    @Test
    void a_text_belongs_to_the_language_it_was_written_in() {
        TypedStrategy typed = new TypedStrategy(Map.of("text", "Nos propres mots.", "for", "full", "language", "fr"));
        orvelia.put(
                orvelia.ana,
                typed.text(orvelia.strategies
                        .now(orvelia.workspace, orvelia.ana, Readership.MEMBERS, typed.language())
                        .section(Section.GOALS)));
        assertThat(lines(Locale.FRENCH)).contains("Nos propres mots.");
        assertThat(lines(Locale.ENGLISH))
                .doesNotContain("Nos propres mots.")
                .anyMatch(line -> line.startsWith("The plan is"));
    }
}
