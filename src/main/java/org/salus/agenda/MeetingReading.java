package org.salus.agenda;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.salus.appraisal.RegisteredDecision;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
import org.salus.ledger.Digest;
import org.salus.ledger.History;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.workspace.Differing;
import org.salus.workspace.Faces;

/**
 * What a meeting has before it and what came of it, as one reader sees it on a day.
 *
 * @param before the meeting before this one, if there was one
 * @param toDecide points of the agenda on which it is to decide
 * @param cameOf actions out of the meeting before, whatever became of them
 * @param decidedBefore decisions of the meeting before
 * @param open all actions of the workspace that are open, what is overdue first
 * @param decided decisions that were taken here
 * @param actions that come from here
 * @param changed what in the workspace is not as it was when the meeting before was held
 */
public record MeetingReading(
        Item<Meeting> meeting,
        Optional<Item<Meeting>> before,
        List<AgendaPoint> toDecide,
        List<Item<Action>> cameOf,
        List<Item<RegisteredDecision>> decidedBefore,
        List<Item<Action>> open,
        List<Item<RegisteredDecision>> decided,
        List<Item<Action>> actions,
        List<Differing> changed) {
    /** Steps are looked at in bundles of so many. */
    private static final int BUNDLE = 200;

    /** So many steps are looked through at most for the state that an earlier meeting knew. */
    private static final int MOST_STEPS = 4_000;

    public MeetingReading {
        toDecide = List.copyOf(toDecide);
        cameOf = List.copyOf(cameOf);
        decidedBefore = List.copyOf(decidedBefore);
        open = List.copyOf(open);
        decided = List.copyOf(decided);
        actions = List.copyOf(actions);
        changed = List.copyOf(changed);
    }

    /**
     * What a meeting has before it.
     *
     * @param id of the meeting, as somebody wrote it
     * @param day today
     * @throws org.salus.framework.Failure (not found) if there is no such meeting that this reader may see
     */
    public static MeetingReading of(
            Workspace workspace, View view, String id, Faces faces, Wording wording, LocalDate day) {
        Item<Meeting> meeting = TypedAgenda.found(view, Meeting.KIND, id);
        Optional<Item<Meeting>> before = before(meeting, view);
        return new MeetingReading(
                meeting,
                before,
                meeting.value().points().stream()
                        .filter(AgendaPoint::forDecision)
                        .toList(),
                before.map(one -> actions(one.id(), view, day)).orElse(List.of()),
                before.map(one -> decisions(one.id(), view)).orElse(List.of()),
                open(view, day),
                decisions(meeting.id(), view),
                actions(meeting.id(), view, day),
                before.map(one -> changed(one, workspace, view, faces, wording)).orElse(List.of()));
    }

    /** Open actions, what is overdue first, then by date; what has none comes last. */
    static List<Item<Action>> open(View view, LocalDate day) {
        return view.list(Action.KIND).stream()
                .filter(action -> action.value().state().isOpen())
                .sorted(byUrgency(day))
                .toList();
    }

    static Comparator<Item<Action>> byUrgency(LocalDate day) {
        return Comparator.comparing((Item<Action> item) -> !item.value().state().isOpen())
                .thenComparing(item -> !item.value().isOverdue(day))
                .thenComparing(
                        item -> item.value().due().map(PartialDate::latest).orElse(LocalDate.MAX))
                .thenComparing(item -> item.value().title())
                .thenComparing(Item::id);
    }

    private static List<Item<Action>> actions(ItemId meeting, View view, LocalDate day) {
        return view.list(Action.KIND).stream()
                .filter(action ->
                        action.value().meeting().filter(meeting::equals).isPresent())
                .sorted(byUrgency(day))
                .toList();
    }

    private static List<Item<RegisteredDecision>> decisions(ItemId meeting, View view) {
        return view.list(DecisionTaken.KIND).stream()
                .filter(taken -> taken.value().meeting().equals(meeting))
                .flatMap(taken ->
                        view.find(RegisteredDecision.KIND, taken.value().decision()).stream())
                .toList();
    }

    /** The last one before it by their days; where this one has no day, the last one that was held. */
    private static Optional<Item<Meeting>> before(Item<Meeting> meeting, View view) {
        Optional<LocalDate> day = meeting.value().day().map(PartialDate::earliest);
        return view.list(Meeting.KIND).stream()
                .filter(other ->
                        !other.id().equals(meeting.id()) && other.value().state() != MeetingState.CANCELLED)
                .filter(other -> other.value().day().isPresent())
                .filter(other -> day.map(own ->
                                other.value().day().orElseThrow().latest().isBefore(own))
                        .orElse(other.value().state() == MeetingState.HELD))
                .max(Comparator.comparing((Item<Meeting> other) ->
                                other.value().day().orElseThrow().latest())
                        .thenComparing(Item::id));
    }

    private static List<Differing> changed(
            Item<Meeting> before, Workspace workspace, View view, Faces faces, Wording wording) {
        return knownThen(before, workspace.history(view.standing().account()))
                .map(entry -> workspace.view(view, List.of(entry)))
                .map(earlier -> view.since(earlier).stream()
                        .map(difference -> Differing.of(difference, earlier, view, faces, wording))
                        .toList())
                .orElse(List.of());
    }

    /** The newest step that the meeting before knew: the one by which its minutes were written, else the last one up to the end of its day. */
    private static Optional<Digest> knownThen(Item<Meeting> before, History history) {
        Optional<Digest> minutes = history.of(before.id()).reversed().stream()
                .filter(step -> !step.isWaiting() && !step.isRefused())
                .filter(step -> step.touched().stream()
                        .anyMatch(touched -> touched.item().equals(before.id())
                                && touched.after()
                                        .filter(item -> item.value() instanceof Meeting said
                                                && said.state() == MeetingState.HELD)
                                        .isPresent()))
                .map(step -> step.by().entry())
                .findFirst();
        return minutes.or(() -> lastUpTo(before.value().day().orElseThrow().latest(), history));
    }

    private static Optional<Digest> lastUpTo(LocalDate day, History history) {
        Optional<Digest> from = Optional.empty();
        for (int looked = 0; looked < MOST_STEPS; looked += BUNDLE) {
            List<History.Step> steps = history.list(BUNDLE, from);
            for (History.Step step : steps) {
                if (!step.isWaiting()
                        && !LocalDate.ofInstant(step.by().at(), ZoneOffset.UTC).isAfter(day)) {
                    return Optional.of(step.by().entry());
                }
            }
            if (steps.size() < BUNDLE) {
                return Optional.empty();
            }
            from = Optional.of(steps.getLast().by().entry());
        }
        return Optional.empty();
    }
}
