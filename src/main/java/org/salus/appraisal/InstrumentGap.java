package org.salus.appraisal;

import java.util.Optional;
import org.salus.framework.Sentence;

/**
 * Something an instrument asks for that is recorded as absent; may be a reason for an objective.
 *
 * @param step recorded as absent; empty where the state signed and the table tells of no ratification
 */
public record InstrumentGap(InstrumentLine line, Optional<InstrumentStep> step) {
    private static final String NAMES = "standard:";

    /** Whether a finding of that name is a gap, now or earlier. */
    static boolean isName(String name) {
        return name.startsWith(NAMES);
    }

    /** Lasting name; an objective that takes it up keeps it. */
    public String name() {
        return NAMES + line.instrument().id() + ":" + line.country() + ":"
                + step.map(InstrumentStep::code).orElse("ratified");
    }

    /** What was found, in words. */
    public Sentence says() {
        String title = line.instrument().title();
        if (step.isEmpty()) {
            return Sentence.of(
                    "appraisal.gap.signed",
                    title,
                    line.standing()
                            .signature()
                            .flatMap(act -> act.on())
                            .map(Object::toString)
                            .orElse(""));
        }
        String bound = line.standing().status().isBound()
                ? "party"
                : line.standing().status() == TreatyStatus.NO_TREATY ? "standard" : "unknown";
        return Sentence.of("appraisal.gap." + bound, title, step.get().meaning());
    }
}
