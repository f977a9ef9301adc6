package org.salus.appraisal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.frame.cli.CommandDoor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OdaCommandTest {
    private static final String CASES = """
            [{"id": "course", "facts": {"partner": "military", "trainees": "soldiers", "activity": "training", "topic": "demining", "purpose": "civil clearance",
               "beneficiary": "civilians", "equipment": "none", "control": "military", "recipient": "Orvelia"}},
             {"id": "police", "facts": {"partner": "police", "activity": "training", "topic": "community policing", "purpose": "public safety", "equipment": "none",
               "control": "civilian", "recipient": "Orvelia"}},
             {"id": "goods", "facts": {"partner": "police", "activity": "training and goods", "topic": "community policing", "purpose": "public safety",
               "control": "civilian", "recipient": "Orvelia"}}]
            """;

    @TempDir
    private Path folder;

    private record Answer(int code, String out, String err) {
        JsonNode json() {
            return new JsonMapper().readTree(out);
        }
    }

    private static Answer oda(InputStream standardInput, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandDoor door =
                new CommandDoor("1", List.of(new CommandDoor.Named("oda", () -> new OdaCommand(standardInput))));
        int code = door.answer(new PrintWriter(out), new PrintWriter(err), words);
        return new Answer(code, out.toString(), err.toString());
    }

    private Answer oda(String json, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("cases.json"), json);
        List<String> words = new java.util.ArrayList<>(List.of("oda", file.toString()));
        words.addAll(List.of(options));
        return oda(InputStream.nullInputStream(), words.toArray(String[]::new));
    }

    @Test
    void programs_get_verdict_code_rule_edition_and_questions_of_every_case_in_order() throws IOException {
        Answer answer = oda(CASES, "--format", "json");
        assertThat(answer.code()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.json())
                .extracting(one -> one.required("id").asString())
                .containsExactly("course", "police", "goods");
        JsonNode course = answer.json().get(0);
        assertThat(course.required("verdict").asString()).isEqualTo("not eligible");
        assertThat(course.required("purposeCode").isNull()).isTrue();
        assertThat(course.required("rule").asString()).isEqualTo("M5");
        assertThat(course.required("edition").asString()).isEqualTo("2026-2");
        assertThat(course.required("questions").isEmpty()).isTrue();
        assertThat(course.required("nearest").get(0).required("id").asString()).isEqualTo("2017-case-9");
        assertThat(answer.json().get(1).required("verdict").asString()).isEqualTo("eligible");
        assertThat(answer.json().get(1).required("purposeCode").asString()).isEqualTo("15130");
        JsonNode goods = answer.json().get(2);
        assertThat(goods.required("verdict").asString()).isEqualTo("grey");
        assertThat(goods.required("questions").get(0).asString()).contains("What equipment is supplied?");
        assertThat(goods.required("could_be"))
                .extracting(one -> one.asString())
                .containsExactly("eligible", "not eligible");
    }

    @Test
    void people_read_the_reason_the_source_and_what_to_ask() throws IOException {
        Answer answer = oda(CASES);
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains(
                        "course: not eligible (rule M5)\n    Partner soldiers may be taught only the subjects of a closed list",
                        "Source: DAC Statistical Reporting Directives, DCD/DAC(2016)3/FINAL, par. 97; the text was seen",
                        "police: eligible (rule P1)",
                        "Purpose code, if it counts: 15130",
                        "goods: grey (rule M1)",
                        "    To be asked: What equipment is supplied?",
                        "Compare 2017-case-9, not eligible: Belgian soldiers teach demining")
                .doesNotContain("[appraisal", "{0}");
        assertThat(answer.err()).contains("Only the DAC decides what is ODA");
    }

    @Test
    void a_dash_reads_standard_input() {
        InputStream one = new ByteArrayInputStream("{\"id\": \"x\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(oda(one, "oda", "-", "--format", "json")
                        .json()
                        .get(0)
                        .required("verdict")
                        .asString())
                .isEqualTo("grey");
    }

    @Test
    void what_cannot_be_read_is_said_in_one_line() throws IOException {
        Answer absent = oda(
                InputStream.nullInputStream(),
                "oda",
                folder.resolve("absent.json").toString());
        assertThat(absent.code()).isEqualTo(1);
        assertThat(absent.err()).contains("There is no file").hasLineCount(1);
        assertThat(oda(InputStream.nullInputStream(), "oda", folder.toString()).err())
                .contains("is a folder");
        Answer broken = oda("[{\"id\": \"a\",\n\"facts\": ]");
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.out()).isEmpty();
        assertThat(broken.err())
                .contains("is not JSON", "line 2", "Cases are a JSON array of {\"id\"")
                .hasLineCount(1);
        assertThat(oda(CASES, "--format", "docx").code()).isEqualTo(2);
        assertThat(oda(InputStream.nullInputStream(), "oda").code()).isEqualTo(2);
    }

    @Test
    void commands_to_a_terminal_in_a_file_reach_none() throws IOException {
        assertThat(oda("[{\"id\": \"a\\u001b[31m\", \"facts\": {\"topic\": \"\\u001b[2Jx\"}}]")
                        .out())
                .doesNotContain("\u001b");
    }
}
