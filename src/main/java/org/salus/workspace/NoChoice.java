package org.salus.workspace;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What is answered to whoever chose something that is not on offer: what they said, and what there is to choose from. */
public final class NoChoice {
    private NoChoice() {}

    /**
     * A failure (wrong use) that names the choices.
     *
     * @param said as it was typed
     * @param vocabulary whose codes are the choices
     */
    public static <T extends Enum<T>> Failure of(String said, Class<T> vocabulary) {
        return of(
                said,
                Arrays.stream(vocabulary.getEnumConstants()).map(Term::codeOf).toList());
    }

    /** The same for choices that are no vocabulary. */
    public static Failure of(String said, Collection<String> choices) {
        return Failure.wrongUse(
                Sentence.of("workspace.field.no-choice-of", said, String.join(", ", List.copyOf(choices))));
    }
}
