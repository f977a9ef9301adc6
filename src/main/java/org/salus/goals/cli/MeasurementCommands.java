package org.salus.goals.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.documents.ChartDrawer;
import org.salus.documents.Version;
import org.salus.evidence.Evidence;
import org.salus.frame.web.DiagramFiles;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.goals.Feeds;
import org.salus.goals.GoalsAnswers;
import org.salus.goals.Indicator;
import org.salus.goals.IndicatorChart;
import org.salus.goals.IndicatorStatus;
import org.salus.goals.MeasuredChain;
import org.salus.goals.Measurement;
import org.salus.goals.MeasurementAnswers;
import org.salus.goals.MeasurementImport;
import org.salus.goals.MeasurementSheet;
import org.salus.goals.MeasurementState;
import org.salus.goals.Owing;
import org.salus.goals.ResultsChain;
import org.salus.goals.TypedMeasurement;
import org.salus.ledger.Digest;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.portfolio.Supports;
import org.salus.workspace.Faces;
import org.salus.workspace.NoChoice;
import org.salus.workspace.cli.OneWorkspaceJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code salus goals} does with measurements. */
final class MeasurementCommands {
    private MeasurementCommands() {}

    /** What every part needs: the alternative with what was measured. */
    @Command
    abstract static class Job extends OneWorkspaceJob {
        @Parameters(index = "1", paramLabel = "CHAIN", descriptionKey = "goals.chain")
        private String chain = "";

        Job(Faces faces) {
            super(faces);
        }

        @Override
        protected final int work(Desk desk, Workspace workspace) throws IOException {
            View view = workspace.view(desk.account());
            GoalsAnswers answers = new GoalsAnswers(view, terminal.wording());
            Item<ResultsChain> known = answers.chain(chain);
            return work(
                    desk,
                    workspace,
                    view,
                    known,
                    MeasuredChain.of(view, answers.model(known), LocalDate.now(Clock.systemUTC())));
        }

        abstract int work(Desk desk, Workspace workspace, View view, Item<ResultsChain> known, MeasuredChain measured)
                throws IOException;
    }

    /** Indicators with their status, and what is owed. */
    @Command(name = "measurements")
    static final class Showing extends Job {
        Showing(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, Item<ResultsChain> known, MeasuredChain measured) {
            List<Feeds.Standing> followed = followed(measured);
            if (format.isJson()) {
                json(MeasurementAnswers.tell(measured, followed, terminal.wording()));
                return 0;
            }
            for (Item<Indicator> indicator : measured.chain().indicators()) {
                IndicatorStatus.Judged judged = measured.status(indicator);
                terminal.say(Sentence.of(
                        "goals.cli.indicator",
                        indicator.value().title(),
                        judged.status().label(),
                        judged.because()));
                for (Item<Measurement> one : measured.of(indicator.id())) {
                    terminal.say(Sentence.of(
                            "goals.cli.measurement",
                            one.value().on(),
                            one.value().group(),
                            one.value().says().isMissing()
                                    ? one.value().says().missing()
                                    : one.value().says().written(),
                            one.value().state().label(),
                            one.id()));
                }
            }
            for (Owing owing : measured.owed()) {
                terminal.say(Sentence.of(
                        "goals.cli.owing",
                        owing.what().label(),
                        owing.due(),
                        owing.indicator().value().title(),
                        owing.indicator().value().measuring().responsible(),
                        owing.remark()));
            }
            for (Feeds.Standing one : followed) {
                if (one.isOpen()) {
                    terminal.say(Sentence.of(
                            "goals.cli.feed",
                            one.indicator().value().title(),
                            one.feed().name(),
                            one.says()));
                }
            }
            return 0;
        }

        /** The open data are opened only for whoever follows some. */
        private List<Feeds.Standing> followed(MeasuredChain measured) {
            if (measured.chain().indicators().stream()
                    .allMatch(indicator -> indicator.value().feed().isEmpty())) {
                return List.of();
            }
            try (Evidence evidence = Evidence.open(data.folder())) {
                return new Feeds(evidence, Supports.shipped()).standings(measured);
            }
        }
    }

    /** Writes the chart of an indicator as a picture. */
    @Command(name = "chart")
    static final class Charting extends Job {
        @Parameters(index = "2", paramLabel = "INDICATOR", descriptionKey = "goals.chart.indicator")
        private String indicator = "";

        @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "goals.picture.out")
        private Path out = Path.of("");

        Charting(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, Item<ResultsChain> known, MeasuredChain measured) {
            String form = ending(out);
            try (ChartDrawer drawer = new ChartDrawer()) {
                terminal.writePrivately(
                        out,
                        DiagramFiles.bytes(
                                form,
                                IndicatorChart.drawing(
                                        measured, measured.indicator(indicator), drawer, terminal.wording())));
            }
            desk.taken(workspace, "goals/chart." + form);
            return 0;
        }
    }

    /** Writes a measurement down. */
    @Command(name = "measure")
    static final class Measuring extends Job {
        @Parameters(index = "2", paramLabel = "INDICATOR", descriptionKey = "goals.measure.indicator")
        private String indicator = "";

        @Parameters(index = "3..*", arity = "1..*", paramLabel = "FIELD=WORDS", descriptionKey = "goals.measure.fields")
        private Map<String, String> typed = new HashMap<>();

        @Option(names = "--submit", descriptionKey = "goals.measure.submit")
        private boolean submit;

        Measuring(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, Item<ResultsChain> known, MeasuredChain measured) {
            for (String field : typed.keySet()) {
                if (!TypedMeasurement.FIELDS.contains(field)) {
                    throw Failure.wrongUse(
                            Sentence.of("goals.measure.no-field", field, String.join(", ", TypedMeasurement.FIELDS)));
                }
            }
            return told(
                    desk,
                    workspace,
                    workspace.append(
                            desk.account(),
                            List.of(TypedMeasurement.edit(
                                    measured.indicator(indicator), typed, submit, view, measured.today())),
                            Reason.EDIT));
        }
    }

    /** Takes the next step with a measurement. */
    @Command(name = "decide")
    static final class Deciding extends Job {
        @Parameters(index = "2", paramLabel = "MEASUREMENT", descriptionKey = "goals.decide.measurement")
        private String measurement = "";

        @Parameters(index = "3", paramLabel = "STATE", descriptionKey = "goals.decide.state")
        private String state = "";

        @Option(names = "--remark", paramLabel = "WORDS", descriptionKey = "goals.decide.remark")
        private String remark = "";

        Deciding(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, Item<ResultsChain> known, MeasuredChain measured) {
            Item<Measurement> one = measured.measurement(measurement);
            MeasurementState next = Term.find(MeasurementState.class, state)
                    .orElseThrow(() -> NoChoice.of(state, MeasurementState.class));
            return told(
                    desk,
                    workspace,
                    workspace.append(
                            desk.account(),
                            List.of(new Edit.Put(one.saying(one.value().step(next, desk.account(), remark.strip())))),
                            Reason.EDIT));
        }
    }

    /** Writes the sheet to fill in. */
    @Command(name = "sheet")
    static final class Forming extends Job {
        @Parameters(index = "2", paramLabel = "FILE", descriptionKey = "goals.sheet.file")
        private Path file = Path.of("");

        Forming(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, Item<ResultsChain> known, MeasuredChain measured) {
            byte[] sheet = MeasurementSheet.of(
                    known.value().title(),
                    measured,
                    new Version(view.heads().first().brief(), workspace.day(desk.account())),
                    terminal.wording());
            terminal.writePrivately(file, sheet);
            desk.taken(workspace, "goals/sheet.xlsx");
            return 0;
        }
    }

    /** Takes a sheet in. */
    @Command(name = "take-sheet")
    static final class Importing extends Job {
        @Parameters(index = "2", paramLabel = "FILE", descriptionKey = "goals.file")
        private String file = "";

        @Option(names = "--preview", descriptionKey = "goals.preview")
        private boolean preview;

        @Option(names = "--submit", descriptionKey = "goals.measure.submit")
        private boolean submit;

        Importing(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, Item<ResultsChain> known, MeasuredChain measured)
                throws IOException {
            MeasurementImport.Preview found =
                    read(file, (bytes, name) -> MeasurementImport.preview(bytes, name, measured, view, submit));
            Optional<Digest> entry = Optional.empty();
            if (!preview && !found.edits().isEmpty()) {
                Outcome outcome = MeasurementImport.accept(workspace, desk.account(), found);
                if (!(outcome instanceof Outcome.Accepted accepted)) {
                    return told(desk, workspace, outcome);
                }
                entry = Optional.of(accepted.entry());
            }
            if (format.isJson()) {
                json(MeasurementAnswers.imported(found, entry, terminal.wording()));
            } else {
                found.problems()
                        .forEach(problem -> terminal.remark(
                                Sentence.of("goals.cli.sheet.problem", problem.place(), problem.says())));
                for (MeasurementImport.Change change : found.changes()) {
                    for (MeasurementImport.Cell cell : change.cells()) {
                        terminal.say(Sentence.of(
                                "goals.cli.sheet.change",
                                change.place(),
                                change.indicator().value().title(),
                                change.on(),
                                change.group(),
                                cell.label(),
                                cell.before(),
                                cell.after()));
                    }
                }
                terminal.say(Sentence.of(
                        entry.isPresent() ? "goals.sheet.done" : "goals.sheet.looked",
                        found.fresh(),
                        found.changed(),
                        found.same(),
                        found.leftOut(),
                        found.rows()));
            }
            if (found.edits().isEmpty() && (found.leftOut() > 0 || found.isTooLong())) {
                throw Failure.wrongUse(
                        Sentence.of("goals.cli.wrong", found.problems().size()));
            }
            return 0;
        }
    }
}
