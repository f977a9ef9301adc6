package org.salus.strategy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.documents.Chart;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.planning.AgreedPlan;
import org.salus.planning.PlanAnswers;
import org.salus.planning.PlanCharts;
import org.salus.planning.PlanTables;

/** Whether what follows hand-over can be paid, under each outlook on record, and the order of steps that was agreed on. */
final class HandOverSection implements SectionSource {
    @Override
    public Section section() {
        return Section.PLAN;
    }

    @Override
    public Composed compose(Material material) {
        Wording wording = material.wording();
        Composing section = new Composing(section(), wording);
        if (material.plan().isEmpty()) {
            return section.composed();
        }
        PlanAnswers.WorkspacePlan plan = new PlanAnswers(material.view()).plan();
        if (plan.outlooks().isEmpty()) {
            section.say("strategy.plan.no-outlook");
        }
        plan.incomplete().forEach(section::say);
        plan.outlooks()
                .forEach(outlook -> section.list(Stream.concat(outlook.says().stream(), outlook.assumed().stream())
                        .map(wording::say)
                        .toList()));
        // Drawings before tables: tables lie, and paper that is turned to and fro has empty halves.
        List<Chart> charts =
                plan.outlooks().stream().map(new PlanCharts(wording)::handOver).toList();
        for (int i = 0; i < charts.size(); i++) {
            section.chart(
                    "hand-over-" + (i + 1),
                    charts.get(i).option(),
                    charts.get(i).alternative());
        }
        for (int i = 0; i < charts.size(); i++) {
            section.table("years-" + (i + 1), charts.get(i).table());
        }
        agreed(material).ifPresent(agreed -> {
            section.say("strategy.plan.agreed", agreed.title(), agreed.on());
            section.table("agreed", new PlanTables(wording).agreed(agreed));
            if (!agreed.leftOut().isEmpty()) {
                section.note("strategy.plan.agreed.left-out", agreed.leftOut().size());
            }
        });
        return section.composed();
    }

    /** The newest plan that was agreed on for the chain of the strategy. */
    private static Optional<AgreedPlan> agreed(Material material) {
        return material.plan()
                .flatMap(chain -> material.view().list(AgreedPlan.KIND).stream()
                        .map(Item::value)
                        .filter(plan -> plan.chain().equals(chain.id()))
                        .max(Comparator.comparing(AgreedPlan::on)));
    }
}
