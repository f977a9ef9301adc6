package org.salus.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salus.SharedData;
import org.salus.framework.Sentence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cases that the OECD has published, as facts and verdicts, beside what the rules say of them. docs/oda.md lists where these differ. */
class PublishedAidCasesTest {
    private static final AidRules RULES = AidRules.shipped();

    private List<AidCase> cases = List.of();
    private Map<String, JsonNode> published = Map.of();

    @BeforeEach
    void read() throws IOException {
        Path file = SharedData.file("oda/cases.json");
        try (InputStream bytes = Files.newInputStream(file)) {
            cases = AidCases.read(bytes, file.toString());
        }
        published = new LinkedHashMap<>();
        for (JsonNode one : new JsonMapper().readTree(Files.readString(file))) {
            published.put(one.required("id").asString(), one);
        }
    }

    private AidVerdict verdict(String id) {
        return AidVerdict.of(published(id).required("verdict").asString());
    }

    private JsonNode published(String id) {
        return Objects.requireNonNull(published.get(id), id);
    }

    @Test
    void come_out_as_published_or_grey_with_the_right_question() {
        Map<String, List<String>> grey = new TreeMap<>();
        for (AidCase one : cases) {
            AidAnswer answer = RULES.answer(one);
            if (answer.verdict() == AidVerdict.GREY) {
                grey.put(
                        one.id(), answer.questions().stream().map(Sentence::key).toList());
                assertThat(answer.couldBe()).as(one.id()).contains(verdict(one.id()));
            } else {
                assertThat(answer.verdict()).as(one.id()).isEqualTo(verdict(one.id()));
            }
        }
        assertThat(cases).hasSize(26);
        // Goods are supplied, and it is not said which.
        assertThat(grey).containsExactly(Map.entry("2017-case-31", List.of("appraisal.oda.ask.equipment")));
    }

    @Test
    void are_refused_where_the_committee_refused() {
        assertThat(cases.stream()
                        .filter(one -> verdict(one.id()) == AidVerdict.NOT_ELIGIBLE)
                        .map(one -> RULES.answer(one).verdict()))
                .hasSize(6)
                .containsOnly(AidVerdict.NOT_ELIGIBLE);
    }

    @Test
    void get_their_published_purpose_code_but_for_those_the_documentation_lists() {
        Map<String, String> others = new TreeMap<>();
        for (AidCase one : cases) {
            JsonNode code = published(one.id()).path("purpose_code");
            AidAnswer answer = RULES.answer(one);
            if (code.isString()
                    && answer.verdict() != AidVerdict.NOT_ELIGIBLE
                    && !answer.purposeCode().equals(Optional.of(code.asString()))) {
                others.put(
                        one.id(), code.asString() + " → " + answer.purposeCode().orElse("none"));
            }
        }
        assertThat(others)
                .containsExactly(
                        Map.entry("2017-case-13", "15220 → 15210"), Map.entry("2017-case-27", "15210 → 15130"));
    }

    /** Every fact and every two facts hidden, and many by chance. */
    @Tag("slow")
    @Test
    void become_nothing_but_grey_when_facts_are_hidden() {
        Random chance = new Random(2_017);
        for (AidCase one : cases) {
            AidVerdict whole = RULES.answer(one).verdict();
            List<String> names = List.copyOf(one.facts().keySet());
            Set<Set<String>> hidden = new HashSet<>();
            for (String first : names) {
                for (String second : names) {
                    hidden.add(new HashSet<>(List.of(first, second)));
                }
            }
            for (int i = 0; i < 200; i++) {
                Set<String> some = new HashSet<>(names);
                some.removeIf(name -> chance.nextInt(5) < 3);
                hidden.add(some);
            }
            for (Set<String> some : hidden) {
                Map<String, String> less = new HashMap<>(one.facts());
                less.keySet().removeAll(some);
                assertThat(RULES.answer(new AidCase(one.id(), less)).verdict())
                        .as("%s without %s", one.id(), some)
                        .isIn(whole, AidVerdict.GREY);
            }
        }
    }

    @Test
    void to_compare_with_are_the_same_with_the_same_verdicts() {
        List<String> ours = new ArrayList<>();
        for (PublishedCase one : RULES.published()) {
            ours.add(one.id());
            JsonNode theirs = published.get(one.id());
            assertThat(theirs).as(one.id()).isNotNull();
            assertThat(one.verdict()).as(one.id()).isEqualTo(verdict(one.id()));
            JsonNode code = theirs.path("purpose_code");
            assertThat(one.code())
                    .as(one.id())
                    .isEqualTo(code.isString() ? Optional.of(code.asString()) : Optional.empty());
            assertThat(one.isStated())
                    .as(one.id())
                    .isEqualTo(theirs.required("kind").asString().startsWith("variant"));
        }
        assertThat(ours).containsExactlyElementsOf(published.keySet());
    }

    @Test
    void find_themselves_or_their_equals_among_the_nearest() {
        for (AidCase one : cases) {
            assertThat(RULES.answer(one).nearest()).as(one.id()).isNotEmpty();
        }
        assertThat(RULES.answer(cases.getFirst()).nearest())
                .extracting(PublishedCase::id)
                .contains("2017-case-1");
    }
}
