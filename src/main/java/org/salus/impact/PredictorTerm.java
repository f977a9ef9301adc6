package org.salus.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/**
 * One predictor of a synthetic control: the mean of a column, or of a sum of columns, over a window, as {@code invest@1964-1969}. In {@code share(a,b,c+d)@1964-1969} each
 * is a percentage of their sum.
 *
 * @param name as it was asked for
 * @param columns whose means are added
 * @param whole what it is a percentage of; empty: it stands for itself
 * @param window of times; null: the window of the fit
 */
record PredictorTerm(
        String name,
        List<String> columns,
        List<String> whole,
        @Nullable String window) {
    private static final String SHARE = "share(";

    /**
     * Reads what was asked for, several separated by commas.
     *
     * @throws Failure (wrong use) if a bracket is not closed or a name is missing
     */
    static List<PredictorTerm> read(List<String> asked) {
        List<PredictorTerm> terms = new ArrayList<>();
        for (String list : asked) {
            for (String one : apart(list)) {
                terms.addAll(one(one.strip()));
            }
        }
        return List.copyOf(terms);
    }

    private static List<PredictorTerm> one(String text) {
        int at = text.lastIndexOf('@');
        String window = at < 0 ? null : text.substring(at + 1).strip();
        String what = (at < 0 ? text : text.substring(0, at)).strip();
        if (what.isEmpty() || (window != null && window.isEmpty())) {
            throw unclear(text);
        }
        if (!what.startsWith(SHARE)) {
            return List.of(new PredictorTerm(text, sum(what, text), List.of(), window));
        }
        if (!what.endsWith(")")) {
            throw unclear(text);
        }
        List<List<String>> parts = Stream.of(
                        what.substring(SHARE.length(), what.length() - 1).split(",", -1))
                .map(part -> sum(part, text))
                .toList();
        List<String> whole = parts.stream().flatMap(List::stream).toList();
        return parts.stream()
                .map(part -> new PredictorTerm(
                        SHARE + String.join("+", part) + ")" + (window == null ? "" : "@" + window),
                        part,
                        whole,
                        window))
                .toList();
    }

    private static List<String> sum(String what, String all) {
        List<String> columns =
                Stream.of(what.split("\\+", -1)).map(String::strip).toList();
        if (columns.stream().anyMatch(String::isEmpty)) {
            throw unclear(all);
        }
        return columns;
    }

    /** Splits at commas that stand in no bracket. */
    private static List<String> apart(String list) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < list.length(); i++) {
            char sign = list.charAt(i);
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            if (sign == ',' && depth == 0) {
                parts.add(list.substring(begin, i));
                begin = i + 1;
            }
        }
        if (depth != 0) {
            throw unclear(list);
        }
        parts.add(list.substring(begin));
        return parts;
    }

    private static Failure unclear(String text) {
        return Failure.wrongUse(Sentence.of("impact.predictor.unclear", text))
                .advising(Sentence.of("impact.predictor.unclear.advice"));
    }

    /** Every column it needs. */
    List<String> needed() {
        return Stream.concat(columns.stream(), whole.stream()).distinct().toList();
    }
}
