package org.salus.goals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;
import org.salus.portfolio.DonorSupport;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.SupportMap;
import org.salus.sector.KnownSupport;

/**
 * Support that is known already and could be linked to a plan: a published activity, what somebody told of or brought in a list, or support that a plan of the
 * workspace holds for something else.
 *
 * @param key an activity's identifier, or the id of an item
 * @param source what kind of knowledge it is
 * @param from where it is known from, in words: the file and row of a list, the meeting, the alternative
 * @param donor as published or told; empty where nobody is named
 * @param area the reform area, if it is one
 * @param sensitivity for whom it is meant where it is known from; what is linked is meant for no wider circle
 * @param planned the support of a plan that it is; empty where it comes from elsewhere
 */
public record SupportOffer(
        String key,
        Source source,
        Sentence from,
        String title,
        String donor,
        Optional<ReformArea> area,
        DateSpan when,
        Sensitivity sensitivity,
        Optional<Item<Support>> planned) {
    /** Where support is known from. */
    public enum Source {
        /** Open data that are loaded. */
        PUBLISHED("published"),
        /** A list that was brought in, or what somebody entered by hand. */
        TOLD("told"),
        /** A plan of the workspace. */
        PLAN("plan");

        private final String code;

        Source(String code) {
            this.code = code;
        }

        /** Its name in files and answers of programs. */
        public String code() {
            return code;
        }
    }

    /** What tells support apart where it names no published activity. */
    private record Words(String donor, String title) {
        static Words of(Support support) {
            return new Words(support.donor(), support.title());
        }
    }

    /** Whether it is a published activity. */
    public boolean isPublished() {
        return source == Source.PUBLISHED;
    }

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
                Source.PUBLISHED,
                Sentence.of("goals.offer.published"),
                title.isEmpty() ? sorted.activity().identifier() : title,
                PlainText.shown(donor),
                Optional.of(sorted.sorting().area()),
                isBackwards ? DateSpan.OPEN : new DateSpan(from, until),
                Sensitivity.forMembers(),
                Optional.empty());
    }

    /** What partners' own lists tell, and what was entered by hand, of which the reader may know. */
    public static List<SupportOffer> told(View view) {
        return view.list(KnownSupport.KIND).stream()
                .map(item -> new SupportOffer(
                        item.id().toString(),
                        Source.TOLD,
                        provenance(item.value()),
                        item.value().title().isBlank()
                                ? item.value().partner()
                                : item.value().title(),
                        item.value().partner(),
                        item.value().area(),
                        item.value().when(),
                        item.sensitivity(),
                        Optional.empty()))
                .toList();
    }

    private static Sentence provenance(KnownSupport known) {
        return known.provenance()
                .map(row -> Sentence.of(
                        "goals.offer.told-in-file",
                        known.stage().label(),
                        known.origin().label(),
                        row.file(),
                        row.place().say()))
                .orElseGet(() -> Sentence.of(
                        "goals.offer.told",
                        known.stage().label(),
                        known.origin().label()));
    }

    /**
     * Support that plans of the workspace hold already, for whatever it is meant to serve there: first what stands in this one, then what only alternatives hold. Each
     * is told once, however many alternatives copied it.
     */
    public static List<SupportOffer> planned(View view, ItemId chain) {
        List<Item<Support>> own = new ArrayList<>();
        List<Item<Support>> elsewhere = new ArrayList<>();
        for (Item<Support> support : view.list(Support.KIND)) {
            (support.value().chain().equals(chain) ? own : elsewhere).add(support);
        }
        List<SupportOffer> offers = new ArrayList<>();
        Set<Words> words = new HashSet<>();
        Set<String> activities = new HashSet<>();
        for (Item<Support> support : own) {
            offers.add(of(support, Sentence.of("goals.offer.in-this-plan")));
            words.add(Words.of(support.value()));
            activities.addAll(support.value().activities());
        }
        for (Item<Support> support : elsewhere) {
            Optional<Item<ResultsChain>> plan =
                    view.find(ResultsChain.KIND, support.value().chain());
            boolean isNew = support.value().activities().stream().noneMatch(activities::contains)
                    && words.add(Words.of(support.value()));
            if (plan.isPresent() && isNew) {
                activities.addAll(support.value().activities());
                offers.add(of(
                        support,
                        Sentence.of(
                                "goals.offer.in-alternative", plan.get().value().title())));
            }
        }
        return offers;
    }

    private static SupportOffer of(Item<Support> support, Sentence from) {
        Support value = support.value();
        return new SupportOffer(
                support.id().toString(),
                Source.PLAN,
                from,
                value.title(),
                value.donor(),
                value.area(),
                value.when(),
                support.sensitivity(),
                Optional.of(support));
    }

    /**
     * All that is known: what partners' own lists tell, what plans of the workspace hold, and the published activities of the workspace's countries. What a plan took
     * from a list or from open data is told as what it was taken from.
     *
     * @param chain the plan to which it could be linked
     * @param published the support of a country in the open data that is loaded
     */
    public static List<SupportOffer> known(View view, ItemId chain, Function<Country, SupportMap> published) {
        List<SupportOffer> told = told(view);
        List<SupportOffer> open = new ArrayList<>();
        view.charter().countries().stream()
                .flatMap(code -> Countries.shipped().findByCode(code).stream())
                .map(published)
                .forEach(map -> open.addAll(published(map)));
        Set<String> activities = open.stream().map(SupportOffer::key).collect(Collectors.toSet());
        Set<Words> words = told.stream()
                .map(offer -> new Words(offer.donor(), offer.title()))
                .collect(Collectors.toSet());
        List<SupportOffer> known = new ArrayList<>(told);
        planned(view, chain).stream()
                .filter(offer -> offer.planned().stream()
                        .map(Item::value)
                        .noneMatch(support -> support.activities().stream().anyMatch(activities::contains)
                                || words.contains(Words.of(support))))
                .forEach(known::add);
        known.addAll(open);
        return known;
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
            Item<Support> support = already.orElseGet(
                    () -> Item.fresh(Support.KIND, offer.in(chain.id())).meantFor(offer.noWider()));
            if (already.isEmpty()) {
                edits.add(new Edit.Put(support));
            }
            if (chain.from(support.id(), LinkType.CONTRIBUTES).stream()
                    .noneMatch(link -> link.value().to().equals(to))) {
                edits.add(new Edit.Put(Item.fresh(Link.KIND, Link.of(chain.id(), support.id(), to))
                        .meantFor(offer.noWider())));
            }
        }
        return edits;
    }

    /** For whom a plan says it: for nobody who may not know it where it comes from, and for the plan's members where that is everybody. */
    private Sensitivity noWider() {
        return sensitivity instanceof Sensitivity.Public ? Sensitivity.forMembers() : sensitivity;
    }

    /** Whether it is of an area and its title or donor holds these words; an empty question takes everything. */
    public boolean answers(Optional<ReformArea> wanted, String words) {
        String text = (title + " " + donor).toLowerCase(Locale.ROOT);
        return (wanted.isEmpty() || area.equals(wanted))
                && List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                        .allMatch(text::contains);
    }

    /** The support in a chain that is this: itself, what names the activity, or what was taken over under the same words. */
    public Optional<Item<Support>> in(Chain chain) {
        Set<String> activities = planned.<Set<String>>map(
                        support -> Set.copyOf(support.value().activities()))
                .orElseGet(() -> isPublished() ? Set.of(key) : Set.of());
        return chain.list(Support.KIND).stream()
                .filter(support -> support.id().toString().equals(key)
                        || support.value().activities().stream().anyMatch(activities::contains)
                        || (!isPublished() && Words.of(support.value()).equals(new Words(donor, title))))
                // Of several that fit, itself.
                .min(Comparator.comparing(support -> !support.id().toString().equals(key)));
    }

    /** It as support in a chain; of what another plan holds all that it says. Whether anything else is ours is for people to say. */
    public Support in(ItemId chain) {
        if (planned.isPresent()) {
            return planned.get().value().inChain(chain);
        }
        Support blank = Support.of(chain, donor, title);
        List<String> activities = new ArrayList<>();
        if (isPublished()) {
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
