package org.salus.goals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/**
 * Who owes which measurement when. A period ends on a due day; a measurement for all that is dated within the period meets it, also one that says why there
 * is none. Nothing is owed after the target date.
 *
 * @param due the last day of the period it is owed for
 * @param open how many periods up to today nobody has measured, for an indicator that is overdue; 1 otherwise
 * @param remark what stands in the measurement: why it is missing or was returned
 */
public record Owing(Item<Indicator> indicator, LocalDate due, What what, int open, String remark) {
    private static final int SOON_DAYS = 60;

    /** How it stands with a measurement. */
    public enum What {
        OVERDUE,
        /** Within sixty days. */
        DUE,
        RETURNED,
        /** It waits for somebody's word. */
        SUBMITTED,
        /** Somebody has said why there is none. */
        MISSING;

        /** The code in data. */
        public String code() {
            return Term.codeOf(this);
        }

        /** What to call it. */
        public Sentence label() {
            return Sentence.of("goals.owing." + code());
        }
    }

    /**
     * What is owed, the most urgent first, then by day. Pure.
     *
     * @param measurements by their indicators
     */
    public static List<Owing> of(
            List<Item<Indicator>> indicators, Map<ItemId, List<Item<Measurement>>> measurements, LocalDate today) {
        List<Owing> owed = new ArrayList<>();
        for (Item<Indicator> indicator : indicators) {
            owed.addAll(of(indicator, measurements.getOrDefault(indicator.id(), List.of()), today));
        }
        owed.sort(Comparator.comparing(Owing::what).thenComparing(Owing::due));
        return List.copyOf(owed);
    }

    private static List<Owing> of(Item<Indicator> indicator, List<Item<Measurement>> measurements, LocalDate today) {
        List<Owing> owed = new ArrayList<>();
        List<LocalDate> missed = new ArrayList<>();
        for (LocalDate due : dueDays(indicator.value(), today.plusDays(SOON_DAYS))) {
            LocalDate begins = begins(indicator.value(), due);
            List<Measurement> within = measurements.stream()
                    .map(Item::value)
                    .filter(one -> one.group().isEmpty())
                    .filter(one -> !one.on().latest().isBefore(begins)
                            && !one.on().latest().isAfter(due))
                    .sorted(Comparator.comparingInt(Owing::rank))
                    .toList();
            if (within.isEmpty() || within.getFirst().state() == MeasurementState.DRAFT) {
                if (due.isBefore(today)) {
                    missed.add(due);
                } else {
                    owed.add(new Owing(indicator, due, What.DUE, 1, ""));
                }
                continue;
            }
            Measurement best = within.getFirst();
            switch (best.state()) {
                case RETURNED ->
                    owed.add(new Owing(
                            indicator, due, What.RETURNED, 1, best.progress().remark()));
                case SUBMITTED -> owed.add(new Owing(indicator, due, What.SUBMITTED, 1, ""));
                case APPROVED -> {
                    if (best.says().isMissing()) {
                        owed.add(new Owing(
                                indicator, due, What.MISSING, 1, best.says().missing()));
                    }
                }
                case DRAFT -> throw new IllegalStateException();
            }
        }
        if (!missed.isEmpty()) {
            owed.add(new Owing(indicator, missed.getFirst(), What.OVERDUE, missed.size(), ""));
        }
        return owed;
    }

    /** The one that came furthest first. */
    private static int rank(Measurement one) {
        return switch (one.state()) {
            case APPROVED -> one.says().isMissing() ? 1 : 0;
            case SUBMITTED -> 2;
            case RETURNED -> 3;
            case DRAFT -> 4;
        };
    }

    /** The due days up to a day, and no later than the target. */
    static List<LocalDate> dueDays(Indicator indicator, LocalDate until) {
        Optional<LocalDate> first = indicator.measuring().firstDue().map(PartialDate::latest);
        LocalDate target = indicator.target().on().map(PartialDate::latest).orElse(LocalDate.MAX);
        LocalDate last = until.isBefore(target) ? until : target;
        List<LocalDate> days = new ArrayList<>();
        int months = indicator.measuring().frequency().months();
        if (first.isPresent()) {
            LocalDate due = first.get();
            for (int i = 1; !due.isAfter(last); i++) {
                days.add(due);
                if (months == 0) {
                    break;
                }
                due = endKept(first.get(), first.get().plusMonths((long) months * i));
            }
        }
        return days;
    }

    /** The last day of a month stays the last day of a month. */
    private static LocalDate endKept(LocalDate first, LocalDate due) {
        return first.getDayOfMonth() == first.lengthOfMonth() ? due.withDayOfMonth(due.lengthOfMonth()) : due;
    }

    private static LocalDate begins(Indicator indicator, LocalDate due) {
        int months = indicator.measuring().frequency().months();
        LocalDate first = indicator.measuring().firstDue().orElseThrow().latest();
        return months == 0
                ? LocalDate.MIN
                : endKept(first, due.minusMonths(months)).plusDays(1);
    }

    /** The next day a measurement is owed for, from today on. */
    public static Optional<LocalDate> next(Indicator indicator, LocalDate today) {
        int months = Math.max(1, indicator.measuring().frequency().months());
        LocalDate far = indicator
                .measuring()
                .firstDue()
                .map(PartialDate::latest)
                .filter(today::isBefore)
                .orElse(today.plusMonths(months));
        return dueDays(indicator, far).stream()
                .filter(day -> !day.isBefore(today))
                .findFirst();
    }

    /** Since when a newer measurement than this has been owed for longer than a whole period. */
    static Optional<LocalDate> overdueSince(Indicator indicator, PartialDate last, LocalDate today) {
        int months = indicator.measuring().frequency().months();
        if (months == 0) {
            return Optional.empty();
        }
        return dueDays(indicator, today).stream()
                .filter(due -> due.isAfter(last.latest()))
                .findFirst()
                .filter(due -> due.plusMonths(months).isBefore(today));
    }
}
