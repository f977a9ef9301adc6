package org.salus.agenda;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;

/**
 * What is asked of a calendar, in the words that addresses, API and command line share.
 *
 * @param from the first day; empty for today, and then what is overdue counts, however old it is
 * @param until the last day; empty for no end
 * @param kind of what is due, by its code
 * @param office part of the name of an office; whatever its case
 * @param isOverdueOnly whether only what is overdue is wanted
 */
public record DueQuestion(
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Optional<String> kind,
        Optional<String> office,
        boolean isOverdueOnly) {
    /** Everything from today on, and what is overdue. */
    public static final DueQuestion ALL =
            new DueQuestion(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    /** The words of an address that it is read from. */
    public static final List<String> NAMES = List.of("from", "until", "kind", "office", "overdue");

    /**
     * The question as somebody wrote it.
     *
     * @param words by the names in {@link #NAMES}; others are not looked at
     * @throws Failure (wrong use) for a date that is none, or an end before the beginning
     */
    public static DueQuestion of(Map<String, String> words) {
        Optional<LocalDate> from = date("from", words).map(PartialDate::earliest);
        Optional<LocalDate> until = date("until", words).map(PartialDate::latest);
        if (from.isPresent() && until.filter(from.get()::isAfter).isPresent()) {
            throw Failure.wrongUse(Sentence.of("agenda.failure.period")).at("until");
        }
        String overdue = words.getOrDefault("overdue", "").strip();
        if (!List.of("", "yes", "no").contains(overdue)) {
            throw Failure.wrongUse(Sentence.of("agenda.failure.overdue", overdue))
                    .at("overdue");
        }
        return new DueQuestion(from, until, word("kind", words), word("office", words), overdue.equals("yes"));
    }

    private static Optional<String> word(String name, Map<String, String> words) {
        return Optional.of(words.getOrDefault(name, "").strip()).filter(text -> !text.isEmpty());
    }

    private static Optional<PartialDate> date(String name, Map<String, String> words) {
        return word(name, words)
                .map(text -> PartialDate.find(text)
                        .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.field.no-day", text))
                                .at(name)));
    }

    /** The same of that time alone. */
    public DueQuestion during(LocalDate first, LocalDate last) {
        return new DueQuestion(Optional.of(first), Optional.of(last), kind, office, isOverdueOnly);
    }

    /** Whether something is asked for on a day. */
    boolean asksFor(CalendarEntry entry, LocalDate day) {
        boolean isOverdue = entry.due().isOverdue(day);
        LocalDate on = entry.due().last().orElse(day);
        boolean isInTime = (from.isEmpty() && isOverdue) || !on.isBefore(from.orElse(day));
        return isInTime
                && until.filter(on::isAfter).isEmpty()
                && kind.filter(one -> !one.equals(entry.due().kind())).isEmpty()
                && office.filter(one ->
                                !entry.due().office().toLowerCase(Locale.ROOT).contains(one.toLowerCase(Locale.ROOT)))
                        .isEmpty()
                && (isOverdue || !isOverdueOnly);
    }
}
