package org.salus.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.frame.cli.CommandDoor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schedule of an invented workspace in a terminal: saying what steps need, looking for a plan, agreeing on it. */
@Tag("slow")
class ScheduleCommandsTest {
    private static final String LAW = "A police law";
    private static final String TRAINING = "Officers trained in the law";

    @TempDir
    private Path folder;

    private record Told(int code, String out, String err) {}

    @BeforeEach
    void aChainWithTwoObjectives() {
        try (PlannedWorkspace at = new PlannedWorkspace(folder)) {
            at.objective(LAW);
            at.objective(TRAINING);
        }
    }

    private Told type(String... words) {
        List<String> all = new ArrayList<>(List.of("plan"));
        all.addAll(List.of(words));
        all.addAll(List.of("--data", folder.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandDoor("test", Salus.commands())
                .answer(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Told(code, out.toString(), err.toString());
    }

    private void say(String... words) {
        List<String> all = new ArrayList<>(List.of("say", "Zubara"));
        all.addAll(List.of(words));
        Told told = type(all.toArray(String[]::new));
        assertThat(told.code()).as(told.err()).isZero();
    }

    private JsonNode schedule(String... words) {
        List<String> all = new ArrayList<>(List.of("schedule", "Zubara", "--format", "json"));
        all.addAll(List.of(words));
        Told told = type(all.toArray(String[]::new));
        assertThat(told.code()).as(told.err()).isZero();
        return JsonMapper.shared().readTree(told.out());
    }

    @Test
    void steps_are_said_put_in_order_agreed_on_and_compared() {
        assertThat(type("schedule", "Zubara").out())
                .contains("Nothing is planned yet: none of 2 steps has a duration.");
        say("steps", "step=" + LAW, "months=12", "type=law");
        say("steps", "step=" + TRAINING, "months=6", "type=training");
        assertThat(type("schedule", "Zubara").out())
                .contains("2 steps are planned, from January 2027 to December 2027.", "Law before training");
        say("orders", "before=" + LAW, "after=" + TRAINING, "precondition=law-before-training");
        JsonNode plan = schedule("--single-thread", "--seed", "3");
        assertThat(plan.path("state").asString()).isEqualTo("optimal");
        assertThat(plan.path("steps").get(1).path("begins").asString()).isEqualTo("2028-01");
        assertThat(plan.path("asked").path("seed").asInt()).isEqualTo(3);
        assertThat(plan.path("entries").size()).isPositive();
        assertThat(type("agree", "Zubara", "--title", "First plan").code()).isZero();
        say("steps", "step=" + LAW, "months=15");
        assertThat(schedule()
                        .path("comparison")
                        .path("moved")
                        .get(0)
                        .path("months")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void a_plan_is_taken_along_as_files() throws IOException {
        say("steps", "step=" + LAW, "months=12");
        for (String form : PlanFiles.FORMS) {
            Path file = folder.resolve("roadmap." + form);
            Told told = type("schedule", "Zubara", "--out", file.toString(), "--group", "institution");
            assertThat(told.code()).as(told.err()).isZero();
            assertThat(file).isNotEmptyFile();
        }
        assertThat(Files.readString(folder.resolve("roadmap.xml")))
                .contains(LAW, "<Start>2027-01-01T08:00:00</Start>", "<Finish>2027-12-31T17:00:00</Finish>");
        assertThat(type("schedule", "Zubara", "--out", folder.resolve("x.mpp").toString())
                        .err())
                .contains("There is no file of the form “mpp”.");
        assertThat(type("schedule", "Zubara", "--out", folder.resolve("x.pdf").toString(), "--group", "colour")
                        .err())
                .contains("Steps are not put together by “colour”.");
    }

    @Test
    void a_plan_that_was_agreed_on_is_taken_along_as_it_was_kept() throws IOException {
        say("steps", "step=" + LAW, "months=12");
        assertThat(type("agree", "Zubara", "--title", "First plan").code()).isZero();
        say("steps", "step=" + LAW, "months=30");
        String id = schedule().path("agreed").get(0).path("id").asString();
        for (String form : PlanFiles.FORMS) {
            Path file = folder.resolve("kept." + form);
            Told told = type("schedule", "Zubara", "--kept", id, "--out", file.toString());
            assertThat(told.code()).as(told.err()).isZero();
            assertThat(file).isNotEmptyFile();
        }
        assertThat(Files.readString(folder.resolve("kept.xml")))
                .contains(
                        "First plan",
                        LAW,
                        "<Start>2027-01-01T08:00:00</Start>",
                        "<Finish>2027-12-31T17:00:00</Finish>");
        assertThat(type("schedule", "Zubara", "--kept", id).err()).contains("--kept needs --out");
        Told unknown = type(
                "schedule",
                "Zubara",
                "--kept",
                "none",
                "--out",
                folder.resolve("y.pdf").toString());
        assertThat(unknown.code()).isNotZero();
        assertThat(unknown.err()).contains("There is no agreed plan “none” for this results chain.");
        assertThat(folder.resolve("y.pdf")).doesNotExist();
    }

    @Test
    void a_conflict_is_told_with_changes_that_can_be_tried_as_they_stand() {
        say("steps", "step=" + LAW, "months=30");
        say("steps", "step=" + TRAINING, "months=24", "must=yes");
        say("orders", "before=" + LAW, "after=" + TRAINING);
        assertThat(type("schedule", "Zubara").out())
                .contains(
                        "No plan keeps to everything: these 3 demands cannot be met together.",
                        "Everything is over by December 2030.",
                        "--try \"until=2031-12\"");
        assertThat(schedule().path("state").asString()).isEqualTo("infeasible");
        assertThat(schedule("--try", "until=2031-12").path("state").asString()).isEqualTo("optimal");
        assertThat(schedule("--try", "months:" + LAW + "=20", "--try", "must:" + TRAINING + "=no")
                        .path("steps")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void a_file_is_brought_whole_or_not_at_all() throws IOException {
        Path file = folder.resolve("plan.json");
        String steps = "{\"step\": \"" + LAW + "\", \"months\": 12, \"uses\": [\"Legal office: 1\"]}";
        Files.writeString(
                file,
                "{\"format\": \"salus-plan\", \"limits\": [{\"title\": \"Legal office\", \"capacity\": 1}], \"steps\": ["
                        + steps + ", {\"step\": \"Nobody\", \"months\": 3}]}");
        Told refused = type("bring", "Zubara", file.toString());
        assertThat(refused.code()).isNotZero();
        assertThat(refused.err()).contains("Nobody").doesNotContain("Exception");
        assertThat(schedule().path("steps").size()).isZero();
        Files.writeString(
                file,
                "{\"format\": \"salus-plan\", \"limits\": [{\"title\": \"Legal office\", \"capacity\": 1}], \"steps\": ["
                        + steps + "]}");
        assertThat(type("bring", "Zubara", file.toString()).code()).isZero();
        assertThat(schedule().path("loads").get(0).path("peak").asInt()).isEqualTo(1);
        Files.writeString(file, "[1, 2");
        assertThat(type("bring", "Zubara", file.toString()).err()).contains("plan.json", "JSON");
    }

    @Test
    void what_is_typed_wrong_is_told_without_a_trace_and_changes_nothing() {
        for (List<String> wrong : List.of(
                List.of("schedule", "Zubara", "--aim", "cheapest"),
                List.of("schedule", "Zubara", "--seconds", "many"),
                List.of("schedule", "Zubara", "--single-thread", "--threads", "4"),
                List.of("schedule", "Zubara", "--try", "nonsense"),
                List.of("schedule", "Nowhere"),
                List.of("agree", "Zubara", "--title", "Nothing yet"),
                List.of("say", "Zubara", "steps", "step=Nobody"),
                List.of("say", "Zubara", "steps", "step=" + LAW, "speed=3"),
                List.of("say", "Zubara", "steps", "step=" + LAW, "months=-3"),
                List.of("say", "Zubara", "wishes", "title=x"),
                List.of("say", "Zubara", "budgets", "donor"))) {
            Told told = type(wrong.toArray(String[]::new));
            assertThat(told.code()).as(wrong.toString()).isNotZero();
            assertThat(told.err()).as(wrong.toString()).isNotBlank().doesNotContain("Exception", "\tat ");
        }
        assertThat(schedule().path("state").asString()).isEqualTo("nothing");
    }
}
