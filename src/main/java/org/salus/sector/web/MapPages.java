package org.salus.sector.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.documents.Diagram;
import org.salus.documents.Table;
import org.salus.frame.web.Address;
import org.salus.frame.web.DiagramFiles;
import org.salus.frame.web.Pager;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.ItemId;
import org.salus.people.SignedIn;
import org.salus.sector.Finding;
import org.salus.sector.OversightAnalysis;
import org.salus.sector.OversightAnswer;
import org.salus.sector.SectorDrawing;
import org.salus.sector.SectorTables;
import org.salus.sector.web.SectorFrame.Seen;
import org.salus.workspace.Answer;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The map as a picture, as tables, as a matrix and as an outline: four views of one selection. */
@Controller
final class MapPages {
    /** Rows of a table on one page. */
    private static final int PAGE = 200;

    /** Lines of an outline on one page. */
    private static final int LINES = 1_000;

    private final SectorFrame frame;

    MapPages(SectorFrame frame) {
        this.frame = frame;
    }

    /** The picture. */
    record Picture(
            Seen seen,
            Optional<Diagram> diagram,
            String svg,
            Optional<ItemId> added,
            Optional<ItemId> changed,
            Optional<String> from,
            Optional<String> to) {
        Sentence tooMany() {
            return SectorDrawing.tooMany(seen.day(), seen.part());
        }

        boolean isActorAdded() {
            return added.flatMap(seen.day().map()::actor).isPresent();
        }

        boolean isTieBegun() {
            return from.isPresent() || to.isPresent() || (added.isPresent() && !isActorAdded());
        }
    }

    /** The tables of the selection. */
    record Tables(Seen seen, TableView ties, Pager tiePager, TableView actors, Pager actorPager) {}

    /** Who oversees whom. */
    record Matrix(Seen seen, TableView table) {}

    /** The outline. */
    record Outlined(Seen seen, List<Outline.Branch> branches, Pager pager) {}

    @GetMapping("/workspaces/{id}/sector")
    ModelAndView picture(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Seen seen = frame.see(id, "sector.page.title", wording, here, reader, token);
        Optional<Diagram> diagram = SectorDrawing.isDrawn(seen.day(), seen.part())
                ? Optional.of(SectorDrawing.of(
                        seen.day(),
                        seen.part(),
                        item -> Optional.of(seen.opened().path("items/" + item))))
                : Optional.empty();
        return page(
                "picture",
                new Picture(
                        seen,
                        diagram,
                        diagram.filter(drawn -> !drawn.nodes().isEmpty())
                                .map(Diagram::pageSvg)
                                .orElse(""),
                        here.choice("added").flatMap(text -> added(seen, text)),
                        here.choice("changed").flatMap(text -> added(seen, text)),
                        here.choice("from"),
                        here.choice("to")));
    }

    /** What was added or changed before this page was shown, if it is still there. */
    private static Optional<ItemId> added(Seen seen, String text) {
        try {
            return Optional.of(ItemId.of(text))
                    .filter(id -> seen.opened().view().find(id).isPresent());
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    static ModelAndView page(String template, Object page) {
        return new ModelAndView("sector/web/" + template, Map.of("page", page));
    }

    @GetMapping("/workspaces/{id}/sector/table")
    ModelAndView table(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Seen seen = frame.see(id, "sector.table.title", wording, here, reader, token);
        SectorTables tables = seen.tables();
        Table ties = tables.tieTable();
        Table actors = tables.actorTable();
        Pager tiePager = new Pager(here, ties.rows().size(), PAGE, "ties", "tie-page");
        Pager actorPager = new Pager(here, actors.rows().size(), PAGE, "actors", "actor-page");
        return page(
                "tables",
                new Tables(
                        seen,
                        view("ties", part(ties, tiePager), seen),
                        tiePager,
                        view("actors", part(actors, actorPager), seen),
                        actorPager));
    }

    /** The rows of one page; files hold all of them. */
    private static Table part(Table whole, Pager pager) {
        return new Table(whole.caption(), whole.columns(), pager.of(whole.rows()), whole.footer());
    }

    private static TableView view(String name, Table table, Seen seen) {
        return TableView.of(name, table, seen.layout())
                .withFiles(seen.question().at(seen.path(name)));
    }

    @GetMapping("/workspaces/{id}/sector/matrix")
    ModelAndView matrix(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Seen seen = frame.see(id, "sector.matrix.title", wording, here, reader, token);
        // Everybody against everybody would be millions of cells.
        SectorDrawing.mustBeDrawn(seen.day(), seen.part());
        return page("grid", new Matrix(seen, view("matrix", seen.tables().matrix(), seen)));
    }

    @GetMapping("/workspaces/{id}/sector/outline")
    ModelAndView outline(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Seen seen = frame.see(id, "sector.outline.title", wording, here, reader, token);
        List<Outline.Branch> whole = Outline.of(seen);
        Pager pager = new Pager(here, Outline.length(whole), LINES, "outline");
        return page("outline", new Outlined(seen, Outline.part(whole, pager.offset(), LINES), pager));
    }

    /** A table of any view as a file. */
    @GetMapping("/workspaces/{id}/sector/{table:ties|actors|matrix|coverage|findings|questions}.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable String table,
            @PathVariable String form,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, "sector.place", wording, here, reader, token);
        return TableFiles.answer(
                form,
                "sector-" + table,
                named(table(table, seen), seen),
                seen.state(),
                seen.question().on(),
                seen.opened().layouts().facts(wording),
                wording);
    }

    /** A file says which workspace it is of. */
    private static Table named(Table table, Seen seen) {
        return new Table(
                seen.wording()
                        .say(
                                "sector.page.file.caption",
                                seen.opened().view().charter().name(),
                                table.caption()),
                table.columns(),
                table.rows(),
                table.footer());
    }

    private static Table table(String name, Seen seen) {
        SectorTables tables = seen.plainTables();
        return switch (name) {
            case "ties" -> tables.tieTable();
            case "actors" -> tables.actorTable();
            case "matrix" -> tables.matrix();
            default -> {
                OversightAnswer answer = OversightAnalysis.of(seen.day(), SectorFrame.today());
                yield switch (name) {
                    case "coverage" -> SectorTables.coverage(answer, seen.day(), seen.wording());
                    case "findings" ->
                        SectorTables.findings(answer, finding -> said(seen, finding), seen.day(), seen.wording());
                    default -> SectorTables.questions(answer, seen.day(), seen.wording());
                };
            }
        };
    }

    /** What people answered to a finding, as the page of oversight tells it, and when. */
    private static List<SectorTables.Said> said(Seen seen, Finding finding) {
        Opened opened = seen.opened();
        return opened.view().list(Answer.KIND).stream()
                .filter(answer -> answer.value().finding().equals(finding.name()))
                .map(answer -> new SectorTables.Said(
                        opened.name(answer.value(), answer.id()),
                        Answer.isProven(answer, opened.view()),
                        answer.value().reply(),
                        answer.value().because(),
                        opened.lastTouched(answer.id())
                                .orElse(Instant.EPOCH)
                                .atZone(ZoneOffset.UTC)
                                .toLocalDate()))
                .toList();
    }

    /** The picture as a file. It says which workspace it is of. */
    @GetMapping("/workspaces/{id}/sector/picture.{form:svg|png}")
    ResponseEntity<byte[]> picture(
            @PathVariable String id,
            @PathVariable String form,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, "sector.place", wording, here, reader, token);
        SectorDrawing.mustBeDrawn(seen.day(), seen.part());
        return DiagramFiles.answer(
                form,
                "sector",
                SectorDrawing.of(seen.day(), seen.part()),
                seen.opened().view().charter().name(),
                seen.state());
    }
}
