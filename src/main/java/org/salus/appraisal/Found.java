package org.salus.appraisal;

import java.util.ArrayList;
import java.util.List;
import org.salus.framework.Appraisal;
import org.salus.framework.Sentence;

/**
 * What a computation finds.
 *
 * @param reason in a sentence, with its main figures
 * @param looked at what, in the order it was met
 * @param missing what would have to be known for an answer, or for a better one
 */
public record Found(Appraisal answer, Sentence reason, List<Looked> looked, List<Sentence> missing) {
    public Found {
        looked = List.copyOf(looked);
        missing = List.copyOf(missing);
    }

    static Found of(Appraisal answer, Sentence reason, List<? extends Looked> looked) {
        return new Found(answer, reason, List.copyOf(looked), List.of());
    }

    /** That there is nothing to go by. */
    static Found unknown(Sentence missing) {
        return new Found(
                Appraisal.NOT_ENOUGH_INFORMATION, Sentence.of("appraisal.reason.unknown"), List.of(), List.of(missing));
    }

    /** The same, with this missing, too. */
    Found lacking(List<Sentence> more) {
        List<Sentence> all = new ArrayList<>(missing);
        all.addAll(more);
        return new Found(answer, reason, looked, all);
    }

    /**
     * All is considered, some partly, none not yet. Of nothing nothing is concluded.
     *
     * @param met how many of them, at most {@code of}
     * @param of more than 0
     */
    static Appraisal share(long met, long of) {
        return met == of ? Appraisal.CONSIDERED : met == 0 ? Appraisal.NOT_YET : Appraisal.PARTLY;
    }
}
