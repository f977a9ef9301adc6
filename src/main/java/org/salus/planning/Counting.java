package org.salus.planning;

import java.util.Locale;
import org.salus.framework.Sentence;

/** When the cost of a step is counted. */
public enum Counting {
    /** All of it in the span in which the step begins, as budgets are drawn on when plans are looked for. */
    COMMITTED,
    /** Spread evenly over its days, as it is likely to be spent. */
    SPENT;

    /** Its name in addresses and files: committed, spent. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How it is counted, in a sentence. */
    public Sentence label() {
        return Sentence.of("planning.roadmap.counting." + code());
    }
}
