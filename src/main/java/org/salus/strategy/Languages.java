package org.salus.strategy;

import java.util.List;
import java.util.Locale;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/** The languages in which a strategy can be composed: those in which rooms have the words that documents say. */
public final class Languages {
    private static final List<String> OFFERED = List.of("en", "fr");

    private Languages() {}

    /** Their tags, the usual one first. */
    public static List<String> offered() {
        return OFFERED;
    }

    /** The tag of the one that is meant where nothing is said. */
    public static String usual() {
        return OFFERED.getFirst();
    }

    static boolean isOffered(String tag) {
        return OFFERED.contains(tag);
    }

    /**
     * The language of that tag; the usual one where nothing is said.
     *
     * @throws Failure (wrong use) naming those there are
     */
    public static Locale of(String tag) {
        if (tag.isBlank()) {
            return Locale.forLanguageTag(OFFERED.getFirst());
        }
        if (!isOffered(tag)) {
            throw Failure.wrongUse(Sentence.of("strategy.refusal.language", tag, String.join(", ", OFFERED)))
                    .at("language");
        }
        return Locale.forLanguageTag(tag);
    }
}
