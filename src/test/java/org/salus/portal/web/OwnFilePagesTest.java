package org.salus.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningSalus;
import org.salus.Salus;
import org.salus.frame.cli.CommandDoor;

/** The pages with a file of somebody's own, which states no date of its data and has amounts that no rate converts. */
@Tag("slow")
class OwnFilePagesTest {
    @TempDir
    private static Path folder;

    private static RunningSalus salus;

    @BeforeAll
    static void start() throws IOException {
        Path file = folder.resolve("own-2013-02-31.xml");
        Files.writeString(file, """
                <iati-activities version="2.03"><iati-activity default-currency="EUR">
                <iati-identifier>OLD-3</iati-identifier><title><narrative>Demobilisation of combatants</narrative></title>
                <recipient-country code="BI"/><sector code="15240"/><activity-date type="3" iso-date="2013-06-01"/>
                <transaction><transaction-type code="2"/><transaction-date iso-date="1981-02-28"/><value>1500000</value></transaction>
                <transaction><transaction-type code="2"/><transaction-date iso-date="1982-02-28"/><value>250</value></transaction>
                <transaction><transaction-type code="2"/><transaction-date iso-date="1981-02-28"/><value currency="CHF">700000</value></transaction>
                <transaction><transaction-type code="3"/><transaction-date iso-date="1981-02-28"/><value>900000</value></transaction>
                <transaction><transaction-type code="3"/><transaction-date iso-date="2012-02-28"/><value currency="USD">7</value></transaction>
                </iati-activity></iati-activities>""");
        Path data = folder.resolve("data");
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        assertThat(new CommandDoor("test", Salus.commands())
                        .answer(nowhere, nowhere, "load", file.toString(), "--data", data.toString()))
                .isZero();
        salus = RunningSalus.on(data);
    }

    @AfterAll
    static void stop() throws IOException {
        salus.close();
    }

    @Test
    void every_amount_that_is_left_out_leads_to_exactly_the_rows_it_is_the_sum_of() throws Exception {
        String leftOut = section(page("/countries/BDI"), "left-out");
        Matcher amounts = Pattern.compile("<a href=\"([^\"]*left-out-rows[^\"]*)\" title=\"([A-Z]{3})\u00a0([^\"]*)\">")
                .matcher(leftOut);
        List<String> found = new ArrayList<>();
        while (amounts.find()) {
            String behind = page(amounts.group(1).replace("&amp;", "&"));
            Matcher footer =
                    Pattern.compile("<tfoot>.*</tfoot>", Pattern.DOTALL).matcher(behind);
            assertThat(footer.find()).as(amounts.group(1)).isTrue();
            String total = footer.group()
                    .replaceAll("<[^>]*>", " ")
                    .replaceAll("\\s+", " ")
                    .strip();
            BigDecimal exact = new BigDecimal(amounts.group(3).replace("\u202f", ""));
            assertThat(total.substring(total.lastIndexOf(' ') + 1).replace("\u202f", ""))
                    .as(amounts.group(1))
                    .startsWith(exact.toPlainString());
            found.add(amounts.group(2) + " " + exact.toPlainString());
        }
        assertThat(found).containsExactly("EUR 1500250", "CHF 700000", "EUR 900000");
    }

    @Test
    void a_file_without_a_date_is_not_given_the_day_it_was_loaded_on() throws Exception {
        String data = page("/data");
        int loads = data.indexOf("id=\"loads\"");
        assertThat(data.substring(loads)).contains("no date in the file");
        assertThat(section(page("/countries/BDI"), "sources")).contains("licence not stated in the file");
    }

    @Test
    void gaps_are_the_publishers_own_where_no_file_is_the_demos() throws Exception {
        assertThat(page("/countries/BDI/gaps")).contains("No description").doesNotContain("its own doing");
    }

    @Test
    void one_is_not_many() throws Exception {
        assertThat(page("/")).contains("1 activity is loaded, in 1 country, from 1 file.");
    }

    @Test
    void a_severity_has_one_word() throws Exception {
        String issues = page("/data/issues");
        assertThat(issues).contains("for information").doesNotContain("notes");
    }

    private static String section(String page, String id) {
        int start = page.indexOf("id=\"" + id + "\"");
        assertThat(start).as(id).isPositive();
        return page.substring(start, page.indexOf("</section>", start));
    }

    private static String page(String path) throws Exception {
        var answer = salus.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
