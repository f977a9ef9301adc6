package org.salus.goals;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/**
 * Changes of which it has been published how long the fastest countries of the last century took: World Bank, World Development Report 2011, "Conflict,
 * Security, and Development", table 2.1, after Pritchett and de Weijer, "Fragile States: Stuck in a Capability Trap?" (2010). The years are those from the
 * level of the time to a threshold of good governance; they are no law, and no country is told that it will take as long.
 */
public enum ComparableChange implements Term {
    BUREAUCRATIC_QUALITY("bureaucratic-quality", 12, 20),
    CORRUPTION("corruption", 14, 27),
    MILITARY_IN_POLITICS("military-in-politics", 10, 17),
    GOVERNMENT_EFFECTIVENESS("government-effectiveness", 13, 36),
    CONTROL_OF_CORRUPTION("control-of-corruption", 16, 27),
    RULE_OF_LAW("rule-of-law", 17, 41);

    private final String code;
    private final int fastestYears;
    private final int yearsOfTheFastestTwenty;

    ComparableChange(String code, int fastestYears, int yearsOfTheFastestTwenty) {
        this.code = code;
        this.fastestYears = fastestYears;
        this.yearsOfTheFastestTwenty = yearsOfTheFastestTwenty;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "comparable-change";
    }

    /** Years at the pace of the fastest country that crossed the threshold. */
    public int fastestYears() {
        return fastestYears;
    }

    /** Years at the pace of the twenty fastest countries. */
    public int yearsOfTheFastestTwenty() {
        return yearsOfTheFastestTwenty;
    }

    @Override
    public Sentence label() {
        return Words.label(this);
    }

    @Override
    public Sentence meaning() {
        return Words.meaning(this);
    }
}
