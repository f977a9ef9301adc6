package org.salus.goals;

import org.salus.framework.ResultLevel;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.ledger.Kind;

/** What a row of a logframe is, from the top down: a kind of box, and of results whether they are handed over or a change. */
public enum LogframeLevel implements Term {
    GOAL("goal", Goal.KIND, ResultLevel.GOAL),
    OBJECTIVE("objective", Objective.KIND, ResultLevel.OBJECTIVE),
    OUTCOME("outcome", Result.KIND, ResultLevel.RESULT),
    OUTPUT("output", Result.KIND, ResultLevel.RESULT),
    SUPPORT("support", Support.KIND, ResultLevel.ACTIVITY);

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // A kind never changes.
    private final Kind<?> kind;

    private final ResultLevel level;

    LogframeLevel(String code, Kind<?> kind, ResultLevel level) {
        this.code = code;
        this.kind = kind;
        this.level = level;
    }

    static LogframeLevel of(Box box) {
        return switch (box) {
            case Goal goal -> GOAL;
            case Objective objective -> OBJECTIVE;
            case Result result -> result.kind() == ResultKind.OUTCOME ? OUTCOME : OUTPUT;
            case Support support -> SUPPORT;
        };
    }

    Kind<?> kind() {
        return kind;
    }

    ResultLevel level() {
        return level;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "logframe-level";
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
