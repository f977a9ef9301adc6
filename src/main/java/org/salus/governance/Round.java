package org.salus.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.DateSpan;
import org.salus.ledger.AccountId;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * A round of assessment: which questions, who answers them, when. Of which institutions is said by {@link Scope}s, so that a round tells nobody of an
 * institution they may not see.
 *
 * @param set the question set in the edition it is asked in
 * @param questions which of them; empty for all
 */
public record Round(
        String title, ItemId set, List<String> questions, List<Seat> seats, DateSpan when, Stage stage, String note) {
    public static final Kind<Round> KIND = Kind.of("assessment-round", Round.class)
            .needing(round -> Set.of(round.set()))
            .ruledInStep(RoundRules::ofRound)
            .removedBy(RoundRules::ofRoundRemoved);

    public Round {
        questions = List.copyOf(questions);
        seats = List.copyOf(seats);
    }

    /** The seat of that code. */
    public Optional<Seat> seat(String code) {
        return seats.stream().filter(seat -> seat.code().equals(code)).findFirst();
    }

    /**
     * Whose answers somebody may read: everybody's, once the review has begun. Until then an assessor reads their own, and who is none reads those of seats
     * that nobody has taken, such as what is typed in from paper.
     */
    List<Seat> seatsReadBy(AccountId reader) {
        if (stage != Stage.OPEN) {
            return seats;
        }
        boolean isAssessor = seats.stream().anyMatch(seat -> seat.account().equals(Optional.of(reader)));
        return seats.stream()
                .filter(seat -> isAssessor
                        ? seat.account().equals(Optional.of(reader))
                        : seat.account().isEmpty())
                .toList();
    }

    /** Whether it asks that question of its set. */
    public boolean asks(Question question) {
        return questions.isEmpty() || questions.contains(question.id());
    }

    /** The same round at another stage. */
    public Round at(Stage other) {
        return new Round(title, set, questions, seats, when, other, note);
    }

    /** The same round with this seat in the place of the one of its code, or behind the others if none has it. */
    public Round seated(Seat other) {
        List<Seat> after = new ArrayList<>(seats.stream()
                .map(seat -> seat.code().equals(other.code()) ? other : seat)
                .toList());
        if (seat(other.code()).isEmpty()) {
            after.add(other);
        }
        return new Round(title, set, questions, after, when, stage, note);
    }
}
