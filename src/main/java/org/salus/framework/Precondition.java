package org.salus.framework;

import java.util.List;
import java.util.Set;

/**
 * What usually has to be there before work in some reform areas can do good. Typed, so that a plan can be checked against it: the computed premise,
 * work under way in another area, or a named step. A precondition is a question to the planner and never forbids anything.
 */
public sealed interface Precondition extends Term {
    /** The areas of reform whose work needs it. */
    Set<ReformArea> areas();

    @Override
    default String vocabulary() {
        return "precondition";
    }

    /** The state's monopoly of violence is not known to be contested; with one of these readings the work may be premature or do harm. */
    record UncontestedMonopoly(String code, Set<ReformArea> areas, Set<PremiseReading> doubtfulAt)
            implements Precondition {}

    /** Work in one of these areas is done or under way. */
    record WorkUnderWay(String code, Set<ReformArea> areas, Set<ReformArea> anyOf) implements Precondition {}

    /** A step that is no reform area by itself has been taken. */
    record StepTaken(String code, Set<ReformArea> areas, PreparatoryStep step) implements Precondition {}

    /** All of them, in a fixed order. */
    static List<Precondition> all() {
        return Preconditions.ALL;
    }

    /** Those that work in this area needs. */
    static List<Precondition> of(ReformArea area) {
        return Preconditions.ALL.stream()
                .filter(precondition -> precondition.areas().contains(area))
                .toList();
    }
}
