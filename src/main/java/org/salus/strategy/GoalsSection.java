package org.salus.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.Wording;
import org.salus.goals.Assumption;
import org.salus.goals.Chain;
import org.salus.goals.ChainDrawing;
import org.salus.goals.ChainTables;
import org.salus.goals.Goal;
import org.salus.goals.Hole;
import org.salus.goals.HolesAnswer;
import org.salus.goals.Objective;
import org.salus.goals.ResultsChain;
import org.salus.ledger.Item;

/** Goals and the theory of change: what is to change for citizens, what has to change in institutions for that, on which assumptions, and what is missing in it. */
final class GoalsSection implements SectionSource {
    @Override
    public Section section() {
        return Section.GOALS;
    }

    @Override
    public Composed compose(Material material) {
        Wording wording = material.wording();
        Composing section = new Composing(section(), wording);
        Optional<Item<ResultsChain>> plan = material.plan();
        if (plan.isEmpty()) {
            return section.say(material.isUndecided() ? "strategy.undecided" : "strategy.goals.nothing")
                    .composed();
        }
        String title = plan.get().value().title();
        Chain chain = material.goals().model(plan.get());
        List<Item<Goal>> goals = chain.list(Goal.KIND);
        List<Item<Objective>> objectives = chain.list(Objective.KIND);
        section.say("strategy.goals.lead", title, goals.size(), objectives.size());
        section.noted(goals.stream()
                .map(goal -> Cited.paragraph(goal(goal.value(), wording), goal, material.view()))
                .toList());
        if (!objectives.isEmpty()) {
            section.say("strategy.goals.objectives");
            section.noted(objectives.stream()
                    .map(objective ->
                            Cited.paragraph(objective(objective.value(), material), objective, material.view()))
                    .toList());
        }
        List<Item<Assumption>> assumptions = chain.assumptions();
        if (!assumptions.isEmpty()) {
            section.say("strategy.goals.assumptions");
            section.noted(assumptions.stream()
                    .map(one -> Cited.paragraph(
                            wording.say(
                                    "strategy.goals.assumption",
                                    one.value().title(),
                                    one.value().state().label()),
                            one,
                            material.view()))
                    .toList());
        }
        HolesAnswer holes = material.goals().holes(chain);
        Set<String> answered = material.goals().answered(chain);
        long open = holes.open(answered).stream()
                .filter(hole -> hole.weight() == Hole.Weight.HOLE)
                .count();
        section.say("strategy.goals.holes", open, holes.holes().size());
        section.diagram(
                "chain",
                ChainDrawing.of(
                        title, chain, holes, Optional.empty(), element -> Optional.empty(), material.day(), wording));
        section.table("holes", new ChainTables(title, chain, holes, wording, element -> Optional.empty()).holes());
        section.note("strategy.rules", holes.edition());
        return section.composed();
    }

    private static String goal(Goal goal, Wording wording) {
        List<String> parts = new ArrayList<>(List.of(goal.title()));
        if (!goal.forWhom().isBlank()) {
            parts.add(wording.say("strategy.goals.for-whom", goal.forWhom()));
        }
        if (!goal.leftOut().isBlank()) {
            parts.add(wording.say("strategy.goals.left-out", goal.leftOut()));
        }
        goal.effects()
                .forEach(effect -> parts.add(wording.say(
                        "strategy.goals.effect",
                        effect.effect().label(),
                        effect.directness().label())));
        return String.join(". ", parts);
    }

    private static String objective(Objective objective, Material material) {
        List<String> parts = new ArrayList<>();
        String institution = institution(objective, material);
        if (!institution.isBlank()) {
            parts.add(institution);
        }
        objective.until().ifPresent(until -> parts.add(material.wording().say("strategy.goals.until", until)));
        String told = parts.isEmpty() ? objective.title() : objective.title() + " (" + String.join(", ", parts) + ")";
        return objective.threatened().isBlank()
                ? told
                : told + ". " + material.wording().say("strategy.goals.threatened", objective.threatened());
    }

    /** The institution of an objective as the map calls it, else as it is written. */
    static String institution(Objective objective, Material material) {
        return objective
                .institution()
                .map(material.sector()::name)
                .filter(name -> !name.isBlank())
                .orElse(objective.institutionName());
    }
}
