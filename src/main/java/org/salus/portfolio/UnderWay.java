package org.salus.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Activity;
import org.salus.framework.Sentence;

/**
 * The months in which an activity is under way: from its actual begin, else its planned one, to its actual end, else its planned one, both included, and none after
 * the day of the data. Where that cannot be told it says why.
 *
 * @param first month, counted from the year 0; meaningless where it cannot be told
 * @param last month
 */
public record UnderWay(int first, int last, Optional<Unknown> unknown) {
    private static final int MONTHS = 12;
    private static final String PIPELINE = "1";
    private static final String CANCELLED = "5";

    /** Why it cannot be told. */
    public enum Unknown {
        NO_BEGIN,
        NO_END,
        ENDS_BEFORE_IT_BEGINS,
        /** It is planned or cancelled, and nothing says that it ever began; or it begins after the day of the data. */
        NOT_BEGUN;

        /** Word in files. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public Sentence label() {
            return Sentence.of("portfolio.under-way." + code());
        }
    }

    /**
     * That of an activity.
     *
     * @param asOf the day of the data; what is planned for later has not been
     */
    static UnderWay of(Activity activity, Optional<LocalDate> asOf) {
        boolean isOnlyPlanned = activity.actualStart() == null
                && (PIPELINE.equals(activity.status()) || CANCELLED.equals(activity.status()));
        LocalDate begin = activity.start();
        LocalDate end = activity.end();
        if (isOnlyPlanned) {
            return unknown(Unknown.NOT_BEGUN);
        }
        if (begin == null) {
            return unknown(Unknown.NO_BEGIN);
        }
        if (end == null) {
            return unknown(Unknown.NO_END);
        }
        if (end.isBefore(begin)) {
            return unknown(Unknown.ENDS_BEFORE_IT_BEGINS);
        }
        if (asOf.filter(begin::isAfter).isPresent()) {
            return unknown(Unknown.NOT_BEGUN);
        }
        return new UnderWay(month(begin), month(asOf.filter(end::isAfter).orElse(end)), Optional.empty());
    }

    private static UnderWay unknown(Unknown why) {
        return new UnderWay(0, -1, Optional.of(why));
    }

    private static int month(LocalDate day) {
        return day.getYear() * MONTHS + day.getMonthValue() - 1;
    }

    public boolean isKnown() {
        return unknown.isEmpty();
    }

    /** The years in which it is under way; none where that cannot be told. */
    List<String> years() {
        List<String> years = new ArrayList<>();
        for (int year = first / MONTHS; isKnown() && year <= last / MONTHS; year++) {
            years.add(String.valueOf(year));
        }
        return years;
    }

    /** The part of it in a period; empty if it is outside. What cannot be told may be in any period. */
    Optional<UnderWay> in(Period period) {
        if (!isKnown()) {
            return Optional.of(this);
        }
        Integer from = period.from();
        Integer to = period.to();
        int begin = from == null ? first : Math.max(first, from * MONTHS);
        int end = to == null ? last : Math.min(last, to * MONTHS + MONTHS - 1);
        return begin > end ? Optional.empty() : Optional.of(new UnderWay(begin, end, unknown));
    }

    /** Adds its months. */
    void addTo(BitSet months) {
        if (isKnown()) {
            months.set(Math.max(0, first), last + 1);
        }
    }

    /** Its months in a year, or all of them. */
    public UnderWay ofYear(@Nullable String year) {
        if (year == null || year.equals(PivotDimension.WITHOUT)) {
            return this;
        }
        int one = Integer.parseInt(year);
        return in(new Period(one, one)).orElse(new UnderWay(0, -1, Optional.empty()));
    }

    /** How many months. */
    public int months() {
        return isKnown() ? last - first + 1 : 0;
    }
}
