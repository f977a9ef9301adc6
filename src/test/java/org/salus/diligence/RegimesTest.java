package org.salus.diligence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.WorkspaceId;

/** The regimes as data: each says from what it was written, asks only what is known, and its form shows everything a decision rests on. */
class RegimesTest {
    private static final Regimes SHIPPED = Regimes.shipped();

    static Stream<Regime> all() {
        return SHIPPED.list().stream();
    }

    @Test
    void four_come_with_the_program() {
        assertThat(SHIPPED.list())
                .extracting(Regime::code)
                .containsExactly("un-hrddp", "uk-osja", "eu-hrddp", "us-leahy");
        assertThat(SHIPPED.edition()).matches("\\d{4}-\\d{2}(-\\d+)?");
    }

    @ParameterizedTest
    @MethodSource("all")
    void each_says_what_it_was_written_from(Regime regime) {
        assertThat(regime.edition()).matches("\\d{4}-\\d{2}(-\\d+)?");
        assertThat(regime.source()).startsWith("http");
        assertThat(List.of(regime.document(), regime.read(), regime.issuer())).noneMatch(String::isBlank);
        assertThat(regime.cautions()).isNotEmpty();
        assertThat(regime.topics()).isNotEmpty().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void each_form_shows_what_a_decision_rests_on_and_what_is_not_known(Regime regime) {
        Set<FormPart> shown = EnumSet.noneOf(FormPart.class);
        regime.sections().forEach(section -> shown.addAll(section.shows()));
        assertThat(shown).isEqualTo(EnumSet.allOf(FormPart.class));
    }

    private static ScopeVerdict verdict(String regime, String... answers) {
        List<ScopeAnswer> said = Stream.of(answers)
                .map(answer -> answer.split("=", 2))
                .map(parts -> new ScopeAnswer(
                        parts[0],
                        switch (parts[1]) {
                            case "yes" -> ScopeReply.YES;
                            case "no" -> ScopeReply.NO;
                            default -> ScopeReply.NOT_KNOWN;
                        },
                        ""))
                .toList();
        return SHIPPED.find(regime).orElseThrow().reading(said).verdict();
    }

    @Test
    void scope_follows_from_answers() {
        assertThat(verdict("us-leahy", "security-force=yes", "us-defence=yes")).isEqualTo(ScopeVerdict.APPLIES);
        assertThat(verdict("us-leahy", "security-force=yes", "us-defence=no")).isEqualTo(ScopeVerdict.NOT_KNOWN);
        assertThat(verdict("us-leahy", "security-force=yes", "us-defence=no", "us-foreign-aid=no"))
                .isEqualTo(ScopeVerdict.DOES_NOT_APPLY);
        assertThat(verdict("us-leahy", "security-force=no")).isEqualTo(ScopeVerdict.DOES_NOT_APPLY);
        assertThat(verdict("un-hrddp", "un-gives=yes", "security-force=yes", "helps-to-act=yes", "only-rights=no"))
                .isEqualTo(ScopeVerdict.NOT_KNOWN);
        assertThat(verdict(
                        "un-hrddp",
                        "un-gives=yes",
                        "security-force=yes",
                        "helps-to-act=yes",
                        "only-rights=no",
                        "only-rescue=no"))
                .isEqualTo(ScopeVerdict.APPLIES);
        assertThat(verdict("un-hrddp", "only-rights=yes")).isEqualTo(ScopeVerdict.DOES_NOT_APPLY);
        assertThat(verdict("uk-osja", "uk-gives=yes", "justice=yes")).isEqualTo(ScopeVerdict.APPLIES);
    }

    @ParameterizedTest
    @MethodSource("all")
    void what_is_not_known_settles_nothing(Regime regime) {
        Random random = new Random(20261127);
        for (int times = 0; times < 300; times++) {
            List<ScopeAnswer> full = regime.questions().stream()
                    .map(question ->
                            new ScopeAnswer(question, random.nextBoolean() ? ScopeReply.YES : ScopeReply.NO, ""))
                    .toList();
            ScopeVerdict settled = regime.reading(full).verdict();
            assertThat(settled).as("all answered").isNotEqualTo(ScopeVerdict.NOT_KNOWN);
            List<ScopeAnswer> less = full.stream()
                    .filter(answer -> random.nextBoolean())
                    .map(answer -> random.nextInt(4) == 0
                            ? new ScopeAnswer(answer.question(), ScopeReply.NOT_KNOWN, "")
                            : answer)
                    .toList();
            assertThat(regime.reading(less).verdict())
                    .as("less is known: " + less)
                    .isIn(settled, ScopeVerdict.NOT_KNOWN);
        }
    }

    @Test
    void a_regime_may_allow_less_time_than_the_program() {
        assertThat(SHIPPED.longestMonths(SHIPPED.of(List.of("un-hrddp")))).isEqualTo(24);
        assertThat(SHIPPED.longestMonths(SHIPPED.of(List.of("un-hrddp", "us-leahy"))))
                .isEqualTo(12);
    }

    @Test
    void topics_are_called_in_forms_as_in_the_data() {
        assertThat(SHIPPED.topics()).extracting(Topic::code).isEqualTo(DiligenceFaces.TOPICS);
        assertThat(SHIPPED.topics())
                .allSatisfy(topic -> assertThat(Wording.english().say("diligence.topic." + topic.code()))
                        .isEqualTo(topic.name()));
    }

    @Test
    void a_name_is_shown_until_it_expires() {
        CaseStep step = Steps.step(StepKind.CLOSED, "2026-03-01")
                .takenBy(new NamedPerson("A. N. Other", PartialDate.of("2026-06-30")));
        CaseFile file = new Steps().then(step).file(List.of(), List.of());
        assertThat(entry(file, "2026-06-30").person(step)).contains("A. N. Other");
        assertThat(entry(file, "2026-07-01").person(step)).isEmpty();
        assertThat(file.withoutNames().steps().getFirst().named()).isEmpty();
    }

    private static CaseEntry entry(CaseFile file, String day) {
        LocalDate on = LocalDate.parse(day);
        return new CaseEntry(
                WorkspaceId.fresh(),
                Optional.empty(),
                Item.fresh(CaseFile.KIND, file),
                List.of(),
                List.of(),
                on,
                file.course().on(on, SHIPPED.leadDays()),
                false);
    }
}
