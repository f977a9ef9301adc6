package org.salus.papers.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.papers.OwnTemplate;
import org.salus.papers.PaperTemplate;
import org.salus.papers.Papers;
import org.salus.people.SignedIn;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.SentFile;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The papers there are, and the templates a team keeps beside those of the program. */
@Controller
final class ShelfPages {
    private static final long MOST_BYTES = 1L << 20;

    private final PapersFrame frame;

    ShelfPages(PapersFrame frame) {
        this.frame = frame;
    }

    /** The page. */
    record Shelf(Layout layout, Opened opened, TableView papers, boolean mayKeep, CsrfToken token) {}

    @GetMapping("/workspaces/{id}/papers")
    ModelAndView shelf(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Opened opened = frame.open(id, reader, wording);
        Layout layout = opened.layout(here.knowing(), wording.say("papers.page.title"), token);
        return PapersFrame.page(
                "shelf",
                new Shelf(
                        layout,
                        opened,
                        TableView.of("papers", table(opened), layout)
                                .withFiles(Address.of(opened.path("papers/table/shelf"))),
                        opened.mayWrite(Role.CONTRIBUTOR),
                        token));
    }

    private static Table table(Opened opened) {
        Wording wording = opened.wording();
        return new Table(
                wording.say("papers.page.table"),
                List.of(
                        Column.text("paper", wording.say("papers.page.paper")),
                        Column.text("about", wording.say("papers.page.about")),
                        Column.text("needed", wording.say("papers.page.needed")),
                        Column.text("edition", wording.say("papers.page.edition"))),
                Papers.templates(opened.view()).stream()
                        .map(one -> List.of(
                                Cell.text(one.called(wording))
                                        .withCode(one.name())
                                        .withLink(URI.create(opened.path("papers/" + one.name()))),
                                Cell.text(one.purpose(wording)),
                                Cell.text(one.needed().stream()
                                        .map(choice -> wording.say(choice.label()))
                                        .collect(Collectors.joining(", "))),
                                Cell.text(one.edition())))
                        .toList());
    }

    /** The same as a file. */
    @GetMapping("/workspaces/{id}/papers/table/shelf.{form:csv|xlsx}")
    ResponseEntity<byte[]> tableFile(
            @PathVariable String id, @PathVariable String form, Wording wording, SignedIn reader) {
        Opened opened = frame.open(id, reader, wording);
        return TableFiles.answer(
                form,
                "papers",
                table(opened),
                opened.state(),
                opened.workspace().day(reader.id()),
                opened.layouts().facts(wording),
                wording);
    }

    /** The file of a template, to be copied and changed. */
    @GetMapping("/workspaces/{id}/papers/{paper}/template.yaml")
    ResponseEntity<byte[]> template(
            @PathVariable String id, @PathVariable String paper, Wording wording, SignedIn reader) {
        PaperTemplate found = Papers.template(frame.open(id, reader, wording).view(), paper);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/yaml"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(found.name() + ".yaml", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(found.source().getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps a template in the workspace. */
    @StandsOn("/workspaces/{id}/papers")
    @PostMapping("/workspaces/{id}/papers")
    ResponseEntity<Void> keep(
            @PathVariable String id, @RequestParam("file") MultipartFile file, Wording wording, SignedIn reader) {
        Opened opened = frame.open(id, reader, wording);
        PaperTemplate template = PaperTemplate.read(SentFile.read(
                file, MOST_BYTES, (bytes, name) -> new String(bytes.readAllBytes(), StandardCharsets.UTF_8)));
        Item<OwnTemplate> item = OwnTemplate.kept(opened.view(), template);
        Outcomes.check(
                opened, opened.workspace().append(reader.id(), List.of(new Edit.Put(item)), Reason.EDIT), "file");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(opened.path("papers/" + template.name())))
                .build();
    }
}
