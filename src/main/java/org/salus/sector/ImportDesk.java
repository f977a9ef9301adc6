package org.salus.sector;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.salus.evidence.Severity;
import org.salus.framework.ActorClass;
import org.salus.framework.CountryCodes;
import org.salus.framework.DateSpan;
import org.salus.framework.PartialDate;
import org.salus.framework.Recorded;
import org.salus.framework.Term;
import org.salus.framework.Vocabulary;
import org.salus.framework.Wording;
import org.salus.ledger.Citation;
import org.salus.ledger.Confidence;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.workspace.Source;
import org.salus.workspace.SourceType;

/** Where the rows of a file meet what a workspace says already: who is who, which word means what, and what is wrong. */
final class ImportDesk {
    private static final Pattern LASTING_ID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    final Wording wording;
    final List<FileProblem> problems;
    final Set<FileRow> leftOut = new LinkedHashSet<>();

    final Collection<Draft<Source>> sources;
    final Collection<Draft<Actor>> actors;
    final Collection<Draft<Tie>> ties;

    final Vocabulary<ActorClass> classes;
    final Vocabulary<ActorType> types;
    final Vocabulary<Power> powers;
    final Vocabulary<TieType> tieTypes;
    final Vocabulary<TieType> reverseTies;
    final Vocabulary<Recorded> recorded;
    final Vocabulary<SourceType> sourceTypes;
    private final Vocabulary<Confidence> confidences;

    private final Map<ItemId, Draft<Source>> sourcesById = new LinkedHashMap<>();
    private final Map<ItemId, Draft<Actor>> actorsById = new LinkedHashMap<>();
    private final Map<Ends, Draft<Tie>> tiesByEnds = new LinkedHashMap<>();
    private final Map<String, ItemId> sourceKeys = new HashMap<>();
    private final Map<String, Set<ItemId>> sourceTitles = new HashMap<>();
    private final Map<String, ItemId> actorKeys = new HashMap<>();
    private final Map<String, Set<ItemId>> actorNames = new HashMap<>();
    private final Set<ItemId> called = new HashSet<>();
    private final Belonging belonging;
    private final List<String> ownCountries;
    private final boolean isOneTable;
    private final boolean isGraph;
    private final Map<String, ItemId> nodes = new HashMap<>();

    /** What tells ties apart. */
    record Ends(ItemId from, TieType type, ItemId to) {}

    /**
     * A desk for a file.
     *
     * @param isOneTable whether the file holds one table alone
     * @param isGraph whether its rows are nodes and edges, which call each other by ids of the file alone
     */
    ImportDesk(View view, Wording wording, List<FileProblem> problems, boolean isOneTable, boolean isGraph) {
        this.isOneTable = isOneTable;
        this.isGraph = isGraph;
        this.ownCountries = view.charter().countries();
        this.wording = wording;
        this.problems = new ArrayList<>(problems);
        this.sources = sourcesById.values();
        this.actors = actorsById.values();
        this.ties = tiesByEnds.values();
        this.classes = Vocabulary.of(ActorClass.all());
        this.types = Vocabulary.of(Arrays.asList(ActorType.values()));
        this.powers = Vocabulary.of(Arrays.asList(Power.values()));
        this.tieTypes = Vocabulary.of(Arrays.asList(TieType.values()));
        this.reverseTies = new Vocabulary<>();
        for (TieType type : TieType.values()) {
            reverseTies.add(type.reverse(), type);
        }
        this.recorded = Vocabulary.recorded();
        this.sourceTypes = Vocabulary.of(Arrays.asList(SourceType.values()));
        this.confidences = Vocabulary.of(Arrays.asList(Confidence.values()), Confidence::code, Confidence::label);
        view.list(Source.KIND).forEach(source -> {
            Draft<Source> draft = Draft.of(source);
            sourcesById.put(source.id(), draft);
            know(draft);
        });
        view.list(Actor.KIND).forEach(actor -> {
            Draft<Actor> draft = Draft.of(actor);
            actorsById.put(actor.id(), draft);
            know(draft, actor.value().key());
        });
        List<Item<Tie>> known = view.list(Tie.KIND);
        known.forEach(tie -> tiesByEnds.putIfAbsent(
                new Ends(tie.value().from(), tie.value().type(), tie.value().to()), Draft.of(tie)));
        this.belonging = new Belonging(known);
    }

    // --- who is who ---

    private void know(Draft<Source> source) {
        sourceKeys.putIfAbsent(Vocabulary.folded(source.id().toString()), source.id());
        if (!source.value().key().isEmpty()) {
            sourceKeys.putIfAbsent(Vocabulary.folded(source.value().key()), source.id());
        }
        sourceTitles
                .computeIfAbsent(Vocabulary.folded(source.value().title()), same -> new LinkedHashSet<>())
                .add(source.id());
    }

    /** Remembers by which id a row of the file calls a source. */
    void call(Draft<Source> source, String id) {
        if (!id.isEmpty()) {
            sourceKeys.putIfAbsent(Vocabulary.folded(id), source.id());
            called.add(source.id());
        }
    }

    /** Remembers that a row of the file calls this actor by an id. */
    void call(Draft<Actor> actor) {
        called.add(actor.id());
    }

    /** Whether a row of the file calls it by an id: a row with another id then means something else, even of the same name. */
    boolean isCalled(Draft<?> draft) {
        return called.contains(draft.id());
    }

    Optional<Draft<Source>> sourceByKey(String key) {
        return Optional.ofNullable(sourceKeys.get(Vocabulary.folded(key))).map(sourcesById::get);
    }

    /** The sources of a title that a file may mean by an id that is not known. */
    private List<Draft<Source>> sourcesTitled(String title, String id) {
        // A title that two sources with different ids share is no reason to take one for the other.
        return sourceTitles.getOrDefault(Vocabulary.folded(title), Set.of()).stream()
                .map(known -> Optional.ofNullable(sourcesById.get(known)))
                .flatMap(Optional::stream)
                .filter(named -> isOpen(id, named.value().key()))
                .toList();
    }

    /**
     * The source that a row of the file is about: by its id, else by a title that no other id of the file has taken; of several of that title the one of the same
     * author.
     */
    Optional<Draft<Source>> sourceOfRow(String id, String title, String author) {
        return sourceByKey(id)
                .or(() -> sourcesTitled(title, id).stream()
                        .filter(named -> id.isEmpty() || !isCalled(named))
                        .min(Comparator.comparing(named -> !isBy(author, named))));
    }

    private static boolean isBy(String author, Draft<Source> source) {
        return Vocabulary.folded(author).equals(Vocabulary.folded(source.value().author()));
    }

    /** The source that a citation names: by its id or its title. */
    Optional<Draft<Source>> source(String named) {
        return sourceByKey(named).or(() -> sourcesTitled(named, named).stream().findFirst());
    }

    /** Whether something that a file calls by an unknown id may be something of the same name: one of the two ids says nothing. */
    static boolean isOpen(String id, String key) {
        return id.isEmpty() || key.isEmpty() || (isLasting(id) && !isLasting(key));
    }

    static boolean isLasting(String id) {
        return LASTING_ID.matcher(id).matches();
    }

    /**
     * An id as a short name. A lasting id of the ledger is none, unless the file is one table alone: the next file can name what stands in it only by that id.
     *
     * @param known whether the workspace knows by this id what it names
     */
    String shortName(String id, boolean known) {
        return isLasting(id) && (known || !isOneTable) ? "" : id;
    }

    Draft<Source> fresh(Source source) {
        Draft<Source> draft = Draft.fresh(Source.KIND, source);
        sourcesById.put(draft.id(), draft);
        know(draft);
        return draft;
    }

    /** Remembers an actor's names, and the id by which the file calls it. */
    void know(Draft<Actor> actor, String key) {
        actorKeys.putIfAbsent(Vocabulary.folded(actor.id().toString()), actor.id());
        if (!key.isEmpty()) {
            actorKeys.putIfAbsent(Vocabulary.folded(key), actor.id());
        }
        actor.value()
                .names()
                .forEach(name -> actorNames
                        .computeIfAbsent(Vocabulary.folded(name), same -> new LinkedHashSet<>())
                        .add(actor.id()));
    }

    Optional<Draft<Actor>> actorByKey(String key) {
        return Optional.ofNullable(actorKeys.get(Vocabulary.folded(key))).map(actorsById::get);
    }

    /** The actors that bear one of these names. */
    List<Draft<Actor>> actorsNamed(Collection<String> names) {
        Set<ItemId> found = new LinkedHashSet<>();
        names.forEach(name -> found.addAll(actorNames.getOrDefault(Vocabulary.folded(name), Set.of())));
        return found.stream()
                .map(id -> Optional.ofNullable(actorsById.get(id)))
                .flatMap(Optional::stream)
                .toList();
    }

    Draft<Actor> fresh(Actor actor, String key) {
        Draft<Actor> draft = Draft.fresh(Actor.KIND, actor);
        actorsById.put(draft.id(), draft);
        know(draft, key);
        return draft;
    }

    /** The actor a cell means; a problem is noted if there is none, or more than one. */
    Optional<ItemId> actor(FileRow row, String column) {
        String meant = row.cell(column);
        if (isGraph) {
            Optional<ItemId> node = Optional.ofNullable(nodes.get(meant));
            if (node.isEmpty()) {
                problem(Severity.ERROR, row, column, meant.isEmpty() ? "no-end" : "no-node", meant);
            }
            return node;
        }
        Optional<Draft<Actor>> byKey = actorByKey(meant);
        if (byKey.isPresent()) {
            return byKey.map(Draft::id);
        }
        List<Draft<Actor>> named = actorsNamed(List.of(meant));
        if (named.size() == 1) {
            return Optional.of(named.getFirst().id());
        }
        if (meant.isEmpty()) {
            problem(Severity.ERROR, row, column, "no-end");
        } else {
            problem(Severity.ERROR, row, column, named.isEmpty() ? "unknown-actor" : "ambiguous-actor", meant);
        }
        return Optional.empty();
    }

    /** Remembers by which id the edges of a graph call an actor. */
    void node(String id, ItemId actor) {
        nodes.putIfAbsent(id, actor);
    }

    boolean isNode(String id) {
        return nodes.containsKey(id);
    }

    /** The tie between these ends; a new one if there is none. */
    Draft<Tie> tie(ItemId from, TieType type, ItemId to) {
        return tiesByEnds.computeIfAbsent(
                new Ends(from, type, to), ends -> Draft.fresh(Tie.KIND, Tie.of(from, type, to)));
    }

    boolean isKnown(ItemId from, TieType type, ItemId to) {
        return tiesByEnds.containsKey(new Ends(from, type, to));
    }

    void forget(ItemId from, TieType type, ItemId to) {
        tiesByEnds.remove(new Ends(from, type, to));
    }

    /** Whether a tie of belonging would make something a part of itself; if not, it is remembered. */
    boolean closesCircle(Draft<Tie> draft) {
        Item<Tie> item = Item.fresh(Tie.KIND, draft.value());
        if (draft.value().type() != TieType.PART_OF) {
            return false;
        }
        if (belonging.wouldClose(item)) {
            return true;
        }
        belonging.add(item);
        return false;
    }

    // --- what a cell means ---

    /** What a word means; a problem is noted if nothing. */
    <T> Optional<T> word(FileRow row, String column, Vocabulary<T> vocabulary, Severity severity) {
        String word = row.cell(column);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> meaning = vocabulary.find(word);
        if (meaning.isEmpty()) {
            if (isGraph) {
                // Who draws a graph has no list to choose from.
                String nearest = vocabulary.nearest(word).map(ImportDesk::code).orElse("");
                problem(severity, row, column, "unknown-code", word, nearest);
            } else {
                problem(severity, row, column, "unknown-word", word);
            }
        }
        return meaning;
    }

    private static String code(Object choice) {
        return choice instanceof Term term ? term.code() : choice.toString();
    }

    Optional<PartialDate> date(FileRow row, String column) {
        String text = row.cell(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<PartialDate> date = PartialDate.find(text);
        if (date.isEmpty()) {
            problem(Severity.WARNING, row, column, "no-date", text);
        }
        return date;
    }

    /** A time between two columns; if it ends before it begins its end is not taken. */
    DateSpan span(FileRow row, String from, String until) {
        Optional<PartialDate> begin = date(row, from);
        Optional<PartialDate> end = date(row, until);
        if (begin.isPresent() && end.isPresent() && end.get().isSurelyBefore(begin.get())) {
            problem(
                    Severity.WARNING,
                    row,
                    until,
                    "ends-first",
                    end.get().toString(),
                    begin.get().toString());
            return new DateSpan(begin, Optional.empty());
        }
        return new DateSpan(begin, end);
    }

    private Optional<LocalDate> day(FileRow row, String column) {
        return date(row, column)
                .filter(date -> {
                    boolean isDay = date.precision() == PartialDate.Precision.DAY;
                    if (!isDay) {
                        problem(Severity.WARNING, row, column, "no-day", date.toString());
                    }
                    return isDay;
                })
                .map(PartialDate::earliest);
    }

    Optional<Mandate> mandate(FileRow row) {
        String instrument = row.cell("instrument");
        if (instrument.isEmpty()) {
            if (!row.cell("article").isEmpty()) {
                problem(Severity.WARNING, row, "article", "article-of-nothing");
            }
            return Optional.empty();
        }
        return Optional.of(new Mandate(instrument, row.cell("article"), date(row, "instrument_date")));
    }

    /** Cites what a cell names: ids of sources, each with a place after a colon, between semicolons. An address is a source of its own. */
    void cite(Draft<?> draft, FileRow row, String column, Optional<String> fact) {
        Confidence confidence = confidence(row);
        for (String part : row.cell(column).split(";", -1)) {
            String named = part.strip();
            if (named.isEmpty()) {
                continue;
            }
            Optional<Draft<Source>> whole = source(named);
            int colon = named.indexOf(':');
            String key = whole.isPresent() || colon < 0
                    ? named
                    : named.substring(0, colon).strip();
            String place = whole.isPresent() || colon < 0
                    ? ""
                    : named.substring(colon + 1).strip();
            Optional<Draft<Source>> source = whole.or(() -> source(key));
            if (source.isEmpty() && Source.isAddress(named)) {
                source = Optional.of(page(named, row.place()));
                place = "";
            }
            if (source.isEmpty()) {
                problem(Severity.WARNING, row, column, "unknown-source", key);
                continue;
            }
            draft.cite(new Citation(
                    source.get().id(), fact, place, day(row, "first_cited"), day(row, "last_cited"), confidence));
        }
    }

    private Draft<Source> page(String address, Place place) {
        Source plain = Source.of(SourceType.LINK, address);
        Draft<Source> page = fresh(new Source(
                plain.key(),
                plain.type(),
                plain.title(),
                plain.author(),
                plain.date(),
                plain.reference(),
                address,
                plain.consulted(),
                plain.reliability(),
                plain.credibility(),
                plain.note()));
        page.say(page.value(), place);
        return page;
    }

    private Confidence confidence(FileRow row) {
        return word(row, "confidence", confidences, Severity.WARNING).orElse(Confidence.NOT_ASSESSED);
    }

    /**
     * The countries in a row.
     *
     * @param earlier what was said of the actor before; that may stay
     */
    List<String> countries(FileRow row, List<String> earlier) {
        List<String> codes = new ArrayList<>();
        for (String part : row.cell("countries").split("[,; ]+", -1)) {
            String code = part.strip().toUpperCase(Locale.ROOT);
            if (earlier.contains(part.strip())) {
                codes.add(part.strip());
            } else if (CountryCodes.isKnown(code) || ownCountries.contains(code)) {
                codes.add(code);
            } else if (!code.isEmpty()) {
                problem(Severity.WARNING, row, "countries", "no-country", part, CountryCodes.nearest(part));
            }
        }
        return codes.stream().distinct().toList();
    }

    // --- what is wrong, and what comes out ---

    void problem(Severity severity, FileRow row, String column, String key, Object... arguments) {
        problems.add(FileProblem.of(severity, row.place(), column, key, arguments));
        if (severity == Severity.ERROR) {
            leftOut.add(row);
        }
    }

    String label(Tie tie) {
        return wording.say("sector.tie-label", name(tie.from()), tie.type().label(), name(tie.to()));
    }

    private String name(ItemId actor) {
        return Optional.ofNullable(actorsById.get(actor))
                .flatMap(draft -> draft.value().names().stream().findFirst())
                .orElse("");
    }

    void add(Draft<?> draft, String kind, String label, List<ImportPreview.Change> changes, List<Edit> edits) {
        Optional<Place> place = draft.place();
        if (place.isEmpty()) {
            return;
        }
        ImportPreview.Doing doing = draft.isNew() ? ImportPreview.Doing.NEW : ImportPreview.Doing.CHANGED;
        if (draft.isChanged()) {
            edits.add(draft.edit());
        } else {
            doing = ImportPreview.Doing.SAME;
        }
        changes.add(new ImportPreview.Change(doing, kind, label, place.get(), draft.id()));
    }
}
