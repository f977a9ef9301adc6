package org.salus.diligence.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.salus.diligence.CaseBook;
import org.salus.diligence.CaseEntry;
import org.salus.diligence.CaseNames;
import org.salus.diligence.CaseReading;
import org.salus.diligence.CaseTables;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.ItemId;
import org.salus.ledger.Role;
import org.salus.ledger.View;
import org.salus.people.SignedIn;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/** What all pages of due diligence share: the workspace with the reader's private layers of it, the cases this reader may read, and what things are called. */
final class DiligenceFrame {
    private final WorkspaceWeb web;

    DiligenceFrame(WorkspaceWeb web) {
        this.web = web;
    }

    /**
     * The cases of a workspace as one reader sees them on one page.
     *
     * @param shared where units and support stand: the workspace, or the one it is a layer of, if this reader may open that
     */
    record Seen(Opened opened, Optional<View> shared, CaseBook book, CaseNames names) {
        Wording wording() {
            return opened.wording();
        }

        CaseTables tables() {
            return new CaseTables(names, wording(), new CaseTables.Links() {
                @Override
                public Optional<URI> to(CaseEntry entry) {
                    return Optional.of(URI.create(address(entry)));
                }

                @Override
                public Optional<URI> to(CaseEntry entry, ItemId item) {
                    return Optional.of(URI.create("/workspaces/" + entry.workspace() + "/items/" + item));
                }
            });
        }

        /** The case that is kept in this very workspace. */
        CaseEntry entry(String text) {
            return book.find(item(text))
                    .filter(entry -> entry.workspace().equals(opened.workspace().id()))
                    .orElseThrow(() -> Failure.notFound(Sentence.of("diligence.failure.no-item", text)));
        }

        boolean isLayer() {
            return opened.view().charter().layerOf().isPresent();
        }
    }

    WorkspaceWeb web() {
        return web;
    }

    Seen see(String id, SignedIn reader, Wording wording) {
        Opened opened = web.open(id, reader, wording);
        CaseReading read = CaseReading.of(opened.view(), web.workspaces(), web.faces(), wording, today());
        return new Seen(opened, read.shared(), read.book(), read.names());
    }

    static LocalDate today() {
        return LocalDate.now(Clock.systemUTC());
    }

    /** Where a case is shown. */
    static String address(CaseEntry entry) {
        return "/workspaces/" + entry.workspace() + "/diligence/cases/"
                + entry.item().id();
    }

    static ItemId item(String text) {
        try {
            return ItemId.of(text);
        } catch (IllegalArgumentException none) {
            throw Failure.notFound(Sentence.of("diligence.failure.no-item", text));
        }
    }

    /** What was typed; of what was ticked several times, all of it. */
    static Map<String, String> typed(MultiValueMap<String, String> form) {
        Map<String, String> typed = new LinkedHashMap<>();
        form.forEach((name, values) -> typed.put(name, String.join(" ", values)));
        return typed;
    }

    static ModelAndView page(String template, Object page) {
        return new ModelAndView("diligence/web/" + template, Map.of("page", page));
    }

    /** Leads on after something was written. */
    static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }

    /** A file to keep, which nobody on the way keeps. */
    static ResponseEntity<byte[]> file(String name, String type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(bytes);
    }

    /** Also where there turns out to be nothing to write, nobody is answered as if they had been allowed to. */
    static void requireWriter(Opened opened) {
        if (!opened.view().standing().mayActAs(Role.CONTRIBUTOR)) {
            throw Failure.refused(Sentence.of("ledger.refusal.role", Role.CONTRIBUTOR.label()));
        }
    }
}
