package org.salus.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Shares where nobody published any: equal ones, in hundredths of a percent, and always exactly a hundred percent together. */
public final class EqualShares {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    private EqualShares() {}

    /**
     * Equal parts in percent.
     *
     * @param parts how many, at least one
     * @return what is left over makes the first the largest
     * @throws IllegalArgumentException if there is no part
     */
    public static List<BigDecimal> percents(int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException("No parts: " + parts);
        }
        BigDecimal each = HUNDRED.divide(BigDecimal.valueOf(parts), DECIMALS, RoundingMode.DOWN);
        List<BigDecimal> all = new ArrayList<>();
        all.add(HUNDRED.subtract(each.multiply(BigDecimal.valueOf(parts - 1L))));
        for (int i = 1; i < parts; i++) {
            all.add(each);
        }
        return List.copyOf(all);
    }
}
