package org.salus.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.documents.Block;
import org.salus.documents.ChartDrawer;
import org.salus.documents.Document;
import org.salus.documents.DocxText;
import org.salus.documents.Heading;
import org.salus.documents.Page;
import org.salus.documents.PageBreak;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
import org.salus.goals.Adoption;
import org.salus.goals.ChainCopy;
import org.salus.goals.Goal;
import org.salus.goals.GoalsAnswers;
import org.salus.goals.Objective;
import org.salus.goals.ResultsChain;
import org.salus.ledger.AccountId;
import org.salus.ledger.Citation;
import org.salus.ledger.Confidence;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.Sensitivity;
import org.salus.planning.AgreedPlan;
import org.salus.planning.AgreedStart;
import org.salus.planning.FiscalOutlook;
import org.salus.planning.TypedOutlook;
import org.salus.workspace.Source;
import org.salus.workspace.SourceType;

/** A strategy that is composed from the model, for whom, and what people write in it. */
class StrategyTest {
    private final ChartDrawer charts = new ChartDrawer();
    private final StrategyFiles files = new StrategyFiles(charts);

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
        charts.close();
    }

    private String text(Readership readership) {
        return String.join("\n", orvelia.now(orvelia.ana, readership).plain().lines());
    }

    private Item<Goal> goal() {
        return orvelia.workspace.view(orvelia.ana).list(Goal.KIND).getFirst();
    }

    @Test
    void what_follows_hand_over_is_told_to_whoever_may_read_the_outlook_and_the_agreed_order_beside_it() {
        assertThat(text(Readership.MEMBERS)).contains("No outlook of the budget is on record");
        Item<FiscalOutlook> outlook = new TypedOutlook(Map.of(
                        "title", "slow growth",
                        "from", "2027",
                        "until", "2035",
                        "currency", "USD",
                        "budget", "1000",
                        "bound", "60",
                        "growth", "0"))
                .outlook();
        Item<ResultsChain> chain =
                ResultsChain.planned(orvelia.workspace.view(orvelia.ana)).orElseThrow();
        Item<Objective> objective =
                orvelia.workspace.view(orvelia.ana).list(Objective.KIND).getFirst();
        orvelia.put(orvelia.ana, outlook);
        orvelia.put(orvelia.ana, Item.fresh(AgreedPlan.KIND, agreed(chain, objective)));
        assertThat(text(Readership.MEMBERS))
                .contains("slow growth", "cannot be afforded after", "Room in the budget")
                .contains("The order of steps was agreed on as “Agreed in May” on 3 May 2026.", "Aug 2028")
                .doesNotContain("No outlook of the budget", "[planning.", "[strategy.");
        assertThat(text(Readership.EVERYBODY)).doesNotContain("slow growth", "Agreed in May");
    }

    private static AgreedPlan agreed(Item<ResultsChain> chain, Item<Objective> objective) {
        return new AgreedPlan(
                chain.id(),
                "Agreed in May",
                PartialDate.of("2026-05-03"),
                List.of(),
                "benefit",
                1,
                1,
                0,
                "",
                "optimal",
                "USD",
                List.of(new AgreedStart(
                        objective.id(),
                        objective.value().title(),
                        PartialDate.of("2027-02"),
                        PartialDate.of("2028-08"),
                        Optional.empty())),
                List.of(),
                "");
    }

    @Test
    void every_section_says_something_and_the_plan_and_the_map_are_in_it() {
        Strategy strategy = orvelia.now(orvelia.ana, Readership.MEMBERS);
        assertThat(strategy.sections()).hasSize(Section.values().length);
        assertThat(strategy.sections()).allMatch(section -> section.state() == SectionState.COMPOSED);
        assertThat(text(Readership.MEMBERS))
                .contains("# Context and premise", "not enough information")
                .contains("People of the river towns go to market without paying at road blocks")
                .contains("River Guard may use force")
                .contains("Objectives in time")
                .contains("C4 A political process: Of")
                .contains("Invented country with invented data")
                .doesNotContain("[strategy.");
    }

    @Tag("slow")
    @Test
    void the_same_state_gives_the_same_words_and_the_same_bytes_whoever_asks() {
        Strategy one = orvelia.now(orvelia.ana, Readership.MEMBERS);
        Strategy other = orvelia.fresh().now(orvelia.workspace, orvelia.ben, Readership.MEMBERS, Locale.ENGLISH);
        assertThat(other.plain()).isEqualTo(one.plain());
        assertThat(other.digest()).isEqualTo(one.digest());
        assertThat(files.bytes("docx", other.document(Optional.empty())))
                .isEqualTo(files.bytes("docx", one.document(Optional.empty())));
    }

    @Test
    void an_earlier_state_is_composed_again_as_it_was() {
        Strategy before = orvelia.now(orvelia.ana, Readership.MEMBERS);
        orvelia.put(orvelia.ana, Item.fresh(Goal.KIND, Goal.of(goal().value().chain(), "Another goal altogether")));
        assertThat(text(Readership.MEMBERS)).contains("Another goal altogether");
        Strategy again =
                orvelia.fresh().of(orvelia.workspace, orvelia.ana, Readership.MEMBERS, before.heads(), Locale.ENGLISH);
        assertThat(again.digest()).isEqualTo(before.digest());
    }

    @Test
    void alternatives_of_which_none_is_adopted_are_told_as_such_and_not_as_nothing() {
        GoalsAnswers goals = new GoalsAnswers(orvelia.workspace.view(orvelia.ana), Wording.english());
        Item<ResultsChain> first = goals.chains().getFirst();
        Orvelia.accepted(orvelia.workspace.append(
                orvelia.ana, ChainCopy.of(orvelia.workspace.view(orvelia.ana), first, "Another way"), Reason.EDIT));
        assertThat(text(Readership.MEMBERS))
                .contains("Several alternatives of the plan are recorded and none is adopted")
                .doesNotContain(
                        "No goal is recorded",
                        "No objective is planned",
                        "No risk is recorded",
                        "No indicator is recorded",
                        "No plan is recorded",
                        "Goals 0");
        Orvelia.accepted(orvelia.workspace.append(orvelia.ana, goals.adopting(first, Adoption.ADOPTED), Reason.EDIT));
        assertThat(text(Readership.MEMBERS)).contains(goal().value().title()).doesNotContain("none is adopted");
    }

    @Tag("slow")
    @Test
    void the_public_edition_holds_what_is_meant_for_everybody_and_does_not_say_what_is_not() {
        Item<Goal> goal = goal();
        assertThat(text(Readership.EVERYBODY))
                .contains("Public edition")
                .doesNotContain(goal.value().title(), "River Guard", "withheld", "redacted");
        orvelia.write(Section.CONTEXT, "What anybody may read.", "public");
        orvelia.write(Section.CONTEXT, "What members read on.", "full");
        assertThat(text(Readership.EVERYBODY))
                .contains("What anybody may read.")
                .doesNotContain("What members read on.");
        assertThat(text(Readership.MEMBERS)).contains("What anybody may read.", "What members read on.");
    }

    @Test
    void what_is_meant_for_some_members_is_in_no_edition_but_in_their_own_working_paper() {
        Item<Goal> secret = Item.fresh(Goal.KIND, Goal.of(goal().value().chain(), "A goal for the eyes of Ana"))
                .meantFor(new Sensitivity.Named(new java.util.TreeSet<>(List.of(orvelia.ana))));
        orvelia.put(orvelia.ana, secret);
        assertThat(text(Readership.MEMBERS)).doesNotContain("for the eyes of Ana");
        assertThat(text(Readership.OWN)).contains("for the eyes of Ana");
        assertThat(String.join(
                        "\n", orvelia.now(orvelia.ben, Readership.OWN).plain().lines()))
                .doesNotContain("for the eyes of Ana");
    }

    @Test
    void whoever_may_not_open_the_workspace_gets_no_edition_of_it() {
        AccountId stranger = AccountId.fresh();
        assertThatThrownBy(() -> orvelia.now(stranger, Readership.EVERYBODY)).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> orvelia.now(stranger, Readership.MEMBERS)).isInstanceOf(Failure.class);
    }

    @Test
    void what_people_wrote_stays_and_what_is_new_in_the_model_is_offered_beside_it() {
        orvelia.write(Section.GOALS, "Our own words.", "full");
        ComposedSection written = orvelia.now(orvelia.ana, Readership.MEMBERS).section(Section.GOALS);
        assertThat(written.state()).isEqualTo(SectionState.WRITTEN);
        orvelia.put(orvelia.ana, Item.fresh(Goal.KIND, Goal.of(goal().value().chain(), "A fourth goal")));
        ComposedSection behind = orvelia.now(orvelia.ana, Readership.MEMBERS).section(Section.GOALS);
        assertThat(behind.state()).isEqualTo(SectionState.BEHIND);
        assertThat(behind.offered()).contains("A fourth goal").anyMatch(passage -> passage.contains("4 goals"));
        assertThat(behind.gone()).isPositive();
        assertThat(TypedText.written(behind.text())).isEqualTo("Our own words.");

        new TypedStrategy(Map.of("how", "accept")).look(behind).forEach(item -> orvelia.put(orvelia.ana, item));
        ComposedSection taken = orvelia.now(orvelia.ana, Readership.MEMBERS).section(Section.GOALS);
        assertThat(taken.state()).isEqualTo(SectionState.WRITTEN);
        assertThat(TypedText.written(taken.text())).startsWith("Our own words.").contains("A fourth goal");
    }

    @Test
    void a_text_can_be_kept_as_it_is() {
        orvelia.write(Section.GOALS, "Our own words.", "full");
        orvelia.put(orvelia.ana, Item.fresh(Goal.KIND, Goal.of(goal().value().chain(), "A fourth goal")));
        new TypedStrategy(Map.of("how", "keep"))
                .look(orvelia.now(orvelia.ana, Readership.MEMBERS).section(Section.GOALS))
                .forEach(item -> orvelia.put(orvelia.ana, item));
        ComposedSection kept = orvelia.now(orvelia.ana, Readership.MEMBERS).section(Section.GOALS);
        assertThat(kept.state()).isEqualTo(SectionState.WRITTEN);
        assertThat(TypedText.written(kept.text())).isEqualTo("Our own words.");
    }

    @Tag("slow")
    @Test
    void a_text_of_ten_thousand_words_with_markup_of_pages_in_it_stays_text_in_every_form() {
        String words = "Some words, <b onclick=alert(1)>bold</b> & all. ".repeat(1_500);
        orvelia.write(Section.CONTEXT, words, "full");
        Strategy strategy = orvelia.now(orvelia.ana, Readership.MEMBERS);
        String page = new String(files.bytes("html", strategy.document(Optional.empty())), StandardCharsets.UTF_8);
        assertThat(page).contains("&lt;b onclick=alert(1)&gt;").doesNotContain("<b onclick");
        assertThat(DocxText.of(files.bytes("docx", strategy.document(Optional.empty())))
                        .text())
                .isEqualTo(strategy.plain());
    }

    @Test
    void a_text_without_words_a_language_nobody_has_and_an_unknown_section_are_refused() {
        ComposedSection section = orvelia.now(orvelia.ana, Readership.MEMBERS).section(Section.GOALS);
        assertThat(orvelia.refused(orvelia.ana, new TypedStrategy(Map.of("text", "  ")).text(section)))
                .contains("needs words");
        assertThatThrownBy(() -> new TypedStrategy(Map.of("text", "So", "language", "xx")).text(section))
                .hasMessageContaining("no language");
        assertThatThrownBy(() -> TypedStrategy.section("chapter")).hasMessageContaining("summary, context");
        assertThatThrownBy(() -> new TypedStrategy(Map.of("how", "accept")).look(section))
                .hasMessageContaining("Nobody has written anything");
    }

    @Test
    void the_paper_turns_once_in_a_section_and_chapters_follow_on_the_page_there_is() {
        Document document = orvelia.now(orvelia.ana, Readership.MEMBERS).document(Optional.empty());
        boolean isLying = false;
        int turns = 0;
        int breaks = 0;
        for (int i = 0; i < document.blocks().size(); i++) {
            Block block = document.blocks().get(i);
            if (block instanceof Heading heading && heading.level() == 1) {
                turns = isLying ? 1 : 0;
            } else if (block instanceof PageBreak turned && turned.page().isPresent()) {
                isLying = turned.page().get() != Page.PORTRAIT;
                // What turns before a heading belongs to its chapter.
                turns += isLying && !(document.blocks().get(i + 1) instanceof Heading) ? 1 : 0;
                assertThat(turns).as("block " + i).isLessThanOrEqualTo(1);
            } else if (block instanceof PageBreak) {
                breaks++;
            }
        }
        assertThat(breaks).as("behind the contents").isEqualTo(1);
    }

    @Test
    void a_brief_has_the_goals_and_says_where_the_rest_is() {
        Strategy strategy = orvelia.now(orvelia.ana, Readership.MEMBERS);
        String page = new String(files.bytes("html", strategy.brief()), StandardCharsets.UTF_8);
        assertThat(page).contains("People of the river towns", strategy.digest());
    }

    @Tag("slow")
    @Test
    void a_brief_stands_on_two_pages_whatever_people_wrote() throws IOException {
        String plain = new String(
                files.bytes("html", orvelia.now(orvelia.ana, Readership.MEMBERS).brief()), StandardCharsets.UTF_8);
        assertThat(plain).contains("Context and premise", "Goals and theory of change", "Appraisal");
        String words = "words of a minister ".repeat(2_500);
        for (Section section : Section.values()) {
            orvelia.write(section, words + "\n\n- " + words + "\n- " + words + "\n\n" + words, "full");
        }
        byte[] pdf =
                files.bytes("pdf", orvelia.now(orvelia.ana, Readership.MEMBERS).brief());
        try (PDDocument brief = Loader.loadPDF(pdf)) {
            assertThat(brief.getNumberOfPages()).isEqualTo(2);
        }
    }

    @Test
    void who_says_so_stands_in_a_footnote_but_for_sources_that_leave_no_house() {
        Item<Source> law = Item.fresh(Source.KIND, Source.of(SourceType.LAW, "Law 7 on the police"));
        Item<Source> talk = Item.fresh(Source.KIND, Source.of(SourceType.INTERVIEW, "What was said in Tamm"));
        orvelia.put(orvelia.ana, law);
        orvelia.put(orvelia.ana, talk);
        orvelia.put(
                orvelia.ana,
                goal().citing(List.of(
                        Citation.of(law.id(), "article 3", Confidence.NOT_ASSESSED),
                        Citation.of(talk.id(), "", Confidence.NOT_ASSESSED))));
        assertThat(text(Readership.MEMBERS))
                .contains("[^Law 7 on the police, article 3]")
                .doesNotContain("What was said in Tamm");
    }

    @Test
    void a_finding_on_oversight_names_the_sources_of_the_ties_it_rests_on() {
        assertThat(text(Readership.MEMBERS))
                .contains(
                        "in practice this is recorded as absent.[^Audit Chamber of Orvelia, Report of the Audit Chamber for 2024"
                                + " (invented), 2025-06-30, p. 3; Republic of Orvelia, Audit Act (invented), 2007-06-15, s. 4]");
    }

    @Test
    void what_was_removed_is_not_composed_any_more() {
        Item<Goal> goal = goal();
        Orvelia.accepted(orvelia.workspace.append(orvelia.ana, new Edit.Remove(goal)));
        assertThat(text(Readership.MEMBERS)).doesNotContain(goal.value().title());
    }
}
