package org.salus.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningSalus;
import org.salus.Salus;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.frame.cli.CommandDoor;
import tools.jackson.databind.json.JsonMapper;

/** Money counted once through its doors: the page with its three lists, the API, the command. */
@Tag("slow")
class ChainDoorsTest {
    /** Money that goes from one activity into another, and two reports that may be of one. */
    static final String FILE = """
            <iati-activities version="2.03"><iati-activity default-currency="USD"><iati-identifier>SE-0-GIVER</iati-identifier>
            <reporting-org ref="SE-0" type="10"><narrative>Sida</narrative></reporting-org>
            <title><narrative>Police posts</narrative></title><recipient-country code="BI"/>
            <transaction><transaction-type code="3"/><transaction-date iso-date="2012-01-01"/><value value-date="2012-01-01">1500</value>
            <receiver-org ref="NL-KVK-7" receiver-activity-id="NL-KVK-7-TAKER"/></transaction></iati-activity>
            <iati-activity default-currency="USD"><iati-identifier>NL-KVK-7-TAKER</iati-identifier>
            <reporting-org ref="NL-KVK-7" type="21"><narrative>Mercy &lt;b&gt; Bridge</narrative></reporting-org>
            <title><narrative>Building &lt;b&gt; police posts</narrative></title><recipient-country code="BI"/>
            <transaction><transaction-type code="3"/><transaction-date iso-date="2012-02-01"/><value value-date="2012-02-01">1200</value>
            <receiver-org><narrative>Masons of Ngozi</narrative></receiver-org></transaction></iati-activity>
            <iati-activity default-currency="USD"><iati-identifier>GB-1-TWIN</iati-identifier>
            <reporting-org ref="GB-1" type="10"><narrative>DFID</narrative></reporting-org>
            <title><narrative>Training of prison officers in Gitega</narrative></title><recipient-country code="BI"/>
            <transaction><transaction-type code="3"/><transaction-date iso-date="2011-03-04"/><value value-date="2011-03-04">777</value></transaction>
            </iati-activity>
            <iati-activity default-currency="USD"><iati-identifier>DE-9-TWIN</iati-identifier>
            <reporting-org ref="DE-9" type="21"><narrative>Helpers</narrative></reporting-org>
            <title><narrative>Training of prison officers in Gitega</narrative></title><recipient-country code="BI"/>
            <transaction><transaction-type code="3"/><transaction-date iso-date="2011-03-04"/><value value-date="2011-03-04">777</value></transaction>
            </iati-activity></iati-activities>""";

    @TempDir
    private static Path folder;

    private static RunningSalus salus;

    @BeforeAll
    static void start() throws IOException {
        Path file = Files.writeString(folder.resolve("aid.xml"), FILE);
        try (Evidence evidence = Evidence.open(folder.resolve("data"))) {
            evidence.loads().load(List.of(new LoadInput("aid.xml", "", file)), null, Progress.SILENT);
        }
        salus = RunningSalus.on(folder.resolve("data"));
    }

    @AfterAll
    static void stop() throws IOException {
        salus.close();
    }

    @Test
    void the_page_tells_what_is_set_aside_and_where_it_is_counted() throws Exception {
        assertThat(salus.get("/countries/BDI/chains").body())
                .contains(
                        "told twice?",
                        "Building &lt;b&gt; police posts",
                        "handed on out of what came in from SE-0-GIVER")
                .contains("One row set aside", "One chain of money", "One pair that may be one")
                .doesNotContain("[portal.", "[portfolio.", "[coordination.", "<b> police");
        assertThat(salus.get("/countries/BDI/chains?show=chains").body())
                .contains("Sida", "Masons of Ngozi", "names NL-KVK-7-TAKER as the activity it goes into")
                .doesNotContain("[portal.");
        assertThat(salus.get("/countries/BDI/chains?show=proposals").body())
                .contains("Training of prison officers in Gitega", "one payment of the same day")
                .doesNotContain("[portal.");
        assertThat(salus.get("/countries/BDI/chains?from=2013").body()).contains("Nothing set aside");
        assertThat(salus.get("/countries/TCD/chains").statusCode()).isEqualTo(200);
        assertThat(salus.get("/countries/BDI/chains?show=best").body()).contains("set-aside, chains, proposals");
    }

    @Test
    void coordination_says_how_much_of_its_money_is_told_twice() throws Exception {
        assertThat(salus.get("/countries/BDI/coordination").body())
                .contains("told again by another activity", "/countries/BDI/chains")
                .doesNotContain("[coordination.");
        assertThat(salus.get("/api/v1/countries/BDI/findings").body())
                .contains("\"set_aside_where_counted_once\":\"1200\"");
    }

    /** Who opens a figure of a pivot finds rows that add up to it, what is set aside of them beside them. */
    @Test
    void a_pivot_counts_once_says_so_and_its_figures_lead_to_what_is_set_aside() throws Exception {
        String once =
                salus.get("/api/v1/countries/BDI/pivot?measure=disbursements").body();
        String published = salus.get("/api/v1/countries/BDI/pivot?measure=disbursements&counted=published")
                .body();
        JsonMapper json = JsonMapper.shared();
        assertThat(json.readTree(once).get("set_aside").asString()).isEqualTo("1200");
        assertThat(json.readTree(once).get("published"))
                .isEqualTo(json.readTree(published).get("total"));
        BigDecimal counted = new BigDecimal(json.readTree(once).get("total").asString());
        assertThat(counted.add(new BigDecimal("1200")))
                .isEqualByComparingTo(json.readTree(published).get("total").asString());
        assertThat(salus.get("/countries/BDI/pivot?measure=disbursements").body())
                .contains(
                        "of it is told again by files and left out here",
                        "/countries/BDI/rows?measure=disbursements&amp;counted=once",
                        "counted=published")
                .doesNotContain("[portal.");
        assertThat(salus.get("/countries/BDI/pivot?measure=disbursements&counted=published")
                        .body())
                .doesNotContain("left out here");
        assertThat(salus.get("/countries/BDI/rows?measure=disbursements&counted=once")
                        .body())
                .contains("As published", "told again and set aside", "handed on out of what came in from SE-0-GIVER")
                .doesNotContain("[portal.");
        assertThat(json.readTree(salus.get("/api/v1/countries/BDI/rows?measure=disbursements&counted=once")
                                .body())
                        .get("set_aside")
                        .get("disbursements")
                        .asString())
                .isEqualTo("1200");
        List<String> file = salus.get("/countries/BDI/rows.csv?measure=disbursements&counted=once")
                .body()
                .lines()
                .toList();
        assertThat(file.getFirst()).endsWith("set_aside [USD],counted [USD]");
        assertThat(file.stream()
                        .skip(1)
                        .filter(line -> !line.startsWith(",") && !line.startsWith("Total"))
                        .map(line -> new BigDecimal(line.substring(line.lastIndexOf(',') + 1)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(counted);
        assertThat(salus.get("/countries/BDI/places?measure=disbursements").body())
                .contains("of it is told again by files");
        assertThat(salus.get("/countries/BDI/pivot?counted=twice").statusCode()).isEqualTo(400);
    }

    @Test
    void the_api_and_the_command_line_give_the_same_bytes() throws Exception {
        StringWriter out = new StringWriter();
        new CommandDoor("test", Salus.commands())
                .answer(
                        new PrintWriter(out),
                        new PrintWriter(new StringWriter()),
                        "chains",
                        "BDI",
                        "--format",
                        "json",
                        "--data",
                        folder.resolve("data").toString());
        assertThat(salus.get("/api/v1/countries/Burundi/chains").body())
                .contains("\"rule\":\"handed-on\"")
                .isEqualTo(out.toString().strip());
        assertThat(salus.get("/api/v1/countries/BDI/chains?area=2b").statusCode())
                .isEqualTo(400);
        assertThat(salus.get("/api/v1/countries/XQQ/chains").statusCode()).isEqualTo(404);
    }
}
