package org.salus.goals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.documents.Diagram;
import org.salus.documents.Hue;
import org.salus.documents.Tint;
import org.salus.framework.Failure;
import org.salus.framework.Field;
import org.salus.framework.ReformArea;
import org.salus.framework.ResultLevel;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Digest;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/** Draws a chain from left to right: support, results, objectives, goals. A box says how many holes it has; a line what it does. */
public final class ChainDrawing {
    /** With more lines than that, labels would cover the drawing. */
    private static final int MOST_LABELS = 30;

    /** Twice what is drawn within a second; to find places for many more takes a minute, and nobody reads them. */
    private static final int MOST_DRAWN = 600;

    private final Chain chain;
    private final ChainPart part;
    private final ChainConditions conditions;
    private final List<ItemId> order;
    private final Function<Item<? extends Box>, Optional<BoxMark>> marks;
    private final Function<ItemId, Optional<String>> links;
    private final LocalDate today;
    private final Wording wording;

    private ChainDrawing(
            Chain chain,
            ChainPart part,
            boolean hasConditions,
            Function<Item<? extends Box>, Optional<BoxMark>> marks,
            Function<ItemId, Optional<String>> links,
            LocalDate today,
            Wording wording) {
        this.chain = chain;
        this.part = part;
        this.order = ChainOrder.of(chain).all().stream()
                .filter(part.shown()::contains)
                .toList();
        this.conditions = hasConditions ? ChainConditions.of(chain, part.shown(), order) : ChainConditions.NONE;
        this.marks = marks;
        this.links = links;
        this.today = today;
        this.wording = wording;
    }

    /**
     * A drawing that says where holes are.
     *
     * @param around only what leads to this box and what it leads to; empty for all
     * @param links where an element leads
     * @param today on which it is told which support nobody has confirmed for long
     */
    public static Diagram of(
            String title,
            Chain chain,
            HolesAnswer holes,
            Optional<ItemId> around,
            Function<ItemId, Optional<String>> links,
            LocalDate today,
            Wording wording) {
        return of(
                title,
                chain,
                ChainPart.of(chain, around, Set.of()),
                ChainOverlay.ofHoles(holes, Set.of(), wording),
                links,
                today,
                wording);
    }

    /**
     * A drawing of boxes and the lines between them.
     *
     * @param marks what is laid over a box
     * @param links where an element leads
     * @param today on which it is told which support nobody has confirmed for long
     */
    public static Diagram of(
            String title,
            Chain chain,
            ChainPart part,
            Function<Item<? extends Box>, Optional<BoxMark>> marks,
            Function<ItemId, Optional<String>> links,
            LocalDate today,
            Wording wording) {
        return of(title, chain, part, false, marks, links, today, wording);
    }

    /**
     * A drawing.
     *
     * @param hasConditions whether assumptions and risks are drawn as boxes of their own
     * @param marks what is laid over a box
     * @param links where an element leads
     * @param today on which it is told which support nobody has confirmed for long
     */
    public static Diagram of(
            String title,
            Chain chain,
            ChainPart part,
            boolean hasConditions,
            Function<Item<? extends Box>, Optional<BoxMark>> marks,
            Function<ItemId, Optional<String>> links,
            LocalDate today,
            Wording wording) {
        return new ChainDrawing(chain, part, hasConditions, marks, links, today, wording).diagram(title);
    }

    /** Whether a picture of so many boxes can be read, and is drawn while somebody waits. */
    public static boolean isDrawn(int boxes) {
        return boxes <= MOST_DRAWN;
    }

    /** Why there is no picture of so many boxes. */
    public static Sentence tooMany(int boxes) {
        return Sentence.of("goals.drawing.too-many", boxes, MOST_DRAWN);
    }

    /**
     * Refuses to draw what nobody could read.
     *
     * @throws Failure (wrong use) with what to ask for instead
     */
    public static void mustBeDrawn(int boxes) {
        if (!isDrawn(boxes)) {
            throw Failure.wrongUse(tooMany(boxes));
        }
    }

    private Diagram diagram(String title) {
        Set<ItemId> shown = part.shown();
        List<Item<? extends Box>> boxes = new ArrayList<>();
        order.forEach(id -> chain.box(id).ifPresent(boxes::add));
        List<Diagram.Node> nodes = boxes.stream()
                .flatMap(box -> Stream.concat(
                        conditions.before(box.id()).stream().map(condition -> node(condition, box.value())),
                        Stream.of(node(box))))
                .toList();
        List<Diagram.Edge> edges = new ArrayList<>();
        for (Item<Link> link : chain.links()) {
            boolean isWithin = shown.contains(link.value().from())
                    && shown.contains(link.value().to());
            if (isWithin
                    && (link.value().type() == LinkType.CONTRIBUTES
                            || link.value().type() == LinkType.UNDERMINES)) {
                edges.add(edge(link));
            }
        }
        int between = edges.size();
        conditions.all().forEach(condition -> edges.addAll(edges(condition)));
        return new Diagram(
                        title,
                        wording.say(
                                        "goals.drawing.description",
                                        boxes.size(),
                                        chain.boxes().size(),
                                        between)
                                + (conditions.all().isEmpty()
                                        ? ""
                                        : " "
                                                + wording.say(
                                                        "goals.drawing.conditions",
                                                        conditions.all().size())),
                        Stream.of(ResultLevel.ACTIVITY, ResultLevel.RESULT, ResultLevel.OBJECTIVE, ResultLevel.GOAL)
                                .map(level -> new Diagram.Lane(
                                        level.code(), wording.say("goals.drawing.lane." + level.code()), false))
                                .toList(),
                        Optional.empty(),
                        nodes,
                        edges,
                        Stream.of(LinkType.values())
                                .filter(type -> edges.stream()
                                        .anyMatch(edge -> edge.style().equals(style(type))))
                                .map(type -> new Diagram.Key(style(type), wording.say(type.label())))
                                .toList(),
                        nodes.stream().anyMatch(Diagram.Node::isPale)
                                ? wording.say("goals.drawing.note") + " " + wording.say("goals.drawing.pale")
                                : wording.say("goals.drawing.note"),
                        between <= MOST_LABELS
                                && edges.stream().anyMatch(edge -> edge.style().equals(style(LinkType.UNDERMINES))),
                        wording.locale())
                .inOrder();
    }

    private Diagram.Node node(Item<? extends Box> box) {
        Optional<BoxMark> mark = marks.apply(box);
        List<String> note = new ArrayList<>();
        int folded = part.folded().getOrDefault(box.id(), 0);
        if (folded > 0) {
            note.add(wording.say("goals.drawing.folded", folded));
        }
        mark.ifPresent(said -> note.add(said.sign() + " " + said.words()));
        boolean isPale = box.value() instanceof Support support && support.isUnconfirmed(today);
        note.addAll(box.value() instanceof Support support ? told(support) : List.of(say(kindOf(box.value()))));
        Map<String, String> data = new HashMap<>();
        data.put("item", box.id().toString());
        data.put("level", box.value().level().code());
        data.put("basis", box.basis().stream().sorted().map(Digest::toString).collect(Collectors.joining(" ")));
        if (part.folded().containsKey(box.id())) {
            data.put("folded", String.valueOf(folded));
        }
        return new Diagram.Node(
                box.id().toString(),
                box.value().level().code(),
                titleOf(box.value()),
                String.join(" · ", note),
                mark.flatMap(BoxMark::tint).orElseGet(() -> Tint.of(hue(box.value()))),
                mark.filter(BoxMark::isStrong).isPresent(),
                isPale,
                links.apply(box.id()),
                data);
    }

    /** Its reform area by its code, as the colour of the box says it too; then whether it may not be so any more. What does not fit is told on pointing at it. */
    private List<String> told(Support support) {
        List<String> told = new ArrayList<>();
        support.area().filter(ReformArea::isSsr).ifPresent(area -> told.add(area.code()));
        if (support.isUnconfirmed(today)) {
            told.add(
                    support.confirmed().isPresent()
                            ? wording.say(
                                    "goals.drawing.confirmed",
                                    support.confirmed().get())
                            : wording.say("goals.drawing.unconfirmed"));
        }
        told.add(say(support.area().map(ReformArea::label).orElseGet(LogframeLevel.SUPPORT::label)));
        return told;
    }

    private String say(Sentence sentence) {
        return wording.say(sentence);
    }

    private static String titleOf(Box box) {
        return box instanceof Support support && !support.donor().isBlank()
                ? support.donor() + ": " + support.title()
                : box.title();
    }

    private static Sentence kindOf(Box box) {
        return switch (box) {
            case Result result -> result.kind().label();
            case Support support -> LogframeLevel.SUPPORT.label();
            case Objective objective ->
                objective.characteristic().isPresent()
                        ? objective.characteristic().get().label()
                        : LogframeLevel.OBJECTIVE.label();
            case Goal goal -> LogframeLevel.GOAL.label();
        };
    }

    /** Support has the hue of its field of reform; the rest needs none. */
    private static Hue hue(Box box) {
        return switch (box) {
            case Support support ->
                support.area().flatMap(ReformArea::field).map(ChainDrawing::hue).orElse(Hue.UNKNOWN);
            case Goal goal -> Hue.ACCENT;
            case Objective objective -> Hue.ACCENT;
            case Result result -> Hue.NONE;
        };
    }

    private static Hue hue(Field field) {
        return Hue.valueOf("FIELD_" + field.code().toUpperCase(Locale.ROOT));
    }

    private Diagram.Edge edge(Item<Link> link) {
        Link value = link.value();
        return new Diagram.Edge(
                link.id().toString(),
                value.from().toString(),
                value.to().toString(),
                say(value.type().label()),
                wording.say(
                        "goals.link-label",
                        chain.title(value.from()),
                        value.type().label(),
                        chain.title(value.to())),
                style(value.type()),
                false,
                links.apply(link.id()),
                Map.of(
                        "items",
                        link.id().toString(),
                        "from",
                        value.from().toString(),
                        "to",
                        value.to().toString()));
    }

    /** It opens as a line does: it is no box of the chain, so nothing leads to it and it does not fold. */
    private Diagram.Node node(ChainConditions.Condition condition, Box home) {
        Item<?> element = condition.element();
        return new Diagram.Node(
                idOf(condition),
                home.level().code(),
                titleOf(element),
                said(element),
                Tint.of(Hue.NONE),
                element.value() instanceof Assumption assumption && assumption.state() == AssumptionState.CONTRADICTED,
                false,
                links.apply(element.id()),
                Map.of("items", element.id().toString()));
    }

    private static String titleOf(Item<?> element) {
        return switch (element.value()) {
            case Assumption assumption -> assumption.title();
            case Risk risk -> risk.title();
            case Link link -> link.assumption();
            default -> throw new IllegalStateException("No condition: " + element.kind());
        };
    }

    private String said(Item<?> element) {
        return switch (element.value()) {
            case Assumption assumption ->
                wording.say("goals.drawing.assumption", assumption.state().label());
            case Risk risk -> wording.say("goals.drawing.risk");
            case Link link -> wording.say("goals.drawing.of-line", chain.title(link.from()), chain.title(link.to()));
            default -> throw new IllegalStateException("No condition: " + element.kind());
        };
    }

    /** A link has a line of its own id already. */
    private static String idOf(ChainConditions.Condition condition) {
        return (condition.element().value() instanceof Link ? "if-" : "")
                + condition.element().id();
    }

    /** From a box to what it rests on, from a risk to what it threatens. */
    private List<Diagram.Edge> edges(ChainConditions.Condition condition) {
        boolean isRisk = condition.element().value() instanceof Risk;
        LinkType type = isRisk ? LinkType.THREATENS : LinkType.RESTS_ON;
        String own = idOf(condition);
        return condition.of().stream()
                .distinct()
                .map(box -> new Diagram.Edge(
                        own + "-" + box,
                        isRisk ? own : box.toString(),
                        isRisk ? box.toString() : own,
                        say(type.label()),
                        isRisk
                                ? wording.say(
                                        "goals.link-label",
                                        titleOf(condition.element()),
                                        type.label(),
                                        chain.title(box))
                                : wording.say(
                                        "goals.link-label",
                                        chain.title(box),
                                        type.label(),
                                        titleOf(condition.element())),
                        style(type),
                        !isRisk,
                        Optional.empty(),
                        Map.of()))
                .toList();
    }

    private static Diagram.Style style(LinkType type) {
        return switch (type) {
            case CONTRIBUTES ->
                new Diagram.Style(new Tint(Hue.ACCENT, 4), Diagram.Dash.SOLID, Diagram.Head.TRIANGLE, false);
            case UNDERMINES ->
                new Diagram.Style(new Tint(Hue.UNKNOWN, 5), Diagram.Dash.DASHED, Diagram.Head.BAR, false);
            case RESTS_ON ->
                new Diagram.Style(new Tint(Hue.UNKNOWN, 4), Diagram.Dash.DOTTED, Diagram.Head.CIRCLE, false);
            case THREATENS -> new Diagram.Style(new Tint(Hue.UNKNOWN, 5), Diagram.Dash.SPARSE, Diagram.Head.BAR, false);
        };
    }
}
