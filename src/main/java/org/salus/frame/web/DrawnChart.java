package org.salus.frame.web;

import org.salus.documents.Chart;
import org.salus.documents.ChartOption;
import org.salus.documents.Palette;

/**
 * A chart as a page with {@link Layout#withCharts()} draws it. The template {@code frame/web/chart.jte} shows it.
 *
 * @param alternative what it shows, in one sentence
 * @param light what is drawn on a light ground
 * @param dark what is drawn on a dark one
 * @param height in CSS pixels; the browser lays panels out anew for its width
 * @param panels how many small charts it consists of; 0 for one chart
 */
public record DrawnChart(String alternative, String light, String dark, int height, int panels) {
    /** As many as the page's script puts beside one another on a wide screen. */
    private static final int PANELS_BESIDE = 4;

    /** A chart, told in these words to whoever does not see it. */
    public static DrawnChart of(ChartOption chart, String alternative) {
        int panels = switch (chart.kind()) {
            case SMALL_MULTIPLES, OWN_SCALES -> chart.series().size();
            case LINES, CLOUD, BARS, STACKED_BARS, LYING_BARS -> 0;
        };
        int height = switch (chart.kind()) {
            case SMALL_MULTIPLES, OWN_SCALES -> chart.panelsHeight(Math.min(PANELS_BESIDE, panels));
            case LYING_BARS -> 84 + chart.categories().size() * 28;
            case LINES, CLOUD, BARS, STACKED_BARS -> 320;
        };
        return new DrawnChart(alternative, chart.json(Palette.LIGHT), chart.json(Palette.DARK), height, panels);
    }

    /** A chart with its own words. */
    public static DrawnChart of(Chart chart) {
        return of(chart.option(), chart.alternative());
    }
}
