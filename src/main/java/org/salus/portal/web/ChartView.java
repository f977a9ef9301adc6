package org.salus.portal.web;

import org.salus.documents.ChartOption;
import org.salus.frame.web.DrawnChart;
import org.salus.frame.web.TableView;

/** A chart on a page with the table that says the same. */
record ChartView(DrawnChart drawn, TableView table) {
    /** A chart whose table has more to it than the chart's own numbers: links, every digit. */
    static ChartView of(ChartOption chart, TableView table) {
        return new ChartView(DrawnChart.of(chart, chart.finding()), table);
    }
}
