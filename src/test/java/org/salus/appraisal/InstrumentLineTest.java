package org.salus.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.salus.evidence.TreatyAct;
import org.salus.evidence.TreatyTable;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.Recorded;
import org.salus.framework.Wording;
import org.salus.ledger.Item;

class InstrumentLineTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    private static TreatyTable.Status told(LocalDate asAt, TreatyAct.Kind kind) {
        return new TreatyTable.Status(
                List.of(new TreatyTable(
                        "4-9", "4-9", "4-9.csv", Optional.of(asAt), Optional.empty(), 150, false, false)),
                List.of(new TreatyAct("4-9", "BDI", kind, Optional.of(LocalDate.of(1993, 2, 18)), false, 26)));
    }

    private static InstrumentLine line(String id, TreatyTable.Status told, Recorded... steps) {
        Map<InstrumentStep, Item<InstrumentStatement>> statements = new EnumMap<>(InstrumentStep.class);
        Iterator<InstrumentStep> all = List.of(InstrumentStep.values()).iterator();
        for (Recorded recorded : steps) {
            InstrumentStep step = all.next();
            if (recorded != Recorded.NOT_RECORDED) {
                statements.put(
                        step,
                        new InstrumentStatement(id, "BDI", step, recorded, Optional.empty(), "a law", "").fresh());
            }
        }
        Instrument instrument = Instruments.shipped().get(id);
        return new InstrumentLine(instrument, "BDI", TreatyStanding.of(instrument, told, TODAY), statements);
    }

    @Test
    void what_nobody_recorded_is_to_be_asked_and_no_gap() {
        InstrumentLine line = line("cat", told(TODAY, TreatyAct.Kind.ACCESSION));

        assertThat(line.gaps()).isEmpty();
        assertThat(line.toAsk()).containsExactly(InstrumentStep.values());
    }

    @Test
    void what_is_recorded_as_absent_though_the_state_is_bound_is_a_gap_with_a_lasting_name() {
        InstrumentLine line = line(
                "cat",
                told(TODAY, TreatyAct.Kind.ACCESSION),
                Recorded.RECORDED_AS_ABSENT,
                Recorded.NOT_RECORDED,
                Recorded.RECORDED);

        assertThat(line.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.name()).isEqualTo("standard:cat:BDI:in-law");
            assertThat(Wording.english().say(gap.says()))
                    .contains("Convention against Torture", "recorded as absent", "domestic law");
        });
        assertThat(line.toAsk()).containsExactly(InstrumentStep.REPORTED);
    }

    @Test
    void who_is_not_bound_is_not_asked_and_lacks_nothing() {
        InstrumentLine line = line(
                "cat",
                new TreatyTable.Status(told(TODAY, TreatyAct.Kind.ACCESSION).tables(), List.of()),
                Recorded.RECORDED_AS_ABSENT);

        assertThat(line.standing().status()).isEqualTo(TreatyStatus.NOT_PARTY);
        assertThat(line.gaps()).isEmpty();
        assertThat(line.toAsk()).isEmpty();
    }

    @Test
    void of_a_treaty_without_a_table_nobody_is_asked_and_a_recorded_absence_is_still_one() {
        InstrumentLine line = line("cat", TreatyTable.Status.NONE, Recorded.RECORDED_AS_ABSENT);

        assertThat(line.toAsk()).isEmpty();
        assertThat(line.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(Wording.english().say(gap.says()))
                        .contains("whether the treaty binds is not known here"));
    }

    @Test
    void nobody_reports_on_principles_but_they_are_law_and_practice_or_not() {
        InstrumentLine line = line("force-and-firearms", TreatyTable.Status.NONE);

        assertThat(line.toAsk()).containsExactly(InstrumentStep.IN_LAW, InstrumentStep.PRACTISED);
    }

    @Test
    void of_an_old_table_nothing_is_concluded() {
        assertThat(line("cat", told(TODAY, TreatyAct.Kind.SIGNATURE)).gaps())
                .extracting(InstrumentGap::name)
                .containsExactly("standard:cat:BDI:ratified");
        assertThat(line("cat", told(LocalDate.of(2015, 3, 1), TreatyAct.Kind.SIGNATURE))
                        .gaps())
                .isEmpty();
    }

    @Test
    void the_register_shows_what_is_open_to_the_country_unless_all_is_asked_for() {
        InstrumentRegister africa = register("country=BDI");
        InstrumentRegister all = register("country=BDI", "all=true");

        assertThat(africa.lines()).extracting(line -> line.instrument().id()).contains("kampala", "cat");
        assertThat(africa.lines())
                .extracting(line -> line.instrument().id())
                .doesNotContain("echr", "american-convention", "ecowas-arms");
        assertThat(all.lines()).hasSameSizeAs(Instruments.shipped().list());
    }

    @Test
    void it_is_narrowed_by_topic_institution_and_region() {
        assertThat(register("country=BDI", "topic=arms").lines())
                .isNotEmpty()
                .allMatch(line -> line.instrument().topics().contains(InstrumentTopic.ARMS));
        assertThat(register("country=BDI", "institution=prison-service").lines())
                .extracting(line -> line.instrument().id())
                .contains("mandela-rules")
                .doesNotContain("att");
        assertThat(register("country=BDI", "region=central-africa").lines())
                .extracting(line -> line.instrument().id())
                .containsExactly("kinshasa");
    }

    @Test
    void words_that_mean_nothing_are_named_with_what_there_is() {
        for (String wrong : List.of("topic=weapons", "institution=fire-brigade", "region=atlantis", "all=maybe")) {
            assertThatThrownBy(() -> register("country=BDI", wrong))
                    .as(wrong)
                    .isInstanceOf(Failure.class)
                    .satisfies(failure -> assertThat(Wording.english().say(((Failure) failure).sentence()))
                            .contains(wrong.substring(wrong.indexOf('=') + 1)));
        }
        assertThatThrownBy(() -> register("country=Burundy"))
                .isInstanceOf(Failure.class)
                .satisfies(failure -> assertThat(Wording.english().say(((Failure) failure).sentence()))
                        .contains("BDI"));
    }

    private static InstrumentRegister register(String... choices) {
        Address here = Address.of("");
        for (String choice : choices) {
            int mark = choice.indexOf('=');
            here = here.with(choice.substring(0, mark), choice.substring(mark + 1));
        }
        return InstrumentRegister.of(
                InstrumentQuestion.of(here, List.of()),
                TreatyTable.Status.NONE,
                Optional.empty(),
                TODAY,
                Locale.ENGLISH);
    }
}
