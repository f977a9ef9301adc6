package org.salus.goals;

/**
 * That a measurement was taken from a series of open data, and as of when. Its value follows the series and is not edited by hand.
 *
 * @param snapshot the state of the open data it was taken from
 * @param files the files it comes from, with what tells their bytes apart
 * @param isGone whether a newer snapshot no longer has this year
 */
public record Taken(SeriesKey series, String snapshot, String files, boolean isGone) {
    /** The same, of which a newer snapshot says nothing any more. */
    Taken gone(String newer) {
        return new Taken(series, newer, files, true);
    }
}
