package org.salus.appraisal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.goals.Objective;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;
import org.salus.sector.Actor;
import org.salus.workspace.Faces;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decisions, windows, partnerships, stances and red lines as a file: JSON with a list under the word of each {@link PoliticsList}, whose entries say what {@link TypedPolitics} reads. Objectives
 * stand in it by their titles, actors by their keys or names, so that a file fits any workspace that has them.
 */
public final class PoliticsFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    private static final String FORMAT = "salus-politics";
    private static final Set<String> OBJECTIVES = Set.of("objective", "objectives");

    private final String file;
    private final View view;

    private PoliticsFile(String file, View view) {
        this.file = file;
        this.view = view;
    }

    /**
     * What a file puts into a workspace. Stances and red lines are for its author alone.
     *
     * @param file its name, for what is said about it
     * @param view of the workspace, as the author sees it
     * @throws Failure (wrong use) if it is no such file, or is about something that is not there
     */
    public static List<Edit> edits(InputStream bytes, String file, View view, Faces faces, Wording wording)
            throws IOException {
        return new PoliticsFile(file, view).read(bytes, faces, wording);
    }

    private List<Edit> read(InputStream bytes, Faces faces, Wording wording) throws IOException {
        JsonNode root;
        try {
            root = JSON.readTree(bytes.readAllBytes());
        } catch (MismatchedInputException twice) {
            throw Failure.wrongUse(Sentence.of("appraisal.politics.failure.key-twice", file));
        } catch (JacksonException broken) {
            throw wrong("JSON");
        }
        if (!root.path("format").asString("").equals(FORMAT)) {
            throw wrong("format");
        }
        Sensitivity few =
                new Sensitivity.Named(new TreeSet<>(Set.of(view.standing().account())));
        List<Edit> edits = new ArrayList<>();
        for (PoliticsList list : PoliticsList.values()) {
            for (JsonNode entry : root.path(list.code())) {
                Item<?> item =
                        new TypedPolitics(list, typed(entry)).checked().item(Optional.of(view), false, faces, wording);
                edits.add(new Edit.Put(list.isForFew() ? item.meantFor(few) : item));
            }
        }
        return edits;
    }

    private Map<String, String> typed(JsonNode entry) {
        Map<String, String> typed = new LinkedHashMap<>();
        entry.properties().forEach(one -> {
            List<String> values = one.getValue().isArray()
                    ? one.getValue()
                            .valueStream()
                            .map(value -> value.asString(""))
                            .toList()
                    : List.of(one.getValue().asString(""));
            typed.put(
                    one.getKey(),
                    values.stream().map(value -> meant(one.getKey(), value)).collect(Collectors.joining("\n")));
        });
        return typed;
    }

    private String meant(String name, String value) {
        if (OBJECTIVES.contains(name)) {
            return id(
                    value,
                    view.list(Objective.KIND).stream()
                            .filter(item -> item.value().title().equals(value))
                            .map(Item::id)
                            .findFirst());
        }
        return name.equals("actor")
                ? id(
                        value,
                        view.list(Actor.KIND).stream()
                                .filter(item -> item.value().key().equals(value)
                                        || item.value().names().contains(value))
                                .map(Item::id)
                                .findFirst())
                : value;
    }

    private String id(String value, Optional<ItemId> found) {
        return found.map(ItemId::toString).orElseThrow(() -> wrong(value));
    }

    private Failure wrong(String what) {
        return Failure.wrongUse(Sentence.of("appraisal.politics.failure.file", file, what));
    }
}
