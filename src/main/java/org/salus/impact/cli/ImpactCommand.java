package org.salus.impact.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.salus.frame.AnswerJson;
import org.salus.frame.cli.FormatOption;
import org.salus.frame.cli.Terminal;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.impact.Impact;
import org.salus.impact.ImpactAnswer;
import org.salus.impact.MethodGuide;
import org.salus.impact.PanelQuestion;
import org.salus.impact.PanelTable;
import org.salus.impact.ReplicationScript;
import org.salus.workspace.Faces;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code salus impact}: asks a table whether something worked, by a method of one's choice, or asks which method would do. */
@Command(name = "impact", synopsisSubcommandLabel = "COMMAND")
public final class ImpactCommand implements Runnable {
    private static final int SHOWN = 12;

    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** The command with its parts, for what all rooms add to workspaces. */
    public static CommandLine of(Faces faces) {
        return new CommandLine(new ImpactCommand())
                .addSubcommand(new Guide())
                .addSubcommand(StudyCommands.of(faces))
                .addSubcommand(new SurveyCommand())
                .addSubcommand(RoundCommands.of(faces))
                .addSubcommand(new Series())
                .addSubcommand(new Differences())
                .addSubcommand(new Synthetic())
                .addSubcommand(new SyntheticDifferences())
                .addSubcommand(new ContributionCommands.Claims(faces))
                .addSubcommand(new ContributionCommands.Outcomes(faces))
                .addSubcommand(new ContributionCommands.Noting(faces));
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** What every method needs. */
    @Command
    abstract static class Job implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "impact.file")
        private String file = "";

        @Option(names = "--time", required = true, paramLabel = "COLUMN", descriptionKey = "impact.time")
        private String time = "";

        @Option(names = "--outcome", required = true, paramLabel = "COLUMN", descriptionKey = "impact.outcome")
        private String outcome = "";

        @Option(names = "--from", paramLabel = "TIME", descriptionKey = "impact.from")
        private @Nullable String from;

        @Option(names = "--without", paramLabel = "UNIT", descriptionKey = "impact.without")
        private List<String> without = List.of();

        @Option(names = "--script", paramLabel = "OUT", descriptionKey = "impact.script")
        private @Nullable String script;

        @Mixin
        private FormatOption format = FormatOption.offering(FormatOption.Format.TEXT, FormatOption.Format.JSON);

        @Mixin
        private Terminal terminal = new Terminal();

        abstract @Nullable String unit();

        abstract List<String> treated();

        abstract ImpactAnswer ask(PanelTable table, PanelQuestion question);

        PanelQuestion question() {
            return new PanelQuestion(unit(), time, outcome, treated(), from, without, List.of(), null, null);
        }

        @Override
        public Integer call() {
            boolean isJson = format.isJson();
            PanelTable table = read();
            PanelQuestion question = question();
            ImpactAnswer answer = ask(table, question);
            if (isJson) {
                terminal.out().println(AnswerJson.in(terminal.wording()).writeValueAsString(answer));
            } else {
                new Told(terminal).tell(answer);
            }
            if (script != null) {
                String text = ReplicationScript.of(table, question, answer, script);
                terminal.write(path(script), text.getBytes(StandardCharsets.UTF_8));
            }
            return 0;
        }

        private PanelTable read() {
            return read(file);
        }

        /** The table in a file of that name. */
        static PanelTable read(String file) {
            return read(file, PanelTable::read);
        }

        /** Reads what a file of somebody's holds. */
        interface Reading<T> {
            /** What is in it; the name is for what is said about it. */
            T read(InputStream bytes, String name) throws IOException;
        }

        /** What a file of that name holds. */
        static <T> T read(String file, Reading<T> reading) {
            Path path = path(file);
            if (!Files.exists(path)) {
                throw Failure.notFound(Sentence.of("impact.file.missing", file));
            }
            if (Files.isDirectory(path)) {
                throw Failure.notFound(Sentence.of("impact.file.folder", file));
            }
            try (InputStream bytes = Files.newInputStream(path)) {
                return reading.read(bytes, file);
            } catch (AccessDeniedException denied) {
                throw Failure.notPossible(Sentence.of("impact.file.no-permission", file), denied);
            } catch (IOException unreadable) {
                throw Failure.notPossible(
                        Sentence.of("impact.file.unreadable", file, String.valueOf(unreadable.getMessage())),
                        unreadable);
            }
        }

        static Path path(String text) {
            try {
                return Path.of(text);
            } catch (InvalidPathException impossible) {
                throw Failure.notFound(Sentence.of("impact.file.missing", text));
            }
        }
    }

    /** What methods that compare units need. */
    @Command
    abstract static class Comparison extends Job {
        @Option(names = "--unit", required = true, paramLabel = "COLUMN", descriptionKey = "impact.unit")
        private String unit = "";

        @Option(names = "--treated", required = true, paramLabel = "UNIT|COLUMN", descriptionKey = "impact.treated")
        private List<String> treated = List.of();

        @Override
        String unit() {
            return unit;
        }

        @Override
        List<String> treated() {
            return treated;
        }
    }

    @Command(name = "its")
    static final class Series extends Job {
        @Option(names = "--unit", paramLabel = "COLUMN", descriptionKey = "impact.unit")
        private @Nullable String unit;

        @Option(names = "--treated", paramLabel = "UNIT|COLUMN", descriptionKey = "impact.treated")
        private List<String> treated = List.of();

        @Option(names = "--model", paramLabel = "MODEL", descriptionKey = "impact.model")
        private String model = "linear";

        @Option(names = "--errors", paramLabel = "ERRORS", descriptionKey = "impact.errors")
        private String errors = "newey-west";

        @Option(names = "--season", paramLabel = "TIMES", descriptionKey = "impact.season")
        private int season;

        @Option(names = "--harmonics", paramLabel = "PAIRS", descriptionKey = "impact.harmonics")
        private int harmonics = 1;

        @Override
        @Nullable
        String unit() {
            return unit;
        }

        @Override
        List<String> treated() {
            return treated;
        }

        @Override
        ImpactAnswer ask(PanelTable table, PanelQuestion question) {
            return Impact.interrupted(table, question, model, errors, season, harmonics);
        }
    }

    @Command(name = "did")
    static final class Differences extends Comparison {
        @Override
        ImpactAnswer ask(PanelTable table, PanelQuestion question) {
            return Impact.differences(table, question);
        }
    }

    @Command(name = "sdid")
    static final class SyntheticDifferences extends Comparison {
        @Override
        ImpactAnswer ask(PanelTable table, PanelQuestion question) {
            return Impact.syntheticDifferences(table, question);
        }
    }

    @Command(name = "synth")
    static final class Synthetic extends Comparison {
        @Option(names = "--predictors", paramLabel = "LIST", descriptionKey = "impact.predictors")
        private List<String> predictors = List.of();

        @Option(names = "--fit", paramLabel = "WINDOW", descriptionKey = "impact.fit")
        private @Nullable String fit;

        @Option(names = "--effect", paramLabel = "WINDOW", descriptionKey = "impact.effect")
        private @Nullable String effect;

        @Option(names = "--search", paramLabel = "SEARCH", descriptionKey = "impact.search")
        private String search = "usual";

        @Override
        PanelQuestion question() {
            PanelQuestion plain = super.question();
            return new PanelQuestion(
                    plain.unit(),
                    plain.time(),
                    plain.outcome(),
                    plain.treated(),
                    plain.from(),
                    plain.without(),
                    predictors,
                    fit,
                    effect);
        }

        @Override
        ImpactAnswer ask(PanelTable table, PanelQuestion question) {
            return Impact.synthetic(table, question, search);
        }
    }

    @Command(name = "guide")
    static final class Guide implements Callable<Integer> {
        @Option(names = "--treated", required = true, paramLabel = "NUMBER", descriptionKey = "impact.guide.treated")
        private int treated;

        @Option(names = "--controls", required = true, paramLabel = "NUMBER", descriptionKey = "impact.guide.controls")
        private int controls;

        @Option(names = "--before", required = true, paramLabel = "NUMBER", descriptionKey = "impact.guide.before")
        private int before;

        @Option(names = "--after", required = true, paramLabel = "NUMBER", descriptionKey = "impact.guide.after")
        private int after;

        @Option(names = "--counts", descriptionKey = "impact.guide.counts")
        private boolean counts;

        @Option(names = "--staggered", descriptionKey = "impact.guide.staggered")
        private boolean staggered;

        @Option(names = "--something-else", descriptionKey = "impact.guide.something-else")
        private boolean somethingElse;

        @Option(names = "--reaches-controls", descriptionKey = "impact.guide.reaches-controls")
        private boolean reachesControls;

        @Mixin
        private FormatOption format = FormatOption.offering(FormatOption.Format.TEXT, FormatOption.Format.JSON);

        @Mixin
        private Terminal terminal = new Terminal();

        @Override
        public Integer call() {
            boolean isJson = format.isJson();
            MethodGuide.Guidance guidance = MethodGuide.of(new MethodGuide.Situation(
                    treated, controls, before, after, counts, !staggered, somethingElse, reachesControls));
            if (isJson) {
                terminal.out().println(AnswerJson.in(terminal.wording()).writeValueAsString(guidance));
                return 0;
            }
            terminal.say(guidance.says());
            guidance.methods()
                    .forEach(each -> terminal.say(Sentence.of(
                            each.isAllowed() ? "impact.guide.line.yes" : "impact.guide.line.no",
                            each.method(),
                            each.why())));
            guidance.otherWays().forEach(each -> terminal.say(Sentence.of("impact.told.item", each)));
            terminal.say(guidance.question());
            return 0;
        }
    }

    /** An answer for people: the verdict first, then what it rests on. */
    record Told(Terminal terminal) {
        void tell(ImpactAnswer answer) {
            tell(answer, answer.verdict());
        }

        /** The same with a verdict that knows more than the figures. */
        void tell(ImpactAnswer answer, ImpactAnswer.Verdict verdict) {
            ImpactAnswer.Data data = answer.data();
            terminal.say(verdict.says());
            terminal.say(Sentence.of(
                    "impact.told.data",
                    String.join(", ", data.treated().stream().limit(SHOWN).toList()),
                    data.from(),
                    data.controls(),
                    data.before(),
                    data.after()));
            ImpactAnswer.Estimate estimate = answer.estimate();
            terminal.say(Sentence.of("impact.told.estimate", estimate.what(), number(estimate.value())));
            if (estimate.lower() != null && estimate.upper() != null) {
                terminal.say(Sentence.of(
                        "impact.told.interval",
                        number(estimate.lower()),
                        number(estimate.upper()),
                        estimate.interval()));
            } else {
                terminal.say(Sentence.of("impact.told.item", estimate.interval()));
            }
            if (estimate.p() != null) {
                terminal.say(Sentence.of("impact.told.p", number(estimate.p())));
            }
            answer.fit()
                    .forEach(
                            each -> terminal.say(Sentence.of("impact.told.figure", each.says(), number(each.value()))));
            weights("impact.told.weights", answer.weights());
            weights("impact.told.predictors", answer.predictorWeights());
            weights("impact.told.times", answer.timeWeights());
            answer.coefficients().stream()
                    .limit(60)
                    .forEach(each -> terminal.say(
                            each.standardError() == null
                                    ? Sentence.of("impact.told.coefficient", each.name(), number(each.value()))
                                    : Sentence.of(
                                            "impact.told.coefficient-error",
                                            each.name(),
                                            number(each.value()),
                                            number(each.standardError()))));
            answer.tests().forEach(each -> terminal.say(Sentence.of("impact.told.item", each.says())));
            placebos(answer, "in_space");
            placebos(answer, "in_time");
            placebos(answer, "without");
            answer.alternatives()
                    .forEach(each ->
                            terminal.say(Sentence.of("impact.told.alternative", each.says(), number(each.effect()))));
            terminal.say(Sentence.of("impact.told.assumptions"));
            answer.assumptions().forEach(each -> terminal.say(Sentence.of("impact.told.item", each)));
            terminal.say(answer.spillover());
            terminal.say(Sentence.of("impact.told.choices"));
            answer.choices().forEach(each -> terminal.say(Sentence.of("impact.told.item", each)));
        }

        private void weights(String key, List<ImpactAnswer.Weight> weights) {
            if (!weights.isEmpty()) {
                terminal.say(Sentence.of(
                        key,
                        String.join(
                                "; ",
                                weights.stream()
                                        .limit(SHOWN)
                                        .map(each -> each.name() + " " + number(each.weight()))
                                        .toList()),
                        Math.max(0, weights.size() - SHOWN)));
            }
        }

        private void placebos(ImpactAnswer answer, String kind) {
            List<ImpactAnswer.Placebo> all = answer.placebos().stream()
                    .filter(each -> each.kind().equals(kind))
                    .toList();
            if (!all.isEmpty()) {
                terminal.say(Sentence.of(
                        "impact.told.placebos." + kind.replace('_', '-'),
                        all.size(),
                        number(all.stream()
                                .mapToDouble(ImpactAnswer.Placebo::effect)
                                .min()
                                .orElseThrow()),
                        number(all.stream()
                                .mapToDouble(ImpactAnswer.Placebo::effect)
                                .max()
                                .orElseThrow())));
            }
        }

        /** Seven digits, as many as a figure of a study is ever compared by. */
        private static String number(double figure) {
            return new java.math.BigDecimal(figure)
                    .round(new java.math.MathContext(7))
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }
}
