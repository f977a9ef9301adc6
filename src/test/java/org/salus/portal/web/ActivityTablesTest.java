package org.salus.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.framework.Wording;

/** What the page of an activity tells of its transactions and results. */
class ActivityTablesTest {
    @TempDir
    Path folder;

    private static final String SAYS_ALL = """
            <iati-activities version="2.03"><iati-activity default-currency="USD"><iati-identifier>A-1</iati-identifier>
            <transaction ref="REF-7"><transaction-type code="2"/><transaction-date iso-date="2012-05-06"/><value>5</value>
            <provider-org ref="PROVIDER-1" provider-activity-id="PROVIDER-1-A"><narrative>Provider</narrative></provider-org>
            <receiver-org ref="RECEIVER-1" receiver-activity-id="RECEIVER-1-A"><narrative>Receiver</narrative></receiver-org>
            <sector vocabulary="1" code="15210"/><recipient-country code="BI"/></transaction>
            <transaction><transaction-type code="3"/><value>6</value></transaction>
            <result type="1"><title><narrative>Trust</narrative></title><description><narrative>People trust the police</narrative></description>
            <indicator><title><narrative>Share</narrative></title><baseline year="2009" value="20"/>
            <period><period-start iso-date="2010-01-01"/><period-end iso-date="2010-12-31"/><target value="40"/></period></indicator></result>
            </iati-activity></iati-activities>
            """;

    private Map<String, Table> tables(String xml) throws IOException {
        Path file = Files.writeString(folder.resolve("a.xml"), xml);
        try (Evidence evidence = Evidence.open(folder.resolve("data"))) {
            evidence.loads().load(List.of(new LoadInput("a.xml", "a.xml", file)), null, Progress.SILENT);
            return new ActivityTables(Wording.english())
                    .of(evidence.snapshot().activities().get("A-1"));
        }
    }

    @Test
    void what_a_transaction_says_for_itself_is_told() throws IOException {
        Table details = java.util.Objects.requireNonNull(tables(SAYS_ALL).get("transaction-details"));
        assertThat(details.rows()).hasSize(1);
        assertThat(details.rows().toString())
                .contains("REF-7", "15210", "Burundi", "PROVIDER-1", "PROVIDER-1-A", "RECEIVER-1", "RECEIVER-1-A");
    }

    @Test
    void a_result_tells_what_it_is_since_when_and_from_where() throws IOException {
        Map<String, Table> tables = tables(SAYS_ALL);
        assertThat(String.valueOf(tables.get("result-details"))).contains("People trust the police");
        Table results = java.util.Objects.requireNonNull(tables.get("results"));
        assertThat(results.columns()).extracting(Column::key).contains("baseline_year", "start", "until");
        assertThat(results.rows().toString()).contains("2009", "2010-01-01");
    }

    @Test
    void transactions_that_say_nothing_more_have_no_second_table() throws IOException {
        String plain = SAYS_ALL.replaceAll("(?s)<transaction ref.*?</transaction>", "")
                .replaceAll("<description>.*?</description>", "");
        assertThat(tables(plain))
                .containsKeys("transactions", "results")
                .doesNotContainKeys("transaction-details", "result-details");
    }
}
