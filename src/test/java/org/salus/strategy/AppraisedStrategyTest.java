package org.salus.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.appraisal.Attitude;
import org.salus.appraisal.CheckAnswer;
import org.salus.appraisal.Checks;
import org.salus.appraisal.InstrumentStatement;
import org.salus.appraisal.InstrumentStep;
import org.salus.appraisal.Mention;
import org.salus.appraisal.OnObjective;
import org.salus.appraisal.RegisteredDecision;
import org.salus.appraisal.Stance;
import org.salus.framework.Appraisal;
import org.salus.framework.Recorded;
import org.salus.goals.Objective;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Sensitivity;
import org.salus.workspace.Answer;
import org.salus.workspace.Reply;

/** What a strategy takes from the appraisal, the registers of instruments and of decisions, and what it keeps to itself. */
class AppraisedStrategyTest {
    @TempDir
    Path folder;

    private Orvelia orvelia;

    @BeforeEach
    void found() throws IOException {
        orvelia = new Orvelia(folder);
    }

    @AfterEach
    void close() {
        orvelia.close();
    }

    private String text(Readership readership) {
        return String.join("\n", orvelia.now(orvelia.ana, readership).plain().lines());
    }

    private ItemId objective() {
        return orvelia.workspace
                .view(orvelia.ana)
                .list(Objective.KIND)
                .getFirst()
                .id();
    }

    private Item<RegisteredDecision> decision() {
        return Item.fresh(
                RegisteredDecision.KIND,
                new RegisteredDecision(
                        "Pay by list",
                        Optional.empty(),
                        "Cabinet of Tamm",
                        List.of(),
                        List.of("Assembly"),
                        List.of("Treasury"),
                        List.of("Treasury"),
                        List.of(new OnObjective(objective())),
                        List.of(),
                        "Minutes 4",
                        ""));
    }

    @Test
    void each_consideration_is_told_with_its_checks_their_reasons_and_the_disagreement_beside_them() {
        orvelia.put(
                orvelia.ana,
                Item.fresh(
                        Answer.KIND,
                        new Answer(
                                "appraisal:C2.1",
                                Checks.shipped().get("C2.1").edition(),
                                Reply.DISAGREE,
                                "Two of these offices were closed",
                                Optional.of(orvelia.ana),
                                List.of())));
        orvelia.put(
                orvelia.ana,
                new CheckAnswer(
                                "C4.7",
                                Checks.shipped().get("C4.7").edition(),
                                Appraisal.PARTLY,
                                "A round table met twice",
                                "Reform office",
                                Optional.empty(),
                                "")
                        .fresh());
        assertThat(text(Readership.MEMBERS))
                .contains("C7 ", "With an office in the country that answers for it:")
                .contains("Two of these offices were closed", "A round table met twice");
        assertThat(text(Readership.EVERYBODY))
                .contains("C7 ", "what is not said here may well have been considered")
                .doesNotContain("Two of these offices were closed", "A round table met twice");
    }

    @Test
    void decisions_stand_in_the_edition_of_those_who_may_read_them() {
        assertThat(text(Readership.MEMBERS)).doesNotContain("On record are");
        orvelia.put(orvelia.ana, decision());
        assertThat(text(Readership.MEMBERS))
                .contains("On record are one decision", "Cabinet of Tamm")
                .contains("Treasury pays for “Pay by list” every year and is recorded as not asked.");
        assertThat(text(Readership.EVERYBODY)).doesNotContain("On record are", "Pay by list");
    }

    @Test
    void a_decision_that_is_kept_from_members_is_in_the_working_paper_alone() {
        List<ComposedSection> before =
                orvelia.now(orvelia.ana, Readership.MEMBERS).sections();
        orvelia.put(orvelia.ana, decision().meantFor(new Sensitivity.Named(new TreeSet<>(Set.of(orvelia.ana)))));
        assertThat(orvelia.now(orvelia.ana, Readership.MEMBERS).sections().equals(before))
                .isTrue();
        assertThat(text(Readership.OWN)).contains("Pay by list");
    }

    @Test
    void stances_are_in_no_edition_and_change_no_answer_there() {
        List<ComposedSection> before =
                orvelia.now(orvelia.ana, Readership.MEMBERS).sections();
        orvelia.put(
                orvelia.ana,
                Item.fresh(
                                Stance.KIND,
                                new Stance(
                                        Mention.named("Garrison of Tamm"),
                                        Mention.here(objective(), "Pay"),
                                        Attitude.BLOCKS,
                                        Optional.empty(),
                                        Optional.empty(),
                                        "canary",
                                        "",
                                        true,
                                        "",
                                        Optional.empty(),
                                        ""))
                        .meantFor(new Sensitivity.Named(new TreeSet<>(Set.of(orvelia.ana)))));
        assertThat(orvelia.now(orvelia.ana, Readership.MEMBERS).sections().equals(before))
                .isTrue();
        assertThat(text(Readership.EVERYBODY)).doesNotContain("canary", "Garrison");
        assertThat(text(Readership.OWN)).contains("canary", "Garrison of Tamm", "in this working paper alone");
        assertThat(String.join(
                        "\n", orvelia.now(orvelia.ben, Readership.OWN).plain().lines()))
                .doesNotContain("canary", "Garrison", "in this working paper alone");
    }

    @Test
    void an_instrument_is_told_step_by_step_and_to_everybody_only_what_tables_tell() {
        orvelia.put(
                orvelia.ana,
                new InstrumentStatement(
                                "cedaw",
                                "XOV",
                                InstrumentStep.REPORTED,
                                Recorded.RECORDED_AS_ABSENT,
                                Optional.empty(),
                                "Committee, list of reports owed",
                                "")
                        .fresh());
        assertThat(text(Readership.MEMBERS))
                .contains("One thing that they ask for is recorded as absent")
                .contains("Convention on the Elimination of All Forms of Discrimination against Women");
        assertThat(text(Readership.EVERYBODY))
                .contains("instruments are looked at")
                .doesNotContain("recorded as absent", "none recorded yet.", "Discrimination against Women");
    }
}
