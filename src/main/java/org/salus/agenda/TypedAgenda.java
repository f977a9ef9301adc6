package org.salus.agenda;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.ItemJson;
import org.salus.ledger.Kind;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.workspace.Field;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody typed to note a meeting, an action, a request or a focal point, in the words that pages, API and command line share: the fields of the item, its words parted by hyphens. Several
 * offices stand on a line each, or parted by semicolons; so do the points of an agenda, with {@code D:} before what is to be decided and the office that brings it in behind a middle dot.
 */
public final class TypedAgenda {
    private static final String NAME = "name";
    private static final String NAME_UNTIL = "name-until";
    private static final int NAME_MONTHS = 12;
    private static final Pattern FOR_DECISION = Pattern.compile("[Dd]\\s*:\\s*(.*)");
    private static final Pattern BETWEEN = Pattern.compile("\\s*[·|]\\s*");

    private final AgendaList list;
    private final Map<String, String> typed;

    /** @param typed by the names of fields, as {@link #names} has them */
    public TypedAgenda(AgendaList list, Map<String, String> typed) {
        this.list = list;
        this.typed = Map.copyOf(typed);
    }

    /** Something that was noted, or was not. */
    public record Written(ItemId id, Outcome outcome) {}

    /** The names of what can be typed. */
    public static List<String> names(AgendaList list) {
        List<String> names = new ArrayList<>();
        AgendaFaces.fields(list.kind()).forEach(field -> names.add(name(field)));
        if (list == AgendaList.FOCAL_POINTS) {
            names.addAll(List.of(NAME, NAME_UNTIL));
        }
        return List.copyOf(names);
    }

    /** What a field is called where it is typed. */
    static String name(Field field) {
        return field.name().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /**
     * The same, if it says nothing else.
     *
     * @throws Failure (wrong use) for a name that means nothing: what was mistyped would be lost
     */
    public TypedAgenda checked() {
        List<String> names = names(list);
        for (String name : typed.keySet()) {
            if (!names.contains(name)) {
                throw Failure.wrongUse(Sentence.of("agenda.failure.no-field", name, String.join(", ", names)));
            }
        }
        return this;
    }

    private String text(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    /**
     * Notes it. An action or a request of which nobody says when it was made was made on that day.
     *
     * @param day today
     * @throws Failure if something of it means nothing, or whoever asks may not write here
     */
    public Written write(Workspace here, AccountId author, LocalDate day) {
        mayWrite(here.view(author));
        Item<?> item = item(day);
        return new Written(item.id(), here.append(author, List.of(new Edit.Put(item)), Reason.EDIT));
    }

    /**
     * Writes who answers at a focal point: {@code name} and {@code name-until}; an empty name takes out the one that stands there.
     *
     * @param day today
     * @throws Failure if there is no such focal point, or it is written wrongly, or whoever asks may not write here
     */
    public static Outcome rename(
            Workspace here, AccountId author, String point, Map<String, String> typed, LocalDate day) {
        View view = here.view(author);
        Item<FocalPoint> item = found(view, FocalPoint.KIND, point);
        mayWrite(view);
        // A name is taken out by saying so, not by a word that was mistyped.
        typed.keySet().stream()
                .filter(name -> !List.of(NAME, NAME_UNTIL).contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Failure.wrongUse(Sentence.of("agenda.failure.no-field", name, NAME + ", " + NAME_UNTIL));
                });
        if (!typed.containsKey(NAME)) {
            throw Failure.wrongUse(Sentence.of("agenda.failure.no-name")).at(NAME);
        }
        TypedAgenda words = new TypedAgenda(AgendaList.FOCAL_POINTS, typed);
        return here.append(
                author, List.of(new Edit.Put(item.saying(item.value().with(words.named(day))))), Reason.EDIT);
    }

    /**
     * Writes minutes: decisions, actions and the meeting as held, in one step.
     *
     * @throws Failure if something is wrong with a line, or whoever asks may not write here
     */
    public static Outcome minutes(Workspace here, AccountId author, Minutes minutes, Wording wording) {
        mayWrite(here.view(author));
        return here.append(author, minutes.edits(wording), Reason.EDIT);
    }

    /** Also where there turns out to be nothing to write, nobody is answered as if they had been allowed to. */
    private static void mayWrite(View view) {
        if (!view.standing().mayActAs(Role.CONTRIBUTOR)) {
            throw Failure.refused(Sentence.of("ledger.refusal.role", Role.CONTRIBUTOR.label()));
        }
    }

    /**
     * The item of that kind that a reader sees under an id.
     *
     * @throws Failure (not found) if there is none
     */
    static <T extends Record> Item<T> found(View view, Kind<T> kind, String id) {
        return view.find(kind, itemId(id)).orElseThrow(() -> unknown(id));
    }

    private static ItemId itemId(String text) {
        try {
            return ItemId.of(text);
        } catch (IllegalArgumentException none) {
            throw unknown(text);
        }
    }

    private static Failure unknown(String id) {
        return Failure.notFound(Sentence.of("agenda.failure.no-item", id));
    }

    /** The item that is said. */
    Item<?> item(LocalDate day) {
        return item(list.kind(), day);
    }

    private <T extends Record> Item<T> item(Kind<T> kind, LocalDate day) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        for (Field field : AgendaFaces.fields(kind)) {
            String text = text(name(field));
            switch (field.input()) {
                case Field.Input.Rows rows -> value.set(field.name(), points(text));
                case Field.Input.Lines lines -> value.set(field.name(), read(field, text.replace(';', '\n')));
                case Field.Input.Other other when text.isEmpty() -> value.putNull(field.name());
                case Field.Input.Choice choice
                when text.isEmpty() ->
                    value.put(field.name(), choice.options().getFirst().code());
                case Field.Input.Day date
                when text.isEmpty() && field.name().equals("made") -> value.put(field.name(), day.toString());
                default -> value.set(field.name(), read(field, text));
            }
        }
        if (list == AgendaList.FOCAL_POINTS) {
            named(day).ifPresent(named -> value.set("named", ItemJson.tree(named)));
        }
        return Item.fresh(kind, ItemJson.value(kind, value));
    }

    /** Who answers there, for a year where nobody says for how long. */
    private Optional<FocalName> named(LocalDate day) {
        String name = text(NAME);
        String until = text(NAME_UNTIL);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        PartialDate last = until.isEmpty()
                ? PartialDate.of(day.plusMonths(NAME_MONTHS))
                : PartialDate.find(until)
                        .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.field.no-day", until))
                                .at(NAME_UNTIL));
        return Optional.of(new FocalName(name, PartialDate.of(day), last));
    }

    private static JsonNode read(Field field, String text) {
        return switch (field.read(text)) {
            case Field.Typed.Understood understood -> understood.json();
            case Field.Typed.NotUnderstood not ->
                throw Failure.wrongUse(not.why()).at(name(field));
        };
    }

    private static ArrayNode points(String text) {
        ArrayNode points = JsonNodeFactory.instance.arrayNode();
        Stream.of(text.split("[\\r\\n;]+", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    Matcher decision = FOR_DECISION.matcher(line);
                    boolean isForDecision = decision.matches();
                    String[] parts = BETWEEN.split(isForDecision ? decision.group(1) : line, 2);
                    points.addObject()
                            .put("text", parts[0].strip())
                            .put("office", parts.length > 1 ? parts[1].strip() : "")
                            .put("forDecision", isForDecision);
                });
        return points;
    }

    /** What a form or a program says by names; of what was chosen several times, all of it. */
    public static Map<String, String> together(Map<String, List<String>> form) {
        Map<String, String> typed = new LinkedHashMap<>();
        form.forEach((name, values) -> typed.put(name, String.join(" ", values)));
        return typed;
    }
}
