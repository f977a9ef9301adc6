package org.salus.planning.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.salus.documents.Chart;
import org.salus.documents.Table;
import org.salus.frame.web.Address;
import org.salus.frame.web.DrawnChart;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.people.SignedIn;
import org.salus.planning.Affordability;
import org.salus.planning.FiscalOutlook;
import org.salus.planning.PlanAnswers;
import org.salus.planning.PlanCharts;
import org.salus.planning.PlanTables;
import org.salus.planning.TypedOutlook;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Can the plan be kept? Its steps over the years, what they cost and who pays, against what the state may have. */
@Controller
final class PlanPages {
    private final WorkspaceWeb web;

    PlanPages(WorkspaceWeb web) {
        this.web = web;
    }

    /** One outlook: what is found, and the tables it follows from. */
    record Found(
            String title,
            String href,
            List<String> says,
            LoadView.Drawn handOver,
            TableView sensitivities,
            TableView missing) {}

    /** The page. */
    record PlanPage(
            Layout layout,
            Opened opened,
            PlanAnswers.WorkspacePlan plan,
            List<Found> outlooks,
            TableView gantt,
            TableView steps,
            List<String> open,
            boolean mayWrite,
            CsrfToken token) {}

    @GetMapping("/workspaces/{id}/plan")
    ModelAndView plan(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        here.knowing();
        Opened opened = web.open(id, reader, wording);
        Layout layout =
                opened.layout(here, wording.say("planning.page.title"), token).withCharts();
        PlanAnswers.WorkspacePlan plan = new PlanAnswers(opened.view()).plan();
        PlanTables tables = new PlanTables(wording);
        List<Found> outlooks = new ArrayList<>();
        for (Affordability found : plan.outlooks()) {
            int number = outlooks.size() + 1;
            Chart chart = new PlanCharts(wording).handOver(found);
            outlooks.add(new Found(
                    found.scenario(),
                    opened.path("items/" + found.id()),
                    Stream.concat(found.says().stream(), found.assumed().stream())
                            .map(wording::say)
                            .toList(),
                    new LoadView.Drawn(
                            DrawnChart.of(chart),
                            TableView.of("years-" + number, chart.table(), layout)
                                    .withFiles(Address.of(opened.path("plan/years-" + found.id())))),
                    TableView.of("sensitivities-" + number, tables.sensitivities(found), layout),
                    TableView.of("missing-" + number, tables.missing(found), layout)));
        }
        List<String> open = new ArrayList<>();
        plan.says().forEach(sentence -> open.add(wording.say(sentence)));
        plan.incomplete().forEach(sentence -> open.add(wording.say(sentence)));
        return new ModelAndView(
                "planning/web/plan",
                Map.of(
                        "page",
                        new PlanPage(
                                layout,
                                opened,
                                plan,
                                outlooks,
                                TableView.of("gantt", tables.gantt(plan.steps()), layout)
                                        .withFiles(Address.of(opened.path("plan/gantt"))),
                                TableView.of("steps", tables.steps(plan.steps()), layout)
                                        .withFiles(Address.of(opened.path("plan/steps"))),
                                open,
                                opened.mayWrite(Role.CONTRIBUTOR),
                                token)));
    }

    /** A table to keep: the steps, the years of work, or the years of one outlook. */
    @GetMapping("/workspaces/{id}/plan/{table:steps|gantt|years-[0-9a-z-]+}.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable String table,
            @PathVariable String form,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        return TableFiles.answer(
                form,
                "plan-" + table,
                table(table, new PlanAnswers(opened.view()).plan(), new PlanTables(wording)),
                opened.state(),
                opened.workspace().day(reader.id()),
                opened.layouts().facts(wording),
                wording);
    }

    private static Table table(String name, PlanAnswers.WorkspacePlan plan, PlanTables tables) {
        return switch (name) {
            case "steps" -> tables.steps(plan.steps());
            case "gantt" -> tables.gantt(plan.steps());
            default ->
                plan.outlooks().stream()
                        .filter(found -> name.equals("years-" + found.id()))
                        .findFirst()
                        .map(tables::years)
                        .orElseThrow(() -> Failure.notFound(Sentence.of("planning.failure.no-table", name)));
        };
    }

    @StandsOn("/workspaces/{id}/plan")
    @PostMapping("/workspaces/{id}/plan/outlooks")
    ResponseEntity<Void> add(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        Map<String, String> typed = new LinkedHashMap<>();
        form.forEach((name, values) -> {
            if (!name.startsWith("_")) {
                typed.put(name, String.join(" ", values));
            }
        });
        Item<FiscalOutlook> outlook = new TypedOutlook(typed).outlook();
        Outcomes.check(opened, opened.workspace().append(reader.id(), List.of(new Edit.Put(outlook)), Reason.EDIT));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(opened.path("plan")))
                .build();
    }
}
