package org.salus.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/** A table of provisions of invented agreements as figures of a study. */
class CountedRecordsTest {
    private static final PanelTable PROVISIONS = Tables.of("""
            agreement,signed,place,provision,police
            A1,2001-03-05,North,truce,0
            A1,2001-03-05,North,vetting,1
            A1,2001-03-05,North,training,1
            A2,2001,South,borders,0
            A3,2004-01-01,North,pay,yes
            A3,2004-01-01,North,pay,yes
            A4,soon,North,truce,0
            A5,2003-01-01,,truce,0
            A6,1950-01-01,South,truce,0
            A7,2003-01-01,South,truce,perhaps
            """);

    private static CountedRecords.Counted counted(String distinct, String where, String covers) {
        return CountedRecords.of(PROVISIONS, new CountedRecords.Asked("place", "signed", distinct, where, covers));
    }

    private static List<String> rows(CountedRecords.Counted counted) {
        return counted.table().rows().stream()
                .map(row -> String.join(" ", row.cells()))
                .toList();
    }

    @Test
    void rows_are_counted_per_place_and_year() {
        assertThat(counted("", "", "").table().heads()).containsExactly("unit", "year", "count");
        assertThat(rows(counted("", "", "")))
                .containsExactly("North 2001 3", "North 2004 1", "South 1950 1", "South 2001 1", "South 2003 1");
    }

    @Test
    void different_values_are_counted_once_and_rows_with_a_flag_alone() {
        assertThat(rows(counted("agreement", "", ""))).contains("North 2001 1");
        assertThat(rows(counted("", "police", "")))
                .as("where it is open whether a row counts there is no figure")
                .containsExactly("North 2001 2", "North 2004 1", "South 1950 0", "South 2001 0");
    }

    @Test
    void where_the_table_is_complete_a_year_without_a_record_has_none() {
        assertThat(rows(counted("agreement", "", "2001-2004")))
                .containsExactly(
                        "North 2001 1",
                        "North 2002 0",
                        "North 2003 0",
                        "North 2004 1",
                        "South 2001 1",
                        "South 2002 0",
                        "South 2003 1",
                        "South 2004 0");
    }

    @Test
    void more_figures_than_a_study_keeps_are_refused_before_they_are_made() {
        StringBuilder rows = new StringBuilder("place,signed\n");
        for (int place = 0; place < 60_000; place++) {
            rows.append(place).append(",0001\n").append(place).append(",9999\n");
        }
        PanelTable many = Tables.of(rows.toString());
        for (String covers : List.of("", "0001-0300")) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> assertThatThrownBy(() -> CountedRecords.of(
                                    many, new CountedRecords.Asked("place", "signed", "", "", covers)))
                            .isInstanceOfSatisfying(
                                    Failure.class,
                                    failure ->
                                            assertThat(failure.sentence().key()).isEqualTo("impact.count.too-many")));
        }
    }

    @Test
    void a_table_of_which_all_is_open_says_so() {
        assertThatThrownBy(() -> counted("", "provision", "")).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.sentence().key()).isEqualTo("impact.count.all-open");
            assertThat(failure.field()).contains("count-where");
        });
    }

    @Test
    void what_is_not_counted_is_said() {
        assertThat(counted("", "police", "2001-2004").says())
                .extracting(Sentence::key)
                .containsExactly(
                        "impact.count.rows",
                        "impact.count.where",
                        "impact.count.covers",
                        "impact.count.left.unit",
                        "impact.count.left.year",
                        "impact.count.left.outside",
                        "impact.count.left.twice",
                        "impact.count.left.open");
    }

    @ParameterizedTest
    @CsvSource({
        "nowhere, signed, '', count-by",
        "place, nothing, '', count-year",
        "place, provision, '', count-year",
        "place, signed, soon, count-covers",
        "place, signed, 2004-2001, count-covers",
        "place, signed, 0001-9999, count-covers",
    })
    void what_cannot_be_counted_so_is_said_at_its_field(String by, String year, String covers, String field) {
        assertThatThrownBy(() -> CountedRecords.of(PROVISIONS, new CountedRecords.Asked(by, year, "", "", covers)))
                .isInstanceOfSatisfying(
                        Failure.class, refused -> assertThat(refused.field()).contains(field));
    }
}
