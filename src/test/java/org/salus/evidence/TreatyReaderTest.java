package org.salus.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salus.SharedData;

class TreatyReaderTest {
    private static final String HEAD = "Participant,Signature,\"Ratification, Accession(a), Succession(d)\"\n";

    private static List<TreatyAct> acts(FoundFacts found, String iso3) {
        return found.treaties.stream()
                .map(TreatyFact::act)
                .filter(Objects::nonNull)
                .filter(act -> act.iso3().equals(iso3))
                .toList();
    }

    private static TreatyFact table(FoundFacts found) {
        return found.treaties.getFirst();
    }

    @Test
    void the_mark_behind_a_date_says_which_act_it_was() throws IOException {
        FoundFacts found = FoundFacts.in(
                "4-9.csv", HEAD + "Burundi,,18 Feb 1993 a\nSerbia,,12 Mar 2001 d\nAfghanistan,4 Feb 1985,1 Apr 1987\n");

        assertThat(acts(found, "BDI"))
                .containsExactly(new TreatyAct(
                        "4-9", "BDI", TreatyAct.Kind.ACCESSION, Optional.of(LocalDate.of(1993, 2, 18)), false, 2));
        assertThat(acts(found, "SRB")).extracting(TreatyAct::kind).containsExactly(TreatyAct.Kind.SUCCESSION);
        assertThat(acts(found, "AFG"))
                .extracting(TreatyAct::kind)
                .containsExactly(TreatyAct.Kind.SIGNATURE, TreatyAct.Kind.RATIFICATION);
        assertThat(found.issues).isEmpty();
    }

    @Test
    void a_mark_means_what_the_head_of_its_column_says() throws IOException {
        FoundFacts found = FoundFacts.in("4-9-b.csv", """
                Participant,"Signature, Succession to signature(d)","Approval(AA), Acceptance(A), Ratification"
                Montenegro,23 Oct 2006 d,6 Mar 2009 A
                Japan,,6 Mar 2009 AA
                """);

        assertThat(acts(found, "MNE"))
                .extracting(TreatyAct::kind)
                .containsExactly(TreatyAct.Kind.SUCCESSION_TO_SIGNATURE, TreatyAct.Kind.ACCEPTANCE);
        assertThat(acts(found, "JPN")).extracting(TreatyAct::kind).containsExactly(TreatyAct.Kind.APPROVAL);
    }

    @Test
    void figures_of_notes_belong_to_no_name_and_no_date() throws IOException {
        FoundFacts found = FoundFacts.in(
                "4-4.csv", HEAD + "\"China 4, 5\",5 Oct 1998 6,\nGermany¹,9 Oct 1968,\"17 Dec 1973 a\"\n");

        assertThat(acts(found, "CHN"))
                .extracting(TreatyAct::on)
                .containsExactly(Optional.of(LocalDate.of(1998, 10, 5)));
        assertThat(acts(found, "DEU")).hasSize(2);
    }

    @Test
    void what_stands_in_brackets_is_over_and_withdrawals_have_two_days() throws IOException {
        FoundFacts found = FoundFacts.in("18-10.csv", """
                Participant,Ratification,Notification of withdrawal,Effective date of withdrawal
                Burundi,[21 Sep 2004],27 Oct 2016,27 Oct 2017
                """);

        assertThat(acts(found, "BDI"))
                .extracting(TreatyAct::kind, TreatyAct::isBracketed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(TreatyAct.Kind.RATIFICATION, true),
                        org.assertj.core.groups.Tuple.tuple(TreatyAct.Kind.WITHDRAWAL_NOTIFIED, false),
                        org.assertj.core.groups.Tuple.tuple(TreatyAct.Kind.WITHDRAWAL, false));
        assertThat(table(found).tellsWithdrawals()).isTrue();
        assertThat(table(found).tellsReservations()).isFalse();
    }

    @Test
    void names_nobody_knows_are_named_and_former_states_are_not_given_to_anybody() throws IOException {
        FoundFacts found = FoundFacts.in(
                "4-1.csv", HEAD + "Atlantis,1 Jan 1950,\nYugoslavia,11 Dec 1948,29 Aug 1950\nFrance,1 Jan 1950,\n");

        assertThat(found.issues(IssueKind.UNKNOWN_COUNTRY))
                .singleElement()
                .satisfies(issue -> assertThat(issue.arguments()).containsExactly("Atlantis"));
        assertThat(found.issues(IssueKind.NOT_A_COUNTRY))
                .singleElement()
                .satisfies(issue -> assertThat(issue.line()).isEqualTo(3));
        assertThat(acts(found, "SRB")).isEmpty();
        assertThat(acts(found, "FRA")).hasSize(1);
    }

    @Test
    void broken_cells_are_told_and_the_rest_is_read() throws IOException {
        FoundFacts found = FoundFacts.in(
                "4-9.csv",
                "\uFEFF" + HEAD
                        + "Chad,31 Feb 1990,9 Jun 1995 a\nChad,,1 Jan 2000\nMali,soon,26 Feb 1999 q\n,1 Jan 1990,\nNiger\n");

        assertThat(acts(found, "TCD")).extracting(TreatyAct::kind).containsExactly(TreatyAct.Kind.ACCESSION);
        assertThat(found.issues(IssueKind.BAD_VALUE)).hasSize(3);
        assertThat(found.issues(IssueKind.REPEATED_ROW)).hasSize(1);
        assertThat(found.issues(IssueKind.BAD_ROW)).hasSize(1);
        assertThat(acts(found, "MLI")).isEmpty();
    }

    @Test
    void endless_cells_end_soon() {
        String figures = "1".repeat(100_000);
        String blanks = " ".repeat(100_000);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            FoundFacts found = FoundFacts.in(
                    "4-9.csv",
                    "status as at" + " ".repeat(5_000) + "x\n" + HEAD + figures + "x,1 Jan 1990,\nMali," + figures
                            + "x,\nChad,1 Jan 1990" + "¹".repeat(5_000) + "x,\nNiger,,5 Oct 1998 a\n");
            assertThat(acts(found, "NER")).hasSize(1);
            assertThat(found.issues(IssueKind.BAD_VALUE)).hasSize(2);
        });
        assertThat(TreatyReader.fits(List.of("Participant", "Signature," + blanks + "x")))
                .isFalse();
    }

    @Test
    void columns_that_say_nothing_about_being_bound_are_left_out_and_named() throws IOException {
        FoundFacts found = FoundFacts.in(
                "26-8.csv",
                "Participant,Signature,Provisional application under article 23(n),Ratification\nSerbia,12 Aug 2013,12 Aug 2013 n,\n");

        assertThat(acts(found, "SRB")).hasSize(1);
        assertThat(found.issues(IssueKind.COLUMN_LEFT_OUT))
                .singleElement()
                .satisfies(issue ->
                        assertThat(issue.arguments()).containsExactly("Provisional application under article 23(n)"));
    }

    @Test
    void the_day_of_a_table_stands_above_it_or_in_the_name_of_its_file() throws IOException {
        FoundFacts above = FoundFacts.in(
                "IV-9.csv", "\"STATUS AS AT : 03-11-2025 09:15:40 EDT\"\n" + HEAD + "Mali,,26 Feb 1999 a\n");
        FoundFacts named = FoundFacts.in("4-9-b-2024-05-31.csv", HEAD + "Mali,,12 May 2005 a\n");
        FoundFacts archived = FoundFacts.in("treaties-2024-05-31.zip!4-9-b.csv", HEAD + "Mali,,12 May 2005 a\n");
        FoundFacts silent = FoundFacts.in("4-9-b.csv", HEAD + "Mali,,12 May 2005 a\n");

        assertThat(table(above).asAt()).contains(LocalDate.of(2025, 11, 3));
        assertThat(table(named).asAt()).contains(LocalDate.of(2024, 5, 31));
        assertThat(table(archived).asAt()).contains(LocalDate.of(2024, 5, 31));
        assertThat(table(silent).asAt()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "4-9.csv, 4-9",
        "IV-9-b.csv, 4-9-b",
        "XVIII-10.xlsx, 18-10",
        "treaties.zip!untreaties/26-8.csv, 26-8",
        "4-11-b_2024-05-31.csv, 4-11-b",
        "Kampala Convention.csv, kampala-convention"
    })
    void the_name_of_the_file_says_which_treaty_it_is(String file, String treaty) {
        assertThat(TreatyReader.treaty(file)).isEqualTo(treaty);
    }

    @ParameterizedTest
    @CsvSource({
        "18-10, BDI, RATIFICATION, 2004-09-21",
        "4-9, BDI, ACCESSION, 1993-02-18",
        "26-8, BDI, SIGNATURE, 2013-06-03",
        "18-14, LBR, ACCESSION, 2005-09-16",
        "4-9, SRB, SUCCESSION, 2001-03-12",
        "4-9, MKD, SUCCESSION, 1994-12-12"
    })
    void the_tables_of_2015_are_read_as_they_are(String treaty, String iso3, TreatyAct.Kind kind, LocalDate on)
            throws IOException {
        Path file = SharedData.file("treaties/untreaties/" + treaty + ".csv");

        assertThat(acts(FoundFacts.in(file), iso3)).anySatisfy(act -> {
            assertThat(act.kind()).isEqualTo(kind);
            assertThat(act.on()).contains(on);
        });
    }

    @Test
    void of_all_tables_of_2015_nothing_is_lost_without_a_word() throws IOException {
        Path folder = SharedData.file("treaties/untreaties/4-9.csv").getParent();
        int acts = 0;
        List<ImportIssue> cells = new ArrayList<>();
        try (Stream<Path> files = Files.list(Objects.requireNonNull(folder))) {
            for (Path file : files.sorted().toList()) {
                if (TreatyReader.fits(
                        TableRows.first(Files.readAllBytes(file), true).getFirst())) {
                    FoundFacts found = FoundFacts.in(file);
                    acts += found.treaties.size() - 1;
                    cells.addAll(found.issues(IssueKind.BAD_VALUE));
                    assertThat(found.issues(IssueKind.UNKNOWN_COUNTRY))
                            .allSatisfy(issue -> assertThat(issue.arguments().getFirst())
                                    .containsAnyOf(
                                            "Organi",
                                            "Communit",
                                            "Union",
                                            "United Nations",
                                            "Council",
                                            "Agency",
                                            "Common Market"));
                }
            }
        }
        assertThat(acts).isGreaterThan(20_000);
        assertThat(cells).hasSizeLessThan(60);
    }
}
