package org.salus.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.framework.Sentence;
import org.salus.goals.Chain;
import org.salus.goals.ResultsChain;
import org.salus.ledger.Item;
import org.salus.ledger.View;

/** What can be told of the plan of a workspace, as one reader sees it: the same on pages, in a terminal and in the API. */
public final class PlanAnswers {
    private final View view;

    public PlanAnswers(View view) {
        this.view = view;
    }

    /**
     * The steps of a workspace and whether they can be paid for.
     *
     * @param chain the results chain that is planned; empty where there is none, or several of which none is adopted
     * @param steps its objectives as steps
     * @param outlooks one answer for each fiscal outlook that can be reckoned with, in the order they were written
     * @param incomplete what is missing in outlooks that cannot
     * @param says what has to be there first; empty where nothing is missing for an answer
     */
    public record WorkspacePlan(
            Optional<String> chain,
            List<PlanStep> steps,
            List<Affordability> outlooks,
            List<Sentence> incomplete,
            List<Sentence> says) {
        public WorkspacePlan {
            steps = List.copyOf(steps);
            outlooks = List.copyOf(outlooks);
            incomplete = List.copyOf(incomplete);
            says = List.copyOf(says);
        }
    }

    /** The plan of the workspace. */
    public WorkspacePlan plan() {
        Optional<Item<ResultsChain>> chain = ResultsChain.planned(view);
        List<PlanStep> steps =
                chain.map(found -> PlanSteps.of(Chain.of(view, found.id()))).orElse(List.of());
        List<Affordability> outlooks = new ArrayList<>();
        List<Sentence> incomplete = new ArrayList<>();
        List<Item<FiscalOutlook>> all = view.list(FiscalOutlook.KIND);
        for (Item<FiscalOutlook> outlook : all) {
            outlook.value()
                    .space()
                    .ifPresentOrElse(
                            space -> outlooks.add(AffordabilityAnalysis.of(
                                    outlook.id().toString(),
                                    steps,
                                    space,
                                    outlook.value().assumed())),
                            () -> incomplete.addAll(outlook.value().refusals()));
        }
        List<Sentence> says = new ArrayList<>();
        if (chain.isEmpty()) {
            says.add(Sentence.of(
                    view.list(ResultsChain.KIND).isEmpty() ? "planning.says.no-chain" : "planning.says.not-adopted"));
        }
        if (all.isEmpty()) {
            says.add(Sentence.of("planning.says.no-outlook"));
        }
        return new WorkspacePlan(chain.map(found -> found.value().title()), steps, outlooks, incomplete, says);
    }
}
