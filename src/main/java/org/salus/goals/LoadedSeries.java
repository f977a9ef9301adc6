package org.salus.goals;

import java.util.List;
import java.util.Optional;
import org.salus.framework.Sentence;

/**
 * A series as the loaded open data have it.
 *
 * @param group under what it stands in a list of series
 * @param unit as the publisher writes it; empty where none is named
 * @param direction which way the publisher reads it; empty where none is said
 * @param licence as far as the publisher names one
 * @param method how its values come about
 * @param files the files it comes from, with what tells their bytes apart
 * @param years with a value, ascending
 * @param remainder what is in no year, where something is
 */
public record LoadedSeries(
        SeriesKey key,
        String group,
        Sentence name,
        String unit,
        Optional<Direction> direction,
        String publisher,
        String licence,
        Sentence method,
        String files,
        List<Year> years,
        Optional<Sentence> remainder) {
    public LoadedSeries {
        years = List.copyOf(years);
    }

    /**
     * A value of the series.
     *
     * @param remainder what belongs to the year and is not in the value, where something is
     */
    public record Year(int year, Finding says, Optional<Sentence> remainder) {
        static Year of(int year, Finding says) {
            return new Year(year, says, Optional.empty());
        }
    }

    public int first() {
        return years.getFirst().year();
    }

    public int last() {
        return years.getLast().year();
    }
}
