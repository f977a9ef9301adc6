package org.salus.impact;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.TableRows;
import org.salus.evidence.UnreadableFile;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what people answered, from CSV, XLSX or JSON as collecting programs hand it out. Of each row only the chosen columns are ever held: names, phones, places, devices and free text go by. Ids are looked at to tell
 * a submission that stands twice, and forgotten.
 */
public final class SurveySubmissions {
    /** How it stands in a column of several choices that somebody was asked and chose none. */
    static final String NONE_CHOSEN = "(none)";

    /** Between a question and one of its choices where each has a column; no name has it. */
    private static final char CHOICE = '\n';

    private static final int MOST_BYTES = 128 << 20;
    private static final int MOST_ROWS = 500_000;
    private static final int NAMED = 5;
    private static final Set<String> IDS = Set.of(
            "_uuid", "meta/instanceid", "instanceid", "meta-instanceid", "meta.instanceid", "key", "__id", "_id");
    private static final Set<String> YES = Set.of("1", "true", "yes", "oui", "1.0");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String name;
    private final SurveyForm form;
    private final List<SurveyForm.Question> questions;
    private final List<String> columns;
    private final List<String> design;
    private final List<PanelTable.Row> rows = new ArrayList<>();
    private final Map<String, Long> ids = new HashMap<>();
    private final Set<String> found = new HashSet<>();
    private final List<Long> twice = new ArrayList<>();
    private final Set<String> repeated = new LinkedHashSet<>();
    private final Map<String, SurveyForm.Question> byHead;
    private long formulas;
    private int known;

    /**
     * What was read.
     *
     * @param rows paths of questions and names of design columns at the head; nothing else of the file
     * @param questions of which there is a column
     * @param remarks what was left out, and what is doubtful
     */
    public record Read(PanelTable rows, List<SurveyForm.Question> questions, List<Sentence> remarks) {}

    private SurveySubmissions(
            String name, SurveyForm form, List<SurveyForm.Question> questions, SurveyDesign how, List<String> by) {
        this.name = name;
        this.form = form;
        this.questions = questions;
        this.design = Stream.concat(Stream.of(how.weight(), how.stratum(), how.cluster()), by.stream())
                .filter(column -> !column.isEmpty())
                .distinct()
                .toList();
        this.columns = Stream.concat(questions.stream().map(SurveyForm.Question::path), design.stream())
                .distinct()
                .toList();
        this.byHead = heads(form);
    }

    /**
     * Reads a file.
     *
     * @param name of the file, for what is said about it
     * @param named questions that are wanted; where none is, all that tell something without telling of whom
     * @param by columns that people are told apart by
     * @throws Failure (wrong use) if it is no such file, or holds answers to another form
     * @throws IOException if the bytes do not come
     */
    public static Read read(
            InputStream bytes, String name, SurveyForm form, List<String> named, SurveyDesign design, List<String> by)
            throws IOException {
        SurveyDesign resolved = new SurveyDesign(
                resolved(form, design.weight()), resolved(form, design.stratum()), resolved(form, design.cluster()));
        SurveySubmissions reader = new SurveySubmissions(
                name,
                form,
                form.reading(named),
                resolved,
                by.stream().map(column -> resolved(form, column)).toList());
        reader.gather(bytes);
        return reader.read();
    }

    /** The path of a question that was named by its name alone; columns that are no question stay as they were named. */
    static String resolved(SurveyForm form, String column) {
        return form.find(column)
                .map(question -> {
                    if (question.isNeverKept()) {
                        throw Failure.wrongUse(Sentence.of(
                                "impact.survey.never-kept",
                                question.path(),
                                question.notKept().orElseThrow()));
                    }
                    return question.path();
                })
                .orElse(column.strip());
    }

    /** What heads can mean: paths with the marks programs put between groups, names and labels that only one question has. */
    private static Map<String, SurveyForm.Question> heads(SurveyForm form) {
        Map<String, SurveyForm.Question> heads = new HashMap<>();
        form.questions()
                .forEach(question -> Stream.of("/", ".", "-", ":")
                        .map(mark -> question.path().replace("/", mark))
                        .forEach(head -> heads.putIfAbsent(head.toLowerCase(Locale.ROOT), question)));
        Map<String, List<SurveyForm.Question>> loose = new LinkedHashMap<>();
        form.questions()
                .forEach(question -> Stream.of(question.name(), question.label())
                        .map(head -> head.toLowerCase(Locale.ROOT))
                        .distinct()
                        .forEach(head -> loose.computeIfAbsent(head, any -> new ArrayList<>())
                                .add(question)));
        loose.forEach((head, all) -> {
            if (all.size() == 1) {
                heads.putIfAbsent(head, all.getFirst());
            }
        });
        return heads;
    }

    private void gather(InputStream bytes) throws IOException {
        BufferedInputStream stream = new BufferedInputStream(bytes, 1 << 16);
        stream.mark(1 << 10);
        byte[] head = stream.readNBytes(1 << 10);
        stream.reset();
        int first = 0;
        while (first < head.length && (head[first] <= ' ' && head[first] != 0)) {
            first++;
        }
        try {
            if (first < head.length && (head[first] == '{' || head[first] == '[')) {
                json(stream);
            } else if (OldWorkbook.isOne(head)) {
                OldWorkbook.read(stream, name, "file", new Sheets());
            } else {
                TableRows.workbookOrText(stream, new Sheets());
            }
        } catch (UnreadableFile unreadable) {
            throw Failure.wrongUse(Sentence.of("impact.file.unreadable", name, unreadable.sentence()))
                    .at("file");
        }
    }

    private final class Sheets implements TableRows.Visitor {
        private @Nullable Heads heads;
        private boolean isPast;

        @Override
        public boolean sheet(String title) {
            // Further sheets hold what was asked several times in one interview.
            if (isPast) {
                repeated.add(title);
                return false;
            }
            isPast = true;
            return true;
        }

        @Override
        public void formula(long line, String address) {
            formulas++;
        }

        @Override
        public boolean row(long line, List<String> cells) {
            if (cells.stream().allMatch(String::isBlank)) {
                return true;
            }
            if (heads == null) {
                heads = new Heads(cells);
            } else {
                List<String> plain =
                        cells.stream().map(SurveySubmissions::plain).toList();
                keep(line, heads.id(plain), heads.answers(plain));
            }
            return true;
        }
    }

    /** Programs for tables write whole numbers, which are also names of choices, as 3.0 where some are missing. */
    private static String plain(String cell) {
        return cell.matches("-?\\d+\\.0") ? cell.substring(0, cell.length() - 2) : cell;
    }

    /** Which place of a row is which column that is kept. */
    private final class Heads {
        private record Option(int place, String name) {}

        private final Map<String, Integer> whole = new HashMap<>();
        private final Map<String, List<Option>> split = new HashMap<>();
        private final List<Integer> ids = new ArrayList<>();
        private final Map<String, String> asked = new HashMap<>();

        Heads(List<String> heads) {
            for (int i = 0; i < heads.size(); i++) {
                String head = heads.get(i).strip();
                String low = head.toLowerCase(Locale.ROOT);
                if (IDS.contains(low)) {
                    ids.add(i);
                }
                SurveyForm.Question question = byHead.get(low);
                if (question != null) {
                    known++;
                    once(question.path(), head, i);
                    whole.putIfAbsent(question.path(), i);
                } else {
                    option(head, i);
                }
                if (design.contains(head)
                        && (question == null || !question.path().equals(head))) {
                    once(head, head, i);
                    whole.putIfAbsent(head, i);
                }
            }
            found.addAll(whole.keySet());
            found.addAll(split.keySet());
        }

        /** Of two columns that answer the same nobody can tell which one is meant. */
        private void once(String column, String head, int place) {
            String said = head + " (" + (place + 1) + ")";
            String before = asked.putIfAbsent(column, said);
            String question = column.substring(0, Math.max(0, column.indexOf(CHOICE)));
            if (before != null && (columns.contains(column) || columns.contains(question))) {
                throw columnTwice(before, said);
            }
        }

        private void option(String head, int place) {
            int mark = Math.max(head.lastIndexOf('/'), head.lastIndexOf('.'));
            if (mark <= 0) {
                return;
            }
            SurveyForm.Question question = byHead.get(head.substring(0, mark).toLowerCase(Locale.ROOT));
            if (question != null && question.type() == SurveyQuestionType.SELECT_MULTIPLE) {
                String choice = question.chosen(head.substring(mark + 1));
                if (question.choices().stream().anyMatch(each -> each.name().equals(choice))) {
                    known++;
                    once(question.path() + CHOICE + choice, head, place);
                    split.computeIfAbsent(question.path(), any -> new ArrayList<>())
                            .add(new Option(place, choice));
                }
            }
        }

        String id(List<String> cells) {
            return ids.stream()
                    .filter(place -> place < cells.size())
                    .map(place -> cells.get(place).strip())
                    .filter(cell -> !cell.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        Map<String, String> answers(List<String> cells) {
            Map<String, String> answers = new HashMap<>();
            for (String column : columns) {
                List<Option> options = split.getOrDefault(column, List.of());
                Integer place = whole.get(column);
                String cell = place == null || place >= cells.size()
                        ? ""
                        : cells.get(place).strip();
                answers.put(column, options.isEmpty() ? cell : chosen(options, cells));
            }
            return answers;
        }

        private static String chosen(List<Option> options, List<String> cells) {
            boolean isAsked = false;
            List<String> chosen = new ArrayList<>();
            for (Option option : options) {
                String cell = option.place() < cells.size()
                        ? cells.get(option.place()).strip().toLowerCase(Locale.ROOT)
                        : "";
                isAsked = isAsked || !cell.isEmpty();
                if (YES.contains(cell)) {
                    chosen.add(option.name());
                }
            }
            return !isAsked ? "" : chosen.isEmpty() ? NONE_CHOSEN : String.join(" ", chosen);
        }
    }

    private void json(InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw Failure.wrongUse(Sentence.of("impact.survey.too-large", name, MOST_BYTES >> 20))
                    .at("file");
        }
        JsonNode root;
        try {
            root = JSON.readTree(bytes);
        } catch (JacksonException broken) {
            throw Failure.wrongUse(Sentence.of("impact.survey.broken-json", name))
                    .at("file");
        }
        JsonNode all = Stream.of("submissions", "results", "value")
                .map(root::path)
                .filter(JsonNode::isArray)
                .findFirst()
                .orElse(root);
        if (!all.isArray()) {
            throw Failure.wrongUse(Sentence.of("impact.survey.broken-json", name))
                    .at("file");
        }
        long line = 0;
        for (JsonNode submission : all) {
            line++;
            Map<String, String> flat = new LinkedHashMap<>();
            if (submission.isObject()) {
                flatten("", submission, flat);
            }
            String of = flat.getOrDefault("_xform_id_string", "");
            if (!of.isEmpty() && !form.id().isEmpty() && !of.equals(form.id())) {
                throw Failure.wrongUse(Sentence.of("impact.survey.other-form", name, of, form.id()))
                        .advising(Sentence.of("impact.survey.other-form.advice"))
                        .at("file");
            }
            Map<String, String> answers = new HashMap<>();
            Map<String, String> asked = new HashMap<>();
            flat.forEach((head, answer) -> {
                SurveyForm.Question question = byHead.get(head.toLowerCase(Locale.ROOT));
                String column = question == null ? head : question.path();
                known += question == null ? 0 : 1;
                if (columns.contains(column)) {
                    String before = asked.putIfAbsent(column, head);
                    if (before != null) {
                        throw columnTwice(before, head);
                    }
                    found.add(column);
                    answers.put(column, answer);
                }
            });
            String id = flat.entrySet().stream()
                    .filter(entry -> IDS.contains(entry.getKey().toLowerCase(Locale.ROOT)))
                    .map(Map.Entry::getValue)
                    .filter(value -> !value.isEmpty())
                    .findFirst()
                    .orElse("");
            keep(line, id, answers);
        }
    }

    private Failure columnTwice(String one, String other) {
        return Failure.wrongUse(Sentence.of("impact.survey.column-twice", name, one, other))
                .advising(Sentence.of("impact.survey.column-twice.advice"))
                .at("file");
    }

    /** Groups within groups become paths; what was asked several times goes by. */
    private void flatten(String above, JsonNode node, Map<String, String> flat) {
        node.properties().forEach(entry -> {
            String path = entry.getKey().contains("/") ? entry.getKey() : above + entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isObject()) {
                flatten(path + "/", value, flat);
            } else if (value.isArray()) {
                boolean isList = value.valueStream().noneMatch(each -> each.isObject() || each.isArray());
                if (isList) {
                    flat.put(
                            path,
                            value.valueStream().map(each -> each.asString("")).collect(Collectors.joining(" ")));
                } else if (!path.startsWith("_")) {
                    repeated.add(path);
                    known += isGroup(path) ? 1 : 0;
                }
            } else if (!value.isNull()) {
                flat.put(path, value.asString("").strip());
            }
        });
    }

    private boolean isGroup(String path) {
        return form.questions().stream().anyMatch(question -> question.path().startsWith(path + "/"));
    }

    private void keep(long line, String id, Map<String, String> answers) {
        Long before = id.isEmpty() ? null : ids.putIfAbsent(id, line);
        if (before != null) {
            twice.add(line);
            return;
        }
        if (rows.size() == MOST_ROWS) {
            throw Failure.wrongUse(Sentence.of("impact.table.too-long", name, MOST_ROWS))
                    .at("file");
        }
        rows.add(new PanelTable.Row(
                line,
                columns.stream().map(column -> answers.getOrDefault(column, "")).toList()));
    }

    private Read read() {
        if (rows.isEmpty()) {
            throw Failure.wrongUse(Sentence.of("impact.survey.no-submissions", name))
                    .at("file");
        }
        if (known == 0) {
            throw Failure.wrongUse(Sentence.of("impact.survey.no-answers", name, form.title()))
                    .advising(Sentence.of("impact.survey.other-form.advice"))
                    .at("file");
        }
        for (String column : design) {
            if (!found.contains(column)) {
                throw Failure.notFound(Sentence.of("impact.table.no-column", name, column))
                        .advising(Sentence.of("impact.survey.no-design.advice"))
                        .at("design");
            }
        }
        List<Sentence> remarks = new ArrayList<>();
        List<String> missing = questions.stream()
                .map(SurveyForm.Question::path)
                .filter(path -> !found.contains(path))
                .toList();
        if (!missing.isEmpty()) {
            remarks.add(Sentence.of(
                    "impact.survey.remark.not-in-file",
                    missing.size(),
                    missing.stream().limit(NAMED).collect(Collectors.joining(", "))));
        }
        if (!twice.isEmpty()) {
            remarks.add(Sentence.of(
                    "impact.survey.remark.twice",
                    twice.size(),
                    twice.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "))));
        }
        if (formulas > 0) {
            remarks.add(Sentence.of("impact.survey.remark.formulas", formulas));
        }
        if (!repeated.isEmpty()) {
            remarks.add(Sentence.of(
                    "impact.survey.remark.repeats",
                    repeated.size(),
                    repeated.stream().limit(NAMED).collect(Collectors.joining(", "))));
        }
        List<SurveyForm.Question> answered = questions.stream()
                .filter(question -> found.contains(question.path()))
                .toList();
        return new Read(new PanelTable(name, columns, rows), answered, remarks);
    }
}
