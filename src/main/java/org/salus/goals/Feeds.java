package org.salus.goals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.evidence.Snapshot;
import org.salus.evidence.StoreFailure;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Act;
import org.salus.ledger.Charter;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.portfolio.Period;
import org.salus.portfolio.Supports;

/**
 * Indicators that follow a series of the loaded open data. Nothing follows by itself: somebody chooses the series and asks for what is new. The last countries are
 * remembered, because within a snapshot their series never change. Safe for use by several threads.
 */
public final class Feeds {
    private static final int REMEMBERED = 16;
    /** How many years are offered where the indicator has no baseline that says since when. */
    private static final int USUAL_YEARS = 10;

    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private record Question(String snapshot, String iso3) {}

    private final Evidence evidence;
    private final Supports supports;
    private final Map<Question, List<LoadedSeries>> remembered =
            Collections.synchronizedMap(new LinkedHashMap<>(32, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Question, List<LoadedSeries>> eldest) {
                    return size() > REMEMBERED;
                }
            });

    public Feeds(Evidence evidence, Supports supports) {
        this.evidence = evidence;
        this.supports = supports;
    }

    /**
     * How the series of an indicator stands.
     *
     * @param snapshot what is loaded now; empty where the store of open data cannot be read
     * @param loaded the series in it; empty where it cannot be followed
     * @param cannot why nothing can be taken up; empty where it can
     */
    public record Standing(
            Item<Indicator> indicator,
            Feed feed,
            String snapshot,
            Optional<LoadedSeries> loaded,
            Optional<Sentence> cannot,
            FeedComparison comparison) {
        /** It in words: that nothing differs, how many years do, or why nobody can tell. */
        public Sentence says() {
            return cannot.orElseGet(() -> Sentence.of(
                    comparison.differing() == 0 ? "goals.feed.same" : "goals.feed.differs",
                    comparison.differing(),
                    comparison.fresh().size(),
                    comparison.changed().size(),
                    comparison.gone().size()));
        }

        /** Whether nobody can look at the series now, because the store of open data cannot be read. */
        public boolean isUnreadable() {
            return snapshot.isEmpty();
        }

        /** Whether somebody should look: years differ, or the series cannot be followed any more. */
        public boolean isOpen() {
            return cannot.isPresent() || comparison.differing() > 0;
        }
    }

    private List<LoadedSeries> of(Snapshot snapshot, Country country) {
        Question question = new Question(snapshot.id(), country.iso3());
        List<LoadedSeries> known = remembered.get(question);
        if (known == null) {
            try {
                known = ReadSeries.of(snapshot, country, supports.of(snapshot, country, Period.ALL));
            } catch (StoreFailure damaged) {
                throw Failure.notPossible(Sentence.of("goals.feed.unreadable-store"), damaged);
            }
            remembered.put(question, known);
        }
        return known;
    }

    /**
     * What an indicator may follow.
     *
     * @param whyNone why there is nothing to choose from; empty where there is something
     */
    public record Choice(List<LoadedSeries> loaded, Optional<Sentence> whyNone) {
        public Choice {
            loaded = List.copyOf(loaded);
        }
    }

    /** The series to choose from; where the store of open data cannot be read, none, with that reason. */
    public Choice choice(View view) {
        try {
            return new Choice(loaded(view), whyNone(view));
        } catch (Failure unreadable) {
            return new Choice(List.of(), Optional.of(Sentence.of("goals.feed.unreadable-store")));
        }
    }

    /**
     * The series that are loaded of the countries a workspace is about.
     *
     * @throws Failure if the store of open data cannot be read
     */
    List<LoadedSeries> loaded(View view) {
        Snapshot snapshot = evidence.snapshot();
        return countries(view)
                .flatMap(country -> of(snapshot, country).stream())
                .toList();
    }

    private static Stream<Country> countries(View view) {
        return view.charter().countries().stream().flatMap(code -> country(code).stream());
    }

    /** The country of a code, or a place of one's own that own tables may tell of. */
    private static Optional<Country> country(String code) {
        return Countries.shipped().findByCode(code).or(() -> Countries.shipped().findOwn(code));
    }

    /** Why a workspace has no series to choose from; empty where it has some. */
    Optional<Sentence> whyNone(View view) {
        if (evidence.snapshot().versions().isEmpty()) {
            return Optional.of(Sentence.of("goals.feed.nothing-loaded"));
        }
        if (!loaded(view).isEmpty()) {
            return Optional.empty();
        }
        List<Country> published = view.charter().countries().stream()
                .flatMap(code -> Countries.shipped().findByCode(code).stream())
                .toList();
        if (published.isEmpty()) {
            return Optional.of(Sentence.of(
                    "goals.feed.no-country",
                    joined(view.charter().countries().stream()
                            .map(code -> SeriesKey.named(code, view.charter()))
                            .toList())));
        }
        return Optional.of(Sentence.of(
                "goals.feed.no-data",
                joined(published.stream().map(Country::inSentence).toList())));
    }

    /** Several names for one place of a sentence, whatever its language. */
    private static Object joined(List<Object> names) {
        return names.stream()
                .reduce((before, next) -> Sentence.of("goals.feed.countries", before, next))
                .orElse("");
    }

    /**
     * How the series of an indicator stands against what was taken up; empty for an indicator that has none. Where the store of open data cannot be read, that is
     * how it stands: what people said is kept elsewhere, and is to be seen all the same.
     *
     * @param measured the chain it is in, with what was measured
     */
    public Optional<Standing> standing(MeasuredChain measured, Item<Indicator> indicator) {
        return indicator.value().feed().map(feed -> {
            try {
                return standing(indicator, feed, measured.of(indicator.id()), measured.charter());
            } catch (Failure unreadable) {
                return new Standing(
                        indicator,
                        feed,
                        "",
                        Optional.empty(),
                        Optional.of(Sentence.of("goals.feed.unreadable", feed.name())),
                        FeedComparison.NONE);
            }
        });
    }

    private Standing standing(
            Item<Indicator> indicator, Feed feed, List<Item<Measurement>> measurements, Charter charter) {
        Snapshot snapshot = evidence.snapshot();
        Optional<Country> country = country(feed.series().country());
        List<LoadedSeries> all = country.map(known -> of(snapshot, known)).orElse(List.of());
        Optional<LoadedSeries> found =
                all.stream().filter(one -> one.key().equals(feed.series())).findFirst();
        Optional<Sentence> cannot = found.isPresent()
                ? otherUnit(feed, found.get(), indicator.value())
                : Optional.of(whyMissing(snapshot, feed, charter, all));
        return new Standing(
                indicator,
                feed,
                snapshot.id(),
                found,
                cannot,
                cannot.isPresent() ? FeedComparison.NONE : FeedComparison.of(feed, found.orElseThrow(), measurements));
    }

    private static Sentence whyMissing(Snapshot snapshot, Feed feed, Charter charter, List<LoadedSeries> all) {
        if (snapshot.versions().isEmpty()) {
            return Sentence.of("goals.feed.nothing-loaded");
        }
        Object named = feed.series().countryIn(charter);
        boolean isOfKind = all.stream()
                .anyMatch(one -> one.key().type() == feed.series().type()
                        && one.key().table().equals(feed.series().table()));
        return Sentence.of(isOfKind ? "goals.feed.column-gone" : "goals.feed.kind-gone", feed.name(), named);
    }

    private static Optional<Sentence> otherUnit(Feed feed, LoadedSeries loaded, Indicator indicator) {
        if (!Indicator.isSameUnit(feed.unit(), loaded.unit())) {
            return Optional.of(Sentence.of("goals.feed.unit-of-series", feed.name(), feed.unit(), loaded.unit()));
        }
        return Indicator.isSameUnit(loaded.unit(), indicator.unit())
                ? Optional.empty()
                : Optional.of(Sentence.of("goals.feed.unit", loaded.unit(), indicator.unit()));
    }

    /** The first year where nobody says one: that of the baseline, else some years back from the last one. */
    static int offered(Indicator indicator, int last) {
        return indicator.baseline().on().map(PartialDate::year).orElse(last - USUAL_YEARS + 1);
    }

    /** Whether it can follow a series at all: a judgement in words cannot. */
    public static boolean isPossible(Indicator indicator) {
        return indicator.direction() != Direction.WORDS
                && indicator.measuring().levels().isEmpty();
    }

    /** Whether nothing speaks for the direction it has: it has no target, or one that lies the other way. */
    private static boolean isDirectionOpen(Indicator indicator) {
        if (!isPossible(indicator)) {
            return false;
        }
        if (!indicator.target().isSaid()) {
            return true;
        }
        int way = indicator
                .target()
                .value()
                .flatMap(to -> indicator.baseline().value().map(to::compareTo))
                .orElse(0);
        return indicator.direction() == Direction.UP ? way < 0 : indicator.direction() == Direction.DOWN && way > 0;
    }

    /**
     * Has an indicator follow a series. What nobody has said of it yet (unit, source, method, a direction that no target speaks for) is filled in from the series.
     *
     * @param written the series, as {@link SeriesKey#toString} writes it; blank to follow none
     * @param since the first year to be taken up; empty for what is offered
     * @throws Failure if it is not loaded, of another unit, or the indicator is a judgement in words; if a year is said without a series
     */
    public Edit.Put follow(Item<Indicator> indicator, String written, Optional<Integer> since, View view) {
        if (written.isBlank()) {
            if (since.isPresent()) {
                throw Failure.wrongUse(Sentence.of("goals.feed.year-without-series"))
                        .at("series");
            }
            return new Edit.Put(indicator.saying(indicator.value().withoutFeed()));
        }
        LoadedSeries series = loaded(view).stream()
                .filter(one -> one.key().toString().equals(written.strip()))
                .findFirst()
                .orElseThrow(() ->
                        Failure.notFound(whyNone(view).orElseGet(() -> Sentence.of("goals.feed.not-loaded", written))));
        return new Edit.Put(indicator.saying(
                followed(indicator.value(), series, since.orElseGet(() -> offered(indicator.value(), series.last())))));
    }

    /**
     * A year as somebody typed it; empty where nothing was.
     *
     * @throws Failure if it is none
     */
    public static Optional<Integer> year(String typed) {
        String text = typed.strip();
        if (!text.isEmpty() && !YEAR.matcher(text).matches()) {
            throw Failure.wrongUse(Sentence.of("goals.feed.no-year", text)).at("since");
        }
        return Optional.of(text).filter(some -> !some.isEmpty()).map(Integer::valueOf);
    }

    static Indicator followed(Indicator indicator, LoadedSeries series, int since) {
        if (!Indicator.isSameUnit(series.unit(), indicator.unit())) {
            throw Failure.wrongUse(Sentence.of("goals.feed.unit", series.unit(), indicator.unit()))
                    .advising(Sentence.of("goals.feed.unit.advice"));
        }
        Wording wording = Wording.english();
        String licence = series.licence().isBlank()
                ? series.publisher()
                : wording.say("goals.series.licensed", series.publisher(), series.licence());
        return new Indicator(
                indicator.chain(),
                indicator.of(),
                indicator.title(),
                indicator.unit().isBlank() ? series.unit() : indicator.unit(),
                isDirectionOpen(indicator) ? series.direction().orElse(indicator.direction()) : indicator.direction(),
                indicator.baseline(),
                indicator.target(),
                indicator.source().isBlank() ? licence : indicator.source(),
                indicator.method().isBlank() ? wording.say(series.method()) : indicator.method(),
                indicator.plan(),
                Optional.of(new Feed(series.key(), wording.say(series.name()), series.unit(), since)));
    }

    /**
     * What somebody may do with the series of an alternative, before it is done.
     *
     * @param standings of the indicators concerned, as they are before
     * @param edits none where there is nothing to do
     */
    public record Wanted(List<Standing> standings, List<Edit> edits, Reason reason) {}

    /** How the series of an alternative stand: one for each indicator that follows one. */
    public List<Standing> standings(MeasuredChain measured) {
        return measured.chain().indicators().stream()
                .flatMap(indicator -> standing(measured, indicator).stream())
                .toList();
    }

    private List<Standing> standings(MeasuredChain measured, Optional<Item<Indicator>> only) {
        return only.map(indicator -> List.of(standing(measured, indicator)
                        .orElseThrow(() -> Failure.wrongUse(
                                Sentence.of("goals.feed.none", indicator.value().title())))))
                .orElseGet(() -> standings(measured));
    }

    /**
     * What brings indicators up to date: a measurement for each year that is new, says something else or is no longer there, submitted by whoever asks. What
     * cannot be followed is left as it is.
     *
     * @param only this indicator; empty for all that follow a series
     * @throws Failure if the one indicator asked for cannot be brought up to date
     */
    public Wanted update(MeasuredChain measured, Optional<Item<Indicator>> only, AccountId by) {
        List<Standing> standings = standings(measured, only);
        if (only.isPresent() && standings.getFirst().cannot().isPresent()) {
            Sentence why = standings.getFirst().cannot().get();
            throw standings.getFirst().isUnreadable()
                    ? new Failure(Failure.Kind.NOT_POSSIBLE, why)
                    : Failure.notFound(why);
        }
        List<Standing> able =
                standings.stream().filter(one -> one.cannot().isEmpty()).toList();
        return new Wanted(
                standings,
                able.stream().flatMap(one -> update(measured, one, by).stream()).toList(),
                reason(able.stream()
                        .filter(one -> one.comparison().differing() > 0)
                        .toList()));
    }

    /**
     * The steps that approve what was taken from series and waits for the word of this reader.
     *
     * @param only this indicator; empty for all that follow a series
     */
    public Wanted approve(MeasuredChain measured, Optional<Item<Indicator>> only, View view) {
        List<Standing> standings = standings(measured, only);
        AccountId by = view.standing().account();
        return new Wanted(
                standings,
                standings.stream()
                        .flatMap(one -> forWord(measured.of(one.indicator().id()), view).stream())
                        .<Edit>map(
                                item -> new Edit.Put(item.saying(item.value().step(MeasurementState.APPROVED, by, ""))))
                        .toList(),
                Reason.EDIT);
    }

    private static List<Edit> update(MeasuredChain measured, Standing standing, AccountId by) {
        Wording wording = Wording.english();
        LoadedSeries loaded = standing.loaded().orElseThrow();
        Taken taken = new Taken(loaded.key(), standing.snapshot(), loaded.files(), false);
        String source = wording.say(
                "goals.series.source", standing.feed().name(), loaded.publisher(), loaded.files(), standing.snapshot());
        List<Edit> edits = new ArrayList<>();
        for (LoadedSeries.Year year : standing.comparison().fresh()) {
            Measurement said = new Measurement(
                            standing.indicator().value().chain(),
                            standing.indicator().id(),
                            Optional.empty(),
                            FeedComparison.dateOf(year),
                            "",
                            year.says(),
                            source,
                            method(loaded, year, wording),
                            "",
                            Progress.DRAFT,
                            Optional.of(taken))
                    .step(MeasurementState.SUBMITTED, by, "");
            edits.add(new Edit.Put(measured.placed(said).fresh()));
        }
        for (FeedComparison.Changed changed : standing.comparison().changed()) {
            Measurement before = changed.before().value();
            edits.add(new Edit.Put(changed.before()
                    .saying(before.saying(
                                    changed.now().says(), source, method(loaded, changed.now(), wording), before.note())
                            .takenFrom(taken)
                            .step(
                                    MeasurementState.SUBMITTED,
                                    by,
                                    wording.say(
                                            "goals.feed.remark.changed",
                                            changed.now().says().written(),
                                            before.says().written(),
                                            before.taken().map(Taken::snapshot).orElse("?"))))));
        }
        for (Item<Measurement> gone : standing.comparison().gone()) {
            edits.add(new Edit.Put(gone.saying(gone.value()
                    .takenFrom(gone.value().taken().orElseThrow().gone(standing.snapshot()))
                    .step(
                            MeasurementState.SUBMITTED,
                            by,
                            wording.say("goals.feed.remark.gone", standing.snapshot())))));
        }
        return edits;
    }

    private static String method(LoadedSeries loaded, LoadedSeries.Year year, Wording wording) {
        return String.join(
                " ",
                Stream.of(Optional.of(loaded.method()), year.remainder(), loaded.remainder())
                        .flatMap(Optional::stream)
                        .map(wording::say)
                        .toList());
    }

    private static Reason reason(List<Standing> updated) {
        return Reason.of(
                Act.EDIT,
                String.join(
                        " ",
                        updated.stream()
                                .map(one -> Wording.english()
                                        .say(
                                                "goals.feed.reason",
                                                one.feed().name(),
                                                one.snapshot(),
                                                one.comparison().fresh().size(),
                                                one.comparison().changed().size(),
                                                one.comparison().gone().size()))
                                .toList()));
    }

    /** What was taken from a series and waits for somebody's word. */
    public static List<Item<Measurement>> waiting(List<Item<Measurement>> measurements) {
        return measurements.stream()
                .filter(item -> item.value().isTaken() && item.value().state() == MeasurementState.SUBMITTED)
                .toList();
    }

    /** What of that this reader may decide: what others asked for, or all where nobody else could. */
    public static List<Item<Measurement>> forWord(List<Item<Measurement>> measurements, View view) {
        boolean isAlone = MeasurementRules.isAlone(view);
        return waiting(measurements).stream()
                .filter(item -> isAlone
                        || !item.value()
                                .progress()
                                .submittedBy()
                                .equals(Optional.of(view.standing().account())))
                .toList();
    }
}
