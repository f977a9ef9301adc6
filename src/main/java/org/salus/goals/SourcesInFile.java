package org.salus.goals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.salus.ledger.Citation;
import org.salus.ledger.Confidence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.ItemJson;
import org.salus.ledger.View;
import org.salus.workspace.Source;
import org.salus.workspace.SourceType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who says so, in the file of a chain: what its elements cite. Interviews leave no house; what cites them stays as it is at home. */
final class SourcesInFile {
    static final String SOURCES = "sources";
    static final String CITATIONS = "citations";
    static final String SOURCE = "source";

    private SourcesInFile() {}

    /** The sources of these items as they travel, each once, in the order in which they are cited. */
    static List<Map<String, Object>> of(View view, Stream<? extends Item<?>> citing) {
        Set<ItemId> cited = new LinkedHashSet<>();
        citing.flatMap(item -> item.citations().stream()).map(Citation::source).forEach(cited::add);
        return cited.stream()
                .flatMap(id -> travelling(view, id).stream())
                .map(source -> {
                    Map<String, Object> out = new LinkedHashMap<>();
                    out.put("key", source.id().toString());
                    out.put("value", ItemJson.value(source));
                    return out;
                })
                .toList();
    }

    /** What an item cites of them. */
    static List<JsonNode> citations(View view, Item<?> item) {
        return item.citations().stream()
                .filter(citation -> travelling(view, citation.source()).isPresent())
                .map(ItemJson::tree)
                .toList();
    }

    /**
     * What an item cites after the file: what it says, and what is cited at home and does not travel. Where that is the same, in the order at home.
     *
     * @param said what the file says, with the ids the sources have here
     */
    static List<Citation> cited(View view, List<Citation> known, List<Citation> said) {
        Set<Citation> all = new LinkedHashSet<>(said);
        known.stream()
                .filter(citation -> travelling(view, citation.source()).isEmpty())
                .forEach(all::add);
        return all.equals(Set.copyOf(known)) ? known : List.copyOf(all);
    }

    /** What a citation says where nobody has said anything, under the id its source has here. */
    static Citation citation(JsonNode said, ItemId source) {
        ObjectNode whole = (ObjectNode) ItemJson.tree(Citation.of(source, "", Confidence.NOT_ASSESSED));
        said.properties().stream()
                .filter(one -> !one.getKey().equals(SOURCE))
                .forEach(one -> whole.set(one.getKey(), one.getValue()));
        return ItemJson.read(whole, Citation.class);
    }

    /** A source as it would be after the file: what it does not say stays as it is, or as nobody has said it. */
    static Source source(JsonNode said, Optional<Item<Source>> before) {
        ObjectNode whole =
                (ObjectNode) ItemJson.tree(before.map(Item::value).orElseGet(() -> Source.of(SourceType.DOCUMENT, "")));
        said.properties().forEach(one -> whole.set(one.getKey(), one.getValue()));
        return ItemJson.value(Source.KIND, whole);
    }

    /** The one source here that is called so by the same author, if there is one alone. */
    static Optional<ItemId> alike(View view, JsonNode said) {
        String title = said.path("title").asString("");
        String author = said.path("author").asString("");
        List<ItemId> alike = new ArrayList<>();
        for (Item<Source> source : view.list(Source.KIND)) {
            if (!source.value().type().isProtected()
                    && source.value().title().equals(title)
                    && source.value().author().equals(author)) {
                alike.add(source.id());
            }
        }
        return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
    }

    private static Optional<Item<Source>> travelling(View view, ItemId id) {
        return view.find(Source.KIND, id)
                .filter(source -> !source.value().type().isProtected());
    }
}
