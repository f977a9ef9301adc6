package org.salus.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A table as readers want it. */
class TableTest {
    private static final List<Column> COLUMNS =
            List.of(Column.text("who", "Who"), Column.text("note", "Note"), Column.text("why", "Why"));

    private static List<String> keys(Table table) {
        return table.columns().stream().map(Column::key).toList();
    }

    @Test
    void a_column_in_which_no_row_says_anything_is_left_out_and_a_reason_for_nothing_is_something() {
        Table table = new Table(
                "Caption",
                COLUMNS,
                List.of(
                        List.of(Cell.text("A"), Cell.text(""), Cell.blank("not said yet")),
                        List.of(Cell.text("B"), Cell.blank(""), Cell.text(""))),
                Optional.of(List.of(Cell.text("All"), Cell.text("a sum"), Cell.text(""))));
        assertThat(keys(table.filled())).containsExactly("who", "why");
        assertThat(table.filled().footer().orElseThrow()).hasSize(2);
        assertThat(table.filled().caption()).isEqualTo("Caption");
    }

    @Test
    void the_first_column_stays_and_so_does_a_table_without_rows() {
        Table empty = new Table("Caption", COLUMNS, List.of());
        assertThat(empty.filled()).isEqualTo(empty);
        Table silent = new Table("Caption", COLUMNS, List.of(List.of(Cell.text(""), Cell.text(""), Cell.text(""))));
        assertThat(keys(silent.filled())).containsExactly("who");
    }
}
