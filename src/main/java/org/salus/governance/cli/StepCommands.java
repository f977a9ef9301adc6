package org.salus.governance.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salus.framework.Sentence;
import org.salus.governance.Assessment;
import org.salus.governance.Institution;
import org.salus.governance.NewRound;
import org.salus.governance.TypedStep;
import org.salus.governance.cli.GovernanceCommand.Job;
import org.salus.governance.cli.GovernanceCommand.OneInstitution;
import org.salus.governance.cli.GovernanceCommand.OneRound;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.workspace.Faces;
import org.salus.workspace.cli.WorkspaceJob.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The steps of a round in a terminal: beginning it, who is assessed and by whom, answers, its stages, reviews, and what the institution's side replies. */
final class StepCommands {
    private StepCommands() {}

    /** Begins a round. */
    @Command(name = "begin")
    static final class Beginning extends Job {
        @Parameters(index = "1", paramLabel = "TITLE", descriptionKey = "governance.begin.title")
        private String title = "";

        @Option(
                names = "--assessors",
                required = true,
                paramLabel = "CODES",
                descriptionKey = "governance.begin.assessors")
        private String assessors = "";

        @Option(names = "--institution", paramLabel = "ACTOR", descriptionKey = "governance.begin.institution")
        private List<String> institutions = new ArrayList<>();

        @Option(names = "--set", paramLabel = "ID", defaultValue = "", descriptionKey = "governance.begin.set")
        private String set = "";

        @Option(names = "--core", descriptionKey = "governance.begin.core")
        private boolean core;

        @Option(names = "--from", paramLabel = "DATE", defaultValue = "", descriptionKey = "governance.begin.from")
        private String from = "";

        @Option(names = "--until", paramLabel = "DATE", defaultValue = "", descriptionKey = "governance.begin.until")
        private String until = "";

        Beginning(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view) {
            NewRound round = NewRound.of(
                    view,
                    title,
                    set,
                    core,
                    assessors,
                    from,
                    until,
                    institutions.stream()
                            .map(words -> TypedStep.actor(view, words).id().toString())
                            .toList());
            Outcome outcome = workspace.append(desk.account(), round.edits(), Reason.EDIT);
            if (outcome instanceof Outcome.Accepted accepted) {
                List<Institution> silent = Assessment.of(
                                workspace,
                                workspace.view(desk.account()),
                                round.id(),
                                terminal.wording().locale())
                        .askedNothing();
                if (format.isJson()) {
                    json(Map.of(
                            "entry",
                            accepted.entry(),
                            "round",
                            round.id(),
                            "asked_nothing",
                            silent.stream().map(Institution::id).toList()));
                } else {
                    terminal.say(Sentence.of("governance.cli.begun", round.id().toString(), title.strip()));
                    if (!silent.isEmpty()) {
                        terminal.say(Sentence.of(
                                "governance.round.nothing",
                                silent.stream().map(Institution::name).collect(Collectors.joining(", "))));
                    }
                }
                return 0;
            }
            return told(desk, workspace, outcome);
        }
    }

    /** What an assessor answers. */
    @Command(name = "answer")
    static final class Answering extends OneRound {
        @Parameters(index = "2", paramLabel = "INSTITUTION", descriptionKey = "governance.institution")
        private String institution = "";

        @Parameters(index = "3", paramLabel = "QUESTION", descriptionKey = "governance.question")
        private String question = "";

        @Parameters(index = "4", paramLabel = "ASSESSOR", descriptionKey = "governance.assessor")
        private String assessor = "";

        @Parameters(
                index = "5",
                paramLabel = "ANSWER",
                arity = "0..1",
                defaultValue = "",
                descriptionKey = "governance.answer.answer")
        private String answer = "";

        @Option(names = "--why", paramLabel = "WORDS", defaultValue = "", descriptionKey = "governance.answer.why")
        private String why = "";

        @Option(
                names = "--confidence",
                paramLabel = "CODE",
                defaultValue = "",
                descriptionKey = "governance.answer.confidence")
        private String confidence = "";

        @Option(
                names = "--sources",
                paramLabel = "TITLES",
                defaultValue = "",
                descriptionKey = "governance.answer.sources")
        private String sources = "";

        Answering(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, Assessment assessment) {
            TypedStep step = TypedStep.answering(
                    assessment,
                    view,
                    terminal.wording().locale(),
                    institution,
                    question,
                    assessor,
                    answer,
                    why,
                    confidence,
                    sources);
            return step.edits().isEmpty() ? 0 : written(desk, workspace, step);
        }
    }

    /** Takes an institution in. */
    @Command(name = "assess")
    static final class Assessing extends OneRound {
        @Parameters(index = "2", paramLabel = "ACTOR", descriptionKey = "governance.begin.institution")
        private String institution = "";

        Assessing(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, Assessment assessment) {
            TypedStep step = TypedStep.assessing(view, assessment.item(), TypedStep.actor(view, institution));
            return step.edits().isEmpty() ? 0 : written(desk, workspace, step);
        }
    }

    /** Adds an assessor, says another office for one, or takes a free seat. */
    @Command(name = "assessor")
    static final class Seating extends OneRound {
        @Parameters(index = "2", paramLabel = "CODE", descriptionKey = "governance.assessor")
        private String code = "";

        @Parameters(
                index = "3",
                paramLabel = "OFFICE",
                arity = "0..1",
                defaultValue = "",
                descriptionKey = "governance.assessor.office")
        private String office = "";

        @Option(names = "--mine", descriptionKey = "governance.assessor.mine")
        private boolean mine;

        Seating(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, Assessment assessment) {
            TypedStep step = TypedStep.seating(
                    assessment.item(), code, office, mine ? Optional.of(desk.account()) : Optional.empty());
            return step.edits().isEmpty() ? 0 : written(desk, workspace, step);
        }
    }

    /** Takes a round to another stage. */
    @Command(name = "stage")
    static final class Staging extends OneRound {
        @Parameters(index = "2", paramLabel = "STAGE", descriptionKey = "governance.stage.code")
        private String stage = "";

        @Option(names = "--why", paramLabel = "WORDS", defaultValue = "", descriptionKey = "governance.stage.reason")
        private String why = "";

        Staging(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, Assessment assessment) {
            TypedStep step = TypedStep.stage(assessment.item(), stage, why);
            return step.edits().isEmpty() ? 0 : written(desk, workspace, step);
        }
    }

    /** Reviews an answer. */
    @Command(name = "review")
    static final class Reviewing extends OneInstitution {
        @Parameters(index = "3", paramLabel = "QUESTION", descriptionKey = "governance.question")
        private String question = "";

        @Parameters(index = "4", paramLabel = "ASSESSOR", descriptionKey = "governance.assessor")
        private String assessor = "";

        @Parameters(index = "5", paramLabel = "VERDICT", descriptionKey = "governance.review.verdict")
        private String verdict = "";

        @Option(names = "--text", paramLabel = "WORDS", defaultValue = "", descriptionKey = "governance.review.text")
        private String text = "";

        Reviewing(Faces faces) {
            super(faces);
        }

        @Override
        TypedStep step(Assessment assessment, String institution) {
            return TypedStep.review(TypedStep.answer(assessment, institution, question, assessor), verdict, text);
        }
    }

    /** Writes down what the side of an institution replied. */
    @Command(name = "reply")
    static final class Replying extends OneInstitution {
        @Parameters(index = "3", paramLabel = "REPLY", descriptionKey = "governance.reply.reply")
        private String reply = "";

        @Option(
                names = "--question",
                paramLabel = "ID",
                defaultValue = "",
                descriptionKey = "governance.reply.question")
        private String question = "";

        @Option(names = "--text", paramLabel = "WORDS", defaultValue = "", descriptionKey = "governance.reply.text")
        private String text = "";

        @Option(names = "--by", paramLabel = "OFFICE", defaultValue = "", descriptionKey = "governance.reply.by")
        private String by = "";

        @Option(names = "--date", paramLabel = "DATE", defaultValue = "", descriptionKey = "governance.reply.date")
        private String date = "";

        @Option(
                names = "--document",
                paramLabel = "WORDS",
                defaultValue = "",
                descriptionKey = "governance.reply.document")
        private String document = "";

        Replying(Faces faces) {
            super(faces);
        }

        @Override
        TypedStep step(Assessment assessment, String institution) {
            return TypedStep.reply(assessment, institution, question, reply, text, by, date, document);
        }
    }
}
