package org.salus.goals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.Aim;
import org.salus.framework.Characteristic;
import org.salus.framework.Directness;
import org.salus.framework.Effect;
import org.salus.framework.ReformArea;
import org.salus.framework.SecurityKind;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.View;
import org.salus.sector.Actor;
import org.salus.workspace.Contribution;
import org.salus.workspace.Face;
import org.salus.workspace.Field;

/** What this room adds to every workspace: its kinds of items, how people edit them, its place in the rail. */
public final class GoalsFaces {
    /** Behind governance, whose gaps goals begin with. */
    private static final int PLACE = 34;

    private static final List<Field> READING = List.of(
            Field.number("value", said("value")),
            Field.line("words", said("words")).hinted(said("words.hint")),
            Field.day("on", said("on")));

    private static final List<Field> MEASURING = List.of(
            Field.choice("frequency", said("frequency"), Frequency.class),
            Field.day("firstDue", said("firstDue")).hinted(said("firstDue.hint")),
            Field.line("responsible", said("responsible")).hinted(said("owner.hint")),
            Field.line("noBaseline", said("noBaseline")),
            Field.rows("milestones", said("milestones"), said("milestone"), READING),
            Field.lines("levels", said("levels")).hinted(said("levels.hint")));

    private static final Face<ResultsChain> CHAIN = Face.of(
                    ResultsChain.KIND,
                    kind("results-chain"),
                    (item, view) -> item.value().title(),
                    List.of(
                            Field.line("title", said("chain-title")),
                            Field.choice("adoption", said("adoption"), Adoption.class),
                            Field.paragraph("note", said("note"))))
            .on(item -> Optional.of("goals/" + item.id()));

    private static final Face<Goal> GOAL = Face.of(
                    Goal.KIND,
                    kind("goal"),
                    (item, view) -> item.value().title(),
                    List.of(
                            Field.paragraph("title", said("goal-title")).hinted(said("goal-title.hint")),
                            Field.line("forWhom", said("forWhom")),
                            Field.choices("aims", said("aims"), Field.options(Aim.class)),
                            Field.choice("security", said("security"), Field.options(SecurityKind.class), true),
                            Field.rows(
                                    "effects",
                                    said("effects"),
                                    said("effect"),
                                    List.of(
                                            Field.choice("effect", said("effect"), Effect.class),
                                            Field.choice("directness", said("directness"), Directness.class),
                                            Field.line("assumption", said("assumption")))),
                            Field.paragraph("leftOut", said("leftOut")),
                            Field.paragraph("note", said("note"))))
            .on(item -> onPage(item.value().chain(), item.id()));

    private static final Face<Objective> OBJECTIVE = Face.of(
                    Objective.KIND,
                    kind("objective"),
                    (item, view) -> item.value().title(),
                    List.of(
                            Field.paragraph("title", said("objective-title")).hinted(said("objective-title.hint")),
                            Field.item("institution", said("institution"), Actor.KIND),
                            Field.line("institutionName", said("institutionName")),
                            Field.choice(
                                    "characteristic",
                                    said("characteristic"),
                                    Field.options(Characteristic.class),
                                    true),
                            Field.day("begins", said("begins")),
                            Field.day("until", said("until")),
                            Field.line("owner", said("owner")).hinted(said("owner.hint")),
                            Field.group(
                                    "cost",
                                    said("cost"),
                                    List.of(
                                            Field.number("once", said("once")),
                                            Field.number("everyYear", said("everyYear")),
                                            Field.line("currency", said("currency")))),
                            Field.line("payerAfterHandover", said("payerAfterHandover")),
                            Field.paragraph("why", said("why")),
                            Field.paragraph("threatened", said("threatened")),
                            Field.choice("comparable", said("comparable"), Field.options(ComparableChange.class), true)
                                    .hinted(said("comparable.hint")),
                            Field.line("takenFrom", said("takenFrom")),
                            Field.paragraph("note", said("note"))))
            .telling(Field.line("ground", said("ground")))
            .on(item -> onPage(item.value().chain(), item.id()));

    private static final Face<Result> RESULT = Face.of(
                    Result.KIND,
                    kind("result"),
                    (item, view) -> item.value().title(),
                    List.of(
                            Field.paragraph("title", said("result-title")),
                            Field.choice("kind", said("result-kind"), ResultKind.class),
                            Field.choice("means", said("means"), Field.options(Means.class), true),
                            Field.line("owner", said("owner")).hinted(said("owner.hint")),
                            Field.day("until", said("until")),
                            Field.paragraph("note", said("note"))))
            .on(item -> onPage(item.value().chain(), item.id()));

    private static final Face<Support> SUPPORT = Face.of(
                    Support.KIND,
                    kind("support"),
                    (item, view) -> item.value().donor().isBlank()
                            ? item.value().title()
                            : item.value().donor() + ": " + item.value().title(),
                    List.of(
                            Field.line("donor", said("donor")),
                            Field.paragraph("title", said("support-title")),
                            Field.flag("isOurs", said("isOurs")).hinted(said("isOurs.hint")),
                            Field.choice("area", said("area"), Field.options(ReformArea.class), true),
                            Field.choice("means", said("means"), Field.options(Means.class), true),
                            Field.lines("activities", said("activities")).hinted(said("activities.hint")),
                            Field.number("amount", said("amount")),
                            Field.line("currency", said("currency")),
                            Field.group(
                                    "when",
                                    said("when"),
                                    List.of(Field.day("from", said("from")), Field.day("until", said("to")))),
                            Field.day("confirmed", said("confirmed")),
                            Field.paragraph("note", said("note"))))
            .on(item -> onPage(item.value().chain(), item.id()));

    private static final Face<Assumption> ASSUMPTION = Face.of(
                    Assumption.KIND,
                    kind("assumption"),
                    (item, view) -> item.value().title(),
                    List.of(
                            Field.paragraph("title", said("assumption-title")),
                            Field.choice("state", said("assumption-state"), AssumptionState.class),
                            Field.paragraph("because", said("because"))))
            .on(item -> onPage(item.value().chain(), item.id()));

    private static final Face<Risk> RISK = Face.of(
                    Risk.KIND,
                    kind("risk"),
                    (item, view) -> item.value().title(),
                    List.of(
                            Field.paragraph("title", said("risk-title")),
                            Field.paragraph("response", said("response")),
                            Field.line("office", said("office"))))
            .on(item -> onPage(item.value().chain(), item.id()));

    private static final Face<Indicator> INDICATOR = Face.of(
                    Indicator.KIND,
                    kind("results-indicator"),
                    (item, view) -> item.value().title(),
                    List.of(
                            Field.line("title", said("indicator-title")),
                            Field.line("unit", said("unit")),
                            Field.choice("direction", said("direction"), Direction.class),
                            Field.group("baseline", said("baseline"), READING),
                            Field.group("target", said("target"), READING),
                            Field.line("source", said("source")),
                            Field.paragraph("method", said("method")),
                            Field.optionalGroup("plan", said("plan"), MEASURING)))
            .telling(Field.optionalGroup(
                    "feed",
                    said("feed"),
                    List.of(
                            Field.line("name", said("feed-name")),
                            Field.line("unit", said("unit")),
                            Field.number("since", said("feed-since")))))
            .on(item -> Optional.of("goals/" + item.value().chain() + "/measurements/" + item.id()));

    private static final Face<Measurement> MEASUREMENT = Face.of(
                    Measurement.KIND,
                    kind("measurement"),
                    Face.said(GoalsFaces::measured),
                    List.of(
                            Field.group(
                                    "says",
                                    said("says"),
                                    List.of(
                                            Field.number("value", said("value")),
                                            Field.number("low", said("low")),
                                            Field.number("high", said("high")),
                                            Field.number("level", said("level")),
                                            Field.line("missing", said("missing")))),
                            Field.line("source", said("source")),
                            Field.paragraph("method", said("method")),
                            Field.paragraph("note", said("note"))))
            .telling(
                    Field.group(
                            "progress",
                            said("progress"),
                            List.of(
                                    Field.choice("state", said("progress-state"), MeasurementState.class),
                                    Field.line("remark", said("progress-remark")))),
                    Field.optionalGroup(
                            "taken",
                            said("taken"),
                            List.of(
                                    Field.line("snapshot", said("taken-snapshot")),
                                    Field.line("files", said("taken-files")),
                                    Field.flag("isGone", said("taken-gone")))))
            .on(item -> Optional.of("goals/" + item.value().chain() + "/measurements/"
                    + item.value().indicator() + "?measurement=" + item.id() + "#m-" + item.id()));

    private static final Face<Link> LINK = Face.of(
            Link.KIND,
            kind("results-link"),
            Face.said(GoalsFaces::link),
            List.of(
                    Field.choice("type", said("link-type"), LinkType.class),
                    Field.choice("directness", said("directness"), Directness.class),
                    Field.paragraph("assumption", said("assumption")),
                    Field.choice("strength", said("strength"), Strength.class)));

    private static final Face<BoxPlace> PLACE_OF_BOX = Face.of(
            BoxPlace.KIND,
            kind("results-place"),
            (item, view) -> end(item.value().box(), view),
            List.of());

    private static final Face<LogframeMapping> LOGFRAME_COLUMNS = Face.of(
            LogframeMapping.KIND,
            kind("logframe-columns"),
            (item, view) -> item.value().name(),
            List.of(Field.line("name", said("logframe-columns-name"))));

    private GoalsFaces() {}

    /** What this room adds. */
    public static Contribution contribution() {
        return new Contribution(
                        List.of(
                                ResultsChain.KIND,
                                Goal.KIND,
                                Objective.KIND,
                                Result.KIND,
                                Support.KIND,
                                Assumption.KIND,
                                Risk.KIND,
                                Indicator.KIND,
                                Measurement.KIND,
                                Link.KIND,
                                BoxPlace.KIND,
                                LogframeMapping.KIND),
                        List.of(
                                CHAIN,
                                GOAL,
                                OBJECTIVE,
                                RESULT,
                                SUPPORT,
                                ASSUMPTION,
                                RISK,
                                INDICATOR,
                                MEASUREMENT,
                                LINK,
                                PLACE_OF_BOX,
                                LOGFRAME_COLUMNS),
                        List.of(new Contribution.Place(
                                Contribution.Stretch.CHANGE,
                                PLACE,
                                Sentence.of("goals.place"),
                                Sentence.of("goals.page.title"),
                                "goals")),
                        List.of(GoalsFaces::takenUp))
                .owing(GoalsDues::of);
    }

    private static Map<String, List<ItemId>> takenUp(View view) {
        Map<String, List<ItemId>> found = new LinkedHashMap<>();
        Grounds.takenUp(view)
                .forEach((ground, objectives) ->
                        found.put(ground, objectives.stream().map(Item::id).toList()));
        return found;
    }

    /** The kinds a new box can be of, by their names in addresses. */
    public static Optional<Kind<?>> box(String name) {
        return Arrays.<Kind<?>>asList(Goal.KIND, Objective.KIND, Result.KIND, Support.KIND).stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    /** The fields of a kind of this room. */
    static List<Field> fields(Kind<?> kind) {
        return contribution().faces().stream()
                .filter(face -> face.kind().equals(kind))
                .findFirst()
                .map(Face::fields)
                .orElse(List.of());
    }

    private static Optional<String> onPage(ItemId chain, ItemId element) {
        return Optional.of("goals/" + chain + "?box=" + element + "#e-" + element);
    }

    private static Sentence kind(String name) {
        return Sentence.of("goals.kind." + name);
    }

    private static Sentence said(String field) {
        return Sentence.of("goals.field." + field);
    }

    private static Sentence measured(Item<Measurement> item, View view) {
        Measurement one = item.value();
        return Sentence.of(
                one.group().isEmpty() ? "goals.measurement-label" : "goals.measurement-label.group",
                view.find(Indicator.KIND, one.indicator())
                        .map(known -> known.value().title())
                        .orElse("…"),
                one.on(),
                one.says().isMissing()
                        ? Sentence.of("goals.measured.missing")
                        : one.says().shown(),
                one.group());
    }

    private static Sentence link(Item<Link> item, View view) {
        return Sentence.of(
                "goals.link-label",
                end(item.value().from(), view),
                item.value().type().label(),
                end(item.value().to(), view));
    }

    private static String end(ItemId element, View view) {
        return view.find(element)
                .map(item -> switch (item.value()) {
                    case Box box -> box.title();
                    case Assumption assumption -> assumption.title();
                    case Risk risk -> risk.title();
                    default -> "…";
                })
                .orElse("…");
    }
}
