package org.salus.goals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.framework.DateSpan;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.PlainText;
import org.salus.ledger.View;
import org.salus.portfolio.DonorSupport;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.SupportMap;
import org.salus.sector.KnownSupport;

/**
 * Support that is known already and could be linked to a plan: a published activity, or what a partner's own list tells.
 *
 * @param key an activity's identifier, or the id of an item
 * @param isPublished whether it is a published activity
 * @param donor as published or told; empty where nobody is named
 * @param area the reform area, if it is one
 */
public record SupportOffer(
        String key, boolean isPublished, String title, String donor, Optional<ReformArea> area, DateSpan when) {
    /** The published activities of a country that belong to an area of reform, the newest first. */
    public static List<SupportOffer> published(SupportMap map) {
        return map.activities().stream()
                .filter(activity -> activity.sorting().area().isSsr())
                .map(SupportOffer::of)
                .sorted(Comparator.comparing(
                                (SupportOffer offer) -> offer.when().from(),
                                Comparator.comparing(
                                        from -> from.map(PartialDate::earliest).orElse(java.time.LocalDate.MIN)))
                        .reversed()
                        .thenComparing(SupportOffer::key))
                .toList();
    }

    /** A published activity. Titles and names of files may hold characters that no item takes; its words are what can be shown of them. */
    static SupportOffer of(SortedActivity sorted) {
        String title = PlainText.shown(sorted.activity().title());
        String donor = switch (sorted.donor()) {
            case DonorSupport.UNNAMED -> "";
            case DonorSupport.SEVERAL -> String.join(", ", sorted.donors());
            default -> sorted.donor();
        };
        Optional<PartialDate> from =
                Optional.ofNullable(sorted.activity().start()).map(PartialDate::of);
        Optional<PartialDate> until =
                Optional.ofNullable(sorted.activity().end()).map(PartialDate::of);
        boolean isBackwards =
                from.isPresent() && until.isPresent() && until.get().isSurelyBefore(from.get());
        return new SupportOffer(
                sorted.activity().identifier(),
                true,
                title.isEmpty() ? sorted.activity().identifier() : title,
                PlainText.shown(donor),
                Optional.of(sorted.sorting().area()),
                isBackwards ? DateSpan.OPEN : new DateSpan(from, until));
    }

    /** What partners' own lists tell, of which the reader may know. */
    public static List<SupportOffer> told(View view) {
        return view.list(KnownSupport.KIND).stream()
                .map(item -> new SupportOffer(
                        item.id().toString(),
                        false,
                        item.value().title(),
                        item.value().partner(),
                        item.value().area(),
                        item.value().when()))
                .toList();
    }

    /**
     * All that is known: what partners' own lists tell, and the published activities of the workspace's countries.
     *
     * @param published the support of a country in the open data that is loaded
     */
    public static List<SupportOffer> known(View view, Function<Country, SupportMap> published) {
        List<SupportOffer> offers = new ArrayList<>(told(view));
        view.charter().countries().stream()
                .flatMap(code -> Countries.shipped().findByCode(code).stream())
                .map(published)
                .forEach(map -> offers.addAll(published(map)));
        return offers;
    }

    /**
     * What has to be written for known support to contribute to a box. What the chain names already is linked and not doubled; what is linked already stays as it is.
     *
     * @param keys of the support that is meant
     * @throws Failure if none is meant, or one that is not known
     */
    public static List<Edit> linking(List<SupportOffer> known, List<String> keys, Chain chain, ItemId to) {
        if (keys.isEmpty()) {
            throw Failure.wrongUse(Sentence.of("goals.offer.none-chosen"));
        }
        List<Edit> edits = new ArrayList<>();
        for (String key : keys.stream().distinct().toList()) {
            SupportOffer offer = known.stream()
                    .filter(one -> one.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> Failure.notFound(Sentence.of("goals.offer.gone", key)));
            Optional<Item<Support>> already = offer.in(chain);
            Item<Support> support = already.orElseGet(() -> Item.fresh(Support.KIND, offer.in(chain.id())));
            if (already.isEmpty()) {
                edits.add(new Edit.Put(support));
            }
            if (chain.from(support.id(), LinkType.CONTRIBUTES).stream()
                    .noneMatch(link -> link.value().to().equals(to))) {
                edits.add(new Edit.Put(Item.fresh(Link.KIND, Link.of(chain.id(), support.id(), to))));
            }
        }
        return edits;
    }

    /** Whether it is of an area and its title or donor holds these words; an empty question takes everything. */
    public boolean answers(Optional<ReformArea> wanted, String words) {
        String text = (title + " " + donor).toLowerCase(Locale.ROOT);
        return (wanted.isEmpty() || area.equals(wanted))
                && List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                        .allMatch(text::contains);
    }

    /** The support in a chain that is this: it names the activity, or was taken from the list under the same words. */
    public Optional<Item<Support>> in(Chain chain) {
        return chain.list(Support.KIND).stream()
                .filter(support -> isPublished
                        ? support.value().activities().contains(key)
                        : support.value().donor().equals(donor)
                                && support.value().title().equals(title))
                .findFirst();
    }

    /** It as support in a chain. Whether it is ours is for people to say. */
    public Support in(ItemId chain) {
        Support blank = Support.of(chain, donor, title.isBlank() ? donor : title);
        List<String> activities = new ArrayList<>();
        if (isPublished) {
            activities.add(key);
        }
        return new Support(
                chain,
                blank.title(),
                donor,
                blank.isOurs(),
                area.filter(ReformArea::isSsr),
                blank.means(),
                activities,
                blank.amount(),
                blank.currency(),
                when,
                blank.confirmed(),
                blank.note());
    }
}
