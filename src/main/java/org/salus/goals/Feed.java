package org.salus.goals;

import java.util.ArrayList;
import java.util.List;
import org.salus.framework.Sentence;

/**
 * The series of open data an indicator takes its measurements from. Somebody has chosen it, and nothing is taken up before somebody asks for it.
 *
 * @param name as it was called when it was chosen; still told when nothing of it is loaded
 * @param unit of its values when it was chosen; empty where the publisher names none
 * @param since the first year that is taken up
 */
public record Feed(SeriesKey series, String name, String unit, int since) {
    static final int FIRST_YEAR = 1800;
    static final int LAST_YEAR = 2200;

    List<Sentence> refusals(Indicator indicator) {
        List<Sentence> refusals = new ArrayList<>(Texts.tooLong(name, unit));
        if (!series.isWhole()) {
            refusals.add(Sentence.of("goals.refusal.no-series", series));
        }
        if (since < FIRST_YEAR || since > LAST_YEAR) {
            refusals.add(Sentence.of("goals.refusal.feed-since", FIRST_YEAR, LAST_YEAR));
        }
        if (!Feeds.isPossible(indicator)) {
            refusals.add(Sentence.of("goals.refusal.feed-words"));
        }
        return refusals;
    }
}
