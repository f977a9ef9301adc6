package org.salus.sector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.salus.framework.DateSpan;
import org.salus.framework.Recorded;
import org.salus.framework.Term;
import org.salus.framework.Vocabulary;
import org.salus.ledger.Citation;
import org.salus.ledger.Confidence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.workspace.Source;

/** Turns a map into the rows of a file, so that reading them again changes nothing. */
final class ExportRows {
    private final SectorMap map;
    private final Function<Term, String> word;
    private final Function<Confidence, String> confidence;
    private final boolean withProtected;
    private final Map<ItemId, String> actorIds = new LinkedHashMap<>();
    private final Map<ItemId, String> sourceIds = new LinkedHashMap<>();

    /**
     * Rows of a map.
     *
     * @param word how a choice is written: by its code or its name
     * @param withProtected whether interviews and what cites them leave the program
     */
    ExportRows(
            SectorMap map,
            Function<Term, String> word,
            Function<Confidence, String> confidence,
            boolean withProtected) {
        this.map = map;
        this.word = word;
        this.confidence = confidence;
        this.withProtected = withProtected;
        Set<String> taken = new TreeSet<>();
        for (Item<Actor> actor : sortedActors()) {
            String key = actor.value().key();
            boolean own = !key.isEmpty() && taken.add(Vocabulary.folded(key));
            actorIds.put(actor.id(), own ? key : actor.id().toString());
        }
        Map<String, Long> keys = map.sources().stream()
                .collect(Collectors.groupingBy(
                        source -> Vocabulary.folded(source.value().key()), Collectors.counting()));
        for (Item<Source> source : map.sources()) {
            String key = source.value().key();
            boolean own = !key.isEmpty() && keys.getOrDefault(Vocabulary.folded(key), 0L) == 1;
            sourceIds.put(source.id(), own ? key : source.id().toString());
        }
    }

    /** By which id files call an actor. */
    String id(ItemId actor) {
        return actorIds.getOrDefault(actor, actor.toString());
    }

    private List<Item<Actor>> sortedActors() {
        return map.actors().stream()
                .sorted(Comparator.comparing((Item<Actor> actor) -> actor.value().phases().stream()
                                .map(phase -> phase.actorClass().code())
                                .findFirst()
                                .orElse(""))
                        .thenComparing(actor ->
                                actor.value().names().stream().findFirst().orElse(""))
                        .thenComparing(Item::id))
                .toList();
    }

    /** The rows of a table, each with the cells that are filled. */
    List<Map<String, String>> of(SectorTable table) {
        return switch (table) {
            case SOURCES ->
                map.sources().stream()
                        .filter(this::leaves)
                        .sorted(Comparator.comparing(
                                        (Item<Source> source) -> source.value().key())
                                .thenComparing(source -> source.value().title())
                                .thenComparing(Item::id))
                        .map(this::source)
                        .toList();
            case ACTORS ->
                sortedActors().stream().flatMap(actor -> actor(actor).stream()).toList();
            case TIES ->
                map.ties().stream()
                        .filter(tie -> actorIds.containsKey(tie.value().from())
                                && actorIds.containsKey(tie.value().to()))
                        .sorted(Comparator.comparing((Item<Tie> tie) ->
                                        actorIds.get(tie.value().from()))
                                .thenComparing(tie -> tie.value().type())
                                .thenComparing(tie -> actorIds.get(tie.value().to()))
                                .thenComparing(Item::id))
                        .flatMap(tie -> tie(tie).stream())
                        .toList();
        };
    }

    /** The columns of a table that a file has: its own, and one for names in each language that is used. */
    List<String> columns(SectorTable table) {
        if (table != SectorTable.ACTORS) {
            return table.columns();
        }
        Set<String> languages = new TreeSet<>();
        map.actors()
                .forEach(actor -> actor.value()
                        .phases()
                        .forEach(phase -> phase.names().stream()
                                .map(Name::language)
                                .filter(language -> !language.equals("und"))
                                .map(ExportRows::nameColumn)
                                .forEach(languages::add)));
        List<String> columns = new ArrayList<>(table.columns());
        columns.addAll(columns.indexOf("name") + 1, languages);
        return columns;
    }

    private static String nameColumn(String language) {
        return SectorTable.NAME_IN + language.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    private boolean leaves(Item<Source> source) {
        return withProtected || !source.value().type().isProtected();
    }

    private Map<String, String> source(Item<Source> item) {
        Source source = item.value();
        Map<String, String> row = new LinkedHashMap<>();
        put(row, "id", id(item));
        put(row, "type", word.apply(source.type()));
        put(row, "title", source.title());
        put(row, "author", source.author());
        put(row, "date", source.date().map(Object::toString).orElse(""));
        put(row, "reference", source.reference());
        put(row, "link", source.link());
        put(row, "consulted", source.consulted().map(Object::toString).orElse(""));
        put(row, "reliability", word.apply(source.reliability()));
        put(row, "credibility", word.apply(source.credibility()));
        put(row, "note", source.note());
        return row;
    }

    private String id(Item<Source> source) {
        return sourceIds.getOrDefault(source.id(), "");
    }

    private List<Map<String, String>> actor(Item<Actor> item) {
        Actor actor = item.value();
        List<Map<String, String>> rows = new ArrayList<>();
        for (Phase phase : actor.phases()) {
            Map<String, String> row = begin(item.id(), phase.when());
            phase.names()
                    .forEach(name -> put(
                            row, name.language().equals("und") ? "name" : nameColumn(name.language()), name.text()));
            put(row, "class", word.apply(phase.actorClass()));
            phase.type().ifPresent(type -> put(row, "type", word.apply(type)));
            phase.alsoPillar().ifPresent(pillar -> put(row, "second_pillar", word.apply(pillar)));
            put(
                    row,
                    "powers",
                    phase.powers().entrySet().stream()
                            .filter(power -> power.getValue() != Recorded.NOT_RECORDED)
                            .map(power -> (power.getValue() == Recorded.RECORDED_AS_ABSENT ? "not " : "")
                                    + word.apply(power.getKey()))
                            .collect(Collectors.joining(", ")));
            rows.add(row);
        }
        if (rows.isEmpty()) {
            return rows;
        }
        DateSpan first = actor.phases().getFirst().when();
        put(rows.getFirst(), "countries", String.join(", ", actor.countries()));
        put(rows.getFirst(), "note", actor.note());
        for (int i = 0; i < actor.mandates().size(); i++) {
            if (i > 0) {
                rows.add(begin(item.id(), first));
            }
            mandate(i == 0 ? rows.getFirst() : rows.getLast(), actor.mandates().get(i));
        }
        cited(item.citations(), rows, () -> begin(item.id(), first));
        return rows;
    }

    private Map<String, String> begin(ItemId actor, DateSpan when) {
        Map<String, String> row = new LinkedHashMap<>();
        put(row, "id", actorIds.getOrDefault(actor, ""));
        put(row, "from", when.from().map(Object::toString).orElse(""));
        put(row, "until", when.until().map(Object::toString).orElse(""));
        return row;
    }

    private static void mandate(Map<String, String> row, Mandate mandate) {
        put(row, "instrument", mandate.instrument());
        put(row, "article", mandate.article());
        put(row, "instrument_date", mandate.date().map(Object::toString).orElse(""));
    }

    private List<Map<String, String>> tie(Item<Tie> item) {
        Tie tie = item.value();
        List<Map<String, String>> rows = new ArrayList<>();
        int most = Math.max(1, Math.max(tie.byLaw().size(), tie.inPractice().size()));
        for (int i = 0; i < most; i++) {
            Map<String, String> row = begin(tie);
            if (i < tie.byLaw().size()) {
                Statement statement = tie.byLaw().get(i);
                said(row, statement, "by_law", "law_from", "law_until");
                statement.instrument().ifPresent(mandate -> mandate(row, mandate));
            }
            if (i < tie.inPractice().size()) {
                said(row, tie.inPractice().get(i), "in_practice", "practice_from", "practice_until");
            }
            rows.add(row);
        }
        put(rows.getFirst(), "note", tie.note());
        cited(item.citations(), rows, () -> begin(tie));
        return rows;
    }

    private Map<String, String> begin(Tie tie) {
        Map<String, String> row = new LinkedHashMap<>();
        put(row, "from", actorIds.getOrDefault(tie.from(), ""));
        put(row, "tie", word.apply(tie.type()));
        put(row, "to", actorIds.getOrDefault(tie.to(), ""));
        return row;
    }

    private void said(Map<String, String> row, Statement statement, String column, String from, String until) {
        put(row, column, word.apply(statement.recorded()));
        put(row, from, statement.when().from().map(Object::toString).orElse(""));
        put(row, until, statement.when().until().map(Object::toString).orElse(""));
    }

    private record Manner(Confidence confidence, Optional<?> first, Optional<?> last) {}

    /** Writes citations into the first row, and into rows of their own where they are cited in another manner. */
    private void cited(
            List<Citation> citations,
            List<Map<String, String>> rows,
            java.util.function.Supplier<Map<String, String>> another) {
        Map<Manner, List<Citation>> byManner = citations.stream()
                .filter(citation ->
                        map.source(citation.source()).filter(this::leaves).isPresent())
                .collect(Collectors.groupingBy(
                        citation -> new Manner(citation.confidence(), citation.first(), citation.last()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        boolean isFirst = true;
        for (Map.Entry<Manner, List<Citation>> manner : byManner.entrySet()) {
            Map<String, String> row = isFirst ? rows.getFirst() : another.get();
            if (!isFirst) {
                rows.add(row);
            }
            isFirst = false;
            put(row, "law_sources", sources(manner.getValue(), Optional.of(Tie.fact(Basis.LAW))));
            put(row, "practice_sources", sources(manner.getValue(), Optional.of(Tie.fact(Basis.PRACTICE))));
            put(row, "sources", sources(manner.getValue(), Optional.empty()));
            Manner how = manner.getKey();
            put(
                    row,
                    "confidence",
                    how.confidence() == Confidence.NOT_ASSESSED ? "" : confidence.apply(how.confidence()));
            put(row, "first_cited", how.first().map(Object::toString).orElse(""));
            put(row, "last_cited", how.last().map(Object::toString).orElse(""));
        }
    }

    private String sources(List<Citation> citations, Optional<String> fact) {
        Set<String> named = new LinkedHashSet<>();
        for (Citation citation : citations) {
            if (citation.fact().equals(fact)) {
                map.source(citation.source())
                        .ifPresent(source -> named.add(
                                citation.place().isEmpty() ? id(source) : id(source) + ": " + citation.place()));
            }
        }
        return String.join("; ", named);
    }

    private static void put(Map<String, String> row, String column, String text) {
        if (!text.isEmpty()) {
            row.put(column, text);
        }
    }
}
