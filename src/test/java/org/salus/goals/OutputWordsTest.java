package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of what is handed over, found in titles. */
class OutputWordsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "600 officers trained in human rights, trained",
        "TRAINED officers, TRAINED",
        "Two Training  held, ",
        "training held in the north, training held",
        "Number of participants who stay, Number of participants",
        "Officers are retrained, ",
        "Officers are trained2, ",
        "trainedé, ",
        "(trained), trained",
        "Courts apply the law alike, ",
    })
    void a_word_or_phrase_counts_at_the_borders_of_words_whatever_its_case(String title, String found) {
        assertThat(OutputWords.SHIPPED.find(title).orElse(null)).isEqualTo(found);
    }

    @Test
    void letters_of_other_alphabets_are_letters_too() {
        OutputWords words = new OutputWords(List.of("équipés", "обучены"));

        assertThat(words.find("Agents ÉQUIPÉS et formés")).contains("ÉQUIPÉS");
        assertThat(words.find("Милиционеры обучены")).contains("обучены");
        assertThat(words.find("переобучены")).isEmpty();
        assertThat(words.find("")).isEmpty();
    }

    @Test
    void of_several_the_first_in_the_text_is_told() {
        OutputWords words = new OutputWords(List.of("held", "workshops held", "workshops"));

        assertThat(words.find("Two workshops held")).contains("workshops held");
        assertThat(words.find("Held: two workshops")).contains("Held");
    }
}
