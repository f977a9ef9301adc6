package org.salus.strategy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.salus.appraisal.CheckAnswer;
import org.salus.context.Premise;
import org.salus.context.PremiseMap;
import org.salus.documents.ChartOption;
import org.salus.documents.Hue;
import org.salus.documents.Page;
import org.salus.documents.Size;
import org.salus.documents.Tint;
import org.salus.evidence.Country;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Item;

/** Context and premise: what is recorded of armed contest in each country, and what could not be computed. Deaths are not control, and the section says so. */
final class ContextSection implements SectionSource {
    private static final int FEWEST_YEARS = 3;

    /** The check that asks a named office whether the premise holds; no data answer that. */
    private static final String PREMISE_STATED = "C1.2";

    @Override
    public Section section() {
        return Section.CONTEXT;
    }

    @Override
    public Composed compose(Material material) {
        Composing section = new Composing(section(), material.wording());
        if (!material.charter().region().isBlank()) {
            section.say("strategy.context.region", material.charter().region());
        }
        if (material.countries().isEmpty()) {
            section.say("strategy.context.no-country");
        }
        for (Country country : material.countries()) {
            country(material, country, section);
        }
        material.view()
                .find(CheckAnswer.KIND, CheckAnswer.id(PREMISE_STATED))
                .map(Item::value)
                .ifPresent(said -> section.say(
                        "strategy.context.stated",
                        said.office().isBlank() ? Sentence.of("strategy.context.no-office") : said.office(),
                        said.on().<Object>map(on -> on).orElse(Sentence.of("strategy.context.no-day")),
                        said.because()));
        return section.composed();
    }

    private static void country(Material material, Country country, Composing section) {
        Wording wording = material.wording();
        Premise premise = material.premise(country);
        section.say("strategy.context.lead", country.inText(wording), premise.headline(), premise.caution());
        section.list(premise.reasons().stream().map(wording::say).toList());
        section.say(premise.meaning());
        premise.recent().ifPresent(recent -> section.say("strategy.context.recent", recent.headline()));
        section.say(
                "strategy.context.reach",
                premise.regional().reach().label(),
                premise.regional().reach().meaning());
        String key = country.iso3().toLowerCase(Locale.ROOT);
        deaths(premise, country, wording)
                .ifPresent(chart -> section.chart(
                        "deaths-" + key, chart, wording.say("strategy.context.deaths.alternative", numbers(premise))));
        PremiseMap map = material.premiseMap(country);
        map.drawing(wording, Size.onPaper(Page.PORTRAIT))
                .ifPresent(drawing ->
                        section.picture("map-" + key, drawing.title(), drawing.svg(), drawing.description()));
        for (Premise.NotComputed left : premise.notComputed()) {
            section.note("strategy.context.not-computed", left.what(), left.why());
        }
        if (!premise.sources().isEmpty()) {
            section.note("strategy.context.sources", wording.parted(premise.sources()), premise.edition());
        }
    }

    /** Deaths year by year, where enough years are known to show a course. */
    private static Optional<ChartOption> deaths(Premise premise, Country country, Wording wording) {
        List<Premise.YearRow> rows = premise.perYear();
        long known =
                rows.stream().filter(row -> row.best().valueIfAny().isPresent()).count();
        if (known < FEWEST_YEARS) {
            return Optional.empty();
        }
        return Optional.of(new ChartOption(
                ChartOption.Kind.BARS,
                wording.say("strategy.context.deaths", country.inText(wording)),
                wording.say("strategy.context.deaths.unit"),
                wording.say("strategy.context.deaths.year"),
                rows.stream().map(row -> String.valueOf(row.year())).toList(),
                List.of(new ChartOption.Series(
                        wording.say("strategy.context.deaths.unit"),
                        Tint.of(Hue.ACCENT),
                        rows.stream()
                                .map(row -> row.best().valueIfAny().map(BigDecimal::valueOf))
                                .toList())),
                List.of()));
    }

    private static String numbers(Premise premise) {
        List<String> told = new ArrayList<>();
        for (Premise.YearRow row : premise.perYear()) {
            row.best().valueIfAny().ifPresent(deaths -> told.add(row.year() + ": " + deaths));
        }
        return String.join("; ", told);
    }
}
