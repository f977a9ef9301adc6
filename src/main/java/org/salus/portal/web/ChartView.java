package org.salus.portal.web;

import org.salus.documents.ChartOption;
import org.salus.documents.Palette;
import org.salus.frame.web.TableView;

/**
 * A chart on a page with the table that says the same.
 *
 * @param light what ECharts draws on a light ground
 * @param dark what it draws on a dark one
 * @param height in CSS pixels; the browser lays panels out anew for its width
 * @param panels how many small charts it consists of; 0 for one chart
 */
record ChartView(String finding, String light, String dark, int height, int panels, TableView table) {
    private static final int PANELS_BESIDE = 4;

    /** A chart whose table has more to it than the chart's own numbers: links, every digit. */
    static ChartView of(ChartOption chart, TableView table) {
        int height = switch (chart.kind()) {
            case SMALL_MULTIPLES, OWN_SCALES -> chart.panelsHeight(PANELS_BESIDE);
            case LYING_BARS -> 84 + chart.categories().size() * 28;
            case LINES, CLOUD, BARS, STACKED_BARS -> 320;
        };
        int panels = switch (chart.kind()) {
            case SMALL_MULTIPLES, OWN_SCALES -> chart.series().size();
            case LINES, CLOUD, BARS, STACKED_BARS, LYING_BARS -> 0;
        };
        return new ChartView(
                chart.finding(), chart.json(Palette.LIGHT), chart.json(Palette.DARK), height, panels, table);
    }
}
