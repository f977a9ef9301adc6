package org.salus.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.ItemId;

/** A table as it is kept, what settings make of it, and what is said of a study. */
class StudyTest {
    private static final StudySettings BASQUE = new StudySettings(
            StudyMethod.SYNTHETIC,
            "region",
            "year",
            "income",
            List.of("Basque Country (Pais Vasco)"),
            "1970",
            List.of(),
            "share(illiterate,primary,medium,high+higher)@1964-1969,investment@1964-1969,income@1960-1969,agriculture@1961-1969,energy@1961-1969,"
                    + "industry@1961-1969,construction@1961-1969,services_sold@1961-1969,services_not_sold@1961-1969,density@1969",
            "1960-1969",
            "1975-1997",
            "",
            "",
            "",
            "",
            "");

    private static StudyTable table(String lines) {
        return StudyTable.of("A table", "", read(lines), read(lines).heads());
    }

    private static PanelTable read(String lines) {
        try {
            return PanelTable.read(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), "table.csv");
        } catch (IOException never) {
            throw new AssertionError(never);
        }
    }

    private static ImpactStudy study(StudySettings settings, boolean somethingElse, boolean reachesControls) {
        return new ImpactStudy(
                "A study",
                "",
                "",
                somethingElse,
                reachesControls,
                ItemId.fresh(),
                settings,
                List.of(),
                Optional.empty(),
                "");
    }

    /** Twenty-four months of which the last eight are three higher. */
    private static String series() {
        StringBuilder lines = new StringBuilder("month,robberies\n");
        for (int month = 1; month <= 24; month++) {
            lines.append(month)
                    .append(',')
                    .append(20 + month % 3 + (month > 16 ? 9 : 0))
                    .append('\n');
        }
        return lines.toString();
    }

    private static StudySettings robberies() {
        return StudySettings.of(StudyMethod.SERIES, "", "month", "robberies").treating(List.of(), "17");
    }

    /** The same reduced table that the demo carries gives the published weights and effect to four digits. */
    @Test
    void the_demos_table_repeats_the_published_figures_of_the_basque_country() throws IOException {
        PanelTable brought;
        try (InputStream bytes = Files.newInputStream(Path.of("demo/impact-basque.csv"))) {
            brought = PanelTable.read(bytes, "impact-basque.csv");
        }
        StudyTable kept = StudyTable.of("Income", "", brought, brought.heads());
        ImpactAnswer answer = BASQUE.ask(kept.panel());
        assertThat(answer.estimate().value()).isEqualTo(-0.6996, within(0.00005));
        Map<String, Double> weights = answer.weights().stream()
                .collect(Collectors.toMap(ImpactAnswer.Weight::name, ImpactAnswer.Weight::weight));
        assertThat(weights.get("Cataluna")).isEqualTo(0.8508, within(0.00005));
        assertThat(weights.get("Madrid (Comunidad De)")).isEqualTo(0.1492, within(0.00005));
        assertThat(answer.verdict().kind()).isEqualTo(VerdictKind.CANNOT_BE_TOLD);
        assertThat(answer.placeboGaps())
                .as("a faint line for each other region")
                .hasSize(16)
                .allSatisfy(gaps -> assertThat(gaps.gaps()).hasSameSizeAs(answer.series()));
        assertThat(answer.alternatives())
                .extracting(ImpactAnswer.Alternative::name)
                .contains("better_fit");
    }

    @Test
    void only_the_columns_that_are_chosen_are_kept() {
        StudyTable kept =
                StudyTable.of("T", "", read("name;year;secret;value\nA;1;x;2\nB;1;y;3\n"), List.of("year", "value"));
        assertThat(kept.csv()).isEqualTo("year,value\n1,2\n1,3\n");
        assertThat(kept.panel().rows()).hasSize(2);
    }

    @Test
    void hostile_names_run_nowhere_and_come_back_as_they_are_kept() {
        String lines = "unit,time,y\n"
                + "\"=HYPERLINK(\"\"http://example.invalid\"\";\"\"x\"\")\",1,-2.5\n"
                + "\"A, \"\"B\"\"\",1,+3\n@cmd,1,1e3\n<script>alert(1)</script>,1,2\nte\u202ext,1,0\n";
        StudyTable kept = table(lines);
        assertThat(kept.panel().rows().stream().map(row -> row.cell(0)))
                .containsExactly(
                        "'=HYPERLINK(\"http://example.invalid\";\"x\")",
                        "A, \"B\"",
                        "'@cmd",
                        "<script>alert(1)</script>",
                        "te xt");
        assertThat(kept.panel().rows().stream().map(row -> row.cell(2)))
                .as("numbers stay numbers")
                .containsExactly("-2.5", "+3", "1e3", "2", "0");
    }

    @Test
    void two_columns_of_one_name_a_column_that_is_not_there_and_none_at_all_are_refused() {
        PanelTable brought = read("a,b,a\n1,2,3\n");
        assertThatThrownBy(() -> StudyTable.of("T", "", brought, List.of("a", "b")))
                .hasMessageContaining("two columns that are called \"a\"");
        assertThatThrownBy(() -> StudyTable.of("T", "", brought, List.of("c"))).hasMessageContaining("no column \"c\"");
        assertThatThrownBy(() -> StudyTable.of("T", "", brought, List.of())).hasMessageContaining("No column");
    }

    @Test
    void more_than_an_item_can_hold_is_refused_with_advice() {
        StringBuilder lines = new StringBuilder("unit,time,y\n");
        for (int row = 0; row < 60_000; row++) {
            lines.append("a unit,").append(row).append(",1.2345\n");
        }
        assertThatThrownBy(() -> table(lines.toString()))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.field()).contains("columns"))
                .hasMessageContaining("holds more than");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "one period|unit,time,y;A,1,1;B,1,2|did|A|1|time|single time",
                "one unit|unit,time,y;A,1,1;A,2,2;A,3,1|did|A|2|unit|single unit",
                "constant series|unit,time,y;A,1,1;A,2,1;A,3,1;B,1,2;B,2,3;B,3,4|did|A|2|outcome|never change",
                "a gap|unit,time,y;A,1,1;A,2,2;A,3,1;B,1,2;B,3,4|did|A|2|without|no row at 2",
                "a row twice|unit,time,y;A,1,1;A,1,2;B,1,2;B,2,4|did|A|2|unit|stands twice",
                "treated before the data|unit,time,y;A,1,1;A,2,2;B,1,2;B,2,4|did|A|0|from|before the first figure",
                "treated from the start|unit,time,y;A,1,1;A,2,2;B,1,2;B,2,4|did|A|1|treated|there is no before",
                "nobody treated|unit,time,y;A,1,1;A,2,2;B,1,2;B,2,4|did|nobody|2|treated|which units were treated",
                "an unknown unit|unit,time,y;A,1,1;A,2,2;B,1,2;B,2,4|did|C|2|treated|no unit \"C\"",
                "no number|unit,time,y;A,1,x;A,2,2;B,1,2;B,2,4|did|A|2|outcome|is no number",
                "no time|unit,time,y;A,soon,1;A,2,2;B,1,2;B,2,4|did|A|2|time|is no time",
                "too short|unit,time,y;A,1,1;A,2,2;A,3,1|its|A|2|season|too few",
            })
    void what_a_table_does_not_allow_is_said_at_the_field_it_lies_in(
            String what, String lines, String method, String treated, String from, String field, String says) {
        StudyTable kept = table(lines.replace(';', '\n') + "\n");
        StudySettings settings = StudySettings.of(Term.get(StudyMethod.class, method), "unit", "time", "y")
                .treating(treated.equals("nobody") ? List.of() : List.of(treated), from);
        assertThatThrownBy(() -> settings.ask(kept.panel()))
                .as(what)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.field()).contains(field))
                .hasMessageContaining(says);
    }

    @Test
    void what_is_known_of_a_case_weighs_more_than_its_figures() {
        ImpactAnswer answer = robberies().ask(table(series()).panel());
        assertThat(answer.verdict().kind()).isEqualTo(VerdictKind.EFFECT_TOLD);
        assertThat(study(robberies(), false, false).verdict(answer)).isEqualTo(answer.verdict());
        assertThat(study(robberies(), true, false).verdict(answer).kind()).isEqualTo(VerdictKind.CANNOT_BE_TOLD);
        assertThat(study(robberies(), false, true).verdict(answer))
                .as("a single series is compared with nobody")
                .isEqualTo(answer.verdict());
        assertThat(study(robberies(), true, false).guidance(answer).methods()).noneMatch(MethodGuide.Advice::isAllowed);
    }

    @Test
    void a_kept_result_is_told_from_one_of_other_rows_or_settings() {
        StudyTable rows = table(series());
        ImpactAnswer answer = robberies().ask(rows.panel());
        KeptResult kept = KeptResult.of(
                PartialDate.of("2026-11-28"), answer, answer.verdict().kind(), rows, robberies());
        assertThat(kept.isOf(rows, robberies())).isTrue();
        assertThat(kept.isSameAs(answer, answer.verdict().kind())).isTrue();
        assertThat(kept.isSameAs(answer, VerdictKind.CANNOT_BE_TOLD)).isFalse();
        assertThat(kept.isOf(table(series().replace("24,", "25,")), robberies()))
                .isFalse();
        assertThat(kept.isOf(rows, robberies().treating(List.of(), "16"))).isFalse();
    }

    @Test
    void every_picture_and_table_has_words_and_rows() {
        ImpactAnswer answer = robberies().ask(table(series()).panel());
        StudyCharts charts = new StudyCharts(answer, Wording.english());
        assertThat(charts.all()).extracting(StudyCharts.Named::name).contains("series", "placebos", "terms", "checks");
        assertThat(charts.all())
                .allSatisfy(named -> assertThat(named.table().rows()).isNotEmpty());
        assertThat(charts.get("series").table().rows()).hasSize(24);
        assertThat(charts.get("series").chart().orElseThrow().alternative()).contains("robberies", "17");
        assertThatThrownBy(() -> charts.get("events")).hasMessageContaining("no table \"events\"");
    }

    @Test
    void a_program_reads_the_rows_under_the_name_they_are_taken_away_by() {
        StudyTable rows = table(series());
        ImpactAnswer answer = robberies().ask(rows.panel());
        String script = ReplicationScript.of(
                rows.panel().named(rows.fileName()), robberies().question(), answer, "repeat.py");
        assertThat(script).contains("file = \"" + rows.fileName() + "\"");
    }
}
