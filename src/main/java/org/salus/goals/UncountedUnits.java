package org.salus.goals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Units in which nothing is counted: shares, rates, ratings, places on a scale, and how long something takes. The parts of such a figure have wholes of their
 * own, so they have no sum. Nor is a group counted that is the total of the others. One readable file beside this class.
 */
final class UncountedUnits {
    /** A word, or the digits of a number: "100,000" is two of them. */
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}%\u2030]+|\\p{Nd}+");

    /** "0-4", "-2.5 to 2.5", "1 à 6", "1 in 5", "3 out of 10". */
    private static final Pattern SCALE = Pattern.compile(
            "\\d\\s*(?:[-\u2010-\u2015\u2212:]|to|bis|à|a|in|of|out of|von|de|sur|auf|su)\\s*[-\u2212]?\\d",
            Pattern.CASE_INSENSITIVE);

    /** A slash stands for "per", as in "USD/month"; a degree is a place on a scale, unless it is the sign behind the n of "number". */
    private static final Pattern SIGN = Pattern.compile("[/\u2044\u2215\u2103\u2109]|(?<!\\p{L})[\u00b0\u00ba]");

    /** Stands behind the patterns, as it is read by them. */
    static final UncountedUnits SHIPPED = read();

    private final Map<String, Set<String>> words;

    private UncountedUnits(Map<String, Set<String>> words) {
        this.words = words;
    }

    private static UncountedUnits read() {
        Map<String, Set<String>> words = new HashMap<>();
        try (InputStream file =
                        Objects.requireNonNull(UncountedUnits.class.getResourceAsStream("uncounted-units.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            String part = "";
            for (String line : lines.lines().map(String::strip).toList()) {
                if (line.startsWith("[")) {
                    part = line.substring(1, line.length() - 1);
                } else if (!line.startsWith("#")) {
                    words.computeIfAbsent(part, first -> new HashSet<>()).addAll(tokens(line));
                }
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
        return new UncountedUnits(words);
    }

    /** Whether nothing is counted in a unit. */
    boolean holds(String unit) {
        if (SIGN.matcher(unit).find() || SCALE.matcher(unit).find()) {
            return true;
        }
        List<String> tokens = tokens(unit);
        List<String> plain = tokens.stream().filter(token -> !isNumber(token)).toList();
        return plain.stream().anyMatch(of("anywhere")::contains)
                || (!plain.isEmpty() && of("alone").containsAll(plain))
                || isWait(tokens)
                || isOfAWhole(tokens);
    }

    /** Whether a group is the total of the others. */
    boolean isTotal(String group) {
        List<String> tokens = tokens(group);
        return !tokens.isEmpty() && of("total").containsAll(tokens);
    }

    /** Whether it begins as a length of time and goes on as one that passes: "days until the hearing", but not "days of training". */
    private boolean isWait(List<String> tokens) {
        return tokens.size() > 1
                && of("time").contains(tokens.get(0))
                && (of("until").contains(tokens.get(1)) || tokens.stream().anyMatch(of("wait")::contains));
    }

    /** Whether it is told of how many, or of whom: "por 100 000 habitantes", "par an". */
    private boolean isOfAWhole(List<String> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            if (of("for-each").contains(tokens.get(i - 1))
                    && (isNumber(tokens.get(i)) || of("whole").contains(tokens.get(i)))) {
                return true;
            }
        }
        return false;
    }

    private Set<String> of(String part) {
        return words.getOrDefault(part, Set.of());
    }

    private static boolean isNumber(String token) {
        return Character.isDigit(token.codePointAt(0));
    }

    /** In small letters and without accents. */
    private static List<String> tokens(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        return TOKEN.matcher(plain).results().map(MatchResult::group).toList();
    }
}
