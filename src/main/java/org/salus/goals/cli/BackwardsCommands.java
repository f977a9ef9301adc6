package org.salus.goals.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Evidence;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.goals.BackwardStep;
import org.salus.goals.Backwards;
import org.salus.goals.BackwardsAnswers;
import org.salus.goals.GoalsAnswers;
import org.salus.goals.Ground;
import org.salus.goals.Grounds;
import org.salus.goals.Hole;
import org.salus.goals.Objective;
import org.salus.goals.ResultsChain;
import org.salus.goals.SupportOffer;
import org.salus.goals.cli.GoalsCommand.OneChain;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.portfolio.Period;
import org.salus.portfolio.Supports;
import org.salus.workspace.Faces;
import org.salus.workspace.NoChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Planning backwards in a terminal: the steps, what is on offer at them, and taking it up. */
final class BackwardsCommands {
    private BackwardsCommands() {}

    /** What they share: the answers of one alternative. */
    @Command
    abstract static class Job extends OneChain {
        Job(Faces faces) {
            super(faces);
        }

        @Override
        final int work(Desk desk, Workspace workspace, GoalsAnswers answers, Item<ResultsChain> known) {
            View view = workspace.view(desk.account());
            int done = work(desk, workspace, view, new BackwardsAnswers(workspace, view, terminal.wording()), known);
            return done;
        }

        abstract int work(
                Desk desk, Workspace workspace, View view, BackwardsAnswers answers, Item<ResultsChain> chain);

        /** All support known to a plan, with what is published in the open data of the same folder. */
        final List<SupportOffer> known(View view, Item<ResultsChain> chain) {
            Supports supports = Supports.shipped();
            try (Evidence evidence = Evidence.open(data.folder())) {
                return SupportOffer.known(
                        view, chain.id(), country -> supports.of(evidence.snapshot(), country, Period.ALL));
            }
        }
    }

    /** The steps and the findings on offer. */
    @Command(name = "backwards")
    static final class Asking extends Job {
        @Option(names = "--goal", paramLabel = "GOAL", descriptionKey = "goals.backwards.from")
        private @Nullable String goal;

        Asking(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, BackwardsAnswers answers, Item<ResultsChain> chain) {
            if (format.isJson()) {
                json(answers.tell(chain, Optional.ofNullable(goal)));
                return 0;
            }
            Backwards found = answers.backwards(chain, Optional.ofNullable(goal));
            found.goal()
                    .ifPresent(one -> terminal.say(
                            Sentence.of("goals.cli.backwards.goal", one.value().title())));
            int number = 0;
            for (BackwardStep step : BackwardStep.values()) {
                number++;
                terminal.say(Sentence.of("goals.cli.backwards.step", number, step.label(), state(found, step)));
                for (Hole hole : found.open().getOrDefault(step, List.of())) {
                    terminal.say(Sentence.of(
                            "goals.cli.backwards.hole",
                            hole.says(),
                            hole.fix().says(),
                            hole.fix().path(chain.id())));
                }
            }
            Map<String, List<Item<Objective>>> takenUp = Grounds.takenUp(view);
            for (Ground ground : answers.grounds()) {
                terminal.say(Sentence.of(
                        "goals.cli.ground",
                        ground.source().label(),
                        ground.says(),
                        ground.name(),
                        takenUp.getOrDefault(ground.name(), List.of()).size()));
            }
            return 0;
        }

        private static Sentence state(Backwards found, BackwardStep step) {
            Optional<BackwardStep> first = found.waitsFor(step);
            if (first.isPresent()) {
                return Sentence.of("goals.backwards.waits." + first.get().code());
            }
            if (step == BackwardStep.SUPPORT) {
                return Sentence.of("goals.backwards.look");
            }
            return found.isDone(step)
                    ? Sentence.of("goals.backwards.done")
                    : Sentence.of("goals.backwards.open", found.left(step));
        }
    }

    /** Takes a finding up in an objective. */
    @Command(name = "take-up")
    static final class TakingUp extends Job {
        @Parameters(index = "2", paramLabel = "GROUND", descriptionKey = "goals.take-up.ground")
        private String ground = "";

        @Parameters(index = "3", paramLabel = "TITLE", descriptionKey = "goals.take-up.title")
        private String title = "";

        @Option(names = "--to", paramLabel = "BOX", defaultValue = "", descriptionKey = "goals.take-up.to")
        private String to = "";

        TakingUp(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, BackwardsAnswers answers, Item<ResultsChain> chain) {
            BackwardsAnswers.Begun begun = answers.objective(chain, ground, title, to);
            Outcome outcome = workspace.append(desk.account(), begun.edits(), Reason.EDIT);
            if (format.isJson() && outcome instanceof Outcome.Accepted accepted) {
                json(Map.of("entry", accepted.entry(), "item", begun.objective().id()));
                return 0;
            }
            return told(desk, workspace, outcome);
        }
    }

    /** Known support that could be linked. */
    @Command(name = "offers")
    static final class Offering extends Job {
        @Parameters(index = "2..*", paramLabel = "WORDS", descriptionKey = "goals.offers.words")
        private List<String> words = new ArrayList<>();

        @Option(names = "--area", paramLabel = "CODE", defaultValue = "", descriptionKey = "goals.offers.area")
        private String area = "";

        Offering(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, BackwardsAnswers answers, Item<ResultsChain> chain) {
            Optional<ReformArea> only = area.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            Term.find(ReformArea.class, area).orElseThrow(() -> NoChoice.of(area, ReformArea.class)));
            List<SupportOffer> known = known(view, chain);
            String sought = String.join(" ", words);
            if (format.isJson()) {
                json(answers.offers(chain, known, only, sought));
                return 0;
            }
            List<SupportOffer> found =
                    known.stream().filter(offer -> offer.answers(only, sought)).toList();
            for (SupportOffer offer : found) {
                terminal.say(Sentence.of(
                        "goals.cli.offer",
                        offer.key(),
                        offer.title(),
                        offer.donor(),
                        offer.area().map(ReformArea::code).orElse("?"),
                        Sentence.of(
                                "goals.offer.when",
                                offer.when().from().map(Object::toString).orElse("…"),
                                offer.when().until().map(Object::toString).orElse("…")),
                        offer.from()));
            }
            terminal.say(Sentence.of("goals.offer.count", found.size(), found.size()));
            return 0;
        }
    }

    /** Links known support to a box. */
    @Command(name = "link-support")
    static final class Linking extends Job {
        @Parameters(index = "2", paramLabel = "BOX", descriptionKey = "goals.link-support.box")
        private String box = "";

        @Parameters(index = "3..*", arity = "1..*", paramLabel = "OFFER", descriptionKey = "goals.link-support.offer")
        private List<String> offers = new ArrayList<>();

        Linking(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, BackwardsAnswers answers, Item<ResultsChain> chain) {
            List<Edit> edits = answers.linking(chain, known(view, chain), offers, box);
            return edits.isEmpty() ? 0 : told(desk, workspace, workspace.append(desk.account(), edits, Reason.EDIT));
        }
    }
}
