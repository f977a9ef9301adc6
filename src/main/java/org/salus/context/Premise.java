package org.salus.context;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.salus.evidence.Country;
import org.salus.evidence.IndicatorSeries;
import org.salus.framework.Figure;
import org.salus.framework.PremiseReading;
import org.salus.framework.Reach;
import org.salus.framework.Sentence;

/**
 * What open data record about the premise of security sector reform, that the state has the monopoly of violence, in one country and period. Counts are
 * those of the publisher (UCDP); events and deaths that were not recorded are not in them. See {@code docs/premise.md} for every formula.
 *
 * @param snapshot id of the snapshot it was computed from
 * @param edition of the thresholds
 * @param years the period it speaks about; empty if nothing is loaded
 * @param reading what the data say in the period, never more than "no armed contest recorded"
 * @param headline the reading in a sentence with its main figure, years and source
 * @param reasons which thresholds were met and by what
 * @param meaning what that means for reform
 * @param caution the standing line: deaths are not control
 * @param recent the same reading for the last years of the period; empty if the period is not longer
 * @param best best estimate of deaths in all types of organised violence
 * @param range lowest and highest estimate of the same
 * @param events recorded events
 * @param nonStateEvents share of events in which a non-state armed actor is a party
 * @param nonStateDeaths share of deaths (best estimate) in such events
 * @param perYear one row for each year of the period, also for years without any figure
 * @param byType events and deaths by type of violence, all three types
 * @param actors by deaths; an event counts for each of its parties, so the rows do not add up to the total
 * @param others indices of other publishers, never blended with the reading
 * @param notComputed what the data loaded did not allow to compute, and why
 * @param remarks where sources differ, and what is special about the counts
 * @param sources names of the sources used, with publisher
 */
public record Premise(
        String snapshot,
        String edition,
        Country country,
        Optional<Years> years,
        PremiseReading reading,
        Sentence headline,
        List<Sentence> reasons,
        Sentence meaning,
        Sentence caution,
        Optional<Recent> recent,
        Figure<Long> best,
        Figure<Range> range,
        Figure<Integer> events,
        Figure<Share> nonStateEvents,
        Figure<Share> nonStateDeaths,
        List<YearRow> perYear,
        Figure<List<TypeTotal>> byType,
        Figure<List<ActorTotal>> actors,
        Spread spread,
        Figure<Trend> trend,
        Borders borders,
        Regional regional,
        List<OtherIndex> others,
        List<NotComputed> notComputed,
        List<Sentence> remarks,
        List<String> sources) {
    public Premise {
        reasons = List.copyOf(reasons);
        perYear = List.copyOf(perYear);
        others = List.copyOf(others);
        notComputed = List.copyOf(notComputed);
        remarks = List.copyOf(remarks);
        sources = List.copyOf(sources);
    }

    /** The reading of the last years of the period. */
    public record Recent(Years years, PremiseReading reading, Sentence headline) {}

    /**
     * A year. A year without a row in any source is unknown, not zero.
     *
     * @param best best estimate of deaths, from events, else from yearly totals
     * @param range lowest and highest estimate; yearly totals have none
     * @param events number of events
     * @param byType known only where events are
     * @param nonState events in which a non-state armed actor is a party
     */
    public record YearRow(
            int year,
            Figure<Long> best,
            Figure<Range> range,
            Figure<Integer> events,
            Figure<List<TypeTotal>> byType,
            Figure<Counted> nonState) {}

    /** Lowest and highest estimate of deaths. */
    public record Range(long low, long high) {}

    /** A part that could not be computed, and why. */
    public record NotComputed(Sentence what, Sentence why) {}

    /** Events, and deaths in them. */
    public record Counted(int events, Deaths deaths) {}

    /** Events and deaths of one type of violence. */
    public record TypeTotal(Violence type, int events, Deaths deaths) {}

    /**
     * Events and deaths in which an actor is a party.
     *
     * @param name as the publisher writes it
     * @param state whether it is the government of a state
     */
    public record ActorTotal(String name, boolean state, int events, Deaths deaths, int firstYear, int lastYear) {}

    /**
     * How far events with a non-state armed actor spread over the country's first-level administrative units.
     *
     * @param touched units with at least one such event in the period, of all units
     * @param widestYear the year with the most units touched, and that share; of the years with enough deaths to count as widespread, if there are any
     * @param units deaths and events of every type by unit, by deaths; units of no event are listed where outlines are loaded
     * @param vintage which boundaries were used; empty if none
     */
    public record Spread(
            Figure<Share> touched,
            Figure<YearShare> widestYear,
            Figure<List<UnitTotal>> units,
            Optional<String> vintage) {}

    /** A share in one year. */
    public record YearShare(int year, Share share) {}

    /** Events and deaths in a first-level unit. */
    public record UnitTotal(String name, int events, Deaths deaths, int nonStateEvents) {}

    /**
     * How deaths of the last years compare with those of the years before.
     *
     * @param slope median change from year to year (Theil–Sen), in deaths a year
     * @param words the comparison in a sentence, with what was compared
     */
    public record Trend(
            Direction direction,
            Years before,
            long deathsBefore,
            Years after,
            long deathsAfter,
            BigDecimal slope,
            Sentence words) {
        /** What the comparison shows; nothing is said about significance or causes. */
        public enum Direction {
            FEWER,
            MORE,
            ABOUT_AS_MANY,
            NO_CLEAR_DIRECTION
        }
    }

    /**
     * Where events lie seen from the land borders.
     *
     * @param neighbours countries with a common land border
     * @param kilometres what counts as near
     * @param near share of the placed events that lie so near
     * @param areaNear percent of the country's area that lies so near, rough; what an even spread of events would give
     * @param median distance of a placed event to the nearest land border in kilometres
     */
    public record Borders(
            List<Country> neighbours,
            int kilometres,
            Figure<Share> near,
            Figure<Integer> areaNear,
            Figure<Integer> median) {}

    /**
     * Whether the region matters.
     *
     * @param reasons what speaks for it, or that nothing does
     * @param across non-state armed actors that are also active in neighbour countries in the period
     * @param acrossEvents events in which at least one of them is a party
     * @param foreignEvents events in which the government of another country is a party
     */
    public record Regional(
            Reach reach,
            List<Sentence> reasons,
            Figure<List<ActorAcross>> across,
            Figure<Share> acrossEvents,
            Figure<Share> foreignEvents) {}

    /** A non-state armed actor that is active on both sides of a border. */
    public record ActorAcross(String name, int events, List<Country> alsoIn) {}

    /**
     * Another publisher's index.
     *
     * @param latest its last value in the period, else the last before it
     * @param change what happened between its first and last value in the period; empty with fewer than two values
     * @param notes how to read it, and whether it moves another way than the deaths recorded
     */
    public record OtherIndex(
            String descriptor,
            String series,
            String publisher,
            String name,
            Optional<String> unit,
            IndicatorSeries.Direction direction,
            YearValue latest,
            Optional<Change> change,
            List<Sentence> notes) {}

    /** An index's value of a year. */
    public record YearValue(int year, BigDecimal value) {}

    /** How an index changed, in the publisher's own reading of its scale. */
    public record Change(YearValue first, YearValue last, Turn turn) {
        /** The way it turned. */
        public enum Turn {
            BETTER,
            WORSE,
            SAME,
            HIGHER,
            LOWER
        }
    }
}
