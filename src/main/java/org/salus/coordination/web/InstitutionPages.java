package org.salus.coordination.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.coordination.CoordinationQuestion;
import org.salus.coordination.Coordinations;
import org.salus.coordination.EnteredSupport;
import org.salus.coordination.InstitutionJudgement;
import org.salus.coordination.InstitutionQuestion;
import org.salus.coordination.InstitutionRow;
import org.salus.coordination.InstitutionSupport;
import org.salus.coordination.InstitutionVerdict;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Pager;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.Failure;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.Role;
import org.salus.people.SignedIn;
import org.salus.portfolio.Measure;
import org.salus.portfolio.ReviewQuestion;
import org.salus.portfolio.Supports;
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

/** Which donor helps which institution of a workspace's sector map, the rows behind every figure, and where members say what supports whom. */
@Controller
final class InstitutionPages {
    private static final String BELOW = "coordination/institutions";
    private static final String ROWS = "coordination/institution-rows";
    private static final int ROWS_PER_PAGE = 100;

    /** A partner's own table may have brought hundreds. */
    private static final int ENTERED_OPEN = 12;

    private final WorkspaceWeb web;
    private final Evidence evidence;
    private final Coordinations coordinations;

    InstitutionPages(WorkspaceWeb web, Evidence evidence, Supports supports) {
        this.web = web;
        this.evidence = evidence;
        this.coordinations = new Coordinations(supports);
    }

    /** Something that may be chosen. */
    record Choice(String code, String label, boolean isChosen) {}

    /** What somebody said of an activity and an institution. */
    record Said(
            String verdict,
            String title,
            String activity,
            String institution,
            String why,
            String href,
            boolean isDisputed) {}

    /** The table. */
    record Overview(
            Layout layout,
            Opened opened,
            Country country,
            List<Choice> countries,
            List<Choice> areas,
            List<Choice> measures,
            String from,
            String to,
            String currency,
            String lead,
            TableView table,
            Optional<Entered> entered,
            List<Said> said) {
        String path() {
            return opened.path(BELOW);
        }
    }

    /** What members entered, beside what is reported. */
    record Entered(List<String> sums, TableView table, String all) {
        /** Empty where nobody entered anything that the reader sees. */
        static Optional<Entered> of(EnteredSupport support, Opened opened, Layout layout) {
            return support.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Entered(
                            support.sums().stream().map(opened.wording()::say).toList(),
                            TableView.of(
                                            "entered",
                                            support.table(
                                                    opened.wording(),
                                                    item -> Optional.of(URI.create(opened.path("items/" + item)))),
                                            layout)
                                    .withFold(ENTERED_OPEN),
                            opened.path("sector/support")));
        }
    }

    /** Rows behind a figure. */
    record Rows(
            Layout layout,
            Opened opened,
            Country country,
            String lead,
            Pager pager,
            TableView table,
            List<Choice> activities,
            List<Choice> institutions,
            List<Choice> verdicts,
            String back,
            boolean mayWrite,
            CsrfToken token) {
        String path() {
            return opened.path(BELOW);
        }
    }

    @GetMapping("/workspaces/{id}/coordination/institutions")
    ModelAndView show(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        Layout layout = layout(opened, here, wording.say("coordination.institution.title"), token);
        if (ReviewQuestion.countries(opened.view().charter()).isEmpty()) {
            return new ModelAndView("portfolio/web/nothing", Map.of("layout", layout));
        }
        InstitutionQuestion question =
                InstitutionQuestion.of(here, opened.view().charter(), InstitutionQuestion.CHOICES);
        InstitutionSupport support = support(opened, question);
        CoordinationQuestion asked = question.question();
        return new ModelAndView(
                "coordination/web/institutions",
                Map.of(
                        "page",
                        new Overview(
                                layout,
                                opened,
                                asked.country(),
                                ReviewQuestion.countries(opened.view().charter()).stream()
                                        .map(one -> new Choice(one.iso3(), one.name(), one.equals(asked.country())))
                                        .toList(),
                                Arrays.stream(ReformArea.values())
                                        .filter(ReformArea::isSsr)
                                        .map(area -> new Choice(
                                                area.code(),
                                                area.code() + " " + wording.say(area.label()),
                                                asked.area().equals(Optional.of(area))))
                                        .toList(),
                                Arrays.stream(Measure.values())
                                        .map(measure -> new Choice(
                                                measure.word(),
                                                wording.say("portfolio.measure." + measure.word()),
                                                support.measure().equals(measure.word())))
                                        .toList(),
                                here.choice("from").orElse(""),
                                here.choice("to").orElse(""),
                                support.currency(),
                                lead(support, asked.country(), opened.wording(), layout),
                                TableView.of(
                                                "institutions",
                                                support.table(rows(opened, here), InstitutionPages::link, wording),
                                                layout)
                                        .withShortMoney()
                                        .withFiles(here.at(
                                                opened.path(BELOW),
                                                InstitutionQuestion.CHOICES.toArray(String[]::new))),
                                Entered.of(support.entered(), opened, layout),
                                support.said().stream()
                                        .map(item -> said(opened, support, item))
                                        .toList())));
    }

    private static Layout layout(Opened opened, Address here, String title, CsrfToken token) {
        return opened.layout(here, title, token)
                .under(opened.wording().say("coordination.place"), opened.path("coordination"));
    }

    private static String lead(InstitutionSupport support, Country country, Wording wording, Layout layout) {
        return wording.say(
                "coordination.institution.lead",
                country.inText(wording),
                layout.numerals().money(support.currency(), support.map().total()),
                wording.say("portfolio.measure." + support.measure()),
                support.map().institutions().size(),
                layout.numerals().money(support.currency(), support.map().ofInstitution(Optional.empty())),
                support.map().shared());
    }

    private static Said said(Opened opened, InstitutionSupport support, Item<InstitutionJudgement> item) {
        InstitutionJudgement judgement = item.value();
        return new Said(
                opened.wording().say(judgement.verdict().label()),
                support.title(judgement.activity()),
                Address.of("/activities").with("id", judgement.activity()).toString(),
                opened.title(judgement.institution()),
                judgement.why(),
                opened.path("items/" + item.id()),
                support.isDisputed(item));
    }

    private static URI link(Address address) {
        return URI.create(address.toString());
    }

    /** Where the rows of a table are. */
    private static Address rows(Opened opened, Address here) {
        return here.at(opened.path(ROWS), InstitutionQuestion.CHOICES.toArray(String[]::new));
    }

    private InstitutionSupport support(Opened opened, InstitutionQuestion question) {
        return InstitutionSupport.of(
                coordinations,
                evidence.snapshot(),
                opened.view(),
                question,
                LocalDate.now(Clock.systemUTC()),
                opened.wording().locale());
    }

    @GetMapping("/workspaces/{id}/coordination/institution-rows")
    ModelAndView behind(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        InstitutionQuestion question =
                InstitutionQuestion.of(here, opened.view().charter(), InstitutionQuestion.OF_ROWS);
        InstitutionSupport support = support(opened, question);
        Layout layout = layout(opened, here, wording.say("coordination.institution.rows.title"), token)
                .under(
                        wording.say("coordination.institution.title"),
                        here.at(opened.path(BELOW), InstitutionQuestion.CHOICES.toArray(String[]::new))
                                .toString());
        List<InstitutionRow> all = support.rows();
        Pager pager = new Pager(here, all.size(), ROWS_PER_PAGE, "institution-rows");
        List<InstitutionRow> shown = pager.of(all);
        return new ModelAndView(
                "coordination/web/institution-rows",
                Map.of(
                        "page",
                        new Rows(
                                layout,
                                opened,
                                question.question().country(),
                                wording.say(
                                        "coordination.institution.rows.lead",
                                        question.donor()
                                                .map(donor -> InstitutionSupport.donor(donor, wording))
                                                .orElseGet(() -> wording.say("coordination.institution.all-donors")),
                                        question.institution()
                                                .map(key -> support.name(key, wording))
                                                .orElseGet(
                                                        () -> wording.say("coordination.institution.all-institutions")),
                                        all.size()),
                                pager,
                                TableView.of(
                                                "institution-rows",
                                                // The sum is that of all rows, also where a page shows some.
                                                support.rowTable(shown, InstitutionPages::link, wording),
                                                layout)
                                        .withFiles(here.without("page")),
                                shown.stream()
                                        .map(row -> row.row().activity())
                                        .distinct()
                                        .map(activity -> new Choice(activity, support.title(activity), false))
                                        .toList(),
                                support.institutions().entrySet().stream()
                                        .map(one -> new Choice(
                                                one.getKey().toString(),
                                                one.getValue(),
                                                question.institution()
                                                        .equals(Optional.of(
                                                                one.getKey().toString()))))
                                        .toList(),
                                Arrays.stream(InstitutionVerdict.values())
                                        .map(verdict -> new Choice(
                                                verdict.code(),
                                                wording.say(verdict.label()),
                                                verdict == InstitutionVerdict.NOT
                                                        && question.institution()
                                                                .filter(key -> !key.equals(InstitutionRow.NONE))
                                                                .isPresent()))
                                        .toList(),
                                here.toString(),
                                opened.mayWrite(Role.CONTRIBUTOR),
                                token)));
    }

    @GetMapping("/workspaces/{id}/coordination/{table:institutions|institution-rows}.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable String table,
            @PathVariable String form,
            Wording wording,
            Address here,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        boolean isRows = table.equals("institution-rows");
        InstitutionQuestion question = InstitutionQuestion.of(
                here, opened.view().charter(), isRows ? InstitutionQuestion.OF_ROWS : InstitutionQuestion.CHOICES);
        InstitutionSupport support = support(opened, question);
        return TableFiles.answer(
                form,
                table,
                isRows
                        ? support.rowTable(support.rows(), InstitutionPages::link, wording)
                        : support.table(rows(opened, here), InstitutionPages::link, wording),
                opened.state(),
                opened.workspace().day(reader.id()),
                opened.layouts().facts(wording),
                wording);
    }

    /** Says that an activity supports an institution, or that it does not. The form stands where the rows are. */
    @StandsOn(value = "/workspaces/{id}/coordination/institution-rows", back = "back")
    @PostMapping("/workspaces/{id}/coordination/institutions")
    ResponseEntity<Void> say(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String activity,
            @RequestParam(defaultValue = "") String institution,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "") String back,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        if (institution.isBlank()) {
            throw Failure.wrongUse(Sentence.of("coordination.institution.failure.which"))
                    .at("institution");
        }
        Address page = Address.of(opened.path(BELOW)).with("country", country.isEmpty() ? null : country);
        InstitutionSupport support =
                support(opened, InstitutionQuestion.of(page, opened.view().charter(), InstitutionQuestion.CHOICES));
        Outcomes.check(
                opened,
                opened.workspace().append(reader.id(), support.saying(institution, activity, verdict, why)),
                "why");
        String own = Address.own(back);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(own.startsWith(opened.path("coordination/institution")) ? own : page.toString()))
                .build();
    }
}
