package org.salus.agenda;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.salus.appraisal.RegisteredDecision;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;

/** What may be said of meetings, actions, requests and focal points. The rules look at nothing but what the author sees. */
final class AgendaRules {
    static final int LONGEST_LINE = 1_000;
    static final int LONGEST_TEXT = 20_000;
    static final int MOST_LINES = 200;

    private static final int LONGEST_MONTHS = 12;

    private AgendaRules() {}

    static List<Sentence> ofMeeting(Meeting meeting) {
        List<Sentence> refusals = new ArrayList<>(titled(meeting.title()));
        if (meeting.points().stream().anyMatch(point -> point.text().isBlank())) {
            refusals.add(Sentence.of("agenda.refusal.point"));
        }
        if (Math.max(meeting.offices().size(), meeting.points().size()) > MOST_LINES) {
            refusals.add(Sentence.of("agenda.refusal.many", MOST_LINES));
        }
        refusals.addAll(sized(
                Stream.concat(
                        Stream.concat(Stream.of(meeting.place()), meeting.offices().stream()),
                        meeting.points().stream().flatMap(point -> Stream.of(point.text(), point.office()))),
                Stream.of(meeting.minutes(), meeting.document(), meeting.note())));
        return refusals;
    }

    static List<Sentence> ofTaken(Item<DecisionTaken> edited, View view, Kind.Step step) {
        Set<Map.Entry<ItemId, Kind<?>>> wanted = Set.of(
                Map.entry(edited.value().meeting(), Meeting.KIND),
                Map.entry(edited.value().decision(), RegisteredDecision.KIND));
        return wanted.stream().allMatch(one -> isThere(one.getKey(), one.getValue(), view, step))
                ? List.of()
                : List.of(Sentence.of("agenda.refusal.no-item"));
    }

    static List<Sentence> ofAction(Item<Action> edited, View view, Kind.Step step) {
        Action action = edited.value();
        List<Sentence> refusals = new ArrayList<>(titled(action.title()));
        refusals.addAll(office(action.office()));
        refusals.addAll(inOrder(action.made(), action.due(), "agenda.refusal.due-first"));
        refusals.addAll(inOrder(action.made(), action.done(), "agenda.refusal.done-first"));
        refusals.addAll(sized(Stream.of(action.office()), Stream.of(action.outcome())));
        Optional<Action> before = view.find(Action.KIND, edited.id()).map(Item::value);
        Set<ItemId> added = new HashSet<>(action.needs());
        // What it came from may be gone since.
        before.ifPresent(old -> added.removeAll(old.needs()));
        boolean isKnown = action.meeting()
                        .filter(added::contains)
                        .map(id -> isThere(id, Meeting.KIND, view, step))
                        .orElse(true)
                && action.decision()
                        .filter(added::contains)
                        .map(id -> isThere(id, RegisteredDecision.KIND, view, step))
                        .orElse(true);
        if (!isKnown) {
            refusals.add(Sentence.of("agenda.refusal.no-item"));
        }
        return refusals;
    }

    static List<Sentence> ofRequest(Request request) {
        List<Sentence> refusals = new ArrayList<>(titled(request.title()));
        refusals.addAll(office(request.askedOf()));
        refusals.addAll(inOrder(request.made(), request.until(), "agenda.refusal.due-first"));
        refusals.addAll(inOrder(request.made(), request.answered(), "agenda.refusal.done-first"));
        refusals.addAll(sized(
                Stream.of(request.askedOf(), request.askedBy()), Stream.of(request.answer(), request.document())));
        return refusals;
    }

    static List<Sentence> ofFocalPoint(Item<FocalPoint> edited) {
        FocalPoint point = edited.value();
        List<Sentence> refusals = new ArrayList<>(office(point.office()));
        refusals.addAll(sized(Stream.of(point.office(), point.matter(), point.reached()), Stream.of(point.note())));
        point.named().ifPresent(named -> {
            if (named.name().isBlank() || named.name().length() > LONGEST_LINE) {
                refusals.add(Sentence.of("agenda.refusal.name", LONGEST_LINE));
            }
            boolean isShort =
                    !named.until().latest().isAfter(named.since().latest().plusMonths(LONGEST_MONTHS));
            if (named.until().isSurelyBefore(named.since()) || !isShort) {
                refusals.add(Sentence.of("agenda.refusal.name-until", LONGEST_MONTHS));
            }
            if (edited.sensitivity() instanceof Sensitivity.Public) {
                refusals.add(Sentence.of("agenda.refusal.name-public"));
            }
        });
        return refusals;
    }

    private static List<Sentence> titled(String title) {
        return title.isBlank() || title.length() > LONGEST_LINE
                ? List.of(Sentence.of("agenda.refusal.title", LONGEST_LINE))
                : List.of();
    }

    private static List<Sentence> office(String office) {
        return office.isBlank() ? List.of(Sentence.of("agenda.refusal.office")) : List.of();
    }

    private static List<Sentence> inOrder(Optional<PartialDate> first, Optional<PartialDate> then, String refusal) {
        return first.isPresent() && then.isPresent() && then.get().isSurelyBefore(first.get())
                ? List.of(Sentence.of(refusal, then.get(), first.get()))
                : List.of();
    }

    private static List<Sentence> sized(Stream<String> lines, Stream<String> texts) {
        return lines.anyMatch(line -> line.length() > LONGEST_LINE)
                        || texts.anyMatch(text -> text.length() > LONGEST_TEXT)
                ? List.of(Sentence.of("agenda.refusal.long", LONGEST_LINE, LONGEST_TEXT))
                : List.of();
    }

    /** Whether something is there already, or comes in the same step, as decisions and their actions do out of minutes. */
    private static boolean isThere(ItemId id, Kind<?> kind, View view, Kind.Step step) {
        return view.find(id).filter(item -> item.kind().equals(kind)).isPresent()
                || step.edits().stream()
                        .anyMatch(edit -> edit instanceof Edit.Put put
                                && put.item().id().equals(id)
                                && put.item().kind().equals(kind));
    }
}
