package org.salus.portfolio;

import java.math.BigDecimal;
import java.util.Optional;
import org.salus.framework.Sentence;

/**
 * A row of support, and how much of it is counted where everything is counted once.
 *
 * @param row as it counts where nothing is set aside
 * @param setAside what is not counted, in the currency of the map, unrounded; zero where all is
 * @param why empty where all is counted
 */
public record CountedRow(SupportRow row, BigDecimal setAside, Optional<Why> why) {
    /** The rule by which something is set aside, and the activity or payment that it is counted at. */
    public record Why(SetAside rule, Sentence sentence) {}

    static CountedRow whole(SupportRow row) {
        return new CountedRow(row, BigDecimal.ZERO, Optional.empty());
    }

    /** What is counted; with {@link #setAside} exactly the value of the row. */
    public BigDecimal counted() {
        return row.value().subtract(setAside);
    }

    /** Whether anything of it is set aside. */
    public boolean isSetAside() {
        return why.isPresent();
    }
}
