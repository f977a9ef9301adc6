package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.documents.ChartDrawer;
import org.salus.documents.Table;
import org.salus.frame.cli.CommandDoor;
import org.salus.frame.web.DiagramFiles;
import org.salus.framework.ResultLevel;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.People;
import org.salus.people.SessionLimits;
import org.salus.sector.SectorFaces;
import org.salus.workspace.Faces;
import org.salus.workspace.WorkPlace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code salus goals} as it is typed, on the demo's plan in a data folder of its own: what it does, and how it says no. */
@Tag("slow")
class GoalsCommandsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PLAN = "Orvelia 2027–2031, training draft";

    @TempDir
    Path folder;

    @BeforeEach
    void plan() {
        Told of = at(workspace -> {
            try (InputStream chain = Files.newInputStream(Path.of("demo/goals-orvelia.json"))) {
                View view = workspace.one().view(workspace.me());
                assertThat(workspace
                                .one()
                                .append(
                                        workspace.me(),
                                        ChainFile.read(chain, view).edits(),
                                        Reason.EDIT))
                        .isInstanceOf(Outcome.Accepted.class);
            } catch (IOException failed) {
                throw new AssertionError(failed);
            }
            return new Told(0, "", "");
        });
        assertThat(of.code()).isZero();
    }

    private record There(Workspace one, AccountId me) {}

    /** Looks into the data folder as a command does. */
    private <T> T at(Function<There, T> looking) {
        try (Database database = new WorkPlace(folder.resolve("data")).open()) {
            People people = People.open(database, InstantSource.system(), SessionLimits.ALONE);
            AccountId me = people.alone().account();
            Workspaces workspaces = Workspaces.open(
                    database,
                    Faces.of(List.of(SectorFaces.contribution(), GoalsFaces.contribution()))
                            .kinds(),
                    InstantSource.system());
            Workspace one = workspaces.list(me).stream()
                    .findFirst()
                    .map(view -> workspaces.get(view.workspace()))
                    .orElseGet(() -> workspaces.found(
                            new Charter("Orvelia", List.of("XOV"), "", "SSR", Optional.empty()),
                            me,
                            "Me",
                            Optional.empty(),
                            ""));
            return looking.apply(new There(one, me));
        }
    }

    private GoalsAnswers answers(There there) {
        return new GoalsAnswers(there.one().view(there.me()), Wording.english());
    }

    private record Told(int code, String out, String err) {}

    private Told type(String... words) {
        List<String> all = new ArrayList<>(List.of("goals"));
        all.addAll(List.of(words));
        if (!words[0].equals("indicators")) {
            all.addAll(List.of("--data", folder.resolve("data").toString()));
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandDoor("test", Salus.commands())
                .answer(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Told(code, out.toString(), err.toString());
    }

    private String done(String... words) {
        Told told = type(words);
        assertThat(told.code()).as("%s %s", List.of(words), told.err()).isZero();
        return told.out();
    }

    /** One clear sentence, perhaps with a line of advice, and nothing of the program's insides. */
    private void refused(String says, String... words) {
        Told told = type(words);
        assertThat(told.code()).as("%s %s", List.of(words), told.out()).isNotZero();
        assertThat(told.err()).contains(says).doesNotContain("Exception", "\tat ", "java.");
        assertThat(told.err().lines().filter(line -> !line.isBlank()).count())
                .as(told.err())
                .isBetween(1L, 3L);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path junk(String name) throws IOException {
        byte[] junk = new byte[4_000];
        new Random(3).nextBytes(junk);
        junk[0] = 'q';
        return Files.write(folder.resolve(name), junk);
    }

    @Test
    void a_hole_is_answered_and_a_chain_is_a_matrix_and_a_picture() throws IOException {
        String hole = at(there -> answers(there)
                .holes(answers(there).model(answers(there).chain(PLAN)))
                .open(java.util.Set.of())
                .getFirst()
                .name());
        done("answer", "Orvelia", PLAN, hole, "agree", "--because", "Settled in spring");
        assertThat(this.<Boolean>at(there -> answers(there)
                        .answered(answers(there).model(answers(there).chain(PLAN)))
                        .contains(hole)))
                .isTrue();
        assertThat(done("holes", "Orvelia", PLAN)).contains("answered: ");
        refused("no such hole", "answer", "Orvelia", PLAN, "horizon:nowhere", "agree", "--because", "x");
        refused("maybe", "answer", "Orvelia", PLAN, hole, "maybe", "--because", "x");

        String matrix =
                at(there -> answers(there).matrix(answers(there).chain(PLAN)).caption());
        assertThat(done("matrix", "Orvelia", PLAN)).startsWith(matrix).contains(" | ");
        assertThat(done("matrix", "Orvelia", PLAN, "--format", "json")).contains("\"no_goal\"", "\"rows\"");

        Path picture = folder.resolve("chain.svg");
        done("diagram", "Orvelia", PLAN, "--out", picture.toString());
        assertThat(Files.readString(picture))
                .startsWith("<svg")
                .contains("Orvelia")
                .isEqualTo(svg(PictureQuestion.PLAIN));
        refused("nowhere", "diagram", "Orvelia", PLAN, "--around", "nowhere", "--out", picture.toString());
    }

    private String svg(PictureQuestion question) {
        return at(there -> new String(
                DiagramFiles.bytes(
                        "svg",
                        answers(there).picture(answers(there).chain(PLAN), question, LocalDate.now(Clock.systemUTC())),
                        "Orvelia"),
                StandardCharsets.UTF_8));
    }

    @Test
    void a_picture_is_folded_marked_and_narrowed_as_on_its_page() throws IOException {
        Chain chain = at(there -> answers(there).model(answers(there).chain(PLAN)));
        Item<? extends Box> goal = chain.boxes(ResultLevel.GOAL).getFirst();
        Item<? extends Box> objective = chain.boxes(ResultLevel.OBJECTIVE).stream()
                .filter(box -> chain.after(box.id()).contains(goal.id()))
                .findFirst()
                .orElseThrow();
        String[] asked = {
            "diagram",
            "Orvelia",
            PLAN,
            "--around",
            goal.value().title(),
            "--folded",
            objective.value().title(),
            "--overlay",
            "status",
            "--assumptions",
            "shown",
            "--out",
            ""
        };
        Path picture = folder.resolve("part.svg");
        asked[asked.length - 1] = picture.toString();
        done(asked);
        assertThat(Files.readString(picture))
                .isEqualTo(svg(
                        new PictureQuestion(Optional.of(goal.id()), Set.of(objective.id()), ChainOverlay.STATUS, true)))
                .isNotEqualTo(svg(new PictureQuestion(
                        Optional.of(goal.id()), Set.of(objective.id()), ChainOverlay.STATUS, false)));

        asked[asked.length - 1] = folder.resolve("part.png").toString();
        done(asked);
        assertThat(ImageIO.read(folder.resolve("part.png").toFile()).getWidth()).isPositive();

        refused("mood", "diagram", "Orvelia", PLAN, "--overlay", "mood", "--out", picture.toString());
        refused("maybe", "diagram", "Orvelia", PLAN, "--assumptions", "maybe", "--out", picture.toString());
        refused("nobody", "diagram", "Orvelia", PLAN, "--folded", "nobody", "--out", picture.toString());
        refused(
                "svg and png",
                "diagram",
                "Orvelia",
                PLAN,
                "--out",
                folder.resolve("part.pdf").toString());
        assertThat(Files.exists(folder.resolve("part.pdf"))).isFalse();
    }

    @Test
    void a_tree_says_on_what_each_box_rests_and_what_threatens_it() {
        Chain chain = at(there -> answers(there).model(answers(there).chain(PLAN)));
        String told = done("show", "Orvelia", PLAN);
        assertThat(chain.risks())
                .isNotEmpty()
                .allSatisfy(risk -> assertThat(told)
                        .contains("threatened by: " + risk.value().title()));
        assertThat(chain.assumptions())
                .isNotEmpty()
                .allSatisfy(assumption -> assertThat(told)
                        .contains("rests on: " + assumption.value().title()));
    }

    @Test
    void an_indicator_is_drawn_as_a_chart() throws IOException {
        MeasuredChain measured = at(there -> MeasuredChain.of(
                there.one().view(there.me()),
                answers(there).model(answers(there).chain(PLAN)),
                LocalDate.now(Clock.systemUTC())));
        Item<Indicator> drawn = measured.chain().indicators().stream()
                .filter(one -> PlannedPath.of(one.value()).isPresent())
                .findFirst()
                .orElseThrow();
        Path chart = folder.resolve("chart.svg");
        done("chart", "Orvelia", PLAN, drawn.value().title(), "--out", chart.toString());
        try (ChartDrawer drawer = new ChartDrawer()) {
            assertThat(Files.readString(chart))
                    .isEqualTo(IndicatorChart.drawing(measured, drawn, drawer, Wording.english()));
        }
        Path pixels = folder.resolve("chart.png");
        done("chart", "Orvelia", PLAN, drawn.value().title(), "--out", pixels.toString());
        assertThat(ImageIO.read(pixels.toFile()).getWidth()).isEqualTo(1600);

        String goal =
                measured.chain().boxes(ResultLevel.GOAL).getFirst().value().title();
        done("put-indicator", "Orvelia", PLAN, "homicide", goal);
        String bare = IndicatorLibrary.shipped().get("homicide").name();
        refused("has nothing to draw yet", "chart", "Orvelia", PLAN, bare, "--out", chart.toString());
        refused("svg and png", "chart", "Orvelia", PLAN, drawn.value().title(), "--out", "chart.txt");
        refused("weather", "chart", "Orvelia", PLAN, "weather", "--out", chart.toString());
    }

    @Test
    void of_every_hole_is_told_where_it_is_mended_and_who_answered_it_and_why() {
        List<Hole> holes = at(there -> answers(there)
                .holes(answers(there).model(answers(there).chain(PLAN)))
                .holes());
        ItemId plan = at(there -> answers(there).chain(PLAN).id());
        String hole = holes.getFirst().name();
        done("answer", "Orvelia", PLAN, hole, "partly", "--because", "Settled in spring");

        String said = done("holes", "Orvelia", PLAN);
        assertThat(said).contains("Me answered: ", "Settled in spring");
        for (Hole one : holes) {
            assertThat(said)
                    .contains("  " + Wording.english().say(one.fix().says()) + ": "
                            + one.fix().path(plan));
        }

        JsonNode told = JSON.readTree(done("holes", "Orvelia", PLAN, "--format", "json"))
                .path("holes");
        assertThat(told.size()).isEqualTo(holes.size());
        JsonNode answer = told.get(0).path("answers").get(0);
        assertThat(answer.path("name").asString("")).isEqualTo("Me");
        assertThat(answer.path("reply").asString("")).isEqualTo("partly");
        assertThat(answer.path("because").asString("")).isEqualTo("Settled in spring");
        for (JsonNode one : told) {
            assertThat(one.path("mend").path("page").asString("")).startsWith("/workspaces/");
            assertThat(one.path("mend").path("act").asString(""))
                    .isIn(
                            "fill",
                            "add-indicator",
                            "add-objective",
                            "add-support",
                            "add-assumption",
                            "link-onwards",
                            "look");
            assertThat(one.path("mend").path("item").asString("")).isNotEmpty();
        }
    }

    @Test
    void an_alternative_is_copied_compared_and_adopted() {
        refused("only", "compare", "Orvelia", PLAN);
        done("copy", "Orvelia", PLAN, "Second");
        assertThat(done("compare", "Orvelia", "Second", "--with", PLAN)).contains(PLAN);
        assertThat(done("compare", "Orvelia", "Second", "--format", "json")).contains("\"differences\"");
        done("adopt", "Orvelia", PLAN);
        done("adopt", "Orvelia", "Second");
        List<String> chains = at(there -> answers(there).chains().stream()
                .map(chain ->
                        chain.value().title() + " " + chain.value().adoption().code())
                .toList());
        assertThat(chains).containsExactly("Second adopted", PLAN + " set-aside");
        done("adopt", "Orvelia", "Second", "--as", "draft");
        refused("perhaps", "adopt", "Orvelia", "Second", "--as", "perhaps");
        refused("Third", "adopt", "Orvelia", "Third");
        refused("Third", "copy", "Orvelia", "Third", "Fourth");
        refused("Third", "compare", "Orvelia", "Second", "--with", "Third");
        refused("Elsewhere", "compare", "Elsewhere", "Second");
    }

    @Test
    void a_logframe_is_told_taken_along_and_brought_back() throws IOException {
        assertThat(done("logframe", "Orvelia", PLAN)).contains("People of the river towns");
        assertThat(done("logframe", "Orvelia", PLAN, "--format", "json"))
                .startsWith("[")
                .contains("river towns");
        Path book = folder.resolve("logframe.xlsx");
        done("template", "Orvelia", PLAN, "--out", book.toString());
        assertThat(book).isNotEmptyFile();
        String same = done("bring", "Orvelia", PLAN, book.toString());
        assertThat(same).startsWith("0 ");
        Path more = file("more.csv", "level,title\ngoal,Nobody pays at the river\n");
        assertThat(done("bring", "Orvelia", PLAN, more.toString(), "--preview"))
                .startsWith("1 ")
                .contains("“Nobody pays at the river”");
        assertThat(done("logframe", "Orvelia", PLAN)).doesNotContain("Nobody pays");
        done("bring", "Orvelia", PLAN, more.toString());
        assertThat(done("logframe", "Orvelia", PLAN)).contains("Nobody pays at the river");
    }

    @Test
    void the_columns_of_a_foreign_logframe_are_marked_once_and_remembered() throws IOException {
        Path odd = file("odd.csv", "colour,shape,sound\nred,Nobody pays at the river,loud\n");
        String[] marks = {"--column", "level=colour", "--column", "title=shape", "--word", "red=goal"};
        assertThat(type("bring", "Orvelia", PLAN, odd.toString()).code()).isNotZero();
        List<String> words = new ArrayList<>(List.of("bring", "Orvelia", PLAN, odd.toString()));
        words.addAll(List.of(marks));
        Told looked = type(Stream.concat(words.stream(), Stream.of("--preview")).toArray(String[]::new));
        assertThat(looked.code()).as(looked.err()).isZero();
        assertThat(looked.err()).contains("colour, shape, sound", "title = shape", "red = goal");
        assertThat(done("logframe", "Orvelia", PLAN)).doesNotContain("Nobody pays");
        done(words.toArray(String[]::new));
        assertThat(done("logframe", "Orvelia", PLAN)).contains("Nobody pays at the river");
        assertThat(done("bring", "Orvelia", PLAN, odd.toString()))
                .as("remembered")
                .startsWith("0 new");
        refused("moods", "bring", "Orvelia", PLAN, odd.toString(), "--column", "moods=shape");
        refused("smell", "bring", "Orvelia", PLAN, odd.toString(), "--column", "title=smell");
        refused("7", "bring", "Orvelia", PLAN, odd.toString(), "--table", "7");
    }

    @Test
    void what_is_no_logframe_is_refused_in_a_sentence() throws IOException {
        refused("No such plan", "logframe", "Orvelia", "No such plan");
        refused("No such plan", "template", "Orvelia", "No such plan", "--out", folder + "/x.xlsx");
        refused("x.xlsx", "template", "Orvelia", PLAN, "--out", folder + "/nowhere/x.xlsx");
        refused("missing.xlsx", "bring", "Orvelia", PLAN, folder + "/missing.xlsx");
        refused(folder.toString(), "bring", "Orvelia", PLAN, folder.toString());
        refused(
                "neither a workbook nor a text",
                "bring",
                "Orvelia",
                PLAN,
                junk("junk.xlsx").toString());
        refused(
                "wrong",
                "bring",
                "Orvelia",
                PLAN,
                file("other.csv", "colour,shape\nred,round\n").toString());
    }

    @Test
    void the_library_is_looked_through() {
        assertThat(done("indicators", "payroll")).contains("payroll");
        assertThat(done("indicators", "--area", "1b", "--format", "json")).contains("\"1b\"");
        refused("9z", "indicators", "--area", "9z");
        refused("huge", "indicators", "--level", "huge");
    }

    @Test
    void a_box_is_moved_and_taken_away_with_what_belongs_to_it() {
        List<String> before = goals();
        refused("perhaps", "move", "Orvelia", PLAN, before.getFirst(), "perhaps");
        assertThat(type("move", "Orvelia", PLAN, before.getFirst(), "up").code())
                .as("it is the first")
                .isNotZero();
        done("move", "Orvelia", PLAN, before.getFirst(), "down");
        assertThat(goals().subList(0, 2)).containsExactly(before.get(1), before.get(0));

        ItemId gone = at(there -> answers(there)
                .box(answers(there).model(answers(there).chain(PLAN)), before.getFirst())
                .id());
        done("remove", "Orvelia", PLAN, before.getFirst());
        assertThat(goals()).doesNotContain(before.getFirst()).hasSize(before.size() - 1);
        assertThat(this.<Boolean>at(there -> there.one().view(there.me()).list(Link.KIND).stream()
                        .noneMatch(link -> link.value().to().equals(gone))))
                .as("no link leads to it any more")
                .isTrue();
        refused("no such box", "remove", "Orvelia", PLAN, before.getFirst());
    }

    private List<String> goals() {
        return at(there -> answers(there).model(answers(there).chain(PLAN)).list(Goal.KIND).stream()
                .map(goal -> goal.value().title())
                .toList());
    }

    @Test
    void tables_and_the_logframe_are_written_as_files() throws IOException {
        done("copy", "Orvelia", PLAN, "Second");
        for (String table : List.of("logframe", "matrix", "holes", "compare")) {
            Path csv = folder.resolve(table + ".csv");
            done("table", "Orvelia", "Second", table, csv.toString(), "--with", PLAN);
            Table shown = at(there -> new GoalsFiles(there.one().view(there.me()), Salus.faces(), Wording.english())
                    .table(table, answers(there).chain("Second"), Optional.of(PLAN)));
            assertThat(Files.readString(csv))
                    .as(table)
                    .contains(shown.columns().getFirst().key());
            if (!shown.rows().isEmpty()) {
                assertThat(Files.readAllLines(csv).size())
                        .as(table)
                        .isGreaterThan(shown.rows().size());
            }
            Path book = folder.resolve(table + ".xlsx");
            done("table", "Orvelia", "Second", table, book.toString(), "--with", PLAN);
            assertThat(Files.readString(book, StandardCharsets.ISO_8859_1)).startsWith("PK");
        }
        Path word = folder.resolve("logframe.docx");
        done("table", "Orvelia", PLAN, "logframe", word.toString());
        assertThat(Files.readString(word, StandardCharsets.ISO_8859_1)).startsWith("PK");
        refused(
                "pdf",
                "table",
                "Orvelia",
                PLAN,
                "logframe",
                folder.resolve("x.pdf").toString());
        refused(
                "moods",
                "table",
                "Orvelia",
                PLAN,
                "moods",
                folder.resolve("x.csv").toString());
    }

    @Test
    void an_indicator_of_the_library_is_put_to_a_box_by_its_title() {
        String box = at(there -> answers(there)
                .model(answers(there).chain(PLAN))
                .list(Goal.KIND)
                .getFirst()
                .value()
                .title());
        LibraryIndicator known = IndicatorLibrary.shipped().all().getFirst();
        done("put-indicator", "Orvelia", PLAN, known.key(), box);
        List<Indicator> taken = at(there -> there.one().view(there.me()).list(Indicator.KIND).stream()
                .map(Item::value)
                .filter(one -> one.title().equals(known.name()))
                .toList());
        assertThat(taken).hasSize(1);
        assertThat(taken.getFirst().unit()).isEqualTo(known.unit());
        refused("nowhere", "put-indicator", "Orvelia", PLAN, known.key(), "nowhere");
        refused("no-such-key", "put-indicator", "Orvelia", PLAN, "no-such-key", box);
    }

    private String indicator() {
        return at(there -> answers(there)
                .model(answers(there).chain(PLAN))
                .indicators()
                .getFirst()
                .value()
                .title());
    }

    private int measurements() {
        return at(there -> there.one().view(there.me()).list(Measurement.KIND).size());
    }

    private Optional<Item<Measurement>> measured(String on) {
        return at(there -> there.one().view(there.me()).list(Measurement.KIND).stream()
                .filter(item -> item.value().on().toString().equals(on))
                .findFirst());
    }

    @Test
    void a_measurement_is_written_down_and_decided() {
        String indicator = indicator();
        done("measure", "Orvelia", PLAN, indicator, "on=2026-02", "value=41.50", "source=A survey", "--submit");
        String id = measured("2026-02").orElseThrow().id().toString();
        assertThat(done("measurements", "Orvelia", PLAN)).contains(indicator, "41.50", id);
        done("decide", "Orvelia", PLAN, id, "approved");
        assertThat(measured("2026-02").orElseThrow().value().state()).isEqualTo(MeasurementState.APPROVED);
        assertThat(done("measurements", "Orvelia", PLAN, "--format", "json")).contains("\"41.50\"");
        refused("approved", "measure", "Orvelia", PLAN, indicator, "on=2026-02", "value=42");
        refused("reason", "decide", "Orvelia", PLAN, id, "draft");
        done("decide", "Orvelia", PLAN, id, "draft", "--remark", "A digit was lost");
    }

    @Test
    void what_cannot_be_measured_is_refused_in_a_sentence() {
        String indicator = indicator();
        refused("No such plan", "measurements", "Orvelia", "No such plan");
        refused("No such thing", "measure", "Orvelia", PLAN, "No such thing", "on=2026", "value=1");
        refused("colour", "measure", "Orvelia", PLAN, indicator, "on=2026", "colour=red");
        refused("soon", "measure", "Orvelia", PLAN, indicator, "on=soon", "value=1");
        refused("many", "measure", "Orvelia", PLAN, indicator, "on=2026", "value=many");
        refused("1234", "decide", "Orvelia", PLAN, "1234", "approved");
        done("measure", "Orvelia", PLAN, indicator, "on=2026-04", "value=1");
        refused(
                "perhaps",
                "decide",
                "Orvelia",
                PLAN,
                measured("2026-04").orElseThrow().id().toString(),
                "perhaps");
    }

    @Test
    void a_sheet_goes_out_and_comes_back() throws IOException {
        Path sheet = folder.resolve("sheet.xlsx");
        done("sheet", "Orvelia", PLAN, sheet.toString());
        assertThat(sheet).isNotEmptyFile();
        int before = measurements();
        done("take-sheet", "Orvelia", PLAN, sheet.toString());
        assertThat(measurements()).isEqualTo(before);
        Path rows = file("rows.csv", "indicator,on,value,colour\n\"" + indicator() + "\",2026-05,12,red\n");
        assertThat(done("take-sheet", "Orvelia", PLAN, rows.toString(), "--preview"))
                .contains("Value: “” -> “12”");
        assertThat(measured("2026-05")).isEmpty();
        Told taken = type("take-sheet", "Orvelia", PLAN, rows.toString());
        assertThat(taken.code()).isZero();
        assertThat(taken.err()).contains("colour");
        assertThat(measured("2026-05")).isPresent();
    }

    @Test
    void what_is_no_sheet_is_refused_in_a_sentence() throws IOException {
        refused("sheet.xlsx", "sheet", "Orvelia", PLAN, folder + "/nowhere/sheet.xlsx");
        refused("No such plan", "sheet", "Orvelia", "No such plan", folder + "/sheet.xlsx");
        refused("missing.csv", "take-sheet", "Orvelia", PLAN, folder + "/missing.csv");
        refused(
                "neither a workbook nor a text",
                "take-sheet",
                "Orvelia",
                PLAN,
                junk("junk.xlsx").toString());
        refused(
                "other.csv",
                "take-sheet",
                "Orvelia",
                PLAN,
                file("other.csv", "colour,shape\nred,round\n").toString());
        refused(
                "No such thing",
                "take-sheet",
                "Orvelia",
                PLAN,
                file("wrong.csv", "indicator,on,value\nNo such thing,2026,1\n").toString());
        assertThat(Files.readString(folder.resolve("wrong.csv"), StandardCharsets.UTF_8))
                .contains("No such thing");
    }
}
