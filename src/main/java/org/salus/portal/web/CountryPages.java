package org.salus.portal.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.salus.context.Premise;
import org.salus.context.Premises;
import org.salus.documents.Cell;
import org.salus.documents.ChartDrawer;
import org.salus.documents.Document;
import org.salus.documents.DocxWriter;
import org.salus.documents.HtmlWriter;
import org.salus.documents.PdfWriter;
import org.salus.documents.Table;
import org.salus.evidence.Codes;
import org.salus.evidence.Evidence;
import org.salus.evidence.Snapshot;
import org.salus.evidence.SourceVersion;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Layout.Link;
import org.salus.frame.web.Pager;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.Failure;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.portal.ActivitySelection;
import org.salus.portal.Brief;
import org.salus.portal.BriefDocument;
import org.salus.portal.Briefs;
import org.salus.portal.CountryQuestion;
import org.salus.portal.CountryTables;
import org.salus.portal.Gap;
import org.salus.portal.RowSelection;
import org.salus.portal.SupportTables;
import org.salus.portfolio.Amounts;
import org.salus.portfolio.Measure;
import org.salus.portfolio.Period;
import org.salus.portfolio.SupportMap;
import org.salus.portfolio.SupportRow;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A country: who supports what, on which premise, what is left out; its activities; the rows behind every figure; every table as a file. */
@Controller
final class CountryPages {
    private static final int SHOWN_ACTIVITIES = 10;
    private static final int ACTIVITIES_PER_PAGE = 25;
    private static final int ROWS_PER_PAGE = 100;

    private final Evidence evidence;
    private final Briefs briefs;

    CountryPages(Evidence evidence, Briefs briefs) {
        this.evidence = evidence;
        this.briefs = briefs;
    }

    /** A main figure with where it leads. */
    record KeyFigure(String name, String value, String exact, String href, String note) {}

    /** A column that may be shown or hidden, with what is in it. */
    record Toggle(String text, String exact, String action, String href) {}

    /** The premise and what surrounds it. */
    record PremisePanel(
            Premise premise,
            Optional<ChartView> timeline,
            Optional<PageMap> map,
            Optional<TableView> indices,
            List<Link> behind) {}

    /** The support map and what surrounds it. */
    record SupportPanel(
            TableView heatMap,
            List<Toggle> toggles,
            TableView areas,
            Optional<ChartView> years,
            Optional<TableView> leftOut,
            TableView gaps,
            Optional<TableView> crsYears,
            Optional<TableView> crsPurposes,
            TableView activities,
            String allActivities) {}

    /** The country's page. */
    record CountryPage(
            Layout layout,
            CountryQuestion question,
            List<Integer> years,
            Measure measure,
            String answer,
            List<KeyFigure> figures,
            Optional<SupportPanel> support,
            PremisePanel premise,
            List<ChartView> governance,
            List<SourceVersion> sources,
            String edition) {}

    @GetMapping("/countries/{iso3}")
    ModelAndView country(@PathVariable String iso3, Wording wording, Address here) {
        CountryQuestion question = CountryQuestion.of(iso3, here);
        Brief brief = briefs.of(question.country(), question.period());
        SupportMap map = brief.support();
        Measure measure = question.measure().orElseGet(() -> BriefDocument.measure(map));
        Layout layout = layout(
                        question,
                        wording,
                        wording.say("portal.brief.title", question.country().name()))
                .from(brief.snapshot())
                .withCharts();
        Snapshot snapshot = evidence.snapshot();
        CountryTables tables = tables(question, brief, wording);
        PremiseViews context = new PremiseViews(question, tables, layout);
        SupportViews views = new SupportViews(question, map, measure, layout);
        return page(
                "portal/web/country",
                new CountryPage(
                        layout,
                        question,
                        years(question, map),
                        measure,
                        new BriefDocument(wording).answer(brief, measure),
                        figures(question, map, layout),
                        map.activities().isEmpty()
                                ? Optional.empty()
                                : Optional.of(support(question, brief, measure, views, tables, snapshot, layout)),
                        premise(question, brief, snapshot, context, tables, layout),
                        brief.governance().publishers().stream()
                                .map(context::governance)
                                .toList(),
                        brief.sources(),
                        map.edition()));
    }

    private SupportPanel support(
            CountryQuestion question,
            Brief brief,
            Measure measure,
            SupportViews views,
            CountryTables tables,
            Snapshot snapshot,
            Layout layout) {
        SupportMap map = brief.support();
        Wording wording = layout.wording();
        Address reform = question.page().with("area", "reform");
        ActivitySelection list = ActivitySelection.of(snapshot, map, measure, reform);
        List<Toggle> toggles = new ArrayList<>();
        toggles.add(toggle(question, "none", question.none(), ReformArea.NONE, views, layout));
        toggles.add(toggle(question, "unknown", question.unknown(), ReformArea.CANNOT_BE_TOLD, views, layout));
        boolean crs = brief.crs().years().stream()
                .anyMatch(year -> year.crsUsd().isPresent() || year.loadedUsd().signum() != 0);
        return new SupportPanel(
                views.heatMap(),
                toggles,
                views.areas(),
                views.years(),
                map.leftOut().isEmpty() ? Optional.empty() : Optional.of(view("left-out", question, tables, layout)),
                view("gaps", question, tables, layout),
                crs ? Optional.of(view("crs-years", question, tables, layout)) : Optional.empty(),
                brief.crs().rows().isEmpty() ? Optional.empty() : Optional.of(view("crs", question, tables, layout)),
                new ActivityTable(question, reform)
                        .of(
                                list.activities().stream()
                                        .limit(SHOWN_ACTIVITIES)
                                        .toList(),
                                list.sort(),
                                layout,
                                wording.say("portal.activities.largest")),
                question.activities().toString());
    }

    private static TableView view(String name, CountryQuestion question, CountryTables tables, Layout layout) {
        return TableView.of(name, tables.get(name), layout).withFiles(question.file(name));
    }

    private CountryTables tables(CountryQuestion question, Brief brief, Wording wording) {
        return new CountryTables(
                evidence.snapshot(), briefs.premises(), brief, question, LocalDate.now(Clock.systemUTC()), wording);
    }

    private static Toggle toggle(
            CountryQuestion question, String name, boolean shown, ReformArea area, SupportViews views, Layout layout) {
        BigDecimal value = views.ofArea(area);
        return new Toggle(
                layout.wording().say("portal.toggle." + name, layout.numerals().usd(value)),
                layout.numerals().exactUsd(value),
                layout.wording().say(shown ? "portal.toggle.hide" : "portal.toggle.show"),
                question.page().with(name, shown ? null : "yes") + "#support");
    }

    private PremisePanel premise(
            CountryQuestion question,
            Brief brief,
            Snapshot snapshot,
            PremiseViews views,
            CountryTables tables,
            Layout layout) {
        Period period = question.period();
        return new PremisePanel(
                brief.premise(),
                views.timeline(brief.premise()),
                views.map(briefs.premises()
                        .map(snapshot, question.country(), period.from(), period.to())
                        .forExport(LocalDate.now(Clock.systemUTC()))),
                brief.premise().others().isEmpty()
                        ? Optional.empty()
                        : Optional.of(TableView.of("indices", tables.get("premise-indices"), layout)
                                .withFiles(question.file("premise-indices"))),
                behind(question, brief.premise(), layout.wording()));
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
                        layout.numerals().usd(value),
                        layout.numerals().exactUsd(value),
                        question.rows(measure).with("reform", "yes").toString(),
                        wording.say(
                                "portal.figure.money.note",
                                layout.numerals().usd(map.totals().of(measure)))));
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
            List<Choice> gaps) {
        String chosen(String name) {
            return question.here().choice(name).orElse("");
        }
    }

    /** A value that may be chosen. */
    record Choice(String value, String text) {}

    @GetMapping("/countries/{iso3}/activities")
    ModelAndView activities(@PathVariable String iso3, Wording wording, Address here) {
        CountryQuestion question = CountryQuestion.of(iso3, here);
        Brief brief = briefs.of(question.country(), question.period());
        SupportMap map = brief.support();
        Measure measure = question.measure().orElseGet(() -> BriefDocument.measure(map));
        ActivitySelection list = ActivitySelection.of(evidence.snapshot(), map, measure, here);
        Pager pager = new Pager(here, list.activities().size(), ACTIVITIES_PER_PAGE, "activities");
        Layout layout = layout(
                        question,
                        wording,
                        wording.say(
                                "portal.activities.title", question.country().name()))
                .under(question.country().name(), question.page().toString())
                .from(brief.snapshot());
        List<Choice> areas = new ArrayList<>();
        areas.add(new Choice("reform", wording.say("portal.rows.reform")));
        for (ReformArea area : ReformArea.values()) {
            areas.add(new Choice(area.code(), area.code() + " " + wording.say(area.label())));
        }
        return page(
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
                                .map(donor -> new Choice(
                                        donor.name(), org.salus.portal.BriefJson.donorName(donor.name(), wording)))
                                .sorted(java.util.Comparator.comparing(Choice::text))
                                .toList(),
                        ActivitySelection.statuses(map).stream()
                                .map(status -> new Choice(
                                        status,
                                        Codes.shipped()
                                                .find("ActivityStatus", status)
                                                .orElse(status)))
                                .toList(),
                        java.util.stream.Stream.of(Gap.values())
                                .map(gap -> new Choice(gap.code(), wording.say("portal.gap." + gap.code())))
                                .toList()));
    }

    /** The rows behind a figure. */
    record RowsPage(
            Layout layout,
            CountryQuestion question,
            String selection,
            List<Sum> sums,
            Pager pager,
            Optional<TableView> table) {}

    /** What the rows of a measure add up to. */
    record Sum(String measure, String exact, String rounded, int rows, long activities) {}

    @GetMapping("/countries/{iso3}/rows")
    ModelAndView rows(@PathVariable String iso3, Wording wording, Address here) {
        CountryQuestion question = CountryQuestion.of(iso3, here);
        SupportMap map = briefs.of(question.country(), question.period()).support();
        RowSelection selection = RowSelection.of(here);
        List<SupportRow> all = selection.of(map);
        Pager pager = new Pager(here, all.size(), ROWS_PER_PAGE, "rows");
        Layout layout = layout(question, wording, wording.say("portal.rows.title"))
                .under(question.country().name(), question.page().toString())
                .from(map.snapshot());
        List<Sum> sums = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            List<SupportRow> ofMeasure =
                    all.stream().filter(row -> row.measure() == measure).toList();
            if (!ofMeasure.isEmpty()) {
                BigDecimal sum = SupportMap.sum(ofMeasure).of(measure);
                sums.add(new Sum(
                        wording.say("portfolio.measure." + measure.word()),
                        layout.numerals().exactUsd(sum),
                        layout.numerals().usd(sum),
                        ofMeasure.size(),
                        ofMeasure.stream().map(SupportRow::activity).distinct().count()));
            }
        }
        return page(
                "portal/web/rows",
                new RowsPage(
                        layout,
                        question,
                        String.join(" · ", selection.words(wording, map)),
                        sums,
                        pager,
                        all.isEmpty() ? Optional.empty() : Optional.of(rows(question, map, all, pager, layout))));
    }

    private static TableView rows(
            CountryQuestion question, SupportMap map, List<SupportRow> all, Pager pager, Layout layout) {
        Wording wording = layout.wording();
        Table plain = new SupportTables(wording).rows(map, pager.of(all));
        List<List<Cell>> rows = CountryTables.linkedActivities(plain, 0, 1).rows();
        BigDecimal sum = all.stream().map(SupportRow::usd).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean oneMeasure = all.stream().map(SupportRow::measure).distinct().count() == 1;
        List<Cell> footer = new ArrayList<>();
        footer.add(Cell.text(wording.say("portal.rows.total", layout.numerals().count(all.size()))));
        IntStream.range(2, plain.columns().size()).forEach(i -> footer.add(Cell.blank("")));
        footer.add(Cell.number(sum));
        // Different measures are the same money twice: they have no sum.
        return TableView.of(
                        "rows",
                        new Table(
                                plain.caption(),
                                plain.columns(),
                                rows,
                                oneMeasure ? Optional.of(footer) : Optional.empty()),
                        layout)
                .withFiles(question.file("rows", RowSelection.names().toArray(String[]::new)));
    }

    @GetMapping("/countries/{iso3}/{name:[a-z0-9-]+}.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String iso3,
            @PathVariable String name,
            @PathVariable String form,
            Wording wording,
            Address here) {
        CountryQuestion question = CountryQuestion.of(iso3, here);
        Brief brief = briefs.of(question.country(), question.period());
        return TableFiles.answer(
                form,
                "salus-" + question.country().iso3().toLowerCase(java.util.Locale.ROOT) + "-" + name,
                tables(question, brief, wording).get(name),
                brief.snapshot(),
                brief.asOf().orElse(LocalDate.EPOCH),
                wording);
    }

    /** Rows behind figures that are no rows of support, or any other table, page by page. */
    record TablePage(Layout layout, CountryQuestion question, Pager pager, TableView table) {}

    @GetMapping("/countries/{iso3}/tables/{name}")
    ModelAndView table(@PathVariable String iso3, @PathVariable String name, Wording wording, Address here) {
        CountryQuestion question = CountryQuestion.of(iso3, here);
        Brief brief = briefs.of(question.country(), question.period());
        Table whole = tables(question, brief, wording).get(name);
        Pager pager = new Pager(here, whole.rows().size(), ROWS_PER_PAGE, name);
        Layout layout = layout(question, wording, whole.caption())
                .under(question.country().name(), question.page().toString())
                .from(brief.snapshot());
        Table part = new Table(whole.caption(), whole.columns(), pager.of(whole.rows()), whole.footer());
        return page(
                "portal/web/table",
                new TablePage(
                        layout,
                        question,
                        pager,
                        TableView.of(name, part, layout)
                                .withFiles(question.file(
                                        name, CountryTables.choices(name).toArray(String[]::new)))));
    }

    @GetMapping("/countries/{iso3}/brief.{form:docx|pdf}")
    ResponseEntity<byte[]> brief(@PathVariable String iso3, @PathVariable String form, Wording wording, Address here) {
        CountryQuestion question = CountryQuestion.of(iso3, here);
        Brief brief = briefs.of(question.country(), question.period());
        Document document = new BriefDocument(wording).of(brief, question.measure());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ChartDrawer charts = new ChartDrawer()) {
            if (form.equals("docx")) {
                new DocxWriter(charts).write(document, out);
            } else {
                new PdfWriter(new HtmlWriter(charts)).write(document, out);
            }
        } catch (IOException failed) {
            throw Failure.notPossible(Sentence.of("frame.problem.file", String.valueOf(failed.getMessage())), failed);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(
                        form.equals("pdf")
                                ? "application/pdf"
                                : "application/vnd.openxmlformats-officedocument.wordprocessingml.document"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("salus-" + question.country().iso3().toLowerCase(java.util.Locale.ROOT) + "."
                                        + form)
                                .build()
                                .toString())
                .body(out.toByteArray());
    }

    private static Layout layout(CountryQuestion question, Wording wording, String title) {
        String page = question.page().toString();
        return Layout.of(wording, question.here(), title)
                .under(wording.say("frame.rail.home"), "/")
                .withRail(
                        question.country().name(),
                        List.of(
                                new Link(wording.say("portal.rail.support"), page + "#support"),
                                new Link(wording.say("portal.rail.years"), page + "#money"),
                                new Link(wording.say("portal.rail.premise"), page + "#premise"),
                                new Link(wording.say("portal.rail.governance"), page + "#governance"),
                                new Link(wording.say("portal.rail.gaps"), page + "#gaps-in-data"),
                                new Link(
                                        wording.say("portal.rail.activities"),
                                        question.activities().toString())));
    }

    private static ModelAndView page(String template, Object page) {
        return new ModelAndView(template, Map.of("page", page));
    }
}
