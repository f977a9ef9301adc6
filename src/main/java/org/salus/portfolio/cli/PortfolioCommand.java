package org.salus.portfolio.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Evidence;
import org.salus.frame.web.Address;
import org.salus.framework.Sentence;
import org.salus.ledger.Edit;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.portfolio.OrganisationAnswers;
import org.salus.portfolio.OrganisationJudgements;
import org.salus.portfolio.OrganisationQuestion;
import org.salus.portfolio.OrganisationVerdict;
import org.salus.portfolio.Organisations;
import org.salus.portfolio.ReviewAnswers;
import org.salus.portfolio.ReviewQuestion;
import org.salus.portfolio.ReviewQueue;
import org.salus.portfolio.Supports;
import org.salus.portfolio.TypedJudgement;
import org.salus.portfolio.TypedOrganisations;
import org.salus.workspace.Faces;
import org.salus.workspace.cli.OneWorkspaceJob;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code salus portfolio}: judging which reform area activities support, as on pages and in the API. */
@Command(name = "portfolio", synopsisSubcommandLabel = "COMMAND")
public final class PortfolioCommand implements Runnable {
    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** The command with its parts, for what all rooms add to workspaces. */
    public static CommandLine of(Faces faces) {
        return new CommandLine(new PortfolioCommand())
                .addSubcommand(new Queue(faces))
                .addSubcommand(new Judging(faces))
                .addSubcommand(new Labels(faces))
                .addSubcommand(new Listing(faces))
                .addSubcommand(new Same(faces))
                .addSubcommand(new Apart(faces));
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** What every part needs: the open data of the same folder, and the question. */
    @Command
    abstract static class Job extends OneWorkspaceJob {
        @Option(names = "--country", paramLabel = "ISO3", descriptionKey = "portfolio.review.country")
        private @Nullable String country;

        Job(Faces faces) {
            super(faces);
        }

        @Override
        protected final int work(Desk desk, Workspace workspace) {
            View view = workspace.view(desk.account());
            try (Evidence evidence = Evidence.open(data.folder())) {
                ReviewAnswers answers = ReviewAnswers.of(
                        evidence.snapshot(),
                        Supports.shipped(),
                        view,
                        ReviewQuestion.of(asked().with("country", country), view.charter()),
                        terminal.wording());
                return work(desk, workspace, view, answers);
            }
        }

        Address asked() {
            return Address.of("");
        }

        abstract int work(Desk desk, Workspace workspace, View view, ReviewAnswers answers);
    }

    /** What to look at first. */
    @Command(name = "queue")
    static final class Queue extends Job {
        @Option(names = "--state", paramLabel = "STATE", descriptionKey = "portfolio.review.state")
        private @Nullable String state;

        @Option(names = "--area", paramLabel = "CODE", descriptionKey = "portfolio.review.area")
        private @Nullable String area;

        @Option(names = "--order", paramLabel = "ORDER", descriptionKey = "portfolio.review.order")
        private @Nullable String order;

        @Option(names = "--words", paramLabel = "TEXT", descriptionKey = "portfolio.review.q")
        private @Nullable String words;

        Queue(Faces faces) {
            super(faces);
        }

        @Override
        Address asked() {
            return Address.of("")
                    .with("state", state)
                    .with("area", area)
                    .with("order", order)
                    .with("q", words);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, ReviewAnswers answers) {
            if (format.isJson()) {
                json(answers.answer());
                return 0;
            }
            ReviewQueue queue = answers.queue();
            for (ReviewQueue.Line line : queue.lines()) {
                terminal.say(Sentence.of(
                        "portfolio.cli.line",
                        line.sorted().activity().identifier(),
                        line.proposed().area().code(),
                        line.proposed().confidence().toPlainString(),
                        line.judgement().map(item -> item.value().area().code()).orElse(""),
                        line.money().toBigInteger().toString(),
                        line.sorted().activity().title()));
            }
            terminal.remark(Sentence.of("portfolio.review.lead", queue.total()));
            terminal.remark(Sentence.of("portfolio.review.judged", queue.judged(), queue.agreed()));
            return 0;
        }
    }

    /** Judges activities. */
    @Command(name = "judge")
    static final class Judging extends Job {
        @Parameters(index = "1..*", paramLabel = "ACTIVITY", descriptionKey = "portfolio.judge.activity")
        private List<String> activities = new ArrayList<>();

        @Option(names = "--area", paramLabel = "CODE", descriptionKey = "portfolio.judge.area")
        private String area = "";

        @Option(names = "--second", paramLabel = "CODE", descriptionKey = "portfolio.judge.second")
        private String second = "";

        @Option(names = "--percent", paramLabel = "N", descriptionKey = "portfolio.judge.percent")
        private String percent = "";

        @Option(names = "--why", paramLabel = "TEXT", descriptionKey = "portfolio.judge.why")
        private String why = "";

        Judging(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, ReviewAnswers answers) {
            List<Edit> edits = TypedJudgement.of(area, second, percent, why).edits(answers.queue(), activities);
            if (edits.isEmpty()) {
                if (format.isJson()) {
                    json(Map.of("judged", 0));
                } else {
                    terminal.say(Sentence.of("portfolio.cli.nothing-new"));
                }
                return 0;
            }
            return told(desk, workspace, workspace.append(desk.account(), edits, Reason.EDIT));
        }
    }

    /** Writes what a sorter can learn from. */
    @Command(name = "labels")
    static final class Labels extends Job {
        @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "portfolio.labels.file")
        private Path file = Path.of("");

        Labels(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, ReviewAnswers answers) {
            String labels = answers.labels("workspace-" + workspace.id());
            terminal.writePrivately(file, labels.getBytes(StandardCharsets.UTF_8));
            desk.taken(workspace, "portfolio/labels.tsv");
            terminal.remark(Sentence.of("portfolio.cli.labels", labels.lines().count() - 1));
            return 0;
        }
    }

    /** What parts about organisations need. */
    @Command
    abstract static class OrganisationJob extends OneWorkspaceJob {
        @Option(names = "--country", paramLabel = "ISO3", descriptionKey = "portfolio.review.country")
        private @Nullable String country;

        OrganisationJob(Faces faces) {
            super(faces);
        }

        @Override
        protected final int work(Desk desk, Workspace workspace) {
            View view = workspace.view(desk.account());
            try (Evidence evidence = Evidence.open(data.folder())) {
                OrganisationQuestion question =
                        OrganisationQuestion.of(asked().with("country", country), view.charter());
                OrganisationJudgements judgements = OrganisationJudgements.of(view);
                Organisations organisations =
                        Organisations.of(evidence.snapshot().activities().in(question.country()), judgements);
                return work(desk, workspace, view, question, judgements, organisations);
            }
        }

        Address asked() {
            return Address.of("");
        }

        abstract int work(
                Desk desk,
                Workspace workspace,
                View view,
                OrganisationQuestion question,
                OrganisationJudgements judgements,
                Organisations organisations);
    }

    /** The organisations of a country. */
    @Command(name = "organisations")
    static final class Listing extends OrganisationJob {
        @Mixin
        private OrganisationChoices choices = new OrganisationChoices();

        Listing(Faces faces) {
            super(faces);
        }

        @Override
        Address asked() {
            return choices.asked();
        }

        @Override
        int work(
                Desk desk,
                Workspace workspace,
                View view,
                OrganisationQuestion question,
                OrganisationJudgements judgements,
                Organisations organisations) {
            if (format.isJson()) {
                json(new OrganisationAnswers(terminal.wording()).answer(organisations, judgements, question));
            } else {
                choices.tell(terminal, organisations, question);
            }
            return 0;
        }
    }

    /** Says something of organisations. */
    @Command
    abstract static class Saying extends OrganisationJob {
        private final OrganisationVerdict verdict;

        @Parameters(index = "1..*", arity = "2..*", paramLabel = "KEY", descriptionKey = "portfolio.organisation.key")
        private List<String> keys = new ArrayList<>();

        @Option(names = "--why", required = true, paramLabel = "TEXT", descriptionKey = "portfolio.organisation.why")
        private String why = "";

        Saying(Faces faces, OrganisationVerdict verdict) {
            super(faces);
            this.verdict = verdict;
        }

        @Override
        int work(
                Desk desk,
                Workspace workspace,
                View view,
                OrganisationQuestion question,
                OrganisationJudgements judgements,
                Organisations organisations) {
            List<Edit> edits =
                    TypedOrganisations.of(verdict.code(), List.of(keys), why).edits(organisations, view);
            if (edits.isEmpty()) {
                if (format.isJson()) {
                    json(Map.of("said", 0));
                } else {
                    terminal.say(Sentence.of("portfolio.cli.nothing-new"));
                }
                return 0;
            }
            return told(desk, workspace, workspace.append(desk.account(), edits, Reason.EDIT));
        }
    }

    /** They are one. */
    @Command(name = "same")
    static final class Same extends Saying {
        Same(Faces faces) {
            super(faces, OrganisationVerdict.SAME);
        }
    }

    /** They are not the same. */
    @Command(name = "apart")
    static final class Apart extends Saying {
        Apart(Faces faces) {
            super(faces, OrganisationVerdict.APART);
        }
    }
}
