package org.salus.planning;

import java.util.List;
import java.util.Optional;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.goals.Box;
import org.salus.goals.Goal;
import org.salus.goals.ResultsChain;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.View;
import org.salus.sector.Actor;
import org.salus.workspace.Contribution;
import org.salus.workspace.Due;
import org.salus.workspace.Face;
import org.salus.workspace.Field;

/** What this room adds to every workspace: fiscal outlooks and what is said for a schedule, how people edit them, and its places in the rail. */
public final class PlanningFaces {
    /** Between coordination and what is told of a strategy. */
    private static final int PLACE = 55;

    private static final int SCHEDULE_PLACE = 56;

    private static final Face<FiscalOutlook> OUTLOOK = Face.of(
                    FiscalOutlook.KIND,
                    Sentence.of("planning.kind.outlook"),
                    (item, view) -> item.value().title(),
                    List.of(
                            Field.line("title", said("title")).hinted(said("title.hint")),
                            Field.day("from", said("from")).hinted(said("from.hint")),
                            Field.day("until", said("until")),
                            Field.line("currency", said("currency")),
                            Field.number("budget", said("budget")).hinted(said("budget.hint")),
                            Field.number("bound", said("bound")).hinted(said("bound.hint")),
                            Field.number("growth", said("growth")),
                            Field.number("boundGrowth", said("boundGrowth")),
                            Field.number("inflation", said("inflation")).hinted(said("inflation.hint")),
                            Field.number("citizens", said("citizens")),
                            Field.rows(
                                    "rates",
                                    said("rates"),
                                    said("rate"),
                                    List.of(
                                            Field.line("currency", said("currency")),
                                            Field.number("worth", said("worth")),
                                            Field.line("source", said("source")))),
                            Field.line("source", said("source")),
                            Field.paragraph("note", said("note"))))
            .on(item -> Optional.of("plan"));

    private static final Face<StepNeeds> STEP = Face.of(
                    StepNeeds.KIND,
                    Sentence.of("planning.kind.step"),
                    (item, view) -> boxTitle(item.value().box(), view),
                    List.of(
                            Field.choice("type", said("type"), Field.options(StepType.class), true)
                                    .hinted(said("type.hint")),
                            Field.number("months", said("months")).hinted(said("months.hint")),
                            Field.day("earliest", said("earliest")),
                            Field.day("latest", said("latest")).hinted(said("latest.hint")),
                            Field.rows(
                                    "windows",
                                    said("windows"),
                                    said("window"),
                                    List.of(Field.item("window", said("window"), PlanWindow.KIND))),
                            Field.day("lock", said("lock")).hinted(said("lock.hint")),
                            Field.flag("isMust", said("isMust")),
                            Field.number("priority", said("priority")).hinted(said("priority.hint")),
                            Field.rows(
                                            "uses",
                                            said("uses"),
                                            said("use"),
                                            List.of(
                                                    Field.item("limit", said("limit"), AbsorptionLimit.KIND),
                                                    Field.number("amount", said("amount"))))
                                    .hinted(said("uses.hint")),
                            Field.number("cost", said("cost")).hinted(said("cost.hint")),
                            Field.line("currency", said("currency")),
                            Field.paragraph("note", said("note"))))
            .on(item -> Optional.of("schedule"));

    private static final Face<StepOrder> ORDER = Face.of(
                    StepOrder.KIND,
                    Sentence.of("planning.kind.order"),
                    (item, view) -> boxTitle(item.value().before(), view) + " → "
                            + boxTitle(item.value().after(), view),
                    List.of(
                            Field.choice("standing", said("standing"), OrderStanding.class),
                            Field.number("lag", said("lag")).hinted(said("lag.hint")),
                            Field.paragraph("because", said("because")).hinted(said("because.hint"))))
            .on(item -> Optional.of("schedule"));

    private static final Face<AbsorptionLimit> LIMIT = Face.of(
                    AbsorptionLimit.KIND,
                    Sentence.of("planning.kind.limit"),
                    (item, view) -> item.value().title(),
                    List.of(
                            Field.line("title", said("limit.title")),
                            Field.item("institution", said("institution"), Actor.KIND),
                            Field.choice("area", said("area"), Field.options(ReformArea.class), true),
                            Field.number("capacity", said("capacity")).hinted(said("capacity.hint")),
                            Field.line("source", said("source")),
                            Field.paragraph("note", said("note"))))
            .on(item -> Optional.of("schedule"));

    private static final Face<PlanBudget> BUDGET = Face.of(
                    PlanBudget.KIND,
                    Sentence.of("planning.kind.budget"),
                    (item, view) -> item.value().donor(),
                    List.of(
                            Field.line("donor", said("donor")).hinted(said("donor.hint")),
                            Field.line("currency", said("currency")),
                            Field.rows(
                                    "years",
                                    said("years"),
                                    said("year"),
                                    List.of(Field.day("year", said("year")), Field.number("amount", said("amount")))),
                            Field.choices("areas", said("areas"), Field.options(ReformArea.class))
                                    .hinted(said("areas.hint")),
                            Field.rows(
                                            "earmarks",
                                            said("earmarks"),
                                            said("earmark"),
                                            List.of(Field.item("step", said("earmark"), StepNeeds.KIND)))
                                    .hinted(said("earmarks.hint")),
                            Field.line("source", said("source")),
                            Field.paragraph("note", said("note"))))
            .on(item -> Optional.of("schedule"));

    private static final Face<PlanWindow> WINDOW = Face.of(
                    PlanWindow.KIND,
                    Sentence.of("planning.kind.window"),
                    (item, view) -> item.value().title(),
                    List.of(
                            Field.line("title", said("window.title")).hinted(said("window.title.hint")),
                            Field.day("from", said("window.from")),
                            Field.day("until", said("window.until")),
                            Field.flag("isClosed", said("isClosed")),
                            Field.line("source", said("source")),
                            Field.paragraph("note", said("note"))))
            .on(item -> Optional.of("schedule"));

    private static final Face<PlanFrame> FRAME = Face.of(
                    PlanFrame.KIND,
                    Sentence.of("planning.kind.frame"),
                    (item, view) -> view.find(ResultsChain.KIND, item.value().chain())
                            .map(chain -> chain.value().title())
                            .orElse("…"),
                    List.of(
                            Field.day("from", said("frame.from")),
                            Field.day("until", said("frame.until")),
                            Field.line("currency", said("currency")),
                            Field.rows(
                                            "weights",
                                            said("weights"),
                                            said("weight"),
                                            List.of(
                                                    Field.item("goal", said("goal"), Goal.KIND),
                                                    Field.number("weight", said("weight"))))
                                    .hinted(said("weights.hint")),
                            Field.paragraph("note", said("note"))))
            .on(item -> Optional.of("schedule"));

    private static final Face<AgreedPlan> AGREED = Face.of(
                    AgreedPlan.KIND,
                    Sentence.of("planning.kind.agreed"),
                    (item, view) -> item.value().title(),
                    List.of(Field.line("title", said("agreed.title")), Field.paragraph("note", said("note"))))
            .on(item -> Optional.of("schedule"))
            .telling(
                    Field.day("on", said("on")),
                    Field.line("aim", said("aim")),
                    Field.line("state", said("state")),
                    Field.rows(
                            "starts",
                            said("starts"),
                            said("earmark"),
                            List.of(
                                    Field.line("title", said("earmark")),
                                    Field.day("begins", said("begins")),
                                    Field.day("until", said("ends")))));

    private static final List<Face<?>> FACES = List.of(OUTLOOK, STEP, ORDER, LIMIT, BUDGET, WINDOW, FRAME, AGREED);

    private PlanningFaces() {}

    /** What people say of an item of a kind, field by field. */
    static List<Field> fields(Kind<?> kind) {
        return FACES.stream()
                .filter(face -> face.kind().equals(kind))
                .findFirst()
                .map(Face::fields)
                .orElse(List.of());
    }

    private static String boxTitle(ItemId box, View view) {
        return view.find(box)
                .flatMap(item -> item.value() instanceof Box known ? Optional.of(known.title()) : Optional.empty())
                .orElse("…");
    }

    /** What this room adds. */
    public static Contribution contribution() {
        return new Contribution(
                        FACES.stream().<Kind<?>>map(Face::kind).toList(),
                        FACES,
                        List.of(
                                new Contribution.Place(
                                        Contribution.Stretch.PLAN,
                                        PLACE,
                                        Sentence.of("planning.place"),
                                        Sentence.of("planning.page.title"),
                                        "plan"),
                                new Contribution.Place(
                                        Contribution.Stretch.PLAN,
                                        SCHEDULE_PLACE,
                                        Sentence.of("planning.place.schedule"),
                                        Sentence.of("planning.schedule.page.title"),
                                        "schedule")))
                .owing((view, day, wording) -> ends(view, wording));
    }

    /** The last year of each outlook: what is planned beyond it rests on nothing. */
    private static List<Due> ends(View view, Wording wording) {
        return view.list(FiscalOutlook.KIND).stream()
                .flatMap(item -> item.value().until().stream()
                        .map(until -> new Due(
                                "outlook-end:" + item.id(),
                                "budget",
                                Sentence.of("planning.calendar.budget"),
                                wording.say(
                                        "planning.calendar.ends", item.value().title()),
                                "",
                                Optional.of(until),
                                false,
                                "plan")))
                .toList();
    }

    private static Sentence said(String field) {
        return Sentence.of("planning.field." + field);
    }
}
