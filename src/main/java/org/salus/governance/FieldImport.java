package org.salus.governance;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.CalculatedCells;
import org.salus.evidence.TableRows;
import org.salus.evidence.UnreadableFile;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Vocabulary;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Act;
import org.salus.ledger.Citation;
import org.salus.ledger.Confidence;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Outcome;
import org.salus.ledger.PlainText;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.workspace.AsWritten;
import org.salus.workspace.Source;
import org.salus.workspace.SourceType;

/**
 * What a form that comes back from the field would change: all problems at once, each with its place. An empty cell changes nothing and nothing is ever removed;
 * an answer is found again by its place in the round, so a form that is read twice changes nothing the second time.
 */
public final class FieldImport {
    private static final int MOST_ROWS = 50_000;
    private static final int HEADER_WITHIN = 10;
    private static final int MOST_PROBLEMS = 500;
    private static final int MOST_NAMED = 20;
    private static final int LONGEST_SHOWN = 300;
    private static final String FORMULA = "=+-@\t\r\n";
    /** What may be merged over rows, since each of them can have it for itself. */
    private static final List<String> NAMING =
            List.of(FieldForm.INSTITUTION, FieldForm.INSTITUTION_ID, FieldForm.ASSESSOR, FieldForm.ROUND);

    private final Assessment assessment;
    private final View view;
    private final Wording wording;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<ItemId, Sentence> taken = new HashMap<>();
    private final List<Edit> edits = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<String> formulasOfFile = new ArrayList<>();
    private final Map<String, ItemId> sources = new HashMap<>();
    private final Vocabulary<Response> responses = Vocabulary.of(List.of(Response.values()));
    private final Vocabulary<Confidence> confidences =
            Vocabulary.of(List.of(Confidence.values()), Confidence::code, Confidence::label);
    private String roundOfFile = "";
    private int rows;
    private int leftOut;
    private int fresh;
    private int changed;
    private int same;

    private FieldImport(Assessment assessment, View view, Wording wording) {
        this.assessment = assessment;
        this.view = view;
        this.wording = wording;
        for (Item<Source> source : view.list(Source.KIND)) {
            sources.putIfAbsent(folded(source.value().title()), source.id());
        }
    }

    /**
     * What a file would change.
     *
     * @param rows that say something
     * @param leftOut rows with a problem
     * @param fresh answers that are new
     * @param changed answers that would say something else
     * @param same answers that say it already, or of which nobody changed anything in the file since it was written
     * @param wrong how many things are wrong, more than are listed where there are very many
     * @param changes what each row says now and would say, in the order of the rows
     */
    public record Preview(
            String file,
            int rows,
            int leftOut,
            int fresh,
            int changed,
            int same,
            int wrong,
            List<Problem> problems,
            List<Change> changes,
            List<Edit> edits) {
        public Preview {
            problems = List.copyOf(problems);
            changes = List.copyOf(changes);
            edits = List.copyOf(edits);
        }
    }

    /**
     * What becomes of an answer.
     *
     * @param cells those that would say something else
     */
    public record Change(
            Sentence place,
            Institution institution,
            String question,
            String assessor,
            boolean isNew,
            List<Cell> cells) {
        public Change {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One cell before and after, in words.
     *
     * @param column by which it is called in programs
     */
    public record Cell(String column, String before, String after) {
        /** What it is called by people. */
        public Sentence label() {
            return Sentence.of("governance.field-work.column." + column);
        }
    }

    /**
     * Looks at a form.
     *
     * @param file its name, as people know it
     * @throws Failure if it is no such form, or is broken
     */
    public static Preview preview(InputStream bytes, String file, Assessment assessment, View view, Locale language) {
        FieldImport desk = new FieldImport(assessment, view, Wording.in(language));
        desk.read(bytes, file);
        return desk.told(file);
    }

    /**
     * One answer, as if it were the only row of a form: what is empty in it changes nothing.
     *
     * @param row words by the columns of a form
     * @throws Failure (wrong use) if something of it cannot be taken
     */
    static Preview one(Map<String, String> row, Assessment assessment, View view, Locale language) {
        FieldImport desk = new FieldImport(assessment, view, Wording.in(language));
        Map<String, String> filled = new LinkedHashMap<>();
        row.forEach((column, words) -> {
            if (!words.isBlank()) {
                filled.put(column, PlainText.shown(words.strip()));
            }
        });
        desk.rows = 1;
        desk.take(filled, Sentence.of("governance.place.file"));
        desk.problems.stream().findFirst().ifPresent(problem -> {
            throw Failure.wrongUse(problem.says());
        });
        return desk.told("");
    }

    private Preview told(String file) {
        return new Preview(file, rows, leftOut, fresh, changed, same, problems.size(), listed(), changes, edits);
    }

    /** Ten thousand problems are read by nobody, and are mostly one. */
    private List<Problem> listed() {
        if (problems.size() <= MOST_PROBLEMS) {
            return problems;
        }
        List<Problem> first = new ArrayList<>(problems.subList(0, MOST_PROBLEMS));
        first.add(new Problem(
                Sentence.of("governance.place.further"),
                Sentence.of("governance.problem.further", problems.size() - MOST_PROBLEMS)));
        return first;
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
            throw Failure.notPossible(Sentence.of("governance.failure.read", file), failed);
        }
        if (!visitor.isRecognised) {
            throw Failure.wrongUse(Sentence.of("governance.failure.no-form", file));
        }
        if (!formulasOfFile.isEmpty()) {
            problems.addFirst(new Problem(
                    Sentence.of("governance.place.file"),
                    Sentence.of("governance.problem.calculated", String.join(", ", formulasOfFile))));
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
                if (headings.containsAll(List.of(FieldForm.QUESTION, FieldForm.ASSESSOR, FieldForm.ANSWER))) {
                    columns = headings;
                    isRecognised = true;
                    return true;
                }
                before++;
                return before < HEADER_WITHIN;
            }
            Map<String, String> filled = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(cells.size(), known.size()); i++) {
                String text = isText ? unquoted(cells.get(i)) : cells.get(i);
                if (!text.isBlank() && FieldForm.COLUMNS.contains(known.get(i))) {
                    filled.putIfAbsent(known.get(i), PlainText.shown(text.strip()));
                }
            }
            if (known.contains(FieldForm.WRITTEN)) {
                filled.putIfAbsent(FieldForm.WRITTEN, "");
            }
            boolean saysSomething =
                    List.of(FieldForm.ANSWER, FieldForm.WHY, FieldForm.CONFIDENCE, FieldForm.SOURCES).stream()
                            .anyMatch(filled::containsKey);
            List<CalculatedCells.Cell> own = formulas.stream()
                    .filter(cell ->
                            cell.column() < known.size() && FieldForm.COLUMNS.contains(known.get(cell.column())))
                    .toList();
            own.stream()
                    .filter(CalculatedCells.Cell::hasValue)
                    .limit(Math.max(0, MOST_NAMED - formulasOfFile.size()))
                    .forEach(cell -> formulasOfFile.add(sheet + " " + cell.address()));
            List<CalculatedCells.Cell> unsaved =
                    own.stream().filter(cell -> !cell.hasValue()).toList();
            if (saysSomething || !unsaved.isEmpty()) {
                if (rows == MOST_ROWS) {
                    problems.add(new Problem(place(line), Sentence.of("governance.problem.too-many", MOST_ROWS)));
                    return false;
                }
                rows++;
                boolean isUnclear = isUnclear(line, known);
                if (isUnclear || !unsaved.isEmpty()) {
                    leftOut++;
                    if (isUnclear) {
                        problem(place(line), "merged");
                    }
                    unsaved.forEach(cell -> problem(
                            Sentence.of("governance.place.cell", sheet, cell.address()), "calculated-without-value"));
                } else {
                    take(filled, place(line));
                }
            }
            return true;
        }

        /** Whether what the row says is merged with what others say. What only names where it belongs is said of each of them. */
        private boolean isUnclear(long line, List<String> known) {
            return merged == line
                    && IntStream.range(0, known.size())
                            .filter(column -> FieldForm.COLUMNS.contains(known.get(column))
                                    && !NAMING.contains(known.get(column)))
                            .anyMatch(isMerged);
        }

        private Sentence place(long line) {
            return sheet.isEmpty()
                    ? Sentence.of("governance.place.row", line)
                    : Sentence.of("governance.place.sheet", sheet, line);
        }

        /** What was written with an apostrophe, so that no spreadsheet calculates it, without. */
        private static String unquoted(String text) {
            return text.length() > 1 && text.charAt(0) == '\'' && FORMULA.indexOf(text.charAt(1)) >= 0
                    ? text.substring(1)
                    : text;
        }
    }

    private void take(Map<String, String> row, Sentence place) {
        int before = problems.size();
        if (isOfAnotherRound(row, place)) {
            leftOut++;
            return;
        }
        Optional<Institution> institution = institution(row, place);
        Optional<Seat> seat = assessment.round().seat(row.getOrDefault(FieldForm.ASSESSOR, ""));
        if (seat.isEmpty()) {
            problem(place, "seat", row.getOrDefault(FieldForm.ASSESSOR, ""));
        }
        String id = row.getOrDefault(FieldForm.QUESTION, "");
        Optional<Question> question = institution.flatMap(known -> assessment.questions(known).stream()
                .filter(one -> one.id().equals(id))
                .findFirst());
        if (institution.isPresent() && question.isEmpty()) {
            problem(place, "question", id, institution.get().name());
        }
        question.ifPresent(asked -> inTheseWords(row, asked, place));
        Optional<Response> response = choice(row, FieldForm.ANSWER, responses, place, "answer");
        Optional<Confidence> confidence = choice(row, FieldForm.CONFIDENCE, confidences, place, "confidence");
        String why = row.getOrDefault(FieldForm.WHY, "");
        if (why.length() > Rating.LONGEST_NARRATIVE) {
            problem(place, "long", Rating.LONGEST_NARRATIVE);
        }
        if (problems.size() > before) {
            leftOut++;
            return;
        }
        Rating blank = Rating.blank(
                assessment.id(),
                institution.orElseThrow().id(),
                question.orElseThrow().id(),
                seat.orElseThrow().code());
        Item<Rating> fallback = blank.fresh();
        Sentence other = taken.putIfAbsent(fallback.id(), place);
        if (other != null) {
            problem(place, "twice", other);
            leftOut++;
            return;
        }
        Optional<Item<Rating>> there = view.find(Rating.KIND, fallback.id());
        Item<Rating> item = there.orElse(fallback);
        Rating said = item.value()
                .saying(
                        response.or(() -> item.value().response()),
                        why.isEmpty() ? item.value().narrative() : why,
                        confidence.orElse(item.value().confidence()));
        String named = row.getOrDefault(FieldForm.SOURCES, "");
        Optional<AsWritten> written = Optional.ofNullable(row.get(FieldForm.WRITTEN))
                .map(text -> AsWritten.read(text, fallback.id().toString()));
        if (written.isEmpty()) {
            put(institution.get(), item, there.isPresent(), said, named, place);
            return;
        }
        boolean isUntouched = FieldForm.said(said).entrySet().stream()
                .allMatch(
                        cell -> !row.containsKey(cell.getKey()) || written.get().said(cell.getKey(), cell.getValue()));
        boolean isWithSources = !named.isEmpty() && !written.get().said(FieldForm.SOURCES, named);
        if (isUntouched && !isWithSources) {
            // Nobody changed it in the file; whatever became of it here stands.
            same++;
        } else if (isUntouched || !isChangedHere(item, said, written.get(), place)) {
            put(
                    institution.get(),
                    item,
                    there.isPresent(),
                    isUntouched ? item.value() : said,
                    isWithSources ? named : "",
                    place);
        }
    }

    private void refuse(List<Sentence> refusals, Sentence place) {
        refusals.forEach(refusal -> problems.add(new Problem(place, refusal)));
        leftOut++;
    }

    /**
     * Whether somebody said something else here after the file was written; then both are told. A level and its reason belong together, so an answer is kept
     * out as a whole. Whoever may not write it is told that instead.
     */
    private boolean isChangedHere(Item<Rating> item, Rating said, AsWritten written, Sentence place) {
        Map<String, String> here = FieldForm.said(item.value());
        if (written.said(here)) {
            return false;
        }
        List<Sentence> refusals = RoundRules.ofRating(item.saying(said), view);
        if (!refusals.isEmpty() && !said.equals(item.value())) {
            refuse(refusals, place);
            return true;
        }
        int before = problems.size();
        FieldForm.said(said).forEach((column, text) -> {
            if (!text.equals(here.get(column))) {
                Cell cell = cell(column, item.value(), said);
                problem(place, "changed-here", cell.label(), shown(cell.after()), shown(cell.before()));
            }
        });
        boolean isChanged = problems.size() > before;
        leftOut += isChanged ? 1 : 0;
        return isChanged;
    }

    private Cell cell(String column, Rating before, Rating after) {
        return new Cell(column, isRead(before) ? word(column, before) : unread(), word(column, after));
    }

    private String word(String column, Rating rating) {
        return switch (column) {
            case FieldForm.ANSWER ->
                rating.response().map(response -> wording.say(response.label())).orElse("");
            case FieldForm.CONFIDENCE ->
                rating.confidence() == Confidence.NOT_ASSESSED
                        ? ""
                        : wording.say(rating.confidence().label());
            default -> rating.narrative();
        };
    }

    /** While assessors answer, a file is no way to read what another one answers. */
    private boolean isRead(Rating rating) {
        return assessment.seats().stream().anyMatch(seat -> seat.code().equals(rating.seat()));
    }

    private String unread() {
        return wording.say("governance.field-work.unread");
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_SHOWN))) + "…";
    }

    /** Whether a row was written for another round, which a table of one's own may call by its title. One that was added belongs to the round of the rows above it. */
    private boolean isOfAnotherRound(Map<String, String> row, Sentence place) {
        String round = row.getOrDefault(FieldForm.ROUND, roundOfFile);
        roundOfFile = round;
        if (round.isEmpty()
                || round.equals(assessment.id().toString())
                || round.equalsIgnoreCase(assessment.round().title())) {
            return false;
        }
        String title = view.list(Round.KIND).stream()
                .filter(known -> known.id().toString().equals(round))
                .map(known -> known.value().title())
                .findFirst()
                .orElse(round);
        problem(place, "row-of-round", title, assessment.round().title());
        return true;
    }

    /** What was answered to other words is no answer to these. */
    private void inTheseWords(Map<String, String> row, Question question, Sentence place) {
        String edition = FieldForm.edition(assessment.set(), question);
        String written = row.getOrDefault(FieldForm.EDITION, edition);
        if (!written.equals(edition) && !written.equals(assessment.set().edition())) {
            problem(place, "other-edition", question.id(), written, edition);
        }
    }

    private void put(
            Institution institution, Item<Rating> item, boolean isThere, Rating said, String named, Sentence place) {
        List<Edit> more = new ArrayList<>();
        Item<Rating> next = item.saying(said).citing(cited(item, named, more));
        if (isThere && next.equals(item)) {
            same++;
            return;
        }
        List<Sentence> refusals = RoundRules.ofRating(next, view);
        if (!refusals.isEmpty()) {
            refuse(refusals, place);
            return;
        }
        more.forEach(edit -> {
            edits.add(edit);
            if (edit.item().value() instanceof Source source) {
                sources.put(folded(source.title()), edit.item().id());
            }
        });
        edits.add(new Edit.Put(next));
        changes.add(new Change(
                place, institution, said.question(), said.seat(), !isThere, cells(item, next, !more.isEmpty(), named)));
        if (isThere) {
            changed++;
        } else {
            fresh++;
        }
    }

    private List<Cell> cells(Item<Rating> item, Item<Rating> next, boolean isWithNewSources, String named) {
        List<Cell> cells = new ArrayList<>();
        Map<String, String> here = FieldForm.said(item.value());
        FieldForm.said(next.value()).forEach((column, text) -> {
            if (!text.equals(here.get(column))) {
                Cell cell = cell(column, item.value(), next.value());
                cells.add(new Cell(column, shown(cell.before()), shown(cell.after())));
            }
        });
        if (isWithNewSources || !next.citations().equals(item.citations())) {
            String before = isRead(item.value()) ? FieldForm.sources(item, view) : unread();
            cells.add(new Cell(FieldForm.SOURCES, shown(before), shown(named)));
        }
        return cells;
    }

    /** The citations with those of the sources named that are not among them; a title nobody knows becomes a source. */
    private List<Citation> cited(Item<Rating> item, String named, List<Edit> more) {
        List<Citation> citations = new ArrayList<>(item.citations());
        Set<String> titles = new LinkedHashSet<>();
        Arrays.stream(named.split(";", -1))
                .map(String::strip)
                .filter(title -> !title.isEmpty())
                .forEach(titles::add);
        for (String title : titles) {
            ItemId known = sources.get(folded(title));
            if (known == null) {
                Item<Source> source = Item.fresh(
                        Source.KIND, Source.of(Source.isAddress(title) ? SourceType.LINK : SourceType.DOCUMENT, title));
                more.add(new Edit.Put(source));
                known = source.id();
            }
            ItemId source = known;
            if (citations.stream().noneMatch(citation -> citation.source().equals(source))) {
                citations.add(Citation.of(source, "", Confidence.NOT_ASSESSED));
            }
        }
        return citations;
    }

    private Optional<Institution> institution(Map<String, String> row, Sentence place) {
        String id = row.getOrDefault(FieldForm.INSTITUTION_ID, "");
        String name = row.getOrDefault(FieldForm.INSTITUTION, "");
        List<Institution> found = assessment.institutions().stream()
                .filter(one -> id.isEmpty()
                        ? folded(one.name()).equals(folded(name))
                        : one.id().toString().equals(id))
                .toList();
        if (found.size() != 1) {
            problem(place, found.isEmpty() ? "institution" : "ambiguous", id.isEmpty() ? name : id);
            return Optional.empty();
        }
        return Optional.of(found.getFirst());
    }

    private <T> Optional<T> choice(
            Map<String, String> row, String column, Vocabulary<T> choices, Sentence place, String what) {
        String word = row.get(column);
        if (word == null) {
            return Optional.empty();
        }
        Optional<T> choice = choices.find(word);
        if (choice.isEmpty()) {
            problem(place, what, word);
        }
        return choice;
    }

    private void problem(Sentence place, String key, Object... arguments) {
        problems.add(new Problem(place, Sentence.of("governance.problem." + key, arguments)));
    }
}
