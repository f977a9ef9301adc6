package org.salus.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ElementTest {
    private static String read(String written) {
        Element element = new Element("title", 1, new String[0]);
        element.textBuffer().append(written);
        return element.text();
    }

    @Test
    void blanks_of_any_kind_become_one_space_and_none_at_the_ends() {
        assertThat(read("a b")).isEqualTo("a b");
        assertThat(read("\n  a\t\u00a0 b \n")).isEqualTo("a b");
        assertThat(read("a\u00a0b")).isEqualTo("a b");
        assertThat(read(" \n ")).isEmpty();
        assertThat(read("")).isEmpty();
    }

    @Test
    void every_text_comes_out_as_the_rule_says() {
        Random random = new Random(7);
        for (int text = 0; text < 5_000; text++) {
            StringBuilder written = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                written.append("ab  \n\u00a0é".charAt(random.nextInt(7)));
            }
            assertThat(read(written.toString()))
                    .isEqualTo(
                            written.toString().replaceAll("[\\s\u00a0]+", " ").strip());
        }
    }

    @Test
    void text_that_arrives_in_pieces_is_read_whole() {
        Element element = new Element("title", 1, new String[0]);
        element.textBuffer().append("a ");
        assertThat(element.text()).isEqualTo("a");
        element.textBuffer().append(" b");
        assertThat(element.text()).isEqualTo("a b");
    }
}
