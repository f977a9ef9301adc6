package org.salus.appraisal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.diligence.Keeping;
import org.salus.diligence.TypedCase;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.goals.Objective;
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
import org.salus.ledger.WorkspaceId;
import org.salus.ledger.Workspaces;
import org.salus.sector.Actor;
import org.salus.workspace.Faces;
import org.salus.workspace.Field;
import org.salus.workspace.NoChoice;
import org.salus.workspace.PrivateLayers;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody typed to note something of decisions and politics, in the words that pages, API and command line share: the fields of the item, its words parted by hyphens. Several offices
 * stand on a line each, or parted by semicolons; several items by their ids, parted by blanks; a party before a colon, and behind it what it brings.
 */
public final class TypedPolitics {
    private static final String KEEP = "keep";
    private static final String ACTOR = "actor";
    private static final String ACTOR_NAME = "actor-name";
    private static final String OBJECTIVE = "objective";
    private static final String OBJECTIVE_NAME = "objective-name";

    private final PoliticsList list;
    private final Map<String, String> typed;

    /** @param typed by the names of fields, as {@link #names} has them */
    public TypedPolitics(PoliticsList list, Map<String, String> typed) {
        this.list = list;
        this.typed = Map.copyOf(typed);
    }

    /**
     * Something that was noted, or was not.
     *
     * @param workspace where it is kept
     */
    public record Written(WorkspaceId workspace, ItemId id, Outcome outcome) {}

    /** The names of what can be typed. */
    public static List<String> names(PoliticsList list) {
        List<String> names = new ArrayList<>();
        if (list.isForFew()) {
            names.addAll(List.of(ACTOR, ACTOR_NAME));
        }
        if (list == PoliticsList.STANCES) {
            names.addAll(List.of(OBJECTIVE, OBJECTIVE_NAME));
        }
        PoliticsFaces.fields(list.kind()).forEach(field -> names.add(name(field)));
        if (list.isForFew()) {
            names.add(KEEP);
        }
        return List.copyOf(names);
    }

    /** What a field is called where it is typed. */
    public static String name(Field field) {
        return field.name().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /**
     * The same, if it says nothing else.
     *
     * @throws Failure (wrong use) for a name that means nothing: what was mistyped would be lost
     */
    public TypedPolitics checked() {
        List<String> names = names(list);
        for (String name : typed.keySet()) {
            if (!names.contains(name)) {
                throw Failure.wrongUse(
                        Sentence.of("appraisal.politics.failure.no-field", name, String.join(", ", names)));
            }
        }
        return this;
    }

    private String text(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    /**
     * Notes it. What is written for few is kept, where nobody chose, in a private layer, which is made if there is none.
     *
     * @param here the workspace, or a private layer
     * @throws Failure if something of it means nothing, or whoever asks may not write here
     */
    public Written write(Workspaces workspaces, Workspace here, AccountId author, Faces faces, Wording wording) {
        View view = here.view(author);
        if (!view.standing().mayActAs(Role.CONTRIBUTOR)) {
            throw Failure.refused(Sentence.of("ledger.refusal.role", Role.CONTRIBUTOR.label()));
        }
        if (!list.isForFew()) {
            Item<?> item = item(Optional.of(view), false, faces, wording);
            return new Written(here.id(), item.id(), here.append(author, List.of(new Edit.Put(item)), Reason.EDIT));
        }
        Keeping keeping = keeping(Keeping.usual(workspaces.isCopy()));
        if (!keeping.isOpenTo(view.standing())) {
            throw Failure.wrongUse(Sentence.of("appraisal.politics.failure.no-organisation"))
                    .at(KEEP);
        }
        boolean isInLayer = view.charter().layerOf().isPresent();
        Optional<View> shared = isInLayer
                ? view.charter().layerOf().flatMap(id -> TypedCase.opened(workspaces, id, author))
                : Optional.of(view);
        boolean isBeyond = isInLayer || keeping == Keeping.LAYER;
        // All of it is read before a layer is made for it.
        Item<?> item = item(shared, isBeyond, faces, wording).meantFor(keeping.sensitivity(view.standing()));
        Workspace holding = isInLayer || keeping != Keeping.LAYER
                ? here
                : PrivateLayers.find(here.id(), author, workspaces)
                        .orElseGet(() -> PrivateLayers.found(view, author, workspaces, wording));
        return new Written(holding.id(), item.id(), holding.append(author, List.of(new Edit.Put(item)), Reason.EDIT));
    }

    /**
     * The item that is said, for all members yet.
     *
     * @param shared where actors and objectives stand, if the author may open that
     * @param isBeyond whether the item is kept in a private layer of it
     */
    Item<?> item(Optional<View> shared, boolean isBeyond, Faces faces, Wording wording) {
        ObjectNode value = value();
        if (list.isForFew()) {
            value.set(
                    ACTOR,
                    ItemJson.tree(
                            mention(ACTOR, ACTOR_NAME, "no-actor", Actor.KIND, shared, isBeyond, faces, wording)));
        }
        if (list == PoliticsList.STANCES) {
            value.set(
                    OBJECTIVE,
                    ItemJson.tree(mention(
                            OBJECTIVE,
                            OBJECTIVE_NAME,
                            "no-objective",
                            Objective.KIND,
                            shared,
                            isBeyond,
                            faces,
                            wording)));
        }
        return item(value, list.kind());
    }

    private static <T extends Record> Item<T> item(ObjectNode value, Kind<T> kind) {
        return Item.fresh(kind, ItemJson.value(kind, value));
    }

    private Keeping keeping(Keeping usual) {
        String code = text(KEEP);
        if (code.isEmpty()) {
            return usual;
        }
        return Term.find(Keeping.class, code)
                .orElseThrow(() -> NoChoice.of(code, Keeping.class).at(KEEP));
    }

    private Mention mention(
            String idName,
            String wordsName,
            String missing,
            Kind<?> kind,
            Optional<View> shared,
            boolean isBeyond,
            Faces faces,
            Wording wording) {
        String words = text(wordsName);
        String id = text(idName);
        if (id.isEmpty()) {
            if (words.isEmpty()) {
                throw Failure.wrongUse(Sentence.of("appraisal.politics.refusal." + missing))
                        .at(wordsName);
            }
            return Mention.named(words);
        }
        ItemId item = itemId(id);
        View there = shared.filter(view -> view.find(item)
                        .filter(found -> found.kind().equals(kind))
                        .isPresent())
                .orElseThrow(() -> Failure.notFound(Sentence.of("appraisal.politics.failure.no-item", id)));
        String name = words.isEmpty() ? faces.title(item, there, wording) : words;
        return isBeyond ? Mention.beyond(item, name) : Mention.here(item, name);
    }

    private static ItemId itemId(String text) {
        try {
            return ItemId.of(text);
        } catch (IllegalArgumentException none) {
            throw Failure.notFound(Sentence.of("appraisal.politics.failure.no-item", text));
        }
    }

    /** What the fields of the item say. */
    private ObjectNode value() {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        for (Field field : PoliticsFaces.fields(list.kind())) {
            String name = name(field);
            switch (field.input()) {
                case Field.Input.Rows rows -> value.set(field.name(), rows(field.name(), text(name)));
                case Field.Input.Lines lines ->
                    value.set(field.name(), read(field, text(name).replace(';', '\n')));
                case Field.Input.Choice choice
                when !choice.isOptional() && text(name).isEmpty() ->
                    // The last of each list says that nothing more is known.
                    value.put(field.name(), choice.options().getLast().code());
                default -> value.set(field.name(), read(field, text(name)));
            }
        }
        return value;
    }

    private static tools.jackson.databind.JsonNode read(Field field, String text) {
        return switch (field.read(text)) {
            case Field.Typed.Understood understood -> understood.json();
            case Field.Typed.NotUnderstood not ->
                throw Failure.wrongUse(not.why()).at(name(field));
        };
    }

    private static ArrayNode rows(String list, String text) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        switch (list) {
            case "parties" ->
                lines(text).forEach(line -> {
                    int colon = line.indexOf(':');
                    rows.addObject()
                            .put("party", (colon < 0 ? line : line.substring(0, colon)).strip())
                            .put(
                                    "brings",
                                    colon < 0 ? "" : line.substring(colon + 1).strip());
                });
            case "supports" -> ids(text).forEach(id -> rows.addObject().put("support", id));
            default -> ids(text).forEach(id -> rows.addObject().put("objective", id));
        }
        return rows;
    }

    private static Stream<String> lines(String text) {
        return Stream.of(text.split("[\\r\\n;]+", -1)).map(String::strip).filter(line -> !line.isEmpty());
    }

    private static Stream<String> ids(String text) {
        return Stream.of(text.split("[,\\s]+", -1))
                .filter(id -> !id.isEmpty())
                .distinct()
                .map(id -> itemId(id).toString());
    }

    /** What a form or a program says by names; of what was chosen several times, all of it. */
    public static Map<String, String> together(Map<String, List<String>> form) {
        Map<String, String> typed = new LinkedHashMap<>();
        form.forEach((name, values) -> typed.put(name, String.join(" ", values)));
        return typed;
    }
}
