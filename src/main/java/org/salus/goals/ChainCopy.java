package org.salus.goals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.ItemJson;
import org.salus.ledger.Kind;
import org.salus.ledger.View;
import tools.jackson.databind.node.ObjectNode;

/**
 * An alternative that begins as a copy of another: what its reader may see of it, each element under an id made of the new alternative's and its own. So it is
 * known for good which element is a copy of which, and the two can be compared. Measurements are not copied but shared, see {@link MeasuredOnce}.
 */
public final class ChainCopy {
    /** Of an element that is gone from many alternatives in a row not every name it may have had is tried. */
    private static final int MOST_NAMES = 16;

    private ChainCopy() {}

    /**
     * The edits that begin a draft as a copy.
     *
     * @return the new alternative first
     */
    public static List<Edit> of(View view, Item<ResultsChain> original, String title) {
        if (title.isBlank()) {
            throw Failure.wrongUse(Sentence.of("goals.refusal.no-title"));
        }
        ResultsChain begun = new ResultsChain(
                title.strip(),
                Adoption.DRAFT,
                Optional.of(original.id()),
                original.value().note());
        // Meant for the same people: its note came along.
        Item<ResultsChain> copy = new Item<>(
                ItemId.fresh(), ResultsChain.KIND, original.sensitivity(), original.citations(), begun, Set.of());
        List<Item<?>> elements = elements(Chain.of(view, original.id()));
        Map<ItemId, ItemId> ids = new HashMap<>(Map.of(original.id(), copy.id()));
        elements.forEach(element -> ids.put(element.id(), copied(copy.id(), element.id())));
        List<Edit> edits = new ArrayList<>(List.of(new Edit.Put(copy)));
        for (Item<?> element : elements) {
            if (!(element.value() instanceof Link link) || isWhole(link, ids)) {
                edits.add(new Edit.Put(under(element, ids)));
            }
        }
        return edits;
    }

    /** The alternative that these edits begin. */
    public static ItemId begun(List<Edit> edits) {
        return edits.getFirst().item().id();
    }

    /** A link one end of which cannot be seen or is gone is not copied: it would lead to nothing. */
    private static boolean isWhole(Link link, Map<ItemId, ItemId> ids) {
        return ids.containsKey(link.from()) && ids.containsKey(link.to());
    }

    /** Everything in an alternative, what others name before what names it. */
    static List<Item<?>> elements(Chain chain) {
        return Stream.<Stream<? extends Item<?>>>of(
                        chain.boxes().stream(),
                        chain.assumptions().stream(),
                        chain.risks().stream(),
                        chain.indicators().stream(),
                        chain.links().stream())
                .<Item<?>>flatMap(items -> items)
                .toList();
    }

    private static ItemId copied(ItemId chain, ItemId original) {
        return ItemId.ofWords(words(chain, original));
    }

    private static String words(ItemId chain, ItemId original) {
        return "copy\n" + chain + "\n" + original;
    }

    /**
     * An alternative that is a copy, or that others may be copies of.
     *
     * @param elements those that are there
     * @param isEarlier whether some of its elements may have been copied before their ids were told apart from places
     */
    private record Begun(ItemId chain, Set<ItemId> elements, boolean isEarlier) {
        /**
         * Under which id an element was copied. Where it is there that is known, whatever the others are called: a program of before may have added some. Where it
         * is gone it may be either.
         */
        Stream<ItemId> copied(ItemId original) {
            ItemId copy = ChainCopy.copied(chain, original);
            if (!isEarlier || elements.contains(copy)) {
                return Stream.of(copy);
            }
            ItemId earlier =
                    new ItemId(UUID.nameUUIDFromBytes(words(chain, original).getBytes(StandardCharsets.UTF_8)));
            return elements.contains(earlier) ? Stream.of(earlier) : Stream.of(earlier, copy);
        }
    }

    /** An element under other ids; what it names is named by its other id too. */
    static Item<?> under(Item<?> element, Map<ItemId, ItemId> ids) {
        return under(element.kind(), element, ids);
    }

    private static <T extends Record> Item<T> under(Kind<T> kind, Item<?> element, Map<ItemId, ItemId> ids) {
        ObjectNode value = ItemJson.value(element);
        Stream.concat(Stream.of(ChainFile.CHAIN), ChainFile.REFERENCES.stream())
                .filter(value::has)
                .forEach(component -> {
                    ItemId named = ItemId.of(value.path(component).asString());
                    value.put(component, ids.getOrDefault(named, named).toString());
                });
        return new Item<>(
                ids.getOrDefault(element.id(), element.id()),
                kind,
                element.sensitivity(),
                element.citations(),
                ItemJson.value(kind, value),
                Set.of());
    }

    /** The alternatives an alternative began as a copy of, the nearest first. */
    static List<Item<ResultsChain>> ancestors(View view, Item<ResultsChain> chain) {
        List<Item<ResultsChain>> ancestors = new ArrayList<>();
        Set<ItemId> met = new HashSet<>(Set.of(chain.id()));
        Optional<Item<ResultsChain>> next = original(view, chain);
        // A merge may have brought alternatives that are copies of each other.
        while (next.isPresent() && met.add(next.get().id())) {
            ancestors.add(next.get());
            next = original(view, next.get());
        }
        return ancestors;
    }

    private static Optional<Item<ResultsChain>> original(View view, Item<ResultsChain> chain) {
        return chain.value().copiedFrom().flatMap(id -> view.find(ResultsChain.KIND, id));
    }

    /** Of which element each element of an alternative is a copy, through however many alternatives; elements that were put there are not named. */
    static Map<ItemId, ItemId> origins(View view, Item<ResultsChain> chain) {
        return origins(
                view,
                chain,
                other -> elements(Chain.of(view, other)).stream().map(Item::id).toList());
    }

    /**
     * The same of some elements only.
     *
     * @param elements those of an alternative
     */
    static Map<ItemId, ItemId> origins(
            View view, Item<ResultsChain> chain, Function<ItemId, ? extends Collection<ItemId>> elements) {
        Map<ItemId, ItemId> origins = new HashMap<>();
        Set<ItemId> there = Set.copyOf(elements.apply(chain.id()));
        boolean isEarlier = there.stream().anyMatch(ItemId::isPlace);
        List<Begun> copies = new ArrayList<>(List.of(new Begun(chain.id(), there, isEarlier)));
        // The oldest comes last and is what counts, whether or not those in between still have the element.
        for (Item<ResultsChain> ancestor : ancestors(view, chain)) {
            Set<ItemId> own = Set.copyOf(elements.apply(ancestor.id()));
            for (ItemId element : own) {
                Stream<ItemId> called = Stream.of(element);
                for (Begun alternative : copies.reversed()) {
                    called = called.flatMap(alternative::copied).limit(MOST_NAMES);
                }
                called.forEach(copy -> origins.put(copy, element));
            }
            // What an alternative was copied from is older than it.
            isEarlier = isEarlier || own.stream().anyMatch(ItemId::isPlace);
            copies.add(new Begun(ancestor.id(), own, isEarlier));
        }
        return origins;
    }
}
