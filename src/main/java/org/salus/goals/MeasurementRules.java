package org.salus.goals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;
import org.salus.ledger.Item;
import org.salus.ledger.Kind;
import org.salus.ledger.Member;
import org.salus.ledger.Role;
import org.salus.ledger.View;

/** What may be said in a measurement, and who may take which step with it. The ledger asks these rules whichever door an edit comes through. */
final class MeasurementRules {
    private static final int LONGEST_GROUP = 200;
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2200;

    private MeasurementRules() {}

    static List<Sentence> ofPut(Item<Measurement> edited, View view, Kind.Step step) {
        Measurement said = edited.value();
        List<Sentence> refusals = new ArrayList<>(said.says().refusals());
        if (!edited.id().equals(said.id())) {
            refusals.add(Sentence.of("goals.refusal.other-place"));
        }
        if (said.since().isPresent() && said.on().isSurelyBefore(said.since().get())) {
            refusals.add(Sentence.of("goals.refusal.period"));
        }
        refusals.addAll(outOfTime(Stream.concat(said.since().stream(), Stream.of(said.on()))));
        if (said.group().length() > LONGEST_GROUP) {
            refusals.add(Sentence.of("goals.refusal.long-group", LONGEST_GROUP));
        }
        refusals.addAll(Texts.tooLong(
                said.says().missing(),
                said.source(),
                said.method(),
                said.note(),
                said.progress().remark()));
        Optional<Measurement> before = view.find(Measurement.KIND, edited.id()).map(Item::value);
        before.filter(known -> isWrittenOver(known, said))
                .ifPresent(known -> refusals.add(Sentence.of("goals.refusal.taken")));
        if (said.taken()
                .filter(from -> !from.series().isWhole() || from.snapshot().isBlank())
                .isPresent()) {
            refusals.add(Sentence.of("goals.refusal.taken-from-nothing"));
        }
        view.find(Indicator.KIND, said.indicator())
                .ifPresent(indicator -> refusals.addAll(fit(said, indicator.value())));
        // Whoever takes back what they did gives others back what they had said.
        if (!step.restored().contains(edited.id())) {
            refusals.addAll(steps(before, said, view));
        }
        return refusals;
    }

    /** What is said against dates that nothing is measured or planned for. */
    static List<Sentence> outOfTime(Stream<PartialDate> dates) {
        return dates.filter(date -> date.year() < FIRST_YEAR || date.year() > LAST_YEAR)
                .map(date ->
                        Sentence.of("goals.refusal.year", date, String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR)))
                .toList();
    }

    /** What is said against measuring at a time that has not begun. The ledger knows no day, so whoever takes a measurement in asks. */
    static Optional<Sentence> notYet(PartialDate on, LocalDate today) {
        return isAhead(on, today)
                ? Optional.of(Sentence.of("goals.refusal.not-yet", on, PartialDate.of(today)))
                : Optional.empty();
    }

    /** Whether a time has not begun. */
    static boolean isAhead(PartialDate on, LocalDate today) {
        return on.earliest().isAfter(today);
    }

    /** What a series says changes with the series: another value of the same snapshot would be somebody's own, in the series' name. */
    private static boolean isWrittenOver(Measurement before, Measurement after) {
        return before.isTaken()
                && before.taken().equals(after.taken())
                && !(before.says().equals(after.says())
                        && before.source().equals(after.source())
                        && before.method().equals(after.method()));
    }

    private static List<Sentence> fit(Measurement said, Indicator indicator) {
        List<Sentence> refusals = new ArrayList<>();
        if (!indicator.chain().equals(said.chain())) {
            refusals.add(Sentence.of("goals.refusal.other-chain"));
        }
        int levels = indicator.measuring().levels().size();
        if (said.says().level().filter(level -> !isLevel(level, levels)).isPresent()) {
            refusals.add(Sentence.of("goals.refusal.no-level", levels));
        }
        if (levels > 0 && said.says().level().isEmpty() && !said.says().isMissing()) {
            refusals.add(Sentence.of("goals.refusal.level-wanted", levels));
        }
        return refusals;
    }

    private static boolean isLevel(BigDecimal level, int levels) {
        return Finding.isWritable(level)
                && level.stripTrailingZeros().scale() <= 0
                && level.signum() >= 0
                && level.compareTo(BigDecimal.valueOf(levels)) < 0;
    }

    private static List<Sentence> steps(Optional<Measurement> before, Measurement after, View view) {
        if (before.isPresent() && before.get().equals(after)) {
            return List.of();
        }
        AccountId author = view.standing().account();
        MeasurementState now = after.state();
        Optional<MeasurementState> then = before.map(Measurement::state);
        boolean isChanged = before.isEmpty() || !before.get().saysTheSameAs(after);
        Progress progress = after.progress();
        List<Sentence> refusals = new ArrayList<>();
        if (then.filter(MeasurementState.APPROVED::equals).isPresent()) {
            if (now == MeasurementState.APPROVED || now == MeasurementState.RETURNED) {
                return List.of(Sentence.of("goals.refusal.approved"));
            }
            if (progress.remark().isBlank()) {
                return List.of(Sentence.of("goals.refusal.reopen-why"));
            }
        }
        switch (now) {
            case DRAFT -> {
                if (progress.submittedBy().isPresent() || progress.decidedBy().isPresent()) {
                    refusals.add(Sentence.of("goals.refusal.others-word"));
                }
            }
            case SUBMITTED -> {
                if (!progress.submittedBy().equals(Optional.of(author))
                        || progress.decidedBy().isPresent()) {
                    refusals.add(Sentence.of("goals.refusal.others-word"));
                }
            }
            case APPROVED, RETURNED -> refusals.addAll(decided(before, after, isChanged, author, view));
        }
        return refusals;
    }

    private static List<Sentence> decided(
            Optional<Measurement> before, Measurement after, boolean isChanged, AccountId author, View view) {
        Progress progress = after.progress();
        boolean isStep = before.filter(known -> known.state() == after.state()).isEmpty();
        if (!isStep) {
            // What came back is written anew; whose word sent it back stays.
            return before.get().progress().equals(progress)
                    ? List.of()
                    : List.of(Sentence.of("goals.refusal.others-word"));
        }
        boolean isAlone = isAlone(view);
        boolean isFromSubmitted = before.filter(known -> known.state() == MeasurementState.SUBMITTED)
                .isPresent();
        if (!progress.decidedBy().equals(Optional.of(author))) {
            return List.of(Sentence.of("goals.refusal.others-word"));
        }
        if (after.state() == MeasurementState.RETURNED) {
            if (!isFromSubmitted && !isAlone) {
                return List.of(Sentence.of("goals.refusal.not-submitted"));
            }
            if (progress.remark().isBlank()) {
                return List.of(Sentence.of("goals.refusal.return-why"));
            }
        }
        if (isAlone) {
            return List.of();
        }
        if (!isFromSubmitted) {
            return List.of(Sentence.of("goals.refusal.not-submitted"));
        }
        if (isChanged || !before.get().progress().submittedBy().equals(progress.submittedBy())) {
            return List.of(Sentence.of("goals.refusal.decided-other"));
        }
        return after.state() == MeasurementState.APPROVED
                        && progress.submittedBy().equals(Optional.of(author))
                ? List.of(Sentence.of("goals.refusal.own-approval"))
                : List.of();
    }

    /** Whether nobody else here could approve anything. */
    static boolean isAlone(View view) {
        return view.list(Member.KIND).stream()
                .filter(member -> member.value().role().isAtLeast(Role.CONTRIBUTOR))
                .allMatch(member ->
                        member.id().value().equals(view.standing().account().value()));
    }

    static List<Sentence> ofRemoval(Item<Measurement> item, View view) {
        return item.value().state() == MeasurementState.APPROVED
                ? List.of(Sentence.of("goals.refusal.approved"))
                : List.of();
    }
}
