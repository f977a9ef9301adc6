package org.salus.coordination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Activity;
import org.salus.framework.Characteristic;
import org.salus.framework.Field;
import org.salus.framework.PartialDate;
import org.salus.framework.Pillar;
import org.salus.framework.Sentence;
import org.salus.goals.Objective;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.portfolio.SortedActivity;
import org.salus.sector.Present;
import org.salus.sector.PresentTie;
import org.salus.sector.SectorDay;
import org.salus.sector.TieType;

/**
 * Looks for institutions whose training or equipment began before anything for their control did. It speaks only where both have a beginning; what may have begun
 * without a date, and control that nobody has recorded, is not enough information. Rules are in {@code docs/coordination.md}.
 */
final class SequencingAnalysis {
    private static final String CODE = WorkspaceGapKind.SEQUENCING.code();

    /** IATI: what was cancelled begins nothing. */
    private static final String CANCELLED = "5";

    /** Objectives on these are about whether somebody can be held to account. */
    private static final Set<Characteristic> OF_CONTROL =
            Set.of(Characteristic.ACCOUNTABILITY, Characteristic.TRANSPARENCY, Characteristic.CIVIL_SOCIETY);

    private final CoordinationInputs inputs;
    private final SectorDay day;
    private final List<Item<Objective>> objectives;
    private final BalanceWords words;
    private final String edition;
    private final Map<String, SortedActivity> activities = new HashMap<>();
    private final Map<ItemId, List<String>> byInstitution;
    private final List<WorkspaceGap> conflicts = new ArrayList<>();
    private final List<Sentence> notEnough = new ArrayList<>();

    private SequencingAnalysis(
            CoordinationInputs inputs,
            InstitutionMatches matches,
            SectorDay day,
            Collection<Item<Objective>> objectives,
            BalanceWords words,
            String edition) {
        this.inputs = inputs;
        this.day = day;
        this.objectives = List.copyOf(objectives);
        this.words = words;
        this.edition = edition;
        this.byInstitution = matches.byInstitution();
        inputs.activities().forEach(sorted -> activities.put(sorted.activity().identifier(), sorted));
    }

    /**
     * What was found.
     *
     * @param notEnough institutions that are trained or equipped and of which the order cannot be told, and why
     */
    record Sequencing(List<WorkspaceGap> conflicts, List<Sentence> notEnough) {
        Sequencing {
            conflicts = List.copyOf(conflicts);
            notEnough = List.copyOf(notEnough);
        }
    }

    /**
     * Looks at every institution of a day that may use force or provides security.
     *
     * @param objectives of the plan that counts
     * @param edition of the rules that match institutions
     */
    static Sequencing of(
            CoordinationInputs inputs,
            InstitutionMatches matches,
            SectorDay day,
            Collection<Item<Objective>> objectives,
            BalanceWords words,
            String edition) {
        SequencingAnalysis analysis = new SequencingAnalysis(inputs, matches, day, objectives, words, edition);
        day.actors().stream()
                .filter(actor -> actor.isAskedForOversight() || actor.phase().isIn(Pillar.PROVIDERS))
                .forEach(analysis::look);
        return new Sequencing(analysis.conflicts, analysis.notEnough);
    }

    /** Something for control, with when it begins, as exactly as somebody said it; empty where that is not told. */
    private record Control(
            Sentence says, Optional<PartialDate> begins, Optional<String> activity, List<ItemId> needs) {}

    private void look(Present institution) {
        List<SortedActivity> strengthening =
                supporting(institution.id()).filter(this::strengthens).toList();
        if (strengthening.isEmpty()) {
            return;
        }
        List<PresentTie> oversight = day.to(institution.id()).stream()
                .filter(tie -> tie.type().group() == TieType.Group.OVERSIGHT && tie.isRecorded())
                .toList();
        List<Control> controls = controls(institution, oversight);
        Optional<Sentence> why = cannotBeTold(institution, strengthening, controls);
        if (why.isPresent()) {
            notEnough.add(why.get());
            return;
        }
        Control first = controls.stream()
                .min(Comparator.comparing(
                        control -> control.begins().map(PartialDate::earliest).orElse(LocalDate.MAX)))
                .orElseThrow();
        PartialDate begins = first.begins().orElseThrow();
        List<SortedActivity> before = strengthening.stream()
                .filter(sorted -> isBefore(sorted.activity().start(), begins.earliest()))
                .toList();
        if (!before.isEmpty()) {
            conflicts.add(conflict(institution, strengthening, before, first, begins));
        }
    }

    private static boolean isBefore(@Nullable LocalDate start, LocalDate limit) {
        return start != null && start.isBefore(limit);
    }

    private Stream<SortedActivity> supporting(ItemId institution) {
        return byInstitution.getOrDefault(institution, List.of()).stream()
                .flatMap(identifier -> Stream.ofNullable(activities.get(identifier)))
                .filter(sorted -> !CANCELLED.equals(sorted.activity().status()));
    }

    /** Training or equipment for the forces, and not a word of governance. */
    private boolean strengthens(SortedActivity sorted) {
        String text = BalanceAnalysis.text(sorted.activity());
        return sorted.sorting().area().field().equals(Optional.of(Field.PROFESSIONAL_FORCES))
                && !BalanceWords.in(text, words.means()).isEmpty()
                && BalanceWords.in(text, words.governance()).isEmpty();
    }

    private boolean controls(SortedActivity sorted) {
        return sorted.sorting().area().field().equals(Optional.of(Field.CONTROL_AND_OVERSIGHT))
                || (sorted.sorting().area().isSsr()
                        && !BalanceWords.in(BalanceAnalysis.text(sorted.activity()), words.governance())
                                .isEmpty());
    }

    /** Support for control of the institution, given to it or to those who oversee it, and objectives for it. */
    private List<Control> controls(Present institution, List<PresentTie> oversight) {
        Map<ItemId, List<ItemId>> where = new HashMap<>();
        where.put(institution.id(), List.of(institution.id()));
        for (PresentTie tie : oversight) {
            List<ItemId> needs = new ArrayList<>(List.of(institution.id(), tie.from()));
            needs.addAll(tie.ids());
            where.putIfAbsent(tie.from(), needs);
        }
        List<Control> controls = new ArrayList<>();
        Set<String> met = new TreeSet<>();
        where.keySet().stream().sorted().forEach(at -> {
            List<ItemId> needs = where.getOrDefault(at, List.of());
            supporting(at)
                    .filter(this::controls)
                    .map(SortedActivity::activity)
                    .filter(activity -> met.add(activity.identifier()))
                    .forEach(activity -> controls.add(support(activity, needs)));
            objectives.stream()
                    .filter(item -> item.value().institution().equals(Optional.of(at)))
                    .filter(item -> !at.equals(institution.id()) || mayBeOfControl(item.value()))
                    .forEach(item -> controls.add(objective(item, needs, !at.equals(institution.id()))));
        });
        return controls;
    }

    private static Control support(Activity activity, List<ItemId> needs) {
        return new Control(
                Sentence.of("coordination.sequencing.support", activity.title()),
                Optional.ofNullable(activity.start()).map(PartialDate::of),
                Optional.of(activity.identifier()),
                needs);
    }

    private static boolean mayBeOfControl(Objective objective) {
        return objective.characteristic().map(OF_CONTROL::contains).orElse(true);
    }

    /** One of which nobody says what it is about may be for control, and has no beginning that counts. */
    private static Control objective(Item<Objective> item, List<ItemId> needs, boolean isOfOverseer) {
        List<ItemId> all = new ArrayList<>(needs);
        all.add(item.id());
        boolean isTold = isOfOverseer || item.value().characteristic().isPresent();
        return new Control(
                Sentence.of("coordination.sequencing.objective", item.value().title()),
                isTold ? item.value().begins() : Optional.empty(),
                Optional.empty(),
                all);
    }

    private static Optional<Sentence> cannotBeTold(
            Present institution, List<SortedActivity> strengthening, List<Control> controls) {
        if (controls.isEmpty()) {
            return Optional.of(
                    Sentence.of("coordination.sequencing.no-control", institution.name(), strengthening.size()));
        }
        long undated =
                controls.stream().filter(control -> control.begins().isEmpty()).count();
        if (undated > 0) {
            return Optional.of(Sentence.of("coordination.sequencing.undated-control", institution.name(), undated));
        }
        return strengthening.stream().allMatch(sorted -> sorted.activity().start() == null)
                ? Optional.of(Sentence.of("coordination.sequencing.undated", institution.name(), strengthening.size()))
                : Optional.empty();
    }

    private WorkspaceGap conflict(
            Present institution,
            List<SortedActivity> strengthening,
            List<SortedActivity> before,
            Control first,
            PartialDate begins) {
        LocalDate earliest = before.stream()
                .flatMap(sorted -> Stream.ofNullable(sorted.activity().start()))
                .min(Comparator.naturalOrder())
                .orElse(begins.earliest());
        List<Sentence> reasons = new ArrayList<>();
        reasons.add(Sentence.of("coordination.sequencing.first", first.says(), begins));
        Set<String> told = new LinkedHashSet<>();
        before.forEach(sorted -> told.addAll(BalanceWords.in(BalanceAnalysis.text(sorted.activity()), words.means())));
        reasons.add(Sentence.of("coordination.sequencing.words", String.join(", ", told)));
        long undated = strengthening.stream()
                .filter(sorted -> sorted.activity().start() == null)
                .count();
        if (undated > 0) {
            reasons.add(Sentence.of("coordination.sequencing.left-out", undated));
        }
        reasons.add(Sentence.of("coordination.sequencing.ask"));
        reasons.add(Sentence.of("coordination.sequencing.basis"));
        Set<ItemId> needs = new LinkedHashSet<>(first.needs());
        needs.add(institution.id());
        Set<String> rows = new TreeSet<>(Runs.identifiers(before));
        first.activity().ifPresent(rows::add);
        return new WorkspaceGap(
                WorkspaceGapKind.SEQUENCING,
                AnsweredFindings.name(inputs.country(), CODE + "/" + institution.id()),
                edition,
                Sentence.of("coordination.sequencing.says", institution.name(), before.size(), earliest, begins),
                reasons,
                Optional.empty(),
                List.of(institution.id()),
                List.copyOf(needs),
                List.copyOf(rows));
    }
}
