package org.salus.goals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Citation;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.ItemJson;
import org.salus.ledger.Kind;
import org.salus.ledger.View;
import org.salus.sector.Actor;
import org.salus.sector.Name;
import org.salus.workspace.Source;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A results chain as a file: JSON in which each element has a key, and others are named by their keys. Written by programs and by hand: what an element does not
 * say is as in a fresh one. What is written and read again is the same; read twice, nothing is doubled.
 */
public final class ChainFile {
    static final String FORMAT = "salus-goals";
    static final int EDITION = 1;

    private static final int MOST_BYTES = 20_000_000;
    private static final int MOST_ELEMENTS = 20_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    /** Components that name another element by its key. */
    static final List<String> REFERENCES = List.of("of", "from", "to", "indicator");

    static final String CHAIN = "chain";
    private static final String INSTITUTION = "institution";
    private static final String INSTITUTION_NAME = "institutionName";

    private static final List<Kind<?>> KINDS = List.of(
            Goal.KIND,
            Objective.KIND,
            Result.KIND,
            Support.KIND,
            Assumption.KIND,
            Risk.KIND,
            Indicator.KIND,
            Link.KIND,
            Measurement.KIND);

    private ChainFile() {}

    /** Something wrong in a file: at which element, from 1, and what. */
    public record Problem(int element, String key, Sentence says) {}

    /**
     * What a file would change.
     *
     * @param problems all that is wrong; if there is anything, nothing is changed
     */
    public record Preview(ItemId chain, List<Edit> edits, int fresh, int changed, int same, List<Problem> problems) {
        public Preview {
            edits = List.copyOf(edits);
            problems = List.copyOf(problems);
        }
    }

    /** The form of a chain that travels: only what the reader may see. */
    public static Map<String, Object> write(View view, Item<ResultsChain> chain) {
        Chain model = Chain.of(view, chain.id());
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("format", FORMAT);
        out.put("edition", EDITION);
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("key", chain.id().toString());
        about.put("title", chain.value().title());
        about.put("note", chain.value().note());
        about.put(SourcesInFile.CITATIONS, SourcesInFile.citations(view, chain));
        out.put(CHAIN, about);
        List<? extends Item<?>> elements = Stream.<Stream<? extends Item<?>>>of(
                        model.boxes().stream(),
                        model.assumptions().stream(),
                        model.risks().stream(),
                        model.indicators().stream(),
                        model.links().stream(),
                        MeasurementsInFile.of(view, model))
                .flatMap(items -> items)
                .toList();
        out.put(SourcesInFile.SOURCES, SourcesInFile.of(view, Stream.concat(Stream.of(chain), elements.stream())));
        out.put("elements", elements.stream().map(item -> element(item, view)).toList());
        return out;
    }

    private static Map<String, Object> element(Item<?> item, View view) {
        ObjectNode value = ItemJson.value(item);
        value.remove(CHAIN);
        // Its id says nothing where the map is another one.
        if (item.value() instanceof Objective objective) {
            objective
                    .institution()
                    .flatMap(id -> view.find(Actor.KIND, id))
                    .flatMap(actor -> actor.value().names().stream().findFirst())
                    .ifPresent(name -> value.put(INSTITUTION_NAME, name));
        }
        MeasurementsInFile.withoutAccounts(value);
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("key", item.id().toString());
        out.put("kind", item.kind().name());
        out.put("value", value);
        out.put(SourcesInFile.CITATIONS, SourcesInFile.citations(view, item));
        return out;
    }

    /**
     * What a file would change in a workspace.
     *
     * @throws Failure if it is no file of this form
     */
    public static Preview read(InputStream bytes, View view) throws IOException {
        return new Reading(view).read(tree(bytes));
    }

    private static JsonNode tree(InputStream bytes) throws IOException {
        byte[] all = bytes.readNBytes(MOST_BYTES + 1);
        if (all.length > MOST_BYTES) {
            throw Failure.wrongUse(Sentence.of("goals.file.too-large", MOST_BYTES / 1_000_000));
        }
        JsonNode tree;
        try {
            tree = JSON.readTree(all);
        } catch (JacksonException broken) {
            int line = broken.getLocation() == null
                    ? 1
                    : Math.max(1, broken.getLocation().getLineNr());
            throw Failure.wrongUse(Sentence.of("goals.file.no-json", line));
        }
        if (!tree.path("format").asString("").equals(FORMAT)) {
            throw Failure.wrongUse(Sentence.of("goals.file.other-format", FORMAT));
        }
        if (tree.path("edition").asInt(0) > EDITION) {
            throw Failure.wrongUse(
                    Sentence.of("goals.file.newer", tree.path("edition").asInt(0)));
        }
        if (tree.path("elements").size() > MOST_ELEMENTS
                || tree.path(SourcesInFile.SOURCES).size() > MOST_ELEMENTS) {
            throw Failure.wrongUse(Sentence.of("goals.file.too-many", MOST_ELEMENTS));
        }
        return tree;
    }

    /** What an element says where nobody has said anything. */
    static ObjectNode blank(String kind, ItemId chain) {
        Item<?> item = switch (kind) {
            case "goal" -> Item.fresh(Goal.KIND, Goal.of(chain, ""));
            case "objective" -> Item.fresh(Objective.KIND, Objective.of(chain, ""));
            case "result" -> Item.fresh(Result.KIND, Result.of(chain, ResultKind.OUTPUT, ""));
            case "support" -> Item.fresh(Support.KIND, Support.of(chain, "", ""));
            case "assumption" -> Item.fresh(Assumption.KIND, new Assumption(chain, "", AssumptionState.UNTESTED, ""));
            case "risk" -> Item.fresh(Risk.KIND, new Risk(chain, "", "", ""));
            case "measurement" -> MeasurementsInFile.blank(chain);
            case "results-indicator" -> Item.fresh(Indicator.KIND, Indicator.of(chain, chain, ""));
            default -> Item.fresh(Link.KIND, Link.of(chain, chain, chain));
        };
        return ItemJson.value(item);
    }

    /** A link that is new or leads elsewhere, with its place in the file. */
    private record Drawn(int element, String key, Link link) {
        Problem problem(Sentence says) {
            return new Problem(element, key, says);
        }
    }

    private static final class Reading {
        private final View view;
        private final Map<String, ItemId> known = new HashMap<>();
        private final Map<String, ItemId> actors = new HashMap<>();
        private final Map<String, ItemId> sources = new HashMap<>();
        private final Set<ItemId> measured = new HashSet<>();
        private final List<Edit> edits = new ArrayList<>();
        private final List<Item<?>> wanted = new ArrayList<>();
        private final List<Drawn> drawn = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private int fresh;
        private int changed;
        private int same;

        Reading(View view) {
            this.view = view;
            for (Item<Actor> actor : view.list(Actor.KIND)) {
                actors.put(actor.id().toString(), actor.id());
                if (!actor.value().key().isBlank()) {
                    actors.put(actor.value().key().toLowerCase(Locale.ROOT), actor.id());
                }
                actor.value().phases().stream()
                        .flatMap(phase -> phase.names().stream())
                        .map(Name::text)
                        .forEach(name -> actors.put(name.toLowerCase(Locale.ROOT), actor.id()));
            }
        }

        Preview read(JsonNode tree) {
            JsonNode about = tree.path(CHAIN);
            String name = about.path("key").asString("");
            ItemId own = id(name).filter(id -> view.find(ResultsChain.KIND, id).isPresent())
                    .orElseGet(() -> name.isBlank()
                            ? ItemId.fresh()
                            : named(id -> view.find(ResultsChain.KIND, id).isPresent(), name));
            Optional<Item<ResultsChain>> before = view.find(ResultsChain.KIND, own);
            ResultsChain there = before.map(Item::value).orElse(ResultsChain.of(""));
            ResultsChain said = new ResultsChain(
                    about.path("title").asString(there.title()),
                    there.adoption(),
                    there.copiedFrom(),
                    about.path("note").asString(there.note()));
            Item<ResultsChain> chain =
                    before.map(item -> item.saying(said)).orElseGet(() -> as(own, Item.fresh(ResultsChain.KIND, said)));
            if (said.title().isBlank()) {
                problems.add(new Problem(0, "", Sentence.of("goals.refusal.no-title")));
            }
            sources(tree.path(SourcesInFile.SOURCES).valueStream().toList());
            put(chain.citing(citations(about, before, 0, "")), before);
            List<JsonNode> elements = tree.path("elements").valueStream().toList();
            for (int i = 0; i < elements.size(); i++) {
                name(elements.get(i), i + 1, chain.id());
            }
            MeasuredOnce once = MeasuredOnce.of(view, chain.id());
            for (int i = 0; i < elements.size(); i++) {
                element(elements.get(i), i + 1, chain.id(), once);
            }
            if (problems.isEmpty()) {
                whole(chain.id());
            }
            return new Preview(chain.id(), problems.isEmpty() ? edits : List.of(), fresh, changed, same, problems);
        }

        /** Links whose ends come with the same file are held against each other here, since none of them stands yet. */
        private void whole(ItemId chain) {
            Map<ItemId, Item<?>> all = new LinkedHashMap<>();
            Chain there = Chain.of(view, chain);
            Stream.<Stream<? extends Item<?>>>of(
                            there.boxes().stream(),
                            there.assumptions().stream(),
                            there.risks().stream(),
                            there.links().stream(),
                            wanted.stream())
                    .flatMap(items -> items)
                    .forEach(item -> all.put(item.id(), item));
            Chain then = Chain.of(chain, List.copyOf(all.values()));
            List<List<ItemId>> circles = then.circles();
            for (Drawn one : drawn) {
                Link link = one.link();
                if (!LinkRules.isMeant(link, then)) {
                    problems.add(one.problem(
                            Sentence.of("goals.refusal.wrong-ends", link.type().label())));
                } else if (link.type() == LinkType.CONTRIBUTES
                        && circles.stream()
                                .anyMatch(circle -> circle.contains(link.from()) && circle.contains(link.to()))) {
                    problems.add(one.problem(Sentence.of("goals.refusal.circle")));
                }
            }
        }

        /**
         * The id under which what is called so is kept here: the same each time, so that a file that was written by hand or elsewhere doubles nothing when it is
         * read again. What was taken away meanwhile comes back under another.
         */
        private ItemId named(Predicate<ItemId> isIt, String... keys) {
            String place = "results chain file\n" + view.workspace() + "\n" + String.join("\n", keys);
            Optional<ItemId> earlier = namedEarlier(isIt, place);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            ItemId id;
            int times = 0;
            do {
                id = ItemId.ofWords(place + "\n" + times++);
            } while (!isIt.test(id) && !view.knowsNothingOf(id));
            return id;
        }

        /** What was taken in before such ids were told apart from places keeps the one it got then. */
        private Optional<ItemId> namedEarlier(Predicate<ItemId> isIt, String place) {
            int times = 0;
            while (true) {
                ItemId id =
                        new ItemId(UUID.nameUUIDFromBytes((place + "\n" + times++).getBytes(StandardCharsets.UTF_8)));
                if (isIt.test(id)) {
                    return Optional.of(id);
                }
                if (view.knowsNothingOf(id)) {
                    return Optional.empty();
                }
            }
        }

        private static <T extends Record> Item<T> as(ItemId id, Item<T> fresh) {
            return new Item<>(id, fresh.kind(), fresh.sensitivity(), List.of(), fresh.value(), Set.of());
        }

        private static Optional<ItemId> id(String text) {
            try {
                return Optional.of(ItemId.of(text));
            } catch (IllegalArgumentException none) {
                return Optional.empty();
            }
        }

        /** Sources that are known by their ids come before those that are known by what they are called, in whatever order they stand. */
        private void sources(List<JsonNode> said) {
            Set<ItemId> taken = new HashSet<>();
            for (JsonNode one : said) {
                String key = one.path("key").asString("");
                if (key.isBlank()) {
                    problems.add(new Problem(0, "", Sentence.of("goals.file.source-key")));
                } else if (!one.path("value").isObject()) {
                    problems.add(new Problem(0, key, Sentence.of("goals.file.no-value")));
                } else {
                    id(key).filter(this::isSource)
                            .or(() -> Optional.of(named(this::isSource, SourcesInFile.SOURCE, key))
                                    .filter(this::isSource))
                            .ifPresent(id -> {
                                sources.put(key, id);
                                taken.add(id);
                            });
                }
            }
            Set<String> told = new HashSet<>();
            for (JsonNode one : said) {
                String key = one.path("key").asString("");
                if (key.isBlank() || !one.path("value").isObject()) {
                    continue;
                }
                if (!told.add(key)) {
                    problems.add(new Problem(0, key, Sentence.of("goals.file.key-twice", key)));
                    continue;
                }
                ItemId id = sources.computeIfAbsent(
                        key,
                        fresh -> SourcesInFile.alike(view, one.path("value"))
                                .filter(taken::add)
                                .orElseGet(() -> named(this::isSource, SourcesInFile.SOURCE, key)));
                source(one.path("value"), id, key);
            }
        }

        private boolean isSource(ItemId id) {
            return view.find(Source.KIND, id).isPresent();
        }

        private void source(JsonNode value, ItemId id, String key) {
            Optional<Item<Source>> before = view.find(Source.KIND, id);
            try {
                Source said = SourcesInFile.source(value, before);
                Item<Source> item =
                        before.map(known -> known.saying(said)).orElseGet(() -> as(id, Item.fresh(Source.KIND, said)));
                for (Sentence refusal : Source.KIND.rule().refusals(item, view)) {
                    problems.add(new Problem(0, key, refusal));
                }
                put(item, before);
            } catch (Failure wrong) {
                problems.add(new Problem(0, key, wrong.sentence()));
            }
        }

        /** What an element cites; as it is, where the file says nothing of it. */
        private List<Citation> citations(JsonNode element, Optional<? extends Item<?>> before, int number, String key) {
            List<Citation> known = before.<List<Citation>>map(Item::citations).orElse(List.of());
            if (!element.has(SourcesInFile.CITATIONS)) {
                return known;
            }
            List<Citation> said = new ArrayList<>();
            for (JsonNode one : element.path(SourcesInFile.CITATIONS)) {
                String name = one.path(SourcesInFile.SOURCE).asString("");
                ItemId source = sources.get(name);
                if (source == null) {
                    problems.add(new Problem(number, key, Sentence.of("goals.file.no-source", name)));
                } else {
                    try {
                        said.add(SourcesInFile.citation(one, source));
                    } catch (Failure wrong) {
                        problems.add(new Problem(number, key, wrong.sentence()));
                    }
                }
            }
            return SourcesInFile.cited(view, known, said);
        }

        /** Keys first, as elements may name each other in any order. */
        private void name(JsonNode element, int number, ItemId chain) {
            String key = element.path("key").asString("");
            if (key.isBlank()) {
                return;
            }
            Predicate<ItemId> isOfChain = id -> view.find(id)
                    .filter(item ->
                            ItemJson.value(item).path(CHAIN).asString("").equals(chain.toString()))
                    .isPresent();
            ItemId own = id(key).filter(isOfChain).orElseGet(() -> named(isOfChain, chain.toString(), key));
            if (known.putIfAbsent(key, own) != null) {
                problems.add(new Problem(number, key, Sentence.of("goals.file.key-twice", key)));
            }
        }

        private void element(JsonNode element, int number, ItemId chain, MeasuredOnce once) {
            String key = element.path("key").asString("");
            String name = element.path("kind").asString("");
            Optional<Kind<?>> kind =
                    KINDS.stream().filter(one -> one.name().equals(name)).findFirst();
            if (kind.isEmpty()) {
                problems.add(new Problem(number, key, Sentence.of("goals.file.no-kind", name)));
                return;
            }
            if (!element.path("value").isObject()) {
                problems.add(new Problem(number, key, Sentence.of("goals.file.no-value")));
                return;
            }
            ObjectNode value = blank(name, chain);
            for (Map.Entry<String, JsonNode> said : element.path("value").properties()) {
                String component = said.getKey();
                String text = said.getValue().asString("");
                if (REFERENCES.contains(component) && !text.isEmpty()) {
                    ItemId other = known.get(text);
                    if (other == null) {
                        problems.add(new Problem(number, key, Sentence.of("goals.file.no-key", component, text)));
                        return;
                    }
                    value.put(component, other.toString());
                } else if (component.equals(INSTITUTION)) {
                    institution(value, text);
                } else if (!component.equals(CHAIN)) {
                    value.set(component, completed(component, said.getValue(), value));
                }
            }
            institutionByName(value);
            if (kind.get().equals(Measurement.KIND)) {
                measurement(element, value, once, number, key);
                return;
            }
            put(
                    kind.get(),
                    element,
                    value,
                    key.isBlank() ? ItemId.fresh() : known.getOrDefault(key, ItemId.fresh()),
                    number,
                    key);
        }

        /** A measurement is found again by its indicator, time and group. */
        private void measurement(JsonNode element, ObjectNode value, MeasuredOnce once, int number, String key) {
            try {
                Measurement said = MeasurementsInFile.read(value, view, once);
                Item<Measurement> item = said.fresh();
                Optional<Item<Measurement>> before = view.find(Measurement.KIND, item.id());
                Item<Measurement> wanted = before.map(known -> known.saying(said))
                        .orElse(item)
                        .citing(citations(element, before, number, key));
                if (!measured.add(item.id())) {
                    problems.add(new Problem(number, key, Sentence.of("goals.file.measured-twice")));
                    return;
                }
                if (before.isEmpty() || !before.get().equals(wanted)) {
                    for (Sentence refusal : Measurement.KIND.rule().refusals(wanted, view)) {
                        problems.add(new Problem(number, key, refusal));
                    }
                }
                put(wanted, before);
            } catch (Failure wrong) {
                problems.add(new Problem(number, key, wrong.sentence()));
            }
        }

        /** A part that is made of others may leave out what nobody says. */
        private static JsonNode completed(String component, JsonNode said, ObjectNode value) {
            JsonNode blank = component.equals("plan") ? ItemJson.tree(MeasuringPlan.NONE) : value.path(component);
            if (!(said instanceof ObjectNode some) || !(blank instanceof ObjectNode whole)) {
                return said;
            }
            ObjectNode completed = whole.deepCopy();
            some.properties().forEach(one -> completed.set(one.getKey(), one.getValue()));
            return completed;
        }

        /** An institution of another workspace's map is looked for by its name; one that is on the map here has no name of its own beside it. */
        private void institutionByName(ObjectNode value) {
            String name = value.path(INSTITUTION_NAME).asString("");
            ItemId actor = actors.get(name.toLowerCase(Locale.ROOT));
            if (!value.path(INSTITUTION).isNull() && !value.path(INSTITUTION).isMissingNode()) {
                value.put(INSTITUTION_NAME, "");
            } else if (!name.isBlank() && actor != null) {
                value.put(INSTITUTION, actor.toString());
                value.put(INSTITUTION_NAME, "");
            }
        }

        /** An institution that is not on the map is kept by its name. */
        private void institution(ObjectNode value, String text) {
            ItemId actor = actors.get(text.toLowerCase(Locale.ROOT));
            if (actor != null) {
                value.put(INSTITUTION, actor.toString());
            } else if (!text.isBlank() && id(text).isEmpty()) {
                value.put(INSTITUTION_NAME, text);
            }
        }

        private <T extends Record> void put(
                Kind<T> kind, JsonNode element, ObjectNode value, ItemId id, int number, String key) {
            Optional<Item<T>> before = view.find(kind, id);
            try {
                T said = ItemJson.value(kind, value);
                Item<T> item = before.map(known -> known.saying(said))
                        .orElseGet(() -> as(id, Item.fresh(kind, said)))
                        .citing(citations(element, before, number, key));
                for (Sentence refusal : kind.rule().refusals(item, view)) {
                    problems.add(new Problem(number, key, refusal));
                }
                wanted.add(item);
                if (said instanceof Link link
                        && before.filter(known -> known.value().equals(said)).isEmpty()) {
                    drawn.add(new Drawn(number, key, link));
                }
                put(item, before);
            } catch (Failure wrong) {
                problems.add(new Problem(number, key, wrong.sentence()));
            }
        }

        private <T extends Record> void put(Item<T> item, Optional<Item<T>> before) {
            if (before.isPresent()
                    && before.get().value().equals(item.value())
                    && before.get().citations().equals(item.citations())) {
                same++;
                return;
            }
            if (before.isPresent()) {
                changed++;
            } else {
                fresh++;
            }
            edits.add(new Edit.Put(item));
        }
    }
}
