package org.salus.portfolio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;

/**
 * What the members of a workspace have said of activities that may be reported twice, as far as one reader may see it. Where two copies disagree, or some make
 * two activities one that others keep apart, all of it is shown and none of it counts.
 */
public final class SameActivityJudgements {
    /** Nobody has said anything. */
    public static final SameActivityJudgements NONE = new SameActivityJudgements(List.of(), List.of());

    private final List<Item<SameActivityJudgement>> counting;
    private final List<Item<SameActivityJudgement>> disputed;

    private SameActivityJudgements(
            List<Item<SameActivityJudgement>> counting, List<Item<SameActivityJudgement>> disputed) {
        this.counting = List.copyOf(counting);
        this.disputed = List.copyOf(disputed);
    }

    /** Those a view shows. */
    public static SameActivityJudgements of(View view) {
        List<Item<SameActivityJudgement>> agreed = new ArrayList<>();
        List<Item<SameActivityJudgement>> disputed = new ArrayList<>();
        for (Item<SameActivityJudgement> item : view.list(SameActivityJudgement.KIND)) {
            (view.isInConflict(item.id()) ? disputed : agreed).add(item);
        }
        return of(agreed, disputed);
    }

    /** Those of a list, of which no copies disagree. */
    static SameActivityJudgements of(List<SameActivityJudgement> said) {
        return of(said.stream().map(SameActivityJudgement::fresh).toList(), List.of());
    }

    private static SameActivityJudgements of(
            List<Item<SameActivityJudgement>> agreed, List<Item<SameActivityJudgement>> inConflict) {
        Set<Item<SameActivityJudgement>> against = new HashSet<>(Contradictions.among(
                agreed, SameActivityJudgement::activities, said -> said.verdict() == SameActivityVerdict.SAME));
        List<Item<SameActivityJudgement>> disputed = new ArrayList<>(inConflict);
        List<Item<SameActivityJudgement>> counting = new ArrayList<>();
        for (Item<SameActivityJudgement> item : agreed) {
            (against.contains(item) ? disputed : counting).add(item);
        }
        return new SameActivityJudgements(counting, disputed);
    }

    /** These and what somebody is about to say, in place of what was said before of the same pairs. */
    public SameActivityJudgements and(List<SameActivityJudgement> more) {
        Map<ItemId, Item<SameActivityJudgement>> all = new LinkedHashMap<>();
        counting.forEach(item -> all.put(item.id(), item));
        disputed.forEach(item -> all.put(item.id(), item));
        more.stream().map(SameActivityJudgement::fresh).forEach(item -> all.put(item.id(), item));
        return of(List.copyOf(all.values()), List.of());
    }

    /** Those that count. */
    public List<Item<SameActivityJudgement>> counting() {
        return counting;
    }

    /** Those that are disputed and do not count. */
    public List<Item<SameActivityJudgement>> disputed() {
        return disputed;
    }

    /** What is said of two activities, also where it is disputed. */
    public Optional<Item<SameActivityJudgement>> said(String one, String other) {
        return Stream.concat(counting.stream(), disputed.stream())
                .filter(item -> item.value().activities().contains(one)
                        && item.value().activities().contains(other)
                        && !one.equals(other))
                .findFirst();
    }

    /** Tells these judgements from others: the same ones give the same word. Empty where there are none. */
    public String digest() {
        if (counting.isEmpty() && disputed.isEmpty()) {
            return "";
        }
        StringBuilder all = new StringBuilder();
        Stream.of(counting, disputed).forEach(some -> {
            all.append('\n');
            some.forEach(item -> all.append(item.id())
                    .append(item.value().verdict().code())
                    .append(item.value().why())
                    .append('\n'));
        });
        return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
