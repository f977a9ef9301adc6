package org.salus.coordination;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.salus.ledger.ItemId;
import org.salus.portfolio.Folding;

/** Finds institutions by their names: in titles as whole words, the longest phrase first and capitals where a name is an acronym; among organisations as a whole. */
final class InstitutionNames {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern ACRONYM = Pattern.compile("(?=.*\\p{Lu}.*\\p{Lu})[\\p{Lu}\\p{N}]{2,12}");
    private static final int SHORTEST_WORD = 4;

    private final InstitutionRules rules;
    private final String country;
    private final Map<String, Set<ItemId>> whole = new HashMap<>();
    private final Map<String, Set<ItemId>> phrases = new HashMap<>();
    private final Map<String, Set<ItemId>> acronyms = new HashMap<>();
    private int longest = 1;

    /** Words of a title that name an institution. */
    record Found(ItemId institution, String words) {}

    InstitutionNames(InstitutionRules rules, String country) {
        this.rules = rules;
        this.country = Folding.words(country);
        rules.silent().forEach(phrase -> phrase(phrase, Set.of()));
    }

    /** Makes an institution known by one of its names. */
    void add(ItemId institution, String name) {
        List<String> raw = raw(name);
        if (raw.isEmpty()) {
            return;
        }
        for (String words : variants(Folding.words(name))) {
            whole.computeIfAbsent(words, first -> new TreeSet<>()).add(institution);
            if (raw.size() == 1 && ACRONYM.matcher(raw.getFirst()).matches()) {
                acronyms.computeIfAbsent(raw.getFirst(), first -> new TreeSet<>())
                        .add(institution);
            } else if (!rules.sayLittle().contains(words)
                    && (words.indexOf(' ') > 0 || words.length() >= SHORTEST_WORD)) {
                phrase(words, Set.of(institution));
            }
        }
    }

    private void phrase(String words, Set<ItemId> institutions) {
        phrases.computeIfAbsent(words, first -> new TreeSet<>()).addAll(institutions);
        longest = Math.max(longest, BETWEEN.split(words, -1).length);
    }

    /** A name, and the same without its country at the end where two words are left. */
    private List<String> variants(String words) {
        if (!words.endsWith(" " + country)) {
            return List.of(words);
        }
        List<String> left = new ArrayList<>(raw(words.substring(0, words.length() - country.length())));
        while (!left.isEmpty() && rules.joining().contains(left.getLast())) {
            left.removeLast();
        }
        return left.size() < 2 ? List.of(words) : List.of(words, String.join(" ", left));
    }

    private static List<String> raw(String text) {
        return BETWEEN.splitAsStream(Normalizer.normalize(text, Normalizer.Form.NFC))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The institutions that are called so. */
    Set<ItemId> called(String name) {
        return whole.getOrDefault(Folding.words(name), Set.of());
    }

    /** The institutions that words of a title name, in the order of the title. */
    List<Found> in(String title) {
        List<String> raw = raw(title);
        List<String> folded = raw.stream().map(Folding::words).toList();
        Set<Found> found = new LinkedHashSet<>();
        int at = 0;
        while (at < raw.size()) {
            int length = longestAt(folded, at);
            if (length == 0) {
                String word = raw.get(at);
                acronyms.getOrDefault(word, Set.of()).forEach(institution -> found.add(new Found(institution, word)));
                at++;
            } else {
                String words = String.join(" ", raw.subList(at, at + length));
                phrases.getOrDefault(String.join(" ", folded.subList(at, at + length)), Set.of())
                        .forEach(institution -> found.add(new Found(institution, words)));
                at += length;
            }
        }
        return List.copyOf(found);
    }

    private int longestAt(List<String> folded, int at) {
        for (int length = Math.min(longest, folded.size() - at); length > 0; length--) {
            if (phrases.containsKey(String.join(" ", folded.subList(at, at + length)))) {
                return length;
            }
        }
        return 0;
    }
}
