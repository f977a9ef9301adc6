package org.salus.governance;

import java.util.OptionalInt;
import org.salus.framework.Sentence;
import org.salus.framework.Term;

/**
 * What an assessor answers to a question: one of five written levels, or that there is not enough information, or that the question does not apply. The last
 * two are answers and are never turned into a number.
 */
public enum Response implements Term {
    LEVEL_0("0", 0),
    LEVEL_1("1", 1),
    LEVEL_2("2", 2),
    LEVEL_3("3", 3),
    LEVEL_4("4", 4),
    NOT_ENOUGH_INFORMATION("not-enough-information", -1),
    NOT_APPLICABLE("not-applicable", -1);

    private final String code;
    private final int level;

    Response(String code, int level) {
        this.code = code;
        this.level = level;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "response";
    }

    @Override
    public Sentence label() {
        return Words.label(this);
    }

    @Override
    public Sentence meaning() {
        return Words.meaning(this);
    }

    /** The level, 0 to 4; empty where the answer is none. */
    public OptionalInt level() {
        return level < 0 ? OptionalInt.empty() : OptionalInt.of(level);
    }
}
