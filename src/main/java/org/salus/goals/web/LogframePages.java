package org.salus.goals.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salus.frame.web.Address;
import org.salus.frame.web.Pager;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableView;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.goals.Box;
import org.salus.goals.Logframe;
import org.salus.goals.LogframeColumn;
import org.salus.goals.LogframeIntake;
import org.salus.goals.LogframeLevel;
import org.salus.goals.LogframeLine;
import org.salus.goals.LogframePreview;
import org.salus.goals.web.GoalsFrame.Seen;
import org.salus.ledger.Act;
import org.salus.ledger.Digest;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.people.SignedIn;
import org.salus.sector.Place;
import org.salus.workspace.NoChoice;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The logframe as a grid that is edited in place. A cell that says something already is saved as the field it is; here stands what begins something new. */
@Controller
final class LogframePages {
    /** So many rows with their cells are light enough to be opened, read again and turned over without waiting. */
    private static final int ROWS_OF_A_PAGE = 100;

    private static final String ROW = "row";
    private static final String WHOLE = "whole";

    private final GoalsFrame frame;

    LogframePages(GoalsFrame frame) {
        this.frame = frame;
    }

    /**
     * The grid, as far as one page shows it.
     *
     * @param whole where all rows stand at once, to be read and printed
     */
    record Grid(
            Seen seen,
            List<Line> lines,
            Pager pager,
            String whole,
            List<LogframeColumn> columns,
            List<Item<? extends Box>> boxes) {
        boolean isPart() {
            return lines.size() < pager.total();
        }

        List<LogframeLevel> levels() {
            return List.of(LogframeLevel.values());
        }
    }

    /** A row of it. */
    record Line(Logframe.Row row, List<Cell> cells) {}

    /**
     * A cell.
     *
     * @param item whose field it is; empty if it is none
     * @param path of the field
     * @param basis the versions of the item that are shown
     * @param href where the item is; empty where the cell does not name it
     * @param begins whether something new can be named here
     */
    record Cell(
            LogframeColumn column,
            String text,
            Optional<String> item,
            Optional<String> path,
            Optional<String> basis,
            Optional<String> href,
            boolean begins) {}

    @GetMapping("/workspaces/{id}/goals/{chain}/logframe")
    ModelAndView grid(
            @PathVariable String id,
            @PathVariable String chain,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.page.logframe", wording, here, reader, token);
        Logframe logframe = Logframe.of(seen.chain(), seen.opened().view());
        if (here.choice(WHOLE).isPresent()) {
            return whole(seen);
        }
        List<LogframeColumn> columns = List.of(LogframeColumn.values());
        List<Line> lines = new ArrayList<>();
        Pager pager = new Pager(pageOf(here, logframe), logframe.rows().size(), ROWS_OF_A_PAGE, "");
        for (Logframe.Row row : pager.of(logframe.rows())) {
            lines.add(new Line(
                    row,
                    columns.stream()
                            .map(column -> cell(seen, logframe, row, column))
                            .toList()));
        }
        return GoalsPages.page(
                "logframe",
                new Grid(
                        seen,
                        lines,
                        pager,
                        Address.of(here.path()).with(WHOLE, "yes").toString(),
                        columns,
                        List.copyOf(seen.chain().boxes())));
    }

    /** All rows at once, as in the files: what is printed of a logframe that has several pages. */
    private static ModelAndView whole(Seen seen) {
        return GoalsPages.page(
                "table",
                new GoalsPages.Tabled(
                        seen,
                        TableView.of("logframe", seen.logframe().whole(), seen.layout())
                                .withFiles(Address.of(seen.path("logframe")))));
    }

    /** The page a row is on, where one is asked for by its key. */
    private static Address pageOf(Address here, Logframe logframe) {
        Address plain = here.without(ROW);
        return here.choice(ROW)
                .flatMap(logframe::place)
                .map(place -> plain.with("page", place / ROWS_OF_A_PAGE + 1))
                .orElse(plain);
    }

    /** Where a row is shown; the beginning if it has no key. */
    static String rowAt(Seen seen, String key) {
        return Address.of(seen.path("logframe")).with(ROW, key).toString();
    }

    private static Cell cell(Seen seen, Logframe logframe, Logframe.Row row, LogframeColumn column) {
        Optional<Item<?>> item = row.item(column);
        // An institution is chosen from the map, on the page of its objective.
        Optional<String> path = column == LogframeColumn.INSTITUTION
                ? Optional.empty()
                : item.flatMap(known -> column.path(known.kind()));
        return new Cell(
                column,
                logframe.text(row, column, seen.wording()),
                path.flatMap(there -> item).map(known -> known.id().toString()),
                path,
                path.flatMap(there -> item).map(known -> basis(known)),
                column.isName() || column == LogframeColumn.NUMBER
                        ? item.or(() -> Optional.of(row.box()).filter(box -> column.isOfBox()))
                                .map(known -> seen.item(known.id()))
                        : Optional.empty(),
                row.mayBegin(column));
    }

    private static String basis(Item<?> item) {
        return item.basis().stream().sorted().map(Digest::toString).collect(Collectors.joining(" "));
    }

    /** What is answered beside a cell. */
    record Begun(Wording wording, List<String> reasons) {}

    /**
     * Begins what a cell names: an indicator, an assumption, a risk.
     *
     * @param row the key of the row
     */
    @PostMapping("/workspaces/{id}/goals/{chain}/logframe/cells")
    ModelAndView begin(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestParam String row,
            @RequestParam String column,
            @RequestParam String text,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.place", wording, here, reader, token)
                .toWrite();
        LogframeLine line = new LogframeLine(new Place("", 1), row, Map.of(column(column), text.strip()));
        List<String> reasons = new ArrayList<>();
        if (!text.isBlank()) {
            LogframePreview preview = look(seen, List.of(line));
            preview.problems().forEach(problem -> reasons.add(wording.say(problem.says())));
            if (!preview.edits().isEmpty()) {
                Outcome outcome = seen.opened().workspace().append(reader.id(), preview.edits(), Reason.EDIT);
                switch (outcome) {
                    case Outcome.Accepted accepted -> {}
                    case Outcome.Refused refused ->
                        refused.reasons().forEach(reason -> reasons.add(wording.say(reason)));
                    case Outcome.Conflicting conflicting -> reasons.add(wording.say("workspace.field.busy"));
                }
            }
        }
        return new ModelAndView("goals/web/begun", Map.of("begun", new Begun(wording, reasons)));
    }

    static LogframePreview look(Seen seen, List<LogframeLine> lines) {
        return LogframeIntake.preview(seen.opened().view(), seen.chain(), lines, Optional.empty(), seen.wording());
    }

    static LogframeColumn column(String code) {
        return Term.find(LogframeColumn.class, code).orElseThrow(() -> NoChoice.of(code, LogframeColumn.class));
    }

    /**
     * Adds a row at the end of what contributes to a box.
     *
     * @param level what the row is
     * @param to the box it contributes to; may be empty
     */
    @StandsOn("/workspaces/{id}/goals/{chain}/logframe")
    @PostMapping("/workspaces/{id}/goals/{chain}/logframe/rows")
    ResponseEntity<Void> add(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestParam String level,
            @RequestParam String title,
            @RequestParam(defaultValue = "") String to,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.place", wording, here, reader, token);
        ItemId box = GoalsEdits.addBox(seen, level, title.strip(), "", to);
        return GoalsEdits.to(rowAt(seen, Logframe.keyOf(box)));
    }

    static List<String> keys(String text) {
        return Arrays.asList(text.split("\n", -1));
    }

    /** Why something was brought in, in the history. */
    static Reason because(String file) {
        return file.isEmpty() ? Reason.EDIT : Reason.of(Act.IMPORT, file);
    }
}
