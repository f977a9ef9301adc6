package org.salus.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AidTextTest {
    private static final AidWords WORDS = AidWords.shipped();

    private static AidText read(String text) {
        return AidText.read(text, WORDS);
    }

    private static List<Set<String>> meanings(String text) {
        return read(text).parts().stream().map(AidText.Part::meanings).toList();
    }

    @Test
    void a_text_is_read_part_by_part() {
        assertThat(meanings("drug trafficking and organised crime; courts"))
                .containsExactly(
                        Set.of("subject.narcotics"),
                        Set.of("subject.crime"),
                        Set.of("subject.justice", "who.civilians"));
    }

    @Test
    void the_longest_phrase_hides_shorter_ones() {
        assertThat(meanings("humanitarian demining")).containsExactly(Set.of("subject.demining"));
        assertThat(meanings("humanitarian law")).containsExactly(Set.of("subject.humanitarian-law"));
        assertThat(meanings("non-lethal")).containsExactly(Set.of("kit.non-lethal"));
        assertThat(meanings("law enforcement")).containsExactly(Set.of("subject.policing", "who.police"));
    }

    @Test
    void capitals_accents_hyphens_apostrophes_and_underscores_do_not_count() {
        assertThat(meanings("Soldiers’ Families")).isEqualTo(meanings("soldiers families"));
        assertThat(meanings("PROVIDER_MILITARY")).isEqualTo(meanings("provider military"));
        assertThat(meanings("anti–personnel mines")).isEqualTo(meanings("anti-personnel mines"));
        assertThat(meanings("sol\u00addiers")).isEqualTo(meanings("soldiers"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyzzy", "военные", "support for xyzzy", "no xyzzy", "unknown devices"})
    void what_has_no_known_word_is_not_understood(String text) {
        assertThat(read(text).parts()).noneMatch(AidText.Part::isUnderstood).isNotEmpty();
        assertThat(read(text).isSilent()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "?", "unspecified", "not known", "n/a", "unknown; unspecified"})
    void a_text_may_say_nothing(String text) {
        assertThat(read(text).isSilent()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "possibly soldiers",
                "civilians, perhaps soldiers",
                "not soldiers",
                "no soldiers",
                "police without soldiers"
            })
    void what_is_doubted_or_denied_is_not_asserted(String text) {
        assertThat(read(text).parts())
                .filteredOn(part -> part.meanings().contains("who.soldiers"))
                .allMatch(AidText.Part::isDoubtful)
                .isNotEmpty();
    }

    @Test
    void what_comes_later_is_left_out_and_the_rest_stands() {
        assertThat(meanings("soldiers (police planned the next year)")).containsExactly(Set.of("who.soldiers"));
        assertThat(meanings("soldiers later")).isEmpty();
        assertThat(read("soldiers later").isSilent()).isFalse();
    }

    @Test
    void a_text_of_great_length_is_not_read() {
        String text = "civilians ".repeat(AidText.LONGEST);
        assertThat(read(text).parts()).hasSize(1).noneMatch(AidText.Part::isUnderstood);
    }
}
