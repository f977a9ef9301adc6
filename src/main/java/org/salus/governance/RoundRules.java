package org.salus.governance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.Sentence;
import org.salus.ledger.Act;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.View;
import org.salus.workspace.Reply;

/**
 * Who may change what of a round at which stage. The ledger asks these rules on the state in force, whichever door an edit comes through; what merged copies
 * bring nevertheless is listed by {@link Assessment#loose}.
 */
final class RoundRules {
    static final int LONGEST_TITLE = 300;
    private static final int LONGEST_CODE = 20;
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_SEATS = 40;

    private RoundRules() {}

    // --- rounds ---

    static List<Sentence> ofRound(Item<Round> edited, View view, Kind.Step step) {
        Round round = edited.value();
        List<Sentence> refusals = new ArrayList<>(alone(round));
        Optional<Round> before = view.find(Round.KIND, edited.id()).map(Item::value);
        if (before.isPresent() && !before.get().equals(round)) {
            refusals.addAll(changed(edited.id(), before.get(), round, view));
            refusals.addAll(withoutReason(before.get().stage(), round.stage(), step.reason()));
        }
        view.find(QuestionSet.KIND, round.set())
                .ifPresent(set -> round.questions().stream()
                        .filter(question -> set.value().find(question).isEmpty())
                        .forEach(question ->
                                refusals.add(Sentence.of("governance.refusal.unknown-question", question))));
        return refusals;
    }

    private static List<Sentence> alone(Round round) {
        List<Sentence> refusals = new ArrayList<>();
        if (round.title().isBlank() || round.title().length() > LONGEST_TITLE) {
            refusals.add(Sentence.of("governance.refusal.round-title", LONGEST_TITLE));
        }
        refusals.addAll(ofSeats(round.seats()));
        if (round.note().length() > LONGEST_TEXT) {
            refusals.add(Sentence.of("governance.refusal.long-text", LONGEST_TEXT));
        }
        return refusals;
    }

    /** What is wrong with the seats of a round, whatever else it says. */
    static List<Sentence> ofSeats(List<Seat> seats) {
        List<Sentence> refusals = new ArrayList<>();
        if (seats.isEmpty() || seats.size() > MOST_SEATS) {
            refusals.add(Sentence.of("governance.refusal.no-seat", MOST_SEATS));
        }
        Set<String> codes = new HashSet<>();
        for (Seat seat : seats) {
            if (!Question.isId(seat.code())
                    || seat.code().length() > LONGEST_CODE
                    || seat.name().length() > LONGEST_TITLE) {
                refusals.add(Sentence.of("governance.refusal.seat", seat.code()));
            }
            if (!codes.add(seat.code())) {
                refusals.add(Sentence.of("governance.refusal.same-seat", seat.code()));
            }
        }
        return refusals;
    }

    private static List<Sentence> changed(ItemId id, Round before, Round after, View view) {
        List<Sentence> refusals = new ArrayList<>();
        if (!before.at(after.stage()).equals(after) && before.stage() == Stage.LOCKED) {
            refusals.add(Sentence.of("governance.refusal.locked"));
        }
        boolean isLock =
                before.stage() != after.stage() && (before.stage() == Stage.LOCKED || after.stage() == Stage.LOCKED);
        boolean isBack = after.stage().compareTo(before.stage()) < 0;
        if ((isLock || isBack) && !view.standing().mayActAs(Role.EDITOR)) {
            refusals.add(Sentence.of("governance.refusal.role-stage", Role.EDITOR.label()));
        }
        List<Rating> given = view.list(Rating.KIND).stream()
                .map(Item::value)
                .filter(rating -> rating.round().equals(id) && !rating.isBlank())
                .toList();
        if (!given.isEmpty() && !before.set().equals(after.set())) {
            refusals.add(Sentence.of("governance.refusal.set-answered"));
        }
        for (Seat seat : before.seats()) {
            Optional<Seat> still = after.seat(seat.code());
            boolean hasAnswered =
                    given.stream().anyMatch(rating -> rating.seat().equals(seat.code()));
            if (hasAnswered && still.isEmpty()) {
                refusals.add(Sentence.of("governance.refusal.seat-answered", seat.code()));
            }
            // Whoever could hand a seat on could write in another's name.
            if (still.isPresent()
                    && !still.get().account().equals(seat.account())
                    && seat.account().isPresent()
                    && !view.standing().mayActAs(Role.EDITOR)) {
                refusals.add(Sentence.of("governance.refusal.role-seat", seat.code(), Role.EDITOR.label()));
            }
        }
        return refusals;
    }

    /** Going back says why, whichever door it comes through. Who takes a step back says so by that. */
    private static List<Sentence> withoutReason(Stage before, Stage after, Reason reason) {
        return after.compareTo(before) < 0 && reason.text().isBlank() && reason.act() != Act.UNDO
                ? List.of(Sentence.of("governance.refusal.back-why", after.label()))
                : List.of();
    }

    static List<Sentence> ofRoundRemoved(Item<Round> item, View view) {
        boolean hasAnswers = view.list(Rating.KIND).stream()
                .map(Item::value)
                .anyMatch(rating -> rating.round().equals(item.id()) && !rating.isBlank());
        return item.value().stage() == Stage.LOCKED || hasAnswers
                ? List.of(Sentence.of("governance.refusal.round-answered"))
                : List.of();
    }

    // --- what belongs to a round ---

    /** The round as it is, unless it comes with the same edit. */
    private static Optional<Round> round(ItemId round, View view) {
        return view.find(Round.KIND, round).map(Item::value);
    }

    private static List<Sentence> unlocked(ItemId id, View view) {
        return round(id, view).filter(round -> round.stage() == Stage.LOCKED).isPresent()
                ? List.of(Sentence.of("governance.refusal.locked"))
                : List.of();
    }

    static List<Sentence> ofScope(Item<Scope> edited, View view) {
        Scope scope = edited.value();
        List<Sentence> refusals = new ArrayList<>(unlocked(scope.round(), view));
        if (!edited.id().equals(Scope.id(scope.round(), scope.institution()))) {
            refusals.add(Sentence.of("governance.refusal.other-item"));
        }
        return refusals;
    }

    static List<Sentence> ofScopeRemoved(Item<Scope> item, View view) {
        List<Sentence> refusals = new ArrayList<>(unlocked(item.value().round(), view));
        boolean hasAnswers = view.list(Rating.KIND).stream()
                .map(Item::value)
                .anyMatch(rating -> rating.round().equals(item.value().round())
                        && rating.institution().equals(item.value().institution())
                        && !rating.isBlank());
        if (hasAnswers) {
            refusals.add(Sentence.of("governance.refusal.scope-answered"));
        }
        return refusals;
    }

    static List<Sentence> ofRating(Item<Rating> edited, View view) {
        Rating rating = edited.value();
        List<Sentence> refusals = new ArrayList<>();
        if (!edited.id().equals(Rating.id(rating.round(), rating.institution(), rating.question(), rating.seat()))) {
            refusals.add(Sentence.of("governance.refusal.other-item"));
        }
        if (rating.narrative().length() > Rating.LONGEST_NARRATIVE) {
            refusals.add(Sentence.of("governance.refusal.long-text", Rating.LONGEST_NARRATIVE));
        }
        refusals.addAll(writable(rating, view));
        round(rating.round(), view).ifPresent(round -> {
            boolean isAsked = view.find(QuestionSet.KIND, round.set())
                    .flatMap(set -> set.value().find(rating.question()))
                    .filter(round::asks)
                    .isPresent();
            if (!isAsked) {
                refusals.add(Sentence.of("governance.refusal.unknown-question", rating.question()));
            }
        });
        return refusals;
    }

    static List<Sentence> ofRatingRemoved(Item<Rating> item, View view) {
        return writable(item.value(), view);
    }

    /** Why an answer may not be written by whoever asks, or not any more. */
    private static List<Sentence> writable(Rating rating, View view) {
        Optional<Round> round = round(rating.round(), view);
        if (round.isEmpty()) {
            return List.of();
        }
        List<Sentence> refusals = new ArrayList<>();
        if (round.get().stage() == Stage.LOCKED) {
            refusals.add(Sentence.of("governance.refusal.locked"));
        } else if (!round.get().stage().takesAnswers()) {
            refusals.add(Sentence.of("governance.refusal.answers-stand"));
        }
        Optional<Seat> seat = round.get().seat(rating.seat());
        if (seat.isEmpty()) {
            refusals.add(Sentence.of("governance.refusal.unknown-seat", rating.seat()));
        } else if (seat.get().account().isPresent()
                && !seat.get().account().get().equals(view.standing().account())) {
            refusals.add(Sentence.of("governance.refusal.other-seat", seat.get().code()));
        }
        return refusals;
    }

    static List<Sentence> ofReview(Item<Review> edited, View view) {
        Review review = edited.value();
        List<Sentence> refusals = new ArrayList<>(unlocked(review.round(), view));
        if (review.verdict() == Verdict.ASK_AGAIN && review.text().isBlank()) {
            refusals.add(Sentence.of("governance.refusal.review-why"));
        }
        if (review.text().length() > LONGEST_TEXT) {
            refusals.add(Sentence.of("governance.refusal.long-text", LONGEST_TEXT));
        }
        view.find(Rating.KIND, review.answer()).map(Item::value).ifPresent(rating -> {
            if (!rating.round().equals(review.round())) {
                refusals.add(Sentence.of("governance.refusal.other-round"));
            }
            boolean isOwn = round(rating.round(), view)
                    .flatMap(round -> round.seat(rating.seat()))
                    .flatMap(Seat::account)
                    .filter(account -> account.equals(view.standing().account()))
                    .isPresent();
            if (isOwn) {
                refusals.add(Sentence.of("governance.refusal.own-review"));
            }
        });
        return refusals;
    }

    static List<Sentence> ofReviewRemoved(Item<Review> item, View view) {
        return unlocked(item.value().round(), view);
    }

    static List<Sentence> ofReply(Item<InstitutionReply> edited, View view) {
        InstitutionReply reply = edited.value();
        List<Sentence> refusals = new ArrayList<>(unlocked(reply.round(), view));
        if (reply.by().isBlank() || reply.by().length() > LONGEST_TITLE) {
            refusals.add(Sentence.of("governance.refusal.reply-by"));
        }
        // Nothing can have been done about what an institution is told of itself: it agrees, or says why not.
        if (!Reply.STANCES.contains(reply.reply())) {
            refusals.add(Sentence.of("governance.refusal.reply-stance"));
        }
        if (reply.text().isBlank() && reply.reply() != Reply.AGREE) {
            refusals.add(Sentence.of("governance.refusal.reply-why"));
        }
        if (reply.text().length() > LONGEST_TEXT || reply.document().length() > LONGEST_TEXT) {
            refusals.add(Sentence.of("governance.refusal.long-text", LONGEST_TEXT));
        }
        return refusals;
    }

    static List<Sentence> ofReplyRemoved(Item<InstitutionReply> item, View view) {
        return unlocked(item.value().round(), view);
    }
}
