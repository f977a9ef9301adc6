package org.salus.appraisal.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.salus.appraisal.PoliticsAnswers;
import org.salus.appraisal.PoliticsList;
import org.salus.appraisal.PoliticsReading;
import org.salus.appraisal.TypedPolitics;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.View;
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

/** Decisions and politics for other programs: the same answers as on pages and in a terminal, for whoever asks. */
@RestController
@RequestMapping("/api/v1/workspaces/{id}/politics")
final class PoliticsApi {
    private final Workspaces workspaces;
    private final Faces faces;

    PoliticsApi(Workspaces workspaces, Faces faces) {
        this.workspaces = workspaces;
        this.faces = faces;
    }

    private PoliticsAnswers answers(String id, SignedIn reader, Wording wording) {
        View view = workspaces.get(id).view(reader.id());
        return new PoliticsAnswers(
                view, PoliticsReading.of(view, workspaces, faces, wording, LocalDate.now(Clock.systemUTC())));
    }

    /** Everything, with what follows from it and what is to be asked. */
    @GetMapping
    ResponseEntity<byte[]> all(@PathVariable String id, SignedIn reader, Wording wording) {
        return Answers.of(answers(id, reader, wording).all());
    }

    /**
     * One part.
     *
     * @param list one of {@link PoliticsAnswers#PARTS}
     */
    @GetMapping("/{list}")
    ResponseEntity<byte[]> part(@PathVariable String id, @PathVariable String list, SignedIn reader, Wording wording) {
        return Answers.of(answers(id, reader, wording).part(list));
    }

    /**
     * Notes something.
     *
     * @param list one of {@link PoliticsList}
     * @param body the words of {@link TypedPolitics#names}; of a list, an array
     */
    @PostMapping("/{list}")
    ResponseEntity<byte[]> note(
            @PathVariable String id,
            @PathVariable String list,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        PoliticsList known = PoliticsList.find(list)
                .orElseThrow(() -> Failure.notFound(Sentence.of(
                        "appraisal.politics.failure.no-list", list, String.join(", ", PoliticsList.codes()))));
        TypedPolitics.Written written = new TypedPolitics(known, typed(body))
                .checked()
                .write(workspaces, workspaces.get(id), reader.id(), faces, wording);
        return Answers.told(written.outcome(), entry -> {
            Map<String, Object> out = new LinkedHashMap<>();
            out.put("entry", entry);
            out.put("workspace", written.workspace());
            out.put("item", written.id());
            return out;
        });
    }

    /** What a program says by names; each entry of an array on a line of its own. */
    private static Map<String, String> typed(JsonNode body) {
        Map<String, String> typed = new LinkedHashMap<>();
        body.properties()
                .forEach(one -> typed.put(
                        one.getKey(),
                        one.getValue().isArray()
                                ? one.getValue()
                                        .valueStream()
                                        .map(value -> value.asString(""))
                                        .collect(Collectors.joining("\n"))
                                : one.getValue().asString("")));
        return typed;
    }
}
