package org.salus.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.goals.Goal;
import org.salus.goals.Indicator;
import org.salus.goals.Objective;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.View;

/**
 * A question whether something worked, the table it is asked of, how it is asked, and what it came to.
 *
 * @param asks the question
 * @param alike why those it is compared with would have run alike, in the words of whoever asks
 * @param somethingElse whether something else that moves the outcome changed at the same time where it was done, and nowhere else
 * @param reachesControls whether the others were touched by it, too
 * @param about the goals, objectives and indicators it speaks of
 * @param result what it came to when it was asked last and kept
 */
public record ImpactStudy(
        String title,
        String asks,
        String alike,
        boolean somethingElse,
        boolean reachesControls,
        ItemId table,
        StudySettings settings,
        List<ItemId> about,
        Optional<KeptResult> result,
        String note) {
    /** Whoever may not see the table does not see the study. */
    public static final Kind<ImpactStudy> KIND = Kind.of("impact-study", ImpactStudy.class)
            .needing(study -> Set.of(study.table()))
            .ruledInStep(ImpactStudy::refusals);

    /** Names of the kinds a study can be about. */
    static final Set<String> SUBJECTS = Set.of(Goal.KIND.name(), Objective.KIND.name(), Indicator.KIND.name());

    public ImpactStudy {
        about = List.copyOf(about);
    }

    private static List<Sentence> refusals(Item<ImpactStudy> edited, View view, Kind.Step step) {
        List<Sentence> refusals = new ArrayList<>();
        ImpactStudy study = edited.value();
        if (study.title().isBlank()) {
            refusals.add(Sentence.of("impact.refusal.no-title"));
        }
        // A study begins in one step with its table.
        boolean isBrought = step.edits().stream()
                .anyMatch(edit -> edit instanceof Edit.Put put
                        && put.item().id().equals(study.table())
                        && put.item().kind().equals(StudyTable.KIND));
        if (!isBrought && view.find(StudyTable.KIND, study.table()).isEmpty()) {
            refusals.add(Sentence.of("impact.refusal.no-table"));
        }
        // What it spoke of before may be hidden from whoever changes something else of it.
        List<ItemId> before =
                view.find(KIND, edited.id()).map(known -> known.value().about()).orElse(List.of());
        boolean isUnknown = study.about().stream()
                .filter(id -> !before.contains(id))
                .anyMatch(id -> view.find(id)
                        .filter(item -> SUBJECTS.contains(item.kind().name()))
                        .isEmpty());
        if (isUnknown) {
            refusals.add(Sentence.of("impact.refusal.about"));
        }
        return refusals;
    }

    /** The same asked so, as long as nobody has kept what it comes to. */
    ImpactStudy asking(StudySettings other) {
        return new ImpactStudy(title, asks, alike, somethingElse, reachesControls, table, other, about, result, note);
    }

    /** The same with what it came to; with nothing kept where that is empty. */
    ImpactStudy keeping(Optional<KeptResult> found) {
        return new ImpactStudy(title, asks, alike, somethingElse, reachesControls, table, settings, about, found, note);
    }

    /**
     * What an answer to it comes to. What its authors know of the case weighs more than any figure: where two causes came together, or those it is compared with were touched, too, nothing
     * is told however clear the figures are.
     */
    public ImpactAnswer.Verdict verdict(ImpactAnswer answer) {
        if (somethingElse) {
            return Impact.verdict(VerdictKind.CANNOT_BE_TOLD, "impact.verdict.something-else");
        }
        return reachesControls && settings.method().comparesUnits()
                ? Impact.verdict(VerdictKind.CANNOT_BE_TOLD, "impact.verdict.reaches-controls")
                : answer.verdict();
    }

    /** What the case allows, by how many units and times the answer rests on. */
    MethodGuide.Guidance guidance(ImpactAnswer answer) {
        ImpactAnswer.Data data = answer.data();
        boolean areCounts = answer.series().stream()
                .allMatch(point -> point.observed() >= 0 && point.observed() == Math.rint(point.observed()));
        return MethodGuide.of(new MethodGuide.Situation(
                data.treated().size(),
                data.controls(),
                data.before(),
                data.after(),
                areCounts,
                answer.choices().stream().noneMatch(choice -> choice.key().equals("impact.choice.group-time")),
                somethingElse,
                reachesControls));
    }

    /** Its result on a day. */
    KeptResult result(ImpactAnswer answer, StudyTable rows, PartialDate day) {
        return KeptResult.of(day, answer, verdict(answer).kind(), rows, settings);
    }
}
