package org.salus.portal.api;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.salus.documents.Table;
import org.salus.evidence.Evidence;
import org.salus.evidence.Rates;
import org.salus.evidence.Snapshot;
import org.salus.frame.web.Address;
import org.salus.framework.Wording;
import org.salus.portal.ActivitySelection;
import org.salus.portal.Brief;
import org.salus.portal.BriefDocument;
import org.salus.portal.BriefJson;
import org.salus.portal.Briefs;
import org.salus.portal.CountryQuestion;
import org.salus.portal.CountryTables;
import org.salus.portal.PivotJson;
import org.salus.portal.PivotQuestion;
import org.salus.portal.Places;
import org.salus.portal.PlacesJson;
import org.salus.portal.RowSelection;
import org.salus.portfolio.Amounts;
import org.salus.portfolio.CountedRow;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.SupportMap;
import org.salus.portfolio.SupportRow;
import org.salus.portfolio.Supports;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Questions about a country. */
@RestController
@RequestMapping("/api/v1/countries")
final class CountryApi {
    private final Evidence evidence;
    private final Supports supports;
    private final Briefs briefs;

    CountryApi(Evidence evidence, Supports supports, Briefs briefs) {
        this.evidence = evidence;
        this.supports = supports;
        this.briefs = briefs;
    }

    /** The countries that loaded activities name. */
    @GetMapping
    ResponseEntity<byte[]> list(Address here) {
        here.knowing();
        Snapshot snapshot = evidence.snapshot();
        Map<String, Object> answer = JsonAnswer.from(snapshot);
        answer.put(
                "countries",
                snapshot.activities().countries().entrySet().stream()
                        .map(entry -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("iso3", entry.getKey().iso3());
                            one.put("name", entry.getKey().name());
                            one.put("activities", entry.getValue());
                            return one;
                        })
                        .toList());
        return JsonAnswer.of(answer);
    }

    @GetMapping("/{country}/brief")
    ResponseEntity<byte[]> brief(@PathVariable String country, Address here, Wording wording) {
        CountryQuestion question = question(country, here, List.of());
        return JsonAnswer.of(new BriefJson(wording).tree(briefs.of(question)));
    }

    @GetMapping("/{country}/support")
    ResponseEntity<byte[]> support(@PathVariable String country, Address here, Wording wording) {
        Snapshot snapshot = evidence.snapshot();
        SupportMap map = map(snapshot, question(country, here, List.of()));
        BriefJson json = new BriefJson(wording);
        Map<String, Object> answer = JsonAnswer.from(snapshot);
        answer.put("country", map.country().iso3());
        answer.put("support", json.support(map));
        answer.put("left_out", json.leftOut(map));
        return JsonAnswer.of(answer);
    }

    @GetMapping("/{country}/premise")
    ResponseEntity<byte[]> premise(@PathVariable String country, Address here) {
        CountryQuestion question = question(country, here, List.of());
        return JsonAnswer.of(briefs.premises()
                .of(
                        evidence.snapshot(),
                        question.country(),
                        question.period().from(),
                        question.period().to()));
    }

    @GetMapping("/{country}/governance")
    ResponseEntity<byte[]> governance(@PathVariable String country, Address here) {
        CountryQuestion question = question(country, here, List.of());
        return JsonAnswer.of(briefs.premises().governance(evidence.snapshot(), question.country()));
    }

    /** The rows behind a figure, with the sum they add up to. */
    @GetMapping("/{country}/rows")
    ResponseEntity<byte[]> rows(@PathVariable String country, Address here) {
        CountryQuestion question = question(country, here, paged(RowSelection.names()));
        PageOf part = PageOf.asked(here);
        Snapshot snapshot = evidence.snapshot();
        SupportMap map = map(snapshot, question);
        RowSelection selection = RowSelection.of(here);
        List<SupportRow> rows = selection.of(map, () -> supports.traits(snapshot, question.country()));
        Map<String, Object> answer = JsonAnswer.from(snapshot);
        answer.put("country", map.country().iso3());
        answer.put("currency", map.currency());
        answer.put("sum", SupportMap.sum(rows));
        Map<SupportRow, BigDecimal> aside = new HashMap<>();
        if (selection.once()) {
            Amounts all = Amounts.ZERO;
            for (CountedRow one :
                    supports.once(snapshot, question.country(), map.currency()).setAsideOf(rows)) {
                aside.put(one.row(), one.setAside());
                all = all.plus(one.row().measure(), one.setAside());
            }
            answer.put("set_aside", all);
        }
        answer.put(
                "activities", rows.stream().map(SupportRow::activity).distinct().count());
        List<SupportRow> shown = part.cut(rows, answer);
        answer.put(
                "rows",
                shown.stream()
                        .map(row -> {
                            Map<String, Object> one = row(map, row);
                            if (selection.once()) {
                                one.put("set_aside", aside.getOrDefault(row, BigDecimal.ZERO));
                            }
                            return one;
                        })
                        .toList());
        return JsonAnswer.of(answer);
    }

    /** What counts is named after its currency, as in files. */
    private static Map<String, Object> row(SupportMap map, SupportRow row) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("activity", row.activity());
        out.put("title", row.title());
        out.put("transaction", row.transaction());
        out.put("measure", row.measure());
        out.put("year", row.year());
        out.put("area", row.area());
        out.put("donor", row.donor());
        out.put("peace_and_security", row.peaceAndSecurity());
        out.put(map.currency().toLowerCase(Locale.ROOT), row.value());
        out.put("amount", row.amount());
        out.put("currency", row.currency());
        out.put("rate", row.rate());
        if (!map.currency().equals(Rates.DOLLAR)) {
            out.put("into", row.into());
        }
        out.put("country_percent", row.countryPercent());
        out.put("area_percent", row.areaPercent());
        return out;
    }

    @GetMapping("/{country}/activities")
    ResponseEntity<byte[]> activities(@PathVariable String country, Address here) {
        CountryQuestion question = question(country, here, paged(ActivitySelection.names()));
        PageOf part = PageOf.asked(here);
        Snapshot snapshot = evidence.snapshot();
        SupportMap map = map(snapshot, question);
        ActivitySelection list = ActivitySelection.of(
                snapshot, map, question.measure().orElseGet(() -> BriefDocument.measure(map)), here);
        Map<String, Object> answer = JsonAnswer.from(snapshot);
        answer.put("country", map.country().iso3());
        answer.put("sort", list.sort());
        List<SortedActivity> shown = part.cut(list.activities(), answer);
        answer.put("activities", shown.stream().map(CountryApi::line).toList());
        return JsonAnswer.of(answer);
    }

    /** Any table of the country's page, and the rows behind its figures, as its CSV has them. */
    @GetMapping("/{country}/tables/{table}")
    ResponseEntity<byte[]> table(
            @PathVariable String country, @PathVariable String table, Address here, Wording wording) {
        CountryQuestion.refuseOthers(here, paged(CountryTables.choices(table)));
        CountryQuestion question = CountryTables.question(table, country, here);
        PageOf part = PageOf.asked(here);
        Snapshot snapshot = evidence.snapshot();
        Brief brief = briefs.of(question);
        Table found = new CountryTables(
                        snapshot,
                        briefs.premises(),
                        supports,
                        brief,
                        question,
                        LocalDate.now(Clock.systemUTC()),
                        wording)
                .get(table);
        Map<String, Object> answer = JsonAnswer.from(snapshot);
        answer.put("country", question.country().iso3());
        answer.put("table", table);
        answer.put("caption", found.caption());
        answer.put("columns", found.columns().stream().map(TableJson::column).toList());
        answer.put(
                "rows",
                part.cut(found.rows(), answer).stream()
                        .map(row -> TableJson.row(found, row))
                        .toList());
        found.footer().ifPresent(footer -> answer.put("sum", TableJson.row(found, footer)));
        return JsonAnswer.of(answer);
    }

    /** Support by two dimensions. */
    @GetMapping("/{country}/pivot")
    ResponseEntity<byte[]> pivot(@PathVariable String country, Address here, Wording wording) {
        CountryQuestion.refuseOthers(here, PivotQuestion.names());
        CountryQuestion question = CountryQuestion.ofPivot(country, here);
        Snapshot snapshot = evidence.snapshot();
        PivotQuestion pivot = PivotQuestion.of(question, map(snapshot, question));
        Map<String, Object> answer = JsonAnswer.from(snapshot);
        answer.putAll(new PivotJson(pivot, supports.traits(snapshot, question.country()), wording)
                .tree(
                        supports.pivot(
                                snapshot,
                                question.country(),
                                question.period(),
                                question.currency(),
                                briefs.of(question).asOf(),
                                pivot.asked()),
                        supports.setAside(
                                snapshot, question.country(), question.period(), question.currency(), pivot.asked())));
        return JsonAnswer.of(answer);
    }

    /** Where support is recorded, by first-level unit. */
    @GetMapping("/{country}/places")
    ResponseEntity<byte[]> places(@PathVariable String country, Address here, Wording wording) {
        CountryQuestion.refuseOthers(here, Places.choices());
        CountryQuestion question = CountryQuestion.ofPivot(country, here);
        Snapshot snapshot = evidence.snapshot();
        Brief brief = briefs.of(question);
        Map<String, Object> answer = JsonAnswer.from(snapshot);
        answer.putAll(
                new PlacesJson(Places.of(snapshot, supports, question, brief.support(), brief.asOf()), wording).tree());
        return JsonAnswer.of(answer);
    }

    private static CountryQuestion question(String country, Address here, List<String> more) {
        CountryQuestion.refuseOthers(here, more);
        return CountryQuestion.of(country, here);
    }

    private static List<String> paged(List<String> names) {
        return Stream.concat(names.stream(), PageOf.NAMES.stream()).toList();
    }

    private SupportMap map(Snapshot snapshot, CountryQuestion question) {
        return supports.of(snapshot, question.country(), question.period(), question.currency());
    }

    private static Map<String, Object> line(SortedActivity sorted) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("identifier", sorted.activity().identifier());
        out.put("title", sorted.activity().title());
        out.put("area", sorted.sorting().area());
        out.put("confidence", sorted.sorting().confidence());
        out.put("shares", sorted.sorting().shares());
        out.put("donor", sorted.donor());
        out.put("donors", sorted.donors());
        out.put("status", sorted.activity().status());
        out.put("start", sorted.activity().start());
        out.put("end", sorted.activity().end());
        out.put("source", sorted.activity().source());
        out.put("amounts", sorted.amounts());
        return out;
    }
}
