package org.salus.evidence.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.evidence.Evidence;
import org.salus.evidence.ImportIssue;
import org.salus.evidence.IssueKind;
import org.salus.evidence.Issues;
import org.salus.evidence.Severity;
import org.salus.evidence.Snapshot;
import org.salus.evidence.SourceVersion;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Layouts;
import org.salus.frame.web.Pager;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What was doubtful in the loaded files: groups first, one by one behind them. */
@Controller
final class IssuePages {
    private static final int PAGE = 100;
    private static final int LONGEST_FILE = 200_000;

    private final Evidence evidence;
    /** The column of files in the list. */
    private static final int FILE = 2;

    private final Layouts layouts;

    IssuePages(Evidence evidence, Layouts layouts) {
        this.layouts = layouts;
        this.evidence = evidence;
    }

    /** Kinds of issues by file, and how many there are of each severity. */
    record Groups(Layout layout, int errors, int warnings, int information, TableView table) {}

    /** Issues one by one. */
    record IssueList(Layout layout, Pager pager, TableView table) {}

    @GetMapping("/data/issues")
    ModelAndView groups(Wording wording, Address here) {
        Snapshot snapshot = evidence.snapshot();
        List<Issues.Group> groups = snapshot.issues().groups();
        Layout layout = layouts.of(wording, here, wording.say("evidence.web.issues.title"))
                .under(wording.say("evidence.web.sources.title"), "/data")
                .from(snapshot.id());
        return new ModelAndView(
                "evidence/web/issues",
                Map.of(
                        "page",
                        new Groups(
                                layout,
                                sum(groups, Severity.ERROR),
                                sum(groups, Severity.WARNING),
                                sum(groups, Severity.INFORMATION),
                                TableView.of("groups", table(snapshot.issues(), groups, wording), layout)
                                        .withFiles(Address.of("/data/issues")))));
    }

    @GetMapping("/data/issues.{form}")
    ResponseEntity<byte[]> groupsAsFile(@PathVariable String form, Wording wording) {
        Snapshot snapshot = evidence.snapshot();
        return TableFiles.answer(
                form,
                "salus-issues",
                table(snapshot.issues(), snapshot.issues().groups(), wording),
                snapshot.id(),
                SourcePages.newest(snapshot),
                layouts.facts(wording),
                wording);
    }

    @GetMapping("/data/issues/list")
    ModelAndView list(Wording wording, Address here) {
        Snapshot snapshot = evidence.snapshot();
        Issues.Filter filter = filter(snapshot, here);
        int total = snapshot.issues().groups().stream()
                .filter(group -> matches(group, filter))
                .mapToInt(group -> Math.min(group.count(), 20_000))
                .sum();
        if (filter.activity() != null) {
            total = snapshot.issues().list(filter, 0, LONGEST_FILE).size();
        }
        Pager pager = new Pager(here, total, PAGE, "");
        Layout layout = layouts.of(wording, here, title(snapshot, filter, wording))
                .under(wording.say("evidence.web.sources.title"), "/data")
                .under(wording.say("evidence.web.issues.title"), "/data/issues")
                .from(snapshot.id());
        Table table = shortened(table(snapshot.issues().list(filter, pager.offset(), PAGE), wording));
        return new ModelAndView(
                "evidence/web/issue-list",
                Map.of(
                        "page",
                        new IssueList(
                                layout,
                                pager,
                                TableView.of("issues", table, layout)
                                        .withFiles(here.without("page")
                                                .at("/data/issues/list", "kind", "severity", "file", "activity")))));
    }

    @GetMapping("/data/issues/list.{form}")
    ResponseEntity<byte[]> listAsFile(@PathVariable String form, Wording wording, Address here) {
        Snapshot snapshot = evidence.snapshot();
        return TableFiles.answer(
                form,
                "salus-issues-list",
                table(snapshot.issues().list(filter(snapshot, here), 0, LONGEST_FILE), wording),
                snapshot.id(),
                SourcePages.newest(snapshot),
                layouts.facts(wording),
                wording);
    }

    private static String title(Snapshot snapshot, Issues.Filter filter, Wording wording) {
        String what = filter.kind() != null
                ? wording.say("evidence.web.kind." + filter.kind().code())
                : wording.say(
                        "evidence.web.issues.all" + (filter.severity() == null ? "" : "." + word(filter.severity())));
        Optional<String> file = snapshot.versions().stream()
                .filter(version -> version.sha256().equals(filter.sha256()))
                .map(SourceVersion::file)
                .findFirst();
        return file.map(name -> wording.say("evidence.web.issues.of", what, name))
                .orElse(what);
    }

    private static boolean matches(Issues.Group group, Issues.Filter filter) {
        return (filter.kind() == null || group.kind() == filter.kind())
                && (filter.severity() == null || group.kind().severity() == filter.severity())
                && (filter.sha256() == null || group.version().sha256().equals(filter.sha256()));
    }

    private static int sum(List<Issues.Group> groups, Severity severity) {
        return groups.stream()
                .filter(group -> group.kind().severity() == severity)
                .mapToInt(Issues.Group::count)
                .sum();
    }

    private static Issues.Filter filter(Snapshot snapshot, Address here) {
        return new Issues.Filter(
                here.choice("kind").map(IssuePages::kind).orElse(null),
                here.choice("severity").map(IssuePages::severity).orElse(null),
                here.choice("file").map(word -> snapshot.version(word).sha256()).orElse(null),
                here.choice("activity").orElse(null));
    }

    private static IssueKind kind(String code) {
        for (IssueKind kind : IssueKind.values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        throw Failure.wrongUse(Sentence.of("frame.problem.value", "kind", code));
    }

    private static Severity severity(String word) {
        for (Severity severity : Severity.values()) {
            if (word(severity).equals(word)) {
                return severity;
            }
        }
        throw Failure.wrongUse(Sentence.of("frame.problem.value", "severity", word));
    }

    static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** Groups as a table, each with one of its issues as an example. */
    static Table table(Issues issues, List<Issues.Group> groups, Wording wording) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Issues.Group group : groups) {
            Optional<ImportIssue> example = example(issues, group);
            rows.add(List.of(
                    Cell.text(wording.say("evidence.web.kind." + group.kind().code()))
                            .withCode(group.kind().code()),
                    Cell.text(
                            wording.say("evidence.severity." + word(group.kind().severity()))),
                    Cell.number(group.count())
                            .withLink(URI.create(Address.of("/data/issues/list")
                                    .with("kind", group.kind().code())
                                    .with("file", group.version().sha256())
                                    .toString())),
                    Cell.text(group.file()),
                    example.map(ImportIssue::place)
                            .map(place -> Cell.text(place.substring(place.lastIndexOf('/') + 1)))
                            .orElse(Cell.blank("")),
                    example.map(issue -> Cell.text(wording.say(issue.sentence())))
                            .orElse(Cell.blank("")),
                    Cell.text(wording.say(group.kind().doneKey()))));
        }
        return new Table(
                wording.say("evidence.web.issues.caption"),
                List.of(
                        Column.text("kind", wording.say("evidence.web.issue")),
                        Column.text("severity", wording.say("evidence.web.severity")),
                        Column.integer("count", wording.say("evidence.web.count"), ""),
                        Column.text("file", wording.say("evidence.web.file")),
                        Column.text("place", wording.say("evidence.web.place")),
                        Column.text("example", wording.say("evidence.web.example")),
                        Column.text("done", wording.say("evidence.web.done"))),
                rows);
    }

    private static Optional<ImportIssue> example(Issues issues, Issues.Group group) {
        return issues.list(new Issues.Filter(group.kind(), null, group.version().sha256(), null), 0, 1).stream()
                .findFirst();
    }

    private static Table table(List<ImportIssue> issues, Wording wording) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ImportIssue issue : issues) {
            rows.add(List.of(
                    Cell.text(wording.say(issue.sentence()))
                            .withCode(issue.kind().code()),
                    Cell.text(wording.say("evidence.severity." + word(issue.severity()))),
                    Cell.text(issue.file()),
                    issue.line() == 0 ? Cell.blank("") : Cell.number(issue.line()),
                    activity(issue.activity()),
                    Cell.text(wording.say(issue.done()))));
        }
        return new Table(
                wording.say("evidence.web.issues.list-caption"),
                List.of(
                        Column.text("issue", wording.say("evidence.web.issue")),
                        Column.text("severity", wording.say("evidence.web.severity")),
                        Column.text("file", wording.say("evidence.web.file")),
                        Column.integer("line", wording.say("evidence.web.line"), ""),
                        Column.text("activity", wording.say("evidence.web.activity")),
                        Column.text("done", wording.say("evidence.web.done"))),
                rows);
    }

    /** On a page, of a file in an archive only its own name; files for machines have the whole way to it. */
    private static Table shortened(Table table) {
        return new Table(
                table.caption(),
                table.columns(),
                table.rows().stream()
                        .map(row -> {
                            List<Cell> cells = new ArrayList<>(row);
                            if (row.get(FILE).content() instanceof Cell.Content.Words words) {
                                cells.set(
                                        FILE,
                                        Cell.text(words.text()
                                                .substring(words.text().lastIndexOf('/') + 1)));
                            }
                            return List.copyOf(cells);
                        })
                        .toList());
    }

    private static Cell activity(@Nullable String identifier) {
        return identifier == null
                ? Cell.blank("")
                : Cell.text(identifier)
                        .withLink(URI.create(
                                Address.of("/activities").with("id", identifier).toString()));
    }
}
