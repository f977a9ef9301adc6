package org.salus.workspace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Act;
import org.salus.ledger.History;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.View;

/** What a step of the history did, in words: whether it added, changed or removed, and what that is called which is not there any more. */
public final class StepWords {
    private final Sentence act;
    private final boolean isSaid;

    private StepWords(Sentence act, boolean isSaid) {
        this.act = act;
        this.isSaid = isSaid;
    }

    /** The words for a step. */
    public static StepWords of(History.Step step) {
        Act act = step.why().map(Reason::act).orElse(Act.EDIT);
        List<Differing.Change> changes =
                step.touched().stream().map(Differing.Change::of).distinct().toList();
        boolean isOne = act == Act.EDIT && changes.size() == 1;
        return new StepWords(
                isOne
                        ? Sentence.of("workspace.history.did."
                                + changes.getFirst().name().toLowerCase(Locale.ROOT))
                        : act.label(),
                isOne || act == Act.FOUND);
    }

    /** What was done, in the past: "removed"; "edited" where it is not the same for all. */
    public Sentence act() {
        return act;
    }

    /** What keeps a step from being what it says: that nobody can prove its author, that it waits for a decision, that it was refused. */
    public static List<Sentence> marks(History.Step step) {
        return Stream.of(
                        Optional.of("workspace.history.unproven").filter(key -> !step.isProven()),
                        Optional.of("workspace.history.waiting").filter(key -> step.isWaiting()),
                        Optional.of("workspace.history.refused").filter(key -> step.isRefused()))
                .flatMap(Optional::stream)
                .map(Sentence::of)
                .toList();
    }

    /** What was done to one of the items, if the act does not say it: that it was added or removed. That something was changed needs no word. */
    public Optional<Sentence> mark(History.Touched touched) {
        Differing.Change change = Differing.Change.of(touched);
        return isSaid || change == Differing.Change.CHANGED ? Optional.empty() : Optional.of(change.label());
    }

    /** The version of a touched item to speak of: what it said after the step, before it, or now. */
    public static Optional<Item<?>> shown(History.Touched touched, View view) {
        return touched.after().or(() -> touched.replaced().stream().findFirst()).or(() -> view.find(touched.item()));
    }

    /** What a touched item is called; that it is gone where the reader may read no version that has a name. */
    public static String title(History.Touched touched, View view, Faces faces, Wording wording) {
        return shown(touched, view)
                .map(item -> faces.title(item, view, wording))
                .orElse(wording.say("workspace.gone"));
    }
}
