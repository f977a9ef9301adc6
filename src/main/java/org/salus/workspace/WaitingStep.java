package org.salus.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Digest;
import org.salus.ledger.History;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Merge;
import org.salus.ledger.Role;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;

/**
 * A step of a merged copy that waits for a decision, with all that whoever decides must see: who is said to have made it, what it would put or remove, what
 * changes by that, and why it waits. The one answer of the page, the API and the command line.
 *
 * @param author whom the copy names
 * @param authorName what that account is called here; whose name it is proves nothing
 * @param isProven whether that account was signed in where the step was made
 * @param at when, by the author's clock
 * @param doubt the code of why it waits; empty where that is not kept here
 * @param doubtTold the same, in words
 * @param why what the author says of it; may be empty
 * @param erased how many payloads it would erase for good
 */
public record WaitingStep(
        Digest entry,
        AccountId author,
        String authorName,
        boolean isProven,
        Instant at,
        Optional<String> doubt,
        Sentence doubtTold,
        String why,
        int erased,
        List<Change> changes) {

    /**
     * What it would make of one item.
     *
     * @param isBeside whether another version stands here by now than the one it replaces: if it is admitted, the item has several
     */
    public record Change(
            ItemId item,
            String kind,
            String title,
            Differing.Change change,
            boolean isBeside,
            List<Differing.FieldChange> fields) {
        public Change {
            fields = List.copyOf(fields);
        }

        /** The same as other differences are shown. */
        public Differing differing() {
            return new Differing(item, kind, title, change, isBeside, fields);
        }
    }

    public WaitingStep {
        changes = List.copyOf(changes);
    }

    /**
     * What waits, newest first.
     *
     * @throws Failure if whoever asks is no editor: who decides is told, and nobody else
     */
    public static List<WaitingStep> list(Workspace workspace, AccountId reader, Faces faces, Wording wording) {
        View view = workspace.view(reader);
        if (!view.standing().mayActAs(Role.EDITOR)) {
            throw Failure.refused(Sentence.of("ledger.refusal.role", Role.EDITOR.label()));
        }
        return workspace.history(reader).waiting().stream()
                .map(step -> of(step, view, faces, wording))
                .toList();
    }

    private static WaitingStep of(History.Step step, View view, Faces faces, Wording wording) {
        return new WaitingStep(
                step.by().entry(),
                step.by().author(),
                Faces.name(step.by().author(), view, wording),
                step.isProven(),
                step.by().at(),
                step.doubt().map(Merge.Doubt::code),
                step.doubt().map(Merge.Doubt::told).orElse(Sentence.of("workspace.waiting.no-doubt")),
                step.why().map(why -> why.text()).orElse(""),
                step.erased(),
                step.touched().stream()
                        .map(touched -> change(touched, view, faces, wording))
                        .toList());
    }

    private static Change change(History.Touched touched, View view, Faces faces, Wording wording) {
        Optional<Item<?>> now = view.find(touched.item());
        boolean isBeside =
                now.filter(item -> !touched.before().containsAll(item.basis())).isPresent();
        Optional<Item<?>> before = touched.replaced().stream().findFirst();
        if (before.isEmpty() && touched.after().isEmpty()) {
            // What it would remove was erased meanwhile.
            return new Change(
                    touched.item(),
                    now.map(item -> wording.say(faces.label(item.kind()))).orElse(""),
                    faces.title(touched.item(), view, wording),
                    Differing.Change.REMOVED,
                    isBeside,
                    List.of());
        }
        Differing told = Differing.between(before, touched.after(), isBeside, view, view, faces, wording);
        // What it takes the place of may be unreadable by now; it takes its place all the same.
        Differing.Change change = now.isPresent() ? Differing.Change.of(touched) : told.change();
        return new Change(touched.item(), told.kind(), told.title(), change, isBeside, told.fields());
    }

    /** The step as lines of a terminal: what it is, why it waits, and what it would change. */
    public List<Sentence> tell(String when) {
        List<Sentence> lines = new ArrayList<>();
        lines.add(Sentence.of(
                isProven ? "workspace.cli.waiting" : "workspace.cli.waiting.unproven",
                entry.brief(),
                when,
                authorName));
        lines.add(Sentence.of("workspace.cli.waiting.doubt", doubtTold));
        if (!why.isBlank()) {
            lines.add(Sentence.of("workspace.cli.waiting.why", why));
        }
        if (erased > 0) {
            lines.add(Sentence.of("workspace.cli.waiting.erases", erased));
        }
        changes.forEach(change -> {
            if (change.isBeside()) {
                lines.add(Sentence.of("workspace.cli.waiting.beside", change.kind(), change.title()));
            }
        });
        lines.addAll(Differing.tell(changes.stream().map(Change::differing).toList()));
        return lines;
    }
}
