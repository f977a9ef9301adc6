package org.salus.agenda;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;

/**
 * Meetings, actions, requests and focal points of a workspace as one reader sees them on a day.
 *
 * @param meetings the latest first; those without a day before all
 * @param actions what is open first, of it what is overdue, then by date
 * @param requests in the same order
 * @param points by office
 */
public record AgendaBook(
        LocalDate day,
        View view,
        List<Item<Meeting>> meetings,
        List<Item<Action>> actions,
        List<Item<Request>> requests,
        List<Item<FocalPoint>> points) {
    private static final int LEAST_BEGINNING = 6;

    public AgendaBook {
        meetings = List.copyOf(meetings);
        actions = List.copyOf(actions);
        requests = List.copyOf(requests);
        points = List.copyOf(points);
    }

    /** What the reader of a view sees. */
    public static AgendaBook of(View view, LocalDate day) {
        return new AgendaBook(
                day,
                view,
                view.list(Meeting.KIND).stream()
                        .sorted(Comparator.comparing(
                                        (Item<Meeting> item) -> item.value()
                                                .day()
                                                .map(PartialDate::latest)
                                                .orElse(LocalDate.MAX),
                                        Comparator.reverseOrder())
                                .thenComparing(Item::id))
                        .toList(),
                view.list(Action.KIND).stream()
                        .sorted(MeetingReading.byUrgency(day))
                        .toList(),
                view.list(Request.KIND).stream()
                        .sorted(Comparator.comparing((Item<Request> item) ->
                                        !item.value().state().isOpen())
                                .thenComparing(item -> !item.value().isOverdue(day))
                                .thenComparing(item -> item.value()
                                        .until()
                                        .map(PartialDate::latest)
                                        .orElse(LocalDate.MAX))
                                .thenComparing(Item::id))
                        .toList(),
                view.list(FocalPoint.KIND).stream()
                        .sorted(Comparator.comparing(
                                        (Item<FocalPoint> item) -> item.value().office(), String.CASE_INSENSITIVE_ORDER)
                                .thenComparing(Item::id))
                        .toList());
    }

    /** How many actions are open. */
    public long openActions() {
        return actions.stream().filter(item -> item.value().state().isOpen()).count();
    }

    /** How many of them are overdue. */
    public long overdueActions() {
        return actions.stream().filter(item -> item.value().isOverdue(day)).count();
    }

    /** Whether an action should have been done. */
    public boolean isOverdue(Item<Action> action) {
        return action.value().isOverdue(day);
    }

    /** How many requests wait for an answer. */
    public long openRequests() {
        return requests.stream().filter(item -> item.value().state().isOpen()).count();
    }

    /** How many of them should have been answered. */
    public long overdueRequests() {
        return requests.stream().filter(item -> item.value().isOverdue(day)).count();
    }

    /** How many meetings are still to be held. */
    public long planned() {
        return meetings.stream()
                .filter(item -> item.value().state() == MeetingState.PLANNED)
                .count();
    }

    /** How many names of focal points have expired and are shown no more. */
    public long expired() {
        return points.stream()
                .filter(item -> item.value().named().isPresent()
                        && item.value().name(day).isEmpty())
                .count();
    }

    /**
     * The meeting of that id, beginning of an id, or title.
     *
     * @throws Failure (not found) if there is none, or (wrong use) more than one
     */
    public Item<Meeting> find(String words) {
        return one(words, meetings, Meeting::title);
    }

    /**
     * The focal point of that id, beginning of an id, or office.
     *
     * @throws Failure (not found) if there is none, or (wrong use) more than one
     */
    public Item<FocalPoint> point(String words) {
        return one(words, points, FocalPoint::office);
    }

    private static <T extends Record> Item<T> one(String words, List<Item<T>> all, Function<T, String> name) {
        List<Item<T>> found = all.stream()
                .filter(item -> item.id().toString().equals(words)
                        || name.apply(item.value()).equalsIgnoreCase(words.strip())
                        || (words.length() >= LEAST_BEGINNING
                                && item.id().toString().startsWith(words)))
                .toList();
        if (found.isEmpty()) {
            throw Failure.notFound(Sentence.of("agenda.failure.no-item", words));
        }
        if (found.size() > 1) {
            throw Failure.wrongUse(Sentence.of(
                    "agenda.failure.several",
                    words,
                    found.stream().map(item -> item.id().toString()).collect(Collectors.joining(", "))));
        }
        return found.getFirst();
    }

    /** What a meeting is called; empty where it cannot be seen. */
    String meeting(Optional<ItemId> id) {
        return id.flatMap(known -> view.find(Meeting.KIND, known))
                .map(item -> item.value().title())
                .orElse("");
    }
}
