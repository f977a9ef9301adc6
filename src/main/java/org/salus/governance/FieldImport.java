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
import org.jspecify.annotations.Nullable;
import org.salus.evidence.TableRows;
import org.salus.evidence.UnreadableFile;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
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
import org.salus.workspace.Source;
import org.salus.workspace.SourceType;

/**
 * What a form that comes back from the field would change: all problems at once, each with its place. An empty cell changes nothing and nothing is ever removed;
 * an answer is found again by its place in the round, so a form that is read twice changes nothing the second time.
 */
public final class FieldImport {
    private static final int MOST_ROWS = 50_000;
    private static final int HEADER_WITHIN = 10;
    private static final String FORMULA = "=+-@\t\r\n";

    private final Assessment assessment;
    private final View view;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<ItemId, Sentence> taken = new HashMap<>();
    private final List<Edit> edits = new ArrayList<>();
    private final Map<String, ItemId> sources = new HashMap<>();
    private final Map<String, Response> responses = new HashMap<>();
    private final Map<String, Confidence> confidences = new HashMap<>();
    private int rows;
    private int leftOut;
    private int fresh;
    private int changed;
    private int same;

    private FieldImport(Assessment assessment, View view, Wording wording) {
        this.assessment = assessment;
        this.view = view;
        for (Response response : Response.values()) {
            responses.put(response.code(), response);
            responses.put(folded(wording.say(response.label())), response);
        }
        for (Confidence confidence : Confidence.values()) {
            confidences.put(confidence.code(), confidence);
            confidences.put(folded(wording.say(confidence.label())), confidence);
        }
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
     * @param same answers that say it already
     */
    public record Preview(
            String file,
            int rows,
            int leftOut,
            int fresh,
            int changed,
            int same,
            List<Problem> problems,
            List<Edit> edits) {
        public Preview {
            problems = List.copyOf(problems);
            edits = List.copyOf(edits);
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
        return new Preview(file, rows, leftOut, fresh, changed, same, problems, edits);
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
    }

    /** The rows of whatever kind of file. */
    private final class Rows implements TableRows.Visitor {
        private String sheet = "";
        private @Nullable List<String> columns;
        private int before;
        private boolean isText = true;
        private boolean isRecognised;

        @Override
        public boolean sheet(String name) {
            isText = false;
            sheet = name;
            columns = null;
            before = 0;
            return true;
        }

        @Override
        public boolean row(long line, List<String> cells) {
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
            boolean saysSomething =
                    List.of(FieldForm.ANSWER, FieldForm.WHY, FieldForm.CONFIDENCE, FieldForm.SOURCES).stream()
                            .anyMatch(filled::containsKey);
            if (saysSomething) {
                if (rows == MOST_ROWS) {
                    problems.add(new Problem(place(line), Sentence.of("governance.problem.too-many", MOST_ROWS)));
                    return false;
                }
                rows++;
                take(filled, place(line));
            }
            return true;
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
        put(item, there.isPresent(), said, row.getOrDefault(FieldForm.SOURCES, ""), place);
    }

    private void put(Item<Rating> item, boolean isThere, Rating said, String named, Sentence place) {
        List<Edit> more = new ArrayList<>();
        Item<Rating> next = item.saying(said).citing(cited(item, named, more));
        if (isThere && next.equals(item)) {
            same++;
            return;
        }
        List<Sentence> refusals = RoundRules.ofRating(next, view);
        if (!refusals.isEmpty()) {
            refusals.forEach(refusal -> problems.add(new Problem(place, refusal)));
            leftOut++;
            return;
        }
        more.forEach(edit -> {
            edits.add(edit);
            if (edit.item().value() instanceof Source source) {
                sources.put(folded(source.title()), edit.item().id());
            }
        });
        edits.add(new Edit.Put(next));
        if (isThere) {
            changed++;
        } else {
            fresh++;
        }
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
            Map<String, String> row, String column, Map<String, T> choices, Sentence place, String what) {
        String word = row.get(column);
        if (word == null) {
            return Optional.empty();
        }
        T choice = choices.get(folded(word));
        if (choice == null) {
            problem(place, what, word);
        }
        return Optional.ofNullable(choice);
    }

    private void problem(Sentence place, String key, Object... arguments) {
        problems.add(new Problem(place, Sentence.of("governance.problem." + key, arguments)));
    }
}
