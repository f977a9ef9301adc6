package org.salus.planning.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.documents.Table;
import org.salus.documents.Version;
import org.salus.frame.cli.Terminal;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.planning.Grouping;
import org.salus.planning.PlanFiles;
import org.salus.planning.Planner;
import org.salus.planning.PlanningBoard;
import org.salus.planning.Roadmap;
import org.salus.planning.ScheduleAnswer;
import org.salus.planning.ScheduleAnswers;
import org.salus.planning.ScheduleQuestion;
import org.salus.planning.ScheduleTables;
import org.salus.workspace.Faces;
import org.salus.workspace.cli.OneWorkspaceJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The steps of a workspace in their order, or what is in the way. */
@Command(name = "schedule")
final class Scheduling extends OneWorkspaceJob {
    @Option(names = "--aim", paramLabel = "AIM", descriptionKey = "plan.schedule.aim")
    private @Nullable String aim;

    @Option(names = "--seconds", paramLabel = "N", descriptionKey = "plan.seconds")
    private @Nullable String seconds;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "plan.seed")
    private @Nullable String seed;

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "plan.schedule.threads")
    private @Nullable String threads;

    @Option(names = "--single-thread", descriptionKey = "plan.schedule.single-thread")
    private boolean isSingleThread;

    @Option(names = "--stability", paramLabel = "N", descriptionKey = "plan.schedule.stability")
    private @Nullable String stability;

    @Option(names = "--against", paramLabel = "PLAN", descriptionKey = "plan.schedule.against")
    private @Nullable String against;

    @Option(names = "--try", paramLabel = "CHANGE", descriptionKey = "plan.schedule.try")
    private @Nullable List<String> tries;

    @Option(names = "--others", descriptionKey = "plan.schedule.others")
    private boolean isWithOthers;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "plan.schedule.out")
    private @Nullable Path out;

    @Option(names = "--kept", paramLabel = "PLAN", descriptionKey = "plan.schedule.kept")
    private @Nullable String kept;

    @Option(names = "--group", paramLabel = "BY", descriptionKey = "plan.schedule.group")
    private @Nullable String group;

    Scheduling(Faces faces) {
        super(faces);
    }

    @Override
    protected int work(Desk desk, Workspace workspace) {
        View view = workspace.view(desk.account());
        ScheduleQuestion question = question();
        Grouping grouping = grouping();
        // Before the search, which may take long.
        Optional.ofNullable(out).map(Scheduling::form).ifPresent(PlanFiles::mediaType);
        if (kept != null) {
            if (out == null) {
                throw Failure.wrongUse(Sentence.of("planning.cli.kept"));
            }
            Roadmap roadmap = new ScheduleAnswers(view, Planner.shipped()).kept(kept);
            terminal.writePrivately(out, file(roadmap, grouping, form(out), workspace, desk, view));
            desk.taken(workspace, "schedule/roadmap." + form(out));
            return 0;
        }
        ScheduleAnswer answer;
        try (Terminal.Progress progress = terminal.progress(Sentence.of("planning.cli.searching"), -1)) {
            answer = new ScheduleAnswers(view, Planner.shipped()).answer(question, new Planner.Watch() {
                @Override
                public void better(long value, long bound) {
                    progress.reached(bound, value);
                }
            });
        }
        if (out != null) {
            terminal.writePrivately(out, file(answer.roadmapOrReason(), grouping, form(out), workspace, desk, view));
            desk.taken(workspace, "schedule/roadmap." + form(out));
        } else if (format.isJson()) {
            json(answer);
        } else {
            tell(answer, PlanningBoard.of(view, Locale.ENGLISH));
            terminal.remark(Sentence.of("planning.standing"));
        }
        return 0;
    }

    private Grouping grouping() {
        String by = group == null ? Grouping.GOAL.code() : group;
        return Grouping.find(by)
                .orElseThrow(() -> Failure.wrongUse(Sentence.of(
                        "planning.roadmap.no-group",
                        by,
                        Stream.of(Grouping.values()).map(Grouping::code).collect(Collectors.joining(", ")))));
    }

    /** The ending of its name. */
    private static String form(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private byte[] file(Roadmap roadmap, Grouping grouping, String form, Workspace workspace, Desk desk, View view) {
        return new PlanFiles(
                        roadmap,
                        view.charter().name(),
                        new Version(
                                view.heads().isEmpty()
                                        ? "empty"
                                        : view.heads().first().brief(),
                                workspace.day(desk.account())),
                        grouping,
                        Optional.of(LocalDate.now(Clock.systemUTC())),
                        List.of())
                .bytes(form, terminal.wording());
    }

    private ScheduleQuestion question() {
        if (isSingleThread && threads != null && !threads.equals("1")) {
            throw Failure.wrongUse(Sentence.of("planning.cli.threads", threads));
        }
        Map<String, String> words = new LinkedHashMap<>();
        put(words, "aim", aim);
        put(words, "seconds", seconds);
        put(words, "seed", seed);
        put(words, "threads", isSingleThread ? "1" : threads);
        put(words, "stability", stability);
        put(words, "against", against);
        put(words, "try", tries == null ? null : String.join(";", tries));
        put(words, "others", isWithOthers ? "yes" : null);
        return ScheduleQuestion.of(name -> Optional.ofNullable(words.get(name)));
    }

    private static void put(Map<String, String> words, String name, @Nullable String value) {
        if (value != null) {
            words.put(name, value);
        }
    }

    private void tell(ScheduleAnswer answer, PlanningBoard board) {
        ScheduleTables tables = new ScheduleTables(terminal.wording(), item -> Optional.empty());
        answer.says().forEach(terminal::say);
        answer.faults().forEach(fault -> terminal.say(fault.says()));
        if (!answer.conflict().isEmpty()) {
            tell(tables.conflict(answer));
            answer.conflict().forEach(clash -> terminal.say(Sentence.of("planning.cli.try", clash.change())));
        }
        answer.assumed().forEach(terminal::say);
        tellIfAny(tables.steps(answer));
        tellIfAny(tables.leftOut(answer));
        tellIfAny(tables.years(answer));
        tellIfAny(tables.loads(answer));
        tellIfAny(tables.others(answer));
        answer.comparison().ifPresent(compared -> {
            tell(tables.moved(compared));
            tell(tables.paid(compared, answer.currency()));
        });
        tellIfAny(tables.missing(answer));
        tellIfAny(tables.offers(board.offered()));
        tellIfAny(tables.unmet(board.offered()));
    }

    private void tellIfAny(Table table) {
        if (!table.rows().isEmpty()) {
            tell(table);
        }
    }
}
