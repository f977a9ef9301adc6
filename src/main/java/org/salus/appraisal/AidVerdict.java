package org.salus.appraisal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.salus.framework.Sentence;

/** Whether an activity is aid in the sense of the DAC's rules. */
public enum AidVerdict {
    ELIGIBLE,
    /** A part counts, or a share. */
    PARTLY,
    NOT_ELIGIBLE,
    /** The facts do not decide, or the rules that were seen do not: a person has to be asked. */
    GREY;

    /** As published cases write it: {@code not eligible}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What people read. */
    public Sentence label() {
        return Sentence.of(
                "appraisal.oda.verdict." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static Optional<AidVerdict> find(String word) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.word().equals(word))
                .findFirst();
    }

    static AidVerdict of(String word) {
        return find(word).orElseThrow(() -> new IllegalArgumentException("No verdict: " + word));
    }
}
