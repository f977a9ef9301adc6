package org.salus.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.SharedData;
import org.salus.evidence.Activity;
import org.salus.evidence.Countries;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;

/** One release, brought as its IATI file or as its zip with the country's own names of sectors, is sorted alike. */
class SameReleaseTest {
    private static final String SYSTEM = "US-501c3-522318905-SG-";

    @TempDir
    Path folder;

    @Test
    void a_zip_that_adds_the_countrys_own_sectors_is_sorted_like_its_iati_file_alone() throws IOException {
        String xml = release(
                activity(
                        "BDI/1",
                        "Paix entre les collines",
                        "<sector vocabulary=\"1\" code=\"31120\" percentage=\"100\"/>"),
                activity(
                        "BDI/2",
                        "Réinsertion et réintégration des démobilisés",
                        "<sector vocabulary=\"1\" code=\"15220\" percentage=\"50\"/>"
                                + "<sector vocabulary=\"1\" code=\"31120\" percentage=\"50\"/>"),
                activity(
                        "BDI/3", "Jardins des écoles", "<sector vocabulary=\"1\" code=\"31120\" percentage=\"100\"/>"));
        Path alone = Files.writeString(folder.resolve("alone.xml"), xml);
        Path packed = zip("packed.zip", Map.of("release.xml", xml, "projects_ancillary.csv", """
                        projet,secteur
                        BDI/1,AGRICULTURE
                        BDI/2,AGRICULTURE;SANTE
                        BDI/3,EDUCATION
                        """));

        NavigableMap<String, Sorting> zipped = sorted(packed, "BDI");

        assertThat(zipped).isEqualTo(sorted(alone, "BDI"));
        assertThat(zipped.values()).extracting(sorting -> sorting.area().code()).containsExactly("4x", "4a", "none");
    }

    @Test
    void full_codes_of_a_zips_table_take_the_percentages_of_its_iati_file() throws IOException {
        String groups = "<sector vocabulary=\"2\" code=\"152\" percentage=\"30\"/>"
                + "<sector vocabulary=\"2\" code=\"311\" percentage=\"70\"/>";
        String full = "<sector vocabulary=\"1\" code=\"15250\" percentage=\"30\"/>"
                + "<sector vocabulary=\"1\" code=\"31120\" percentage=\"70\"/>";
        Path told = Files.writeString(
                folder.resolve("told.xml"), release(activity("BDI/1", "Programme des collines", groups + full)));
        Path packed = zip(
                "packed.zip",
                Map.of(
                        "release.xml",
                        release(activity("BDI/1", "Programme des collines", groups)),
                        "projects.csv",
                        """
                        project_id,is_geocoded,ad_sector_codes,ad_purpose_codes,ad_purpose_names
                        BDI/1,1,152|311,15250|31120,Mines|Agriculture
                        """));

        Sorting zipped = sorted(packed, "BDI").firstEntry().getValue();

        assertThat(zipped).isEqualTo(sorted(told, "BDI").firstEntry().getValue());
        assertThat(zipped.shares().keySet()).extracting(area -> area.code()).containsExactlyInAnyOrder("4b", "none");
    }

    @Tag("slow")
    @Test
    void burundis_zip_is_sorted_like_the_demo_which_holds_its_codes_and_none_of_its_own_names() {
        Path zip = SharedData.file("aims/BurundiAIMS_GeocodedResearchRelease_Level1_v1.0.0.zip");

        NavigableMap<String, Sorting> zipped = sorted(zip, "BDI");

        assertThat(zipped).hasSize(950);
        assertThat(different(zipped, sorted(Path.of("demo/aid-burundi.xml.gz"), "BDI")))
                .isEmpty();
        assertThat(zipped.get(SYSTEM + "BDI/000649"))
                .extracting(sorting -> sorting.area().code())
                .isEqualTo("4a");
    }

    /** The IATI file beside the zip has groups of three digits only: seven activities are told better, or else, by the full codes of the zip's table. */
    @Tag("slow")
    @Test
    void burundis_iati_file_alone_is_sorted_otherwise_only_where_the_zips_full_codes_say_more() {
        Path zip = SharedData.file("aims/BurundiAIMS_GeocodedResearchRelease_Level1_v1.0.0.zip");
        Path xml = SharedData.file("aims/iati_1.04_BurundiAIMS_GeocodedResearchRelease.xml");

        assertThat(different(sorted(zip, "BDI"), sorted(xml, "BDI")))
                .containsOnlyKeys(
                        SYSTEM + "BDI/000062",
                        SYSTEM + "BDI/000365",
                        SYSTEM + "BDI/000534",
                        SYSTEM + "BDI/000649",
                        SYSTEM + "BDI/000782",
                        SYSTEM + "BDI/000892",
                        SYSTEM + "BDI/000924");
    }

    @Tag("slow")
    @Test
    void colombias_zip_is_sorted_like_its_iati_file() {
        Path zip = SharedData.file("aims/ColombiaAIMS_GeocodedResearchRelease_Level1_v1.1.1.zip");
        Path xml = SharedData.file("aims/iati_2.03_ColombiaAIMS_GeocodedResearchRelease.xml");

        assertThat(different(sorted(zip, "COL"), sorted(xml, "COL"))).isEmpty();
    }

    private static Map<String, String> different(Map<String, Sorting> one, Map<String, Sorting> other) {
        assertThat(one.keySet()).isEqualTo(other.keySet());
        Map<String, String> different = new LinkedHashMap<>();
        one.forEach((id, sorting) -> {
            Sorting twin = other.get(id);
            if (twin == null || !sorting.shares().equals(twin.shares())) {
                different.put(id, sorting + " and " + twin);
            }
        });
        return different;
    }

    private NavigableMap<String, Sorting> sorted(Path file, String iso3) {
        NavigableMap<String, Sorting> sorted = new TreeMap<>();
        try (Evidence evidence = Evidence.open(folder.resolve("data of " + file.getFileName()))) {
            evidence.loads()
                    .load(
                            List.of(new LoadInput(String.valueOf(file.getFileName()), file.toString(), file)),
                            null,
                            Progress.SILENT);
            for (Activity activity :
                    evidence.snapshot().activities().in(Countries.shipped().get(iso3))) {
                sorted.put(activity.identifier(), Sorter.shipped().sort(DrawSupportMap.sortable(activity)));
            }
        }
        return sorted;
    }

    private static String release(String... activities) {
        return "<iati-activities version=\"2.03\">" + String.join("", activities) + "</iati-activities>";
    }

    private static String activity(String project, String title, String sectors) {
        return """
                <iati-activity default-currency="USD">
                <iati-identifier>%s</iati-identifier>
                <title><narrative>%s</narrative></title>
                <recipient-country code="BI"/>
                %s
                </iati-activity>
                """.formatted(SYSTEM + project, title, sectors);
    }

    private Path zip(String name, Map<String, String> members) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
