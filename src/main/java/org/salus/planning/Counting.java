package org.salus.planning;

import java.util.Locale;
import org.salus.framework.Sentence;

/** When the cost of a step is counted. */
public enum Counting {
    /** All of it in the span in which the step begins, as it is promised. */
    COMMITTED,
    /** Shared by the months of the step, as it is likely to be spent and as budgets are held to. */
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
