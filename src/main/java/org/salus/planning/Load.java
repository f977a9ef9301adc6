package org.salus.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How many steps institutions have to carry at once, by spans of time.
 *
 * @param spans their first days, one after the other
 * @param peaks of each institution, in the order of their first steps: the most steps that go on on one day of each span; under an empty name those that nobody is named for
 */
record Load(List<LocalDate> spans, Map<String, List<Integer>> peaks) {
    static Load of(Roadmap roadmap, Every every) {
        List<LocalDate> spans = every.spans(roadmap);
        Map<String, List<Integer>> peaks = new LinkedHashMap<>();
        Grouping.INSTITUTION.groups(roadmap).forEach((institution, bars) -> {
            List<Integer> row = new ArrayList<>();
            spans.forEach(span -> row.add(peak(bars, span, every.next(span))));
            peaks.put(institution, List.copyOf(row));
        });
        return new Load(spans, peaks);
    }

    /** It is reached on the first day of the span or on one on which a step begins. */
    private static int peak(List<Roadmap.Bar> bars, LocalDate span, LocalDate end) {
        List<Roadmap.Bar> within = bars.stream()
                .filter(bar -> bar.from().isBefore(end) && !bar.until().isBefore(span))
                .toList();
        return Stream.concat(
                        Stream.of(span), within.stream().map(Roadmap.Bar::from).filter(span::isBefore))
                .distinct()
                .mapToInt(day -> (int) within.stream()
                        .filter(bar -> !bar.from().isAfter(day) && !bar.until().isBefore(day))
                        .count())
                .max()
                .orElse(0);
    }

    /** The most that an institution ever carries at once. */
    int most(String institution) {
        return peaks.getOrDefault(institution, List.of()).stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }
}
