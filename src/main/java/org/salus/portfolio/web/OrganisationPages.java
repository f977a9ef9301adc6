package org.salus.portfolio.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Pager;
import org.salus.frame.web.StandsOn;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.people.SignedIn;
import org.salus.portfolio.Organisation;
import org.salus.portfolio.OrganisationJudgement;
import org.salus.portfolio.OrganisationJudgements;
import org.salus.portfolio.OrganisationProposal;
import org.salus.portfolio.OrganisationQuestion;
import org.salus.portfolio.OrganisationRole;
import org.salus.portfolio.Organisations;
import org.salus.portfolio.ReviewQuestion;
import org.salus.portfolio.Supports;
import org.salus.portfolio.TypedOrganisations;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The organisations that a country's activities name: who they are, why they are one, what may be one; joined and kept apart with a reason. */
@Controller
final class OrganisationPages {
    private static final String BELOW = "portfolio/organisations";
    private static final int PAGE = 50;

    /** Between the keys of a group in a form: no key has it. */
    private static final String BETWEEN = "\t";

    private final WorkspaceWeb web;
    private final Evidence evidence;
    private final Supports supports;

    OrganisationPages(WorkspaceWeb web, Evidence evidence, Supports supports) {
        this.web = web;
        this.evidence = evidence;
        this.supports = supports;
    }

    /**
     * Something people said.
     *
     * @param href the page of the item
     * @param who said it last
     * @param when that was
     */
    record Said(OrganisationJudgement judgement, String href, String who, String when, boolean isDisputed) {}

    /**
     * What would become of a group.
     *
     * @param keys of the group, as the form sends them
     */
    record Becoming(String keys, List<String> before, List<String> after) {}

    /** The page. */
    record View(
            Layout layout,
            Opened opened,
            OrganisationQuestion question,
            Organisations organisations,
            boolean isProposals,
            List<Organisation> rows,
            List<OrganisationProposal> proposals,
            Pager pager,
            List<ReviewPages.Choice> countries,
            List<ReviewPages.Choice> roles,
            List<Said> said,
            List<Becoming> preview,
            String verdict,
            String why,
            boolean mayWrite,
            CsrfToken token) {
        String path() {
            return opened.path(BELOW);
        }

        /** One organisation's own page. */
        String href(String key) {
            return Address.of(path())
                    .with("country", question.country().iso3())
                    .with("key", key)
                    .toString();
        }

        String show(boolean isOfProposals) {
            return Address.of(path())
                    .with("country", question.country().iso3())
                    .with("show", isOfProposals ? "proposals" : null)
                    .toString();
        }

        String pair(String first, String second) {
            return first + BETWEEN + second;
        }

        /** The organisation that is shown alone. */
        Optional<Organisation> alone() {
            return question.key().flatMap(organisations::find);
        }

        String activity(String identifier) {
            return Address.of("/activities").with("id", identifier).toString();
        }
    }

    @GetMapping("/workspaces/{id}/portfolio/organisations")
    ModelAndView show(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        List<Country> countries = ReviewQuestion.countries(opened.view().charter());
        if (countries.isEmpty()) {
            return new ModelAndView(
                    "portfolio/web/nothing",
                    Map.of("layout", opened.layout(here, wording.say("portfolio.organisation.title"), token)));
        }
        return page(opened, here, token, List.of(), "", "");
    }

    private ModelAndView page(
            Opened opened, Address here, CsrfToken token, List<Becoming> preview, String verdict, String why) {
        Wording wording = opened.wording();
        OrganisationQuestion question =
                OrganisationQuestion.of(here, opened.view().charter(), "page", "show");
        OrganisationJudgements judgements = OrganisationJudgements.of(opened.view());
        Organisations organisations = supports.organisations(evidence.snapshot(), question.country(), judgements);
        boolean isProposals = here.choice("show").filter("proposals"::equals).isPresent();
        List<Organisation> rows = question.of(organisations);
        Pager pager =
                new Pager(here, isProposals ? organisations.proposals().size() : rows.size(), PAGE, "organisations");
        return new ModelAndView(
                "portfolio/web/organisations",
                Map.of(
                        "page",
                        new View(
                                opened.layout(here, wording.say("portfolio.organisation.title"), token),
                                opened,
                                question,
                                organisations,
                                isProposals,
                                isProposals ? List.of() : pager.of(rows),
                                isProposals ? pager.of(organisations.proposals()) : List.of(),
                                pager,
                                ReviewQuestion.countries(opened.view().charter()).stream()
                                        .map(one -> new ReviewPages.Choice(
                                                one.iso3(), one.name(), one.equals(question.country())))
                                        .toList(),
                                Arrays.stream(OrganisationRole.values())
                                        .map(role -> new ReviewPages.Choice(
                                                role.code(),
                                                wording.say(role.label()),
                                                question.role()
                                                        .filter(role::equals)
                                                        .isPresent()))
                                        .toList(),
                                said(opened, organisations, judgements),
                                preview,
                                verdict,
                                why,
                                opened.mayWrite(Role.CONTRIBUTOR),
                                token)));
    }

    private static List<Said> said(Opened opened, Organisations organisations, OrganisationJudgements judgements) {
        List<Said> said = new ArrayList<>();
        organisations.disputed().forEach(item -> said.add(said(opened, item, true)));
        judgements.counting().stream()
                .filter(item -> !organisations.disputed().contains(item))
                .forEach(item -> said.add(said(opened, item, false)));
        return said;
    }

    private static Said said(Opened opened, Item<OrganisationJudgement> item, boolean isDisputed) {
        return opened.workspace().history(opened.reader().id()).of(item.id(), 1, Optional.empty()).stream()
                .findFirst()
                .map(step -> new Said(
                        item.value(),
                        opened.path("items/" + item.id()),
                        opened.name(step.by().author()),
                        step.by().at().toString().substring(0, 10),
                        isDisputed))
                .orElseGet(() -> new Said(item.value(), opened.path("items/" + item.id()), "", "", isDisputed));
    }

    /**
     * Says that organisations are one or are not, or shows first what would become of them.
     *
     * @param form the groups are its values {@code group}, keys with a tab between them
     * @param act {@code preview} to see it first
     */
    @StandsOn(value = "/workspaces/{id}/portfolio/organisations", back = "back")
    @PostMapping("/workspaces/{id}/portfolio/organisations")
    Object say(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "") String back,
            Wording wording,
            SignedIn reader,
            CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        String page = opened.path(BELOW);
        Address asked = Address.of(page).with("country", country.isEmpty() ? null : country);
        OrganisationQuestion question =
                OrganisationQuestion.of(asked, opened.view().charter());
        OrganisationJudgements judgements = OrganisationJudgements.of(opened.view());
        Organisations organisations = supports.organisations(evidence.snapshot(), question.country(), judgements);
        List<List<String>> groups = form.getOrDefault("group", List.of()).stream()
                .map(group -> Arrays.stream(group.split(BETWEEN, -1))
                        .filter(key -> !key.isBlank())
                        .toList())
                .toList();
        TypedOrganisations typed = TypedOrganisations.of(verdict, groups, why);
        if (act.equals("preview")) {
            return page(
                    opened, asked, token, becoming(question.country(), judgements, organisations, typed), verdict, why);
        }
        List<Edit> edits = typed.edits(organisations, opened.view());
        if (!edits.isEmpty()) {
            Outcomes.check(opened, opened.workspace().append(reader.id(), edits, Reason.EDIT), "why");
        }
        String own = Address.own(back);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(own.startsWith(page) ? own : asked.toString()))
                .build();
    }

    private List<Becoming> becoming(
            Country country, OrganisationJudgements judgements, Organisations organisations, TypedOrganisations typed) {
        List<OrganisationJudgement> said = typed.judgements(organisations);
        Organisations after = Organisations.of(evidence.snapshot().activities().in(country), judgements.and(said));
        return said.stream()
                .map(one -> new Becoming(
                        String.join(BETWEEN, one.organisations()),
                        names(organisations, one.organisations()),
                        names(after, one.organisations())))
                .toList();
    }

    private static List<String> names(Organisations organisations, List<String> keys) {
        return keys.stream()
                .flatMap(key -> organisations.find(key).stream())
                .distinct()
                .map(one -> one.name() + " (" + one.activities().size() + ")")
                .toList();
    }
}
