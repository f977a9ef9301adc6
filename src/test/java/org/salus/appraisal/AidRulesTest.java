package org.salus.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import tools.jackson.databind.JsonNode;

class AidRulesTest {
    private static final AidRules RULES = AidRules.shipped();

    private static final Map<String, String> POLICE_TRAINING = Map.of(
            "partner", "police",
            "activity", "training",
            "topic", "community policing",
            "purpose", "public safety",
            "beneficiary", "citizens",
            "equipment", "none",
            "control", "civilian",
            "recipient", "Orvelia");
    private static final Map<String, String> SOLDIERS_TRAINING = Map.of(
            "partner", "military",
            "trainees", "soldiers",
            "activity", "training",
            "topic", "international humanitarian law",
            "purpose", "protection of civilians",
            "beneficiary", "civilians",
            "equipment", "none",
            "control", "civilian",
            "recipient", "Orvelia");

    private static AidAnswer answer(Map<String, String> facts) {
        return RULES.answer(new AidCase("case", facts));
    }

    /** The same with these facts, by name and text; a text of "-" takes one away. */
    private static AidAnswer answer(Map<String, String> facts, String... changes) {
        Map<String, String> changed = new HashMap<>(facts);
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1].equals("-")) {
                changed.remove(changes[i]);
            } else {
                changed.put(changes[i], changes[i + 1]);
            }
        }
        return answer(changed);
    }

    private static List<String> asks(AidAnswer answer) {
        return answer.questions().stream()
                .map(Sentence::key)
                .map(key -> key.substring(key.lastIndexOf('.') + 1))
                .toList();
    }

    @Nested
    class Police {
        @Test
        void routine_policing_counts() {
            AidAnswer answer = answer(POLICE_TRAINING);
            assertThat(answer.verdict()).isEqualTo(AidVerdict.ELIGIBLE);
            assertThat(answer.rule()).contains("P1");
            assertThat(answer.purposeCode()).contains("15130");
            assertThat(answer.questions()).isEmpty();
            assertThat(answer.couldBe()).isEmpty();
            assertThat(answer.nearest()).extracting(PublishedCase::id).contains("2017-case-27");
        }

        @Test
        void lethal_equipment_never_does() {
            assertThat(answer(POLICE_TRAINING, "equipment", "rifles").verdict()).isEqualTo(AidVerdict.NOT_ELIGIBLE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"-", "unspecified", "mixed", "xyzzy", "yes", "radios, xyzzy"})
        void equipment_that_is_not_known_is_asked_for(String equipment) {
            AidAnswer answer = answer(POLICE_TRAINING, "equipment", equipment);
            assertThat(answer.verdict()).isEqualTo(AidVerdict.GREY);
            assertThat(asks(answer)).containsExactly("equipment");
            assertThat(answer.couldBe()).containsExactly(AidVerdict.ELIGIBLE, AidVerdict.NOT_ELIGIBLE);
        }

        @Test
        void riot_control_is_for_a_person_to_look_at() {
            AidAnswer answer = answer(POLICE_TRAINING, "topic", "community policing, riot control");
            assertThat(answer.verdict()).isEqualTo(AidVerdict.GREY);
            assertThat(answer.rule()).contains("P10");
            assertThat(asks(answer)).containsExactly("P10");
        }

        @Test
        void force_is_refused_also_beside_policing() {
            assertThat(answer(POLICE_TRAINING, "activity", "training, sniper course")
                            .verdict())
                    .isEqualTo(AidVerdict.NOT_ELIGIBLE);
        }

        @Test
        void a_part_that_is_not_understood_is_not_taken_for_harmless() {
            AidAnswer answer = answer(POLICE_TRAINING, "topic", "community policing, xyzzy");
            assertThat(answer.verdict()).isEqualTo(AidVerdict.GREY);
            assertThat(answer.notUnderstood()).containsExactly("topic: xyzzy");
        }

        @ParameterizedTest
        @ValueSource(strings = {"gendarmerie", "border_guard", "coast_guard"})
        void bodies_between_army_and_police_are_asked_about(String partner) {
            AidAnswer answer = answer(POLICE_TRAINING, "partner", partner);
            assertThat(answer.verdict()).isEqualTo(AidVerdict.GREY);
            assertThat(asks(answer)).contains("people");
        }

        @Test
        void a_class_that_contradicts_the_partner_is_grey() {
            AidAnswer answer = answer(POLICE_TRAINING, "trainees", "soldiers");
            assertThat(answer.verdict()).isEqualTo(AidVerdict.GREY);
            assertThat(asks(answer)).contains("people");
        }
    }

    @Nested
    class Soldiers {
        @Test
        void may_learn_what_is_on_the_closed_list_under_civilian_oversight() {
            AidAnswer answer = answer(SOLDIERS_TRAINING);
            assertThat(answer.verdict()).isEqualTo(AidVerdict.ELIGIBLE);
            assertThat(answer.rule()).contains("M5c");
            assertThat(Wording.english().say(answer.source().orElseThrow())).contains("DCD/DAC(2016)3/FINAL", "97");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "demining",
                    "construction engineering",
                    "countering improvised explosive devices",
                    "logistics"
                })
        void may_not_learn_anything_else(String topic) {
            AidAnswer answer = answer(SOLDIERS_TRAINING, "topic", topic);
            assertThat(answer.verdict()).isEqualTo(AidVerdict.NOT_ELIGIBLE);
            assertThat(answer.rule()).contains("M5");
        }

        @Test
        void may_not_be_shown_to_learn_a_listed_subject_by_one_word_in_a_part() {
            assertThat(answer(SOLDIERS_TRAINING, "topic", "human rights in combat operations")
                            .verdict())
                    .isEqualTo(AidVerdict.GREY);
            assertThat(answer(SOLDIERS_TRAINING, "topic", "human rights, xyzzy").verdict())
                    .isEqualTo(AidVerdict.GREY);
        }

        @ParameterizedTest
        @ValueSource(strings = {"-", "military", "mixed", "unspecified"})
        void need_oversight_that_is_known(String control) {
            AidAnswer answer = answer(SOLDIERS_TRAINING, "control", control);
            assertThat(answer.verdict()).isEqualTo(AidVerdict.GREY);
            assertThat(asks(answer)).containsExactly("oversight");
        }

        @Test
        void without_oversight_are_refused() {
            assertThat(answer(SOLDIERS_TRAINING, "control", "no civilian oversight")
                            .verdict())
                    .isEqualTo(AidVerdict.NOT_ELIGIBLE);
        }

        @Test
        void in_a_class_with_others_leave_the_share_of_the_others() {
            AidAnswer answer = answer(
                    SOLDIERS_TRAINING, "partner", "mixed", "trainees", "soldiers and civilians", "topic", "demining");
            assertThat(answer.verdict()).isEqualTo(AidVerdict.PARTLY);
            assertThat(answer.limits()).extracting(Sentence::key).containsExactly("appraisal.oda.limit.others-share");
            assertThat(answer.purposeCode()).contains("15250");
        }

        @Test
        void with_listed_and_other_subjects_depend_on_whether_these_can_be_told_apart() {
            String topic = "human rights, logistics";
            assertThat(answer(SOLDIERS_TRAINING, "topic", topic, "separable_parts", "yes")
                            .verdict())
                    .isEqualTo(AidVerdict.PARTLY);
            assertThat(answer(SOLDIERS_TRAINING, "topic", topic, "separable_parts", "no")
                            .verdict())
                    .isEqualTo(AidVerdict.NOT_ELIGIBLE);
            assertThat(asks(answer(SOLDIERS_TRAINING, "topic", topic))).containsExactly("separable");
        }

        @Test
        void are_not_helped_by_wrapping() {
            Map<String, String> hospital = Map.of(
                    "partner", "military",
                    "activity", "treatment of wounded soldiers",
                    "topic", "medical care",
                    "purpose", "health",
                    "beneficiary", "wounded soldiers",
                    "equipment", "non-lethal",
                    "recipient", "Orvelia");
            assertThat(answer(hospital).verdict()).isEqualTo(AidVerdict.NOT_ELIGIBLE);
            assertThat(answer(SOLDIERS_TRAINING, "topic", "women in the armed forces", "purpose", "more women recruits")
                            .rule())
                    .contains("M4");
        }

        @Test
        void before_2016_stood_under_other_rules() {
            AidAnswer answer = answer(SOLDIERS_TRAINING, "year", "2014–2015");
            assertThat(answer.verdict()).isEqualTo(AidVerdict.GREY);
            assertThat(asks(answer)).containsExactly("D1");
        }
    }

    @Nested
    class Donors {
        private static final Map<String, String> AIRLIFT = Map.of(
                "partner", "civilian",
                "activity", "delivery by donor military",
                "topic", "earthquake relief",
                "purpose", "humanitarian",
                "beneficiary", "population",
                "equipment", "non-lethal",
                "costs_claimed", "fuel, daily allowances",
                "recipient", "Orvelia");

        @Test
        void may_count_the_extra_costs_of_soldiers_who_bring_relief() {
            AidAnswer answer = answer(AIRLIFT);
            assertThat(answer.verdict()).isEqualTo(AidVerdict.ELIGIBLE);
            assertThat(answer.limits()).extracting(Sentence::key).containsExactly("appraisal.oda.limit.extra-costs");
            assertThat(answer.purposeCode()).contains("72010");
        }

        @Test
        void may_not_count_their_pay() {
            assertThat(answer(AIRLIFT, "costs_claimed", "fuel, salaries").verdict())
                    .isEqualTo(AidVerdict.PARTLY);
            AidAnswer unsaid = answer(AIRLIFT, "costs_claimed", "-");
            assertThat(unsaid.verdict()).isEqualTo(AidVerdict.GREY);
            assertThat(asks(unsaid)).containsExactly("costs");
        }

        @Test
        void may_not_count_the_training_of_their_own() {
            AidAnswer answer = answer(
                    AIRLIFT, "partner", "provider_military", "activity", "training", "trainees", "donor aircrew");
            assertThat(answer.verdict()).isEqualTo(AidVerdict.NOT_ELIGIBLE);
            assertThat(answer.rule()).contains("M2");
        }

        @Test
        void need_a_recipient() {
            assertThat(answer(AIRLIFT, "recipient", "none", "partner", "-").verdict())
                    .isEqualTo(AidVerdict.NOT_ELIGIBLE);
        }

        @Test
        void are_asked_where_principles_are_not_respected() {
            assertThat(answer(AIRLIFT, "humanitarian_principles", "not respected")
                            .rule())
                    .contains("M3b");
        }

        @Test
        void count_an_assessed_contribution_in_part() {
            AidAnswer answer = answer(
                    Map.of("partner", "multilateral", "activity", "assessed contribution", "topic", "UN peacekeeping"));
            assertThat(answer.verdict()).isEqualTo(AidVerdict.PARTLY);
            assertThat(answer.coefficient()).contains("15");
        }
    }

    @Test
    void of_nothing_nothing_is_said_and_everything_is_asked() {
        AidAnswer answer = answer(Map.of());
        assertThat(answer.verdict()).isEqualTo(AidVerdict.GREY);
        assertThat(asks(answer)).contains("recipient", "people", "activity", "topic", "purpose", "equipment");
        assertThat(answer.purposeCode()).isEmpty();
        assertThat(answer.nearest()).isEmpty();
    }

    @Test
    void a_purpose_code_never_comes_with_a_refusal() {
        assertThat(answer(SOLDIERS_TRAINING, "topic", "demining").purposeCode()).isEmpty();
    }

    /** Activities put together by chance from the vocabulary, whole ones and such from which something is missing. */
    @Tag("slow")
    @Test
    void whatever_is_hidden_a_refusal_never_becomes_more_than_grey() {
        Map<String, List<String>> texts = new TreeMap<>();
        List<String> people = phrases("who.");
        for (String key : List.of("partner", "partner_detail", "trainees", "beneficiary")) {
            texts.put(key, people);
        }
        texts.put("activity", phrases("what."));
        texts.put("topic", phrases("subject."));
        texts.put(
                "purpose",
                Stream.concat(phrases("aim.").stream(), phrases("subject.").stream())
                        .toList());
        texts.put("equipment", List.of("none", "non-lethal", "lethal", "mixed", "unspecified", "xyzzy"));
        texts.put("control", List.of("civilian", "military", "mixed", "no civilian oversight"));
        texts.put("separable_parts", List.of("yes", "no"));
        texts.put("costs_claimed", List.of("extra costs", "full costs", "fuel"));
        texts.put("recipient", List.of("Orvelia", "none"));
        Random chance = new Random(20_161);
        Map<AidVerdict, Integer> seen = new HashMap<>();
        for (int i = 0; i < 3_000; i++) {
            Map<String, String> whole = new HashMap<>();
            texts.forEach((key, some) -> {
                if (chance.nextInt(8) > 0) {
                    String first = some.get(chance.nextInt(some.size()));
                    whole.put(
                            key, chance.nextInt(4) > 0 ? first : first + ", " + some.get(chance.nextInt(some.size())));
                }
            });
            AidVerdict verdict = answer(whole).verdict();
            seen.merge(verdict, 1, Integer::sum);
            if (verdict == AidVerdict.NOT_ELIGIBLE) {
                for (int j = 0; j < 6; j++) {
                    Map<String, String> less = new HashMap<>(whole);
                    less.keySet().removeIf(key -> chance.nextInt(4) == 0);
                    assertThat(answer(less).verdict())
                            .as("%s without %s", whole, less.keySet())
                            .isIn(AidVerdict.NOT_ELIGIBLE, AidVerdict.GREY);
                }
            }
        }
        assertThat(seen.get(AidVerdict.NOT_ELIGIBLE)).isGreaterThan(300);
    }

    private static List<String> phrases(String family) {
        List<String> phrases = new ArrayList<>();
        AidRules.yaml("aid-words.yaml").required("words").properties().stream()
                .filter(meaning -> meaning.getKey().startsWith(family))
                .forEach(meaning -> meaning.getValue()
                        .forEach(phrase -> phrases.add(phrase.asString().replace("*", ""))));
        return phrases;
    }

    @Nested
    class Files {
        @Test
        void use_meanings_that_there_are_and_facts_that_somebody_needs() {
            Set<String> needed = new HashSet<>();
            RULES.rules().forEach(rule -> needed.addAll(rule.when().keySet()));
            RULES.conditionsOfSuggestions().forEach(when -> needed.addAll(when.keySet()));
            assertThat(RULES.facts().keySet()).containsExactlyInAnyOrderElementsOf(needed);
            for (AidFact fact : RULES.facts().values()) {
                for (AidReading reading : fact.readings()) {
                    assertThat(RULES.words().names()).as(fact.name()).containsAll(reading.meanings());
                }
            }
            for (PublishedCase one : RULES.published()) {
                assertThat(RULES.words().names()).as(one.id()).containsAll(one.about());
            }
        }

        @Test
        void let_facts_that_may_rest_on_a_remark_open_and_never_refuse() {
            for (AidRule rule : RULES.rules()) {
                rule.when().forEach((name, wanted) -> {
                    AidFact fact = RULES.facts().get(name);
                    if (fact != null && fact.readings().stream().anyMatch(AidReading::restsOnMore)) {
                        assertThat(wanted).as(rule.id() + " " + name).isEqualTo(Known.YES);
                        assertThat(rule.verdict()).as(rule.id()).isIn(AidVerdict.ELIGIBLE, AidVerdict.PARTLY);
                    }
                    if (fact != null && fact.absent() != Known.UNKNOWN) {
                        assertThat(rule.verdict()).as(rule.id()).isEqualTo(AidVerdict.GREY);
                    }
                });
            }
        }

        @Test
        void name_the_text_they_follow_in_the_language_of_whoever_reads_it() {
            Sentence source = answer(SOLDIERS_TRAINING).source().orElseThrow();

            assertThat(Wording.english().say(source)).startsWith("DAC Statistical Reporting Directives");
            assertThat(Wording.in(Locale.FRENCH).say(source))
                    .startsWith("Directives du CAD")
                    .endsWith("DCD/DAC(2016)3/FINAL, par. 97");
        }

        @Test
        void have_words_for_everything_they_say() {
            Wording wording = Wording.english();
            List<String> keys = new ArrayList<>();
            for (AidRule rule : RULES.rules()) {
                keys.add(rule.says().key());
                keys.add("appraisal.oda.basis." + rule.basis());
                keys.add("appraisal.oda.text." + rule.source());
                rule.limit().ifPresent(limit -> keys.add("appraisal.oda.limit." + limit));
                if (rule.verdict() == AidVerdict.GREY) {
                    keys.add("appraisal.oda.person." + rule.id());
                }
            }
            RULES.facts().values().forEach(fact -> keys.add("appraisal.oda.ask." + fact.asks()));
            RULES.published().forEach(one -> keys.add(one.title().key()));
            for (AidVerdict verdict : AidVerdict.values()) {
                keys.add(verdict.label().key());
            }
            for (JsonNode marker : AidRules.yaml("aid-rules.yaml").required("markers")) {
                keys.add("appraisal.oda.policy-marker."
                        + marker.required("value").asString());
            }
            assertThat(keys).allMatch(wording::knows);
        }

        /** A withdrawn code would be refused where it is reported. */
        @Test
        void propose_only_purpose_codes_that_are_active() throws IOException {
            Set<String> active = new HashSet<>();
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    Objects.requireNonNull(
                            AidRules.class.getResourceAsStream("/org/salus/evidence/reference/purpose-codes.csv")),
                    StandardCharsets.UTF_8))) {
                lines.lines()
                        .filter(line -> line.endsWith(",active"))
                        .forEach(line -> active.add(line.substring(0, line.indexOf(','))));
            }
            assertThat(active).contains("74020").doesNotContain("74010");
            List<String> proposed = new ArrayList<>();
            for (JsonNode one : AidRules.yaml("aid-rules.yaml").required("purpose-codes")) {
                proposed.addAll(List.of(one.required("value").asString().split(", ", -1)));
            }
            assertThat(proposed).isNotEmpty().allMatch(active::contains);
        }

        @Test
        void are_of_one_edition() {
            for (String file : List.of("aid-words.yaml", "aid-cases.yaml")) {
                assertThat(AidRules.yaml(file).required("edition").asString())
                        .as(file)
                        .isEqualTo(RULES.edition());
            }
        }
    }
}
