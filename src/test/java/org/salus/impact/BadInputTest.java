package org.salus.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.salus.RunningTeam;
import org.salus.Salus;
import org.salus.Visitor;
import org.salus.frame.cli.CommandDoor;
import org.salus.impact.cli.ImpactCommand;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is said to a table or a question that does not allow an answer, or not a sure one: in a terminal, to programs and on a study's page, in the same words. */
@Tag("slow")
class BadInputTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int UNITS = 22;
    private static final int TIMES = 12;

    /** One treated unit, A, from the ninth time on; the others run alike but for a wobble. */
    private static final List<String[]> PANEL = IntStream.range(0, UNITS)
            .boxed()
            .flatMap(unit -> IntStream.rangeClosed(1, TIMES).mapToObj(time -> new String[] {
                String.valueOf((char) ('A' + unit)),
                String.valueOf(time),
                String.valueOf(10 + unit + time + (unit * 7 + time * time * 3) % 5 + (unit == 0 && time >= 9 ? 6 : 0)),
                String.valueOf(unit + time % 3)
            }))
            .toList();

    private static final UnaryOperator<String[]> AS_IT_IS = UnaryOperator.identity();

    /** The rows that are left, each as it is changed; a row that is dropped is empty. */
    private static String table(UnaryOperator<String[]> change) {
        return PANEL.stream()
                .map(String[]::clone)
                .map(change)
                .filter(row -> row.length > 0)
                .map(row -> String.join(",", row))
                .collect(Collectors.joining("\n", "unit,time,y,x\n", "\n"));
    }

    private static UnaryOperator<String[]> only(String... units) {
        return row -> Arrays.asList(units).contains(row[0]) ? row : new String[0];
    }

    private static UnaryOperator<String[]> without(String unit, String time) {
        return row -> row[0].equals(unit) && row[1].equals(time) ? new String[0] : row;
    }

    private static UnaryOperator<String[]> times(String... times) {
        return row -> Arrays.asList(times).contains(row[1]) ? row : new String[0];
    }

    /** A's figure at the fifth time is written like that. */
    private static UnaryOperator<String[]> figure(String written) {
        return row -> {
            if (row[0].equals("A") && row[1].equals("5")) {
                row[2] = written;
            }
            return row;
        };
    }

    private static UnaryOperator<String[]> constant(boolean isOfTheTreated) {
        return row -> {
            if (row[0].equals("A") == isOfTheTreated) {
                row[2] = "5";
            }
            return row;
        };
    }

    /** Something within these times, nothing outside. */
    private static String counted(String[] row, int from, int until) {
        int time = Integer.parseInt(row[1]);
        return time < from || time > until ? "0" : String.valueOf(3 + time % 3);
    }

    private static UnaryOperator<String[]> predictor(String written) {
        return row -> {
            if (row[0].equals("C")) {
                row[3] = written;
            }
            return row;
        };
    }

    /** With a fifth column that says who is treated when. */
    private static String treatedColumn(String before, String after) {
        return table(row -> {
                    String[] longer = Arrays.copyOf(row, 5);
                    longer[4] = Integer.parseInt(row[1]) < 9 ? before : after;
                    return longer;
                })
                .replaceFirst("\n", ",d\n");
    }

    /**
     * A case.
     *
     * @param exit of the command
     * @param status of the request that asks a study
     */
    record Case(
            String name, String method, String table, Map<String, String> said, int exit, int status, String words) {
        @Override
        public String toString() {
            return method + ": " + name;
        }
    }

    private static final Map<String, String> USUAL = Map.of("treated", "A", "from", "9");

    private static Stream<Case> each(
            List<String> methods,
            String name,
            String table,
            Map<String, String> said,
            int exit,
            int status,
            String words) {
        return methods.stream().map(method -> new Case(name, method, table, said, exit, status, words));
    }

    private static Stream<Case> refused(
            String methods, String name, String table, Map<String, String> said, String words) {
        return each(List.of(methods.split(" ", -1)), name, table, said, 2, 400, words);
    }

    private static Stream<Case> unknown(
            String methods, String name, String table, Map<String, String> said, String words) {
        return each(List.of(methods.split(" ", -1)), name, table, said, 1, 404, words);
    }

    private static Stream<Case> answered(String methods, String name, String table, String words) {
        return each(List.of(methods.split(" ", -1)), name, table, USUAL, 0, 200, words);
    }

    private static Map<String, String> said(String... words) {
        Map<String, String> said = new LinkedHashMap<>(USUAL);
        for (int i = 0; i < words.length; i += 2) {
            said.put(words[i], words[i + 1]);
        }
        said.values().removeIf(String::isEmpty);
        return said;
    }

    static Stream<Case> cases() {
        String all = "its did synth sdid";
        String comparing = "did synth sdid";
        String plain = table(AS_IT_IS);
        String everybody = IntStream.range(0, UNITS)
                .mapToObj(unit -> String.valueOf((char) ('A' + unit)))
                .collect(Collectors.joining("\n"));
        return Stream.of(
                        // The table
                        refused(all, "empty file", "", USUAL, "holds no rows of figures"),
                        refused(all, "heads alone", "unit,time,y,x\n", USUAL, "holds no rows of figures"),
                        unknown(all, "wrong delimiter", plain.replace(',', '^'), USUAL, "has no column \"unit\""),
                        refused(all, "one period", table(times("9")), USUAL, "holds a single time"),
                        refused(comparing, "one unit", table(only("A")), USUAL, "holds a single unit"),
                        refused("synth", "one other unit", table(only("A", "B")), USUAL, "there is one"),
                        refused("sdid", "one other unit", table(only("A", "B")), USUAL, "need two other units"),
                        answered("did", "one other unit", table(only("A", "B")), "Cannot be told"),
                        answered("synth sdid", "two other units", table(only("A", "B", "C")), "Cannot be told"),
                        refused("its", "two periods", table(times("8", "9")), USUAL, "too few for 4 terms"),
                        answered("did", "two periods", table(times("8", "9")), "Cannot be told: too few times"),
                        refused(comparing, "gap", table(without("A", "5")), USUAL, "\"A\" has no row at 5"),
                        refused("its", "gap", table(without("A", "5")), USUAL, "Between 4 and 6 times are missing"),
                        refused(all, "row twice", plain + "A,5,17,1\n", USUAL, "\"A\" stands twice at 5"),
                        // Figures
                        refused(all, "no figure", table(figure("")), USUAL, "\"A\" at 5 has no figure"),
                        refused(all, "NaN", table(figure("NaN")), USUAL, "\"A\" at 5 has no figure"),
                        refused(all, "word", table(figure("many")), USUAL, "\"many\" in column \"y\" is no number"),
                        refused(all, "infinite", table(figure("-Infinity")), USUAL, "is no number"),
                        refused(all, "beyond a double", table(figure("1e999")), USUAL, "is no number"),
                        refused(all, "1e308", table(figure("1e308")), USUAL, "larger than anything"),
                        refused(all, "-1e308", table(figure("-1e308")), USUAL, "larger than anything"),
                        refused(all, "1e-308", table(figure("1e-308")), USUAL, "nearer to nothing"),
                        refused(all, "treated never changes", table(constant(true)), USUAL, "never change"),
                        refused("sdid", "others never change", table(constant(false)), USUAL, "change by the same"),
                        answered("did synth", "others never change", table(constant(false)), "Cannot be told"),
                        // Treatment
                        refused(all, "before the data", plain, said("from", "0"), "before the first figure"),
                        refused(all, "from the first time", plain, said("from", "1"), "there is no before"),
                        refused(all, "after the data", plain, said("from", "13"), "after the last figure"),
                        refused(all, "no time", plain, said("from", "soon"), "is no time of the table"),
                        refused(all, "no beginning", plain, said("from", ""), "not said when the treatment began"),
                        unknown(all, "unit unknown", plain, said("treated", "Atlantis"), "has no unit \"Atlantis\""),
                        refused(comparing, "all treated", plain, said("treated", everybody), "nobody is left"),
                        refused("its", "all treated", plain, said("treated", everybody), "one series"),
                        refused(
                                comparing,
                                "all treated by a column",
                                treatedColumn("0", "1"),
                                said("treated", "d", "from", ""),
                                "nobody is left"),
                        refused(
                                comparing,
                                "nobody treated",
                                treatedColumn("0", "0"),
                                said("treated", "d", "from", ""),
                                "No unit is treated"),
                        refused(
                                comparing,
                                "treated maybe",
                                treatedColumn("0", "maybe"),
                                said("treated", "d", "from", ""),
                                "neither 1 nor 0"),
                        // Counts
                        refused("its", "no count", table(figure("-1")), said("model", "poisson"), "is no count"),
                        refused(
                                "its",
                                "counts of nothing before",
                                table(row -> new String[] {row[0], row[1], counted(row, 9, 12), "1"}),
                                said("model", "poisson"),
                                "All counts before are nothing"),
                        refused(
                                "its",
                                "counts of nothing after",
                                table(row -> new String[] {row[0], row[1], counted(row, 1, 8), "1"}),
                                said("model", "quasi-poisson"),
                                "All counts after are nothing"),
                        // Predictors
                        unknown("synth", "unknown", plain, said("predictors", "zz"), "has no column \"zz\""),
                        refused("synth", "unreadable", plain, said("predictors", "share(x"), "is no predictor"),
                        refused("synth", "too late", plain, said("predictors", "x@10-11"), "reaches into the treated"),
                        refused("synth", "word", table(predictor("many")), said("predictors", "x"), "is no number"),
                        refused(
                                "synth",
                                "nothing",
                                table(predictor("")),
                                said("predictors", "x"),
                                "has no figure for \"C\""),
                        refused("synth", "1e308", table(predictor("1e308")), said("predictors", "x"), "larger than"),
                        refused(
                                "synth",
                                "same everywhere",
                                table(row -> new String[] {row[0], row[1], row[2], "4"}),
                                said("predictors", "x"),
                                "for every unit"))
                .flatMap(one -> one);
    }

    @TempDir
    private static Path folder;

    private static RunningTeam team;
    private static Visitor ana;
    private static String impact;

    @BeforeAll
    static void aWorkspace() throws Exception {
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        AccountId administrator = team.administrator("admin", "Admin");
        AccountId account = team.account(administrator, "ana", "Ana");
        impact = "/workspaces/"
                + team.workspaces()
                        .found(
                                new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                                account,
                                "Ana",
                                Optional.empty(),
                                "")
                        .id()
                + "/impact";
        ana = team.signedIn("ana");
        ana.get(impact);
    }

    @AfterAll
    static void stop() {
        ana.close();
        team.close();
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void in_a_terminal(Case one) throws Exception {
        Path file = Files.writeString(folder.resolve("table.csv"), one.table());
        List<String> typed = new ArrayList<>(
                List.of("impact", one.method(), file.toString(), "--unit", "unit", "--time", "time", "--outcome", "y"));
        one.said().forEach((name, value) -> {
            for (String each : value.split("\n", -1)) {
                typed.addAll(List.of("--" + name, each));
            }
        });
        Said said = typed(typed);
        assertThat(said.exit()).as(said.toString()).isEqualTo(one.exit());
        if (said.exit() == 0) {
            // The verdict stands first.
            assertThat(said.out().lines().findFirst().orElseThrow()).contains(one.words());
            assertThat(said.out()).doesNotContain("NaN", "\u221e", "Infinity");
        } else {
            assertThat(said.out()).isEmpty();
            assertThat(said.err()).contains(one.words()).doesNotContain("Exception", "--debug");
        }
    }

    private record Said(int exit, String out, String err) {}

    private static Said typed(List<String> words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = new CommandDoor("1", List.of(new CommandDoor.Named("impact", () -> ImpactCommand.of(Salus.faces()))))
                .answer(new PrintWriter(out), new PrintWriter(err), words.toArray(String[]::new));
        return new Said(exit, out.toString(), err.toString());
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void to_programs_and_on_a_page(Case one) throws Exception {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", one.toString());
        body.put("csv", one.table());
        body.put(
                "columns",
                one.table().isEmpty()
                        ? ""
                        : one.table().lines().findFirst().orElseThrow().replace(',', '\n'));
        body.put("method", one.method());
        body.put("unit", "unit");
        body.put("time", "time");
        body.put("outcome", "y");
        body.putAll(one.said());
        HttpResponse<String> begun = submit("/studies", body);
        if (begun.statusCode() != 200) {
            assertProblem(begun, one);
            return;
        }
        String study = JSON.readTree(begun.body()).get("study").asString();
        HttpResponse<String> page = ana.get(impact + "/studies/" + study);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body().replace("&#34;", "\"").replace("&quot;", "\"")).contains(one.words());
        HttpResponse<String> asked = submit("/studies/" + study, Map.of("note", "asked"));
        if (one.status() == 200) {
            assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
            JsonNode verdict = JSON.readTree(asked.body()).get("verdict");
            assertThat(verdict.get("kind").asString()).isNotEqualTo("effect-told");
            assertThat(asked.body()).doesNotContain("NaN", "Infinity");
        } else {
            assertProblem(asked, one);
        }
    }

    private static final String FORM = """
            {"id_string": "safety", "title": "Safety", "content": {
              "survey": [{"type": "select_one yes_no", "name": "safe", "label": "Do you feel safe?"},
                         {"type": "integer", "name": "walk", "label": "Minutes to a post"}],
              "choices": [{"list_name": "yes_no", "name": "yes", "label": "Yes"},
                          {"list_name": "yes_no", "name": "no", "label": "No"}]}}
            """;

    /** Forty people, of whom the fifth walks and weighs what is written. */
    private static String survey(String walk, String weight) {
        return IntStream.rangeClosed(1, 40)
                .mapToObj(i -> (i % 3 == 0 ? "yes" : "no") + "," + (i == 5 ? walk : String.valueOf(i)) + ","
                        + (i == 5 ? weight : "1"))
                .collect(Collectors.joining("\n", "safe,walk,w\n", "\n"));
    }

    static Stream<Arguments> surveys() {
        String plain = survey("5", "1");
        return Stream.of(
                Arguments.of("no weights asked for", plain, "", 0, "No weights: everybody counts alike"),
                Arguments.of("a weight of nothing", survey("5", "0"), "w", 0, "39 people of 40 submissions"),
                Arguments.of("no weight", survey("5", ""), "w", 0, "39 people of 40 submissions"),
                Arguments.of("no weight at all", plain.replace(",1\n", ",\n"), "w", 2, "none has a weight"),
                Arguments.of("a negative weight", survey("5", "-1"), "w", 2, "\"-1\" in column \"w\" is no weight"),
                Arguments.of("a word for a weight", survey("5", "much"), "w", 2, "is no weight"),
                Arguments.of("an infinite weight", survey("5", "Infinity"), "w", 2, "is no weight"),
                Arguments.of("a weight of 1e308", survey("5", "1e308"), "w", 2, "is no weight"),
                Arguments.of("a weight of 1e-308", survey("5", "1e-308"), "w", 2, "is no weight"),
                Arguments.of("weights elsewhere", plain, "v", 1, "has no column \"v\""),
                Arguments.of("a word for a number", survey("far", "1"), "w", 0, "one answer is no number"),
                Arguments.of("an answer of 1e308", survey("1e308", "1"), "w", 0, "one answer is no number"),
                Arguments.of("nobody", "safe,walk,w\n", "w", 2, "holds no submissions"),
                Arguments.of("empty file", "", "w", 2, "holds no submissions"),
                Arguments.of("wrong delimiter", plain.replace(',', '^'), "", 2, "holds no column of the form"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("surveys")
    void of_a_survey(String name, String submissions, String weight, int expected, String words) throws Exception {
        Path form = Files.writeString(folder.resolve("form.json"), FORM);
        Path file = Files.writeString(folder.resolve("round.csv"), submissions);
        List<String> typed = new ArrayList<>(List.of("impact", "survey", file.toString(), "--form", form.toString()));
        if (!weight.isEmpty()) {
            typed.addAll(List.of("--weight", weight));
        }
        Said said = typed(typed);
        assertThat(said.exit()).as(name + said).isEqualTo(expected);
        assertThat(expected == 0 ? said.out() : said.err()).contains(words);
        assertThat(said.out() + said.err()).doesNotContain("NaN", "\u221e", "Exception");
    }

    private static HttpResponse<String> submit(String path, Map<String, ?> body) throws Exception {
        return ana.submit("POST", "/api/v1" + impact + path, "application/json", JSON.writeValueAsString(body));
    }

    private static void assertProblem(HttpResponse<String> answer, Case one) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(one.status());
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(JSON.readTree(answer.body()).toString().replace("\\\"", "\""))
                .contains(one.table().isEmpty() ? "No rows were sent" : one.words());
    }
}
