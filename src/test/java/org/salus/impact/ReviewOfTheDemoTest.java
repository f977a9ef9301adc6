package org.salus.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.frame.cli.CommandDoor;
import org.salus.portal.cli.DemoWorkspaces;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo's invented country has a year to look back on, and a claim that its own office and the evidence leave where they have to: plausible, since another explanation stands. */
class ReviewOfTheDemoTest {
    @TempDir
    private Path folder;

    private String type(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandDoor("test", Salus.commands()).answer(new PrintWriter(out), new PrintWriter(err), words);
        assertThat(code).as(err.toString()).isZero();
        return out.toString();
    }

    @Tag("slow")
    @Test
    void the_year_2025_reads_like_a_year() throws Exception {
        DemoWorkspaces.found(folder, Salus.faces(), Salus.sections());
        String data = folder.toString();
        String review = type("review", "--workspace", "Orvelia, an invented country", "--from", "2025", "--data", data);
        assertThat(review)
                .contains(
                        "The plan has no objective or result that was worked on or due in 2025.",
                        "Human-rights courses at the police academy",
                        "No country of this workspace is one that open data speak of",
                        "Posts that report full pay by the tenth",
                        "2 outcomes were seen; of one somebody who was not part of it says that it is so.",
                        "Prison Visiting Board: Enters police cells",
                        "By the evidence plausible: ",
                        "One other explanation is not ruled out.",
                        "Other explanation, cannot be ruled out: “A death in custody in Tamm",
                        "Security Reform Office, evaluation desk judges it plausible",
                        "Prison visitors may enter police cells in the capital",
                        "Boats for the River Guard")
                .doesNotContain("[impact.", "[appraisal.", "{0}");
        assertThat(type("impact", "claims", "--workspace", "Orvelia, an invented country", "--data", data))
                .contains("led the ministry to open police cells", "plausible");
        assertThat(type(
                        "review",
                        "--workspace",
                        "Burundi: security sector in public law",
                        "--from",
                        "2010",
                        "--data",
                        data))
                .contains("There is no plan.", "No outcome is dated in 2010.");
    }

    @Tag("slow")
    @Test
    void two_rounds_of_a_survey_show_a_change_and_where_none_can_be_told() throws Exception {
        DemoWorkspaces.found(folder, Salus.faces(), Salus.sections());
        String told = type(
                "impact",
                "rounds",
                "show",
                "Orvelia, an invented country",
                "Safety and justice in Orvelia, 2026 (invented)",
                "--by",
                "sex",
                "--before",
                "Safety and justice in Orvelia, 2024 (invented)",
                "--format",
                "json",
                "--data",
                folder.toString());
        JsonNode answer = new JsonMapper().readTree(told).path("answer");
        assertThat(answer.at("/data/strata").asInt()).isEqualTo(3);
        assertThat(answer.at("/data/clusters").asInt()).isEqualTo(30);
        assertThat(answer.at("/data/lonely_strata").asInt()).isZero();
        assertThat(answer.path("changes")
                        .valueStream()
                        .map(change -> change.path("path").asString() + " "
                                + change.path("choice").asString() + " "
                                + change.path("course").asString()))
                .contains("safe yes rose", "turn_to police not-told");
        assertThat(answer.at("/questions/0/groups")).hasSize(2);
    }

    @Tag("slow")
    @Test
    void a_study_is_told_by_its_verdict_and_without_a_figure_where_nothing_can_be_told() throws Exception {
        DemoWorkspaces.found(folder, Salus.faces(), Salus.sections());
        // Results of the demo's studies are kept on the day it is founded.
        String review = type(
                "review",
                "--workspace",
                "Orvelia, an invented country",
                "--from",
                LocalDate.now(Clock.systemUTC()).minusDays(1).toString(),
                "--until",
                LocalDate.now(Clock.systemUTC()).toString(),
                "--data",
                folder.toString());
        assertThat(review)
                .contains("Posted fees at road blocks in Harl", "Verdict as kept, cannot be told")
                .doesNotContain("Main figure", "[impact.");
        assertThat(review.lines().filter(line -> line.startsWith("Courses change how officers act")))
                .as("the second draft says nothing twice")
                .hasSize(1);
    }
}
