package org.salus.sector;

import java.util.Optional;
import org.salus.framework.DateSpan;
import org.salus.framework.Recorded;

/**
 * What is said about a tie on one basis, by law or in practice, for a time.
 *
 * @param recorded that it is so, or that it is not so; a statement that nothing is recorded says nothing
 * @param instrument the law that makes it so; empty where nobody told, or for practice
 */
public record Statement(Recorded recorded, DateSpan when, Optional<Mandate> instrument) {
    /** That it is so, at no stated time. */
    public static Statement present() {
        return new Statement(Recorded.RECORDED, DateSpan.OPEN, Optional.empty());
    }

    /** That it is not so, at no stated time. */
    public static Statement absent() {
        return new Statement(Recorded.RECORDED_AS_ABSENT, DateSpan.OPEN, Optional.empty());
    }
}
