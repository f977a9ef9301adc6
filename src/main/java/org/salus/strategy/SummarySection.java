package org.salus.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.documents.KeyFigures.KeyFigure;
import org.salus.evidence.Country;
import org.salus.framework.Wording;
import org.salus.goals.Chain;
import org.salus.goals.Goal;
import org.salus.goals.Objective;
import org.salus.ledger.Item;

/** The summary: what the strategy is about, its premise, its goals, and what is still missing, on less than a page. */
final class SummarySection implements SectionSource {
    @Override
    public Section section() {
        return Section.SUMMARY;
    }

    @Override
    public Composed compose(Material material) {
        Wording wording = material.wording();
        Composing section = new Composing(section(), wording);
        section.say("strategy.summary.lead", material.charter().name());
        for (Country country : material.countries()) {
            section.say(
                    "strategy.context.lead",
                    country.inText(wording),
                    material.premise(country).headline(),
                    material.premise(country).caution());
        }
        Optional<Chain> chain = material.chain();
        List<Item<Goal>> goals = chain.map(plan -> plan.list(Goal.KIND)).orElse(List.of());
        if (material.isUndecided()) {
            section.say("strategy.undecided");
        } else if (goals.isEmpty()) {
            section.say("strategy.summary.no-goals");
        } else {
            section.say("strategy.summary.goals");
            section.list(goals.stream().map(goal -> goal.value().title()).toList());
        }
        List<KeyFigure> figures = new ArrayList<>();
        // Alternatives hold goals: before one is adopted "0" would be untrue.
        if (!material.isUndecided()) {
            figure(figures, "goals", goals.size(), wording);
            figure(
                    figures,
                    "objectives",
                    chain.map(plan -> plan.list(Objective.KIND).size()).orElse(0),
                    wording);
        }
        figure(figures, "institutions", material.oversight().institutions().size(), wording);
        figure(figures, "findings", material.oversight().findings().size(), wording);
        section.figures(figures);
        return section.composed();
    }

    private static void figure(List<KeyFigure> figures, String name, int value, Wording wording) {
        figures.add(new KeyFigure(
                wording.say("strategy.summary.figure." + name),
                String.valueOf(value),
                wording.say("strategy.summary.figure." + name + ".note")));
    }
}
