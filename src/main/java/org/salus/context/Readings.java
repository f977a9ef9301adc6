package org.salus.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.evidence.ConflictEvent;
import org.salus.framework.PremiseReading;
import org.salus.framework.Sentence;

/** From counts to one of four words. What the data do not show is never turned into a finding. */
final class Readings {
    private final Thresholds thresholds;
    private final String eventSource;
    private final String totalSource;

    Readings(Thresholds thresholds, String eventSource, String totalSource) {
        this.thresholds = thresholds;
        this.eventSource = eventSource;
        this.totalSource = totalSource;
    }

    /** A reading with its main sentence and what it rests on. */
    record Read(PremiseReading reading, Sentence headline, List<Sentence> reasons) {}

    /**
     * Reads a period.
     *
     * @param widest the year in which most units were touched, if units are known
     */
    Read read(Timeline time, Optional<Premise.YearShare> widest) {
        List<ConflictEvent> all = time.events();
        List<ConflictEvent> contested = Timeline.nonState(all);
        return !contested.isEmpty() && contested.size() >= thresholds.recordedEvents()
                ? contested(time, all, contested, widest)
                : uncontested(time, all);
    }

    private Read contested(
            Timeline time, List<ConflictEvent> all, List<ConflictEvent> contested, Optional<Premise.YearShare> widest) {
        List<Sentence> reasons = new ArrayList<>();
        int worst = time.period().from();
        for (int year = worst; year <= time.period().to(); year++) {
            worst = deathsOfContest(time, year) > deathsOfContest(time, worst) ? year : worst;
        }
        long deaths = deathsOfContest(time, worst);
        boolean many = deaths >= thresholds.widespreadDeathsInAYear();
        reasons.add(
                many
                        ? Sentence.of("context.reason.many-deaths", worst, deaths, thresholds.widespreadDeathsInAYear())
                        : Sentence.of(
                                "context.reason.fewer-deaths", worst, deaths, thresholds.widespreadDeathsInAYear()));
        boolean wide = false;
        if (widest.isPresent()) {
            Premise.YearShare most = widest.get();
            wide = most.share().atLeast(thresholds.widespreadUnitsPercent())
                    && deathsOfContest(time, most.year()) >= thresholds.widespreadUnitsLeastDeaths();
            Object[] facts = {
                most.year(),
                most.share().part(),
                most.share().of(),
                thresholds.widespreadUnitsPercent(),
                thresholds.widespreadUnitsLeastDeaths()
            };
            reasons.add(
                    wide
                            ? Sentence.of("context.reason.many-units", facts)
                            : Sentence.of("context.reason.fewer-units", facts));
        } else {
            reasons.add(Sentence.of("context.reason.units-unknown"));
        }
        time.counted(0).reasonIfAny().ifPresent(reasons::add);
        PremiseReading reading = many || wide ? PremiseReading.WIDESPREAD : PremiseReading.RECORDED;
        String key = "context.headline." + reading.code();
        return new Read(
                reading,
                // A share of one event would only be an odd way to say that it is meant.
                all.size() == 1
                        ? Sentence.of(key + ".one", time.period().words(), eventSource)
                        : Sentence.of(
                                key,
                                new Share(contested.size(), all.size()).percent(),
                                all.size(),
                                time.period().words(),
                                eventSource),
                reasons);
    }

    private static long deathsOfContest(Timeline time, int year) {
        return Timeline.deaths(Timeline.nonState(time.events(year))).best();
    }

    private Read uncontested(Timeline time, List<ConflictEvent> all) {
        String years = time.period().words();
        long untold = time.yearsWhere(year -> time.events(year).isEmpty()).stream()
                .mapToLong(year -> time.total(year).orElse(0L))
                .sum();
        List<Integer> missing = time.yearsWhere(
                year -> time.events(year).isEmpty() && time.total(year).isEmpty());
        List<Sentence> reasons = new ArrayList<>();
        if (!missing.isEmpty()) {
            reasons.add(Sentence.of("context.missing.years", YearList.say(missing)));
        }
        if (untold > 0) {
            reasons.add(Sentence.of("context.reason.totals-do-not-tell"));
            return unclear(Sentence.of("context.headline.totals-only", untold, years, totalSource), reasons);
        }
        int covered = time.period().count() - missing.size();
        if (covered == 0) {
            return unclear(Sentence.of("context.headline.nothing-in-period", years), reasons);
        }
        if (!new Share(covered, time.period().count()).atLeast(thresholds.coveredYearsPercent())) {
            return unclear(
                    Sentence.of(
                            "context.headline.years-missing",
                            years,
                            covered,
                            time.period().count(),
                            thresholds.coveredYearsPercent()),
                    reasons);
        }
        if (!all.isEmpty()) {
            reasons.add(Sentence.of("context.reason.only-states", all.size()));
        }
        return new Read(PremiseReading.NO_ARMED_CONTEST_RECORDED, statesOnly(all.size(), years), reasons);
    }

    /** That nobody but states took part, or that there was nothing to take part in. */
    private Sentence statesOnly(int events, String years) {
        return switch (events) {
            case 0 -> Sentence.of("context.headline.no-deaths", years, totalSource);
            case 1 -> Sentence.of("context.headline.no-armed-contest-recorded.one", years, eventSource);
            default -> Sentence.of("context.headline.no-armed-contest-recorded", events, years, eventSource);
        };
    }

    private static Read unclear(Sentence headline, List<Sentence> reasons) {
        return new Read(PremiseReading.NOT_ENOUGH_INFORMATION, headline, reasons);
    }
}
