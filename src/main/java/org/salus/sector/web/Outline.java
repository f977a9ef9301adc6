package org.salus.sector.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salus.framework.ActorClass;
import org.salus.ledger.ItemId;
import org.salus.sector.Present;
import org.salus.sector.PresentTie;
import org.salus.sector.SectorTables;
import org.salus.sector.TieType;
import org.salus.sector.web.SectorFrame.Seen;

/** A part of a map as nested lists: by class, then by what is part of what, each actor with what it does and what is done to it. */
final class Outline {
    private final Seen seen;
    private final Map<ItemId, Present> actors = new LinkedHashMap<>();

    /** The ties of each actor that are no belonging, in their order, from whichever end. */
    private final Map<ItemId, List<PresentTie>> ties = new HashMap<>();

    /** What each actor is recorded as a part of, and its parts. */
    private final Map<ItemId, List<ItemId>> wholes = new HashMap<>();

    private final Map<ItemId, List<ItemId>> parts = new HashMap<>();
    private final Set<ItemId> placed = new HashSet<>();

    private Outline(Seen seen) {
        this.seen = seen;
        seen.tables().actors().forEach(actor -> actors.put(actor.id(), actor));
        for (PresentTie tie : seen.tables().ties()) {
            if (tie.type() != TieType.PART_OF) {
                ties.computeIfAbsent(tie.from(), end -> new ArrayList<>()).add(tie);
                if (!tie.to().equals(tie.from())) {
                    ties.computeIfAbsent(tie.to(), end -> new ArrayList<>()).add(tie);
                }
            } else if (tie.isRecorded()) {
                if (actors.containsKey(tie.to())) {
                    wholes.computeIfAbsent(tie.from(), end -> new ArrayList<>()).add(tie.to());
                }
                parts.computeIfAbsent(tie.to(), end -> new ArrayList<>()).add(tie.from());
            }
        }
    }

    /** The actors of one class. */
    record Branch(String title, List<Leaf> leaves) {}

    /** An actor, its ties, and its parts. */
    record Leaf(ItemId id, String name, String type, List<Line> lines, List<Leaf> parts) {}

    /** A tie seen from one end. */
    record Line(ItemId item, String verb, String other, String basis) {}

    static List<Branch> of(Seen seen) {
        return new Outline(seen).branches();
    }

    /** How many lines it has: one for each actor, and one for each tie seen from it. */
    static int length(List<Branch> branches) {
        return branches.stream()
                .flatMap(branch -> branch.leaves().stream())
                .mapToInt(Outline::length)
                .sum();
    }

    private static int length(Leaf leaf) {
        return 1
                + leaf.lines().size()
                + leaf.parts().stream().mapToInt(Outline::length).sum();
    }

    /** So many lines of it from that one on, each under what it is a part of. */
    static List<Branch> part(List<Branch> branches, int from, int most) {
        Cut cut = new Cut(from, from + most);
        return branches.stream()
                .map(branch -> new Branch(branch.title(), cut.of(branch.leaves())))
                .filter(branch -> !branch.leaves().isEmpty())
                .toList();
    }

    /** Goes through an outline from top to bottom and keeps what lies between two lines. */
    private static final class Cut {
        private final int from;
        private final int until;
        private int at;

        Cut(int from, int until) {
            this.from = from;
            this.until = until;
        }

        private boolean isNextWithin() {
            boolean isWithin = at >= from && at < until;
            at++;
            return isWithin;
        }

        List<Leaf> of(List<Leaf> leaves) {
            List<Leaf> kept = new ArrayList<>();
            for (Leaf leaf : leaves) {
                boolean isKept = isNextWithin();
                List<Line> lines =
                        leaf.lines().stream().filter(line -> isNextWithin()).toList();
                List<Leaf> parts = of(leaf.parts());
                if (isKept || !lines.isEmpty() || !parts.isEmpty()) {
                    kept.add(new Leaf(leaf.id(), leaf.name(), leaf.type(), lines, parts));
                }
            }
            return kept;
        }
    }

    private List<Branch> branches() {
        List<Branch> branches = new ArrayList<>();
        for (ActorClass actorClass : ActorClass.all()) {
            List<Leaf> leaves = new ArrayList<>();
            List<Present> members = actors.values().stream()
                    .filter(actor -> actor.phase().actorClass().equals(actorClass))
                    .toList();
            members.stream().filter(actor -> !wholes.containsKey(actor.id())).forEach(actor -> add(actor, leaves));
            // What is part of itself, through others, has no top.
            members.stream()
                    .filter(actor -> !placed.contains(actor.id()) && !isReachable(actor.id()))
                    .forEach(actor -> add(actor, leaves));
            if (!leaves.isEmpty()) {
                branches.add(new Branch(seen.wording().say(actorClass.label()), leaves));
            }
        }
        return branches;
    }

    /** Whether going up from part to whole ends somewhere. */
    private boolean isReachable(ItemId actor) {
        Set<ItemId> gone = new HashSet<>();
        Deque<ItemId> open = new ArrayDeque<>(List.of(actor));
        while (!open.isEmpty()) {
            ItemId at = open.removeFirst();
            if (gone.add(at)) {
                List<ItemId> above = wholes.getOrDefault(at, List.of());
                if (above.isEmpty()) {
                    return true;
                }
                open.addAll(above);
            }
        }
        return false;
    }

    private void add(Present actor, List<Leaf> leaves) {
        if (!placed.add(actor.id())) {
            return;
        }
        List<Line> lines = ties.getOrDefault(actor.id(), List.of()).stream()
                .map(tie -> line(tie, tie.from().equals(actor.id())))
                .toList();
        List<Leaf> below = new ArrayList<>();
        for (ItemId part : parts.getOrDefault(actor.id(), List.of())) {
            Present known = actors.get(part);
            if (known != null) {
                add(known, below);
            }
        }
        leaves.add(new Leaf(
                actor.id(),
                actor.name(),
                actor.phase()
                        .type()
                        .map(type -> seen.wording().say(type.label()))
                        .orElse(""),
                lines,
                below));
    }

    private Line line(PresentTie tie, boolean outward) {
        return new Line(
                tie.ids().getFirst(),
                seen.wording().say(outward ? tie.type().label() : tie.type().reverse()),
                seen.day().name(outward ? tie.to() : tie.from()),
                seen.wording().say(SectorTables.basis(tie)));
    }
}
