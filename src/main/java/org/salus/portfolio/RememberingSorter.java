package org.salus.portfolio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.salus.ledger.Digest;

/**
 * Sorts what was sorted before without reading it again, however often it is asked: for one country, for all of a donor's, for the next donor, and by {@link KeptSortings} for the next process. It keeps what was
 * answered and a digest of what was asked, and none of the texts. Safe for several threads.
 */
final class RememberingSorter implements Sorter {
    /** Some ten megabytes of answers; as many as the activities of a large data folder. */
    private static final int MOST = 20_000;

    private final Sorter sorter;
    private final int most;
    private final Map<Digest, Sorting> known;
    private final Map<Digest, Sorting> fresh = new ConcurrentHashMap<>();
    private volatile KeptSortings kept = KeptSortings.none();

    RememberingSorter(Sorter sorter) {
        this(sorter, MOST);
    }

    /** @param most how many answers are kept; those that were not asked for longest go first */
    RememberingSorter(Sorter sorter, int most) {
        this.sorter = sorter;
        this.most = most;
        this.known = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Digest, Sorting> eldest) {
                return size() > most;
            }
        });
    }

    /** Answers that this sorter gave in an earlier process, or another process meanwhile. */
    void recall(KeptSortings answers) {
        kept = answers;
    }

    /** What was sorted anew and is not among the answers of {@link #recall}, as far as it is remembered. */
    Map<Digest, Sorting> fresh() {
        return Map.copyOf(fresh);
    }

    /** Nobody has to be told of these any more. */
    void forgetFresh(Set<Digest> told) {
        fresh.keySet().removeAll(told);
    }

    @Override
    public Sorting sort(Sortable activity) {
        Digest asked = digest(activity);
        Sorting answer = known.get(asked);
        if (answer == null) {
            answer = kept.find(asked).orElse(null);
            if (answer == null) {
                // Not while the map is locked: others sort meanwhile, and the same twice is the same.
                answer = sorter.sort(activity);
                if (fresh.size() < most) {
                    fresh.put(asked, answer);
                }
            }
            known.put(asked, answer);
        }
        return answer;
    }

    @Override
    public String edition() {
        return sorter.edition();
    }

    /** Of all that has a say in the answer, which the identifier has not. */
    static Digest digest(Sortable activity) {
        List<String> said = new ArrayList<>();
        said.add(String.valueOf(activity.titles().size()));
        said.addAll(activity.titles());
        said.add(String.valueOf(activity.descriptions().size()));
        said.addAll(activity.descriptions());
        for (SectorCode sector : activity.sectors()) {
            BigDecimal percentage = sector.percentage();
            said.addAll(List.of(
                    sector.vocabulary(),
                    sector.code(),
                    sector.name(),
                    percentage == null ? "" : percentage.toString()));
        }
        return Digest.ofTexts(said);
    }
}
