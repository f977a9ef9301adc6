package org.salus.portal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.salus.framework.Figure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.impact.ReviewLine;
import org.salus.impact.ReviewMaterial;
import org.salus.impact.ReviewPart;
import org.salus.impact.ReviewPeriod;
import org.salus.impact.ReviewSource;
import org.salus.impact.ReviewTopic;
import org.salus.planning.Affordability;
import org.salus.planning.PlanAnswers;

/** What a review of a period tells of the reckoning of a plan: what its steps were to cost in the years of the period under each fiscal outlook, as it is reckoned today. */
public final class CostsInPeriod implements ReviewSource {
    @Override
    public ReviewPart part(ReviewMaterial material) {
        ReviewPeriod period = material.period();
        List<ReviewLine> lines = new ArrayList<>();
        List<Affordability> outlooks = new PlanAnswers(material.view()).plan().outlooks();
        for (Affordability outlook : outlooks) {
            outlook.years().stream()
                    .filter(year -> year.year() >= period.from().getYear()
                            && year.year() <= period.until().getYear())
                    .map(year -> line(outlook, year))
                    .forEach(lines::add);
        }
        return new ReviewPart(
                ReviewTopic.PLANNED,
                "costs",
                Sentence.of("portal.review.costs.title"),
                List.of(
                        lines.isEmpty()
                                ? Sentence.of("portal.review.costs.none", period.written())
                                : Sentence.of("portal.review.costs.says", outlooks.size())),
                lines,
                lines.isEmpty() ? List.of() : List.of(Sentence.of("planning.standing")));
    }

    private static ReviewLine line(Affordability outlook, Affordability.Year year) {
        List<Sentence> says = new ArrayList<>();
        figure("once", year.once(), outlook, says);
        figure("state", year.state(), outlook, says);
        figure("left", year.left(), outlook, says);
        says.add(Sentence.of("portal.review.costs.prices", outlook.priceYear()));
        return ReviewLine.of(ReviewLine.said(outlook.scenario()))
                .on(PartialDate.ofYear(year.year()))
                .saying(says);
    }

    private static void figure(String what, Figure<BigDecimal> figure, Affordability outlook, List<Sentence> says) {
        figure.valueIfAny()
                .ifPresent(value -> says.add(Sentence.of("portal.review.costs." + what, value, outlook.currency())));
        figure.reasonIfAny().ifPresent(says::add);
    }
}
