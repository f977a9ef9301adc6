package org.salus.strategy.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.documents.ChartDrawer;
import org.salus.documents.DocxTemplate;
import org.salus.evidence.Evidence;
import org.salus.frame.web.Address;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.people.SignedIn;
import org.salus.portfolio.Supports;
import org.salus.strategy.Edition;
import org.salus.strategy.Languages;
import org.salus.strategy.Readership;
import org.salus.strategy.Sections;
import org.salus.strategy.Strategies;
import org.salus.strategy.Strategy;
import org.salus.strategy.StrategyAnswers;
import org.salus.strategy.StrategyFiles;
import org.salus.strategy.StrategyTables;
import org.salus.strategy.TypedStrategy;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/** What all pages of the strategy share: the workspace, for whom it is composed, and what is composed. */
final class StrategyFrame {
    private final WorkspaceWeb web;
    private final Strategies strategies;
    private final StrategyFiles files;

    StrategyFrame(WorkspaceWeb web, Evidence evidence, Supports supports, Sections sections, ChartDrawer charts) {
        this.web = web;
        this.files = new StrategyFiles(charts);
        this.strategies = new Strategies(evidence, supports, web.workspaces(), web.faces(), sections);
    }

    StrategyFiles files() {
        return files;
    }

    /** One of several things to choose. */
    record Choice(String code, String label, boolean isChosen) {
        /** The terms there are, one of them chosen. */
        static <T extends Term> List<Choice> of(Stream<T> terms, Optional<T> chosen, Wording wording) {
            return terms.map(term -> new Choice(
                            term.code(),
                            wording.say(term.label()),
                            chosen.filter(term::equals).isPresent()))
                    .toList();
        }
    }

    /** The strategy of a workspace as one reader asks for it. */
    record Seen(Opened opened, Strategy strategy) {
        Wording wording() {
            return opened.wording();
        }

        StrategyTables tables() {
            return new StrategyTables(wording());
        }

        /** Where something of the strategy is. */
        String path(String below) {
            return opened.path(below.isEmpty() ? "strategy" : "strategy/" + below);
        }

        /** The same, for the same readers and in the same language. */
        Address address(String below) {
            Address address =
                    Address.of(path(below)).with("for", strategy.readership().code());
            return language().equals(Languages.usual()) ? address : address.with("language", language());
        }

        /** The tag of the language it is composed in. */
        String language() {
            return strategy.wording().locale().toLanguageTag();
        }
    }

    WorkspaceWeb web() {
        return web;
    }

    Strategies strategies() {
        return strategies;
    }

    Opened open(String id, SignedIn reader, Wording wording) {
        return web.open(id, reader, wording);
    }

    /** The strategy now, for whom the address says: members read the full one unless they ask for another, everybody else the public one. */
    Seen see(String id, Address here, SignedIn reader, Wording wording, String... more) {
        here.knowing(
                Stream.concat(Stream.of("for", "language"), Stream.of(more)).toList());
        Opened opened = web.open(id, reader, wording);
        return new Seen(
                opened,
                strategies.now(
                        opened.workspace(),
                        reader.id(),
                        TypedStrategy.readership(here.choice("for").orElse(""), usual(opened)),
                        Languages.of(here.choice("language").orElse(""))));
    }

    static Readership usual(Opened opened) {
        return opened.view().standing().isMember() ? Readership.MEMBERS : Readership.EVERYBODY;
    }

    /** The readerships that a reader may ask for. */
    static List<Choice> readerships(Opened opened, Readership chosen, boolean signedOnly) {
        return Choice.of(
                Stream.of(Readership.values())
                        .filter(one -> one == Readership.EVERYBODY
                                || opened.view().standing().isMember())
                        .filter(one -> !signedOnly || one.isTheSameForAll()),
                Optional.of(chosen),
                opened.wording());
    }

    /** The languages there are, in words of the reader's own. */
    static List<Choice> languages(Opened opened, String chosen) {
        Locale reader = opened.wording().locale();
        return Languages.offered().stream()
                .map(tag -> new Choice(tag, Locale.forLanguageTag(tag).getDisplayLanguage(reader), tag.equals(chosen)))
                .toList();
    }

    /** The edition of that id or title. */
    static Item<Edition> edition(Opened opened, String words) {
        return StrategyAnswers.find(opened.view(), words);
    }

    static ModelAndView page(String template, Object page) {
        return new ModelAndView("strategy/web/" + template, Map.of("page", page));
    }

    /** What was typed. */
    static Map<String, String> typed(MultiValueMap<String, String> form) {
        Map<String, String> typed = new LinkedHashMap<>();
        form.forEach((name, values) -> {
            if (!name.equals("_csrf")) {
                typed.put(name, String.join(" ", values));
            }
        });
        return typed;
    }

    /** Leads on after something was written. */
    static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }

    /** A file to keep, which nobody on the way keeps. */
    static ResponseEntity<byte[]> file(String name, String form, byte[] bytes) {
        return file(name, form, bytes, Optional.empty());
    }

    /** The same, written in a house style: what that lacks is told beside the file. */
    static ResponseEntity<byte[]> file(String name, String form, byte[] bytes, Optional<DocxTemplate> style) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(StrategyFiles.mediaType(form)))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "." + form, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .headers(headers -> StrategyFiles.missingStyles(style)
                        .ifPresent(missing -> headers.set(StrategyFiles.MISSING_STYLES, missing)))
                .body(bytes);
    }
}
