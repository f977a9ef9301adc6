package org.salus.portfolio;

import java.math.BigDecimal;

/** Sums in US dollars, unrounded, one per measure. */
public record Amounts(BigDecimal commitments, BigDecimal disbursements, BigDecimal expenditures) {
    public static final Amounts ZERO = new Amounts(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** With that much more of one measure. */
    public Amounts plus(Measure measure, BigDecimal value) {
        return switch (measure) {
            case COMMITMENTS -> new Amounts(commitments.add(value), disbursements, expenditures);
            case DISBURSEMENTS -> new Amounts(commitments, disbursements.add(value), expenditures);
            case EXPENDITURES -> new Amounts(commitments, disbursements, expenditures.add(value));
        };
    }

    public Amounts plus(Amounts other) {
        return new Amounts(
                commitments.add(other.commitments),
                disbursements.add(other.disbursements),
                expenditures.add(other.expenditures));
    }

    public BigDecimal of(Measure measure) {
        return switch (measure) {
            case COMMITMENTS -> commitments;
            case DISBURSEMENTS -> disbursements;
            case EXPENDITURES -> expenditures;
        };
    }
}
