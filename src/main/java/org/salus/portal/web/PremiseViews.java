package org.salus.portal.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.salus.context.GovernancePanel;
import org.salus.context.Premise;
import org.salus.context.PremiseMap;
import org.salus.context.Share;
import org.salus.context.Violence;
import org.salus.documents.ChartOption;
import org.salus.documents.Hue;
import org.salus.documents.Size;
import org.salus.documents.Tint;
import org.salus.frame.web.Layout;
import org.salus.frame.web.TableView;
import org.salus.framework.Figure;
import org.salus.framework.Wording;
import org.salus.portal.CountryQuestion;
import org.salus.portal.CountryTables;

/** The premise of a country and what publishers say about how it is governed, as a page shows them. */
final class PremiseViews {
    private static final Size MAP = new Size(360);
    /** Before, few publishers have figures, and few readers a use for them. */
    private static final int FIRST_YEAR = 1990;

    private static final BigDecimal LARGE = BigDecimal.valueOf(10_000_000);

    private final CountryQuestion question;
    private final CountryTables tables;
    private final Layout layout;
    private final Wording wording;

    PremiseViews(CountryQuestion question, CountryTables tables, Layout layout) {
        this.question = question;
        this.tables = tables;
        this.layout = layout;
        this.wording = layout.wording();
    }

    /** The trend, how far violence spreads, where it lies seen from the borders, and who is active across them, as far as it is known. */
    List<String> facts(Premise premise) {
        List<String> facts = new ArrayList<>();
        premise.trend().valueIfAny().map(trend -> wording.say(trend.words())).ifPresent(facts::add);
        spread(premise.spread()).ifPresent(facts::add);
        borders(premise.borders()).ifPresent(facts::add);
        premise.regional().across().valueIfAny().stream()
                .flatMap(List::stream)
                .map(actor -> wording.say(
                        "portal.premise.across",
                        actor.name(),
                        actor.events(),
                        actor.alsoIn().stream()
                                .map(country -> country.inText(wording))
                                .collect(Collectors.joining(", "))))
                .forEach(facts::add);
        return facts;
    }

    /** How much of the country was touched, as a whole and in its worst year. */
    private Optional<String> spread(Premise.Spread spread) {
        return spread.touched()
                .valueIfAny()
                .flatMap(touched -> spread.widestYear()
                        .valueIfAny()
                        .map(widest -> wording.say(
                                "portal.premise.spread",
                                touched.part(),
                                touched.of(),
                                widest.year(),
                                widest.share().part())));
    }

    /** How near the borders the events lie, beside how much of the country does. */
    private Optional<String> borders(Premise.Borders borders) {
        if (borders.near().valueIfAny().isEmpty()
                || borders.areaNear().valueIfAny().isEmpty()
                || borders.median().valueIfAny().isEmpty()) {
            return Optional.empty();
        }
        Share near = borders.near().valueIfAny().get();
        return Optional.of(wording.say(
                "portal.premise.borders",
                layout.numerals().count(near.part()),
                layout.numerals().count(near.of()),
                borders.kilometres(),
                near.percent(),
                borders.areaNear().valueIfAny().get(),
                borders.median().valueIfAny().get()));
    }

    /** Deaths per year; by type of violence where events tell it. Empty where no year has any figure. */
    Optional<ChartView> timeline(Premise premise) {
        List<Premise.YearRow> years = premise.perYear();
        if (years.stream().noneMatch(row -> row.best().valueIfAny().isPresent())) {
            return Optional.empty();
        }
        List<ChartOption.Series> series = new ArrayList<>();
        boolean typed = years.stream().anyMatch(row -> row.byType().valueIfAny().isPresent());
        if (typed) {
            // Apart from one another and from the ground.
            Iterator<Integer> steps = List.of(5, 3, 2).iterator();
            for (Violence type : Violence.values()) {
                series.add(new ChartOption.Series(
                        wording.say(type.label()),
                        new Tint(Hue.ACCENT, steps.next()),
                        years.stream().map(row -> deaths(row, type)).toList()));
            }
        } else {
            series.add(new ChartOption.Series(
                    wording.say("portal.premise.deaths"),
                    new Tint(Hue.ACCENT, 4),
                    years.stream()
                            .map(row -> row.best().valueIfAny().map(BigDecimal::valueOf))
                            .toList()));
        }
        ChartOption chart = new ChartOption(
                typed ? ChartOption.Kind.STACKED_BARS : ChartOption.Kind.BARS,
                finding(premise),
                wording.say("portal.premise.unit"),
                wording.say("portal.column.year"),
                years.stream().map(row -> String.valueOf(row.year())).toList(),
                series);
        return Optional.of(ChartView.of(
                chart,
                TableView.of("deaths", tables.get("premise-years"), layout).withFiles(question.file("premise-years"))));
    }

    private String finding(Premise premise) {
        Premise.YearRow most = premise.perYear().getFirst();
        long largest = -1;
        for (Premise.YearRow row : premise.perYear()) {
            long deaths = row.best().valueIfAny().map(Number::longValue).orElse(-1L);
            if (deaths > largest) {
                largest = deaths;
                most = row;
            }
        }
        return largest <= 0
                ? wording.say("portal.premise.finding.none")
                : wording.say(
                        "portal.premise.finding", most.year(), layout.numerals().count(largest));
    }

    private static Optional<BigDecimal> deaths(Premise.YearRow row, Violence type) {
        return row.byType()
                .valueIfAny()
                .map(types -> types.stream()
                        .filter(total -> total.type() == type)
                        .map(total -> BigDecimal.valueOf(total.deaths().best()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    Optional<PageMap> map(PremiseMap map) {
        return map.drawing(wording, MAP).map(drawing -> PageMap.of(drawing, String.join("; ", map.vintages())));
    }

    /** What the map shows, and what it cannot show. */
    String legend(PremiseMap map) {
        String what;
        if (map.units().isEmpty()) {
            what = map.places().isEmpty() ? "nothing" : "points";
        } else {
            what = map.units().stream()
                            .allMatch(unit -> unit.total().valueIfAny().isEmpty())
                    ? "unknown"
                    : "legend";
        }
        return wording.say("portal.premise.map." + what);
    }

    /** From which year on charts of indicators draw; their tables have every year. */
    int firstYear() {
        Integer from = question.period().from();
        return from == null ? FIRST_YEAR : from;
    }

    /** A publisher's indicators, each a small chart, and the table of all years. Indicators on different scales are not drawn on one. */
    ChartView governance(GovernancePanel.Publisher publisher) {
        List<Integer> all = publisher.series().stream()
                .flatMap(series -> series.values().stream())
                .map(Premise.YearValue::year)
                .distinct()
                .sorted()
                .toList();
        List<Integer> recent = all.stream()
                .filter(year -> year >= firstYear() && question.period().contains(year))
                .toList();
        // Every year between them has a place, so that a year is as wide as any other and one without a figure is a
        // gap.
        List<Integer> ends = recent.isEmpty() ? all : recent;
        List<Integer> years =
                IntStream.rangeClosed(ends.getFirst(), ends.getLast()).boxed().toList();
        List<String> units = publisher.series().stream()
                .map(one -> one.unit().orElse(""))
                .distinct()
                .toList();
        List<ChartOption.Series> series = publisher.series().stream()
                .map(one -> onItsScale(
                        one,
                        new ChartOption.Series(
                                name(one, units.size() == 1),
                                new Tint(Hue.ACCENT, 4),
                                years.stream()
                                        .map(year -> value(one, year)
                                                .map(value -> isLarge(one) ? value.movePointLeft(6) : value))
                                        .toList())))
                .toList();
        boolean oneScale = publisher.series().stream()
                        .map(one -> one.unit() + " " + one.scale().valueIfAny())
                        .distinct()
                        .count()
                == 1;
        List<String> below = new ArrayList<>();
        publisher.series().stream()
                .map(one -> wording.say(one.reads()))
                .distinct()
                .forEach(below::add);
        if (units.size() == 1 && !units.getFirst().isEmpty()) {
            below.add(wording.say("portal.governance.unit", units.getFirst()));
        }
        if (!oneScale) {
            below.add(wording.say("portal.governance.own-scales"));
        }
        publisher.edition().ifPresent(edition -> below.add(wording.say("portal.governance.edition", edition)));
        ChartOption chart = new ChartOption(
                oneScale ? ChartOption.Kind.SMALL_MULTIPLES : ChartOption.Kind.OWN_SCALES,
                publisher.name(),
                String.join(" ", below),
                wording.say("portal.column.year"),
                years.stream().map(String::valueOf).toList(),
                series);
        String name = "governance-" + publisher.descriptor();
        return ChartView.of(chart, TableView.of(name, tables.get(name), layout).withFiles(question.file(name)));
    }

    /** An axis ends where the publisher's scale does; an open scale has no end to show. */
    private static ChartOption.Series onItsScale(GovernancePanel.Series series, ChartOption.Series drawn) {
        return !isLarge(series)
                        && series.scale() instanceof Figure.Known<GovernancePanel.Scale>(GovernancePanel.Scale scale)
                ? drawn.between(scale.min(), scale.max())
                : drawn;
    }

    /** The indicator, with its unit unless all of a chart have the same. */
    private String name(GovernancePanel.Series series, boolean oneUnit) {
        String unit = oneUnit ? "" : series.unit().orElse("");
        String name = unit.isEmpty() ? series.name() : wording.say("portal.governance.in", series.name(), unit);
        return isLarge(series) ? wording.say("portal.governance.millions", name) : name;
    }

    /** Numbers so long that an axis has no room for them are drawn in millions. */
    private static boolean isLarge(GovernancePanel.Series series) {
        return series.values().stream().anyMatch(value -> value.value().abs().compareTo(LARGE) >= 0);
    }

    private static Optional<BigDecimal> value(GovernancePanel.Series series, int year) {
        return series.values().stream()
                .filter(value -> value.year() == year)
                .map(Premise.YearValue::value)
                .findFirst();
    }
}
