package org.salus.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What comes first in the queue. */
public enum ReviewOrder implements Term {
    /** The least certain, by tenths; of those as certain, the one with most money. */
    CERTAINTY(
            "certainty",
            Comparator.comparing((ReviewQueue.Line line) -> tenth(line.proposed().confidence()))
                    .thenComparing(ReviewQueue.Line::money, Comparator.reverseOrder())),
    /** The one with most money. */
    MONEY("money", Comparator.comparing(ReviewQueue.Line::money, Comparator.reverseOrder())),
    /** Most money that may stand in the wrong place: the amount times what is missing to certainty. */
    DOUBT("doubt", Comparator.comparing(ReviewQueue.Line::doubtful, Comparator.reverseOrder()));

    private final String code;
    private final Comparator<ReviewQueue.Line> order;

    ReviewOrder(String code, Comparator<ReviewQueue.Line> order) {
        this.code = code;
        this.order = order.thenComparing(line -> line.sorted().activity().identifier());
    }

    private static BigDecimal tenth(BigDecimal confidence) {
        return confidence.setScale(1, RoundingMode.DOWN);
    }

    Comparator<ReviewQueue.Line> comparator() {
        return order;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "review-order";
    }

    @Override
    public Sentence label() {
        return Sentence.of("portfolio.review-order." + code);
    }
}
