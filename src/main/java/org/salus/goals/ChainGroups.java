package org.salus.goals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/**
 * The boxes of a chain in groups. What belongs to several groups stands in each of them, so that every group can be read by itself; what belongs to none
 * comes last, with what it is linked to. Every box and every link is in at least one group. Pure.
 */
public final class ChainGroups {
    /** By what boxes are grouped. */
    public enum By {
        /** Each goal with all that leads to it. */
        GOAL,
        /** The support of each reform area with all that follows from it. */
        AREA,
        /** The objectives in each institution with what leads to them and what follows. */
        INSTITUTION;

        /** The code in addresses. */
        public String code() {
            return Term.codeOf(this);
        }

        /** What to call it. */
        public Sentence label() {
            return Sentence.of("goals.group." + code());
        }

        /** What those are called that belong to no group. */
        Sentence none() {
            return Sentence.of("goals.group." + code() + ".none");
        }

        /** The one of that code. */
        public static Optional<By> find(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst();
        }
    }

    /** A group. */
    public record Group(String title, Set<ItemId> boxes) {
        public Group {
            boxes = Set.copyOf(boxes);
        }
    }

    private ChainGroups() {}

    /**
     * The groups, in the order of the chain.
     *
     * @param within the boxes that are grouped
     * @param names what an institution of the map is called
     */
    public static List<Group> of(
            Chain chain, Set<ItemId> within, By by, Function<ItemId, String> names, Wording wording) {
        Map<String, Set<ItemId>> groups = new LinkedHashMap<>();
        for (Item<? extends Box> box : chain.boxes()) {
            if (within.contains(box.id())) {
                heading(box, by, names, wording).ifPresent(title -> {
                    Set<ItemId> group = groups.computeIfAbsent(title, heading -> new HashSet<>());
                    group.add(box.id());
                    if (by != By.AREA) {
                        group.addAll(chain.before(box.id()));
                    }
                    if (by != By.GOAL) {
                        group.addAll(chain.after(box.id()));
                    }
                });
            }
        }
        Set<ItemId> grouped = new HashSet<>();
        groups.values().forEach(grouped::addAll);
        Set<ItemId> rest = new HashSet<>(within);
        rest.removeAll(grouped);
        List<Group> all = new ArrayList<>();
        groups.forEach((title, boxes) -> {
            boxes.retainAll(within);
            all.add(new Group(title, boxes));
        });
        if (!rest.isEmpty()) {
            Set<ItemId> linked = new HashSet<>(rest);
            for (Item<Link> link : chain.links()) {
                ItemId from = link.value().from();
                ItemId to = link.value().to();
                if (rest.contains(from) && within.contains(to)) {
                    linked.add(to);
                } else if (rest.contains(to) && within.contains(from)) {
                    linked.add(from);
                }
            }
            all.add(new Group(wording.say(by.none()), linked));
        }
        return all;
    }

    /** The group a box makes; most boxes make none and follow from others. */
    private static Optional<String> heading(
            Item<? extends Box> box, By by, Function<ItemId, String> names, Wording wording) {
        return switch (by) {
            case GOAL -> box.value() instanceof Goal goal ? Optional.of(goal.title()) : Optional.empty();
            case AREA ->
                box.value() instanceof Support support
                        ? support.area().map(area -> wording.say(area.label()))
                        : Optional.empty();
            case INSTITUTION ->
                box.value() instanceof Objective objective
                        ? objective
                                .institution()
                                .map(names)
                                .or(() ->
                                        Optional.of(objective.institutionName()).filter(name -> !name.isBlank()))
                        : Optional.empty();
        };
    }
}
