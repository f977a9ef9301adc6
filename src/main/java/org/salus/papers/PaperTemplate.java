package org.salus.papers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.documents.Page;
import org.salus.framework.Failure;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.strategy.Readership;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * How a paper is put together: a file that a team can copy and change. In its own title and texts a word in braces, such as {@code {donor}}, stands for what was asked for.
 *
 * @param name by which it is called: lower-case letters, digits and hyphens
 * @param edition year and month in which it was last changed
 * @param title of the paper; empty for the one that the program has for its name
 * @param about what it is for; empty likewise
 * @param page the sheet it is printed on
 * @param readership for whom it is composed where nobody says otherwise
 * @param parts in the order they are read
 * @param source the file as it was written
 */
public record PaperTemplate(
        String name,
        String edition,
        String title,
        String about,
        Page page,
        Readership readership,
        List<PartSetting> parts,
        String source) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    private static final int MOST_LETTERS = 100_000;
    private static final int MOST_PARTS = 60;

    /** How files begin that a word processor writes. */
    private static final String PACKED = "PK\u0003";

    private static final int MOST_NUMBER = 1_000;
    private static final List<String> FIELDS = List.of("edition", "name", "title", "about", "page", "for", "parts");
    private static final List<String> OF_EVERY_PART = List.of("part", "title", "text");
    private static final Map<String, Page> PAGES =
            Map.of("portrait", Page.PORTRAIT, "landscape", Page.LANDSCAPE, "brief", Page.BRIEF, "wall", Page.WALL);
    private static final Set<String> NUMBERS = Set.of(PaperPart.MOST, PaperPart.MONTHS);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final Pattern EDITION = Pattern.compile("\\d{4}-\\d{2}(-\\d+)?");
    private static final Pattern WORD = Pattern.compile("\\{([A-Za-z-]{1,40})}");
    private static final List<String> WORDS = Stream.concat(
                    Stream.of("workspace", "day", "period"),
                    Stream.of(PaperChoice.values()).map(PaperChoice::code))
            .toList();

    public PaperTemplate {
        parts = List.copyOf(parts);
    }

    /**
     * Reads one.
     *
     * @throws Failure (wrong use) that names all that it asks for and that is not there, each with what may be meant
     */
    public static PaperTemplate read(String file) {
        if (file.length() > MOST_LETTERS) {
            throw Failure.wrongUse(Sentence.of("papers.template.too-long", MOST_LETTERS));
        }
        if (file.startsWith(PACKED)) {
            throw Failure.wrongUse(Sentence.of("papers.template.packed"))
                    .advising(Sentence.of("papers.template.advice"));
        }
        JsonNode root;
        try {
            root = YAML.readTree(file);
        } catch (MismatchedInputException twice) {
            throw Failure.wrongUse(Sentence.of(
                            "papers.template.key-twice", twice.getLocation().getLineNr()))
                    .advising(Sentence.of("papers.template.advice"));
        } catch (JacksonException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            throw Failure.wrongUse(Sentence.of("papers.template.no-yaml", Math.max(1, line)))
                    .advising(Sentence.of("papers.template.advice"));
        }
        if (root == null || !root.isObject()) {
            throw Failure.wrongUse(Sentence.of("papers.template.no-yaml", 1))
                    .advising(Sentence.of("papers.template.advice"));
        }
        return new Reading(file).of(root);
    }

    /** What may be asked for, in the order it is offered. */
    public List<PaperChoice> choices() {
        Set<PaperChoice> asked = new LinkedHashSet<>();
        parts.forEach(part -> part.part().choices().forEach(asked::add));
        words().stream()
                .flatMap(word -> Term.find(PaperChoice.class, word).stream())
                .forEach(asked::add);
        return Stream.of(PaperChoice.values()).filter(asked::contains).toList();
    }

    /** What must be said for it to be composed. */
    public List<PaperChoice> needed() {
        Set<PaperChoice> needed =
                parts.stream().flatMap(part -> part.part().needs().stream()).collect(Collectors.toSet());
        return Stream.of(PaperChoice.values()).filter(needed::contains).toList();
    }

    /** What of it is not said yet. */
    public List<PaperChoice> missing(PaperQuestion question) {
        return needed().stream()
                .filter(choice -> question.find(choice).isEmpty())
                .toList();
    }

    /** What to call it; a word in braces in its title is said by what it stands for. */
    public String called(Wording wording) {
        String key = "papers.paper." + name + ".name";
        return title.isEmpty() ? (wording.knows(key) ? wording.say(key) : name) : filled(title, placeholders(wording));
    }

    /** What stands for a word in braces where nothing was asked for yet. */
    private Map<String, String> placeholders(Wording wording) {
        return words(title)
                .distinct()
                .collect(Collectors.toMap(
                        word -> word, word -> wording.say("papers.placeholder", wording.say(label(word)))));
    }

    private static Sentence label(String word) {
        return Term.find(PaperChoice.class, word)
                .map(PaperChoice::label)
                .orElseGet(() -> Sentence.of("papers.word." + word));
    }

    /** What stands above the paper itself, with what was asked for in the place of words in braces. */
    String heading(Wording wording, Map<String, String> words) {
        String key = "papers.paper." + name + ".title";
        if (!title.isEmpty() || !wording.knows(key)) {
            return filled(title.isEmpty() ? called(wording) : title, words);
        }
        return filled(wording.say(key), words);
    }

    /** What it is for. */
    public String purpose(Wording wording) {
        String key = "papers.paper." + name + ".text";
        return about.isEmpty() && wording.knows(key) ? wording.say(key) : about;
    }

    private Set<String> words() {
        return Stream.concat(Stream.of(title), parts.stream().flatMap(part -> Stream.of(part.title(), part.text())))
                .flatMap(PaperTemplate::words)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<String> words(String text) {
        return WORD.matcher(text).results().map(found -> found.group(1));
    }

    /** A text with what was asked for in the place of the words in braces; what was not asked for leaves its place empty. */
    static String filled(String text, Map<String, String> values) {
        return WORD.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")))
                .strip();
    }

    /** Reads a file and gathers what is wrong in it. */
    private static final class Reading {
        private final String file;
        private final List<Sentence> wrong = new ArrayList<>();

        Reading(String file) {
            this.file = file;
        }

        PaperTemplate of(JsonNode root) {
            root.propertyNames().stream()
                    .filter(name -> !FIELDS.contains(name))
                    .forEach(name -> unknown("papers.template.field", name, FIELDS));
            String name = text(root, "name");
            if (!NAME.matcher(name).matches()) {
                wrong.add(Sentence.of("papers.template.name", name));
            }
            String edition = text(root, "edition");
            if (!EDITION.matcher(edition).matches()) {
                wrong.add(Sentence.of("papers.template.edition", edition));
            }
            String page = root.has("page") ? text(root, "page") : "portrait";
            if (!PAGES.containsKey(page)) {
                unknown(
                        "papers.template.page",
                        page,
                        PAGES.keySet().stream().sorted().toList());
            }
            String readers = root.has("for") ? text(root, "for") : Readership.MEMBERS.code();
            List<String> known =
                    Stream.of(Readership.values()).map(Readership::code).toList();
            if (!known.contains(readers)) {
                unknown("papers.template.readers", readers, known);
            }
            List<PartSetting> parts = parts(root.path("parts"));
            words(text(root, "title"));
            parts.forEach(part -> {
                words(part.title());
                words(part.text());
            });
            if (!wrong.isEmpty()) {
                throw Failure.wrongUse(wrong.stream()
                                .reduce((one, other) -> Sentence.of("papers.template.and", one, other))
                                .orElseThrow())
                        .advising(Sentence.of("papers.template.advice"));
            }
            return new PaperTemplate(
                    name,
                    edition,
                    text(root, "title"),
                    text(root, "about"),
                    PAGES.getOrDefault(page, Page.PORTRAIT),
                    Term.find(Readership.class, readers).orElse(Readership.MEMBERS),
                    parts,
                    file);
        }

        private List<PartSetting> parts(JsonNode list) {
            List<PartSetting> parts = new ArrayList<>();
            if (!list.isArray() || list.isEmpty() || list.size() > MOST_PARTS) {
                wrong.add(Sentence.of("papers.template.parts", MOST_PARTS));
                return parts;
            }
            for (JsonNode one : list) {
                String name = text(one, "part");
                Parts.find(name)
                        .ifPresentOrElse(
                                part -> parts.add(part(part, one)),
                                () -> unknown("papers.template.part", name, Parts.names()));
            }
            return parts;
        }

        private PartSetting part(PaperPart part, JsonNode one) {
            List<String> known = Stream.concat(OF_EVERY_PART.stream(), part.settings().stream())
                    .toList();
            Map<String, String> values = new LinkedHashMap<>();
            for (String name : one.propertyNames()) {
                if (!known.contains(name)) {
                    wrong.add(Sentence.of(
                            "papers.template.setting", part.name(), name, String.join(", ", Nearest.of(name, known))));
                } else if (!OF_EVERY_PART.contains(name)) {
                    value(part, name, text(one, name));
                    values.put(name, text(one, name));
                }
            }
            return new PartSetting(part, text(one, "title"), text(one, "text"), values);
        }

        private void value(PaperPart part, String name, String value) {
            boolean isFine;
            if (NUMBERS.contains(name)) {
                isFine = value.matches("[1-9]\\d{0,3}") && Integer.parseInt(value) <= MOST_NUMBER;
            } else if (name.equals(PaperPart.ORDER)) {
                isFine = part.orders().contains(value);
            } else {
                isFine = ReformArea.find(value).isPresent();
            }
            if (!isFine) {
                wrong.add(Sentence.of(
                        "papers.template.value",
                        part.name(),
                        name,
                        value,
                        NUMBERS.contains(name)
                                ? "1–" + MOST_NUMBER
                                : String.join(
                                        ", ",
                                        name.equals(PaperPart.ORDER)
                                                ? part.orders()
                                                : Stream.of(ReformArea.values())
                                                        .map(ReformArea::code)
                                                        .toList())));
            }
        }

        private void words(String text) {
            PaperTemplate.words(text)
                    .filter(word -> !WORDS.contains(word))
                    .forEach(word -> unknown("papers.template.word", word, WORDS));
        }

        private void unknown(String key, String typed, List<String> known) {
            wrong.add(Sentence.of(key, typed, String.join(", ", Nearest.of(typed, known))));
        }

        private static String text(JsonNode from, String name) {
            return from.path(name).asString("").strip();
        }
    }
}
