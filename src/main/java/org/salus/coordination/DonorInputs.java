package org.salus.coordination;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.salus.evidence.DataDay;
import org.salus.portfolio.Measure;
import org.salus.portfolio.Period;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.SupportRow;

/**
 * What the profiles of donors are computed from: the map of support and its day. How activities hang together, what is planned and who implements takes far longer to find out,
 * and no profile depends on it.
 *
 * @param measure what money counts
 * @param period of which money is counted
 * @param rows of every year, measure and area
 * @param activities of every year
 * @param kinds what each donor is: a country, multilateral …
 * @param asOf the day the data are of; empty if no activities are loaded
 */
record DonorInputs(
        Measure measure,
        Period period,
        List<SupportRow> rows,
        List<SortedActivity> activities,
        Map<String, String> kinds,
        Optional<DataDay> asOf) {
    DonorInputs {
        rows = List.copyOf(rows);
        activities = List.copyOf(activities);
        kinds = Map.copyOf(kinds);
    }

    /** Rows of reform support in the measure, of every year. */
    List<SupportRow> counted() {
        return rows.stream()
                .filter(row -> row.measure() == measure && row.area().isSsr())
                .toList();
    }

    /** Those of some that are of the period. */
    List<SupportRow> inPeriod(Collection<SupportRow> some) {
        return some.stream()
                .filter(row -> {
                    Integer year = row.year();
                    return year == null ? period.isAll() : period.contains(year);
                })
                .toList();
    }

    Optional<LocalDate> day() {
        return asOf.map(DataDay::day);
    }

    /** The last year that was over on the day of the data. */
    OptionalInt lastFullYear() {
        return day().map(day -> OptionalInt.of(day.plusDays(1).getYear() - 1)).orElseGet(OptionalInt::empty);
    }

    /** The last year that was over and has money, whatever it is for; what comes later nobody has published yet. */
    OptionalInt lastYearWithMoney() {
        OptionalInt full = lastFullYear();
        if (full.isEmpty()) {
            return OptionalInt.empty();
        }
        return rows.stream()
                .filter(row -> row.measure() == measure)
                .flatMap(row -> Optional.ofNullable(row.year()).stream())
                .mapToInt(Integer::intValue)
                .filter(year -> year <= full.getAsInt())
                .max();
    }
}
