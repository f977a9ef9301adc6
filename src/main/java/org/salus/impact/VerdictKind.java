package org.salus.impact;

/** What an analysis can say in the end. */
public enum VerdictKind {
    /** What was found is more than chance and pretended treatments show; whether the cause is the treatment rests on the assumptions. */
    EFFECT_TOLD,
    /** The figures do not tell an effect from none; that is no proof of none. */
    NO_EFFECT_TOLD,
    /** The data or a failed check do not allow an answer. */
    CANNOT_BE_TOLD
}
