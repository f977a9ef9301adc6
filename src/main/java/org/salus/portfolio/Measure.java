package org.salus.portfolio;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Sentence;

/** What a sum of money counts. A commitment and its disbursement are the same money twice and are never added. */
public enum Measure {
    /** IATI transaction type 2. */
    COMMITMENTS("2"),
    /** IATI transaction type 3. */
    DISBURSEMENTS("3"),
    /** IATI transaction type 4. */
    EXPENDITURES("4");

    private final String transactionType;

    Measure(String transactionType) {
        this.transactionType = transactionType;
    }

    /** Word in addresses and files: {@code commitments}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What people call it. */
    public Sentence label() {
        return Sentence.of("portfolio.measure." + word());
    }

    public static Optional<Measure> find(String word) {
        return Stream.of(values()).filter(m -> m.word().equalsIgnoreCase(word)).findFirst();
    }

    static Optional<Measure> ofTransaction(@Nullable String type) {
        return Stream.of(values()).filter(m -> m.transactionType.equals(type)).findFirst();
    }
}
