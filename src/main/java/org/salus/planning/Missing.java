package org.salus.planning;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What has to be said of a step before its cost can be followed past hand-over, or before it can be scheduled. */
public enum Missing implements Term {
    /** What it takes to bring it about. */
    ONCE("once"),
    /** What it takes to keep it up. */
    EVERY_YEAR("every-year"),
    /** When it is reached, so that its cost stands in no year. */
    YEARS("years"),
    /** Who pays after hand-over. */
    PAYER("payer"),
    /** What its currency is worth in that of the outlook. */
    RATE("rate"),
    /** A cost below zero, which is none. */
    NEGATIVE("negative"),
    /** It is reached before it begins. */
    ORDER("order"),
    /** How long it takes, without which it has no place in a schedule. */
    DURATION("duration"),
    /** When what it waits for is over, so that it has no place either. */
    BEFORE("before"),
    /** How many can go on at the same time in an institution or area. */
    CAPACITY("capacity");

    private final String code;

    Missing(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "plan-missing";
    }

    @Override
    public Sentence label() {
        return Sentence.of("planning.missing." + code);
    }
}
