package org.salus.evidence.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Differences;
import org.salus.evidence.Evidence;
import org.salus.evidence.Snapshot;
import org.salus.evidence.SourceVersion;
import org.salus.frame.cli.DataOption;
import org.salus.frame.cli.FormatOption;
import org.salus.frame.cli.Terminal;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code salus sources}: what is loaded, from where, which version is current; {@code --diff} compares two versions, {@code --set-aside} takes one out. */
@Command(name = "sources")
public final class SourcesCommand implements Callable<Integer> {
    @Option(names = "--diff", arity = "2", paramLabel = "VERSION", descriptionKey = "sources.diff")
    private List<String> diff = new ArrayList<>();

    @Option(names = "--set-aside", paramLabel = "VERSION", descriptionKey = "sources.set-aside")
    private @Nullable String setAside;

    @Option(names = "--put-back", paramLabel = "VERSION", descriptionKey = "sources.put-back")
    private @Nullable String putBack;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private FormatOption format = FormatOption.offering(FormatOption.Format.TEXT, FormatOption.Format.JSON);

    @Mixin
    private Terminal terminal = new Terminal();

    @Override
    public Integer call() {
        if (!diff.isEmpty() && diff.size() != 2) {
            throw Failure.wrongUse(Sentence.of("evidence.sources.two-versions"));
        }
        if (Stream.of(!diff.isEmpty(), setAside != null, putBack != null)
                        .filter(asked -> asked)
                        .count()
                > 1) {
            throw Failure.wrongUse(Sentence.of("evidence.sources.one-thing"));
        }
        boolean json = format.isJson();
        try (Evidence evidence = Evidence.open(data.folder())) {
            if (setAside != null) {
                evidence.loads().setAside(evidence.snapshot().version(setAside));
            } else if (putBack != null) {
                evidence.loads().putBack(evidence.snapshot().version(putBack));
            }
            Snapshot snapshot = evidence.snapshot();
            if (!diff.isEmpty()) {
                Differences differences =
                        snapshot.differences(snapshot.version(diff.getFirst()), snapshot.version(diff.getLast()));
                if (json) {
                    terminal.out().println(JsonMapper.builder().build().writeValueAsString(tree(differences)));
                } else {
                    tell(differences);
                }
            } else if (json) {
                Map<String, Object> answer = new LinkedHashMap<>();
                answer.put("snapshot", snapshot.id());
                answer.put(
                        "sources",
                        snapshot.versions().stream().map(SourcesCommand::tree).toList());
                terminal.out().println(JsonMapper.builder().build().writeValueAsString(answer));
            } else {
                tell(snapshot);
            }
        }
        return 0;
    }

    private void tell(Snapshot snapshot) {
        if (snapshot.versions().isEmpty()) {
            terminal.say(Sentence.of("evidence.sources.none"));
        }
        for (SourceVersion version : snapshot.versions()) {
            terminal.say(Sentence.of(
                    version.current()
                            ? "evidence.sources.current"
                            : version.wasSetAside() ? "evidence.sources.aside" : "evidence.sources.history",
                    version.source(),
                    version.file(),
                    terminal.wording().say(version.kind().key()),
                    version.dataOf().isEmpty()
                            ? terminal.wording().say("evidence.web.stamp.unknown")
                            : terminal.wording().say("evidence.sources.as-of", version.stamp()),
                    version.sha256().substring(0, 12)));
        }
        terminal.say(Sentence.of("evidence.sources.snapshot", snapshot.id()));
    }

    private void tell(Differences differences) {
        terminal.say(Sentence.of(
                "evidence.sources.differences",
                differences.before().file(),
                differences.after().file(),
                differences.added().size(),
                differences.removed().size(),
                differences.changed().size(),
                differences.unchanged()));
        differences.added().forEach(identifier -> terminal.say(Sentence.of("evidence.sources.added", identifier)));
        differences.removed().forEach(identifier -> terminal.say(Sentence.of("evidence.sources.removed", identifier)));
        differences.changed().forEach(identifier -> terminal.say(Sentence.of("evidence.sources.changed", identifier)));
    }

    private static Map<String, Object> tree(SourceVersion version) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("source", version.source());
        out.put("current", version.current());
        out.put("set_aside", version.setAside());
        out.put("file", version.file());
        out.put("origin", version.origin());
        out.put("sha256", version.sha256());
        out.put("kind", version.kind().code());
        out.put("stamp", version.stamp());
        out.put("loaded_at", version.loadedAt());
        out.put("licence", version.licence());
        out.put("activities", version.counts().activities());
        out.put("transactions", version.counts().transactions());
        out.put("events", version.counts().events());
        out.put("values", version.counts().indicatorValues());
        out.put("crs_amounts", version.counts().crsAmounts());
        return out;
    }

    private static Map<String, Object> tree(Differences differences) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("before", differences.before().file());
        out.put("after", differences.after().file());
        out.put("unchanged", differences.unchanged());
        out.put("added", differences.added());
        out.put("removed", differences.removed());
        out.put("changed", differences.changed());
        return out;
    }
}
