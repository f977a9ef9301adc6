package org.salus.portal.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salus.context.Premises;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.evidence.Snapshot;
import org.salus.frame.Failure;
import org.salus.framework.Field;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.portal.Brief;
import org.salus.portal.BriefJson;
import org.salus.portfolio.Measure;
import org.salus.portfolio.Period;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.SupportMap;
import org.salus.portfolio.SupportRow;
import org.salus.portfolio.Supports;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about a country. */
@RestController
@RequestMapping("/api/v1/countries")
final class CountryApi {
    private final Evidence evidence;
    private final Supports supports;
    private final Premises premises;

    CountryApi(Evidence evidence, Supports supports, ObjectProvider<Premises> premises) {
        this.evidence = evidence;
        this.supports = supports;
        this.premises = premises.getIfUnique(Premises::new);
    }

    /** The countries that loaded activities name. */
    @GetMapping
    ResponseEntity<byte[]> list() {
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
    ResponseEntity<byte[]> brief(
            @PathVariable String country,
            @RequestParam @Nullable Integer from,
            @RequestParam @Nullable Integer to,
            Wording wording) {
        Brief brief = Brief.of(evidence.snapshot(), supports, premises, country(country), period(from, to));
        return JsonAnswer.of(new BriefJson(wording).tree(brief));
    }

    @GetMapping("/{country}/support")
    ResponseEntity<byte[]> support(
            @PathVariable String country,
            @RequestParam @Nullable Integer from,
            @RequestParam @Nullable Integer to,
            Wording wording) {
        Snapshot snapshot = evidence.snapshot();
        SupportMap map = supports.of(snapshot, country(country), period(from, to));
        BriefJson json = new BriefJson(wording);
        Map<String, Object> answer = JsonAnswer.from(snapshot);
        answer.put("country", map.country().iso3());
        answer.put("support", json.support(map));
        answer.put("left_out", json.leftOut(map));
        return JsonAnswer.of(answer);
    }

    @GetMapping("/{country}/premise")
    ResponseEntity<byte[]> premise(
            @PathVariable String country, @RequestParam @Nullable Integer from, @RequestParam @Nullable Integer to) {
        period(from, to);
        return JsonAnswer.of(premises.of(evidence.snapshot(), country(country), from, to));
    }

    @GetMapping("/{country}/governance")
    ResponseEntity<byte[]> governance(@PathVariable String country) {
        return JsonAnswer.of(premises.governance(evidence.snapshot(), country(country)));
    }

    /** The rows behind a figure, with the sum they add up to. */
    @GetMapping("/{country}/rows")
    ResponseEntity<byte[]> rows(
            @PathVariable String country,
            @RequestParam @Nullable Integer from,
            @RequestParam @Nullable Integer to,
            @RequestParam @Nullable String measure,
            @RequestParam @Nullable String area,
            @RequestParam @Nullable String field,
            @RequestParam @Nullable String donor,
            @RequestParam @Nullable Integer year,
            @RequestParam @Nullable String activity,
            @RequestParam(name = "purpose_152") @Nullable Boolean purpose152,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "100") int size) {
        PageOf part = PageOf.asked(page, size);
        Snapshot snapshot = evidence.snapshot();
        SupportMap map = supports.of(snapshot, country(country), period(from, to));
        List<SupportRow> rows = map.rows(new SupportMap.Filter(
                measure == null ? null : measure(measure),
                area == null ? null : ReformArea.of(area),
                field == null ? null : Term.get(Field.class, field),
                donor,
                year,
                activity,
                purpose152));
        Map<String, Object> answer = JsonAnswer.from(snapshot);
        answer.put("country", map.country().iso3());
        answer.put("currency", "USD");
        answer.put("sum", SupportMap.sum(rows));
        answer.put(
                "activities", rows.stream().map(SupportRow::activity).distinct().count());
        List<SupportRow> shown = part.cut(rows, answer);
        answer.put("rows", shown);
        return JsonAnswer.of(answer);
    }

    @GetMapping("/{country}/activities")
    ResponseEntity<byte[]> activities(
            @PathVariable String country,
            @RequestParam @Nullable Integer from,
            @RequestParam @Nullable Integer to,
            @RequestParam @Nullable String area,
            @RequestParam @Nullable String donor,
            @RequestParam @Nullable String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "100") int size) {
        PageOf part = PageOf.asked(page, size);
        Snapshot snapshot = evidence.snapshot();
        SupportMap map = supports.of(snapshot, country(country), period(from, to));
        Optional<Set<String>> found = q == null || q.isBlank()
                ? Optional.empty()
                : Optional.of(Set.copyOf(snapshot.search()
                        .find(q, Math.max(1, snapshot.activities().count()))));
        ReformArea ofArea = area == null ? null : ReformArea.of(area);
        List<SortedActivity> activities = map.activities().stream()
                .filter(one -> ofArea == null || one.sorting().area() == ofArea)
                .filter(one -> donor == null || one.donor().equals(donor))
                .filter(one ->
                        found.isEmpty() || found.get().contains(one.activity().identifier()))
                .toList();
        Map<String, Object> answer = JsonAnswer.from(snapshot);
        answer.put("country", map.country().iso3());
        List<SortedActivity> shown = part.cut(activities, answer);
        answer.put("activities", shown.stream().map(CountryApi::line).toList());
        return JsonAnswer.of(answer);
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

    private static Country country(String code) {
        return Countries.shipped().get(code);
    }

    static Period period(@Nullable Integer from, @Nullable Integer to) {
        if (from != null && to != null && from > to) {
            throw Failure.wrongUse(Sentence.of("portal.period", from, to));
        }
        return new Period(from, to);
    }

    private static Measure measure(String word) {
        return Measure.find(word).orElseThrow(() -> Failure.wrongUse(Sentence.of("portal.export.no-measure", word)));
    }
}
