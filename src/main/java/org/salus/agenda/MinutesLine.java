package org.salus.agenda;

import java.util.List;
import java.util.Optional;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;

/**
 * A line of minutes as it was understood.
 *
 * @param number of the line, from 1
 * @param kind what it becomes
 * @param text what was decided, what is to be done, or what was noted
 * @param office that does it, or that decided; may be empty
 * @param due until when it is to be done
 * @param follows the number of the line with the decision that an action carries out; 0 for none
 * @param problems what is wrong with it; while there is one, nothing of the minutes is written
 * @param remarks what to look at before it is written
 */
public record MinutesLine(
        int number,
        Kind kind,
        String text,
        String office,
        Optional<PartialDate> due,
        int follows,
        List<Sentence> problems,
        List<Sentence> remarks) {
    /** What a line becomes. */
    public enum Kind {
        DECISION,
        ACTION,
        NOTE,
        /** It was written before and is not written again. */
        KNOWN;

        /** The code in data. */
        public String code() {
            return org.salus.framework.Term.codeOf(this);
        }

        /** What to call it. */
        public Sentence label() {
            return Sentence.of("agenda.minutes.kind." + code());
        }
    }

    public MinutesLine {
        problems = List.copyOf(problems);
        remarks = List.copyOf(remarks);
    }
}
