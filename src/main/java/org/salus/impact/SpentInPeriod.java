package org.salus.impact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.salus.evidence.Country;
import org.salus.evidence.Rates;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.portfolio.Judgements;
import org.salus.portfolio.Measure;
import org.salus.portfolio.Period;
import org.salus.portfolio.SupportMap;
import org.salus.portfolio.SupportRow;

/** What was spent: published support for reform in the countries of the workspace, year by year, as the map of support has it, with what members judged. */
final class SpentInPeriod implements ReviewSource {
    @Override
    public ReviewPart part(ReviewMaterial material) {
        ReviewPeriod period = material.period();
        List<Sentence> says = new ArrayList<>();
        List<ReviewLine> lines = new ArrayList<>();
        List<Sentence> notes = new ArrayList<>();
        List<Country> countries = material.countries();
        if (countries.isEmpty()) {
            says.add(Sentence.of("impact.review.spent.no-country"));
        }
        for (Country country : countries) {
            SupportMap map = material.supports()
                    .judged(material.snapshot(), country, Period.ALL, Rates.DOLLAR, Judgements.of(material.view()));
            if (map.activities().isEmpty()) {
                says.add(Sentence.of("impact.review.spent.nothing-loaded", country.name()));
                continue;
            }
            List<ReviewLine> found = lines(country, map, period);
            lines.addAll(found);
            says.add(
                    found.isEmpty()
                            ? Sentence.of("impact.review.spent.none", country.name(), period.written(), years(map))
                            : Sentence.of("impact.review.spent.says", country.name(), period.written()));
        }
        if (!lines.isEmpty()) {
            notes.add(Sentence.of("impact.review.spent.twice"));
            if (!period.isOfWholeYears()) {
                notes.add(Sentence.of("impact.review.spent.whole-years"));
            }
        }
        notes.add(Sentence.of("impact.review.spent.empty"));
        return new ReviewPart(ReviewTopic.SPENT, "spent", Sentence.of("impact.review.spent.title"), says, lines, notes);
    }

    private static String years(SupportMap map) {
        List<Integer> years = map.years();
        return years.isEmpty() ? "–" : years.getFirst() + "–" + years.getLast();
    }

    private static List<ReviewLine> lines(Country country, SupportMap map, ReviewPeriod period) {
        List<ReviewLine> lines = new ArrayList<>();
        for (int year = period.from().getYear(); year <= period.until().getYear(); year++) {
            int asked = year;
            List<SupportRow> rows = map.rows().stream()
                    .filter(row ->
                            Objects.equals(row.year(), asked) && row.area().isSsr())
                    .toList();
            for (Measure measure : Measure.values()) {
                line(country, map, asked, measure, rows).ifPresent(lines::add);
            }
        }
        return lines;
    }

    private static Optional<ReviewLine> line(
            Country country, SupportMap map, int year, Measure measure, List<SupportRow> rows) {
        List<SupportRow> counted =
                rows.stream().filter(row -> row.measure() == measure).toList();
        if (counted.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal sum = SupportMap.sum(counted).of(measure);
        return Optional.of(ReviewLine.of(Sentence.of(
                        "impact.review.spent.line", country.name(), Sentence.of("portfolio.measure." + measure.word())))
                .on(PartialDate.ofYear(year))
                .saying(List.of(Sentence.of(
                        "impact.review.spent.of",
                        counted.stream().map(SupportRow::activity).distinct().count(),
                        counted.stream().map(SupportRow::donor).distinct().count())))
                .worth(sum, map.currency())
                .from(Sentence.of("impact.review.spent.source", map.snapshot())));
    }
}
