package org.salus.coordination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.framework.ReformArea;
import org.salus.framework.ResultLevel;
import org.salus.framework.Sentence;
import org.salus.goals.Adoption;
import org.salus.goals.Chain;
import org.salus.goals.Hole;
import org.salus.goals.HolesAnalysis;
import org.salus.goals.HolesAnswer;
import org.salus.goals.Objective;
import org.salus.goals.ResultsChain;
import org.salus.goals.Support;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.portfolio.Folding;
import org.salus.portfolio.Organisation;
import org.salus.portfolio.SortedActivity;
import org.salus.sector.Actor;
import org.salus.sector.Finding;
import org.salus.sector.KnownSupport;
import org.salus.sector.OversightAnalysis;
import org.salus.sector.SectorDay;
import org.salus.sector.SectorMap;
import org.salus.workspace.Answer;

/** Lays goals and the sector map of a workspace beside what is supported. Rules are in {@code docs/coordination.md}. */
final class WorkspaceGapAnalysis {
    /** The rule of goals that finds objectives without support: what counts as support is its question. */
    private static final String NO_SUPPORT = "no-support";

    private final View view;
    private final CoordinationInputs inputs;
    private final LocalDate today;
    private final Locale language;
    private final List<Item<ResultsChain>> plans;
    private final Map<ItemId, Chain> chains = new TreeMap<>();
    private final Map<String, Set<String>> byName = new TreeMap<>();
    private final List<WorkspaceGap> gaps = new ArrayList<>();

    private WorkspaceGapAnalysis(View view, CoordinationInputs inputs, LocalDate today, Locale language) {
        this.view = view;
        this.inputs = inputs;
        this.today = today;
        this.language = language;
        this.plans = plans(view);
        this.plans.forEach(plan -> chains.put(plan.id(), Chain.of(view, plan.id())));
        for (Organisation organisation : inputs.organisations().all()) {
            Stream.concat(
                            Stream.of(organisation.name()),
                            organisation.written().stream().flatMap(written -> written.names().keySet().stream()))
                    .map(Folding::words)
                    .forEach(name -> byName.computeIfAbsent(name, first -> new TreeSet<>())
                            .addAll(organisation.activities()));
        }
    }

    /**
     * The gaps that a reader's view shows.
     *
     * @param today the day of the sector map
     * @param language of the names on it
     */
    static List<WorkspaceGap> of(View view, CoordinationInputs inputs, LocalDate today, Locale language) {
        WorkspaceGapAnalysis analysis = new WorkspaceGapAnalysis(view, inputs, today, language);
        analysis.objectives();
        analysis.oversight();
        analysis.unlinked();
        return List.copyOf(analysis.gaps);
    }

    /** The adopted plan; while there is none, every draft. */
    static List<Item<ResultsChain>> plans(View view) {
        List<Item<ResultsChain>> all = view.list(ResultsChain.KIND).stream()
                .filter(plan -> plan.value().adoption() != Adoption.SET_ASIDE)
                .toList();
        List<Item<ResultsChain>> adopted = all.stream()
                .filter(plan -> plan.value().adoption() == Adoption.ADOPTED)
                .toList();
        return adopted.isEmpty() ? all : adopted;
    }

    private Chain chain(Item<ResultsChain> plan) {
        return chains.computeIfAbsent(plan.id(), id -> Chain.of(view, id));
    }

    // Objectives without support.

    private void objectives() {
        for (Item<ResultsChain> plan : plans) {
            HolesAnswer found = HolesAnalysis.of(view, chain(plan));
            for (Hole hole : found.holes()) {
                if (hole.rule().equals(NO_SUPPORT)) {
                    List<Sentence> reasons = new ArrayList<>();
                    reasons.add(Sentence.of(
                            "coordination.gap.reason.plan", plan.value().title()));
                    Optional<ItemId> institution = view.find(Objective.KIND, hole.box())
                            .flatMap(objective -> objective.value().institution())
                            .filter(actor -> view.find(Actor.KIND, actor).isPresent());
                    List<String> naming = institution.map(this::naming).orElse(List.of());
                    // Of an objective without an institution nothing was looked for.
                    if (institution.isPresent()) {
                        reasons.add(Sentence.of("coordination.gap.reason.naming", naming.size()));
                    }
                    answered(hole, chain(plan)).ifPresent(reasons::add);
                    gaps.add(new WorkspaceGap(
                            WorkspaceGapKind.OBJECTIVE,
                            hole.name(),
                            HolesAnalysis.edition(),
                            hole.says(),
                            reasons,
                            Optional.empty(),
                            List.of(hole.box()),
                            hole.about(),
                            naming));
                }
            }
        }
    }

    /** How what people answered to a hole stands, as its own page says it; empty where nobody did. */
    private Optional<Sentence> answered(Hole hole, Chain chain) {
        List<Optional<Sentence>> open = view.list(Answer.KIND).stream()
                .filter(answer -> answer.value().finding().equals(hole.name()))
                .map(answer -> hole.whyOpen(answer, chain, view))
                .toList();
        return open.stream().anyMatch(Optional::isEmpty)
                ? Optional.of(Sentence.of("coordination.gap.reason.answered"))
                : open.stream().flatMap(Optional::stream).findFirst();
    }

    /** The names of holes in these plans that somebody has answered as they are now. */
    static Set<String> answered(View view) {
        return plans(view).stream()
                .map(plan -> Chain.of(view, plan.id()))
                .flatMap(chain -> HolesAnalysis.of(view, chain).answered(view, chain).stream())
                .collect(Collectors.toSet());
    }

    /** The plan in which a hole of that name is found. */
    static Optional<Chain> withHole(View view, String name) {
        return plans(view).stream()
                .map(plan -> Chain.of(view, plan.id()))
                .filter(chain -> HolesAnalysis.of(view, chain).hole(name).isPresent())
                .findFirst();
    }

    /** Activities of reform that name an actor under one of its names, and are not over. */
    private List<String> naming(ItemId actor) {
        return naming(actor, false);
    }

    private List<String> naming(ItemId actor, boolean isOver) {
        Set<String> naming = new TreeSet<>();
        view.find(Actor.KIND, actor).stream()
                .flatMap(item -> item.value().names().stream())
                .map(Folding::words)
                .forEach(name -> naming.addAll(byName.getOrDefault(name, Set.of())));
        return inputs.activities().stream()
                .filter(sorted -> sorted.sorting().area().isSsr()
                        && naming.contains(sorted.activity().identifier())
                        && isOver(sorted) == isOver)
                .map(sorted -> sorted.activity().identifier())
                .sorted()
                .toList();
    }

    private boolean isOver(SortedActivity sorted) {
        return inputs.day()
                .map(day -> Runs.standing(sorted.activity(), day, day) == Runs.Standing.OVER)
                .orElse(false);
    }

    // Findings about oversight without support.

    private void oversight() {
        SectorDay day = SectorMap.of(view).on(today, language);
        Set<ItemId> supported = new HashSet<>();
        view.list(KnownSupport.KIND).forEach(known -> known.value().actor().ifPresent(supported::add));
        for (Chain chain : chains.values()) {
            for (Item<Objective> objective : chain.list(Objective.KIND)) {
                boolean isSupported = chain.before(objective.id()).stream()
                        .flatMap(box -> chain.box(box).stream())
                        .anyMatch(box -> box.value().level() == ResultLevel.ACTIVITY);
                if (isSupported) {
                    objective.value().institution().ifPresent(supported::add);
                }
            }
        }
        for (Finding finding : OversightAnalysis.of(day, today).findings()) {
            if (finding.subject() != Finding.Subject.SECTOR
                    || finding.about().isEmpty()
                    || finding.about().stream()
                            .anyMatch(actor ->
                                    supported.contains(actor) || !naming(actor).isEmpty())) {
                continue;
            }
            List<String> over = finding.about().stream()
                    .flatMap(actor -> naming(actor, true).stream())
                    .distinct()
                    .sorted()
                    .toList();
            gaps.add(new WorkspaceGap(
                    WorkspaceGapKind.OVERSIGHT,
                    AnsweredFindings.name(inputs.country(), "oversight-without-support/" + finding.name()),
                    finding.edition(),
                    finding.says(),
                    List.of(
                            Sentence.of("coordination.gap.reason.looked"),
                            Sentence.of("coordination.gap.reason.over", over.size())),
                    Optional.empty(),
                    finding.about(),
                    finding.needs(),
                    over));
        }
    }

    // Support without an objective.

    /** Nothing is said of support while there is no objective that it could be linked to. */
    private void unlinked() {
        boolean isAsked = chains.values().stream()
                .anyMatch(chain -> !chain.list(Objective.KIND).isEmpty());
        if (!isAsked) {
            return;
        }
        Set<String> linked = new HashSet<>();
        for (Chain chain : chains.values()) {
            for (Item<Support> support : chain.list(Support.KIND)) {
                boolean serves = chain.after(support.id()).stream()
                        .flatMap(box -> chain.box(box).stream())
                        .anyMatch(box -> box.value().level() == ResultLevel.OBJECTIVE);
                if (serves) {
                    linked.addAll(support.value().activities());
                }
            }
        }
        for (ReformArea area : ReformArea.values()) {
            if (!area.isSsr()) {
                continue;
            }
            List<SortedActivity> going = inputs.activities().stream()
                    .filter(sorted -> sorted.sorting().area() == area && !isOver(sorted))
                    .toList();
            List<SortedActivity> left = going.stream()
                    .filter(sorted -> !linked.contains(sorted.activity().identifier()))
                    .toList();
            if (!left.isEmpty()) {
                gaps.add(new WorkspaceGap(
                        WorkspaceGapKind.UNLINKED,
                        AnsweredFindings.name(inputs.country(), WorkspaceGapKind.UNLINKED.code() + "/" + area.code()),
                        Thresholds.shipped().edition(),
                        Sentence.of("coordination.gap.unlinked", area.label(), left.size(), going.size()),
                        List.of(Sentence.of("coordination.gap.reason.unlinked")),
                        Optional.of(area),
                        List.of(),
                        List.of(),
                        Runs.identifiers(left)));
            }
        }
    }
}
