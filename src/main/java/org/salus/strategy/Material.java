package org.salus.strategy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.salus.appraisal.AidTables;
import org.salus.appraisal.AppraisalTexts;
import org.salus.appraisal.PoliticsReading;
import org.salus.context.Premise;
import org.salus.context.PremiseMap;
import org.salus.context.Premises;
import org.salus.coordination.AnsweredFindings;
import org.salus.coordination.CoordinationQuestion;
import org.salus.coordination.Coordinations;
import org.salus.diligence.CaseReading;
import org.salus.evidence.Country;
import org.salus.evidence.Snapshot;
import org.salus.frame.web.Address;
import org.salus.framework.Wording;
import org.salus.goals.Adoption;
import org.salus.goals.Chain;
import org.salus.goals.GoalsAnswers;
import org.salus.goals.ResultsChain;
import org.salus.governance.Assessment;
import org.salus.ledger.Charter;
import org.salus.ledger.History;
import org.salus.ledger.Item;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.portfolio.ReviewQuestion;
import org.salus.portfolio.Supports;
import org.salus.sector.OversightAnalysis;
import org.salus.sector.OversightAnswer;
import org.salus.sector.SectorDay;
import org.salus.sector.SectorMap;

/**
 * What sections are composed from: the workspace as one readership may see it in one state, and the data loaded. What several sections need is thought out once. For one
 * composition and one thread.
 */
public final class Material {
    private final Workspace workspace;
    private final View view;
    private final Charter charter;
    private final Readership readership;
    private final Snapshot snapshot;
    private final Supports supports;
    private final Premises premises;
    private final Supplier<CaseReading> cases;
    private final Supplier<AppraisalTexts> appraisal;
    private final Supplier<PoliticsReading> politics;
    private final Supplier<AidTables> aid;
    private final Supplier<History> history;
    private final LocalDate day;
    private final Wording wording;
    private final Map<Country, AnsweredFindings> findings = new HashMap<>();
    private final GoalsAnswers goals;
    private @Nullable SectorDay map;
    private @Nullable OversightAnswer oversight;

    /**
     * What there is.
     *
     * @param view what may be read; nothing else is composed
     * @param charter what the workspace is about, which whoever composes may say even where it is not meant for everybody
     * @param cases of due diligence that this readership may read
     * @param appraisal of the workspace as this readership reads it
     * @param politics decisions, windows and partnerships that this readership may read
     * @param aid records of eligibility that this readership may read
     * @param history the steps that whoever composes may know of
     * @param day of the state; no clock is asked
     */
    Material(
            Workspace workspace,
            View view,
            Charter charter,
            Readership readership,
            Snapshot snapshot,
            Supports supports,
            Premises premises,
            Supplier<CaseReading> cases,
            Supplier<AppraisalTexts> appraisal,
            Supplier<PoliticsReading> politics,
            Supplier<AidTables> aid,
            Supplier<History> history,
            LocalDate day,
            Wording wording) {
        this.workspace = workspace;
        this.view = view;
        this.charter = charter;
        this.readership = readership;
        this.snapshot = snapshot;
        this.supports = supports;
        this.premises = premises;
        this.cases = cases;
        this.appraisal = appraisal;
        this.politics = politics;
        this.aid = aid;
        this.history = history;
        this.day = day;
        this.wording = wording;
        this.goals = new GoalsAnswers(view, wording);
    }

    /** The workspace as the readership may see it. */
    public View view() {
        return view;
    }

    /** What the workspace is about. */
    public Charter charter() {
        return charter;
    }

    /** For whom it is composed. */
    public Readership readership() {
        return readership;
    }

    /** The data loaded. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** By which activities are sorted and added up. */
    public Supports supports() {
        return supports;
    }

    /** The day of the state. */
    public LocalDate day() {
        return day;
    }

    /** The language it is composed in. */
    public Wording wording() {
        return wording;
    }

    /** The countries of the workspace that data may speak of. */
    public List<Country> countries() {
        return ReviewQuestion.countries(charter);
    }

    /** The premise of a country, all years. */
    public Premise premise(Country country) {
        return premises.of(snapshot, country, null, null);
    }

    /** Its map, as it may leave the program. */
    public PremiseMap premiseMap(Country country) {
        return premises.map(snapshot, country, null, null).forExport(day);
    }

    /** What is found about support to a country, with what was judged and answered. */
    public AnsweredFindings findings(Country country) {
        return findings.computeIfAbsent(
                country,
                asked -> AnsweredFindings.of(
                        new Coordinations(supports), snapshot, view, question(asked), day, wording.locale()));
    }

    /** Works out side by side what {@link #findings} of several countries rest on, since that takes most of their time. */
    public void prepareFindings(Collection<Country> countries) {
        AnsweredFindings.prepare(
                new Coordinations(supports),
                snapshot,
                view,
                countries.stream()
                        .filter(country -> !findings.containsKey(country))
                        .map(Material::question)
                        .toList());
    }

    private static CoordinationQuestion question(Country country) {
        return CoordinationQuestion.of(country.iso3(), Address.of("/"));
    }

    /** The sector on the day of the state. */
    public SectorDay sector() {
        SectorDay known = map;
        if (known == null) {
            known = SectorMap.of(view).on(day, wording.locale());
            map = known;
        }
        return known;
    }

    /** What the record says about oversight. */
    public OversightAnswer oversight() {
        OversightAnswer known = oversight;
        if (known == null) {
            known = OversightAnalysis.of(sector(), day);
            oversight = known;
        }
        return known;
    }

    /** What is planned. */
    public GoalsAnswers goals() {
        return goals;
    }

    /** The plan of the strategy: the alternative that is adopted; where none is, the only one. */
    public Optional<Item<ResultsChain>> plan() {
        return ResultsChain.planned(view);
    }

    /** Whether there are several alternatives of which none is adopted, so that there is something to choose from and no plan yet. */
    boolean isUndecided() {
        return plan().isEmpty()
                && goals.chains().stream().anyMatch(chain -> chain.value().adoption() != Adoption.SET_ASIDE);
    }

    /** What is in the plan. */
    public Optional<Chain> chain() {
        return plan().map(goals::model);
    }

    /** The rounds of assessment, the newest first. */
    public List<Assessment> rounds() {
        return Assessment.rounds(view).stream()
                .map(round -> Assessment.of(workspace, view, round.id(), wording.locale()))
                .toList();
    }

    /** The cases of due diligence that this readership may read. */
    public CaseReading cases() {
        return cases.get();
    }

    /** The considerations, answered from what this readership may read. */
    public AppraisalTexts appraisal() {
        return appraisal.get();
    }

    /** Which support is on record as one that may be counted as aid, or may not. */
    public AidTables aid() {
        return aid.get();
    }

    /** Who decides, when something can be moved, and what is agreed. Notes for few are there only in what is composed for one reader alone. */
    public PoliticsReading politics() {
        return politics.get();
    }

    /** The steps that whoever composes may know of: more than this readership may, so that nothing may be told of them but what its view shows. */
    public History history() {
        return history.get();
    }
}
