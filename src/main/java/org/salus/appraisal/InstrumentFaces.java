package org.salus.appraisal;

import java.util.List;
import java.util.Optional;
import org.salus.framework.Recorded;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.View;
import org.salus.workspace.Contribution;
import org.salus.workspace.Face;
import org.salus.workspace.Field;

/** What the register of instruments adds to every workspace: statements about instruments, and its place in the rail. */
public final class InstrumentFaces {
    /** Behind everything that is planned: what is planned has to keep to it. */
    private static final int PLACE = 33;

    private static final Face<InstrumentStatement> STATEMENT = Face.of(
                    InstrumentStatement.KIND,
                    Sentence.of("appraisal.kind.instrument-statement"),
                    new StatementTitle(),
                    List.of(
                            Field.choice(
                                    "answer",
                                    Sentence.of("appraisal.field.answer"),
                                    List.of(
                                            new Field.Option(Recorded.RECORDED.code(), Recorded.RECORDED.label()),
                                            new Field.Option(
                                                    Recorded.RECORDED_AS_ABSENT.code(),
                                                    Recorded.RECORDED_AS_ABSENT.label())),
                                    false),
                            Field.day("day", Sentence.of("appraisal.field.day")),
                            Field.line("source", Sentence.of("appraisal.field.source"))
                                    .hinted(Sentence.of("appraisal.field.source.hint")),
                            Field.paragraph("note", Sentence.of("appraisal.field.note"))))
            .telling(
                    Field.line("instrument", Sentence.of("appraisal.field.instrument")),
                    Field.line("country", Sentence.of("appraisal.field.country")),
                    Field.choice("step", Sentence.of("appraisal.field.step"), InstrumentStep.class))
            .on(item -> Optional.of("standards/" + item.value().instrument() + "?country="
                    + item.value().country()));

    /** Names a statement by what it is about, under the title that the instrument has for the reader. */
    private static final class StatementTitle implements Face.Titled<InstrumentStatement> {
        @Override
        public String title(Item<InstrumentStatement> item, View view) {
            return title(item, view, Wording.english());
        }

        @Override
        public String title(Item<InstrumentStatement> item, View view, Wording wording) {
            InstrumentStatement said = item.value();
            return wording.say(
                    "appraisal.statement.title",
                    Instruments.shipped(wording.locale())
                            .find(said.instrument())
                            .map(Instrument::title)
                            .orElse(said.instrument()),
                    said.country(),
                    said.step().label());
        }
    }

    private InstrumentFaces() {}

    /** What this room adds. */
    public static Contribution contribution() {
        return new Contribution(
                List.of(InstrumentStatement.KIND),
                List.of(STATEMENT),
                List.of(new Contribution.Place(
                        Contribution.Stretch.SITUATION,
                        PLACE,
                        Sentence.of("appraisal.place.standards"),
                        Sentence.of("appraisal.place.standards.asks"),
                        "standards")));
    }
}
