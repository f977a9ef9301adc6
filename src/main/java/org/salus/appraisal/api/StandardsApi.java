package org.salus.appraisal.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.salus.appraisal.InstrumentAnswers;
import org.salus.appraisal.InstrumentLine;
import org.salus.appraisal.InstrumentQuestion;
import org.salus.appraisal.InstrumentRegister;
import org.salus.appraisal.TypedStatement;
import org.salus.evidence.Evidence;
import org.salus.evidence.TreatyTable;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.goals.Objective;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.workspace.api.Answers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The register of a workspace for other programs: the same lines, statements and gaps as on pages and in a terminal. */
@RestController
@RequestMapping("/api/v1/workspaces/{id}/standards")
final class StandardsApi {
    private final Workspaces workspaces;
    private final Evidence evidence;

    StandardsApi(Workspaces workspaces, Evidence evidence) {
        this.workspaces = workspaces;
        this.evidence = evidence;
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.systemUTC());
    }

    /** The register of one of the workspace's countries. */
    @GetMapping
    ResponseEntity<byte[]> register(@PathVariable String id, Address here, SignedIn reader, Wording wording) {
        View view = workspaces.get(id).view(reader.id());
        InstrumentQuestion question = InstrumentQuestion.of(here, view.charter().countries());
        return Answers.of(InstrumentAnswers.of(
                InstrumentRegister.of(question, told(question), Optional.of(view), today(), wording.locale())));
    }

    private TreatyTable.Status told(InstrumentQuestion question) {
        return InstrumentRegister.told(evidence.snapshot(), question);
    }

    private InstrumentLine line(String instrument, View view, Address here, Locale language) {
        InstrumentQuestion question = InstrumentQuestion.of(here, view.charter().countries());
        return InstrumentRegister.line(instrument, question, told(question), Optional.of(view), today(), language);
    }

    /** One instrument in one of the workspace's countries. */
    @GetMapping("/{instrument}")
    ResponseEntity<byte[]> one(
            @PathVariable String id, @PathVariable String instrument, Address here, SignedIn reader, Wording wording) {
        return Answers.of(
                InstrumentAnswers.of(line(instrument, workspaces.get(id).view(reader.id()), here, wording.locale())));
    }

    /**
     * Records an answer about a step.
     *
     * @param body the words of {@link TypedStatement#STATEMENT}
     */
    @PostMapping("/{instrument}/statements")
    ResponseEntity<byte[]> state(
            @PathVariable String id, @PathVariable String instrument, @RequestBody JsonNode body, SignedIn reader) {
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        Map<String, String> typed = typed(body);
        List<Edit> edits = new TypedStatement(typed)
                .knowing(TypedStatement.STATEMENT)
                .edits(line(instrument, view, in(typed), Locale.ENGLISH), view);
        return edits.isEmpty()
                ? Answers.of(Map.of("recorded", 0))
                : Answers.told(
                        workspace.append(reader.id(), edits, Reason.EDIT),
                        entry -> Map.of("entry", entry, "recorded", edits.size()));
    }

    /**
     * Adds an objective that takes up a gap.
     *
     * @param body the words of {@link TypedStatement#OBJECTIVE}
     */
    @PostMapping("/{instrument}/objectives")
    ResponseEntity<byte[]> takeUp(
            @PathVariable String id, @PathVariable String instrument, @RequestBody JsonNode body, SignedIn reader) {
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        Map<String, String> typed = typed(body);
        Item<Objective> objective = new TypedStatement(typed)
                .knowing(TypedStatement.OBJECTIVE)
                .objective(line(instrument, view, in(typed), Locale.ENGLISH), view);
        return Answers.told(
                workspace.append(reader.id(), new Edit.Put(objective)),
                entry -> Map.of("entry", entry, "objective", objective.id()));
    }

    private static Address in(Map<String, String> typed) {
        return Address.of("").with("country", typed.get("country"));
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
