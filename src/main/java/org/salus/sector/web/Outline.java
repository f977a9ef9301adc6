package org.salus.sector.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
    private final List<PresentTie> ties;
    private final Set<ItemId> placed = new HashSet<>();

    private Outline(Seen seen) {
        this.seen = seen;
        this.ties = seen.tables().ties();
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

    private List<Branch> branches() {
        List<Present> actors = seen.tables().actors();
        Set<ItemId> shown = new HashSet<>();
        actors.forEach(actor -> shown.add(actor.id()));
        List<Branch> branches = new ArrayList<>();
        for (ActorClass actorClass : ActorClass.all()) {
            List<Leaf> leaves = new ArrayList<>();
            for (Present actor : actors) {
                if (actor.phase().actorClass().equals(actorClass) && !isPart(actor.id(), shown)) {
                    add(actor, actors, leaves);
                }
            }
            // What is part of itself, through others, has no top.
            for (Present actor : actors) {
                if (actor.phase().actorClass().equals(actorClass) && !isReachable(actor.id(), shown)) {
                    add(actor, actors, leaves);
                }
            }
            if (!leaves.isEmpty()) {
                branches.add(new Branch(seen.wording().say(actorClass.label()), leaves));
            }
        }
        return branches;
    }

    private boolean isPart(ItemId actor, Set<ItemId> shown) {
        return ties.stream().anyMatch(tie -> isWithin(tie, shown) && tie.from().equals(actor));
    }

    private static boolean isWithin(PresentTie tie, Set<ItemId> shown) {
        return tie.type() == TieType.PART_OF && tie.isRecorded() && shown.contains(tie.to());
    }

    /** Whether going up from part to whole ends somewhere. */
    private boolean isReachable(ItemId actor, Set<ItemId> shown) {
        Set<ItemId> gone = new HashSet<>();
        List<ItemId> open = new ArrayList<>(List.of(actor));
        while (!open.isEmpty()) {
            ItemId at = open.removeFirst();
            if (!gone.add(at)) {
                continue;
            }
            if (!isPart(at, shown)) {
                return true;
            }
            ties.stream()
                    .filter(tie -> isWithin(tie, shown) && tie.from().equals(at))
                    .forEach(tie -> open.add(tie.to()));
        }
        return false;
    }

    private void add(Present actor, List<Present> actors, List<Leaf> leaves) {
        if (!placed.add(actor.id())) {
            return;
        }
        List<Line> lines = new ArrayList<>();
        for (PresentTie tie : ties) {
            if (tie.from().equals(actor.id()) && tie.type() != TieType.PART_OF) {
                lines.add(line(tie, true));
            } else if (tie.to().equals(actor.id()) && tie.type() != TieType.PART_OF) {
                lines.add(line(tie, false));
            }
        }
        List<Leaf> parts = new ArrayList<>();
        ties.stream()
                .filter(tie -> tie.type() == TieType.PART_OF
                        && tie.isRecorded()
                        && tie.to().equals(actor.id()))
                .flatMap(tie -> actors.stream().filter(part -> part.id().equals(tie.from())))
                .forEach(part -> add(part, actors, parts));
        leaves.add(new Leaf(
                actor.id(),
                actor.name(),
                actor.phase()
                        .type()
                        .map(type -> seen.wording().say(type.label()))
                        .orElse(""),
                lines,
                parts));
    }

    private Line line(PresentTie tie, boolean outward) {
        return new Line(
                tie.ids().getFirst(),
                seen.wording().say(outward ? tie.type().label() : tie.type().reverse()),
                seen.day().name(outward ? tie.to() : tie.from()),
                seen.wording().say(SectorTables.basis(tie)));
    }
}
