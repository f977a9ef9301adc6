package org.salus.framework;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A word of the approach: a code that stays the same in data, addresses and files, and the words a reader sees for it. The words are in the room's
 * {@code wording.properties} under {@code <vocabulary>.<code>.name} and {@code .text}.
 */
public interface Term {
    /** The stable code, unique within its vocabulary. */
    String code();

    /** Which list of codes this belongs to: {@code area}, {@code field}, {@code pillar} … */
    String vocabulary();

    /** What to call it, a few words. */
    default Sentence label() {
        return Sentence.of("framework." + vocabulary() + "." + code() + ".name");
    }

    /** What it means, one sentence. */
    default Sentence meaning() {
        return Sentence.of("framework." + vocabulary() + "." + code() + ".text");
    }

    /** The code of any choice: a term's own, else its name in lower case with hyphens. */
    static String codeOf(Enum<?> choice) {
        return choice instanceof Term term
                ? term.code()
                : choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The term of that code, if the vocabulary has it. Codes are compared as they are: {@code 1a} is not {@code 1A}. */
    static <T extends Enum<T> & Term> Optional<T> find(Class<T> vocabulary, String code) {
        return Arrays.stream(vocabulary.getEnumConstants())
                .filter(term -> term.code().equals(code))
                .findFirst();
    }

    /**
     * The term of that code.
     *
     * @throws UnknownCode if the vocabulary has no such code
     */
    static <T extends Enum<T> & Term> T get(Class<T> vocabulary, String code) {
        return find(vocabulary, code).orElseThrow(() -> new UnknownCode(vocabulary.getSimpleName(), code));
    }
}
