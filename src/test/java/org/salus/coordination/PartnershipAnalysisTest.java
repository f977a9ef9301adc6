package org.salus.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salus.framework.Figure;
import org.salus.framework.Wording;

/** Indicators of the Global Partnership as far as published activities allow, by examples that were computed by hand. */
class PartnershipAnalysisTest {
    private static PartnershipIndicator of(Given given, String code, Map<String, String> aidTypes) {
        CoordinationInputs inputs = given.inputs();
        List<PartnershipIndicator> all =
                PartnershipAnalysis.of(inputs, PredictabilityAnalysis.of(inputs, Thresholds.shipped()), aidTypes);
        assertThat(all).extracting(PartnershipIndicator::code).containsExactly("1a", "5a", "5b", "6", "9b");
        all.forEach(one -> assertThat(List.of(
                        Wording.english().say(one.name()),
                        Wording.english().say(one.definition()),
                        Wording.english().say(one.here())))
                .noneMatch(said -> said.startsWith("[")));
        return all.stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
    }

    private static String reason(PartnershipIndicator one) {
        return one.value().reasonIfAny().map(Wording.english()::say).orElse("");
    }

    @Test
    void what_data_do_not_tell_is_unknown_with_the_reason() {
        for (String code : List.of("1a", "5a", "5b", "6", "9b")) {
            PartnershipIndicator one = of(new Given(), code, Map.of());
            assertThat(one.value()).as(code).isInstanceOf(Figure.Unknown.class);
            assertThat(reason(one)).isNotBlank().doesNotStartWith("[");
        }
    }

    /** 2012 was the last year with a plan that was over: 80 of 100 and 100 of 100, at most, make 180 of 200. */
    @Test
    void annual_predictability_is_that_of_the_last_year_with_plans() {
        PartnershipIndicator annual = of(
                new Given()
                        .activity("one", "2b", "2010-01-01", "2015-12-31", "A")
                        .activity("two", "3", "2010-01-01", "2015-12-31", "B")
                        .plan("one", "1", "2011-01-01", "2011-12-31", "100")
                        .plan("one", "1", "2012-01-01", "2012-12-31", "100")
                        .plan("two", "1", "2012-01-01", "2012-12-31", "100")
                        .plan("two", "1", "2014-01-01", "2014-12-31", "100")
                        .paid("one", "A", "2b", 2012, "80", 1)
                        .paid("two", "B", "3", 2012, "150", 1),
                "5a",
                Map.of());
        assertThat(annual.value().valueIfAny()).contains(new BigDecimal("0.9000000000"));
        assertThat(annual.value()).isInstanceOf(Figure.Partial.class);
        assertThat(annual.year()).contains(2012);
        assertThat(annual.activities()).containsExactly("one", "two");
    }

    /** 5a is of the years asked for, 5b looks ahead from the last full year: each says so. */
    @Test
    void each_kind_of_predictability_says_of_which_years_it_is() {
        Given given = new Given()
                .activity("one", "2b", "2010-01-01", "2015-12-31", "A")
                .plan("one", "1", "2011-01-01", "2012-12-31", "200")
                .plan("one", "1", "2014-01-01", "2015-12-31", "100")
                .paid("one", "A", "2b", 2011, "80", 1)
                .paid("one", "A", "2b", 2013, "30", 2)
                .in(2010, 2011);
        PartnershipIndicator annual = of(given, "5a", Map.of());
        assertThat(annual.year()).contains(2011);
        assertThat(Wording.english().say(annual.here())).contains("the last of the years asked for");
        PartnershipIndicator ahead = of(given, "5b", Map.of());
        assertThat(ahead.year()).contains(2013);
        assertThat(Wording.english().say(ahead.here())).contains("Whatever years are asked for");
    }

    /** The data are of March 2014. A gave 30 of 40 in 2013 and has plans for 2014 and 2015; B has none: 30 + 30 + 0 of 3 × 40. */
    @Test
    void medium_term_predictability_is_the_mean_over_three_years_ahead() {
        PartnershipIndicator ahead = of(
                new Given()
                        .activity("one", "2b", "2010-01-01", "2015-12-31", "A")
                        .activity("two", "3", "2010-01-01", "2015-12-31", "B")
                        .plan("one", "1", "2014-01-01", "2015-12-31", "100")
                        .paid("one", "A", "2b", 2013, "30", 1)
                        .paid("two", "B", "3", 2013, "10", 1)
                        .paid("two", "B", "3", 2012, "500", 2),
                "5b",
                Map.of());
        assertThat(ahead.value().valueIfAny()).contains(new BigDecimal("0.5000000000"));
        assertThat(ahead.year()).contains(2013);
        assertThat(ahead.activities()).containsExactly("one");
        assertThat(reason(ahead)).contains("2013");
    }

    /** A gave 30 of 40 in 2013 and plans 100 for 2014, nothing for 2015 and 2016; B plans nothing for all three: 30 + 0 + 0 of 3 × 40. */
    @Test
    void a_plan_of_nothing_covers_nothing() {
        PartnershipIndicator ahead = of(
                new Given()
                        .activity("one", "2b", "2010-01-01", "2015-12-31", "A")
                        .activity("two", "3", "2010-01-01", "2015-12-31", "B")
                        .plan("one", "1", "2014-01-01", "2014-12-31", "100")
                        .plan("one", "1", "2015-01-01", "2016-12-31", "0")
                        .plan("two", "1", "2014-01-01", "2050-12-31", "0")
                        .paid("one", "A", "2b", 2013, "30", 1)
                        .paid("two", "B", "3", 2013, "10", 1),
                "5b",
                Map.of());
        assertThat(ahead.value().valueIfAny()).contains(new BigDecimal("0.2500000000"));
        assertThat(ahead.activities()).containsExactly("one");
        PartnershipIndicator nothing = of(
                new Given()
                        .activity("two", "3", "2010-01-01", "2015-12-31", "B")
                        .plan("two", "1", "2014-01-01", "2050-12-31", "0")
                        .paid("two", "B", "3", 2013, "10", 1),
                "5b",
                Map.of());
        assertThat(nothing.value()).isInstanceOf(Figure.Unknown.class);
        assertThat(reason(nothing)).contains("more than nothing");
    }

    /** 20 of the 80 whose type of aid is stated is budget support; nobody states the type of the other 20. */
    @Test
    void only_budget_support_is_certain_to_use_the_countrys_own_systems() {
        PartnershipIndicator systems = of(
                new Given()
                        .paid("A", "2b", 2010, "20")
                        .paid("B", "2b", 2010, "60")
                        .paid("C", "2b", 2010, "20"),
                "9b",
                Map.of("A-2b", "A02", "B-2b", "C01"));
        assertThat(systems.value().valueIfAny()).contains(new BigDecimal("0.2500000000"));
        assertThat(reason(systems)).contains("80 % of the money");
        assertThat(systems.activities()).containsExactly("A-2b");
    }
}
