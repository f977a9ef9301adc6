package org.salus.impact;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.goals.Box;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;

/** The claims and outcomes that one reader sees. What is told of them is made of this and of nothing else. */
public final class ClaimBook {
    private final List<ClaimEntry> claims;
    private final List<Item<HarvestedOutcome>> outcomes;
    private final View view;

    private ClaimBook(List<ClaimEntry> claims, List<Item<HarvestedOutcome>> outcomes, View view) {
        this.claims = List.copyOf(claims);
        this.outcomes = List.copyOf(outcomes);
        this.view = view;
    }

    /** What the reader of a view sees. */
    public static ClaimBook of(View view) {
        Map<ItemId, List<Item<ClaimEvidence>>> ofClaims = view.list(ClaimEvidence.KIND).stream()
                .filter(item -> item.value().alternative().isEmpty())
                .collect(Collectors.groupingBy(item -> item.value().claim()));
        Map<ItemId, List<Item<ClaimEvidence>>> ofRivals = view.list(ClaimEvidence.KIND).stream()
                .filter(item -> item.value().alternative().isPresent())
                .collect(
                        Collectors.groupingBy(item -> item.value().alternative().orElseThrow()));
        Map<ItemId, List<Rival>> rivals = view.list(AlternativeExplanation.KIND).stream()
                .map(item -> Rival.of(item, ofRivals.getOrDefault(item.id(), List.of())))
                .collect(Collectors.groupingBy(rival -> rival.item().value().claim()));
        return new ClaimBook(
                view.list(ContributionClaim.KIND).stream()
                        .map(item -> ClaimEntry.of(
                                item,
                                title(view, item.value().about()),
                                ofClaims.getOrDefault(item.id(), List.of()),
                                rivals.getOrDefault(item.id(), List.of())))
                        .sorted(Comparator.comparing(
                                        (ClaimEntry entry) -> entry.claim().title())
                                .thenComparing(entry -> entry.item().id()))
                        .toList(),
                view.list(HarvestedOutcome.KIND).stream()
                        .sorted(Comparator.comparing((Item<HarvestedOutcome> item) -> item.value()
                                        .when()
                                        .map(Object::toString)
                                        .orElse(""))
                                .reversed()
                                .thenComparing(Item::id))
                        .toList(),
                view);
    }

    private static String title(View view, ItemId about) {
        return view.find(about)
                .map(Item::value)
                .map(value -> value instanceof Box box ? box.title() : "")
                .orElse("");
    }

    /** The claims, by title. */
    public List<ClaimEntry> claims() {
        return claims;
    }

    /** The outcomes, the latest first; those without a date last. */
    public List<Item<HarvestedOutcome>> outcomes() {
        return outcomes;
    }

    /** What they were read from. */
    public View view() {
        return view;
    }

    /** What the objective of an outcome is called; empty where it has none. */
    public String towards(HarvestedOutcome outcome) {
        return outcome.towards().map(id -> title(view, id)).orElse("");
    }

    /**
     * The claim of that id, beginning of an id, or title.
     *
     * @throws Failure if there is none that this reader sees, or more than one
     */
    public ClaimEntry find(String words) {
        return find(claims, words, ClaimEntry::item, entry -> entry.claim().title(), "impact.claim.failure");
    }

    /**
     * The other explanation of a claim of that id, beginning of an id, or title.
     *
     * @throws Failure if there is none that this reader sees, or more than one
     */
    Rival rival(ClaimEntry entry, String words) {
        return find(
                entry.rivals(),
                words,
                Rival::item,
                rival -> rival.item().value().title(),
                "impact.rival.failure");
    }

    private static <T> T find(
            List<T> all, String words, Function<T, Item<?>> item, Function<T, String> title, String failure) {
        List<T> found = all.stream()
                .filter(one -> {
                    String id = item.apply(one).id().toString();
                    return id.equals(words)
                            || title.apply(one).equalsIgnoreCase(words)
                            || (words.length() >= 6 && id.startsWith(words));
                })
                .toList();
        if (found.size() != 1) {
            throw found.isEmpty()
                    ? Failure.notFound(Sentence.of(failure + ".none", words))
                    : Failure.wrongUse(Sentence.of(failure + ".several", words, found.size()));
        }
        return found.getFirst();
    }
}
