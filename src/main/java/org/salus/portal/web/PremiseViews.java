package org.salus.portal.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.context.GovernancePanel;
import org.salus.context.Premise;
import org.salus.context.PremiseMap;
import org.salus.context.Violence;
import org.salus.documents.Cell;
import org.salus.documents.ChartOption;
import org.salus.documents.Column;
import org.salus.documents.Hue;
import org.salus.documents.Size;
import org.salus.documents.Table;
import org.salus.documents.Tint;
import org.salus.frame.web.Layout;
import org.salus.frame.web.TableView;
import org.salus.framework.Figure;
import org.salus.framework.Wording;
import org.salus.portal.CountryQuestion;

/** The premise of a country and what publishers say about how it is governed, as a page shows them. */
final class PremiseViews {
    private static final Size MAP = new Size(420);

    private final CountryQuestion question;
    private final Layout layout;
    private final Wording wording;

    PremiseViews(CountryQuestion question, Layout layout) {
        this.question = question;
        this.layout = layout;
        this.wording = layout.wording();
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
            int step = 5;
            for (Violence type : Violence.values()) {
                series.add(new ChartOption.Series(
                        wording.say(type.label()),
                        new Tint(Hue.ACCENT, step),
                        years.stream().map(row -> deaths(row, type)).toList()));
                step -= 2;
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
                chart, TableView.of("deaths", years(premise), layout).withFiles(question.file("premise-years"))));
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

    /** Deaths and events of each year; a year without any figure says so. */
    Table years(Premise premise) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Premise.YearRow row : premise.perYear()) {
            rows.add(List.of(
                    Cell.text(String.valueOf(row.year())),
                    count(row.best()),
                    count(map(row.range(), Premise.Range::low)),
                    count(map(row.range(), Premise.Range::high)),
                    count(row.events()),
                    count(map(row.nonState(), Premise.Counted::events)),
                    Cell.text(row.best()
                            .reasonIfAny()
                            .or(() -> row.events().reasonIfAny())
                            .map(wording::say)
                            .orElse(""))));
        }
        return new Table(
                wording.say("portal.table.premise-years", question.country().name()),
                List.of(
                        Column.text("year", wording.say("portal.column.year")),
                        Column.integer("deaths_best", wording.say("portal.column.best"), ""),
                        Column.integer("deaths_low", wording.say("portal.column.low"), ""),
                        Column.integer("deaths_high", wording.say("portal.column.high"), ""),
                        Column.integer("events", wording.say("portal.column.events"), ""),
                        Column.integer("events_non_state", wording.say("portal.column.non-state"), ""),
                        Column.text("remark", wording.say("portal.column.remark"))),
                rows);
    }

    /** Indices of other publishers beside the reading. */
    Table indices(Premise premise) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Premise.OtherIndex index : premise.others()) {
            rows.add(List.of(
                    Cell.text(index.publisher()),
                    Cell.text(index.name()),
                    Cell.number(index.latest().value()),
                    Cell.text(String.valueOf(index.latest().year())),
                    Cell.text(index.change().map(this::change).orElse("")),
                    Cell.text(String.join(
                            " ", index.notes().stream().map(wording::say).toList()))));
        }
        return new Table(
                wording.say("portal.table.premise-indices", question.country().name()),
                List.of(
                        Column.text("publisher", wording.say("portal.column.publisher")),
                        Column.text("index", wording.say("portal.column.index")),
                        Column.decimal("latest", wording.say("portal.column.latest"), "", 2),
                        Column.text("year", wording.say("portal.column.year")),
                        Column.text("change", wording.say("portal.column.change")),
                        Column.text("notes", wording.say("portal.column.notes"))),
                rows);
    }

    private String change(Premise.Change change) {
        return layout.numerals().rounded(change.first().value(), 2) + " ("
                + change.first().year() + ") → "
                + layout.numerals().rounded(change.last().value(), 2) + " ("
                + change.last().year() + ")";
    }

    Optional<PageMap> map(PremiseMap map) {
        return map.drawing(wording, MAP).map(drawing -> PageMap.of(drawing, String.join("; ", map.vintages())));
    }

    /** A publisher's indicators, each a small chart on the publisher's own scale, and the table of all years. */
    ChartView governance(GovernancePanel.Publisher publisher) {
        List<Integer> years = publisher.series().stream()
                .flatMap(series -> series.values().stream())
                .map(Premise.YearValue::year)
                .distinct()
                .sorted()
                .toList();
        List<ChartOption.Series> series = publisher.series().stream()
                .map(one -> new ChartOption.Series(
                        one.name(),
                        new Tint(Hue.ACCENT, 4),
                        years.stream().map(year -> value(one, year)).toList()))
                .toList();
        ChartOption chart = new ChartOption(
                ChartOption.Kind.SMALL_MULTIPLES,
                publisher.name(),
                publisher.series().stream()
                        .map(one -> wording.say(one.reads()))
                        .distinct()
                        .reduce((a, b) -> a + " " + b)
                        .orElse(""),
                wording.say("portal.column.year"),
                years.stream().map(String::valueOf).toList(),
                series);
        return ChartView.of(
                "governance-" + publisher.descriptor(),
                chart,
                layout,
                question.file("governance-" + publisher.descriptor()));
    }

    /** The table behind a publisher's charts. */
    Table governanceTable(GovernancePanel.Publisher publisher) {
        return governance(publisher).table().table();
    }

    private static Optional<BigDecimal> value(GovernancePanel.Series series, int year) {
        return series.values().stream()
                .filter(value -> value.year() == year)
                .map(Premise.YearValue::value)
                .findFirst();
    }

    private static <T, R> Figure<R> map(Figure<T> figure, java.util.function.Function<T, R> part) {
        return switch (figure) {
            case Figure.Known<T> known -> Figure.known(part.apply(known.value()));
            case Figure.Partial<T> partial -> Figure.partial(part.apply(partial.value()), partial.reason());
            case Figure.Unknown<T> unknown -> Figure.unknown(unknown.reason());
        };
    }

    private Cell count(Figure<? extends Number> figure) {
        Optional<? extends Number> known = figure.valueIfAny();
        return known.isPresent()
                ? Cell.number(known.get().longValue())
                : Cell.blank(wording.say("portal.premise.unknown"));
    }
}
