package org.salus.portfolio.web;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Activity;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.evidence.Rates;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Numerals;
import org.salus.frame.web.Pager;
import org.salus.frame.web.StandsOn;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.people.SignedIn;
import org.salus.portfolio.ActivityProposal;
import org.salus.portfolio.Judgements;
import org.salus.portfolio.Measure;
import org.salus.portfolio.OrganisationJudgements;
import org.salus.portfolio.OrganisationQuestion;
import org.salus.portfolio.Period;
import org.salus.portfolio.ReportedMoney;
import org.salus.portfolio.ReviewQuestion;
import org.salus.portfolio.SameActivityJudgement;
import org.salus.portfolio.SameActivityJudgements;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.SupportMap;
import org.salus.portfolio.Supports;
import org.salus.portfolio.TypedSameActivities;
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

/** Activities that two organisations may have reported: pairs side by side, judged the same or not with a reason, and what that does to the money that counts. */
@Controller
final class SameActivityPages {
    private static final String BELOW = "portfolio/activities";
    private static final int PAGE = 50;

    /** Between the identifiers of a pair in a form. */
    private static final String BETWEEN = "\t";

    private final WorkspaceWeb web;
    private final Evidence evidence;
    private final Supports supports;

    SameActivityPages(WorkspaceWeb web, Evidence evidence, Supports supports) {
        this.web = web;
        this.evidence = evidence;
        this.supports = supports;
    }

    /** An activity by its title. */
    record Named(String title, String href) {}

    /**
     * Two that may be one.
     *
     * @param keys as the form sends them
     */
    record Pair(String keys, Named first, Named second, String score, String reasons, boolean isTicked) {}

    /** Something people said. */
    record Said(
            String verdict,
            Named first,
            Named second,
            String why,
            String who,
            String when,
            String href,
            boolean isDisputed) {}

    /** One thing about the two. */
    record Line(String name, String first, String second) {}

    /** Two side by side. */
    record Compared(String keys, Named first, Named second, List<Line> lines) {}

    /** What of a measure is set aside now, and what would be. */
    record Effect(String measure, String before, String after) {}

    /** The page. */
    record View(
            Layout layout,
            Opened opened,
            Country country,
            List<ReviewPages.Choice> countries,
            List<Pair> pairs,
            int total,
            Pager pager,
            List<Said> said,
            List<Compared> preview,
            List<Effect> effects,
            boolean isDisputed,
            String verdict,
            String why,
            boolean mayWrite,
            CsrfToken token) {
        String path() {
            return opened.path(BELOW);
        }
    }

    @GetMapping("/workspaces/{id}/portfolio/activities")
    ModelAndView show(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        if (ReviewQuestion.countries(opened.view().charter()).isEmpty()) {
            return new ModelAndView(
                    "portfolio/web/nothing",
                    Map.of("layout", opened.layout(here, wording.say("portfolio.same-activity.page.title"), token)));
        }
        return page(opened, here, token, Optional.empty());
    }

    private static Country country(Address here, Opened opened) {
        return OrganisationQuestion.of(here, opened.view().charter(), "page").country();
    }

    private SupportMap map(Opened opened, Country country) {
        return supports.judged(evidence.snapshot(), country, Period.ALL, Rates.DOLLAR, Judgements.of(opened.view()));
    }

    private ReportedMoney reported(Opened opened, Country country, SameActivityJudgements said) {
        return supports.reported(
                evidence.snapshot(),
                country,
                Rates.DOLLAR,
                Judgements.of(opened.view()),
                OrganisationJudgements.of(opened.view()),
                said);
    }

    private ModelAndView page(Opened opened, Address here, CsrfToken token, Optional<TypedSameActivities> typed) {
        Wording wording = opened.wording();
        Country country = country(here, opened);
        SupportMap map = map(opened, country);
        SameActivityJudgements judgements = SameActivityJudgements.of(opened.view());
        ReportedMoney money = reported(opened, country, judgements);
        List<SameActivityJudgement> wanted =
                typed.map(one -> one.judgements(map)).orElse(List.of());
        SameActivityJudgements then = judgements.and(wanted);
        List<String> ticked = wanted.stream()
                .map(one -> String.join(BETWEEN, one.activities()))
                .toList();
        Pager pager = new Pager(here, money.proposals().size(), PAGE, "pairs");
        return new ModelAndView(
                "portfolio/web/same-activities",
                Map.of(
                        "page",
                        new View(
                                opened.layout(here, wording.say("portfolio.same-activity.page.title"), token),
                                opened,
                                country,
                                ReviewQuestion.countries(opened.view().charter()).stream()
                                        .map(one -> new ReviewPages.Choice(one.iso3(), one.name(), one.equals(country)))
                                        .toList(),
                                pager.of(money.proposals()).stream()
                                        .map(one -> pair(one, ticked, wording))
                                        .toList(),
                                money.proposals().size(),
                                pager,
                                said(opened, judgements, map),
                                wanted.stream()
                                        .map(one -> compared(one, map, wording))
                                        .toList(),
                                wanted.isEmpty() ? List.of() : effects(money, reported(opened, country, then), wording),
                                then.disputed().stream().anyMatch(item -> wanted.contains(item.value())),
                                typed.map(one -> one.verdict().code()).orElse(""),
                                typed.map(TypedSameActivities::why).orElse(""),
                                opened.mayWrite(Role.CONTRIBUTOR),
                                token)));
    }

    private static Pair pair(ActivityProposal one, List<String> ticked, Wording wording) {
        String keys = one.first() + BETWEEN + one.second();
        return new Pair(
                keys,
                named(one.first(), one.firstTitle()),
                named(one.second(), one.secondTitle()),
                one.score().toPlainString(),
                String.join("; ", one.reasons().stream().map(wording::say).toList()),
                ticked.contains(keys));
    }

    private static Named named(String identifier, String title) {
        return new Named(
                title.isBlank() ? identifier : title,
                Address.of("/activities").with("id", identifier).toString());
    }

    private static Named named(String identifier, SupportMap map) {
        return named(
                identifier,
                map.find(identifier).map(one -> one.activity().title()).orElse(""));
    }

    private static List<Said> said(Opened opened, SameActivityJudgements judgements, SupportMap map) {
        return Stream.concat(
                        judgements.disputed().stream().map(item -> said(opened, item, map, true)),
                        judgements.counting().stream().map(item -> said(opened, item, map, false)))
                .toList();
    }

    private static Said said(Opened opened, Item<SameActivityJudgement> item, SupportMap map, boolean isDisputed) {
        SameActivityJudgement judgement = item.value();
        Optional<String> who =
                opened.workspace().history(opened.reader().id()).of(item.id(), 1, Optional.empty()).stream()
                        .findFirst()
                        .map(step -> opened.name(step.by().author()));
        Optional<String> when =
                opened.workspace().history(opened.reader().id()).of(item.id(), 1, Optional.empty()).stream()
                        .findFirst()
                        .map(step -> step.by().at().toString().substring(0, 10));
        return new Said(
                opened.wording().say(judgement.verdict().label()),
                named(judgement.activities().getFirst(), map),
                named(judgement.activities().getLast(), map),
                judgement.why(),
                who.orElse(""),
                when.orElse(""),
                opened.path("items/" + item.id()),
                isDisputed);
    }

    private static Compared compared(SameActivityJudgement judgement, SupportMap map, Wording wording) {
        String first = judgement.activities().getFirst();
        String second = judgement.activities().getLast();
        Optional<SortedActivity> one = map.find(first);
        Optional<SortedActivity> other = map.find(second);
        Numerals numerals = new Numerals(wording);
        List<Line> money = Arrays.stream(Measure.values())
                .map(measure -> new Line(
                        wording.say("portfolio.measure." + measure.word()),
                        money(one, measure, map.currency(), numerals),
                        money(other, measure, map.currency(), numerals)))
                .toList();
        List<Line> lines = Stream.concat(
                        Stream.of(
                                new Line(wording.say("portfolio.organisation.activity.identifier"), first, second),
                                new Line(
                                        wording.say("portfolio.same-activity.page.reporter"),
                                        text(
                                                one,
                                                activity -> activity.reporter().label()),
                                        text(
                                                other,
                                                activity -> activity.reporter().label())),
                                new Line(
                                        wording.say("portfolio.same-activity.page.funders"),
                                        one.map(sorted -> String.join("; ", sorted.donors()))
                                                .orElse(""),
                                        other.map(sorted -> String.join("; ", sorted.donors()))
                                                .orElse("")),
                                new Line(
                                        wording.say("portfolio.same-activity.page.time"),
                                        text(one, SameActivityPages::time),
                                        text(other, SameActivityPages::time))),
                        money.stream())
                .toList();
        return new Compared(String.join(BETWEEN, judgement.activities()), named(first, map), named(second, map), lines);
    }

    private static String money(Optional<SortedActivity> one, Measure measure, String currency, Numerals numerals) {
        return one.map(sorted -> sorted.amounts().of(measure))
                .filter(amount -> amount.signum() != 0)
                .map(amount -> numerals.moneyToTheCent(currency, amount))
                .orElse("");
    }

    /** What can be told of an activity. */
    private interface Told {
        @Nullable
        String of(Activity activity);
    }

    private static String text(Optional<SortedActivity> one, Told told) {
        return one.flatMap(sorted -> Optional.ofNullable(told.of(sorted.activity())))
                .orElse("");
    }

    private static String time(Activity activity) {
        LocalDate start = activity.start();
        LocalDate end = activity.end();
        return (start == null ? "" : start.toString()) + " – " + (end == null ? "" : end.toString());
    }

    private static List<Effect> effects(ReportedMoney before, ReportedMoney after, Wording wording) {
        Numerals numerals = new Numerals(wording);
        return Arrays.stream(Measure.values())
                .filter(measure -> before.once().published().of(measure).signum() != 0)
                .map(measure -> {
                    BigDecimal was = before.once().allSetAside().of(measure);
                    BigDecimal is = after.once().allSetAside().of(measure);
                    return new Effect(
                            wording.say("portfolio.measure." + measure.word()),
                            numerals.moneyToTheCent(Rates.DOLLAR, was),
                            numerals.moneyToTheCent(Rates.DOLLAR, is));
                })
                .toList();
    }

    /**
     * Says that two activities are one and its money reported twice, or that they are not; or shows the two beside each other first.
     *
     * @param form the pairs are its values {@code pair}, identifiers with a tab between them
     * @param act {@code preview} to see it first
     * @param part which part of the page is shown
     */
    @StandsOn(value = "/workspaces/{id}/portfolio/activities", back = "back")
    @PostMapping("/workspaces/{id}/portfolio/activities")
    Object say(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(name = "page", defaultValue = "") String part,
            @RequestParam(defaultValue = "") String back,
            Wording wording,
            SignedIn reader,
            CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        String page = opened.path(BELOW);
        Address asked = Address.of(page)
                .with("country", country.isEmpty() ? null : country)
                .with("page", part.isEmpty() ? null : part);
        Country of = country(asked, opened);
        TypedSameActivities typed = TypedSameActivities.of(
                verdict,
                form.getOrDefault("pair", List.of()).stream()
                        .map(pair -> Arrays.stream(pair.split(BETWEEN, -1))
                                .filter(one -> !one.isBlank())
                                .toList())
                        .toList(),
                why);
        if (act.equals("preview")) {
            return page(opened, asked, token, Optional.of(typed));
        }
        List<Edit> edits = typed.edits(map(opened, of), opened.view());
        if (!edits.isEmpty()) {
            Outcomes.check(opened, opened.workspace().append(reader.id(), edits, Reason.EDIT), "why");
        }
        String own = Address.own(back);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(own.startsWith(page) ? own : asked.toString()))
                .build();
    }
}
