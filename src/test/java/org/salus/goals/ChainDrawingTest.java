package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salus.documents.Diagram;
import org.salus.frame.web.DiagramFiles;
import org.salus.framework.Failure;
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
                Wording.english());
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
        assertThat(ChainDrawing.isDrawn(everything)).isFalse();
        assertThatThrownBy(() -> ChainDrawing.mustBeDrawn(everything))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("606 boxes");
        ChainPart some = ChainPart.of(plan.chain(), Optional.of(Plan.id("clerks")), Set.of());
        assertThat(ChainDrawing.isDrawn(some)).isTrue();
    }

    @Test
    void nothing_is_not_drawn() {
        assertThatThrownBy(() ->
                        DiagramFiles.answer("svg", "goals", drawn(new Plan(), Optional.empty()), "Zubara", "state"))
                .isInstanceOf(Failure.class);
    }
}
