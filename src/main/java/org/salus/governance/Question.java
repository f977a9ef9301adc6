package org.salus.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.framework.Characteristic;
import org.salus.framework.Sentence;
import org.salus.sector.ActorType;
import org.salus.sector.Basis;

/**
 * A question of a set. Two questions ask the same only if every word of them is the same; of whom they are asked, and whether where time is short, may differ.
 *
 * @param id within its set, such as {@code BUD-01}
 * @param of which types of institution it is asked; empty for any
 * @param isCore whether it belongs to the short list asked where time is short
 * @param levels what level 0 to 4 looks like, five texts
 * @param sources where an answer can be looked for
 */
public record Question(
        String id,
        Characteristic characteristic,
        Theme theme,
        Basis basis,
        List<ActorType> of,
        boolean isCore,
        String asks,
        List<String> levels,
        String sources) {
    static final int LEVELS = 5;
    private static final int LONGEST_ID = 40;
    private static final int LONGEST_TEXT = 2_000;

    public Question {
        of = List.copyOf(of);
        levels = List.copyOf(levels);
    }

    /** Whether it is asked of an institution of that type; of one whose type nobody has told, only what is asked of any. */
    public boolean isAskedOf(Optional<ActorType> type) {
        return of.isEmpty() || type.filter(of::contains).isPresent();
    }

    /** Whether answers to both can be compared: another edition may ask it of more institutions, or earlier, and still asks the same. */
    boolean asksTheSameAs(Question other) {
        return equals(new Question(
                other.id(),
                other.characteristic(),
                other.theme(),
                other.basis(),
                of,
                isCore,
                other.asks(),
                other.levels(),
                other.sources()));
    }

    static boolean isId(String text) {
        return text.length() <= LONGEST_ID && text.matches("[A-Za-z0-9][A-Za-z0-9._-]*");
    }

    List<Sentence> refusals() {
        List<Sentence> refusals = new ArrayList<>();
        if (!isId(id)) {
            refusals.add(Sentence.of("governance.refusal.question-id", id));
        }
        if (asks.isBlank()) {
            refusals.add(Sentence.of("governance.refusal.asks-nothing", id));
        }
        if (levels.size() != LEVELS || levels.stream().anyMatch(String::isBlank)) {
            refusals.add(Sentence.of("governance.refusal.levels", id));
        } else if (levels.stream().distinct().count() != LEVELS) {
            refusals.add(Sentence.of("governance.refusal.same-levels", id));
        }
        if (asks.length() > LONGEST_TEXT
                || sources.length() > LONGEST_TEXT
                || levels.stream().anyMatch(level -> level.length() > LONGEST_TEXT)) {
            refusals.add(Sentence.of("governance.refusal.long-question", id, LONGEST_TEXT));
        }
        return refusals;
    }
}
