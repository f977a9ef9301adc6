package org.salus.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.salus.documents.Cell;
import org.salus.documents.Chart;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.framework.Failure;
import org.salus.framework.Wording;

/** Steps, loads and money of a roadmap as tables and charts. */
class RoadmapTablesTest {
    private static final Wording WORDING = Wording.english();

    private static RoadmapTables tables(Roadmap roadmap) {
        return new RoadmapTables(roadmap, WORDING);
    }

    private static List<String> words(List<Cell> row) {
        return row.stream().map(Cell::words).toList();
    }

    private static List<String> heads(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    private static BigDecimal sum(List<Cell> cells) {
        return cells.stream()
                .map(Cell::content)
                .map(content -> content instanceof Cell.Content.Quantity number ? number.value() : BigDecimal.ZERO)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void the_steps_say_what_is_known_and_that_the_rest_is_not_said() {
        Table table = tables(Roadmaps.three()).steps();
        assertThat(words(table.rows().get(0)))
                .containsExactly(
                        "Pass the police law",
                        "2027-01-16",
                        "2027-09-30",
                        "258",
                        "Police serve people",
                        "Parliament",
                        "Norway",
                        "120000.50",
                        "yes",
                        "",
                        "");
        assertThat(words(table.rows().get(2)))
                .containsExactly(
                        "Train officers",
                        "2028-03-01",
                        "2028-12-31",
                        "306",
                        "not said",
                        "Ministry of the Interior",
                        "not said",
                        "not said",
                        "",
                        "",
                        "Pass the police law; Vet officers");
    }

    @Test
    void milestones_are_told_in_the_order_of_their_days() {
        assertThat(tables(Roadmaps.three()).milestones().rows().stream()
                        .map(row -> row.get(2).words()))
                .containsExactly("Pass the police law", "Vet officers", "Train officers");
    }

    @Test
    void a_load_is_the_most_steps_of_one_day_and_not_all_of_a_span() {
        Roadmap roadmap = Roadmaps.of(
                Roadmaps.bar("a", "2027-01-01", "2027-03-31", "Police", "", ""),
                Roadmaps.bar("b", "2027-04-01", "2027-09-30", "Police", "", ""),
                Roadmaps.bar("c", "2027-09-30", "2027-12-31", "Police", "", ""),
                Roadmaps.bar("d", "2027-07-01", "2027-07-01", "Courts", "", ""));
        Table load = tables(roadmap).load(Every.QUARTER);
        assertThat(heads(load)).startsWith("Institution", "Q1 2027", "Q2 2027").endsWith("Q4 2028", "Most at once");
        assertThat(words(load.rows().get(0)))
                .as("b ends on the day c begins; a and b never meet")
                .containsExactly("Police", "1", "1", "2", "1", "0", "0", "0", "0", "2");
        assertThat(words(load.rows().get(1)))
                .startsWith("Courts", "0", "0", "1")
                .endsWith("1");
        assertThat(words(tables(roadmap).load(Every.YEAR).rows().get(0))).containsExactly("Police", "2", "0", "2");
    }

    @Test
    void a_cost_is_shared_by_months_and_adds_up_to_the_cent() {
        Roadmap roadmap = Roadmaps.of(Roadmaps.bar("a", "2027-12-31", "2028-01-02", "", "Norway", "100"));
        Table money = tables(roadmap).money(Every.YEAR);
        assertThat(words(money.rows().get(0))).containsExactly("2027", "33.33", "1", "0");
        assertThat(words(money.rows().get(1)))
                .as(
                        "two of three days of months that are equally long, and the cent that is left goes to the span that lost most")
                .containsExactly("2028", "66.67", "1", "0");
        assertThat(money.footer().map(RoadmapTablesTest::words)).contains(List.of("Total", "100.00", "1", "0"));
    }

    @Test
    void a_budget_counts_a_cost_where_it_is_committed_or_where_it_is_spent() {
        Roadmap roadmap = Roadmaps.of(
                Roadmaps.bar("a", "2027-07-01", "2028-06-30", "", "Norway", "366"),
                Roadmaps.bar("b", "2028-01-01", "2028-12-31", "", "", "10"));
        Table committed = tables(roadmap).budget(Counting.COMMITTED);
        assertThat(heads(committed))
                .containsExactly("Year", "Norway", "Nobody named who pays", "Total", "Steps without a known cost");
        assertThat(committed.rows().stream().map(RoadmapTablesTest::words))
                .containsExactly(List.of("2027", "366", "0", "366", "0"), List.of("2028", "0", "10", "10", "0"));
        assertThat(tables(roadmap).budget(Counting.SPENT).rows().stream().map(RoadmapTablesTest::words))
                .containsExactly(
                        List.of("2027", "183.00", "0", "183.00", "0"), List.of("2028", "183.00", "10", "193.00", "0"));
    }

    @Test
    void what_nobody_knows_is_not_nothing() {
        Table budget = tables(Roadmaps.three()).budget(Counting.COMMITTED);
        assertThat(words(budget.rows().get(0))).containsExactly("2027", "1020000.50", "0", "1020000.50", "0");
        assertThat(words(budget.rows().get(1)))
                .as("the training of 2028 has no known cost")
                .containsExactly("2028", "0", "not known", "not known", "1");
        assertThat(budget.footer().map(RoadmapTablesTest::words))
                .contains(List.of("Total", "1020000.50", "not known", "1020000.50", "1"));
    }

    @Test
    void rows_and_columns_add_up_to_the_same_whatever_is_planned() {
        for (long seed = 1; seed <= 20; seed++) {
            Roadmap roadmap = Roadmaps.many(60, 6, seed);
            BigDecimal all = roadmap.bars().stream()
                    .flatMap(bar -> bar.cost().stream())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            for (Counting counting : Counting.values()) {
                Table budget = tables(roadmap).budget(counting);
                int total = budget.columns().size() - 2;
                for (List<Cell> row : budget.rows()) {
                    assertThat(sum(row.subList(1, total))).isEqualByComparingTo(sum(List.of(row.get(total))));
                }
                List<Cell> footer = budget.footer().orElseThrow();
                IntStream.rangeClosed(1, total)
                        .forEach(column -> assertThat(sum(budget.rows().stream()
                                        .map(row -> row.get(column))
                                        .toList()))
                                .isEqualByComparingTo(sum(List.of(footer.get(column)))));
                assertThat(sum(List.of(footer.get(total))))
                        .as(counting + ", seed " + seed)
                        .isEqualByComparingTo(all);
            }
            for (Every every : Every.values()) {
                Table money = tables(roadmap).money(every);
                assertThat(sum(money.rows().stream().map(row -> row.get(1)).toList()))
                        .isEqualByComparingTo(all);
            }
        }
    }

    @Test
    void the_charts_say_what_they_show() {
        RoadmapCharts charts = new RoadmapCharts(Roadmaps.three(), WORDING);
        Chart load = charts.load(Every.QUARTER).orElseThrow();
        assertThat(load.option().finding()).isEqualTo("“Parliament” carries the most at once: one step, in Q1 2027.");
        assertThat(load.table().rows()).hasSize(2);
        Chart money = charts.money(Every.YEAR).orElseThrow();
        assertThat(money.alternative())
                .startsWith("Most is spent in 2027: USD\u00a0820")
                .endsWith("One step is not in it, as nobody has said what it takes.");
        assertThat(money.option().series().getFirst().values()).hasSize(2);
    }

    @Test
    void a_chart_of_many_institutions_shows_the_busiest_and_its_table_all() {
        Chart load = new RoadmapCharts(Roadmaps.many(400, 12, 3), WORDING)
                .load(Every.YEAR)
                .orElseThrow();
        assertThat(load.option().series()).hasSize(9);
        assertThat(load.table().rows()).hasSize(25);
        assertThat(load.alternative()).endsWith("16 more institutions are in the table.");
    }

    @Test
    void without_steps_there_is_no_chart_and_without_costs_none_of_money() {
        assertThat(new RoadmapCharts(Roadmaps.nothing(), WORDING).load(Every.YEAR))
                .isEmpty();
        assertThat(new RoadmapCharts(Roadmaps.nothing(), WORDING).money(Every.YEAR))
                .isEmpty();
        Roadmap unknown = Roadmaps.of(Roadmaps.bar("a", "2027-01-01", "2027-03-31"));
        assertThat(new RoadmapCharts(unknown, WORDING).money(Every.YEAR)).isEmpty();
        assertThat(words(tables(unknown).money(Every.YEAR).rows().get(0)))
                .containsExactly("2027", "not known", "1", "1");
    }

    @Test
    void a_span_suits_the_time_that_is_planned() {
        assertThat(Every.fitting(Roadmaps.three())).isEqualTo(Every.MONTH);
        assertThat(Every.fitting(Roadmaps.many(30, 4, 1))).isEqualTo(Every.QUARTER);
        assertThat(Every.fitting(Roadmaps.many(400, 12, 1))).isEqualTo(Every.YEAR);
    }

    @Test
    void every_table_has_a_name_that_leads_to_it_and_others_do_not() {
        RoadmapTables tables = tables(Roadmaps.three());
        assertThat(RoadmapTables.NAMES)
                .allSatisfy(name -> assertThat(tables.table(name).rows()).isNotEmpty());
        assertThat(RoadmapTables.NAMES.stream()
                        .map(name -> tables.table(name).columns().size()))
                .noneMatch(columns -> columns == 0);
        assertThatThrownBy(() -> tables.table("nobody"))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.getMessage()).isEqualTo("There is no table “nobody”."));
        assertThat(Optional.of(tables.leftOut().rows().getFirst()).map(RoadmapTablesTest::words))
                .contains(List.of("Build a barracks"));
    }
}
