package org.salus.sector.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.salus.documents.Version;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.framework.Wording;
import org.salus.people.SignedIn;
import org.salus.sector.MapQuestion;
import org.salus.sector.SectorDownload;
import org.salus.sector.SectorExport;
import org.salus.sector.SectorMap;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Takes the sector map out of a workspace as a file: what the reader may see, without interviews unless they are asked for. */
@Controller
final class ExportPages {
    private final WorkspaceWeb web;

    ExportPages(WorkspaceWeb web) {
        this.web = web;
    }

    /** Where a form is chosen. */
    record Choosing(
            Layout layout,
            Opened opened,
            int actors,
            int ties,
            int sources,
            boolean hasInterviews,
            LocalDate day,
            List<String> tables) {}

    @GetMapping("/workspaces/{id}/sector/export")
    ModelAndView choose(@PathVariable String id, Wording wording, Address here, SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        SectorMap map = SectorMap.of(opened.view());
        return new ModelAndView(
                "sector/web/export",
                Map.of(
                        "page",
                        new Choosing(
                                ImportPages.under(opened, here, wording.say("sector.web.export.title")),
                                opened,
                                map.actors().size(),
                                map.ties().size(),
                                map.sources().size(),
                                map.sources().stream()
                                        .anyMatch(
                                                source -> source.value().type().isProtected()),
                                SectorFiles.today(),
                                SectorExport.tables())));
    }

    /**
     * The map as a file: {@code xlsx}, {@code json}, {@code graphml} of the day {@code on}, or {@code csv} of the table {@code table}. With {@code interviews=yes}
     * protected sources and what cites them come along.
     */
    @GetMapping("/workspaces/{id}/sector/export.{form}")
    ResponseEntity<byte[]> file(
            @PathVariable String id, @PathVariable String form, Address here, Wording wording, SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        return SectorFiles.answer(SectorDownload.of(
                opened.view(),
                form,
                new MapQuestion(here, SectorFiles.today()).knowing("table", "on", "interviews"),
                new Version(opened.state(), opened.workspace().day(reader.id())),
                wording));
    }

    /** An empty workbook with instructions and drop-down lists. */
    @GetMapping("/workspaces/{id}/sector/template.xlsx")
    ResponseEntity<byte[]> template(@PathVariable String id, Wording wording, SignedIn reader) {
        web.open(id, reader, wording);
        return SectorFiles.answer(SectorDownload.template(wording));
    }
}
