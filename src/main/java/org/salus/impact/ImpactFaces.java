package org.salus.impact;

import java.util.List;
import java.util.Optional;
import org.salus.framework.Sentence;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.workspace.Contribution;
import org.salus.workspace.Face;
import org.salus.workspace.Field;

/** What this room adds to every workspace: studies and their tables, its place in the rail, and what studies came to, beside the goals, objectives and indicators they speak of. */
public final class ImpactFaces {
    /** Behind appraisal and before the strategy: what was done is looked back on. */
    private static final int PLACE = 65;

    /** Between what changed and what is claimed of it. */
    private static final int SURVEYS_PLACE = 67;

    private static final List<Field> SETTINGS = List.of(
            Field.choice("method", said("method"), StudyMethod.class),
            Field.line("unit", said("unit")),
            Field.line("time", said("time")),
            Field.line("outcome", said("outcome")),
            Field.lines("treated", said("treated")),
            Field.line("from", said("from")),
            Field.lines("without", said("without")),
            Field.line("predictors", said("predictors")),
            Field.line("fit", said("fit")),
            Field.line("effect", said("effect")),
            Field.line("search", said("search")),
            Field.line("model", said("model")),
            Field.line("errors", said("errors")),
            Field.line("season", said("season")),
            Field.line("harmonics", said("harmonics")));

    private static final List<Field> RESULT = List.of(
            Field.day("on", said("on")),
            Field.choice("verdict", said("verdict"), VerdictKind.class),
            Field.number("value", said("value")),
            Field.number("lower", said("lower")),
            Field.number("upper", said("upper")),
            Field.number("p", said("p")),
            Field.line("data", said("data")),
            Field.line("settings", said("settings-digest")));

    private static final Face<StudyTable> TABLE = Face.of(
            StudyTable.KIND,
            Sentence.of("impact.kind.table"),
            (item, view) -> item.value().title(),
            List.of(Field.line("title", said("table-title")), Field.line("source", said("source"))));

    private static final Face<SurveyRows> ANSWERS = Face.of(
            SurveyRows.KIND,
            Sentence.of("impact.kind.survey-answers"),
            (item, view) -> item.value().title(),
            List.of(Field.line("title", said("table-title")), Field.line("source", said("source"))));

    private static final Face<ImpactStudy> STUDY = Face.of(
                    ImpactStudy.KIND,
                    Sentence.of("impact.kind.study"),
                    (item, view) -> item.value().title(),
                    List.of(
                            Field.line("title", said("title")),
                            Field.paragraph("asks", said("asks")).hinted(said("asks.hint")),
                            Field.paragraph("alike", said("alike")).hinted(said("alike.hint")),
                            Field.flag("somethingElse", said("something-else")),
                            Field.flag("reachesControls", said("reaches-controls")),
                            Field.paragraph("note", said("note"))))
            .telling(
                    Field.group("settings", said("settings"), SETTINGS),
                    Field.optionalGroup("result", said("result"), RESULT))
            .on(item -> Optional.of(page(item.id())));

    private static final Face<SurveyRound> ROUND = Face.of(
                    SurveyRound.KIND,
                    Sentence.of("impact.kind.survey-round"),
                    (item, view) -> item.value().title(),
                    List.of(
                            Field.line("title", said("survey-title")),
                            Field.day("on", said("survey-on")),
                            Field.paragraph("note", said("note"))))
            .telling(
                    Field.line("weight", said("survey-weight")),
                    Field.line("stratum", said("survey-stratum")),
                    Field.line("cluster", said("survey-cluster")),
                    Field.lines("remarks", said("survey-remarks")))
            .on(item -> Optional.of(survey(item.id())));

    private ImpactFaces() {}

    /** What this room adds. */
    public static Contribution contribution() {
        return new Contribution(
                List.of(StudyTable.KIND, ImpactStudy.KIND, SurveyRows.KIND, SurveyRound.KIND),
                List.of(TABLE, STUDY, ANSWERS, ROUND),
                List.of(
                        new Contribution.Place(
                                Contribution.Stretch.PROOF,
                                PLACE,
                                Sentence.of("impact.place"),
                                Sentence.of("impact.board.title"),
                                "impact"),
                        new Contribution.Place(
                                Contribution.Stretch.PROOF,
                                SURVEYS_PLACE,
                                Sentence.of("impact.place.surveys"),
                                Sentence.of("impact.surveys.title"),
                                "surveys")),
                List.of(),
                List.of((view, layers, item, day) -> beside(view, item)));
    }

    /** Studies that speak of an item. Private layers are not looked for: a study in one names no item of the workspace. */
    private static List<Contribution.Beside> beside(View view, ItemId id) {
        return view
                .find(id)
                .filter(item -> ImpactStudy.SUBJECTS.contains(item.kind().name()))
                .stream()
                .flatMap(item -> view.list(ImpactStudy.KIND).stream())
                .filter(study -> study.value().about().contains(id))
                .map(study -> new Contribution.Beside(
                        study.value()
                                .result()
                                .map(result -> Sentence.of(
                                        "impact.beside",
                                        study.value().title(),
                                        result.verdict().label(),
                                        result.on()))
                                .orElseGet(() -> Sentence.of(
                                        "impact.beside.not-asked", study.value().title())),
                        view.workspace(),
                        page(study.id())))
                .toList();
    }

    /** Where a study is shown, below the address of its workspace. */
    static String page(ItemId study) {
        return "impact/studies/" + study;
    }

    /** Where a round of a survey is shown, below the address of its workspace. */
    static String survey(ItemId round) {
        return "surveys/" + round;
    }

    private static Sentence said(String field) {
        return Sentence.of("impact.study-field." + field);
    }
}
