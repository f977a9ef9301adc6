package org.salus.goals.web;

import java.util.List;
import java.util.Optional;
import org.salus.frame.web.Address;
import org.salus.frame.web.Pager;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.goals.Adoption;
import org.salus.goals.ChainComparison;
import org.salus.goals.ChainCopy;
import org.salus.goals.ComparisonTables;
import org.salus.goals.GoalsAnswers;
import org.salus.goals.ResultsChain;
import org.salus.goals.web.GoalsFrame.Seen;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.people.SignedIn;
import org.salus.workspace.Differing;
import org.salus.workspace.NoChoice;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Alternatives beside each other: begun as copies, compared, adopted. */
@Controller
final class ComparePages {
    /** So many differences are a page; all of them are in the files. */
    private static final int DIFFERENCES_OF_A_PAGE = 100;

    private final GoalsFrame frame;

    ComparePages(GoalsFrame frame) {
        this.frame = frame;
    }

    /** Two alternatives; nothing is compared while there is only one. */
    record Compared(
            Seen seen,
            List<Item<ResultsChain>> others,
            Optional<ChainComparison> comparison,
            List<Differing> differences,
            Pager pager,
            Optional<TableView> measures,
            String files) {
        boolean mayAdopt() {
            return seen.opened().mayWrite(Role.EDITOR)
                    && seen.alternative().value().adoption() != Adoption.ADOPTED;
        }

        int count(Differing.Change change) {
            return comparison.map(found -> found.count(change)).orElse(0);
        }
    }

    @GetMapping("/workspaces/{id}/goals/{chain}/compare")
    ModelAndView compare(
            @PathVariable String id,
            @PathVariable String chain,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        here.knowing("with", "page");
        Seen seen = frame.see(id, chain, "goals.page.compare", wording, here, reader, token);
        GoalsAnswers answers = seen.answers();
        List<Item<ResultsChain>> others = answers.chains().stream()
                .filter(other -> !other.id().equals(seen.alternative().id()))
                .toList();
        Optional<ChainComparison> comparison = with(seen).map(other -> answers.comparison(other, seen.alternative()));
        List<ChainComparison.Pair> pairs =
                comparison.map(ChainComparison::pairs).orElse(List.of());
        Pager pager = new Pager(here, pairs.size(), DIFFERENCES_OF_A_PAGE, "differences");
        return GoalsPages.page(
                "compare",
                new Compared(
                        seen,
                        others,
                        comparison,
                        told(seen, pager.of(pairs)),
                        pager,
                        comparison.map(found -> TableView.of(
                                "measures", new ComparisonTables(answers, found, wording).measures(), seen.layout())),
                        comparison.map(found -> "?with=" + found.before().id()).orElse("")));
    }

    private static Optional<Item<ResultsChain>> with(Seen seen) {
        return seen.here()
                .choice("with")
                .map(seen.answers()::chain)
                .or(() -> seen.answers().counterpart(seen.alternative()));
    }

    private static List<Differing> told(Seen seen, List<ChainComparison.Pair> pairs) {
        return ChainComparison.told(pairs, seen.opened().view(), seen.opened().faces(), seen.wording());
    }

    @GetMapping("/workspaces/{id}/goals/{chain}/compare.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable String chain,
            @PathVariable String form,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.place", wording, here, reader, token);
        ChainComparison comparison = seen.answers()
                .comparison(
                        with(seen).orElseThrow(() -> Failure.notFound(Sentence.of("goals.compare.only-one"))),
                        seen.alternative());
        return TableFiles.answer(
                form,
                "compare",
                new ComparisonTables(seen.answers(), comparison, wording).differences(told(seen, comparison.pairs())),
                seen.state(),
                seen.opened().workspace().day(reader.id()),
                seen.opened().layouts().facts(wording),
                wording);
    }

    /** Begins an alternative as a copy of this one. */
    @StandsOn("/workspaces/{id}/goals/{chain}/compare")
    @PostMapping("/workspaces/{id}/goals/{chain}/copies")
    ResponseEntity<Void> copy(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestParam String title,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.place", wording, here, reader, token);
        Opened opened = seen.opened();
        List<Edit> edits = ChainCopy.of(opened.view(), seen.alternative(), title);
        Outcomes.check(opened, opened.workspace().append(reader.id(), edits, Reason.EDIT));
        return GoalsEdits.to(GoalsFrame.pathOf(opened, ChainCopy.begun(edits)));
    }

    /** Adopts this alternative, takes that back or sets it aside. Who adopts one sets aside the other by the same step. */
    @StandsOn("/workspaces/{id}/goals/{chain}/compare")
    @PostMapping("/workspaces/{id}/goals/{chain}/adoption")
    ResponseEntity<Void> adopt(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestParam String adoption,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.place", wording, here, reader, token);
        Adoption wanted = Term.find(Adoption.class, adoption).orElseThrow(() -> NoChoice.of(adoption, Adoption.class));
        List<Edit> edits = seen.answers().adopting(seen.alternative(), wanted);
        Outcomes.check(seen.opened(), seen.opened().workspace().append(reader.id(), edits, Reason.EDIT));
        return GoalsEdits.to(seen.opened().path("goals"));
    }
}
