package org.salus.goals.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salus.evidence.Evidence;
import org.salus.frame.web.Address;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.ReformArea;
import org.salus.framework.ResultLevel;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.goals.BackwardStep;
import org.salus.goals.Backwards;
import org.salus.goals.Box;
import org.salus.goals.Goal;
import org.salus.goals.Ground;
import org.salus.goals.Grounds;
import org.salus.goals.Hole;
import org.salus.goals.LinkType;
import org.salus.goals.Objective;
import org.salus.goals.OfferTable;
import org.salus.goals.SupportOffer;
import org.salus.goals.web.GoalsFrame.Seen;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Reason;
import org.salus.people.SignedIn;
import org.salus.portfolio.Period;
import org.salus.portfolio.Supports;
import org.salus.workspace.web.ItemForm;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Planning backwards, question by question: whose security, which change in which institution, what would bring it about, who supports it, what is missing, what it
 * costs. What is answered is in the plan at once, so there is nothing to finish: one can leave and come back, and edit the plan in any other view.
 */
@Controller
final class BackwardsPages {
    /** More is narrowed down by area and words. */
    private static final int MOST_OFFERS = 40;

    private static final Set<String> ABOUT_CITIZENS = Set.of("title", "forWhom", "aims", "security", "leftOut");
    private static final Set<String> ABOUT_CHANGE =
            Set.of("institution", "characteristic", "begins", "until", "owner", "why", "threatened", "comparable");
    private static final Set<String> ABOUT_COST = Set.of("cost", "payerAfterHandover");

    private final GoalsFrame frame;
    private final Evidence evidence;
    private final Supports supports;

    BackwardsPages(GoalsFrame frame, Evidence evidence, Supports supports) {
        this.frame = frame;
        this.evidence = evidence;
        this.supports = supports;
    }

    /**
     * A step in the list of steps.
     *
     * @param waitsFor the step that comes first, where nothing can be asked here yet
     */
    record StepLink(
            BackwardStep step,
            int number,
            String label,
            String href,
            boolean isHere,
            boolean isDone,
            int open,
            Optional<BackwardStep> waitsFor) {
        /** Of known support nothing is ever open: one looks. */
        String says() {
            if (waitsFor.isPresent()) {
                return "goals.backwards.waits." + waitsFor.get().code();
            }
            return step == BackwardStep.SUPPORT
                    ? "goals.backwards.look"
                    : isDone ? "goals.backwards.done" : "goals.backwards.open";
        }
    }

    /** An objective with what belongs to it at a step. */
    record ObjectiveLine(
            Item<Objective> objective, Optional<ItemForm> form, List<BoxLine> before, List<HoleLine> holes) {}

    /** A box that leads to an objective. */
    record BoxLine(String title, String level, String href) {}

    /** Something that is still open, and where it is mended. */
    record HoleLine(String says, String href) {}

    /** A ground on offer, with the objectives that take it up already. */
    record GroundLine(Ground ground, String says, String source, String href, List<ItemId> takenUp) {}

    /** Known support on offer. */
    record OfferLine(SupportOffer offer, String area, String when, Optional<ItemId> already) {}

    /**
     * A step.
     *
     * @param targets objectives and results of the goal, to which support can be linked
     * @param files all offers that answer the question, however few are shown
     */
    record Asked(
            Seen seen,
            Backwards backwards,
            BackwardStep step,
            List<StepLink> steps,
            List<Item<Goal>> goals,
            Optional<ItemForm> goalForm,
            List<HoleLine> goalHoles,
            List<ObjectiveLine> objectives,
            List<GroundLine> grounds,
            List<Item<? extends Box>> targets,
            List<OfferLine> offers,
            TableView files,
            Optional<ReformArea> area,
            String words) {
        /** How many offers there are in all that answer the question. */
        int offered() {
            return files.table().rows().size();
        }

        boolean isHere(Item<Goal> goal) {
            return backwards.goal().filter(goal::equals).isPresent();
        }

        String goalId() {
            return backwards.goal().map(goal -> goal.id().toString()).orElse("");
        }

        /** The step that comes before this one can be taken, where it is not taken yet. */
        Optional<StepLink> first() {
            return backwards
                    .waitsFor(step)
                    .flatMap(waited ->
                            steps.stream().filter(one -> one.step() == waited).findFirst());
        }

        /** The step after this one, if there is one. */
        Optional<StepLink> onwards() {
            return steps.stream()
                    .dropWhile(one -> !one.isHere())
                    .skip(1)
                    .findFirst()
                    .filter(next -> backwards.goal().isPresent());
        }
    }

    @GetMapping("/workspaces/{id}/goals/{chain}/backwards")
    ModelAndView ask(
            @PathVariable String id,
            @PathVariable String chain,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.page.backwards", wording, here, reader, token);
        Backwards backwards = Backwards.of(
                seen.chain(), seen.holes(), seen.answered(), here.choice("goal").flatMap(GoalsPages::itemId));
        Optional<BackwardStep> asked = here.knowing("step", "goal", "area", "words")
                .choice("step", code -> Term.find(BackwardStep.class, code));
        BackwardStep step = backwards.goal().isEmpty() ? BackwardStep.CITIZENS : asked.orElseGet(backwards::next);
        boolean asksSupport = step == BackwardStep.SUPPORT;
        Optional<ReformArea> area = here.choice("area", code -> Term.find(ReformArea.class, code));
        String words = here.choice("words").orElse("");
        List<SupportOffer> offers = asksSupport ? offers(seen, area, words) : List.of();
        return GoalsPages.page(
                "backwards",
                new Asked(
                        seen,
                        backwards,
                        step,
                        steps(seen, backwards, step),
                        seen.chain().list(Goal.KIND),
                        step == BackwardStep.CITIZENS
                                ? backwards.goal().map(goal -> ItemForm.of(seen.opened(), goal, ABOUT_CITIZENS))
                                : Optional.empty(),
                        step == BackwardStep.CITIZENS
                                ? holes(seen, backwards.open().getOrDefault(step, List.of()))
                                : List.of(),
                        backwards.objectives().stream()
                                .map(objective -> line(seen, backwards, step, objective))
                                .toList(),
                        step == BackwardStep.CHANGE ? grounds(seen) : List.of(),
                        targets(seen, backwards),
                        offers.stream()
                                .limit(MOST_OFFERS)
                                .map(offer -> line(seen, offer))
                                .toList(),
                        TableView.of("offers", OfferTable.of(offers, seen.chain(), wording), seen.layout())
                                .withFiles(Address.of(seen.path("offers"))
                                        .with("area", area.map(ReformArea::code).orElse(null))
                                        .with("words", words.strip())),
                        area,
                        words));
    }

    /** Support that is known, narrowed down as on the page. */
    @GetMapping("/workspaces/{id}/goals/{chain}/offers.{form:csv|xlsx}")
    ResponseEntity<byte[]> offers(
            @PathVariable String id,
            @PathVariable String chain,
            @PathVariable String form,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.page.backwards", wording, here.knowing("area", "words"), reader, token);
        List<SupportOffer> offers = offers(
                seen,
                here.choice("area", code -> Term.find(ReformArea.class, code)),
                here.choice("words").orElse(""));
        return TableFiles.answer(
                form,
                "offers",
                OfferTable.of(offers, seen.chain(), wording),
                seen.state(),
                seen.opened().workspace().day(reader.id()),
                seen.opened().layouts().facts(wording),
                wording);
    }

    private List<SupportOffer> offers(Seen seen, Optional<ReformArea> area, String words) {
        return offers(seen).stream().filter(offer -> offer.answers(area, words)).toList();
    }

    private static List<StepLink> steps(Seen seen, Backwards backwards, BackwardStep here) {
        List<StepLink> steps = new ArrayList<>();
        for (BackwardStep step : BackwardStep.values()) {
            steps.add(new StepLink(
                    step,
                    steps.size() + 1,
                    seen.wording().say(step.label()),
                    path(seen, step, backwards.goal().map(Item::id)),
                    step == here,
                    backwards.isDone(step),
                    backwards.left(step),
                    backwards.waitsFor(step)));
        }
        return steps;
    }

    /** Where a step of planning back from a goal is. */
    static String path(Seen seen, BackwardStep step, Optional<ItemId> goal) {
        return seen.path("backwards") + "?step=" + step.code()
                + goal.map(id -> "&goal=" + id).orElse("");
    }

    private static ObjectiveLine line(Seen seen, Backwards backwards, BackwardStep step, Item<Objective> objective) {
        Set<String> asked = switch (step) {
            case CHANGE -> ABOUT_CHANGE;
            case COST -> ABOUT_COST;
            default -> Set.of();
        };
        return new ObjectiveLine(
                objective,
                asked.isEmpty() ? Optional.empty() : Optional.of(ItemForm.of(seen.opened(), objective, asked)),
                seen.chain().to(objective.id(), LinkType.CONTRIBUTES).stream()
                        .map(link -> link.value().from())
                        .map(box -> new BoxLine(
                                seen.opened().title(box),
                                seen.chain()
                                        .box(box)
                                        .map(found ->
                                                seen.wording().say(org.salus.goals.ChainTables.levelOf(found.value())))
                                        .orElse(""),
                                seen.item(box)))
                        .toList(),
                holes(
                        seen,
                        backwards.open().getOrDefault(step, List.of()).stream()
                                .filter(hole -> hole.box().equals(objective.id()))
                                .toList()));
    }

    private static List<HoleLine> holes(Seen seen, List<Hole> holes) {
        return holes.stream()
                .map(hole -> new HoleLine(
                        seen.wording().say(hole.says()),
                        GoalsPages.mend(seen, hole.fix()).href()))
                .toList();
    }

    private static List<GroundLine> grounds(Seen seen) {
        Opened opened = seen.opened();
        Map<String, List<ItemId>> takenUp = opened.faces().followUps(opened.view());
        return Grounds.today(opened.workspace(), opened.view(), seen.wording().locale()).stream()
                .map(ground -> new GroundLine(
                        ground,
                        seen.wording().say(ground.says()),
                        seen.wording().say(ground.source().label()),
                        opened.path(ground.path()),
                        takenUp.getOrDefault(ground.name(), List.of())))
                .toList();
    }

    private static List<Item<? extends Box>> targets(Seen seen, Backwards backwards) {
        Set<ItemId> own =
                backwards.goal().map(goal -> seen.chain().before(goal.id())).orElse(Set.of());
        return seen.chain().boxes().stream()
                .<Item<? extends Box>>map(box -> box)
                .filter(box -> own.contains(box.id()) && box.value().level() != ResultLevel.ACTIVITY)
                .toList();
    }

    /** What partners' own lists tell, what plans of the workspace hold, and published activities of its countries. */
    private List<SupportOffer> offers(Seen seen) {
        return SupportOffer.known(
                seen.opened().view(),
                seen.chain().id(),
                country -> supports.of(evidence.snapshot(), country, Period.ALL));
    }

    private static OfferLine line(Seen seen, SupportOffer offer) {
        return new OfferLine(
                offer,
                offer.area().map(area -> seen.wording().say(area.label())).orElse(""),
                seen.wording()
                        .say(
                                "goals.offer.when",
                                offer.when().from().map(Object::toString).orElse("…"),
                                offer.when().until().map(Object::toString).orElse("…")),
                offer.in(seen.chain()).map(Item::id));
    }

    /**
     * Links known support to an objective or result; what the chain names already is linked and not doubled.
     *
     * @param offers keys of the support
     * @param to the box it contributes to
     */
    @StandsOn(
            value = "/workspaces/{id}/goals/{chain}/backwards",
            part = {"step", "goal", "area", "words"})
    @PostMapping("/workspaces/{id}/goals/{chain}/offers")
    ResponseEntity<Void> link(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestParam(defaultValue = "") List<String> offers,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String goal,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.place", wording, here, reader, token);
        Opened opened = seen.opened();
        ItemId box = GoalsEdits.boxOf(seen, to);
        List<Edit> edits = SupportOffer.linking(offers(seen), offers, seen.chain(), box);
        if (!edits.isEmpty()) {
            Outcomes.check(opened, opened.workspace().append(reader.id(), edits, Reason.EDIT));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path(seen, BackwardStep.SUPPORT, GoalsPages.itemId(goal))))
                .build();
    }
}
