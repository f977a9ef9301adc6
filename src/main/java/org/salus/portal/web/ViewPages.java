package org.salus.portal.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.people.SignedIn;
import org.salus.portal.Briefs;
import org.salus.portal.CountryQuestion;
import org.salus.portal.KeptView;
import org.salus.portal.KeptViews;
import org.salus.portal.PivotQuestion;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The views of support that a workspace keeps, and where another is kept. They are renamed and removed as every item is. */
@Controller
final class ViewPages {
    private static final String BELOW = "views";

    private final WorkspaceWeb web;
    private final Evidence evidence;
    private final Briefs briefs;

    ViewPages(WorkspaceWeb web, Evidence evidence, Briefs briefs) {
        this.web = web;
        this.evidence = evidence;
        this.briefs = briefs;
    }

    /**
     * One that is kept.
     *
     * @param stale why it does not open as it was kept; none where it does
     * @param isOwn whether it is kept for some and not for all members
     * @param item where it is renamed, shared and removed
     */
    record Kept(
            String name, String country, String href, List<String> stale, boolean isOwn, String audience, String item) {
        static Kept of(KeptViews.Shown shown, String path, Wording wording) {
            Item<KeptView> item = shown.item();
            return new Kept(
                    item.value().name(),
                    Countries.shipped()
                            .findByCode(item.value().country())
                            .map(Country::name)
                            .orElse(item.value().country()),
                    shown.page().toString(),
                    shown.stale().stream().map(wording::say).toList(),
                    !(item.sensitivity() instanceof Sensitivity.Members
                            || item.sensitivity() instanceof Sensitivity.Public),
                    wording.say(item.sensitivity().label()),
                    path + "/items/" + item.id());
        }
    }

    /** A question that may be kept. */
    record Wanted(String country, String named, String question, String href) {}

    /** The page. */
    record Views(
            Layout layout, Opened opened, List<Kept> kept, Optional<Wanted> wanted, boolean mayWrite, CsrfToken token) {
        String path() {
            return opened.path(BELOW);
        }
    }

    @GetMapping("/workspaces/{id}/views")
    ModelAndView show(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        here.knowing(Stream.of(Stream.of("country"), PivotQuestion.names().stream(), CountryQuestion.kept().stream())
                .flatMap(names -> names)
                .distinct()
                .toList());
        return new ModelAndView(
                "portal/web/views",
                Map.of(
                        "page",
                        new Views(
                                opened.layout(here, wording.say("portal.kept.title"), token),
                                opened,
                                new KeptViews(briefs, evidence.snapshot())
                                        .of(opened.view(), Optional.empty()).stream()
                                                .map(shown -> Kept.of(shown, opened.path(), wording))
                                                .toList(),
                                wanted(here),
                                opened.mayWrite(Role.CONTRIBUTOR),
                                token)));
    }

    /** A pivot leads here with its country and all of its words. */
    private static Optional<Wanted> wanted(Address here) {
        return here.choice("country").map(code -> {
            Country country = Countries.shipped().get(code);
            Address page = new KeptView("", country.iso3(), KeptView.question(here))
                    .read()
                    .page();
            return new Wanted(country.iso3(), country.name(), KeptView.question(page), page.toString());
        });
    }

    /**
     * Keeps a view.
     *
     * @param audience {@code members}, or {@code me} for whoever keeps it alone
     */
    @StandsOn(value = "/workspaces/{id}/views", back = "back")
    @PostMapping("/workspaces/{id}/views")
    ResponseEntity<Void> keep(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "members") String audience,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        Item<KeptView> item = Item.fresh(KeptView.KIND, KeptView.of(name, country, question))
                .meantFor(KeptView.audience(audience, reader.id()));
        Outcomes.check(opened, opened.workspace().append(reader.id(), new Edit.Put(item)), "name");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(opened.path(BELOW)))
                .build();
    }
}
