package org.salus.portfolio;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.frame.web.Address;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.workspace.Contribution;
import org.salus.workspace.Face;
import org.salus.workspace.Field;

/** What this room adds to every workspace: judgements of what activities support, and where they are made. */
public final class PortfolioFaces {
    /** Behind the security sector and assessments: what is supported is looked at when the map is there. */
    private static final int PLACE = 35;

    private static final List<Field.Option> AREAS = Stream.of(ReformArea.values())
            .map(area -> new Field.Option(area.code(), area.label()))
            .toList();

    private static final Face<AreaJudgement> JUDGEMENT = Face.of(
                    AreaJudgement.KIND,
                    Sentence.of("portfolio.kind.judgement"),
                    Face.said((item, view) -> Sentence.of(
                            "portfolio.judgement.title",
                            item.value().activity(),
                            item.value().area().code())),
                    List.of(Field.paragraph("why", Sentence.of("portfolio.field.why"))))
            .telling(
                    Field.line("activity", Sentence.of("portfolio.field.activity")),
                    Field.choice("area", Sentence.of("portfolio.field.area"), AREAS, false),
                    Field.optionalGroup(
                            "second",
                            Sentence.of("portfolio.field.second"),
                            List.of(
                                    Field.choice("area", Sentence.of("portfolio.field.area"), AREAS, false),
                                    Field.number("percent", Sentence.of("portfolio.field.percent")))),
                    Field.group(
                            "proposed",
                            Sentence.of("portfolio.field.proposed"),
                            List.of(
                                    Field.choice("area", Sentence.of("portfolio.field.area"), AREAS, false),
                                    Field.number("confidence", Sentence.of("portfolio.field.confidence")),
                                    Field.line("edition", Sentence.of("portfolio.field.edition")))))
            .on(item -> Optional.of(
                    "portfolio?state=all&q=" + Address.encode(item.value().activity())));

    private static final Face<OrganisationJudgement> ORGANISATIONS = Face.of(
                    OrganisationJudgement.KIND,
                    Sentence.of("portfolio.kind.organisations"),
                    Face.said((item, view) -> Sentence.of(
                            "portfolio.organisation.judgement.title",
                            item.value().verdict().label(),
                            String.join(" · ", item.value().organisations()))),
                    List.of(Field.paragraph("why", Sentence.of("portfolio.field.why"))))
            .telling(
                    Field.lines("organisations", Sentence.of("portfolio.field.organisations")),
                    Field.choice("verdict", Sentence.of("portfolio.field.verdict"), OrganisationVerdict.class),
                    Field.line("edition", Sentence.of("portfolio.field.edition")))
            .on(item -> Optional.of("portfolio/organisations?key="
                    + Address.encode(item.value().organisations().getFirst())));

    private static final Face<SameActivityJudgement> ACTIVITIES = Face.of(
                    SameActivityJudgement.KIND,
                    Sentence.of("portfolio.kind.same-activity"),
                    Face.said((item, view) -> Sentence.of(
                            "portfolio.same-activity.judgement.title",
                            item.value().verdict().label(),
                            String.join(" · ", item.value().activities()))),
                    List.of(Field.paragraph("why", Sentence.of("portfolio.field.why"))))
            .telling(
                    Field.lines("activities", Sentence.of("portfolio.field.activities")),
                    Field.choice("verdict", Sentence.of("portfolio.field.verdict"), SameActivityVerdict.class),
                    Field.line("edition", Sentence.of("portfolio.field.edition")))
            .on(item -> Optional.of("portfolio/activities"));

    private PortfolioFaces() {}

    /** What this room adds. */
    public static Contribution contribution() {
        return new Contribution(
                List.of(AreaJudgement.KIND, OrganisationJudgement.KIND, SameActivityJudgement.KIND),
                List.of(JUDGEMENT, ORGANISATIONS, ACTIVITIES),
                List.of(
                        new Contribution.Place(
                                Contribution.Stretch.SUPPORT,
                                PLACE,
                                Sentence.of("portfolio.place"),
                                Sentence.of("portfolio.place.asks"),
                                "portfolio"),
                        new Contribution.Place(
                                Contribution.Stretch.SUPPORT,
                                PLACE + 1,
                                Sentence.of("portfolio.place.organisations"),
                                Sentence.of("portfolio.organisation.title"),
                                "portfolio/organisations"),
                        new Contribution.Place(
                                Contribution.Stretch.SUPPORT,
                                PLACE + 2,
                                Sentence.of("portfolio.place.activities"),
                                Sentence.of("portfolio.same-activity.page.title"),
                                "portfolio/activities")));
    }
}
