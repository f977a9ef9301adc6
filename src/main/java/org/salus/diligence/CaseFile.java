package org.salus.diligence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * A case of due diligence: one unit or office, one support. It usually begins in a private layer, where its recipient is an actor of the workspace the layer belongs to, of
 * which that workspace knows nothing.
 *
 * @param recipient the actor that receives, where it stands in the same workspace
 * @param recipientBeyond in a private layer, the actor of the shared workspace
 * @param recipientName of the unit or office, as written; never a person
 * @param support what is given, where it stands in the same workspace
 * @param supportBeyond in a private layer, what is given in the shared workspace
 * @param supportName what is given, as written
 * @param provider the office that gives it
 * @param regimes codes of those it is looked at under
 * @param answers about scope
 * @param steps in the order they were taken; none is ever taken back
 */
public record CaseFile(
        String title,
        Optional<ItemId> recipient,
        Optional<ItemId> recipientBeyond,
        String recipientName,
        Optional<ItemId> support,
        Optional<ItemId> supportBeyond,
        String supportName,
        String provider,
        List<String> regimes,
        List<ScopeAnswer> answers,
        List<CaseStep> steps,
        String note) {
    /** Whoever may not see the recipient or the support does not see the case. */
    public static final Kind<CaseFile> KIND = Kind.of("diligence-case", CaseFile.class)
            .needing(CaseFile::inPlace)
            .ruledInStep(CaseRules::ofCase)
            .removedBy(CaseRules::ofCaseRemoved);

    public CaseFile {
        regimes = List.copyOf(regimes);
        answers = List.copyOf(answers);
        steps = List.copyOf(steps);
    }

    private Set<ItemId> inPlace() {
        Set<ItemId> needed = new LinkedHashSet<>();
        recipient.ifPresent(needed::add);
        support.ifPresent(needed::add);
        return needed;
    }

    /** The actor that receives, here or in the workspace this one is a layer of. */
    public Optional<ItemId> unit() {
        return recipient.or(() -> recipientBeyond);
    }

    /** What is given, here or in the workspace this one is a layer of. */
    public Optional<ItemId> given() {
        return support.or(() -> supportBeyond);
    }

    public CaseCourse course() {
        return new CaseCourse(steps);
    }

    /** The same after one more step. */
    public CaseFile after(CaseStep step) {
        List<CaseStep> all = new ArrayList<>(steps);
        all.add(step);
        return withSteps(all);
    }

    /** The same with these steps. */
    public CaseFile withSteps(List<CaseStep> all) {
        return new CaseFile(
                title,
                recipient,
                recipientBeyond,
                recipientName,
                support,
                supportBeyond,
                supportName,
                provider,
                regimes,
                answers,
                all,
                note);
    }

    /** The same without the names of those who took its steps; the offices stay. */
    public CaseFile withoutNames() {
        return withSteps(steps.stream().map(CaseStep::withoutName).toList());
    }

    /** The same under these regimes, with these answers about scope. */
    public CaseFile asked(List<String> under, List<ScopeAnswer> said) {
        return new CaseFile(
                title,
                recipient,
                recipientBeyond,
                recipientName,
                support,
                supportBeyond,
                supportName,
                provider,
                under,
                said,
                steps,
                note);
    }
}
