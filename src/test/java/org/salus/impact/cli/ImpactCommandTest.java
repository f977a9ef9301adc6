package org.salus.impact.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.SharedData;
import org.salus.frame.cli.CommandDoor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImpactCommandTest {
    /** North gains 3 more than the others, whose changes differ a little. */
    private static final String PANEL = """
            unit;time;y;d
            North;1;10;0
            North;2;11;0
            North;3;12;0
            North;4;16;1
            South;1;5;0
            South;2;6.1;0
            South;3;7;0
            South;4;8.2;0
            East;1;3;0
            East;2;4;0
            East;3;5.1;0
            East;4;5.9;0
            West;1;12;0
            West;2;12.9;0
            West;3;14;0
            West;4;14.9;0
            """;

    @TempDir
    private Path folder;

    private record Said(int code, String out, String err) {
        JsonNode json() {
            return new JsonMapper().readTree(out);
        }
    }

    private static Said typed(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandDoor("1", List.of(new CommandDoor.Named("impact", () -> ImpactCommand.of(Salus.faces()))))
                .answer(new PrintWriter(out), new PrintWriter(err), words);
        return new Said(code, out.toString(), err.toString());
    }

    private Said asked(String method, String table, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), table);
        List<String> words = new ArrayList<>(List.of("impact", method, file.toString()));
        words.addAll(List.of(options));
        return typed(words.toArray(String[]::new));
    }

    @Test
    void programs_get_estimate_interval_weights_fit_placebos_and_verdict() throws IOException {
        for (String method : List.of("did", "sdid", "synth")) {
            Said said = asked(
                    method,
                    PANEL,
                    "--unit",
                    "unit",
                    "--time",
                    "time",
                    "--outcome",
                    "y",
                    "--treated",
                    "North",
                    "--from",
                    "4",
                    "--format",
                    "json");
            assertThat(said.err()).isEmpty();
            assertThat(said.code()).isZero();
            JsonNode answer = said.json();
            assertThat(answer.get("method").asString()).isEqualTo(method);
            assertThat(answer.get("estimate").get("value").asDouble())
                    .as(method)
                    .isBetween(2.0, 5.0);
            assertThat(answer.get("estimate").get("interval").asString()).isNotBlank();
            assertThat(answer.get("placebos")).isNotEmpty();
            assertThat(answer.get("fit")).isNotEmpty();
            assertThat(answer.get("choices")).isNotEmpty();
            assertThat(answer.get("verdict").get("kind").asString())
                    .as("three others cannot show chance")
                    .isEqualTo("cannot-be-told");
            assertThat(answer.get("series")).hasSize(4);
        }
    }

    @Test
    void people_read_the_verdict_first_and_the_question_about_others() throws IOException {
        Said said = asked("did", PANEL, "--unit", "unit", "--time", "time", "--outcome", "y", "--treated", "d");
        assertThat(said.code()).isZero();
        assertThat(said.out().lines().findFirst().orElseThrow()).startsWith("Cannot be told:");
        assertThat(said.out()).contains("touched by it, too", "Choices that move the result:");
    }

    @Test
    void one_series_needs_no_unit() throws IOException {
        StringBuilder lines = new StringBuilder("month,incidents\n");
        for (int month = 0; month < 36; month++) {
            lines.append("%d-%02d,%d%n"
                    .formatted(2018 + month / 12, month % 12 + 1, (month < 24 ? 40 : 20) + month * 7 % 5));
        }
        Said said = asked(
                "its",
                lines.toString(),
                "--time",
                "month",
                "--outcome",
                "incidents",
                "--from",
                "2020-01",
                "--model",
                "quasi-poisson",
                "--season",
                "12",
                "--format",
                "json");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.json().get("estimate").get("value").asDouble()).isBetween(0.4, 0.6);
        assertThat(said.json().get("verdict").get("kind").asString()).isEqualTo("effect-told");
    }

    @Test
    void what_is_wrong_is_said_in_one_line_and_the_exit_code_is_not_zero() throws IOException {
        Said column = asked("did", PANEL, "--unit", "unit", "--time", "year", "--outcome", "y", "--treated", "d");
        assertThat(column.code()).isEqualTo(1);
        assertThat(column.err()).contains("no column \"year\"", "Nearest:").doesNotContain("\tat ");
        Said beginning =
                asked("did", PANEL, "--unit", "unit", "--time", "time", "--outcome", "y", "--treated", "North");
        assertThat(beginning.code()).isEqualTo(2);
        assertThat(beginning.err()).contains("not said when the treatment began");
        Said format = asked(
                "did",
                PANEL,
                "--unit",
                "unit",
                "--time",
                "time",
                "--outcome",
                "y",
                "--treated",
                "d",
                "--format",
                "pdf");
        assertThat(format.code()).isEqualTo(2);
        Said missing = typed(
                "impact",
                "did",
                folder.resolve("none.csv").toString(),
                "--unit",
                "u",
                "--time",
                "t",
                "--outcome",
                "y",
                "--treated",
                "a");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("There is no file");
        Said empty =
                asked("did", "unit,time,y\n", "--unit", "unit", "--time", "time", "--outcome", "y", "--treated", "a");
        assertThat(empty.err()).contains("holds no rows");
    }

    @Test
    void a_script_repeats_the_figure_in_the_language_of_its_ending() throws IOException {
        for (String method : List.of("did", "sdid", "synth")) {
            for (String name : List.of("repeat.R", "repeat.py")) {
                Path script = folder.resolve(name);
                Said said = asked(
                        method,
                        PANEL,
                        "--unit",
                        "unit",
                        "--time",
                        "time",
                        "--outcome",
                        "y",
                        "--treated",
                        "North",
                        "--from",
                        "4",
                        "--format",
                        "json",
                        "--script",
                        script.toString());
                assertThat(said.code()).as(said.err()).isZero();
                assertThat(Files.readString(script))
                        .contains(said.json().get("estimate").get("value").asString(), "\"North\"")
                        .contains(name.endsWith("R") ? "stopifnot" : "assert");
            }
        }
        Said other = asked(
                "did",
                PANEL,
                "--unit",
                "unit",
                "--time",
                "time",
                "--outcome",
                "y",
                "--treated",
                "d",
                "--script",
                folder.resolve("repeat.txt").toString());
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains(".R or .py");
    }

    /** A language scripts are written in: the program that runs them, the ending of their names, and words that try whether all they need is there. */
    private record Language(String program, String ending, List<String> trial) {
        boolean isHere() throws IOException, InterruptedException {
            return ran(trial).code() == 0;
        }

        Said ran(List<String> words) throws IOException, InterruptedException {
            List<String> command = new ArrayList<>(List.of(program));
            command.addAll(words);
            ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
            // A script does not depend on the letters its machine knows.
            process.environment().put("LC_ALL", "C");
            try {
                Process running = process.start();
                String out = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return new Said(running.waitFor(), out.strip().replaceFirst("^\\[1] ", ""), "");
            } catch (IOException notHere) {
                return new Said(-1, "", notHere.toString());
            }
        }
    }

    private static final Language PYTHON = new Language("python3", ".py", List.of("-c", "import numpy"));
    private static final Language R = new Language("Rscript", ".R", List.of("--vanilla", "-e", "1"));

    @Test
    @Tag("slow")
    void a_script_in_python_really_runs_and_comes_to_the_same_figure() throws Exception {
        assumeTrue(PYTHON.isHere(), "Python with NumPy is not on this machine");
        repeats(PYTHON);
    }

    /** Nothing but what R comes with is needed. */
    @Test
    @Tag("slow")
    void a_script_in_r_really_runs_and_comes_to_the_same_figure() throws Exception {
        assumeTrue(R.isHere(), "R is not on this machine");
        repeats(R);
    }

    private void repeats(Language language) throws Exception {
        StringBuilder quarters = new StringBuilder("place\tquarter\ty\n");
        for (int i = 0; i < 24; i++) {
            String when = (2018 + i / 4) + "Q" + (i % 4 + 1);
            quarters.append("Here\t" + when + "\t" + (i + i * i % 7 + (i < 16 ? 0 : 9)) + "\n");
            quarters.append("There\t" + when + "\tNA\n");
        }
        String late = PANEL.replace("West;4;14.9;0", "West;4;14.9;1").replace("North;3;12;0", "North;3;12;1");
        List<String> panel = List.of("--unit", "unit", "--time", "time", "--outcome", "y");
        List<String> north = List.of("--treated", "North", "--from", "4");
        repeats(language, "did", PANEL, panel, north);
        repeats(language, "did", late, panel, List.of("--treated", "d"));
        repeats(language, "sdid", PANEL, panel, north);
        repeats(language, "sdid", PANEL, panel, List.of("--treated", "North", "--treated", "East", "--from", "4"));
        repeats(language, "synth", PANEL, panel, north);
        List<String> series = List.of("--time", "quarter", "--outcome", "y");
        List<String> here = List.of("--unit", "place", "--treated", "Here", "--from", "2022Q1");
        repeats(language, "its", quarters.toString(), series, here);
        repeats(
                language,
                "its",
                quarters.toString(),
                series,
                Stream.of(here, List.of("--season", "4", "--model", "poisson"))
                        .flatMap(List::stream)
                        .toList());
    }

    /** NA is a country, 01 is not 1, T is no answer, and a name may hold whatever parts columns. */
    @Test
    @Tag("slow")
    void names_mean_the_same_in_a_script_as_in_the_table() throws Exception {
        String odd = "\ufeff"
                + PANEL.replace("North", "NA")
                        .replace("South", "01")
                        .replace("East", "T")
                        .replace("West", "\"C\u00f4te d'Ivoire; \"\"x\"\"\"");
        List<String> panel = List.of("--unit", "unit", "--time", "time", "--outcome", "y");
        assumeTrue(R.isHere() || PYTHON.isHere(), "neither R nor Python with NumPy is on this machine");
        for (Language language : List.of(PYTHON, R)) {
            if (language.isHere()) {
                for (String method : List.of("did", "synth", "sdid")) {
                    for (String unit : List.of("NA", "01", "C\u00f4te d'Ivoire; \"x\"")) {
                        repeats(language, method, odd, panel, List.of("--treated", unit, "--from", "4"));
                    }
                }
            }
        }
    }

    @Test
    @Tag("slow")
    void the_published_figures_come_out_again_in_r_alone() throws Exception {
        assumeTrue(R.isHere(), "R is not on this machine");
        List<String> basque = List.of(
                "--unit",
                "region",
                "--time",
                "year",
                "--outcome",
                "income",
                "--treated",
                "Basque Country (Pais Vasco)",
                "--from",
                "1970",
                "--predictors",
                "share(illiterate,primary,medium,high+higher)@1964-1969,investment@1964-1969,income@1960-1969,"
                        + "agriculture@1961-1969,energy@1961-1969,industry@1961-1969,construction@1961-1969,"
                        + "services_sold@1961-1969,services_not_sold@1961-1969,density@1969",
                "--fit",
                "1960-1969",
                "--effect",
                "1975-1997");
        assertThat(repeated(R, "synth", Path.of("demo/impact-basque.csv"), basque))
                .isCloseTo(-0.6996, within(0.00005));
        Path smoking = SharedData.file("impact/california_prop99.csv");
        List<String> california = List.of(
                "--unit",
                "State",
                "--time",
                "Year",
                "--outcome",
                "PacksPerCapita",
                "--treated",
                "California",
                "--from",
                "1989");
        assertThat(repeated(R, "did", smoking, california)).isCloseTo(-27.349, within(0.0005));
        assertThat(repeated(R, "sdid", smoking, california)).isCloseTo(-15.604, within(0.0005));
        assertThat(repeated(R, "synth", smoking, california)).isCloseTo(-19.5, within(0.05));
    }

    private void repeats(Language language, String method, String table, List<String> columns, List<String> treatment)
            throws Exception {
        List<String> options = new ArrayList<>(columns);
        options.addAll(treatment);
        repeated(language, method, Files.writeString(folder.resolve("table.csv"), table), options);
    }

    /** The figure that the script for a question comes to, which is that of the answer. */
    private double repeated(Language language, String method, Path table, List<String> options) throws Exception {
        Path script = folder.resolve("repeat" + language.ending());
        List<String> words = new ArrayList<>(List.of("impact", method, table.toString()));
        words.addAll(options);
        words.addAll(List.of("--format", "json", "--script", script.toString()));
        Said said = typed(words.toArray(String[]::new));
        assertThat(said.code()).as(said.err()).isZero();
        Said repeated = language.ran(List.of(script.toString()));
        assertThat(repeated.code())
                .as("%s %s %s: %s", language.program(), method, options, repeated.out())
                .isZero();
        double figure = Double.parseDouble(repeated.out());
        assertThat(figure).isCloseTo(said.json().get("estimate").get("value").asDouble(), within(1e-6));
        return figure;
    }

    @Test
    void names_with_quotes_stay_texts_in_a_script() throws IOException {
        Path script = folder.resolve("repeat.py");
        Said said = asked(
                "did",
                PANEL.replace("North", "No\"\"rth\\").replaceAll("(?m)^(No.*?);", "\"$1\";"),
                "--unit",
                "unit",
                "--time",
                "time",
                "--outcome",
                "y",
                "--treated",
                "d",
                "--script",
                script.toString());
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(Files.readString(script)).contains("treated = [\"No\\\"rth\\\\\"]");
    }

    @Test
    void the_guide_says_what_the_data_allow_and_why_not() {
        Said said = typed("impact", "guide", "--treated", "1", "--controls", "3", "--before", "5", "--after", "2");
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("None of the methods", "nineteen are the least", "What would have happened otherwise?");
        Said json = typed(
                "impact",
                "guide",
                "--treated",
                "1",
                "--controls",
                "38",
                "--before",
                "19",
                "--after",
                "12",
                "--format",
                "json");
        assertThat(json.json().get("methods").get(0).get("is_allowed").asBoolean())
                .isTrue();
    }

    @Test
    void a_workbook_is_read_as_a_text_is() throws IOException {
        Path workbook = folder.resolve("table.xlsx");
        try (java.io.OutputStream out = Files.newOutputStream(workbook);
                org.dhatim.fastexcel.Workbook book = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
            org.dhatim.fastexcel.Worksheet sheet = book.newWorksheet("figures");
            List<String> lines = PANEL.lines().toList();
            for (int row = 0; row < lines.size(); row++) {
                String[] cells = lines.get(row).split(";", -1);
                for (int column = 0; column < cells.length; column++) {
                    if (row == 0 || column == 0) {
                        sheet.value(row, column, cells[column]);
                    } else {
                        sheet.value(row, column, Double.parseDouble(cells[column]));
                    }
                }
            }
        }
        String[] question = {"--unit", "unit", "--time", "time", "--outcome", "y", "--treated", "d", "--format", "json"
        };
        List<String> words = new ArrayList<>(List.of("impact", "did", workbook.toString()));
        words.addAll(List.of(question));
        Said said = typed(words.toArray(String[]::new));
        assertThat(said.err()).isEmpty();
        assertThat(said.json()).isEqualTo(asked("did", PANEL, question).json());
    }
}
