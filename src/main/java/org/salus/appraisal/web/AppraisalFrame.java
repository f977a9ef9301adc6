package org.salus.appraisal.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.salus.appraisal.AppraisalAnswer;
import org.salus.appraisal.AppraisalReading;
import org.salus.appraisal.AppraisalTexts;
import org.salus.evidence.Evidence;
import org.salus.framework.Wording;
import org.salus.people.SignedIn;
import org.salus.portfolio.Supports;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/** What all pages of the appraisal share: the workspace as its reader sees it, appraised. */
final class AppraisalFrame {
    private final WorkspaceWeb web;
    private final Evidence evidence;
    private final AppraisalReading reading;

    AppraisalFrame(WorkspaceWeb web, Evidence evidence, Supports supports) {
        this.web = web;
        this.evidence = evidence;
        this.reading = new AppraisalReading(web.workspaces(), supports);
    }

    /** A workspace with its appraisal, for one reader on one page. */
    record Seen(Opened opened, AppraisalAnswer answer) {
        AppraisalTexts texts() {
            return new AppraisalTexts(
                    answer, opened.faces(), opened.wording(), address -> Optional.of(URI.create(address)));
        }

        /** The same for a file, which is read without the program. */
        AppraisalTexts textsForFile() {
            return new AppraisalTexts(answer, opened.faces(), opened.wording(), AppraisalTexts.NO_LINKS);
        }

        /** Whether the page is that of a private layer. */
        boolean isLayer() {
            return opened.view().charter().layerOf().isPresent();
        }
    }

    WorkspaceWeb web() {
        return web;
    }

    Seen see(String id, boolean ofReview, SignedIn reader, Wording wording) {
        Opened opened = web.open(id, reader, wording);
        return new Seen(opened, reading.of(opened.view(), evidence.snapshot(), ofReview, today(), wording.locale()));
    }

    /** The same as it may be taken away in a file. */
    Seen forFile(String id, boolean ofReview, SignedIn reader, Wording wording) {
        Opened opened = web.open(id, reader, wording);
        return new Seen(
                opened, reading.forFile(opened.view(), evidence.snapshot(), ofReview, today(), wording.locale()));
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.systemUTC());
    }

    /** What was typed, by the names of fields. */
    static Map<String, String> typed(MultiValueMap<String, String> form) {
        Map<String, String> typed = new LinkedHashMap<>();
        form.forEach((name, values) -> typed.put(name, String.join(" ", values)));
        return typed;
    }

    static ModelAndView page(String template, Object page) {
        return new ModelAndView("appraisal/web/" + template, Map.of("page", page));
    }

    /** Leads on after something was written. */
    static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }
}
