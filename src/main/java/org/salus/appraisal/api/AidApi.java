package org.salus.appraisal.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salus.appraisal.AidRecord;
import org.salus.appraisal.AidTables;
import org.salus.appraisal.TypedAid;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.workspace.Faces;
import org.salus.workspace.api.Answers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Records of whether support may be counted as aid, for programs. */
@RestController
@RequestMapping("/api/v1/workspaces/{id}/appraisal/aid")
final class AidApi {
    private final Workspaces workspaces;
    private final Faces faces;

    AidApi(Workspaces workspaces, Faces faces) {
        this.workspaces = workspaces;
        this.faces = faces;
    }

    private AidTables tables(String id, SignedIn reader, Wording wording) {
        return new AidTables(workspaces.get(id).view(reader.id()), faces, wording);
    }

    /** Every record. */
    @GetMapping
    ResponseEntity<byte[]> all(@PathVariable String id, SignedIn reader, Wording wording) {
        return Answers.of(tables(id, reader, wording).told());
    }

    /** One record, with what the rules say today. */
    @GetMapping("/{record}")
    ResponseEntity<byte[]> one(
            @PathVariable String id, @PathVariable("record") String which, SignedIn reader, Wording wording) {
        AidTables tables = tables(id, reader, wording);
        return Answers.of(tables.told(tables.get(which)));
    }

    /**
     * Puts an activity on record with what the rules say of it.
     *
     * @param body title, support, note and facts, all as texts
     */
    @PostMapping
    ResponseEntity<byte[]> keep(@PathVariable String id, @RequestBody JsonNode body, SignedIn reader) {
        return written(workspaces.get(id), new TypedAid(typed(body)).fresh(), reader);
    }

    /**
     * Puts it on record anew, by the rules of today.
     *
     * @param body as for a new one; what is left out is not known any more
     */
    @PostMapping("/{record}")
    ResponseEntity<byte[]> again(
            @PathVariable String id,
            @PathVariable("record") String which,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        return written(
                workspaces.get(id),
                tables(id, reader, wording).get(which).saying(new TypedAid(typed(body)).record()),
                reader);
    }

    private static ResponseEntity<byte[]> written(Workspace workspace, Item<AidRecord> item, SignedIn reader) {
        return Answers.told(workspace.append(reader.id(), List.of(new Edit.Put(item)), Reason.EDIT), entry -> {
            Map<String, Object> out = new LinkedHashMap<>();
            out.put("entry", entry);
            out.put("record", item.id());
            out.put("verdict", item.value().verdict());
            return out;
        });
    }

    private static Map<String, String> typed(JsonNode body) {
        if (!body.isObject()) {
            throw Failure.wrongUse(Sentence.of("appraisal.failure.no-object"));
        }
        Map<String, String> typed = new LinkedHashMap<>();
        body.properties().forEach(one -> typed.put(one.getKey(), one.getValue().asString("")));
        return typed;
    }
}
