package org.salus.goals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words by which an output betrays itself where an outcome is asked for: "trained", "delivered", "workshops held". One readable file per language beside this
 * class; a word stands for itself at the borders of words, whatever its case.
 */
final class OutputWords {
    /** Stands first, as the words shipped are read by it. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    static final OutputWords SHIPPED = new OutputWords(Stream.of("en", "fr", "es")
            .flatMap(language -> read(language).stream())
            .toList());

    /** Words and phrases by their first word in small letters: a title is looked at word by word, not once for each of them. */
    private final Map<String, List<String>> byFirstWord;

    OutputWords(List<String> words) {
        byFirstWord = words.stream().collect(Collectors.groupingBy(OutputWords::firstWord));
    }

    private static String firstWord(String words) {
        Matcher first = WORD.matcher(words);
        if (!first.lookingAt()) {
            throw new IllegalArgumentException("\"" + words + "\" does not begin with a word.");
        }
        return first.group().toLowerCase(Locale.ROOT);
    }

    private static List<String> read(String language) {
        try (InputStream file = Objects.requireNonNull(
                        OutputWords.class.getResourceAsStream("output-words-" + language + ".txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The first of these words in a text, as it stands there. */
    Optional<String> find(String text) {
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            int start = word.start();
            for (String words : byFirstWord.getOrDefault(word.group().toLowerCase(Locale.ROOT), List.of())) {
                int end = start + words.length();
                if (text.regionMatches(true, start, words, 0, words.length()) && isBorder(text, end)) {
                    return Optional.of(text.substring(start, end));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether no word goes on there. */
    private static boolean isBorder(String text, int place) {
        return place >= text.length() || !Character.isLetterOrDigit(text.codePointAt(place));
    }
}
