package org.salus.portal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.salus.context.GovernancePanel;
import org.salus.context.Premise;
import org.salus.context.Premises;
import org.salus.evidence.Activity;
import org.salus.evidence.Country;
import org.salus.evidence.DataDay;
import org.salus.evidence.Snapshot;
import org.salus.evidence.SourceVersion;
import org.salus.framework.Sentence;
import org.salus.portfolio.Period;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.SupportMap;
import org.salus.portfolio.Supports;

/**
 * A country on one page: who supports what, on which premise, what ends soon, what is left out, from which sources. Page, documents, command line and
 * API show this one record.
 *
 * @param asOf the day the newest activity data carry; "within twelve months" counts from it, so that the same snapshot gives the same brief. Where no file
 *     states one it is the day of the last load
 * @param dated whether a file states that day
 * @param ending activities of reform support that end within twelve months of that day, the first to end first
 * @param origins the files that these answers come from, with whose they are
 * @param notice what readers must know of everything loaded, such as that it is a demo
 */
public record Brief(
        Country country,
        String snapshot,
        SupportMap support,
        Premise premise,
        GovernancePanel governance,
        CrsCheck crs,
        Optional<LocalDate> asOf,
        boolean dated,
        List<SortedActivity> ending,
        List<Origin> origins,
        Optional<Sentence> notice) {
    public Brief {
        ending = List.copyOf(ending);
        origins = List.copyOf(origins);
    }

    /** The versions of sources that these answers come from. */
    public List<SourceVersion> sources() {
        return origins.stream().map(Origin::version).toList();
    }

    /**
     * The brief of a country from a snapshot.
     *
     * @param currency ISO 4217 code of the sums; what the OECD was told stays in US dollars, as it is published
     */
    public static Brief of(
            Snapshot snapshot, Supports supports, Premises premises, Country country, Period period, String currency) {
        SupportMap support = supports.of(snapshot, country, period, currency);
        Map<String, Long> activities = support.activities().stream()
                .collect(Collectors.groupingBy(sorted -> sorted.activity().source(), Collectors.counting()));
        Set<String> observed = snapshot.observations().sources(country);
        // What the money comes from stands first: a page with little room names the first files of a licence only.
        List<SourceVersion> sources = snapshot.versions().stream()
                .filter(version -> version.current()
                        && (activities.containsKey(version.source()) || observed.contains(version.source())))
                .sorted(Comparator.comparing(
                        (SourceVersion version) -> activities.getOrDefault(version.source(), 0L),
                        Comparator.reverseOrder()))
                .toList();
        Optional<DataDay> dataDay = DataDay.of(sources);
        Optional<LocalDate> asOf = dataDay.map(DataDay::day);
        return new Brief(
                country,
                snapshot.id(),
                support,
                premises.of(snapshot, country, period.from(), period.to()),
                premises.governance(snapshot, country),
                CrsCheck.of(
                        snapshot,
                        country,
                        supports.of(snapshot, country, period),
                        supports.of(snapshot, country, Period.ALL)),
                asOf,
                dataDay.map(DataDay::isStated).orElse(false),
                // What ends does not depend on the years whose money is counted.
                ending(supports.of(snapshot, country, Period.ALL, currency), asOf),
                Origin.of(snapshot, country, sources),
                DemoFiles.notice(snapshot));
    }

    private static List<SortedActivity> ending(SupportMap support, Optional<LocalDate> asOf) {
        if (asOf.isEmpty()) {
            return List.of();
        }
        LocalDate from = asOf.get();
        LocalDate to = from.plusYears(1);
        return support.activities().stream()
                .filter(sorted -> sorted.sorting().area().isSsr())
                .filter(sorted -> endsBetween(sorted.activity(), from, to))
                .sorted(Comparator.comparing((SortedActivity sorted) ->
                                String.valueOf(sorted.activity().end()))
                        .thenComparing(sorted -> sorted.activity().identifier()))
                .toList();
    }

    private static boolean endsBetween(Activity activity, LocalDate from, LocalDate to) {
        LocalDate end = activity.end();
        return end != null && !end.isBefore(from) && !end.isAfter(to);
    }
}
