package org.salus.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.documents.ChartDrawer;
import org.salus.documents.HtmlWriter;
import org.salus.documents.PdfWriter;
import org.salus.framework.Failure;
import org.salus.framework.Wording;
import org.salus.goals.Objective;
import org.salus.governance.NewRound;
import org.salus.governance.Question;
import org.salus.governance.QuestionSetFile;
import org.salus.governance.QuestionWords;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.strategy.StrategyFiles;

/** Each paper of the program, made of the demo's invented country in the week of 25 November 2026. */
class PartsTest {
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

    private String text(String paper, String... choices) {
        return week.text(week.ana, paper, choices);
    }

    @Test
    void every_paper_is_composed_of_an_empty_workspace_too_and_says_what_is_not_there() throws IOException {
        try (WorkingWeek empty = WorkingWeek.empty(folder.resolve("other"))) {
            for (PaperTemplate template : Papers.shipped()) {
                if (template.needed().isEmpty()) {
                    assertThat(empty.text(empty.ana, template.name()))
                            .as(template.name())
                            .doesNotContain("[papers.", "null", "{");
                }
            }
            assertThat(empty.text(empty.ana, "round-table"))
                    .contains("Nobody has recorded support", "No objective is planned yet");
            assertThat(empty.text(empty.ana, "evaluation-terms")).contains("No plan is recorded");
            assertThat(empty.text(empty.ana, "mission-pack")).contains("No actor of the map");
        }
    }

    @Tag("slow")
    @Test
    void every_paper_becomes_a_word_file_and_a_pdf() {
        try (ChartDrawer charts = new ChartDrawer()) {
            StrategyFiles files = new StrategyFiles(charts);
            Papers.shipped().forEach(template -> {
                Paper paper = week.compose(
                        week.ana,
                        template,
                        template.needed().stream()
                                .map(choice -> switch (choice) {
                                    case OF -> "of=Orvelian Police";
                                    case DONOR -> "donor=Sundmark";
                                    case OBJECTIVE -> "objective=Courts apply the law";
                                    default -> throw new IllegalStateException(choice.code());
                                })
                                .toArray(String[]::new));
                assertThat(files.bytes("docx", paper.document()))
                        .as(template.name())
                        .startsWith('P', 'K');
                assertThat(files.bytes("pdf", paper.document()))
                        .as(template.name())
                        .startsWith('%', 'P', 'D', 'F');
                assertThat(String.join("\n", paper.lines())).doesNotContain("[papers.", "null");
            });
        }
    }

    @Test
    void a_brief_answers_a_question_on_one_page() throws IOException {
        Paper brief = week.compose(week.ana, "brief", "asked=What does the government do about police cells?");
        assertThat(String.join("\n", brief.lines()))
                .contains("What does the government do about police cells?")
                .contains("The 3 goals are:")
                .contains("Whoever is held by the police is seen by a judge");
        try (ChartDrawer charts = new ChartDrawer()) {
            assertThat(new PdfWriter(new HtmlWriter(charts))
                            .print(brief.document())
                            .pages())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_proposal_says_why_what_to_whom_at_what_cost_and_who_pays_afterwards() {
        assertThat(text("support-proposal", "objective=keeps a register"))
                .startsWith("Proposal of support: Every police cell keeps a register")
                .contains("The law on custody has been in force since 2025")
                .contains("Investigators whose work rests on confessions")
                .contains("Human-rights courses at the police academy")
                .contains("| 2027 | To bring it about | USD 1")
                .contains("| 2028 | To bring it about | USD 1")
                .contains("| 2029 | To bring it about | USD 1")
                .contains("| 2030 | To keep it up |")
                .contains("is spread evenly over its years")
                .contains("Who pays once support has ended: Ministry of Public Safety")
                .contains("Courses change how officers act (Contradicted)")
                .contains("Cases are told to their readers alone");
    }

    @Test
    void a_proposal_of_which_nothing_is_said_names_what_is_missing() {
        Item<Objective> objective =
                week.workspace.view(week.ana).list(Objective.KIND).getFirst();
        week.put(Item.fresh(Objective.KIND, Objective.of(objective.value().chain(), "Something altogether new")));
        assertThat(text("support-proposal", "objective=altogether new"))
                .contains("Why this, here and now is not recorded")
                .contains("No support that leads to it is on record")
                .contains("No indicator tells yet")
                .contains("Nobody has said what it costs")
                .contains("No risk to this objective is recorded yet");
    }

    @Test
    void an_evaluation_asks_what_the_plan_assumes_and_knows_least() {
        assertThat(text("evaluation-terms"))
                .contains("Relevance", "Coherence", "Effectiveness", "Efficiency", "Impact", "Sustainability")
                .contains("Does this reason still hold: “Nobody complains where nothing follows”?")
                .contains("Nobody has judged the link.")
                .contains("Who pays for “Complaints about officers are decided within ninety days")
                .contains("8 indicators have a baseline, one has none")
                .contains("DCD/DAC(2019)58/FINAL");
        assertThat(text("evaluation-terms", "goal=go to market"))
                .contains("People of the river towns go to market")
                .doesNotContain("Border posts pass a warning on");
    }

    @Test
    void a_report_is_narrowed_by_period_donor_area_office_pillar_and_goal() {
        assertThat(text("period-report", "donor=Sundmark", "from=2025", "to=2027"))
                .startsWith("Orvelia: report, 2025 to 2027")
                .contains("Asked for – Donor: Sundmark; From: 2025; To: 2027.")
                .contains("Vehicles for the Harbour Police")
                .doesNotContain("Pay by mobile money");
        assertThat(text("period-report", "area=1b"))
                .contains("Pay by mobile money")
                .doesNotContain("Vehicles for");
        assertThat(text("period-report", "area=1b", "pillar=P1", "from=2026", "to=2026"))
                .as("what is narrowed to is said by name, and one year as one year")
                .startsWith("Orvelia: report, 2026\n")
                .contains("Asked for – Reform area: 1b The security budget; Pillar: P1 ");
        assertThat(text("period-report", "office=Security Reform Office"))
                .contains("Police pay reaches every post")
                .doesNotContain("| Border posts pass a warning on");
        assertThat(text("period-report", "goal=go to market", "pillar=P1"))
                .doesNotContain("| Border posts pass a warning on");
    }

    @Test
    void a_sentence_about_all_times_begins_as_sentences_do() {
        assertThat(text("period-report"))
                .startsWith("Orvelia: report, all times")
                .contains("All times: 7 objectives")
                .doesNotContain("\nall times:");
    }

    @Test
    void a_period_without_anything_says_so_part_by_part() {
        assertThat(text("period-report", "from=1950", "to=1951"))
                .contains("1950 to 1951: no objective")
                .contains("nothing on record was to be done or was decided")
                .contains("no payment for reform is published")
                .contains("1950 to 1951: no indicator with an approved measurement")
                .contains("1950 to 1951: nothing of plan, map and known support was put in or changed");
        assertThat(catchThrowableOfType(Failure.class, () -> text("period-report", "from=2027", "to=2025"))
                        .say(Wording.english()))
                .contains("does not begin");
        assertThat(catchThrowableOfType(Failure.class, () -> text("period-report", "from=soon"))
                        .say(Wording.english()))
                .contains("“soon” is no year");
    }

    @Test
    void what_changed_in_a_time_is_told_without_what_is_withheld() {
        Item<Objective> objective =
                week.workspace.view(week.ana).list(Objective.KIND).getFirst();
        week.put(Item.fresh(Objective.KIND, Objective.of(objective.value().chain(), "A quiet matter"))
                .meantFor(week.forAna()));
        assertThat(text("period-report", "for=own", "from=2026-11", "to=2026-11"))
                .contains("A quiet matter");
        assertThat(text("period-report", "from=2026-11", "to=2026-11")).doesNotContain("quiet");
        assertThat(week.text(week.ben, "period-report", "for=own")).doesNotContain("quiet");
        assertThat(week.text(week.ben, "hand-over")).doesNotContain("quiet");
    }

    @Test
    void a_mission_takes_a_part_of_the_map_with_its_questions_and_offices() {
        Paper pack = week.compose(week.ana, "mission-pack", "of=Harbour Police");
        assertThat(String.join("\n", pack.lines()))
                .contains("| Orvelian Police |")
                .contains("Civil society oversight of Harbour Police by law: none recorded yet")
                .contains("Security Reform Office – answers for");
        assertThat(pack.document().blocks().stream()
                        .map(block -> block.getClass().getSimpleName()))
                .contains("Picture");
    }

    @Test
    void a_mission_takes_blank_forms_of_what_the_newest_round_leaves_open() {
        assertThat(text("mission-pack")).contains("No round of assessment is recorded");
        View view = week.workspace.view(week.ana);
        WorkingWeek.accepted(week.workspace.append(
                week.ana,
                NewRound.of(
                                view,
                                "Round of 2026",
                                "",
                                true,
                                "A: First office",
                                "2026",
                                "2026",
                                List.of(
                                        week.actor("Orvelian Police").toString(),
                                        week.actor("Supreme Court").toString()))
                        .edits(),
                Reason.EDIT));
        Question first = QuestionSetFile.shipped().questions().stream()
                .filter(Question::isCore)
                .findFirst()
                .orElseThrow();
        assertThat(text("mission-pack"))
                .contains("2 institutions have questions that the round “Round of 2026” leaves open")
                .contains("Filled in by (office): ____", "Open because: ")
                .contains(first.id() + ": " + first.asks())
                .contains(
                        "☐ 0: " + first.levels().getFirst(),
                        "☐ 4: " + first.levels().getLast())
                .contains("Where to look: " + first.sources());
        Question inFrench = QuestionWords.in(Locale.FRENCH).shown(first);
        assertThat(text("mission-pack", "language=fr"))
                .contains(inFrench.levels().getFirst(), inFrench.levels().getLast())
                .doesNotContain(first.asks());
        assertThat(text("mission-pack", "pillar=P2"))
                .as("forms are of the part of the map that is asked for")
                .doesNotContain("Open questions about Orvelian Police");
    }

    @Test
    void whoever_takes_over_learns_what_is_due_and_open_of_one_office_or_of_all() {
        assertThat(text("hand-over"))
                .contains("measurement of “Cells with a register that is up to date”")
                .contains("Questions about oversight that nobody has answered")
                .contains("Security Reform Office: answers for “Police pay");
        assertThat(text("hand-over", "office=Supreme Court"))
                .contains("Supreme Court, registry")
                .doesNotContain("Commission for Human Dignity:");
    }

    @Test
    void a_mark_of_a_reader_is_never_more_than_a_text() {
        String hostile = "<script>alert(1)</script> {workspace} ${x} '{0}' [l](javascript:x)";
        assertThat(text("brief", "asked=" + hostile)).contains(hostile.strip());
        try (ChartDrawer charts = new ChartDrawer()) {
            assertThat(new HtmlWriter(charts)
                            .page(week.compose(week.ana, "brief", "asked=" + hostile)
                                    .document()))
                    .doesNotContain("<script>");
        }
    }
}
