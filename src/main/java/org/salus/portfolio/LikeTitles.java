package org.salus.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.salus.portfolio.ReviewQueue.Line;
import org.salus.portfolio.ReviewQueue.Neighbour;

/**
 * Finds judged activities with titles like another's. The likeness of two titles is the weight of the words they share as a part of the weight of all their
 * words (a weighted Jaccard index); a word weighs the logarithm of how rare it is among the titles, as in information retrieval.
 */
final class LikeTitles {
    private static final int MOST = 3;
    /** Below this two titles have little more in common than the words of all aid. */
    private static final double LEAST = 0.25;

    private static final int SHORTEST_WORD = 3;

    private final Map<Line, Set<String>> judged = new LinkedHashMap<>();
    private final Map<String, Integer> titlesWith = new HashMap<>();
    private final int titles;

    private record Found(double likeness, Neighbour neighbour) {}

    LikeTitles(List<Line> lines) {
        titles = lines.size();
        if (lines.stream().noneMatch(Line::isSettled)) {
            return;
        }
        for (Line line : lines) {
            Set<String> words = ReviewQueue.wordsOf(line.sorted().activity().title());
            words.forEach(word -> titlesWith.merge(word, 1, Integer::sum));
            if (line.isSettled()) {
                judged.put(line, words);
            }
        }
    }

    List<Neighbour> of(Line line) {
        Set<String> own = ReviewQueue.wordsOf(line.sorted().activity().title());
        List<Found> found = new ArrayList<>();
        judged.forEach((other, words) -> {
            if (other.equals(line)) {
                return;
            }
            List<String> shared = own.stream()
                    .filter(word -> word.length() >= SHORTEST_WORD && words.contains(word))
                    .toList();
            Set<String> both = new TreeSet<>(own);
            both.addAll(words);
            double likeness = shared.isEmpty() ? 0 : weight(shared) / weight(both);
            if (likeness >= LEAST) {
                found.add(new Found(
                        likeness,
                        new Neighbour(
                                other.judgement().orElseThrow(),
                                other.sorted().activity().title(),
                                shared)));
            }
        });
        return found.stream()
                .sorted(Comparator.comparingDouble(Found::likeness)
                        .reversed()
                        .thenComparing(
                                one -> one.neighbour().judgement().value().activity()))
                .limit(MOST)
                .map(Found::neighbour)
                .toList();
    }

    private double weight(Iterable<String> words) {
        double sum = 0;
        for (String word : words) {
            sum += Math.log(1.0 + (double) titles / titlesWith.getOrDefault(word, 1));
        }
        return sum;
    }
}
