package org.salus.strategy;

import java.util.List;
import org.salus.framework.Wording;
import org.salus.governance.Assessment;
import org.salus.governance.GovernanceTables;
import org.salus.governance.Reading;

/** Governance: what each round of assessment reads on the four characteristics, law and practice apart. Nothing is added up. */
final class GovernanceSection implements SectionSource {
    @Override
    public Section section() {
        return Section.GOVERNANCE;
    }

    @Override
    public Composed compose(Material material) {
        Wording wording = material.wording();
        Composing section = new Composing(section(), wording);
        List<Assessment> rounds = material.rounds();
        if (rounds.isEmpty()) {
            section.say("strategy.governance.nothing");
        }
        for (int at = 0; at < rounds.size(); at++) {
            Assessment round = rounds.get(at);
            Reading.Counts counts = round.counts();
            GovernanceTables tables = GovernanceTables.plain(round, wording);
            section.say(
                    "strategy.governance.round",
                    round.round().title(),
                    round.institutions().size(),
                    counts.levels(),
                    counts.unknown(),
                    counts.open());
            int disagreements = tables.disagreement().rows().size();
            if (disagreements > 0) {
                section.say("strategy.governance.disagreement", disagreements);
            }
            section.table("matrix-" + (at + 1), tables.matrix());
            section.table("disagreement-" + (at + 1), tables.disagreement());
        }
        return section.composed();
    }
}
