package org.salus.documents;

/**
 * A chart with the same numbers as a table.
 *
 * @param option the chart; its title says the finding
 * @param table the numbers, for spreadsheets and for readers who want or need them
 * @param alternative what the chart shows, in one sentence
 */
public record Chart(ChartOption option, Table table, String alternative) implements Block {
    public Chart {
        if (alternative.isBlank()) {
            throw new IllegalArgumentException("A chart needs an alternative text");
        }
    }

    /** A chart whose table is made from its own numbers. */
    public static Chart of(ChartOption option, String alternative) {
        return new Chart(option, option.table(), alternative);
    }
}
