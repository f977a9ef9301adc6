package org.salus.portal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.framework.Wording;
import org.salus.ledger.Charter;
import org.salus.ledger.Digest;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.ItemJson;
import org.salus.ledger.Kind;
import org.salus.ledger.View;
import org.salus.workspace.Contribution;
import org.salus.workspace.Face;
import org.salus.workspace.Faces;
import org.salus.workspace.Field;
import tools.jackson.databind.JsonNode;

/**
 * What one reader can find in one state of a workspace: its pages, itself, and every item of its view by name and by the texts of the fields that a page of
 * the item shows. Nothing else of an item is looked through: what its page does not tell, finding it must not tell either.
 */
final class FoundItems {
    /** Of one item; a pasted report would weigh as much as a thousand others. */
    private static final int LONGEST = 4_000;

    private final Map<SearchGroup, SearchIndex> indexes = new EnumMap<>(SearchGroup.class);
    private final Map<ItemId, Kept> kept = new HashMap<>();

    /**
     * An item as it was read, for the next state: what it says itself does not change as long as its versions are the same.
     *
     * @param own the texts of its fields, as {@link Spelling} compares them
     * @param title as it was last said, which may hang on other items
     */
    private record Kept(Set<Digest> basis, String own, String title, String folded) {}

    private FoundItems() {}

    /**
     * What can be found on a view.
     *
     * @param before what could be found by the same reader in an earlier state; null if that is not known
     */
    static FoundItems of(View view, Faces faces, Wording wording, @Nullable FoundItems before) {
        FoundItems found = new FoundItems();
        String name = view.charter().name();
        String path = "/workspaces/" + view.workspace();
        List<SearchIndex.Line> items = new ArrayList<>();
        for (Kind<?> kind : faces.kinds().list()) {
            Optional<Face<?>> face = faces.find(kind);
            if (face.isEmpty() || kind.name().equals(Charter.KIND.name())) {
                continue;
            }
            String label = wording.say(face.get().label());
            for (Item<?> item : view.list(kind)) {
                String title = faces.title(item, view, wording);
                Kept line = found.kept(item, title, face.get(), before);
                items.add(new SearchIndex.Line(
                        new SearchHit(
                                SearchGroup.ITEMS,
                                label,
                                title,
                                name,
                                path + "/" + faces.page(item).orElse("items/" + item.id())),
                        line.folded(),
                        line.own()));
            }
        }
        found.indexes.put(SearchGroup.ITEMS, new SearchIndex(items, false));
        found.indexes.put(SearchGroup.PAGES, new SearchIndex(pages(name, path, faces, wording), true));
        found.indexes.put(
                SearchGroup.WORKSPACES, new SearchIndex(List.of(itself(view.charter(), path, wording)), false));
        return found;
    }

    private Kept kept(Item<?> item, String title, Face<?> face, @Nullable FoundItems before) {
        Kept old = before == null ? null : before.kept.get(item.id());
        Kept now;
        if (old == null || !old.basis().equals(item.basis())) {
            now = new Kept(item.basis(), " " + Spelling.folded(own(item, face)) + " ", title, folded(title));
        } else {
            now = old.title().equals(title) ? old : new Kept(old.basis(), old.own(), title, folded(title));
        }
        kept.put(item.id(), now);
        return now;
    }

    private static String folded(String title) {
        return " " + Spelling.folded(title) + " ";
    }

    private static String own(Item<?> item, Face<?> face) {
        StringBuilder text = new StringBuilder();
        add(ItemJson.value(item), face.fields(), text);
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text.toString();
    }

    private static void add(JsonNode record, List<Field> fields, StringBuilder text) {
        for (Field field : fields) {
            JsonNode value = record.path(field.name());
            switch (field.input()) {
                case Field.Input.Line line -> add(value, text);
                case Field.Input.Paragraph paragraph -> add(value, text);
                case Field.Input.Lines lines -> value.forEach(line -> add(line, text));
                case Field.Input.Group group -> add(value, group.fields(), text);
                case Field.Input.Rows rows -> value.forEach(row -> add(row, rows.fields(), text));
                case Field.Input.Choice choice -> {}
                case Field.Input.Choices choices -> {}
                case Field.Input.Other other -> {}
                case Field.Input.Day day -> {}
                case Field.Input.Decimal decimal -> {}
                case Field.Input.Flag flag -> {}
            }
        }
    }

    private static void add(JsonNode value, StringBuilder text) {
        if (value.isString() && text.length() < LONGEST) {
            text.append(value.asString()).append('\n');
        }
    }

    private static List<SearchIndex.Line> pages(String name, String path, Faces faces, Wording wording) {
        List<SearchIndex.Line> pages = new ArrayList<>();
        for (Contribution.Place place : faces.places()) {
            pages.add(page(wording.say(place.label()), name, path + "/" + place.path(), wording));
        }
        for (String part : List.of("sources", "history", "copies", "members")) {
            pages.add(page(wording.say("workspace.rail." + part), name, path + "/" + part, wording));
        }
        return pages;
    }

    private static SearchIndex.Line page(String title, String place, String href, Wording wording) {
        return SearchIndex.Line.of(
                new SearchHit(SearchGroup.PAGES, wording.say("portal.search.kind.page"), title, place, href), place);
    }

    private static SearchIndex.Line itself(Charter charter, String path, Wording wording) {
        StringBuilder further = new StringBuilder();
        charter.countries()
                .forEach(code -> further.append(code)
                        .append(' ')
                        .append(Countries.shipped()
                                .findByCode(code)
                                .map(Country::name)
                                .orElse(""))
                        .append(' '));
        further.append(charter.region()).append(' ').append(charter.reformName());
        return SearchIndex.Line.of(
                new SearchHit(
                        SearchGroup.WORKSPACES,
                        wording.say("portal.search.kind." + (charter.layerOf().isPresent() ? "layer" : "workspace")),
                        charter.name(),
                        "",
                        path),
                further.toString());
    }

    /** What was found of a group, in any order. */
    List<SearchIndex.Found> find(SearchGroup group, List<String> words) {
        return indexes.getOrDefault(group, SearchIndex.EMPTY).find(words);
    }

    /** How many lines are held. */
    int size() {
        return kept.size();
    }
}
