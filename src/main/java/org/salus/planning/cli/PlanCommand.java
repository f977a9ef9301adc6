package org.salus.planning.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.salus.frame.AnswerJson;
import org.salus.frame.cli.FormatOption;
import org.salus.frame.cli.Terminal;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.planning.PlanRequest;
import org.salus.planning.Planner;
import org.salus.planning.ProjectAnswer;
import org.salus.planning.ProjectFile;
import org.salus.planning.ScheduleProblem;
import org.salus.workspace.Faces;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code salus plan FILE.sm}: the shortest plan of a project of the PSPLIB; and what can be told of the plan of a workspace. */
@Command(name = "plan")
public final class PlanCommand implements Callable<Integer> {
    private static final long MOST_BYTES = 5_000_000;
    private static final double LONGEST_SECONDS = 86_400;
    private static final int MOST_THREADS = 64;

    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", descriptionKey = "plan.file")
    private @Nullable Path file;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "10", descriptionKey = "plan.seconds")
    private double seconds = 10;

    @Option(names = "--threads", paramLabel = "N", defaultValue = "8", descriptionKey = "plan.threads")
    private int threads = 8;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "plan.seed")
    private int seed = 1;

    @Mixin
    private FormatOption format = FormatOption.offering(FormatOption.Format.TEXT, FormatOption.Format.JSON);

    @Mixin
    private Terminal terminal = new Terminal();

    /** The command with its parts, for what all rooms add to workspaces. */
    public static CommandLine of(Faces faces) {
        return new CommandLine(new PlanCommand())
                .addSubcommand(new Affording(faces))
                .addSubcommand(new Scheduling(faces))
                .addSubcommand(new Agreeing(faces))
                .addSubcommand(new Saying(faces))
                .addSubcommand(new Bringing(faces));
    }

    @Override
    public Integer call() {
        if (file == null) {
            if (spec != null) {
                spec.commandLine().usage(spec.commandLine().getOut());
            }
            return 0;
        }
        boolean json = format.isJson();
        if (!(seconds > 0 && seconds <= LONGEST_SECONDS) || threads < 1 || threads > MOST_THREADS || seed < 0) {
            throw Failure.wrongUse(Sentence.of("planning.cli.bounds", LONGEST_SECONDS, MOST_THREADS));
        }
        String name = String.valueOf(file.getFileName());
        ScheduleProblem problem = ProjectFile.read(name, text(file));
        PlanRequest request = PlanRequest.of(PlanRequest.Aim.SHORTEST, seconds).with(threads, seed);
        ProjectAnswer answer;
        try (Terminal.Progress progress = terminal.progress(Sentence.of("planning.cli.searching"), -1)) {
            answer = ProjectAnswer.of(name, problem, request, Planner.shipped(), new Planner.Watch() {
                @Override
                public void better(long value, long bound) {
                    progress.reached(bound, value);
                }
            });
        }
        if (json) {
            terminal.out().println(AnswerJson.in(terminal.wording()).writeValueAsString(answer));
        } else {
            tell(answer);
        }
        return 0;
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw Failure.wrongUse(Sentence.of("planning.cli.too-large", file.toString(), MOST_BYTES));
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException missing) {
            throw new Failure(
                    Failure.Kind.NOT_FOUND, Sentence.of("planning.cli.no-file", file.toString()), null, missing);
        } catch (IOException failed) {
            throw Failure.notPossible(Sentence.of("planning.cli.not-read", file.toString()), failed);
        }
    }

    private void tell(ProjectAnswer answer) {
        terminal.say(Sentence.of("planning.cli.project", answer.file(), answer.jobs(), answer.resources()));
        if (answer.makespan().isEmpty()) {
            terminal.say(Sentence.of("planning.cli.nothing", answer.seconds()));
            return;
        }
        if (answer.optimal()) {
            terminal.say(Sentence.of("planning.cli.optimal", answer.makespan().get()));
        } else {
            terminal.say(Sentence.of(
                    "planning.cli.feasible",
                    answer.makespan().get(),
                    answer.bound().orElse(0L)));
        }
        answer.startTimes()
                .forEach(job -> terminal.say(Sentence.of("planning.cli.job", job.job(), job.start(), job.finish())));
    }
}
