package org.salus.workspace.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.framework.Wording;
import org.salus.ledger.Act;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.ItemJson;
import org.salus.ledger.Reason;
import org.salus.ledger.Told;
import org.salus.people.SignedIn;
import org.salus.workspace.ItemParts;
import org.salus.workspace.Resolution;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Items of which copies brought several versions: put side by side, field by field, until somebody chooses. */
@Controller
final class ConflictPages {
    /** Before the name of a field that is taken from another version. */
    private static final String FIELD = "field.";

    private final WorkspaceWeb web;

    ConflictPages(WorkspaceWeb web) {
        this.web = web;
    }

    /** One version of an item in conflict. */
    record Side(String entry, String who, String when, boolean isRemoval) {}

    /** A field and what each version says in it. */
    record Row(String field, String label, List<String> said, boolean isSame) {}

    /** An item in conflict. */
    record Conflict(String item, String kind, String title, List<Side> sides, List<Row> rows, String basis) {}

    /** All of them. */
    record Conflicts(Layout layout, Opened opened, List<Conflict> conflicts, CsrfToken token) {}

    @GetMapping("/workspaces/{id}/conflicts")
    ModelAndView list(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        List<Conflict> conflicts = new ArrayList<>();
        opened.view().conflicts().forEach((item, versions) -> conflicts.add(conflict(opened, item, versions)));
        return new ModelAndView(
                "workspace/web/conflicts",
                Map.of(
                        "page",
                        new Conflicts(
                                opened.layout(here, wording.say("workspace.conflicts.title")),
                                opened,
                                conflicts,
                                token)));
    }

    private static Conflict conflict(Opened opened, ItemId id, List<Told> versions) {
        Wording wording = opened.wording();
        Item<?> shown = opened.view().find(id).orElseThrow();
        ItemParts parts = new ItemParts(opened.faces().find(shown.kind()), wording, opened::title);
        List<Item<?>> items =
                versions.stream().<Item<?>>flatMap(told -> told.item().stream()).toList();
        List<Row> rows = new ArrayList<>();
        for (String name : parts.names(items)) {
            List<String> said = versions.stream()
                    .map(told -> told.item().map(item -> parts.said(item, name)).orElse(""))
                    .toList();
            if (said.stream().allMatch(String::isBlank)) {
                continue;
            }
            rows.add(new Row(
                    name,
                    parts.label(name),
                    said,
                    items.size() == versions.size()
                            && items.stream()
                                            .map(item -> ItemJson.told(item).path(name))
                                            .distinct()
                                            .count()
                                    == 1));
        }
        return new Conflict(
                id.toString(),
                wording.say(opened.faces().label(shown.kind())),
                opened.title(id),
                versions.stream()
                        .map(told -> new Side(
                                told.by().entry().toString(),
                                opened.name(told.by().author()),
                                When.said(told.by().at(), wording),
                                told.item().isEmpty()))
                        .toList(),
                rows,
                ItemPages.basis(shown.basis()));
    }

    /** Puts the versions together: one as the ground, single fields from others. */
    @StandsOn("/workspaces/{id}/conflicts")
    @PostMapping("/workspaces/{id}/conflicts/{item}")
    ResponseEntity<Void> resolve(
            @PathVariable String id,
            @PathVariable("item") String itemText,
            @RequestParam Map<String, String> chosen,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        ItemId itemId = HistoryPages.itemId(itemText);
        Map<String, String> fields = chosen.entrySet().stream()
                .filter(field ->
                        field.getKey().startsWith(FIELD) && !field.getValue().isEmpty())
                .collect(Collectors.toMap(field -> field.getKey().substring(FIELD.length()), Map.Entry::getValue));
        Edit edit = Resolution.of(opened.view(), itemId)
                .edit(chosen.getOrDefault("ground", ""), fields, ItemPages.basis(chosen.getOrDefault("basis", "")));
        Outcomes.check(opened, opened.workspace().append(reader.id(), List.of(edit), Reason.of(Act.RESOLVE, "")));
        return WorkspacePages.to(opened.path("conflicts"));
    }
}
