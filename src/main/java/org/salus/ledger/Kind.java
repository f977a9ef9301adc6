package org.salus.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.salus.framework.Sentence;

/**
 * A kind of item, registered by the room that owns it.
 *
 * @param name in the ledger, files and addresses; never changes
 * @param edition of the record's form. A reader that knows a lower one shows the item as made by a newer program and does not change it
 * @param type the record; written as JSON by its components
 * @param writer the least role that may put or remove such an item
 * @param needs the items without which one of this kind says nothing, such as the ends of a tie. Who may not see all of them does not see it
 * @param keptHome items that no copy takes along, such as interviews that must not leave the house
 * @param leftBehind items that a travel edition does not take along beside those; where the kind does not say which, those with a note
 * @param voice of items that are somebody's own words, whose they are: nobody else removes one, but an owner with a reason
 * @param sameWords whether two items of which the one replaces the other say the same in that voice
 * @param countries the codes of countries that an item says; a copy that brings one nobody knows waits with it
 * @param rule what must hold for a new edit; a fold of merged copies may bring any state nevertheless
 * @param removal what must hold for such an item to be removed
 * @param borne refusals of the rule that a merge does not ask about, because the room itself tells what came in spite of them
 * @param place of items that have one place, because their id is made of what they say, which id that is
 * @param isOnceNamedByWords whether programs of before gave such items ids made of words, as if they had a place
 * @param <T> the record
 */
public record Kind<T extends Record>(
        String name,
        int edition,
        Class<T> type,
        Role writer,
        Function<T, Set<ItemId>> needs,
        Predicate<T> keptHome,
        Optional<Predicate<T>> leftBehind,
        Function<T, Optional<AccountId>> voice,
        BiPredicate<T, T> sameWords,
        Function<T, List<String>> countries,
        Rule<T> rule,
        Rule<T> removal,
        Predicate<Sentence> borne,
        Optional<Function<T, ItemId>> place,
        boolean isOnceNamedByWords) {
    /** The refusal of what only some would see where all members have to. */
    public static final String FOR_ALL = "ledger.refusal.for-all";

    /** The refusal of what everybody would see where it is written for few. */
    public static final String NOT_FOR_EVERYBODY = "ledger.refusal.not-for-everybody";

    /** The refusal of what all members would see where nobody says why. */
    public static final String FOR_MEMBERS_WHY = "ledger.refusal.for-members-why";

    /**
     * A rule about new edits. Where it leaves something to a role, the key of its reason says so behind the room: {@code refusal.role-…} or {@code rule.role-…}, so that whoever lacks the role is refused
     * as such ({@link Outcome.Refused#isForRole}).
     */
    @FunctionalInterface
    public interface Rule<T extends Record> {
        /**
         * Why the edit cannot be accepted; empty if it can.
         *
         * @param edited the item as it would be
         * @param view what the author sees before the edit; a rule that saw more would tell of it
         */
        List<Sentence> refusals(Item<T> edited, View view);

        /**
         * The same, for a rule that has to know what else is done in the same step, or why.
         */
        default List<Sentence> refusals(Item<T> edited, View view, Step step) {
            return refusals(edited, view);
        }
    }

    /**
     * What an author does at once.
     *
     * @param edits all of them, the one that is judged as well
     * @param restored items that are put as they were before a step of the author's own, which is taken back: what others had said in them is their word still
     */
    public record Step(List<Edit> edits, Reason reason, Set<ItemId> restored) {
        public Step {
            edits = List.copyOf(edits);
            restored = Set.copyOf(restored);
        }

        /** A step that takes nothing back. */
        public Step(List<Edit> edits, Reason reason) {
            this(edits, reason, Set.of());
        }
    }

    /** A rule about new edits that looks at the whole step: what holds of several items together is then changed in one, and what needs a reason has one. */
    @FunctionalInterface
    public interface StepRule<T extends Record> extends Rule<T> {
        @Override
        List<Sentence> refusals(Item<T> edited, View view, Step step);

        /** By itself. */
        @Override
        default List<Sentence> refusals(Item<T> edited, View view) {
            return refusals(edited, view, new Step(List.of(new Edit.Put(edited)), Reason.EDIT));
        }
    }

    /** A kind whose items stand alone and may be edited at will by contributors. */
    public static <T extends Record> Kind<T> of(String name, Class<T> type) {
        return new Kind<>(
                name,
                1,
                type,
                Role.CONTRIBUTOR,
                value -> Set.of(),
                value -> false,
                Optional.empty(),
                value -> Optional.empty(),
                Record::equals,
                value -> List.of(),
                (edited, view) -> List.of(),
                (removed, view) -> List.of(),
                refusal -> false,
                Optional.empty(),
                false);
    }

    /** The same, with items it needs. */
    public Kind<T> needing(Function<T, Set<ItemId>> needed) {
        return new Kind<>(
                name,
                edition,
                type,
                writer,
                needed,
                keptHome,
                leftBehind,
                voice,
                sameWords,
                countries,
                rule,
                removal,
                borne,
                place,
                isOnceNamedByWords);
    }

    /** The same, whose record has had other forms before. What it says now has to be readable from those: a component that came later may be absent. */
    public Kind<T> inEdition(int form) {
        return new Kind<>(
                name,
                form,
                type,
                writer,
                needs,
                keptHome,
                leftBehind,
                voice,
                sameWords,
                countries,
                rule,
                removal,
                borne,
                place,
                isOnceNamedByWords);
    }

    /** The same, for this role and above. */
    public Kind<T> writtenBy(Role least) {
        return new Kind<>(
                name,
                edition,
                type,
                least,
                needs,
                keptHome,
                leftBehind,
                voice,
                sameWords,
                countries,
                rule,
                removal,
                borne,
                place,
                isOnceNamedByWords);
    }

    /** The same, with a rule. */
    public Kind<T> ruledBy(Rule<T> hold) {
        return new Kind<>(
                name,
                edition,
                type,
                writer,
                needs,
                keptHome,
                leftBehind,
                voice,
                sameWords,
                countries,
                hold,
                removal,
                borne,
                place,
                isOnceNamedByWords);
    }

    /** The same, with a rule about the whole step. */
    public Kind<T> ruledInStep(StepRule<T> hold) {
        return ruledBy(hold);
    }

    /** The same, with a rule about removing one. */
    public Kind<T> removedBy(Rule<T> hold) {
        return new Kind<>(
                name,
                edition,
                type,
                writer,
                needs,
                keptHome,
                leftBehind,
                voice,
                sameWords,
                countries,
                rule,
                hold,
                borne,
                place,
                isOnceNamedByWords);
    }

    /** The same, where what a copy brings in spite of these refusals counts as brought: the room tells that it came too late, and does not count it. */
    public Kind<T> bearing(String... refusals) {
        Set<String> keys = Set.of(refusals);
        return new Kind<>(
                name,
                edition,
                type,
                writer,
                needs,
                keptHome,
                leftBehind,
                voice,
                sameWords,
                countries,
                rule,
                removal,
                refusal -> keys.contains(refusal.key()),
                place,
                isOnceNamedByWords);
    }

    /** The same, of which copies do not take these items along. */
    public Kind<T> keepingHome(Predicate<T> which) {
        return new Kind<>(
                name,
                edition,
                type,
                writer,
                needs,
                which,
                leftBehind,
                voice,
                sameWords,
                countries,
                rule,
                removal,
                borne,
                place,
                isOnceNamedByWords);
    }

    /**
     * The same, of which a travel edition does not take these items along: those that name a person, or hold what people noted for each other. An item travels whole or
     * not at all, since a part of it could not be held against its digest.
     *
     * @param which in place of the usual rule, by which items with a note stay
     */
    public Kind<T> leavingBehind(Predicate<T> which) {
        return new Kind<>(
                name,
                edition,
                type,
                writer,
                needs,
                keptHome,
                Optional.of(which),
                voice,
                sameWords,
                countries,
                rule,
                removal,
                borne,
                place,
                isOnceNamedByWords);
    }

    /**
     * The same, whose items are somebody's own words.
     *
     * @param whose empty where nobody has said so
     * @param same whether what differs is anybody's business, such as whether something is settled
     */
    public Kind<T> inTheVoiceOf(Function<T, Optional<AccountId>> whose, BiPredicate<T, T> same) {
        return new Kind<>(
                name,
                edition,
                type,
                writer,
                needs,
                keptHome,
                leftBehind,
                whose,
                same,
                countries,
                rule,
                removal,
                borne,
                place,
                isOnceNamedByWords);
    }

    /** The same, whose items say codes of countries. Its rule is to refuse those that nobody knows. */
    public Kind<T> naming(Function<T, List<String>> codes) {
        return new Kind<>(
                name,
                edition,
                type,
                writer,
                needs,
                keptHome,
                leftBehind,
                voice,
                sameWords,
                codes,
                rule,
                removal,
                borne,
                place,
                isOnceNamedByWords);
    }

    /** The same, whose items have one place: their id is made of what they say. No other kind begins in such a place, so that nobody is kept out of it. */
    public Kind<T> placedAt(Function<T, ItemId> where) {
        return new Kind<>(
                name,
                edition,
                type,
                writer,
                needs,
                keptHome,
                leftBehind,
                voice,
                sameWords,
                countries,
                rule,
                removal,
                borne,
                Optional.of(where),
                isOnceNamedByWords);
    }

    /**
     * The same, whose items programs of before gave ids made of words, as if each had a place. None begins so any more; what stands there is not erased by who does not see
     * it, since nobody can tell it from what is in somebody's way.
     */
    public Kind<T> onceNamedByWords() {
        return new Kind<>(
                name,
                edition,
                type,
                writer,
                needs,
                keptHome,
                leftBehind,
                voice,
                sameWords,
                countries,
                rule,
                removal,
                borne,
                place,
                true);
    }

    /** Whether something may begin under that id: in its own place, or where no place is. */
    boolean mayBegin(ItemId id, T value) {
        return place.map(own -> own.apply(value).equals(id)).orElseGet(() -> !id.isPlace());
    }

    /**
     * The same, whose items are for all members. That holds where an item's id is made of what it is about: whoever may not see one would meet it all the same by
     * saying the like, and could not say it. One that was kept for some before may be changed for the same, or opened. To be called last.
     */
    public Kind<T> forAllMembers() {
        Rule<T> other = rule;
        return ruledInStep((edited, view, step) -> {
            List<Sentence> refusals = new ArrayList<>(other.refusals(edited, view, step));
            boolean isForSome = edited.sensitivity() instanceof Sensitivity.Named
                    || edited.sensitivity() instanceof Sensitivity.Organisation;
            if (isForSome
                    && view.find(edited.id())
                            .filter(known -> known.sensitivity().equals(edited.sensitivity()))
                            .isEmpty()) {
                refusals.add(Sentence.of(FOR_ALL));
            }
            return refusals;
        });
    }

    /**
     * The same, whose items are written for few: for those of a private layer, for members of one's organisation, or for those who are named. For everybody none is; for all members of a
     * workspace only where somebody says why. One that all members have read before may be changed for the same. To be called last.
     */
    public Kind<T> forFew() {
        Rule<T> other = rule;
        return ruledInStep((edited, view, step) -> {
            List<Sentence> refusals = new ArrayList<>(other.refusals(edited, view, step));
            boolean isAsBefore = view.find(edited.id())
                    .filter(known -> known.sensitivity().equals(edited.sensitivity()))
                    .isPresent();
            if (edited.sensitivity() instanceof Sensitivity.Public) {
                refusals.add(Sentence.of(NOT_FOR_EVERYBODY));
            } else if (edited.sensitivity() instanceof Sensitivity.Members
                    && !isAsBefore
                    && view.charter().layerOf().isEmpty()
                    && step.reason().text().isBlank()) {
                refusals.add(Sentence.of(FOR_MEMBERS_WHY));
            }
            return refusals;
        });
    }

    /** Kinds are the same if they have the same name. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Kind<?> kind && kind.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
