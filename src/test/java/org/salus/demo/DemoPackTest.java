package org.salus.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.SharedData;

class DemoPackTest {
    private static final Path PACK = Path.of("demo");

    private static final class Activity {
        final List<String> categories = new ArrayList<>();
        final List<String> recipients = new ArrayList<>();
        final Set<String> funders = new HashSet<>();
        final Map<String, BigDecimal> money = new HashMap<>();
        int transactions;
        int locations;
        boolean status;
    }

    private static Map<String, Activity> activities() throws IOException, XMLStreamException {
        Map<String, Activity> activities = new HashMap<>();
        try (InputStream bytes = new GZIPInputStream(Files.newInputStream(PACK.resolve(AuthorActivities.FILE)))) {
            XMLStreamReader xml = XMLInputFactory.newFactory().createXMLStreamReader(bytes);
            Activity activity = new Activity();
            String type = "";
            String role = "";
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "iati-activity" -> {
                        activity = new Activity();
                        role = "";
                    }
                    case "iati-identifier" -> {
                        Activity before = activities.put(xml.getElementText(), activity);
                        assertThat(before).isNull();
                    }
                    case "participating-org" -> role = xml.getAttributeValue(null, "role");
                    case "narrative" -> {
                        if (role.equals("1")) {
                            activity.funders.add(xml.getElementText());
                            role = "";
                        }
                    }
                    case "activity-status" -> activity.status = true;
                    case "location" -> activity.locations++;
                    case "sector" -> {
                        if (xml.getAttributeValue(null, "vocabulary").equals("2")) {
                            activity.categories.add(xml.getAttributeValue(null, "code"));
                        }
                    }
                    case "recipient-country" -> activity.recipients.add(xml.getAttributeValue(null, "code"));
                    case "transaction-type" -> type = xml.getAttributeValue(null, "code");
                    case "value" -> {
                        assertThat(xml.getAttributeValue(null, "currency")).isEqualTo("USD");
                        activity.money.merge(type, new BigDecimal(xml.getElementText()), BigDecimal::add);
                        activity.transactions++;
                    }
                    default -> {}
                }
            }
        }
        return activities;
    }

    private static List<Path> files(Predicate<String> wanted) throws IOException {
        try (Stream<Path> all = Files.list(PACK)) {
            return all.filter(file -> wanted.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static BigDecimal sum(Stream<Activity> activities, String type) {
        return activities
                .map(activity -> activity.money.getOrDefault(type, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void the_activities_add_up_to_the_releases_control_totals() throws IOException, XMLStreamException {
        Map<String, Activity> activities = activities();
        assertThat(activities).hasSize(950);
        assertThat(activities.values().stream().filter(activity -> activity.locations > 0))
                .hasSize(930);
        assertThat(activities.values().stream()
                        .mapToInt(activity -> activity.locations)
                        .sum())
                .isEqualTo(7562);
        assertThat(activities.values().stream()
                        .mapToInt(activity -> activity.transactions)
                        .sum())
                .isEqualTo(2079);
        assertThat(sum(activities.values().stream(), "2")).isEqualTo("6143742020");
        assertThat(sum(activities.values().stream(), "3")).isEqualTo("4088341432");
        assertThat(sum(activities.values().stream(), "4")).isEqualTo("1325660361");
    }

    @Test
    void conflict_peace_and_security_has_its_55_activities() throws IOException, XMLStreamException {
        List<Activity> under152 = activities().values().stream()
                .filter(activity -> activity.categories.contains("152"))
                .toList();
        assertThat(under152).hasSize(55);
        assertThat(sum(under152.stream(), "2")).isEqualTo("232802426");
        assertThat(sum(under152.stream(), "3")).isEqualTo("159862430");
    }

    @Test
    void funders_recipients_and_statuses_are_as_released() throws IOException, XMLStreamException {
        Map<String, Activity> activities = activities();
        Set<String> funders = new HashSet<>();
        activities.values().forEach(activity -> funders.addAll(activity.funders));
        assertThat(funders).hasSize(135);
        assertThat(activities.values().stream().filter(activity -> activity.recipients.isEmpty()))
                .hasSize(20);
        assertThat(activities.values().stream().filter(activity -> activity.recipients.size() == 2))
                .hasSize(2);
        assertThat(activities.values().stream().filter(activity -> !activity.status))
                .hasSize(8);
    }

    @Test
    void every_funder_is_in_the_table_of_donors() throws IOException, XMLStreamException {
        Set<String> known = new HashSet<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(Path.of("src/main/resources/org/salus/evidence/reference/donors.csv"))) {
            rows.forEach(row -> known.add(row.getField("name")));
        }
        activities().values().forEach(activity -> assertThat(known).containsAll(activity.funders));
    }

    @Test
    void nothing_is_carried_over_that_should_not_be() throws IOException {
        assertThat(new String(content(PACK.resolve(AuthorActivities.FILE)), StandardCharsets.UTF_8))
                .doesNotContain("<description", "<contact-info", "@");
        for (Path file : files(name -> true)) {
            assertThat(Files.size(file)).as("%s", file).isLessThan(1_500_000);
        }
    }

    @Test
    void yearly_figures_are_those_of_the_publishers() throws IOException {
        assertThat(values(
                        "ucdp-ged-19.1-country-year-deaths.csv",
                        "Direct conflict deaths",
                        row -> row.getField("Entity").equals("Burundi")
                                && Set.of("2003", "2008", "2009", "2015", "2018")
                                        .contains(row.getField("Year"))))
                .containsExactly("1245", "220", "0", "220", "94");
        assertThat(values(
                        "sipri-military-expenditure.csv",
                        "military_expenditure_share_gdp",
                        row -> row.getField("Entity").equals("Burundi")
                                && row.getField("Year").equals("2005")))
                .containsExactly("4.44");
        assertThat(values(
                        "crs-purposes-burundi.csv",
                        "usd_million",
                        row -> row.getField("recipient_name").equals("World")
                                && row.getField("purpose_code").equals("15210")
                                && Integer.parseInt(row.getField("year")) >= 2015))
                .extracting(value -> new BigDecimal(value).setScale(1, java.math.RoundingMode.HALF_UP))
                .containsExactly(new BigDecimal("860.9"), new BigDecimal("975.2"), new BigDecimal("991.4"));
    }

    @Test
    void what_burundi_did_about_treaties_is_what_the_depositary_tells() throws IOException {
        assertThat(values(
                        AuthorTreaties.FILE,
                        "Date",
                        row -> row.getField("Treaty").equals("4-9")))
                .containsExactly("1993-02-18");
        assertThat(values(
                        AuthorTreaties.FILE,
                        "Act",
                        row -> row.getField("Treaty").equals("26-8")))
                .as("the arms trade treaty was signed, and not ratified by then")
                .containsExactly("signature");
        assertThat(values(
                        AuthorTreaties.FILE,
                        "Act",
                        row -> row.getField("Treaty").equals("18-10")))
                .containsExactly("signature", "ratification", "withdrawal-notified", "withdrawal");
        assertThat(values(AuthorTreaties.FILE, "Act", row -> row.getField("Act").equals("none")))
                .as("of nothing in Burundi it is said that it is absent")
                .isEmpty();
        assertThat(values(AuthorTreaties.FILE, "Source", row -> true)).doesNotContain("");
    }

    @Test
    void writing_the_pack_again_gives_the_same_bytes(@TempDir Path folder) throws IOException {
        Path release = SharedData.file("aims/BurundiAIMS_GeocodedResearchRelease_Level1_v1.0.0.zip");
        Path data = SharedData.file("conflict").getParent();
        AuthorDemo.main(new String[] {release.toString(), data == null ? "" : data.toString(), folder.toString()});
        try (Stream<Path> written = Files.list(folder)) {
            assertThat(written.toList())
                    .hasSize(9)
                    .allSatisfy(file -> assertThat(content(PACK.resolve(String.valueOf(file.getFileName()))))
                            .isEqualTo(content(file)));
        }
    }

    /** The bytes of a file, unpacked, because packers differ between platforms. */
    private static byte[] content(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
            return plain.readAllBytes();
        }
    }

    private static List<String> values(String file, String column, Predicate<NamedCsvRecord> wanted)
            throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(PACK.resolve(file))) {
            return rows.stream().filter(wanted).map(row -> row.getField(column)).toList();
        }
    }

    @Test
    void the_demo_is_known_by_the_bytes_of_its_files() throws Exception {
        String known;
        try (InputStream list = org.salus.Salus.class.getResourceAsStream("/org/salus/portal/demo-files.txt")) {
            known = new String(java.util.Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8);
        }
        try (Stream<Path> files = Files.list(PACK)) {
            for (Path file :
                    files.filter(one -> !one.toString().endsWith(".md")).toList()) {
                byte[] digest =
                        java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                assertThat(known)
                        .as(file.toString())
                        .contains(java.util.HexFormat.of().formatHex(digest));
            }
        }
    }
}
