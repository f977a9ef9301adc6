package org.salus.evidence;

import java.util.List;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;

/** Says beside an answer that it is empty because nothing about its country is loaded where it was looked for. */
public final class NothingLoaded {
    private NothingLoaded() {}

    /**
     * What to remark, and what to do about it.
     *
     * @param wording in which the country is named
     * @return empty if an activity of the snapshot names the country
     */
    public static List<Sentence> remarks(Snapshot snapshot, Country country, Wording wording) {
        return snapshot.activities().in(country).isEmpty()
                ? List.of(
                        Sentence.of("evidence.cli.nothing-in", country.inText(wording)),
                        Sentence.of("evidence.cli.nothing-in.advice"))
                : List.of();
    }
}
