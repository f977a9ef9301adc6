package org.salus.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Lines that are looked through by words. Immutable; safe for use by several threads. */
final class SearchIndex {
    static final SearchIndex EMPTY = new SearchIndex(List.of(), false);

    private static final int IN_TITLE = 8;
    private static final int BEGINS_IN_TITLE = 5;
    private static final int IN_TEXT = 2;
    private static final int BEGINS_IN_TEXT = 1;
    private static final int BEGINS_THE_TITLE = 3;
    private static final int IS_THE_TITLE = 20;

    private final List<Line> lines;
    private final String[] known;
    private final boolean isByTitle;

    /**
     * A line.
     *
     * @param title the words of what is found by first, as {@link Spelling} compares them, with a space before and behind
     * @param text further words, in the same form
     */
    record Line(SearchHit hit, String title, String text) {
        static Line of(SearchHit hit, String further) {
            return new Line(hit, " " + Spelling.folded(hit.title()) + " ", " " + Spelling.folded(further) + " ");
        }
    }

    /**
     * What was found.
     *
     * @param score larger where it fits better
     */
    record Found(SearchHit hit, int score) {
        static final Comparator<Found> BEST_FIRST = Comparator.comparingInt(Found::score)
                .reversed()
                .thenComparingInt(found -> found.hit().title().length())
                .thenComparing(found -> found.hit().title())
                .thenComparing(found -> found.hit().href());
    }

    /**
     * An index of these lines.
     *
     * @param isByTitle whether at least one of the words must stand in the title: where places are so many that their name finds too much
     */
    SearchIndex(Collection<Line> lines, boolean isByTitle) {
        this.lines = List.copyOf(lines);
        this.isByTitle = isByTitle;
        TreeSet<String> words = new TreeSet<>();
        for (Line line : lines) {
            words.addAll(Arrays.asList(line.title().strip().split(" ", -1)));
            words.addAll(Arrays.asList(line.text().strip().split(" ", -1)));
        }
        words.remove("");
        this.known = words.toArray(String[]::new);
    }

    /** How many lines there are. */
    int size() {
        return lines.size();
    }

    /**
     * The lines that have every word, in any order. A word also finds longer ones that begin with it, and those spelled nearly like it where none begins with it.
     *
     * @param words as {@link Spelling#words} gives them; none finds nothing
     */
    List<Found> find(List<String> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        List<List<String>> meant = new ArrayList<>();
        for (String word : words) {
            List<String> spellings = spellings(word);
            if (spellings.isEmpty()) {
                return List.of();
            }
            meant.add(spellings.stream().map(one -> " " + one).toList());
        }
        String whole = " " + String.join(" ", words) + " ";
        List<Found> found = new ArrayList<>();
        for (Line line : lines) {
            int score = score(line, meant);
            if (score > 0) {
                found.add(new Found(line.hit(), line.title().equals(whole) ? score + IS_THE_TITLE : score));
            }
        }
        found.sort(Found.BEST_FIRST);
        return found;
    }

    private int score(Line line, List<List<String>> meant) {
        int sum = 0;
        boolean isInTitle = false;
        for (List<String> spellings : meant) {
            int best = 0;
            for (String word : spellings) {
                int here = score(line.title(), word, IN_TITLE, BEGINS_IN_TITLE);
                isInTitle |= here > 0;
                if (here > 0 && line.title().startsWith(word)) {
                    here += BEGINS_THE_TITLE;
                }
                best = Math.max(best, here > 0 ? here : score(line.text(), word, IN_TEXT, BEGINS_IN_TEXT));
            }
            if (best == 0) {
                return 0;
            }
            sum += best;
        }
        return isInTitle || !isByTitle ? sum : 0;
    }

    private static int score(String text, String word, int whole, int begun) {
        int first = text.indexOf(word);
        return first < 0 ? 0 : text.contains(word + " ") ? whole : begun;
    }

    /** The word itself if a known one begins with it, else known ones that are spelled nearly like it. */
    private List<String> spellings(String word) {
        int at = Arrays.binarySearch(known, word);
        int next = at < 0 ? -at - 1 : at;
        if (next < known.length && known[next].startsWith(word)) {
            return List.of(word);
        }
        return Arrays.stream(known).filter(one -> Spelling.isNear(word, one)).toList();
    }
}
