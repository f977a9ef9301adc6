package org.salus.goals;

import java.util.ArrayList;
import java.util.List;
import org.salus.framework.Sentence;

/** How long texts of a chain may be. */
final class Texts {
    static final int LONGEST_TITLE = 1_000;
    static final int LONGEST_NOTE = 20_000;

    private Texts() {}

    /** Why these texts cannot stand: no title, or one that is too long, or longer notes than anybody reads. */
    static List<Sentence> refusals(String title, String withoutTitle, String... notes) {
        List<Sentence> refusals = new ArrayList<>();
        if (title.isBlank()) {
            refusals.add(Sentence.of(withoutTitle));
        } else if (title.length() > LONGEST_TITLE) {
            refusals.add(Sentence.of("goals.refusal.long-title", LONGEST_TITLE));
        }
        for (String note : notes) {
            if (note.length() > LONGEST_NOTE) {
                refusals.add(Sentence.of("goals.refusal.long-note", LONGEST_NOTE));
                break;
            }
        }
        return refusals;
    }
}
