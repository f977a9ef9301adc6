package org.salus.evidence.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.evidence.Differences;
import org.salus.evidence.Evidence;
import org.salus.evidence.PartCounts;
import org.salus.evidence.Severity;
import org.salus.evidence.Snapshot;
import org.salus.evidence.SourceVersion;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Layouts;
import org.salus.frame.web.Numerals;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.Wording;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is loaded: sources with their licence, every load, what differs between two versions. */
@Controller
final class SourcePages {
    private final Evidence evidence;
    private static final int SHOWN_LOADS = 15;

    private final Layouts layouts;

    SourcePages(Evidence evidence, Layouts layouts) {
        this.layouts = layouts;
        this.evidence = evidence;
    }

    /** Sources as they count now, and every version that was ever loaded. */
    record Sources(Layout layout, boolean isEmpty, TableView current, TableView loads) {}

    @GetMapping("/data")
    ModelAndView sources(Wording wording, Address here) {
        Snapshot snapshot = evidence.snapshot();
        Layout layout = layouts.of(wording, here, wording.say("evidence.web.sources.title"))
                .from(snapshot.id());
        return new ModelAndView(
                "evidence/web/sources",
                Map.of(
                        "page",
                        new Sources(
                                layout,
                                snapshot.versions().isEmpty(),
                                TableView.of("sources", current(snapshot, wording), layout)
                                        .withFiles(Address.of("/data/sources")),
                                TableView.of("loads", loads(snapshot, wording), layout)
                                        .withFold(SHOWN_LOADS)
                                        .withFiles(Address.of("/data/loads")))));
    }

    @GetMapping("/data/{table:sources|loads}.{form}")
    ResponseEntity<byte[]> file(@PathVariable String table, @PathVariable String form, Wording wording) {
        Snapshot snapshot = evidence.snapshot();
        return TableFiles.answer(
                form,
                "salus-" + table,
                table.equals("sources") ? current(snapshot, wording) : loads(snapshot, wording),
                snapshot.id(),
                newest(snapshot),
                layouts.facts(wording),
                wording);
    }

    /** What is different in one of two versions. */
    record Difference(
            Layout layout,
            Differences differences,
            List<String> added,
            List<String> removed,
            List<String> changed,
            TableView files) {}

    @GetMapping("/data/differences")
    ModelAndView differences(@RequestParam String before, @RequestParam String after, Wording wording, Address here) {
        Snapshot snapshot = evidence.snapshot();
        Differences differences = snapshot.differences(snapshot.version(before), snapshot.version(after));
        Layout layout = layouts.of(
                        wording,
                        here,
                        wording.say(
                                "evidence.web.differences.title",
                                differences.after().source()))
                .under(wording.say("evidence.web.sources.title"), "/data")
                .from(snapshot.id());
        return new ModelAndView(
                "evidence/web/differences",
                Map.of(
                        "page",
                        new Difference(
                                layout,
                                differences,
                                first(differences.added()),
                                first(differences.removed()),
                                first(differences.changed()),
                                TableView.of("differences", table(differences, wording), layout)
                                        .withFiles(here))));
    }

    @GetMapping("/data/differences.{form}")
    ResponseEntity<byte[]> differencesAsFile(
            @PathVariable String form, @RequestParam String before, @RequestParam String after, Wording wording) {
        Snapshot snapshot = evidence.snapshot();
        return TableFiles.answer(
                form,
                "salus-differences",
                table(snapshot.differences(snapshot.version(before), snapshot.version(after)), wording),
                snapshot.id(),
                newest(snapshot),
                layouts.facts(wording),
                wording);
    }

    private static Table table(Differences differences, Wording wording) {
        List<List<Cell>> rows = new ArrayList<>();
        Map.of("added", differences.added(), "changed", differences.changed(), "removed", differences.removed())
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(list -> list.getValue()
                        .forEach(identifier -> rows.add(List.of(
                                Cell.text(wording.say("evidence.web.differences." + list.getKey()))
                                        .withCode(list.getKey()),
                                Cell.text(identifier)))));
        return new Table(
                wording.say(
                        "evidence.web.differences.caption",
                        differences.before().file(),
                        differences.after().file()),
                List.of(
                        Column.text("change", wording.say("evidence.web.differences.change")),
                        Column.text("activity", wording.say("evidence.web.differences.activity"))),
                rows);
    }

    private static List<String> first(List<String> identifiers) {
        return identifiers.subList(0, Math.min(500, identifiers.size()));
    }

    /** The day a table of a snapshot is of: that of its newest data. */
    static LocalDate newest(Snapshot snapshot) {
        return snapshot.versions().stream()
                .map(SourceVersion::dataOf)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.EPOCH);
    }

    private static Table current(Snapshot snapshot, Wording wording) {
        List<List<Cell>> rows = new ArrayList<>();
        Map<String, String> licences = snapshot.observations().licences();
        for (SourceVersion version : snapshot.versions()) {
            if (version.current()) {
                PartCounts counts = version.counts();
                int values = counts.indicatorValues()
                        + counts.crsAmounts()
                        + counts.events()
                        + counts.outlines()
                        + counts.actsOnTreaties();
                rows.add(List.of(
                        Cell.text(version.source()),
                        licence(version, licences, wording),
                        Cell.text(wording.say(version.kind().key()))
                                .withCode(version.kind().code()),
                        count(counts.activities()),
                        count(counts.transactions()),
                        count(values),
                        years(counts),
                        issues(version),
                        Cell.text(version.file())));
            }
        }
        return new Table(
                wording.say("evidence.web.sources.caption"),
                List.of(
                        Column.text("source", wording.say("evidence.web.source")),
                        Column.text("licence", wording.say("evidence.web.licence")),
                        Column.text("kind", wording.say("evidence.web.kind")),
                        Column.integer("activities", wording.say("evidence.web.activities"), ""),
                        Column.integer("transactions", wording.say("evidence.web.transactions"), ""),
                        Column.integer("values", wording.say("evidence.web.values"), ""),
                        Column.text("years", wording.say("evidence.web.years")),
                        Column.integer("issues", wording.say("evidence.web.issues"), ""),
                        Column.text("file", wording.say("evidence.web.file"))),
                rows);
    }

    private static Table loads(Snapshot snapshot, Wording wording) {
        List<SourceVersion> newestFirst = new ArrayList<>(snapshot.versions());
        newestFirst.sort(Comparator.comparing(SourceVersion::loadedAt).reversed());
        List<List<Cell>> rows = new ArrayList<>();
        for (SourceVersion version : newestFirst) {
            rows.add(List.of(
                    Cell.text(version.file()),
                    Cell.text(version.source()),
                    state(version, wording),
                    day(version.loadedAt()),
                    version.dataOf()
                            .map(Cell::day)
                            .orElseGet(() -> Cell.blank(wording.say("evidence.web.stamp.unknown"))),
                    Cell.text(version.sha256().substring(0, 12)).withCode(version.sha256()),
                    before(snapshot, version, wording)));
        }
        return new Table(
                wording.say("evidence.web.loads.caption"),
                List.of(
                        Column.text("file", wording.say("evidence.web.file")),
                        Column.text("source", wording.say("evidence.web.source")),
                        Column.text("state", wording.say("evidence.web.state")),
                        Column.date("loaded", wording.say("evidence.web.loaded")),
                        Column.date("data_of", wording.say("evidence.web.stamp")),
                        Column.text("sha256", wording.say("evidence.web.sha256")),
                        Column.text("difference", wording.say("evidence.web.difference"))),
                rows);
    }

    private static Cell state(SourceVersion version, Wording wording) {
        String aside = version.setAside();
        return Cell.text(
                aside != null
                        ? wording.say("evidence.web.aside", new Numerals(wording).day(aside))
                        : wording.say(version.current() ? "evidence.web.current" : "evidence.web.history"));
    }

    /** A link to what changed against the version of the same source before. */
    private static Cell before(Snapshot snapshot, SourceVersion version, Wording wording) {
        return snapshot.versions().stream()
                .filter(other -> other.source().equals(version.source())
                        && other.stamp().compareTo(version.stamp()) < 0
                        && version.counts().activities() > 0)
                .max(Comparator.comparing(SourceVersion::stamp))
                .map(other -> Cell.text(wording.say("evidence.web.differs-from", other.file()))
                        .withLink(URI.create(Address.of("/data/differences")
                                .with("before", other.sha256())
                                .with("after", version.sha256())
                                .toString())))
                .orElseGet(() -> Cell.blank(""));
    }

    private static Cell count(int number) {
        return number == 0 ? Cell.blank("") : Cell.number(number);
    }

    private static Cell years(PartCounts counts) {
        Integer first = counts.firstYear();
        return first == null
                ? Cell.blank("")
                : Cell.text(first.equals(counts.lastYear()) ? first.toString() : first + "–" + counts.lastYear());
    }

    private static Cell licence(SourceVersion version, Map<String, String> licences, Wording wording) {
        String licence = version.licence() == null ? licences.get(version.source()) : version.licence();
        return licence == null ? Cell.blank(wording.say("evidence.web.licence.unknown")) : Cell.text(licence);
    }

    private static Cell issues(SourceVersion version) {
        int sum = 0;
        for (Severity severity : Severity.values()) {
            sum += version.counts().issues(severity);
        }
        return sum == 0
                ? Cell.number(0)
                : Cell.number(sum)
                        .withLink(URI.create(Address.of("/data/issues/list")
                                .with("file", version.sha256())
                                .toString()));
    }

    private static Cell day(String stamp) {
        return stamp.matches("\\d{4}-\\d{2}-\\d{2}.*")
                ? Cell.day(LocalDate.parse(stamp.substring(0, 10)))
                : Cell.blank(stamp);
    }
}
