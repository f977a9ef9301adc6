package org.salus.goals;

import java.util.ArrayList;
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
    /** How its indicators stand, by the one rule of {@link IndicatorStatus}. */
    STATUS,
    /** What belongs to it and has no box: assumptions, risks, indicators; of a goal the effects that are hoped for. */
    BESIDE;

    private static final String EMPTY = "○";
    private static final String HALF = "◐";
    private static final String FULL = "●";
    private static final String UNMEASURED = "–";
    private static final String UNSURE = "?";
    private static final String WITHOUT = "∅";
    private static final String STRONG = "□";
    private static final String OUTSIDE = "◇";

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
            MeasuredChain measured, HolesAnswer holes, Set<String> answered, Wording wording) {
        return switch (this) {
            case NONE -> box -> Optional.empty();
            case HOLES -> ofHoles(holes, answered, wording);
            case STATUS -> box -> ofIndicators(box, measured.standing(box.id()), wording);
            case BESIDE -> box -> beside(box, measured.chain(), wording);
        };
    }

    /**
     * What its marks mean, each with how many there are in the whole chain; empty where the marks say it themselves.
     *
     * @return signs and colours as on boxes
     */
    public List<Meaning> legend(MeasuredChain measured, Wording wording) {
        if (this != STATUS) {
            return List.of();
        }
        BoxStanding whole = measured.standing();
        List<Meaning> legend = new ArrayList<>();
        for (IndicatorStatus status : IndicatorStatus.values()) {
            legend.add(new Meaning(
                    new BoxMark(sign(status), wording.say(status.label()), Optional.of(tint(status)), false),
                    wording.say(status.meaning()),
                    whole.count(status)));
        }
        legend.add(new Meaning(
                new BoxMark(STRONG, wording.say(Owing.What.OVERDUE.label()), Optional.empty(), true),
                wording.say("goals.overlay.status.overdue"),
                whole.overdue()));
        return List.copyOf(legend);
    }

    /** A line of a legend: a mark, what it means, and of how many indicators it is said. */
    public record Meaning(BoxMark mark, String text, int count) {}

    static Function<Item<? extends Box>, Optional<BoxMark>> ofHoles(
            HolesAnswer holes, Set<String> answered, Wording wording) {
        Map<ItemId, Integer> open = new HashMap<>();
        holes.open(answered).forEach(hole -> open.merge(hole.box(), 1, Integer::sum));
        // Few different numbers of holes stand on many boxes.
        Map<Integer, BoxMark> marks = new HashMap<>();
        open.values().forEach(count -> marks.computeIfAbsent(count, some -> ofHoles(some, wording)));
        // Nothing is said of a box in which nothing is missing.
        return box -> Optional.ofNullable(open.get(box.id())).map(marks::get);
    }

    /** Strong where it rests on an assumption that is marked as contradicted. */
    static Optional<BoxMark> beside(Item<? extends Box> box, Chain chain, Wording wording) {
        List<String> words = new ArrayList<>();
        if (box.value() instanceof Goal goal) {
            goal.effects()
                    .forEach(hoped -> words.add(wording.say(
                            "goals.overlay.beside.effect",
                            hoped.effect().label(),
                            hoped.directness().label())));
        }
        List<Item<Link>> restsOn = chain.from(box.id(), LinkType.RESTS_ON);
        if (!restsOn.isEmpty()) {
            words.add(wording.say("goals.overlay.beside.assumptions", restsOn.size()));
        }
        int risks = chain.to(box.id(), LinkType.THREATENS).size();
        if (risks > 0) {
            words.add(wording.say("goals.overlay.beside.risks", risks));
        }
        int indicators = chain.indicators(box.id()).size();
        if (indicators > 0) {
            words.add(wording.say("goals.overlay.beside.indicators", indicators));
        }
        boolean isContradicted = restsOn.stream()
                .flatMap(link -> chain.assumption(link.value().to()).stream())
                .anyMatch(assumption -> assumption.value().state() == AssumptionState.CONTRADICTED);
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new BoxMark(OUTSIDE, String.join(", ", words), Optional.empty(), isContradicted));
    }

    private static BoxMark ofHoles(int open, Wording wording) {
        return new BoxMark(
                open < MANY ? HALF : EMPTY, wording.say("goals.overlay.holes.some", open), Optional.empty(), true);
    }

    /** Support and outputs need no indicator; where there is none nothing is said of them. */
    private static Optional<BoxMark> ofIndicators(Item<? extends Box> box, BoxStanding standing, Wording wording) {
        Optional<IndicatorStatus> first = standing.first();
        if (first.isEmpty()) {
            return box.value() instanceof Objective || box.value() instanceof Goal
                    ? Optional.of(new BoxMark(
                            WITHOUT,
                            wording.say("goals.overlay.status.none"),
                            Optional.of(new Tint(Hue.UNKNOWN, 4)),
                            false))
                    : Optional.empty();
        }
        return first.map(status ->
                new BoxMark(sign(status), standing.words(wording), Optional.of(tint(status)), standing.overdue() > 0));
    }

    private static String sign(IndicatorStatus status) {
        return switch (status) {
            case ON_PATH -> FULL;
            case BEHIND -> HALF;
            case MOVING_AWAY -> EMPTY;
            case NOT_MEASURED -> UNMEASURED;
            case UNKNOWN -> UNSURE;
        };
    }

    private static Tint tint(IndicatorStatus status) {
        return switch (status) {
            case ON_PATH -> new Tint(Hue.ACCENT, 5);
            case BEHIND -> new Tint(Hue.ACCENT, 3);
            case MOVING_AWAY -> new Tint(Hue.ACCENT, 2);
            case NOT_MEASURED -> new Tint(Hue.NONE, 3);
            case UNKNOWN -> new Tint(Hue.UNKNOWN, 4);
        };
    }
}
