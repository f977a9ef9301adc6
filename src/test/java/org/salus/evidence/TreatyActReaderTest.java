package org.salus.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.SharedData;

class TreatyActReaderTest {
    private static final String HEAD = "Country,Treaty,Act,Date,Status as at,Source\n";
    private static final Path DEMO = Path.of("demo/treaties-burundi.csv");

    @TempDir
    Path folder;

    private static List<TreatyAct> acts(FoundFacts found) {
        return found.treaties.stream()
                .map(TreatyFact::act)
                .filter(Objects::nonNull)
                .toList();
    }

    private static TreatyTable.Status told(Evidence evidence, String iso3) {
        return evidence.snapshot().observations().treaties(Countries.shipped().get(iso3));
    }

    private void load(Evidence evidence, String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        LoadReport report = evidence.loads().load(List.of(new LoadInput(name, name, file)), null, Progress.SILENT);
        assertThat(report.hasFailures()).isFalse();
    }

    @Test
    void a_table_tells_acts_about_several_treaties() throws IOException {
        FoundFacts found = FoundFacts.in(
                "acts.csv",
                HEAD + "Burundi,IV-9,accession,1993-02-18,2015-03-12,Collection\n"
                        + "BDI,kampala,signature,2009-10-23,2015-03-12,African Union\n"
                        + "Burundi,4-13,none,,2015-03-12,Collection\n");

        assertThat(acts(found))
                .containsExactly(
                        new TreatyAct(
                                "4-9",
                                "BDI",
                                TreatyAct.Kind.ACCESSION,
                                Optional.of(LocalDate.of(1993, 2, 18)),
                                false,
                                2),
                        new TreatyAct(
                                "kampala",
                                "BDI",
                                TreatyAct.Kind.SIGNATURE,
                                Optional.of(LocalDate.of(2009, 10, 23)),
                                false,
                                3));
        assertThat(found.treaties).extracting(TreatyFact::of).containsOnly("BDI");
        assertThat(found.licences).containsExactly("Collection", "African Union");
        assertThat(found.issues).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_told_with_its_line_and_the_rest_is_read() throws IOException {
        FoundFacts found = FoundFacts.in(
                "acts.csv",
                HEAD + "Atlantis,4-9,accession,1993-02-18,,\n"
                        + "Mali,4-9,promise,1993-02-18,,\n"
                        + "Mali,4-9,accession,soon,,\n"
                        + "Mali,4-9,accession,1999-02-26,yesterday,\n"
                        + ",4-9,accession,1999-02-26,,\n"
                        + "Chad,4-9,none,,,\n"
                        + "Chad,4-9,accession,1995-06-09,,\n"
                        + "Niger,4-9,accession,1998-10-05,,\n"
                        + "Niger,4-9,accession,1998-10-05,,\n");

        assertThat(found.issues(IssueKind.UNKNOWN_COUNTRY))
                .extracting(ImportIssue::line)
                .containsExactly(2L);
        assertThat(found.issues(IssueKind.BAD_VALUE))
                .extracting(ImportIssue::line)
                .containsExactly(3L, 4L, 5L);
        assertThat(found.issues(IssueKind.BAD_ROW))
                .extracting(ImportIssue::line)
                .containsExactly(6L);
        assertThat(found.issues(IssueKind.REPEATED_ROW))
                .as("named and not named at once; the same again")
                .extracting(ImportIssue::line)
                .containsExactly(8L, 10L);
        assertThat(acts(found)).extracting(TreatyAct::iso3).containsExactly("NER");
    }

    @Test
    void it_speaks_of_the_states_it_names_and_of_no_other() throws IOException {
        try (Evidence evidence = Evidence.open(folder.resolve("data"))) {
            load(
                    evidence,
                    "acts.csv",
                    HEAD + "Burundi,4-9,accession,1993-02-18,2015-03-12,\nMali,4-13,none,,2015-03-12,\n"
                            + "Burundi,18-10,withdrawal,2017-10-27,2017-10-27,\nMali,18-10,signature,1998-07-17,2015-03-12,\n");

            assertThat(told(evidence, "BDI").tables())
                    .extracting(TreatyTable::treaty, TreatyTable::tellsWithdrawals)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("18-10", true),
                            org.assertj.core.groups.Tuple.tuple("4-9", false));
            assertThat(told(evidence, "RWA").tables()).isEmpty();
            assertThat(told(evidence, "MLI").table("4-13"))
                    .as("not named by the depositary's table")
                    .isPresent();
            assertThat(told(evidence, "MLI").acts("4-13")).isEmpty();
            assertThat(told(evidence, "MLI").table("18-10")).hasValueSatisfying(table -> {
                assertThat(table.asAt()).contains(LocalDate.of(2015, 3, 12));
                assertThat(table.tellsWithdrawals()).isFalse();
            });
        }
    }

    @Test
    void of_a_state_it_does_not_name_the_table_of_all_states_still_tells() throws IOException {
        try (Evidence evidence = Evidence.open(folder.resolve("data"))) {
            load(
                    evidence,
                    "4-9-2015-03-12.csv",
                    "Participant,Signature,\"Ratification, Accession(a)\"\nMali,,26 Feb 1999 a\n");
            load(evidence, "acts.csv", HEAD + "Burundi,4-9,accession,1993-02-18,2020-01-01,\n");

            assertThat(told(evidence, "MLI").acts("4-9")).hasSize(1);
            assertThat(told(evidence, "MLI").table("4-9").orElseThrow().file()).isEqualTo("4-9-2015-03-12.csv");
            assertThat(told(evidence, "BDI").table("4-9").orElseThrow().file()).isEqualTo("acts.csv");
            assertThat(told(evidence, "RWA").acts("4-9")).isEmpty();
            assertThat(told(evidence, "RWA").table("4-9")).isPresent();
        }
    }

    @Test
    void the_demo_tells_of_burundi_what_the_tables_of_2015_tell() throws IOException {
        List<TreatyAct> demo = acts(FoundFacts.in(DEMO));
        Path tables = SharedData.file("treaties/untreaties");
        for (String treaty : demo.stream().map(TreatyAct::treaty).distinct().toList()) {
            Stream<TreatyAct> there = acts(FoundFacts.in(tables.resolve(treaty + ".csv"))).stream()
                    .filter(act -> act.iso3().equals("BDI"));
            assertThat(demo.stream()
                            .filter(act -> act.treaty().equals(treaty))
                            .filter(act -> act.on().orElseThrow().getYear() < 2016)
                            .map(TreatyActReaderTest::told))
                    .as(treaty)
                    .containsExactlyInAnyOrderElementsOf(
                            there.map(TreatyActReaderTest::told).toList());
        }
        assertThat(demo.stream().filter(act -> act.on().orElseThrow().getYear() >= 2016))
                .extracting(TreatyAct::treaty, TreatyAct::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("18-10", TreatyAct.Kind.WITHDRAWAL_NOTIFIED),
                        org.assertj.core.groups.Tuple.tuple("18-10", TreatyAct.Kind.WITHDRAWAL));
    }

    private static List<Object> told(TreatyAct act) {
        return List.of(act.kind(), act.on());
    }
}
