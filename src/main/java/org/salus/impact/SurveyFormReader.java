package org.salus.impact;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.evidence.TableRows;
import org.salus.evidence.UnreadableFile;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads questionnaires after the XLSForm standard (xlsform.org): workbooks with the sheets survey, choices and settings, of today or until 2003; or the same as JSON, as collecting programs hand it out. What
 * only steers a device (conditions, constraints, appearance, calculations) is not looked at.
 */
public final class SurveyFormReader {
    private static final int HEAD = 8;
    private static final int MOST_BYTES = 32 << 20;
    private static final int MOST_QUESTIONS = 5_000;

    /** What the standard calls whatever is not among the choices. */
    private static final String OTHER = "other";

    /** Behind the name of a list that is meant together with that; no name of a list ends so. */
    private static final String WITH_OTHER = "\nother";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String name;
    private final String wished;
    private final List<Sentence> remarks = new ArrayList<>();
    private final Map<String, List<Line>> sheets = new LinkedHashMap<>();

    /** A row of a sheet by the heads of its columns, in lower case. */
    private record Line(long line, Map<String, String> cells) {
        String cell(String... heads) {
            for (String head : heads) {
                String cell = cells.getOrDefault(head, "");
                if (!cell.isEmpty()) {
                    return cell;
                }
            }
            return "";
        }
    }

    private record Group(String name, boolean isRepeated) {}

    private SurveyFormReader(String name, String wished) {
        this.name = name;
        this.wished = wished;
    }

    /**
     * The form in a file.
     *
     * @param name of the file, for what is said about it
     * @param language in which labels are wanted, or its beginning; empty for the one the form takes itself
     * @throws Failure (wrong use) if it is no form, or has no such language
     * @throws IOException if the bytes do not come
     */
    public static SurveyForm read(InputStream bytes, String name, String language) throws IOException {
        SurveyFormReader reader = new SurveyFormReader(name, language.strip());
        reader.gather(bytes);
        return reader.form();
    }

    private void gather(InputStream bytes) throws IOException {
        BufferedInputStream stream = new BufferedInputStream(bytes);
        stream.mark(HEAD);
        byte[] head = stream.readNBytes(HEAD);
        stream.reset();
        boolean isBook = OldWorkbook.isOne(head) || (head.length > 1 && head[0] == 'P' && head[1] == 'K');
        if (!isBook) {
            json(stream.readNBytes(MOST_BYTES));
            return;
        }
        Sheets gathered = new Sheets();
        try {
            if (OldWorkbook.isOne(head)) {
                OldWorkbook.read(stream, name, "form", gathered);
            } else {
                TableRows.workbook(stream, gathered);
            }
        } catch (UnreadableFile unreadable) {
            throw Failure.wrongUse(Sentence.of("impact.file.unreadable", name, unreadable.sentence()))
                    .at("form");
        } catch (Failure said) {
            throw said;
        } catch (IOException | RuntimeException broken) {
            // The library answers broken workbooks with exceptions of many kinds.
            throw Failure.wrongUse(Sentence.of("impact.survey.broken-workbook", name))
                    .at("form");
        }
    }

    private final class Sheets implements TableRows.Visitor {
        private List<Line> lines = new ArrayList<>();
        private List<String> heads = List.of();

        @Override
        public boolean sheet(String title) {
            lines = new ArrayList<>();
            heads = List.of();
            sheets.put(title.strip().toLowerCase(Locale.ROOT), lines);
            return true;
        }

        @Override
        public boolean row(long line, List<String> cells) {
            if (cells.stream().allMatch(String::isBlank)) {
                return true;
            }
            if (heads.isEmpty()) {
                heads = cells.stream().map(SurveyFormReader::head).toList();
                return true;
            }
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < Math.min(heads.size(), cells.size()); i++) {
                if (!heads.get(i).isEmpty() && !cells.get(i).isBlank()) {
                    row.putIfAbsent(heads.get(i), cells.get(i).strip());
                }
            }
            lines.add(new Line(line, row));
            return lines.size() <= 10 * MOST_QUESTIONS;
        }
    }

    /** Heads are written with one colon or two before a language, with spaces or underscores. */
    private static String head(String cell) {
        return cell.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s*::?\\s*", "::")
                .replaceAll("^list[ _]name$", "list_name")
                .replaceAll("^caption", "label");
    }

    private void json(byte[] bytes) {
        JsonNode root;
        try {
            root = JSON.readTree(bytes);
        } catch (JacksonException broken) {
            throw noForm();
        }
        JsonNode content = root.has("content") ? root.get("content") : root;
        if (!content.path("survey").isArray()) {
            throw noForm();
        }
        List<String> languages = new ArrayList<>();
        content.path("translations").forEach(language -> languages.add(language.asString("")));
        for (String sheet : List.of("survey", "choices")) {
            List<Line> lines = new ArrayList<>();
            content.path(sheet).forEach(node -> lines.add(line(node, lines.size() + 1L, languages)));
            sheets.put(sheet, lines);
        }
        Map<String, String> settings =
                new HashMap<>(line(content.path("settings"), 1, languages).cells());
        settings.putIfAbsent("form_id", root.path("id_string").asString(""));
        settings.putIfAbsent("form_title", root.path("title").asString(""));
        settings.putIfAbsent("version", root.path("version").asString(""));
        sheets.put("settings", List.of(new Line(1, settings)));
    }

    /** Of several languages labels are a list in their order. */
    private static Line line(JsonNode node, long line, List<String> languages) {
        Map<String, String> cells = new HashMap<>();
        node.properties().forEach(entry -> {
            String head = head(entry.getKey());
            JsonNode value = entry.getValue();
            if (value.isArray()) {
                for (int i = 0; i < value.size(); i++) {
                    String language = i < languages.size() ? head(languages.get(i)) : "";
                    String key = language.isEmpty() || language.equals("null") ? head : head + "::" + language;
                    cells.putIfAbsent(key, value.get(i).asString("").strip());
                }
            } else {
                cells.put(head, value.asString("").strip());
            }
        });
        cells.values().removeIf(String::isEmpty);
        return new Line(line, cells);
    }

    private Failure noForm() {
        return Failure.wrongUse(
                        Sentence.of("impact.survey.no-form", name, sheets.size(), String.join(", ", sheets.keySet())))
                .advising(Sentence.of("impact.survey.no-form.advice"))
                .at("form");
    }

    private SurveyForm form() {
        List<Line> survey = sheets.getOrDefault("survey", List.of());
        boolean isForm = survey.stream()
                .anyMatch(line -> !line.cell("type").isEmpty()
                        && !line.cell("name", "value").isEmpty());
        if (!isForm) {
            throw noForm();
        }
        Line settings =
                sheets.getOrDefault("settings", List.of()).stream().findFirst().orElse(new Line(0, Map.of()));
        Set<String> languages = new LinkedHashSet<>();
        for (Line line : survey) {
            line.cells().keySet().stream()
                    .filter(head -> head.startsWith("label::"))
                    .sorted()
                    .forEach(head -> languages.add(head.substring("label::".length())));
        }
        String language = language(languages, settings, survey);
        Map<String, List<SurveyForm.Choice>> lists = choices(language);
        List<SurveyForm.Question> questions = questions(survey, language, lists);
        if (questions.isEmpty()) {
            throw noForm();
        }
        String id = settings.cell("form_id", "id_string");
        String title = settings.cell("form_title", "title", "form_id", "id_string");
        return new SurveyForm(
                title.isEmpty() ? name : title,
                id,
                settings.cell("version"),
                language,
                List.copyOf(languages),
                questions,
                remarks);
    }

    private String language(Set<String> languages, Line settings, List<Line> survey) {
        if (!wished.isEmpty()) {
            String wanted = wished.toLowerCase(Locale.ROOT);
            return languages.stream()
                    .filter(each -> each.startsWith(wanted) || each.endsWith("(" + wanted + ")"))
                    .findFirst()
                    .orElseThrow(() -> Failure.notFound(Sentence.of(
                                    "impact.survey.no-language",
                                    name,
                                    wished,
                                    languages.size(),
                                    String.join(", ", languages)))
                            .at("language"));
        }
        String own = settings.cell("default_language").toLowerCase(Locale.ROOT);
        if (languages.contains(own)) {
            return own;
        }
        boolean isUnnamed = survey.stream().anyMatch(line -> !line.cell("label").isEmpty());
        return isUnnamed ? "" : languages.stream().findFirst().orElse("");
    }

    private static String label(Line line, String language, String otherwise) {
        String label = line.cell("label::" + language, "label");
        if (label.isEmpty()) {
            label = line.cells().entrySet().stream()
                    .filter(cell -> cell.getKey().startsWith("label::"))
                    .min(Map.Entry.comparingByKey())
                    .map(Map.Entry::getValue)
                    .orElse(otherwise);
        }
        return label.replaceAll("\\s+", " ");
    }

    private Map<String, List<SurveyForm.Choice>> choices(String language) {
        Map<String, Map<String, SurveyForm.Choice>> lists = new HashMap<>();
        List<Line> lines = sheets.getOrDefault("choices", List.of());
        for (Line line : lines) {
            String list = line.cell("list_name");
            String choice = line.cell("name", "value");
            if (!list.isEmpty() && !choice.isEmpty()) {
                lists.computeIfAbsent(list, any -> new LinkedHashMap<>())
                        .computeIfAbsent(choice, name -> new SurveyForm.Choice(name, label(line, language, name)));
            }
        }
        Map<String, List<SurveyForm.Choice>> told = new HashMap<>();
        lists.forEach((list, choices) -> told.put(list, List.copyOf(choices.values())));
        return told;
    }

    private List<SurveyForm.Question> questions(
            List<Line> survey, String language, Map<String, List<SurveyForm.Choice>> lists) {
        List<SurveyForm.Question> questions = new ArrayList<>();
        Set<String> paths = new LinkedHashSet<>();
        Deque<Group> open = new ArrayDeque<>();
        for (Line line : survey) {
            String typed = line.cell("type");
            String word = typed.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", " ");
            String own = line.cell("name", "value");
            if (word.startsWith("begin ")) {
                open.addLast(new Group(own, word.matches("begin (repeat|loop|looped group|lgroup).*")));
            } else if (word.startsWith("end ") && word.matches("end (group|repeat|loop|looped group|lgroup).*")) {
                if (open.pollLast() == null) {
                    remarks.add(Sentence.of("impact.survey.remark.end-alone", line.line()));
                }
            } else if (!typed.isEmpty()) {
                SurveyQuestionType.Worded worded = SurveyQuestionType.read(typed);
                if (worded.type() == SurveyQuestionType.UNKNOWN && !word.equals("include")) {
                    remarks.add(Sentence.of("impact.survey.remark.unknown-type", line.line(), typed));
                }
                // What a device notes by itself needs no name.
                if (own.isEmpty()) {
                    continue;
                }
                String path = open.stream()
                        .map(Group::name)
                        .filter(group -> !group.isEmpty())
                        .map(group -> group + "/")
                        .collect(Collectors.joining("", "", own));
                if (!paths.add(path)) {
                    remarks.add(Sentence.of("impact.survey.remark.name-twice", line.line(), path));
                    continue;
                }
                if (questions.size() == MOST_QUESTIONS) {
                    throw Failure.wrongUse(Sentence.of("impact.survey.too-many-questions", name, MOST_QUESTIONS));
                }
                questions.add(new SurveyForm.Question(
                        path,
                        worded.type(),
                        label(line, language, own),
                        choices(line, worded, lists),
                        open.stream().anyMatch(Group::isRepeated)));
            }
        }
        if (!open.isEmpty()) {
            remarks.add(
                    Sentence.of("impact.survey.remark.not-ended", open.getLast().name()));
        }
        return questions;
    }

    private static List<SurveyForm.Choice> withOther(List<SurveyForm.Choice> listed) {
        return listed.stream().anyMatch(choice -> choice.name().equals(OTHER))
                ? listed
                : List.copyOf(Stream.concat(listed.stream(), Stream.of(new SurveyForm.Choice(OTHER, OTHER)))
                        .toList());
    }

    private List<SurveyForm.Choice> choices(
            Line line, SurveyQuestionType.Worded worded, Map<String, List<SurveyForm.Choice>> lists) {
        if (!worded.type().isChosen()) {
            return List.of();
        }
        String list = worded.list().isEmpty() ? line.cell("select_from_list_name") : worded.list();
        List<SurveyForm.Choice> listed = lists.getOrDefault(list, List.of());
        // Questions share a list, however long it is.
        List<SurveyForm.Choice> choices =
                worded.isWithOther() ? lists.computeIfAbsent(list + WITH_OTHER, any -> withOther(listed)) : listed;
        if (choices.isEmpty()) {
            remarks.add(Sentence.of("impact.survey.remark.no-choices", line.line(), list));
        }
        return choices;
    }
}
