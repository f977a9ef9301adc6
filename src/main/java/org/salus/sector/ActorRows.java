package org.salus.sector;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Severity;
import org.salus.framework.ActorClass;
import org.salus.framework.DateSpan;
import org.salus.framework.PartialDate;
import org.salus.framework.Pillar;
import org.salus.framework.Recorded;
import org.salus.ledger.ItemId;

/** Turns rows of a file into actors. Several rows of one actor are its phases. */
final class ActorRows {
    private static final Pattern DENIED = Pattern.compile("(?:not|pas|non|sans)\\s+", Pattern.CASE_INSENSITIVE);

    private final ImportDesk desk;
    private final Optional<GraphRows> graph;

    /**
     * Rows on a desk.
     *
     * @param graph if they are nodes
     */
    ActorRows(ImportDesk desk, Optional<GraphRows> graph) {
        this.desk = desk;
        this.graph = graph;
    }

    void take(List<FileRow> rows) {
        Map<FileRow, ItemId> taken = new LinkedHashMap<>();
        // Ids that are known go before names, in whatever order the rows stand.
        rows.forEach(row -> known(row.cell("id")).ifPresent(desk::call));
        for (FileRow row : rows) {
            if (graph.isPresent() && !graph.get().isFirst(row)) {
                continue;
            }
            take(row).ifPresent(actor -> {
                taken.put(row, actor.id());
                if (!row.cell(GraphReader.NODE).isEmpty()) {
                    desk.node(row.cell(GraphReader.NODE), actor.id());
                }
            });
        }
        // Only when all actors are known can a row say what its actor is part of.
        taken.forEach(this::belong);
    }

    private Optional<Draft<Actor>> known(String id) {
        return id.isEmpty() ? Optional.empty() : desk.actorByKey(id);
    }

    private Optional<Draft<Actor>> take(FileRow row) {
        List<Name> names = names(row);
        if (names == null) {
            return leftOut(row);
        }
        String id = row.cell("id");
        Optional<Draft<Actor>> known = known(id);
        if (known.isEmpty()) {
            List<Draft<Actor>> named = desk
                    .actorsNamed(names.stream().map(Name::text).toList())
                    .stream()
                    .filter(draft -> ImportDesk.isOpen(id, draft.value().key()))
                    .filter(draft -> id.isEmpty() || !desk.isCalled(draft))
                    .toList();
            if (named.size() > 1) {
                desk.problem(
                        Severity.ERROR,
                        row,
                        "name",
                        "ambiguous-actor",
                        names.getFirst().text());
                return leftOut(row);
            }
            known = named.stream().findFirst();
        }
        if (graph.isPresent() && known.isPresent()) {
            Optional<FileRow> fitted = graph.get().fitted(row, known.get());
            if (fitted.isEmpty()) {
                return known;
            }
            List<Name> told = names(fitted.get());
            return told == null ? known : take(fitted.get(), id, told, known);
        }
        return take(row, id, names, known);
    }

    private Optional<Draft<Actor>> take(FileRow row, String id, List<Name> names, Optional<Draft<Actor>> known) {
        if (names.isEmpty() && known.isEmpty()) {
            desk.problem(Severity.ERROR, row, "name", "nameless");
            return leftOut(row);
        }
        Optional<ActorType> type = desk.word(row, "type", desk.types, Severity.WARNING);
        Optional<ActorClass> given = desk.word(row, "class", desk.classes, Severity.ERROR);
        DateSpan when = desk.span(row, "from", "until");
        if (given.isEmpty() && !row.cell("class").isEmpty()) {
            return leftOutFromPowersOn(row);
        }
        Optional<ActorClass> actorClass = given.or(() -> type.map(ActorType::usualClass));
        int at = known.map(draft -> phaseOf(draft, when)).orElse(-1);
        if (actorClass.isEmpty() && at < 0) {
            desk.problem(Severity.ERROR, row, "class", "no-class");
            return leftOutFromPowersOn(row);
        }
        Optional<Phase> before = known.filter(draft -> at >= 0)
                .map(draft -> draft.value().phases().get(at));
        if (before.isEmpty() && names.isEmpty()) {
            desk.problem(Severity.ERROR, row, "name", "nameless");
            return leftOutFromPowersOn(row);
        }
        Phase after = phase(row, before, names, actorClass, type, when);
        Actor actor = known.map(Draft::value).orElseGet(() -> new Actor("", List.of(), List.of(), List.of(), ""));
        List<Phase> phases = new ArrayList<>(actor.phases());
        if (at >= 0) {
            phases.set(at, after);
        } else {
            phases.add(after);
        }
        Actor said = new Actor(
                SourceRows.or(actor.key(), desk.shortName(id, known(id).isPresent())),
                phases,
                mandates(row, actor.mandates()),
                row.cell("countries").isEmpty() ? actor.countries() : desk.countries(row, actor.countries()),
                SourceRows.or(row.cell("note"), actor.note()));
        Draft<Actor> draft = known.orElseGet(() -> desk.fresh(said, id));
        draft.say(said, row.place());
        boolean saysMore = !names.isEmpty()
                || !row.cell("class").isEmpty()
                || !row.cell("type").isEmpty();
        if (saysMore && draft.touch(at >= 0 ? at : phases.size() - 1)) {
            desk.problem(
                    Severity.WARNING, row, "from", "same-time", said.names().getFirst());
        }
        desk.know(draft, id);
        if (!id.isEmpty()) {
            desk.call(draft);
        }
        desk.cite(draft, row, "sources", Optional.empty());
        return Optional.of(draft);
    }

    /** Nothing of the row is taken; what else is wrong in it is told all the same, so that one reading tells all. */
    private Optional<Draft<Actor>> leftOut(FileRow row) {
        desk.word(row, "type", desk.types, Severity.WARNING);
        desk.word(row, "class", desk.classes, Severity.ERROR);
        desk.span(row, "from", "until");
        return leftOutFromPowersOn(row);
    }

    private Optional<Draft<Actor>> leftOutFromPowersOn(FileRow row) {
        desk.word(row, "second_pillar", desk.classes, Severity.WARNING);
        powers(row, new EnumMap<>(Power.class));
        desk.mandate(row);
        desk.countries(row, List.of());
        return Optional.empty();
    }

    /** The names in a row, by language; null if one of them cannot be taken. */
    private @Nullable List<Name> names(FileRow row) {
        List<Name> names = new ArrayList<>();
        for (Map.Entry<String, String> cell : new TreeMap<>(row.cells()).entrySet()) {
            boolean plain = cell.getKey().equals("name");
            if (!plain && !cell.getKey().startsWith(SectorTable.NAME_IN)) {
                continue;
            }
            String language = plain
                    ? "und"
                    : cell.getKey().substring(SectorTable.NAME_IN.length()).replace('_', '-');
            if (cell.getValue().length() > Actor.LONGEST_NAME) {
                desk.problem(Severity.ERROR, row, cell.getKey(), "long-name", Actor.LONGEST_NAME);
                return null;
            }
            if (Name.isLanguage(language)) {
                names.add(new Name(language, cell.getValue()));
            } else {
                desk.problem(Severity.WARNING, row, cell.getKey(), "no-language", language);
            }
        }
        return names;
    }

    /** The phase a row speaks of: the one that begins then; else the only one, if the file has not spoken of it. -1 for a new one. */
    private static int phaseOf(Draft<Actor> draft, DateSpan when) {
        List<Phase> phases = draft.value().phases();
        for (int i = 0; i < phases.size(); i++) {
            if (phases.get(i).when().from().equals(when.from())) {
                return i;
            }
        }
        return phases.size() == 1 && !draft.isTouched(0) ? 0 : -1;
    }

    private Phase phase(
            FileRow row,
            Optional<Phase> before,
            List<Name> names,
            Optional<ActorClass> actorClass,
            Optional<ActorType> type,
            DateSpan when) {
        List<Name> all = new ArrayList<>(before.map(Phase::names).orElse(List.of()));
        for (Name name : names) {
            int same = indexOf(all, name.language());
            if (same >= 0) {
                all.set(same, name);
            } else {
                all.add(name);
            }
        }
        ActorClass own = actorClass.or(() -> before.map(Phase::actorClass)).orElseThrow();
        Optional<Pillar> second = desk.word(row, "second_pillar", desk.classes, Severity.WARNING)
                .flatMap(found -> found instanceof Pillar pillar ? Optional.of(pillar) : Optional.empty())
                .or(() -> before.flatMap(Phase::alsoPillar))
                .filter(pillar -> own instanceof Pillar && pillar != own);
        Map<Power, Recorded> powers = new EnumMap<>(Power.class);
        before.ifPresent(phase -> powers.putAll(phase.powers()));
        powers(row, powers);
        return new Phase(span(when, before), all, own, type.or(() -> before.flatMap(Phase::type)), second, powers);
    }

    private static DateSpan span(DateSpan told, Optional<Phase> before) {
        Optional<PartialDate> from =
                told.from().or(() -> before.flatMap(phase -> phase.when().from()));
        Optional<PartialDate> until =
                told.until().or(() -> before.flatMap(phase -> phase.when().until()));
        boolean fits = from.isEmpty() || until.isEmpty() || !until.get().isSurelyBefore(from.get());
        return new DateSpan(from, fits ? until : Optional.empty());
    }

    private static int indexOf(List<Name> names, String language) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).language().equals(language)) {
                return i;
            }
        }
        return -1;
    }

    /** Powers between commas; "not" or its French before one says that the institution has it not. */
    private void powers(FileRow row, Map<Power, Recorded> powers) {
        for (String part : row.cell("powers").split("[,;]", -1)) {
            String word = part.strip();
            if (word.isEmpty()) {
                continue;
            }
            Matcher not = DENIED.matcher(word);
            boolean denied = not.lookingAt();
            Optional<Power> power = desk.powers.find(denied ? word.substring(not.end()) : word);
            if (power.isPresent()) {
                powers.put(power.get(), denied ? Recorded.RECORDED_AS_ABSENT : Recorded.RECORDED);
            } else {
                desk.problem(Severity.WARNING, row, "powers", "unknown-word", word);
            }
        }
    }

    private List<Mandate> mandates(FileRow row, List<Mandate> before) {
        Optional<Mandate> told = desk.mandate(row);
        if (told.isEmpty()) {
            return before;
        }
        List<Mandate> all = new ArrayList<>(before);
        all.removeIf(known -> known.instrument().equals(told.get().instrument())
                && known.article().equals(told.get().article()));
        all.add(told.get());
        return all.equals(before) || Set.copyOf(all).equals(Set.copyOf(before)) ? before : all;
    }

    private void belong(FileRow row, ItemId actor) {
        if (row.cell("part_of").isEmpty()) {
            return;
        }
        Optional<ItemId> whole = desk.actor(row, "part_of");
        if (whole.isEmpty()) {
            return;
        }
        boolean known = desk.isKnown(actor, TieType.PART_OF, whole.get());
        Draft<Tie> tie = desk.tie(actor, TieType.PART_OF, whole.get());
        if (whole.get().equals(actor) || (!known && desk.closesCircle(tie))) {
            desk.forget(actor, TieType.PART_OF, whole.get());
            desk.problem(Severity.WARNING, row, "part_of", "circle", row.cell("part_of"));
            return;
        }
        tie.say(tie.value(), row.place());
    }
}
