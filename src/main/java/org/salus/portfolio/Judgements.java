package org.salus.portfolio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.View;

/**
 * What the members of a workspace have judged activities to support, as far as one reader may see it. Judgements win over a sorter; an activity on which two
 * copies disagree has none until somebody puts them together.
 */
public final class Judgements {
    /** Nobody has judged anything. */
    public static final Judgements NONE = new Judgements(Map.of(), Map.of());

    private final NavigableMap<String, Item<AreaJudgement>> agreed;
    private final NavigableMap<String, Item<AreaJudgement>> disputed;
    private final String digest;

    private Judgements(Map<String, Item<AreaJudgement>> agreed, Map<String, Item<AreaJudgement>> disputed) {
        this.agreed = new TreeMap<>(agreed);
        this.disputed = new TreeMap<>(disputed);
        this.digest = digest(this.agreed);
    }

    /** Those a view shows. */
    public static Judgements of(View view) {
        Map<String, Item<AreaJudgement>> agreed = new LinkedHashMap<>();
        Map<String, Item<AreaJudgement>> disputed = new LinkedHashMap<>();
        for (Item<AreaJudgement> item : view.list(AreaJudgement.KIND)) {
            (view.isInConflict(item.id()) ? disputed : agreed).put(item.value().activity(), item);
        }
        return new Judgements(agreed, disputed);
    }

    /** What is agreed of an activity. */
    public Optional<Item<AreaJudgement>> find(String activity) {
        return Optional.ofNullable(agreed.get(activity));
    }

    /** What is said of an activity, also where two versions are in conflict. */
    public Optional<Item<AreaJudgement>> said(String activity) {
        return find(activity).or(() -> Optional.ofNullable(disputed.get(activity)));
    }

    /** Whether two copies say different things of it. */
    public boolean isDisputed(String activity) {
        return disputed.containsKey(activity);
    }

    /** All that are agreed, by identifier. */
    public List<Item<AreaJudgement>> all() {
        return new ArrayList<>(agreed.values());
    }

    /** Tells these judgements from others: the same ones give the same word. Empty where there are none. */
    public String digest() {
        return digest;
    }

    private static String digest(Map<String, Item<AreaJudgement>> agreed) {
        if (agreed.isEmpty()) {
            return "";
        }
        StringBuilder all = new StringBuilder();
        agreed.forEach((activity, item) -> all.append(activity)
                .append('\n')
                .append(item.value().shares())
                .append(item.value().why())
                .append('\n'));
        return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** A sorter that answers with the judgement where there is one, and as the other sorter does elsewhere. */
    public Sorter before(Sorter other) {
        if (agreed.isEmpty()) {
            return other;
        }
        return new Sorter() {
            @Override
            public Sorting sort(Sortable activity) {
                return find(activity.id()).map(item -> sorting(item.value())).orElseGet(() -> other.sort(activity));
            }

            @Override
            public String edition() {
                return other.edition();
            }
        };
    }

    private static Sorting sorting(AreaJudgement judgement) {
        Sentence reason = judgement.why().isBlank()
                ? Sentence.of("portfolio.judgement.agreed")
                : Sentence.of("portfolio.judgement.because", judgement.why());
        return Sorting.judged(judgement.area(), judgement.shares(), List.of(reason));
    }
}
