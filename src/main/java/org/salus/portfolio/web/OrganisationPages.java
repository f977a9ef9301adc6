package org.salus.portfolio.web;

import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.documents.Table;
import org.salus.evidence.Codes;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Pager;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
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
    private static final int ACTIVITIES = 100;

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
     * @param of whom it is said
     * @param href the page of the item
     * @param who said it last
     * @param when that was
     * @param isIdle whether one of them is not named any more, so that it changes nothing
     */
    record Said(
            OrganisationJudgement judgement,
            List<Named> of,
            String href,
            String who,
            String when,
            boolean isDisputed,
            boolean isIdle) {}

    /**
     * An organisation as somebody called it.
     *
     * @param name what it is called now; its key if nobody names it
     * @param key its key now; empty if nobody names it
     */
    record Named(String name, String key) {}

    /** An activity that names the organisation. */
    record Line(String title, String identifier, String href) {}

    /**
     * What would become of a group.
     *
     * @param keys of the group, as the form sends them
     * @param note why nothing would change; empty if something would
     */
    record Becoming(String keys, List<String> before, List<String> after, String note) {}

    /** The page. */
    record View(
            Layout layout,
            Opened opened,
            OrganisationQuestion question,
            Organisations organisations,
            boolean isProposals,
            List<Organisation> rows,
            List<OrganisationProposal> proposals,
            List<Line> activities,
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

        /** The organisations that are asked for as a file. */
        TableView files() {
            return file("organisations", tables().all(question.country(), List.of()));
        }

        /** Pairs that may be one as a file. */
        TableView pairFiles() {
            return file("organisation-pairs", tables().pairs(List.of()));
        }

        /** How the organisation that is shown alone is written as a file. */
        TableView nameFiles() {
            return file("organisation-names", tables().names(List.of()));
        }

        /** Its activities as a file. */
        TableView activityFiles() {
            return file("organisation-activities", tables().activities(List.of()));
        }

        private OrganisationTables tables() {
            return new OrganisationTables(layout.wording());
        }

        /** The rows stand on the page beside what is done with them; this is where the whole table is had. */
        private TableView file(String name, Table withoutRows) {
            return TableView.of(name, withoutRows, layout)
                    .withFiles(layout.here()
                            .at(opened.path("portfolio/" + name), OrganisationQuestion.CHOICES.toArray(String[]::new))
                            .with("country", question.country().iso3()));
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

        /** The kinds of organisation that files state, in words, most stated first. */
        String types(Organisation one) {
            return one.types().keySet().stream()
                    .map(code -> Codes.shipped().find("OrganisationType", code).orElse(code))
                    .distinct()
                    .collect(Collectors.joining(", "));
        }

        /** Whether somebody ticked this pair to see what would become of it. */
        boolean isTicked(String keys) {
            return preview.stream().anyMatch(one -> one.keys().equals(keys));
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

    @GetMapping(
            "/workspaces/{id}/portfolio/{table:organisations|organisation-pairs|organisation-names|organisation-activities}.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable String table,
            @PathVariable String form,
            Wording wording,
            Address here,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        OrganisationQuestion question =
                OrganisationQuestion.of(here, opened.view().charter());
        Organisations organisations = supports.organisations(
                evidence.snapshot(), question.country(), OrganisationJudgements.of(opened.view()));
        OrganisationTables tables = new OrganisationTables(wording);
        return TableFiles.answer(
                form,
                table,
                switch (table) {
                    case "organisations" -> tables.all(question.country(), question.of(organisations));
                    case "organisation-pairs" -> tables.pairs(organisations.proposals());
                    case "organisation-names" ->
                        tables.names(alone(question, organisations).written());
                    default ->
                        tables.activities(lines(
                                question.country(),
                                List.copyOf(alone(question, organisations).activities())));
                },
                opened.state(),
                opened.workspace().day(reader.id()),
                opened.layouts().facts(wording),
                wording);
    }

    /** The organisation of a question about one. */
    private static Organisation alone(OrganisationQuestion question, Organisations organisations) {
        String key = question.key().orElse("");
        return organisations
                .find(key)
                .orElseThrow(() -> Failure.notFound(Sentence.of("portfolio.organisation.unknown", key)));
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
        Optional<Organisation> alone =
                isProposals ? Optional.empty() : question.key().flatMap(organisations::find);
        int total = isProposals
                ? organisations.proposals().size()
                : alone.map(one -> one.activities().size()).orElse(rows.size());
        Pager pager = new Pager(
                here, total, alone.isPresent() ? ACTIVITIES : PAGE, alone.isPresent() ? "activities" : "organisations");
        String title = alone.map(Organisation::name).orElseGet(() -> wording.say("portfolio.organisation.title"));
        return new ModelAndView(
                "portfolio/web/organisations",
                Map.of(
                        "page",
                        new View(
                                opened.layout(here, title, token),
                                opened,
                                question,
                                organisations,
                                isProposals,
                                isProposals || alone.isPresent() ? List.of() : pager.of(rows),
                                isProposals ? pager.of(organisations.proposals()) : List.of(),
                                alone.map(one -> lines(question.country(), pager.of(List.copyOf(one.activities()))))
                                        .orElse(List.of()),
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
                                said(opened, organisations, judgements, alone),
                                preview,
                                verdict,
                                why,
                                opened.mayWrite(Role.CONTRIBUTOR),
                                token)));
    }

    private List<Line> lines(Country country, List<String> identifiers) {
        Map<String, String> titles = new HashMap<>();
        Set<String> wanted = Set.copyOf(identifiers);
        evidence.snapshot().activities().in(country).stream()
                .filter(activity -> wanted.contains(activity.identifier()))
                .forEach(activity -> titles.put(activity.identifier(), activity.title()));
        return identifiers.stream()
                .map(identifier -> new Line(
                        titles.getOrDefault(identifier, identifier),
                        identifier,
                        Address.of("/activities").with("id", identifier).toString()))
                .toList();
    }

    /** What people said of all, or of one organisation. */
    private static List<Said> said(
            Opened opened,
            Organisations organisations,
            OrganisationJudgements judgements,
            Optional<Organisation> alone) {
        return Stream.concat(organisations.disputed().stream(), judgements.counting().stream())
                .distinct()
                .filter(item -> alone.map(one -> item.value().organisations().stream()
                                .anyMatch(key -> organisations
                                        .find(key)
                                        .filter(one::equals)
                                        .isPresent()))
                        .orElse(true))
                .map(item -> said(opened, item, organisations))
                .toList();
    }

    private static Said said(Opened opened, Item<OrganisationJudgement> item, Organisations organisations) {
        List<Named> named = item.value().organisations().stream()
                .map(key -> organisations
                        .find(key)
                        .map(one -> new Named(one.name(), one.key()))
                        .orElseGet(() -> new Named(key, "")))
                .distinct()
                .toList();
        String href = opened.path("items/" + item.id());
        boolean isDisputed = organisations.disputed().contains(item);
        boolean isIdle = organisations.idle().contains(item);
        return opened.workspace().history(opened.reader().id()).of(item.id(), 1, Optional.empty()).stream()
                .findFirst()
                .map(step -> new Said(
                        item.value(),
                        named,
                        href,
                        opened.name(step.by().author()),
                        step.by().at().toString().substring(0, 10),
                        isDisputed,
                        isIdle))
                .orElseGet(() -> new Said(item.value(), named, href, "", "", isDisputed, isIdle));
    }

    /**
     * Says that organisations are one or are not, or shows first what would become of them.
     *
     * @param form the groups are its values {@code group}, keys with a tab between them
     * @param act {@code preview} to see it first
     * @param key the organisation on whose page the form stands
     * @param show {@code proposals} if it stands on the page of pairs
     * @param part which part of the page is shown
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
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(name = "page", defaultValue = "") String part,
            @RequestParam(defaultValue = "") String back,
            Wording wording,
            SignedIn reader,
            CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        String page = opened.path(BELOW);
        Address asked = Address.of(page)
                .with("country", country.isEmpty() ? null : country)
                .with("key", key.isEmpty() ? null : key)
                .with("show", show.isEmpty() ? null : show)
                .with("page", part.isEmpty() ? null : part);
        OrganisationQuestion question =
                OrganisationQuestion.of(asked, opened.view().charter(), "page", "show");
        OrganisationJudgements judgements = OrganisationJudgements.of(opened.view());
        Organisations organisations = supports.organisations(evidence.snapshot(), question.country(), judgements);
        List<List<String>> groups = form.getOrDefault("group", List.of()).stream()
                .map(group -> Arrays.stream(group.split(BETWEEN, -1))
                        .filter(one -> !one.isBlank())
                        .toList())
                .toList();
        if (groups.isEmpty()) {
            throw Failure.wrongUse(Sentence.of("portfolio.organisation.tick-one"));
        }
        TypedOrganisations typed = TypedOrganisations.of(verdict, groups, why);
        if (act.equals("preview")) {
            return page(
                    opened,
                    asked,
                    token,
                    becoming(wording, question.country(), judgements, organisations, typed),
                    verdict,
                    why);
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
            Wording wording,
            Country country,
            OrganisationJudgements judgements,
            Organisations organisations,
            TypedOrganisations typed) {
        List<OrganisationJudgement> said = typed.judgements(organisations);
        Organisations after = Organisations.of(evidence.snapshot().activities().in(country), judgements.and(said));
        return said.stream()
                .map(one -> new Becoming(
                        String.join(BETWEEN, one.organisations()),
                        names(organisations, one.organisations()),
                        names(after, one.organisations()),
                        note(wording, organisations, after, one)))
                .toList();
    }

    private static String note(
            Wording wording, Organisations before, Organisations after, OrganisationJudgement judgement) {
        if (after.disputed().stream()
                .anyMatch(item -> item.value().organisations().equals(judgement.organisations()))) {
            return wording.say("portfolio.organisation.preview.disputed");
        }
        return isOne(before, judgement) == isOne(after, judgement)
                ? wording.say("portfolio.organisation.preview.nothing")
                : "";
    }

    private static boolean isOne(Organisations organisations, OrganisationJudgement judgement) {
        return judgement.organisations().stream()
                        .map(organisations::find)
                        .distinct()
                        .count()
                == 1;
    }

    private static List<String> names(Organisations organisations, List<String> keys) {
        return keys.stream()
                .flatMap(key -> organisations.find(key).stream())
                .distinct()
                .map(one -> one.name() + " (" + one.activities().size() + ")")
                .toList();
    }
}
