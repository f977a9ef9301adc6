package org.salus.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.salus.evidence.Activity;
import org.salus.evidence.Country;
import org.salus.evidence.Rates;
import org.salus.evidence.Snapshot;

/** Maps of support, one per country, period and currency; the last ones are remembered, because within a snapshot they never change. */
public final class Supports {
    private static final int REMEMBERED = 16;

    private record Question(String snapshot, String iso3, Period period, String currency, String judgements) {}

    private record Turned(Question question, Optional<LocalDate> asOf, PivotAsked asked) {}

    private record Named(String snapshot, String iso3, String judgements) {}

    private record Once(String snapshot, String iso3, String currency, String judgements) {}

    private final RememberingSorter sorter;
    private final SortingsOfFolder sortings;
    private final Map<Question, SupportMap> remembered = lastOnes();
    private final Map<Named, Organisations> organisations = lastOnes();
    private final Map<Once, ReportedMoney> once = lastOnes();
    private final Map<Named, SupportTraits> traits = lastOnes();
    private final Map<Question, PlannedSupport> planned = lastOnes();
    private final Map<Turned, Pivot> pivots = lastOnes();

    public Supports(Sorter sorter) {
        this(sorter, SortingsOfFolder.WORTH_KEEPING);
    }

    /** @param worthKeeping so many new sortings are kept for the next process, fewer are not */
    Supports(Sorter sorter, int worthKeeping) {
        this.sorter = new RememberingSorter(sorter);
        this.sortings = new SortingsOfFolder(this.sorter, worthKeeping);
    }

    private static <K, V> Map<K, V> lastOnes() {
        return Collections.synchronizedMap(new LinkedHashMap<>(32, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > REMEMBERED;
            }
        });
    }

    /** With the rules and the model that come with the program. */
    public static Supports shipped() {
        return new Supports(Sorter.shipped());
    }

    /** Who supports which reform area in a country, in a period, in US dollars. */
    public SupportMap of(Snapshot snapshot, Country country, Period period) {
        return of(snapshot, country, period, Rates.DOLLAR);
    }

    /**
     * Who supports which reform area in a country, in a period.
     *
     * @param currency ISO 4217 code of the sums; transactions of years without its rate are left out
     */
    public SupportMap of(Snapshot snapshot, Country country, Period period, String currency) {
        return judged(snapshot, country, period, currency, Judgements.NONE);
    }

    /**
     * The same, where what people judged wins over what the program says.
     *
     * @param currency ISO 4217 code of the sums
     */
    public SupportMap judged(
            Snapshot snapshot, Country country, Period period, String currency, Judgements judgements) {
        Question question = new Question(snapshot.id(), country.iso3(), period, currency, judgements.digest());
        SupportMap known = remembered.get(question);
        if (known == null) {
            sortings.recall(snapshot);
            known = new DrawSupportMap(judgements.before(sorter), snapshot.rates(), currency)
                    .draw(snapshot.id(), country, period, snapshot.activities().in(country));
            sortings.keep();
            remembered.put(question, known);
        }
        return known;
    }

    /**
     * The maps of several countries, as {@link #of}: each activity is read and sorted once, whichever of them it names. They are not remembered, since they are many and what
     * is asked of them is little.
     *
     * @param currency ISO 4217 code of the sums
     * @param taken what is kept of each map; it may be called by several threads
     */
    public <T> List<T> each(
            Snapshot snapshot,
            Collection<Country> countries,
            Period period,
            String currency,
            Function<SupportMap, T> taken) {
        sortings.recall(snapshot);
        DrawSupportMap drawing = new DrawSupportMap(new SortingOnce(sorter), snapshot.rates(), currency);
        List<T> all = snapshot.activities().in(countries).entrySet().parallelStream()
                .map(one -> taken.apply(drawing.draw(snapshot.id(), one.getKey(), period, one.getValue())))
                .toList();
        sortings.keep();
        return all;
    }

    /** The organisations that the activities of a country name, where what people judged wins over the rules. */
    public Organisations organisations(Snapshot snapshot, Country country, OrganisationJudgements judgements) {
        Named named = new Named(snapshot.id(), country.iso3(), judgements.digest());
        Organisations known = organisations.get(named);
        if (known == null) {
            known = Organisations.of(snapshot.activities().in(country), judgements);
            organisations.put(named, known);
        }
        return known;
    }

    /**
     * How the activities of a country hang together, and its support counted once. The maps of support themselves, and every total in them, stay as they are.
     *
     * @param currency ISO 4217 code of the sums
     */
    public ReportedMoney reported(
            Snapshot snapshot,
            Country country,
            String currency,
            Judgements judgements,
            OrganisationJudgements ofOrganisations,
            SameActivityJudgements ofActivities) {
        String said = String.join("/", judgements.digest(), ofOrganisations.digest(), ofActivities.digest());
        Once question = new Once(snapshot.id(), country.iso3(), currency, said);
        ReportedMoney known = once.get(question);
        if (known == null) {
            known = ReportedMoney.of(
                    judged(snapshot, country, Period.ALL, currency, judgements),
                    snapshot.activities().referencesIn(country),
                    organisations(snapshot, country, ofOrganisations),
                    ofActivities);
            once.put(question, known);
        }
        return known;
    }

    /**
     * The support of a country, of all years, counted once by the rules alone.
     *
     * @param currency ISO 4217 code of the sums
     */
    public CountedOnce once(Snapshot snapshot, Country country, String currency) {
        return reported(
                        snapshot,
                        country,
                        currency,
                        Judgements.NONE,
                        OrganisationJudgements.NONE,
                        SameActivityJudgements.NONE)
                .once();
    }

    /** Who funds and implements a country's activities, where they are and which flow they are, by the rules alone. */
    public SupportTraits traits(Snapshot snapshot, Country country) {
        Named named = new Named(snapshot.id(), country.iso3(), "");
        SupportTraits known = traits.get(named);
        if (known == null) {
            known = SupportTraits.of(
                    country,
                    snapshot.activities().in(country),
                    organisations(snapshot, country, OrganisationJudgements.NONE),
                    snapshot.activities().locationsIn(country),
                    snapshot.activities().codesIn(country, "default-flow-type"),
                    snapshot.observations().outlines(country, 1));
            traits.put(named, known);
        }
        return known;
    }

    /**
     * What a country's activities plan in a period.
     *
     * @param currency ISO 4217 code of the sums
     */
    public PlannedSupport planned(Snapshot snapshot, Country country, Period period, String currency) {
        return planned(snapshot, country, period, currency, Judgements.NONE);
    }

    /**
     * The same, where what people judged of areas wins.
     *
     * @param currency ISO 4217 code of the sums
     */
    public PlannedSupport planned(
            Snapshot snapshot, Country country, Period period, String currency, Judgements judgements) {
        Question question = new Question(snapshot.id(), country.iso3(), period, currency, judgements.digest());
        PlannedSupport known = planned.get(question);
        if (known == null) {
            known = PlannedSupport.of(
                    country,
                    period,
                    currency,
                    snapshot.rates(),
                    judged(snapshot, country, Period.ALL, Rates.DOLLAR, judgements)
                            .activities(),
                    snapshot.activities().plannedIn(country));
            planned.put(question, known);
        }
        return known;
    }

    /**
     * The activities that are under way in a period, and those of which that cannot be told, by identifier.
     *
     * @param asOf the day of the data; what is planned for later has not been
     */
    public List<ActivityUnderWay> underWay(
            Snapshot snapshot, Country country, Period period, Optional<LocalDate> asOf) {
        return of(snapshot, country, Period.ALL).activities().stream()
                .flatMap(sorted -> UnderWay.of(sorted.activity(), asOf).in(period).stream()
                        .map(underWay -> new ActivityUnderWay(sorted, underWay)))
                .toList();
    }

    /**
     * Support by two dimensions.
     *
     * @param currency ISO 4217 code of the sums
     * @param asOf the day of the data
     */
    public Pivot pivot(
            Snapshot snapshot,
            Country country,
            Period period,
            String currency,
            Optional<LocalDate> asOf,
            PivotAsked asked) {
        Turned turned = new Turned(new Question(snapshot.id(), country.iso3(), period, currency, ""), asOf, asked);
        Pivot known = pivots.get(turned);
        if (known == null) {
            known = Pivot.of(
                    asked, entries(snapshot, country, period, currency, asOf, asked), traits(snapshot, country));
            pivots.put(turned, known);
        }
        return known;
    }

    /**
     * What of the money that a pivot is asked for it leaves out because it is told again: with the total of the pivot exactly what is published. Zero where nothing is left out.
     *
     * @param currency ISO 4217 code of the sums
     */
    public BigDecimal setAside(Snapshot snapshot, Country country, Period period, String currency, PivotAsked asked) {
        if (!asked.once()) {
            return BigDecimal.ZERO;
        }
        Measure measure = asked.measure().ofRows().orElseThrow();
        List<CountedRow> aside = once(snapshot, country, currency).in(period).setAsideRows().stream()
                .filter(row -> row.row().measure() == measure)
                .toList();
        if (aside.isEmpty()) {
            return BigDecimal.ZERO;
        }
        SupportTraits known = traits(snapshot, country);
        return aside.stream()
                .filter(row -> Pivot.takes(asked, PivotEntry.of(row), known))
                .map(CountedRow::setAside)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Support shared out over the first-level units of a country, so that all adds up to the total of the same pivot.
     *
     * @param currency ISO 4217 code of the sums
     * @param asOf the day of the data
     * @throws IllegalArgumentException if the measure is one whose parts do not add up
     */
    public PlacedSupport placed(
            Snapshot snapshot,
            Country country,
            Period period,
            String currency,
            Optional<LocalDate> asOf,
            PivotAsked asked) {
        return PlacedSupport.of(
                asked, entries(snapshot, country, period, currency, asOf, asked), traits(snapshot, country));
    }

    private List<PivotEntry> entries(
            Snapshot snapshot,
            Country country,
            Period period,
            String currency,
            Optional<LocalDate> asOf,
            PivotAsked asked) {
        PivotMeasure counted = asked.measure();
        Stream<PivotEntry> entries;
        if (counted.isPlanned()) {
            entries = planned(snapshot, country, period, currency).rows().stream()
                    .filter(row -> row.kind() == counted)
                    .map(PlannedRow::entry);
        } else if (counted.isMoney()) {
            Measure measure = counted.ofRows().orElseThrow();
            if (asked.once()) {
                return once(snapshot, country, currency).in(period).rows().stream()
                        .filter(row -> row.row().measure() == measure)
                        .map(PivotEntry::of)
                        .toList();
            }
            entries = of(snapshot, country, period, currency).rows().stream()
                    .filter(row -> row.measure() == measure)
                    .map(PivotEntry::of);
        } else {
            entries = underWay(snapshot, country, period, asOf).stream().map(ActivityUnderWay::entry);
        }
        return entries.toList();
    }

    /** The planned amounts behind a figure. */
    public List<PlannedRow> plannedRows(
            Snapshot snapshot, Country country, Period period, String currency, PivotAsked asked) {
        SupportTraits known = traits(snapshot, country);
        return planned(snapshot, country, period, currency).rows().stream()
                .filter(row ->
                        (row.kind() == asked.measure() || !asked.measure().isPlanned())
                                && Pivot.takes(asked, row.entry(), known))
                .toList();
    }

    /** The activities behind a figure. */
    public List<ActivityUnderWay> underWayRows(
            Snapshot snapshot, Country country, Period period, Optional<LocalDate> asOf, PivotAsked asked) {
        SupportTraits known = traits(snapshot, country);
        return underWay(snapshot, country, period, asOf).stream()
                .filter(one -> Pivot.takes(asked, one.entry(), known))
                .toList();
    }

    /** The reform area of one activity as a whole, and why. */
    public Sorting sort(Activity activity) {
        return sorter.sort(sortable(activity));
    }

    /** Whether an activity of a snapshot, or one of its transactions by codes of its own, is sorted into an area of reform. */
    public boolean isReform(Snapshot snapshot, Activity activity) {
        sortings.recall(snapshot);
        if (sort(activity).area().isSsr()) {
            return true;
        }
        Set<List<org.salus.evidence.SectorCode>> tried = new HashSet<>();
        return activity.transactions().stream()
                .filter(transaction -> !transaction.sectors().isEmpty() && tried.add(transaction.sectors()))
                .anyMatch(transaction -> sorter.sort(DrawSupportMap.sortable(activity, transaction))
                        .area()
                        .isSsr());
    }

    /** What sorting looks at in an activity. */
    public static Sortable sortable(Activity activity) {
        return DrawSupportMap.sortable(activity);
    }
}
