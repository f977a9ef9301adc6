package org.salus.sector.web;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.Pillar;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.ledger.ItemId;
import org.salus.sector.Basis;
import org.salus.sector.MapQuestion;
import org.salus.sector.Part;
import org.salus.sector.SectorDay;
import org.salus.sector.TieType;

/**
 * What is asked of a map: which day, which part, which ties. All of it stands in the address, and every view of the map reads it the same way.
 *
 * @param here the address of the page
 * @param on the day asked for; a year or month means its last day, the present one today
 */
record SectorQuestion(Address here, LocalDate on) {
    static final String ON = "on";
    static final String AROUND = "around";
    static final String TIES = "ties";
    static final String BASIS = "basis";
    static final String ABSENT = "absent";
    static final String EVERYTHING = "all";

    /** What every view keeps when it leads to another. */
    static final List<String> KEPT = List.of(ON, AROUND, TIES, BASIS, ABSENT);

    /**
     * What an address may carry beside the question: what was added or changed before, the ends of a tie that is begun, what lies open in the drawer. It goes
     * along from view to view, so all of them know it.
     */
    private static final List<String> BESIDE = List.of(
            "added",
            "changed",
            "from",
            "to",
            "open",
            "items",
            "page",
            "tie-page",
            "actor-page",
            OversightPages.ASKS,
            OversightPages.ASKS_PAGE);

    private static final String BETWEEN = ".";

    /**
     * Reads an address.
     *
     * @throws Failure if it asks for what means nothing
     */
    static SectorQuestion of(Address here, LocalDate today) {
        Address asked = here;
        for (String name : BESIDE) {
            asked = asked.with(name, null);
        }
        asked.knowing(KEPT);
        return new SectorQuestion(here, new MapQuestion(here, today).day());
    }

    /** The part that is asked for: a readable one where none is. */
    Part part(SectorDay day) {
        Part part = here.choice(AROUND).map(text -> Part.of(around(text, day))).orElseGet(() -> Part.readable(day));
        if (here.choice(TIES).isPresent()) {
            part = part.withTypes(types());
        }
        if (here.choice(BASIS).isPresent()) {
            part = part.withBases(bases());
        }
        return part.withAbsences(here.choice(ABSENT).isEmpty() || new MapQuestion(here, on).yes(ABSENT));
    }

    private static Part.Around around(String text, SectorDay day) {
        if (text.equals(EVERYTHING)) {
            return new Part.Around.Everything();
        }
        return Term.find(Pillar.class, text)
                .<Part.Around>map(Part.Around.OnePillar::new)
                .orElseGet(() -> new Part.Around.OneActor(actor(text, day)));
    }

    private static ItemId actor(String text, SectorDay day) {
        try {
            ItemId id = ItemId.of(text);
            if (day.map().actor(id).isPresent()) {
                return id;
            }
        } catch (IllegalArgumentException none) {
            throw Failure.notFound(Sentence.of("sector.page.no-actor", text));
        }
        throw Failure.notFound(Sentence.of("sector.page.no-actor", text));
    }

    private Set<TieType> types() {
        Set<TieType> types = EnumSet.noneOf(TieType.class);
        for (String word : words(TIES)) {
            Optional<TieType.Group> group = Term.find(TieType.Group.class, word);
            if (group.isPresent()) {
                Stream.of(TieType.values())
                        .filter(type -> type.group() == group.get())
                        .forEach(types::add);
            } else if (!word.equals("none")) {
                types.add(Term.find(TieType.class, word)
                        .orElseThrow(() -> Failure.wrongUse(Sentence.of("sector.page.no-tie", word))));
            }
        }
        return types;
    }

    private Set<Basis> bases() {
        return words(BASIS).stream()
                .map(word -> Term.find(Basis.class, word)
                        .orElseThrow(() -> Failure.wrongUse(Sentence.of("sector.page.no-basis", word))))
                .collect(Collectors.toSet());
    }

    private List<String> words(String name) {
        return List.of(here.choice(name).orElse("").split("[.]", -1));
    }

    /** The same view with ties of one group more, or one less. */
    Address toggled(TieType.Group group, Part part) {
        Set<String> shown = new LinkedHashSet<>();
        for (TieType.Group other : TieType.Group.values()) {
            if (shows(other, part) != (other == group)) {
                shown.add(other.code());
            }
        }
        boolean isAll = shown.size() == TieType.Group.values().length
                && here.choice(AROUND).isPresent();
        return here.with(TIES, isAll ? null : shown.isEmpty() ? "none" : String.join(BETWEEN, shown));
    }

    /** The same view with one basis more, or one less; one always stays. */
    Address toggled(Basis basis, Part part) {
        Set<Basis> shown = EnumSet.noneOf(Basis.class);
        shown.addAll(part.bases());
        if (!shown.remove(basis)) {
            shown.add(basis);
        }
        if (shown.isEmpty()) {
            shown.add(basis == Basis.LAW ? Basis.PRACTICE : Basis.LAW);
        }
        return here.with(
                BASIS,
                shown.size() == Basis.values().length
                        ? null
                        : shown.iterator().next().code());
    }

    /** The same view with or without what is recorded as absent. */
    Address toggledAbsences(Part part) {
        return here.with(ABSENT, part.absences() ? "no" : null);
    }

    static boolean shows(TieType.Group group, Part part) {
        return part.types().stream().anyMatch(type -> type.group() == group);
    }

    /** The same question at another view of the map. */
    Address at(String path) {
        return here.at(path, KEPT.toArray(String[]::new));
    }
}
