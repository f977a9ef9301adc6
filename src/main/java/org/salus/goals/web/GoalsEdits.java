package org.salus.goals.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.frame.web.Address;
import org.salus.frame.web.StandsOn;
import org.salus.framework.Directness;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.goals.Assumption;
import org.salus.goals.AssumptionState;
import org.salus.goals.BackwardStep;
import org.salus.goals.Goal;
import org.salus.goals.Ground;
import org.salus.goals.Grounds;
import org.salus.goals.Indicator;
import org.salus.goals.Link;
import org.salus.goals.LinkType;
import org.salus.goals.Objective;
import org.salus.goals.Result;
import org.salus.goals.ResultKind;
import org.salus.goals.ResultsChain;
import org.salus.goals.Risk;
import org.salus.goals.Strength;
import org.salus.goals.Support;
import org.salus.goals.web.GoalsFrame.Seen;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Reason;
import org.salus.people.SignedIn;
import org.salus.workspace.Answer;
import org.salus.workspace.NoChoice;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The quick ways to put something into a chain; everything else about it is edited on its own page. */
@Controller
final class GoalsEdits {
    private final GoalsFrame frame;

    GoalsEdits(GoalsFrame frame) {
        this.frame = frame;
    }

    /** Begins an alternative. */
    @StandsOn("/workspaces/{id}/goals")
    @PostMapping("/workspaces/{id}/goals")
    ResponseEntity<Void> begin(@PathVariable String id, @RequestParam String title, Wording wording, SignedIn reader) {
        Opened opened = frame.open(id, reader, wording);
        Item<ResultsChain> chain = Item.fresh(ResultsChain.KIND, ResultsChain.of(title.strip()));
        Outcomes.check(opened, opened.workspace().append(reader.id(), new Edit.Put(chain)));
        return to(GoalsFrame.pathOf(opened, chain.id()));
    }

    /**
     * Adds a box, with the link to what it contributes to.
     *
     * @param kind goal, objective, support, output or outcome
     * @param to the box it contributes to; may be empty
     * @param from the box that contributes to it; may be empty
     * @param donor of support
     * @param fresh the id the new box is to have, so that whoever asks again after a lost answer does not add it twice; may be empty
     * @param ours whether support is ours
     * @param ground the name of a finding that an objective takes up
     * @param step where planning backwards goes on, if it was asked there
     * @param goal from which is planned backwards
     * @param back where to go on in the picture, if it was asked there
     */
    @StandsOn(value = "/workspaces/{id}/goals/{chain}", with = "add=box")
    @PostMapping("/workspaces/{id}/goals/{chain}/boxes")
    ResponseEntity<Void> box(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestParam String kind,
            @RequestParam String title,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String donor,
            @RequestParam(defaultValue = "false") boolean ours,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String goal,
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String back,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.place", wording, here, reader, token);
        ItemId own = seen.alternative().id();
        Optional<ItemId> known =
                GoalsPages.itemId(fresh).filter(box -> seen.chain().box(box).isPresent());
        if (known.isPresent()) {
            return to(DiagramQuestion.back(seen, back, known.get()));
        }
        Item<?> made = ground.isBlank() || !kind.equals("objective")
                ? fresh(own, kind, title.strip(), donor.strip(), ours)
                : Item.fresh(Objective.KIND, Objective.takingUp(own, title.strip(), ground(seen, ground)));
        Item<?> box = called(made, fresh);
        add(seen, box, from, to);
        return after(seen, box.id(), back, step, goal.isBlank() ? box.id().toString() : goal);
    }

    /** Adds a box, with the link to what it contributes to, and answers its id. */
    static ItemId addBox(Seen seen, String kind, String title, String donor, String to) {
        Item<?> box = fresh(seen.alternative().id(), kind, title, donor, false);
        add(seen, box, "", to);
        return box.id();
    }

    private static void add(Seen seen, Item<?> box, String from, String to) {
        ItemId own = seen.alternative().id();
        List<Edit> edits = new ArrayList<>(List.of(new Edit.Put(box)));
        if (!to.isBlank()) {
            edits.add(new Edit.Put(Item.fresh(Link.KIND, Link.of(own, box.id(), boxOf(seen, to)))));
        }
        if (!from.isBlank()) {
            edits.add(new Edit.Put(Item.fresh(Link.KIND, Link.of(own, boxOf(seen, from), box.id()))));
        }
        write(seen, edits);
    }

    private static Ground ground(Seen seen, String name) {
        Opened opened = seen.opened();
        return Grounds.get(opened.workspace(), opened.view(), opened.wording().locale(), name);
    }

    private static <T extends Record> Item<T> called(Item<T> item, String id) {
        return GoalsPages.itemId(id)
                .map(known -> new Item<>(
                        known, item.kind(), item.sensitivity(), item.citations(), item.value(), item.basis()))
                .orElse(item);
    }

    private static Item<?> fresh(ItemId chain, String kind, String title, String donor, boolean isOurs) {
        return switch (kind) {
            case "goal" -> Item.fresh(Goal.KIND, Goal.of(chain, title));
            case "objective" -> Item.fresh(Objective.KIND, Objective.of(chain, title));
            case "output" -> Item.fresh(Result.KIND, Result.of(chain, ResultKind.OUTPUT, title));
            case "outcome" -> Item.fresh(Result.KIND, Result.of(chain, ResultKind.OUTCOME, title));
            case "support" ->
                Item.fresh(Support.KIND, Support.of(chain, donor, title).as(isOurs));
            default ->
                throw Failure.wrongUse(Sentence.of("workspace.field.no-choice", kind))
                        .at("kind");
        };
    }

    static ItemId boxOf(Seen seen, String text) {
        return GoalsPages.itemId(text)
                .filter(box -> seen.chain().box(box).isPresent())
                .orElseThrow(() -> Failure.notFound(Sentence.of("goals.failure.no-box", text)));
    }

    private static void write(Seen seen, List<Edit> edits) {
        Opened opened = seen.opened();
        Outcomes.check(opened, opened.workspace().append(opened.reader().id(), edits, Reason.EDIT), "title");
    }

    /** Whoever plans backwards stays at the step, whoever draws in the picture; others see the tree with what was added. */
    private static ResponseEntity<Void> after(Seen seen, ItemId added, String back, String step, String goal) {
        return to(Term.find(BackwardStep.class, step)
                .map(known -> BackwardsPages.path(seen, known, GoalsPages.itemId(goal)) + "#e-" + added)
                .orElseGet(() -> back.isEmpty()
                        ? seen.path("") + "?added=" + added + "#e-" + added
                        : DiagramQuestion.back(seen, back, added)));
    }

    /** Links two boxes. */
    @StandsOn(value = "/workspaces/{id}/goals/{chain}", with = "add=link")
    @PostMapping("/workspaces/{id}/goals/{chain}/links")
    ResponseEntity<Void> link(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestParam String from,
            @RequestParam String type,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String assumption,
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String back,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.place", wording, here, reader, token);
        LinkType known = Term.find(LinkType.class, type).orElseThrow(() -> NoChoice.of(type, LinkType.class));
        ItemId first = boxOf(seen, from);
        Link link = new Link(
                seen.alternative().id(),
                first,
                known,
                boxOf(seen, to),
                Directness.DIRECT,
                assumption.strip(),
                Strength.UNKNOWN);
        if (GoalsPages.itemId(fresh)
                .flatMap(again -> seen.opened().view().find(Link.KIND, again))
                .isPresent()) {
            return to(DiagramQuestion.back(seen, back, first));
        }
        write(seen, List.of(new Edit.Put(called(Item.fresh(Link.KIND, link), fresh))));
        return after(seen, first, back, "", "");
    }

    /** Adds an indicator to a box. */
    @StandsOn(value = "/workspaces/{id}/goals/{chain}", with = "add=indicator")
    @PostMapping("/workspaces/{id}/goals/{chain}/indicators")
    ResponseEntity<Void> indicator(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestParam String of,
            @RequestParam String title,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.place", wording, here, reader, token);
        ItemId box = boxOf(seen, of);
        Item<Indicator> indicator =
                Item.fresh(Indicator.KIND, Indicator.of(seen.alternative().id(), box, title.strip()));
        write(seen, List.of(new Edit.Put(indicator)));
        return to(seen.item(indicator.id()));
    }

    /**
     * Says on what a box rests, or what threatens it.
     *
     * @param fresh the id the assumption or risk is to have, so that whoever asks again after a lost answer does not add it twice; may be empty
     * @param back where to go on in the picture, if it was asked there
     */
    @StandsOn(value = "/workspaces/{id}/goals/{chain}", with = "add=condition")
    @PostMapping("/workspaces/{id}/goals/{chain}/conditions")
    ResponseEntity<Void> condition(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestParam String box,
            @RequestParam String kind,
            @RequestParam String title,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String goal,
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String back,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.place", wording, here, reader, token);
        ItemId own = seen.alternative().id();
        ItemId known = boxOf(seen, box);
        if (GoalsPages.itemId(fresh)
                .filter(made -> seen.chain().assumption(made).isPresent()
                        || seen.chain().risk(made).isPresent())
                .isPresent()) {
            return after(seen, known, back, step, goal);
        }
        Item<?> condition = switch (kind) {
            case "assumption" ->
                called(
                        Item.fresh(Assumption.KIND, new Assumption(own, title.strip(), AssumptionState.UNTESTED, "")),
                        fresh);
            case "risk" -> called(Item.fresh(Risk.KIND, new Risk(own, title.strip(), "", "")), fresh);
            default -> throw Failure.wrongUse(Sentence.of("workspace.field.no-choice", kind));
        };
        boolean rests = kind.equals("assumption");
        Link link = new Link(
                own,
                rests ? known : condition.id(),
                rests ? LinkType.RESTS_ON : LinkType.THREATENS,
                rests ? condition.id() : known,
                Directness.DIRECT,
                "",
                Strength.UNKNOWN);
        write(seen, List.of(new Edit.Put(condition), new Edit.Put(Item.fresh(Link.KIND, link))));
        return after(seen, known, back, step, goal);
    }

    /** Answers a hole: why it is accepted, or why it is none. */
    @StandsOn(value = "/workspaces/{id}/goals/{chain}/holes", part = "hole")
    @PostMapping("/workspaces/{id}/goals/{chain}/answers")
    ResponseEntity<Void> answer(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestParam String hole,
            @RequestParam String reply,
            @RequestParam(defaultValue = "") String because,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.place", wording, here, reader, token);
        Opened opened = seen.opened();
        Item<Answer> answer = seen.answers().answering(seen.chain(), hole, reply, because);
        Outcomes.check(opened, opened.workspace().append(reader.id(), new Edit.Put(answer)));
        return to(GoalsPages.holeAt(seen, hole));
    }

    static ResponseEntity<Void> to(String where) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(where))
                .build();
    }
}
