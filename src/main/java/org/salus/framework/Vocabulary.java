package org.salus.framework;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The words of a choice as people write them: its code, or its name in any language that is offered, whatever the case and the blanks. So a file that was filled in
 * in one language is read by whoever works in another. A word that has two meanings has none here: whoever reads it must refuse it rather than choose.
 *
 * @param <T> what is chosen
 */
public final class Vocabulary<T> {
    /** No word of a choice is longer; what is, is compared by its beginning. */
    private static final int LONGEST_COMPARED = 60;

    private final Map<String, Set<T>> known = new HashMap<>();

    /** A vocabulary that has no words yet. */
    public Vocabulary() {}

    /** The codes of these terms and their names. */
    public static <T extends Term> Vocabulary<T> of(Collection<? extends T> terms) {
        return of(terms, Term::code, Term::label);
    }

    /** The codes and names of choices that are no terms. */
    public static <T> Vocabulary<T> of(
            Collection<? extends T> choices, Function<? super T, String> code, Function<? super T, Sentence> label) {
        Vocabulary<T> vocabulary = new Vocabulary<>();
        for (T choice : choices) {
            vocabulary.add(code.apply(choice), choice).add(label.apply(choice), choice);
        }
        return vocabulary;
    }

    /** Whether something is so, as people write it. */
    public static Vocabulary<Recorded> recorded() {
        Vocabulary<Recorded> vocabulary = of(List.of(Recorded.values()));
        for (String yes : List.of("yes", "y", "x", "true", "1", "oui", "o", "vrai")) {
            vocabulary.add(yes, Recorded.RECORDED);
        }
        for (String no : List.of("no", "n", "absent", "false", "0", "non", "faux")) {
            vocabulary.add(no, Recorded.RECORDED_AS_ABSENT);
        }
        vocabulary.add("?", Recorded.NOT_RECORDED);
        return vocabulary;
    }

    /** Adds a way to write it. */
    public Vocabulary<T> add(String word, T meaning) {
        known.computeIfAbsent(folded(word), first -> new LinkedHashSet<>()).add(meaning);
        return this;
    }

    /** Adds what every language that is offered calls it. */
    public Vocabulary<T> add(Sentence name, T meaning) {
        Wording.offered().forEach(language -> add(Wording.in(language).say(name), meaning));
        return this;
    }

    /** What a word means; empty if nothing, or two things. */
    public Optional<T> find(String word) {
        Set<T> meanings = known.getOrDefault(folded(word), Set.of());
        return meanings.size() == 1 ? meanings.stream().findFirst() : Optional.empty();
    }

    /** The meaning whose code or name is nearest to what somebody wrote, by letters to put in, leave out or replace; empty if there are no words. */
    public Optional<T> nearest(String word) {
        String folded = folded(word.substring(0, Math.min(word.length(), LONGEST_COMPARED)));
        return known.entrySet().stream()
                .filter(entry -> entry.getValue().size() == 1)
                .min(Comparator.comparingInt(
                                (Map.Entry<String, Set<T>> entry) -> CountryCodes.steps(folded, entry.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .flatMap(entry -> entry.getValue().stream().findFirst());
    }

    /** A text without what does not tell words apart: case, blanks, hyphens, the shape of apostrophes. */
    public static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replaceAll("[\\s_\\-\u00a0]+", " ");
    }
}
