package org.salus.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What comes first in the queue. */
public enum ReviewOrder implements Term {
    /** The least certain, by tenths; of those as certain, the one with most money. */
    CERTAINTY("certainty"),
    /** The one with most money. */
    MONEY("money"),
    /** Most money that may stand in the wrong place: the amount times what is missing to certainty. */
    DOUBT("doubt");

    private final String code;

    ReviewOrder(String code) {
        this.code = code;
    }

    private static BigDecimal tenth(BigDecimal confidence) {
        return confidence.setScale(1, RoundingMode.DOWN);
    }

    Comparator<ReviewQueue.Line> comparator() {
        Comparator<ReviewQueue.Line> most = Comparator.comparing(ReviewQueue.Line::money, Comparator.reverseOrder());
        Comparator<ReviewQueue.Line> order = switch (this) {
            case CERTAINTY ->
                Comparator.comparing(
                                (ReviewQueue.Line line) -> tenth(line.proposed().confidence()))
                        .thenComparing(most);
            case MONEY -> most;
            case DOUBT -> Comparator.comparing(ReviewQueue.Line::doubtful, Comparator.reverseOrder());
        };
        return order.thenComparing(line -> line.sorted().activity().identifier());
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
