package org.salus.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.salus.framework.Failure;
import org.salus.framework.Wording;

/** What a table has to be, and how it is said where it is not. */
class PanelReadingTest {
    private static final String GOOD = """
            unit,time,y
            A,2001,1
            A,2002,2
            B,2001,3
            B,2002,5
            """;

    private static String refusal(String lines, PanelQuestion question) {
        try {
            Impact.differences(Tables.of(lines), question);
        } catch (Failure refused) {
            return refused.say(Wording.english());
        }
        throw new AssertionError("It was answered");
    }

    @Test
    void times_are_read_as_years_months_quarters_and_days() {
        assertThat(TimeLabel.read("1955.0")).isEqualTo(new TimeLabel(TimeLabel.Kind.NUMBER, 1955, "1955"));
        assertThat(TimeLabel.read("2020-02")).extracting(TimeLabel::order).isEqualTo(12 * 2020L + 1);
        assertThat(TimeLabel.read("2020 q3")).extracting(TimeLabel::label).isEqualTo("2020-Q3");
        assertThat(TimeLabel.read("2020-02-29")).extracting(TimeLabel::kind).isEqualTo(TimeLabel.Kind.DAY);
        assertThat(TimeLabel.read("2021-02-29")).isNull();
        assertThat(TimeLabel.read("spring")).isNull();
    }

    @Test
    void a_wrong_column_or_unit_is_answered_with_the_nearest_names() {
        PanelQuestion question =
                new PanelQuestion("unit", "tme", "y", List.of("A"), "2002", List.of(), List.of(), null, null);
        assertThat(refusal(GOOD, question)).contains("no column \"tme\"", "Nearest: \"time\"");
        assertThat(refusal(GOOD.replace("A,", "North,"), Tables.question("2002", "Nort")))
                .contains("no unit \"Nort\"", "\"North\"");
    }

    @Test
    void one_period_and_one_unit_cannot_be_compared() {
        assertThat(refusal("unit,time,y\nA,2001,1\nB,2001,2", Tables.question("2001", "A")))
                .contains("a single time in column \"time\"");
        assertThat(refusal("unit,time,y\nA,2001,1\nA,2002,2", Tables.question("2002", "A")))
                .contains("a single unit, \"A\"", "Use its");
    }

    @Test
    void a_gap_names_unit_and_time_and_an_empty_figure_its_line() {
        assertThat(refusal(GOOD.replace("B,2002,5\n", ""), Tables.question("2002", "A")))
                .contains("\"B\" has no row at 2002", "Nothing is filled in");
        assertThat(refusal(GOOD.replace("B,2002,5", "B,2002,NA"), Tables.question("2002", "A")))
                .contains("line 5", "\"B\" at 2002 has no figure");
        assertThat(refusal(GOOD.replace("B,2002,5", "B,2002,5 000"), Tables.question("2002", "A")))
                .contains("line 5", "\"5 000\"", "no number");
    }

    @Test
    void a_row_that_stands_twice_is_told_with_both_lines() {
        assertThat(refusal(GOOD + "A,2002,2", Tables.question("2002", "A")))
                .contains("lines 3 and 6", "\"A\" stands twice at 2002");
    }

    @Test
    void a_treatment_before_or_after_all_figures_is_refused() {
        assertThat(refusal(GOOD, Tables.question("1990", "A")))
                .contains("1990 lies before the first figure", "from 2001 to 2002");
        assertThat(refusal(GOOD, Tables.question("2001", "A"))).contains("there is no before");
        assertThat(refusal(GOOD, Tables.question("2010", "A"))).contains("2010 lies after the last figure");
    }

    @Test
    void a_series_that_never_changes_tells_nothing() {
        assertThat(refusal(GOOD.replace("A,2002,2", "A,2002,1"), Tables.question("2002", "A")))
                .contains("never change");
    }

    @Test
    void a_column_of_the_treatment_has_to_say_yes_or_no_and_to_stay() {
        String treated = "unit,time,y,d\nA,1,1,0\nA,2,2,1\nA,3,3,0\nB,1,1,0\nB,2,2,0\nB,3,4,0";
        assertThat(refusal(treated, Tables.question(null, "d"))).contains("line 4", "has ended again at 3");
        assertThat(refusal(treated.replace("A,3,3,0", "A,3,3,maybe"), Tables.question(null, "d")))
                .contains("\"maybe\"");
        assertThat(refusal(treated, Tables.question("2", "d"))).contains("would say it again");
        assertThat(refusal(treated, Tables.question(null, "A"))).contains("not said when the treatment began");
    }

    @Test
    void all_treated_at_once_leaves_nobody_to_compare_with() {
        assertThat(refusal(GOOD, Tables.question("2002", "A", "B"))).contains("nobody is left to compare with");
    }

    @Test
    void uneven_times_are_refused_in_a_series_and_the_same_day_of_each_month_is_even() {
        String months =
                "time,y\n2020-01-01,1\n2020-02-01,2\n2020-03-01,4\n2020-04-01,3\n2020-05-01,5\n2020-06-01,4\n2020-07-01,7\n2020-08-01,9\n";
        assertThat(Impact.interrupted(Tables.of(months), Tables.series("2020-05-01"), "linear", "model", 0, 1)
                        .data()
                        .before())
                .isEqualTo(4);
        assertThatThrownBy(() -> Impact.interrupted(
                        Tables.of(months.replace("2020-03-01,4\n", "")),
                        Tables.series("2020-05-01"),
                        "linear",
                        "model",
                        0,
                        1))
                .hasMessageContaining("Between 2020-02-01 and 2020-04-01 times are missing");
    }

    @Test
    void predictors_are_means_sums_and_shares_of_their_windows() {
        assertThat(PredictorTerm.read(List.of("a@1-2, share(b,c+d)@3")))
                .extracting(PredictorTerm::name)
                .containsExactly("a@1-2", "share(b)@3", "share(c+d)@3");
        assertThatThrownBy(() -> PredictorTerm.read(List.of("share(a,b"))).hasMessageContaining("share(a,b");
        assertThatThrownBy(() -> PredictorTerm.read(List.of("a,,b"))).isInstanceOf(Failure.class);
    }

    @Test
    void a_predictor_must_not_reach_into_the_treated_times() {
        String lines = "unit,time,y\nA,1,1\nA,2,2\nA,3,4\nB,1,1\nB,2,2\nB,3,3\nC,1,0\nC,2,2\nC,3,4";
        PanelQuestion question =
                new PanelQuestion("unit", "time", "y", List.of("A"), "3", List.of(), List.of("y@2..3"), null, null);
        assertThatThrownBy(() -> Impact.synthetic(Tables.of(lines), question, "usual"))
                .hasMessageContaining("y@2..3")
                .hasMessageContaining("begin at 3");
    }
}
