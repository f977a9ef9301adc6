package org.salus.strategy.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.salus.documents.DocxTemplate;
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
import org.salus.people.SignedIn;
import org.salus.strategy.Edition;
import org.salus.strategy.Languages;
import org.salus.strategy.SectionState;
import org.salus.strategy.Strategy;
import org.salus.strategy.StrategyAnswers;
import org.salus.strategy.StrategyFiles;
import org.salus.strategy.TypedStrategy;
import org.salus.strategy.web.StrategyFrame.Choice;
import org.salus.strategy.web.StrategyFrame.Seen;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.SentFile;
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

/** The strategy: its sections and how each stands, its editions, the whole of it as a document; and drawing an edition. */
@Controller
final class OutlinePages {
    /** No house style needs more. */
    private static final long MOST_BYTES_OF_A_TEMPLATE = 20L << 20;

    private final StrategyFrame frame;

    OutlinePages(StrategyFrame frame) {
        this.frame = frame;
    }

    /** The page. */
    record Outline(
            Layout layout,
            Seen seen,
            long written,
            long behind,
            TableView sections,
            TableView editions,
            List<Choice> readerships,
            List<Choice> drawn,
            List<Choice> languages,
            boolean mayDraw,
            CsrfToken token) {
        Opened opened() {
            return seen.opened();
        }

        Strategy strategy() {
            return seen.strategy();
        }

        /** The whole or a brief of it, in that form. */
        String file(String name, String form) {
            return seen.address(name + "." + form).toString();
        }

        /** The page for the same readers in that language. */
        String in(String language) {
            return Address.of(seen.path(""))
                    .with("for", strategy().readership().code())
                    .with("language", language)
                    .toString();
        }

        /** The page for those readers in the same language. */
        String readBy(String readers) {
            return Address.of(seen.path(""))
                    .with("for", readers)
                    .with("language", seen.language())
                    .toString();
        }

        List<String> forms() {
            return StrategyFiles.FORMS;
        }
    }

    @GetMapping("/workspaces/{id}/strategy")
    ModelAndView outline(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Seen seen = frame.see(id, here, reader, wording);
        Opened opened = seen.opened();
        Layout layout = opened.layout(here, wording.say("strategy.page.title"), token);
        Strategy strategy = seen.strategy();
        return StrategyFrame.page(
                "outline",
                new Outline(
                        layout,
                        seen,
                        strategy.sections().stream()
                                .filter(section -> !section.written().isEmpty())
                                .count(),
                        strategy.sections().stream()
                                .filter(section -> section.state() == SectionState.BEHIND)
                                .count(),
                        TableView.of(
                                        "sections",
                                        seen.tables()
                                                .outline(
                                                        strategy,
                                                        section -> Optional.of(
                                                                URI.create(seen.address("sections/" + section.code())
                                                                        .toString()))),
                                        layout)
                                .withFiles(seen.address("outline")),
                        TableView.of(
                                        "editions",
                                        seen.tables()
                                                .editions(
                                                        StrategyAnswers.list(opened.view()),
                                                        item -> Optional.of(URI.create(seen.path("editions/" + item)))),
                                        layout)
                                .withFiles(Address.of(seen.path("editions"))),
                        StrategyFrame.readerships(opened, strategy.readership(), false),
                        StrategyFrame.readerships(opened, strategy.readership(), true),
                        StrategyFrame.languages(opened, seen.language()),
                        opened.mayWrite(Role.EDITOR),
                        token));
    }

    /** A table to keep. */
    @GetMapping("/workspaces/{id}/strategy/{table:outline|editions}.{form:csv|xlsx}")
    ResponseEntity<byte[]> table(
            @PathVariable String id,
            @PathVariable String table,
            @PathVariable String form,
            Wording wording,
            Address here,
            SignedIn reader) {
        Seen seen = frame.see(id, here, reader, wording);
        Table made = table.equals("outline")
                ? seen.tables().outline(seen.strategy(), section -> Optional.empty())
                : seen.tables().editions(StrategyAnswers.list(seen.opened().view()), item -> Optional.empty());
        return kept(form, "strategy-" + table, made, seen.opened());
    }

    static ResponseEntity<byte[]> kept(String form, String name, Table table, Opened opened) {
        return TableFiles.answer(
                form,
                name,
                table,
                opened.state(),
                opened.workspace().day(opened.reader().id()),
                opened.layouts().facts(opened.wording()),
                opened.wording());
    }

    /** The whole of it. */
    @GetMapping("/workspaces/{id}/strategy/document.{form:docx|pdf|html}")
    ResponseEntity<byte[]> document(
            @PathVariable String id, @PathVariable String form, Wording wording, Address here, SignedIn reader) {
        Strategy strategy = frame.see(id, here, reader, wording).strategy();
        return StrategyFrame.file(
                name("strategy", strategy), form, frame.files().bytes(form, strategy.document(Optional.empty())));
    }

    /**
     * The whole of it, or an edition, for Word in the house style of an office. Nothing of the template is kept.
     *
     * @param readers for whom it is composed; of an edition that is settled
     * @param edition of that id or title; blank for what the workspace says now
     */
    @StandsOn("/workspaces/{id}/strategy")
    @PostMapping("/workspaces/{id}/strategy/styled")
    ResponseEntity<byte[]> styled(
            @PathVariable String id,
            @RequestParam("template") MultipartFile template,
            @RequestParam(name = "for", defaultValue = "") String readers,
            @RequestParam(name = "language", defaultValue = "") String language,
            @RequestParam(name = "edition", defaultValue = "") String edition,
            Wording wording,
            SignedIn reader) {
        Opened opened = frame.open(id, reader, wording);
        DocxTemplate style = SentFile.read(
                template, MOST_BYTES_OF_A_TEMPLATE, (in, name) -> DocxTemplate.read(in.readAllBytes(), name));
        Optional<Edition> drawn = edition.isBlank()
                ? Optional.empty()
                : Optional.of(StrategyFrame.edition(opened, edition).value());
        Strategy strategy = drawn.map(one -> frame.strategies().of(opened.workspace(), reader.id(), one))
                .orElseGet(() -> frame.strategies()
                        .now(
                                opened.workspace(),
                                reader.id(),
                                TypedStrategy.readership(readers, StrategyFrame.usual(opened)),
                                Languages.of(language)));
        return StrategyFrame.file(
                name("strategy", strategy),
                "docx",
                frame.files().bytes("docx", strategy.document(drawn.flatMap(Edition::reviewBy)), Optional.of(style)),
                Optional.of(style));
    }

    /** Two pages of it. */
    @GetMapping("/workspaces/{id}/strategy/brief.{form:docx|pdf|html}")
    ResponseEntity<byte[]> brief(
            @PathVariable String id, @PathVariable String form, Wording wording, Address here, SignedIn reader) {
        Strategy strategy = frame.see(id, here, reader, wording).strategy();
        return StrategyFrame.file(
                name("strategy-brief", strategy), form, frame.files().bytes(form, strategy.brief()));
    }

    static String name(String what, Strategy strategy) {
        return what + "-" + strategy.readership().code() + "-"
                + strategy.digest().substring(0, 12);
    }

    /** Draws an edition of what the workspace says now. */
    @StandsOn("/workspaces/{id}/strategy")
    @PostMapping("/workspaces/{id}/strategy/editions")
    ResponseEntity<Void> draw(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        Opened opened = frame.open(id, reader, wording);
        TypedStrategy typed = new TypedStrategy(StrategyFrame.typed(form)).knowing(TypedStrategy.DRAFT);
        Item<Edition> item = typed.draft(frame.strategies()
                .now(opened.workspace(), reader.id(), typed.readership(StrategyFrame.usual(opened)), typed.language()));
        Outcomes.check(
                opened, opened.workspace().append(reader.id(), List.of(new Edit.Put(item)), Reason.EDIT), "title");
        return StrategyFrame.to(opened.path("strategy/editions/" + item.id()));
    }
}
