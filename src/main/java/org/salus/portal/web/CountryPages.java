package org.salus.portal.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.context.Premise;
import org.salus.context.PremiseMap;
import org.salus.evidence.Codes;
import org.salus.evidence.Evidence;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Layouts;
import org.salus.frame.web.Numerals;
import org.salus.frame.web.Pager;
import org.salus.frame.web.TableView;
import org.salus.framework.Field;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.portal.ActivitySelection;
import org.salus.portal.Brief;
import org.salus.portal.BriefDocument;
import org.salus.portal.BriefJson;
import org.salus.portal.Briefs;
import org.salus.portal.CountryQuestion;
import org.salus.portal.Gap;
import org.salus.portal.Origin;
import org.salus.portal.Shown;
import org.salus.portal.SupportTables;
import org.salus.portfolio.Amounts;
import org.salus.portfolio.LeftOut;
import org.salus.portfolio.LeftOutRow;
import org.salus.portfolio.Measure;
import org.salus.portfolio.SupportMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A country as one arrives there: who supports what, what is left out, from which sources; and its activities. */
@Controller
final class CountryPages {
    private static final int SHOWN_ACTIVITIES = 5;
    private static final int SHOWN_GAPS = 3;
    private static final int SHOWN_REMAINDERS = 4;
    private static final int ACTIVITIES_PER_PAGE = 25;

    private final Evidence evidence;
    private final CountryFrame frame;
    private final CountryMaps maps;

    CountryPages(Evidence evidence, Briefs briefs, Layouts layouts, Workspaces workspaces) {
        this.maps = new CountryMaps(workspaces);
        this.evidence = evidence;
        this.frame = new CountryFrame(evidence, briefs, layouts);
    }

    /** A main figure with where it leads. */
    record KeyFigure(String name, String value, String exact, String href, String note) {}

    /** A column that may be shown or hidden, with what is in it. */
    record Toggle(String text, String exact, String action, String href) {}

    /** Something the data leave open, in a few words, with where it leads. */
    record Missing(String text, String href) {}

    /** A count of what is in the files, whatever area it is for. */
    record Published(String name, String value, Optional<String> exact, Optional<String> href) {}

    /**
     * What no figure contains for one reason, leading to all its rows.
     *
     * @param sums what it amounts to, the largest of each measure first
     * @param more how many more sums there are
     */
    record Remainder(String text, String href, List<RemainderSum> sums, int more) {}

    /** An amount that is left out, leading to exactly the rows it is the sum of, with the words before it. */
    record RemainderSum(String before, String amount, String exact, String href) {}

    /** The support map and what surrounds it. */
    record SupportPanel(
            SupportViews.HeatMap heatMap,
            List<Toggle> toggles,
            TableView areas,
            Optional<ChartView> years,
            TableView activities,
            String allActivities,
            List<Missing> missing,
            Optional<String> ofDemo,
            List<Remainder> leftOut,
            List<Published> published) {}

    /** What is recorded of violence, as far as years of it are loaded: the page of the premise tells the rest. */
    record PremisePanel(ChartView timeline, Optional<PageMap> map, String mapLegend) {}

    /** The country's page. */
    record CountryPage(
            Layout layout,
            CountryFrame.Choosing choosing,
            String answer,
            List<KeyFigure> figures,
            Optional<SupportPanel> support,
            Premise premise,
            Optional<PremisePanel> panel,
            List<CountryMaps.Said> maps,
            List<Origin> sources,
            String edition) {
        CountryQuestion question() {
            return choosing.question();
        }
    }

    @GetMapping("/countries/{iso3}")
    ModelAndView country(@PathVariable String iso3, Wording wording, Address here, SignedIn reader) {
        CountryQuestion question = CountryQuestion.of(iso3, here);
        Brief brief = frame.brief(question);
        SupportMap map = brief.support();
        Measure measure = CountryFrame.measure(question, map);
        Layout layout = frame.layout(
                        question,
                        wording,
                        wording.say("portal.brief.title", question.country().inText(wording)))
                .from(brief.snapshot())
                .withCharts();
        return CountryFrame.page(
                "portal/web/country",
                new CountryPage(
                        layout,
                        frame.choosing(question, map, Optional.of(measure)),
                        new BriefDocument(wording).answer(brief, measure),
                        figures(question, map, layout),
                        map.activities().isEmpty()
                                ? Optional.empty()
                                : Optional.of(support(question, brief, measure, layout)),
                        brief.premise(),
                        panel(question, brief, layout),
                        maps.about(question.country().iso3(), reader, wording),
                        brief.origins(),
                        Shown.editions(map.edition())));
    }

    private Optional<PremisePanel> panel(CountryQuestion question, Brief brief, Layout layout) {
        PremiseViews views = new PremiseViews(question, frame.tables(question, brief, layout.wording()), layout);
        return views.timeline(brief.premise()).map(timeline -> {
            PremiseMap map = frame.premiseMap(question);
            return new PremisePanel(timeline, views.map(map), views.legend(map));
        });
    }

    private SupportPanel support(CountryQuestion question, Brief brief, Measure measure, Layout layout) {
        SupportMap map = brief.support();
        Wording wording = layout.wording();
        SupportViews views = new SupportViews(question, map, measure, layout);
        Address reform = question.page().with("area", "reform");
        ActivitySelection list = ActivitySelection.of(evidence.snapshot(), map, measure, reform);
        return new SupportPanel(
                views.heatMap(),
                List.of(
                        toggle(question, "none", question.none(), ReformArea.NONE, views, layout),
                        toggle(question, "unknown", question.unknown(), ReformArea.CANNOT_BE_TOLD, views, layout)),
                views.areas(),
                views.years(),
                new ActivityTable(question, reform)
                        .of(
                                list.activities().stream()
                                        .limit(SHOWN_ACTIVITIES)
                                        .toList(),
                                list.sort(),
                                layout,
                                wording.say("portal.activities.largest")),
                question.activities().toString(),
                missing(question, map, layout),
                Gap.ofDemo(brief).map(wording::say),
                map.leftOut().stream()
                        .map(left -> remainder(question, left, layout))
                        .toList(),
                published(question, map, layout));
    }

    private static Remainder remainder(CountryQuestion question, LeftOut left, Layout layout) {
        Wording wording = layout.wording();
        Address rows =
                question.table("left-out-rows").with("reason", left.reason().code());
        List<RemainderSum> sums = new ArrayList<>();
        int more = 0;
        for (Map.Entry<Measure, Map<String, BigDecimal>> measured :
                left.amounts().entrySet()) {
            List<Map.Entry<String, BigDecimal>> largest = measured.getValue().entrySet().stream()
                    .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
                    .limit(SHOWN_REMAINDERS)
                    .toList();
            more += measured.getValue().size() - largest.size();
            for (Map.Entry<String, BigDecimal> one : largest) {
                String currency = one.getKey().equals(LeftOutRow.NO_CURRENCY)
                        ? wording.say("portal.brief.no-currency")
                        : one.getKey();
                boolean first = one.equals(largest.getFirst());
                sums.add(new RemainderSum(
                        first
                                ? wording.say(
                                        "portal.left-out." + (sums.isEmpty() ? "first" : "next"),
                                        wording.say("portfolio.measure."
                                                + measured.getKey().word()))
                                : wording.say("portal.left-out.also"),
                        layout.numerals().money(currency, one.getValue()),
                        layout.numerals().exactMoney(currency, one.getValue()),
                        rows.with("counted_as", measured.getKey().word())
                                .with("published_in", one.getKey())
                                .toString()));
            }
        }
        return new Remainder(
                wording.say(
                        "portal.brief.left-out-one",
                        wording.say("portfolio.left-out." + left.reason().code()),
                        left.transactions(),
                        left.activities().size()),
                rows.toString(),
                sums,
                more);
    }

    /** What publishers count, too: it can be held against their own totals. */
    private static List<Published> published(CountryQuestion question, SupportMap map, Layout layout) {
        Wording wording = layout.wording();
        Numerals numerals = layout.numerals();
        SupportMap.AreaFree coded = map.peaceAndSecurity();
        List<Published> found = new ArrayList<>(List.of(
                new Published(
                        wording.say("portal.published.donor-names"),
                        numerals.count(map.donorNames()),
                        Optional.empty(),
                        Optional.of(question.table("donor-names").toString())),
                new Published(
                        wording.say("portal.published.located"),
                        wording.say(
                                "portal.published.of",
                                numerals.count(map.located()),
                                numerals.count(map.activities().size())),
                        Optional.empty(),
                        Optional.of(question.activities().with("located", "yes").toString())),
                new Published(
                        wording.say("portal.published.locations"),
                        numerals.count(map.locations()),
                        Optional.empty(),
                        Optional.of(question.table("locations").toString())),
                new Published(
                        wording.say("portal.published.coded"),
                        numerals.count(coded.activities()),
                        Optional.empty(),
                        Optional.of(
                                question.activities().with("purpose_152", "yes").toString()))));
        for (Measure measure : Measure.values()) {
            BigDecimal value = coded.amounts().of(measure);
            if (value.signum() != 0) {
                found.add(new Published(
                        wording.say("portal.published.coded." + measure.word()),
                        numerals.money(map.currency(), value),
                        Optional.of(numerals.exactMoney(map.currency(), value)),
                        Optional.of(question.rows(measure)
                                .with("purpose_152", "yes")
                                .toString())));
            }
        }
        return found;
    }

    private static Toggle toggle(
            CountryQuestion question, String name, boolean shown, ReformArea area, SupportViews views, Layout layout) {
        BigDecimal value = views.ofArea(area);
        return new Toggle(
                layout.wording().say("portal.toggle." + name, layout.numerals().money(question.currency(), value)),
                layout.numerals().exactMoney(question.currency(), value),
                layout.wording().say(shown ? "portal.toggle.hide" : "portal.toggle.show"),
                question.page().with(name, shown ? null : "yes") + "#support");
    }

    /** What is missing most. */
    private static List<Missing> missing(CountryQuestion question, SupportMap map, Layout layout) {
        record Count(Gap gap, long activities) {}
        return Stream.of(Gap.values())
                .map(gap -> new Count(gap, gap.in(map)))
                .filter(count -> count.activities() > 0)
                .sorted(Comparator.comparingLong(Count::activities).reversed())
                .limit(SHOWN_GAPS)
                .map(count -> new Missing(
                        layout.wording()
                                .say(
                                        "portal.gaps.one",
                                        layout.wording()
                                                .say("portal.gap." + count.gap().code()),
                                        count.activities(),
                                        map.activities().size()),
                        question.activities().with("gap", count.gap().code()).toString()))
                .toList();
    }

    private static List<KeyFigure> figures(CountryQuestion question, SupportMap map, Layout layout) {
        Wording wording = layout.wording();
        Amounts reform = Amounts.ZERO;
        int activities = 0;
        for (var area : map.areas()) {
            if (area.area().isSsr()) {
                reform = reform.plus(area.amounts());
                activities += area.activities();
            }
        }
        List<KeyFigure> figures = new ArrayList<>();
        figures.add(new KeyFigure(
                wording.say("portal.figure.activities"),
                layout.numerals().count(activities),
                layout.numerals().count(activities),
                question.activities().with("area", "reform").toString(),
                wording.say(
                        "portal.figure.activities.note",
                        layout.numerals().count(map.activities().size()))));
        for (Measure measure : Measure.values()) {
            BigDecimal value = reform.of(measure);
            if (map.totals().of(measure).signum() != 0) {
                figures.add(new KeyFigure(
                        wording.say("portal.figure." + measure.word()),
                        layout.numerals().money(map.currency(), value),
                        layout.numerals().exactMoney(map.currency(), value),
                        question.rows(measure).with("reform", "yes").toString(),
                        wording.say(
                                "portal.figure.money.note",
                                layout.numerals()
                                        .money(map.currency(), map.totals().of(measure)))));
            }
        }
        int donors = SupportTables.donorsOf(map, true).size();
        figures.add(new KeyFigure(
                wording.say("portal.figure.donors"),
                layout.numerals().count(donors),
                layout.numerals().count(donors),
                question.table("donors").with("reform", "yes").toString(),
                wording.say("portal.figure.donors.note")));
        return figures;
    }

    /** The activities of a country. */
    record ActivitiesPage(
            Layout layout,
            CountryQuestion question,
            int all,
            Pager pager,
            TableView table,
            List<Choice> areas,
            List<Choice> donors,
            List<Choice> statuses,
            List<Choice> gaps,
            List<Choice> fields,
            List<Choice> located,
            List<Choice> coded) {
        String chosen(String name) {
            return question.here().choice(name).orElse("");
        }
    }

    /** A value that may be chosen. */
    record Choice(String value, String text) {}

    @GetMapping("/countries/{iso3}/activities")
    ModelAndView activities(@PathVariable String iso3, Wording wording, Address here) {
        CountryQuestion.refuseOthers(
                here,
                Stream.concat(ActivitySelection.names().stream(), Stream.of("page"))
                        .toList());
        CountryQuestion question = CountryQuestion.of(iso3, here);
        Brief brief = frame.brief(question);
        SupportMap map = brief.support();
        Measure measure = CountryFrame.measure(question, map);
        ActivitySelection list = ActivitySelection.of(evidence.snapshot(), map, measure, here);
        Pager pager = new Pager(here, list.activities().size(), ACTIVITIES_PER_PAGE, "activities");
        Layout layout = frame.below(
                        question,
                        wording,
                        wording.say(
                                "portal.activities.title", question.country().inText(wording)))
                .from(brief.snapshot());
        List<Choice> areas = new ArrayList<>();
        areas.add(new Choice("reform", wording.say("portal.rows.reform")));
        for (ReformArea area : ReformArea.values()) {
            areas.add(new Choice(area.code(), area.code() + " " + wording.say(area.label())));
        }
        return CountryFrame.page(
                "portal/web/activities",
                new ActivitiesPage(
                        layout,
                        question,
                        map.activities().size(),
                        pager,
                        new ActivityTable(question, here)
                                .of(
                                        pager.of(list.activities()),
                                        list.sort(),
                                        layout,
                                        wording.say(
                                                "portal.activities.found",
                                                layout.numerals()
                                                        .count(list.activities().size()),
                                                layout.numerals()
                                                        .count(map.activities().size()))),
                        areas,
                        map.donors().stream()
                                .map(donor -> new Choice(donor.name(), BriefJson.donorName(donor.name(), wording)))
                                .sorted(Comparator.comparing(Choice::text))
                                .toList(),
                        ActivitySelection.statuses(map).stream()
                                .map(status -> new Choice(
                                        status,
                                        Codes.shipped()
                                                .find("ActivityStatus", status)
                                                .orElse(status)))
                                .toList(),
                        Stream.of(Gap.values())
                                .map(gap -> new Choice(gap.code(), wording.say("portal.gap." + gap.code())))
                                .toList(),
                        Stream.of(Field.values())
                                .map(field -> new Choice(
                                        field.code(),
                                        wording.say("portal.rows.field", field.code(), wording.say(field.label()))))
                                .toList(),
                        yesOrNo("located", wording),
                        yesOrNo("purpose-152", wording)));
    }

    private static List<Choice> yesOrNo(String name, Wording wording) {
        return Stream.of("yes", "no")
                .map(word -> new Choice(word, wording.say("portal.choice." + name + "." + word)))
                .toList();
    }
}
