package org.salus.agenda;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.appraisal.RegisteredDecision;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.PlainText;
import org.salus.ledger.View;

/**
 * Minutes as they are typed in, line by line, and what they become. {@code D: what was decided · by whom} is a decision; {@code A: office · what · until 2026-12-01} (in French {@code jusqu’au 2026-12-01}) an
 * action, which carries out the decision it stands below; everything else is kept as it is. A line that was written before is not written again, so that minutes can be typed in twice. Pure.
 *
 * @param lines those in which something is written
 */
public record Minutes(Item<Meeting> meeting, List<MinutesLine> lines) {
    static final int MOST_LINES = 1_000;

    private static final int SHOWN_LINES = 5;
    /** French sets a space that does not break before a colon. */
    private static final Pattern MARK = Pattern.compile("(?U)\\s*([DdAa])\\s*:\\s*(.*)");

    private static final Pattern BETWEEN = Pattern.compile("(?U)\\s*[·|]\\s*");

    /** In the languages of the pages; a date follows in figures. */
    private static final Pattern UNTIL = Pattern.compile(
            "(?iU)(?:until|by|due|jusqu[’']au|jusqu[’']en|jusqu[’']à|au plus tard(?: le| en)?|avant(?: le)?|d[’']ici(?: le| au| à)?|pour le|échéance\\s*:?)(?!\\p{L})\\s*(.*)");

    public Minutes {
        lines = List.copyOf(lines);
    }

    /**
     * Reads what somebody typed.
     *
     * @param view of the workspace, as whoever types sees it
     * @param meeting whose minutes they are
     */
    public static Minutes read(String text, View view, Item<Meeting> meeting) {
        Reader reader = new Reader(view, meeting);
        List<String> typed = text.lines().toList();
        for (int at = 0; at < Math.min(typed.size(), MOST_LINES); at++) {
            reader.line(at + 1, typed.get(at));
        }
        if (typed.size() > MOST_LINES) {
            reader.add(
                    MOST_LINES + 1,
                    MinutesLine.Kind.NOTE,
                    "",
                    "",
                    Optional.empty(),
                    List.of(Sentence.of("agenda.minutes.problem.lines", MOST_LINES)),
                    List.of());
        }
        return new Minutes(meeting, reader.lines);
    }

    /** Lines of a kind. */
    public List<MinutesLine> of(MinutesLine.Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).toList();
    }

    /** The lines something is wrong with. */
    public List<MinutesLine> wrong() {
        return lines.stream().filter(line -> !line.problems().isEmpty()).toList();
    }

    /**
     * What is written, all of it in one step: decisions into the register, that they were taken here, actions, and the meeting as held. What comes of a meeting is for those whom the meeting is for.
     *
     * @throws Failure (wrong use) naming the first lines something is wrong with; or where there is nothing to write
     */
    public List<Edit> edits(Wording wording) {
        if (!wrong().isEmpty()) {
            throw Failure.wrongUse(Sentence.of(
                            "agenda.minutes.failure",
                            wrong().size(),
                            wrong().stream()
                                    .limit(SHOWN_LINES)
                                    .map(line -> wording.say(
                                            "agenda.minutes.failure.line",
                                            line.number(),
                                            line.problems().stream()
                                                    .map(wording::say)
                                                    .collect(Collectors.joining(" "))))
                                    .collect(Collectors.joining(" "))))
                    .at("text");
        }
        if (lines.isEmpty()) {
            throw Failure.wrongUse(Sentence.of("agenda.minutes.nothing")).at("text");
        }
        List<Edit> edits = new ArrayList<>();
        Map<Integer, ItemId> decided = new LinkedHashMap<>();
        for (MinutesLine line : of(MinutesLine.Kind.DECISION)) {
            Item<RegisteredDecision> decision = Item.fresh(
                            RegisteredDecision.KIND,
                            new RegisteredDecision(
                                    line.text(),
                                    meeting.value().day(),
                                    line.office().isBlank() ? meeting.value().title() : line.office(),
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    meeting.value().document(),
                                    ""))
                    .meantFor(meeting.sensitivity());
            decided.put(line.number(), decision.id());
            edits.add(new Edit.Put(decision));
            edits.add(new Edit.Put(Item.fresh(DecisionTaken.KIND, new DecisionTaken(meeting.id(), decision.id()))
                    .meantFor(meeting.sensitivity())));
        }
        for (MinutesLine line : of(MinutesLine.Kind.ACTION)) {
            edits.add(new Edit.Put(Item.fresh(
                            Action.KIND,
                            new Action(
                                    line.text(),
                                    line.office(),
                                    meeting.value().day(),
                                    line.due(),
                                    ActionState.OPEN,
                                    Optional.empty(),
                                    Optional.of(meeting.id()),
                                    Optional.ofNullable(decided.get(line.follows())),
                                    ""))
                    .meantFor(meeting.sensitivity())));
        }
        edits.add(new Edit.Put(meeting.saying(meeting.value()
                .held(of(MinutesLine.Kind.NOTE).stream().map(MinutesLine::text).collect(Collectors.joining("\n"))))));
        return edits;
    }

    /** Goes through the lines, and remembers the decision that actions below it carry out. */
    private static final class Reader {
        private final Item<Meeting> meeting;
        private final KnownOffices offices;
        private final Set<String> known = new HashSet<>();
        private final List<MinutesLine> lines = new ArrayList<>();
        private int decision;

        Reader(View view, Item<Meeting> meeting) {
            this.meeting = meeting;
            this.offices = KnownOffices.of(view);
            view.list(Action.KIND).stream()
                    .map(Item::value)
                    .filter(action ->
                            action.meeting().filter(meeting.id()::equals).isPresent())
                    .forEach(action -> known.add(action(action.office(), action.title())));
            view.list(DecisionTaken.KIND).stream()
                    .filter(taken -> taken.value().meeting().equals(meeting.id()))
                    .flatMap(taken ->
                            view.find(RegisteredDecision.KIND, taken.value().decision()).stream())
                    .forEach(decided -> known.add(decision(decided.value().title())));
            meeting.value().minutes().lines().forEach(line -> known.add(note(line)));
        }

        private static String action(String office, String title) {
            return "A" + KnownOffices.plain(office) + "\n" + KnownOffices.plain(title);
        }

        private static String decision(String title) {
            return "D" + KnownOffices.plain(title);
        }

        private static String note(String line) {
            return "N" + KnownOffices.plain(line);
        }

        void line(int number, String typed) {
            String line = PlainText.typed(typed);
            if (line.isEmpty()) {
                decision = 0;
                return;
            }
            Matcher marked = MARK.matcher(line);
            if (!marked.matches()) {
                decision = 0;
                written(
                        number,
                        MinutesLine.Kind.NOTE,
                        line,
                        "",
                        Optional.empty(),
                        note(line),
                        unshowable(line),
                        List.of());
            } else if (marked.group(1).equalsIgnoreCase("D")) {
                decision(number, marked.group(2));
            } else {
                action(number, marked.group(2));
            }
        }

        private void decision(int number, String text) {
            List<String> parts = parts(text);
            List<Sentence> problems = new ArrayList<>(unshowable(text));
            String said = parts.isEmpty() ? "" : parts.getFirst();
            if (said.isEmpty()) {
                problems.add(Sentence.of("agenda.minutes.problem.decision"));
            }
            if (parts.size() > 2) {
                problems.add(Sentence.of("agenda.minutes.problem.parts", parts.size(), 2));
            }
            written(
                    number,
                    MinutesLine.Kind.DECISION,
                    said,
                    parts.size() > 1 ? parts.get(1) : "",
                    Optional.empty(),
                    decision(said),
                    problems,
                    List.of());
            decision = number;
        }

        private void action(int number, String text) {
            List<String> parts = new ArrayList<>(parts(text));
            List<Sentence> problems = new ArrayList<>(unshowable(text));
            List<Sentence> remarks = new ArrayList<>();
            Optional<PartialDate> due = Optional.empty();
            Matcher until = UNTIL.matcher(parts.isEmpty() ? "" : parts.getLast());
            if (parts.size() > 2 && until.matches()) {
                due = PartialDate.find(until.group(1).strip());
                if (due.isEmpty()) {
                    problems.add(Sentence.of(
                            "agenda.minutes.problem.date", until.group(1).strip()));
                }
                parts.removeLast();
            } else {
                remarks.add(Sentence.of("agenda.minutes.remark.no-date"));
            }
            if (parts.size() > 2) {
                problems.add(Sentence.of("agenda.minutes.problem.parts", parts.size(), 2));
            }
            String office = parts.isEmpty() ? "" : parts.getFirst();
            String what = parts.size() > 1 ? parts.get(1) : "";
            if (office.isEmpty() || what.isEmpty()) {
                problems.add(Sentence.of("agenda.minutes.problem.action"));
            } else if (!offices.isKnown(office)) {
                remarks.add(offices.nearest(office)
                        .map(near -> Sentence.of("agenda.minutes.remark.office-near", office, near))
                        .orElseGet(() -> Sentence.of("agenda.minutes.remark.office", office)));
            }
            Optional<PartialDate> day = meeting.value().day();
            if (due.isPresent() && day.isPresent() && due.get().isSurelyBefore(day.get())) {
                problems.add(Sentence.of("agenda.refusal.due-first", due.get(), day.get()));
            }
            written(number, MinutesLine.Kind.ACTION, what, office, due, action(office, what), problems, remarks);
        }

        private void written(
                int number,
                MinutesLine.Kind kind,
                String text,
                String office,
                Optional<PartialDate> due,
                String as,
                List<Sentence> problems,
                List<Sentence> remarks) {
            List<Sentence> all = new ArrayList<>(problems);
            if (Math.max(text.length(), office.length()) > AgendaRules.LONGEST_LINE) {
                all.add(Sentence.of("agenda.minutes.problem.long", AgendaRules.LONGEST_LINE));
            }
            // What stands there already, or twice in what is typed, is written once.
            boolean isNew = known.add(as) || !all.isEmpty();
            add(number, isNew ? kind : MinutesLine.Kind.KNOWN, text, office, due, all, isNew ? remarks : List.of());
        }

        void add(
                int number,
                MinutesLine.Kind kind,
                String text,
                String office,
                Optional<PartialDate> due,
                List<Sentence> problems,
                List<Sentence> remarks) {
            lines.add(new MinutesLine(
                    number,
                    kind,
                    text,
                    office,
                    due,
                    kind == MinutesLine.Kind.ACTION ? decision : 0,
                    problems,
                    remarks));
        }

        private static List<String> parts(String text) {
            return Stream.of(BETWEEN.split(text.strip(), -1)).map(String::strip).toList();
        }

        /** A sign that cannot be shown, or that turns round what follows it, is refused where it stands. */
        private static List<Sentence> unshowable(String text) {
            return PlainText.shown(text).equals(text) ? List.of() : List.of(Sentence.of("agenda.minutes.problem.sign"));
        }
    }
}
