package org.salus.impact.web;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableView;
import org.salus.framework.Wording;
import org.salus.impact.PanelTable;
import org.salus.impact.Readers;
import org.salus.impact.StudySources;
import org.salus.impact.StudySources.Brought;
import org.salus.impact.TypedStudy;
import org.salus.ledger.Reason;
import org.salus.people.SignedIn;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.SentFile;
import org.salus.workspace.web.Shelf;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A table that somebody brings: looked at first, then reduced to the columns that are wanted. What is not wanted is not kept, nor is the file. */
@Controller
final class BroughtPages {
    private static final long MOST_BYTES = 16L << 20;
    private static final int SHOWN_ROWS = 8;
    private static final int SHOWN_COLUMNS = 30;

    private final WorkspaceWeb web;
    private final StudySources sources;
    private final Shelf<Brought> shelf = Shelf.ofRows(InstantSource.system());

    BroughtPages(WorkspaceWeb web, StudySources sources) {
        this.web = web;
        this.sources = sources;
    }

    /** For whom it can be kept. */
    record Kept(String code, String label, boolean isChosen) {}

    /** The page. */
    record Looking(
            Layout layout,
            Opened opened,
            String key,
            String name,
            int rows,
            List<String> heads,
            TableView first,
            String origin,
            List<Kept> keeping,
            CsrfToken token) {
        String path(String below) {
            return opened.path("impact/brought/" + key + below);
        }
    }

    private Opened writing(String id, SignedIn reader, Wording wording) {
        Opened opened = web.open(id, reader, wording);
        TypedStudy.requireWriter(opened.view());
        return opened;
    }

    private ResponseEntity<Void> look(Opened opened, Brought brought) {
        String key = shelf.put(
                opened.reader(),
                opened.workspace().id(),
                brought,
                brought.table().rows().size());
        return StudyPages.to(opened.path("impact/brought/" + key));
    }

    /** Looks at a file. */
    @StandsOn("/workspaces/{id}/impact")
    @PostMapping("/workspaces/{id}/impact/tables")
    ResponseEntity<Void> file(
            @PathVariable String id, @RequestParam("file") MultipartFile file, Wording wording, SignedIn reader) {
        Opened opened = writing(id, reader, wording);
        PanelTable table = SentFile.read(file, MOST_BYTES, PanelTable::read);
        return look(opened, new Brought(table, "", List.of()));
    }

    /**
     * Looks at a series of the loaded open data.
     *
     * @param series which one
     * @param since first year; all there are where it is empty
     * @param until last year
     * @param beside whether all other countries that have it are set beside it
     */
    @StandsOn("/workspaces/{id}/impact")
    @PostMapping("/workspaces/{id}/impact/series")
    ResponseEntity<Void> series(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String series,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "false") boolean beside,
            Wording wording,
            SignedIn reader) {
        Opened opened = writing(id, reader, wording);
        return look(opened, sources.open(opened.view(), series, since, until, beside, wording));
    }

    /** Looks at what was measured of an indicator. */
    @StandsOn("/workspaces/{id}/impact")
    @PostMapping("/workspaces/{id}/impact/measured")
    ResponseEntity<Void> measured(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String indicator,
            Wording wording,
            SignedIn reader) {
        Opened opened = writing(id, reader, wording);
        return look(opened, StudySources.measured(opened.view(), indicator, wording));
    }

    @GetMapping("/workspaces/{id}/impact/brought/{key}")
    ModelAndView looking(
            @PathVariable String id,
            @PathVariable String key,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        here.knowing();
        Opened opened = web.open(id, reader, wording);
        Brought brought = shelf.get(key, reader, opened.workspace().id());
        Layout layout = opened.layout(here, wording.say("impact.brought.title"), token)
                .under(wording.say("impact.place"), opened.path("impact"));
        return new ModelAndView(
                "impact/web/brought",
                "page",
                new Looking(
                        layout,
                        opened,
                        key,
                        brought.table().name(),
                        brought.table().rows().size(),
                        brought.table().heads().stream()
                                .filter(head -> !head.isBlank())
                                .toList(),
                        TableView.of("first-rows", first(brought.table(), wording), layout),
                        brought.origin(),
                        Stream.of(Readers.values())
                                .filter(readers ->
                                        readers.isOpenTo(opened.view().standing()))
                                .map(readers -> new Kept(
                                        readers.code(),
                                        wording.say("impact.brought.keeping", readers.label(), readers.meaning()),
                                        readers == Readers.MEMBERS))
                                .toList(),
                        token));
    }

    private static Table first(PanelTable table, Wording wording) {
        int columns = Math.min(SHOWN_COLUMNS, table.heads().size());
        return new Table(
                wording.say(
                        "impact.table-of.first-rows",
                        Math.min(SHOWN_ROWS, table.rows().size())),
                IntStream.range(0, columns)
                        .mapToObj(i -> Column.text(
                                "column_" + (i + 1),
                                table.heads().get(i).isBlank()
                                        ? wording.say("impact.brought.unnamed", i + 1)
                                        : table.heads().get(i)))
                        .toList(),
                table.rows().stream()
                        .limit(SHOWN_ROWS)
                        .map(row -> IntStream.range(0, columns)
                                .mapToObj(i -> i < row.cells().size()
                                                && !row.cells().get(i).isBlank()
                                        ? Cell.text(row.cells().get(i))
                                        : Cell.blank(""))
                                .toList())
                        .toList());
    }

    /** Keeps what is wanted of it, and begins a study with it. */
    @StandsOn("/workspaces/{id}/impact/brought/{key}")
    @PostMapping("/workspaces/{id}/impact/brought/{key}/keep")
    ResponseEntity<Void> keep(
            @PathVariable String id,
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        Opened opened = writing(id, reader, wording);
        Brought brought = shelf.get(key, reader, opened.workspace().id());
        // Of columns none of which is ticked a form says nothing.
        form.putIfAbsent("columns", List.of());
        TypedStudy.Begun begun = new TypedStudy(StudyPages.typed(form)).begin(brought, opened.view(), wording);
        Outcomes.check(opened, opened.workspace().append(reader.id(), begun.edits(), Reason.EDIT), "columns");
        shelf.end(key, reader, opened.workspace().id());
        return StudyPages.to(opened.path("impact/studies/" + begun.id()));
    }

    /** Lets go of it. */
    @StandsOn("/workspaces/{id}/impact")
    @PostMapping("/workspaces/{id}/impact/brought/{key}/forget")
    ResponseEntity<Void> forget(@PathVariable String id, @PathVariable String key, Wording wording, SignedIn reader) {
        Opened opened = writing(id, reader, wording);
        shelf.end(key, reader, opened.workspace().id());
        return StudyPages.to(opened.path("impact"));
    }
}
