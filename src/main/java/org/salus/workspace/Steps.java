package org.salus.workspace;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;
import org.salus.ledger.Act;
import org.salus.ledger.Digest;
import org.salus.ledger.History;

/** Which of one's own steps is next to be taken back, or done again. */
public final class Steps {
    private static final int LOOKED_AT = 200;

    private static final Pattern WHOLE = Pattern.compile("[0-9a-f]{64}");

    /** Fewer digits begin several steps too easily. */
    private static final Pattern BEGINNING = Pattern.compile("[0-9a-f]{8,63}");

    private final List<History.Step> own;

    private Steps(List<History.Step> own) {
        this.own = own;
    }

    /** The newest steps of an account, as far as undoing goes back. */
    public static Steps of(AccountId account, History history) {
        return new Steps(history.list(LOOKED_AT, Optional.empty()).stream()
                .filter(step -> step.by().author().equals(account))
                .toList());
    }

    /**
     * The step of that id, or of which the id begins so, as far as the reader is told of it.
     *
     * @param words 64 hexadecimal digits, or at least the first eight that no other step begins with
     * @throws Failure if there is no such step, or there are several
     */
    public static Digest called(String words, History history) {
        String digits = words.strip().toLowerCase(Locale.ROOT);
        if (WHOLE.matcher(digits).matches()) {
            return Digest.of(digits);
        }
        List<Digest> found = BEGINNING.matcher(digits).matches() ? history.beginningWith(digits) : List.of();
        if (found.size() > 1) {
            throw Failure.wrongUse(Sentence.of(
                    "workspace.step.several",
                    words,
                    found.stream().map(Digest::toString).collect(Collectors.joining(", "))));
        }
        return found.stream()
                .findFirst()
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("ledger.failure.unknown-entry", words))
                        .advising(Sentence.of("workspace.step.advice")));
    }

    /** The newest own step that has not been taken back. */
    public Optional<Digest> toUndo() {
        Set<Digest> takenBack = new HashSet<>();
        for (History.Step step : own) {
            Digest entry = step.by().entry();
            Optional<Digest> about = undone(step);
            if (about.isPresent()) {
                // What an undo took back is away; unless the undo itself was taken back.
                if (!takenBack.contains(entry)) {
                    takenBack.add(about.get());
                }
            } else if (!takenBack.contains(entry)) {
                return step.touched().isEmpty() || isFounding(step) ? Optional.empty() : Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** The newest own undo, if nothing but undoing and doing again came after it. */
    public Optional<Digest> toRedo() {
        Set<Digest> doneAgain = new HashSet<>();
        for (History.Step step : own) {
            Optional<Digest> about = undone(step);
            if (about.isEmpty()) {
                return Optional.empty();
            }
            Digest entry = step.by().entry();
            boolean ofUndo = own.stream()
                    .anyMatch(other -> other.by().entry().equals(about.get())
                            && undone(other).isPresent());
            if (ofUndo) {
                doneAgain.add(about.get());
            } else if (!doneAgain.contains(entry)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    private static boolean isFounding(History.Step step) {
        return step.why().filter(why -> why.act() == Act.FOUND).isPresent();
    }

    private static Optional<Digest> undone(History.Step step) {
        return step.why().filter(why -> why.act() == Act.UNDO).flatMap(why -> why.about());
    }
}
