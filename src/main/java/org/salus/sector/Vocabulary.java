package org.salus.sector;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.Recorded;
import org.salus.framework.Term;
import org.salus.framework.Wording;

/**
 * The words of a choice as people write them: its code or its name, whatever the case and the blanks.
 *
 * @param <T> what is chosen
 */
final class Vocabulary<T> {
    private final Map<String, T> known = new HashMap<>();

    private Vocabulary() {}

    /** The codes of these terms and their names in a language. */
    static <T extends Term> Vocabulary<T> of(List<? extends T> terms, Wording wording) {
        Vocabulary<T> vocabulary = new Vocabulary<>();
        for (T term : terms) {
            vocabulary.add(term.code(), term);
            vocabulary.add(wording.say(term.label()), term);
        }
        return vocabulary;
    }

    /** Whether something is so, as people write it. */
    static Vocabulary<Recorded> recorded(Wording wording) {
        Vocabulary<Recorded> vocabulary = of(List.of(Recorded.values()), wording);
        for (String yes : List.of("yes", "y", "x", "true", "1")) {
            vocabulary.add(yes, Recorded.RECORDED);
        }
        for (String no : List.of("no", "n", "absent", "false", "0")) {
            vocabulary.add(no, Recorded.RECORDED_AS_ABSENT);
        }
        vocabulary.add("?", Recorded.NOT_RECORDED);
        return vocabulary;
    }

    /** Adds a way to write it. */
    Vocabulary<T> add(String word, T meaning) {
        known.putIfAbsent(folded(word), meaning);
        return this;
    }

    Optional<T> find(String word) {
        return Optional.ofNullable(known.get(folded(word)));
    }

    /** A text without what does not tell words apart: case, blanks, hyphens. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_\\-\u00a0]+", " ");
    }
}
