package org.salus.appraisal.web;

import java.util.List;
import java.util.Optional;
import org.salus.appraisal.PoliticsBook;
import org.salus.appraisal.PoliticsForm;
import org.salus.appraisal.PoliticsList;
import org.salus.appraisal.StakeholderDrawing;
import org.salus.appraisal.StakeholderMatrix;
import org.salus.appraisal.web.PoliticsFrame.Seen;
import org.salus.documents.Diagram;
import org.salus.frame.web.Address;
import org.salus.frame.web.DiagramFiles;
import org.salus.frame.web.Layout;
import org.salus.frame.web.TableView;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Role;
import org.salus.people.SignedIn;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Who stands where: actors against objectives as a table, influence and what is at stake as a picture, and red lines. */
@Controller
final class StakeholderPages {
    private static final String OBJECTIVE = "objective";

    private final PoliticsFrame frame;

    StakeholderPages(PoliticsFrame frame) {
        this.frame = frame;
    }

    /** An objective to draw. */
    record Choice(String key, String name, boolean isChosen) {}

    /** The page. */
    record Stakeholders(
            Layout layout,
            Opened opened,
            PoliticsBook book,
            long unheard,
            TableView matrix,
            Optional<Diagram> drawn,
            String svg,
            String svgFile,
            String pngFile,
            List<Choice> objectives,
            TableView stances,
            TableView redLines,
            List<PoliticsForm> forms,
            boolean isAdding,
            boolean mayWrite,
            CsrfToken token) {}

    @GetMapping("/workspaces/{id}/politics/stakeholders")
    ModelAndView stakeholders(
            @PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        here.knowing(OBJECTIVE, "of");
        Seen seen = frame.see(id, reader, wording);
        Opened opened = seen.opened();
        Layout layout = opened.layout(here, wording.say("appraisal.politics.stakeholders.title"), token)
                .under(wording.say("appraisal.politics.place"), opened.path("politics"));
        PoliticsBook book = seen.read().book();
        StakeholderMatrix matrix = StakeholderMatrix.of(book, seen.read().names());
        Optional<String> chosen = chosen(matrix, here);
        Optional<Diagram> drawn = drawing(seen).of(chosen, true);
        Address picture = here.without("of");
        return PoliticsFrame.page(
                "stakeholders",
                new Stakeholders(
                        layout,
                        opened,
                        book,
                        seen.analysis().unheard(),
                        seen.table("matrix", layout),
                        drawn,
                        drawn.map(Diagram::svg).orElse(""),
                        picture.at(opened.path("politics/stakeholders.svg"), OBJECTIVE)
                                .toString(),
                        picture.at(opened.path("politics/stakeholders.png"), OBJECTIVE)
                                .toString(),
                        matrix.objectives().stream()
                                .map(side -> new Choice(
                                        side.key(),
                                        side.name(),
                                        chosen.filter(side.key()::equals).isPresent()))
                                .toList(),
                        seen.table("stances", layout),
                        seen.table("red-lines", layout),
                        seen.forms(
                                here.choice("of").flatMap(PoliticsFrame::item),
                                frame.web().workspaces().isCopy(),
                                PoliticsList.STANCES,
                                PoliticsList.RED_LINES),
                        here.choice("of").isPresent(),
                        opened.mayWrite(Role.CONTRIBUTOR),
                        token));
    }

    private static StakeholderDrawing drawing(Seen seen) {
        return new StakeholderDrawing(
                seen.read().book(), seen.read().names(), seen.opened().wording());
    }

    /** An objective nobody stands on any more draws all, as an old address may name one. */
    private static Optional<String> chosen(StakeholderMatrix matrix, Address here) {
        return here.choice(OBJECTIVE)
                .filter(key ->
                        matrix.objectives().stream().anyMatch(side -> side.key().equals(key)));
    }

    /** The picture to keep. */
    @GetMapping("/workspaces/{id}/politics/stakeholders.{form:svg|png}")
    ResponseEntity<byte[]> picture(
            @PathVariable String id, @PathVariable String form, Wording wording, Address here, SignedIn reader) {
        here.knowing(OBJECTIVE);
        Seen seen = frame.see(id, reader, wording);
        StakeholderMatrix matrix =
                StakeholderMatrix.of(seen.read().book(), seen.read().names());
        return DiagramFiles.answer(
                form,
                "politics-stakeholders-for-few",
                drawing(seen)
                        .of(chosen(matrix, here), false)
                        .orElseThrow(() -> Failure.notFound(Sentence.of("frame.problem.nothing-drawn"))),
                seen.opened().view().charter().name(),
                seen.opened().state());
    }
}
