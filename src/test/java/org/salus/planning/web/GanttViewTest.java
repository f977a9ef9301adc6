package org.salus.planning.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.framework.Wording;
import org.salus.planning.Every;
import org.salus.planning.Grouping;
import org.salus.planning.Roadmap;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/** The fragments that show a roadmap on a page. */
class GanttViewTest {
    private static final Roadmap ONE = new Roadmap(
            "Reform of Orvelia",
            LocalDate.of(2027, 1, 1),
            LocalDate.of(2028, 12, 31),
            "USD",
            List.of(new Roadmap.Bar(
                    "s1",
                    "Vet <officers>",
                    "Police serve people",
                    "Police",
                    "Norway",
                    LocalDate.of(2027, 3, 1),
                    LocalDate.of(2027, 9, 30),
                    Optional.of(BigDecimal.TEN),
                    true,
                    false,
                    List.of())),
            List.of());

    private static final Layout LAYOUT =
            Layout.bare(Wording.english(), Address.of("/workspaces/w1/schedule").with("aim", "shortest"), "When?");

    private static String rendered(String template, Object view) {
        StringOutput out = new StringOutput();
        TemplateEngine.createPrecompiled(null, ContentType.Html, GanttView.class.getClassLoader(), "org.salus")
                .render("planning/web/" + template, view, out);
        return out.toString();
    }

    private static String shown(Roadmap roadmap, String files, String move) {
        GanttView view = GanttView.of(
                roadmap,
                Grouping.INSTITUTION,
                LAYOUT,
                Optional.empty(),
                id -> Optional.of("/workspaces/w1/items/" + id),
                files.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Address.of(files).with("aim", "shortest")),
                move.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new GanttView.Move(
                                move,
                                "lock",
                                Map.of("asked-aim", "\"shortest"),
                                new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "t0ken"))));
        return rendered("gantt.jte", view);
    }

    @Test
    void loads_and_money_are_charts_and_tables_by_the_span_that_was_chosen() {
        assertThat(rendered(
                        "load.jte",
                        LoadView.of(
                                ONE,
                                Every.QUARTER,
                                LAYOUT,
                                Optional.of(
                                        Address.of("/workspaces/w1/schedule").with("aim", "shortest")))))
                .contains(
                        "aria-label=\"“Police” carries the most at once: one step, in Q1 2027.\"",
                        "data-panels=\"1\"",
                        "data-chart-dark=",
                        "aria-label=\"Most is spent in Q3 2027:",
                        "href=\"/workspaces/w1/schedule?aim=shortest&amp;every=year\"",
                        "href=\"/workspaces/w1/schedule/load-quarter.csv?aim=shortest\"",
                        "href=\"/workspaces/w1/schedule/committed.xlsx?aim=shortest\"")
                .doesNotContain("[planning.");
    }

    @Test
    void what_there_is_nothing_to_tell_of_is_not_shown() {
        Roadmap none = new Roadmap("Reform", ONE.from(), ONE.until(), "USD", List.of(), List.of());
        assertThat(rendered("load.jte", LoadView.of(none, Every.YEAR, LAYOUT, Optional.empty()))
                        .strip())
                .isEmpty();
    }

    @Test
    void bars_their_groupings_their_files_and_their_table_are_shown() {
        String page = shown(ONE, "/workspaces/w1/schedule/roadmap", "");
        assertThat(page)
                .contains(
                        "<svg",
                        "href=\"/workspaces/w1/items/s1\"",
                        "aria-label=\"Reform of Orvelia, by institution\"",
                        "href=\"/workspaces/w1/schedule?aim=shortest&amp;group=goal\"",
                        "href=\"/workspaces/w1/schedule/roadmap.xml?aim=shortest&amp;group=institution\"",
                        "id=\"gantt-steps\"")
                .doesNotContain("Vet <officers>", "[planning.");
        assertThat(page.split("aria-current=\"true\"", -1))
                .as("one grouping is chosen")
                .hasSize(2);
    }

    @Test
    void a_page_that_tells_the_steps_in_a_table_of_its_own_shows_the_bars_alone() {
        GanttView view = GanttView.of(
                ONE,
                Grouping.GOAL,
                LAYOUT,
                Optional.empty(),
                id -> Optional.of("/workspaces/w1/items/" + id),
                Optional.empty(),
                Optional.empty());
        assertThat(rendered("gantt.jte", view)).contains("gantt-table");
        assertThat(rendered("gantt.jte", view.withoutTable()))
                .contains("<svg", "href=\"/workspaces/w1/items/s1\"")
                .doesNotContain("gantt-table", "gantt-steps");
    }

    @Test
    void a_beginning_is_fixed_by_a_form_that_the_script_fills_in_too() {
        assertThat(shown(ONE, "", "/workspaces/w1/schedule/locks"))
                .contains(
                        "<form class=\"form\" id=\"move-form\" method=\"post\" action=\"/workspaces/w1/schedule/locks\"",
                        "<input type=\"hidden\" name=\"_csrf\" value=\"t0ken\">",
                        "<option value=\"s1\">Vet &lt;officers&gt;</option>",
                        "name=\"lock\" type=\"date\"",
                        "<input type=\"hidden\" name=\"asked-aim\" value=\"&#34;shortest\">",
                        "data-say-would=\"{0}: would begin on {1}.",
                        "/gantt.js\" defer");
    }

    @Test
    void who_may_not_change_anything_gets_neither_form_nor_script() {
        assertThat(shown(ONE, "", "")).doesNotContain("<form", "gantt.js", "roadmap.xml");
    }

    @Test
    void without_steps_it_says_so() {
        Roadmap none = new Roadmap("Reform", ONE.from(), ONE.until(), "USD", List.of(), List.of());
        assertThat(shown(none, "/x", "/y")).contains("No step is planned yet.").doesNotContain("<svg", "<form");
    }
}
