package org.salus.portal.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salus.evidence.Evidence;
import org.salus.evidence.Snapshot;
import org.salus.frame.web.Address;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.portal.Briefs;
import org.salus.portal.KeptView;
import org.salus.portal.KeptViews;
import org.salus.workspace.api.Answers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The views of support that a workspace keeps, for other programs. They are renamed and removed as items. */
@RestController
@RequestMapping("/api/v1/workspaces/{id}/views")
final class ViewApi {
    private final Workspaces workspaces;
    private final Evidence evidence;
    private final Briefs briefs;

    ViewApi(Workspaces workspaces, Evidence evidence, Briefs briefs) {
        this.workspaces = workspaces;
        this.evidence = evidence;
        this.briefs = briefs;
    }

    /** Those that are kept, each with the nearest question that can be asked now. */
    @GetMapping
    ResponseEntity<byte[]> views(@PathVariable String id, Address here, SignedIn reader, Wording wording) {
        here.knowing("country");
        View view = workspaces.get(id).view(reader.id());
        Snapshot snapshot = evidence.snapshot();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("workspace", view.workspace());
        answer.put("snapshot", snapshot.id());
        answer.put(
                "views",
                new KeptViews(briefs, snapshot)
                        .of(view, here.choice("country")).stream()
                                .map(shown -> told(shown, wording))
                                .toList());
        return Answers.of(answer);
    }

    private static Map<String, Object> told(KeptViews.Shown shown, Wording wording) {
        KeptView kept = shown.item().value();
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("item", shown.item().id());
        one.put("name", kept.name());
        one.put("country", kept.country());
        one.put("question", kept.question());
        one.put("opens", shown.page().toString());
        one.put("stale", shown.stale().stream().map(wording::say).toList());
        one.put("sensitivity", shown.item().sensitivity().code());
        return one;
    }

    /**
     * Keeps a view.
     *
     * @param body {@code name}, {@code country}, {@code question}; and if wanted {@code audience}: {@code members}, or {@code me}
     */
    @PostMapping
    ResponseEntity<byte[]> keep(@PathVariable String id, @RequestBody JsonNode body, SignedIn reader) {
        Workspace workspace = workspaces.get(id);
        KeptView kept = KeptView.of(text(body, "name"), text(body, "country"), text(body, "question"));
        Item<KeptView> item =
                Item.fresh(KeptView.KIND, kept).meantFor(KeptView.audience(text(body, "audience"), reader.id()));
        return Answers.told(
                workspace.append(reader.id(), List.of(new Edit.Put(item)), Reason.EDIT),
                entry -> Map.of("entry", entry, "item", item.id()));
    }

    private static String text(JsonNode body, String name) {
        return body.path(name).asString("");
    }
}
