package org.salus.goals;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/**
 * Changes of which it has been published how long the fastest reformers took: World Bank, World Development Report 2011, "Conflict, Security, and Development",
 * box 3.6 (page 109), after Pritchett and de Weijer (2010), from ratings of the International Country Risk Guide between 1985 and 2009. The years are those
 * to a threshold on a scale of ratings; they are no law, and no country is told that it will take as long.
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

    /** Years the fastest country took to the threshold. */
    public int fastestYears() {
        return fastestYears;
    }

    /** Years the twenty fastest took on average. */
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
