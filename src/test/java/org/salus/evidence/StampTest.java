package org.salus.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salus.evidence.HostileFiles.activity;
import static org.salus.evidence.HostileFiles.file;
import static org.salus.evidence.HostileFiles.identifiers;
import static org.salus.evidence.HostileFiles.input;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of two stamps is newer is a matter of time, not of how they are written. */
class StampTest {
    /** As text it comes after the one below, as time before it: 22:00 of the day before. */
    private static final String OLDER = "2020-01-02T01:00:00+03:00";

    private static final String NEWER = "2020-01-01T23:30:00Z";

    @TempDir
    Path folder;

    private Evidence evidence;

    @BeforeEach
    void open() {
        evidence = Evidence.open(folder.resolve("data"));
    }

    @AfterEach
    void close() {
        evidence.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-02T01:00:00+03:00, 2020-01-01T22:00:00",
        "2019-12-31T22:15:30-02:30, 2020-01-01T00:45:30",
        "2020-01-01T23:30:00Z, 2020-01-01T23:30:00",
        "2020-01-01T23:30:00, 2020-01-01T23:30:00",
        "2020-01-01T23:30, 2020-01-01T23:30:00",
        "2020-01-01 23:30:00, 2020-01-01T23:30:00",
        "2020-01-01T23:30:00 UTC, 2020-01-01T23:30:00",
        "2020-01-01T01:00:00.500Z, 2020-01-01T01:00:00.5",
        "2020-01-01T01:00:00.000+01:00, 2020-01-01T00:00:00",
        "2020-01-01T01:00:00.1234567890Z, 2020-01-01T01:00:00.123456789",
        "2020-01-01T01:00:00+0100, 2020-01-01T00:00:00",
        "2020-01-01T01:00:00+01, 2020-01-01T00:00:00",
        "2020-01-01T24:00:00Z, 2020-01-02T00:00:00",
        "2020-01-01, 2020-01-01",
        "2020-01-01Z, 2020-01-01",
        "2020-01-01+02:00, 2020-01-01",
        "2020-01-01T25:00:00Z, 2020-01-01",
        "2020-01-01T10:00:00+99:00, 2020-01-01",
    })
    void a_stamp_is_written_in_utc(String written, String ordered) {
        assertThat(Stamp.ordered(written)).isEqualTo(ordered);
        assertThat(Stamp.ordered(ordered)).as("said once more").isEqualTo(ordered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "05/02/2020", "zzzz", "2020-02-30T00:00:00Z", "0000-00-00T00:00:00Z"})
    void what_is_no_day_is_no_stamp(String written) {
        assertThat(Stamp.ordered(written)).isEmpty();
        assertThat(Stamp.ordered("2020-01-01T00:00:00" + " ".repeat(40) + "x")).isEmpty();
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        OLDER + "," + NEWER,
        "2020-01-01T01:00:00Z, 2020-01-01T01:00:00.500Z",
        "2020-01-01T01:00:00.5Z, 2020-01-01T01:00:00.51Z",
        "2020-01-01, 2020-01-01T00:00:00Z",
        "2020-01-01T23:59:59, 2020-01-02",
    })
    void the_newer_wins_between_versions_between_sources_and_inside_a_file(String older, String newer) {
        for (boolean isOlderFirst : List.of(true, false)) {
            String order = isOlderFirst ? "-a" : "-b";
            String first = isOlderFirst ? older : newer;
            String second = isOlderFirst ? newer : older;

            load("versions" + order, "v1" + order + ".xml", stamped("FIRST" + order, first));
            load("versions" + order, "v2" + order + ".xml", stamped("SECOND" + order, second));
            assertThat(identifiers(evidence))
                    .as("versions of one source")
                    .contains((isOlderFirst ? "SECOND" : "FIRST") + order)
                    .doesNotContain((isOlderFirst ? "FIRST" : "SECOND") + order);

            load("one" + order, "s1" + order + ".xml", stamped("S" + order, first));
            load("another" + order, "s2" + order + ".xml", stamped("S" + order, second));
            assertThat(current("S" + order)).as("between sources").isEqualTo(Stamp.ordered(newer));

            load("copies" + order, "c" + order + ".xml", stamped("C" + order, first), stamped("C" + order, second));
            assertThat(current("C" + order)).as("inside a file").isEqualTo(Stamp.ordered(newer));
        }
    }

    @Tag("slow")
    @Test
    void a_stamp_that_cannot_be_read_is_an_issue_and_counts_as_missing() {
        String unreadable = file(stamped("A", "yesterday")).replace("2020-01-01T00:00:00Z", "05/02/2020");
        LoadReport.FileReport report = evidence.loads()
                .load(List.of(input(folder, "unreadable.xml", unreadable)), "unreadable", Progress.SILENT)
                .files()
                .getFirst();

        assertThat(evidence.snapshot().issues().list(Issues.Filter.ALL, 0, 100).stream()
                        .filter(issue -> issue.kind() == IssueKind.BAD_DATE)
                        .map(ImportIssue::arguments))
                .containsExactlyInAnyOrder(
                        List.of("generated-datetime", "05/02/2020"), List.of("last-updated-datetime", "yesterday"));
        assertThat(report.version()).isNotNull();
    }

    private String current(String identifier) {
        return evidence.snapshot().activities().get(identifier).updated();
    }

    private void load(String source, String name, String... activities) {
        // The file itself tells nothing, so that only the stamps of its activities count.
        String without = file(activities).replace(" generated-datetime=\"2020-01-01T00:00:00Z\"", "");
        evidence.loads().load(List.of(input(folder, name, without)), source, Progress.SILENT);
    }

    private static String stamped(String identifier, String updated) {
        return activity(identifier)
                .replace("<iati-activity ", "<iati-activity last-updated-datetime=\"" + updated + "\" ");
    }
}
