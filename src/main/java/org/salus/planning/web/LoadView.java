package org.salus.planning.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.documents.Chart;
import org.salus.documents.Table;
import org.salus.frame.web.Address;
import org.salus.frame.web.DrawnChart;
import org.salus.frame.web.Layout;
import org.salus.frame.web.TableView;
import org.salus.framework.Wording;
import org.salus.planning.Counting;
import org.salus.planning.Every;
import org.salus.planning.Roadmap;
import org.salus.planning.RoadmapCharts;
import org.salus.planning.RoadmapTables;

/**
 * What a roadmap loads institutions with and what it takes over time, on a page with {@link Layout#withCharts()}. The template {@code planning/web/load.jte} shows it.
 *
 * @param every by which spans of time it is told
 * @param here the address of the page; the spans are its choice {@code every}
 * @param charts of loads and of money, those that there are
 * @param budgets what each donor pays in each year, spent and committed
 */
record LoadView(Every every, Address here, List<Drawn> charts, List<TableView> budgets) {
    /** A chart and the same as a table. */
    record Drawn(DrawnChart chart, TableView table) {}

    /**
     * The charts and tables as the page's reader asked for them.
     *
     * @param files below which {@link RoadmapTables#table} is found as a file by its name, with what was asked; empty for nowhere
     */
    static LoadView of(Roadmap roadmap, Every every, Layout layout, Optional<Address> files) {
        RoadmapCharts charts = new RoadmapCharts(roadmap, layout.wording());
        RoadmapTables tables = new RoadmapTables(roadmap, layout.wording());
        Files at = new Files(layout, files);
        return new LoadView(
                every,
                layout.here(),
                Stream.of(
                                at.drawn("load-" + every.code(), charts.load(every)),
                                at.drawn("money-" + every.code(), charts.money(every)))
                        .flatMap(Optional::stream)
                        .toList(),
                Stream.of(Counting.values())
                        .map(counting -> at.table(counting.code(), tables.budget(counting)))
                        .toList());
    }

    /** Where tables are found as files. */
    private record Files(Layout layout, Optional<Address> address) {
        Optional<Drawn> drawn(String name, Optional<Chart> chart) {
            return chart.map(there -> new Drawn(DrawnChart.of(there), table(name, there.table())));
        }

        TableView table(String name, Table table) {
            TableView view = TableView.of("roadmap-" + name, table, layout);
            return address.map(at -> view.withFiles(new Address(at.path() + "/" + name, at.choices())))
                    .orElse(view);
        }
    }

    Wording wording() {
        return budgets.getFirst().layout().wording();
    }

    String by(Every other) {
        return here.with("every", other.code()).toString();
    }
}
