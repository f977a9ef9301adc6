package org.salus.evidence.cli;

import org.salus.evidence.Country;
import org.salus.evidence.Snapshot;
import org.salus.frame.cli.Terminal;
import org.salus.framework.Sentence;

/** Says beside an answer that it is empty because nothing about its country is loaded where it was looked for. */
public final class NothingLoaded {
    private NothingLoaded() {}

    /** Remarks it, with what to do, if no activity of the snapshot names the country; else says nothing. */
    public static void remark(Terminal terminal, Snapshot snapshot, Country country) {
        if (snapshot.activities().in(country).isEmpty()) {
            terminal.remark(Sentence.of("evidence.cli.nothing-in", country.inText(terminal.wording())));
            terminal.remark(Sentence.of("evidence.cli.nothing-in.advice"));
        }
    }
}
