package org.salus.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing that an activity says in words, and no value of a result, is lost between the file and what is shown. */
class WholeActivityTest {
    private static ActivityRecord read(String version, String... content) throws IOException {
        FoundFacts found = new FoundFacts();
        String xml = "<iati-activities version=\"" + version + "\"><iati-activity xml:lang=\"en\"><iati-identifier>A-1"
                + "</iati-identifier>" + String.join("", content) + "</iati-activity></iati-activities>";
        new IatiReader(new IatiCodes(Countries.shipped()))
                .read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), "file.xml", found);
        return found.activities.getFirst().record();
    }

    private static List<String> texts(ActivityRecord record) {
        return record.otherNarratives().stream()
                .map(other -> other.element() + " " + other.text().language() + ": "
                        + other.text().text())
                .toList();
    }

    private static String narratives(String... languagesAndTexts) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < languagesAndTexts.length; i += 2) {
            out.append("<narrative xml:lang=\"")
                    .append(languagesAndTexts[i])
                    .append("\">")
                    .append(languagesAndTexts[i + 1])
                    .append("</narrative>");
        }
        return out.toString();
    }

    @Test
    void words_without_a_field_of_their_own_are_kept_with_their_place_and_language() throws IOException {
        ActivityRecord record = read(
                "2.03",
                "<conditions attached=\"1\"><condition type=\"1\">"
                        + narratives("en", "Reform first", "fr", "D'abord la réforme") + "</condition></conditions>",
                "<country-budget-items vocabulary=\"2\"><budget-item code=\"1.1.1\"><description>"
                        + narratives("en", "Police budget") + "</description></budget-item></country-budget-items>",
                "<location><activity-description>" + narratives("en", "Barracks repaired")
                        + "</activity-description></location>",
                "<document-link url=\"https://example.org/a\" format=\"text/html\"><title>" + narratives("en", "Plan")
                        + "</title><description>" + narratives("en", "What is planned")
                        + "</description></document-link>",
                "<result type=\"1\"><indicator measure=\"1\"><description>" + narratives("en", "Officers trained")
                        + "</description><baseline year=\"2010\" value=\"0\"><comment>"
                        + narratives("en", "No register")
                        + "</comment></baseline><period><actual value=\"7\"><comment>"
                        + narratives("fr", "Presque tous")
                        + "</comment></actual></period></indicator></result>");
        assertThat(texts(record))
                .containsExactlyInAnyOrder(
                        "conditions/condition en: Reform first",
                        "conditions/condition fr: D'abord la réforme",
                        "country-budget-items/budget-item/description en: Police budget",
                        "location/activity-description en: Barracks repaired",
                        "document-link/description en: What is planned",
                        "result/indicator/description en: Officers trained",
                        "result/indicator/baseline/comment en: No register",
                        "result/indicator/period/actual/comment fr: Presque tous");
    }

    @Test
    void words_of_older_files_are_kept_but_names_of_codes_and_figures_are_not_words() throws IOException {
        ActivityRecord record = read(
                "1.03",
                "<related-activity ref=\"A-2\" type=\"1\">Support to the police</related-activity>",
                "<default-aid-type code=\"C01\">Project-type interventions</default-aid-type>",
                "<transaction><transaction-type code=\"C\">Commitment</transaction-type><value value-date=\"2010-01-01\">5</value>",
                "<transaction-date>Total to 30 Nov 2008</transaction-date></transaction>",
                "<budget><period-start iso-date=\"2010-01-01\">Financial year 2010</period-start><value>5</value></budget>",
                "<conditions><condition>Reform first</condition></conditions>");
        assertThat(texts(record))
                .containsExactlyInAnyOrder(
                        "related-activity en: Support to the police",
                        "transaction/transaction-date en: Total to 30 Nov 2008",
                        "budget/period-start en: Financial year 2010",
                        "conditions/condition en: Reform first");
    }

    @Test
    void names_of_sectors_places_markers_and_organisations_are_kept_in_every_language() throws IOException {
        ActivityRecord record = read(
                "2.03",
                "<sector vocabulary=\"99\" code=\"S\">" + narratives("en", "Police", "fr", "Polices") + "</sector>",
                "<recipient-country code=\"BI\">" + narratives("en", "Burundi", "rn", "Uburundi")
                        + "</recipient-country>",
                "<policy-marker code=\"1\" vocabulary=\"1\">" + narratives("fr", "Égalité") + "</policy-marker>",
                "<transaction><transaction-type code=\"2\"/><transaction-date iso-date=\"2010-01-01\"/><value>5</value><provider-org>"
                        + narratives("fr", "Suisse") + "</provider-org></transaction>");
        assertThat(texts(record))
                .containsExactlyInAnyOrder(
                        "sector en: Police",
                        "sector fr: Polices",
                        "recipient-country en: Burundi",
                        "recipient-country rn: Uburundi",
                        "policy-marker fr: Égalité",
                        "provider-org fr: Suisse");
    }

    @Test
    void values_of_parts_stand_beside_that_of_the_whole() throws IOException {
        ActivityRecord record = read(
                "2.03",
                "<result type=\"1\"><indicator measure=\"1\"><baseline year=\"2010\" value=\"3\"/>",
                "<baseline year=\"2010\" value=\"1\"><dimension name=\"Sex\" value=\"female\"/></baseline><period>",
                "<period-start iso-date=\"2010-01-01\"/><period-end iso-date=\"2010-12-31\"/>",
                "<target value=\"10\"/><target value=\"4\"><dimension name=\"Sex\" value=\"female\"/></target>",
                "<actual value=\"2\"><dimension name=\"Sex\" value=\"female\"/></actual><actual value=\"9\"/>",
                "<actual value=\"1\"><location ref=\"BDI-01\"/></actual></period></indicator></result>");
        ActivityRecord.Indicator indicator =
                record.results().getFirst().indicators().getFirst();
        assertThat(indicator.baseline()).isEqualTo("3");
        assertThat(indicator.periods())
                .extracting(period -> period.part() + " " + period.target() + " " + period.actual())
                .containsExactly("null 10 9", "Sex: female 4 2", "location BDI-01 null 1");
        assertThat(texts(record)).containsExactly("result/indicator/baseline null: Sex: female: 1");
    }

    @Test
    void documents_of_results_are_documents_too() throws IOException {
        ActivityRecord record = read(
                "2.03",
                "<document-link url=\"https://example.org/1\"/><result type=\"1\"><document-link url=\"https://example.org/2\"/><indicator>",
                "<document-link url=\"https://example.org/3\"/><baseline><document-link url=\"https://example.org/4\"/></baseline>",
                "<period><target><document-link url=\"https://example.org/5\"/></target></period></indicator></result>");
        assertThat(record.documents())
                .extracting(ActivityRecord.DocumentLink::url)
                .containsExactlyInAnyOrder(
                        "https://example.org/1",
                        "https://example.org/2",
                        "https://example.org/3",
                        "https://example.org/4",
                        "https://example.org/5");
    }

    @Test
    void no_address_hides_in_a_code_a_reference_or_a_value() throws IOException {
        ActivityRecord record = read(
                "2.03",
                "<reporting-org ref=\"jane@example.org\" type=\"10\"/><participating-org role=\"1\" ref=\"jane@example.org\" activity-id=\"jane@example.org\"/>",
                "<other-identifier ref=\"jane@example.org\" type=\"A1\"/><other-identifier>tel. 22 22 45 67</other-identifier>",
                "<related-activity ref=\"jane@example.org\" type=\"1\"/><document-link url=\"mailto:jane@example.org\" format=\"jane@example.org\"/>",
                "<transaction ref=\"jane@example.org\"><transaction-type code=\"2\"/><transaction-date iso-date=\"2010-01-01\"/><value>5</value></transaction>",
                "<result type=\"1\"><indicator><period><target value=\"jane@example.org\"/><actual>call 22 22 or tel. 22 22 45 67</actual></period></indicator></result>");
        assertThat(record.toString()).contains("•••").doesNotContain("jane").doesNotContain("45 67");
    }
}
