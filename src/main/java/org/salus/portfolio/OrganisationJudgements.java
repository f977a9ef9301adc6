package org.salus.portfolio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;

/**
 * What the members of a workspace have said of organisations, as far as one reader may see it. Where two copies disagree, or some say that two are one and others
 * that they are not, all of it is shown and none of it counts.
 */
public final class OrganisationJudgements {
    /** Nobody has said anything. */
    public static final OrganisationJudgements NONE = new OrganisationJudgements(List.of(), List.of());

    private final List<Item<OrganisationJudgement>> counting;
    private final List<Item<OrganisationJudgement>> disputed;

    private OrganisationJudgements(
            List<Item<OrganisationJudgement>> counting, List<Item<OrganisationJudgement>> disputed) {
        this.counting = List.copyOf(counting);
        this.disputed = List.copyOf(disputed);
    }

    /** Those a view shows. */
    public static OrganisationJudgements of(View view) {
        List<Item<OrganisationJudgement>> agreed = new ArrayList<>();
        List<Item<OrganisationJudgement>> disputed = new ArrayList<>();
        for (Item<OrganisationJudgement> item : view.list(OrganisationJudgement.KIND)) {
            (view.isInConflict(item.id()) ? disputed : agreed).add(item);
        }
        return of(agreed, disputed);
    }

    /** Those of a list, of which no copies disagree. */
    static OrganisationJudgements of(List<OrganisationJudgement> said) {
        return of(said.stream().map(OrganisationJudgement::fresh).toList(), List.of());
    }

    private static OrganisationJudgements of(
            List<Item<OrganisationJudgement>> agreed, List<Item<OrganisationJudgement>> inConflict) {
        List<Item<OrganisationJudgement>> disputed = new ArrayList<>(inConflict);
        Set<Item<OrganisationJudgement>> against = Contradictions.among(
                agreed, OrganisationJudgement::organisations, said -> said.verdict() == OrganisationVerdict.SAME);
        List<Item<OrganisationJudgement>> counting = new ArrayList<>();
        for (Item<OrganisationJudgement> item : agreed) {
            (against.contains(item) ? disputed : counting).add(item);
        }
        return new OrganisationJudgements(counting, disputed);
    }

    /** These and what somebody is about to say, in place of what was said before of the same groups. */
    public OrganisationJudgements and(List<OrganisationJudgement> more) {
        Map<ItemId, Item<OrganisationJudgement>> all = new LinkedHashMap<>();
        counting.forEach(item -> all.put(item.id(), item));
        disputed.forEach(item -> all.put(item.id(), item));
        more.stream().map(OrganisationJudgement::fresh).forEach(item -> all.put(item.id(), item));
        return of(List.copyOf(all.values()), List.of());
    }

    /** Those that count. */
    public List<Item<OrganisationJudgement>> counting() {
        return counting;
    }

    /** Those that are disputed and do not count. */
    public List<Item<OrganisationJudgement>> disputed() {
        return disputed;
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
