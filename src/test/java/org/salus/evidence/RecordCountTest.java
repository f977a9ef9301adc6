package org.salus.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salus.SharedData;

/** Agreements, laws and reforms as figures per country and year, by a descriptor in the data folder's {@code sources}. */
class RecordCountTest {
    private static final String DESCRIPTOR = """
            id: invented-provisions
            publisher: Nobody
            title: Provisions of invented agreements
            columns: [agreement, signed, country, provision, police]
            country: {column: country, further: [other], codes: iso3}
            year: {column: signed}
            unique: [agreement, provision]
            indicators:
              - {count: rows, id: provisions, name: Provisions, direction: neutral}
              - {count: distinct, column: agreement, id: agreements, name: Agreements, direction: neutral}
              - {count: distinct, column: agreement, where: police, id: police, name: Agreements on the police, direction: neutral}
            """;

    private static final String TABLE = """
            agreement,signed,country,other,provision,police
            A1,2001-03-05,BDI,,truce,0
            A1,2001-03-05,BDI,,vetting,1
            A1,2001-03-05,BDI,,training,1
            A2,2001-11-20,BDI,RWA,borders,0
            A3,2004-01-01,BDI,,pay,yes
            """;

    @TempDir
    private Path folder;

    private FoundFacts read(String descriptor, String table) throws IOException {
        return read(descriptor, "provisions.csv", table.getBytes(StandardCharsets.UTF_8));
    }

    private FoundFacts read(String descriptor, String name, byte[] file) throws IOException {
        Files.writeString(folder.resolve("own.yaml"), descriptor);
        return FoundFacts.in(new TableReaders(Countries.shipped(), folder), name, new ByteArrayInputStream(file));
    }

    @ParameterizedTest
    @CsvSource({
        "provisions, BDI, 2001, 4",
        "agreements, BDI, 2001, 2",
        "police,     BDI, 2001, 1",
        "agreements, RWA, 2001, 1",
        "police,     RWA, 2001, 0",
        "provisions, BDI, 2004, 1",
        "police,     BDI, 2004, 1",
    })
    void rows_different_values_and_rows_with_a_flag_are_counted_per_country_and_year(
            String series, String iso3, int year, String expected) throws IOException {
        FoundFacts found = read(DESCRIPTOR, TABLE);
        assertThat(found.value(series, iso3, year)).contains(new BigDecimal(expected));
        assertThat(found.issues).isEmpty();
    }

    @Test
    void a_year_without_a_record_has_no_figure_unless_the_table_is_complete_there() throws IOException {
        assertThat(read(DESCRIPTOR, TABLE).value("agreements", "BDI", 2002)).isEmpty();
        FoundFacts complete = read(DESCRIPTOR + "covers: {from: 2000, until: 2005}\n", TABLE);
        assertThat(complete.value("agreements", "BDI", 2002)).contains(BigDecimal.ZERO);
        assertThat(complete.value("agreements", "BDI", 2000)).contains(BigDecimal.ZERO);
        assertThat(complete.value("agreements", "RWA", 2005)).contains(BigDecimal.ZERO);
        assertThat(complete.value("agreements", "BDI", 2006)).isEmpty();
        assertThat(complete.value("agreements", "COD", 2002))
                .as("not in the table")
                .isEmpty();
        assertThat(complete.value("agreements", "BDI", 2001)).contains(BigDecimal.TWO);
    }

    @Test
    void without_an_end_a_table_is_complete_until_its_last_record() throws IOException {
        FoundFacts found = read(DESCRIPTOR + "covers: {from: 2000}\n", TABLE);
        assertThat(found.value("agreements", "RWA", 2004)).contains(BigDecimal.ZERO);
        assertThat(found.value("agreements", "RWA", 2005)).isEmpty();
    }

    @Test
    void what_is_not_counted_is_said_row_by_row() throws IOException {
        FoundFacts found = read(DESCRIPTOR + "covers: {from: 2000, until: 2005}\n", TABLE + """
                A1,2001-03-05,BDI,,vetting,1
                A4,,BDI,,truce,0
                A5,soon,BDI,,truce,0
                A6,1999-05-05,BDI,,truce,0
                A7,2001-05-05,Atlantis,,truce,0
                A8,2001-05-05,,,truce,0
                A9,2001-05-05,World,,truce,0
                """);
        assertThat(found.issues)
                .extracting(issue -> issue.line() + " " + issue.kind() + " " + String.join("|", issue.arguments()))
                .containsExactly(
                        "7 REPEATED_ROW A1 vetting",
                        "8 ROW_WITHOUT_YEAR signed|",
                        "9 ROW_WITHOUT_YEAR signed|soon",
                        "10 OUTSIDE_YEARS 1999|2000–2005",
                        "11 UNKNOWN_COUNTRY Atlantis",
                        "12 ROW_WITHOUT_COUNTRY ",
                        "13 NOT_A_COUNTRY World");
        assertThat(found.value("provisions", "BDI", 2001)).contains(new BigDecimal("4"));
    }

    @Test
    void where_it_is_open_whether_a_row_counts_there_is_no_figure() throws IOException {
        FoundFacts found = read(DESCRIPTOR, TABLE + """
                A3,2004-01-01,BDI,,arms,
                ,2001-06-06,RWA,,arms,1
                """);
        assertThat(found.value("police", "BDI", 2004))
                .as("one row does not say")
                .isEmpty();
        assertThat(found.value("provisions", "BDI", 2004)).contains(BigDecimal.TWO);
        assertThat(found.value("agreements", "RWA", 2001)).as("one has no name").isEmpty();
        assertThat(found.value("provisions", "RWA", 2001)).contains(BigDecimal.TWO);
        assertThat(found.issues).extracting(ImportIssue::kind).containsOnly(IssueKind.COUNT_OPEN);
        assertThat(found.issues.getFirst().arguments())
                .containsExactly("", "police", "Agreements on the police", "Burundi 2004");
    }

    @Test
    void without_columns_that_tell_records_apart_only_the_same_row_twice_is_a_repetition() throws IOException {
        FoundFacts found = read(DESCRIPTOR.replace("unique: [agreement, provision]\n", ""), TABLE + """
                A3,2004-01-01,BDI,,pay,yes
                A3,2004-01-01,BDI,,pay,no
                """);
        assertThat(found.value("provisions", "BDI", 2004)).contains(BigDecimal.TWO);
        assertThat(found.issues).singleElement().extracting(ImportIssue::line).isEqualTo(7L);
    }

    @Test
    void where_one_cell_ends_and_the_next_begins_tells_records_apart() throws IOException {
        FoundFacts found = read(DESCRIPTOR, TABLE + """
                        B1,2005-01-01,BDI,,1,0
                        B,2005-01-01,BDI,,11,0
                        """);
        assertThat(found.value("provisions", "BDI", 2005)).contains(BigDecimal.TWO);
        assertThat(found.issues).isEmpty();
    }

    @Test
    void the_sheets_of_a_workbook_are_counted_together() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            for (String sheet : List.of("North", "South")) {
                XSSFSheet rows = book.createSheet(sheet);
                write(rows, 0, "agreement", "signed", "country", "other", "provision", "police");
                write(rows, 1, "A1", "2001-03-05", "BDI", "", sheet, "0");
                write(rows, 2, "A1", "2001-03-05", "BDI", "", "both", "0");
            }
            book.write(bytes);
        }
        FoundFacts found = read(DESCRIPTOR, "provisions.xlsx", bytes.toByteArray());
        assertThat(found.value("provisions", "BDI", 2001)).contains(new BigDecimal("3"));
        assertThat(found.value("agreements", "BDI", 2001)).contains(BigDecimal.ONE);
        assertThat(found.issues).extracting(ImportIssue::kind).containsExactly(IssueKind.REPEATED_ROW);
    }

    private static void write(XSSFSheet sheet, int number, String... cells) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count: rows|count: some",
                "count: distinct, column: agreement, id: agreements|count: distinct, id: agreements",
                "count: rows|column: police",
                "police, id: police|police, set: [a], unset: [a], id: police",
                "year: {column: signed}|year: {columns: true}",
                "unique: [agreement, provision]|covers: {until: 2000}",
                "unique: [agreement, provision]|covers: {from: soon}",
                "unique: [agreement, provision]|covers: {from: 2000, until: 1999}",
                "unique: [agreement, provision]|covers: 2000-2005",
                "unique: [agreement, provision]|covers: {form: 2000}",
                "unique: [agreement, provision]|unique: agreement",
                "unique: [agreement, provision]|unique: [[agreement, provision]]",
                "further: [other]|further: other",
                "police, id: police|police, set: 'on', id: police",
                "id: police,|id: agreements,",
                "where: police|were: police",
            })
    void a_descriptor_that_cannot_be_used_says_so(String right, String wrong) throws IOException {
        assertThat(DESCRIPTOR).contains(right);
        Files.writeString(folder.resolve("own.yaml"), DESCRIPTOR.replace(right, wrong));
        assertThat(Descriptors.with(folder).issues())
                .extracting(ImportIssue::kind)
                .containsExactly(IssueKind.DESCRIPTOR_BROKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "agreements,   COL, 1991, 16",
        "police,       COL, 1991, 3",
        "disarmament,  COL, 1991, 10",
        "agreements,   BDI, 2003, 7",
        "armed-forces, BDI, 2003, 2",
        "police,       RWA, 1993, 3",
        "police,       BIH, 1994, 3",
        "agreements,   COL, 2005, 0",
    })
    void published_agreements_are_counted(String series, String iso3, int year, String expected) throws IOException {
        FoundFacts found = FoundFacts.in(SharedData.file("peace/pax-ssr-before-2010.csv"));
        assertThat(found.values).extracting(IndicatorSeries::descriptor).containsOnly("pa-x-agreements");
        assertThat(found.value(series, iso3, year)).contains(new BigDecimal(expected));
        assertThat(found.issues(IssueKind.ROW_WITHOUT_COUNTRY)).hasSize(18);
    }

    @ParameterizedTest
    @CsvSource({
        "agreements, BDI, 2003, 2",
        "training,   BDI, 2003, 2",
        "training,   SDN, 2004, 0",
        "training,   ISR, 1995, 1",
        "rights,     SDN, 2005, 0",
    })
    void a_published_table_of_provisions_is_counted_by_a_descriptor_of_ones_own(
            String series, String iso3, int year, String expected) throws IOException {
        FoundFacts found = read("""
                id: police-provisions
                publisher: Authors of the table
                title: Provisions on police reform
                columns: [iso2c, Year, PAID, train]
                country: {column: iso2c, codes: iso2}
                year: {column: Year}
                unique: [PAID]
                indicators:
                  - {count: rows, id: agreements, name: Agreements, direction: neutral}
                  - {count: rows, where: train, id: training, name: Agreements on training, direction: neutral}
                  - {count: rows, where: hum_r, id: rights, name: Agreements on human rights, direction: neutral}
                """, "p.csv", Files.readAllBytes(SharedData.file("ssr/p_comb.csv")));
        assertThat(found.value(series, iso3, year)).contains(new BigDecimal(expected));
        assertThat(found.value("training", "ISR", 1998))
                .as("nothing stands there")
                .isEmpty();
        assertThat(found.value("agreements", "ISR", 1998)).contains(BigDecimal.ONE);
        assertThat(found.issues).extracting(ImportIssue::kind).containsOnly(IssueKind.COUNT_OPEN);
    }
}
