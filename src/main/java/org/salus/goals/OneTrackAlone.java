package org.salus.goals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.framework.Characteristic;
import org.salus.framework.Pillar;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/**
 * Reform has two tracks, better institutions and better control of them. A goal whose objectives are all on one track alone is a finding about our draft.
 * An objective is on the track of control if its institution oversees, or if it is about accountability, transparency or civil society; on that of
 * institutions if its institution provides security and it is about the use of resources, or nothing else is said of it. Objectives of which neither is known
 * count for both.
 */
final class OneTrackAlone implements HoleRule {
    private enum Track {
        INSTITUTIONS,
        CONTROL,
        EITHER
    }

    @Override
    public String code() {
        return "one-track";
    }

    @Override
    public List<Hole> holes(ChainInquiry inquiry) {
        Chain chain = inquiry.chain();
        List<Hole> holes = new ArrayList<>();
        for (Item<Goal> goal : chain.list(Goal.KIND)) {
            List<ItemId> objectives = new ArrayList<>();
            boolean institutions = false;
            boolean control = false;
            for (ItemId box : chain.before(goal.id())) {
                Optional<Objective> objective = chain.box(box)
                        .filter(item -> item.value() instanceof Objective)
                        .map(item -> (Objective) item.value());
                if (objective.isPresent()) {
                    objectives.add(box);
                    Track track = track(objective.get(), inquiry);
                    institutions |= track != Track.CONTROL;
                    control |= track != Track.INSTITUTIONS;
                }
            }
            if (!objectives.isEmpty() && institutions != control) {
                holes.add(inquiry.hole(
                        this,
                        "",
                        goal.id(),
                        Sentence.of(
                                "goals.hole.one-track." + (institutions ? "institutions" : "control"),
                                goal.value().title(),
                                objectives.size()),
                        objectives,
                        Optional.empty(),
                        new Hole.Fix.AddBefore(goal.id(), "objective")));
            }
        }
        return holes;
    }

    private static Track track(Objective objective, ChainInquiry inquiry) {
        boolean oversees = inquiry.pillars(objective).contains(Pillar.OVERSIGHT);
        boolean provides = inquiry.pillars(objective).contains(Pillar.PROVIDERS);
        if (oversees && !provides) {
            return Track.CONTROL;
        }
        if (objective.characteristic().isPresent()) {
            return objective.characteristic().get() == Characteristic.USE_OF_RESOURCES
                    ? Track.INSTITUTIONS
                    : Track.CONTROL;
        }
        return provides && !oversees ? Track.INSTITUTIONS : Track.EITHER;
    }
}
