package org.salus.diligence.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.salus.diligence.CaseBook;
import org.salus.diligence.CaseEntry;
import org.salus.diligence.CaseNames;
import org.salus.diligence.CaseReading;
import org.salus.diligence.DiligenceAnswers;
import org.salus.diligence.Regime;
import org.salus.diligence.RegimeForm;
import org.salus.diligence.Regimes;
import org.salus.diligence.TypedCase;
import org.salus.documents.Version;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.workspace.Faces;
import org.salus.workspace.api.Answers;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Due diligence for other programs: the same cases, words and answers as on pages and in a terminal, for whoever asks. */
@RestController
@RequestMapping("/api/v1/workspaces/{id}/diligence")
final class DiligenceApi {
    private final Workspaces workspaces;
    private final Faces faces;

    DiligenceApi(Workspaces workspaces, Faces faces) {
        this.workspaces = workspaces;
        this.faces = faces;
    }

    /** The cases of a workspace, as one reader sees them. */
    private record Asked(Workspace workspace, View view, CaseBook book, CaseNames names) {
        DiligenceAnswers answers() {
            return new DiligenceAnswers(view, book, names);
        }

        /** A case that is kept in this very workspace: what is written of it is written there. */
        CaseEntry own(String words) {
            CaseEntry entry = answers().find(words);
            if (!entry.workspace().equals(workspace.id())) {
                throw Failure.notFound(
                        Sentence.of("diligence.failure.in-layer", entry.file().title(), entry.workspace()));
            }
            return entry;
        }
    }

    private Asked asked(String id, SignedIn reader, Wording wording) {
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        CaseReading read = CaseReading.of(view, workspaces, faces, wording, LocalDate.now(Clock.systemUTC()));
        return new Asked(workspace, view, read.book(), read.names());
    }

    /** All cases, what is due, what is found. */
    @GetMapping
    ResponseEntity<byte[]> cases(@PathVariable String id, SignedIn reader, Wording wording) {
        return Answers.of(asked(id, reader, wording).answers().cases());
    }

    /** The regimes, with the editions of their forms. */
    @GetMapping("/regimes")
    ResponseEntity<byte[]> regimes(@PathVariable String id, SignedIn reader) {
        workspaces.get(id).view(reader.id());
        return Answers.of(Map.of("regimes", DiligenceAnswers.regimes()));
    }

    /** One case. */
    @GetMapping("/cases/{case}")
    ResponseEntity<byte[]> one(
            @PathVariable String id, @PathVariable("case") String words, SignedIn reader, Wording wording) {
        DiligenceAnswers answers = asked(id, reader, wording).answers();
        return Answers.of(answers.one(answers.find(words)));
    }

    /** The form of a regime, filled from a case. */
    @GetMapping("/cases/{case}/{regime}.{form}")
    ResponseEntity<byte[]> form(
            @PathVariable String id,
            @PathVariable("case") String words,
            @PathVariable String regime,
            @PathVariable String form,
            SignedIn reader,
            Wording wording) {
        Asked asked = asked(id, reader, wording);
        // What is taken of a case in a private layer is asked of the layer: where it is asked is noted for owners.
        CaseEntry entry = asked.own(words);
        Regime known = Regimes.shipped(wording.locale())
                .find(regime)
                .orElseThrow(() -> Failure.notFound(Sentence.of("diligence.failure.no-regime", regime)));
        String state = asked.view().heads().first().brief();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(RegimeForm.mediaType(form)))
                .header("Cache-Control", "no-store")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"due-diligence-" + known.code() + "-" + state + "." + form + "\"")
                .body(new RegimeForm(entry, known, asked.names(), wording)
                        .file(
                                form,
                                asked.view().charter().name(),
                                new Version(state, asked.workspace().day(reader.id()))));
    }

    /**
     * Begins a case.
     *
     * @param body the words of {@link TypedCase#BEGIN}
     */
    @PostMapping("/cases")
    ResponseEntity<byte[]> begin(
            @PathVariable String id, @RequestBody JsonNode body, SignedIn reader, Wording wording) {
        TypedCase.Begun begun = new TypedCase(typed(body))
                .knowing(TypedCase.BEGIN)
                .begin(workspaces, workspaces.get(id), reader.id(), faces, wording);
        return Answers.told(begun.outcome(), entry -> {
            Map<String, Object> out = new LinkedHashMap<>();
            out.put("entry", entry);
            out.put("workspace", begun.workspace());
            out.put("case", begun.id());
            return out;
        });
    }

    /** Answers questions about scope. */
    @PostMapping("/cases/{case}/answers")
    ResponseEntity<byte[]> answer(
            @PathVariable String id,
            @PathVariable("case") String words,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        return write(
                id,
                words,
                body,
                TypedCase.answers(),
                reader,
                wording,
                (typed, entry) -> entry.item().saying(typed.answered(entry.file())));
    }

    /** Writes a fact down. */
    @PostMapping("/cases/{case}/facts")
    ResponseEntity<byte[]> fact(
            @PathVariable String id,
            @PathVariable("case") String words,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        return write(id, words, body, TypedCase.FACT, reader, wording, (typed, entry) -> typed.fact(entry.item()));
    }

    /** Writes a measure down. */
    @PostMapping("/cases/{case}/measures")
    ResponseEntity<byte[]> measure(
            @PathVariable String id,
            @PathVariable("case") String words,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        return write(
                id, words, body, TypedCase.MEASURE, reader, wording, (typed, entry) -> typed.measure(entry.item()));
    }

    /** Writes a step down. */
    @PostMapping("/cases/{case}/steps")
    ResponseEntity<byte[]> step(
            @PathVariable String id,
            @PathVariable("case") String words,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        return write(
                id,
                words,
                body,
                TypedCase.STEP,
                reader,
                wording,
                (typed, entry) -> entry.item().saying(typed.stepped(entry.file())));
    }

    private ResponseEntity<byte[]> write(
            String id,
            String words,
            JsonNode body,
            List<String> names,
            SignedIn reader,
            Wording wording,
            BiFunction<TypedCase, CaseEntry, Item<?>> what) {
        Asked asked = asked(id, reader, wording);
        if (!asked.view().standing().mayActAs(Role.CONTRIBUTOR)) {
            throw Failure.refused(Sentence.of("ledger.refusal.role", Role.CONTRIBUTOR.label()));
        }
        CaseEntry entry = asked.own(words);
        Item<?> item = what.apply(new TypedCase(typed(body)).knowing(names), entry);
        return Answers.told(
                asked.workspace().append(reader.id(), List.of(new Edit.Put(item)), Reason.EDIT),
                written -> Map.of("entry", written, "item", item.id()));
    }

    /** What a program says by names; of a list, all of it. */
    private static Map<String, String> typed(JsonNode body) {
        Map<String, String> typed = new LinkedHashMap<>();
        body.properties()
                .forEach(one -> typed.put(
                        one.getKey(),
                        one.getValue().isArray()
                                ? one.getValue()
                                        .valueStream()
                                        .map(value -> value.asString(""))
                                        .collect(Collectors.joining(" "))
                                : one.getValue().asString("")));
        return typed;
    }
}
