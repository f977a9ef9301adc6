package org.salus.portal;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.coordination.DonorAnswer;
import org.salus.coordination.DonorProfile;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.framework.Figure;
import org.salus.framework.Wording;

/** What donors do in a country, area by area, as tables whose amounts lead to the rows they are sums of. Never one number for a donor. */
public final class DonorTables {
    /** The profiles of donors, of one alone by the choice {@link #DONOR}. */
    public static final String PROFILES = "donor-profiles";

    /** The choice of one donor, by its name. */
    public static final String DONOR = "donor";

    private static final int DIGITS = 2;

    private final CountryQuestion question;
    private final Wording wording;

    /** Tables of that question. */
    public DonorTables(CountryQuestion question, Wording wording) {
        this.question = question;
        this.wording = wording;
    }

    /** Donors one below the other, each with its areas in the order of the approach. */
    public Table all(List<DonorAnswer> answers) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("donor", wording.say("coordination.page.donor"))));
        columns.addAll(columns(
                answers.isEmpty()
                        ? ""
                        : wording.say("portfolio.measure."
                                + answers.getFirst().measure().word())));
        List<List<Cell>> rows = new ArrayList<>();
        for (DonorAnswer answer : answers) {
            for (DonorProfile.AreaProfile area : answer.profile().areas()) {
                List<Cell> row =
                        new ArrayList<>(List.of(Cell.text(answer.profile().donor())));
                row.addAll(row(answer, area));
                rows.add(List.copyOf(row));
            }
        }
        return new Table(
                wording.say("coordination.donor.table.all", question.country().inText(wording)), columns, rows);
    }

    /** One donor. */
    public Table of(DonorAnswer answer) {
        return new Table(
                wording.say(
                        "coordination.donor.table",
                        answer.profile().donor(),
                        question.country().inText(wording)),
                columns(wording.say("portfolio.measure." + answer.measure().word())),
                answer.profile().areas().stream().map(area -> row(answer, area)).toList());
    }

    private List<Column> columns(String money) {
        return List.of(
                Column.text("area", wording.say("coordination.donor.area")),
                Column.integer("activities", wording.say("coordination.donor.activities"), ""),
                Column.decimal("money", money, question.currency(), 0),
                Column.share("own_share", wording.say("coordination.donor.own-share"), 0),
                Column.share("everybodys_share", wording.say("coordination.donor.everybodys-share"), 0),
                Column.decimal("advantage", wording.say("coordination.donor.advantage"), "", DIGITS),
                Column.decimal("advantage_like", wording.say("coordination.donor.advantage-like"), "", DIGITS),
                Column.decimal("earlier", wording.say("coordination.donor.earlier"), "", DIGITS),
                Column.decimal("later", wording.say("coordination.donor.later"), "", DIGITS),
                Column.text("first", wording.say("coordination.donor.first")),
                Column.text("last", wording.say("coordination.donor.last")),
                Column.integer("years", wording.say("coordination.donor.years"), ""),
                Column.integer("with_results", wording.say("coordination.donor.results.activities"), ""),
                Column.integer("results", wording.say("coordination.donor.results.results"), ""),
                Column.integer("measured", wording.say("coordination.donor.results.measured"), ""),
                Column.text("significant", wording.say("coordination.donor.significant")));
    }

    private List<Cell> row(DonorAnswer answer, DonorProfile.AreaProfile area) {
        URI rows = URI.create(question.rows(answer.measure())
                .with("area", area.area().code())
                .with("donor", answer.profile().donor())
                .toString());
        Figure<DonorProfile.Trend> trend = area.trend();
        return List.of(
                Cell.text(area.area().code() + " " + wording.say(area.area().label()))
                        .withCode(area.area().code()),
                Cell.number(area.activities().size()),
                area.money().signum() == 0
                        ? Cell.number(area.money())
                        : Cell.number(area.money()).withLink(rows),
                cell(area.ownShare()),
                cell(area.everybodysShare()),
                cell(area.advantage()),
                cell(area.advantageAmongLike()),
                trend.valueIfAny().map(known -> Cell.number(known.earlier())).orElseGet(() -> blank(trend)),
                trend.valueIfAny().map(known -> Cell.number(known.later())).orElseGet(() -> blank(trend)),
                year(area.presence().first()),
                year(area.presence().last()),
                Cell.number(area.presence().years()),
                Cell.number(area.results().activities().size()),
                Cell.number(area.results().recorded().results()),
                Cell.number(area.results().recorded().measured()),
                Cell.text(wording.say(
                        area.significant()
                                ? "coordination.donor.significant.yes"
                                : "coordination.donor.significant.no")));
    }

    private static Cell year(Optional<Integer> year) {
        return Cell.text(year.map(String::valueOf).orElse(""));
    }

    private Cell cell(Figure<BigDecimal> figure) {
        return figure.valueIfAny().map(Cell::number).orElseGet(() -> blank(figure));
    }

    private Cell blank(Figure<?> figure) {
        return Cell.blank(figure.reasonIfAny().map(wording::say).orElse(""));
    }
}
