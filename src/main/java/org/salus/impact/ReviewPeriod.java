package org.salus.impact;

import java.time.LocalDate;
import java.util.Optional;
import org.salus.framework.DateSpan;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;

/**
 * The days a review looks at, both included.
 *
 * @param from the first day
 * @param until the last day: not before the first, and at most {@value #LONGEST_YEARS} years later
 */
public record ReviewPeriod(LocalDate from, LocalDate until) {
    private static final int LONGEST_YEARS = 30;

    /**
     * The period that was asked for; where nothing was, the last year that is over. Of a year or month that is named the first day is meant in {@code from}, and the last in
     * {@code until}; where only one is named, the whole of it.
     *
     * @param today the day on which it is asked
     * @throws Failure (wrong use) if one of them is no date, or the period ends before it begins or is longer than anybody reviews
     */
    public static ReviewPeriod of(Optional<String> from, Optional<String> until, LocalDate today) {
        Optional<PartialDate> first = from.filter(text -> !text.isBlank()).map(text -> date(text, "from"));
        Optional<PartialDate> last = until.filter(text -> !text.isBlank()).map(text -> date(text, "until"));
        PartialDate usual = PartialDate.ofYear(today.getYear() - 1);
        LocalDate begin = first.or(() -> last).orElse(usual).earliest();
        LocalDate end = last.or(() -> first).orElse(usual).latest();
        if (end.isBefore(begin)) {
            throw Failure.wrongUse(Sentence.of("impact.review.failure.order", end.toString(), begin.toString()))
                    .at("until");
        }
        if (end.isAfter(begin.plusYears(LONGEST_YEARS))) {
            throw Failure.wrongUse(Sentence.of("impact.review.failure.long", LONGEST_YEARS))
                    .at("until");
        }
        return new ReviewPeriod(begin, end);
    }

    private static PartialDate date(String text, String field) {
        return PartialDate.find(text.strip())
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("impact.review.failure.no-day", text))
                        .at(field));
    }

    /** Whether something of that date lies in it; perhaps, where the date is too coarse to tell. */
    public DateSpan.Holds holds(PartialDate date) {
        if (date.latest().isBefore(from) || date.earliest().isAfter(until)) {
            return DateSpan.Holds.NO;
        }
        return date.earliest().isBefore(from) || date.latest().isAfter(until)
                ? DateSpan.Holds.PERHAPS
                : DateSpan.Holds.YES;
    }

    /** Whether something of that date may lie in it. */
    public boolean mayHold(PartialDate date) {
        return holds(date) != DateSpan.Holds.NO;
    }

    /** Whether something that went on from one date to another may have gone on in it; an end that is not known is open. Nothing is known of what has neither. */
    public boolean mayMeet(Optional<PartialDate> begin, Optional<PartialDate> end) {
        return (begin.isPresent() || end.isPresent())
                && begin.filter(date -> date.earliest().isAfter(until)).isEmpty()
                && end.filter(date -> date.latest().isBefore(from)).isEmpty();
    }

    /** Whether it is made of whole calendar years. */
    boolean isOfWholeYears() {
        return from.getDayOfYear() == 1 && until.plusDays(1).getDayOfYear() == 1;
    }

    /** As it is written: a year, or two days. */
    public String written() {
        return isOfWholeYears() && from.getYear() == until.getYear()
                ? Integer.toString(from.getYear())
                : isOfWholeYears() ? from.getYear() + "–" + until.getYear() : from + " – " + until;
    }
}
