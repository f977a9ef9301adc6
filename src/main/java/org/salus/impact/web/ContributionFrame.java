package org.salus.impact.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.diligence.Keeping;
import org.salus.documents.Table;
import org.salus.frame.web.TableFiles;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.impact.ClaimBook;
import org.salus.impact.ContributionTables;
import org.salus.impact.PlannedChanges;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.people.SignedIn;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of claims, outcomes and reviews share. */
final class ContributionFrame {
    private final WorkspaceWeb web;

    ContributionFrame(WorkspaceWeb web) {
        this.web = web;
    }

    WorkspaceWeb web() {
        return web;
    }

    /** One of several things to choose. */
    record Choice(String code, String label, boolean isChosen) {
        /** The terms there are, none of them chosen, each with what it means. */
        static <T extends Term> List<Choice> of(Wording wording, T[] terms) {
            return Stream.of(terms)
                    .map(term ->
                            new Choice(term.code(), wording.say("impact.choice", term.label(), term.meaning()), false))
                    .toList();
        }
    }

    /** For whom something is written down, by whoever reads. */
    static List<Choice> readers(Opened opened) {
        Wording wording = opened.wording();
        return Stream.concat(
                        Stream.of(new Choice("usual", wording.say("impact.keep.usual"), true)),
                        Stream.of(Keeping.ORGANISATION, Keeping.ME)
                                .filter(keeping ->
                                        keeping.isOpenTo(opened.view().standing()))
                                .map(keeping -> new Choice(
                                        keeping.code(),
                                        wording.say("impact.choice", keeping.label(), keeping.meaning()),
                                        false)))
                .toList();
    }

    /** The goals, objectives and results that something can be about, with what they are. */
    static List<Choice> changes(Opened opened, boolean objectivesOnly) {
        return PlannedChanges.of(opened.view()).stream()
                .filter(box -> !objectivesOnly || box.kind().name().equals("objective"))
                .map(box -> new Choice(
                        box.id().toString(),
                        opened.wording()
                                .say(
                                        "impact.choice",
                                        box.value().level().label(),
                                        box.value().title()),
                        false))
                .toList();
    }

    static ContributionTables tables(Opened opened) {
        return new ContributionTables(
                opened.wording(),
                item -> Optional.of(URI.create(opened.path(
                        item.kind().name().equals("contribution-claim")
                                ? "contribution/claims/" + item.id()
                                : "items/" + item.id()))));
    }

    static ClaimBook book(Opened opened) {
        return ClaimBook.of(opened.view());
    }

    static ModelAndView page(String template, Object page) {
        return new ModelAndView("impact/web/" + template, Map.of("page", page));
    }

    /** What was typed. */
    static Map<String, String> typed(MultiValueMap<String, String> form) {
        Map<String, String> typed = new LinkedHashMap<>();
        form.forEach((name, values) -> {
            if (!name.startsWith("_")) {
                typed.put(name, String.join(" ", values));
            }
        });
        return typed;
    }

    /** Writes an item and leads on. */
    static ResponseEntity<Void> write(Opened opened, SignedIn reader, Item<?> item, String below) {
        Outcomes.check(opened, opened.workspace().append(reader.id(), List.of(new Edit.Put(item)), Reason.EDIT));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(opened.path(below)))
                .build();
    }

    /** Also where what is typed turns out to mean nothing, nobody is answered as if they had been allowed to write it. */
    static void requireWriter(Opened opened) {
        if (!opened.view().standing().mayActAs(Role.CONTRIBUTOR)) {
            throw Failure.refused(Sentence.of("ledger.refusal.role", Role.CONTRIBUTOR.label()));
        }
    }

    /** A table to keep. */
    static ResponseEntity<byte[]> table(Opened opened, SignedIn reader, String form, String name, Table table) {
        return TableFiles.answer(
                form,
                name,
                table,
                opened.state(),
                opened.workspace().day(reader.id()),
                opened.layouts().facts(opened.wording()),
                opened.wording());
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
}
