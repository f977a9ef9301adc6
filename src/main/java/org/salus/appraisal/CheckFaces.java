package org.salus.appraisal;

import java.util.List;
import java.util.Optional;
import org.salus.framework.Appraisal;
import org.salus.framework.Sentence;
import org.salus.workspace.Contribution;
import org.salus.workspace.Face;
import org.salus.workspace.Field;

/** What the appraisal adds to every workspace: answers of people to checks, appraisals that were kept, records of eligibility, and its place in the rail. */
public final class CheckFaces {
    /** Behind the plan: what is planned is appraised. */
    private static final int PLACE = 60;

    private static final Face<CheckAnswer> ANSWER = Face.of(
                    CheckAnswer.KIND,
                    Sentence.of("appraisal.kind.answer"),
                    (item, view) -> item.value().check() + " "
                            + Checks.shipped()
                                    .find(item.value().check())
                                    .map(Check::asks)
                                    .orElse(""),
                    List.of(
                            Field.choice("answer", Sentence.of("appraisal.field.answer"), Appraisal.class),
                            Field.paragraph("because", Sentence.of("appraisal.field.because")),
                            Field.line("office", Sentence.of("appraisal.field.office"))
                                    .hinted(Sentence.of("appraisal.field.office.hint")),
                            Field.day("on", Sentence.of("appraisal.field.on")),
                            Field.line("source", Sentence.of("appraisal.field.source"))))
            .telling(
                    Field.line("check", Sentence.of("appraisal.field.check")),
                    Field.line("edition", Sentence.of("appraisal.field.edition")))
            .on(item -> Optional.of("appraisal/checks/" + item.value().check()));

    private static final Face<KeptAppraisal> KEPT = Face.of(
                    KeptAppraisal.KIND,
                    Sentence.of("appraisal.kind.kept"),
                    Face.said((item, view) ->
                            Sentence.of("appraisal.kept.title", item.value().on())),
                    List.of(Field.paragraph("note", Sentence.of("appraisal.field.note"))))
            .telling(
                    Field.day("on", Sentence.of("appraisal.field.on")),
                    Field.line("edition", Sentence.of("appraisal.field.edition")),
                    Field.lines("entries", Sentence.of("appraisal.field.entries")),
                    Field.rows(
                            "answers",
                            Sentence.of("appraisal.field.answers"),
                            Sentence.of("appraisal.field.answer"),
                            List.of(
                                    Field.line("check", Sentence.of("appraisal.field.check")),
                                    Field.line("edition", Sentence.of("appraisal.field.edition")),
                                    Field.choice("answer", Sentence.of("appraisal.field.answer"), Appraisal.class))))
            .on(item -> Optional.of("appraisal/history"));

    private static final Face<AidRecord> AID = Face.of(
                    AidRecord.KIND,
                    Sentence.of("appraisal.aid.kind"),
                    (item, view) -> item.value().title(),
                    List.of(
                            Field.line("title", Sentence.of("appraisal.aid.field.title")),
                            Field.paragraph("note", Sentence.of("appraisal.aid.field.note"))))
            .telling(
                    Field.rows(
                            "facts",
                            Sentence.of("appraisal.aid.facts"),
                            Sentence.of("appraisal.aid.fact"),
                            List.of(
                                    Field.line("fact", Sentence.of("appraisal.aid.fact")),
                                    Field.line("text", Sentence.of("appraisal.aid.text")))),
                    Field.line("verdict", Sentence.of("appraisal.aid.table.verdict")),
                    Field.line("rule", Sentence.of("appraisal.aid.table.rule")),
                    Field.line("coefficient", Sentence.of("appraisal.aid.table.coefficient")),
                    Field.line("purposeCode", Sentence.of("appraisal.aid.table.code")),
                    Field.line("edition", Sentence.of("appraisal.aid.table.edition")))
            .on(item -> Optional.of("appraisal/aid/" + item.id()));

    private CheckFaces() {}

    /** What this part of the room adds. */
    public static Contribution contribution() {
        return new Contribution(
                List.of(CheckAnswer.KIND, KeptAppraisal.KIND, AidRecord.KIND),
                List.of(ANSWER, KEPT, AID),
                List.of(new Contribution.Place(
                        Contribution.Stretch.PROOF,
                        PLACE,
                        Sentence.of("appraisal.place"),
                        Sentence.of("appraisal.page.title"),
                        "appraisal")));
    }
}
