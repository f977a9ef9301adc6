package org.salus.portfolio;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Money or activities that no figure contains, and why.
 *
 * @param reason what kind of remainder it is; its words are under {@code portfolio.left-out.<code>}
 * @param transactions how many transactions
 * @param amounts what they amount to, by what they would count for and by currency, as published; never added, since a commitment and its disbursement are the same
 *     money; empty where no amount is known
 * @param activities identifiers of the activities, each once
 */
public record LeftOut(
        Reason reason, int transactions, Map<Measure, Map<String, BigDecimal>> amounts, List<String> activities) {
    public LeftOut {
        Map<Measure, Map<String, BigDecimal>> copied = new EnumMap<>(Measure.class);
        amounts.forEach((measure, sums) -> copied.put(measure, Collections.unmodifiableMap(new TreeMap<>(sums))));
        amounts = Collections.unmodifiableMap(copied);
        activities = List.copyOf(activities);
    }

    /** Why something is in no figure. */
    public enum Reason {
        NO_AMOUNT,
        NO_CURRENCY,
        NO_RATE,
        NO_DATE,
        OUTSIDE_PERIOD,
        SHARE_NOT_STATED,
        OTHER_COUNTRYS_SYSTEM;

        /** Word in addresses and files: {@code no-rate}. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
