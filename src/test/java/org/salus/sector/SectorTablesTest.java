package org.salus.sector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.salus.documents.Cell;
import org.salus.documents.Table;
import org.salus.framework.Pillar;
import org.salus.framework.Wording;
import org.salus.ledger.Item;

/** The tables of a map: what is recorded, and that nothing is where nothing is. */
class SectorTablesTest {
    private final Sketch sketch = new Sketch()
            .actor("Corps", ActorType.OTHER_PROVIDER)
            .actor("Guard", ActorType.BORDER_GUARD, Power.USE_FORCE)
            .actor("Assembly", ActorType.PARLIAMENT)
            .actor("Court", ActorType.COURT)
            .actor("Watch", ActorType.RIGHTS_GROUP)
            .tie("Guard", TieType.PART_OF, "Corps")
            .law("Assembly", TieType.OVERSEES, "Corps")
            .absent("Court", TieType.ADJUDICATES, "Guard")
            .practice("Guard", TieType.REPORTS_TO, "Assembly");

    private SectorTables tables(Part part) {
        return new SectorTables(sketch.day(), part, Wording.english(), item -> Optional.empty());
    }

    private static String words(Cell cell) {
        return switch (cell.content()) {
            case Cell.Content.Words words -> words.text();
            case Cell.Content.Blank blank -> "(" + blank.reason() + ")";
            case Cell.Content.Quantity number -> number.value().toPlainString();
            case Cell.Content.Day day -> day.date().toString();
        };
    }

    private static List<List<String>> rows(Table table) {
        return table.rows().stream()
                .map(row -> row.stream().map(SectorTablesTest::words).toList())
                .toList();
    }

    @Test
    void a_matrix_says_what_is_done_on_which_basis_and_through_what() {
        assertThat(rows(tables(Part.everything()).matrix()))
                .containsExactly(
                        List.of(
                                "Assembly",
                                "Legislative",
                                "oversees, through Corps (by law); gets reports from (in practice)"),
                        List.of("Court", "Judicial", "judges (recorded as absent)"),
                        List.of("Watch", "Civil society", "(None recorded yet)"));
    }

    @Test
    void a_part_nobody_chose_can_be_read_however_large_the_map_is() {
        Sketch large = new Sketch();
        for (int i = 0; i < 40; i++) {
            large.actor("Watch " + i, ActorType.RIGHTS_GROUP);
        }
        large.actor("Army", ActorType.ARMY, Power.USE_FORCE)
                .actor("Guard", ActorType.BORDER_GUARD, Power.USE_FORCE)
                .actor("Prison", ActorType.BORDER_GUARD, Power.DETAIN);
        for (int i = 0; i < 40; i++) {
            large.tie("Watch " + i, TieType.OVERSEES, "Army");
        }
        for (int i = 0; i < 9; i++) {
            large.tie("Watch " + i, TieType.OVERSEES, "Guard");
        }
        large.tie("Watch 0", TieType.OVERSEES, "Prison");
        Part part = Part.readable(large.day());
        assertThat(part.around())
                .as("the army is overseen by more than can be drawn, the prison by less than the guard")
                .isEqualTo(new Part.Around.OneActor(Sketch.id("Guard")));
        assertThat(part.actors(large.day())).hasSize(10);
        assertThat(Part.everything().actors(large.day())).as("a choice").hasSize(43);
    }

    @Test
    void where_nobody_has_ties_yet_the_part_is_a_pillar() {
        Sketch rows = new Sketch();
        for (int i = 0; i < 10; i++) {
            rows.actor("Guard " + i, ActorType.BORDER_GUARD, Power.USE_FORCE)
                    .actor("Watch " + i, ActorType.RIGHTS_GROUP);
        }
        assertThat(Part.readable(rows.day()).around()).isEqualTo(new Part.Around.OnePillar(Pillar.PROVIDERS));
    }

    @Test
    void every_view_shows_the_same_selection() {
        Part part = Part.around(Sketch.id("Guard")).withTypes(Set.of(TieType.ADJUDICATES));
        assertThat(rows(tables(part).tieTable()))
                .singleElement()
                .satisfies(row -> assertThat(row).startsWith("Court", "judges", "Guard"));
        assertThat(tables(part).actors()).extracting(Present::name).containsExactly("Guard", "Court");
        assertThat(rows(tables(part.withAbsences(false)).tieTable())).isEmpty();
        assertThat(rows(tables(part.withBases(Set.of())).tieTable())).isEmpty();
    }

    @Test
    void what_nobody_recorded_is_said_to_be_so_and_is_no_empty_cell() {
        List<String> row = rows(tables(Part.everything()).tieTable()).stream()
                .filter(cells -> cells.contains("oversees"))
                .findFirst()
                .orElseThrow();
        assertThat(row).containsSubsequence("Recorded", "(None recorded yet)");
    }

    @Test
    void the_order_of_items_changes_nothing() {
        List<List<String>> before = rows(tables(Part.everything()).tieTable());
        List<Item<Tie>> turned = new ArrayList<>(sketch.ties.reversed());
        sketch.ties.clear();
        sketch.ties.addAll(turned);
        assertThat(rows(tables(Part.everything()).tieTable())).isEqualTo(before);
    }

    @Test
    void a_list_of_questions_is_never_headed_by_the_name_of_a_finding() {
        for (String rule : OversightAnalysis.rules()) {
            String heading = "sector.questions.group." + rule;
            assertThat(Wording.english().knows(heading)).as(heading).isTrue();
        }
        assertThat(rows(SectorTables.questions(sketch.answer(), sketch.day(), Wording.english())))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.getFirst()).endsWith("?").doesNotContain("absent"));
    }
}
