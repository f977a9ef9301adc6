package org.salus.coordination;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.salus.context.Premise;
import org.salus.context.Premises;
import org.salus.evidence.Country;
import org.salus.evidence.DataDay;
import org.salus.evidence.Outlines;
import org.salus.evidence.Rates;
import org.salus.evidence.RecordedResults;
import org.salus.evidence.Snapshot;
import org.salus.framework.Failure;
import org.salus.framework.Figure;
import org.salus.framework.Sentence;
import org.salus.portfolio.CountedOnce;
import org.salus.portfolio.CountedRow;
import org.salus.portfolio.DonorSupport;
import org.salus.portfolio.Measure;
import org.salus.portfolio.Period;
import org.salus.portfolio.ReportedMoney;
import org.salus.portfolio.SupportMap;
import org.salus.portfolio.SupportRow;
import org.salus.portfolio.Supports;

/** Collects what is loaded about a country and hands it to the analyses. */
public final class Coordinations {
    private final Supports supports;
    private final Thresholds thresholds = Thresholds.shipped();
    private final Premises premises = new Premises();

    public Coordinations(Supports supports) {
        this.supports = supports;
    }

    /** Everything about a country that a question asks for. */
    public Coordination of(Snapshot snapshot, CoordinationQuestion question) {
        return of(snapshot, question, Judged.NOTHING);
    }

    /** The same, where what people judged counts. */
    public Coordination of(Snapshot snapshot, CoordinationQuestion question, Judged judged) {
        SupportMap map = map(snapshot, question, judged);
        ReportedMoney reported = reported(snapshot, question, judged);
        CoordinationInputs inputs = inputs(snapshot, question, map, reported, judged);
        List<SupportRow> rows = inputs.inPeriod();
        Predictability predictability = PredictabilityAnalysis.of(inputs, thresholds);
        return new Coordination(
                snapshot.id(),
                thresholds.edition(),
                map.edition(),
                question.country(),
                question.period(),
                question.currency(),
                inputs.measure(),
                inputs.asOf(),
                Sentence.of("coordination.caution"),
                setAside(reported.once().in(question.period()), inputs.measure()),
                question.narrowed(FindingsAnalysis.of(inputs, thresholds)),
                ConcentrationAnalysis.of(rows, thresholds).stream()
                        .filter(question::asksFor)
                        .toList(),
                BalanceAnalysis.of(inputs, thresholds, BalanceWords.shipped()),
                levels(snapshot, question, inputs, judged),
                predictability,
                PartnershipAnalysis.of(
                        inputs, predictability, snapshot.activities().codesIn(question.country(), "default-aid-type")),
                LocalisationAnalysis.of(inputs, thresholds));
    }

    /**
     * The findings about a country with what they are computed from.
     *
     * @param edition of the thresholds
     * @param findings all of them, whatever kind or area is asked for
     */
    record Found(String snapshot, String edition, SupportMap map, CoordinationInputs inputs, Findings findings) {}

    /** Findings alone, without the figures that the country's own page has beside them: maps of all neighbours, balance, plans. */
    Found found(Snapshot snapshot, CoordinationQuestion question, Judged judged) {
        SupportMap map = map(snapshot, question, judged);
        CoordinationInputs inputs = inputs(snapshot, question, map, reported(snapshot, question, judged), judged);
        return new Found(snapshot.id(), thresholds.edition(), map, inputs, FindingsAnalysis.of(inputs, thresholds));
    }

    /**
     * A donor's profile, with what it was computed from.
     *
     * @throws Failure if the loaded activities of the country name no such donor
     */
    public DonorAnswer donor(Snapshot snapshot, CoordinationQuestion question, String name) {
        SupportMap map = map(snapshot, question, Judged.NOTHING);
        return donors(
                        snapshot,
                        question,
                        map,
                        List.of(find(map, name)),
                        snapshot.activities().resultsIn(question.country()))
                .getFirst();
    }

    /**
     * A donor in several countries, all years, in US dollars: what is kept of its profile in each and of the map it was computed from. Countries that name no such donor are left
     * out. Far quicker than asking country by country.
     *
     * @param name one of its names, however files write it
     * @param kept it may be called by several threads
     */
    public <T> List<T> donorIn(
            Snapshot snapshot,
            Collection<Country> countries,
            String name,
            BiFunction<SupportMap, DonorAnswer, T> kept) {
        Map<String, RecordedResults> results = snapshot.activities().resultsIn(countries);
        return supports
                .each(
                        snapshot,
                        countries,
                        Period.ALL,
                        Rates.DOLLAR,
                        map -> search(map, name)
                                .map(donor -> kept.apply(
                                        map,
                                        donors(
                                                        snapshot,
                                                        CoordinationQuestion.of(map.country()),
                                                        map,
                                                        List.of(donor),
                                                        results)
                                                .getFirst())))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** The profiles of all donors with an activity or money for reform, by name. */
    public List<DonorAnswer> donors(Snapshot snapshot, CoordinationQuestion question) {
        SupportMap map = map(snapshot, question, Judged.NOTHING);
        return donors(
                        snapshot,
                        question,
                        map,
                        map.donors().stream()
                                .map(DonorSupport::name)
                                .filter(OneDonor::is)
                                .sorted()
                                .toList(),
                        snapshot.activities().resultsIn(question.country()))
                .stream()
                .filter(answer -> !answer.profile().areas().isEmpty())
                .toList();
    }

    private List<DonorAnswer> donors(
            Snapshot snapshot,
            CoordinationQuestion question,
            SupportMap map,
            List<String> names,
            Map<String, RecordedResults> results) {
        DonorInputs inputs = new DonorInputs(
                measure(question, map),
                question.period(),
                map.rows(),
                map.activities(),
                kinds(map),
                day(snapshot, map));
        return CompetencyAnalysis.of(inputs, thresholds, names, results).stream()
                .map(profile -> new DonorAnswer(
                        snapshot.id(),
                        thresholds.edition(),
                        map.edition(),
                        question.country(),
                        question.period(),
                        question.currency(),
                        inputs.measure(),
                        Sentence.of("coordination.caution"),
                        Sentence.of("coordination.donor.caution"),
                        profile))
                .toList();
    }

    /** The activities and rows of a country, of every year. */
    public SupportMap map(Snapshot snapshot, CoordinationQuestion question, Judged judged) {
        // Falls, cliffs and presence look beyond the period that is asked for.
        return supports.judged(snapshot, question.country(), Period.ALL, question.currency(), judged.areas());
    }

    private Levels levels(Snapshot snapshot, CoordinationQuestion question, CoordinationInputs inputs, Judged judged) {
        List<Country> neighbours = Outlines.shipped().neighbours(question.country());
        Map<Country, Integer> loaded = snapshot.activities().countries();
        Figure<List<Premise.ActorAcross>> across =
                premises.of(snapshot, question.country(), null, null).regional().across();
        List<String> withEvents = across.reasonIfAny().isEmpty()
                ? neighbours.stream().map(Country::iso3).toList()
                : snapshot.observations().countriesWithEvents();
        List<LevelAnalysis.Loaded> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Country neighbour : neighbours) {
            if (loaded.getOrDefault(neighbour, 0) == 0) {
                unknown.add(neighbour.name());
                continue;
            }
            SupportMap map = supports.judged(snapshot, neighbour, Period.ALL, question.currency(), judged.areas());
            known.add(new LevelAnalysis.Loaded(
                    neighbour, across(across, withEvents, neighbour), map.activities(), map.rows()));
        }
        List<Sentence> notComputed = new ArrayList<>();
        if (neighbours.isEmpty()) {
            notComputed.add(Sentence.of("coordination.not-computed.no-neighbours"));
        }
        if (!unknown.isEmpty()) {
            notComputed.add(Sentence.of("coordination.not-computed.neighbours", String.join(", ", unknown)));
        }
        across.reasonIfAny()
                .ifPresent(reason -> notComputed.add(Sentence.of("coordination.not-computed.system", reason)));
        return LevelAnalysis.of(inputs, known, notComputed);
    }

    /**
     * Armed actors that are active in a neighbour, too. Empty where nobody can know: events of it or of the country are not loaded.
     *
     * @param withEvents codes of countries of which events are loaded
     */
    static Optional<List<String>> across(
            Figure<List<Premise.ActorAcross>> across, Collection<String> withEvents, Country neighbour) {
        return across.valueIfAny()
                .filter(actors -> withEvents.contains(neighbour.iso3()))
                .map(actors -> actors.stream()
                        .filter(actor -> actor.alsoIn().contains(neighbour))
                        .map(Premise.ActorAcross::name)
                        .toList());
    }

    private ReportedMoney reported(Snapshot snapshot, CoordinationQuestion question, Judged judged) {
        return supports.reported(
                snapshot,
                question.country(),
                question.currency(),
                judged.areas(),
                judged.organisations(),
                judged.activities());
    }

    private static BigDecimal setAside(CountedOnce once, Measure measure) {
        return once.setAsideRows().stream()
                .filter(row ->
                        row.row().measure() == measure && row.row().area().isSsr())
                .map(CountedRow::setAside)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String find(SupportMap map, String name) {
        return search(map, name)
                .orElseThrow(() -> Failure.notFound(Sentence.of(
                        "coordination.failure.unknown-donor",
                        name,
                        map.donors().stream()
                                .map(DonorSupport::name)
                                .filter(OneDonor::is)
                                .sorted()
                                .collect(Collectors.joining(", ")))));
    }

    private static Optional<String> search(SupportMap map, String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        List<DonorSupport> donors =
                map.donors().stream().filter(donor -> OneDonor.is(donor.name())).toList();
        return donors.stream()
                .filter(donor -> donor.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .or(() -> donors.stream()
                        .filter(donor -> donor.names().stream()
                                .anyMatch(one -> one.toLowerCase(Locale.ROOT).equals(wanted)))
                        .findFirst())
                .map(DonorSupport::name);
    }

    /** What the analyses of a country are handed. */
    CoordinationInputs inputs(Snapshot snapshot, CoordinationQuestion question, Judged judged) {
        return inputs(
                snapshot, question, map(snapshot, question, judged), reported(snapshot, question, judged), judged);
    }

    private CoordinationInputs inputs(
            Snapshot snapshot, CoordinationQuestion question, SupportMap map, ReportedMoney reported, Judged judged) {
        return new CoordinationInputs(
                question.country(),
                question.currency(),
                measure(question, map),
                question.period(),
                map.rows(),
                map.activities(),
                kinds(map),
                supports.organisations(snapshot, question.country(), judged.organisations()),
                new Ties(reported.links(), reported.same(), reported.flows(), reported.chains()),
                supports.planned(snapshot, question.country(), Period.ALL, question.currency(), judged.areas()),
                supports.traits(snapshot, question.country()).places(),
                day(snapshot, map));
    }

    private static Measure measure(CoordinationQuestion question, SupportMap map) {
        return question.measure().orElseGet(() -> usual(map.rows()));
    }

    private static Map<String, String> kinds(SupportMap map) {
        return map.donors().stream().collect(Collectors.toMap(DonorSupport::name, DonorSupport::kind));
    }

    /** The day of the files that the activities of the map stand in. */
    private static Optional<DataDay> day(Snapshot snapshot, SupportMap map) {
        Set<String> used = map.activities().stream()
                .map(sorted -> sorted.activity().source())
                .collect(Collectors.toSet());
        return DataDay.of(snapshot.versions().stream()
                .filter(version -> version.current() && used.contains(version.source()))
                .toList());
    }

    /** What was paid, where anything for reform is said to be; commitments come in lumps and would make every line swing. */
    private static Measure usual(Collection<SupportRow> rows) {
        return rows.stream()
                        .anyMatch(row -> row.measure() == Measure.DISBURSEMENTS
                                && row.area().isSsr())
                ? Measure.DISBURSEMENTS
                : Measure.COMMITMENTS;
    }
}
