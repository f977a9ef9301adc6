package org.salus.portal.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.context.PremiseMap;
import org.salus.evidence.Evidence;
import org.salus.evidence.Rates;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Layout.Link;
import org.salus.frame.web.Layouts;
import org.salus.frame.web.TableView;
import org.salus.framework.Wording;
import org.salus.portal.Brief;
import org.salus.portal.BriefDocument;
import org.salus.portal.Briefs;
import org.salus.portal.CountryFiles;
import org.salus.portal.CountryQuestion;
import org.salus.portal.CountryTables;
import org.salus.portal.PivotQuestion;
import org.salus.portfolio.CountedOnce;
import org.salus.portfolio.Measure;
import org.salus.portfolio.Period;
import org.salus.portfolio.Pivot;
import org.salus.portfolio.PlannedSupport;
import org.salus.portfolio.SupportMap;
import org.salus.portfolio.SupportTraits;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of a country share: the rail with its parts in the order of the approach, the choices, the tables. */
final class CountryFrame {
    private final Evidence evidence;
    private final Briefs briefs;
    private final Layouts layouts;

    CountryFrame(Evidence evidence, Briefs briefs, Layouts layouts) {
        this.evidence = evidence;
        this.briefs = briefs;
        this.layouts = layouts;
    }

    /**
     * The choices of a page.
     *
     * @param years that may be chosen
     * @param measure empty where no money is shown
     */
    record Choosing(CountryQuestion question, List<Integer> years, Optional<Measure> measure) {
        /** Codes of the currencies that sums may be in. */
        Collection<String> currencies() {
            return Rates.shipped().currencies();
        }
    }

    /** A page of the country that is one of its parts, or below one. */
    Layout layout(CountryQuestion question, Wording wording, String title) {
        return railed(
                layouts.of(wording, question.here(), title).under(wording.say("frame.rail.home"), "/"),
                question,
                wording);
    }

    /** The page with the parts of the country in its rail. */
    static Layout railed(Layout layout, CountryQuestion question, Wording wording) {
        return layout.withRail(
                question.country().name(),
                List.of(
                        link(wording, "premise", question.part("premise")),
                        link(wording, "governance", question.part("governance")),
                        link(wording, "support", question.page()),
                        link(wording, "activities", question.activities()),
                        link(wording, "coordination", question.part("coordination")),
                        link(wording, "chains", question.part("chains")),
                        link(wording, "oecd", question.part("oecd")),
                        link(wording, "gaps", question.part("gaps"))));
    }

    /** The same for a page below the country's own. */
    Layout below(CountryQuestion question, Wording wording, String title) {
        return layout(question, wording, title)
                .under(question.country().name(), question.page().toString());
    }

    private static Link link(Wording wording, String part, Address address) {
        return new Link(wording.say("portal.rail." + part), address.toString());
    }

    Brief brief(CountryQuestion question) {
        return briefs.of(question);
    }

    static Measure measure(CountryQuestion question, SupportMap map) {
        return question.measure().orElseGet(() -> BriefDocument.measure(map));
    }

    CountryTables tables(CountryQuestion question, Brief brief, Wording wording) {
        return new CountryTables(
                evidence.snapshot(),
                briefs.premises(),
                briefs.supports(),
                brief,
                question,
                LocalDate.now(Clock.systemUTC()),
                wording);
    }

    /** What is known of the country's activities beside money and areas. */
    SupportTraits traits(CountryQuestion question) {
        return briefs.supports().traits(evidence.snapshot(), question.country());
    }

    /** What a pivot leaves out because it is told again. */
    BigDecimal setAside(PivotQuestion pivot) {
        CountryQuestion question = pivot.question();
        return briefs.supports()
                .setAside(
                        evidence.snapshot(), question.country(), question.period(), question.currency(), pivot.asked());
    }

    Pivot pivot(PivotQuestion pivot, Brief brief) {
        CountryQuestion question = pivot.question();
        return briefs.supports()
                .pivot(
                        evidence.snapshot(),
                        question.country(),
                        question.period(),
                        question.currency(),
                        brief.asOf(),
                        pivot.asked());
    }

    /** The country's money counted once, by the rules alone. */
    CountedOnce once(CountryQuestion question) {
        return briefs.supports().once(evidence.snapshot(), question.country(), question.currency());
    }

    /** What the country's activities plan. */
    PlannedSupport planned(CountryQuestion question) {
        return briefs.supports()
                .planned(evidence.snapshot(), question.country(), question.period(), question.currency());
    }

    /** Where the violence behind the premise is recorded, as it may leave the program today. */
    PremiseMap premiseMap(CountryQuestion question) {
        return briefs.premises()
                .map(
                        evidence.snapshot(),
                        question.country(),
                        question.period().from(),
                        question.period().to())
                .forExport(LocalDate.now(Clock.systemUTC()));
    }

    CountryFiles files(CountryQuestion question, Brief brief, Wording wording) {
        return new CountryFiles(brief, question, wording);
    }

    /** A table by its name, with its files. */
    static TableView view(String name, CountryQuestion question, CountryTables tables, Layout layout) {
        return TableView.of(name, tables.get(name), layout).withFiles(question.file(name));
    }

    Choosing choosing(CountryQuestion question, SupportMap map, Optional<Measure> measure) {
        return new Choosing(question, years(question, map), measure);
    }

    /** The choices of a page without money that speaks about years of its own. */
    Choosing choosing(CountryQuestion question, SupportMap map, List<Integer> more) {
        return new Choosing(
                question,
                Stream.concat(years(question, map).stream(), more.stream())
                        .distinct()
                        .sorted()
                        .toList(),
                Optional.empty());
    }

    /** Every year that may be chosen: those with money, and those in the address. */
    private List<Integer> years(CountryQuestion question, SupportMap map) {
        SupportMap whole = question.period().isAll()
                ? map
                : briefs.of(question.country(), Period.ALL).support();
        List<Integer> years = new ArrayList<>(whole.years());
        Integer from = question.period().from();
        Integer to = question.period().to();
        if (from != null && !years.contains(from)) {
            years.add(from);
        }
        if (to != null && !years.contains(to)) {
            years.add(to);
        }
        return years.stream().sorted().toList();
    }

    static ModelAndView page(String template, Object page) {
        return new ModelAndView(template, Map.of("page", page));
    }
}
