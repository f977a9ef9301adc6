package org.salus.evidence.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.LoadReport;
import org.salus.evidence.LoadReport.FileReport;
import org.salus.evidence.LoadReport.Outcome;
import org.salus.evidence.PartCounts;
import org.salus.evidence.Progress;
import org.salus.evidence.Severity;
import org.salus.evidence.SourceVersion;
import org.salus.frame.cli.DataOption;
import org.salus.frame.cli.FormatOption;
import org.salus.frame.cli.Terminal;
import org.salus.framework.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code salus load}: takes files in. Exit codes: 0 all files read; 1 a named file could not be read, the others are kept; 2 wrong use. */
@Command(name = "load")
public final class LoadCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "load.files")
    private List<String> files = new ArrayList<>();

    @Option(names = "--source", paramLabel = "NAME", descriptionKey = "load.source")
    private @Nullable String source;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private FormatOption format = FormatOption.offering(FormatOption.Format.TEXT, FormatOption.Format.JSON);

    @Mixin
    private Terminal terminal = new Terminal();

    @Override
    public Integer call() {
        boolean json = format.isJson();
        try (Inputs inputs = new Inputs();
                Evidence evidence = Evidence.open(data.folder())) {
            List<LoadInput> found = inputs.of(files, System.in);
            LoadReport report;
            try (Watch watch = new Watch(terminal)) {
                report = evidence.loads().load(found, source, watch).with(inputs.failed());
            }
            if (json) {
                terminal.out().println(JsonMapper.builder().build().writeValueAsString(tree(report, evidence)));
            } else {
                report.files().forEach(file -> tell(file, alsoIn(file, evidence)));
            }
            for (FileReport file : report.files()) {
                if (file.failure() != null) {
                    terminal.remark(Sentence.of(
                            "evidence.load.failed",
                            file.line() > 0 ? file.file() + ":" + file.line() : file.file(),
                            terminal.wording().say(file.failure())));
                }
            }
            return report.hasFailures() ? 1 : 0;
        }
    }

    /** Which other sources have the same activities. */
    private static Map<String, Integer> alsoIn(FileReport file, Evidence evidence) {
        SourceVersion version = file.version();
        return version == null || file.outcome() != Outcome.LOADED ? Map.of() : evidence.alsoIn(version);
    }

    private void tell(FileReport file, Map<String, Integer> alsoIn) {
        SourceVersion version = file.version();
        if (file.outcome() == Outcome.SKIPPED) {
            terminal.say(Sentence.of("evidence.load.outcome.skipped", file.file()));
        }
        if (version == null) {
            return;
        }
        PartCounts counts = version.counts();
        terminal.say(Sentence.of(
                "evidence.load.outcome." + file.outcome().name().toLowerCase(Locale.ROOT),
                file.file(),
                terminal.wording().say(version.kind().key()),
                version.source()));
        if (file.outcome() == Outcome.UNCHANGED) {
            return;
        }
        if (file.replaced() != null) {
            terminal.say(Sentence.of("evidence.load.replaced", file.replaced()));
        }
        number("activities", counts.activities(), counts.transactions());
        number("events", counts.events(), 0);
        number("values", counts.indicatorValues(), 0);
        number("crs", counts.crsAmounts(), 0);
        number("outlines", counts.outlines(), 0);
        number("treaty-acts", counts.actsOnTreaties(), 0);
        alsoIn.forEach((source, count) -> terminal.say(Sentence.of("evidence.load.also-in", count, source)));
        if (!counts.issues().isEmpty()) {
            terminal.say(Sentence.of(
                    "evidence.load.issues",
                    counts.issues(Severity.ERROR),
                    counts.issues(Severity.WARNING),
                    counts.issues(Severity.INFORMATION)));
        }
    }

    private void number(String what, int count, int more) {
        if (count > 0) {
            terminal.say(Sentence.of("evidence.load.count." + what, count, more));
        }
    }

    private Map<String, Object> tree(LoadReport report, Evidence evidence) {
        List<Object> list = new ArrayList<>();
        long activities = 0;
        long transactions = 0;
        Map<Severity, Integer> issues = new LinkedHashMap<>();
        for (FileReport file : report.files()) {
            list.add(tree(file, alsoIn(file, evidence)));
            if (file.version() != null) {
                activities += file.version().counts().activities();
                transactions += file.version().counts().transactions();
                for (Severity severity : Severity.values()) {
                    issues.merge(severity, file.version().counts().issues(severity), Integer::sum);
                }
            }
        }
        Map<String, Object> totals = new LinkedHashMap<>();
        totals.put("files", report.files().size());
        totals.put(
                "failed",
                report.files().stream()
                        .filter(f -> f.outcome() == Outcome.FAILED)
                        .count());
        totals.put("activities", activities);
        totals.put("transactions", transactions);
        totals.put("issues", words(issues));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("files", list);
        answer.put("totals", totals);
        answer.put("snapshot", report.snapshot());
        return answer;
    }

    private Map<String, Object> tree(FileReport file, Map<String, Integer> alsoIn) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("file", file.file());
        SourceVersion version = file.version();
        out.put("sha256", version == null ? null : version.sha256());
        out.put("kind", version == null ? null : version.kind().code());
        out.put("version", version == null ? null : version.counts().version());
        out.put("source", version == null ? null : version.source());
        out.put("outcome", file.outcome().name().toLowerCase(Locale.ROOT));
        out.put("replaced", file.replaced());
        if (file.failure() != null) {
            out.put("error", terminal.wording().say(file.failure()));
            out.put("line", file.line() == 0 ? null : file.line());
        }
        PartCounts counts = version == null ? null : version.counts();
        out.put("activities", counts == null ? 0 : counts.activities());
        out.put("transactions", counts == null ? 0 : counts.transactions());
        out.put("locations", counts == null ? 0 : counts.locations());
        out.put("events", counts == null ? 0 : counts.events());
        out.put("values", counts == null ? 0 : counts.indicatorValues());
        out.put("crs_amounts", counts == null ? 0 : counts.crsAmounts());
        out.put("outlines", counts == null ? 0 : counts.outlines());
        out.put("treaty_acts", counts == null ? 0 : counts.actsOnTreaties());
        out.put("also_in", alsoIn);
        out.put("issues", words(counts == null ? Map.of() : counts.issues()));
        return out;
    }

    private static Map<String, Integer> words(Map<Severity, Integer> issues) {
        Map<String, Integer> out = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            out.put(severity.name().toLowerCase(Locale.ROOT), issues.getOrDefault(severity, 0));
        }
        return out;
    }

    /** Shows in the terminal which of how many files is being read, and how much of it. */
    private static final class Watch implements Progress, AutoCloseable {
        private final Terminal terminal;
        private Terminal.Progress bar = Terminal.Progress.UNSEEN;
        private long size;
        private long told;

        Watch(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void file(String name, int number, int of, long bytes) {
            bar.close();
            size = bytes;
            told = 0;
            bar = terminal.progress(Sentence.of("evidence.load.progress", number, of, name), bytes);
        }

        @Override
        public void read(long bytes) {
            if (bytes - told > 1 << 18) {
                told = bytes;
                bar.reached(bytes, size);
            }
        }

        @Override
        public boolean isCancelled() {
            return Thread.currentThread().isInterrupted();
        }

        @Override
        public void close() {
            bar.reached(size, size);
            bar.close();
        }
    }
}
