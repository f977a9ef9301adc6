package org.salus.portfolio;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.ledger.Item;
import org.salus.ledger.View;

/**
 * What the members of a workspace have said of activities that may be reported twice, as far as one reader may see it. Where two copies disagree, or some make
 * two activities one that others keep apart, all of it is shown and none of it counts.
 */
public final class SameActivityJudgements {
    /** Nobody has said anything. */
    public static final SameActivityJudgements NONE = new SameActivityJudgements(Sayings.none());

    private final Sayings<SameActivityJudgement> said;

    private SameActivityJudgements(Sayings<SameActivityJudgement> said) {
        this.said = said;
    }

    /** Those a view shows. */
    public static SameActivityJudgements of(View view) {
        return new SameActivityJudgements(Sayings.of(
                view, SameActivityJudgement.KIND, SameActivityJudgement::activities, SameActivityJudgements::isOne));
    }

    /** Those of a list, of which no copies disagree. */
    static SameActivityJudgements of(List<SameActivityJudgement> said) {
        return agreed(said.stream().map(SameActivityJudgement::fresh).toList());
    }

    private static SameActivityJudgements agreed(List<Item<SameActivityJudgement>> items) {
        return new SameActivityJudgements(
                Sayings.of(items, List.of(), SameActivityJudgement::activities, SameActivityJudgements::isOne));
    }

    private static boolean isOne(SameActivityJudgement said) {
        return said.verdict() == SameActivityVerdict.SAME;
    }

    /** These and what somebody is about to say, in place of what was said before of the same pairs. */
    public SameActivityJudgements and(List<SameActivityJudgement> more) {
        return agreed(said.and(more.stream().map(SameActivityJudgement::fresh)));
    }

    /** Those that count. */
    public List<Item<SameActivityJudgement>> counting() {
        return said.counting();
    }

    /** Those that are disputed and do not count. */
    public List<Item<SameActivityJudgement>> disputed() {
        return said.disputed();
    }

    /** What is said of two activities, also where it is disputed. */
    public Optional<Item<SameActivityJudgement>> said(String one, String other) {
        return Stream.concat(counting().stream(), disputed().stream())
                .filter(item -> item.value().activities().contains(one)
                        && item.value().activities().contains(other)
                        && !one.equals(other))
                .findFirst();
    }

    /** Tells these judgements from others: the same ones give the same word. Empty where there are none. */
    public String digest() {
        return said.digest(one -> one.verdict().code() + one.why());
    }
}
