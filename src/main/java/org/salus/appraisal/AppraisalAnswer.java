package org.salus.appraisal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.salus.framework.Appraisal;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.ledger.Digest;
import org.salus.ledger.Item;
import org.salus.ledger.View;

/**
 * Checks answered for one reader on a day. There is no sum of all: what is considered in one place does not make up for another.
 *
 * @param view of the workspace that is appraised; asked in a private layer, of the shared one if the reader may open it
 * @param snapshot of open data it was computed with
 * @param isReview whether it is a donor's review of itself
 * @param layers the reader's private layers that it looked into
 */
public record AppraisalAnswer(
        View view,
        List<View> layers,
        LocalDate day,
        String snapshot,
        String edition,
        boolean isReview,
        List<CheckResult> results) {
    public AppraisalAnswer {
        layers = List.copyOf(layers);
        results = List.copyOf(results);
    }

    /**
     * One that was kept.
     *
     * @param where it is kept: in the workspace, or in a private layer of it
     */
    public record Kept(Item<KeptAppraisal> item, View where) {}

    /** The considerations or recommendations it is about. */
    public List<Term> groups() {
        return Checks.groups().stream()
                .filter(group -> results.stream()
                        .anyMatch(result -> result.check().group().equals(group.code())))
                .toList();
    }

    /** The answers of one consideration or recommendation. */
    public List<CheckResult> results(Term group) {
        return results.stream()
                .filter(result -> result.check().group().equals(group.code()))
                .toList();
    }

    /** How many checks of a group have which answer; every answer is there. */
    public Map<Appraisal, Integer> counts(Term group) {
        Map<Appraisal, Integer> counts = new EnumMap<>(Appraisal.class);
        for (Appraisal answer : Appraisal.values()) {
            counts.put(answer, (int) results(group).stream()
                    .filter(result -> result.answer() == answer)
                    .count());
        }
        return counts;
    }

    /** The same in a sentence. */
    public Sentence says(Term group) {
        Map<Appraisal, Integer> counts = counts(group);
        return Sentence.of(
                "appraisal.group",
                results(group).size(),
                counts.getOrDefault(Appraisal.CONSIDERED, 0),
                counts.getOrDefault(Appraisal.PARTLY, 0),
                counts.getOrDefault(Appraisal.NOT_YET, 0),
                counts.getOrDefault(Appraisal.NOT_ENOUGH_INFORMATION, 0));
    }

    /** Whether something that was asked for is not yet considered. */
    public boolean isSomethingNotYet() {
        return results.stream().anyMatch(result -> result.answer() == Appraisal.NOT_YET);
    }

    /**
     * The answer to one check.
     *
     * @throws Failure (not found) if it is not among these
     */
    public CheckResult get(String id) {
        Check check = Checks.shipped().get(id);
        return results.stream()
                .filter(result -> result.check().equals(check))
                .findFirst()
                .orElseThrow(() -> Failure.notFound(Sentence.of("appraisal.failure.no-check", id)));
    }

    /** The same of one check alone. */
    public AppraisalAnswer only(String id) {
        return new AppraisalAnswer(view, layers, day, snapshot, edition, isReview, List.of(get(id)));
    }

    /** It as it is kept: without what is for readers of something only. */
    public KeptAppraisal kept(String note) {
        return new KeptAppraisal(
                PartialDate.of(day.toString()),
                edition,
                view.heads().stream().map(Digest::toString).toList(),
                results.stream()
                        .filter(result -> !result.check().isUntold())
                        .map(result -> new KeptAppraisal.KeptAnswer(
                                result.check().id(), result.check().edition(), result.answer()))
                        .toList(),
                note);
    }

    /** Those of its kind that were kept and the reader may see, the newest first. */
    public List<Kept> history() {
        return Stream.concat(Stream.of(view), layers.stream())
                .flatMap(where -> where.list(KeptAppraisal.KIND).stream().map(item -> new Kept(item, where)))
                .filter(kept -> kept.item().value().isReview() == isReview)
                .sorted(Comparator.comparing(
                                (Kept kept) -> kept.item().value().on().latest())
                        .thenComparing(kept -> kept.item().id())
                        .reversed())
                .toList();
    }
}
