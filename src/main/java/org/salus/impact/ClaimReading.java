package org.salus.impact;

import java.util.ArrayList;
import java.util.List;
import org.salus.framework.Sentence;

/**
 * How a claim stands by the evidence that is written down. It is no surer than that: a claim that only survived what it had to survive is plausible, not strong; one that is confirmed is
 * plausible as long as another explanation is not ruled out, or nobody has named one (Mayne 2008; Bennett 2010). Pure; {@code docs/impact.md} has the scale.
 *
 * @param because why it stands so
 * @param toAsk what would have to be looked for next
 */
public record ClaimReading(ClaimStrength strength, List<Sentence> because, List<Sentence> toAsk) {
    public ClaimReading {
        because = List.copyOf(because);
        toAsk = List.copyOf(toAsk);
    }

    /**
     * Reads the evidence.
     *
     * @param evidence about the claim itself
     * @param rivals how each of the other explanations stands
     */
    static ClaimReading of(List<ClaimEvidence> evidence, List<RivalState> rivals) {
        EvidenceTally tally = EvidenceTally.of(evidence);
        List<Sentence> because = new ArrayList<>();
        ClaimStrength strength = alone(tally, because);
        strength = besideRivals(strength, tally, rivals, because);
        if (tally.withoutSource() > 0) {
            because.add(Sentence.of("impact.claim.because.no-source", tally.withoutSource()));
        }
        List<Sentence> toAsk = new ArrayList<>();
        if (tally.unknown() > 0) {
            toAsk.add(Sentence.of("impact.claim.ask.unknown", tally.unknown()));
        }
        if (rivals.isEmpty()) {
            toAsk.add(Sentence.of("impact.claim.ask.rivals"));
        }
        if (rivals.contains(RivalState.NOT_TESTED)) {
            toAsk.add(Sentence.of("impact.claim.ask.test-rivals", count(rivals, RivalState.NOT_TESTED)));
        }
        if (tally.eliminating() == 0 && tally.confirming() == 0) {
            toAsk.add(Sentence.of("impact.claim.ask.confirming"));
        }
        return new ClaimReading(strength, because, toAsk);
    }

    private static ClaimStrength alone(EvidenceTally tally, List<Sentence> because) {
        if (tally.tested() == 0) {
            because.add(Sentence.of("impact.claim.because.nothing"));
            return ClaimStrength.NOT_ENOUGH;
        }
        if (tally.eliminating() > 0) {
            because.add(Sentence.of("impact.claim.because.eliminated", tally.eliminating()));
            if (tally.confirming() == 0) {
                return ClaimStrength.CONTRADICTED;
            }
            because.add(Sentence.of("impact.claim.because.both", tally.confirming()));
            return ClaimStrength.DISPUTED;
        }
        boolean leansAway = tally.leaningAgainst() > tally.leaningFor();
        if (tally.confirming() > 0) {
            because.add(Sentence.of("impact.claim.because.confirmed", tally.confirming()));
            return lowered(ClaimStrength.STRONG, ClaimStrength.PLAUSIBLE, leansAway, tally, because);
        }
        if (tally.survived() > 0) {
            because.add(Sentence.of("impact.claim.because.survived", tally.survived()));
            return lowered(ClaimStrength.PLAUSIBLE, ClaimStrength.WEAK, leansAway, tally, because);
        }
        because.add(Sentence.of("impact.claim.because.leaning", tally.leaningFor(), tally.leaningAgainst()));
        return tally.leaningFor() > tally.leaningAgainst() ? ClaimStrength.WEAK : ClaimStrength.NOT_ENOUGH;
    }

    private static ClaimStrength lowered(
            ClaimStrength found, ClaimStrength lower, boolean leansAway, EvidenceTally tally, List<Sentence> because) {
        if (!leansAway) {
            return found;
        }
        because.add(Sentence.of("impact.claim.because.leans-away", tally.leaningAgainst(), tally.leaningFor()));
        return lower;
    }

    private static ClaimStrength besideRivals(
            ClaimStrength alone, EvidenceTally tally, List<RivalState> rivals, List<Sentence> because) {
        int confirmed = count(rivals, RivalState.CONFIRMED);
        int open = count(rivals, RivalState.NOT_RULED_OUT) + count(rivals, RivalState.NOT_TESTED);
        ClaimStrength strength = alone;
        if (rivals.isEmpty()) {
            because.add(Sentence.of("impact.claim.because.no-rivals"));
            strength = strength.atMost(ClaimStrength.PLAUSIBLE);
        }
        if (open > 0) {
            because.add(Sentence.of("impact.claim.because.open-rivals", open));
            strength = strength.atMost(ClaimStrength.PLAUSIBLE);
        }
        if (confirmed > 0) {
            because.add(Sentence.of("impact.claim.because.confirmed-rivals", confirmed));
            strength = strength.atMost(tally.confirming() > 0 ? ClaimStrength.PLAUSIBLE : ClaimStrength.WEAK);
        }
        if (!rivals.isEmpty() && open == 0 && confirmed == 0) {
            because.add(Sentence.of("impact.claim.because.ruled-out", rivals.size()));
        }
        return strength;
    }

    private static int count(List<RivalState> rivals, RivalState state) {
        return (int) rivals.stream().filter(state::equals).count();
    }
}
