package org.salus.goals;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.CalculatedCells;
import org.salus.evidence.TableRows;
import org.salus.evidence.UnreadableFile;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.TypedNumber;
import org.salus.ledger.AccountId;
import org.salus.ledger.Act;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Outcome;
import org.salus.ledger.PlainText;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.workspace.AsWritten;

/**
 * What a sheet of measurements that comes back would change: all problems at once, each with its place; if there are any, the other rows can be taken in
 * nevertheless. A measurement is found again by indicator, time and group, so a sheet that is read twice changes nothing the second time. Nothing is removed.
 */
public final class MeasurementImport {
    /** Rows that say something; of a longer sheet nothing is taken. */
    public static final int MOST_ROWS = 20_000;

    private static final int HEADER_WITHIN = 10;
    private static final int MOST_PROBLEMS = 500;
    private static final int MOST_NAMED = 20;
    private static final int LONGEST_SHOWN = 300;
    private static final String FORMULA = "=+-@\t\r\n";
    /** What may be merged over rows, since each of them can have it for itself. */
    private static final List<String> NAMING = List.of(MeasurementSheet.INDICATOR, MeasurementSheet.INDICATOR_ID);

    private static final List<String> SAYING = List.of(
            MeasurementSheet.VALUE,
            MeasurementSheet.LOW,
            MeasurementSheet.HIGH,
            MeasurementSheet.LEVEL,
            MeasurementSheet.MISSING);

    private static final List<String> SAID = List.of(
            MeasurementSheet.VALUE,
            MeasurementSheet.LOW,
            MeasurementSheet.HIGH,
            MeasurementSheet.LEVEL,
            MeasurementSheet.MISSING,
            MeasurementSheet.SOURCE,
            MeasurementSheet.METHOD,
            MeasurementSheet.NOTE);

    private final ItemId chain;
    private final MeasuredOnce once;
    private final View view;
    private final boolean isSubmitting;
    private final Map<String, Item<Indicator>> byId = new HashMap<>();
    private final Map<String, List<Item<Indicator>>> byTitle = new HashMap<>();
    private final Map<ItemId, Sentence> taken = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<String> formulasOfFile = new ArrayList<>();
    private final List<Edit> edits = new ArrayList<>();
    private int rows;
    private final LocalDate today;
    private int leftOut;
    private int fresh;
    private int changed;
    private int same;
    private boolean isTooLong;

    private MeasurementImport(Chain chain, View view, boolean isSubmitting, LocalDate today) {
        this.today = today;
        this.chain = chain.id();
        this.once = MeasuredOnce.of(view, chain.id());
        this.view = view;
        this.isSubmitting = isSubmitting;
        for (Item<Indicator> indicator : chain.indicators()) {
            byId.put(indicator.id().toString(), indicator);
            byTitle.computeIfAbsent(folded(indicator.value().title()), title -> new ArrayList<>())
                    .add(indicator);
        }
    }

    /** Something wrong in a sheet: where, and what. */
    public record Problem(Sentence place, Sentence says) {}

    /**
     * What becomes of a measurement.
     *
     * @param on the day, month or year it speaks of, or the period
     * @param cells those that would say something else
     */
    public record Change(
            Sentence place, Item<Indicator> indicator, String on, String group, boolean isNew, List<Cell> cells) {
        public Change {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One cell before and after.
     *
     * @param column by which it is called in sheets
     */
    public record Cell(String column, String before, String after) {
        /** What it is called by people. */
        public Sentence label() {
            return Sentence.of("goals.sheet.cell." + column);
        }
    }

    /**
     * What a sheet would change.
     *
     * @param rows that say something
     * @param leftOut rows with a problem
     * @param same measurements that say it already, or of which nobody changed anything in the sheet since it was written
     * @param changes what each row says now and would say, in the order of the rows
     * @param isTooLong whether it has more rows than are read; then nothing is taken
     */
    public record Preview(
            String file,
            int rows,
            int leftOut,
            int fresh,
            int changed,
            int same,
            List<Problem> problems,
            List<Change> changes,
            boolean isTooLong,
            List<Edit> edits) {
        public Preview {
            problems = List.copyOf(problems);
            changes = List.copyOf(changes);
            edits = List.copyOf(edits);
        }
    }

    /**
     * Looks at a sheet.
     *
     * @param file its name, as people know it
     * @param isSubmitting whether what is new or changed is submitted at once, or kept as a draft
     * @throws Failure if it is no such sheet, or is broken
     */
    public static Preview preview(
            InputStream bytes, String file, MeasuredChain measured, View view, boolean isSubmitting) {
        MeasurementImport desk = new MeasurementImport(measured.chain(), view, isSubmitting, measured.today());
        desk.read(bytes, file);
        return new Preview(
                file,
                desk.rows,
                desk.leftOut,
                desk.fresh,
                desk.changed,
                desk.same,
                desk.problems.stream().limit(MOST_PROBLEMS).toList(),
                desk.isTooLong ? List.of() : desk.changes,
                desk.isTooLong,
                desk.isTooLong ? List.of() : desk.edits);
    }

    /** Writes what a preview says, as one entry. */
    public static Outcome accept(Workspace workspace, AccountId author, Preview preview) {
        return workspace.append(author, preview.edits(), Reason.of(Act.IMPORT, preview.file()));
    }

    private static String folded(String text) {
        return text.strip().replaceAll("[\\s_]+", " ").toLowerCase(Locale.ROOT);
    }

    private void read(InputStream bytes, String file) {
        Rows visitor = new Rows();
        try {
            TableRows.workbookOrText(bytes, visitor);
        } catch (UnreadableFile unreadable) {
            throw new Failure(Failure.Kind.WRONG_USE, unreadable.sentence(), null, unreadable);
        } catch (IOException failed) {
            throw Failure.notPossible(Sentence.of("goals.failure.read", file), failed);
        }
        if (!visitor.isRecognised) {
            throw Failure.wrongUse(Sentence.of("goals.failure.no-sheet", file));
        }
        if (!formulasOfFile.isEmpty()) {
            problems.addFirst(new Problem(
                    Sentence.of("goals.place.file"),
                    Sentence.of("goals.logframe.problem.formulas", String.join(", ", formulasOfFile))));
        }
    }

    /** The rows of whatever kind of file. */
    private final class Rows implements TableRows.Visitor {
        private String sheet = "";
        private @Nullable List<String> columns;
        private int before;
        private boolean isText = true;
        private boolean isRecognised;
        private long merged = -1;
        private IntPredicate isMerged = column -> false;
        private final CalculatedCells calculated = new CalculatedCells();

        @Override
        public boolean fillsMerged() {
            return true;
        }

        @Override
        public void merged(long line, IntPredicate which) {
            merged = line;
            isMerged = which;
        }

        @Override
        public void formula(long line, String address) {
            calculated.add(address);
        }

        @Override
        public boolean sheet(String name) {
            isText = false;
            sheet = name;
            columns = null;
            before = 0;
            merged = -1;
            return true;
        }

        @Override
        public boolean row(long line, List<String> cells) {
            List<CalculatedCells.Cell> formulas = calculated.take(cells);
            List<String> known = columns;
            if (known == null) {
                List<String> headings = cells.stream()
                        .map(cell -> folded(cell).replace(' ', '_'))
                        .toList();
                if (headings.containsAll(
                        List.of(MeasurementSheet.INDICATOR, MeasurementSheet.ON, MeasurementSheet.VALUE))) {
                    columns = headings;
                    isRecognised = true;
                    headings.stream()
                            .filter(heading -> !heading.isEmpty()
                                    && !MeasurementSheet.COLUMNS.contains(heading)
                                    && !MeasurementSheet.SHOWN.contains(heading))
                            .forEach(heading -> problem(place(line), "column", heading.replace('_', ' ')));
                    return true;
                }
                before++;
                return before < HEADER_WITHIN;
            }
            Map<String, String> filled = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(cells.size(), known.size()); i++) {
                // Spreadsheets hold characters nobody sees, and one of them must not cost the whole file.
                String text = PlainText.shown(isText ? unquoted(cells.get(i)) : cells.get(i));
                if (!text.isBlank()
                        && (MeasurementSheet.COLUMNS.contains(known.get(i))
                                || known.get(i).equals(MeasurementSheet.UNIT))) {
                    filled.putIfAbsent(known.get(i), text.strip());
                }
            }
            List<CalculatedCells.Cell> own = formulas.stream()
                    .filter(cell ->
                            cell.column() < known.size() && MeasurementSheet.COLUMNS.contains(known.get(cell.column())))
                    .toList();
            own.stream()
                    .filter(CalculatedCells.Cell::hasValue)
                    .limit(Math.max(0, MOST_NAMED - formulasOfFile.size()))
                    .forEach(cell -> formulasOfFile.add(sheet + " " + cell.address()));
            List<CalculatedCells.Cell> unsaved =
                    own.stream().filter(cell -> !cell.hasValue()).toList();
            if (SAYING.stream().noneMatch(filled::containsKey) && unsaved.isEmpty()) {
                return true;
            }
            if (known.contains(MeasurementSheet.WRITTEN)) {
                filled.putIfAbsent(MeasurementSheet.WRITTEN, "");
            }
            if (rows == MOST_ROWS) {
                isTooLong = true;
                problems.addFirst(new Problem(place(line), Sentence.of("goals.problem.too-many", MOST_ROWS)));
                return false;
            }
            rows++;
            boolean isUnclear = isUnclear(line, known);
            if (isUnclear || !unsaved.isEmpty()) {
                leftOut++;
                if (isUnclear) {
                    problem(place(line), "merged");
                }
                unsaved.forEach(cell -> problem(place(line), "calculated-without-value", cell.address()));
            } else {
                take(filled, place(line));
            }
            return true;
        }

        /** Whether what the row says is merged with what others say. What only names where it belongs is said of each of them. */
        private boolean isUnclear(long line, List<String> known) {
            return merged == line
                    && IntStream.range(0, known.size())
                            .filter(column -> MeasurementSheet.COLUMNS.contains(known.get(column))
                                    && !NAMING.contains(known.get(column)))
                            .anyMatch(isMerged);
        }

        private Sentence place(long line) {
            return sheet.isEmpty()
                    ? Sentence.of("goals.place.row", line)
                    : Sentence.of("goals.place.sheet", sheet, line);
        }

        /** What was written with an apostrophe, so that no spreadsheet calculates it, without. */
        private static String unquoted(String text) {
            return text.length() > 1 && text.charAt(0) == '\'' && FORMULA.indexOf(text.charAt(1)) >= 0
                    ? text.substring(1)
                    : text;
        }
    }

    private void problem(Sentence place, String what, Object... arguments) {
        problems.add(new Problem(place, Sentence.of("goals.problem." + what, arguments)));
    }

    private void take(Map<String, String> row, Sentence place) {
        int before = problems.size();
        Optional<Item<Indicator>> indicator = indicator(row, place);
        String unit = row.getOrDefault(MeasurementSheet.UNIT, "");
        indicator
                .filter(known ->
                        !unit.isEmpty() && !Indicator.isSameUnit(known.value().unit(), unit))
                .ifPresent(known -> problem(place, "unit", unit, known.value().unit()));
        Optional<PartialDate> on = date(row, MeasurementSheet.ON, place);
        if (!row.containsKey(MeasurementSheet.ON)) {
            problem(place, "no-date");
        }
        on.flatMap(time -> MeasurementRules.notYet(time, today))
                .ifPresent(refusal -> problems.add(new Problem(place, refusal)));
        Optional<PartialDate> since = date(row, MeasurementSheet.SINCE, place);
        Finding says = new Finding(
                number(row, MeasurementSheet.VALUE, place),
                number(row, MeasurementSheet.LOW, place),
                number(row, MeasurementSheet.HIGH, place),
                number(row, MeasurementSheet.LEVEL, place),
                row.getOrDefault(MeasurementSheet.MISSING, ""));
        if (problems.size() > before) {
            leftOut++;
            return;
        }
        Measurement said = once.placed(new Measurement(
                chain,
                indicator.orElseThrow().id(),
                since,
                on.orElseThrow(),
                row.getOrDefault(MeasurementSheet.GROUP, ""),
                says,
                row.getOrDefault(MeasurementSheet.SOURCE, ""),
                row.getOrDefault(MeasurementSheet.METHOD, ""),
                row.getOrDefault(MeasurementSheet.NOTE, ""),
                Progress.DRAFT,
                Optional.empty()));
        Sentence other = taken.putIfAbsent(said.id(), place);
        if (other != null) {
            problem(place, "twice", other);
            leftOut++;
            return;
        }
        Optional<AsWritten> written = Optional.ofNullable(row.get(MeasurementSheet.WRITTEN))
                .map(text -> AsWritten.read(
                        text,
                        MeasurementSheet.place(
                                indicator.get(), since, on.get(), row.getOrDefault(MeasurementSheet.GROUP, ""))));
        put(indicator.get(), said, written, place);
    }

    private void put(Item<Indicator> indicator, Measurement said, Optional<AsWritten> written, Sentence place) {
        Optional<Item<Measurement>> there = view.find(Measurement.KIND, said.id());
        // What nobody changed in the sheet says nothing of today, whatever became of it here.
        boolean isUntouched = written.filter(before -> before.said(MeasurementSheet.said(said)))
                .isPresent();
        if (isUntouched
                || there.filter(item -> item.value().saysTheSameAs(said)).isPresent()) {
            same++;
            return;
        }
        List<Cell> cells = cells(there, said);
        if (written.isPresent() && cells.isEmpty()) {
            same++;
            return;
        }
        if (written.isPresent() && !written.get().said(here(there))) {
            cells.forEach(cell -> problem(place, "changed-here", cell.label(), cell.after(), cell.before()));
            leftOut++;
            return;
        }
        Measurement wanted = said.step(
                isSubmitting ? MeasurementState.SUBMITTED : MeasurementState.DRAFT,
                view.standing().account(),
                "");
        Item<Measurement> next = there.map(item -> item.saying(wanted)).orElseGet(wanted::fresh);
        List<Sentence> refusals = there.filter(item -> item.value().state() == MeasurementState.APPROVED)
                        .isPresent()
                ? List.of(Sentence.of("goals.refusal.approved"))
                : Measurement.KIND.rule().refusals(next, view);
        if (!refusals.isEmpty()) {
            refusals.forEach(refusal -> problems.add(new Problem(place, refusal)));
            leftOut++;
            return;
        }
        edits.add(new Edit.Put(next));
        String when = said.since().map(since -> since + "/").orElse("") + said.on();
        changes.add(new Change(place, indicator, when, said.group(), there.isEmpty(), cells));
        if (there.isPresent()) {
            changed++;
        } else {
            fresh++;
        }
    }

    /** What stands here; where nothing does, nothing in every column. */
    private static Map<String, String> here(Optional<Item<Measurement>> there) {
        return there.map(item -> MeasurementSheet.said(item.value()))
                .orElseGet(() -> SAID.stream().collect(Collectors.toMap(column -> column, column -> "")));
    }

    private static List<Cell> cells(Optional<Item<Measurement>> there, Measurement said) {
        Map<String, String> here = here(there);
        List<Cell> cells = new ArrayList<>();
        MeasurementSheet.said(said).forEach((column, text) -> {
            String before = here.getOrDefault(column, "");
            if (!text.equals(before)) {
                cells.add(new Cell(column, shown(before), shown(text)));
            }
        });
        return cells;
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_SHOWN))) + "…";
    }

    private Optional<Item<Indicator>> indicator(Map<String, String> row, Sentence place) {
        String id = row.getOrDefault(MeasurementSheet.INDICATOR_ID, "");
        if (!id.isEmpty()) {
            Optional<Item<Indicator>> known = Optional.ofNullable(byId.get(id));
            if (known.isEmpty()) {
                problem(place, "indicator", id);
            }
            return known;
        }
        String title = row.getOrDefault(MeasurementSheet.INDICATOR, "");
        List<Item<Indicator>> found = byTitle.getOrDefault(folded(title), List.of());
        if (found.size() != 1) {
            problem(place, found.isEmpty() ? "indicator" : "indicators", title);
            return Optional.empty();
        }
        return Optional.of(found.getFirst());
    }

    private Optional<PartialDate> date(Map<String, String> row, String column, Sentence place) {
        String text = row.getOrDefault(column, "");
        // A cell that a spreadsheet took for a date comes with a time of day.
        String day = text.replaceFirst("[T ]00:00(:00(\\.0+)?)?$", "");
        Optional<PartialDate> date = PartialDate.find(day);
        if (date.isEmpty() && !text.isEmpty()) {
            problem(place, "date", text);
        }
        return date;
    }

    private Optional<BigDecimal> number(Map<String, String> row, String column, Sentence place) {
        String text = row.getOrDefault(column, "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> number = TypedNumber.find(text);
        if (number.isEmpty()) {
            problems.add(new Problem(place, TypedNumber.doubt(text).orElse(Sentence.of("goals.problem.number", text))));
        }
        return number;
    }
}
