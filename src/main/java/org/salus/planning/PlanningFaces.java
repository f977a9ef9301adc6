package org.salus.planning;

import java.util.List;
import java.util.Optional;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.View;
import org.salus.workspace.Contribution;
import org.salus.workspace.Due;
import org.salus.workspace.Face;
import org.salus.workspace.Field;

/** What this room adds to every workspace: fiscal outlooks, how people edit them, and its place in the rail. */
public final class PlanningFaces {
    /** Between coordination and what is told of a strategy. */
    private static final int PLACE = 55;

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

    private PlanningFaces() {}

    /** What this room adds. */
    public static Contribution contribution() {
        return new Contribution(
                        List.of(FiscalOutlook.KIND),
                        List.of(OUTLOOK),
                        List.of(new Contribution.Place(PLACE, Sentence.of("planning.place"), "plan")))
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
