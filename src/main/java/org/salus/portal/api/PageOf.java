package org.salus.portal.api;

import java.util.List;
import java.util.Map;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/** A part of a long list: page numbers count from 1, a page has at most a thousand entries. */
record PageOf(int number, int size) {
    private static final int LARGEST = 1_000;

    /** The choices of an address that say which part. */
    static final List<String> NAMES = List.of("page", "size");

    /**
     * The part an address asks for; the first hundred entries where it says nothing.
     *
     * @throws Failure (wrong use) for a page or size that does not exist
     */
    static PageOf asked(Address here) {
        return new PageOf(number(here, "page", 1, Integer.MAX_VALUE), number(here, "size", 100, LARGEST));
    }

    private static int number(Address here, String name, int usual, int largest) {
        return here.choice(name)
                .map(word -> {
                    if (!word.matches("[1-9]\\d{0,9}") || Long.parseLong(word) > largest) {
                        throw Failure.wrongUse(Sentence.of("portal.choice.number", name, word, largest));
                    }
                    return Integer.parseInt(word);
                })
                .orElse(usual);
    }

    /** How many entries come before this page; beyond any list for page numbers nobody means. */
    int offset() {
        return (int) Math.min(Integer.MAX_VALUE, (long) (number - 1) * size);
    }

    /** Puts the entries of this page into an answer, with what is needed to ask for the others. */
    <T> List<T> cut(List<T> all, Map<String, Object> answer) {
        answer.put("total", all.size());
        answer.put("page", number);
        answer.put("size", size);
        int from = Math.min(all.size(), offset());
        return all.subList(from, Math.min(all.size(), from + size));
    }
}
