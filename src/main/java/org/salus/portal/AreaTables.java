package org.salus.portal;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.evidence.Rates;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.portfolio.Amounts;
import org.salus.portfolio.Measure;

/** The tables of a reform area, the same on its page and as files; and the two definitions of the sector beside one another. */
public final class AreaTables {
    /** The rows of the two definitions. */
    static final List<String> DEFINED =
            List.of("name", "providers", "oversight", "justice", "armed", "custom", "society", "outside", "used");

    private final Wording wording;

    public AreaTables(Wording wording) {
        this.wording = wording;
    }

    /**
     * The table of that name.
     *
     * @throws Failure (not found) if there is none
     */
    public Table get(String name, AreaFile file) {
        return switch (name) {
            case "countries" -> countries(file);
            case "indicators" -> indicators(file);
            case "supports" -> supports(file);
            default -> throw Failure.notFound(Sentence.of("portal.area-page.no-table", name));
        };
    }

    /** What loaded data hold, country by country and year by year, in US dollars. Each figure leads to the rows it is the sum of. */
    public Table countries(AreaFile file) {
        List<List<Cell>> rows = new ArrayList<>();
        for (AreaFile.Held held : file.countries()) {
            Address country = Address.of("/countries/" + held.country().iso3());
            Address activities = country.at(country.path() + "/activities")
                    .with("area", file.area().code());
            List<Cell> whole = new ArrayList<>(List.of(
                    Cell.text(held.country().name())
                            .withCode(held.country().iso3())
                            .withLink(uri(country)),
                    Cell.text(wording.say("portal.area-page.all-years")),
                    Cell.number(held.activities()).withLink(uri(activities))));
            Address behind = country.at(country.path() + "/rows")
                    .with("area", file.area().code());
            whole.addAll(money(held.amounts(), behind));
            rows.add(whole);
            for (AreaFile.InYear year : held.years()) {
                List<Cell> one = new ArrayList<>(List.of(
                        Cell.text(held.country().name()).withCode(held.country().iso3()),
                        Cell.text(String.valueOf(year.year())),
                        Cell.blank("")));
                one.addAll(money(year.amounts(), behind.with("year", year.year())));
                rows.add(one);
            }
        }
        return new Table(
                say("countries"),
                List.of(
                        Column.text("country", column("country")),
                        Column.text("year", column("year")),
                        Column.integer("activities", column("activities"), ""),
                        Column.decimal("commitments", column("commitments"), Rates.DOLLAR, 2),
                        Column.decimal("disbursements", column("disbursements"), Rates.DOLLAR, 2),
                        Column.decimal("expenditures", column("expenditures"), Rates.DOLLAR, 2)),
                rows);
    }

    private static List<Cell> money(Amounts amounts, Address behind) {
        List<Cell> cells = new ArrayList<>();
        for (Measure measure : List.of(Measure.COMMITMENTS, Measure.DISBURSEMENTS, Measure.EXPENDITURES)) {
            cells.add(
                    amounts.of(measure).signum() == 0
                            ? Cell.blank("")
                            : Cell.number(amounts.of(measure)).withLink(uri(behind.with("measure", measure.word()))));
        }
        return cells;
    }

    private static URI uri(Address address) {
        return URI.create(address.toString());
    }

    /** Indicators of the library. */
    public Table indicators(AreaFile file) {
        return new Table(
                say("indicators"),
                List.of(
                        Column.text("indicator", column("indicator")),
                        Column.text("kept_by", column("kept-by")),
                        Column.text("limits", column("limits"))),
                file.indicators(wording.locale()).stream()
                        .map(indicator -> List.of(
                                Cell.text(indicator.name()).withCode(indicator.key()),
                                Cell.text(indicator.source()),
                                Cell.text(indicator.limits())))
                        .toList());
    }

    /** What is planned in workspaces. */
    public Table supports(AreaFile file) {
        return new Table(
                say("supports"),
                List.of(
                        Column.text("support", column("support")),
                        Column.text("donor", column("donor")),
                        Column.text("objectives", column("objectives")),
                        Column.text("workspace", column("workspace"))),
                file.planned().stream()
                        .map(planned -> List.of(
                                Cell.text(planned.title()).withLink(URI.create(planned.href())),
                                Cell.text(planned.donor()),
                                planned.objectives().isEmpty()
                                        ? Cell.blank(say("no-objective"))
                                        : Cell.text(planned.objectives().stream()
                                                .map(AreaFile.Aimed::title)
                                                .collect(Collectors.joining("; "))),
                                Cell.text(planned.workspace())))
                        .toList());
    }

    /** The definition of the approach and that of the OECD's later guidance: two views, of which figures only know the first. */
    public Table definitions() {
        return new Table(
                wording.say("portal.approach.definitions"),
                List.of(
                        Column.text("about", wording.say("portal.approach.about")),
                        Column.text("approach", wording.say("portal.approach.first")),
                        Column.text("oecd", wording.say("portal.approach.second"))),
                DEFINED.stream()
                        .map(row -> List.of(
                                Cell.text(wording.say("portal.approach.row." + row)),
                                Cell.text(wording.say("portal.approach.row." + row + ".first")),
                                Cell.text(wording.say("portal.approach.row." + row + ".second"))))
                        .toList());
    }

    private String say(String key) {
        return wording.say("portal.area-page." + key);
    }

    private String column(String key) {
        return say("column." + key);
    }
}
