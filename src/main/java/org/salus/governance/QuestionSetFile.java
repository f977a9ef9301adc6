package org.salus.governance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.salus.framework.Characteristic;
import org.salus.framework.Term;
import org.salus.sector.ActorType;
import org.salus.sector.Basis;

/** A question set as a YAML file: read with every fault at once, each with its line, and written again. {@code docs/governance.md} describes the form. */
public final class QuestionSetFile {
    private static final int LONGEST = 2_000_000;
    private static final int MOST_PROBLEMS = 200;
    private static final List<String> KEYS = List.of("key", "edition", "title", "note", "groups", "questions");
    private static final List<String> QUESTION_KEYS =
            List.of("id", "characteristic", "theme", "basis", "of", "core", "asks", "levels", "sources");

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, List<ActorType>> groups = new HashMap<>();

    private QuestionSetFile() {}

    /**
     * What a file holds.
     *
     * @param set empty if anything is wrong with it: half a set would be another one
     */
    public record Read(Optional<QuestionSet> set, List<Problem> problems) {
        public Read {
            problems = List.copyOf(problems);
        }
    }

    /** Read when it is first asked for, and once: the form of a round looks into it for every institution. */
    private static final class Shipped {
        private static final QuestionSet SET = readShipped();
    }

    /** The set that comes with the program. */
    public static QuestionSet shipped() {
        return Shipped.SET;
    }

    private static QuestionSet readShipped() {
        try (InputStream in =
                Objects.requireNonNull(QuestionSetFile.class.getResourceAsStream("questions-salus.yaml"))) {
            Read read = read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return read.set().orElseThrow(() -> new IllegalStateException(String.valueOf(read.problems())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Reads a set from a file; of one that is too long no more than tells so. */
    public static Read read(InputStream bytes) throws IOException {
        return read(new String(bytes.readNBytes(4 * LONGEST + 4), StandardCharsets.UTF_8));
    }

    /** Reads a set. */
    public static Read read(String text) {
        QuestionSetFile file = new QuestionSetFile();
        QuestionSet set = file.set(text);
        return new Read(
                file.problems.isEmpty() ? Optional.of(set) : Optional.empty(),
                file.problems.stream().limit(MOST_PROBLEMS).toList());
    }

    private void problem(int line, String path, String key, Object... arguments) {
        problems.add(Problem.atLine(line, path, key, arguments));
    }

    private QuestionSet set(String text) {
        QuestionSet none = new QuestionSet("", "", "", "", List.of());
        if (text.length() > LONGEST) {
            problem(1, "", "governance.file.too-long", LONGEST);
            return none;
        }
        PlacedText whole;
        try {
            whole = PlacedText.read(text);
        } catch (PlacedText.Broken broken) {
            problem(broken.line(), "", "governance.file.no-yaml", String.valueOf(broken.getMessage()));
            return none;
        }
        if (!(whole instanceof PlacedText.Named named)) {
            problem(whole.line(), "", "governance.file.no-set");
            return none;
        }
        known(named, "", KEYS);
        groups(named);
        List<Question> questions = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (PlacedText item : several(named, "questions", "questions")) {
            question(item, "questions[" + (questions.size() + 1) + "]", seen).ifPresent(questions::add);
        }
        QuestionSet set = new QuestionSet(
                words(named, "key", "key", true),
                words(named, "edition", "edition", true),
                words(named, "title", "title", true),
                words(named, "note", "note", false),
                questions);
        if (problems.isEmpty()) {
            set.refusals()
                    .forEach(refusal -> problems.add(
                            new Problem(org.salus.framework.Sentence.of("governance.place.file"), refusal)));
        }
        return set;
    }

    private void known(PlacedText.Named named, String path, List<String> keys) {
        String before = path.isEmpty() ? "" : path + ".";
        named.twice().forEach((name, line) -> problem(line, before + name, "governance.file.twice", name));
        named.parts().forEach((name, value) -> {
            if (!keys.contains(name)) {
                problem(value.line(), before + name, "governance.file.unknown-key", name, String.join(", ", keys));
            }
        });
    }

    private void groups(PlacedText.Named whole) {
        Optional<PlacedText> found = whole.find("groups");
        if (found.isEmpty()) {
            return;
        }
        if (!(found.get() instanceof PlacedText.Named named)) {
            problem(found.get().line(), "groups", "governance.file.no-names");
            return;
        }
        named.twice().forEach((name, line) -> problem(line, "groups." + name, "governance.file.twice", name));
        for (String name : named.parts().keySet()) {
            String path = "groups." + name;
            Set<ActorType> types = new LinkedHashSet<>();
            for (PlacedText item : several(named, name, path)) {
                type(text(item, path), item.line(), path).ifPresent(types::add);
            }
            groups.put(name, List.copyOf(types));
        }
    }

    private Optional<Question> question(PlacedText item, String path, Map<String, Integer> seen) {
        if (!(item instanceof PlacedText.Named named)) {
            problem(item.line(), path, "governance.file.no-names");
            return Optional.empty();
        }
        known(named, path, QUESTION_KEYS);
        int faults = problems.size();
        String id = words(named, "id", path + ".id", true);
        String place = id.isEmpty() ? path : id;
        Integer first = id.isEmpty() ? null : seen.putIfAbsent(id, named.line());
        if (first != null) {
            problem(named.line(), place, "governance.file.same-id", id, String.valueOf(first));
        }
        Optional<Characteristic> characteristic = term(named, "characteristic", place, Characteristic.class);
        Optional<Theme> theme = term(named, "theme", place, Theme.class);
        Optional<Basis> basis = term(named, "basis", place, Basis.class);
        String asks = words(named, "asks", place + ".asks", true);
        String sources = words(named, "sources", place + ".sources", true);
        List<String> levels = levels(named, place);
        List<ActorType> of = of(named, place);
        boolean isCore = core(named, place);
        return problems.size() > faults
                ? Optional.empty()
                : Optional.of(new Question(
                        id,
                        characteristic.orElseThrow(),
                        theme.orElseThrow(),
                        basis.orElseThrow(),
                        of,
                        isCore,
                        asks,
                        levels,
                        sources));
    }

    private List<String> levels(PlacedText.Named question, String place) {
        String path = place + ".levels";
        Optional<PlacedText> found = question.find("levels");
        if (found.isEmpty()) {
            problem(question.line(), path, "governance.file.missing", "levels");
            return List.of();
        }
        if (!(found.get() instanceof PlacedText.Named named)) {
            problem(found.get().line(), path, "governance.file.no-levels");
            return List.of();
        }
        known(named, path, List.of("0", "1", "2", "3", "4"));
        List<String> levels = new ArrayList<>();
        for (int level = 0; level < Question.LEVELS; level++) {
            String name = String.valueOf(level);
            String words = words(named, name, path + "." + name, true);
            if (!words.isEmpty() && levels.contains(words)) {
                problem(
                        named.find(name).map(PlacedText::line).orElse(named.line()),
                        path + "." + name,
                        "governance.file.same-level",
                        name);
            }
            levels.add(words);
        }
        return levels;
    }

    private List<ActorType> of(PlacedText.Named question, String place) {
        if (question.find("of").isEmpty()) {
            return List.of();
        }
        String path = place + ".of";
        Set<ActorType> types = new LinkedHashSet<>();
        for (PlacedText item : several(question, "of", path)) {
            String word = text(item, path);
            List<ActorType> group = groups.get(word);
            if (group != null) {
                types.addAll(group);
            } else {
                type(word, item.line(), path).ifPresent(types::add);
            }
        }
        return List.copyOf(types);
    }

    private boolean core(PlacedText.Named question, String place) {
        String word = words(question, "core", place + ".core", false);
        if (!List.of("", "true", "false").contains(word)) {
            problem(
                    question.find("core").map(PlacedText::line).orElse(question.line()),
                    place + ".core",
                    "governance.file.no-choice",
                    word,
                    "true, false");
        }
        return word.equals("true");
    }

    private Optional<ActorType> type(String code, int line, String path) {
        Optional<ActorType> type = Term.find(ActorType.class, code);
        if (type.isEmpty() && !code.isEmpty()) {
            problem(line, path, "governance.file.no-type", code);
        }
        return type;
    }

    private <T extends Enum<T> & Term> Optional<T> term(
            PlacedText.Named question, String name, String place, Class<T> vocabulary) {
        String path = place + "." + name;
        String word = words(question, name, path, true);
        Optional<T> term = Term.find(vocabulary, word);
        if (term.isEmpty() && !word.isEmpty()) {
            problem(
                    question.find(name).map(PlacedText::line).orElse(question.line()),
                    path,
                    "governance.file.no-choice",
                    word,
                    Arrays.stream(vocabulary.getEnumConstants()).map(Term::code).collect(Collectors.joining(", ")));
        }
        return term;
    }

    private String words(PlacedText.Named named, String name, String path, boolean isNeeded) {
        Optional<PlacedText> found = named.find(name);
        if (found.isEmpty()) {
            if (isNeeded) {
                problem(named.line(), path, "governance.file.missing", name);
            }
            return "";
        }
        String text = text(found.get(), path);
        if (text.isEmpty() && isNeeded && found.get() instanceof PlacedText.Words) {
            problem(found.get().line(), path, "governance.file.missing", name);
        }
        return text;
    }

    private String text(PlacedText value, String path) {
        if (value instanceof PlacedText.Words words) {
            return words.text().strip();
        }
        problem(value.line(), path, "governance.file.no-text");
        return "";
    }

    private List<PlacedText> several(PlacedText.Named named, String name, String path) {
        Optional<PlacedText> found = named.find(name);
        if (found.isEmpty()) {
            problem(named.line(), path, "governance.file.missing", name);
            return List.of();
        }
        if (found.get() instanceof PlacedText.Several several) {
            return several.items();
        }
        problem(found.get().line(), path, "governance.file.no-list");
        return List.of();
    }

    // --- writing ---

    /** The set as a file that {@link #read} reads as the same set. */
    public static String write(QuestionSet set) {
        StringBuilder out = new StringBuilder();
        line(out, "", "key", set.key());
        line(out, "", "edition", set.edition());
        line(out, "", "title", set.title());
        if (!set.note().isEmpty()) {
            line(out, "", "note", set.note());
        }
        out.append("questions:\n");
        for (Question question : set.questions()) {
            line(out, "  - ", "id", question.id());
            line(out, "    ", "characteristic", question.characteristic().code());
            line(out, "    ", "theme", question.theme().code());
            line(out, "    ", "basis", question.basis().code());
            if (!question.of().isEmpty()) {
                out.append("    of: [")
                        .append(question.of().stream().map(ActorType::code).collect(Collectors.joining(", ")))
                        .append("]\n");
            }
            if (question.isCore()) {
                out.append("    core: true\n");
            }
            line(out, "    ", "asks", question.asks());
            out.append("    levels:\n");
            for (int level = 0; level < question.levels().size(); level++) {
                line(out, "      ", String.valueOf(level), question.levels().get(level));
            }
            line(out, "    ", "sources", question.sources());
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String indent, String name, String text) {
        out.append(indent).append(name).append(": ").append(quoted(text)).append('\n');
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(sign -> {
            switch (sign) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                default -> {
                    if (sign < ' '
                            || sign == 0x7f
                            || sign == 0x85
                            || sign == 0x2028
                            || sign == 0x2029
                            || sign == 0xfeff) {
                        quoted.append(String.format(java.util.Locale.ROOT, "\\u%04x", sign));
                    } else {
                        quoted.append((char) sign);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
