package org.salus.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salus.framework.Figure;
import org.salus.framework.Wording;
import org.salus.portfolio.PivotMeasure;
import org.salus.portfolio.PlannedSupport;

/** Plans beside payments, and how yearly sums swing, by examples that were computed by hand. */
class PredictabilityAnalysisTest {
    private static Predictability of(Given given) {
        return PredictabilityAnalysis.of(given.inputs(), Thresholds.shipped());
    }

    private static String reason(Figure<?> figure) {
        return figure.reasonIfAny().map(Wording.english()::say).orElse("");
    }

    @Test
    void too_much_here_makes_up_for_too_little_there_in_one_figure_and_not_in_the_other() {
        Given given = new Given()
                .activity("one", "2b", "2010-01-01", "2012-12-31", "A")
                .activity("two", "3", "2010-01-01", "2012-12-31", "B")
                .activity("three", "3", "2010-01-01", "2012-12-31", "B")
                .plan("one", "1", "2010-01-01", "2010-12-31", "100")
                .plan("two", "1", "2010-01-01", "2010-12-31", "100")
                .paid("one", "A", "2b", 2010, "80", 1)
                .paid("two", "B", "3", 2010, "150", 1)
                .paid("three", "B", "3", 2010, "7", 1);
        Predictability.PlanYear year = of(given).years().getFirst();
        assertThat(year.planned()).isEqualByComparingTo("200");
        assertThat(year.paid()).isEqualByComparingTo("230");
        assertThat(year.paidWithoutPlan()).isEqualByComparingTo("7");
        assertThat(year.paidOfPlanned()).isEqualTo(Figure.known(new BigDecimal("1.1500000000")));
        assertThat(year.asPlanned()).isEqualTo(Figure.known(new BigDecimal("0.9000000000")));
        assertThat(year.activities()).containsExactly("one", "two");
    }

    @Test
    void a_year_that_is_not_over_is_not_held_against_anybody() {
        Given given = new Given()
                .activity("one", "2b", "2014-01-01", "2014-12-31", "A")
                .plan("one", "1", "2014-01-01", "2014-12-31", "100")
                .paid("one", "A", "2b", 2014, "10", 1);
        assertThat(reason(of(given).years().getFirst().paidOfPlanned())).contains("2014 was not over");
        assertThat(of(given.on("2014-12-31")).years().getFirst().paidOfPlanned())
                .isEqualTo(Figure.known(new BigDecimal("0.1000000000")));
    }

    @Test
    void plans_of_nothing_are_told_only_where_something_was_paid() {
        Given given = new Given()
                .activity("one", "2b", "2012-01-01", "2050-12-31", "A")
                .plan("one", "1", "2012-01-01", "2050-12-31", "0")
                .paid("one", "A", "2b", 2013, "10", 1);
        assertThat(of(given).years()).singleElement().satisfies(year -> {
            assertThat(year.year()).isEqualTo(2013);
            assertThat(year.paid()).isEqualByComparingTo("10");
            assertThat(reason(year.paidOfPlanned())).isNotBlank();
        });
    }

    /** The map of support counts the same plans in the same years: it is one reading. */
    @Test
    void a_revised_plan_replaces_the_originals_that_have_a_day_in_common_with_it() {
        Given given = new Given()
                .activity("one", "2b", "2010-01-01", "2012-12-31", "A")
                .plan("one", "1", "2010-01-01", "2010-12-31", "100")
                .plan("one", "1", "2011-01-01", "2011-12-31", "70")
                .plan("one", "2", "2010-01-01", "2010-06-30", "40")
                .plan("one", "2", "2010-07-01", "2010-12-31", "20");
        assertThat(of(given).years())
                .extracting(year -> year.year() + " " + year.planned().toPlainString())
                .containsExactly("2010 60", "2011 70");
        assertThat(given.inputs().planned().leftOut())
                .isEqualTo(Map.of(PivotMeasure.PLANNED_DISBURSEMENTS, Map.of(PlannedSupport.Left.REPLACED, 1)));
        assertThat(given.inputs().planned().rows())
                .extracting(row -> row.year() + " " + row.value().toPlainString())
                .containsExactly("2011 70", "2010 40", "2010 20");
    }

    @Test
    void a_plan_over_new_year_is_split_by_days_and_nothing_is_lost() {
        Given given = new Given()
                .activity("one", "2b", "2010-01-01", "2012-12-31", "A")
                .plan("one", "1", "2010-07-01", "2011-06-30", "365");
        assertThat(of(given).years())
                .satisfiesExactly(
                        first -> assertThat(first.planned()).isEqualByComparingTo("184"),
                        second -> assertThat(second.planned()).isEqualByComparingTo("181"));
        Given longer = new Given()
                .activity("one", "2b", "2009-01-01", "2012-12-31", "A")
                .plan("one", "1", "2009-12-31", "2012-01-03", "100.01");
        assertThat(of(longer).years()).hasSize(4);
        assertThat(of(longer).years().stream()
                        .map(Predictability.PlanYear::planned)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("100.01");
        assertThat(longer.inputs().planned().rows())
                .extracting(row -> row.days() + " of " + row.ofDays())
                .containsExactly("1 of 734", "365 of 734", "365 of 734", "3 of 734");
    }

    @Test
    void a_plan_that_cannot_be_read_is_named() {
        Given given = new Given()
                .activity("one", "2b", "2010-01-01", "2012-12-31", "A")
                .plan("one", "1", "2010-12-31", "2010-01-01", "100");
        assertThat(of(given).years()).isEmpty();
        assertThat(of(given).leftOut()).singleElement().satisfies(left -> {
            assertThat(left.activities()).containsExactly("one");
            assertThat(Wording.english().say(left.reason())).contains("ends before it begins");
        });
    }

    /** 100, 200, 100: mean 133⅓, deviation of a sample √(10,000/3) = 57.735; each step doubles or halves, ln 2. */
    @Test
    void yearly_sums_swing_by_two_methods() {
        Given given = new Given()
                .paid("A", "2b", 2010, "100")
                .paid("A", "2b", 2011, "200")
                .paid("A", "2b", 2012, "100");
        Predictability.Volatility all = of(given).volatilities().getFirst();
        assertThat(all.variation()).isEqualTo(Figure.known(new BigDecimal("0.4330127019")));
        assertThat(all.logChange()).isEqualTo(Figure.known(new BigDecimal("0.6931471806")));
        assertThat(all.from()).contains(2010);
        assertThat(all.to()).contains(2012);
    }

    @Test
    void years_without_money_are_named_and_two_years_are_too_few() {
        Given given = new Given().paid("A", "2b", 2010, "100").paid("A", "2b", 2012, "100");
        Predictability.Volatility gap = of(given).volatilities().getFirst();
        assertThat(reason(gap.variation())).contains("2011");
        assertThat(gap.variation()).isInstanceOf(Figure.Partial.class);
        assertThat(reason(gap.logChange())).contains("no logarithm", "2011");
        assertThat(reason(of(new Given().paid("A", "2b", 2010, "1").paid("A", "2b", 2011, "1"))
                        .volatilities()
                        .getFirst()
                        .variation()))
                .contains("2 years that were over have money", "3 are needed");
        // 2014 was not over when these data were made.
        assertThat(of(given.paid("A", "2b", 2014, "1"))
                        .volatilities()
                        .getFirst()
                        .to())
                .contains(2012);
    }
}
