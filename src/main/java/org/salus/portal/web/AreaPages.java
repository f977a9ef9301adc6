package org.salus.portal.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.salus.evidence.Evidence;
import org.salus.evidence.Snapshot;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Layouts;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.portal.AreaFile;
import org.salus.portal.AreaTables;
import org.salus.portfolio.Supports;
import org.salus.workspace.Faces;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A page per reform area, and where the approach comes from. */
@Controller
final class AreaPages {
    private static final int OPEN_ROWS = 30;

    /** What changed in the field since the approach was written, oldest first. */
    private static final List<String> SINCE =
            List.of("2005", "2007", "2011", "2013", "2014", "2015", "2016", "2018", "2020");

    private final Evidence evidence;
    private final Supports supports;
    private final Workspaces workspaces;
    private final Faces faces;
    private final Layouts layouts;

    AreaPages(Evidence evidence, Supports supports, Workspaces workspaces, Faces faces, Layouts layouts) {
        this.evidence = evidence;
        this.supports = supports;
        this.workspaces = workspaces;
        this.faces = faces;
        this.layouts = layouts;
    }

    /** All areas. */
    record AreasPage(Layout layout, List<ReformArea> areas) {}

    /**
     * One area.
     *
     * @param tables what loaded data hold, what workspaces plan, indicators; those without a row are left out
     */
    record AreaPage(Layout layout, AreaFile file, String answer, List<TableView> tables) {}

    /** About the approach. */
    record ApproachPage(Layout layout, TableView definitions, List<String> since) {}

    @GetMapping("/areas")
    ModelAndView list(Wording wording, Address here) {
        here.knowing();
        return new ModelAndView(
                "portal/web/areas",
                Map.of(
                        "page",
                        new AreasPage(
                                layouts.of(wording, here, wording.say("portal.area-page.list.title")),
                                AreaFile.areas())));
    }

    @GetMapping("/areas/{code}")
    ModelAndView area(@PathVariable String code, Wording wording, Address here, SignedIn reader) {
        here.knowing();
        AreaFile file = file(code, reader, wording);
        Layout layout = layouts.of(
                        wording,
                        here,
                        wording.say(
                                "portal.area-page.title",
                                wording.say(file.area().label())))
                .under(wording.say("frame.rail.areas"), "/areas")
                .from(file.snapshot());
        AreaTables tables = new AreaTables(wording);
        return new ModelAndView(
                "portal/web/area",
                Map.of(
                        "page",
                        new AreaPage(
                                layout,
                                file,
                                wording.say(
                                        "portal.area-page.answer",
                                        file.activities(),
                                        file.countries().size(),
                                        file.planned().size()),
                                List.of("countries", "supports", "indicators").stream()
                                        .filter(name ->
                                                !tables.get(name, file).rows().isEmpty())
                                        .map(name -> TableView.of(name, tables.get(name, file), layout)
                                                .withShortMoney()
                                                .withFold(OPEN_ROWS)
                                                .withFiles(Address.of("/areas/" + code + "/" + name)))
                                        .toList())));
    }

    private AreaFile file(String code, SignedIn reader, Wording wording) {
        Snapshot snapshot = evidence.snapshot();
        return AreaFile.of(AreaFile.known(code), snapshot, supports, workspaces.list(reader.id()), faces, wording);
    }

    @GetMapping("/areas/{code}/{table:countries|indicators|supports}.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String code,
            @PathVariable String table,
            @PathVariable String form,
            Wording wording,
            SignedIn reader) {
        AreaFile file = file(code, reader, wording);
        return TableFiles.answer(
                form,
                "salus-area-" + file.area().code() + "-" + table,
                new AreaTables(wording).get(table, file),
                file.snapshot(),
                LocalDate.EPOCH,
                layouts.facts(wording),
                wording);
    }

    @GetMapping("/about/approach")
    ModelAndView approach(Wording wording, Address here) {
        here.knowing();
        Layout layout = layouts.of(wording, here, wording.say("portal.approach.title"));
        return new ModelAndView(
                "portal/web/approach",
                Map.of(
                        "page",
                        new ApproachPage(
                                layout,
                                TableView.of("definitions", new AreaTables(wording).definitions(), layout)
                                        .withFiles(Address.of("/about/approach/definitions")),
                                SINCE)));
    }

    /** The two definitions as a file. */
    @GetMapping("/about/approach/definitions.{form:csv|xlsx}")
    ResponseEntity<byte[]> definitions(@PathVariable String form, Wording wording) {
        return TableFiles.answer(
                form,
                "salus-definitions",
                new AreaTables(wording).definitions(),
                evidence.snapshot().id(),
                LocalDate.EPOCH,
                List.of(),
                wording);
    }
}
