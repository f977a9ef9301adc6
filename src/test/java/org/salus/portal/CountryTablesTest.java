package org.salus.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.Wording;
import org.salus.portfolio.Supports;

/** Tables of a country whose two reporters train its police in the same years, one of them paying with a value date of another year. */
class CountryTablesTest {
    private static final Wording ENGLISH = Wording.english();

    @TempDir
    static Path folder;

    private static Evidence evidence;

    @BeforeAll
    static void load() throws IOException {
        Path file = folder.resolve("police.xml");
        Files.writeString(
                file,
                "<iati-activities version=\"2.03\">"
                        + activity("XX-1-A", "XX-1", "First ministry", "EUR", "2019-01-15", "2018-12-20", "1000")
                        + activity("YY-2-B", "YY-2", "Second agency", "USD", "2019-03-01", "2019-03-01", "500")
                        + activity("ZZ-3-C", "ZZ-3", "Third embassy", "USD", "2019-04-01", "2019-04-01", "300")
                        + "</iati-activities>");
        evidence = Evidence.open(folder.resolve("data"));
        evidence.loads().load(List.of(new LoadInput("police.xml", file.toString(), file)), null, Progress.SILENT);
    }

    @AfterAll
    static void close() {
        evidence.close();
    }

    private static String activity(
            String identifier,
            String ref,
            String reporter,
            String currency,
            String day,
            String valueDay,
            String amount) {
        return """
                <iati-activity default-currency="%s"><iati-identifier>%s</iati-identifier>
                <reporting-org ref="%s" type="10"><narrative>%s</narrative></reporting-org>
                <title><narrative>Training of the police, %s</narrative></title>
                <participating-org role="1" type="10"><narrative>%s</narrative></participating-org>
                <activity-status code="2"/><activity-date type="2" iso-date="2019-01-01"/>
                <recipient-country code="BI"/><sector vocabulary="1" code="15132"/>
                <transaction><transaction-type code="3"/><transaction-date iso-date="%s"/>
                <value value-date="%s">%s</value></transaction></iati-activity>
                """.formatted(currency, identifier, ref, reporter, reporter, reporter, day, valueDay, amount);
    }

    private static CountryTables tables(Map<String, String> choices) {
        Address here = Address.of("/countries/BDI");
        for (Map.Entry<String, String> choice : choices.entrySet()) {
            here = here.with(choice.getKey(), choice.getValue());
        }
        CountryQuestion question = CountryQuestion.of("BDI", here);
        Briefs briefs = new Briefs(evidence, Supports.shipped());
        return new CountryTables(
                evidence.snapshot(),
                briefs.premises(),
                briefs.supports(),
                briefs.of(question),
                question,
                LocalDate.of(2026, 1, 1),
                ENGLISH);
    }

    private static String word(Table table, int row, String key) {
        int column = table.columns().stream().map(Column::key).toList().indexOf(key);
        return table.rows().get(row).get(column).words();
    }

    @Test
    void a_row_names_the_year_of_its_rate_which_need_not_be_its_own() {
        Table rows = tables(Map.of("activity", "XX-1-A")).get("rows");

        assertThat(word(rows, 0, "year")).isEqualTo("2019");
        assertThat(word(rows, 0, "currency")).isEqualTo("EUR");
        assertThat(word(rows, 0, "rate_year")).isEqualTo("2018");
        assertThat(rows.footer().orElseThrow()).hasSameSizeAs(rows.columns());
        Table inFrancs = tables(Map.of("activity", "XX-1-A", "currency", "CHF")).get("rows");
        assertThat(word(inFrancs, 0, "rate_year")).isEqualTo("2018");
        assertThat(inFrancs.rows().getFirst()).hasSameSizeAs(inFrancs.columns());
        // What was published in the currency of the table is not converted at all.
        Table inEuros = tables(Map.of("activity", "XX-1-A", "currency", "EUR")).get("rows");
        assertThat(word(inEuros, 0, "rate_year")).isEmpty();
    }

    @Test
    void findings_are_one_table_and_each_is_one_by_its_key() {
        Table all = tables(Map.of()).get(CoordinationTables.FINDINGS);
        List<String> keys = all.rows().stream()
                .map(row -> row.get(1).code().orElseThrow())
                .distinct()
                .toList();

        assertThat(keys).isNotEmpty();
        int rows = 0;
        for (String key : keys) {
            Table one = tables(Map.of(CoordinationTables.FINDING, key)).get(CoordinationTables.FINDINGS);
            assertThat(one.rows()).isNotEmpty();
            assertThat(one.footer()).isPresent();
            assertThat(one.caption()).isEqualTo(word(all, rows, "finding"));
            rows += one.rows().size();
        }
        assertThat(all.rows()).hasSize(rows);
        assertThat(all.footer()).isEmpty();
        // A file without its page still says which activity is meant.
        assertThat(all.rows())
                .allSatisfy(row -> assertThat(row.get(2).code().orElseThrow()).isIn("XX-1-A", "YY-2-B", "ZZ-3-C"));
    }

    @Test
    void a_key_that_no_finding_has_is_told() {
        assertThatThrownBy(() -> tables(Map.of(CoordinationTables.FINDING, "overlap/9z/nobody/never"))
                        .get(CoordinationTables.FINDINGS))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("overlap/9z/nobody/never")
                .hasMessageContaining("Burundi");
    }

    @Test
    void money_by_field_and_counted_once_adds_up_to_what_is_published() {
        Table totals = tables(Map.of()).get(ChainTables.TOTALS);
        Table rows = tables(Map.of("measure", "disbursements")).get("rows");

        assertThat(totals.rows()).hasSize(1);
        assertThat(number(totals, 0, "published"))
                .isEqualByComparingTo(((Cell.Content.Quantity)
                                rows.footer().orElseThrow().getLast().content())
                        .value());
        assertThat(number(totals, 0, "counted")).isEqualByComparingTo(number(totals, 0, "published"));
        assertThat(tables(Map.of()).get(ChainTables.SET_ASIDE).rows()).isEmpty();
    }

    private static java.math.BigDecimal number(Table table, int row, String key) {
        int column = table.columns().stream().map(Column::key).toList().indexOf(key);
        return ((Cell.Content.Quantity) table.rows().get(row).get(column).content()).value();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BDI", "COD"})
    void every_table_can_be_had_also_where_nothing_is_loaded(String country) {
        CountryQuestion question = CountryQuestion.of(country, Address.of("/countries/" + country));
        Briefs briefs = new Briefs(evidence, Supports.shipped());
        CountryTables tables = new CountryTables(
                evidence.snapshot(),
                briefs.premises(),
                briefs.supports(),
                briefs.of(question),
                question,
                LocalDate.of(2026, 1, 1),
                ENGLISH);
        for (String name : CountryTables.names()) {
            Table table = tables.get(name);
            assertThat(table.rows()).as(name).allSatisfy(row -> assertThat(row).hasSameSizeAs(table.columns()));
        }
    }
}
