package org.salus.coordination;

import java.util.List;
import java.util.Optional;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.sector.Actor;
import org.salus.workspace.Contribution;
import org.salus.workspace.Face;
import org.salus.workspace.Field;

/** What this room adds to every workspace: what people say of activities and institutions, and places. Replies to findings are answers, a kind of the workspace's own. */
public final class CoordinationFaces {
    /** Behind goals: what is missing is looked for when it is said what is wanted. */
    private static final int PLACE = 45;

    private static final Face<InstitutionJudgement> JUDGEMENT = Face.of(
                    InstitutionJudgement.KIND,
                    Sentence.of("coordination.institution.kind"),
                    Face.said((item, view) -> Sentence.of(
                            "coordination.institution.judgement.title",
                            item.value().verdict().label(),
                            item.value().activity())),
                    List.of(Field.paragraph("why", Sentence.of("coordination.institution.why"))))
            .telling(
                    Field.item("institution", Sentence.of("coordination.institution.column"), Actor.KIND),
                    Field.line("activity", Sentence.of("coordination.page.activity")),
                    Field.choice("verdict", Sentence.of("coordination.institution.verdict"), InstitutionVerdict.class),
                    Field.line("edition", Sentence.of("coordination.institution.edition")))
            .on(item -> Optional.of("coordination/institutions"));

    private static final Face<DonorStatement> STATEMENT = Face.of(
                    DonorStatement.KIND,
                    Sentence.of("coordination.statement.kind"),
                    Face.said((item, view) -> Sentence.of(
                            "coordination.statement.name",
                            item.value().donor(),
                            item.value().who())),
                    List.of(
                            Field.line("donor", Sentence.of("coordination.page.donor")),
                            Field.choice(
                                    "area",
                                    Sentence.of("coordination.donor.area"),
                                    Field.options(ReformArea.class),
                                    true),
                            Field.choice("by", Sentence.of("coordination.statement.by"), StatementSide.class),
                            Field.line("who", Sentence.of("coordination.statement.who"))
                                    .hinted(Sentence.of("coordination.statement.who.hint")),
                            Field.paragraph("text", Sentence.of("coordination.statement.text")),
                            Field.day("when", Sentence.of("coordination.statement.when")),
                            Field.line("source", Sentence.of("coordination.statement.source"))))
            .on(item -> Optional.of("coordination/statements"));

    private CoordinationFaces() {}

    /** What this room adds. */
    public static Contribution contribution() {
        return new Contribution(
                List.of(InstitutionJudgement.KIND, DonorStatement.KIND),
                List.of(JUDGEMENT, STATEMENT),
                List.of(
                        new Contribution.Place(
                                Contribution.Stretch.SUPPORT,
                                PLACE,
                                Sentence.of("coordination.place"),
                                Sentence.of("coordination.findings.title"),
                                "coordination"),
                        new Contribution.Place(
                                Contribution.Stretch.SUPPORT,
                                PLACE + 1,
                                Sentence.of("coordination.institution.place"),
                                Sentence.of("coordination.institution.title"),
                                "coordination/institutions")));
    }
}
