package org.salus.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.ItemId;

/** How a claim stands by its evidence: the scale of docs/impact.md, step by step, and never surer than what is written down. */
class ClaimReadingTest {
    private static final ItemId CLAIM = ItemId.fresh();

    private final List<ClaimEvidence> evidence = new ArrayList<>();
    private final List<RivalState> rivals = new ArrayList<>();

    private static ClaimEvidence of(TestKind test, TestResult result, String source) {
        return new ClaimEvidence(
                CLAIM, Optional.empty(), "what was looked for", test, result, source, Optional.empty(), "");
    }

    private void found(TestKind test, TestResult result) {
        evidence.add(of(test, result, "minutes"));
    }

    private ClaimReading read() {
        return ClaimReading.of(evidence, rivals);
    }

    private ClaimStrength strength() {
        return read().strength();
    }

    private String because() {
        return String.join(
                " ", read().because().stream().map(Wording.english()::say).toList());
    }

    private List<String> toAsk() {
        return read().toAsk().stream().map(Sentence::key).toList();
    }

    @Test
    void without_a_test_that_has_a_result_nothing_is_told() {
        assertThat(strength()).isEqualTo(ClaimStrength.NOT_ENOUGH);
        found(TestKind.SMOKING_GUN, TestResult.UNKNOWN);
        assertThat(strength()).isEqualTo(ClaimStrength.NOT_ENOUGH);
        assertThat(toAsk()).contains("impact.claim.ask.unknown", "impact.claim.ask.rivals");
    }

    @Test
    void straws_make_a_claim_weak_at_most_however_many_there_are() {
        for (int i = 0; i < 20; i++) {
            found(TestKind.STRAW_IN_THE_WIND, TestResult.PASSED);
        }
        rivals.add(RivalState.RULED_OUT);
        assertThat(strength()).isEqualTo(ClaimStrength.WEAK);
    }

    @Test
    void straws_that_lean_both_ways_tell_nothing() {
        found(TestKind.STRAW_IN_THE_WIND, TestResult.PASSED);
        found(TestKind.STRAW_IN_THE_WIND, TestResult.FAILED);
        assertThat(strength()).isEqualTo(ClaimStrength.NOT_ENOUGH);
    }

    @Test
    void passing_hoops_confirms_nothing() {
        found(TestKind.HOOP, TestResult.PASSED);
        found(TestKind.HOOP, TestResult.PASSED);
        rivals.add(RivalState.RULED_OUT);
        assertThat(strength()).isEqualTo(ClaimStrength.PLAUSIBLE);
        assertThat(because()).contains("It survived 2 tests", "that confirms nothing by itself");
    }

    @Test
    void a_smoking_gun_makes_it_strong_only_where_every_other_explanation_that_was_named_is_ruled_out() {
        found(TestKind.SMOKING_GUN, TestResult.PASSED);
        assertThat(strength()).as("nobody named another").isEqualTo(ClaimStrength.PLAUSIBLE);
        rivals.add(RivalState.RULED_OUT);
        assertThat(strength()).isEqualTo(ClaimStrength.STRONG);
        rivals.add(RivalState.NOT_TESTED);
        assertThat(strength()).isEqualTo(ClaimStrength.PLAUSIBLE);
        rivals.set(1, RivalState.NOT_RULED_OUT);
        assertThat(strength()).isEqualTo(ClaimStrength.PLAUSIBLE);
        assertThat(because()).contains("One other explanation is not ruled out.");
    }

    @Test
    void a_confirmed_other_explanation_leaves_little_to_a_claim_that_only_survived() {
        found(TestKind.HOOP, TestResult.PASSED);
        rivals.add(RivalState.CONFIRMED);
        assertThat(strength()).isEqualTo(ClaimStrength.WEAK);
        found(TestKind.DOUBLY_DECISIVE, TestResult.PASSED);
        assertThat(strength())
                .as("both are confirmed, and may both have contributed")
                .isEqualTo(ClaimStrength.PLAUSIBLE);
    }

    @Test
    void evidence_against_lets_it_fall() {
        found(TestKind.SMOKING_GUN, TestResult.PASSED);
        rivals.add(RivalState.RULED_OUT);
        assertThat(strength()).isEqualTo(ClaimStrength.STRONG);
        found(TestKind.STRAW_IN_THE_WIND, TestResult.FAILED);
        assertThat(strength()).as("it leans away").isEqualTo(ClaimStrength.PLAUSIBLE);
        found(TestKind.HOOP, TestResult.FAILED);
        assertThat(strength()).as("one source has to be wrong").isEqualTo(ClaimStrength.DISPUTED);
        evidence.removeFirst();
        assertThat(strength()).isEqualTo(ClaimStrength.CONTRADICTED);
    }

    @Test
    void a_smoking_gun_that_is_not_found_rules_nothing_out() {
        found(TestKind.HOOP, TestResult.PASSED);
        found(TestKind.STRAW_IN_THE_WIND, TestResult.PASSED);
        found(TestKind.SMOKING_GUN, TestResult.FAILED);
        assertThat(strength()).isEqualTo(ClaimStrength.PLAUSIBLE);
    }

    @Test
    void what_has_no_source_counts_as_a_straw_in_the_wind_for_and_against() {
        evidence.add(of(TestKind.SMOKING_GUN, TestResult.PASSED, " "));
        rivals.add(RivalState.RULED_OUT);
        assertThat(strength()).isEqualTo(ClaimStrength.WEAK);
        assertThat(because()).contains("One piece of evidence has no source");
        evidence.set(0, of(TestKind.HOOP, TestResult.FAILED, ""));
        assertThat(strength()).isEqualTo(ClaimStrength.NOT_ENOUGH);
    }

    @Test
    void another_explanation_is_ruled_out_or_confirmed_by_the_same_tests() {
        assertThat(state()).isEqualTo(RivalState.NOT_TESTED);
        assertThat(state(of(TestKind.HOOP, TestResult.PASSED, "s"))).isEqualTo(RivalState.NOT_RULED_OUT);
        assertThat(state(of(TestKind.HOOP, TestResult.FAILED, "s"))).isEqualTo(RivalState.RULED_OUT);
        assertThat(state(of(TestKind.HOOP, TestResult.FAILED, "")))
                .as("without a source")
                .isEqualTo(RivalState.NOT_RULED_OUT);
        assertThat(state(of(TestKind.SMOKING_GUN, TestResult.PASSED, "s"))).isEqualTo(RivalState.CONFIRMED);
        assertThat(state(of(TestKind.SMOKING_GUN, TestResult.PASSED, "s"), of(TestKind.HOOP, TestResult.FAILED, "t")))
                .isEqualTo(RivalState.NOT_RULED_OUT);
    }

    private static RivalState state(ClaimEvidence... evidence) {
        return EvidenceTally.of(List.of(evidence)).ofRival();
    }

    @Test
    void every_mixture_of_evidence_is_no_surer_than_its_best_piece_allows() {
        for (TestKind test : TestKind.values()) {
            for (TestResult result : TestResult.values()) {
                for (RivalState rival : RivalState.values()) {
                    ClaimStrength found = ClaimReading.of(List.of(of(test, result, "s")), List.of(rival))
                            .strength();
                    boolean isConfirmed = result == TestResult.PASSED
                            && (test == TestKind.SMOKING_GUN || test == TestKind.DOUBLY_DECISIVE);
                    assertThat(found == ClaimStrength.STRONG)
                            .as(test + " " + result + " " + rival)
                            .isEqualTo(isConfirmed && rival == RivalState.RULED_OUT);
                    assertThat(found.isSurerThan(ClaimStrength.NOT_ENOUGH) && result != TestResult.PASSED)
                            .as("what did not pass makes nothing sure")
                            .isFalse();
                }
            }
        }
    }
}
