package org.salus.framework;

import java.util.Optional;

/**
 * A value that may be incomplete or missing, and then says why. Never null, NaN or a silent zero.
 *
 * @param <T> what is known: an amount, a share, a count
 */
public sealed interface Figure<T> {
    /** All of it is known. */
    record Known<T>(T value) implements Figure<T> {}

    /** The value covers a part only; the reason says which part is missing. */
    record Partial<T>(T value, Sentence reason) implements Figure<T> {}

    /** Nothing can be said; the reason says what would be needed. */
    record Unknown<T>(Sentence reason) implements Figure<T> {}

    static <T> Figure<T> known(T value) {
        return new Known<>(value);
    }

    static <T> Figure<T> partial(T value, Sentence reason) {
        return new Partial<>(value, reason);
    }

    static <T> Figure<T> unknown(Sentence reason) {
        return new Unknown<>(reason);
    }

    /** The value, if all or a part of it is known. */
    default Optional<T> valueIfAny() {
        return switch (this) {
            case Known<T> known -> Optional.of(known.value());
            case Partial<T> partial -> Optional.of(partial.value());
            case Unknown<T> unknown -> Optional.empty();
        };
    }

    /** Why the value is incomplete or missing; empty if all of it is known. */
    default Optional<Sentence> reasonIfAny() {
        return switch (this) {
            case Known<T> known -> Optional.empty();
            case Partial<T> partial -> Optional.of(partial.reason());
            case Unknown<T> unknown -> Optional.of(unknown.reason());
        };
    }
}
