package org.salus.portal;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.frame.web.Address;
import org.salus.framework.Wording;
import org.salus.portfolio.ActivityProposal;
import org.salus.portfolio.CountedOnce;
import org.salus.portfolio.CountedRow;
import org.salus.portfolio.Measure;
import org.salus.portfolio.ReportedMoney;
import org.salus.portfolio.SetAside;
import org.salus.portfolio.SupportRow;

/**
 * A country's money counted once, as tables whose figures lead to their rows.
 *
 * @param measure whose rows are told one by one
 */
public record ChainTables(CountryQuestion question, Measure measure, Wording wording) {
    /** What is published, set aside and counted. */
    public static final String TOTALS = "chains-totals";

    /** The rows that are set aside. */
    public static final String SET_ASIDE = "chains-set-aside";

    /** Pairs of activities that may be one. */
    public static final String PROPOSALS = "chains-proposals";

    private static final List<SetAside> RULES = List.of(SetAside.values());

    /** The table of one of these names, whole. */
    Table get(String name, ReportedMoney money) {
        CountedOnce once = money.once().in(question.period());
        return switch (name) {
            case TOTALS -> totals(once);
            case SET_ASIDE -> setAside(aside(once));
            case PROPOSALS -> proposals(money.proposals());
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The rows of the measure that are set aside. */
    public List<CountedRow> aside(CountedOnce once) {
        return once.setAsideRows().stream()
                .filter(row -> row.row().measure() == measure)
                .toList();
    }

    /** What is published, what of it is set aside by which rule, and what counts once, measure by measure. */
    public Table totals(CountedOnce once) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("measure", wording.say("portal.chains.measure")));
        columns.add(Column.decimal("published", wording.say("portal.chains.published"), question.currency(), 0));
        for (SetAside rule : RULES) {
            columns.add(Column.decimal(
                    rule.code().replace('-', '_'),
                    wording.say("portal.chains.rule." + rule.code()),
                    question.currency(),
                    0));
        }
        columns.add(Column.decimal("counted", wording.say("portal.chains.counted"), question.currency(), 0));
        List<List<Cell>> rows = new ArrayList<>();
        for (Measure one : Measure.values()) {
            if (once.rows().stream().anyMatch(row -> row.row().measure() == one)) {
                List<Cell> row = new ArrayList<>();
                row.add(Cell.text(wording.say("portfolio.measure." + one.word()))
                        .withCode(one.word()));
                row.add(Cell.number(once.published().of(one)).withLink(uri(question.rows(one))));
                for (SetAside rule : RULES) {
                    BigDecimal aside = Optional.ofNullable(once.setAside().get(rule))
                            .map(amounts -> amounts.of(one))
                            .orElse(BigDecimal.ZERO);
                    row.add(
                            aside.signum() == 0
                                    ? Cell.number(aside)
                                    : Cell.number(aside)
                                            .withLink(
                                                    uri(question.part("chains").with("measure", one.word()))));
                }
                row.add(Cell.number(once.counted().of(one)));
                rows.add(row);
            }
        }
        return new Table(wording.say("portal.chains.totals"), columns, rows);
    }

    /** Rows of money that are set aside, wholly or in part, and why. */
    public Table setAside(List<CountedRow> some) {
        return new Table(
                wording.say("portal.chains.tab.set-aside", some.size()),
                List.of(
                        Column.text("title", wording.say("coordination.page.activity")),
                        Column.text("year", wording.say("portal.column.year")),
                        Column.text("donor", wording.say("portal.column.donor")),
                        Column.text("area", wording.say("coordination.page.area")),
                        Column.decimal("published", wording.say("portal.chains.published"), question.currency(), 0),
                        Column.decimal("aside", wording.say("portal.chains.aside"), question.currency(), 0),
                        Column.text("why", wording.say("portal.chains.why"))),
                some.stream().map(this::row).toList());
    }

    private List<Cell> row(CountedRow counted) {
        SupportRow row = counted.row();
        return List.of(
                Cell.text(row.title().isBlank() ? row.activity() : row.title())
                        .withCode(row.activity())
                        .withLink(uri(activity(row.activity()))),
                Cell.text(row.year() == null ? "" : String.valueOf(row.year())),
                Cell.text(BriefJson.donorName(row.donor(), wording)),
                Cell.text(row.area().code() + " " + wording.say(row.area().label()))
                        .withCode(row.area().code()),
                Cell.number(row.value())
                        .withLink(uri(question.rows(row.measure()).with("activity", row.activity()))),
                Cell.number(counted.setAside()),
                Cell.text(counted.why().map(why -> wording.say(why.sentence())).orElse("")));
    }

    private static Address activity(String identifier) {
        return Address.of("/activities").with("id", identifier);
    }

    /** Pairs of activities that may be one. */
    public Table proposals(List<ActivityProposal> some) {
        return new Table(
                wording.say("portal.chains.tab.proposals", some.size()),
                List.of(
                        Column.text("title", wording.say("portal.chains.one")),
                        Column.text("other", wording.say("portal.chains.other")),
                        Column.decimal("score", wording.say("portal.chains.score"), "", 2),
                        Column.text("why", wording.say("portal.chains.common"))),
                some.stream()
                        .map(pair -> List.of(
                                Cell.text(pair.firstTitle().isBlank() ? pair.first() : pair.firstTitle())
                                        .withCode(pair.first())
                                        .withLink(uri(activity(pair.first()))),
                                Cell.text(pair.secondTitle().isBlank() ? pair.second() : pair.secondTitle())
                                        .withCode(pair.second())
                                        .withLink(uri(activity(pair.second()))),
                                Cell.number(pair.score()),
                                Cell.text(pair.reasons().stream()
                                        .map(wording::say)
                                        .collect(Collectors.joining("; ")))))
                        .toList());
    }

    private static URI uri(Address address) {
        return URI.create(address.toString());
    }
}
