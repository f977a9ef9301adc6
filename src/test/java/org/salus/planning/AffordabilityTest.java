package org.salus.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.salus.framework.Figure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;

/** What steps cost after hand-over, against what a state may have. */
class AffordabilityTest {
    private static final FiscalSpace CONSTANT = space("100", "60", "0", "0");

    private static FiscalSpace space(String budget, String bound, String growth, String boundGrowth) {
        return new FiscalSpace(
                "central",
                2027,
                2036,
                "USD",
                new BigDecimal(budget),
                new BigDecimal(bound),
                new BigDecimal(growth),
                new BigDecimal(boundGrowth),
                Optional.of(new BigDecimal("10")),
                Optional.of(new BigDecimal("4")),
                List.of(new ExchangeRate("EUR", Optional.of(new BigDecimal("1.1")), "1 March 2027, central bank")));
    }

    private static PlanStep step(String title, int begins, int ready, int handedOver, String once, String yearly) {
        return new PlanStep(
                title,
                title,
                Optional.of(begins),
                Optional.of(ready),
                PlanStep.Months.ALL,
                Optional.of(handedOver),
                amount(once),
                amount(yearly),
                "USD",
                Optional.empty(),
                List.of("Norland"),
                "Ministry of Interior");
    }

    private static Optional<BigDecimal> amount(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    @Test
    void a_step_costs_by_year_what_brings_it_about_then_what_keeps_it_up_to_donors_and_then_to_the_state() {
        List<PlanStep.Year> years =
                step("Academy", 2027, 2029, 2031, "100", "9").years(2);
        assertThat(years).extracting(PlanStep.Year::year).containsExactly(2027, 2028, 2029, 2030, 2031, 2032, 2033);
        assertThat(years.subList(0, 3))
                .as("the cent that is left falls into the last of equal years")
                .extracting(year -> year.once().orElseThrow().toPlainString())
                .containsExactly("33.33", "33.33", "33.34");
        assertThat(years.subList(3, 7)).allSatisfy(year -> {
            assertThat(year.once()).isEmpty();
            assertThat(year.everyYear()).contains(new BigDecimal("9"));
        });
        assertThat(years)
                .extracting(PlanStep.Year::isHandedOver)
                .containsExactly(false, false, false, false, false, true, true);
        assertThat(step("Academy", 2030, 2029, 2031, "100", "9").years(2))
                .as("years in the wrong order are no years")
                .isEmpty();
        assertThat(step("Academy", 2027, 2027, 2027, "", "").years(0))
                .singleElement()
                .satisfies(year -> assertThat(year.once()).isEmpty());
    }

    private static Affordability judged(FiscalSpace space, PlanStep... steps) {
        return AffordabilityAnalysis.of("outlook", List.of(steps), space, List.of());
    }

    private static Affordability.Year in(Affordability found, int year) {
        return found.years().stream()
                .filter(one -> one.year() == year)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> said(Affordability found) {
        return found.says().stream().map(Wording.english()::say).toList();
    }

    @Test
    void what_a_step_takes_once_is_spread_over_its_years_and_adds_up_to_the_cent() {
        Affordability found = judged(CONSTANT, step("Academy", 2027, 2029, 2031, "100", "10"));
        assertThat(in(found, 2027).once()).isEqualTo(Figure.known(new BigDecimal("33.33")));
        assertThat(in(found, 2029).once()).isEqualTo(Figure.known(new BigDecimal("33.34")));
        assertThat(found.years().stream()
                        .flatMap(year -> year.once().valueIfAny().stream())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("100");
    }

    @Test
    void donors_pay_until_hand_over_and_the_state_from_then_on() {
        Affordability found = judged(CONSTANT, step("Academy", 2027, 2029, 2031, "100", "10"));
        assertThat(in(found, 2029).donors().valueIfAny().orElseThrow()).isEqualByComparingTo("0");
        assertThat(in(found, 2030).donors().valueIfAny().orElseThrow()).isEqualByComparingTo("10");
        assertThat(in(found, 2031).state().valueIfAny().orElseThrow()).isEqualByComparingTo("0");
        assertThat(in(found, 2032).state().valueIfAny().orElseThrow()).isEqualByComparingTo("10");
        assertThat(in(found, 2032).left()).isEqualTo(Figure.known(new BigDecimal("30.00")));
        assertThat(found.gap()).isEmpty();
        assertThat(found.cliff()).contains(new Affordability.Cliff(2032, new BigDecimal("0"), new BigDecimal("10.00")));
        assertThat(said(found)).first().asString().contains("fits into the room", "2036");
    }

    @Test
    void a_gap_is_told_with_its_year_its_amount_and_the_cheapest_step_that_closes_it() {
        Affordability found = judged(
                CONSTANT,
                step("Academy", 2027, 2029, 2029, "100", "35"),
                step("Radios", 2027, 2030, 2031, "50", "12"),
                step("Court", 2027, 2028, 2028, "50", "5"));
        // 35 + 12 + 5 = 52 against a room of 40 from 2032 on.
        assertThat(found.gap()).contains(new Affordability.Gap(2032, 2032, new BigDecimal("12.00"), 5));
        assertThat(found.relief()).containsExactly("Radios");
        assertThat(said(found))
                .first()
                .asString()
                .isEqualTo("With “central”, the plan cannot be afforded after 2031 without 12 USD a year more than "
                        + "there is room for (in 2032, the worst year).");
    }

    @Test
    void where_no_single_step_closes_the_gap_the_dearest_are_named_until_it_is_closed() {
        Affordability found = judged(
                CONSTANT,
                step("One", 2027, 2028, 2028, "1", "30"),
                step("Two", 2027, 2028, 2028, "1", "31"),
                step("Three", 2027, 2028, 2028, "1", "32"));
        assertThat(found.gap().orElseThrow().amount()).isEqualByComparingTo("53");
        assertThat(found.relief()).containsExactly("Three", "Two");
    }

    @Test
    void room_is_what_the_budget_and_what_is_bound_have_each_grown_to() {
        FiscalSpace growing = space("1000", "900", "2", "4");
        assertThat(growing.room(2027)).isEqualByComparingTo("100");
        // 1000 × 1.02 − 900 × 1.04
        assertThat(growing.room(2028)).isEqualByComparingTo("84");
        // 1000 × 1.02³ − 900 × 1.04³ = 1061.208 − 1012.3776
        assertThat(growing.room(2030)).isEqualByComparingTo("48.83");
    }

    @Test
    void where_more_is_bound_than_there_is_steps_are_asked_for_no_more_than_they_cost() {
        Affordability found = judged(space("10", "50", "0", "0"), step("Academy", 2027, 2028, 2028, "1", "7"));
        assertThat(found.gap().orElseThrow().amount()).isEqualByComparingTo("7");
        assertThat(in(found, 2028).left().valueIfAny().orElseThrow()).isEqualByComparingTo("-40");
    }

    @Test
    void a_cost_nobody_has_said_is_never_taken_for_none() {
        PlanStep unknown = step("Vetting", 2027, 2028, 2028, "", "");
        Affordability found = judged(CONSTANT, step("Academy", 2027, 2029, 2029, "100", "10"), unknown);
        assertThat(in(found, 2031).state()).isInstanceOf(Figure.Partial.class);
        assertThat(in(found, 2031).left().reasonIfAny().map(Wording.english()::say))
                .contains("One step has no known yearly cost or no year; there is less left than this.");
        assertThat(found.missing())
                .containsExactly(
                        new Affordability.Lack("Vetting", "Vetting", Missing.ONCE),
                        new Affordability.Lack("Vetting", "Vetting", Missing.EVERY_YEAR));
        assertThat(said(judged(CONSTANT, unknown)))
                .containsExactly(
                        "Whether it can be afforded cannot be told: the one step has no known yearly cost and year.");
    }

    @Test
    void other_currencies_need_a_rate_and_inflation_is_told_or_unknown() {
        PlanStep euros = step("Academy", 2027, 2028, 2028, "100", "10").costing(amount("100"), amount("10"), "EUR");
        Affordability found = judged(CONSTANT, euros);
        assertThat(in(found, 2029).state()).isEqualTo(Figure.known(new BigDecimal("11.00")));
        // 11 × 1.1² at prices of 2029
        assertThat(in(found, 2029).nominal()).isEqualTo(Figure.known(new BigDecimal("13.31")));
        assertThat(in(found, 2029).perCitizen()).isEqualTo(Figure.known(new BigDecimal("2.75")));
        Affordability francs = judged(CONSTANT, euros.costing(amount("1"), amount("1"), "BIF"));
        assertThat(francs.missing()).extracting(Affordability.Lack::what).containsExactly(Missing.RATE);
        assertThat(in(francs, 2029).state()).isInstanceOf(Figure.Partial.class);
    }

    @Test
    void negative_costs_and_ends_before_beginnings_are_named_and_not_reckoned_with() {
        Affordability found = judged(
                CONSTANT, step("Below", 2027, 2028, 2028, "10", "-5"), step("Backwards", 2030, 2028, 2028, "10", "5"));
        assertThat(found.missing())
                .extracting(Affordability.Lack::title, Affordability.Lack::what)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Below", Missing.NEGATIVE),
                        org.assertj.core.groups.Tuple.tuple("Backwards", Missing.ORDER));
        assertThat(in(found, 2031).state().valueIfAny().orElseThrow()).isEqualByComparingTo("0");
    }

    @Test
    void what_brings_a_step_about_is_paid_by_the_months_of_work_in_each_year() {
        PlanStep whole = step("Academy", 2027, 2029, 2029, "2100", "");
        PlanStep part = new PlanStep(
                whole.id(),
                whole.title(),
                whole.begins(),
                whole.ready(),
                new PlanStep.Months(7, 3),
                whole.handedOver(),
                whole.once(),
                whole.everyYear(),
                whole.currency(),
                whole.supported(),
                whole.donors(),
                whole.payer());
        assertThat(part.years(0))
                .as("July 2027 to March 2029: 6, 12 and 3 of 21 months")
                .extracting(year -> year.once().orElseThrow().toPlainString())
                .containsExactly("600.00", "1200.00", "300.00");
    }

    @Test
    void it_is_told_what_nobody_is_named_for() {
        PlanStep academy = step("Academy", 2027, 2028, 2028, "1", "7");
        PlanStep nobody = new PlanStep(
                "Radios",
                "Radios",
                academy.begins(),
                academy.ready(),
                academy.months(),
                academy.handedOver(),
                academy.once(),
                Optional.of(new BigDecimal("3")),
                "USD",
                Optional.empty(),
                List.of(),
                "");
        Affordability found = judged(CONSTANT, academy, nobody);
        assertThat(in(found, 2030).state().valueIfAny().orElseThrow()).isEqualByComparingTo("10");
        assertThat(in(found, 2030).unnamed()).isEqualByComparingTo("3");
        assertThat(found.missing()).containsExactly(new Affordability.Lack("Radios", "Radios", Missing.PAYER));
    }

    @Test
    void sensitivities_tell_how_the_first_gap_moves() {
        Affordability found = judged(CONSTANT, step("Academy", 2027, 2029, 2029, "100", "38"));
        assertThat(found.gap()).isEmpty();
        assertThat(found.sensitivities())
                .extracting(
                        one -> Wording.english().say(one.change()),
                        one -> one.gap().map(Affordability.Gap::first).orElse(0))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("yearly cost 10 % higher", 2030),
                        org.assertj.core.groups.Tuple.tuple("yearly cost 25 % higher", 2030),
                        // 100 × 0.99³ − 60 = 37.03
                        org.assertj.core.groups.Tuple.tuple("budget grows one point a year less", 2030),
                        org.assertj.core.groups.Tuple.tuple("budget grows one point a year more", 0),
                        org.assertj.core.groups.Tuple.tuple("hand-over 2 years later", 0));
    }

    @Test
    void an_outlook_that_cannot_be_reckoned_with_is_refused_in_words() {
        FiscalOutlook wrong = new FiscalOutlook(
                " ",
                Optional.of(PartialDate.ofYear(2030)),
                Optional.of(PartialDate.ofYear(2027)),
                "dollars",
                Optional.of(new BigDecimal("-1")),
                Optional.empty(),
                Optional.of(new BigDecimal("-99")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(BigDecimal.ZERO),
                List.of(new ExchangeRate("EUR", Optional.empty(), "")),
                "",
                "");
        assertThat(wrong.space()).isEmpty();
        assertThat(wrong.refusals())
                .extracting(Sentence::key)
                .containsExactly(
                        "planning.refusal.no-title",
                        "planning.refusal.currency",
                        "planning.refusal.until",
                        "planning.refusal.negative",
                        "planning.refusal.percent",
                        "planning.refusal.citizens",
                        "planning.refusal.rate");
    }
}
