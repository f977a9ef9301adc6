package org.salus.sector;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.salus.documents.Diagram;
import org.salus.documents.Hue;
import org.salus.documents.Tint;
import org.salus.framework.ActorClass;
import org.salus.framework.ContextClass;
import org.salus.framework.Failure;
import org.salus.framework.Pillar;
import org.salus.framework.Recorded;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.ItemId;

/**
 * Draws a part of a map: the two pillars side by side within the boundary of the sector, those who watch and support it at its left, armed and customary
 * actors at its right. The colour and end of a line say what kind of tie it is, its pattern on what basis it is recorded.
 */
public final class SectorDrawing {
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    /** With more lines than that, labels would cover the drawing. */
    private static final int MOST_LABELS = 30;

    /** Several times what can still be read on a sheet of paper. */
    private static final int MOST_DRAWN = 600;

    private final SectorDay day;
    private final Part part;
    private final Function<ItemId, Optional<String>> links;
    private final Wording wording;

    private SectorDrawing(SectorDay day, Part part, Function<ItemId, Optional<String>> links) {
        this.day = day;
        this.part = part;
        this.links = links;
        this.wording = Wording.in(day.language());
    }

    /** A drawing for files. */
    public static Diagram of(SectorDay day, Part part) {
        return of(day, part, item -> Optional.empty());
    }

    /**
     * A drawing for pages.
     *
     * @param links where the item of that id leads
     */
    public static Diagram of(SectorDay day, Part part, Function<ItemId, Optional<String>> links) {
        return new SectorDrawing(day, part, links).diagram();
    }

    private Diagram diagram() {
        List<Present> actors = part.actors(day).stream()
                .sorted(Comparator.comparing(
                                (Present actor) -> laneOf(actor.phase().actorClass()))
                        .thenComparing(
                                actor -> actor.phase().type(),
                                Comparator.comparing(type -> type.orElse(ActorType.OTHER_EXTERNAL)))
                        .thenComparing(Present::name)
                        .thenComparing(Present::id))
                .toList();
        List<PresentTie> ties = part.ties(day);
        List<Diagram.Edge> edges = edges(ties);
        return new Diagram(
                title(),
                wording.say(
                        "sector.drawing.description",
                        actors.size(),
                        day.actors().size(),
                        ties.size(),
                        day.ties().size(),
                        date(day.day())),
                List.of(
                        new Diagram.Lane(BEFORE, wording.say("sector.drawing.lane.before"), false),
                        new Diagram.Lane(Pillar.OVERSIGHT.code(), wording.say("sector.drawing.lane.oversight"), true),
                        new Diagram.Lane(Pillar.PROVIDERS.code(), wording.say("sector.drawing.lane.providers"), true),
                        new Diagram.Lane(AFTER, wording.say("sector.drawing.lane.after"), false)),
                Optional.of(wording.say("sector.drawing.sector")),
                actors.stream().map(this::node).toList(),
                edges,
                key(ties),
                wording.say("sector.drawing.note", date(day.day())),
                !(part.around() instanceof Part.Around.Everything) || edges.size() <= MOST_LABELS,
                day.language());
    }

    /** Whether a picture of it can be read, and is drawn while somebody waits. */
    public static boolean isDrawn(SectorDay day, Part part) {
        return part.actors(day).size() <= MOST_DRAWN;
    }

    /**
     * Refuses to draw what nobody could read.
     *
     * @throws Failure (wrong use) with what to ask for instead
     */
    public static void mustBeDrawn(SectorDay day, Part part) {
        if (!isDrawn(day, part)) {
            throw Failure.wrongUse(tooMany(day, part));
        }
    }

    /** Why there is no picture. */
    public static Sentence tooMany(SectorDay day, Part part) {
        return Sentence.of("sector.drawing.too-many", part.actors(day).size(), MOST_DRAWN);
    }

    private String title() {
        return switch (part.around()) {
            case Part.Around.Everything everything -> wording.say("sector.drawing.title.everything");
            case Part.Around.OnePillar one ->
                wording.say("sector.drawing.title.pillar", one.pillar().label());
            case Part.Around.OneActor one -> wording.say("sector.drawing.title.actor", day.name(one.actor()));
        };
    }

    private String date(LocalDate date) {
        return date(date, day.language());
    }

    static String date(LocalDate date, Locale language) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", language).format(date);
    }

    private static String laneOf(ActorClass actorClass) {
        return switch (actorClass) {
            case Pillar pillar -> pillar.code();
            case ContextClass context -> Part.standsBefore(context) ? BEFORE : AFTER;
        };
    }

    private Diagram.Node node(Present actor) {
        boolean strong =
                part.around() instanceof Part.Around.OneActor one && one.actor().equals(actor.id());
        String type = actor.phase()
                .type()
                .map(known -> wording.say(known.label()))
                .orElseGet(() -> wording.say(actor.phase().actorClass().label()));
        return new Diagram.Node(
                actor.id().toString(),
                laneOf(actor.phase().actorClass()),
                actor.name(),
                type,
                Tint.of(hue(actor.phase())),
                strong,
                links.apply(actor.id()),
                Map.of("item", actor.id().toString()));
    }

    /** Oversight has the hue of field 1, forces that of field 2, justice that of field 3. */
    private static Hue hue(Phase phase) {
        return switch (phase.actorClass()) {
            case Pillar pillar ->
                pillar == Pillar.PROVIDERS ? Hue.FIELD_2 : isJustice(phase) ? Hue.FIELD_3 : Hue.FIELD_1;
            case ContextClass context ->
                switch (context) {
                    case CIVIL_SOCIETY -> Hue.ACCENT;
                    case CUSTOMARY_JUSTICE_OR_SAFETY -> Hue.FIELD_3;
                    case ARMED_NON_STATE -> Hue.UNKNOWN;
                    case EXTERNAL -> Hue.NONE;
                };
        };
    }

    private static boolean isJustice(Phase phase) {
        return phase.oversight().filter(kind -> kind == Oversight.JUDICIAL).isPresent()
                || phase.type()
                        .filter(type -> type == ActorType.PRISON_SERVICE || type == ActorType.MINISTRY_OF_JUSTICE)
                        .isPresent();
    }

    /** Ties between the same two actors that look alike are one line. */
    private List<Diagram.Edge> edges(List<PresentTie> ties) {
        record Line(ItemId from, ItemId to, Diagram.Style style) {}
        Map<Line, List<PresentTie>> lines = new LinkedHashMap<>();
        ties.stream()
                .sorted(Comparator.comparing((PresentTie tie) -> day.name(tie.from()))
                        .thenComparing(tie -> day.name(tie.to()))
                        .thenComparing(PresentTie::type)
                        .thenComparing(PresentTie::from)
                        .thenComparing(PresentTie::to))
                .forEach(tie -> lines.computeIfAbsent(
                                new Line(tie.from(), tie.to(), style(tie)), line -> new ArrayList<>())
                        .add(tie));
        List<Diagram.Edge> edges = new ArrayList<>();
        lines.forEach((line, together) -> edges.add(edge(line.style(), together)));
        return edges;
    }

    private Diagram.Edge edge(Diagram.Style style, List<PresentTie> together) {
        PresentTie first = together.getFirst();
        List<ItemId> items =
                together.stream().flatMap(tie -> tie.ids().stream()).toList();
        return new Diagram.Edge(
                first.ids().getFirst().toString(),
                first.from().toString(),
                first.to().toString(),
                together.stream().map(tie -> wording.say(tie.type().label())).collect(Collectors.joining(", ")),
                together.stream().map(this::sentence).collect(Collectors.joining(" ")),
                style,
                first.type().runsUpward(),
                links.apply(items.getFirst()),
                Map.of("items", items.stream().map(ItemId::toString).collect(Collectors.joining(" "))));
    }

    private String sentence(PresentTie tie) {
        return wording.say(
                "sector.drawing.tie." + basis(tie),
                day.name(tie.from()),
                tie.type().label(),
                day.name(tie.to()));
    }

    /** On what basis a tie is recorded: one word for each pattern. */
    static String basis(PresentTie tie) {
        if (!tie.isSaid()) {
            return "not-said";
        }
        Recorded law = tie.side(Basis.LAW).recorded();
        Recorded practice = tie.side(Basis.PRACTICE).recorded();
        if (law == Recorded.RECORDED) {
            return switch (practice) {
                case RECORDED -> "both";
                case RECORDED_AS_ABSENT -> "law-not-practice";
                case NOT_RECORDED -> "law";
            };
        }
        if (practice == Recorded.RECORDED) {
            return law == Recorded.RECORDED_AS_ABSENT ? "practice-not-law" : "practice";
        }
        return "absent";
    }

    private static Diagram.Style style(PresentTie tie) {
        return style(tie.type().group(), basis(tie));
    }

    private static Diagram.Style style(TieType.Group group, String basis) {
        Diagram.Dash dash = switch (basis) {
            case "both" -> Diagram.Dash.SOLID;
            case "law", "law-not-practice" -> Diagram.Dash.DASHED;
            case "practice", "practice-not-law" -> Diagram.Dash.DOTTED;
            default -> Diagram.Dash.SPARSE;
        };
        boolean crossed = basis.equals("absent") || basis.contains("-not-");
        return switch (group) {
            case COMMAND -> new Diagram.Style(new Tint(Hue.ACCENT, 5), dash, Diagram.Head.TRIANGLE, crossed);
            case CONTROL -> new Diagram.Style(new Tint(Hue.ACCENT, 4), dash, Diagram.Head.DIAMOND, crossed);
            case OVERSIGHT -> new Diagram.Style(new Tint(Hue.FIELD_1, 5), dash, Diagram.Head.OPEN, crossed);
            case REPORTING -> new Diagram.Style(new Tint(Hue.FIELD_1, 4), dash, Diagram.Head.OPEN, crossed);
            case SUPPORT -> new Diagram.Style(new Tint(Hue.FIELD_2, 5), dash, Diagram.Head.CIRCLE, crossed);
            case RELATION -> new Diagram.Style(new Tint(Hue.FIELD_3, 4), dash, Diagram.Head.BAR, crossed);
        };
    }

    /** What is in the drawing, and nothing else: the kinds of ties, then the patterns. */
    private List<Diagram.Key> key(List<PresentTie> ties) {
        List<Diagram.Key> key = new ArrayList<>();
        for (TieType.Group group : TieType.Group.values()) {
            if (ties.stream().anyMatch(tie -> tie.type().group() == group)) {
                key.add(new Diagram.Key(style(group, "both"), wording.say(group.label())));
            }
        }
        Set<String> bases =
                ties.stream().map(SectorDrawing::basis).collect(Collectors.toCollection(LinkedHashSet::new));
        for (String basis :
                List.of("both", "law", "practice", "law-not-practice", "practice-not-law", "absent", "not-said")) {
            if (bases.contains(basis)) {
                Diagram.Style grey = style(TieType.Group.OVERSIGHT, basis);
                key.add(new Diagram.Key(
                        new Diagram.Style(
                                new Tint(Hue.UNKNOWN, 5), grey.dash(), Diagram.Head.TRIANGLE, grey.isCrossed()),
                        wording.say("sector.drawing.basis." + basis)));
            }
        }
        return key;
    }
}
