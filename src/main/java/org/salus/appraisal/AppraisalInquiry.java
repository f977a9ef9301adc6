package org.salus.appraisal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.diligence.CaseBook;
import org.salus.framework.Pillar;
import org.salus.framework.Sentence;
import org.salus.goals.Adoption;
import org.salus.goals.Box;
import org.salus.goals.Chain;
import org.salus.goals.Hole;
import org.salus.goals.HolesAnalysis;
import org.salus.goals.HolesAnswer;
import org.salus.goals.Indicator;
import org.salus.goals.Objective;
import org.salus.goals.ResultsChain;
import org.salus.governance.Assessment;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.View;
import org.salus.sector.Actor;
import org.salus.sector.ActorType;
import org.salus.sector.OversightAnalysis;
import org.salus.sector.OversightAnswer;
import org.salus.sector.SectorDay;
import org.salus.sector.SectorMap;

/**
 * What one reader's view and open data say on a day, prepared for computations. What the reader may not see is not there. Immutable.
 */
final class AppraisalInquiry {
    private final View view;
    private final List<Assessment> assessments;
    private final List<CountryFacts> countries;
    private final CaseBook cases;
    private final List<Noted<Stance>> stances;
    private final List<Chain> chains;
    private final Map<ItemId, List<Hole>> holes = new LinkedHashMap<>();
    private final Set<String> answered = new HashSet<>();
    private final SectorDay sector;
    private final OversightAnswer oversight;
    private final LocalDate day;

    /**
     * An inquiry.
     *
     * @param assessments the rounds the reader may see
     * @param countries of the workspace
     * @param cases of due diligence that the reader may read
     * @param stances that the reader may read, in the workspace and in private layers
     * @param language of names on the map
     */
    AppraisalInquiry(
            View view,
            List<Assessment> assessments,
            List<CountryFacts> countries,
            CaseBook cases,
            List<Noted<Stance>> stances,
            LocalDate day,
            Locale language) {
        this.view = view;
        this.assessments = List.copyOf(assessments);
        this.countries = List.copyOf(countries);
        this.cases = cases;
        this.stances = StakeholderMatrix.latest(stances);
        this.day = day;
        this.chains =
                plans(view).stream().map(plan -> Chain.of(view, plan.id())).toList();
        this.chains.forEach(chain -> {
            HolesAnswer found = HolesAnalysis.of(view, chain);
            holes.put(chain.id(), found.holes());
            answered.addAll(found.answered(view, chain));
        });
        this.sector = SectorMap.of(view).on(day, language);
        this.oversight = OversightAnalysis.of(sector, day);
    }

    /** The adopted plan; while there is none, every draft. */
    private static List<Item<ResultsChain>> plans(View view) {
        List<Item<ResultsChain>> all = view.list(ResultsChain.KIND).stream()
                .filter(plan -> plan.value().adoption() != Adoption.SET_ASIDE)
                .toList();
        List<Item<ResultsChain>> adopted = all.stream()
                .filter(plan -> plan.value().adoption() == Adoption.ADOPTED)
                .toList();
        return adopted.isEmpty() ? all : adopted;
    }

    View view() {
        return view;
    }

    LocalDate day() {
        return day;
    }

    List<Assessment> assessments() {
        return assessments;
    }

    List<CountryFacts> countries() {
        return countries;
    }

    CaseBook cases() {
        return cases;
    }

    /** Of each actor on each objective the latest. */
    List<Noted<Stance>> stances() {
        return stances;
    }

    SectorDay sector() {
        return sector;
    }

    OversightAnswer oversight() {
        return oversight;
    }

    List<Chain> chains() {
        return chains;
    }

    Chain chain(Box box) {
        return chains.stream()
                .filter(chain -> chain.id().equals(box.chain()))
                .findFirst()
                .orElseThrow();
    }

    /** The boxes of a kind in the plans. */
    <T extends Record> List<Item<T>> boxes(Kind<T> kind) {
        return chains.stream().flatMap(chain -> chain.list(kind).stream()).toList();
    }

    List<Item<Indicator>> indicators() {
        return chains.stream().flatMap(chain -> chain.indicators().stream()).toList();
    }

    /** The holes that these rules find in the plans, answered or not. */
    List<Hole> holes(String... rules) {
        Set<String> wanted = Set.of(rules);
        return holes.values().stream()
                .flatMap(List::stream)
                .filter(hole -> wanted.contains(hole.rule()))
                .toList();
    }

    /** Whether somebody has answered a hole with a reason, as its own page says it: it has been considered, and is there all the same. */
    boolean isAnswered(Hole hole) {
        return answered.contains(hole.name());
    }

    /**
     * The boxes of which holes of these rules speak, and which of them only answered ones do.
     *
     * @param answered no other hole of these rules is found there
     */
    record Holed(Set<ItemId> found, Set<ItemId> answered) {}

    /** The boxes that holes of these rules are of. */
    Holed holed(String... rules) {
        return holed(hole -> Stream.of(hole.box()), holes(rules));
    }

    private Holed holed(Function<Hole, Stream<ItemId>> boxes, List<Hole> found) {
        Set<ItemId> all = found.stream().flatMap(boxes).collect(Collectors.toSet());
        Set<ItemId> settled = new HashSet<>(all);
        found.stream().filter(hole -> !isAnswered(hole)).flatMap(boxes).forEach(settled::remove);
        return new Holed(all, settled);
    }

    /** Whether its institution on the map is one that provides security, at whatever time. */
    boolean isInProvider(Objective objective) {
        return objective.institution().flatMap(id -> view.find(Actor.KIND, id)).stream()
                .flatMap(actor -> actor.value().phases().stream())
                .anyMatch(phase -> phase.isIn(Pillar.PROVIDERS));
    }

    /** What its institution on the map is, at whatever time. */
    Set<ActorType> types(Objective objective) {
        return objective.institution().flatMap(id -> view.find(Actor.KIND, id)).stream()
                .flatMap(actor -> actor.value().phases().stream())
                .flatMap(phase -> phase.type().stream())
                .collect(Collectors.toSet());
    }

    /** What is known of support, country by country. */
    List<SupportFacts> support() {
        return countries.stream().flatMap(country -> country.support().stream()).toList();
    }

    /** What was found, with how much of what is not so somebody wrote a reason for. */
    static Sentence withAnswered(Sentence reason, long answered) {
        return answered == 0 ? reason : Sentence.of("appraisal.reason.with-answered", reason, answered);
    }

    /** For how many of these it is so. */
    <T extends Record> Found share(String name, String missing, List<Item<T>> all, Predicate<Item<T>> isSo) {
        return share(name, missing, all, Item::id, isSo);
    }

    /**
     * For how many of these it is so, in words of that name.
     *
     * @param missing the name of what is missing where there are none
     */
    <T> Found share(String name, String missing, Collection<T> all, Function<T, ItemId> id, Predicate<T> isSo) {
        return share(name, missing, all, id, isSo, one -> false);
    }

    /**
     * The same where some of which it is not so have been considered all the same. They count as considered and are told apart: nothing is said of them that is not so.
     *
     * @param isAnswered of those of which it is not so, whether somebody wrote why
     */
    <T> Found share(
            String name,
            String missing,
            Collection<T> all,
            Function<T, ItemId> id,
            Predicate<T> isSo,
            Predicate<T> isAnswered) {
        if (all.isEmpty()) {
            return Found.unknown(Sentence.of("appraisal.missing." + missing));
        }
        List<Looked> looked = all.stream()
                .<Looked>map(one -> new Looked.Element(id.apply(one), isSo.test(one) || isAnswered.test(one)))
                .toList();
        long settled = looked.stream().filter(Looked::fits).count();
        long met = all.stream().filter(isSo).count();
        return Found.of(
                Found.share(settled, looked.size()),
                withAnswered(Sentence.of("appraisal.reason." + name, met, looked.size()), settled - met),
                looked);
    }

    /** The boxes of which holes of these rules speak. */
    Holed touched(String... rules) {
        return holed(hole -> Stream.concat(Stream.of(hole.box()), hole.about().stream()), holes(rules));
    }
}
