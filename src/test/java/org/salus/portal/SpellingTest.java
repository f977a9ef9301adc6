package org.salus.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names are the same name in any case, with or without accents, in Cyrillic, Greek or Latin letters. */
class SpellingTest {
    @ParameterizedTest
    @CsvSource({
        "Côte d’Ivoire, cote d ivoire",
        "ØSTERGÅRD, ostergard",
        "Міністерство оборони, ministerstvo oboroni",
        "Ελληνική Αστυνομία, elliniki astynomia",
        "Straße 5, strasse 5",
    })
    void words_are_compared_without_case_accents_and_script(String written, String compared) {
        assertThat(Spelling.folded(written)).isEqualTo(compared);
    }

    @ParameterizedTest
    @CsvSource({
        "polcie, police, true",
        "parlament, parliament, true",
        "gendarmery, gendarmerie, true",
        "courts, counts, true",
        "army, arms, false",
        "police, policing, false",
        "ministry, minister, true",
        "ministry, military, false",
    })
    void long_words_may_be_a_letter_or_two_off(String typed, String known, boolean isNear) {
        assertThat(Spelling.isNear(typed, known)).isEqualTo(isNear);
    }

    @Test
    void what_somebody_types_is_its_first_words_each_once() {
        assertThat(Spelling.words("  Police, POLICE & courts ")).isEqualTo(List.of("police", "courts"));
        assertThat(Spelling.words("  …  ")).isEmpty();
        assertThat(Spelling.words("")).isEmpty();
        assertThat(Spelling.words("a1 b2 c3 d4 e5 f6 g7 h8 i9 k10 l11 m12 n13")).hasSize(12);
        assertThat(Spelling.words("x".repeat(100_000)))
                .hasSize(1)
                .first()
                .asString()
                .hasSize(400);
    }
}
