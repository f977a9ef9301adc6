package org.salus.diligence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.Recorded;
import org.salus.framework.Sentence;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;

/**
 * What may be said of a case, its facts and its measures. The ledger asks these rules on the state in force, whichever door an edit comes through; they look at nothing but what
 * the author sees.
 */
final class CaseRules {
    static final int LONGEST_LINE = 500;
    static final int LONGEST_TEXT = 20_000;
    private static final int MOST_STEPS = 500;

    private CaseRules() {}

    // --- cases ---

    static List<Sentence> ofCase(Item<CaseFile> edited, View view, Kind.Step step) {
        CaseFile after = edited.value();
        Optional<Item<CaseFile>> before = view.find(CaseFile.KIND, edited.id());
        List<Sentence> refusals = new ArrayList<>(alone(after));
        refusals.addAll(meantForFew(edited, before, view, step));
        if (!(edited.sensitivity() instanceof Sensitivity.Named)
                && after.steps().stream().anyMatch(one -> one.named().isPresent())) {
            refusals.add(CaseRule.NAMES_FOR_NAMED_READERS.reason());
        }
        CaseVersions versions = CaseVersions.of(edited.id(), view);
        if (!versions.isContinuedBy(after.steps())) {
            refusals.add(Sentence.of("diligence.refusal.steps-stand"));
            return refusals;
        }
        // Where several versions are put together, what one of them rests on may stay.
        if (versions.all().stream().noneMatch(known -> standing(known, after).isEmpty())) {
            versions.all().stream().findFirst().ifPresent(known -> refusals.addAll(standing(known, after)));
        }
        refusals.addAll(againstSteps(edited, versions, view, step));
        return List.copyOf(new LinkedHashSet<>(refusals));
    }

    private static List<Sentence> alone(CaseFile file) {
        List<Sentence> refusals = new ArrayList<>();
        if (file.title().isBlank() || file.title().length() > LONGEST_LINE) {
            refusals.add(Sentence.of("diligence.refusal.title", LONGEST_LINE));
        }
        if (file.unit().isEmpty() && file.recipientName().isBlank()) {
            refusals.add(Sentence.of("diligence.refusal.no-recipient"));
        }
        if (file.given().isEmpty() && file.supportName().isBlank()) {
            refusals.add(Sentence.of("diligence.refusal.no-support"));
        }
        if (file.recipientName().length() > LONGEST_LINE
                || file.supportName().length() > LONGEST_LINE
                || file.provider().length() > LONGEST_LINE
                || file.note().length() > LONGEST_TEXT
                || file.answers().stream().anyMatch(answer -> answer.note().length() > LONGEST_TEXT)
                || file.steps().stream().anyMatch(CaseRules::isTooLong)) {
            refusals.add(Sentence.of("diligence.refusal.long", LONGEST_LINE, LONGEST_TEXT));
        }
        if (file.steps().size() > MOST_STEPS) {
            refusals.add(Sentence.of("diligence.refusal.many-steps", MOST_STEPS));
        }
        Regimes regimes = Regimes.shipped();
        file.regimes().stream()
                .filter(code -> regimes.find(code).isEmpty())
                .findFirst()
                .ifPresent(code -> refusals.add(Sentence.of("diligence.refusal.regime", code)));
        Set<String> answered = new HashSet<>();
        for (ScopeAnswer answer : file.answers()) {
            if (regimes.question(answer.question()).isEmpty() || !answered.add(answer.question())) {
                refusals.add(Sentence.of("diligence.refusal.question", answer.question()));
            }
        }
        return refusals;
    }

    private static boolean isTooLong(CaseStep step) {
        return step.office().length() > LONGEST_LINE
                || step.document().length() > LONGEST_TEXT
                || step.because().length() > LONGEST_TEXT
                || step.named()
                        .filter(person -> person.name().length() > LONGEST_LINE)
                        .isPresent();
    }

    /** A case is for those it is meant for. For all members it is only where somebody says why; in a private layer all members are those it is meant for. */
    private static List<Sentence> meantForFew(
            Item<CaseFile> edited, Optional<Item<CaseFile>> before, View view, Kind.Step step) {
        if (before.filter(known -> known.sensitivity().equals(edited.sensitivity()))
                .isPresent()) {
            return List.of();
        }
        return switch (edited.sensitivity()) {
            case Sensitivity.Public everybody -> List.of(Sentence.of("diligence.refusal.public"));
            case Sensitivity.Members members ->
                view.charter().layerOf().isPresent() || !step.reason().text().isBlank()
                        ? List.of()
                        : List.of(Sentence.of("diligence.refusal.members"));
            case Sensitivity.Organisation organisation -> List.of();
            case Sensitivity.Named named -> List.of();
        };
    }

    /** What a decision rests on stays as it is. */
    private static List<Sentence> standing(CaseFile before, CaseFile after) {
        List<Sentence> refusals = new ArrayList<>();
        CaseCourse course = before.course();
        if (course.isDecided()
                && !(before.unit().equals(after.unit())
                        && before.recipientName().equals(after.recipientName())
                        && before.given().equals(after.given())
                        && before.supportName().equals(after.supportName())
                        && before.provider().equals(after.provider()))) {
            refusals.add(Sentence.of("diligence.refusal.recipient-stands"));
        }
        if ((course.isClosed() || course.restsOnScope())
                && !(before.regimes().equals(after.regimes())
                        && before.answers().equals(after.answers()))) {
            refusals.add(Sentence.of("diligence.refusal.answers-stand"));
        }
        return refusals;
    }

    /** Rules look at steps that are new. What was taken was judged then, and copies may bring it in any order. */
    private static List<Sentence> againstSteps(
            Item<CaseFile> edited, CaseVersions versions, View view, Kind.Step step) {
        List<CaseStep> steps = edited.value().steps();
        List<Integer> fresh = versions.fresh(steps);
        if (fresh.isEmpty()) {
            return List.of();
        }
        List<Sentence> refusals = new ArrayList<>();
        List<RiskFact> facts = values(RiskFact.KIND, view, step).stream()
                .filter(fact -> fact.caseFile().equals(edited.id()))
                .toList();
        List<Measure> measures = values(Measure.KIND, view, step).stream()
                .filter(measure -> measure.caseFile().equals(edited.id()))
                .toList();
        for (int at : fresh) {
            CaseRule.allAgainst(new Moment(
                            edited.value(),
                            new CaseCourse(steps.subList(0, at)),
                            steps.get(at),
                            edited.sensitivity() instanceof Sensitivity.Named,
                            view.standing().mayActAs(Role.EDITOR),
                            facts,
                            measures,
                            Regimes.shipped()))
                    .forEach(refusals::add);
        }
        return refusals;
    }

    /** The items of a kind as they would be after the step. */
    private static <T extends Record> List<T> values(Kind<T> kind, View view, Kind.Step step) {
        Map<ItemId, T> all = new LinkedHashMap<>();
        view.list(kind).forEach(item -> all.put(item.id(), item.value()));
        for (Edit edit : step.edits()) {
            switch (edit) {
                case Edit.Put put
                when kind.type().isInstance(put.item().value()) ->
                    all.put(put.item().id(), kind.type().cast(put.item().value()));
                case Edit.Remove remove -> all.remove(remove.item().id());
                default -> {}
            }
        }
        return List.copyOf(all.values());
    }

    /** What was decided stays on record. A case that only was begun may go. */
    static List<Sentence> ofCaseRemoved(Item<CaseFile> item, View view) {
        return CaseVersions.of(item.id(), view).isDecided()
                ? List.of(Sentence.of("diligence.refusal.decided-stays"))
                : List.of();
    }

    // --- what belongs to a case ---

    private static Optional<CaseCourse> course(ItemId id, View view) {
        return view.find(CaseFile.KIND, id).map(item -> item.value().course());
    }

    private static List<Sentence> open(ItemId id, View view) {
        return course(id, view).filter(CaseCourse::isClosed).isPresent()
                ? List.of(CaseRule.STOPS_AT_THE_END.reason())
                : List.of();
    }

    private static List<Sentence> sameCase(Optional<ItemId> before, ItemId after) {
        return before.filter(known -> !known.equals(after)).isPresent()
                ? List.of(Sentence.of("diligence.refusal.other-case"))
                : List.of();
    }

    static List<Sentence> ofFact(Item<RiskFact> edited, View view) {
        RiskFact fact = edited.value();
        List<Sentence> refusals = new ArrayList<>(open(fact.caseFile(), view));
        refusals.addAll(sameCase(
                view.find(RiskFact.KIND, edited.id()).map(item -> item.value().caseFile()), fact.caseFile()));
        if (Regimes.shipped().topic(fact.topic()).isEmpty()) {
            refusals.add(Sentence.of("diligence.refusal.topic", fact.topic()));
        }
        if (fact.text().isBlank()
                || fact.text().length() > LONGEST_TEXT
                || fact.source().length() > LONGEST_TEXT) {
            refusals.add(Sentence.of("diligence.refusal.fact-text", LONGEST_TEXT));
        }
        if (fact.recorded() == Recorded.NOT_RECORDED) {
            refusals.add(Sentence.of("diligence.refusal.not-recorded"));
        }
        if (fact.recorded() == Recorded.RECORDED_AS_ABSENT
                && fact.source().isBlank()
                && edited.citations().isEmpty()) {
            refusals.add(Sentence.of("diligence.refusal.absent-source"));
        }
        if (edited.sensitivity() instanceof Sensitivity.Public) {
            refusals.add(Sentence.of("diligence.refusal.public"));
        }
        return refusals;
    }

    /** What an assessment rested on stays, and is corrected rather than taken away. */
    static List<Sentence> ofFactRemoved(Item<RiskFact> item, View view) {
        return course(item.value().caseFile(), view)
                        .filter(course -> course.assessment().isPresent())
                        .isPresent()
                ? List.of(Sentence.of("diligence.refusal.fact-stays"))
                : List.of();
    }

    static List<Sentence> ofMeasure(Item<Measure> edited, View view) {
        Measure measure = edited.value();
        List<Sentence> refusals = new ArrayList<>(open(measure.caseFile(), view));
        refusals.addAll(sameCase(
                view.find(Measure.KIND, edited.id()).map(item -> item.value().caseFile()), measure.caseFile()));
        if (measure.text().isBlank()
                || measure.text().length() > LONGEST_TEXT
                || measure.evidence().length() > LONGEST_TEXT) {
            refusals.add(Sentence.of("diligence.refusal.measure-text", LONGEST_TEXT));
        }
        boolean isRelied =
                course(measure.caseFile(), view).filter(CaseCourse::isDecided).isPresent();
        if (measure.owner().length() > LONGEST_LINE
                || (isRelied && (measure.owner().isBlank() || measure.due().isEmpty()))) {
            refusals.add(Sentence.of("diligence.refusal.measure-owner", LONGEST_LINE));
        }
        if (edited.sensitivity() instanceof Sensitivity.Public) {
            refusals.add(Sentence.of("diligence.refusal.public"));
        }
        return refusals;
    }

    /** What a decision rested on stays. */
    static List<Sentence> ofMeasureRemoved(Item<Measure> item, View view) {
        return course(item.value().caseFile(), view)
                        .filter(CaseCourse::isDecided)
                        .isPresent()
                ? List.of(Sentence.of("diligence.refusal.measure-stays"))
                : List.of();
    }
}
