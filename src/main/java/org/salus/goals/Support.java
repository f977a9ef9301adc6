package org.salus.goals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.DateSpan;
import org.salus.framework.PartialDate;
import org.salus.framework.ReformArea;
import org.salus.framework.ResultLevel;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * What a donor does or plans. Facts about published activities stay in the evidence: this names them.
 *
 * @param donor who gives it
 * @param isOurs whether those who plan here may change it; others' support is never judged
 * @param area the reform area
 * @param activities identifiers of IATI activities; none for what is planned or not published
 * @param amount in units of the currency; empty where unknown
 * @param currency ISO 4217
 * @param confirmed when somebody last confirmed it
 */
public record Support(
        ItemId chain,
        String title,
        String donor,
        boolean isOurs,
        Optional<ReformArea> area,
        Optional<Means> means,
        List<String> activities,
        Optional<BigDecimal> amount,
        String currency,
        DateSpan when,
        Optional<PartialDate> confirmed,
        String note)
        implements Box {
    private static final int MONTHS_A_CONFIRMATION_HOLDS = 12;

    public static final Kind<Support> KIND = Kind.of("support", Support.class)
            .needing(support -> Set.of(support.chain()))
            .onceNamedByWords()
            .ruledBy((edited, view) -> refusals(edited));

    public Support {
        activities = List.copyOf(activities);
    }

    /** Support of which only this is said. */
    public static Support of(ItemId chain, String donor, String title) {
        return new Support(
                chain,
                title,
                donor,
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "",
                DateSpan.OPEN,
                Optional.empty(),
                "");
    }

    /**
     * Whether nobody has confirmed it for twelve months, so that it may not be so any more. Of what is ours nobody asks for a confirmation where none has been
     * dated.
     */
    public boolean isUnconfirmed(LocalDate today) {
        return confirmed
                .map(date ->
                        date.latest().plusMonths(MONTHS_A_CONFIRMATION_HOLDS).isBefore(today))
                .orElse(!isOurs);
    }

    /** The same, ours or not. */
    public Support as(boolean ours) {
        return new Support(chain, title, donor, ours, area, means, activities, amount, currency, when, confirmed, note);
    }

    /** The same in another plan. */
    Support inChain(ItemId other) {
        return new Support(
                other, title, donor, isOurs, area, means, activities, amount, currency, when, confirmed, note);
    }

    private static List<Sentence> refusals(Item<Support> edited) {
        Support support = edited.value();
        List<Sentence> refusals = Texts.refusals(support.title(), "goals.refusal.no-title", support.note());
        if (support.amount().isPresent() && !support.currency().matches("[A-Z]{3}")) {
            refusals.add(Sentence.of("goals.refusal.currency"));
        }
        if (support.amount().filter(amount -> amount.signum() < 0).isPresent()) {
            refusals.add(Sentence.of("goals.refusal.less-than-nothing"));
        }
        return refusals;
    }

    @Override
    public ResultLevel level() {
        return ResultLevel.ACTIVITY;
    }

    @Override
    public Optional<PartialDate> due() {
        return when.until();
    }
}
