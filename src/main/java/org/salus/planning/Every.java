package org.salus.planning;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;

/** The spans of time that loads and money are told by. */
public enum Every {
    MONTH(1),
    QUARTER(3),
    YEAR(12);

    private static final int MOST_MONTHS = 24;
    private static final int MOST_QUARTERS = 40;
    private static final int MONTHS_A_QUARTER = 3;

    private final int months;

    Every(int months) {
        this.months = months;
    }

    /** Its name in addresses and files: month, quarter, year. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The span of that code; empty if there is none. */
    public static Optional<Every> find(String code) {
        return Stream.of(values()).filter(every -> every.code().equals(code)).findFirst();
    }

    /** What it is called. */
    public Sentence label() {
        return Sentence.of("planning.roadmap.every." + code());
    }

    /** The shortest span with which a roadmap can still be overlooked. */
    public static Every fitting(Roadmap roadmap) {
        long all = ChronoUnit.MONTHS.between(first(roadmap), last(roadmap)) + 1;
        return all <= MOST_MONTHS ? MONTH : all <= MOST_QUARTERS * MONTHS_A_QUARTER ? QUARTER : YEAR;
    }

    /** The first days of all spans of a roadmap, from the first day of its first step, or that is shown, to the last one. */
    List<LocalDate> spans(Roadmap roadmap) {
        List<LocalDate> spans = new ArrayList<>();
        LocalDate last = last(roadmap);
        for (LocalDate at = begin(first(roadmap)); !at.isAfter(last); at = next(at)) {
            spans.add(at);
        }
        return List.copyOf(spans);
    }

    /** The first day of the span that a day lies in. */
    LocalDate begin(LocalDate day) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / months * months + 1, 1);
    }

    /** The first day of the next span. */
    LocalDate next(LocalDate begin) {
        return begin.plusMonths(months);
    }

    /** What readers call it: May 2027, Q2 2027, 2027. */
    String name(LocalDate begin, Wording wording) {
        String pattern = switch (this) {
            case MONTH -> "MMM uuuu";
            case QUARTER -> "QQQ uuuu";
            case YEAR -> "uuuu";
        };
        return DateTimeFormatter.ofPattern(pattern, wording.locale()).format(begin);
    }

    /** What a column of it is called in files: m2027_05, q2027_2, y2027. */
    String key(LocalDate begin) {
        return switch (this) {
            case MONTH -> String.format(Locale.ROOT, "m%d_%02d", begin.getYear(), begin.getMonthValue());
            case QUARTER ->
                String.format(Locale.ROOT, "q%d_%d", begin.getYear(), (begin.getMonthValue() - 1) / months + 1);
            case YEAR -> "y" + begin.getYear();
        };
    }

    private static LocalDate first(Roadmap roadmap) {
        return roadmap.bars().stream()
                .map(Roadmap.Bar::from)
                .filter(roadmap.from()::isAfter)
                .min(LocalDate::compareTo)
                .orElse(roadmap.from());
    }

    private static LocalDate last(Roadmap roadmap) {
        return roadmap.bars().stream()
                .map(Roadmap.Bar::until)
                .filter(roadmap.until()::isBefore)
                .max(LocalDate::compareTo)
                .orElse(roadmap.until());
    }
}
