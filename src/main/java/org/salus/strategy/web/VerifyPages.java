package org.salus.strategy.web;

import java.util.Optional;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableView;
import org.salus.framework.Wording;
import org.salus.people.SignedIn;
import org.salus.strategy.StrategyTables;
import org.salus.strategy.TextComparison;
import org.salus.strategy.Verified;
import org.salus.strategy.VerifyFile;
import org.salus.workspace.web.SentFile;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Whether a file still says what the version it names says. Nothing of the file is kept. */
@Controller
final class VerifyPages {
    private static final long MOST_BYTES = 50L << 20;

    private final StrategyFrame frame;

    VerifyPages(StrategyFrame frame) {
        this.frame = frame;
    }

    /**
     * The page.
     *
     * @param verified what was found of a file; empty before one was sent
     */
    record Verifying(
            Layout layout, Opened opened, Optional<Verified> verified, Optional<TableView> changes, CsrfToken token) {}

    @GetMapping("/workspaces/{id}/strategy/verify")
    ModelAndView ask(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        return page(frame.open(id, reader, wording), here, Optional.empty(), token);
    }

    @StandsOn("/workspaces/{id}/strategy/verify")
    @PostMapping("/workspaces/{id}/strategy/verify")
    ModelAndView verify(
            @PathVariable String id,
            @RequestParam("file") MultipartFile file,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Opened opened = frame.open(id, reader, wording);
        byte[] bytes = SentFile.read(file, MOST_BYTES, (in, name) -> in.readAllBytes());
        return page(
                opened,
                here,
                Optional.of(new VerifyFile(frame.web().workspaces(), frame.strategies(), frame.files())
                        .verify(reader.id(), bytes)),
                token);
    }

    private static ModelAndView page(Opened opened, Address here, Optional<Verified> verified, CsrfToken token) {
        Wording wording = opened.wording();
        Layout layout = opened.layout(here, wording.say("strategy.verify.title"), token)
                .under(wording.say("strategy.place"), opened.path("strategy"));
        return StrategyFrame.page(
                "verify",
                new Verifying(
                        layout,
                        opened,
                        verified,
                        verified.filter(found -> !found.changes().isEmpty())
                                .map(found -> TableView.of(
                                        "changes",
                                        new StrategyTables(wording).changes(new TextComparison(found.changes())),
                                        layout)),
                        token));
    }
}
