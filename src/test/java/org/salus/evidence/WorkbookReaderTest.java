package org.salus.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table says the same on a sheet as in a text, whichever kind it is of. */
class WorkbookReaderTest {
    private static final List<Object> EVENT_COLUMNS = List.of(
            "id",
            "year",
            "type_of_violence",
            "side_a",
            "side_b",
            "country",
            "best",
            "low",
            "high",
            "date_start",
            "latitude",
            "longitude");

    private static List<Object> event(int id, int best) {
        return List.of(
                id,
                2004,
                1,
                "Government of Burundi",
                "Rebels of the example",
                "Burundi",
                best,
                best,
                best,
                LocalDate.of(2004, 2, 29),
                -3.38,
                29.36);
    }

    /** What a spreadsheet program never writes is told in our words, not in those of a library. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY a 'x'>]><worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&a;</t></is></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row r=\"99999999999\"><c r=\"A99999999999\"><v>1</v></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row r=\"1\">"
            })
    void a_workbook_that_no_program_writes_is_told_in_a_sentence(String sheet) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.createSheet("Data").createRow(0).createCell(0).setCellValue(1);
            book.write(bytes);
        }
        byte[] changed = withSheet(bytes.toByteArray(), sheet);
        assertThatThrownBy(() -> TableRows.workbook(new ByteArrayInputStream(changed), (line, cells) -> true))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageStartingWith("The workbook is damaged")
                .hasMessageNotContainingAny("For input string", "row,col");
    }

    private static byte[] withSheet(byte[] book, String sheet) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(book));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        entry.getName().endsWith("sheet1.xml")
                                ? sheet.getBytes(StandardCharsets.UTF_8)
                                : in.readAllBytes());
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void a_workbook_of_a_small_program_without_formats_and_shared_texts_is_read() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            packed(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                    <Override PartName="/xl/sheet.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                    </Types>""");
            packed(zip, "xl/workbook.xml", """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                    <sheets><sheet name="Plan" sheetId="1" r:id="r1"/></sheets></workbook>""");
            packed(zip, "xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="sheet.xml"/>
                    </Relationships>""");
            packed(zip, "xl/sheet.xml", """
                    <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                    <row r="1"><c r="A1" t="inlineStr"><is><t>Title</t></is></c><c r="B1"><v>12.5</v></c></row>
                    </sheetData></worksheet>""");
        }
        List<List<String>> rows = new ArrayList<>();
        TableRows.workbookOrText(new ByteArrayInputStream(bytes.toByteArray()), (line, cells) -> rows.add(cells));
        assertThat(rows).containsExactly(List.of("Title", "12.5"));
    }

    private static void packed(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Test
    void events_are_read_from_a_sheet_with_days_that_are_numbers() throws IOException {
        FoundFacts found = FoundFacts.in(
                "events.xlsx",
                new Book().sheet("Data", EVENT_COLUMNS, event(7, 3)).bytes());
        assertThat(found.events).singleElement().satisfies(event -> {
            assertThat(event.iso3()).isEqualTo("BDI");
            assertThat(event.start()).isEqualTo(LocalDate.of(2004, 2, 29));
            assertThat(event.best()).isEqualTo(3);
        });
        assertThat(found.issues).isEmpty();
    }

    @Test
    void amounts_of_the_creditor_system_are_read_from_a_sheet() throws IOException {
        FoundFacts found = FoundFacts.in(
                "crs.xlsx",
                new Book()
                        .sheet(
                                "Amounts",
                                List.of("Year", "Recipient_name", "Purpose_code", "USD_million"),
                                List.of(2015, "Burundi", 15210, 0.25))
                        .bytes());
        assertThat(found.amounts).singleElement().satisfies(amount -> {
            assertThat(amount.purpose()).isEqualTo("15210");
            assertThat(amount.millionUsd()).isEqualByComparingTo("0.25");
        });
    }

    @Test
    void one_workbook_may_hold_tables_of_several_kinds_and_notes_between_them() throws IOException {
        FoundFacts found = FoundFacts.in(
                "sipri-and-events.xlsx",
                new Book()
                        .sheet("Read me", List.of("What this is"))
                        .sheet("North", List.of("Events of the north"), EVENT_COLUMNS, event(1, 2))
                        .sheet("South", EVENT_COLUMNS, event(1, 9), event(2, 4))
                        .sheet(
                                "Spending",
                                List.of("Entity", "Year", "military_expenditure_share_gdp"),
                                List.of("Burundi", 2005, 4.44))
                        .bytes());
        assertThat(found.events).extracting(ConflictEvent::best).containsExactly(2, 4);
        assertThat(found.issues).extracting(ImportIssue::kind).containsExactly(IssueKind.REPEATED_ROW);
        assertThat(found.value("share-of-gdp", "BDI", 2005)).contains(new BigDecimal("4.44"));
    }

    @Test
    void a_workbook_of_notes_alone_is_nothing_that_is_read() {
        assertThatThrownBy(() -> FoundFacts.in(
                        "notes.xlsx",
                        new Book().sheet("Notes", List.of("Nothing")).bytes()))
                .isInstanceOf(UnreadableFile.class);
    }

    /** A workbook being written. */
    private static final class Book {
        private final XSSFWorkbook book = new XSSFWorkbook();
        private final CellStyle day = book.createCellStyle();

        Book() {
            day.setDataFormat(book.createDataFormat().getFormat("d mmm yyyy"));
        }

        @SafeVarargs
        final Book sheet(String name, List<Object>... rows) {
            XSSFSheet sheet = book.createSheet(name);
            for (List<Object> values : rows) {
                Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                for (Object value : values) {
                    Cell cell = row.createCell(Math.max(row.getLastCellNum(), 0));
                    switch (value) {
                        case Number number -> cell.setCellValue(number.doubleValue());
                        case LocalDate date -> {
                            cell.setCellValue(date);
                            cell.setCellStyle(day);
                        }
                        default -> cell.setCellValue(value.toString());
                    }
                }
            }
            return this;
        }

        InputStream bytes() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return new ByteArrayInputStream(bytes.toByteArray());
        }
    }
}
