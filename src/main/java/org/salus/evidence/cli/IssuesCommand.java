package org.salus.evidence.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Evidence;
import org.salus.evidence.ImportIssue;
import org.salus.evidence.IssueKind;
import org.salus.evidence.Issues;
import org.salus.evidence.Severity;
import org.salus.evidence.Snapshot;
import org.salus.frame.cli.DataOption;
import org.salus.frame.cli.FormatOption;
import org.salus.frame.cli.Terminal;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code salus issues}: what was doubtful in the loaded files; grouped, or one by one as CSV. */
@Command(name = "issues")
public final class IssuesCommand implements Callable<Integer> {
    private static final int PAGE = 5_000;

    @Parameters(arity = "0..1", paramLabel = "VERSION", descriptionKey = "issues.version")
    private @Nullable String version;

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "issues.kind")
    private @Nullable String kind;

    @Option(names = "--severity", paramLabel = "SEVERITY", descriptionKey = "issues.severity")
    private @Nullable String severity;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private FormatOption format =
            FormatOption.offering(FormatOption.Format.TEXT, FormatOption.Format.JSON, FormatOption.Format.CSV);

    @Mixin
    private Terminal terminal = new Terminal();

    @Override
    public Integer call() {
        FormatOption.Format form = format.chosen();
        IssueKind ofKind = kind == null ? null : kind(kind);
        Severity ofSeverity = severity == null ? null : severity(severity);
        try (Evidence evidence = Evidence.open(data.folder())) {
            Snapshot snapshot = evidence.snapshot();
            String sha256 = version == null ? null : snapshot.version(version).sha256();
            Issues.Filter filter = new Issues.Filter(ofKind, ofSeverity, sha256, null);
            if (form == FormatOption.Format.CSV) {
                csv(snapshot, filter);
                return 0;
            }
            List<Issues.Group> groups = snapshot.issues().groups().stream()
                    .filter(group -> ofKind == null || group.kind() == ofKind)
                    .filter(group -> ofSeverity == null || group.kind().severity() == ofSeverity)
                    .filter(group -> sha256 == null || group.version().sha256().equals(sha256))
                    .toList();
            if (form == FormatOption.Format.JSON) {
                Map<String, Object> answer = new LinkedHashMap<>();
                answer.put("snapshot", snapshot.id());
                answer.put("groups", groups.stream().map(this::tree).toList());
                terminal.out().println(JsonMapper.builder().build().writeValueAsString(answer));
            } else {
                tell(snapshot, groups);
            }
        }
        return 0;
    }

    private void tell(Snapshot snapshot, List<Issues.Group> groups) {
        if (groups.isEmpty()) {
            terminal.say(Sentence.of("evidence.issues.none"));
        }
        for (Issues.Group group : groups) {
            ImportIssue example = example(snapshot, group);
            terminal.say(Sentence.of(
                    "evidence.issues.group",
                    word(group.kind().severity()),
                    group.count(),
                    group.kind().code(),
                    example == null ? group.file() : example.place(),
                    example == null ? "" : terminal.wording().say(example.sentence()),
                    terminal.wording().say(group.kind().doneKey())));
        }
    }

    private static @Nullable ImportIssue example(Snapshot snapshot, Issues.Group group) {
        List<ImportIssue> first = snapshot.issues()
                .list(new Issues.Filter(group.kind(), null, group.version().sha256(), null), 0, 1);
        return first.isEmpty() ? null : first.getFirst();
    }

    private Map<String, Object> tree(Issues.Group group) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("kind", group.kind().code());
        out.put("severity", word(group.kind().severity()));
        out.put("file", group.file());
        out.put("sha256", group.version().sha256());
        out.put("count", group.count());
        out.put("done", terminal.wording().say(group.kind().doneKey()));
        return out;
    }

    private void csv(Snapshot snapshot, Issues.Filter filter) {
        CsvWriter writer = CsvWriter.builder().bufferSize(0).build(terminal.out());
        writer.writeRecord("severity", "kind", "file", "line", "activity", "issue", "done");
        int offset = 0;
        while (true) {
            List<ImportIssue> issues = snapshot.issues().list(filter, offset, PAGE);
            issues.forEach(issue -> writer.writeRecord(
                    word(issue.severity()),
                    issue.kind().code(),
                    issue.file(),
                    issue.line() == 0 ? "" : String.valueOf(issue.line()),
                    issue.activity() == null ? "" : issue.activity(),
                    terminal.wording().say(issue.sentence()),
                    terminal.wording().say(issue.done())));
            if (issues.size() < PAGE) {
                return;
            }
            offset += PAGE;
        }
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static IssueKind kind(String word) {
        try {
            return IssueKind.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw Failure.wrongUse(Sentence.of("evidence.issues.unknown-kind", word));
        }
    }

    private static Severity severity(String word) {
        try {
            return Severity.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Failure.wrongUse(Sentence.of("evidence.issues.unknown-severity", word));
        }
    }
}
