package org.salus.portfolio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.SharedData;
import org.salus.frame.cli.CommandDoor;
import org.salus.portfolio.SectorCode;
import org.salus.portfolio.Sortable;
import org.salus.portfolio.Sorter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClassifyTest {
    @TempDir
    private Path folder;

    private record Answer(int code, String out, String err) {
        List<JsonNode> lines() {
            JsonMapper mapper = new JsonMapper();
            return out.lines().map(mapper::readTree).toList();
        }
    }

    private static Answer classify(InputStream standardInput, String... words) {
        // What the XML says is the reader's matter; here every XML holds one activity.
        ActivityTexts oneActivity = (content, name, taker) ->
                taker.accept(new Sortable("xml-1", List.of("Demining"), List.of(), List.of(SectorCode.dac("15250"))));
        return classify(oneActivity, standardInput, words);
    }

    private static Answer classify(ActivityTexts iati, InputStream standardInput, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandDoor door = new CommandDoor(
                "1",
                List.of(new CommandDoor.Named("classify", () -> new Classify(iati, standardInput, Sorter.byRules()))));
        int code = door.answer(new PrintWriter(out), new PrintWriter(err), words);
        return new Answer(code, out.toString(), err.toString());
    }

    private static Answer classify(Path file) {
        return classify(InputStream.nullInputStream(), "classify", file.toString(), "--format", "jsonl");
    }

    private Path write(String name, String content, Charset charset) throws IOException {
        return Files.writeString(folder.resolve(name), content, charset);
    }

    @Test
    void one_json_line_per_activity_with_area_confidence_shares_and_reasons() throws IOException {
        Answer answer = classify(write(
                "a.csv",
                "id,title,description,codes\nBDI-1,Projet de démobilisation,\"Réinsertion, appui\",15240\nBDI-2,Fonds minier,,32210\n",
                StandardCharsets.UTF_8));
        assertThat(answer.code()).isZero();
        assertThat(answer.err()).isEmpty();
        JsonNode first = answer.lines().getFirst();
        assertThat(first.get("id").asString()).isEqualTo("BDI-1");
        assertThat(first.get("area").asString()).isEqualTo("4a");
        assertThat(first.get("confidence").decimalValue())
                .isBetween("0.5".transform(java.math.BigDecimal::new), java.math.BigDecimal.ONE);
        assertThat(first.get("shares").get("4a").decimalValue()).isEqualByComparingTo("100");
        assertThat(first.get("reasons").toString()).contains("DAC purpose code 15240", "title names *démobilisation*");
        assertThat(answer.lines().get(1).get("area").asString()).isEqualTo("none");
    }

    @Test
    void tabs_semicolons_capitals_marks_and_other_columns_are_understood() throws IOException {
        Path tabs = write(
                "a.tsv", "\uFEFFTitle\tCODES\tid\tcountry\nPolice\t15210|15130\t7\tBDI\n", StandardCharsets.UTF_8);
        Path semicolons = write("a.csv", "ID;Title;Description;Codes\n7;Police;;15210 15130\n", StandardCharsets.UTF_8);
        Path wide = write("w.csv", "\uFEFFid,title\n7,Police\n", StandardCharsets.UTF_16LE);
        for (Path file : List.of(tabs, semicolons, wide)) {
            Answer answer = classify(file);
            assertThat(answer.lines()).as(file + answer.err()).hasSize(1);
            assertThat(answer.lines().getFirst().get("id").asString()).isEqualTo("7");
            assertThat(answer.lines().getFirst().get("area").asString()).isEqualTo("2b");
        }
    }

    @Test
    void xml_goes_to_the_reader_of_iati() throws IOException {
        assertThat(classify(write("a.xml", "\n <iati-activities/>", StandardCharsets.UTF_8))
                        .lines()
                        .getFirst()
                        .get("id")
                        .asString())
                .isEqualTo("xml-1");
    }

    @Test
    void what_is_called_xml_and_is_none_is_told_apart_from_a_table_that_lacks_a_column() throws IOException {
        for (String content :
                List.of("Dear colleague,\nplease find\n", "{\"error\": \"not found\"}", "id,title\n7,Police\n")) {
            Answer answer = classify(write("report.XML", content, StandardCharsets.UTF_8));
            assertThat(answer.code()).isEqualTo(1);
            assertThat(answer.out()).isEmpty();
            assertThat(answer.err())
                    .contains("report.XML\" is called .xml but is no XML", "begin with <", ".csv or .tsv", "id, title")
                    .doesNotContain("no column");
        }
        assertThat(classify(write("empty.xml", "", StandardCharsets.UTF_8)).err())
                .contains("is empty");
    }

    @Test
    void a_dash_reads_standard_input() {
        InputStream table = new ByteArrayInputStream("id,title\n1,Mine action\n".getBytes(StandardCharsets.UTF_8));
        assertThat(classify(table, "classify", "-", "--format", "jsonl").lines())
                .hasSize(1);
    }

    @Test
    void text_is_one_line_for_people() throws IOException {
        Path file = write("a.csv", "id,title\n1,Mine action\n", StandardCharsets.UTF_8);
        assertThat(classify(InputStream.nullInputStream(), "classify", file.toString())
                        .out())
                .startsWith("1\t4b\t0.9")
                .contains("4b 100 %", "title names *Mine action*");
    }

    @Test
    void what_cannot_be_read_is_said_in_one_line() throws IOException {
        assertThat(classify(folder.resolve("absent.csv")))
                .isEqualTo(failed("There is no file \"" + folder.resolve("absent.csv") + "\"."));
        assertThat(classify(folder).err()).contains("is a folder");
        assertThat(classify(write("empty.csv", "", StandardCharsets.UTF_8)).err())
                .contains("is empty");
        assertThat(classify(write("names.csv", "title\nx\n", StandardCharsets.UTF_8))
                        .err())
                .contains("no column \"id\"");
        Path latin = write("latin.csv", "id,title\n1,démobilisation\n", StandardCharsets.ISO_8859_1);
        assertThat(classify(latin)).isEqualTo(failed("\"" + latin + "\" is not UTF-8 text; save it as \"CSV UTF-8\"."));
        assertThat(classify(write("odd.csv", "PK\0\0\0", StandardCharsets.UTF_8))
                        .err())
                .contains("neither a table nor XML");
        assertThat(classify(write("zip.csv", "PK\u0003\u0004\0\0", StandardCharsets.UTF_8))
                        .code())
                .isEqualTo(1);
    }

    @Test
    void of_an_archive_the_xml_is_sorted_and_its_tables_are_not() throws IOException {
        String xml = """
                <iati-activities version="2.03"><iati-activity><iati-identifier>A-1</iati-identifier>
                <title><narrative>Support to the police</narrative></title></iati-activity></iati-activities>
                """;
        Answer whole = sorted(zip(
                "release.zip",
                Map.of(
                        "data/projects.csv",
                        "id,title\nP-1,Police\n",
                        "data/other.xml",
                        "<other/>",
                        "data/iati.xml",
                        xml)));
        assertThat(whole.out().lines()).hasSize(1).allMatch(line -> line.contains("\"A-1\""));
        assertThat(whole.code()).isZero();

        Answer cut = sorted(zip("cut.zip", Map.of("iati.xml", xml.substring(0, xml.length() - 30))));
        assertThat(cut.code()).isEqualTo(1);
        assertThat(cut.err()).contains("iati.xml", "cut short");

        Answer tables = sorted(zip("tables.zip", Map.of("projects.csv", "id,title\nP-1,Police\n")));
        assertThat(tables.err()).contains("without IATI XML");
        assertThat(tables.code()).isEqualTo(1);
    }

    private static Answer sorted(Path file) {
        return classify(
                new IatiTexts(), InputStream.nullInputStream(), "classify", file.toString(), "--format", "jsonl");
    }

    private Path zip(String name, Map<String, String> members) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static Answer failed(String what) {
        return new Answer(1, "", "salus: " + what + System.lineSeparator());
    }

    @Test
    void wrong_use_is_exit_code_two() {
        assertThat(classify(InputStream.nullInputStream(), "classify").code()).isEqualTo(2);
        assertThat(classify(InputStream.nullInputStream(), "classify", "a.csv", "--format", "docx")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void a_row_that_is_too_short_or_too_long_is_still_an_activity() throws IOException {
        Answer answer = classify(write(
                "a.csv", "id,title,description,codes\n1\n2,Police,,15210,more,and more\n\n", StandardCharsets.UTF_8));
        assertThat(answer.lines())
                .extracting(line -> line.get("area").asString())
                .containsExactly("?", "2b");
    }

    @Test
    void help_names_the_columns_and_the_formats() {
        assertThat(classify(InputStream.nullInputStream(), "classify", "--help")
                        .out()
                        .replaceAll("\\s+", " "))
                .contains(
                        "id, title, description, codes",
                        "text (default), jsonl (one JSON object per line)",
                        "salus classify activities.xml");
    }

    @Test
    void the_labelled_activities_can_be_classified_as_they_are() {
        Answer answer = classify(SharedData.file("gold/activities.tsv"));
        assertThat(answer.code()).isZero();
        assertThat(answer.lines()).hasSize(519);
    }
}
