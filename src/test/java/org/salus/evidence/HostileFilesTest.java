package org.salus.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.salus.evidence.HostileFiles.activity;
import static org.salus.evidence.HostileFiles.encoded;
import static org.salus.evidence.HostileFiles.file;
import static org.salus.evidence.HostileFiles.gzip;
import static org.salus.evidence.HostileFiles.identifiers;
import static org.salus.evidence.HostileFiles.input;
import static org.salus.evidence.HostileFiles.issues;
import static org.salus.evidence.HostileFiles.leftOver;
import static org.salus.evidence.HostileFiles.load;
import static org.salus.evidence.HostileFiles.transaction;
import static org.salus.evidence.HostileFiles.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are broken, odd or made to do harm, through the loader and the store. */
class HostileFilesTest {
    @TempDir
    Path folder;

    private Path data;
    private Evidence evidence;

    @BeforeEach
    void open() {
        data = folder.resolve("data");
        evidence = Evidence.open(data);
    }

    @AfterEach
    void close() {
        evidence.close();
        assertThat(leftOver(data)).isEmpty();
    }

    private LoadReport.FileReport one(String name, byte[] bytes) {
        return load(evidence, input(folder, name, bytes)).files().getFirst();
    }

    private LoadReport.FileReport one(String name, String text) {
        return one(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefused(LoadReport.FileReport report, String sentence) {
        assertThat(report.outcome()).isEqualTo(LoadReport.Outcome.FAILED);
        assertThat(report.version()).isNull();
        assertThat(java.util.Objects.requireNonNull(report.failure()).key()).isEqualTo("evidence.file." + sentence);
        assertThat(evidence.snapshot().versions()).isEmpty();
        assertThat(identifiers(evidence)).isEmpty();
    }

    // --- files that cannot be read -------------------------------------------------------------------------------

    @Test
    void a_broken_file_is_left_out_whole_and_its_neighbours_are_kept() {
        String cut = file(activity("A-1"), activity("A-2"));
        LoadReport report = load(
                evidence,
                input(folder, "good.xml", file(activity("G-1"))),
                input(folder, "cut.xml", cut.substring(0, cut.length() - 40)),
                new LoadInput("gone.xml", "gone.xml", folder.resolve("gone.xml")),
                input(folder, "empty.xml", ""),
                new LoadInput("folder", "folder", folder),
                input(folder, "letter.xml", "Dear Sir,\nthis is no XML."),
                input(folder, "also-good.xml", file(activity("G-2"))));
        assertThat(report.files().stream()
                        .map(f -> f.failure() == null ? "" : f.failure().key()))
                .containsExactly(
                        "",
                        "evidence.file.cut-short",
                        "evidence.file.missing",
                        "evidence.file.empty",
                        "evidence.file.disk",
                        "evidence.file.not-recognised",
                        "");
        assertThat(report.files().get(1).line()).isGreaterThan(2);
        assertThat(identifiers(evidence)).containsExactly("G-1", "G-2");
        assertThat(evidence.snapshot().versions()).hasSize(2);
    }

    @Test
    @Tag("slow")
    void a_file_cut_anywhere_is_refused_or_was_complete() {
        byte[] whole = file(activity("A-1"), activity("A-2")).stripTrailing().getBytes(StandardCharsets.UTF_8);
        for (int length = 1; length < whole.length; length += 13) {
            assertRefusedOrNothing(one("cut-" + length + ".xml", Arrays.copyOf(whole, length)));
        }
        byte[] packed = gzip(whole);
        for (int length = 1; length < packed.length; length += 23) {
            assertRefusedOrNothing(one("cut-" + length + ".xml.gz", Arrays.copyOf(packed, length)));
        }
        byte[] zipped = zip("a.xml", whole);
        for (int length = 1; length < zipped.length; length += 31) {
            assertRefusedOrNothing(one("cut-" + length + ".zip", Arrays.copyOf(zipped, length)));
        }
    }

    private static void assertRefusedOrNothing(LoadReport.FileReport report) {
        assertThat(report.outcome()).as(report.file()).isEqualTo(LoadReport.Outcome.FAILED);
    }

    @Test
    void a_file_cut_within_a_tag_is_called_cut_short() {
        String whole = file(activity("A-1"));
        assertRefused(one("cut.xml", whole.substring(0, whole.indexOf("<title>") + 3)), "cut-short");
        assertRefused(one("quote.xml", whole.substring(0, whole.indexOf("XX-1") + 2)), "cut-short");
    }

    @Test
    void a_packing_that_is_not_read_is_named() {
        LoadReport.FileReport report = one("CD.tar.zst", new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 4, 0, 1, 0});
        assertRefused(report, "packed-otherwise");
        assertThat(java.util.Objects.requireNonNull(report.failure()).arguments())
                .containsExactly(".zst");
    }

    @Test
    void a_source_is_called_the_same_whatever_its_file_is_packed_with() {
        PartCounts none = new PartCounts.Builder().build();
        for (String name : List.of("CD.xml", "CD.tar.gz", "CD.tar.bz2", "CD.xml.bz2", "CD.tbz2", "CD.tar.xz")) {
            assertThat(new SourceNames()
                            .derive(new LoadInput(name, name, folder.resolve(name)), FileKind.IATI_ACTIVITIES, none))
                    .as(name)
                    .isEqualTo("cd");
        }
    }

    @Test
    void json_named_xml_is_told_apart() {
        assertRefused(one("activities.xml", "{\"iati-activities\": []}"), "json-not-xml");
    }

    @Test
    void spaces_alone_are_no_file_of_ours() {
        assertRefused(one("spaces.xml", " ".repeat(1 << 20)), "not-recognised");
    }

    // --- encodings ----------------------------------------------------------------------------------------------

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTF-8",
                "ISO-8859-1",
                "windows-1252",
                "UTF-16",
                "UTF-16LE",
                "UTF-16BE",
                "x-UTF-16LE-BOM",
                "Shift_JIS",
                "GB18030"
            })
    void an_activity_is_cut_out_of_its_file_in_any_encoding(String charset) throws IOException {
        String special = charset.startsWith("UTF") || charset.startsWith("x-UTF") || charset.startsWith("GB")
                ? "Réforme 安全 🙂"
                : charset.equals("Shift_JIS") ? "安全保障" : "Réforme ü";
        String text = file(
                        activity(
                                "A-1", "<description><narrative>" + special.repeat(700) + "</narrative></description>"),
                        activity("A-2", "<description><narrative>" + special + "</narrative></description>"),
                        activity("A-3"))
                .replace("UTF-8", charset.startsWith("x-") || charset.startsWith("UTF-16") ? "UTF-16" : charset);
        assertThat(one("file.xml", encoded(text, charset)).failure()).isNull();
        assertThat(identifiers(evidence)).containsExactly("A-1", "A-2", "A-3");
        assertThat(evidence.snapshot().activities().get("A-2").activity().descriptions())
                .extracting(Text::text)
                .containsExactly(special);
        assertThat(evidence.snapshot().activities().xml("A-2"))
                .isEqualTo(activity("A-2", "<description><narrative>" + special + "</narrative></description>"));
        assertThat(evidence.snapshot().activities().xml("A-3")).isEqualTo(activity("A-3"));
    }

    @Tag("slow")
    @Test
    void an_activity_is_cut_out_behind_a_byte_order_mark() throws IOException {
        one(
                "file.xml",
                "\ufeff" + file(activity("A-1"), "<iati-activity></iati-activity><iati-activity/>" + activity("A-2")));
        assertThat(evidence.snapshot().activities().xml("A-1")).isEqualTo(activity("A-1"));
        assertThat(evidence.snapshot().activities().xml("A-2")).isEqualTo(activity("A-2"));
        assertThat(evidence.snapshot().activities().xml("urn:salus:unidentified:file.xml:1"))
                .isEqualTo("<iati-activity></iati-activity>");
        assertThat(evidence.snapshot().activities().xml("urn:salus:unidentified:file.xml:2"))
                .isEqualTo("<iati-activity/>");
    }

    @Test
    void bytes_that_are_not_of_the_stated_encoding_make_the_file_unreadable() {
        byte[] bytes = file(activity("A-1", "<description><narrative>R\u00e9forme</narrative></description>"))
                .getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(one("latin.xml", bytes), "other-encoding");
        assertRefused(one("wide.xml", encoded(file(activity("A-1")), "UTF-32")), "not-recognised");
        assertRefused(one("unheard.xml", file(activity("A-1")).replace("UTF-8", "x-unheard-of")), "other-encoding");
        assertRefused(one("surrogate.xml", file(activity("A&#xD800;1"))), "broken-xml");
        assertRefused(one("nul.xml", file(activity("A&#0;1"))), "broken-xml");
    }

    // --- entities -----------------------------------------------------------------------------------------------

    @Test
    void entities_are_never_resolved_whatever_they_promise() throws IOException {
        Path secret = folder.resolve("secret.txt");
        Files.writeString(secret, "TOP-SECRET-WORDS");
        StringBuilder bomb = new StringBuilder("<!ENTITY a0 \"lol\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        String text = file(activity(
                        "A-1", "<description><narrative>before &a29; between &file; after</narrative></description>"))
                .replace(
                        "<iati-activities",
                        "<!DOCTYPE iati-activities SYSTEM \"" + secret.toUri() + "\" [" + bomb
                                + "<!ENTITY file SYSTEM \"" + secret.toUri() + "\"><!ENTITY % p SYSTEM \""
                                + secret.toUri() + "\">%p;]>\n<iati-activities");
        assertThat(one("bomb.xml", text).failure()).isNull();
        assertThat(evidence.snapshot().activities().get("A-1").activity().descriptions())
                .extracting(Text::text)
                .containsExactly("before between after");
        assertThat(evidence.snapshot().activities().xml("A-1"))
                .doesNotContain("SECRET")
                .contains("&file;");
        assertThat(issues(evidence))
                .containsEntry(IssueKind.DOCTYPE_IGNORED, 1)
                .containsEntry(IssueKind.ENTITY_IGNORED, 1);
        String attribute = file(activity("A-2").replace("\"USD\"", "\"&file;\""))
                .replace(
                        "<iati-activities",
                        "<!DOCTYPE x [<!ENTITY file SYSTEM \"" + secret.toUri() + "\">]><iati-activities");
        assertThat(one("attribute.xml", attribute).outcome()).isEqualTo(LoadReport.Outcome.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE"})
    void a_tag_with_attributes_without_end_is_refused_before_they_are_compared(String charset) {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i <= TagScan.MOST_ATTRIBUTES; i++) {
            attributes.append(" a").append(i).append("=''");
        }
        String before = "<!DOCTYPE a [<!ENTITY b \"> <!-- \">]><!-- <a b=\" -->";
        String text = file(activity("A-1", "<![CDATA[<a b=']]>", "<tag" + attributes + "/>"))
                .replace("UTF-8", charset.startsWith("UTF-16") ? "UTF-16" : charset)
                .replace("<iati-activities", before + "<iati-activities");
        assertRefused(one("attributes.xml", encoded(text, charset)), "too-many-attributes");
    }

    @Test
    void equals_signs_outside_of_tags_are_no_attributes() {
        String many = "x='1' ".repeat(TagScan.MOST_ATTRIBUTES + 1);
        String wide = "\u3c3c\u3d3d".repeat(TagScan.MOST_ATTRIBUTES + 1);
        String text = file(
                "<!-- <a " + many + "-->",
                "<?note <a " + many + "?>",
                activity("A-1", "<![CDATA[<a " + many + "]]>", "<tag code=\"" + many + "\"/>" + many + wide));
        for (String charset : new String[] {"UTF-8", "UTF-16"}) {
            assertThat(one(charset + ".xml", encoded(text.replace("UTF-8", charset), charset))
                            .failure())
                    .isNull();
        }
    }

    @Tag("slow")
    @Test
    void activities_without_identifier_and_without_end_are_refused_also_within_an_archive() {
        String endless = file("<iati-activity/>".repeat(PartWriter.MOST_UNIDENTIFIED + 1));
        assertRefused(one("endless.xml", endless), "too-many-unidentified");
        assertRefused(
                one("endless.zip", zip("a.xml", file(activity("A-1")), "b.xml", endless)), "too-many-unidentified");
    }

    @Test
    void a_file_has_so_many_activities_at_most() throws IOException {
        FoundFacts found = new FoundFacts();
        new IatiReader(new IatiCodes(Countries.shipped()))
                .read(
                        new java.io.ByteArrayInputStream(
                                encoded(file(activity("A-1"), activity("A-2"), activity("A-3")), "UTF-8")),
                        "three.xml",
                        found);
        try (PartWriter writer = new PartWriter(folder.resolve("part"), 1, 2)) {
            writer.activity(found.activities.get(0));
            writer.activity(found.activities.get(1));
            assertThatThrownBy(() -> writer.activity(found.activities.get(2)))
                    .hasMessageStartingWith("The file has more than 2 activities.");
        }
    }

    // --- archives -----------------------------------------------------------------------------------------------

    @Test
    void a_broken_member_is_an_issue_and_nothing_of_it_stays_behind() {
        String events = """
                id,year,type_of_violence,side_a,side_b,country,iso3,latitude,longitude,best
                1,2008,1,Government of Burundi,"Palipehutu-FNL",Burundi,BDI,-3.5,29.4,3
                2,2009,3,"A ""quoted"" name",Civilians,Burundi,BDI,-3.3,29.0,1
                """;
        String broken = file(activity("B-1", transaction("abc")), activity("A-2"), activity("B-3"));
        byte[] archive = zip(
                "a.xml", file(activity("A-1"), activity("A-2")),
                "b-broken.xml", broken.substring(0, broken.length() - 60),
                "c-broken.csv", events + "\"3,2010,3" + ",x".repeat(40_000),
                "d.csv", events,
                "e-invalid.xml", encoded(file(activity("B-4").replace("Title", "Titr\u00e9")), "ISO-8859-1"),
                "f.xml", file(activity("A-3")));
        LoadReport.FileReport report = one("mixed.zip", archive);
        assertThat(report.outcome()).isEqualTo(LoadReport.Outcome.LOADED);
        assertThat(identifiers(evidence)).containsExactly("A-1", "A-2", "A-3");
        assertThat(issues(evidence))
                .containsEntry(IssueKind.BROKEN_MEMBER, 3)
                .doesNotContainKey(IssueKind.BAD_AMOUNT)
                .doesNotContainKey(IssueKind.DUPLICATE_IDENTIFIER);
        PartCounts counts = java.util.Objects.requireNonNull(report.version()).counts();
        assertThat(counts.activities()).isEqualTo(3);
        assertThat(counts.transactions()).isEqualTo(3);
        assertThat(counts.events()).isEqualTo(2);
        assertThat(evidence.snapshot().observations().events(Countries.shipped().get("BDI")))
                .hasSize(2);
        assertThat(evidence.snapshot().issues().list(Issues.Filter.ALL, 0, 10))
                .extracting(ImportIssue::file)
                .containsExactly("mixed.zip!b-broken.xml", "mixed.zip!c-broken.csv", "mixed.zip!e-invalid.xml");
    }

    @Test
    void a_member_with_damaged_bytes_is_an_issue_of_its_own() {
        byte[] archive =
                zip("a.xml", file(activity("A-1")), "b.xml", file(activity("A-2")), "c.xml", file(activity("A-3")));
        int second = new String(archive, StandardCharsets.ISO_8859_1).indexOf("b.xml");
        Arrays.fill(archive, second + 40, second + 90, (byte) 0x5A);
        assertThat(one("damaged.zip", archive).failure()).isNull();
        assertThat(identifiers(evidence)).containsExactly("A-1", "A-3");
        assertThat(issues(evidence)).containsEntry(IssueKind.BROKEN_MEMBER, 1);
    }

    @Test
    void paths_out_of_an_archive_are_not_followed() throws IOException {
        byte[] archive = zip(
                "../../outside.xml", file(activity("B-1")),
                "/etc/outside.xml", file(activity("B-2")),
                "a\\..\\..\\outside.xml", file(activity("B-3")),
                "inside.xml", file(activity("A-1")));
        one("slip.zip", archive);
        assertThat(identifiers(evidence)).containsExactly("A-1");
        assertThat(issues(evidence)).containsEntry(IssueKind.UNSAFE_PATH, 3);
        assertThat(Files.exists(folder.resolve("outside.xml"))).isFalse();
    }

    @Test
    void an_archive_within_an_archive_is_named_and_not_opened() {
        byte[] inner = zip("inner.xml", file(activity("B-1")));
        one(
                "nested.zip",
                zip(
                        "inner.zip",
                        inner,
                        "packed.xml.gz",
                        gzip(encoded(file(activity("B-2")), "UTF-8")),
                        "a.xml",
                        file(activity("A-1"))));
        assertThat(identifiers(evidence)).containsExactly("A-1");
        assertThat(issues(evidence)).containsEntry(IssueKind.NESTED_ARCHIVE, 2);
    }

    @Test
    void tar_members_of_one_name_are_told_apart_and_cut_out_each() throws IOException {
        byte[] tar = tar(
                "a.xml", file(activity("A-1")), "../out.xml", file(activity("B-1")), "a.xml", file(activity("A-2")));
        one("double.tar.gz", gzip(tar));
        assertThat(identifiers(evidence)).containsExactly("A-1", "A-2");
        assertThat(evidence.snapshot().activities().xml("A-2")).isEqualTo(activity("A-2"));
        assertThat(issues(evidence)).containsEntry(IssueKind.UNSAFE_PATH, 1);
    }

    @Test
    void a_tar_that_is_cut_short_or_damaged_is_refused_whole() {
        byte[] tar = tar("a.xml", file(activity("A-1")), "b.xml", file(activity("A-2")));
        assertRefused(one("cut.tar", Arrays.copyOf(tar, 1_700)), "broken-archive");
        byte[] gzipped = gzip(tar);
        assertRefused(one("cut.tar.gz", Arrays.copyOf(gzipped, gzipped.length - 20)), "broken-archive");
        Arrays.fill(tar, 1_536, 1_700, (byte) 'x');
        assertThat(one("damaged.tar", tar).outcome()).isEqualTo(LoadReport.Outcome.FAILED);
    }

    private static byte[] tar(String... namesAndContents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                byte[] bytes = encoded(namesAndContents[i + 1], "UTF-8");
                TarArchiveEntry entry = new TarArchiveEntry(namesAndContents[i], true);
                entry.setSize(bytes.length);
                tar.putArchiveEntry(entry);
                tar.write(bytes);
                tar.closeArchiveEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    @Tag("slow")
    @Test
    void bombs_are_refused_before_they_fill_anything() throws IOException {
        Path packed = folder.resolve("bomb.xml.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            bomb(out);
        }
        assertRefused(
                load(evidence, new LoadInput("bomb.xml.gz", "", packed)).files().getFirst(), "grows-too-much");
        Path zipped = folder.resolve("bomb.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(zipped))) {
            zip.putNextEntry(new ZipEntry("a.xml"));
            zip.write(encoded(file(activity("A-1")), "UTF-8"));
            zip.putNextEntry(new ZipEntry("b.xml"));
            bomb(zip);
        }
        assertRefused(
                load(evidence, new LoadInput("bomb.zip", "", zipped)).files().getFirst(), "grows-too-much");
    }

    /** Four hundred megabytes of the same sound activities. */
    private static void bomb(OutputStream out) throws IOException {
        out.write(encoded("<iati-activities version=\"2.03\">", "UTF-8"));
        byte[] gaps = encoded(("<!-- " + " ".repeat(60_000) + " -->").repeat(16), "UTF-8");
        for (int i = 0; i < 400; i++) {
            out.write(gaps);
        }
        out.write(encoded("</iati-activities>", "UTF-8"));
    }

    // --- what an activity may say ----------------------------------------------------------------------------------

    @Test
    void a_title_of_a_million_characters_is_cut_and_said_so() throws IOException {
        String title = "x" + "🙂".repeat(500_000);
        one("long.xml", file(activity("A-1", "<title><narrative>" + title + "</narrative></title>")));
        assertThat(evidence.snapshot()
                        .activities()
                        .get("A-1")
                        .activity()
                        .titles()
                        .getLast()
                        .text())
                .hasSize(IatiReader.LONGEST_TEXT - 1)
                .endsWith("🙂");
        assertThat(issues(evidence)).containsEntry(IssueKind.TEXT_CUT, 1);
        assertThat(evidence.snapshot().activities().xml("A-1")).contains(title);
        assertThat(evidence.snapshot().search().find("title", 10)).containsExactly("A-1");
    }

    @Test
    void an_identifier_beyond_all_measure_is_cut_and_stays_distinct() throws IOException {
        String endless = "I".repeat(100_000);
        one("long.xml", file(activity(endless + "a"), activity(endless + "b")));
        assertThat(identifiers(evidence))
                .hasSize(2)
                .allSatisfy(id -> assertThat(id).hasSizeLessThan(1_100));
        assertThat(evidence.snapshot().search().find("title", 10)).hasSize(2);
    }

    @Test
    void activities_without_identifier_stay_apart_even_on_one_line() {
        one("nameless.xml", file("<iati-activity/>" + "<iati-activity><title>B</title></iati-activity>".repeat(3)));
        assertThat(identifiers(evidence)).hasSize(4);
        assertThat(issues(evidence)).containsEntry(IssueKind.NO_IDENTIFIER, 4);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "-5000, -5000",
        "1e999999999, ",
        "1e-999999999, ",
        "NaN, ",
        "Infinity, ",
        "99999999999999999999, ",
        "'1,250,000.50', 1250000.50",
        "0.10, 0.10",
        "٣٤, ",
    })
    void amounts_are_kept_as_stated_or_named_as_absurd(String written, BigDecimal kept) {
        one("amounts.xml", file(activity("A-1", transaction(written))));
        List<Transaction> transactions =
                evidence.snapshot().activities().get("A-1").activity().transactions();
        assertThat(transactions).hasSize(2);
        assertThat(transactions.getFirst().amount()).isEqualTo(kept);
        assertThat(transactions.getLast().amount()).isEqualTo(new BigDecimal("100"));
    }

    @Tag("slow")
    @Test
    void dates_percentages_currencies_and_coordinates_beyond_reason_are_named_and_left_out() {
        String odd =
                "<activity-date type=\"1\" iso-date=\"0000-00-00\"/><activity-date type=\"2\" iso-date=\"2012-02-31\"/>"
                        + "<sector code=\"15210\" percentage=\"250\"/><sector code=\"15220\" percentage=\"-5\"/>"
                        + "<location><point><pos>999 999</pos></point></location>"
                        + "<transaction><transaction-type code=\"99\"/><transaction-date iso-date=\"99999-01-01\"/>"
                        + "<value currency=\"ZZZ\" value-date=\"0000-00-00\">5</value></transaction>";
        one("odd.xml", file(activity("A-1", odd)));
        Activity activity = evidence.snapshot().activities().get("A-1").activity();
        assertThat(activity.plannedStart()).isNull();
        assertThat(activity.actualStart()).isNull();
        assertThat(activity.sectors()).extracting(SectorCode::percentage).containsOnlyNulls();
        assertThat(activity.transactions().getFirst().date()).isNull();
        assertThat(issues(evidence))
                .containsEntry(IssueKind.BAD_DATE, 4)
                .containsEntry(IssueKind.BAD_PERCENTAGE, 2)
                .containsEntry(IssueKind.UNKNOWN_CURRENCY, 1)
                .containsEntry(IssueKind.BAD_COORDINATES, 1)
                .containsEntry(IssueKind.UNKNOWN_CODE, 1)
                .containsEntry(IssueKind.NO_DATE, 1);
    }

    @Test
    void what_is_read_although_it_is_written_otherwise_is_told() {
        String money = "<transaction><transaction-type code=\"2\"/><transaction-date iso-date=\"2012-05-06\"/>"
                + "<value currency=\" EUR \" value-date=\"2012-05-06\">7</value></transaction>";
        one(
                "spelled.xml",
                file(activity("A-1", "<sector code=\"15210\" percentage=\"100%\"/>", money)
                        .replace("default-currency=\"USD\"", "default-currency=\"usd\"")));
        Activity activity = evidence.snapshot().activities().get("A-1").activity();
        assertThat(activity.transactions()).extracting(Transaction::currency).containsExactly("EUR", "USD");
        assertThat(activity.sectors().getFirst().percentage()).isEqualByComparingTo("100");
        assertThat(issues(evidence))
                .containsEntry(IssueKind.CURRENCY_SPELLING, 2)
                .containsEntry(IssueKind.PERCENT_SIGN, 1);
        assertThat(evidence.snapshot().issues().list(Issues.Filter.ALL, 0, 10))
                .extracting(ImportIssue::arguments)
                .contains(List.of(" EUR "), List.of("usd"), List.of("sector", "100%"));
    }

    /** A value stands in many places; where it does not belong it must not reach a person either. */
    @Test
    void what_reaches_somebody_is_masked_also_in_codes_amounts_values_links_and_issues() throws IOException {
        String mail = "secret@example.org";
        String phone = "+257 79 888 999";
        one(
                "masked.xml",
                file(activity(
                        mail + "-77",
                        "<recipient-country code='" + mail + "'/><sector code='" + mail + "' vocabulary='99'/>",
                        "<activity-date type='2' iso-date='" + phone + "'/><activity-status code='" + mail + "'/>",
                        "<location><administrative>" + mail + "</administrative></location>",
                        "<document-link url='tel:" + phone + "'/>",
                        "<transaction><transaction-type>" + mail + "</transaction-type><value currency='" + mail + "'>"
                                + mail + "</value></transaction>",
                        "<transaction><transaction-type code='2'/><value>" + "9".repeat(45) + " " + mail
                                + "</value></transaction>",
                        "<result><indicator><baseline value='" + phone
                                + "'/><period><target value='79888999'/><actual value='" + phone
                                + "'/></period></indicator></result>")));
        String identifier = identifiers(evidence).getFirst();
        ActivityRecord record = evidence.snapshot().activities().get(identifier);
        List<ImportIssue> issues = evidence.snapshot().issues().list(Issues.Filter.ALL, 0, 100);
        String xml = evidence.snapshot().activities().xml(identifier);
        for (String shown : List.of(record.toString(), issues.toString(), xml)) {
            assertThat(shown).doesNotContain("secret", "888 999").contains("•••");
        }
        assertThat(record.results()
                        .getFirst()
                        .indicators()
                        .getFirst()
                        .periods()
                        .getFirst()
                        .target())
                .isEqualTo("79888999");
        assertThat(xml).contains("'79888999'", "<sector code='•••@•••' vocabulary='99'/>");
        assertThat(issues).extracting(ImportIssue::kind).contains(IssueKind.BAD_AMOUNT, IssueKind.BAD_DATE);
    }

    @Test
    void an_activity_that_two_sources_have_counts_once_and_is_told() {
        String newer = file(activity("A-1"), activity("A-2"), activity("B-1")).replace("2020-01-01", "2021-01-01");
        LoadReport report = load(
                evidence,
                input(folder, "first.xml", file(activity("A-1"), activity("A-2"), activity("A-3"))),
                input(folder, "second.xml", newer));
        Issues issues = evidence.snapshot().issues();
        assertThat(identifiers(evidence)).containsExactly("A-1", "A-2", "A-3", "B-1");
        assertThat(issues.groups())
                .filteredOn(group -> group.kind() == IssueKind.OTHER_SOURCE)
                .extracting(Issues.Group::file, Issues.Group::count)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("first.xml", 2));
        Issues.Filter filter = new Issues.Filter(IssueKind.OTHER_SOURCE, Severity.INFORMATION, null, null);
        assertThat(issues.list(filter, 0, 10))
                .extracting(ImportIssue::activity, ImportIssue::line, ImportIssue::arguments)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("A-1", 3L, List.of("xx-1/second")),
                        org.assertj.core.groups.Tuple.tuple("A-2", 4L, List.of("xx-1/second")));
        assertThat(issues.list(filter, 1, 1)).extracting(ImportIssue::activity).containsExactly("A-2");
        assertThat(issues.list(Issues.Filter.ALL, 0, 100)).hasSize(2);
        for (LoadReport.FileReport file : report.files()) {
            assertThat(issues.alsoIn(java.util.Objects.requireNonNull(file.version()))
                            .values())
                    .as(file.file())
                    .containsExactly(2);
        }
    }

    @Test
    void activities_that_are_each_others_parents_are_read_as_they_are() {
        one(
                "circle.xml",
                file(
                        activity("A-1", "<related-activity ref=\"A-2\" type=\"1\"/>"),
                        activity(
                                "A-2",
                                "<related-activity ref=\"A-3\" type=\"1\"/><related-activity ref=\"A-2\" type=\"1\"/>"),
                        activity("A-3", "<related-activity ref=\"A-1\" type=\"1\"/>")));
        assertThat(evidence.snapshot().activities().get("A-2").related())
                .extracting(ActivityRecord.Related::ref)
                .containsExactly("A-3", "A-2");
        assertThat(evidence.snapshot().activities().in(Countries.shipped().get("BDI")))
                .hasSize(3);
    }

    @Test
    void of_two_copies_in_one_file_the_later_updated_counts_whatever_the_file_says_of_itself() {
        String older =
                activity("A-1").replace("<iati-activity ", "<iati-activity last-updated-datetime=\"2021-05-01\" ");
        String newer = activity("A-1", "<related-activity ref=\"NEW\" type=\"1\"/>")
                .replace("<iati-activity ", "<iati-activity last-updated-datetime=\"2021-06-01\" ");
        for (String generated : new String[] {"2020-01-01T00:00:00Z", "2022-01-01T00:00:00Z"}) {
            String copies = file(older, newer).replace("2020-01-01T00:00:00Z", generated);
            assertThat(one("copies-" + generated.substring(0, 4) + ".xml", copies)
                            .outcome())
                    .isEqualTo(LoadReport.Outcome.LOADED);
            assertThat(evidence.snapshot().activities().get("A-1").related())
                    .as(generated)
                    .hasSize(1);
        }
    }

    @Test
    void a_stamp_that_is_no_time_does_not_beat_a_real_one() {
        one(
                "real.xml",
                file(activity("A-1")
                        .replace("<iati-activity ", "<iati-activity last-updated-datetime=\"2021-01-01\" ")));
        one(
                "false.xml",
                file(activity("A-1").replace("<iati-activity ", "<iati-activity last-updated-datetime=\"zzzz\" ")));
        assertThat(evidence.snapshot().activities().get("A-1").updated()).isEqualTo("2021-01-01");
    }

    /** A line break in a name would forge a line of the answer; an escape would command the terminal. */
    @Test
    void control_signs_in_names_of_files_and_members_are_shown_as_pictures() {
        String forged = "a\nline\u001b[2J.xml";
        assertThat(new LoadInput(forged, "folder/" + forged, folder.resolve("a.xml")))
                .returns("a\u240aline\u241b[2J.xml", LoadInput::name)
                .returns("folder/a\u240aline\u241b[2J.xml", LoadInput::origin);
        assertThat(LoadInput.seen("\u007f \u202e \u2028 \u009b é.xml")).isEqualTo("\u2421 \ufffd \ufffd \ufffd é.xml");

        one("names.zip", zip("in\nside.xml", file(activity("A-1"))));
        assertThat(evidence.snapshot().activities().get("A-1").file()).isEqualTo("names.zip!in\u240aside.xml");
    }

    @Tag("slow")
    @Test
    void elements_without_end_are_refused() {
        assertRefused(one("deep.xml", "<iati-activities>" + "<a>".repeat(1_000_000)), "activity-too-large");
        assertRefused(
                one("deep2.xml", "<iati-activities><iati-activity>" + "<a>".repeat(1_000_000)), "activity-too-large");
        assertRefused(
                one("deep3.xml", "<iati-activities><iati-activity><contact-info>" + "<a>".repeat(1_000_000)),
                "activity-too-large");
        assertRefused(
                one("wide.xml", "<iati-activities><iati-activity>" + "<a/>".repeat(1_000_000)), "activity-too-large");
        assertRefused(
                one("attribute.xml", "<iati-activities><iati-activity a=\"" + "x".repeat(20_000_000)),
                "piece-too-large");
        assertRefused(
                one(
                        "texts.xml",
                        "<iati-activities><iati-activity>" + ("<a>" + "x".repeat(199_000) + "</a>").repeat(200)),
                "activity-too-large");
    }

    @Test
    void names_of_elements_without_number_are_refused() {
        StringBuilder many = new StringBuilder("<iati-activities><iati-activity>");
        for (int i = 0; i < 20_000; i++) {
            many.append("<e").append(i).append(" a").append(i).append("=''/>");
        }
        assertRefused(one("names.xml", many + "</iati-activity></iati-activities>"), "too-many-names");
    }

    @Test
    void names_with_blanks_line_ends_and_any_letters_are_names() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("Ordner mit 'Leer\nzeile' 安全"));
        try (Evidence there = Evidence.open(odd.resolve("da'ta"))) {
            LoadReport report = load(there, input(odd, "ein 'Name\n\"é安🙂.xml", file(activity("A-1"))));
            assertThat(report.hasFailures()).isFalse();
            assertThat(identifiers(there)).containsExactly("A-1");
            assertThat(there.snapshot().activities().xml("A-1")).isEqualTo(activity("A-1"));
        }
    }
}
