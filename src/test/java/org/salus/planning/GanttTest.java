package org.salus.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.salus.documents.Timeline;
import org.salus.framework.Wording;

/** A roadmap as bars over days. */
class GanttTest {
    private static final Wording WORDING = Wording.english();

    private static Timeline drawing(Roadmap roadmap, Grouping grouping) {
        return new Gantt(roadmap, grouping, WORDING).drawing(Optional.empty(), id -> Optional.of("/steps/" + id));
    }

    private static List<String> groups(Grouping grouping) {
        return drawing(Roadmaps.three(), grouping).groups().stream()
                .map(Timeline.Group::title)
                .toList();
    }

    @Test
    void steps_are_put_together_by_goal_institution_or_donor_and_last_what_nobody_said() {
        assertThat(groups(Grouping.GOAL)).containsExactly("Police serve people", "No goal named");
        assertThat(groups(Grouping.INSTITUTION)).containsExactly("Parliament", "Ministry of the Interior");
        assertThat(groups(Grouping.DONOR)).containsExactly("Norway", "Nobody named who pays");
    }

    @Test
    void a_grouping_is_found_by_its_code() {
        for (Grouping grouping : Grouping.values()) {
            assertThat(Grouping.find(grouping.code())).contains(grouping);
        }
        assertThat(Grouping.find("colour")).isEmpty();
    }

    @Test
    void a_bar_says_everything_in_words() {
        Gantt gantt = new Gantt(Roadmaps.three(), Grouping.GOAL, WORDING);
        List<Roadmap.Bar> bars = Roadmaps.three().bars();
        assertThat(gantt.sentence(bars.get(0)))
                .isEqualTo(
                        "Pass the police law: 16 January 2027 to 30 September 2027, 258 days. For: Police serve people. "
                                + "Carried by: Parliament. Paid by: Norway. It takes USD\u00a0120\u202f000.5. It may not be left out.");
        assertThat(gantt.sentence(bars.get(1))).endsWith("Its beginning is fixed by hand.");
        assertThat(gantt.sentence(bars.get(2)))
                .as("a step that is not in the plan is not waited for")
                .isEqualTo("Train officers: 1 March 2028 to 31 December 2028, 306 days. "
                        + "Carried by: Ministry of the Interior. What it takes is not known. "
                        + "It waits for: Pass the police law; Vet officers.");
        assertThat(gantt.sentence(Roadmaps.bar("a", "2027-07-01", "2027-07-01")))
                .startsWith("Step a: 1 July 2027, one day.");
    }

    @Test
    void a_page_gets_links_and_what_its_script_needs() {
        String svg = drawing(Roadmaps.three(), Grouping.GOAL).pageSvg();
        assertThat(svg)
                .contains(
                        "href=\"/steps/vetting\"",
                        "data-step=\"vetting\"",
                        "data-from=\"2027-06-01\"",
                        "Reform of Orvelia, by goal",
                        "3 steps from 1 January 2027 to 31 December 2028",
                        "One step has no room in this plan and no bar.");
    }

    @Test
    void a_day_is_marked_where_one_is_given() {
        Timeline marked =
                new Gantt(Roadmaps.three(), Grouping.GOAL, WORDING).drawing(Optional.of(LocalDate.of(2027, 5, 3)));
        assertThat(marked.svg()).contains(">3 May 2027<");
        assertThat(drawing(Roadmaps.three(), Grouping.GOAL).svg()).doesNotContain("3 May 2027");
    }

    @Test
    void any_number_of_steps_is_drawn_the_same_way_twice() {
        for (Roadmap roadmap : List.of(
                Roadmaps.nothing(),
                Roadmaps.of(Roadmaps.bar("a", "2027-01-01", "2028-12-31")),
                Roadmaps.odd(),
                Roadmaps.many(30, 4, 1),
                Roadmaps.many(400, 12, 2))) {
            Timeline drawn = drawing(roadmap, Grouping.INSTITUTION);
            assertThat(drawn.size()).isEqualTo(roadmap.bars().size());
            assertThat(drawn.pageSvg())
                    .isEqualTo(drawing(roadmap, Grouping.INSTITUTION).pageSvg())
                    .doesNotContain("NaN", "Infinity", "[planning.");
        }
    }

    @Test
    void hostile_and_long_words_stay_words() {
        String svg = drawing(Roadmaps.odd(), Grouping.GOAL).pageSvg();
        assertThat(svg).contains("إصلاح الشرطة", "&lt;script&gt;", "…").doesNotContain("<script", "\u0000");
    }
}
