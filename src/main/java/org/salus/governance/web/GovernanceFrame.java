package org.salus.governance.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.framework.Characteristic;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.governance.Assessment;
import org.salus.governance.GovernanceTables;
import org.salus.governance.QuestionWords;
import org.salus.ledger.ItemId;
import org.salus.ledger.Role;
import org.salus.people.SignedIn;
import org.salus.sector.Basis;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.ModelAndView;

/** What all pages of a round share: the workspace, the round as its reader sees it, the views there are. */
final class GovernanceFrame {
    static final List<String> VIEWS = List.of("", "profile", "answers", "disagreement", "open", "change", "indices");

    private GovernanceFrame() {}

    /** A view of a round. */
    record Tab(String text, String href, boolean isHere) {}

    /** A round as one reader sees it on one page. */
    record Seen(Layout layout, Opened opened, Assessment assessment, CsrfToken token) {
        Wording wording() {
            return opened.wording();
        }

        /** What its question set is called, in the reader's language. */
        String setTitle() {
            return QuestionWords.in(wording().locale()).shown(assessment.set()).title();
        }

        String path(String below) {
            String own = opened.path("governance/rounds/" + assessment.id());
            return below.isEmpty() ? own : own + "/" + below;
        }

        boolean mayWrite() {
            return opened.mayWrite(Role.CONTRIBUTOR);
        }

        List<Tab> tabs() {
            List<Tab> tabs = new ArrayList<>();
            for (String view : VIEWS) {
                tabs.add(new Tab(
                        wording().say("governance.tab." + (view.isEmpty() ? "matrix" : view)),
                        path(view),
                        layout.here().path().equals(path(view))
                                || (!view.isEmpty() && layout.here().path().startsWith(path(view) + "/"))));
            }
            return tabs;
        }

        GovernanceTables tables() {
            return new GovernanceTables(assessment, wording(), new GovernanceTables.Links() {
                @Override
                public Optional<URI> sheet(
                        ItemId institution, Optional<Characteristic> characteristic, Optional<Basis> basis) {
                    return Optional.of(URI.create(Address.of(path("answers/" + institution))
                            .with(
                                    GovernanceTables.CHARACTERISTIC,
                                    characteristic.map(Characteristic::code).orElse(null))
                            .with(GovernanceTables.BASIS, basis.map(Basis::code).orElse(null))
                            .toString()));
                }

                @Override
                public Optional<URI> question(ItemId institution, String question) {
                    return Optional.of(URI.create(path("answers/" + institution + "/" + question)));
                }
            });
        }
    }

    static Seen see(
            WorkspaceWeb web,
            String id,
            String round,
            String title,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        Assessment assessment = assessment(opened, round);
        Layout layout = opened.layout(here, title.isEmpty() ? assessment.round().title() : title, token)
                .under(wording.say("governance.place"), opened.path("governance"));
        String own = opened.path("governance/rounds/" + assessment.id());
        return new Seen(
                here.path().equals(own)
                        ? layout
                        : layout.under(assessment.round().title(), own),
                opened,
                assessment,
                token);
    }

    static Assessment assessment(Opened opened, String round) {
        return Assessment.of(
                opened.workspace(), opened.view(), item(round), opened.wording().locale());
    }

    static ItemId item(String text) {
        try {
            return ItemId.of(text);
        } catch (IllegalArgumentException none) {
            throw Failure.notFound(Sentence.of("governance.failure.no-item", text));
        }
    }

    /** Leads on after something was written. */
    static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }

    static ModelAndView page(String template, Object page) {
        return new ModelAndView("governance/web/" + template, Map.of("page", page));
    }

    /** A file to keep. */
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
