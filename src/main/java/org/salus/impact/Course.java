package org.salus.impact;

/** Looks on while a study is worked out: a synthetic control with many donors takes its time, most of it for placebos. Called from several threads at once. */
public interface Course {
    /** Nobody looks on. */
    Course UNWATCHED = new Course() {};

    /** It is made of so many parts: the figure itself, and each pretended treatment. */
    default void of(int parts) {}

    /**
     * It goes on, within a part: called often.
     *
     * @throws java.util.concurrent.CancellationException if whoever waits has had enough
     */
    default void goesOn() {}

    /**
     * One more part is done.
     *
     * @throws java.util.concurrent.CancellationException if whoever waits has had enough
     */
    default void step() {}

    /** What came out, before it is known what that is worth. */
    default void effect(double value) {}
}
