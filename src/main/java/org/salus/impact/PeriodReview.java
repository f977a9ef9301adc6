package org.salus.impact;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.ledger.View;

/**
 * What was planned, done, spent, achieved, learned and changed in a period, as one reader sees it: the same on pages, in documents, in a terminal and in the API.
 *
 * @param workspace its id
 * @param name what it is called
 * @param countries codes of those it is about
 * @param entry the state of the workspace it was made from; empty where there is none
 * @param snapshot the data it was made from
 * @param says what there is, in a sentence
 * @param parts in the order in which they are read
 */
public record PeriodReview(
        String workspace,
        String name,
        List<String> countries,
        PartialDate from,
        PartialDate until,
        String entry,
        String snapshot,
        Sentence says,
        List<ReviewPart> parts,
        Sentence standing) {
    public PeriodReview {
        countries = List.copyOf(countries);
        parts = List.copyOf(parts);
    }

    static PeriodReview of(View view, ReviewPeriod period, String snapshot, List<ReviewPart> parts) {
        int lines = parts.stream().mapToInt(part -> part.lines().size()).sum();
        return new PeriodReview(
                view.workspace().toString(),
                view.charter().name(),
                view.charter().countries(),
                PartialDate.of(period.from()),
                PartialDate.of(period.until()),
                view.heads().isEmpty() ? "" : view.heads().first().brief(),
                snapshot,
                lines == 0
                        ? Sentence.of("impact.review.nothing", period.written())
                        : Sentence.of(
                                "impact.review.lead",
                                period.written(),
                                count(parts, ReviewTopic.PLANNED),
                                count(parts, ReviewTopic.ACHIEVED),
                                count(parts, ReviewTopic.LEARNED),
                                empty(parts)),
                parts,
                Sentence.of("impact.review.standing"));
    }

    /** How many things of the workspace are told under a topic; sums and years are none. */
    private static long count(List<ReviewPart> parts, ReviewTopic topic) {
        return parts.stream()
                .filter(part -> part.topic() == topic)
                .flatMap(part -> part.lines().stream())
                .filter(line -> line.item().isPresent())
                .count();
    }

    /** How many of the questions have no answer. */
    private static long empty(List<ReviewPart> parts) {
        return Stream.of(ReviewTopic.values())
                .filter(topic -> parts.stream()
                        .noneMatch(
                                part -> part.topic() == topic && !part.lines().isEmpty()))
                .count();
    }

    /** The part of that code. */
    public Optional<ReviewPart> part(String code) {
        return parts.stream().filter(part -> part.code().equals(code)).findFirst();
    }

    /** The parts under a topic. */
    public List<ReviewPart> under(ReviewTopic topic) {
        return parts.stream().filter(part -> part.topic() == topic).toList();
    }

    /** The period, as it is written. */
    public String period() {
        return new ReviewPeriod(from.earliest(), until.latest()).written();
    }
}
