package org.salus.coordination;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.salus.portfolio.Folding;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What decides whether words of a title name an institution, as {@code institution-rules.yaml} lists it; all of it without case and accents.
 *
 * @param sayLittle names that titles use of anything
 * @param silent phrases that have a name in them and mean something else
 * @param joining words between a name and that of its country
 */
record InstitutionRules(String edition, Set<String> sayLittle, Set<String> silent, Set<String> joining) {
    private static final InstitutionRules SHIPPED = read();

    InstitutionRules {
        sayLittle = Set.copyOf(sayLittle);
        silent = Set.copyOf(silent);
        joining = Set.copyOf(joining);
    }

    static InstitutionRules shipped() {
        return SHIPPED;
    }

    private static InstitutionRules read() {
        try (InputStream bytes =
                Objects.requireNonNull(InstitutionRules.class.getResourceAsStream("institution-rules.yaml"))) {
            JsonNode file = new YAMLMapper().readTree(bytes);
            return new InstitutionRules(
                    file.required("edition").asString(),
                    words(file.required("say-little")),
                    words(file.required("silent")),
                    words(file.required("joining")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Set<String> words(JsonNode list) {
        Set<String> words = new HashSet<>();
        list.forEach(word -> words.add(Folding.words(word.asString())));
        return words;
    }
}
