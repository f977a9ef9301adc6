package org.salus.goals.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.goals.Box;
import org.salus.goals.Chain;
import org.salus.goals.ChainOrder;
import org.salus.goals.Link;
import org.salus.goals.web.GoalsFrame.Seen;
import org.salus.ledger.Digest;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Reason;
import org.salus.people.SignedIn;
import org.salus.workspace.web.Outcomes;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What can be done to a picture besides adding to it: a box is moved among its siblings, a box or a link is taken away. Each is one step. */
@Controller
final class DiagramEdits {
    private final GoalsFrame frame;

    DiagramEdits(GoalsFrame frame) {
        this.frame = frame;
    }

    /**
     * Moves a box among its siblings.
     *
     * @param way {@code up} or {@code down}
     */
    @PostMapping("/workspaces/{id}/goals/{chain}/moves")
    ResponseEntity<Void> move(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestParam String box,
            @RequestParam String way,
            @RequestParam(defaultValue = "") String back,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.place", wording, here, reader, token);
        ItemId moved = GoalsEdits.boxOf(seen, box);
        append(seen, seen.answers().moving(seen.alternative(), moved.toString(), way));
        return GoalsEdits.to(DiagramQuestion.back(seen, back, moved));
    }

    private static Item<? extends Box> boxOf(Chain chain, ItemId box) {
        return chain.box(box).orElseThrow(() -> Failure.notFound(Sentence.of("goals.failure.no-box", box)));
    }

    private static void append(Seen seen, List<Edit> edits) {
        Outcomes.check(
                seen.opened(),
                seen.opened().workspace().append(seen.opened().reader().id(), edits, Reason.EDIT));
    }

    /**
     * Takes a link away, or a box with its links and all that belongs to it alone.
     *
     * @param basis the versions of it that were shown
     */
    @PostMapping("/workspaces/{id}/goals/{chain}/removals")
    ResponseEntity<Void> remove(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestParam String item,
            @RequestParam(defaultValue = "") String basis,
            @RequestParam(defaultValue = "") String back,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.place", wording, here, reader, token);
        Chain model = seen.chain();
        ItemId element =
                GoalsPages.itemId(item).orElseThrow(() -> Failure.notFound(Sentence.of("goals.failure.no-box", item)));
        Set<Digest> shown = versions(basis);
        for (Item<Link> link : model.links()) {
            if (link.id().equals(element)) {
                append(seen, List.of(new Edit.Remove(link.basedOn(shown.isEmpty() ? link.basis() : shown))));
                return GoalsEdits.to(
                        DiagramQuestion.back(seen, back, link.value().from()));
            }
        }
        List<Edit> condition = ChainOrder.of(model).removingCondition(element);
        if (!condition.isEmpty()) {
            append(seen, condition);
            return GoalsEdits.to(DiagramQuestion.back(
                    seen, back, ChainOrder.of(model).besideCondition(element).orElse(element)));
        }
        Item<? extends Box> box = boxOf(model, GoalsEdits.boxOf(seen, item));
        ItemId next = ChainOrder.of(model).beside(box);
        append(seen, seen.answers().removing(seen.alternative(), box.id().toString(), shown));
        return GoalsEdits.to(DiagramQuestion.back(seen, back, next));
    }

    private static Set<Digest> versions(String basis) {
        try {
            return Stream.of(basis.split(" ", -1))
                    .filter(version -> !version.isEmpty())
                    .map(Digest::of)
                    .collect(Collectors.toSet());
        } catch (IllegalArgumentException none) {
            throw Failure.notFound(Sentence.of("ledger.failure.unknown-entry", basis));
        }
    }
}
