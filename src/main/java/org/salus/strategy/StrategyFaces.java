package org.salus.strategy;

import java.util.List;
import java.util.Optional;
import org.salus.framework.Sentence;
import org.salus.ledger.View;
import org.salus.workspace.Contribution;
import org.salus.workspace.Due;
import org.salus.workspace.Face;
import org.salus.workspace.Field;

/** What this room adds to every workspace: its kinds of items, how people meet them, its place in the rail. */
public final class StrategyFaces {
    /** The last of the approach: it is composed from all before it. */
    private static final int PLACE = 70;

    private static final Face<SectionText> TEXT = Face.of(
                    SectionText.KIND,
                    Sentence.of("strategy.kind.text"),
                    Face.said((item, view) -> item.value().section().label()),
                    List.of())
            .telling(
                    Field.choice("section", Sentence.of("strategy.field.section"), Section.class),
                    Field.line("language", Sentence.of("strategy.field.language")),
                    Field.number("place", Sentence.of("strategy.field.place")),
                    Field.paragraph("text", Sentence.of("strategy.field.text")))
            .on(item ->
                    Optional.of("strategy/sections/" + item.value().section().code()));

    private static final Face<Edition> EDITION = Face.of(
                    Edition.KIND,
                    Sentence.of("strategy.kind.edition"),
                    (item, view) -> item.value().title(),
                    List.of(
                            Field.line("title", Sentence.of("strategy.field.title")),
                            Field.day("reviewBy", Sentence.of("strategy.field.review-by")),
                            Field.paragraph("note", Sentence.of("strategy.field.note"))))
            .telling(
                    Field.choice("readership", Sentence.of("strategy.field.readership"), Readership.class),
                    Field.line("digest", Sentence.of("strategy.field.digest")),
                    Field.rows(
                            "steps",
                            Sentence.of("strategy.field.steps"),
                            Sentence.of("strategy.field.step"),
                            List.of(
                                    Field.choice("to", Sentence.of("strategy.field.to"), EditionState.class),
                                    Field.day("date", Sentence.of("strategy.field.date")),
                                    Field.paragraph("because", Sentence.of("strategy.field.because")))),
                    Field.rows(
                            "approvals",
                            Sentence.of("strategy.field.approvals"),
                            Sentence.of("strategy.field.approval"),
                            List.of(
                                    Field.choice("side", Sentence.of("strategy.field.side"), Side.class),
                                    Field.line("who", Sentence.of("strategy.field.who")),
                                    Field.line("office", Sentence.of("strategy.field.office")),
                                    Field.day("date", Sentence.of("strategy.field.date")),
                                    Field.line("place", Sentence.of("strategy.field.where")),
                                    Field.line("document", Sentence.of("strategy.field.document")))))
            .on(item -> Optional.of("strategy/editions/" + item.id()));

    private StrategyFaces() {}

    /** What this room adds. */
    public static Contribution contribution() {
        return new Contribution(
                        List.of(SectionText.KIND, Edition.KIND),
                        List.of(TEXT, EDITION),
                        List.of(new Contribution.Place(
                                Contribution.Stretch.AGREEMENT,
                                PLACE,
                                Sentence.of("strategy.place"),
                                Sentence.of("strategy.page.title"),
                                "strategy")))
                .owing((view, day, wording) -> reviews(view));
    }

    /** When editions that somebody relies on are to be looked at again. */
    private static List<Due> reviews(View view) {
        return view.list(Edition.KIND).stream()
                .filter(item -> item.value().state() != EditionState.DRAFT
                        && item.value().state() != EditionState.ENDED)
                .flatMap(item -> item.value().reviewBy().stream()
                        .map(review -> new Due(
                                "edition-review:" + item.id(),
                                "edition-review",
                                Sentence.of("strategy.calendar.review"),
                                item.value().title(),
                                "",
                                Optional.of(review),
                                true,
                                "strategy/editions/" + item.id())))
                .toList();
    }
}
