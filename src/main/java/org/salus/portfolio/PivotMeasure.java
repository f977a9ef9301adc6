package org.salus.portfolio;

import java.util.Optional;
import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What the cells of a pivot of support count. What was planned is a measure of its own and is never added to what was done. */
public enum PivotMeasure implements Term {
    COMMITMENTS("commitments"),
    DISBURSEMENTS("disbursements"),
    EXPENDITURES("expenditures"),
    /** IATI's planned disbursements. */
    PLANNED_DISBURSEMENTS("planned-disbursements"),
    /** IATI's budgets of activities. */
    BUDGETS("budgets"),
    ACTIVITIES("activities"),
    /** Months in which at least one activity is under way. */
    MONTHS("months");

    private final String code;

    PivotMeasure(String code) {
        this.code = code;
    }

    /** The measure of that word of an address. */
    public static Optional<PivotMeasure> find(String word) {
        return Term.find(PivotMeasure.class, word);
    }

    /** The same as what the map of support counts. */
    public static PivotMeasure of(Measure measure) {
        return Term.get(PivotMeasure.class, measure.word());
    }

    /** What the map of support counts, if this is a sum of its rows. */
    public Optional<Measure> ofRows() {
        return Measure.find(code);
    }

    /** Whether it is a sum of what was planned. */
    public boolean isPlanned() {
        return this == PLANNED_DISBURSEMENTS || this == BUDGETS;
    }

    /** Whether it is a sum of money. */
    public boolean isMoney() {
        return this != ACTIVITIES && this != MONTHS;
    }

    /** Whether parts of it add up to the whole: months in which several activities are under way are one. */
    public boolean addsUp() {
        return this != MONTHS;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "pivot-measure";
    }

    @Override
    public Sentence label() {
        return Sentence.of("portfolio.pivot-measure." + code);
    }
}
