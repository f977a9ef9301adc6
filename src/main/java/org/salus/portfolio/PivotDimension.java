package org.salus.portfolio;

import java.util.Optional;
import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** By what a pivot of support tells support apart. */
public enum PivotDimension implements Term {
    /** As the map of support counts it: who alone funds an activity, else a value of its own for several. */
    DONOR("donor"),
    /** Every organisation that funds an activity, each once however it is written. */
    FUNDER("funder"),
    /** Every organisation that implements an activity. */
    IMPLEMENTER("implementer"),
    AREA("area"),
    FIELD("field"),
    YEAR("year"),
    /** First-level unit of the country. */
    PLACE("place"),
    /** IATI's flow type: official development assistance, other official flows … */
    FLOW("flow");

    /** The value of what states no year. */
    public static final String WITHOUT = "without";

    private final String code;

    PivotDimension(String code) {
        this.code = code;
    }

    /** The dimension of that word of an address. */
    public static Optional<PivotDimension> find(String word) {
        return Term.find(PivotDimension.class, word);
    }

    /** Whether something may have several of its values, and counts in each. */
    public boolean isShared() {
        return this == FUNDER || this == IMPLEMENTER || this == PLACE;
    }

    /** Whether rows of support have it only by what is known of their activities. */
    boolean isTrait() {
        return isShared() || this == FLOW;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "pivot-dimension";
    }

    @Override
    public Sentence label() {
        return Sentence.of("portfolio.pivot-dimension." + code);
    }
}
