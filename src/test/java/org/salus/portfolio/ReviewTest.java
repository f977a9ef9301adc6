package org.salus.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.evidence.Countries;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.workspace.Faces;

/** Activities are judged: in which order, what a judgement changes, and what it leaves as it is. */
class ReviewTest {
    private static final TypedJudgement AGREED = TypedJudgement.of("", "", "", "");

    @TempDir
    private Path folder;

    private final Wording wording = Wording.english();
    /** By rules alone, so that what is learned does not change the order. */
    private final Supports supports = new Supports(Sorter.byRules());

    private final AccountId ana = AccountId.fresh();
    private Evidence evidence;
    private Workspaces workspaces;
    private Workspace workspace;

    @BeforeEach
    void activities() throws IOException {
        evidence = Evidence.open(folder.resolve("data"));
        String xml = "<iati-activities version=\"2.03\">"
                + activity("R-1", "Training of the national police", "15210", "100")
                + activity("R-2", "Support to something", "15220", "5")
                + activity("R-3", "Support to something else", "15220", "900")
                + activity("R-4", "Rural roads", "21020", "100000")
                + "</iati-activities>";
        Path file = Files.writeString(folder.resolve("aid.xml"), xml);
        evidence.loads().load(List.of(new LoadInput("aid.xml", "", file)), null, Progress.SILENT);
        workspaces = Workspaces.open(
                Database.file(folder.resolve("work.db")),
                Faces.of(List.of(PortfolioFaces.contribution())).kinds(),
                InstantSource.system());
        workspace = workspaces.found(
                new Charter("Burundi", List.of("BDI"), "", "", Optional.empty()), ana, "Ana", Optional.empty(), "");
    }

    @AfterEach
    void end() {
        workspaces.close();
        evidence.close();
    }

    private static String activity(String id, String title, String sector, String amount) {
        return """
                <iati-activity default-currency="USD"><iati-identifier>%s</iati-identifier>
                <reporting-org ref="XM-1" type="10"><narrative>A donor</narrative></reporting-org>
                <title><narrative>%s</narrative></title><recipient-country code="BI"/>
                <sector vocabulary="1" code="%s"/>
                <transaction><transaction-type code="2"/><transaction-date iso-date="2010-03-01"/><value value-date="2010-03-01">%s</value></transaction>
                </iati-activity>""".formatted(id, title, sector, amount);
    }

    private ReviewAnswers answers(String... choices) {
        Address asked = Address.of("");
        for (int at = 0; at < choices.length; at += 2) {
            asked = asked.with(choices[at], choices[at + 1]);
        }
        return ReviewAnswers.of(
                evidence.snapshot(),
                supports,
                workspace.view(ana),
                ReviewQuestion.of(asked, workspace.view(ana).charter()),
                wording);
    }

    private Outcome judge(TypedJudgement said, String... activities) {
        return workspace.append(ana, said.edits(answers().queue(), List.of(activities)), Reason.EDIT);
    }

    private static List<String> ids(ReviewAnswers answers) {
        return answers.queue().lines().stream()
                .map(line -> line.sorted().activity().identifier())
                .toList();
    }

    private SupportMap judged() {
        return supports.judged(
                evidence.snapshot(),
                Countries.shipped().get("BDI"),
                Period.ALL,
                "USD",
                Judgements.of(workspace.view(ana)));
    }

    @Test
    void the_least_certain_come_first_and_of_those_the_one_with_most_money() {
        List<String> order = ids(answers());
        assertThat(order.indexOf("R-3")).isLessThan(order.indexOf("R-2"));
        assertThat(order.indexOf("R-2")).isLessThan(order.indexOf("R-1"));
        assertThat(ids(answers("order", "money"))).containsExactly("R-4", "R-3", "R-1", "R-2");
        assertThat(ids(answers("area", "2b"))).containsExactly("R-1");
        assertThat(ids(answers("q", "polic"))).containsExactly("R-1");
        assertThat(answers().queue().openMoney()).isEqualByComparingTo("101005");
    }

    @Test
    void who_agrees_needs_no_reason_and_who_differs_gives_one() {
        assertThat(judge(AGREED, "R-1", "R-4")).isInstanceOf(Outcome.Accepted.class);
        assertThat(judge(TypedJudgement.of("3", "", "", ""), "R-2"))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(reason -> reason.key())
                                .containsExactly("portfolio.refusal.why"));
        assertThat(judge(TypedJudgement.of("3", "", "", "it trains judges"), "R-2"))
                .isInstanceOf(Outcome.Accepted.class);
        ReviewQueue queue = answers().queue();
        assertThat(queue.judged()).isEqualTo(3);
        assertThat(queue.agreed()).isEqualTo(2);
        assertThat(ids(answers())).containsExactly("R-3");
        assertThat(ids(answers("state", "judged"))).containsExactlyInAnyOrder("R-1", "R-2", "R-4");
    }

    @Test
    void two_areas_share_an_activity_and_the_smaller_one_has_at_most_half() {
        assertThatThrownBy(() -> TypedJudgement.of("3", "2b", "", "x")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> TypedJudgement.of("3", "2b", "half", "x")).isInstanceOf(Failure.class);
        assertThat(judge(TypedJudgement.of("3", "2b", "60", "x"), "R-3")).isInstanceOf(Outcome.Refused.class);
        assertThat(judge(TypedJudgement.of("3", "3", "20", "x"), "R-3")).isInstanceOf(Outcome.Refused.class);
        assertThat(judge(TypedJudgement.of("3", "2b", "20.25", "courts and their guards"), "R-3"))
                .isInstanceOf(Outcome.Accepted.class);
        Sorting sorting = judged().find("R-3").orElseThrow().sorting();
        assertThat(sorting.isJudged()).isTrue();
        assertThat(sorting.shares())
                .isEqualTo(Map.of(
                        ReformArea.RULE_OF_LAW, new BigDecimal("79.75"), ReformArea.POLICE, new BigDecimal("20.25")));
    }

    @Test
    void a_judgement_moves_the_money_between_areas_and_no_total_changes() {
        SupportMap before = judged();
        judge(TypedJudgement.of("3", "", "", "it trains judges"), "R-3");
        SupportMap after = judged();
        assertThat(after.totals()).isEqualTo(before.totals());
        assertThat(answers().moved())
                .extracting(ReviewAnswers.Moved::area)
                .containsExactlyInAnyOrder(
                        before.find("R-3").orElseThrow().sorting().area(), ReformArea.RULE_OF_LAW);
        assertThat(SupportMap.sum(after.rows(
                                new SupportMap.Filter(null, ReformArea.RULE_OF_LAW, null, null, null, null, null)))
                        .commitments())
                .isEqualByComparingTo("900");
        assertThat(supports.of(evidence.snapshot(), after.country(), Period.ALL)
                        .find("R-3")
                        .orElseThrow()
                        .sorting()
                        .isJudged())
                .as("open data stay as they are")
                .isFalse();
    }

    @Test
    void a_judgement_is_changed_by_judging_again() {
        judge(TypedJudgement.of("3", "", "", "it trains judges"), "R-3");
        judge(TypedJudgement.of("2b", "", "", "no, policemen"), "R-3");
        assertThat(answers().queue().find("R-3").orElseThrow().area()).isEqualTo(ReformArea.POLICE);
        assertThat(TypedJudgement.of("2b", "", "", "no, policemen")
                        .edits(answers().queue(), List.of("R-3")))
                .as("said before")
                .isEmpty();
    }

    @Test
    void judged_activities_with_like_titles_are_named() {
        judge(TypedJudgement.of("3", "", "", "x"), "R-2");
        ReviewQueue queue = answers().queue();
        assertThat(queue.like(queue.find("R-3").orElseThrow())).singleElement().satisfies(near -> {
            assertThat(near.judgement().value().activity()).isEqualTo("R-2");
            assertThat(near.words()).containsExactly("support", "something");
        });
        assertThat(queue.like(queue.find("R-4").orElseThrow())).isEmpty();
    }

    @Test
    void what_was_judged_is_written_for_a_sorter_to_learn_from() {
        judge(TypedJudgement.of("3", "2b", "20", "secret thoughts"), "R-3");
        assertThat(answers().labels("here").lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("here\tR-3\tSupport to something else\t")
                .contains("\t15220\t3\t\t2b\th\t1")
                .doesNotContain("secret");
    }

    @Test
    void wrong_words_are_refused_with_what_there_is() {
        assertThatThrownBy(() -> answers("state", "closed"))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.say(wording)).contains("open, judged, all"));
        assertThatThrownBy(() -> answers("colour", "red")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> answers("country", "COL")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> AGREED.edits(answers().queue(), List.of())).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> AGREED.edits(answers().queue(), List.of("R-9")))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.say(wording)).contains("R-9"));
        assertThat(answers().labels("x").lines()).as("the heads alone").hasSize(1);
    }
}
