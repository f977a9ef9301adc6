package org.salus.evidence.web;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadReport;
import org.salus.evidence.PartCounts;
import org.salus.evidence.Snapshot;
import org.salus.evidence.SourceVersion;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Layouts;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.people.Administrator;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * Taking files in by the browser: choose, see what they are and what is doubtful, agree or give up, see the counts. For administrators: what is loaded
 * everybody sees. Somebody alone at a machine is one.
 */
@Controller
final class UploadPages {
    private static final String FILES = "files";
    private static final String PROBLEMS = "problems";

    private final Uploads uploads;
    private final Evidence evidence;
    private final Layouts layouts;

    UploadPages(Uploads uploads, Evidence evidence, Layouts layouts) {
        this.evidence = evidence;
        this.layouts = layouts;
        this.uploads = uploads;
    }

    /** Where files are chosen. */
    record Choosing(Layout layout, CsrfToken token, List<SourceVersion> counting, List<SourceVersion> aside) {
        /** By what a form names a loaded file: the same bytes may stand under two sources. */
        static String key(SourceVersion version) {
            return version.sha256() + " " + version.source();
        }
    }

    /** How far an upload has come, and what became of it. */
    record Watching(
            Layout layout,
            Upload.Standing upload,
            int of,
            CsrfToken token,
            Optional<TableView> files,
            List<Sentence> alsoIn,
            Optional<TableView> issues) {
        String state() {
            LoadReport report = upload.report();
            boolean isNothingRead = report != null
                    && report.files().stream().allMatch(file -> file.outcome() == LoadReport.Outcome.FAILED);
            return upload.state() == Upload.State.PREVIEW && isNothingRead
                    ? "unreadable"
                    : upload.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @GetMapping("/data/load")
    ModelAndView choose(Administrator who, Wording wording, Address here, CsrfToken token) {
        List<SourceVersion> versions = evidence.snapshot().versions();
        return new ModelAndView(
                "evidence/web/load",
                Map.of(
                        "page",
                        new Choosing(
                                layout(wording, here),
                                token,
                                versions.stream().filter(SourceVersion::current).toList(),
                                versions.stream()
                                        .filter(SourceVersion::wasSetAside)
                                        .toList())));
    }

    /** Sets a loaded file aside. */
    @PostMapping("/data/load/aside")
    ResponseEntity<Void> setAside(Administrator who, @RequestParam String version) {
        evidence.loads().setAside(meant(version));
        return toLoads();
    }

    /** Puts a file back that was set aside. */
    @PostMapping("/data/load/back")
    ResponseEntity<Void> putBack(Administrator who, @RequestParam String version) {
        evidence.loads().putBack(meant(version));
        return toLoads();
    }

    private SourceVersion meant(String version) {
        return evidence.snapshot().versions().stream()
                .filter(loaded -> Choosing.key(loaded).equals(version))
                .findFirst()
                .orElseThrow(() -> Failure.notFound(Sentence.of("evidence.failure.unknown-version", version)));
    }

    private static ResponseEntity<Void> toLoads() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/data#loads"))
                .build();
    }

    @PostMapping("/data/load")
    ResponseEntity<Void> begin(Administrator who, @RequestParam("files") List<MultipartFile> files) {
        return to(uploads.begin(files).id());
    }

    @GetMapping("/data/load/{id}")
    ModelAndView watch(Administrator who, @PathVariable String id, Wording wording, Address here, CsrfToken token) {
        Upload upload = get(id);
        Layout layout = layouts.of(wording, here, wording.say("evidence.web.upload.title"))
                .under(wording.say("evidence.web.sources.title"), "/data")
                .under(wording.say("evidence.web.load.title"), "/data/load");
        Upload.Standing standing = upload.standing();
        return new ModelAndView(
                "evidence/web/upload",
                Map.of(
                        "page",
                        new Watching(
                                layout,
                                standing,
                                upload.files().size(),
                                token,
                                files(standing, wording)
                                        .map(table -> TableView.of("files", table, layout)
                                                .withNotes("reason")
                                                .withFiles(Address.of(path(id) + "/" + FILES))),
                                alsoIn(standing),
                                problems(upload, standing, wording)
                                        .map(table -> TableView.of("issues", withoutLinks(table), layout)
                                                .withFiles(Address.of(path(id) + "/" + PROBLEMS))))));
    }

    /** One of the two tables of an upload as a file: what was recognised or taken in, or what was doubtful in the preview. */
    @GetMapping("/data/load/{id}/{table}.{form}")
    ResponseEntity<byte[]> asFile(
            Administrator who,
            @PathVariable String id,
            @PathVariable String table,
            @PathVariable String form,
            Wording wording) {
        Upload upload = get(id);
        Upload.Standing standing = upload.standing();
        Optional<Table> wanted = switch (table) {
            case FILES -> files(standing, wording);
            case PROBLEMS -> problems(upload, standing, wording).map(UploadPages::withoutLinks);
            default -> Optional.empty();
        };
        return TableFiles.answer(
                form,
                "salus-load-" + table,
                wanted.orElseThrow(() -> Failure.notFound(Sentence.of("frame.problem.no-such-file", table))),
                id,
                newest(standing),
                List.of(),
                wording);
    }

    /** Which activities other sources have, too; before the files are taken in nobody knows. */
    private List<Sentence> alsoIn(Upload.Standing standing) {
        LoadReport report = standing.report();
        if (report == null || standing.state() != Upload.State.DONE) {
            return List.of();
        }
        List<Sentence> found = new ArrayList<>();
        for (LoadReport.FileReport file : report.files()) {
            SourceVersion version = file.version();
            if (version != null) {
                evidence.alsoIn(version)
                        .forEach((source, count) ->
                                found.add(Sentence.of("evidence.web.load.also-in", count, source, file.file())));
            }
        }
        return found;
    }

    /** The day the files are of. */
    private static LocalDate newest(Upload.Standing standing) {
        return Optional.ofNullable(standing.report()).stream()
                .flatMap(report -> report.files().stream())
                .map(LoadReport.FileReport::version)
                .filter(Objects::nonNull)
                .map(SourceVersion::dataOf)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.EPOCH);
    }

    private Optional<Table> problems(Upload upload, Upload.Standing standing, Wording wording) {
        if (standing.state() != Upload.State.PREVIEW) {
            return Optional.empty();
        }
        try (Evidence preview = uploads.preview(upload, upload.folder())) {
            Snapshot snapshot = preview.snapshot();
            return Optional.of(snapshot.issues().groups())
                    .filter(groups -> !groups.isEmpty())
                    .map(groups -> IssuePages.table(snapshot.issues(), groups, wording));
        }
    }

    private static Optional<Table> files(Upload.Standing standing, Wording wording) {
        return Optional.ofNullable(standing.report())
                .filter(report -> standing.state() != Upload.State.CANCELLED)
                .map(report -> files(report, standing.state(), wording));
    }

    @PostMapping("/data/load/{id}/accept")
    ResponseEntity<Void> accept(Administrator who, @PathVariable String id) {
        uploads.accept(get(id));
        return to(id);
    }

    @PostMapping("/data/load/{id}/cancel")
    ResponseEntity<Void> cancel(Administrator who, @PathVariable String id) throws IOException {
        uploads.cancel(get(id));
        return to(id);
    }

    private static ResponseEntity<Void> to(String id) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path(id)))
                .build();
    }

    private static String path(String id) {
        return "/data/load/" + id;
    }

    private Layout layout(Wording wording, Address here) {
        return layouts.of(wording, here, wording.say("evidence.web.load.title"))
                .under(wording.say("evidence.web.sources.title"), "/data");
    }

    private Upload get(String id) {
        return uploads.find(id)
                .orElseThrow(() -> Failure.notFound(Sentence.of("evidence.web.load.gone"))
                        .advising(Sentence.of("evidence.web.load.gone.advice")));
    }

    /** The list behind a group exists only once the files are taken in. */
    private static Table withoutLinks(Table table) {
        List<List<Cell>> rows = table.rows().stream()
                .map(row -> row.stream()
                        .map(cell -> new Cell(cell.content(), cell.code(), cell.tint(), Optional.empty()))
                        .toList())
                .toList();
        return new Table(table.caption(), table.columns(), rows);
    }

    private static Table files(LoadReport report, Upload.State state, Wording wording) {
        List<List<Cell>> rows = new ArrayList<>();
        boolean done = state == Upload.State.DONE;
        for (LoadReport.FileReport file : report.files()) {
            SourceVersion version = file.version();
            String outcome = file.outcome().name().toLowerCase(Locale.ROOT);
            List<Cell> row = new ArrayList<>();
            row.add(Cell.text(file.file()));
            Sentence failure = file.failure();
            row.add(failure == null ? Cell.blank("") : Cell.text(wording.say(failure)));
            if (version == null) {
                row.add(Cell.blank(""));
                row.add(Cell.blank(""));
                row.add(Cell.blank(""));
                row.add(Cell.blank(""));
                row.add(Cell.blank(""));
            } else {
                PartCounts counts = version.counts();
                row.add(Cell.text(wording.say(version.kind().key()))
                        .withCode(version.kind().code()));
                row.add(Cell.text(version.source()));
                row.add(Cell.number(counts.activities()));
                row.add(Cell.number(counts.transactions()));
                row.add(Cell.number(counts.events()
                        + counts.indicatorValues()
                        + counts.crsAmounts()
                        + counts.outlines()
                        + counts.actsOnTreaties()));
            }
            row.add(Cell.text(wording.say("evidence.web." + (done ? "outcome." : "preview.") + outcome)));
            rows.add(row);
        }
        return new Table(
                wording.say(done ? "evidence.web.load.taken-in" : "evidence.web.load.recognised"),
                List.of(
                        Column.text("file", wording.say("evidence.web.file")),
                        Column.text("reason", wording.say("evidence.web.reason")),
                        Column.text("kind", wording.say("evidence.web.kind")),
                        Column.text("source", wording.say("evidence.web.source")),
                        Column.integer("activities", wording.say("evidence.web.activities"), ""),
                        Column.integer("transactions", wording.say("evidence.web.transactions"), ""),
                        Column.integer("values", wording.say("evidence.web.values"), ""),
                        Column.text("outcome", wording.say("evidence.web.outcome"))),
                rows);
    }
}
