package org.salus.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TermsTest {
    static Stream<List<? extends Term>> vocabularies() {
        return Stream.of(
                List.of(Field.values()),
                List.of(ReformArea.values()),
                List.of(Pillar.values()),
                List.of(ContextClass.values()),
                List.of(Characteristic.values()),
                List.of(Effect.values()),
                List.of(Directness.values()),
                List.of(Aim.values()),
                List.of(SecurityKind.values()),
                List.of(PremiseReading.values()),
                List.of(PremiseStatement.values()),
                List.of(Reach.values()),
                List.of(Consideration.values()),
                List.of(Recommendation.values()),
                List.of(CooperationLevel.values()),
                List.of(Appraisal.values()),
                List.of(Recorded.values()),
                List.of(StateRelation.values()),
                List.of(Gap.values()),
                List.of(ResultLevel.values()),
                List.of(ObjectiveDemand.values()),
                List.of(PreparatoryStep.values()),
                Precondition.all(),
                PurposeCrosswalk.current().list());
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void every_code_has_a_name_and_a_sentence_that_say_something(List<? extends Term> terms) {
        Wording english = Wording.english();
        for (Term term : terms) {
            assertThat(english.knows(term.label().key())).as(term.label().key()).isTrue();
            assertThat(english.knows(term.meaning().key()))
                    .as(term.meaning().key())
                    .isTrue();
            assertThat(english.say(term.label())).isNotBlank().doesNotContain("''", "[");
            assertThat(english.say(term.meaning())).endsWith(".").doesNotContain("''", "[");
        }
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void codes_are_unique_within_their_vocabulary(List<? extends Term> terms) {
        assertThat(terms).extracting(Term::code).doesNotHaveDuplicates();
        assertThat(terms.stream().map(Term::vocabulary).distinct()).hasSize(1);
    }

    @Test
    void no_words_are_kept_for_codes_that_do_not_exist() {
        Set<String> used = vocabularies()
                .flatMap(List::stream)
                .flatMap(term -> Stream.of(term.label(), term.meaning()))
                .map(sentence -> sentence.key().substring("framework.".length()))
                .collect(Collectors.toCollection(HashSet::new));
        // Besides, a number that can be read in two ways is asked about.
        used.add(TypedNumber.doubt("1,500").orElseThrow().key().substring("framework.".length()));
        // And names stand in a row.
        used.addAll(Set.of("list.between", "list.and"));
        assertThat(used)
                .containsAll(
                        ResourceBundle.getBundle("org.salus.framework.wording").keySet());
    }

    @Test
    void a_code_leads_back_to_its_term() {
        for (ReformArea area : ReformArea.values()) {
            assertThat(ReformArea.of(area.code())).isSameAs(area);
        }
        for (ActorClass actorClass : ActorClass.all()) {
            assertThat(ActorClass.of(actorClass.code())).isSameAs(actorClass);
        }
        assertThat(ReformArea.find("9z")).isEmpty();
        assertThatThrownBy(() -> ReformArea.of("9z"))
                .isInstanceOf(UnknownCode.class)
                .hasMessageContaining("9z");
    }

    @Test
    void areas_stand_in_the_order_of_columns() {
        assertThat(ReformArea.values())
                .extracting(ReformArea::code)
                .containsExactly("1a", "1b", "1c", "1x", "2a", "2b", "2x", "3", "4a", "4b", "4c", "4x", "none", "?");
    }

    @Test
    void nine_areas_are_specific_and_two_are_no_reform() {
        assertThat(Arrays.stream(ReformArea.values()).filter(ReformArea::isSpecific))
                .hasSize(9);
        assertThat(Arrays.stream(ReformArea.values()).filter(area -> !area.isSsr()))
                .containsExactly(ReformArea.NONE, ReformArea.CANNOT_BE_TOLD);
        assertThat(ReformArea.of(Field.RULE_OF_LAW)).containsExactly(ReformArea.RULE_OF_LAW);
    }

    @Test
    void only_the_two_pillars_are_the_sector() {
        assertThat(ActorClass.all().stream().filter(ActorClass::isInSector)).containsExactly(Pillar.values());
    }

    @Test
    void only_a_recorded_absence_makes_a_finding() {
        assertThat(Arrays.stream(Recorded.values()).filter(Recorded::makesFindingOfAbsence))
                .containsExactly(Recorded.RECORDED_AS_ABSENT);
    }

    @Test
    void work_on_forces_asks_for_oversight_first() {
        assertThat(Precondition.of(ReformArea.MILITARY_ASSISTANCE))
                .extracting(Precondition::code)
                .contains("oversight-before-force", "law-before-training", "vetting-before-equipment");
        assertThat(Precondition.of(ReformArea.CIVIL_SOCIETY)).isEmpty();
    }

    @Test
    void a_purpose_code_is_a_prior_with_an_edition() {
        PurposeCrosswalk crosswalk = PurposeCrosswalk.current();
        assertThat(crosswalk.edition()).isNotBlank();
        assertThat(crosswalk.find("15240").orElseThrow().areas())
                .containsExactly(ReformArea.SMALL_ARMS_AND_MINES, ReformArea.DISARMAMENT_DEMOBILISATION_REINTEGRATION);
        assertThat(crosswalk.find("15152").orElseThrow().weak()).isTrue();
        assertThat(crosswalk.find("12220")).isEmpty();
        assertThat(crosswalk.list().stream().flatMap(purpose -> purpose.areas().stream()))
                .as("military assistance has no purpose code")
                .doesNotContain(ReformArea.MILITARY_ASSISTANCE);
    }
}
