package org.salus.portal;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.frame.web.Address;
import org.salus.portfolio.Folding;

/** The rows of a table in the order that an address asks for, by the keys of its columns. */
final class TableOrder {
    /** By which columns each table can be sorted; tables that are not here stand in one order only, or sort what they are made of. */
    private static final Map<String, List<String>> SORTING = Map.of(
            "donors", List.of("donor", "kind", "activities", "commitments", "disbursements", "expenditures"),
            "donor-names", List.of("name", "donor", "kind"));

    private TableOrder() {}

    static List<String> of(String table) {
        return SORTING.getOrDefault(table, List.of());
    }

    /** The key an address sorts this table by, with a minus if descending. */
    static Optional<String> asked(String table, Address here) {
        List<String> keys = of(table);
        return keys.isEmpty()
                ? Optional.empty()
                : Choices.find(
                        here,
                        "sort",
                        word -> Optional.of(word).filter(key -> keys.contains(key.replaceFirst("^-", ""))),
                        keys.stream().flatMap(key -> Stream.of(key, "-" + key)).toList());
    }

    /** The table with its rows in that order; equal ones stay as they stand, and a row without a value comes last whichever way round. */
    static Table sorted(Table table, String sort) {
        int column = table.columns().stream().map(Column::key).toList().indexOf(sort.replaceFirst("^-", ""));
        Comparator<Cell> order = Comparator.comparing(TableOrder::number)
                .thenComparing(cell -> Folding.words(cell.words()))
                .thenComparing(Cell::words);
        Comparator<Cell> asked = sort.startsWith("-") ? order.reversed() : order;
        List<List<Cell>> rows = table.rows().stream()
                .sorted(Comparator.comparing(
                                (List<Cell> row) -> row.get(column).words().isEmpty())
                        .thenComparing(row -> row.get(column), asked))
                .toList();
        return new Table(table.caption(), table.columns(), rows, table.footer());
    }

    private static BigDecimal number(Cell cell) {
        return cell.content() instanceof Cell.Content.Quantity number ? number.value() : BigDecimal.ZERO;
    }
}
