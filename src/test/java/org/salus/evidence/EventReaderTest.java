package org.salus.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.salus.SharedData;

class EventReaderTest {
    private static int deaths(FoundFacts found, int year) {
        return found.events.stream()
                .filter(event -> year == 0 || event.year() == year)
                .mapToInt(ConflictEvent::best)
                .sum();
    }

    @Test
    void colombias_events_add_up_to_the_publishers_totals() throws IOException {
        FoundFacts found = FoundFacts.in(SharedData.file("conflict/conflict_data_col.csv"));
        assertThat(deaths(found, 0)).isEqualTo(27_617);
        assertThat(deaths(found, 2002)).isEqualTo(3_427);
        assertThat(deaths(found, 2016)).isEqualTo(38);
        assertThat(found.events).allMatch(event -> event.iso3().equals("COL"));
        assertThat(found.issues).extracting(ImportIssue::kind).containsOnly(IssueKind.HXL_ROW);
    }

    @Test
    void nigerias_events_add_up_although_columns_are_named_and_ordered_otherwise() throws IOException {
        FoundFacts found = FoundFacts.in(SharedData.file("conflict/conflict_data_nga.csv"));
        assertThat(deaths(found, 0)).isEqualTo(57_032);
        assertThat(deaths(found, 2014)).isEqualTo(10_334);
        assertThat(found.events).allMatch(event -> event.iso3().equals("NGA"));
        assertThat(found.events)
                .filteredOn(event -> event.violence() == 1)
                .isNotEmpty()
                .allMatch(ConflictEvent::stateA);
        assertThat(found.issues).extracting(ImportIssue::kind).containsOnly(IssueKind.HXL_ROW);
    }

    @Test
    void older_releases_call_the_best_estimate_otherwise_and_have_no_country_code() throws IOException {
        FoundFacts found = FoundFacts.in("ged.csv", """
                id;year;type_of_violence;conflict_name;side_a;side_b;country;country_id;adm_1;latitude;longitude;where_prec;date_start;date_end;best_est;low_est;high_est
                7;2008;1;Burundi: Government;Government of Burundi;Palipehutu-FNL;Burundi;516;Bujumbura Rural province;-3.5;29.4;2;2008-04-17 00:00:00.000;2008-04-18;12;10;15
                """);
        assertThat(found.issues).isEmpty();
        assertThat(found.events)
                .singleElement()
                .isEqualTo(new ConflictEvent(
                        "7",
                        "",
                        "BDI",
                        2008,
                        LocalDate.of(2008, 4, 17),
                        LocalDate.of(2008, 4, 18),
                        1,
                        "Burundi: Government",
                        "Government of Burundi",
                        "Palipehutu-FNL",
                        true,
                        false,
                        "Bujumbura Rural province",
                        -3.5,
                        29.4,
                        2,
                        12,
                        10,
                        15));
    }

    @Test
    void a_row_that_cannot_be_counted_is_left_out_and_named() throws IOException {
        FoundFacts found = FoundFacts.in("ged.csv", """
                id,year,type_of_violence,side_a,side_b,country,iso3,latitude,longitude,best
                1,2008,1,A,B,Burundi,BDI,-3.5,29.4,3
                1,2008,1,A,B,Burundi,BDI,-3.5,29.4,3
                2,2008,9,A,B,Burundi,BDI,-3.5,29.4,3
                3,2008,1,A,B,Atlantis,,-3.5,29.4,3
                4,2008,1,A,B,Burundi,BDI,-95,29.4,-3
                5,2008,1,A,B,Burundi,BDI,-95,29.4,3
                """);
        assertThat(found.events).extracting(ConflictEvent::id).containsExactly("1", "5");
        assertThat(found.events.getLast().latitude()).isNull();
        assertThat(found.issues)
                .extracting(ImportIssue::kind, ImportIssue::line)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(IssueKind.REPEATED_ROW, 3L),
                        org.assertj.core.groups.Tuple.tuple(IssueKind.BAD_ROW, 4L),
                        org.assertj.core.groups.Tuple.tuple(IssueKind.UNKNOWN_COUNTRY, 5L),
                        org.assertj.core.groups.Tuple.tuple(IssueKind.BAD_VALUE, 6L),
                        org.assertj.core.groups.Tuple.tuple(IssueKind.BAD_ROW, 6L),
                        org.assertj.core.groups.Tuple.tuple(IssueKind.BAD_COORDINATES, 7L));
    }
}
