package org.salus.governance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.Characteristic;
import org.salus.ledger.Digest;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.UnknownItem;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.sector.Actor;
import org.salus.sector.ActorType;
import org.salus.sector.Basis;

/**
 * A round with everything answered in it, as one reader may see it. Pure: the order in which items are handed in does not matter, and any state a merge of
 * copies may bring is borne. Nothing here sums characteristics or institutions into one number.
 */
public final class Assessment {
    private record Place(ItemId institution, String question, String seat) {}

    private final Item<Round> round;
    private final QuestionSet set;
    private final List<Question> questions;
    private final List<Institution> institutions;
    private final Map<ItemId, Map<String, Question>> asked = new HashMap<>();
    private final Map<Place, Item<Rating>> ratings = new HashMap<>();
    private final List<Item<Rating>> loose = new ArrayList<>();
    private final List<Item<Rating>> late;
    private final List<Seat> seats;
    private final List<Item<Review>> reviews;
    private final List<Item<InstitutionReply>> replies;

    private Assessment(
            Item<Round> round,
            QuestionSet set,
            Collection<Institution> institutions,
            Collection<Item<Rating>> ratings,
            Collection<Item<Rating>> late,
            List<Seat> seats,
            Collection<Item<Review>> reviews,
            Collection<Item<InstitutionReply>> replies) {
        this.late = List.copyOf(late);
        this.seats = List.copyOf(seats);
        this.round = round;
        this.set = set;
        this.questions = set.questions().stream().filter(round.value()::asks).toList();
        this.institutions = institutions.stream()
                .sorted(Comparator.comparing(Institution::name).thenComparing(Institution::id))
                .toList();
        for (Institution institution : this.institutions) {
            Map<String, Question> own = new LinkedHashMap<>();
            questions.stream()
                    .filter(question -> question.isAskedOf(institution.type()))
                    .forEach(question -> own.put(question.id(), question));
            asked.put(institution.id(), own);
        }
        this.reviews = reviews.stream().sorted(Comparator.comparing(Item::id)).toList();
        this.replies = replies.stream().sorted(Comparator.comparing(Item::id)).toList();
        ratings.stream().sorted(Comparator.comparing(Item::id)).forEach(this::put);
    }

    private void put(Item<Rating> item) {
        Rating rating = item.value();
        boolean fits = round.value().seat(rating.seat()).isPresent()
                && asked.getOrDefault(rating.institution(), Map.of()).containsKey(rating.question());
        Place place = new Place(rating.institution(), rating.question(), rating.seat());
        if (!fits || ratings.putIfAbsent(place, item) != null) {
            loose.add(item);
        }
    }

    /** A round of these items. */
    static Assessment of(
            Item<Round> round,
            QuestionSet set,
            Collection<Institution> institutions,
            Collection<Item<Rating>> ratings,
            Collection<Item<Review>> reviews,
            Collection<Item<InstitutionReply>> replies) {
        return new Assessment(
                round, set, institutions, ratings, List.of(), round.value().seats(), reviews, replies);
    }

    /**
     * A round of what a reader may see. Of a locked round only those answers count that were known when it was locked; what merged copies brought afterwards
     * is {@link #late}. While assessors answer, nobody is shown what another one answers.
     *
     * @throws UnknownItem if there is none
     */
    public static Assessment of(Workspace workspace, View view, ItemId id, Locale language) {
        Item<Round> round = view.get(Round.KIND, id);
        List<Item<Rating>> now = ratings(view, id);
        if (round.value().stage() != Stage.LOCKED || now.isEmpty()) {
            return of(view, round, now, List.of(), language);
        }
        Set<Digest> known = workspace.upTo(round.basis());
        List<Item<Rating>> late =
                now.stream().filter(item -> !known.containsAll(item.basis())).toList();
        return late.isEmpty()
                ? of(view, round, now, List.of(), language)
                : of(view, round, ratings(workspace.view(view, round.basis()), id), late, language);
    }

    private static List<Item<Rating>> ratings(View view, ItemId round) {
        return view.list(Rating.KIND).stream()
                .filter(item -> item.value().round().equals(round))
                .toList();
    }

    private static Assessment of(
            View view, Item<Round> round, List<Item<Rating>> ratings, List<Item<Rating>> late, Locale language) {
        ItemId id = round.id();
        List<Seat> seats = round.value().seatsReadBy(view.standing().account());
        QuestionSet set = view.get(QuestionSet.KIND, round.value().set()).value();
        List<Institution> institutions = view.list(Scope.KIND).stream()
                .map(Item::value)
                .filter(scope -> scope.round().equals(id))
                .flatMap(scope -> view.find(Actor.KIND, scope.institution()).stream())
                .distinct()
                .map(actor -> Institution.of(actor, round.value().when(), language))
                .toList();
        return new Assessment(
                round,
                set,
                institutions,
                ratings.stream()
                        .filter(item -> round.value().seat(item.value().seat()).isEmpty()
                                || seats.stream()
                                        .anyMatch(seat ->
                                                seat.code().equals(item.value().seat())))
                        .toList(),
                late,
                seats,
                view.list(Review.KIND).stream()
                        .filter(item -> item.value().round().equals(id))
                        .toList(),
                view.list(InstitutionReply.KIND).stream()
                        .filter(item -> item.value().round().equals(id))
                        .toList());
    }

    /** All rounds a reader may see, the newest first. */
    public static List<Item<Round>> rounds(View view) {
        return view.list(Round.KIND).stream()
                .sorted(Comparator.comparing(
                                (Item<Round> item) -> item.value().when(), org.salus.framework.DateSpan.BY_BEGINNING)
                        .thenComparing(Item::id)
                        .reversed())
                .toList();
    }

    /** The lasting name of what is found about an institution on a characteristic, whichever round finds it. */
    public static String finding(ItemId institution, Characteristic characteristic) {
        return "assessed:" + characteristic.code() + ":" + institution;
    }

    public ItemId id() {
        return round.id();
    }

    public Item<Round> item() {
        return round;
    }

    public Round round() {
        return round.value();
    }

    public QuestionSet set() {
        return set;
    }

    /** The institutions assessed, by name; their order says nothing. */
    public List<Institution> institutions() {
        return institutions;
    }

    public Optional<Institution> institution(ItemId id) {
        return institutions.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The questions of the round, in the order of the set. */
    public List<Question> questions() {
        return questions;
    }

    /** The questions asked of an institution. */
    public List<Question> questions(Institution institution) {
        return List.copyOf(asked.getOrDefault(institution.id(), Map.of()).values());
    }

    /** The institutions of which the round asks nothing, since its questions are for other types. */
    public List<Institution> askedNothing() {
        return institutions.stream()
                .filter(institution -> questions(institution).isEmpty())
                .toList();
    }

    /** Whether nothing would be asked of an actor if the round took it in. */
    public boolean wouldAskNothingOf(Item<Actor> actor) {
        Optional<ActorType> type = Institution.typeOf(actor, round().when());
        return questions.stream().noneMatch(question -> question.isAskedOf(type));
    }

    /** What is answered to a question about an institution. */
    public Answers answers(Institution institution, Question question) {
        return new Answers(
                institution,
                question,
                seats.stream()
                        .map(seat -> new Answers.Given(
                                seat,
                                Optional.ofNullable(
                                        ratings.get(new Place(institution.id(), question.id(), seat.code())))))
                        .toList());
    }

    /** Every question about every institution, by institution and in the order of the set. */
    public List<Answers> all() {
        return institutions.stream()
                .flatMap(institution -> questions(institution).stream().map(question -> answers(institution, question)))
                .toList();
    }

    /** Questions about an institution on one characteristic and basis. */
    public List<Answers> answers(Institution institution, Characteristic characteristic, Basis basis) {
        return questions(institution).stream()
                .filter(question -> question.characteristic() == characteristic && question.basis() == basis)
                .map(question -> answers(institution, question))
                .toList();
    }

    /** What they say together. Law and practice are read apart. */
    public Reading reading(Institution institution, Characteristic characteristic, Basis basis) {
        return Reading.of(answers(institution, characteristic, basis));
    }

    /** All answers counted; nothing else is said of all of them together. */
    public Reading.Counts counts() {
        return Reading.of(all()).counts();
    }

    /** Answers that fit nowhere: of another seat, institution or question than the round asks, as merged copies may bring. They are in no figure. */
    public List<Item<Rating>> loose() {
        return List.copyOf(loose);
    }

    /** Answers that came after the lock, as merged copies may bring. They are in no figure; what they replace still counts. */
    public List<Item<Rating>> late() {
        return late;
    }

    /** The assessors whose answers the reader may read now. */
    public List<Seat> seats() {
        return seats;
    }

    /** Whether answers are kept from the reader until the review, so that assessors stay independent of each other. */
    public boolean isBlind() {
        return seats.size() < round.value().seats().size();
    }

    /** What reviewers said about an answer. */
    public List<Item<Review>> reviews(ItemId answer) {
        return reviews.stream()
                .filter(review -> review.value().answer().equals(answer))
                .toList();
    }

    /** What the side of an institution replied. */
    public List<Item<InstitutionReply>> replies(ItemId institution) {
        return replies.stream()
                .filter(reply -> reply.value().institution().equals(institution))
                .toList();
    }
}
