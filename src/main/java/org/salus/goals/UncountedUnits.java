package org.salus.goals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Units in which nothing is counted: shares, rates, ratings, places on a scale, and how long something takes. The parts of such a figure have wholes of their
 * own, so they have no sum. One readable file beside this class.
 */
final class UncountedUnits {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}%\u2030]+");

    /** "0-4", "-2.5 to 2.5", "1 à 6". */
    private static final Pattern SCALE =
            Pattern.compile("\\d\\s*(?:[-\u2010-\u2015\u2212/]|to|bis|à|a)\\s*[-\u2212]?\\d", Pattern.CASE_INSENSITIVE);

    /** Stands behind the patterns, as it is read by them. */
    static final UncountedUnits SHIPPED = read();

    private final Set<String> anywhere;
    private final Set<String> alone;

    private UncountedUnits(Set<String> anywhere, Set<String> alone) {
        this.anywhere = anywhere;
        this.alone = alone;
    }

    private static UncountedUnits read() {
        Set<String> anywhere = new HashSet<>();
        Set<String> alone = new HashSet<>();
        try (InputStream file =
                        Objects.requireNonNull(UncountedUnits.class.getResourceAsStream("uncounted-units.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            Set<String> into = anywhere;
            for (String line : lines.lines().map(String::strip).toList()) {
                if (line.startsWith("[")) {
                    into = line.equals("[alone]") ? alone : anywhere;
                } else if (!line.startsWith("#")) {
                    into.addAll(words(line));
                }
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
        return new UncountedUnits(anywhere, alone);
    }

    /** Whether nothing is counted in a unit. */
    boolean holds(String unit) {
        List<String> words = words(unit);
        return SCALE.matcher(unit).find()
                || words.stream().anyMatch(anywhere::contains)
                || (!words.isEmpty() && alone.containsAll(words));
    }

    /** In small letters and without accents. */
    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        return Stream.of(BETWEEN_WORDS.split(plain))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
