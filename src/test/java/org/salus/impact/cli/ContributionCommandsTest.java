package org.salus.impact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.frame.cli.CommandDoor;
import org.salus.goals.ChainFile;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.People;
import org.salus.people.SessionLimits;
import org.salus.planning.TypedOutlook;
import org.salus.workspace.WorkPlace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Claims, outcomes and the review of a period as they are typed, on the demo's plan. */
class ContributionCommandsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CELLS = "The Prison Visiting Board sees police cells, too, unannounced";
    private static final String CLAIM = "Legal advice led to the circular";

    @TempDir
    private Path folder;

    @BeforeEach
    void theDemosPlan() throws IOException {
        try (Database database = new WorkPlace(folder).open();
                InputStream chain = Files.newInputStream(Path.of("demo/goals-orvelia.json"))) {
            AccountId me = People.open(database, InstantSource.system(), SessionLimits.ALONE)
                    .alone()
                    .account();
            Workspace workspace = Workspaces.open(database, Salus.faces().kinds(), InstantSource.system())
                    .found(
                            new Charter("Orvelia", List.of("XOV"), "", "SSR", Optional.empty()),
                            me,
                            "Me",
                            Optional.empty(),
                            "");
            assertThat(workspace.append(
                            me, ChainFile.read(chain, workspace.view(me)).edits(), Reason.EDIT))
                    .isInstanceOf(Outcome.Accepted.class);
        }
    }

    private record Told(int code, String out, String err) {}

    private Told type(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        if (!all.contains("Orvelia")) {
            all.addAll(List.of("--workspace", "Orvelia"));
        }
        all.addAll(List.of("--data", folder.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandDoor("test", Salus.commands())
                .answer(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        assertThat(out.toString() + err).doesNotContain("[impact.", "{0}", "Exception");
        return new Told(code, out.toString(), err.toString());
    }

    private Told done(String... words) {
        Told told = type(words);
        assertThat(told.code()).as(told.err()).isZero();
        return told;
    }

    private void claimed() {
        done(
                "impact",
                "note",
                "claim",
                "about=" + CELLS,
                "title=" + CLAIM,
                "contributor=Legal advice",
                "changed=2025-11-03");
    }

    private void noted(String what, String... words) {
        List<String> all = new ArrayList<>(List.of("impact", "note", what));
        all.addAll(List.of(words));
        all.addAll(List.of("--claim", CLAIM));
        done(all.toArray(String[]::new));
    }

    private String strength() throws IOException {
        return JSON.readTree(done("impact", "claims", "--format", "json").out())
                .path("claims")
                .get(0)
                .path("strength")
                .asString();
    }

    @Test
    void a_claim_rises_and_falls_with_its_evidence() throws IOException {
        claimed();
        assertThat(strength()).isEqualTo("not-enough-information");
        noted("evidence", "text=The circular repeats the draft", "test=smoking-gun", "result=passed", "source=Draft");
        assertThat(strength()).as("nobody has named another explanation").isEqualTo("plausible");
        noted("alternative", "title=A death in custody made the ministry act");
        noted(
                "evidence",
                "alternative=A death in custody made the ministry act",
                "text=The death came first",
                "test=hoop",
                "result=failed",
                "source=Gazette");
        assertThat(strength()).isEqualTo("strong");
        noted("evidence", "text=The draft is older than the circular", "test=hoop", "result=failed", "source=Letter");
        assertThat(strength()).isEqualTo("disputed");
        noted("judgement", "judged=strong", "office=Evaluation unit", "because=We were there");
        Told told = done("impact", "claims", "--claim", CLAIM);
        assertThat(told.out())
                .contains(
                        "one of both is wrong",
                        "Evaluation unit judges it strong",
                        "surer than the evidence",
                        "The death came first",
                        "ruled out");
    }

    @Test
    void an_outcome_is_told_with_who_was_asked() throws IOException {
        assertThat(done("impact", "outcomes").out()).contains("No outcome is written down yet");
        done(
                "impact",
                "note",
                "outcome",
                "who=Court registry",
                "change=Publishes its list of hearings",
                "when=2025-05",
                "towards=" + CELLS,
                "substantiation=agrees",
                "substantiated-by=Bar association");
        JsonNode outcome = JSON.readTree(
                        done("impact", "outcomes", "--format", "json").out())
                .path("outcomes")
                .get(0);
        assertThat(outcome.path("who").asString()).isEqualTo("Court registry");
        assertThat(outcome.path("when").asString()).isEqualTo("2025-05");
        assertThat(outcome.path("towards").asString()).isEqualTo(CELLS);
        Path table = folder.resolve("outcomes.csv");
        done("impact", "outcomes", "--out", table.toString());
        assertThat(Files.readString(table)).contains("substantiated_by", "Bar association");
    }

    @Test
    void what_is_missing_or_means_nothing_is_said_in_a_line() {
        refused("“contributor” has to be said", "impact", "note", "claim", "about=" + CELLS, "title=" + CLAIM);
        refused(
                "No goal, objective or result",
                "impact",
                "note",
                "claim",
                "about=the moon",
                "title=" + CLAIM,
                "contributor=We");
        refused("Nothing is called “wo” here", "impact", "note", "outcome", "wo=Court", "change=Acts");
        refused("no date", "impact", "note", "outcome", "who=Court", "change=Acts", "when=soon");
        refused(
                "which office was asked",
                "impact",
                "note",
                "outcome",
                "who=Court",
                "change=Acts",
                "substantiation=agrees");
        refused("everybody", "impact", "note", "outcome", "who=Court", "change=Acts", "keep=everybody");
        refused("Say which claim", "impact", "note", "evidence", "text=Something");
        refused("no claim “that”", "impact", "claims", "--claim", "that");
        claimed();
        refused("no other explanation", "impact", "note", "evidence", "text=Seen", "alternative=x", "--claim", CLAIM);
    }

    private void refused(String why, String... words) {
        Told told = type(words);
        assertThat(told.code()).isNotZero();
        assertThat(told.err()).contains(why);
    }

    @Test
    void the_review_tells_each_part_and_says_where_there_is_nothing() throws IOException {
        claimed();
        noted("evidence", "text=The circular repeats the draft", "test=smoking-gun", "result=passed", "source=Draft 7");
        JsonNode review = JSON.readTree(
                done("review", "--from", "2025", "--format", "json").out());
        assertThat(review.path("from").asString()).isEqualTo("2025-01-01");
        assertThat(review.path("until").asString()).isEqualTo("2025-12-31");
        List<String> topics = new ArrayList<>();
        review.path("parts").forEach(part -> {
            topics.add(part.path("topic").asString());
            assertThat(part.path("says")).as(part.path("code").asString()).isNotEmpty();
        });
        assertThat(topics)
                .containsExactly(
                        "planned",
                        "planned",
                        "done",
                        "spent",
                        "achieved",
                        "achieved",
                        "learned",
                        "learned",
                        "learned",
                        "changed",
                        "changed",
                        "changed");
        assertThat(part(review, "editions").path("says").toString()).contains("No edition of the strategy");
        assertThat(part(review, "costs").path("says").toString()).contains("No fiscal outlook reckons with 2025");
        assertThat(part(review, "claims").path("lines").get(0).path("what").asString())
                .isEqualTo(CLAIM);
        assertThat(part(review, "planned").path("lines"))
                .as("the plan begins in 2027")
                .isEmpty();
        assertThat(part(review, "measured").path("lines").toString())
                .as("baselines of December 2025")
                .contains("Posts that report full pay by the tenth");
        assertThat(part(review, "steps").path("says").toString()).contains("No step was taken");
        JsonNode later = JSON.readTree(
                done("review", "--from", "2027", "--format", "json").out());
        assertThat(part(later, "planned").path("lines").toString())
                .contains("Police pay reaches every post in full", "2400000");
        JsonNode empty = JSON.readTree(
                done("review", "--from", "1950", "--format", "json").out());
        assertThat(empty.path("says").asString())
                .contains("Nothing is on record for 1950", "says nothing about what happened");
    }

    @Test
    void rooms_above_add_what_the_plan_was_to_cost_and_what_became_of_the_strategy() throws IOException {
        try (Database database = new WorkPlace(folder).open()) {
            AccountId me = People.open(database, InstantSource.system(), SessionLimits.ALONE)
                    .alone()
                    .account();
            Workspaces workspaces = Workspaces.open(database, Salus.faces().kinds(), InstantSource.system());
            Workspace workspace = workspaces.get(workspaces.list(me).getFirst().workspace());
            assertThat(workspace.append(
                            me,
                            new Edit.Put(new TypedOutlook(Map.of(
                                            "title", "Slow growth",
                                            "from", "2027",
                                            "until", "2036",
                                            "currency", "USD",
                                            "budget", "1000000"))
                                    .outlook())))
                    .isInstanceOf(Outcome.Accepted.class);
        }
        done("strategy", "draft", "Orvelia", "title=First");
        done("strategy", "step", "Orvelia", "First", "to=shared", "date=2026-03-01", "because=The council asked");
        JsonNode shared = JSON.readTree(
                done("review", "--from", "2026-03", "--format", "json").out());
        assertThat(part(shared, "editions").path("lines").toString()).contains("First", "The council asked");
        JsonNode later = JSON.readTree(
                done("review", "--from", "2030", "--format", "json").out());
        assertThat(part(later, "costs").path("lines").toString())
                .contains("Slow growth", "Left of what is free in the budget", "At prices of 2027");
    }

    private static JsonNode part(JsonNode review, String code) {
        return review.path("parts")
                .valueStream()
                .filter(part -> part.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_review_is_a_document_with_its_sources_as_notes() throws IOException {
        claimed();
        noted("evidence", "text=The circular repeats the draft", "test=smoking-gun", "result=passed", "source=Draft 7");
        Path word = folder.resolve("review.docx");
        done("review", "--from", "2025-01", "--until", "2025-12", "--out", word.toString());
        String text = entry(word, "word/document.xml");
        assertThat(text).contains("What was learned?", CLAIM, "By the evidence plausible", "What was spent?");
        assertThat(entry(word, "word/footnotes.xml")).contains("Draft 7");
        byte[] first = Files.readAllBytes(word);
        done("review", "--from", "2025-01", "--until", "2025-12", "--out", word.toString());
        assertThat(Files.readAllBytes(word))
                .as("the same state gives the same bytes")
                .isEqualTo(first);
        Path pdf = folder.resolve("review.pdf");
        done("review", "--from", "2025", "--out", pdf.toString());
        assertThat(new String(Files.readAllBytes(pdf), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        refused(
                "There is no review as “txt”",
                "review",
                "--out",
                folder.resolve("review.txt").toString());
        refused("before it begins", "review", "--from", "2025", "--until", "2024");
    }

    private static String entry(Path zip, String name) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(zip)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError(name);
    }
}
