package org.salus.governance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.TableRows;
import org.salus.evidence.UnreadableFile;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Vocabulary;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Act;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.PlainText;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.workspace.Reply;

/**
 * What a reply form that comes back would write down: all problems at once, each with its place, and nothing at all while there is one, since half of a reply is
 * another reply. Empty cells say nothing. A reply of the same office to the same question is brought up to date, so a file that comes twice changes nothing the
 * second time.
 */
public final class ReplyImport {
    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_ROWS = 2_000;
    private static final int HEADER_WITHIN = 10;
    private static final int LETTERS = 26;
    private static final int LONGEST_QUOTED = 80;

    private final Assessment assessment;
    private final View view;
    private final Wording wording;
    private final String file;
    private final boolean isDocument;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> toldOnce = new HashSet<>();
    private final Vocabulary<Reply> choices = Vocabulary.of(Reply.STANCES);
    private final Map<String, Sentence> taken = new HashMap<>();
    private final List<Row> heads = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Edit> edits = new ArrayList<>();
    private int empty;
    private int same;

    private ReplyImport(Assessment assessment, View view, Wording wording, String file, boolean isDocument) {
        this.assessment = assessment;
        this.view = view;
        this.wording = wording;
        this.file = file;
        this.isDocument = isDocument;
    }

    /**
     * A reply that would be written down.
     *
     * @param question its id; empty for the assessment as a whole
     * @param before what the same office had replied; empty if nothing
     */
    public record Line(String question, Reply reply, String text, Optional<InstitutionReply> before) {}

    /**
     * What a file would write down.
     *
     * @param institution its name; empty where the file does not tell
     * @param by the office that replies
     * @param document what proves it: what the office wrote there, else the name of the file
     * @param empty rows without a reply
     * @param same replies that are written down already
     * @param lines what would be written down; none while there is a problem
     */
    public record Preview(
            String file,
            String institution,
            String by,
            Optional<PartialDate> date,
            String document,
            int empty,
            int same,
            List<Line> lines,
            List<Problem> problems,
            List<Edit> edits) {
        public Preview {
            lines = List.copyOf(lines);
            problems = List.copyOf(problems);
            edits = List.copyOf(edits);
        }

        /** How many replies are the first of their office to their question. */
        public int fresh() {
            return (int) lines.stream().filter(line -> line.before().isEmpty()).count();
        }

        /** How many take the place of what the same office had replied. */
        public int changed() {
            return lines.size() - fresh();
        }
    }

    /**
     * Looks at a form.
     *
     * @param file its name, as people know it
     * @throws Failure if it is no such form, is broken, or is too large
     */
    public static Preview preview(InputStream bytes, String file, Assessment assessment, View view, Locale language) {
        try {
            byte[] all = bytes.readNBytes(MOST_BYTES + 1);
            if (all.length > MOST_BYTES) {
                throw Failure.wrongUse(Sentence.of("workspace.file.too-large", MOST_BYTES >> 20));
            }
            boolean isPacked = all.length >= 2 && all[0] == 'P' && all[1] == 'K';
            boolean isDocument = isPacked && TableRows.isDocument(all);
            ReplyImport desk = new ReplyImport(assessment, view, Wording.in(language), file, isDocument);
            Tables tables = desk.new Tables();
            if (isDocument) {
                TableRows.document(all, tables);
            } else if (isPacked) {
                TableRows.workbook(new ByteArrayInputStream(all), tables);
            }
            if (!tables.isRecognised) {
                throw Failure.wrongUse(Sentence.of("governance.failure.no-reply-form", file));
            }
            return desk.judged();
        } catch (UnreadableFile unreadable) {
            throw new Failure(Failure.Kind.WRONG_USE, unreadable.sentence(), null, unreadable);
        } catch (IOException failed) {
            throw Failure.notPossible(Sentence.of("governance.failure.read", file), failed);
        }
    }

    /** Writes what a preview says, as one entry that names the file. */
    public static Outcome accept(Workspace workspace, AccountId author, Preview preview) {
        return workspace.append(author, preview.edits(), Reason.of(Act.IMPORT, preview.file()));
    }

    private static String folded(String text) {
        return text.strip().replaceAll("[\\s_]+", " ").replaceAll("[.!]+$", "").toLowerCase(Locale.ROOT);
    }

    /** What counts of a text that has gone through Word or Excel and perhaps their corrections of quotes and dashes: letters and digits. */
    private static String compared(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    // --- reading ---

    /**
     * A row of the file that is ours.
     *
     * @param sheet its name; of a document, which of its tables
     * @param columns where each of our columns is, from 0
     */
    private record Row(String sheet, long line, Map<String, Integer> columns, List<String> cells, boolean isMerged) {
        String cell(String name) {
            Integer column = columns.get(name);
            return column == null || column >= cells.size()
                    ? ""
                    : PlainText.shown(cells.get(column).replace("\r\n", "\n").strip());
        }

        boolean saysSomething(String... names) {
            for (String name : names) {
                if (!cell(name).isEmpty()) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The tables of whatever kind of file: the one that says who replies, and the one with the replies. */
    private final class Tables implements TableRows.Visitor {
        private String sheet = "";
        private @Nullable Map<String, Integer> columns;
        private List<Row> target = rows;
        private int before;
        private long merged = -1;
        private boolean isRecognised;

        @Override
        public boolean sheet(String name) {
            sheet = name;
            columns = null;
            before = 0;
            merged = -1;
            return true;
        }

        @Override
        public boolean fillsMerged() {
            return true;
        }

        @Override
        public void merged(long line) {
            merged = line;
        }

        @Override
        public boolean row(long line, List<String> cells) {
            Map<String, Integer> known = columns;
            if (known == null) {
                Map<String, Integer> headings = headings(cells);
                if (headings.containsKey(ReplyForm.QUESTION) && headings.containsKey(ReplyForm.REPLY)) {
                    columns = headings;
                    target = rows;
                    isRecognised = true;
                } else if (headings.containsKey(ReplyForm.OFFICE) && headings.containsKey(ReplyForm.MARK)) {
                    columns = headings;
                    target = heads;
                }
                before++;
                return columns != null || before < HEADER_WITHIN;
            }
            if (target.size() == MOST_ROWS) {
                problem(place(sheet, line), "too-many", MOST_ROWS);
                return false;
            }
            target.add(new Row(sheet, line, known, List.copyOf(cells), merged == line));
            return true;
        }

        /** Columns by the names we gave them; what stands behind a colon says what they are for. */
        private static Map<String, Integer> headings(List<String> cells) {
            Map<String, Integer> headings = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                String name = folded(cells.get(i).split(":", 2)[0]).replace(' ', '_');
                headings.putIfAbsent(name, i);
            }
            return headings;
        }
    }

    private Sentence place(String sheet, long line) {
        return isDocument
                ? Sentence.of("governance.place.table-row", sheet, String.valueOf(line))
                : Sentence.of("governance.place.sheet", sheet, line);
    }

    /** A cell, named as the program shows it in which the file was filled in. */
    private Sentence place(Row row, String name) {
        Integer column = row.columns().get(name);
        if (column == null) {
            return place(row.sheet(), row.line());
        }
        return isDocument
                ? Sentence.of(
                        "governance.place.table-cell",
                        row.sheet(),
                        String.valueOf(row.line()),
                        String.valueOf(column + 1))
                : Sentence.of("governance.place.cell", row.sheet(), letters(column) + row.line());
    }

    private static String letters(int column) {
        String letters = "";
        for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
            letters = (char) ('A' + rest % LETTERS) + letters;
        }
        return letters;
    }

    private void problem(Sentence place, String key, Object... arguments) {
        problems.add(new Problem(place, Sentence.of("governance.problem." + key, arguments)));
    }

    private static String quoted(String text) {
        return text.length() <= LONGEST_QUOTED ? text : text.substring(0, LONGEST_QUOTED) + "…";
    }

    // --- judging ---

    private Preview judged() {
        Sentence whole = Sentence.of("governance.place.file");
        Optional<Institution> institution = institution(whole);
        if (assessment.round().stage() == Stage.LOCKED) {
            problems.add(new Problem(whole, Sentence.of("governance.refusal.locked")));
            toldOnce.add("governance.refusal.locked");
        }
        boolean isReplied = rows.stream().anyMatch(row -> row.saysSomething(ReplyForm.REPLY, ReplyForm.WORDS));
        Head head = head(whole, isReplied);
        Map<String, Known> asked = new HashMap<>();
        institution.ifPresent(known -> asked.putAll(asked(known)));
        rows.forEach(row -> take(row, institution, asked, head));
        boolean isWhole = problems.isEmpty();
        return new Preview(
                file,
                institution.map(Institution::name).orElse(""),
                head.by(),
                head.date(),
                head.document(),
                empty,
                same,
                isWhole ? lines : List.of(),
                problems,
                isWhole ? edits : List.of());
    }

    /** Which institution replies: the form tells by its mark, which also tells the round. */
    private Optional<Institution> institution(Sentence whole) {
        List<String> marks = heads.stream()
                .map(row -> row.cell(ReplyForm.MARK))
                .filter(mark -> !mark.isEmpty())
                .distinct()
                .toList();
        Optional<List<String>> marked = marks.size() == 1 ? ReplyForm.marked(marks.getFirst()) : Optional.empty();
        if (marked.isEmpty()) {
            problem(whole, "mark");
            return Optional.empty();
        }
        if (!marked.get().getFirst().equals(assessment.id().toString())) {
            problem(whole, "other-round", assessment.round().title());
            return Optional.empty();
        }
        Optional<Institution> found = assessment.institutions().stream()
                .filter(one -> one.id().toString().equals(marked.get().getLast()))
                .findFirst();
        if (found.isEmpty()) {
            problem(whole, "not-in-round", assessment.round().title());
        }
        return found;
    }

    /** Who replies, when, and what proves it. */
    private record Head(String by, Optional<PartialDate> date, String document) {}

    private Head head(Sentence whole, boolean isReplied) {
        List<Row> told = heads.stream()
                .filter(row -> row.saysSomething(ReplyForm.OFFICE, ReplyForm.DATE, ReplyForm.DOCUMENT))
                .toList();
        told.stream().skip(1).forEach(row -> problem(place(row.sheet(), row.line()), "several-offices"));
        Optional<Row> first = told.stream().findFirst();
        String by = first.map(row -> row.cell(ReplyForm.OFFICE)).orElse("");
        if (isReplied && (by.isEmpty() || by.length() > RoundRules.LONGEST_TITLE)) {
            problem(
                    heads.stream()
                            .findFirst()
                            .map(row -> place(row, ReplyForm.OFFICE))
                            .orElse(whole),
                    "office");
            toldOnce.add("governance.refusal.reply-by");
        }
        String written = first.map(row -> row.cell(ReplyForm.DATE)).orElse("");
        Optional<PartialDate> date = PartialDate.find(written);
        if (!written.isEmpty() && date.isEmpty()) {
            first.ifPresent(row -> problems.add(
                    new Problem(place(row, ReplyForm.DATE), Sentence.of("governance.failure.date", quoted(written)))));
        }
        String document = first.map(row -> row.cell(ReplyForm.DOCUMENT)).orElse("");
        return new Head(by, date, document.isEmpty() ? file : document);
    }

    /** A question as it stands now, with all that a file may say of it: a form is made in some language, with reasons that are meant for members, or without. */
    private static final class Known {
        private final Set<String> asks = new HashSet<>();
        private final Set<String> found = new HashSet<>();
        private final Set<String> reasons = new HashSet<>();

        void take(ReplyForm.Line line) {
            asks.add(compared(line.asks()));
            found.add(compared(line.found()));
            reasons.add(compared(line.reasons()));
        }
    }

    private Map<String, Known> asked(Institution institution) {
        Map<String, Known> asked = new HashMap<>();
        for (Locale language : Wording.offered()) {
            for (boolean isWithReasons : List.of(false, true)) {
                ReplyForm.lines(assessment, institution, isWithReasons, Wording.in(language))
                        .forEach(line -> asked.computeIfAbsent(line.id(), id -> new Known())
                                .take(line));
            }
        }
        return asked;
    }

    private void take(Row row, Optional<Institution> institution, Map<String, Known> asked, Head head) {
        if (!row.saysSomething(ReplyForm.REPLY, ReplyForm.WORDS)) {
            if (row.saysSomething(ReplyForm.QUESTION)) {
                empty++;
            }
            return;
        }
        int before = problems.size();
        if (row.isMerged()) {
            problem(place(row.sheet(), row.line()), "merged");
        }
        String id = row.cell(ReplyForm.QUESTION);
        institution.ifPresent(known -> check(row, id, known, asked.get(id)));
        Sentence other = taken.putIfAbsent(id, place(row, ReplyForm.REPLY));
        if (other != null) {
            problem(place(row, ReplyForm.REPLY), "replied-twice", quoted(id), other);
        }
        Optional<Reply> reply = choice(row);
        String text = row.cell(ReplyForm.WORDS);
        if (institution.isPresent() && reply.isPresent()) {
            InstitutionReply said = new InstitutionReply(
                    assessment.id(),
                    institution.get().id(),
                    id.equals(ReplyForm.WHOLE) ? "" : id,
                    reply.get(),
                    text,
                    head.by(),
                    head.date(),
                    head.document());
            refusals(row, said);
            if (problems.size() == before) {
                put(said);
            }
        }
    }

    /** Whether the row still says what is asked and what was found; a reply to other words is none to these. */
    private void check(Row row, String id, Institution institution, @Nullable Known known) {
        if (known == null) {
            problem(place(row, ReplyForm.QUESTION), "question", quoted(id), institution.name());
            return;
        }
        if (!known.asks.contains(compared(row.cell(ReplyForm.ASKS)))) {
            problem(place(row, ReplyForm.ASKS), "other-words", quoted(id));
        }
        if (!known.found.contains(compared(row.cell(ReplyForm.FOUND)))) {
            problem(place(row, ReplyForm.FOUND), "other-finding", quoted(id));
        }
        String reasons = compared(row.cell(ReplyForm.REASONS));
        if (!reasons.isEmpty() && !known.reasons.contains(reasons)) {
            problem(place(row, ReplyForm.REASONS), "other-reasons", quoted(id));
        }
    }

    private Optional<Reply> choice(Row row) {
        String word = row.cell(ReplyForm.REPLY);
        // Whoever types it by hand may end it as a sentence.
        Optional<Reply> choice = choices.find(word.replaceAll("[.!\\s]+$", ""));
        if (choice.isEmpty()) {
            List<String> labels = Reply.STANCES.stream()
                    .map(reply -> wording.say(reply.label()))
                    .toList();
            problem(
                    place(row, ReplyForm.REPLY),
                    word.isEmpty() ? "no-reply-word" : "reply-word",
                    labels.get(0),
                    labels.get(1),
                    labels.get(2),
                    quoted(word));
        }
        return choice;
    }

    /** What the rules of the ledger will say, told now and of each row; what is wrong with the file as a whole was told once. */
    private void refusals(Row row, InstitutionReply said) {
        for (Sentence refusal : RoundRules.ofReply(Item.fresh(InstitutionReply.KIND, said), view)) {
            if (!toldOnce.contains(refusal.key())) {
                problems.add(new Problem(place(row, ReplyForm.WORDS), refusal));
            }
        }
    }

    private void put(InstitutionReply said) {
        List<Item<InstitutionReply>> there = assessment.replies(said.institution()).stream()
                .filter(item -> item.value().question().equals(said.question()))
                .filter(item -> folded(item.value().by()).equals(folded(said.by())))
                .toList();
        if (there.stream().anyMatch(item -> isSame(item.value(), said))) {
            same++;
            return;
        }
        // Where one office has replied several times already, nobody but people can tell which of them is meant.
        Optional<Item<InstitutionReply>> before = there.size() == 1 ? Optional.of(there.getFirst()) : Optional.empty();
        edits.add(new Edit.Put(
                before.map(item -> item.saying(said)).orElseGet(() -> Item.fresh(InstitutionReply.KIND, said))));
        lines.add(new Line(said.question(), said.reply(), said.text(), before.map(Item::value)));
    }

    /** Under whatever name the file comes: it is what proves a reply only where the office names nothing else. */
    private boolean isSame(InstitutionReply there, InstitutionReply said) {
        return there.reply() == said.reply()
                && there.text().equals(said.text())
                && there.date().equals(said.date())
                && (there.document().equals(said.document()) || said.document().equals(file));
    }
}
