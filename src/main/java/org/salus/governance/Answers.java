package org.salus.governance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.salus.ledger.Item;

/**
 * What all assessors answer to one question about one institution, side by side.
 *
 * @param given one per seat of the round, in its order
 */
public record Answers(Institution institution, Question question, List<Given> given) {
    public Answers {
        given = List.copyOf(given);
    }

    /** The answer of one seat; empty if there is none that the reader may see. */
    public record Given(Seat seat, Optional<Item<Rating>> rating) {
        /** What it answers; empty while it answers nothing. */
        public Optional<Response> response() {
            return rating.flatMap(item -> item.value().response());
        }
    }

    /** The levels that were chosen, from the lowest. */
    public List<Integer> levels() {
        return given.stream()
                .map(Given::response)
                .flatMap(Optional::stream)
                .map(Response::level)
                .filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt)
                .sorted()
                .toList();
    }

    /** The median of the levels; empty if nobody chose one. Of two in the middle it is halfway between them. */
    public Optional<BigDecimal> median() {
        return Spread.median(levels().stream().map(BigDecimal::valueOf).toList());
    }

    /** How many steps lie between the lowest and the highest level. */
    public int apart() {
        List<Integer> levels = levels();
        return levels.isEmpty() ? 0 : levels.getLast() - levels.getFirst();
    }

    /** How many assessors answered so. */
    public int count(Response response) {
        return (int) given.stream()
                .filter(one -> one.response().equals(Optional.of(response)))
                .count();
    }

    /** How many assessors have not answered. */
    public int open() {
        return (int) given.stream().filter(one -> one.response().isEmpty()).count();
    }

    /** Whether all who answered say that the question does not apply, and all answered. */
    public boolean isNotApplicable() {
        return !given.isEmpty() && count(Response.NOT_APPLICABLE) == given.size();
    }
}
