package org.salus.portal.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.evidence.ActivityRecord;
import org.salus.evidence.Codes;
import org.salus.evidence.Party;
import org.salus.evidence.Transaction;
import org.salus.frame.web.Numerals;
import org.salus.framework.Wording;
import org.salus.portal.LocationCells;

/** What is published about one activity, as tables. */
final class ActivityTables {
    private static final String TRANSACTION_DETAILS = "transaction-details";
    private static final String RESULT_DETAILS = "result-details";
    private static final Party NOBODY = new Party(null, null, null, null);

    private final Wording wording;
    private final Numerals numerals;

    ActivityTables(Wording wording) {
        this.wording = wording;
        this.numerals = new Numerals(wording);
    }

    /** Tables by their name; those without rows are left out. */
    Map<String, Table> of(ActivityRecord record) {
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("transactions", transactions(record.activity().transactions()));
        tables.put(TRANSACTION_DETAILS, transactionDetails(record.activity().transactions()));
        tables.put("budgets", periods("budgets", record.budgets()));
        tables.put("planned", periods("planned", record.plannedDisbursements()));
        tables.put("results", results(record.results()));
        tables.put(RESULT_DETAILS, resultDetails(record.results()));
        tables.put("locations", locations(record.locations()));
        tables.put("texts", texts(record.otherNarratives()));
        tables.values().removeIf(table -> table.rows().isEmpty());
        tables.replaceAll((name, table) -> withoutEmptyColumns(table));
        return tables;
    }

    /** Whether a table tells more of the rows of another one, for those who ask. */
    static boolean isDetail(String name) {
        return name.equals(TRANSACTION_DETAILS) || name.equals(RESULT_DETAILS);
    }

    private static Table withoutEmptyColumns(Table table) {
        List<Integer> used = IntStream.range(0, table.columns().size())
                .filter(column -> table.rows().stream()
                        .anyMatch(row -> !(row.get(column).content() instanceof Cell.Content.Blank)))
                .boxed()
                .toList();
        return new Table(
                table.caption(),
                used.stream().map(table.columns()::get).toList(),
                table.rows().stream()
                        .map(row -> used.stream().map(row::get).toList())
                        .toList());
    }

    private Table transactions(List<Transaction> transactions) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Transaction transaction : transactions) {
            rows.add(List.of(
                    Cell.number(transaction.number()),
                    code("TransactionType", transaction.type()),
                    day(transaction.date()),
                    number(transaction.amount()),
                    text(transaction.currency()),
                    day(transaction.valueDate()),
                    text(label(transaction.provider())),
                    text(label(transaction.receiver())),
                    text(transaction.description())));
        }
        return table(
                "transactions",
                rows,
                Column.integer("number", word("number"), ""),
                Column.text("type", word("type")),
                Column.date("date", word("date")),
                Column.decimal("amount", word("amount"), "", 2),
                Column.text("currency", word("currency")),
                Column.date("value_date", word("value-date")),
                Column.text("provider", word("provider")),
                Column.text("receiver", word("receiver")),
                Column.text("description", word("description")));
    }

    /** What few transactions say for themselves; most say it once for the whole activity. */
    private Table transactionDetails(List<Transaction> transactions) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Transaction transaction : transactions) {
            Party provider = transaction.provider() == null ? NOBODY : transaction.provider();
            Party receiver = transaction.receiver() == null ? NOBODY : transaction.receiver();
            List<Cell> said = List.of(
                    text(transaction.ref()),
                    joined(transaction.sectors().stream()
                            .map(sector -> ActivityPages.sector(sector, numerals))
                            .toList()),
                    joined(transaction.places().stream()
                            .map(place -> ActivityPages.place(place, numerals))
                            .toList()),
                    text(provider.ref()),
                    text(provider.activityId()),
                    text(receiver.ref()),
                    text(receiver.activityId()));
            if (said.stream().anyMatch(cell -> !(cell.content() instanceof Cell.Content.Blank))) {
                List<Cell> row = new ArrayList<>(List.of(Cell.number(transaction.number())));
                row.addAll(said);
                rows.add(row);
            }
        }
        return table(
                TRANSACTION_DETAILS,
                rows,
                Column.integer("number", word("number"), ""),
                Column.text("ref", word("ref")),
                Column.text("sectors", word("sectors")),
                Column.text("places", word("places")),
                Column.text("provider_ref", word("provider-ref")),
                Column.text("provider_activity", word("provider-activity")),
                Column.text("receiver_ref", word("receiver-ref")),
                Column.text("receiver_activity", word("receiver-activity")));
    }

    private Table resultDetails(List<ActivityRecord.Result> results) {
        return table(
                RESULT_DETAILS,
                results.stream()
                        .filter(result -> result.description() != null)
                        .map(result -> List.of(text(result.title()), text(result.description())))
                        .toList(),
                Column.text("result", word("result")),
                Column.text("description", word("description")));
    }

    private static Cell joined(List<String> values) {
        return values.isEmpty() ? Cell.blank("") : Cell.text(String.join("; ", values));
    }

    private Table periods(String name, List<ActivityRecord.PeriodMoney> periods) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ActivityRecord.PeriodMoney period : periods) {
            rows.add(List.of(day(period.start()), day(period.end()), number(period.amount()), text(period.currency())));
        }
        return table(
                name,
                rows,
                Column.date("start", word("start")),
                Column.date("end", word("end")),
                Column.decimal("amount", word("amount"), "", 2),
                Column.text("currency", word("currency")));
    }

    private Table results(List<ActivityRecord.Result> results) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ActivityRecord.Result result : results) {
            if (result.indicators().isEmpty()) {
                rows.add(List.of(
                        code("ResultType", result.type()),
                        text(result.title()),
                        Cell.blank(""),
                        Cell.blank(""),
                        Cell.blank(""),
                        Cell.blank(""),
                        Cell.blank(""),
                        Cell.blank(""),
                        Cell.blank(""),
                        Cell.blank("")));
            }
            for (ActivityRecord.Indicator indicator : result.indicators()) {
                List<ActivityRecord.Period> periods = indicator.periods().isEmpty()
                        ? List.of(new ActivityRecord.Period(null, null, null, null, null))
                        : indicator.periods();
                for (ActivityRecord.Period period : periods) {
                    rows.add(List.of(
                            code("ResultType", result.type()),
                            text(result.title()),
                            text(indicator.title()),
                            text(indicator.baseline()),
                            text(indicator.baselineYear()),
                            day(period.start()),
                            day(period.end()),
                            text(period.part()),
                            text(period.target()),
                            text(period.actual())));
                }
            }
        }
        return table(
                "results",
                rows,
                Column.text("type", word("type")),
                Column.text("result", word("result")),
                Column.text("indicator", word("indicator")),
                Column.text("baseline", word("baseline")),
                Column.text("baseline_year", word("baseline-year")),
                Column.date("start", word("start")),
                Column.date("until", word("until")),
                Column.text("part", word("part")),
                Column.text("target", word("target")),
                Column.text("actual", word("actual")));
    }

    private Table locations(List<ActivityRecord.Location> locations) {
        return table(
                "locations",
                locations.stream().map(LocationCells::of).toList(),
                LocationCells.columns(wording).toArray(Column[]::new));
    }

    private Table texts(List<ActivityRecord.Narrative> narratives) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ActivityRecord.Narrative narrative : narratives) {
            rows.add(List.of(
                    Cell.text(narrative.element()),
                    text(narrative.text().language()),
                    Cell.text(narrative.text().text())));
        }
        return table(
                "texts",
                rows,
                Column.text("element", word("element")),
                Column.text("language", word("language")),
                Column.text("text", word("text")));
    }

    private Table table(String name, List<List<Cell>> rows, Column... columns) {
        return new Table(wording.say("portal.activity.table." + name), List.of(columns), rows);
    }

    private String word(String column) {
        return wording.say("portal.activity.column." + column);
    }

    private static @Nullable String label(@Nullable Party party) {
        return party == null ? null : party.label();
    }

    private static Cell text(@Nullable String text) {
        return text == null ? Cell.blank("") : Cell.text(text);
    }

    private static Cell code(String list, @Nullable String code) {
        return code == null
                ? Cell.blank("")
                : Cell.text(Codes.shipped().find(list, code).orElse(code)).withCode(code);
    }

    private static Cell day(java.time.@Nullable LocalDate day) {
        return day == null ? Cell.blank("") : Cell.day(day);
    }

    private static Cell number(java.math.@Nullable BigDecimal number) {
        return number == null ? Cell.blank("–") : Cell.number(number);
    }
}
