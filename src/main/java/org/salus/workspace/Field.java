package org.salus.workspace;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.TypedNumber;
import org.salus.framework.Vocabulary;
import org.salus.framework.Wording;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.PlainText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing an item says that people edit on its own: a component of the item's record, how it is called, and how it is entered.
 *
 * @param name the component
 * @param label what people call it
 * @param hint what to write there; may be absent
 */
public record Field(String name, Sentence label, Optional<Sentence> hint, Input input) {
    /** How a component is entered. */
    public sealed interface Input {
        /**
         * A few words.
         *
         * @param usual what it says where nobody says anything else; mostly empty
         */
        record Line(int longest, String usual) implements Input {}

        /** Some sentences. */
        record Paragraph(int longest) implements Input {}

        /** One of a list, by its code. */
        record Choice(List<Option> options, boolean isOptional) implements Input {
            public Choice {
                options = List.copyOf(options);
            }
        }

        /** Several of a list, by their codes. */
        record Choices(List<Option> options) implements Input {
            public Choices {
                options = List.copyOf(options);
            }
        }

        /** Another item of that kind, of those the reader sees; by its id. */
        record Other(Kind<?> kind) implements Input {}

        /** A day, a month or a year: {@code 2005-03-18}, {@code 2005-03}, {@code 2005}. */
        record Day() implements Input {}

        /** A decimal number. */
        record Decimal() implements Input {}

        /** Yes or no. */
        record Flag() implements Input {}

        /** Several words or sentences, one a line. */
        record Lines(int longest) implements Input {}

        /**
         * A component that is a record, or a map by codes, itself; each of its own components is a field.
         *
         * @param isOptional whether there is none where nothing is said
         */
        record Group(List<Field> fields, boolean isOptional) implements Input {
            public Group {
                fields = List.copyOf(fields);
            }
        }

        /**
         * Several records, one after the other, each with these fields.
         *
         * @param row what one of them is called
         */
        record Rows(List<Field> fields, Sentence row) implements Input {
            public Rows {
                fields = List.copyOf(fields);
            }
        }
    }

    /** A choice of a list. */
    public record Option(String code, Sentence label) {}

    private static final Vocabulary<Boolean> FLAGS = new Vocabulary<Boolean>()
            .add("true", true)
            .add("on", true)
            .add("1", true)
            .add("false", false)
            .add("off", false)
            .add("0", false)
            .add("yes", true)
            .add("no", false)
            .add(Sentence.of("workspace.field.yes"), true)
            .add(Sentence.of("workspace.field.no"), false);

    private static final int LONGEST_LINE = 1000;
    private static final int LONGEST_PARAGRAPH = 20_000;

    public static Field line(String name, Sentence label) {
        return new Field(name, label, Optional.empty(), new Input.Line(LONGEST_LINE, ""));
    }

    /** A few words, or the usual ones. */
    public static Field line(String name, Sentence label, String usual) {
        return new Field(name, label, Optional.empty(), new Input.Line(LONGEST_LINE, usual));
    }

    public static Field paragraph(String name, Sentence label) {
        return new Field(name, label, Optional.empty(), new Input.Paragraph(LONGEST_PARAGRAPH));
    }

    public static Field lines(String name, Sentence label) {
        return new Field(name, label, Optional.empty(), new Input.Lines(LONGEST_LINE));
    }

    public static Field day(String name, Sentence label) {
        return new Field(name, label, Optional.empty(), new Input.Day());
    }

    public static Field number(String name, Sentence label) {
        return new Field(name, label, Optional.empty(), new Input.Decimal());
    }

    public static Field flag(String name, Sentence label) {
        return new Field(name, label, Optional.empty(), new Input.Flag());
    }

    /** One of these words of the approach. */
    public static <T extends Enum<T> & Term> Field choice(String name, Sentence label, Class<T> vocabulary) {
        return new Field(name, label, Optional.empty(), new Input.Choice(options(vocabulary), false));
    }

    /** One of these choices, or none. */
    public static Field choice(String name, Sentence label, List<Option> options, boolean isOptional) {
        return new Field(name, label, Optional.empty(), new Input.Choice(options, isOptional));
    }

    /** Any of these choices. */
    public static Field choices(String name, Sentence label, List<Option> options) {
        return new Field(name, label, Optional.empty(), new Input.Choices(options));
    }

    /** Another item of that kind. */
    public static Field item(String name, Sentence label, Kind<?> kind) {
        return new Field(name, label, Optional.empty(), new Input.Other(kind));
    }

    /** A record within the record. */
    public static Field group(String name, Sentence label, List<Field> fields) {
        return new Field(name, label, Optional.empty(), new Input.Group(fields, false));
    }

    /** A record within the record that may be absent: it is there as soon as one of its fields says something. */
    public static Field optionalGroup(String name, Sentence label, List<Field> fields) {
        return new Field(name, label, Optional.empty(), new Input.Group(fields, true));
    }

    /** Several records within the record. */
    public static Field rows(String name, Sentence label, Sentence row, List<Field> fields) {
        return new Field(name, label, Optional.empty(), new Input.Rows(fields, row));
    }

    /** Whether it is made of other fields. */
    public boolean isMadeOfOthers() {
        return !parts().isEmpty();
    }

    /** The fields it is made of; none for one that is typed at once. */
    public List<Field> parts() {
        return switch (input) {
            case Input.Group group -> group.fields();
            case Input.Rows rows -> rows.fields();
            default -> List.of();
        };
    }

    /** The words of a vocabulary as choices. */
    public static <T extends Enum<T> & Term> List<Option> options(Class<T> vocabulary) {
        return Arrays.stream(vocabulary.getEnumConstants())
                .map(term -> new Option(term.code(), term.label()))
                .toList();
    }

    /** The same with a hint. */
    public Field hinted(Sentence words) {
        return new Field(name, label, Optional.of(words), input);
    }

    /** What somebody typed as JSON for the component, or why it cannot be. */
    public sealed interface Typed {
        record Understood(JsonNode json) implements Typed {}

        record NotUnderstood(Sentence why) implements Typed {}
    }

    /** Reads what somebody typed. Nothing typed is JSON null where the component may be absent, and empty text elsewhere. */
    public Typed read(String text) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        String stripped = PlainText.typed(text);
        return switch (input) {
            case Input.Line line ->
                textOf(stripped.isEmpty() ? line.usual() : stripped.replaceAll("\\s*\\R\\s*", " "), line.longest());
            case Input.Paragraph paragraph -> textOf(stripped.replace("\r\n", "\n"), paragraph.longest());
            case Input.Choice choice -> choiceOf(stripped, choice);
            case Input.Other other ->
                itemId(stripped)
                        .<Typed>map(id -> new Typed.Understood(json.stringNode(id.toString())))
                        .orElseGet(() -> notUnderstood("workspace.field.no-item", stripped));
            case Input.Choices choices -> {
                List<String> codes = stripped.isEmpty() ? List.of() : List.of(stripped.split("[,\\s]+", -1));
                Optional<String> strange = codes.stream()
                        .filter(code -> choices.options().stream()
                                .noneMatch(option -> option.code().equals(code)))
                        .findFirst();
                yield strange.isPresent()
                        ? notUnderstood("workspace.field.no-choice", strange.get())
                        : new Typed.Understood(arrayOf(codes));
            }
            case Input.Day day ->
                stripped.isEmpty()
                        ? new Typed.Understood(json.nullNode())
                        : PartialDate.find(stripped).isPresent()
                                ? new Typed.Understood(json.stringNode(stripped))
                                : notUnderstood("workspace.field.no-day", stripped);
            case Input.Decimal number -> numberOf(stripped);
            case Input.Flag flag ->
                stripped.isEmpty()
                        ? new Typed.Understood(json.booleanNode(false))
                        : FLAGS.find(stripped)
                                .<Typed>map(is -> new Typed.Understood(json.booleanNode(is)))
                                .orElseGet(() -> notUnderstood("workspace.field.no-choice", stripped));
            case Input.Lines lines -> {
                List<String> several = stripped.lines()
                        .map(PlainText::typed)
                        .filter(line -> !line.isEmpty())
                        .toList();
                yield several.stream().anyMatch(line -> line.length() > lines.longest())
                        ? notUnderstood("workspace.field.too-long", lines.longest())
                        : new Typed.Understood(arrayOf(several));
            }
            case Input.Group group -> notUnderstood("workspace.field.in-parts");
            case Input.Rows rows -> notUnderstood("workspace.field.in-parts");
        };
    }

    /** A row of the list, with one row in each list of its own, in which nobody has said anything: what a form for a new one shows. */
    public JsonNode freshRow() {
        ObjectNode row = blank(parts());
        for (Field part : parts()) {
            if (part.input() instanceof Input.Rows) {
                row.set(part.name(), part.freshRow());
            }
        }
        return row;
    }

    /** What it says where nobody has said anything; JSON null where it may be absent. */
    JsonNode blank() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (input) {
            case Input.Line line -> json.stringNode(line.usual());
            case Input.Paragraph paragraph -> json.stringNode("");
            case Input.Choice choice ->
                choice.isOptional() || choice.options().isEmpty()
                        ? json.nullNode()
                        : json.stringNode(choice.options().getFirst().code());
            case Input.Flag flag -> json.booleanNode(false);
            case Input.Choices choices -> json.arrayNode();
            case Input.Lines lines -> json.arrayNode();
            case Input.Rows rows -> json.arrayNode();
            case Input.Other other -> json.nullNode();
            case Input.Day day -> json.nullNode();
            case Input.Decimal number -> json.nullNode();
            case Input.Group group -> group.isOptional() ? json.nullNode() : blank(group.fields());
        };
    }

    /** A record of these fields in which nobody has said anything. */
    static ObjectNode blank(List<Field> fields) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        for (Field field : fields) {
            JsonNode blank = field.blank();
            if (!blank.isNull()) {
                record.set(field.name(), blank);
            }
        }
        return record;
    }

    /** Whether this says no more than nothing. */
    boolean isBlank(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return true;
        }
        return switch (input) {
            case Input.Group group ->
                group.fields().stream().allMatch(field -> field.isBlank(value.path(field.name())));
            case Input.Rows rows -> value.isEmpty();
            case Input.Choices choices -> value.isEmpty();
            case Input.Lines lines -> value.isEmpty();
            default -> value.asString().isEmpty();
        };
    }

    private static Typed textOf(String text, int longest) {
        return text.length() > longest
                ? notUnderstood("workspace.field.too-long", longest)
                : new Typed.Understood(JsonNodeFactory.instance.stringNode(text));
    }

    private static Typed choiceOf(String code, Input.Choice choice) {
        if (code.isEmpty() && choice.isOptional()) {
            return new Typed.Understood(JsonNodeFactory.instance.nullNode());
        }
        return choice.options().stream().anyMatch(option -> option.code().equals(code))
                ? new Typed.Understood(JsonNodeFactory.instance.stringNode(code))
                : notUnderstood("workspace.field.no-choice", code);
    }

    private static Optional<ItemId> itemId(String text) {
        try {
            return Optional.of(ItemId.of(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Typed numberOf(String text) {
        if (text.isEmpty()) {
            return new Typed.Understood(JsonNodeFactory.instance.nullNode());
        }
        // As the ledger writes decimals: digit for digit.
        return TypedNumber.find(text)
                .<Typed>map(number -> new Typed.Understood(JsonNodeFactory.instance.stringNode(number.toPlainString())))
                .orElseGet(() -> new Typed.NotUnderstood(
                        TypedNumber.doubt(text).orElse(Sentence.of("workspace.field.no-number", text))));
    }

    private static JsonNode arrayOf(List<String> texts) {
        var array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    private static Typed notUnderstood(String key, Object... arguments) {
        return new Typed.NotUnderstood(Sentence.of(key, arguments));
    }

    /** The component as people type it. */
    public String written(JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return "";
        }
        return switch (input) {
            case Input.Lines lines -> joined(value, "\n");
            case Input.Choices choices -> joined(value, " ");
            case Input.Group group -> value.toString();
            case Input.Rows rows -> value.toString();
            default -> value.asString();
        };
    }

    /**
     * The component as people read it: choices and items by their names, records in a row of what they say.
     *
     * @param titles the name of an item, as the reader may know it
     */
    public String said(JsonNode value, Wording wording, Function<ItemId, String> titles) {
        return switch (input) {
            case Input.Group group -> said(value, group.fields(), wording, titles);
            case Input.Other other -> itemId(written(value)).map(titles).orElse("");
            case Input.Rows rows ->
                value == null
                        ? ""
                        : value.valueStream()
                                .map(row -> said(row, rows.fields(), wording, titles))
                                .collect(Collectors.joining("; "));
            case Input.Choice choice -> said(written(value), choice.options(), wording);
            case Input.Choices choices ->
                value == null
                        ? ""
                        : value.valueStream()
                                .map(code -> said(code.asString(), choices.options(), wording))
                                .collect(Collectors.joining(", "));
            case Input.Flag flag ->
                value != null && value.isBoolean()
                        ? wording.say(value.booleanValue() ? "workspace.field.yes" : "workspace.field.no")
                        : "";
            default -> written(value);
        };
    }

    private static String said(JsonNode record, List<Field> fields, Wording wording, Function<ItemId, String> titles) {
        return fields.stream()
                .filter(field -> !field.isBlank(record.path(field.name())))
                .map(field -> {
                    String said = field.said(record.path(field.name()), wording, titles);
                    return field.input() instanceof Input.Line || field.isMadeOfOthers()
                            ? said
                            : wording.say("workspace.field.said", field.label(), said);
                })
                .collect(Collectors.joining(", "));
    }

    private static String said(String code, List<Option> options, Wording wording) {
        return options.stream()
                .filter(option -> option.code().equals(code))
                .findFirst()
                .map(option -> wording.say(option.label()))
                .orElse(code);
    }

    private static String joined(JsonNode array, String between) {
        return array.valueStream().map(JsonNode::asString).collect(Collectors.joining(between));
    }
}
