package org.salus.sector.web;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.evidence.Severity;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Pager;
import org.salus.frame.web.TableView;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.ItemJson;
import org.salus.ledger.Outcome;
import org.salus.ledger.Role;
import org.salus.people.SignedIn;
import org.salus.sector.FileProblem;
import org.salus.sector.ImportPreview;
import org.salus.sector.ImportPreview.Doing;
import org.salus.sector.SectorImport;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.SentFile;
import org.salus.workspace.web.Shelf;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
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

/** Brings a file with a sector map into a workspace: choose it, see everything that would change and every problem, then agree. */
@Controller
final class ImportPages {
    private static final int PAGE = 100;
    private static final int SHOWN_PROBLEMS = 30;
    private static final int PROBLEMS_PAGE = 500;
    private static final int LONGEST_LABEL = 200;

    /** In the order in which files tell of them. */
    private static final List<String> KINDS = List.of("actor", "tie", "source");

    private final WorkspaceWeb web;
    private final Shelf<Brought> shelf = Shelf.ofRows(InstantSource.system());

    ImportPages(WorkspaceWeb web) {
        this.web = web;
    }

    /**
     * A file that is looked at.
     *
     * @param done what became of it; empty as long as nobody has agreed
     */
    private record Brought(ImportPreview preview, Optional<Done> done) {}

    /**
     * What was taken in.
     *
     * @param entry the step it became; empty if the file changed nothing
     * @param held how many items of each kind there were before and are now
     */
    record Done(String entry, Map<String, Held> held) {}

    /** How many items there were and are, as far as the reader sees them. */
    record Held(int before, int now) {}

    /** Where a file is chosen. */
    record Choosing(Layout layout, Opened opened, boolean mayWrite, CsrfToken token) {}

    /** What is in a file. */
    record Looking(
            Layout layout,
            Opened opened,
            ImportPreview preview,
            TableView counts,
            Optional<TableView> problems,
            Pager problemsPager,
            TableView changes,
            Pager pager,
            Optional<Done> done,
            CsrfToken token) {
        boolean changesSomething() {
            return !preview.edits().isEmpty();
        }

        long count(Severity severity) {
            return preview.problems().stream()
                    .filter(problem -> problem.severity() == severity)
                    .count();
        }
    }

    @GetMapping("/workspaces/{id}/sector/import")
    ModelAndView choose(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        return new ModelAndView(
                "sector/web/import",
                Map.of(
                        "page",
                        new Choosing(
                                under(opened, here, wording.say("sector.web.import.title")),
                                opened,
                                opened.mayWrite(Role.CONTRIBUTOR),
                                token)));
    }

    /** The frame of a page below the sector map. */
    static Layout under(Opened opened, Address here, String title) {
        return opened.layout(here, title).under(opened.wording().say("sector.web.map"), opened.path("sector"));
    }

    @PostMapping("/workspaces/{id}/sector/import")
    ResponseEntity<Void> bring(
            @PathVariable String id, @RequestParam("file") MultipartFile file, Wording wording, SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        mustWrite(opened);
        ImportPreview preview = SentFile.read(
                file,
                SectorFiles.MOST_BYTES,
                (bytes, name) -> SectorImport.preview(bytes, name, opened.view(), wording.locale()));
        String key = shelf.put(reader, opened.workspace().id(), new Brought(preview, Optional.empty()), preview.rows());
        return to(opened.path("sector/import/" + key));
    }

    /** @throws Failure for those who may only read: better told before a file is read than after it */
    static void mustWrite(Opened opened) {
        if (!opened.view().standing().mayActAs(Role.CONTRIBUTOR)) {
            throw Failure.refused(Sentence.of("ledger.refusal.role", Role.CONTRIBUTOR.label()));
        }
        opened.workspace().whyReadOnly().ifPresent(why -> {
            throw Failure.wrongUse(why);
        });
    }

    static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }

    @GetMapping("/workspaces/{id}/sector/import/{key}")
    ModelAndView look(
            @PathVariable String id,
            @PathVariable String key,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        Brought brought = shelf.get(key, reader, opened.workspace().id());
        ImportPreview preview = brought.preview();
        Layout layout = under(
                        opened,
                        here,
                        wording.say(
                                brought.done().isPresent()
                                        ? "sector.web.import.done.title"
                                        : "sector.web.import.preview.title"))
                .under(wording.say("sector.web.import.title"), opened.path("sector/import"));
        Pager pager = new Pager(here, preview.changes().size(), PAGE, "changes");
        Pager wrong = problemsPager(here, preview.problems());
        return new ModelAndView(
                "sector/web/imported",
                Map.of(
                        "page",
                        new Looking(
                                layout,
                                opened,
                                preview,
                                TableView.of("counts", counts(brought, wording), layout),
                                preview.problems().isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(TableView.of(
                                                        "problems",
                                                        problems(wrong.of(preview.problems()), wording),
                                                        layout)
                                                .withFold(SHOWN_PROBLEMS)),
                                wrong,
                                TableView.of("changes", changes(opened, brought, pager), layout),
                                pager,
                                brought.done(),
                                token)));
    }

    private static Table counts(Brought brought, Wording wording) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("kind", wording.say("sector.web.import.kind")),
                Column.integer("new", wording.say("sector.web.import.new"), ""),
                Column.integer("changed", wording.say("sector.web.import.changed"), ""),
                Column.integer("same", wording.say("sector.web.import.same"), ""),
                Column.integer("all", wording.say("sector.web.import.all"), "")));
        brought.done().ifPresent(done -> {
            columns.add(Column.integer("before", wording.say("sector.web.import.before"), ""));
            columns.add(Column.integer("now", wording.say("sector.web.import.now"), ""));
        });
        List<List<Cell>> rows = new ArrayList<>();
        for (String kind : KINDS) {
            List<Cell> row = new ArrayList<>();
            row.add(Cell.text(wording.say("sector.web.import.kind." + kind)));
            long all = 0;
            for (Doing doing : Doing.values()) {
                long count = brought.preview().count(doing, kind);
                all += count;
                row.add(Cell.number(count));
            }
            row.add(Cell.number(all));
            brought.done().map(done -> done.held().get(kind)).ifPresent(held -> {
                row.add(Cell.number(held.before()));
                row.add(Cell.number(held.now()));
            });
            rows.add(row);
        }
        return new Table(wording.say("sector.web.import.counts"), columns, rows);
    }

    /** A file of a hundred thousand wrong rows has as many problems. */
    static Pager problemsPager(Address here, List<FileProblem> problems) {
        return new Pager(here, problems.size(), PROBLEMS_PAGE, "wrong", "problems");
    }

    /** Every problem with its place, what is wrong, and what to do about it. */
    static Table problems(List<FileProblem> problems, Wording wording) {
        return new Table(
                wording.say("sector.web.import.problems"),
                List.of(
                        Column.text("severity", wording.say("sector.web.import.severity")),
                        Column.text("place", wording.say("sector.web.import.place")),
                        Column.text("column", wording.say("sector.web.import.column")),
                        Column.text("issue", wording.say("sector.web.import.problem")),
                        Column.text("done", wording.say("sector.web.import.to-do"))),
                problems.stream()
                        .map(problem -> List.of(
                                Cell.text(wording.say("sector.web.import.severity." + severity(problem.severity()))),
                                Cell.text(wording.say(problem.place().say())),
                                Cell.text(problem.column()),
                                Cell.text(wording.say(problem.says())),
                                Cell.text(wording.say(problem.toDo()))))
                        .toList());
    }

    private static String severity(Severity severity) {
        return org.salus.framework.Term.codeOf(severity);
    }

    private static Table changes(Opened opened, Brought brought, Pager pager) {
        Wording wording = opened.wording();
        Map<ItemId, Item<?>> edited = new HashMap<>();
        for (Edit edit : brought.preview().edits()) {
            edited.put(edit.item().id(), edit.item());
        }
        return new Table(
                wording.say("sector.web.import.changes"),
                List.of(
                        Column.text("doing", wording.say("sector.web.import.doing")),
                        Column.text("kind", wording.say("sector.web.import.kind")),
                        Column.text("title", wording.say("sector.web.import.what")),
                        Column.text("fields", wording.say("sector.web.import.fields")),
                        Column.text("place", wording.say("sector.web.import.place"))),
                pager.of(brought.preview().changes()).stream()
                        .map(change -> List.of(
                                Cell.text(wording.say("sector.web.import.doing." + word(change.doing()))),
                                Cell.text(wording.say("sector.web.import.one." + change.kind())),
                                title(opened, brought, change),
                                Cell.text(
                                        brought.done().isEmpty() && change.doing() == Doing.CHANGED
                                                ? fields(opened, edited.get(change.item()))
                                                : ""),
                                Cell.text(wording.say(change.place().say()))))
                        .toList());
    }

    private static String word(Doing doing) {
        return org.salus.framework.Term.codeOf(doing);
    }

    /** Leads to the item where there is one already. */
    private static Cell title(Opened opened, Brought brought, ImportPreview.Change change) {
        String label = change.label();
        Cell title = Cell.text(label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) + "…" : label);
        return change.doing() == Doing.NEW && brought.done().isEmpty()
                ? title
                : title.withLink(URI.create(opened.path("items/" + change.item())));
    }

    /** Which parts of an item would say something else. */
    private static String fields(Opened opened, @org.jspecify.annotations.Nullable Item<?> after) {
        if (after == null) {
            return "";
        }
        Optional<Item<?>> before = opened.view().find(after.id());
        if (before.isEmpty()) {
            return "";
        }
        List<String> changed = new ArrayList<>();
        var was = ItemJson.value(before.get());
        var is = ItemJson.value(after);
        Stream.concat(was.propertyNames().stream(), is.propertyNames().stream())
                .distinct()
                .filter(name -> !was.path(name).equals(is.path(name)))
                .forEach(name -> changed.add(opened.faces()
                        .find(after.kind())
                        .flatMap(face -> face.field(name))
                        .map(field -> opened.wording().say(field.label()))
                        .orElse(name)));
        if (!before.get().citations().equals(after.citations())) {
            changed.add(opened.wording().say("sector.web.import.fields.sources"));
        }
        return String.join(", ", changed);
    }

    @PostMapping("/workspaces/{id}/sector/import/{key}/accept")
    ResponseEntity<Void> accept(@PathVariable String id, @PathVariable String key, Wording wording, SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        Brought brought = shelf.get(key, reader, opened.workspace().id());
        if (brought.done().isEmpty()) {
            Outcome outcome = SectorImport.accept(opened.workspace(), reader.id(), brought.preview());
            Outcomes.check(opened, outcome);
            Opened after = web.open(id, reader, wording);
            String entry = outcome instanceof Outcome.Accepted accepted
                    ? accepted.entry().brief()
                    : "";
            shelf.change(
                    key,
                    reader,
                    opened.workspace().id(),
                    before -> new Brought(before.preview(), Optional.of(new Done(entry, held(opened, after)))));
        }
        return to(opened.path("sector/import/" + key));
    }

    private Map<String, Held> held(Opened before, Opened after) {
        Map<String, Held> held = new HashMap<>();
        for (String kind : KINDS) {
            web.workspaces()
                    .kinds()
                    .find(kind)
                    .ifPresent(known -> held.put(
                            kind,
                            new Held(
                                    before.view().list(known).size(),
                                    after.view().list(known).size())));
        }
        return held;
    }

    @PostMapping("/workspaces/{id}/sector/import/{key}/forget")
    ResponseEntity<Void> forget(@PathVariable String id, @PathVariable String key, Wording wording, SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        shelf.end(key, reader, opened.workspace().id());
        return to(opened.path("sector/import"));
    }
}
