package org.salus.diligence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.ItemId;

/** Every rule about the next step, each with a step that breaks it and no other. */
class CaseRuleTest {
    private static final ItemId CASE = ItemId.fresh();

    /** A moment that no rule minds, until something of it is changed. */
    private static final class Draft {
        private Steps before = Steps.decided(RiskLevel.MEDIUM, Decision.GO);
        private CaseStep next = Steps.step(StepKind.SUSPENDED, "2026-04-01");
        private List<String> regimes = List.of("us-leahy");
        private List<ScopeAnswer> answers = Steps.yes(Regimes.shipped().of(List.of("us-leahy")));
        private boolean isForNamed;
        private boolean mayDecide = true;
        private List<RiskFact> facts = new ArrayList<>(List.of(
                Steps.fact(CASE, "grave-violations"), Steps.fact(CASE, "command"), Steps.fact(CASE, "accountability")));
        private List<Measure> measures =
                List.of(Steps.measure(CASE, "Embassy", Optional.of(PartialDate.of("2026-06-01"))));

        Set<CaseRule> broken() {
            Moment moment = new Moment(
                    before.file(regimes, answers),
                    before.course(),
                    next,
                    isForNamed,
                    mayDecide,
                    facts,
                    measures,
                    Regimes.shipped());
            Set<CaseRule> broken = EnumSet.noneOf(CaseRule.class);
            for (CaseRule rule : CaseRule.values()) {
                if (rule.against(moment).isPresent()) {
                    broken.add(rule);
                }
            }
            return broken;
        }
    }

    private static Draft draft(Consumer<Draft> changed) {
        Draft draft = new Draft();
        changed.accept(draft);
        return draft;
    }

    private static Steps assessed(RiskLevel level) {
        return new Steps()
                .then(StepKind.IN_SCOPE, "2026-01-05")
                .then(Steps.step(StepKind.ASSESSED, "2026-01-20").at(level));
    }

    private static CaseStep deciding(Decision decision) {
        return Steps.holding(Steps.step(StepKind.DECIDED, "2026-02-01").deciding(decision));
    }

    private static Map<CaseRule, Draft> broken() {
        Map<CaseRule, Draft> all = new EnumMap<>(CaseRule.class);
        all.put(CaseRule.IS_OF_A_DAY, draft(one -> one.next = Steps.step(StepKind.SUSPENDED, "2026-04")));
        all.put(CaseRule.FOLLOWS_THE_LAST, draft(one -> one.next = Steps.step(StepKind.SUSPENDED, "2026-01-31")));
        all.put(
                CaseRule.IS_TAKEN_BY_AN_OFFICE,
                draft(one ->
                        one.next = CaseStep.of(StepKind.SUSPENDED, PartialDate.of("2026-04-01"), " ", "new reports")));
        all.put(
                CaseRule.HAS_REASONS,
                draft(one -> one.next = CaseStep.of(StepKind.SUSPENDED, PartialDate.of("2026-04-01"), "Embassy", "")));
        all.put(CaseRule.STOPS_AT_THE_END, draft(one -> one.before.then(StepKind.CLOSED, "2026-03-20")));
        all.put(CaseRule.ANSWERS_ABOUT_SCOPE, draft(one -> {
            one.before = new Steps();
            one.next = Steps.step(StepKind.IN_SCOPE, "2026-01-05");
            one.answers = one.answers.subList(1, one.answers.size());
        }));
        all.put(CaseRule.SCOPE_BEFORE_ASSESSMENT, draft(one -> {
            one.before = new Steps();
            one.next = Steps.step(StepKind.ASSESSED, "2026-01-20").at(RiskLevel.MEDIUM);
        }));
        all.put(CaseRule.FACTS_BEFORE_ASSESSMENT, draft(one -> {
            one.next = Steps.step(StepKind.ASSESSED, "2026-04-01").at(RiskLevel.MEDIUM);
            one.facts = List.of();
        }));
        all.put(CaseRule.LEVEL_OF_AN_ASSESSMENT, draft(one -> one.next = Steps.step(StepKind.ASSESSED, "2026-04-01")));
        all.put(CaseRule.NOT_LOW_UNASKED, draft(one -> {
            one.next = Steps.step(StepKind.ASSESSED, "2026-04-01").at(RiskLevel.LOW);
            one.facts.removeLast();
        }));
        all.put(
                CaseRule.ASSESSMENT_BEFORE_DECISION,
                draft(one ->
                        one.next = Steps.step(StepKind.DECIDED, "2026-04-01").deciding(Decision.NO)));
        all.put(CaseRule.DECISION_SAYS_WHAT, draft(one -> {
            one.before = assessed(RiskLevel.MEDIUM);
            one.next = Steps.step(StepKind.DECIDED, "2026-02-01");
        }));
        all.put(CaseRule.ROLE_OF_DECIDERS, draft(one -> {
            one.before = assessed(RiskLevel.MEDIUM);
            one.next = deciding(Decision.GO);
            one.mayDecide = false;
        }));
        all.put(CaseRule.NO_PLAIN_GO_AT_HIGH_RISK, draft(one -> {
            one.before = assessed(RiskLevel.NOT_KNOWN);
            one.next = deciding(Decision.GO);
        }));
        all.put(CaseRule.MITIGATION_HAS_OWNERS_AND_DATES, draft(one -> {
            one.before = assessed(RiskLevel.HIGH);
            one.next = deciding(Decision.GO_WITH_MITIGATION);
            one.measures = List.of(Steps.measure(CASE, "Embassy", Optional.empty()));
        }));
        all.put(CaseRule.DECISION_HOLDS_FOR_A_TIME, draft(one -> {
            one.before = assessed(RiskLevel.MEDIUM);
            one.next = Steps.step(StepKind.DECIDED, "2026-02-01").deciding(Decision.GO);
        }));
        all.put(CaseRule.DECISION_ENDS, draft(one -> {
            one.before = assessed(RiskLevel.MEDIUM);
            one.next = Steps.step(StepKind.DECIDED, "2026-02-01")
                    .deciding(Decision.GO)
                    .holding(PartialDate.of("2026-03-01"), PartialDate.of("2026-09-01"), PartialDate.of("2027-03-02"));
        }));
        all.put(CaseRule.DECISION_BEFORE_REVIEW, draft(one -> {
            one.before.then(StepKind.SUSPENDED, "2026-03-10");
            one.next = Steps.step(StepKind.REVIEWED, "2026-04-01").reviewedBy(PartialDate.of("2026-10-01"));
        }));
        all.put(
                CaseRule.REVIEW_SAYS_WHEN_NEXT,
                draft(one -> one.next =
                        Steps.step(StepKind.REVIEWED, "2026-04-01").reviewedBy(PartialDate.of("2027-01-01"))));
        all.put(CaseRule.DECISION_BEFORE_SUSPENSION, draft(one -> one.before = assessed(RiskLevel.MEDIUM)));
        all.put(CaseRule.SUSPENDED_ONCE, draft(one -> one.before.then(StepKind.SUSPENDED, "2026-03-10")));
        all.put(CaseRule.LIFTS_A_SUSPENSION, draft(one -> one.next = Steps.step(StepKind.LIFTED, "2026-04-01")));
        all.put(CaseRule.WITHIN_THE_DECISION, draft(one -> {
            one.before.then(StepKind.SUSPENDED, "2026-03-10");
            one.next = Steps.step(StepKind.LIFTED, "2027-01-01");
        }));
        all.put(
                CaseRule.NAMES_FOR_NAMED_READERS,
                draft(one ->
                        one.next = one.next.takenBy(new NamedPerson("A. N. Other", PartialDate.of("2026-12-31")))));
        all.put(CaseRule.NAMES_EXPIRE, draft(one -> {
            one.isForNamed = true;
            one.next = one.next.takenBy(new NamedPerson("A. N. Other", PartialDate.of("2027-04-02")));
        }));
        return all;
    }

    @Test
    void a_step_in_its_place_breaks_none() {
        assertThat(new Draft().broken()).isEmpty();
        assertThat(draft(one -> {
                            one.before = assessed(RiskLevel.HIGH);
                            one.next = deciding(Decision.GO_WITH_MITIGATION);
                        })
                        .broken())
                .isEmpty();
        assertThat(draft(one -> one.next =
                                Steps.step(StepKind.ASSESSED, "2026-04-01").at(RiskLevel.LOW))
                        .broken())
                .isEmpty();
    }

    @Test
    void each_rule_is_broken_alone_by_a_step_of_its_own() {
        Map<CaseRule, Draft> all = broken();
        assertThat(all.keySet()).containsExactlyInAnyOrder(CaseRule.values());
        all.forEach((rule, draft) -> assertThat(draft.broken()).as(rule.name()).containsExactly(rule));
    }

    @Test
    void each_rule_says_in_words_why() {
        for (CaseRule rule : CaseRule.values()) {
            Sentence reason = rule.reason();
            assertThat(Wording.english().knows(reason.key())).as(reason.key()).isTrue();
        }
    }

    @Test
    void how_long_a_name_may_be_shown_is_said_as_the_file_has_it() {
        assertThat(Wording.english().say(CaseRule.NAMES_EXPIRE.reason()))
                .contains("at most " + Regimes.shipped().longestNameMonths() + " months");
    }

    @Test
    void to_stop_support_needs_no_editor() {
        assertThat(draft(one -> one.mayDecide = false).broken()).isEmpty();
    }

    @Test
    void what_nobody_asked_is_not_low_also_where_one_fact_says_that_nothing_was_found() {
        Draft draft = draft(one -> {
            one.next = Steps.step(StepKind.ASSESSED, "2026-04-01").at(RiskLevel.LOW);
            one.facts = List.of(Steps.fact(CASE, "other"));
        });
        assertThat(draft.broken()).containsExactly(CaseRule.NOT_LOW_UNASKED);
    }
}
