package org.salus.goals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    static final OutputWords SHIPPED = new OutputWords(Stream.of("en", "fr", "es")
            .flatMap(language -> read(language).stream())
            .toList());

    private final Pattern any;

    OutputWords(List<String> words) {
        any = Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:"
                        + words.stream().map(Pattern::quote).collect(Collectors.joining("|"))
                        + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
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

    /** The first of these words in a text. */
    Optional<String> find(String text) {
        Matcher found = any.matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
