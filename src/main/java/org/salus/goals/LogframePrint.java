package org.salus.goals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.frame.web.Numerals;
import org.salus.framework.Wording;

/**
 * A logframe to read: with every column of the grid, as files for spreadsheets and the page that is printed have it, or drawn together into the few columns that
 * fit a page of a document. A box that contributes to several others stands in full where it comes first and is only named afterwards.
 */
public final class LogframePrint {
    /** Where nothing is said of these, somebody still has to say it. */
    private static final Set<LogframeColumn> OWED = Set.of(
            LogframeColumn.INSTITUTION,
            LogframeColumn.UNIT,
            LogframeColumn.BASELINE,
            LogframeColumn.TARGET,
            LogframeColumn.SOURCE,
            LogframeColumn.UNTIL,
            LogframeColumn.OWNER,
            LogframeColumn.COST,
            LogframeColumn.PAYER);

    private static final int DECIMALS = 2;

    private final String title;
    private final Logframe logframe;
    private final Wording wording;

    public LogframePrint(String title, Logframe logframe, Wording wording) {
        this.title = title;
        this.logframe = logframe;
        this.wording = wording;
    }

    /** Every column of the grid. What a row cannot have stays empty; what it could have and nobody said is told. */
    public Table whole() {
        return new Table(
                wording.say("goals.table.logframe", title),
                Arrays.stream(LogframeColumn.values())
                        .map(column -> column(column.code().replace('-', '_'), column))
                        .toList(),
                logframe.rows().stream()
                        .map(row -> Arrays.stream(LogframeColumn.values())
                                .map(column -> cell(row, column))
                                .toList())
                        .toList());
    }

    private Column column(String key, LogframeColumn column) {
        String name = wording.say(column.label());
        return column.isNumber() ? Column.decimal(key, name, "", DECIMALS) : Column.text(key, name);
    }

    private Cell cell(Logframe.Row row, LogframeColumn column) {
        String text = logframe.text(row, column, wording);
        if (text.isEmpty()) {
            return gap(row, column).map(Cell::blank).orElse(Cell.text(""));
        }
        if (column.isNumber()) {
            return Cell.number(new BigDecimal(text));
        }
        return column == LogframeColumn.LEVEL
                ? Cell.text(text).withCode(row.level().code())
                : Cell.text(text);
    }

    /** What stands where something is missing. */
    private Optional<String> gap(Logframe.Row row, LogframeColumn column) {
        if (column == LogframeColumn.INDICATOR
                && row.line() == 0
                && !row.isAgain()
                && !(row.box().value() instanceof Support)) {
            return Optional.of(wording.say("goals.table.none"));
        }
        boolean isAsked = OWED.contains(column)
                && row.item(column).flatMap(item -> column.path(item.kind())).isPresent();
        return isAsked && !isSaidInWords(row, column)
                ? Optional.of(wording.say("goals.table.not-said"))
                : Optional.empty();
    }

    private static boolean isSaidInWords(Logframe.Row row, LogframeColumn column) {
        return row.indicator()
                .map(one -> switch (column) {
                    case BASELINE -> one.value().baseline().isSaid();
                    case TARGET -> one.value().target().isSaid();
                    default -> false;
                })
                .orElse(false);
    }

    /** Drawn together into as many columns as a page of a document holds. */
    public Table page() {
        return new Table(
                wording.say("goals.table.logframe", title),
                List.of(
                        heading("number", LogframeColumn.NUMBER),
                        heading("title", LogframeColumn.TITLE),
                        Column.text("who", wording.say("goals.print.who")),
                        heading("indicator", LogframeColumn.INDICATOR),
                        heading("baseline", LogframeColumn.BASELINE),
                        heading("target", LogframeColumn.TARGET),
                        heading("source", LogframeColumn.SOURCE),
                        Column.text("conditions", wording.say("goals.print.conditions")),
                        Column.text("money", wording.say("goals.print.money"))),
                logframe.rows().stream().map(this::across).toList());
    }

    private Column heading(String key, LogframeColumn column) {
        return Column.text(key, wording.say(column.label()));
    }

    private List<Cell> across(Logframe.Row row) {
        boolean isFirst = row.line() == 0;
        return List.of(
                Cell.text(isFirst ? row.number() : ""),
                Cell.text(isFirst ? what(row) : ""),
                told(isFirst ? who(row) : List.of()),
                row.indicator()
                        .map(one -> Cell.text(one.value().title()))
                        .or(() -> gap(row, LogframeColumn.INDICATOR).map(Cell::blank))
                        .orElse(Cell.text("")),
                reading(row, LogframeColumn.BASELINE, Indicator::baseline),
                reading(row, LogframeColumn.TARGET, Indicator::target),
                cell(row, LogframeColumn.SOURCE),
                told(lines(row, LogframeColumn.ASSUMPTION, LogframeColumn.RISK)),
                told(isFirst ? money(row) : List.of()));
    }

    private String what(Logframe.Row row) {
        return wording.say(
                row.isAgain() ? "goals.print.again" : "goals.print.what",
                wording.say(row.level().label()),
                row.box().value().title());
    }

    private List<String> who(Logframe.Row row) {
        if (row.isAgain()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        if (row.box().value() instanceof Goal goal && !goal.forWhom().isBlank()) {
            lines.add(line(wording.say("goals.print.for-whom"), goal.forWhom()));
        }
        lines.addAll(lines(row, LogframeColumn.INSTITUTION));
        String owner = logframe.text(row, LogframeColumn.OWNER, wording);
        if (!owner.isEmpty()) {
            lines.add(line(
                    row.box().value() instanceof Support
                            ? wording.say("goals.table.donor")
                            : wording.say(LogframeColumn.OWNER.label()),
                    owner));
        }
        lines.addAll(lines(row, LogframeColumn.UNTIL));
        return lines;
    }

    /** Amounts with their currency; without one they are not money yet, and nobody is told that they are. */
    private List<String> money(Logframe.Row row) {
        if (row.isAgain()) {
            return List.of();
        }
        String currency = logframe.text(row, LogframeColumn.CURRENCY, wording);
        Numerals numerals = new Numerals(wording);
        List<String> lines = new ArrayList<>();
        for (LogframeColumn column : List.of(LogframeColumn.COST, LogframeColumn.COST_EVERY_YEAR)) {
            String amount = logframe.text(row, column, wording);
            if (!amount.isEmpty()) {
                String exact = numerals.exact(new BigDecimal(amount));
                lines.add(line(
                        wording.say(column.label()),
                        currency.isEmpty()
                                ? wording.say("goals.print.no-currency", exact)
                                : currency + "\u00a0" + exact));
            }
        }
        lines.addAll(lines(row, LogframeColumn.PAYER));
        return lines;
    }

    private List<String> lines(Logframe.Row row, LogframeColumn... columns) {
        return Arrays.stream(columns)
                .filter(column -> !logframe.text(row, column, wording).isEmpty())
                .map(column -> line(wording.say(column.label()), logframe.text(row, column, wording)))
                .toList();
    }

    private String line(String label, String text) {
        return wording.say("goals.print.line", label, text);
    }

    private Cell reading(Logframe.Row row, LogframeColumn column, Function<Indicator, Reading> of) {
        return row.indicator()
                .filter(one -> of.apply(one.value()).isSaid())
                .map(one -> Cell.text(reading(one.value(), of.apply(one.value()))))
                .orElseGet(() -> gap(row, column).map(Cell::blank).orElse(Cell.text("")));
    }

    private String reading(Indicator indicator, Reading reading) {
        List<String> parts = new ArrayList<>();
        reading.value()
                .ifPresent(value -> parts.add((new Numerals(wording).exact(value) + " " + indicator.unit()).strip()));
        if (!reading.words().isBlank()) {
            parts.add(reading.words());
        }
        reading.on().ifPresent(on -> parts.add(on.toString()));
        return String.join("\n", parts);
    }

    private static Cell told(List<String> lines) {
        return Cell.text(String.join("\n", lines));
    }
}
