package org.salus.planning;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is said for a schedule as a file: JSON with a list under the word of each {@link PlanList}, whose entries say what {@link TypedPlan} reads, and fiscal outlooks under {@code outlooks}. Steps stand in it by their titles, so that a file fits any workspace that
 * has them.
 */
public final class PlanFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    private static final String FORMAT = "salus-plan";
    private static final String OUTLOOKS = "outlooks";

    private PlanFile() {}

    /**
     * What a file puts into a workspace.
     *
     * @param file its name, for what is said about it
     * @param view of the workspace, as the author sees it
     * @throws Failure (wrong use) if it is no such file, or is about something that is not there
     */
    public static List<Edit> edits(InputStream bytes, String file, View view) throws IOException {
        JsonNode root;
        try {
            root = JSON.readTree(bytes.readAllBytes());
        } catch (MismatchedInputException twice) {
            throw Failure.wrongUse(Sentence.of("planning.file.key-twice", file));
        } catch (JacksonException broken) {
            throw wrong(file, "JSON");
        }
        if (!root.path("format").asString("").equals(FORMAT)) {
            throw wrong(file, "format");
        }
        List<Item<?>> items = new ArrayList<>();
        Set<ItemId> said = new HashSet<>();
        for (PlanList list : PlanList.values()) {
            for (JsonNode entry : root.path(list.code())) {
                Map<String, String> typed = typed(entry);
                Item<?> item = new TypedPlan(list, typed).item(view, items);
                if (!said.add(item.id())) {
                    throw Failure.wrongUse(Sentence.of(
                            "planning.file.twice",
                            file,
                            PlanTexts.told(typed.values().stream().findFirst().orElse("")),
                            list.code()));
                }
                items.add(item);
            }
        }
        for (JsonNode entry : root.path(OUTLOOKS)) {
            items.add(new TypedOutlook(typed(entry)).outlook());
        }
        return items.stream().<Edit>map(Edit.Put::new).toList();
    }

    private static Map<String, String> typed(JsonNode entry) {
        Map<String, String> typed = new LinkedHashMap<>();
        entry.properties()
                .forEach(one -> typed.put(
                        one.getKey(),
                        one.getValue().isArray()
                                ? one.getValue()
                                        .valueStream()
                                        .map(value -> value.asString(""))
                                        .collect(Collectors.joining("\n"))
                                : one.getValue().asString("")));
        return typed;
    }

    private static Failure wrong(String file, String what) {
        return Failure.wrongUse(Sentence.of("planning.file.wrong", file, what));
    }
}
