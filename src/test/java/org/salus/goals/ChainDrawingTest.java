package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salus.documents.Diagram;
import org.salus.frame.web.DiagramFiles;
import org.salus.framework.Directness;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;

/** A chain as a picture, small, large and empty. */
class ChainDrawingTest {
    private static Diagram drawn(Plan plan, Optional<String> around) {
        return ChainDrawing.of(
                "A chain",
                plan.chain(),
                plan.holes(),
                around.map(Plan::id),
                item -> Optional.empty(),
                LocalDate.of(2026, 3, 15),
                Wording.english());
    }

    private static Diagram.Node help(Optional<PartialDate> confirmed, boolean ours, ReformArea area) {
        Support bare = Support.of(Plan.CHAIN, "Nordmark", "Advice on pay");
        Plan plan = Plan.whole()
                .put(
                        "help",
                        Support.KIND,
                        new Support(
                                Plan.CHAIN,
                                bare.title(),
                                bare.donor(),
                                ours,
                                Optional.of(area),
                                bare.means(),
                                List.of(),
                                bare.amount(),
                                "",
                                bare.when(),
                                confirmed,
                                ""));
        return drawn(plan, Optional.empty()).nodes().stream()
                .filter(node -> node.id().equals(Plan.id("help").toString()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void support_that_nobody_confirmed_for_twelve_months_is_pale_and_says_so() {
        Diagram.Node old = help(Optional.of(PartialDate.of("2025-02")), false, ReformArea.POLICE);
        assertThat(old.isPale()).isTrue();
        assertThat(old.note()).contains("last confirmed", "2025");
        Diagram.Node never = help(Optional.empty(), false, ReformArea.POLICE);
        assertThat(never.isPale()).isTrue();
        assertThat(never.note()).contains("not confirmed yet");
        // Of March 2025 it may have been the last day.
        assertThat(help(Optional.of(PartialDate.of("2025-03")), false, ReformArea.POLICE)
                        .isPale())
                .isFalse();
        assertThat(help(Optional.empty(), true, ReformArea.POLICE).isPale()).isFalse();
    }

    @Test
    void a_drawing_with_pale_boxes_says_what_that_means_and_has_no_ground_in_them() {
        Diagram plain = drawn(Plan.whole(), Optional.empty());
        assertThat(plain.note()).doesNotContain("Pale");
        assertThat(plain.svg()).doesNotContain("dg-box dg-ground");
        Plan others = Plan.whole().put("help", Support.KIND, Support.of(Plan.CHAIN, "Nordmark", "Advice on pay"));
        Diagram pale = drawn(others, Optional.empty());
        assertThat(pale.note()).contains("Pale");
        assertThat(pale.svg()).contains("dg-box dg-ground");
    }

    @Test
    void a_box_of_support_says_its_reform_area_not_with_its_colour_alone() {
        assertThat(help(Optional.empty(), true, ReformArea.SECURITY_BUDGET).note())
                .startsWith("1b · ");
        assertThat(help(Optional.empty(), true, ReformArea.POLICE).note()).startsWith("2b · ");
        assertThat(help(Optional.empty(), true, ReformArea.CANNOT_BE_TOLD).note())
                .isEqualTo("Cannot be told");
    }

    @Test
    void boxes_stand_from_support_to_goals_and_only_lines_of_the_chain_are_drawn() {
        Diagram whole = drawn(Plan.whole(), Optional.empty());
        assertThat(whole.lanes())
                .extracting(Diagram.Lane::id)
                .containsExactly("activity", "result", "objective", "goal");
        assertThat(whole.nodes()).hasSize(6);
        assertThat(whole.edges()).hasSize(5);
        assertThat(drawn(Plan.whole(), Optional.of("clerks")).nodes()).hasSize(3);
    }

    private static Diagram withConditions(Plan plan, String... folded) {
        Chain chain = plan.chain();
        return ChainDrawing.of(
                "A chain",
                chain,
                ChainPart.of(
                        chain, Optional.empty(), Stream.of(folded).map(Plan::id).collect(Collectors.toSet())),
                true,
                box -> Optional.empty(),
                item -> Optional.empty(),
                LocalDate.of(2026, 3, 15),
                Wording.english());
    }

    private static Diagram.Node called(Diagram drawn, String title) {
        return drawn.nodes().stream()
                .filter(node -> node.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void assumptions_and_risks_are_boxes_of_their_own_where_that_is_asked_for() {
        Plan plan = Plan.whole()
                .put("strike", Risk.KIND, new Risk(Plan.CHAIN, "The police strike", "", ""))
                .link("strike", LinkType.THREATENS, "audit")
                .put(
                        "audit contributes payroll",
                        Link.KIND,
                        new Link(
                                Plan.CHAIN,
                                Plan.id("audit"),
                                LinkType.CONTRIBUTES,
                                Plan.id("payroll"),
                                Directness.DIRECT,
                                "The audit office is heard",
                                Strength.UNKNOWN));
        Diagram plain = drawn(plan, Optional.empty());
        Diagram drawn = withConditions(plan);
        assertThat(drawn.nodes()).hasSize(plain.nodes().size() + 3);
        assertThat(drawn.edges()).hasSize(plain.edges().size() + 4);
        assertThat(drawn.description())
                .startsWith(plain.description())
                .endsWith("Assumptions and risks that stand before their boxes: 3.");

        Diagram.Node trust = called(drawn, "The treasury pays on time");
        assertThat(trust.lane()).isEqualTo("objective");
        assertThat(trust.note()).startsWith("Assumption");
        assertThat(trust.data())
                .as("it opens, but is no box that could be linked or moved")
                .containsEntry("items", Plan.id("trust").toString())
                .doesNotContainKey("item");
        assertThat(called(drawn, "The police strike").lane()).isEqualTo("result");
        Diagram.Node line = called(drawn, "The audit office is heard");
        assertThat(line.lane()).as("where the line begins").isEqualTo("result");
        assertThat(line.note()).contains("Pay is checked against posts", "Police pay reaches every post in full");
        assertThat(line.data())
                .containsEntry("items", Plan.id("audit contributes payroll").toString());
        assertThat(drawn.edges().stream().map(Diagram.Edge::sentence))
                .contains(
                        "Police pay reaches every post in full rests on The treasury pays on time",
                        "The police strike threatens Pay is checked against posts");
        assertThat(drawn.svg()).contains("The police strike");
    }

    @Test
    void what_is_folded_away_takes_its_assumptions_and_risks_along() {
        Plan plan = Plan.whole()
                .put("strike", Risk.KIND, new Risk(Plan.CHAIN, "The police strike", "", ""))
                .link("strike", LinkType.THREATENS, "audit");
        assertThat(withConditions(plan, "payroll").nodes())
                .extracting(Diagram.Node::title)
                .contains("The treasury pays on time")
                .doesNotContain("The police strike", "Pay is checked against posts");
    }

    @Test
    void what_belongs_to_a_box_and_has_none_of_its_own_can_be_laid_over_it() {
        Plan plan = Plan.whole();
        plan.put("strike", Risk.KIND, new Risk(Plan.CHAIN, "The police strike", "", ""))
                .link("strike", LinkType.THREATENS, "payroll");
        assertThat(beside(plan, "payroll").words()).isEqualTo("one assumption, one risk, one indicator");
        assertThat(beside(plan, "payroll").isStrong()).isFalse();
        assertThat(beside(plan, "goal").words()).isEqualTo("Poverty alleviation (Indirect)");
        assertThat(ChainOverlay.beside(
                        plan.chain().box(Plan.id("help")).orElseThrow(), plan.chain(), Wording.english()))
                .isEmpty();
        plan.put(
                "trust",
                Assumption.KIND,
                new Assumption(Plan.CHAIN, "The treasury pays on time", AssumptionState.CONTRADICTED, "Arrears"));
        assertThat(beside(plan, "payroll").isStrong()).isTrue();
    }

    private static BoxMark beside(Plan plan, String box) {
        return ChainOverlay.beside(plan.chain().box(Plan.id(box)).orElseThrow(), plan.chain(), Wording.english())
                .orElseThrow();
    }

    /** A picture of three hundred boxes would have more pixels than may be drawn: it gets fewer, and is not refused. */
    @Test
    @Tag("slow")
    void three_hundred_boxes_still_make_a_picture() throws Exception {
        Plan plan = Plan.whole();
        for (int i = 0; i < 300; i++) {
            plan.put("box " + i, Result.KIND, Plan.result("Result number " + i, ResultKind.OUTPUT, Means.RULES));
            plan.link("box " + i, LinkType.CONTRIBUTES, "payroll");
        }
        byte[] png = DiagramFiles.answer("png", "goals", drawn(plan, Optional.empty()), "Zubara", "state")
                .getBody();
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getHeight()).isGreaterThan(1000);
    }

    @Test
    void more_boxes_than_anybody_reads_are_not_drawn() {
        Plan plan = Plan.whole();
        for (int i = 0; i < 600; i++) {
            plan.put("box " + i, Result.KIND, Plan.result("Result number " + i, ResultKind.OUTPUT, Means.RULES));
        }
        ChainPart everything = ChainPart.of(plan.chain(), Optional.empty(), Set.of());
        assertThat(ChainDrawing.isDrawn(everything.shown().size())).isFalse();
        assertThatThrownBy(() -> ChainDrawing.mustBeDrawn(everything.shown().size()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("606 boxes");
        ChainPart some = ChainPart.of(plan.chain(), Optional.of(Plan.id("clerks")), Set.of());
        assertThat(ChainDrawing.isDrawn(some.shown().size())).isTrue();
    }

    @Test
    void nothing_is_not_drawn() {
        assertThatThrownBy(() ->
                        DiagramFiles.answer("svg", "goals", drawn(new Plan(), Optional.empty()), "Zubara", "state"))
                .isInstanceOf(Failure.class);
    }
}
