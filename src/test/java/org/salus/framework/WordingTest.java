package org.salus.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordingTest {
    private final Wording wording = Wording.english();

    @Test
    void thousands_are_set_apart_by_a_thin_space_also_where_a_number_chooses_the_words() {
        assertThat(wording.say("portal.home.activities", 1)).isEqualTo("1 activity");
        assertThat(wording.say("portal.home.activities", 1217)).isEqualTo("1\u202f217 activities");
        assertThat(wording.say("portal.rows.of", 12345, 1)).isEqualTo("12\u202f345 rows of 1 activity");
    }

    @Test
    void a_language_without_words_of_its_own_speaks_english() {
        assertThat(Wording.in(Locale.FRENCH).say("portal.home.activities", 2)).isEqualTo("2 activities");
    }

    @Test
    void a_missing_pattern_is_shown_as_its_key() {
        assertThat(wording.say("portal.nowhere-to-be-found")).isEqualTo("[portal.nowhere-to-be-found]");
    }
}
