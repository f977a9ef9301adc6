package org.salus.appraisal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.Appraisal;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.ledger.Kind;

/**
 * The answers of one appraisal as whoever kept it saw them, so that later ones can be compared with it. Its reasons are not kept: they can be computed again from the entries.
 *
 * @param on the day
 * @param edition of the set of checks
 * @param entries of the ledger it was computed on, as their ids
 * @param answers one for each check that was kept
 */
public record KeptAppraisal(
        PartialDate on, String edition, List<String> entries, List<KeptAnswer> answers, String note) {
    public static final Kind<KeptAppraisal> KIND = Kind.of("kept-appraisal", KeptAppraisal.class)
            .ruledBy((edited, view) -> edited.value().refusals());

    private static final int MOST_ANSWERS = 500;
    private static final int LONGEST_NOTE = 5_000;

    /** What one check answered. */
    public record KeptAnswer(String check, String edition, Appraisal answer) {}

    /**
     * What is different for one check.
     *
     * @param before empty where it was not answered then
     * @param after empty where it is not asked any more
     * @param isOtherEdition whether the check itself was changed in between
     */
    public record Change(String check, Optional<Appraisal> before, Optional<Appraisal> after, boolean isOtherEdition) {}

    public KeptAppraisal {
        entries = List.copyOf(entries);
        answers = List.copyOf(answers);
    }

    /** Whether it is one of a donor's review of itself. */
    public boolean isReview() {
        return answers.stream().allMatch(answer -> answer.check().startsWith("R"));
    }

    /** What a later one answers differently, check by check. */
    public List<Change> until(KeptAppraisal later) {
        Map<String, KeptAnswer> then = byCheck();
        Map<String, KeptAnswer> now = later.byCheck();
        List<Change> changes = new ArrayList<>();
        now.forEach((check, answer) -> {
            Optional<KeptAnswer> before = Optional.ofNullable(then.get(check));
            if (before.filter(known -> known.answer() == answer.answer()).isEmpty()) {
                changes.add(new Change(
                        check,
                        before.map(KeptAnswer::answer),
                        Optional.of(answer.answer()),
                        before.filter(known -> !known.edition().equals(answer.edition()))
                                .isPresent()));
            }
        });
        then.forEach((check, answer) -> {
            if (!now.containsKey(check)) {
                changes.add(new Change(check, Optional.of(answer.answer()), Optional.empty(), false));
            }
        });
        return List.copyOf(changes);
    }

    private Map<String, KeptAnswer> byCheck() {
        Map<String, KeptAnswer> found = new LinkedHashMap<>();
        answers.forEach(answer -> found.put(answer.check(), answer));
        return found;
    }

    private List<Sentence> refusals() {
        List<Sentence> refusals = new ArrayList<>();
        if (answers.isEmpty() || answers.size() > MOST_ANSWERS) {
            refusals.add(Sentence.of("appraisal.refusal.kept", MOST_ANSWERS));
        }
        if (note.length() > LONGEST_NOTE) {
            refusals.add(Sentence.of("appraisal.refusal.long", LONGEST_NOTE));
        }
        return refusals;
    }
}
