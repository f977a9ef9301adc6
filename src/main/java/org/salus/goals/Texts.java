package org.salus.goals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.salus.framework.Sentence;

/** How long texts of a chain may be, and when two of them are the same. */
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
        refusals.addAll(tooLong(notes));
        return refusals;
    }

    /** Why these texts cannot stand: longer than anybody reads. */
    static List<Sentence> tooLong(String... notes) {
        return Stream.of(notes).anyMatch(note -> note.length() > LONGEST_NOTE)
                ? List.of(Sentence.of("goals.refusal.long-note", LONGEST_NOTE))
                : List.of();
    }

    /** A text as it is compared: however it is spaced and capitalised. */
    static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
