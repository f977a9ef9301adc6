package org.salus.coordination;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.salus.portfolio.Folding;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Beginnings of words that speak of training or equipment, and of governance, as {@code balance-words.yaml} lists them. */
record BalanceWords(List<String> means, List<String> governance) {
    private static final BalanceWords SHIPPED = read();

    BalanceWords {
        means = List.copyOf(means);
        governance = List.copyOf(governance);
    }

    static BalanceWords shipped() {
        return SHIPPED;
    }

    private static BalanceWords read() {
        try (InputStream bytes = Objects.requireNonNull(BalanceWords.class.getResourceAsStream("balance-words.yaml"))) {
            JsonNode file = new YAMLMapper().readTree(bytes);
            return new BalanceWords(words(file.required("means")), words(file.required("governance")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(Folding.words(word.asString())));
        return words;
    }

    /** Those of some that a word of the text begins with; of several words all but the last stand as they are. */
    static List<String> in(String text, List<String> some) {
        String folded = " " + Folding.words(text);
        return some.stream().filter(word -> folded.contains(" " + word)).toList();
    }
}
