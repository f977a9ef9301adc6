package org.salus.appraisal;

import java.util.List;
import org.salus.framework.Sentence;
import org.salus.goals.Objective;
import org.salus.goals.Support;
import org.salus.ledger.Kind;
import org.salus.workspace.Contribution;
import org.salus.workspace.Face;
import org.salus.workspace.Field;

/** What decisions and politics add to every workspace: kinds of items, how people edit them, and a place in the rail. */
public final class PoliticsFaces {
    /** Behind what is planned and given: who decides on it, and who stands where. */
    private static final int PLACE = 32;

    private static final Field OBJECTIVES = Field.rows(
            "objectives",
            said("objectives"),
            said("objective"),
            List.of(Field.item("objective", said("objective"), Objective.KIND)));

    private static final Face<RegisteredDecision> DECISION = Face.of(
            RegisteredDecision.KIND,
            kind("decision"),
            (item, view) -> item.value().title(),
            List.of(
                    Field.line("title", said("decided")),
                    Field.day("day", said("day")),
                    Field.line("decidedBy", said("decidedBy")).hinted(said("office.hint")),
                    Field.lines("asked", said("asked")).hinted(said("offices.hint")),
                    Field.lines("couldVeto", said("couldVeto")),
                    Field.lines("payers", said("payers")),
                    Field.lines("absent", said("absent")).hinted(said("absent.hint")),
                    OBJECTIVES,
                    Field.rows(
                            "supports",
                            said("supports"),
                            said("support"),
                            List.of(Field.item("support", said("support"), Support.KIND))),
                    Field.line("document", said("document")).hinted(said("document.hint")),
                    Field.paragraph("note", said("note"))));

    private static final Face<EntryPoint> WINDOW = Face.of(
            EntryPoint.KIND,
            kind("window"),
            (item, view) -> item.value().title(),
            List.of(
                    Field.line("title", said("window")),
                    Field.choice("opening", said("opening"), Opening.class),
                    Field.day("from", said("opens")),
                    Field.day("until", said("closes")),
                    OBJECTIVES,
                    Field.paragraph("needed", said("needed")),
                    Field.line("source", said("source")).hinted(said("source.hint")),
                    Field.paragraph("note", said("note"))));

    private static final Face<Partnership> PARTNERSHIP = Face.of(
            Partnership.KIND,
            kind("partnership"),
            (item, view) -> item.value().title(),
            List.of(
                    Field.line("title", said("agreed")),
                    Field.rows(
                                    "parties",
                                    said("parties"),
                                    said("party"),
                                    List.of(Field.line("party", said("party")), Field.line("brings", said("brings"))))
                            .hinted(said("parties.hint")),
                    Field.paragraph("conditions", said("conditions")),
                    Field.day("from", said("from")),
                    Field.day("until", said("until")),
                    Field.day("reviewBy", said("reviewBy")),
                    Field.paragraph("ending", said("ending")),
                    OBJECTIVES,
                    Field.line("document", said("document")),
                    Field.paragraph("note", said("note"))));

    private static final Face<Stance> STANCE = Face.of(
                    Stance.KIND,
                    kind("stance"),
                    (item, view) -> StakeholderMatrix.title(
                            item.value().actor().name(),
                            item.value().objective().name()),
                    List.of(
                            Field.choice("attitude", said("attitude"), Attitude.class),
                            Field.choice("interest", said("interest"), Field.options(Interest.class), true)
                                    .hinted(said("interest.hint")),
                            Field.choice("influence", said("influence"), Field.options(Influence.class), true)
                                    .hinted(said("influence.hint")),
                            Field.paragraph("gains", said("gains")).hinted(said("gains.hint")),
                            Field.paragraph("incentives", said("incentives")),
                            Field.flag("maySpoil", said("maySpoil")),
                            Field.paragraph("measure", said("measure")),
                            Field.day("day", said("noted")),
                            Field.line("source", said("source")).hinted(said("source.hint"))))
            .telling(mention("actor"), mention("objective"));

    private static final Face<RedLine> RED_LINE = Face.of(
                    RedLine.KIND,
                    kind("red-line"),
                    (item, view) -> StakeholderMatrix.title(
                            item.value().actor().name(),
                            item.value().line().lines().findFirst().orElse("")),
                    List.of(
                            Field.paragraph("line", said("line")),
                            Field.paragraph("why", said("why")),
                            Field.day("day", said("noted")),
                            Field.line("source", said("source")).hinted(said("source.hint"))))
            .telling(mention("actor"));

    private static final List<Face<?>> FACES = List.of(DECISION, WINDOW, PARTNERSHIP, STANCE, RED_LINE);

    private PoliticsFaces() {}

    private static Sentence said(String field) {
        return Sentence.of("appraisal.politics.field." + field);
    }

    private static Sentence kind(String name) {
        return Sentence.of("appraisal.politics.kind." + name);
    }

    private static Field mention(String name) {
        return Field.group(name, said(name), List.of(Field.line("name", said("name"))));
    }

    /** The fields of an item of that kind, as people type them. */
    static List<Field> fields(Kind<?> kind) {
        return FACES.stream()
                .filter(face -> face.kind().equals(kind))
                .findFirst()
                .map(Face::fields)
                .orElseThrow();
    }

    /** What this adds. */
    public static Contribution contribution() {
        return new Contribution(
                        List.of(RegisteredDecision.KIND, EntryPoint.KIND, Partnership.KIND, Stance.KIND, RedLine.KIND),
                        FACES,
                        List.of(new Contribution.Place(
                                Contribution.Stretch.SITUATION,
                                PLACE,
                                Sentence.of("appraisal.politics.place"),
                                Sentence.of("appraisal.politics.page.title"),
                                "politics")),
                        List.of(),
                        List.of((view, layers, item, day) -> PoliticsBesides.of(view, layers, item)))
                .owing((view, day, wording) -> PoliticsDues.of(view, wording));
    }
}
