package org.salus.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.salus.framework.Sentence;

/** What was learned of what contributed: claims about changes of the period, how each stands by its evidence, and what speaks for another explanation. */
final class ClaimsInPeriod implements ReviewSource {
    @Override
    public ReviewPart part(ReviewMaterial material) {
        ReviewPeriod period = material.period();
        List<ClaimEntry> all = ClaimBook.of(material.view()).claims();
        List<ClaimEntry> found =
                all.stream().filter(entry -> isOf(entry, period)).toList();
        long undated = all.stream()
                .filter(entry -> entry.claim().changed().isEmpty())
                .filter(entry -> !isOf(entry, period))
                .count();
        return new ReviewPart(
                ReviewTopic.LEARNED,
                "claims",
                Sentence.of("impact.review.claims.title"),
                List.of(
                        found.isEmpty()
                                ? Sentence.of("impact.review.claims.none", period.written())
                                : Sentence.of("impact.review.claims.says", found.size())),
                found.stream().map(ClaimsInPeriod::line).toList(),
                undated > 0 ? List.of(Sentence.of("impact.review.claims.undated", undated)) : List.of());
    }

    /** By the date of the change; where that is not said, by the dates of evidence and judgement. */
    private static boolean isOf(ClaimEntry entry, ReviewPeriod period) {
        return entry.claim()
                .changed()
                .map(period::mayHold)
                .orElseGet(() ->
                        entry.claim().judgedOn().filter(period::mayHold).isPresent()
                                || entry.all()
                                        .anyMatch(item -> item.value()
                                                .when()
                                                .filter(period::mayHold)
                                                .isPresent()));
    }

    private static ReviewLine line(ClaimEntry entry) {
        List<Sentence> says = new ArrayList<>();
        says.add(Sentence.of(
                "impact.review.claims.strength",
                entry.reading().strength().label(),
                entry.reading().strength().meaning()));
        says.addAll(entry.reading().because());
        for (Rival rival : entry.rivals()) {
            says.add(Sentence.of(
                    "impact.review.claims.rival",
                    rival.item().value().title(),
                    rival.state().label()));
        }
        says.addAll(entry.judgement());
        String sources = entry.all()
                .map(item -> item.value().source())
                .filter(source -> !source.isBlank())
                .distinct()
                .collect(Collectors.joining("; "));
        return ReviewLine.of(
                        entry.claim().title(),
                        entry.claim().changed(),
                        entry.item().id())
                .saying(says)
                .from(sources);
    }
}
