package org.salus.portfolio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.framework.Failure;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;

/**
 * What somebody says of one or several activities, as written in a form, a command or a request.
 *
 * @param area empty to agree with what is proposed for each
 * @param second a further area, if the activities serve two
 * @param percent its part; needed with {@code second}
 * @param why needed unless it agrees
 */
public record TypedJudgement(
        Optional<ReformArea> area, Optional<ReformArea> second, Optional<BigDecimal> percent, String why) {
    /** At most this many at once. */
    public static final int MOST = 1_000;

    /**
     * From text; empty text is what is not said.
     *
     * @throws Failure (wrong use) if a word means nothing
     */
    public static TypedJudgement of(String area, String second, String percent, String why) {
        Optional<ReformArea> other = area("second", second);
        Optional<BigDecimal> part = percent(percent);
        if (other.isPresent() && part.isEmpty()) {
            throw Failure.wrongUse(Sentence.of("portfolio.refusal.percent"));
        }
        return new TypedJudgement(area("area", area), other, other.isPresent() ? part : Optional.empty(), why.strip());
    }

    private static Optional<ReformArea> area(String name, String code) {
        return code.isBlank()
                ? Optional.empty()
                : Optional.of(ReformArea.find(code.strip())
                        .orElseThrow(() -> Failure.wrongUse(Sentence.of(
                                "portfolio.review.wrong",
                                name,
                                code,
                                String.join(
                                        ", ",
                                        Stream.of(ReformArea.values())
                                                .map(ReformArea::code)
                                                .toList())))));
    }

    private static Optional<BigDecimal> percent(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        if (!text.strip().matches("\\d{1,3}([.,]\\d{1,2})?")) {
            throw Failure.wrongUse(Sentence.of("portfolio.refusal.percent"));
        }
        return Optional.of(new BigDecimal(text.strip().replace(',', '.')));
    }

    /**
     * The edits that say so.
     *
     * @param activities identifiers
     * @throws Failure if there are none or too many, or the country has no such activity
     */
    public List<Edit> edits(ReviewQueue queue, List<String> activities) {
        if (activities.isEmpty()) {
            throw Failure.wrongUse(Sentence.of("portfolio.review.nothing"));
        }
        if (activities.size() > MOST) {
            throw Failure.wrongUse(Sentence.of("portfolio.review.too-many", MOST));
        }
        List<Edit> edits = new ArrayList<>();
        for (String activity : activities.stream().distinct().toList()) {
            ReviewQueue.Line line = queue.find(activity)
                    .orElseThrow(() -> Failure.notFound(Sentence.of("portfolio.review.unknown", activity)));
            AreaJudgement said = of(line, queue.edition());
            if (line.isSettled() && line.judgement().orElseThrow().value().equals(said)) {
                continue;
            }
            Item<AreaJudgement> item =
                    line.judgement().map(known -> known.saying(said)).orElseGet(said::fresh);
            edits.add(new Edit.Put(item));
        }
        return edits;
    }

    private AreaJudgement of(ReviewQueue.Line line, String edition) {
        Sorting proposed = line.proposed();
        return new AreaJudgement(
                line.sorted().activity().identifier(),
                area.orElse(proposed.area()),
                second.flatMap(other -> percent.map(part -> new AreaJudgement.Second(other, part))),
                why,
                new AreaJudgement.Proposal(proposed.area(), proposed.confidence(), edition));
    }
}
