package org.salus.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.framework.ReformArea;
import tools.jackson.databind.JsonNode;

/** A slip of the pen in a rule file is noticed here and not by a reader of a wrong answer. */
class RuleFilesTest {
    private static final Set<String> SECTIONS =
            Set.of("language", "edition", "groups", "areas", "near", "silent", "says-little");

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "pt", "de", "sv", "da", "nl", "it"})
    void a_file_names_its_language_and_edition_and_has_only_known_sections(String language) {
        JsonNode file = RuleBook.yaml("sorting-" + language + ".yaml");
        assertThat(file.required("language").asString()).isEqualTo(language);
        assertThat(file.required("edition").asString()).matches("\\d{4}-\\d{2}(-\\d+)?");
        assertThat(SECTIONS).containsAll(file.propertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "pt", "de", "sv", "da", "nl", "it"})
    void every_phrase_finds_itself(String language) {
        RuleBook rules = RuleBook.shipped();
        for (Map.Entry<String, JsonNode> area :
                RuleBook.yaml("sorting-" + language + ".yaml").path("areas").properties()) {
            for (JsonNode phrases : area.getValue()) {
                for (JsonNode phrase : phrases) {
                    String text = phrase.asString().replace("*", "");
                    List<Phrases.Hit<Meaning>> hits = rules.phrases().find(new Words(text, 1_000));
                    assertThat(hits)
                            .as(language + " " + area.getKey() + ": " + phrase.asString())
                            .hasSize(1);
                    assertThat(hits.getFirst().values().stream()
                                    .flatMap(meaning -> meaning.claims().stream())
                                    .map(Meaning.Claim::area))
                            .as(phrase.asString())
                            .contains(ReformArea.of(area.getKey()));
                }
            }
        }
    }

    @Test
    void a_phrase_does_not_speak_for_an_area_twice() {
        for (String language : List.of("en", "fr", "es", "pt", "de", "sv", "da", "nl", "it")) {
            for (Map.Entry<String, JsonNode> area :
                    RuleBook.yaml("sorting-" + language + ".yaml").path("areas").properties()) {
                for (Map.Entry<String, JsonNode> strength : area.getValue().properties()) {
                    List<String> phrases = strength.getValue()
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList();
                    assertThat(phrases)
                            .as(language + " " + area.getKey() + " " + strength.getKey())
                            .doesNotHaveDuplicates();
                }
            }
        }
    }
}
