package org.salus.portal.api;

import java.util.List;
import java.util.Map;
import org.salus.frame.Failure;
import org.salus.framework.Sentence;

/** A part of a long list: page numbers count from 1, a page has at most a thousand entries. */
record PageOf(int number, int size) {
    private static final int LARGEST = 1_000;

    static PageOf asked(int number, int size) {
        if (number < 1 || size < 1 || size > LARGEST) {
            throw Failure.wrongUse(Sentence.of("portal.api.page", LARGEST));
        }
        return new PageOf(number, size);
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
