package org.salus.portal.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.context.GovernancePanel;
import org.salus.context.Premise;
import org.salus.context.PremiseMap;
import org.salus.context.Premises;
import org.salus.evidence.Evidence;
import org.salus.evidence.Rates;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Layout.Link;
import org.salus.frame.web.Layouts;
import org.salus.frame.web.TableView;
import org.salus.framework.Wording;
import org.salus.portal.Brief;
import org.salus.portal.Briefs;
import org.salus.portal.CountryQuestion;
import org.salus.portal.CountryTables;
import org.salus.portal.CrsCheck;
import org.salus.portal.Gap;
import org.salus.portfolio.Period;
import org.salus.portfolio.SupportMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The parts of a country beside support: on which premise, how it is governed, what the OECD was told, what is missing. One question a page. */
@Controller
final class PartPages {
    private static final int SHOWN_PARTIES = 12;

    private final Briefs briefs;
    private final CountryFrame frame;

    PartPages(Evidence evidence, Briefs briefs, Layouts layouts) {
        this.briefs = briefs;
        this.frame = new CountryFrame(evidence, briefs, layouts);
    }

    /** The premise with its map and timeline. */
    record PremisePage(
            Layout layout,
            CountryFrame.Choosing choosing,
            Premise premise,
            Optional<ChartView> timeline,
            Optional<PageMap> map,
            String mapLegend,
            List<String> facts,
            List<TableView> parties,
            Optional<TableView> indices,
            List<Link> behind) {}

    @GetMapping("/countries/{iso3}/premise")
    ModelAndView premise(@PathVariable String iso3, Wording wording, Address here) {
        CountryQuestion question = CountryQuestion.of(iso3, here);
        Brief brief = frame.brief(question);
        Premise premise = brief.premise();
        Layout layout = frame.below(
                        question,
                        wording,
                        wording.say("portal.premise.title", question.country().inText(wording)))
                .from(brief.snapshot())
                .withCharts();
        CountryTables tables = frame.tables(question, brief, wording);
        PremiseViews views = new PremiseViews(question, tables, layout);
        PremiseMap map = frame.premiseMap(question);
        return CountryFrame.page(
                "portal/web/premise",
                new PremisePage(
                        layout,
                        frame.choosing(
                                question,
                                brief.support(),
                                premise.perYear().stream()
                                        .map(Premise.YearRow::year)
                                        .toList()),
                        premise,
                        views.timeline(premise),
                        views.map(map),
                        views.legend(map),
                        views.facts(premise),
                        Stream.of("premise-types", "premise-actors", "premise-units")
                                .map(name -> CountryFrame.view(name, question, tables, layout))
                                .filter(view -> !view.table().rows().isEmpty())
                                .map(view -> view.withFold(SHOWN_PARTIES))
                                .toList(),
                        premise.others().isEmpty()
                                ? Optional.empty()
                                : Optional.of(TableView.of("indices", tables.get("premise-indices"), layout)
                                        .withFiles(question.file("premise-indices"))),
                        behind(question, premise, wording)));
    }

    /** Where the rows behind the figures of the premise are. */
    private static List<Link> behind(CountryQuestion question, Premise premise, Wording wording) {
        List<Link> links = new ArrayList<>();
        if (premise.events().valueIfAny().isPresent()) {
            links.add(new Link(
                    wording.say("portal.premise.behind.events"),
                    question.table("events").toString()));
        }
        if (premise.perYear().stream()
                .anyMatch(row -> row.best().valueIfAny().isPresent()
                        && row.events().valueIfAny().isEmpty())) {
            links.add(new Link(
                    wording.say("portal.premise.behind.totals"),
                    question.table("indicators")
                            .with("descriptor", Premises.YEARLY_DEATHS)
                            .toString()));
        }
        return links;
    }

    /** A publisher's indicators. */
    record PublisherPart(ChartView chart) {}

    /** How publishers see the country's governance. */
    record GovernancePage(
            Layout layout,
            CountryQuestion question,
            int indicators,
            int firstYear,
            List<PublisherPart> publishers,
            Optional<TableView> treaties) {}

    @GetMapping("/countries/{iso3}/governance")
    ModelAndView governance(@PathVariable String iso3, Wording wording, Address here) {
        CountryQuestion question = CountryQuestion.of(iso3, here);
        Brief brief = frame.brief(question);
        Layout layout = frame.below(
                        question,
                        wording,
                        wording.say(
                                "portal.governance.title", question.country().inText(wording)))
                .from(brief.snapshot())
                .withCharts();
        CountryTables tables = frame.tables(question, brief, wording);
        PremiseViews views = new PremiseViews(question, tables, layout);
        List<GovernancePanel.Publisher> publishers = brief.governance().publishers();
        return CountryFrame.page(
                "portal/web/governance",
                new GovernancePage(
                        layout,
                        question,
                        publishers.stream()
                                .mapToInt(publisher -> publisher.series().size())
                                .sum(),
                        views.firstYear(),
                        publishers.stream()
                                .map(publisher -> new PublisherPart(views.governance(publisher)))
                                .toList(),
                        Optional.of(CountryFrame.view("treaties", question, tables, layout))
                                .filter(view -> !view.table().rows().isEmpty())));
    }

    /** What the published data leave open, and what is in no figure. */
    record GapsPage(
            Layout layout,
            CountryFrame.Choosing choosing,
            String answer,
            Optional<String> ofDemo,
            Optional<TableView> gaps,
            Optional<TableView> leftOut) {}

    @GetMapping("/countries/{iso3}/gaps")
    ModelAndView gaps(@PathVariable String iso3, Wording wording, Address here) {
        CountryQuestion question = CountryQuestion.of(iso3, here);
        Brief brief = frame.brief(question);
        SupportMap map = brief.support();
        Layout layout = frame.below(
                        question,
                        wording,
                        wording.say("portal.gaps.title", question.country().inText(wording)))
                .from(brief.snapshot());
        CountryTables tables = frame.tables(question, brief, wording);
        return CountryFrame.page(
                "portal/web/gaps",
                new GapsPage(
                        layout,
                        frame.choosing(question, map, Optional.empty()),
                        map.activities().isEmpty()
                                ? wording.say(
                                        "portal.brief.nothing",
                                        question.country().inText(wording))
                                : answer(map, wording),
                        Gap.ofDemo(brief).map(wording::say),
                        map.activities().isEmpty()
                                ? Optional.empty()
                                : Optional.of(CountryFrame.view("gaps", question, tables, layout)),
                        map.leftOut().isEmpty()
                                ? Optional.empty()
                                : Optional.of(CountryFrame.view("left-out", question, tables, layout))));
    }

    private static String answer(SupportMap map, Wording wording) {
        Gap most = Stream.of(Gap.values())
                .max(Comparator.comparingLong(gap -> gap.in(map)))
                .orElseThrow();
        long complete = map.activities().stream()
                .filter(activity -> Stream.of(Gap.values()).noneMatch(gap -> gap.isIn(activity)))
                .count();
        return wording.say(
                "portal.gaps.answer",
                wording.say("portal.gap." + most.code()),
                most.in(map),
                map.activities().size(),
                complete);
    }

    /** What donors told the OECD beside what is loaded. */
    record OecdPage(
            Layout layout,
            CountryFrame.Choosing choosing,
            String answer,
            Optional<ChartView> years,
            Optional<TableView> purposes) {}

    @GetMapping("/countries/{iso3}/oecd")
    ModelAndView oecd(@PathVariable String iso3, Wording wording, Address here) {
        CountryQuestion question = CountryQuestion.of(iso3, here);
        Brief brief = frame.brief(question);
        CrsCheck crs = brief.crs();
        Layout layout = frame.below(
                        question,
                        wording,
                        wording.say("portal.crs.title", question.country().inText(wording)))
                .from(brief.snapshot())
                .withCharts();
        CountryTables tables = frame.tables(question, brief, wording);
        return CountryFrame.page(
                "portal/web/oecd",
                new OecdPage(
                        layout,
                        frame.choosing(
                                question,
                                brief.support(),
                                briefs.of(question.country(), Period.ALL).crs().years().stream()
                                        .map(CrsCheck.Year::year)
                                        .toList()),
                        answer(crs, layout),
                        SupportViews.crs(crs, CountryFrame.view("crs-years", question, tables, layout), layout),
                        crs.rows().isEmpty()
                                ? Optional.empty()
                                : Optional.of(CountryFrame.view("crs", question, tables, layout))));
    }

    /** What both say of the years that both have; sums over different years would compare nothing. */
    private static String answer(CrsCheck crs, Layout layout) {
        Wording wording = layout.wording();
        List<CrsCheck.Year> told =
                crs.years().stream().filter(year -> year.crsUsd().isPresent()).toList();
        if (told.isEmpty()) {
            return wording.say("portal.crs.answer.none");
        }
        List<CrsCheck.Year> both = crs.ofBoth();
        if (both.isEmpty()) {
            return wording.say(
                    "portal.crs.answer.apart",
                    layout.numerals().money(Rates.DOLLAR, CrsCheck.crsUsd(told)),
                    YearSpans.of(told.stream().map(CrsCheck.Year::year).toList(), wording));
        }
        String answer = wording.say(
                "portal.crs.answer",
                layout.numerals().money(Rates.DOLLAR, CrsCheck.crsUsd(both)),
                YearSpans.of(both.stream().map(CrsCheck.Year::year).toList(), wording),
                layout.numerals().money(Rates.DOLLAR, CrsCheck.loadedUsd(both)));
        List<Integer> alone = told.stream()
                .filter(year -> !year.isOfBoth())
                .map(CrsCheck.Year::year)
                .toList();
        List<Integer> unreported = crs.years().stream()
                .filter(year -> year.crsUsd().isEmpty())
                .map(CrsCheck.Year::year)
                .toList();
        String more = alone.isEmpty() ? "" : " " + wording.say("portal.crs.answer.alone", YearSpans.of(alone, wording));
        return answer
                + more
                + (unreported.isEmpty()
                        ? ""
                        : " " + wording.say("portal.crs.answer.unreported", YearSpans.of(unreported, wording)));
    }
}
