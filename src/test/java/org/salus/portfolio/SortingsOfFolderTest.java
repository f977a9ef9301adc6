package org.salus.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;

/** What one process sorted the next one does not read again, and answers as if it had. Each {@code Evidence} with its {@code Supports} is a process here. */
class SortingsOfFolderTest {
    private static final Country BURUNDI = Countries.shipped().get("BDI");
    private static final Country CHAD = Countries.shipped().get("TCD");

    @TempDir
    Path folder;

    private Path data;

    /** The shipped sorter or another, which notes what it reads. */
    private static class Noting implements Sorter {
        private final Sorter sorter;
        private final List<String> read = Collections.synchronizedList(new ArrayList<>());

        Noting(Sorter sorter) {
            this.sorter = sorter;
        }

        @Override
        public Sorting sort(Sortable activity) {
            read.add(activity.titles().getFirst());
            return sorter.sort(activity);
        }

        @Override
        public String edition() {
            return sorter.edition();
        }
    }

    @BeforeEach
    void load() throws IOException {
        data = folder.resolve("data");
        load(
                activity("B-1", "BI", "Training of the police"),
                activity("B-2", "BI", "Reform of the courts"),
                activity("T-1", "TD", "A road"));
    }

    private static String activity(String id, String country, String title) {
        return """
                <iati-activity default-currency="USD"><iati-identifier>%s</iati-identifier>
                <reporting-org ref="GB-GOV-1" type="10"><narrative>DFID</narrative></reporting-org>
                <title><narrative>%s</narrative></title><recipient-country code="%s"/>
                <sector vocabulary="1" code="15210" percentage="60"/><sector vocabulary="1" code="15130" percentage="40"/>
                <transaction><transaction-type code="3"/><transaction-date iso-date="2010-05-06"/><value value-date="2010-05-06">333.33</value></transaction>
                <transaction><transaction-type code="3"/><transaction-date iso-date="2011-05-06"/><value value-date="2011-05-06">10</value><sector vocabulary="1" code="15220"/></transaction>
                </iati-activity>""".formatted(id, title, country);
    }

    private void load(String... activities) throws IOException {
        Path file = Files.writeString(
                folder.resolve("activities.xml"),
                "<iati-activities version=\"2.03\">" + String.join("\n", activities) + "</iati-activities>");
        try (Evidence evidence = Evidence.open(data)) {
            evidence.loads().load(List.of(new LoadInput("activities.xml", "", file)), null, Progress.SILENT);
        }
    }

    /** What a process of its own answers. */
    private List<SupportMap> asked(Sorter sorter, Country... countries) {
        try (Evidence evidence = Evidence.open(data)) {
            return new Supports(sorter, 1).each(evidence.snapshot(), List.of(countries), Period.ALL, "USD", map -> map);
        }
    }

    private static void assertSame(List<SupportMap> found, List<SupportMap> expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).rows()).isEqualTo(expected.get(i).rows()).isNotEmpty();
            assertThat(found.get(i).activities()).isEqualTo(expected.get(i).activities());
            assertThat(found.get(i).edition()).isEqualTo(expected.get(i).edition());
        }
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("derived"))) {
            return files.toList();
        }
    }

    @Test
    void whatOneProcessSortedTheNextDoesNotReadAgain() {
        Noting first = new Noting(Sorter.shipped());
        Noting second = new Noting(Sorter.shipped());

        List<SupportMap> found = asked(first, BURUNDI, CHAD);
        List<SupportMap> again = asked(second, BURUNDI, CHAD);

        assertThat(first.read).hasSize(6);
        assertThat(second.read).isEmpty();
        assertSame(again, found);
    }

    @Test
    void onlyWhatIsNewInAnotherFileIsRead() throws IOException {
        asked(new Noting(Sorter.shipped()), BURUNDI);
        load(activity("B-1", "BI", "Training of the police"), activity("B-2", "BI", "Reform of the army"));
        Noting later = new Noting(Sorter.shipped());

        List<SupportMap> found = asked(later, BURUNDI);

        assertThat(later.read).containsOnly("Reform of the army");
        Files.delete(kept().getFirst());
        assertSame(found, asked(new Noting(Sorter.shipped()), BURUNDI));
    }

    @Test
    void anotherModelReadsForItselfAndNeitherLosesWhatIsKept() {
        List<SupportMap> learned = asked(new Noting(Sorter.shipped()), BURUNDI);
        Noting rules = new Noting(Sorter.byRules());
        List<SupportMap> byRules = asked(rules, BURUNDI);
        Noting learnedAgain = new Noting(Sorter.shipped());
        Noting rulesAgain = new Noting(Sorter.byRules());

        assertThat(rules.read).isNotEmpty();
        assertSame(asked(learnedAgain, BURUNDI), learned);
        assertSame(asked(rulesAgain, BURUNDI), byRules);
        assertThat(learnedAgain.read).isEmpty();
        assertThat(rulesAgain.read).isEmpty();
    }

    @Test
    void ofManyModelsThatAreTriedOutFewAreKept() throws IOException {
        for (int trial = 0; trial < 6; trial++) {
            String edition = "trial " + trial;
            asked(
                    new Noting(Sorter.shipped()) {
                        @Override
                        public String edition() {
                            return edition;
                        }
                    },
                    BURUNDI);
        }

        assertThat(kept()).hasSize(3);
    }

    @Test
    void twoProcessesAtOnceKeepWhatBothSorted() {
        try (Evidence one = Evidence.open(data);
                Evidence other = Evidence.open(data)) {
            Supports ofOne = new Supports(Sorter.shipped(), 1);
            Supports ofOther = new Supports(Sorter.shipped(), 1);
            ofOne.of(one.snapshot(), CHAD, Period.ALL);
            ofOther.of(other.snapshot(), BURUNDI, Period.ALL);
            // Who began before the other had written writes after it.
            ofOne.of(one.snapshot(), BURUNDI, Period.ALL);
        }
        Noting later = new Noting(Sorter.shipped());

        asked(later, BURUNDI, CHAD);

        assertThat(later.read).isEmpty();
    }

    @Test
    void damagedOrHalfWrittenAnswersAreReadAgainAndReplaced() throws IOException {
        List<SupportMap> found = asked(Sorter.shipped(), BURUNDI);
        Path file = kept().getFirst();
        byte[] whole = Files.readAllBytes(file);
        byte[] changed = whole.clone();
        changed[whole.length / 2] ^= 1;
        for (byte[] damaged : List.of(new byte[0], java.util.Arrays.copyOf(whole, whole.length / 2), changed)) {
            Files.write(file, damaged);
            Noting sorter = new Noting(Sorter.shipped());

            assertSame(asked(sorter, BURUNDI), found);

            assertThat(sorter.read).isNotEmpty();
            assertThat(file).hasBinaryContent(whole);
        }
    }

    @Test
    void whatAKilledProcessLeftBehindIsSweptByTheNextLoad() throws IOException {
        Path half = Files.write(data.resolve("work").resolve("put-killed"), new byte[] {1, 2, 3});

        load(activity("B-3", "BI", "Prisons"));

        assertThat(half).doesNotExist();
    }

    @Test
    void aFolderInWhichNothingCanBeWrittenAnswersTheSame() throws IOException {
        List<SupportMap> found = asked(Sorter.shipped(), BURUNDI);
        Files.delete(kept().getFirst());
        Files.delete(data.resolve("derived"));
        // Nobody, not even an administrator, makes a folder where a file is.
        Files.writeString(data.resolve("derived"), "a file");

        assertSame(asked(new Noting(Sorter.shipped()), BURUNDI), found);
        assertSame(asked(new Noting(Sorter.shipped()), BURUNDI), found);

        assertThat(data.resolve("derived")).hasContent("a file");
    }

    @Test
    void fewNewAnswersAreNotWorthWriting() {
        try (Evidence evidence = Evidence.open(data)) {
            Supports.shipped().of(evidence.snapshot(), BURUNDI, Period.ALL);
        }

        assertThat(data.resolve("derived")).doesNotExist();
    }
}
