package org.salus.workspace;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.ItemJson;
import tools.jackson.databind.JsonNode;

/**
 * What the parts of an item say, in words: first those that are typed, then those that follow from what somebody did, then what else its record holds. Of the
 * last only single texts and numbers are told as they are, everything larger by its size.
 */
public final class ItemParts {
    private final Optional<Face<?>> face;
    private final Wording wording;
    private final Function<ItemId, String> titles;

    /**
     * Those of a kind.
     *
     * @param titles the name of another item, as the reader may know it
     */
    public ItemParts(Optional<Face<?>> face, Wording wording, Function<ItemId, String> titles) {
        this.face = face;
        this.wording = wording;
        this.titles = titles;
    }

    /** The names of the components that some of these versions have. */
    public List<String> names(Collection<? extends Item<?>> versions) {
        Set<String> names = new LinkedHashSet<>();
        face.ifPresent(known -> {
            known.fields().forEach(field -> names.add(field.name()));
            known.told().forEach(field -> names.add(field.name()));
        });
        versions.forEach(item -> names.addAll(ItemJson.told(item).propertyNames()));
        return List.copyOf(names);
    }

    /** What a component is called. */
    public String label(String name) {
        return field(name).map(known -> wording.say(known.label())).orElse(name);
    }

    /** What a component of an item says; nothing where it is absent. */
    public String said(Item<?> item, String name) {
        JsonNode value = ItemJson.told(item).path(name);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return field(name)
                .map(known -> known.said(value, wording, titles))
                .orElseGet(() ->
                        value.isContainer() ? wording.say("workspace.part.entries", value.size()) : value.asString());
    }

    private Optional<Field> field(String name) {
        return face.flatMap(known -> known.said(name));
    }
}
