package org.salus.portal.web;

import org.salus.documents.ChartOption;
import org.salus.documents.Palette;
import org.salus.frame.web.TableView;

/**
 * A chart on a page with the table that says the same.
 *
 * @param light what ECharts draws on a light ground
 * @param dark what it draws on a dark one
 * @param height in CSS pixels
 */
record ChartView(String finding, String light, String dark, int height, TableView table) {
    private static final int PANELS_BESIDE = 3;

    /** A chart whose table has more to it than the chart's own numbers: links, every digit. */
    static ChartView of(ChartOption chart, TableView table) {
        int height = switch (chart.kind()) {
            case SMALL_MULTIPLES -> 64 + (chart.series().size() + PANELS_BESIDE - 1) / PANELS_BESIDE * 150;
            case LYING_BARS -> 84 + chart.categories().size() * 28;
            case LINES, BARS, STACKED_BARS -> 340;
        };
        return new ChartView(chart.finding(), chart.json(Palette.LIGHT), chart.json(Palette.DARK), height, table);
    }
}
