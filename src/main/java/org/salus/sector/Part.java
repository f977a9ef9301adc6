package org.salus.sector;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.framework.ContextClass;
import org.salus.framework.Pillar;
import org.salus.framework.Recorded;
import org.salus.ledger.ItemId;

/**
 * Which part of a map is shown: a drawing of everything is rarely a readable one.
 *
 * @param around what it is about
 * @param types ties of these types
 * @param bases ties that something is said about on one of these
 * @param absences whether ties that are recorded as absent are shown
 */
public record Part(Around around, Set<TieType> types, Set<Basis> bases, boolean absences) {
    /** So few actors are shown at once, even unasked. */
    private static final int FEW = 12;

    /** More boxes than these cannot be read on a projector or a printed page. */
    private static final int READABLE = 24;

    /** Among so many actors a readable part is looked for; on a map on which all of these have too many ties, nobody waits for more. */
    private static final int LOOKED_AT = 40;

    private static final Set<TieType.Group> ABOUT_OVERSIGHT =
            Set.of(TieType.Group.COMMAND, TieType.Group.CONTROL, TieType.Group.OVERSIGHT, TieType.Group.REPORTING);

    public Part {
        types = java.util.Collections.unmodifiableSet(
                types.isEmpty() ? EnumSet.noneOf(TieType.class) : EnumSet.copyOf(types));
        bases = java.util.Collections.unmodifiableSet(
                bases.isEmpty() ? EnumSet.noneOf(Basis.class) : EnumSet.copyOf(bases));
    }

    /** What a part is about. */
    public sealed interface Around {
        /** Every actor of the day. */
        record Everything() implements Around {}

        /** One pillar. */
        record OnePillar(Pillar pillar) implements Around {}

        /** One actor, what it is part of, and whoever has a tie to either. */
        record OneActor(ItemId actor) implements Around {}
    }

    /** All ties of that part. */
    public static Part of(Around around) {
        return new Part(around, EnumSet.allOf(TieType.class), EnumSet.allOf(Basis.class), true);
    }

    /** All ties around one actor. */
    public static Part around(ItemId actor) {
        return of(new Around.OneActor(actor));
    }

    /** Everything. */
    public static Part everything() {
        return of(new Around.Everything());
    }

    /** The same part, with ties of these groups. */
    public Part withGroups(Set<TieType.Group> shown) {
        return withTypes(Stream.of(TieType.values())
                .filter(type -> shown.contains(type.group()))
                .collect(Collectors.toSet()));
    }

    /** The same part, with ties of these types. */
    public Part withTypes(Set<TieType> shown) {
        return new Part(around, shown, bases, absences);
    }

    /** The same part, with what is said on these bases. */
    public Part withBases(Set<Basis> shown) {
        return new Part(around, types, shown, absences);
    }

    /** The same part, with or without what is recorded as absent. */
    public Part withAbsences(boolean shown) {
        return new Part(around, types, bases, shown);
    }

    /**
     * What is shown to somebody who asks for nothing in particular, so that it can be read: everything if that is little, else the institution with the most
     * ties of command, steering and oversight among those that are drawn with few enough boxes. Where no institution has such a part, it is one of the actors;
     * where nobody has ties, a pillar; and if all of these are too large, the smallest of them.
     */
    public static Part readable(SectorDay day) {
        if (day.actors().size() <= FEW) {
            return everything();
        }
        return candidates(day)
                .filter(part -> part.actors(day).size() <= READABLE)
                .findFirst()
                .or(() -> candidates(day)
                        .min(Comparator.comparingInt(part -> part.actors(day).size())))
                .orElseGet(Part::everything);
    }

    /** What may be shown unasked, the most telling first. */
    private static Stream<Part> candidates(SectorDay day) {
        return Stream.of(
                        byTies(day, day.institutions()),
                        byTies(day, day.actors()),
                        Stream.of(Pillar.values()).map(Around.OnePillar::new).map(Part::of))
                .flatMap(some -> some)
                .filter(part -> !part.actors(day).isEmpty());
    }

    /** What is around each of them that has ties of command, steering and oversight, the most ties first. */
    private static Stream<Part> byTies(SectorDay day, List<Present> some) {
        return some.stream()
                .filter(actor -> count(day, actor) > 0)
                .sorted(Comparator.comparingInt((Present actor) -> count(day, actor))
                        .reversed()
                        .thenComparing(Present::name))
                .limit(LOOKED_AT)
                .map(actor -> around(actor.id()).withGroups(ABOUT_OVERSIGHT));
    }

    private static int count(SectorDay day, Present institution) {
        return (int) day.to(institution.id()).stream()
                .filter(tie -> ABOUT_OVERSIGHT.contains(tie.type().group()))
                .count();
    }

    /** Whether a tie is of a kind that is shown. */
    private boolean shows(PresentTie tie) {
        if (!types.contains(tie.type())) {
            return false;
        }
        if (!tie.isSaid()) {
            return true;
        }
        boolean present = bases.stream().anyMatch(tie::isRecorded);
        boolean absent = bases.stream().anyMatch(basis -> tie.side(basis).recorded() == Recorded.RECORDED_AS_ABSENT);
        return present || (absences && absent);
    }

    /** The ties of that day that are shown. */
    public List<PresentTie> ties(SectorDay day) {
        return switch (around) {
            case Around.Everything everything ->
                day.ties().stream().filter(this::shows).toList();
            case Around.OnePillar one ->
                day.ties().stream()
                        .filter(this::shows)
                        .filter(tie -> isIn(day, tie.from(), one.pillar()) && isIn(day, tie.to(), one.pillar()))
                        .toList();
            case Around.OneActor one -> {
                Set<ItemId> wholes = day.wholes(one.actor());
                yield day.ties().stream()
                        .filter(this::shows)
                        .filter(tie -> wholes.contains(tie.from()) || wholes.contains(tie.to()))
                        .filter(tie -> concerns(tie, one.actor(), wholes))
                        .toList();
            }
        };
    }

    /** Ties of what the actor is part of are shown as far as they reach down to it: who oversees the whole, not what the whole does elsewhere. */
    private static boolean concerns(PresentTie tie, ItemId actor, Set<ItemId> wholes) {
        if (tie.from().equals(actor) || tie.to().equals(actor)) {
            return true;
        }
        if (tie.type() == TieType.PART_OF) {
            return wholes.contains(tie.from()) && wholes.contains(tie.to());
        }
        return tie.type() == TieType.REPORTS_TO ? wholes.contains(tie.from()) : wholes.contains(tie.to());
    }

    private static boolean isIn(SectorDay day, ItemId actor, Pillar pillar) {
        return day.actor(actor).filter(present -> present.phase().isIn(pillar)).isPresent();
    }

    /** The actors of that day that are shown. */
    public List<Present> actors(SectorDay day) {
        return switch (around) {
            case Around.Everything everything -> day.actors();
            case Around.OnePillar one ->
                day.actors().stream()
                        .filter(actor -> actor.phase().isIn(one.pillar()))
                        .toList();
            case Around.OneActor one -> {
                Set<ItemId> shown = new TreeSet<>();
                shown.add(one.actor());
                ties(day).forEach(tie -> {
                    shown.add(tie.from());
                    shown.add(tie.to());
                });
                yield day.actors().stream()
                        .filter(actor -> shown.contains(actor.id()))
                        .toList();
            }
        };
    }

    /** Whether an actor of that class stands at the left of the sector, where those who watch and support it do. */
    static boolean standsBefore(ContextClass context) {
        return context == ContextClass.CIVIL_SOCIETY || context == ContextClass.EXTERNAL;
    }
}
