package org.salus.goals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.salus.documents.Hue;
import org.salus.documents.Tint;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/** What can be laid over a picture of a chain. Each is a function from a box to a mark, or to none. */
public enum ChainOverlay {
    /** What a box is, and nothing else. */
    NONE,
    /** How many holes are open. */
    HOLES,
    /** How far its indicators are: whether there are any, with baseline and target. */
    STATUS;

    private static final String EMPTY = "○";
    private static final String HALF = "◐";
    private static final String FULL = "●";

    /** From how many open holes on a box has the emptiest sign. */
    private static final int MANY = 4;

    /** The code in addresses. */
    public String code() {
        return Term.codeOf(this);
    }

    /** What to call it. */
    public Sentence label() {
        return Sentence.of("goals.overlay." + code());
    }

    /** The one of that code. */
    public static Optional<ChainOverlay> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /**
     * The marks it puts on boxes.
     *
     * @param answered the names of holes somebody has answered; they are not open
     */
    public Function<Item<? extends Box>, Optional<BoxMark>> marks(
            Chain chain, HolesAnswer holes, Set<String> answered, Wording wording) {
        return switch (this) {
            case NONE -> box -> Optional.empty();
            case HOLES -> {
                Map<ItemId, Integer> open = new HashMap<>();
                holes.open(answered).forEach(hole -> open.merge(hole.box(), 1, Integer::sum));
                yield box -> ofHoles(open.getOrDefault(box.id(), 0), wording);
            }
            case STATUS -> box -> ofIndicators(box, chain.indicators(box.id()), wording);
        };
    }

    /** Nothing is said of a box in which nothing is missing. */
    private static Optional<BoxMark> ofHoles(int open, Wording wording) {
        return open == 0
                ? Optional.empty()
                : Optional.of(new BoxMark(
                        open < MANY ? HALF : EMPTY,
                        wording.say("goals.overlay.holes.some", open),
                        Optional.empty(),
                        true));
    }

    /** Support and outputs need no indicator; where there is none nothing is said of them. */
    private static Optional<BoxMark> ofIndicators(
            Item<? extends Box> box, List<Item<Indicator>> indicators, Wording wording) {
        if (indicators.isEmpty()) {
            return box.value() instanceof Objective || box.value() instanceof Goal
                    ? Optional.of(new BoxMark(
                            EMPTY,
                            wording.say("goals.overlay.status.none"),
                            Optional.of(new Tint(Hue.UNKNOWN, 4)),
                            false))
                    : Optional.empty();
        }
        long noBaseline = indicators.stream()
                .filter(indicator -> !indicator.value().baseline().isSaid())
                .count();
        long noTarget = indicators.stream()
                .filter(indicator -> !indicator.value().target().isSaid())
                .count();
        if (noBaseline == 0 && noTarget == 0) {
            return Optional.of(new BoxMark(
                    FULL, wording.say("goals.overlay.status.whole"), Optional.of(new Tint(Hue.ACCENT, 5)), false));
        }
        String words = noBaseline > 0 && noTarget > 0 ? "neither" : noBaseline > 0 ? "no-baseline" : "no-target";
        return Optional.of(new BoxMark(
                HALF, wording.say("goals.overlay.status." + words), Optional.of(new Tint(Hue.ACCENT, 3)), false));
    }
}
