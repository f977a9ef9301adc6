package org.salus.portal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Hue;
import org.salus.documents.Table;
import org.salus.documents.Tint;
import org.salus.framework.Figure;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.portfolio.PivotMeasure;
import org.salus.portfolio.PlacedSupport;
import org.salus.portfolio.SupportMap;

/** Where support is recorded as a table in which every figure leads to what it counts, and the table of the shares behind it. */
public final class PlacesTables {
    private final Places places;
    private final Wording wording;

    public PlacesTables(Places places, Wording wording) {
        this.places = places;
        this.wording = wording;
    }

    /** How strongly a figure is filled beside the largest of all units. */
    static Tint tint(BigDecimal value, BigDecimal largest) {
        return new Tint(Hue.ACCENT, Shown.heat(ReformArea.NONE, value, largest).step());
    }

    /** The largest figure of a unit; one where there is none. */
    static BigDecimal largest(Places places) {
        return places.most().flatMap(Places.Place::shading).orElse(BigDecimal.ONE);
    }

    /** What the table shows. */
    public String caption() {
        String plain = wording.say(
                "portal.places.caption",
                places.question().question().country().inText(wording),
                wording.say(places.measure().label()),
                places.measure().isMoney() ? places.question().question().currency() : "");
        return narrowed(plain);
    }

    private String narrowed(String caption) {
        List<String> words = places.question().words(wording, places.traits());
        return words.isEmpty() ? caption : wording.say("portal.pivot.narrowed", caption, String.join(" · ", words));
    }

    /** Every unit, with and without support, and what is in none. */
    public Table places() {
        boolean isMonths = places.measure() == PivotMeasure.MONTHS;
        BigDecimal largest = largest(places);
        String measured = wording.say(places.measure().label());
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("place", wording.say("portfolio.pivot-dimension.place")));
        if (places.placed().isPresent()) {
            columns.add(shares().measuring(measured));
        }
        columns.add(counted("each", wording.say("portal.places.each")).measuring(measured));
        if (isMonths) {
            columns.add(Column.integer("activities_without_dates", wording.say("portal.pivot.without-dates"), ""));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Places.Place place : places.lines()) {
            List<Cell> row = new ArrayList<>();
            String name = places.name(place, wording);
            row.add(name.equals(place.key()) ? Cell.text(name) : Cell.text(name).withCode(place.key()));
            if (places.placed().isPresent()) {
                row.add(place.shared()
                        .map(value -> share(place, value, largest))
                        .orElseGet(this::nothing));
            }
            Cell each = place.each()
                    .map(figure -> each(figure, Optional.of(place.key())))
                    .orElseGet(this::nothing);
            row.add(places.placed().isEmpty() ? filled(each, place, largest) : each);
            if (isMonths) {
                row.add(place.each().map(PivotTables::untold).orElseGet(() -> Cell.number(0)));
            }
            rows.add(row);
        }
        List<Cell> footer = new ArrayList<>();
        footer.add(Cell.text(wording.say("portal.pivot.total")));
        places.placed()
                .ifPresent(placed ->
                        footer.add(CountryTables.linked(Cell.number(placed.total()), places.shares(Optional.empty()))));
        footer.add(each(places.pivot().total(), Optional.empty()));
        if (isMonths) {
            footer.add(PivotTables.untold(places.pivot().total()));
        }
        return new Table(caption(), columns, rows, Optional.of(footer));
    }

    private Column shares() {
        String name = wording.say("portal.places.shared");
        return places.measure().isMoney()
                ? Column.decimal("shared", name, places.question().question().currency(), 0)
                : Column.decimal("shared", name, "", 2);
    }

    private Column counted(String key, String name) {
        return places.measure().isMoney()
                ? Column.decimal(key, name, places.question().question().currency(), 0)
                : Column.integer(key, name, "");
    }

    private Cell share(Places.Place place, BigDecimal value, BigDecimal largest) {
        return filled(
                CountryTables.linked(Cell.number(value), places.shares(Optional.of(place.key()))), place, largest);
    }

    /** Units are filled as on the map; what is in no unit is not compared with them. */
    private static Cell filled(Cell plain, Places.Place place, BigDecimal largest) {
        return place.shading()
                .filter(value -> place.isUnit() && value.signum() > 0)
                .map(value -> plain.withTint(tint(value, largest)))
                .orElse(plain);
    }

    private Cell each(Figure<BigDecimal> figure, Optional<String> place) {
        return figure.valueIfAny()
                .map(value -> CountryTables.linked(
                        Cell.number(value), places.question().behind(place, Optional.empty())))
                .orElseGet(() -> Cell.blank(wording.say("portal.pivot.unknown")));
    }

    private Cell nothing() {
        return Cell.blank(wording.say("portal.places.nothing"));
    }

    /**
     * The shares that are asked for, each with the part of it that counts in its place; they add up to the figure they are behind.
     *
     * @param map by which activities are named
     */
    Table shares(SupportMap map) {
        String currency = places.question().question().currency();
        boolean isMoney = places.measure().isMoney();
        List<List<Cell>> rows = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        List<PlacedSupport.Row> shares = places.rows();
        for (PlacedSupport.Row row : shares) {
            sum = sum.add(row.value());
            String name = places.name(new Places.Place(row.place(), Optional.empty(), Optional.empty()), wording);
            rows.add(List.of(
                    Cell.text(row.activity()),
                    Cell.text(map.find(row.activity())
                            .map(sorted -> sorted.activity().title())
                            .orElse("")),
                    row.transaction() == 0 ? Cell.blank("") : Cell.number(row.transaction()),
                    Optional.ofNullable(row.year())
                            .map(year -> Cell.text(String.valueOf(year)))
                            .orElseGet(() -> Cell.blank("")),
                    Cell.text(BriefJson.donorName(row.donor(), wording)),
                    Cell.text(wording.say(row.area().label()))
                            .withCode(row.area().code()),
                    name.equals(row.place()) ? Cell.text(name) : Cell.text(name).withCode(row.place()),
                    Cell.number(row.percent()),
                    Cell.number(row.value())));
        }
        List<Column> columns = List.of(
                Column.text("activity", word("identifier")),
                Column.text("title", word("title")),
                Column.integer("transaction", word("transaction"), ""),
                Column.text("year", word("year")),
                Column.text("donor", word("donor")),
                Column.text("area", word("area")),
                Column.text("place", wording.say("portfolio.pivot-dimension.place")),
                Column.decimal("place_percent", wording.say("portal.places.percent"), "%", 2),
                isMoney
                        ? Column.decimal(currency.toLowerCase(Locale.ROOT), currency, "", 2)
                                .measuring(wording.say(places.measure().label()))
                        : Column.decimal(
                                "activities", wording.say(places.measure().label()), "", 4));
        List<Cell> footer = new ArrayList<>();
        footer.add(Cell.text(wording.say("portal.column.total")));
        for (int i = 1; i < columns.size() - 1; i++) {
            footer.add(Cell.blank(""));
        }
        footer.add(Cell.number(sum));
        return new Table(
                narrowed(wording.say(
                        "portal.table.place-rows",
                        places.question().question().country().inText(wording))),
                columns,
                rows,
                Optional.of(footer));
    }

    private String word(String column) {
        return wording.say("portal.column." + column);
    }
}
