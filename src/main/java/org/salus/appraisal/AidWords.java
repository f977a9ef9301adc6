package org.salus.appraisal;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What phrases mean, from {@code aid-words.yaml}: the longest phrase wins; a last word that ends in an asterisk stands for all that begin with it. */
final class AidWords {
    /** Separates parts of a text; no phrase goes across it. */
    static final String BREAK = "|";

    private static final Pattern APOSTROPHES = Pattern.compile("['’`´]|[\\p{M}\\p{Cf}]");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Pd}_\\s]+");

    private final Map<String, Set<String>> meanings = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    /** With what phrases of several words begin: most words begin none, and need not be tried with those behind them. */
    private final Set<String> beginnings = new HashSet<>();
    private int longest;
    private int longestStem;

    private AidWords(JsonNode file) {
        for (Map.Entry<String, JsonNode> meaning : file.required("words").properties()) {
            names.add(meaning.getKey());
            for (JsonNode phrase : meaning.getValue()) {
                String words = plain(phrase.asString());
                meanings.computeIfAbsent(words, fresh -> new HashSet<>()).add(meaning.getKey());
                String[] each = words.split(" ", -1);
                longest = Math.max(longest, each.length);
                if (each.length > 1) {
                    beginnings.add(each[0]);
                }
                if (words.endsWith("*")) {
                    longestStem = Math.max(longestStem, words.length() - 1);
                }
            }
        }
    }

    static AidWords shipped() {
        return new AidWords(AidRules.yaml("aid-words.yaml"));
    }

    /** The names of all meanings. */
    Set<String> names() {
        return Set.copyOf(names);
    }

    /** A text as phrases are written: small letters without accents and apostrophes, hyphens as blanks. */
    static String plain(String text) {
        String letters = APOSTROPHES
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return BLANKS.matcher(letters).replaceAll(" ").strip();
    }

    /**
     * A phrase that was found.
     *
     * @param length in words; 0 if none was found
     */
    record Found(int length, Set<String> meanings) {}

    /** The longest phrase that begins at this word. */
    Found longestAt(List<String> words, int from) {
        int most = beginnings.contains(words.get(from)) ? longest : 1;
        for (int length = Math.min(most, words.size() - from); length > 0; length--) {
            List<String> some = words.subList(from, from + length);
            if (some.contains(BREAK)) {
                continue;
            }
            Set<String> found = meaning(String.join(" ", some), some.getLast().length());
            if (!found.isEmpty()) {
                return new Found(length, found);
            }
        }
        return new Found(0, Set.of());
    }

    /** Of a phrase as it stands and of all stems of its last word. */
    private Set<String> meaning(String phrase, int lastWord) {
        Set<String> all = new HashSet<>(meanings.getOrDefault(phrase, Set.of()));
        // No stem is longer than the longest: of an endless word not every beginning is looked up.
        for (int cut = Math.max(0, phrase.length() - longestStem); cut < lastWord; cut++) {
            all.addAll(meanings.getOrDefault(phrase.substring(0, phrase.length() - cut) + "*", Set.of()));
        }
        return all;
    }
}
