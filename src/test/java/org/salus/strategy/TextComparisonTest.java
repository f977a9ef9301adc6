package org.salus.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.salus.documents.PlainText;

/** Two texts line by line. */
class TextComparisonTest {
    private static PlainText text(String... lines) {
        return new PlainText(List.of(lines));
    }

    @Test
    void the_same_text_has_no_changes() {
        PlainText text = text("Title", "# One", "a", "b");
        assertThat(TextComparison.of(text, text).isSame()).isTrue();
    }

    @Test
    void a_changed_line_is_one_removed_and_one_added_in_its_section() {
        assertThat(TextComparison.of(text("# One", "a", "b", "c"), text("# One", "a", "B", "c"))
                        .changes())
                .containsExactly(new TextChange("One", false, "b"), new TextChange("One", true, "B"));
    }

    @Test
    void a_line_that_moved_to_another_section_is_told_in_both() {
        assertThat(TextComparison.of(text("# One", "a", "# Two", "b"), text("# One", "# Two", "a", "b"))
                        .changes())
                .containsExactly(new TextChange("One", false, "a"), new TextChange("Two", true, "a"));
    }

    @Test
    void what_stands_before_the_first_section_can_be_left_out() {
        TextComparison changes = TextComparison.of(text("1 May", "# One", "a"), text("2 May", "# One", "a"));
        assertThat(changes.isSame()).isFalse();
        assertThat(changes.ofSections().isSame()).isTrue();
    }

    @Test
    void thousands_of_lines_that_all_differ_are_told_without_anybody_waiting() {
        List<String> before = new ArrayList<>(List.of("# One"));
        List<String> after = new ArrayList<>(List.of("# One"));
        for (int i = 0; i < 5_000; i++) {
            before.add("before " + i);
            after.add("after " + i);
        }
        assertThat(TextComparison.of(new PlainText(before), new PlainText(after))
                        .changes())
                .hasSize(10_000);
    }
}
