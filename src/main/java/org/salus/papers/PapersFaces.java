package org.salus.papers;

import java.util.List;
import java.util.Optional;
import org.salus.framework.Sentence;
import org.salus.sector.Actor;
import org.salus.workspace.Contribution;
import org.salus.workspace.Face;
import org.salus.workspace.Field;

/** What this room adds to every workspace: its kind of items, how people meet it, its place in the rail, and the way from an actor to its crisis sheet. */
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
                List.of(new Contribution.Place(PLACE, Sentence.of("papers.place"), "papers")),
                List.of(),
                List.of((view, layers, item, day) -> view
                        .find(Actor.KIND, item)
                        .map(actor -> new Contribution.Beside(
                                Sentence.of("papers.beside"), view.workspace(), "crisis?of=" + actor.id()))
                        .stream()
                        .toList()));
    }
}
