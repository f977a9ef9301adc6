package org.salus.papers;

import java.math.BigDecimal;
import org.salus.documents.Cell;

/** Sums of open data as papers show them: in millions. */
final class Millions {
    private static final int DIGITS = 6;

    private Millions() {}

    /** In a column of millions; blank where there is none. */
    static Cell cell(BigDecimal sum) {
        return sum.signum() == 0 ? Cell.blank("") : Cell.number(of(sum));
    }

    /** Unrounded. */
    static BigDecimal of(BigDecimal sum) {
        return sum.movePointLeft(DIGITS);
    }
}
