package org.salus.goals.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.documents.Diagram;
import org.salus.frame.web.Address;
import org.salus.frame.web.DiagramFiles;
import org.salus.framework.Failure;
import org.salus.framework.ResultLevel;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.goals.Box;
import org.salus.goals.Chain;
import org.salus.goals.ChainDrawing;
import org.salus.goals.ChainGroups;
import org.salus.goals.ChainOverlay;
import org.salus.goals.ChainPart;
import org.salus.goals.ChainTables;
import org.salus.goals.Hole;
import org.salus.goals.Indicator;
import org.salus.goals.Link;
import org.salus.goals.LinkType;
import org.salus.goals.MeasuredChain;
import org.salus.goals.web.GoalsFrame.Seen;
import org.salus.ledger.Digest;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.people.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A chain as a picture that can be edited, and what the drawer shows of a box or a link of it. */
@Controller
final class DiagramPages {
    private final GoalsFrame frame;

    DiagramPages(GoalsFrame frame) {
        this.frame = frame;
    }

    /** A drawing: the whole picture, or one of its groups. */
    record Drawn(String title, String svg) {}

    /** Something to choose. */
    record Choice(String value, String text, boolean isChosen) {}

    /**
     * The box that is chosen.
     *
     * @param basis the versions that are shown
     */
    record Chosen(ItemId id, String title, String level, String basis, boolean isFolded) {}

    /** The picture. */
    record Picture(
            Seen seen,
            DiagramQuestion question,
            String description,
            List<Drawn> drawings,
            List<Item<? extends Box>> boxes,
            Optional<Chosen> chosen,
            MeasuredChain measured,
            List<ChainOverlay.Meaning> legend) {
        List<Choice> groups() {
            return Stream.concat(
                            Stream.of(new Choice(
                                    "",
                                    seen.wording().say("goals.group.none"),
                                    question.group().isEmpty())),
                            Stream.of(ChainGroups.By.values())
                                    .map(by -> new Choice(
                                            by.code(),
                                            seen.wording().say(by.label()),
                                            question.group().equals(Optional.of(by)))))
                    .toList();
        }

        /** What usually stands at that side of a box of that level. */
        String usual(String level, String side) {
            boolean isLeft = side.equals("left");
            return switch (level) {
                case "goal" -> isLeft ? "objective" : "goal";
                case "objective" -> isLeft ? "outcome" : "goal";
                case "result" -> isLeft ? "support" : "objective";
                default -> isLeft ? "support" : "output";
            };
        }

        List<Choice> overlays() {
            return Stream.of(ChainOverlay.values())
                    .map(overlay -> new Choice(
                            overlay.code(), seen.wording().say(overlay.label()), question.overlay() == overlay))
                    .toList();
        }

        /** Everything, then the goals. Any other box is chosen in the picture. */
        List<Choice> parts() {
            List<Choice> all = new ArrayList<>();
            all.add(new Choice(
                    DiagramQuestion.ALL,
                    seen.wording().say("goals.diagram.everything"),
                    question.around().isEmpty()));
            boxes.stream()
                    .filter(box -> box.value().level() == ResultLevel.GOAL
                            || question.around().equals(Optional.of(box.id())))
                    .forEach(box -> all.add(new Choice(
                            box.id().toString(),
                            box.value().title(),
                            question.around().equals(Optional.of(box.id())))));
            return all;
        }
    }

    @GetMapping("/workspaces/{id}/goals/{chain}/diagram")
    ModelAndView diagram(
            @PathVariable String id,
            @PathVariable String chain,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.page.diagram", wording, here, reader, token);
        Chain model = seen.chain();
        DiagramQuestion question = DiagramQuestion.of(here, model);
        ChainPart part = question.picture().part(model);
        MeasuredChain measured = seen.measured();
        List<Drawn> drawings = new ArrayList<>();
        String description = "";
        int asked = question.picture().boxes(model);
        boolean isDrawn = ChainDrawing.isDrawn(asked);
        if (!isDrawn) {
            description = wording.say(ChainDrawing.tooMany(asked));
        } else if (!model.boxes().isEmpty()) {
            Diagram whole = drawn(seen, measured, question, part);
            description = whole.description();
            if (question.group().isEmpty()) {
                drawings.add(new Drawn("", whole.pageSvg()));
            }
        }
        if (isDrawn && question.group().isPresent()) {
            List<ChainGroups.Group> groups =
                    ChainGroups.of(model, part.shown(), question.group().get(), seen.opened()::title, wording);
            for (ChainGroups.Group group : groups) {
                Diagram drawn = drawn(seen, measured, question, new ChainPart(group.boxes(), part.folded()));
                boolean isLast = drawings.size() == groups.size() - 1;
                drawings.add(new Drawn(
                        group.title(), (isLast ? drawn : drawn.unexplained()).pageSvg("g" + drawings.size() + "-")));
            }
        }
        return GoalsPages.page(
                "diagram",
                new Picture(
                        seen,
                        question,
                        description,
                        drawings,
                        List.copyOf(model.boxes()),
                        question.at().flatMap(model::box).map(box -> chosen(seen, question, box)),
                        measured,
                        question.overlay().legend(measured, wording)));
    }

    private static Chosen chosen(Seen seen, DiagramQuestion question, Item<? extends Box> box) {
        return new Chosen(
                box.id(),
                seen.opened().title(box.id()),
                box.value().level().code(),
                basis(box),
                question.folds().contains(box.id()));
    }

    static String basis(Item<?> item) {
        return item.basis().stream().sorted().map(Digest::toString).collect(Collectors.joining(" "));
    }

    private static Diagram drawn(Seen seen, MeasuredChain measured, DiagramQuestion question, ChainPart part) {
        return ChainDrawing.of(
                seen.title(),
                seen.chain(),
                part,
                question.hasConditions(),
                question.overlay().marks(measured, seen.holes(), seen.answered(), seen.wording()),
                element -> Optional.of(
                        seen.chain().box(element).isPresent()
                                ? question.choosing(element) + "#chain-tools"
                                : seen.item(element)),
                measured.today(),
                seen.wording());
    }

    /** The picture as a file: the same part, folded alike. Groups are a way of reading on a page; a file shows them together. */
    @GetMapping("/workspaces/{id}/goals/{chain}/diagram.{form:svg|png}")
    ResponseEntity<byte[]> picture(
            @PathVariable String id,
            @PathVariable String chain,
            @PathVariable String form,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.place", wording, here, reader, token);
        DiagramQuestion question = DiagramQuestion.of(here, seen.chain());
        question.lost(seen.chain()).ifPresent(box -> {
            throw Failure.notFound(Sentence.of("goals.failure.no-box", box));
        });
        return DiagramFiles.answer(
                form,
                "goals",
                seen.answers()
                        .picture(
                                seen.alternative(),
                                question.picture(),
                                seen.measured().today()),
                seen.opened().view().charter().name(),
                seen.state());
    }

    /** A link of a box. */
    record Linked(String item, String href, String text, String basis) {}

    /**
     * What the drawer shows of a box, a link, an assumption or a risk.
     *
     * @param conditions the assumptions a box rests on, and the risks that threaten it
     */
    record Panel(
            Seen seen,
            ItemId id,
            String title,
            String kind,
            String basis,
            boolean isBox,
            boolean isLink,
            List<Linked> links,
            List<Linked> conditions,
            List<Item<Indicator>> indicators,
            MeasuredChain measured,
            List<String> holes) {}

    @GetMapping("/workspaces/{id}/goals/{chain}/panel")
    ModelAndView panel(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestParam String items,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.place", wording, here, reader, token);
        ItemId element = GoalsPages.itemId(items)
                .orElseThrow(() -> Failure.notFound(Sentence.of("goals.failure.no-box", items)));
        Chain model = seen.chain();
        Optional<Item<? extends Box>> box = model.box(element);
        Item<?> item = box.<Item<?>>map(found -> found)
                .or(() -> model.links().stream()
                        .filter(link -> link.id().equals(element))
                        .findFirst())
                .or(() -> model.assumption(element))
                .or(() -> model.risk(element))
                .orElseThrow(() -> Failure.notFound(Sentence.of("goals.failure.no-box", items)));
        Set<LinkType> drawn = Set.of(LinkType.CONTRIBUTES, LinkType.UNDERMINES);
        return GoalsPages.page(
                "panel",
                new Panel(
                        seen,
                        element,
                        seen.opened().title(element),
                        box.map(found -> wording.say(ChainTables.levelOf(found.value())))
                                .orElseGet(() ->
                                        wording.say("goals.kind." + item.kind().name())),
                        basis(item),
                        box.isPresent(),
                        item.kind().equals(Link.KIND),
                        model.links().stream()
                                .filter(link -> drawn.contains(link.value().type()))
                                .filter(link -> link.value().from().equals(element)
                                        || link.value().to().equals(element))
                                .map(link -> linked(seen, link))
                                .toList(),
                        Stream.concat(
                                        model.from(element, LinkType.RESTS_ON).stream()
                                                .map(link -> link.value().to()),
                                        model.to(element, LinkType.THREATENS).stream()
                                                .map(link -> link.value().from()))
                                .map(condition -> new Linked(
                                        condition.toString(),
                                        seen.item(condition),
                                        seen.opened().title(condition),
                                        ""))
                                .toList(),
                        model.indicators(element),
                        seen.measured(),
                        seen.holes().at(element).stream()
                                .filter(hole -> hole.weight() != Hole.Weight.NOTE
                                        && !seen.answered().contains(hole.name()))
                                .map(hole -> wording.say(hole.says()))
                                .toList()));
    }

    private static Linked linked(Seen seen, Item<Link> link) {
        return new Linked(
                link.id().toString(), seen.item(link.id()), seen.opened().title(link.id()), basis(link));
    }
}
