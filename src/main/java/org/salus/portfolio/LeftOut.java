package org.salus.portfolio;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Money or activities that no figure contains, and why.
 *
 * @param reason what kind of remainder it is; its words are under {@code portfolio.left-out.<code>}
 * @param transactions how many transactions
 * @param amounts what they amount to, by currency, as published; empty where no amount is known
 * @param activities identifiers of the activities, each once
 */
public record LeftOut(Reason reason, int transactions, Map<String, BigDecimal> amounts, List<String> activities) {
    public LeftOut {
        amounts = java.util.Collections.unmodifiableMap(new TreeMap<>(amounts));
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
