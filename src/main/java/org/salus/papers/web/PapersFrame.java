package org.salus.papers.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.salus.documents.ChartDrawer;
import org.salus.documents.DocxTemplate;
import org.salus.evidence.Evidence;
import org.salus.framework.Wording;
import org.salus.papers.Paper;
import org.salus.papers.Papers;
import org.salus.people.SignedIn;
import org.salus.portfolio.Supports;
import org.salus.strategy.Sections;
import org.salus.strategy.StrategyFiles;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/** What all pages of papers share. */
final class PapersFrame {
    private final WorkspaceWeb web;
    private final Papers papers;
    private final StrategyFiles files;

    PapersFrame(WorkspaceWeb web, Evidence evidence, Supports supports, Sections sections, ChartDrawer charts) {
        this.web = web;
        this.papers = new Papers(evidence, supports, web.workspaces(), web.faces(), sections);
        this.files = new StrategyFiles(charts);
    }

    Papers papers() {
        return papers;
    }

    Opened open(String id, SignedIn reader, Wording wording) {
        return web.open(id, reader, wording);
    }

    static ModelAndView page(String template, Object page) {
        return new ModelAndView("papers/web/" + template, Map.of("page", page));
    }

    /** What was typed, without the fields that belong to forms and not to papers. */
    static Map<String, String> typed(MultiValueMap<String, String> form) {
        Map<String, String> typed = new LinkedHashMap<>();
        form.forEach((name, values) -> {
            if (!name.equals("_csrf") && !name.equals("form")) {
                typed.put(name, String.join(" ", values));
            }
        });
        return typed;
    }

    /** A paper to keep, which nobody on the way keeps; for Word in the house style where there is one. */
    ResponseEntity<byte[]> file(Paper paper, String form, Optional<DocxTemplate> style) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(StrategyFiles.mediaType(form)))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(paper.fileName() + "." + form, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .headers(headers -> StrategyFiles.missingStyles(style)
                        .ifPresent(missing -> headers.set(StrategyFiles.MISSING_STYLES, missing)))
                .body(files.bytes(form, paper.document(), style));
    }
}
