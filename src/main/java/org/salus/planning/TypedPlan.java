package org.salus.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.TypedNumber;
import org.salus.goals.Box;
import org.salus.goals.Goal;
import org.salus.goals.Objective;
import org.salus.goals.Result;
import org.salus.goals.ResultsChain;
import org.salus.goals.Support;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.ItemJson;
import org.salus.ledger.Kind;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;
import org.salus.sector.Actor;
import org.salus.workspace.Field;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody typed to say something for a schedule, in the words that pages, API, command line and files share: the fields of the item, their words parted by hyphens. Of a step, an order and the frame, which are there once, only
 * what is typed is changed; of the others a new one is made, or the one of that {@code id} is changed. Steps, limits, windows and goals stand in it by their ids or titles, institutions by their ids, keys or names; lists with an entry a line, and what
 * belongs to an entry behind a colon: {@code 2028: 400000}.
 */
public final class TypedPlan {
    private static final String ID = "id";
    private static final String STEP = "step";
    private static final String BEFORE = "before";
    private static final String AFTER = "after";
    private static final String PRECONDITION = "precondition";

    private final PlanList list;
    private final Map<String, String> typed;

    /**
     * Words for a list.
     *
     * @param typed by the names of fields, as {@link #names} has them
     * @throws Failure (wrong use) for a name that means nothing: what was mistyped would be lost
     */
    public TypedPlan(PlanList list, Map<String, String> typed) {
        this.list = list;
        this.typed = Map.copyOf(typed);
        List<String> names = names(list);
        for (String name : typed.keySet()) {
            if (!names.contains(name)) {
                throw Failure.wrongUse(
                                Sentence.of("planning.typed.no-field", PlanTexts.told(name), String.join(", ", names)))
                        .at(name);
            }
        }
    }

    /** The names of what can be typed. */
    public static List<String> names(PlanList list) {
        List<String> names = new ArrayList<>(
                switch (list) {
                    case STEPS -> List.of(STEP);
                    case ORDERS -> List.of(BEFORE, AFTER, PRECONDITION);
                    case FRAME -> List.<String>of();
                    case LIMITS, BUDGETS, WINDOWS -> List.of(ID);
                });
        PlanningFaces.fields(list.kind()).forEach(field -> names.add(name(field)));
        return List.copyOf(names);
    }

    /** What can be said of an item of a list. */
    public static List<Field> fields(PlanList list) {
        return PlanningFaces.fields(list.kind());
    }

    /** What a field is called where it is typed. */
    public static String name(Field field) {
        return field.name()
                .replaceFirst("^is(?=[A-Z])", "")
                .replaceAll("(?<=[a-z])([A-Z])", "-$1")
                .toLowerCase(Locale.ROOT);
    }

    /**
     * The item that is said.
     *
     * @param view of the workspace, as its author sees it
     * @throws Failure if something of it means nothing, or is about something that is not there
     */
    public Item<?> item(View view) {
        return item(view, List.of());
    }

    /** The same beside items that are written in the same step. */
    Item<?> item(View view, List<Item<?>> beside) {
        Names names = new Names(view, beside);
        return switch (list) {
            case STEPS -> {
                Item<? extends Box> box = names.step(text(STEP), STEP);
                yield at(
                        StepNeeds.KIND,
                        StepNeeds.id(box.id()),
                        StepNeeds.of(box.value().chain(), box.id()),
                        names);
            }
            case ORDERS -> {
                Item<? extends Box> before = names.step(text(BEFORE), BEFORE);
                Item<? extends Box> after = names.step(text(AFTER), AFTER);
                String precondition = text(PRECONDITION);
                if (!precondition.isEmpty()
                        && PreconditionLibrary.shipped().find(precondition).isEmpty()) {
                    throw Failure.wrongUse(Sentence.of("planning.typed.no-precondition", PlanTexts.told(precondition)))
                            .at(PRECONDITION);
                }
                yield at(
                        StepOrder.KIND,
                        StepOrder.id(before.id(), after.id(), precondition),
                        new StepOrder(
                                before.value().chain(),
                                before.id(),
                                after.id(),
                                precondition,
                                OrderStanding.KEPT,
                                Optional.empty(),
                                ""),
                        names);
            }
            case FRAME -> {
                ItemId chain = ResultsChain.planned(view)
                        .map(Item::id)
                        .orElseThrow(() -> Failure.notFound(Sentence.of(
                                view.list(ResultsChain.KIND).isEmpty()
                                        ? "planning.says.no-chain"
                                        : "planning.says.not-adopted")));
                yield at(
                        PlanFrame.KIND,
                        PlanFrame.id(chain),
                        new PlanFrame(chain, Optional.empty(), Optional.empty(), "", List.of(), ""),
                        names);
            }
            case LIMITS ->
                one(
                        AbsorptionLimit.KIND,
                        new AbsorptionLimit("", Optional.empty(), Optional.empty(), Optional.empty(), "", ""),
                        names);
            case BUDGETS ->
                one(PlanBudget.KIND, new PlanBudget("", "", List.of(), List.of(), List.of(), "", ""), names);
            case WINDOWS ->
                one(PlanWindow.KIND, new PlanWindow("", Optional.empty(), Optional.empty(), false, "", ""), names);
        };
    }

    private String text(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    /** The item that has one place: as it stands, or as nobody has said it yet, with what was typed. */
    private <T extends Record> Item<T> at(Kind<T> kind, ItemId id, T blank, Names names) {
        Item<T> before = names.view()
                .find(kind, id)
                .orElseGet(() -> new Item<>(id, kind, Sensitivity.forMembers(), List.of(), blank, Set.of()));
        return changed(before, names);
    }

    private <T extends Record> Item<T> one(Kind<T> kind, T blank, Names names) {
        String id = text(ID);
        Item<T> before = id.isEmpty()
                ? Item.fresh(kind, blank)
                : names.view()
                        .find(kind, itemId(id).orElseThrow(() -> names.missing(id, ID)))
                        .orElseThrow(() -> names.missing(id, ID));
        return changed(before, names);
    }

    private <T extends Record> Item<T> changed(Item<T> before, Names names) {
        ObjectNode value = ItemJson.value(before);
        for (Field field : PlanningFaces.fields(list.kind())) {
            String name = name(field);
            if (!typed.containsKey(name)) {
                continue;
            }
            JsonNode json = switch (field.input()) {
                case Field.Input.Rows rows -> rows(field.name(), text(name), names);
                case Field.Input.Other other ->
                    text(name).isEmpty()
                            ? JsonNodeFactory.instance.nullNode()
                            : JsonNodeFactory.instance.stringNode(
                                    names.actor(text(name), name).toString());
                default -> read(field, text(name));
            };
            if (json.isNull()) {
                value.remove(field.name());
            } else {
                value.set(field.name(), json);
            }
        }
        return before.saying(ItemJson.value(before.kind(), value));
    }

    private static JsonNode read(Field field, String text) {
        return switch (field.read(text)) {
            case Field.Typed.Understood understood -> understood.json();
            case Field.Typed.NotUnderstood not ->
                throw Failure.wrongUse(not.why()).at(name(field));
        };
    }

    private static ArrayNode rows(String field, String text, Names names) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        Stream.of(text.split("[\\r\\n;]+", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    switch (field) {
                        case "windows" -> rows.addObject().put("window", names.titled(line, field, PlanWindow.KIND));
                        case "earmarks" ->
                            rows.addObject()
                                    .put(
                                            "step",
                                            StepNeeds.id(names.step(line, field).id())
                                                    .toString());
                        default -> {
                            int colon = line.lastIndexOf(':');
                            String what =
                                    colon < 0 ? line : line.substring(0, colon).strip();
                            String number = number(colon < 0 ? "1" : line.substring(colon + 1), field);
                            ObjectNode row = rows.addObject();
                            switch (field) {
                                case "uses" -> row.put("limit", names.titled(what, field, AbsorptionLimit.KIND));
                                case "weights" -> row.put("goal", names.goal(what, field));
                                default -> row.put("year", year(what, field));
                            }
                            row.put(field.equals("weights") ? "weight" : "amount", number);
                        }
                    }
                });
        return rows;
    }

    private static String number(String text, String field) {
        return TypedNumber.find(text)
                .orElseThrow(() -> Failure.wrongUse(TypedNumber.doubt(text)
                                .orElse(Sentence.of("planning.typed.no-number", PlanTexts.told(text))))
                        .at(field))
                .toPlainString();
    }

    private static String year(String text, String field) {
        if (!text.matches("\\d{4}")) {
            throw Failure.wrongUse(Sentence.of("planning.typed.no-year", PlanTexts.told(text)))
                    .at(field);
        }
        return text;
    }

    private static Optional<ItemId> itemId(String text) {
        try {
            return Optional.of(ItemId.of(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Finds items by how people name them. */
    private record Names(View view, List<Item<?>> beside) {
        /** A box of the chain that is planned, or of any chain by its id. */
        Item<? extends Box> step(String words, String field) {
            Optional<ItemId> chain = ResultsChain.planned(view).map(Item::id);
            return boxes().filter(item -> !(item.value() instanceof Goal))
                    .filter(item -> item.id().toString().equals(words)
                            || (chain.equals(Optional.of(item.value().chain()))
                                    && item.value().title().equalsIgnoreCase(words)))
                    .findFirst()
                    .orElseThrow(() -> missing(words, field));
        }

        String goal(String words, String field) {
            Optional<ItemId> chain = ResultsChain.planned(view).map(Item::id);
            return view.list(Goal.KIND).stream()
                    .filter(item -> chain.equals(Optional.of(item.value().chain())))
                    .filter(item -> item.id().toString().equals(words)
                            || item.value().title().equalsIgnoreCase(words))
                    .map(item -> item.id().toString())
                    .findFirst()
                    .orElseThrow(() -> missing(words, field));
        }

        private Stream<Item<? extends Box>> boxes() {
            return Stream.of(Objective.KIND, Result.KIND, Support.KIND).flatMap(kind -> boxes(kind).stream());
        }

        private <T extends Record> List<Item<? extends Box>> boxes(Kind<T> kind) {
            List<Item<? extends Box>> found = new ArrayList<>();
            for (Item<T> item : view.list(kind)) {
                found.add(asBox(item));
            }
            return found;
        }

        @SuppressWarnings("unchecked") // of the kinds of boxes only
        private static Item<? extends Box> asBox(Item<?> item) {
            return (Item<? extends Box>) item;
        }

        String titled(String words, String field, Kind<?> kind) {
            return Stream.concat(
                            view.list(kind).stream(),
                            beside.stream().filter(item -> item.kind().equals(kind)))
                    .filter(item -> item.id().toString().equals(words)
                            || title(item.value()).equalsIgnoreCase(words))
                    .map(item -> item.id().toString())
                    .findFirst()
                    .orElseThrow(() -> missing(words, field));
        }

        private static String title(Record value) {
            return switch (value) {
                case PlanWindow window -> window.title();
                case AbsorptionLimit limit -> limit.title();
                default -> "";
            };
        }

        ItemId actor(String words, String field) {
            return view.list(Actor.KIND).stream()
                    .filter(item -> item.id().toString().equals(words)
                            || item.value().key().equals(words)
                            || item.value().names().stream().anyMatch(name -> name.equalsIgnoreCase(words)))
                    .map(Item::id)
                    .findFirst()
                    .orElseThrow(() -> missing(words, field));
        }

        Failure missing(String words, String field) {
            return Failure.notFound(Sentence.of("planning.typed.no-item", PlanTexts.told(words)))
                    .at(field);
        }
    }
}
