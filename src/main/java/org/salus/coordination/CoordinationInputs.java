package org.salus.coordination;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.salus.evidence.Country;
import org.salus.evidence.DataDay;
import org.salus.portfolio.Measure;
import org.salus.portfolio.Organisations;
import org.salus.portfolio.Period;
import org.salus.portfolio.PlannedSupport;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.SupportRow;

/**
 * What coordination is computed from.
 *
 * @param measure what money counts in every answer but what was planned
 * @param rows of every year, measure and area
 * @param activities of every year
 * @param kinds what each donor is: a country, multilateral …
 * @param ties of the activities, as they state them
 * @param planned budgets and planned disbursements of every year
 * @param places of activities by identifier: names of first-level units, or a word for why none is told
 * @param asOf the day the data are of; empty if no activities are loaded
 */
record CoordinationInputs(
        Country country,
        String currency,
        Measure measure,
        Period period,
        List<SupportRow> rows,
        List<SortedActivity> activities,
        Map<String, String> kinds,
        Organisations organisations,
        Ties ties,
        PlannedSupport planned,
        Map<String, List<String>> places,
        Optional<DataDay> asOf) {
    CoordinationInputs {
        rows = List.copyOf(rows);
        activities = List.copyOf(activities);
        kinds = Map.copyOf(kinds);
        places = Map.copyOf(places);
    }

    /** What of it the profiles of donors are computed from. */
    DonorInputs ofDonors() {
        return new DonorInputs(measure, period, rows, activities, kinds, asOf);
    }

    /** Rows of reform support in the measure, of every year. */
    List<SupportRow> counted() {
        return ofDonors().counted();
    }

    /** Those of the period. */
    List<SupportRow> inPeriod() {
        return inPeriod(counted());
    }

    List<SupportRow> inPeriod(Collection<SupportRow> some) {
        return ofDonors().inPeriod(some);
    }

    Optional<LocalDate> day() {
        return asOf.map(DataDay::day);
    }

    /** The last year that was over on the day of the data. */
    OptionalInt lastFullYear() {
        return ofDonors().lastFullYear();
    }

    /** The last year that was over and has money, whatever it is for; what comes later nobody has published yet. */
    OptionalInt lastYearWithMoney() {
        return ofDonors().lastYearWithMoney();
    }

    /** The first year that has money, whatever it is for. */
    OptionalInt firstYearWithMoney() {
        return rows.stream()
                .filter(row -> row.measure() == measure)
                .flatMap(row -> Optional.ofNullable(row.year()).stream())
                .mapToInt(Integer::intValue)
                .min();
    }
}
