package org.salus.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.framework.Failure;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Outcome;

/** A record of eligibility: what may be on it, and that no verdict is typed. */
class AidRecordTest {
    @TempDir
    Path folder;

    private Draft draft;

    @BeforeEach
    void begin() {
        draft = new Draft(folder);
    }

    @AfterEach
    void end() {
        draft.close();
    }

    private static AidRecord rifles() {
        return new TypedAid(Map.of(
                        "title", "Rifles for the police",
                        "partner", "police",
                        "trainees", "police",
                        "activity", "training",
                        "topic", "community policing",
                        "purpose", "public safety",
                        "equipment", "rifles",
                        "control", "civilian",
                        "recipient", "Orvelia"))
                .record();
    }

    private String refused(AidRecord record) {
        return refused(Item.fresh(AidRecord.KIND, record));
    }

    private String refused(Item<AidRecord> item) {
        Outcome outcome = draft.workspace.append(draft.ana, new Edit.Put(item));
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome)
                .reasons().stream().map(Wording.english()::say).collect(Collectors.joining(" "));
    }

    @Test
    void it_keeps_what_the_rules_said_with_their_edition_and_tells_questions_and_nearest_cases_today() {
        ItemId id = draft.put(AidRecord.KIND, rifles());
        AidRecord kept = draft.view().get(AidRecord.KIND, id).value();
        assertThat(kept.kept()).isEqualTo(AidVerdict.NOT_ELIGIBLE);
        assertThat(kept.rule()).isPresent();
        assertThat(kept.edition()).isEqualTo(AidRules.shipped().edition());
        assertThat(kept.today().nearest()).isNotEmpty();
        AidRecord little = new TypedAid(Map.of("title", "A course", "activity", "training")).record();
        assertThat(little.kept()).isEqualTo(AidVerdict.GREY);
        assertThat(little.today().questions()).isNotEmpty();
    }

    @Test
    void a_verdict_is_never_typed() {
        AidRecord eligible = Draft.with(rifles(), "verdict", "eligible");
        assertThat(refused(eligible)).contains("never typed");
        assertThat(refused(Draft.with(rifles(), "edition", "2031-01"))).contains("never typed");
    }

    @Test
    void what_is_on_record_may_be_renamed_though_rules_have_changed_since() {
        ItemId id = draft.put(AidRecord.KIND, rifles());
        Item<AidRecord> item = draft.view().get(AidRecord.KIND, id);
        draft.put(item.saying(Draft.with(rifles(), "title", "Rifles", "note", "Asked again in May")));
        Item<AidRecord> renamed = draft.view().get(AidRecord.KIND, id);
        assertThat(refused(renamed.saying(Draft.with(renamed.value(), "verdict", "partly"))))
                .contains("never typed");
        assertThat(draft.view().get(AidRecord.KIND, id).value().title()).isEqualTo("Rifles");
    }

    @Test
    void what_means_nothing_is_refused_in_words() {
        assertThat(refused(new TypedAid(Map.of("title", "A course")).record())).contains("At least one fact");
        assertThat(refused(new TypedAid(Map.of("partner", "police")).record())).contains("needs a name");
        assertThat(refused(AidRecord.of(
                        "A course", Optional.empty(), List.of(new AidRecord.StatedFact("colour", "blue")), "")))
                .contains("colour");
        assertThat(refused(AidRecord.of(
                        "A course",
                        Optional.of(draft.goal()),
                        List.of(new AidRecord.StatedFact("partner", "police")),
                        "")))
                .contains("support of this workspace");
        assertThatThrownBy(() -> new TypedAid(Map.of("colour", "blue")))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.say(Wording.english())).contains("colour", "partner"));
        assertThatThrownBy(() -> new TypedAid(Map.of("title", "A course", "support", "the boats")).record())
                .isInstanceOf(Failure.class);
    }

    @Test
    void it_may_be_about_support_of_the_workspace() {
        ItemId support = draft.support();
        draft.put(
                AidRecord.KIND,
                AidRecord.of(
                        "Advice", Optional.of(support), List.of(new AidRecord.StatedFact("partner", "police")), ""));
        assertThat(draft.view().list(AidRecord.KIND)).hasSize(1);
    }
}
