package org.salus.papers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.agenda.Meeting;
import org.salus.framework.Sentence;
import org.salus.goals.Objective;
import org.salus.ledger.Item;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;
import org.salus.sector.Actor;
import org.salus.workspace.Contribution;
import org.salus.workspace.Face;
import org.salus.workspace.Field;

/** What this room adds to every workspace: its kind of items, how people meet it, its place in the rail, and the way from an actor to its crisis sheet, from a meeting to its pack and from an objective to its proposal. */
public final class PapersFaces {
    /** After the strategy, of whose material papers are made. */
    private static final int PLACE = 75;

    private static final Face<OwnTemplate> TEMPLATE = Face.of(
                    OwnTemplate.KIND,
                    Sentence.of("papers.kind.template"),
                    (item, view) -> item.value().name(),
                    List.of())
            .telling(
                    Field.line("name", Sentence.of("papers.field.name")),
                    Field.paragraph("text", Sentence.of("papers.field.text")))
            .on(item -> Optional.of("papers/" + item.value().name()));

    private PapersFaces() {}

    /** What this room adds. */
    public static Contribution contribution() {
        return new Contribution(
                List.of(OwnTemplate.KIND),
                List.of(TEMPLATE),
                List.of(new Contribution.Place(
                        Contribution.Stretch.AGREEMENT,
                        PLACE,
                        Sentence.of("papers.place"),
                        Sentence.of("papers.page.title"),
                        "papers")),
                List.of(),
                List.of((view, layers, item, day) -> Stream.of(
                                view.find(Actor.KIND, item)
                                        .map(actor -> beside(view, "papers.beside", "crisis?of=", actor)),
                                view.find(Meeting.KIND, item)
                                        .map(meeting -> beside(
                                                view,
                                                "papers.beside.meeting",
                                                "papers/committee-pack?meeting=",
                                                meeting)),
                                view.find(Objective.KIND, item)
                                        .map(objective -> beside(
                                                view,
                                                "papers.beside.objective",
                                                "papers/support-proposal?objective=",
                                                objective)))
                        .flatMap(Optional::stream)
                        .toList()));
    }

    private static Contribution.Beside beside(View view, String key, String path, Item<?> item) {
        // The usual readers of a paper need not be those of the item.
        boolean isForMembers =
                item.sensitivity() instanceof Sensitivity.Members || item.sensitivity() instanceof Sensitivity.Public;
        return new Contribution.Beside(
                Sentence.of(key), view.workspace(), path + item.id() + (isForMembers ? "" : "&for=own"));
    }
}
