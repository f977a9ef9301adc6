package org.salus.appraisal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.documents.Diagram;
import org.salus.framework.Wording;

/**
 * Interest and influence as a picture: a column for each level of influence, and in it the actors, those for whom most is at stake above. Drawn for one objective, or for all, where each actor
 * stands once by its strongest. The table of stances says the same. Pure.
 */
public final class StakeholderDrawing {
    /** More boxes than these are no picture any more; the table holds all. */
    static final int MOST_BOXES = 80;

    private static final String NOT_KNOWN = "unknown";

    private final PoliticsBook book;
    private final PoliticsNames names;
    private final Wording wording;

    public StakeholderDrawing(PoliticsBook book, PoliticsNames names, Wording wording) {
        this.book = book;
        this.names = names;
        this.wording = wording;
    }

    /**
     * The picture.
     *
     * @param objective the key of the objective, as {@link StakeholderMatrix.Side} has it; empty for all
     * @param isLinked whether boxes lead to pages
     * @return empty if there is nothing to draw, or too much
     */
    public Optional<Diagram> of(Optional<String> objective, boolean isLinked) {
        List<Noted<Stance>> drawn = drawn(objective);
        if (drawn.isEmpty() || drawn.size() > MOST_BOXES) {
            return Optional.empty();
        }
        List<Diagram.Lane> lanes = new ArrayList<>();
        lanes.add(new Diagram.Lane(NOT_KNOWN, wording.say("appraisal.politics.drawing.unknown"), false));
        for (Influence influence : Influence.values()) {
            lanes.add(new Diagram.Lane(
                    lane(Optional.of(influence)),
                    wording.say("appraisal.politics.drawing.lane", influence.level(), influence.label()),
                    false));
        }
        List<Diagram.Node> nodes = new ArrayList<>();
        for (int at = 0; at < drawn.size(); at++) {
            Noted<Stance> noted = drawn.get(at);
            Stance stance = noted.value();
            nodes.add(new Diagram.Node(
                    "s" + at,
                    lane(stance.influence()),
                    names.of(stance.actor()),
                    stance.interest()
                            .map(interest -> wording.say(
                                    "appraisal.politics.drawing.box",
                                    stance.attitude().label(),
                                    interest.level(),
                                    interest.label()))
                            .orElseGet(() -> wording.say(
                                    "appraisal.politics.drawing.box-unknown",
                                    stance.attitude().label())),
                    PoliticsTables.tint(stance.attitude()),
                    stance.maySpoil(),
                    isLinked ? Optional.of(noted.href()) : Optional.empty(),
                    Map.of()));
        }
        return Optional.of(new Diagram(
                wording.say("appraisal.politics.drawing.title"),
                wording.say("appraisal.politics.drawing.text", drawn.size()),
                lanes,
                Optional.empty(),
                nodes,
                List.of(),
                List.of(),
                wording.say("appraisal.politics.drawing.note"),
                false,
                wording.locale(),
                true));
    }

    private static String lane(Optional<Influence> influence) {
        return influence.map(known -> "i" + known.level()).orElse(NOT_KNOWN);
    }

    private List<Noted<Stance>> drawn(Optional<String> objective) {
        Comparator<Noted<Stance>> weight = Comparator.<Noted<Stance>>comparingInt(
                        noted -> noted.value().influence().map(Influence::level).orElse(-1))
                .thenComparingInt(
                        noted -> noted.value().interest().map(Interest::level).orElse(-1));
        Map<String, Noted<Stance>> byActor = new LinkedHashMap<>();
        for (Noted<Stance> noted : StakeholderMatrix.latest(book.stances())) {
            if (objective
                    .filter(key -> !noted.value().objective().key().equals(key))
                    .isEmpty()) {
                byActor.merge(
                        noted.value().actor().key(),
                        noted,
                        (one, other) -> weight.compare(one, other) >= 0 ? one : other);
            }
        }
        return byActor.values().stream()
                .sorted(Comparator.<Noted<Stance>>comparingInt(noted ->
                                noted.value().interest().map(Interest::level).orElse(-1))
                        .reversed()
                        .thenComparing(noted -> names.of(noted.value().actor()), String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(noted -> noted.item().id()))
                .toList();
    }
}
