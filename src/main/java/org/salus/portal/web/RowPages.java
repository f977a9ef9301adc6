package org.salus.portal.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.salus.documents.Cell;
import org.salus.documents.ChartDrawer;
import org.salus.documents.Column;
import org.salus.documents.Document;
import org.salus.documents.DocxWriter;
import org.salus.documents.HtmlWriter;
import org.salus.documents.PdfWriter;
import org.salus.documents.Table;
import org.salus.evidence.Evidence;
import org.salus.evidence.Rates;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Layouts;
import org.salus.frame.web.Numerals;
import org.salus.frame.web.Pager;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.portal.Brief;
import org.salus.portal.BriefDocument;
import org.salus.portal.Briefs;
import org.salus.portal.ChainTables;
import org.salus.portal.CountryFiles;
import org.salus.portal.CountryQuestion;
import org.salus.portal.CountryTables;
import org.salus.portal.RowSelection;
import org.salus.portal.SupportTables;
import org.salus.portfolio.CountedRow;
import org.salus.portfolio.Measure;
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

/** The rows behind every figure of a country, and every table and document of it as a file. */
@Controller
final class RowPages {
    private static final int ROWS_PER_PAGE = 100;

    private final CountryFrame frame;

    RowPages(Evidence evidence, Briefs briefs, Layouts layouts) {
        this.frame = new CountryFrame(evidence, briefs, layouts);
    }

    /** The rows behind a figure. */
    record RowsPage(
            Layout layout,
            CountryQuestion question,
            String selection,
            List<Sum> sums,
            Pager pager,
            List<Fact> same,
            String rule,
            Optional<TableView> table,
            Optional<Aside> aside) {}

    /**
     * What of the rows is set aside where everything counts once.
     *
     * @param says published, set aside and counted
     */
    record Aside(String says, TableView rows) {}

    /** What is the same in every row. */
    record Fact(String name, String value) {}

    /**
     * What the rows of a measure add up to.
     *
     * @param exact with every digit
     * @param shown to the cent, since amounts converted by a rate have a dozen decimals
     */
    record Sum(String measure, String exact, String shown, int rows, long activities) {}

    @GetMapping("/countries/{iso3}/rows")
    ModelAndView rows(@PathVariable String iso3, Wording wording, Address here) {
        CountryQuestion.refuseOthers(here, paged("rows"));
        CountryQuestion question = CountryQuestion.of(iso3, here);
        SupportMap map = frame.brief(question).support();
        RowSelection selection = RowSelection.of(here);
        List<SupportRow> all = selection.of(map, () -> frame.traits(question));
        List<CountedRow> aside = selection.once() ? frame.once(question).setAsideOf(all) : List.of();
        Pager pager = new Pager(here, all.size(), ROWS_PER_PAGE, "rows");
        Layout layout = frame.below(question, wording, title(map.currency(), all, aside, wording))
                .from(map.snapshot());
        List<String> once = saidOnce(all);
        Table plain = new SupportTables(wording).rows(map, pager.of(all));
        List<Sum> sums = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            List<SupportRow> ofMeasure =
                    all.stream().filter(row -> row.measure() == measure).toList();
            if (!ofMeasure.isEmpty()) {
                BigDecimal sum = SupportMap.sum(ofMeasure).of(measure);
                sums.add(new Sum(
                        wording.say("portfolio.measure." + measure.word()),
                        layout.numerals().exactMoney(map.currency(), sum),
                        layout.numerals().moneyToTheCent(map.currency(), sum),
                        ofMeasure.size(),
                        ofMeasure.stream().map(SupportRow::activity).distinct().count()));
            }
        }
        return CountryFrame.page(
                "portal/web/rows",
                new RowsPage(
                        layout,
                        question,
                        String.join(" · ", selection.words(wording, map, () -> frame.traits(question))),
                        sums,
                        pager,
                        all.isEmpty() ? List.of() : same(map.currency(), plain, once, layout),
                        map.currency().equals(Rates.DOLLAR)
                                ? wording.say("portal.rows.rule")
                                : wording.say("portal.rows.rule-into", map.currency()),
                        all.isEmpty()
                                ? Optional.empty()
                                : Optional.of(rows(question, plain, all, once, selection.sort(), layout)),
                        aside.isEmpty() ? Optional.empty() : Optional.of(aside(question, all, aside, layout))));
    }

    private static Aside aside(CountryQuestion question, List<SupportRow> all, List<CountedRow> aside, Layout layout) {
        Wording wording = layout.wording();
        BigDecimal sum = aside.stream().map(CountedRow::setAside).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean oneMeasure = all.stream().map(SupportRow::measure).distinct().count() == 1;
        String says = oneMeasure
                ? wording.say(
                        "portal.rows.once",
                        layout.numerals()
                                .moneyToTheCent(
                                        question.currency(),
                                        SupportMap.sum(all).of(all.getFirst().measure())),
                        layout.numerals().moneyToTheCent(question.currency(), sum),
                        layout.numerals()
                                .moneyToTheCent(
                                        question.currency(),
                                        SupportMap.sum(all)
                                                .of(all.getFirst().measure())
                                                .subtract(sum)))
                : wording.say("portal.rows.once.measures");
        return new Aside(
                says,
                TableView.of(
                        "set-aside",
                        new ChainTables(question, aside.getFirst().row().measure(), wording).setAside(aside),
                        layout));
    }

    /** What a table on a page may be asked. */
    private static List<String> paged(String table) {
        return Stream.concat(CountryTables.choices(table).stream(), Stream.of("page"))
                .toList();
    }

    /** Names the figure where the rows add up to one. */
    private static String title(String currency, List<SupportRow> all, List<CountedRow> aside, Wording wording) {
        BigDecimal less = aside.stream().map(CountedRow::setAside).reduce(BigDecimal.ZERO, BigDecimal::add);
        return all.stream().map(SupportRow::measure).distinct().count() == 1
                ? wording.say(
                        "portal.rows.title.sum",
                        new Numerals(wording)
                                .money(
                                        currency,
                                        all.stream()
                                                .map(SupportRow::value)
                                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                                .subtract(less)))
                : wording.say("portal.rows.title");
    }

    /** What counts; its column in files is named after the currency. */
    private static final String VALUE = "value";

    /** The columns of a table of rows in the order of the page: what it is, what counts, and how that came about. */
    private static final List<String> ORDER = List.of(
            "title",
            "activity",
            "transaction",
            "year",
            "measure",
            "donor",
            "area",
            VALUE,
            "amount",
            "currency",
            "per_usd",
            "rate_year",
            "rate_source",
            "into_per_usd",
            "into_rate_source",
            "country_percent",
            "area_percent");

    /** Columns that say nothing where every row says the same. */
    private static final Map<String, Function<SupportRow, Object>> MAY_BE_SAID_ONCE = Map.ofEntries(
            Map.entry("year", row -> String.valueOf(row.year())),
            Map.entry("measure", SupportRow::measure),
            Map.entry("donor", SupportRow::donor),
            Map.entry("area", SupportRow::area),
            Map.entry("currency", SupportRow::currency),
            Map.entry("per_usd", row -> row.rate().perUsd().stripTrailingZeros()),
            Map.entry("rate_year", row -> row.rate().year()),
            Map.entry("rate_source", row -> row.rate().source()),
            Map.entry("into_per_usd", row -> row.into().perUsd().stripTrailingZeros()),
            Map.entry("into_rate_source", row -> row.into().source()),
            Map.entry("country_percent", row -> row.countryPercent().stripTrailingZeros()),
            Map.entry("area_percent", row -> row.areaPercent().stripTrailingZeros()));

    /** What speaks of rates, which what was published in the currency of the page needs none of. */
    private static final List<String> RATES = List.of("per_usd", "rate_year", "rate_source");

    /** Which of these columns are the same in every row, not only in those of one page. */
    private static List<String> saidOnce(List<SupportRow> all) {
        return ORDER.stream()
                .filter(key -> {
                    Function<SupportRow, Object> value = MAY_BE_SAID_ONCE.get(key);
                    return value != null && all.stream().map(value).distinct().count() == 1;
                })
                .toList();
    }

    private static List<Fact> same(String currency, Table plain, List<String> once, Layout layout) {
        TableView view = TableView.of("rows", plain, layout);
        List<Fact> facts = new ArrayList<>();
        boolean unconverted = once.contains("currency")
                && plain.rows().getFirst().get(index(plain, "currency")).equals(Cell.text(currency));
        for (int i = 0; i < plain.columns().size(); i++) {
            Column column = plain.columns().get(i);
            boolean rate = RATES.stream().anyMatch(column.key()::endsWith);
            if (once.contains(column.key()) && !(rate && unconverted)) {
                String value = view.text(column, plain.rows().getFirst().get(i));
                facts.add(new Fact(column.name(), column.unit().isEmpty() ? value : value + " " + column.unit()));
            }
        }
        return facts;
    }

    private static TableView rows(
            CountryQuestion question,
            Table plain,
            List<SupportRow> all,
            List<String> once,
            String sort,
            Layout layout) {
        Table linked = CountryTables.linkedActivities(plain, 0, 1);
        int value = plain.columns().size() - 1;
        List<Integer> shown = ORDER.stream()
                .filter(key -> !once.contains(key))
                .map(key -> key.equals(VALUE) ? value : index(plain, key))
                .filter(index -> index >= 0)
                .toList();
        int sumAt = shown.indexOf(value);
        List<List<Cell>> rows = linked.rows().stream()
                .map(row -> shown.stream().map(row::get).toList())
                .toList();
        BigDecimal sum = all.stream().map(SupportRow::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean oneMeasure = all.stream().map(SupportRow::measure).distinct().count() == 1;
        List<Cell> footer = new ArrayList<>();
        footer.add(Cell.text(layout.wording().say("portal.rows.total", all.size())));
        IntStream.range(1, shown.size()).forEach(i -> footer.add(i == sumAt ? Cell.number(sum) : Cell.blank("")));
        List<Column> columns =
                new ArrayList<>(shown.stream().map(plain.columns()::get).toList());
        // Files name what counts after its currency; an order by it is asked for alike in every currency.
        columns.set(sumAt, Column.decimal(VALUE, columns.get(sumAt).name(), "", 2));
        // Different measures are the same money twice: they have no sum.
        return TableView.of(
                        "rows",
                        new Table(plain.caption(), columns, rows, oneMeasure ? Optional.of(footer) : Optional.empty()),
                        layout)
                .withFiles(question.file("rows", RowSelection.names().toArray(String[]::new)))
                .sortedBy(layout.here(), sort, RowSelection.SORTING);
    }

    private static int index(Table table, String key) {
        return table.columns().stream().map(Column::key).toList().indexOf(key);
    }

    @GetMapping("/countries/{iso3}/{name:[a-z0-9-]+}.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String iso3,
            @PathVariable String name,
            @PathVariable String form,
            Wording wording,
            Address here) {
        CountryQuestion.refuseOthers(here, CountryTables.choices(name));
        CountryQuestion question = CountryTables.question(name, iso3, here);
        Brief brief = frame.brief(question);
        Table table = frame.tables(question, brief, wording).get(name);
        CountryFiles files = frame.files(question, brief, wording);
        return TableFiles.answer(
                form,
                files.name(name, table),
                table,
                brief.snapshot(),
                brief.asOf().orElse(LocalDate.EPOCH),
                form.equals("xlsx") ? files.facts(Map.of(name, table)) : List.of(),
                wording);
    }

    /** Rows behind figures that are no rows of support, or any other table, page by page. */
    record TablePage(Layout layout, String lead, CountryQuestion question, Pager pager, TableView table) {}

    @GetMapping("/countries/{iso3}/tables/{name}")
    ModelAndView table(@PathVariable String iso3, @PathVariable String name, Wording wording, Address here) {
        CountryQuestion.refuseOthers(here, paged(name));
        CountryQuestion question = CountryTables.question(name, iso3, here);
        Brief brief = frame.brief(question);
        CountryTables tables = frame.tables(question, brief, wording);
        Table whole = tables.get(name);
        Pager pager = new Pager(here, whole.rows().size(), ROWS_PER_PAGE, name);
        Layout layout = frame.below(question, wording, whole.caption()).from(brief.snapshot());
        Table part = new Table(whole.caption(), whole.columns(), pager.of(whole.rows()), whole.footer());
        return CountryFrame.page(
                "portal/web/table",
                new TablePage(
                        layout,
                        lead(name, tables, here, wording),
                        question,
                        pager,
                        TableView.of(name, part, layout)
                                .withFiles(question.file(
                                        name, CountryTables.choices(name).toArray(String[]::new)))
                                .sortedBy(here, tables.sort(name), CountryTables.sorting(name))));
    }

    /** What a table leaves out, or in which order it stands, where its caption cannot say it. */
    private static String lead(String name, CountryTables tables, Address here, Wording wording) {
        if (name.equals("donors") && here.choice("reform").filter("yes"::equals).isPresent()) {
            return wording.say("portal.donors.named-only");
        }
        return name.equals("donor-names") && tables.sort(name).isEmpty() ? wording.say("portal.donor-names.lead") : "";
    }

    @GetMapping("/countries/{iso3}/brief.{form:docx|pdf}")
    ResponseEntity<byte[]> brief(@PathVariable String iso3, @PathVariable String form, Wording wording, Address here) {
        CountryQuestion question = CountryQuestion.of(iso3, here);
        Brief brief = frame.brief(question);
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
}
