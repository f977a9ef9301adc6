package org.salus.appraisal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.Appraisal;
import org.salus.framework.Sentence;
import org.salus.ledger.View;
import org.salus.workspace.Answer;

/** Answers checks from what is recorded. Pure: the same inquiry gives the same answers. No answers are added up to one. */
final class AppraisalAnalysis {
    /** Every computation by the name that files of checks give it. */
    static final Map<String, Computation> COMPUTATIONS = all();

    private AppraisalAnalysis() {}

    private static Map<String, Computation> all() {
        Map<String, Computation> all = new HashMap<>();
        List.of(
                        ContextChecks.ALL,
                        OwnershipChecks.ALL,
                        CoherenceChecks.ALL,
                        PoliticsChecks.ALL,
                        ScaleChecks.ALL,
                        ImpactChecks.ALL,
                        StandardsChecks.ALL,
                        ReviewChecks.ALL)
                .forEach(all::putAll);
        return Map.copyOf(all);
    }

    /**
     * The answers to checks.
     *
     * @param layers the reader's private layers of the workspace
     */
    static List<CheckResult> of(List<Check> checks, AppraisalInquiry inquiry, List<View> layers) {
        return checks.stream().map(check -> of(check, inquiry, layers)).toList();
    }

    private static CheckResult of(Check check, AppraisalInquiry inquiry, List<View> layers) {
        List<View> where = new ArrayList<>(layers);
        // What all plan together is answered together first, what is a donor's own by the donor.
        where.add(check.isReview() ? where.size() : 0, inquiry.view());
        List<CheckResult.Said> said = check.isAsked() ? said(check, where) : List.of();
        return check.computed()
                .map(computation -> found(computation, inquiry))
                .filter(found -> !check.isAsked() || found.answer() != Appraisal.NOT_ENOUGH_INFORMATION)
                .map(found -> computed(check, found, said, where))
                .orElseGet(() -> asked(check, said));
    }

    private static Found found(String computation, AppraisalInquiry inquiry) {
        return Optional.ofNullable(COMPUTATIONS.get(computation))
                .orElseThrow(() -> new IllegalStateException(computation))
                .of(inquiry);
    }

    private static CheckResult computed(Check check, Found found, List<CheckResult.Said> said, List<View> where) {
        return new CheckResult(
                check,
                true,
                found.answer(),
                found.reason(),
                found.looked(),
                found.missing(),
                said,
                where.stream()
                        .flatMap(view -> view.list(Answer.KIND).stream()
                                .filter(answer -> answer.value().finding().equals(check.finding()))
                                .map(answer -> new CheckResult.Replied(answer, view)))
                        .toList());
    }

    private static List<CheckResult.Said> said(Check check, List<View> where) {
        return where.stream()
                .flatMap(view -> view.find(CheckAnswer.KIND, CheckAnswer.id(check.id())).stream()
                        .map(item -> new CheckResult.Said(item, view)))
                .toList();
    }

    private static CheckResult asked(Check check, List<CheckResult.Said> said) {
        return said.isEmpty()
                ? new CheckResult(
                        check,
                        false,
                        Appraisal.NOT_ENOUGH_INFORMATION,
                        Sentence.of("appraisal.reason.not-answered"),
                        List.of(),
                        List.of(Sentence.of("appraisal.missing.answer")),
                        said,
                        List.of())
                : new CheckResult(
                        check,
                        false,
                        said.getFirst().item().value().answer(),
                        Sentence.of(
                                "appraisal.reason.said",
                                said.getFirst().item().value().because()),
                        said.stream()
                                .filter(one -> one.layer().isEmpty())
                                .<Looked>map(
                                        one -> new Looked.Element(one.item().id(), true))
                                .toList(),
                        List.of(),
                        said,
                        List.of());
    }
}
