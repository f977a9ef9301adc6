package org.salus.documents;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Spreadsheets and comma-separated text, read again by other libraries. */
class TableFilesTest {
    private static final Table NUMBERS = new Table(
            "Numbers",
            List.of(Column.text("name", "Name"), Column.decimal("amount", "Amount", "USD", 2)),
            List.of(
                    List.of(Cell.text("cents"), Cell.number(new BigDecimal("1234567890123.45"))),
                    List.of(Cell.text("trailing zeros"), Cell.number(new BigDecimal("5000000000000000000000"))),
                    List.of(Cell.text("too long"), Cell.number(new BigDecimal("12345678901234567.89"))),
                    List.of(Cell.text("tiny"), Cell.number(new BigDecimal("0.00000001"))),
                    List.of(Cell.text("beyond a double"), Cell.number(new BigDecimal("1E+400"))),
                    List.of(Cell.text("none"), Cell.blank("not reported"))));

    @Test
    void a_spreadsheet_has_the_same_numbers_dates_codes_and_names() throws IOException {
        byte[] file = xlsx(Samples.everything(Page.PORTRAIT));
        Files.write(Samples.shelf("sample.xlsx"), file);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(6);
            Sheet sheet = book.getSheet("Support by donor");
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("Donor (code)");
            assertThat(sheet.getRow(0).getCell(3).getStringCellValue()).isEqualTo("Disbursed [USD]");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("SY");
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("Sylvania & <b>friends</b>");
            assertThat(sheet.getRow(1).getCell(3).getNumericCellValue()).isEqualTo(1234567.125);
            assertThat(sheet.getRow(1).getCell(4).getNumericCellValue()).isEqualTo(0.301);
            assertThat(sheet.getRow(1).getCell(5).getLocalDateTimeCellValue().toLocalDate())
                    .isEqualTo(LocalDate.of(2009, 1, 9));
            assertThat(sheet.getRow(3).getCell(1).getStringCellValue()).isEqualTo("وزارة الداخلية");
            assertThat(sheet.getRow(5).getCell(3).getStringCellValue()).isEqualTo("not enough information");
            assertThat(sheet.getRow(6)).as("a free row before the totals").isNull();
            assertThat(sheet.getRow(7).getCell(2).getNumericCellValue()).isEqualTo(12);
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        }
    }

    @Test
    void a_number_that_a_spreadsheet_cannot_hold_keeps_its_digits_beside_it() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx(Samples.of(NUMBERS))))) {
            Sheet sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(0).getCell(2).getStringCellValue()).isEqualTo("Amount (all digits)");
            assertThat(new BigDecimal(Double.toString(sheet.getRow(1).getCell(1).getNumericCellValue())))
                    .isEqualByComparingTo("1234567890123.45");
            assertThat(sheet.getRow(1).getCell(2)).isNull();
            assertThat(sheet.getRow(2).getCell(1).getNumericCellValue()).isEqualTo(5e21);
            assertThat(sheet.getRow(3).getCell(1).getNumericCellValue()).isEqualTo(12345678901234600.0);
            assertThat(sheet.getRow(3).getCell(2).getStringCellValue()).isEqualTo("12345678901234567.89");
            assertThat(sheet.getRow(4).getCell(1).getNumericCellValue()).isEqualTo(0.00000001);
            assertThat(sheet.getRow(5).getCell(2).getStringCellValue())
                    .startsWith("1000")
                    .hasSize(401);
        }
    }

    @Test
    void heads_and_numbers_of_a_spreadsheet_have_room() throws IOException {
        Table wide = new Table(
                "Wide",
                List.of(
                        Column.text("name", "Name"),
                        Column.decimal("a", "Disarmament, demobilisation, reintegration", "EUR", 0)
                                .measuring("disbursements"),
                        Column.decimal("b", "Total", "EUR", 2)),
                List.of(List.of(Cell.text("a"), Cell.number(7), Cell.number(new BigDecimal("1234567890.12345678")))),
                Optional.of(List.of(Cell.text("Total"), Cell.number(1_234_567_890_123L), Cell.blank(""))));
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx(Samples.of(wide))))) {
            Sheet sheet = book.getSheetAt(0);
            for (org.apache.poi.ss.usermodel.Cell head : sheet.getRow(0)) {
                assertThat(head.getCellStyle().getWrapText())
                        .as(head.getStringCellValue())
                        .isTrue();
            }
            assertThat(sheet.getRow(0).getCell(1).getStringCellValue())
                    .isEqualTo("Disarmament, demobilisation, reintegration [EUR, disbursements]");
            assertThat(sheet.getColumnWidth(1) / 256)
                    .as("its longest word, and the total with its commas")
                    .isGreaterThan("1,234,567,890,123".length());
            assertThat(sheet.getRow(0).getHeightInPoints()).isGreaterThan(40);
            assertThat(sheet.getRow(1).getCell(3).getStringCellValue()).isEqualTo("1234567890.12345678");
            assertThat(sheet.getColumnWidth(3) / 256).isGreaterThan("1234567890.12345678".length());
        }
    }

    @Test
    void the_last_sheet_tells_what_a_reader_must_know() throws IOException {
        Document plain = Samples.of(NUMBERS);
        Document told = new Document(
                plain.title(),
                plain.subtitle(),
                plain.language(),
                plain.page(),
                plain.blocks(),
                plain.version(),
                List.of(new Fact("Currency", "=EUR"), new Fact("Source", "long ".repeat(100))));
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx(told)))) {
            Sheet about = book.getSheet("About");
            assertThat(about.getRow(2).getCell(0).getStringCellValue()).isEqualTo("Currency");
            assertThat(about.getRow(2).getCell(1).getStringCellValue()).isEqualTo("=EUR");
            assertThat(about.getRow(3).getHeightInPoints())
                    .isGreaterThan(3 * about.getRow(2).getHeightInPoints());
        }
    }

    @Test
    void a_head_for_machines_begins_with_the_key_and_tells_what_the_key_does_not() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Table table = new Table(
                "Heads",
                List.of(
                        Column.decimal("area_4a", "4a Demobilisation", "EUR", 0)
                                .measuring("disbursements")
                                .withCodedKey(),
                        Column.decimal("commitments", "Commitments", "USD", 0),
                        Column.decimal("value", "Value", "", 0)),
                List.of());
        new CsvWriter().write(table, false, file);
        assertThat(file.toString(StandardCharsets.UTF_8))
                .isEqualTo("area_4a [4a Demobilisation; EUR; disbursements],commitments [USD],value\r\n");
    }

    @Test
    void a_large_table_is_streamed_and_complete() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx(Samples.of(Samples.large(12_345)))))) {
            Sheet sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(12_345);
            assertThat(sheet.getRow(12_345).getCell(0).getStringCellValue()).isEqualTo("A-12344");
            assertThat(sheet.getRow(12_345).getCell(3).getNumericCellValue()).isEqualTo(12.344);
        }
    }

    @Test
    void a_text_that_looks_like_a_formula_stays_a_text_in_a_spreadsheet() throws IOException {
        Table hostile = words("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx(Samples.of(hostile))))) {
            for (int row = 1; row <= hostile.rows().size(); row++) {
                assertThat(book.getSheetAt(0).getRow(row).getCell(0).getCellType())
                        .isEqualTo(CellType.STRING);
            }
            assertThat(book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("=1+1");
        }
    }

    @Test
    void forbidden_characters_and_endless_texts_do_not_break_a_spreadsheet() throws IOException {
        Table hostile = words(
                "a\u0000b\u001fc\ufffe\ud800d",
                Samples.noise(1_000_000),
                "😀".repeat(16_383) + Samples.noise(20),
                "<![CDATA[ ]]> &amp;");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx(Samples.of(hostile))))) {
            Sheet sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("a\ufffdb\ufffdc\ufffd\ufffdd");
            assertThat(sheet.getRow(2).getCell(0).getStringCellValue())
                    .hasSize(32_767)
                    .endsWith("…");
            assertThat(sheet.getRow(3).getCell(0).getStringCellValue())
                    .hasSize(32_767)
                    .endsWith("😀…");
            assertThat(sheet.getRow(4).getCell(0).getStringCellValue()).isEqualTo("<![CDATA[ ]]> &amp;");
        }
    }

    @Test
    void sheets_have_names_that_a_spreadsheet_takes() throws IOException {
        Table one = words("a");
        Table a = new Table("A/B: [what?] * \\ it is a name that is much too long", one.columns(), one.rows());
        Table about = new Table("about", one.columns(), one.rows());
        Table nameless = new Table("'?'", one.columns(), one.rows());
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx(Samples.of(a, a, about, nameless))))) {
            List<String> names = new ArrayList<>();
            book.sheetIterator().forEachRemaining(sheet -> names.add(sheet.getSheetName()));
            assertThat(names)
                    .containsExactly(
                            "A B what it is a name that is",
                            "A B what it is a name that (2)",
                            "about (2)",
                            "Table 4",
                            "About");
        }
    }

    @Test
    void a_spreadsheet_has_the_same_bytes_twice() throws IOException {
        assertThat(xlsx(Samples.everything(Page.PORTRAIT))).isEqualTo(xlsx(Samples.everything(Page.PORTRAIT)));
    }

    @Test
    void comma_separated_text_can_be_read_again() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new CsvWriter().write(Samples.table(), true, file);
        Files.write(Samples.shelf("sample.csv"), file.toByteArray());
        String text = file.toString(StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("\ufeffdonor_code,donor,activities,disbursed [USD],share,since,field\r\n")
                .endsWith("\r\n");
        List<CsvRecord> lines = records(text.substring(1));
        assertThat(lines.get(1).getFields())
                .containsExactly("SY", "Sylvania & <b>friends</b>", "4", "1234567.125", "0.301", "2009-01-09", "2b");
        assertThat(lines.get(4).getField(1)).isEqualTo("'=HYPERLINK(\"x\")");
        assertThat(lines.get(4).getField(3))
                .as("a negative number is not a formula")
                .isEqualTo("-12");
        assertThat(lines.get(5).getFields()).containsExactly("", "Marshovia", "1", "", "", "2011-12-31", "unknown");
        assertThat(lines).as("totals are left out").hasSize(6);
    }

    @Test
    void comma_separated_text_is_harmless_and_keeps_all_digits() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        CsvWriter writer = new CsvWriter();
        writer.write(words("=1", "+1", "-1", "@x", "\t=1", "＝1", "a,\"b\"\r\nc", "x\u0000y"), false, file);
        assertThat(records(file.toString(StandardCharsets.UTF_8)).stream().map(line -> line.getField(0)))
                .containsExactly("text", "'=1", "'+1", "'-1", "'@x", "'\t=1", "'＝1", "a,\"b\"\r\nc", "x\ufffdy");
        file.reset();
        writer.write(NUMBERS, false, file);
        assertThat(records(file.toString(StandardCharsets.UTF_8)).stream().map(line -> line.getField(1)))
                .contains("12345678901234567.89", "0.00000001", "5000000000000000000000", "");
    }

    private static List<CsvRecord> records(String text) {
        return CsvReader.builder().ofCsvRecord(text).stream().toList();
    }

    private static Table words(String... texts) {
        List<List<Cell>> rows = new ArrayList<>();
        for (String text : texts) {
            rows.add(List.of(Cell.text(text)));
        }
        return new Table("Words", List.of(Column.text("text", "Text")), rows);
    }

    private static byte[] xlsx(Document document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new XlsxWriter().write(document, out);
        return out.toByteArray();
    }
}
