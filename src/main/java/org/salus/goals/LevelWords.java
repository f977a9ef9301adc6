package org.salus.goals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.salus.framework.Term;

/** How logframes name their levels in English, French and Spanish. One readable file beside this class; longer words win over shorter ones. */
final class LevelWords {
    static final LevelWords SHIPPED = read();

    private final Map<String, LogframeLevel> words;

    private LevelWords(Map<String, LogframeLevel> words) {
        this.words = words;
    }

    /**
     * What a text begins with.
     *
     * @param word the word, as it is written in the file
     * @param rest what stands behind the word, without a number and a colon; empty if nothing
     */
    record Found(LogframeLevel level, String word, String rest) {}

    private static LevelWords read() {
        Map<String, LogframeLevel> words = new LinkedHashMap<>();
        try (InputStream file = Objects.requireNonNull(LevelWords.class.getResourceAsStream("level-words.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            LogframeLevel level = LogframeLevel.GOAL;
            for (String line : lines.lines().map(String::strip).toList()) {
                if (line.startsWith("[")) {
                    level = Term.get(LogframeLevel.class, line.substring(1, line.length() - 1));
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    words.put(LogframeIntake.folded(line), level);
                }
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
        return new LevelWords(words);
    }

    /** The level with whose word a text begins: "Output 1.2: Pay arrives" is an output. */
    Optional<Found> find(String text) {
        String folded = text.strip().replaceFirst("^[\\d.)\\s]+", "");
        String lower = LogframeIntake.folded(folded);
        String longest = "";
        for (String word : words.keySet()) {
            if (word.length() > longest.length() && lower.startsWith(word) && isBorder(lower, word.length())) {
                longest = word;
            }
        }
        LogframeLevel level = words.get(longest);
        if (level == null) {
            return Optional.empty();
        }
        String rest = folded.replaceAll("[\\s\u00a0]+", " ")
                .substring(Math.min(longest.length(), folded.length()))
                .strip()
                .replaceFirst("^(?:n[°ºo]\\.?\\s*)?\\d[\\d.]*\\s*", "")
                .replaceFirst("^[:.)–—\\-]+\\s*", "");
        return Optional.of(new Found(level, longest, rest));
    }

    private static boolean isBorder(String text, int at) {
        return at == text.length() || !Character.isLetter(text.charAt(at));
    }

    /** As {@link #find}, where nothing but the word and a number may stand. */
    Optional<LogframeLevel> alone(String text) {
        return find(text.toLowerCase(Locale.ROOT))
                .filter(found -> found.rest().isEmpty())
                .map(Found::level);
    }
}
