package org.salus.goals.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.salus.frame.web.Address;
import org.salus.frame.web.StandsOn;
import org.salus.framework.Failure;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.goals.Box;
import org.salus.goals.Indicator;
import org.salus.goals.IndicatorLevel;
import org.salus.goals.IndicatorLibrary;
import org.salus.goals.LibraryIndicator;
import org.salus.goals.web.GoalsFrame.Seen;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.people.SignedIn;
import org.salus.workspace.web.Outcomes;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The library of indicators: looked through, and one of them put to a box of a chain. */
@Controller
final class LibraryPages {
    private static final String TAKE = "take";

    private final GoalsFrame frame;

    LibraryPages(GoalsFrame frame) {
        this.frame = frame;
    }

    /**
     * What was found in the library.
     *
     * @param taking the one that is about to be put to a box; the choice of boxes stands beside it alone, since a chain may have thousands
     */
    record Library(
            Seen seen,
            IndicatorLibrary.Sought sought,
            List<LibraryIndicator> found,
            int all,
            String edition,
            List<String> themes,
            Optional<LibraryIndicator> taking,
            List<Item<? extends Box>> boxes) {
        boolean isTaking(LibraryIndicator one) {
            return taking.filter(one::equals).isPresent();
        }

        /** Where it can be put to a box. */
        String taking(LibraryIndicator one) {
            return seen.here().with(TAKE, one.key()) + "#i-" + one.key();
        }
    }

    @GetMapping("/workspaces/{id}/goals/{chain}/library")
    ModelAndView library(
            @PathVariable String id,
            @PathVariable String chain,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.page.library", wording, here, reader, token);
        IndicatorLibrary library = IndicatorLibrary.shipped(wording.locale());
        IndicatorLibrary.Sought sought = new IndicatorLibrary.Sought(
                here.knowing("q", "theme", "area", "level", "to", TAKE)
                        .choice("q")
                        .orElse(""),
                here.choice("theme", name -> Optional.of(name).filter(library.themes()::contains)),
                here.choice("area", code -> Term.find(ReformArea.class, code)),
                here.choice("level", code -> Term.find(IndicatorLevel.class, code)));
        return GoalsPages.page(
                "library",
                new Library(
                        seen,
                        sought,
                        library.find(sought),
                        library.all().size(),
                        library.edition(),
                        library.themes(),
                        here.choice(
                                TAKE,
                                key -> library.all().stream()
                                        .filter(one -> one.key().equals(key))
                                        .findFirst()),
                        List.copyOf(seen.chain().boxes())));
    }

    /**
     * Puts an indicator of the library to a box.
     *
     * @param key in the library
     * @param of the box
     */
    @StandsOn(value = "/workspaces/{id}/goals/{chain}/library", back = "back")
    @PostMapping("/workspaces/{id}/goals/{chain}/library")
    ResponseEntity<Void> take(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestParam String key,
            @RequestParam String of,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.place", wording, here, reader, token);
        ItemId box = GoalsPages.itemId(of)
                .filter(one -> seen.chain().box(one).isPresent())
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("goals.failure.no-box", of))
                        .at("of"));
        Item<Indicator> indicator = Item.fresh(
                Indicator.KIND,
                IndicatorLibrary.in(
                        seen.alternative().id(),
                        box,
                        IndicatorLibrary.shipped(wording.locale()).get(key)));
        Outcomes.check(seen.opened(), seen.opened().workspace().append(reader.id(), new Edit.Put(indicator)));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(seen.item(indicator.id())))
                .build();
    }
}
