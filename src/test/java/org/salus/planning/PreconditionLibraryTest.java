package org.salus.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The library of preconditions says the same in each language that the program speaks. */
class PreconditionLibraryTest {
    private final PreconditionLibrary english = PreconditionLibrary.shipped();
    private final PreconditionLibrary french = PreconditionLibrary.shipped(Locale.FRENCH);

    @Test
    void every_entry_has_french_words_and_stays_the_same_rule() {
        assertThat(french.edition()).isEqualTo(english.edition());
        assertThat(french.rules()).hasSameSizeAs(english.rules());
        for (int i = 0; i < english.rules().size(); i++) {
            PreconditionRule rule = english.rules().get(i);
            PreconditionRule said = french.rules().get(i);
            assertThat(said.name()).as(rule.code()).isNotBlank().isNotEqualTo(rule.name());
            assertThat(said.why()).as(rule.code()).isNotBlank().isNotEqualTo(rule.why());
            assertThat(said.name() + said.why())
                    .as("French marks in " + rule.code())
                    .doesNotContain("'", " ;", " ?");
            assertThat(said.saying(rule.name(), rule.why())).isEqualTo(rule);
        }
    }

    @Test
    void a_language_without_words_for_it_has_the_english_ones() {
        assertThat(PreconditionLibrary.shipped(Locale.GERMAN)).isSameAs(english);
    }
}
