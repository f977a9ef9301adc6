package org.salus.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private static List<String> found(List<String> rules, String text) {
        Phrases<String> phrases = new Phrases<>();
        rules.forEach(rule -> phrases.at(rule, () -> rule));
        return phrases.find(new Words(text, Integer.MAX_VALUE)).stream()
                .flatMap(hit -> hit.values().stream())
                .toList();
    }

    @Test
    void accents_and_capitals_do_not_matter() {
        assertThat(found(List.of("démobilisation"), "DEMOBILISATION, De\u0301mobilisation, démobilisation"))
                .hasSize(3);
        assertThat(found(List.of("straße", "œuvre", "søster"), "STRASSE Oeuvre soster"))
                .hasSize(3);
    }

    @Test
    void words_match_as_a_whole() {
        assertThat(found(List.of("arms", "mine"), "farms, charms, armset, determine, miner"))
                .isEmpty();
    }

    @Test
    void an_asterisk_stands_for_any_ending() {
        assertThat(found(List.of("demobili*"), "demobilised demobilization demobili demob"))
                .hasSize(3);
    }

    @Test
    void the_longest_phrase_hides_shorter_ones_inside_it() {
        assertThat(found(List.of("security", "food security", "food"), "food security; security"))
                .containsExactly("food security", "security");
    }

    @Test
    void a_word_known_as_itself_and_by_its_stem_is_both() {
        assertThat(found(List.of("police", "polic*"), "police")).containsExactlyInAnyOrder("police", "polic*");
    }

    @Test
    void hyphens_and_apostrophes_separate_words() {
        assertThat(found(List.of("ex-combatant*", "armée"), "Ex combatants; l'armée, l’armée"))
                .hasSize(3);
    }

    @Test
    void phrases_do_not_reach_across_the_end_of_a_thought() {
        assertThat(found(List.of("food security"), "We give food. Security is another matter; food; security"))
                .isEmpty();
    }

    @Test
    void what_was_found_is_shown_as_it_was_written() {
        Words words = new Words("La  Démobilisation\n des ex-combattants", 100);
        assertThat(words.original(1, 5)).isEqualTo("Démobilisation des ex-combattants");
    }
}
