package org.salus.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.frame.cli.CommandDoor;

/** {@code salus chains} as it is typed. */
class ChainsCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void activities() throws IOException {
        Path file = Files.writeString(folder.resolve("aid.xml"), """
                <iati-activities version="2.03"><iati-activity default-currency="USD"><iati-identifier>SE-0-GIVER</iati-identifier>
                <reporting-org ref="SE-0" type="10"><narrative>Sida</narrative></reporting-org>
                <title><narrative>Police posts</narrative></title><recipient-country code="BI"/>
                <transaction><transaction-type code="3"/><transaction-date iso-date="2012-01-01"/><value value-date="2012-01-01">1500</value>
                <receiver-org ref="NL-KVK-7" receiver-activity-id="NL-KVK-7-TAKER"/></transaction></iati-activity>
                <iati-activity default-currency="USD"><iati-identifier>NL-KVK-7-TAKER</iati-identifier>
                <reporting-org ref="NL-KVK-7" type="21"><narrative>Mercy Bridge</narrative></reporting-org>
                <title><narrative>Building police posts</narrative></title><recipient-country code="BI"/>
                <transaction><transaction-type code="3"/><transaction-date iso-date="2012-02-01"/><value value-date="2012-02-01">1200</value>
                <receiver-org><narrative>Masons of Ngozi</narrative></receiver-org></transaction></iati-activity></iati-activities>""");
        try (Evidence evidence = Evidence.open(folder.resolve("data"))) {
            evidence.loads().load(List.of(new LoadInput("aid.xml", "", file)), null, Progress.SILENT);
        }
    }

    private record Told(int code, String out, String err) {}

    private Told type(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandDoor("test", Salus.commands())
                .answer(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Told(code, out.toString(), err.toString());
    }

    @Test
    void chains_what_is_set_aside_and_totals_both_ways() {
        Told told = type("chains", "Burundi");
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.out().lines()).containsExactly("Sida\tSE-0-GIVER > NL-KVK-7-TAKER\tMasons of Ngozi");
        assertThat(told.err().replaceAll("[\\u00a0\\u202f]", ","))
                .contains("Disbursements: 2,700 USD published = 1,500 counted once + 1,200 set aside");
        assertThat(type("chains", "BDI", "--set-aside").out())
                .startsWith("NL-KVK-7-TAKER\t1\tdisbursements\t")
                .contains("It was handed on out of what came in from SE-0-GIVER");
        assertThat(type("chains", "BDI", "--format", "json").out())
                .contains(
                        "\"counted_once\":{\"commitments\":\"0\",\"disbursements\":\"1500\"",
                        "\"rule\":\"handed-on\"",
                        "\"chains_complete\":true");
        assertThat(type("chains", "Nowhere").code()).isNotZero();
    }
}
