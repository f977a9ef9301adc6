package org.salus.evidence;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a part holds, known without opening it.
 *
 * @param stamp newest stamp of its activities, ISO 8601; empty if it has none
 * @param version version of the IATI standard of its first activities; null if it has none
 * @param reporters identifiers of at most three reporting organisations, to name a source by
 * @param systemCountry the country whose own aid-information system all its activities come from, if so
 * @param issues number by severity
 * @param firstYear of events, indicators or CRS amounts; null if it has none
 * @param lastYear of the same
 * @param treatyActs acts of states about treaties; null in parts of earlier builds
 * @param licences under which the publishers give it, as far as their descriptors or the file itself say
 */
public record PartCounts(
        int activities,
        int transactions,
        int locations,
        int events,
        int indicatorValues,
        int crsAmounts,
        int outlines,
        String stamp,
        @Nullable String version,
        List<String> reporters,
        @Nullable String systemCountry,
        Map<Severity, Integer> issues,
        @Nullable Integer firstYear,
        @Nullable Integer lastYear,
        @Nullable List<String> licences,
        @Nullable Integer treatyActs) {
    public PartCounts {
        // Parts of earlier builds do not say.
        licences = licences == null ? List.of() : List.copyOf(licences);
        reporters = List.copyOf(reporters);
        issues = Map.copyOf(new TreeMap<>(issues));
    }

    /** Number of acts of states about treaties. */
    public int actsOnTreaties() {
        return treatyActs == null ? 0 : treatyActs;
    }

    /** Number of issues of a severity. */
    public int issues(Severity severity) {
        return issues.getOrDefault(severity, 0);
    }

    static final class Builder {
        private int activities;
        private int transactions;
        private int locations;
        private int events;
        private int values;
        private int crs;
        private int outlines;
        private int treatyActs;
        private String stamp = "";
        private @Nullable String version;
        private final Set<String> licences = new LinkedHashSet<>();
        private final Set<String> reporters = new LinkedHashSet<>();
        private final Set<String> systems = new LinkedHashSet<>();
        private final Map<Severity, Integer> issues = new EnumMap<>(Severity.class);
        private int firstYear = Integer.MAX_VALUE;
        private int lastYear = Integer.MIN_VALUE;

        void activity(Activity activity, String updated) {
            activities++;
            transactions += activity.transactions().size();
            locations += activity.locations();
            String newest = ActivityRecord.newest(updated);
            if (newest.compareTo(stamp) > 0) {
                stamp = newest;
            }
            String ref = activity.reporter().ref() == null
                    ? activity.reporter().name()
                    : activity.reporter().ref();
            if (ref != null && reporters.size() < 3) {
                reporters.add(ref);
            }
            systems.add(activity.systemCountry() == null ? "" : activity.systemCountry());
        }

        void version(@Nullable String stated) {
            if (version == null) {
                version = stated;
            }
        }

        void event(ConflictEvent event) {
            events++;
            year(event.year());
        }

        void indicator(IndicatorSeries series) {
            values += series.values().size();
            series.values().forEach(value -> year(value.year()));
            if (series.licence() != null) {
                licences.add(series.licence());
            }
        }

        void licence(String stated) {
            licences.add(stated);
        }

        void crs(CrsAmount amount) {
            crs++;
            year(amount.year());
        }

        void outline(Outline outline) {
            outlines++;
        }

        void treaty(TreatyFact fact) {
            if (fact.act() != null) {
                treatyActs++;
            }
            fact.asAt()
                    .map(LocalDate::toString)
                    .filter(day -> day.compareTo(stamp) > 0)
                    .ifPresent(day -> stamp = day);
        }

        void addLocations(int more) {
            locations += more;
        }

        void issue(Severity severity) {
            issues.merge(severity, 1, Integer::sum);
        }

        private void year(int year) {
            firstYear = Math.min(firstYear, year);
            lastYear = Math.max(lastYear, year);
        }

        PartCounts build() {
            String system = systems.size() == 1 ? systems.iterator().next() : "";
            return new PartCounts(
                    activities,
                    transactions,
                    locations,
                    events,
                    values,
                    crs,
                    outlines,
                    stamp,
                    version,
                    List.copyOf(reporters),
                    system.isEmpty() ? null : system,
                    issues,
                    lastYear < firstYear ? null : (Integer) firstYear,
                    lastYear < firstYear ? null : (Integer) lastYear,
                    List.copyOf(licences),
                    treatyActs);
        }
    }
}
