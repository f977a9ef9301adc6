package org.salus.agenda;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.View;
import org.salus.workspace.Faces;

/**
 * What is due by all that one reader may read, in a workspace and in the reader's private layers of it. Nothing else is in it, so that nobody learns of anything by what is due.
 *
 * @param entries overdue first, then by date, then by name
 */
public record Calendar(LocalDate day, List<CalendarEntry> entries) {
    private static final Comparator<CalendarEntry> BY_DATE = Comparator.comparing(
                    (CalendarEntry entry) -> entry.due().last().orElse(LocalDate.MIN))
            .thenComparing(entry -> entry.due().title())
            .thenComparing(CalendarEntry::name);

    public Calendar {
        entries = List.copyOf(entries);
    }

    /**
     * The calendar on a day.
     *
     * @param layers the reader's private layers of the workspace; none for what leaves the program unasked
     */
    public static Calendar of(View view, List<View> layers, Faces faces, Wording wording, LocalDate day) {
        List<CalendarEntry> entries = new ArrayList<>(entries(view, Optional.empty(), faces, wording, day));
        layers.forEach(layer ->
                entries.addAll(entries(layer, Optional.of(layer.charter().name()), faces, wording, day)));
        entries.sort(Comparator.comparing((CalendarEntry entry) -> !entry.due().isOverdue(day))
                .thenComparing(BY_DATE));
        return new Calendar(day, entries);
    }

    private static List<CalendarEntry> entries(
            View view, Optional<String> layer, Faces faces, Wording wording, LocalDate day) {
        return faces.dues(view, day, wording).stream()
                .map(due -> new CalendarEntry(due, view.workspace(), layer))
                .toList();
    }

    /** What is asked for, in the same order. */
    public List<CalendarEntry> asked(DueQuestion question) {
        return entries.stream().filter(entry -> question.asksFor(entry, day)).toList();
    }

    /** How much is overdue. */
    public long overdue() {
        return entries.stream().filter(entry -> entry.due().isOverdue(day)).count();
    }

    /** The first that comes after what is asked for; where a period is empty, it tells whether it is worth looking on. */
    public Optional<CalendarEntry> next(DueQuestion question) {
        LocalDate after = question.until().orElse(day);
        return entries.stream()
                .filter(entry -> entry.due().last().filter(after::isBefore).isPresent())
                .min(BY_DATE);
    }

    /** The kinds of what is due, by their codes, with what they are called. */
    public Map<String, Sentence> kinds() {
        Map<String, Sentence> kinds = new TreeMap<>();
        entries.forEach(
                entry -> kinds.putIfAbsent(entry.due().kind(), entry.due().label()));
        return new LinkedHashMap<>(kinds);
    }
}
