package org.salus.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write for a choice is read whatever their language and whoever reads it. */
class VocabularyTest {
    private static final Vocabulary<ReformArea> AREAS = Vocabulary.of(List.of(ReformArea.values()));

    @Test
    void a_choice_is_known_by_its_code_and_by_its_name_in_every_language() {
        for (ReformArea area : ReformArea.values()) {
            assertThat(AREAS.find(area.code())).contains(area);
            Wording.offered()
                    .forEach(language -> assertThat(
                                    AREAS.find(Wording.in(language).say(area.label())))
                            .as("%s in %s", area, language)
                            .contains(area));
        }
    }

    @ParameterizedTest
    @CsvSource({"Oui, RECORDED", "x, RECORDED", "non, RECORDED_AS_ABSENT", "No, RECORDED_AS_ABSENT", "?, NOT_RECORDED"})
    void whether_something_is_so_is_said_in_every_language(String word, Recorded meaning) {
        assertThat(Vocabulary.recorded().find(word)).contains(meaning);
    }

    @Test
    void a_word_with_two_meanings_is_never_taken_for_one_of_them() {
        Vocabulary<Integer> words = new Vocabulary<Integer>().add("piste", 1).add("route", 2);
        assertThat(words.find("Piste")).contains(1);
        assertThat(words.add("piste", 2).find("piste")).isEmpty();
        assertThat(words.find("sentier")).isEmpty();
    }

    @Test
    void blanks_hyphens_and_the_shape_of_an_apostrophe_do_not_tell_words_apart() {
        assertThat(Vocabulary.folded(" Chef  de l’État-major\u00a0")).isEqualTo("chef de l'état major");
    }

    @Test
    void what_is_written_wrongly_has_a_nearest_word() {
        Vocabulary<Integer> numbers = new Vocabulary<Integer>()
                .add("one", 1)
                .add("three", 3)
                .add("both", 1)
                .add("both", 3);
        assertThat(numbers.nearest("thre")).contains(3);
        assertThat(numbers.nearest("  ONES ")).contains(1);
        assertThat(numbers.nearest("x".repeat(1_000_000))).isPresent();
        assertThat(new Vocabulary<Integer>().nearest("one")).isEmpty();
    }
}
