package org.salus.planning.web;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.salus.documents.Timeline;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.TableView;
import org.salus.framework.Wording;
import org.salus.planning.Gantt;
import org.salus.planning.Grouping;
import org.salus.planning.PlanFiles;
import org.salus.planning.Roadmap;
import org.salus.planning.RoadmapTables;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * A roadmap on a page: its bars, their table, and a form that fixes when a step begins. The template {@code planning/web/gantt.jte} shows it.
 *
 * @param here the address of the page; what steps are put together by is its choice {@code group}
 * @param table the same as a table
 * @param isWithTable whether the table stands with the bars; not where the page tells the same in a table of its own
 * @param files where the roadmap is found as a file, its path without the ending, with what was asked; empty for nowhere
 * @param move empty where the reader may not change anything
 */
record GanttView(
        Roadmap roadmap,
        Timeline drawing,
        Grouping grouping,
        Address here,
        TableView table,
        boolean isWithTable,
        Optional<Address> files,
        Optional<Move> move) {
    /**
     * Where the beginning of a step is fixed.
     *
     * @param address where {@code step} (an id) and the day are posted to
     * @param day what the field of the day is called; its value is ISO 8601
     * @param carried what is sent along, by the names of fields
     */
    record Move(String address, String day, Map<String, String> carried, CsrfToken token) {
        Move {
            carried = Collections.unmodifiableMap(new LinkedHashMap<>(carried));
        }
    }

    /**
     * The bars as the page's reader asked for them.
     *
     * @param today a day that is marked; empty for none
     * @param links where the step of an id leads
     */
    static GanttView of(
            Roadmap roadmap,
            Grouping grouping,
            Layout layout,
            Optional<LocalDate> today,
            Function<String, Optional<String>> links,
            Optional<Address> files,
            Optional<Move> move) {
        return new GanttView(
                roadmap,
                new Gantt(roadmap, grouping, layout.wording()).drawing(today, links),
                grouping,
                layout.here(),
                TableView.of("gantt-steps", new RoadmapTables(roadmap, layout.wording()).steps(), layout),
                true,
                files,
                move);
    }

    /** The same on a page that has a table of the steps besides. */
    GanttView withoutTable() {
        return new GanttView(roadmap, drawing, grouping, here, table, false, files, move);
    }

    Wording wording() {
        return table.layout().wording();
    }

    String svg() {
        return drawing.pageSvg();
    }

    String by(Grouping other) {
        return here.with("group", other.code()).toString();
    }

    List<String> forms() {
        return PlanFiles.FORMS;
    }

    String file(String form) {
        return files.map(at -> new Address(at.path() + "." + form, at.choices()).with("group", grouping.code()))
                .map(Address::toString)
                .orElse("");
    }
}
