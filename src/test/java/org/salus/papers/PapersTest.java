package org.salus.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.documents.ChartDrawer;
import org.salus.framework.DateSpan;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.sector.Actor;
import org.salus.sector.ActorType;
import org.salus.sector.KnownSupport;
import org.salus.sector.Name;
import org.salus.sector.Phase;
import org.salus.sector.SupportAmount;
import org.salus.sector.SupportOrigin;
import org.salus.sector.SupportStage;
import org.salus.strategy.StrategyFiles;

/** Papers composed of a workspace: what they say, to whom, and what they are silent about. */
class PapersTest {
    @TempDir
    Path folder;

    private WorkingWeek week;

    @BeforeEach
    void found() throws IOException {
        week = new WorkingWeek(folder);
    }

    @AfterEach
    void close() {
        week.close();
    }

    private Item<KnownSupport> support(String partner, String title, String institution, DateSpan when) {
        Optional<ItemId> actor = Optional.of(week.actor(institution));
        return Item.fresh(
                KnownSupport.KIND,
                new KnownSupport(
                        partner,
                        title,
                        actor,
                        Optional.empty(),
                        institution,
                        Optional.of(ReformArea.of("2b")),
                        "",
                        SupportStage.KNOWN,
                        SupportAmount.UNKNOWN,
                        when,
                        SupportOrigin.MEETING,
                        Optional.empty(),
                        ""));
    }

    private String refused(String paper, String... choices) {
        return catchThrowableOfType(Failure.class, () -> week.compose(week.ana, paper, choices))
                .say(Wording.english());
    }

    @Test
    void a_round_table_is_told_who_supports_what_what_nobody_supports_and_what_ends_soon() {
        week.put(support(
                "Kingdom of Ferrow",
                "Bicycles for patrols",
                "Harbour Police",
                DateSpan.between(PartialDate.of("2025-01"), PartialDate.of("2026-12"))));
        String text = week.text(week.ana, "round-table", "partner=Kingdom of Ferrow");
        assertThat(text)
                .contains("Prepared for Kingdom of Ferrow")
                .contains("| Kingdom of Ferrow | Bicycles for patrols | Harbour Police | 2b Police and communities |")
                .contains("Sundmark | Vehicles for the Harbour Police")
                .contains("2 of 7 planned objectives have no support on record")
                .contains("Courts apply the law alike")
                .contains("Kingdom of Ferrow: Bicycles for patrols → Harbour Police (not recorded; until Dec 2026")
                .contains("empty is not none")
                .doesNotContain("[papers.");
    }

    @Test
    void every_paper_says_from_which_state_and_snapshot_it_is_made() {
        Paper paper = week.compose(week.ana, "round-table");
        assertThat(String.join("\n", paper.lines())).contains(paper.entry(), paper.snapshot(), "25 Nov 2026");
        assertThat(paper.document().binding().notice()).contains("Invented country");
    }

    @Test
    void the_same_state_gives_the_same_bytes_whoever_of_the_members_asks() {
        try (ChartDrawer charts = new ChartDrawer()) {
            StrategyFiles files = new StrategyFiles(charts);
            assertThat(files.bytes("docx", week.compose(week.ben, "round-table").document()))
                    .isEqualTo(files.bytes(
                            "docx", week.compose(week.ana, "round-table").document()));
        }
    }

    @Test
    void from_a_unit_to_its_support_its_decisions_and_its_offices_with_what_is_part_of_it() {
        week.put(support("Kingdom of Ferrow", "Bicycles for patrols", "Harbour Police", DateSpan.OPEN));
        assertThat(week.text(week.ana, "crisis", "of=Orvelian Police"))
                .contains("Orvelian Police: crisis sheet")
                .contains("Ministry of Public Safety – commands – Orvelian Police")
                .contains("Bicycles for patrols | Harbour Police")
                .contains("Human-rights courses at the police academy")
                .contains("Security Reform Office: answers for “Police pay reaches every post")
                .doesNotContain("Clerks and lawyers for committees");
        assertThat(week.text(week.ana, "crisis", "of=Harbour Police"))
                .contains("Bicycles for patrols")
                .doesNotContain("Human-rights courses");
    }

    @Test
    void a_unit_is_found_by_any_of_its_names_whatever_its_accents_and_the_language_of_the_paper() {
        week.put(Item.fresh(
                Actor.KIND,
                Actor.of(new Phase(
                        DateSpan.OPEN,
                        List.of(new Name("en", "Rural Police"), new Name("fr", "Police rurale de l’Été")),
                        ActorType.POLICE.usualClass(),
                        Optional.of(ActorType.POLICE),
                        Optional.empty(),
                        Map.of()))));
        for (String typed : List.of("Rural Police", "Police rurale de l’Été", "police RURALE de l'ete", "rurale")) {
            assertThat(week.text(week.ana, "crisis", "of=" + typed)).as(typed).startsWith("Rural Police: crisis sheet");
        }
    }

    @Test
    void a_reader_of_lower_clearance_reads_papers_without_a_trace_of_what_is_withheld() {
        String before = week.text(week.ben, "crisis", "of=Harbour Police", "for=own");
        List<String> shared = week.compose(week.ben, "round-table", "for=own").lines();
        week.put(support("Kingdom of Ferrow", "Bicycles for patrols", "Harbour Police", DateSpan.OPEN)
                .meantFor(week.forAna()));
        assertThat(week.text(week.ana, "crisis", "of=Harbour Police", "for=own"))
                .contains("Kingdom of Ferrow");
        assertThat(withoutStep(week.text(week.ben, "crisis", "of=Harbour Police", "for=own")))
                .isEqualTo(withoutStep(before))
                .doesNotContain("Ferrow");
        assertThat(withoutStep(String.join(
                        "\n", week.compose(week.ben, "round-table", "for=own").lines())))
                .isEqualTo(withoutStep(String.join("\n", shared)));
        assertThat(week.text(week.ana, "round-table"))
                .as("a paper for all members holds nothing that is meant for few, whoever asks")
                .doesNotContain("Ferrow");
    }

    /** The state has another newest step; what it says is told apart from that. */
    private static String withoutStep(String text) {
        return text.replaceAll("step [0-9a-f+]+", "step");
    }

    @Test
    void whoever_may_not_open_the_workspace_is_given_nothing() {
        AccountId eva = AccountId.fresh();
        assertThat(catchThrowableOfType(
                        RuntimeException.class,
                        () -> week.compose(eva, Papers.shipped().getFirst())))
                .isNotNull();
    }

    @Test
    void what_is_asked_wrongly_is_answered_with_what_may_be_meant() {
        assertThat(refused("round-tabel")).contains("no paper “round-tabel”", "round-table");
        assertThat(refused("crisis")).contains("needs to be told: of");
        assertThat(refused("crisis", "of=Orvelian Polise")).contains("Orvelian Police");
        assertThat(refused("crisis", "of=ministry")).contains("Several", "Ministry of Defence");
        assertThat(refused("donor-review", "donor=Sundmarck")).contains("Sundmark");
        assertThat(refused("period-report", "donor=Sundmarck")).contains("Sundmark");
        assertThat(refused("period-report", "office=Security Reforn Office")).contains("Security Reform Office");
        assertThat(refused("hand-over", "office=Ministri of Justice")).contains("Ministry of Justice");
        assertThat(refused("round-table", "donner=x")).contains("donor");
        assertThat(refused("round-table", "donor=Sundmark")).contains("does not depend on donor");
        assertThat(refused("round-table", "for=nobody")).contains("public, full, own");
    }

    @Test
    void a_donor_that_only_the_workspace_knows_is_reviewed_as_far_as_that_goes() {
        assertThat(week.text(week.ana, "donor-review", "donor=sundmark"))
                .contains("No loaded data name sundmark as a donor")
                .contains("4 pieces of its support are on record in the workspace Orvelia")
                .contains("Vehicles for the Harbour Police");
    }

    @Test
    void a_team_keeps_a_template_of_its_own_in_the_place_of_ours_and_broken_ones_are_refused() {
        PaperTemplate own = PaperTemplate.read("""
                edition: 2026-12
                name: round-table
                title: Our own hand-out
                parts:
                  - part: text
                    text: Only words.
                """);
        week.put(OwnTemplate.kept(week.workspace.view(week.ana), own));
        assertThat(week.text(week.ben, "round-table"))
                .startsWith("Our own hand-out")
                .contains("Only words.");
        PaperTemplate next = PaperTemplate.read(own.source().replace("Only words.", "Other words."));
        week.put(OwnTemplate.kept(week.workspace.view(week.ana), next));
        assertThat(week.text(week.ben, "round-table")).contains("Other words.");
        assertThat(Papers.templates(week.workspace.view(week.ben))).hasSameSizeAs(Papers.shipped());
        Outcome outcome = week.workspace.append(
                week.ana, new Edit.Put(Item.fresh(OwnTemplate.KIND, new OwnTemplate("x", "parts: 1"))));
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    }

    private Item<OwnTemplate> fresh(String name, String part) {
        return Item.fresh(
                OwnTemplate.KIND,
                new OwnTemplate(name, "edition: 2026-12\nname: %s\nparts:\n  - part: %s\n".formatted(name, part)));
    }

    private String refusal(AccountId author, Edit edit) {
        Outcome outcome = week.workspace.append(author, edit);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return Wording.english().say(((Outcome.Refused) outcome).reasons().getFirst());
    }

    @Test
    void whoever_only_contributes_neither_replaces_nor_renames_nor_removes_a_paper_of_the_program() {
        AccountId eva = AccountId.fresh();
        week.put(new Item<>(
                new ItemId(eva.value()),
                Member.KIND,
                Sensitivity.forMembers(),
                List.of(),
                new Member("Eva", Optional.empty(), "", Role.CONTRIBUTOR),
                Set.of()));
        assertThat(refusal(eva, new Edit.Put(fresh("crisis", "unit-support")))).contains("only editors and owners");
        WorkingWeek.accepted(week.workspace.append(eva, new Edit.Put(fresh("our-note", "support"))));
        WorkingWeek.accepted(week.workspace.append(week.ben, new Edit.Put(fresh("brief", "support"))));
        Item<OwnTemplate> brief = week.workspace.view(eva).list(OwnTemplate.KIND).stream()
                .filter(item -> item.value().name().equals("brief"))
                .findFirst()
                .orElseThrow();
        assertThat(refusal(eva, new Edit.Remove(brief))).contains("only editors and owners");
        assertThat(refusal(
                        eva,
                        new Edit.Put(brief.saying(fresh("elsewhere", "support").value()))))
                .contains("only editors and owners");
        WorkingWeek.accepted(week.workspace.append(week.ben, new Edit.Remove(brief)));
    }

    @Test
    void the_crisis_sheet_can_always_be_asked_about_an_institution() {
        assertThat(refusal(week.ana, new Edit.Put(fresh("crisis", "support")))).contains("needs a part", "(of)");
        // A copy, or a program of before, may have brought one all the same.
        week.put(Item.fresh(
                Kind.of("paper-template", OwnTemplate.class),
                fresh("crisis", "support").value()));
        assertThat(week.text(week.ben, "crisis", "of=Harbour Police")).contains("# Whom to call");
        week.put(Item.fresh(Kind.of("paper-template", OwnTemplate.class), new OwnTemplate("crisis", "parts: 1")));
        assertThat(week.text(week.ben, "crisis", "of=Harbour Police")).contains("# Whom to call");
    }

    @Test
    void the_same_template_sent_several_times_at_once_is_kept_once() throws Exception {
        try (ExecutorService five = Executors.newFixedThreadPool(5)) {
            five.invokeAll(Collections.nCopies(
                    5, () -> week.workspace.append(week.ana, new Edit.Put(fresh("our-note", "support")))));
        }
        assertThat(week.workspace.view(week.ana).list(OwnTemplate.KIND)).hasSize(1);
        assertThat(refusal(week.ana, new Edit.Put(fresh("our-note", "support"))))
                .contains("kept here meanwhile");
    }

    @Test
    void a_template_for_its_maker_alone_is_offered_to_nobody_else() {
        PaperTemplate own = PaperTemplate.read("""
                edition: 2026-12
                name: secret-note
                parts:
                  - part: text
                    text: Only words.
                """);
        week.put(OwnTemplate.kept(week.workspace.view(week.ana), own).meantFor(week.forAna()));
        assertThat(Papers.templates(week.workspace.view(week.ana)))
                .extracting(PaperTemplate::name)
                .contains("secret-note");
        assertThat(Papers.templates(week.workspace.view(week.ben)))
                .extracting(PaperTemplate::name)
                .doesNotContain("secret-note");
        assertThat(Sensitivity.forMembers()).isNotEqualTo(week.forAna());
    }
}
