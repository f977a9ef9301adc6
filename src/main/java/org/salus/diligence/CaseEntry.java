package org.salus.diligence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.salus.framework.Recorded;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.ledger.WorkspaceId;

/**
 * A case with what belongs to it, as one reader sees it on a day.
 *
 * @param workspace where it is kept: the workspace itself, or a private layer of it
 * @param layer the name of the private layer; empty if it is in the workspace itself
 * @param isInConflict whether the case has several versions that nobody has put together yet
 */
public record CaseEntry(
        WorkspaceId workspace,
        Optional<String> layer,
        Item<CaseFile> item,
        List<Item<RiskFact>> facts,
        List<Item<Measure>> measures,
        LocalDate day,
        CaseState state,
        boolean isInConflict) {
    public CaseEntry {
        facts = List.copyOf(facts);
        measures = List.copyOf(measures);
    }

    /** Those cases of a view which a reader asks for. What belongs to cases is gone through once, however many there are. */
    static List<CaseEntry> of(View view, Optional<String> layer, Predicate<CaseFile> asked, LocalDate day) {
        List<Item<CaseFile>> cases = view.list(CaseFile.KIND).stream()
                .filter(item -> asked.test(item.value()))
                .toList();
        if (cases.isEmpty()) {
            return List.of();
        }
        Map<ItemId, List<Item<RiskFact>>> facts = view.list(RiskFact.KIND).stream()
                .collect(Collectors.groupingBy(fact -> fact.value().caseFile()));
        Map<ItemId, List<Item<Measure>>> measures = view.list(Measure.KIND).stream()
                .collect(Collectors.groupingBy(measure -> measure.value().caseFile()));
        return cases.stream()
                .map(item -> new CaseEntry(
                        view.workspace(),
                        layer,
                        item,
                        facts.getOrDefault(item.id(), List.of()),
                        measures.getOrDefault(item.id(), List.of()),
                        day,
                        item.value().course().on(day, Regimes.shipped().leadDays()),
                        view.isInConflict(item.id())))
                .toList();
    }

    public CaseFile file() {
        return item.value();
    }

    public CaseCourse course() {
        return item.value().course();
    }

    /** Whether support may rest on it: nobody knows which of two versions holds. */
    public boolean isValid() {
        return state.isValid() && !isInConflict;
    }

    /** The regimes it is looked at under. */
    public List<Regime> regimes() {
        return Regimes.shipped().of(file().regimes());
    }

    /** Whether each of its regimes applies, as far as answers tell. */
    public List<ScopeReading> scope() {
        return regimes().stream()
                .map(regime -> regime.reading(file().answers()))
                .toList();
    }

    /** The answer to a question about scope. */
    public Optional<ScopeAnswer> answer(String question) {
        return file().answers().stream()
                .filter(answer -> answer.question().equals(question))
                .findFirst();
    }

    /** Topics a regime wants looked into, and nobody did, in a language. */
    public List<Topic> unasked(Regime regime, Locale language) {
        Set<String> known = new HashSet<>();
        facts.stream()
                .map(Item::value)
                .filter(fact -> fact.recorded() != Recorded.NOT_RECORDED)
                .forEach(fact -> known.add(fact.topic()));
        return regime.unasked(known).stream()
                .flatMap(code -> Regimes.shipped(language).topic(code).stream())
                .toList();
    }

    /** The name of who took a step, as long as it may be shown. */
    public Optional<String> person(CaseStep step) {
        return step.named()
                .filter(person -> !day.isAfter(person.until().latest()))
                .map(NamedPerson::name);
    }

    /** Which step can be taken next without being refused for its place in the order; further rules look at what it says. */
    public List<StepKind> next() {
        CaseCourse course = course();
        if (course.isClosed()) {
            return List.of();
        }
        List<StepKind> kinds = new ArrayList<>(List.of(StepKind.IN_SCOPE, StepKind.OUT_OF_SCOPE));
        if (course.isInScope()) {
            kinds.add(StepKind.ASSESSED);
        }
        if (course.isInScope() && course.isAssessed()) {
            kinds.add(StepKind.DECIDED);
        }
        if (course.permission().isPresent()) {
            kinds.addAll(
                    course.isSuspended() ? List.of(StepKind.LIFTED) : List.of(StepKind.REVIEWED, StepKind.SUSPENDED));
        }
        kinds.add(StepKind.CLOSED);
        return List.copyOf(kinds);
    }
}
