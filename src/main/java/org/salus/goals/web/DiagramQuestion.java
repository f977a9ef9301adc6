package org.salus.goals.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.frame.web.Address;
import org.salus.framework.ResultLevel;
import org.salus.goals.Box;
import org.salus.goals.Chain;
import org.salus.goals.ChainGroups;
import org.salus.goals.ChainOverlay;
import org.salus.goals.PictureQuestion;
import org.salus.goals.web.GoalsFrame.Seen;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/**
 * What is asked of a picture. All of it stands in the address, so that a picture can be shared as it is seen.
 *
 * @param around the box whose chain is shown; empty for everything
 * @param folds boxes that hide what leads to them
 * @param hasConditions whether assumptions and risks are drawn as boxes of their own
 * @param at the box that is chosen
 */
record DiagramQuestion(
        Address here,
        Optional<ItemId> around,
        Set<ItemId> folds,
        Optional<ChainGroups.By> group,
        ChainOverlay overlay,
        boolean hasConditions,
        Optional<ItemId> at) {
    static final String AROUND = "around";
    static final String FOLDED = "folded";
    static final String GROUP = "group";
    static final String OVERLAY = "overlay";
    static final String CONDITIONS = "assumptions";
    static final String AT = "at";
    /** Everything, where otherwise one goal would be shown. */
    static final String ALL = PictureQuestion.ALL;

    /** A picture of more boxes than that begins with one goal. */
    private static final int READABLE = 40;

    static DiagramQuestion of(Address here, Chain chain) {
        Optional<String> around = here.choice(AROUND);
        return new DiagramQuestion(
                here,
                around.filter(ALL::equals).isPresent()
                        ? Optional.empty()
                        : around.flatMap(text -> box(text, chain)).or(() -> first(chain)),
                here.choice(FOLDED).stream()
                        .flatMap(text -> Stream.of(text.split(",", -1)))
                        .flatMap(text -> GoalsPages.itemId(text).stream())
                        .filter(box -> chain.box(box).isPresent())
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                here.choice(GROUP, ChainGroups.By::find),
                here.choice(OVERLAY, ChainOverlay::find).orElse(PictureQuestion.PLAIN.overlay()),
                here.choice(CONDITIONS, text -> Optional.of(true).filter(shown -> text.equals(PictureQuestion.SHOWN)))
                        .orElse(false),
                here.choice(AT)
                        .flatMap(GoalsPages::itemId)
                        .filter(box -> chain.box(box).isPresent()));
    }

    private static Optional<ItemId> box(String text, Chain chain) {
        return GoalsPages.itemId(text).filter(box -> chain.box(box).isPresent());
    }

    /** The box around which something was to be shown, if there is none such, or no longer: a step that made it may have been taken back. */
    Optional<String> lost(Chain chain) {
        return here.choice(AROUND)
                .filter(text -> !text.equals(ALL) && box(text, chain).isEmpty());
    }

    /** The first goal of a large chain. */
    private static Optional<ItemId> first(Chain chain) {
        List<Item<? extends Box>> goals = chain.boxes(ResultLevel.GOAL);
        return chain.boxes().size() > READABLE && goals.size() > 1
                ? Optional.of(goals.getFirst().id())
                : Optional.empty();
    }

    /** The same without what only a page has: groups, and a box that is chosen. */
    PictureQuestion picture() {
        return new PictureQuestion(around, folds, overlay, hasConditions);
    }

    /** The same picture in another view: what is shown, without what is chosen in it. */
    Address at(String path) {
        return here.at(path, AROUND, FOLDED, GROUP, OVERLAY, CONDITIONS);
    }

    /** This picture, with nothing chosen in it. */
    Address plain() {
        return at(here.path());
    }

    Address choosing(ItemId box) {
        return plain().with(AT, box);
    }

    Address around(ItemId box) {
        return plain().with(AROUND, box).with(AT, box);
    }

    /** The same with a box folded, or unfolded if it is. */
    Address folding(ItemId box) {
        Set<ItemId> next = new LinkedHashSet<>(folds);
        if (!next.remove(box)) {
            next.add(box);
        }
        return plain().with(FOLDED, next.stream().map(ItemId::toString).collect(Collectors.joining(",")))
                .with(AT, box);
    }

    /** Back to the picture somebody came from, with this box chosen; only ever to the picture of this chain. */
    static String back(Seen seen, String back, ItemId chosen) {
        String own = Address.own(back);
        String picture = seen.path("diagram");
        String target = own.equals(picture) || own.startsWith(picture + "?") ? own : picture;
        String without = target.replaceAll("#.*", "")
                .replaceAll("([?&])(at|open)=[^&]*&?", "$1")
                .replaceFirst("[?&]$", "");
        return without + (without.contains("?") ? "&" : "?") + AT + "=" + chosen;
    }
}
