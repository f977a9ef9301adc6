package org.salus.impact.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.impact.ImpactStudy;
import org.salus.impact.MethodGuide;
import org.salus.impact.PanelTable;
import org.salus.impact.StudyAnswers;
import org.salus.impact.StudySearches;
import org.salus.impact.StudySources;
import org.salus.impact.StudySources.Brought;
import org.salus.impact.StudyTable;
import org.salus.impact.TypedStudy;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.workspace.Faces;
import org.salus.workspace.Search;
import org.salus.workspace.api.Answers;
import org.salus.workspace.api.SearchAnswers;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Studies for other programs: the same words and answers as on pages and in a terminal, for whoever asks. */
@RestController
@RequestMapping("/api/v1/workspaces/{id}/impact")
final class ImpactApi {
    /** Where the rows of a new study come from, beside what can be typed of it. */
    private static final List<String> FROM = List.of("csv", "series", "since", "until", "beside", "indicator");

    private final Workspaces workspaces;
    private final Faces faces;
    private final StudySources sources;
    private final StudySearches searches;

    ImpactApi(Workspaces workspaces, Faces faces, StudySources sources, StudySearches searches) {
        this.workspaces = workspaces;
        this.faces = faces;
        this.sources = sources;
        this.searches = searches;
    }

    private record Asked(Workspace workspace, View view, StudyAnswers studies) {}

    private Asked asked(String id, SignedIn reader, Wording wording) {
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        return new Asked(workspace, view, new StudyAnswers(view, searches, faces, wording));
    }

    /** All studies, each with what was kept of it. */
    @GetMapping
    ResponseEntity<byte[]> studies(@PathVariable String id, SignedIn reader, Wording wording) {
        return Answers.of(asked(id, reader, wording).studies().tellAll());
    }

    /** What a case allows. */
    @GetMapping("/guide")
    ResponseEntity<byte[]> guide(
            @PathVariable String id,
            @RequestParam int treated,
            @RequestParam int controls,
            @RequestParam int before,
            @RequestParam int after,
            @RequestParam(defaultValue = "false") boolean counts,
            @RequestParam(defaultValue = "false") boolean staggered,
            @RequestParam(name = "something-else", defaultValue = "false") boolean somethingElse,
            @RequestParam(name = "reaches-controls", defaultValue = "false") boolean reachesControls,
            SignedIn reader) {
        workspaces.get(id).view(reader.id());
        return Answers.of(MethodGuide.of(new MethodGuide.Situation(
                treated, controls, before, after, counts, !staggered, somethingElse, reachesControls)));
    }

    /** One study with everything it comes to, which is waited for in the turn of all that takes long. */
    @GetMapping("/studies/{study}")
    ResponseEntity<byte[]> one(@PathVariable String id, @PathVariable String study, SignedIn reader, Wording wording) {
        StudyAnswers studies = asked(id, reader, wording).studies();
        return Answers.of(studies.tell(studies.find(study)));
    }

    /** The rows of a study, to the letter. */
    @GetMapping("/studies/{study}/data.csv")
    ResponseEntity<byte[]> rows(@PathVariable String id, @PathVariable String study, SignedIn reader, Wording wording) {
        StudyAnswers studies = asked(id, reader, wording).studies();
        StudyTable rows = studies.rows(studies.find(study));
        return file(rows.fileName(), "csv", rows.csv());
    }

    /** A program that repeats the main figure from these rows. */
    @GetMapping("/studies/{study}/repeat.{form}")
    ResponseEntity<byte[]> script(
            @PathVariable String id,
            @PathVariable String study,
            @PathVariable String form,
            SignedIn reader,
            Wording wording) {
        StudyAnswers studies = asked(id, reader, wording).studies();
        return file("repeat." + form, "plain", studies.script(studies.show(studies.find(study)), form));
    }

    private static ResponseEntity<byte[]> file(String name, String subtype, String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", subtype, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Begins a study.
     *
     * @param body the words of {@link TypedStudy#BEGIN}, and the rows: {@code csv}; or {@code series}, if wanted with {@code since}, {@code until} and {@code beside}; or {@code indicator}
     */
    @PostMapping("/studies")
    ResponseEntity<byte[]> begin(
            @PathVariable String id, @RequestBody JsonNode body, SignedIn reader, Wording wording) {
        Asked asked = asked(id, reader, wording);
        TypedStudy.requireWriter(asked.view());
        Map<String, String> words = typed(body);
        new TypedStudy(words)
                .knowing(Stream.concat(FROM.stream(), TypedStudy.BEGIN.stream()).toList());
        Brought brought = brought(asked.view(), words, wording);
        words.keySet().removeAll(FROM);
        TypedStudy.Begun begun = new TypedStudy(words).begin(brought, asked.view(), wording);
        return Answers.told(asked.workspace().append(reader.id(), begun.edits(), Reason.EDIT), entry -> {
            Map<String, Object> out = new LinkedHashMap<>();
            out.put("entry", entry);
            out.put("study", begun.id());
            return out;
        });
    }

    private Brought brought(View view, Map<String, String> words, Wording wording) {
        if (words.containsKey("series")) {
            return sources.open(
                    view,
                    words.getOrDefault("series", ""),
                    words.getOrDefault("since", ""),
                    words.getOrDefault("until", ""),
                    TypedStudy.flag("beside", words.getOrDefault("beside", "")),
                    wording);
        }
        if (words.containsKey("indicator")) {
            return StudySources.measured(view, words.getOrDefault("indicator", ""), wording);
        }
        String csv = words.getOrDefault("csv", "");
        if (csv.isBlank()) {
            throw Failure.wrongUse(Sentence.of("impact.study.no-rows")).at("csv");
        }
        try {
            return new Brought(
                    PanelTable.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "csv"),
                    "",
                    List.of());
        } catch (IOException broken) {
            throw Failure.notPossible(
                    Sentence.of("impact.file.unreadable", "csv", String.valueOf(broken.getMessage())), broken);
        }
    }

    /**
     * Asks a study anew and keeps what it comes to.
     *
     * @param body the words of {@link TypedStudy#CHANGE}; what is left out stays as it is
     */
    @PostMapping("/studies/{study}")
    ResponseEntity<byte[]> run(
            @PathVariable String id,
            @PathVariable String study,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        Asked asked = asked(id, reader, wording);
        TypedStudy.requireWriter(asked.view());
        Item<ImpactStudy> worked = new TypedStudy(typed(body))
                .knowing(TypedStudy.CHANGE)
                .worked(
                        asked.studies().find(study),
                        asked.view(),
                        searches,
                        PartialDate.of(LocalDate.now(Clock.systemUTC()).toString()));
        return Answers.told(
                asked.workspace().append(reader.id(), List.of(new Edit.Put(worked)), Reason.EDIT), entry -> {
                    Map<String, Object> out = new LinkedHashMap<>();
                    out.put("entry", entry);
                    StudyAnswers now = asked(id, reader, wording).studies();
                    out.putAll(now.tell(now.find(worked.id().toString())));
                    return out;
                });
    }

    /**
     * Begins to work a study out, without anybody waiting for it. Nothing is kept.
     *
     * @param body the words of {@link TypedStudy#ASK}; what is left out is as in the study
     */
    @PostMapping("/studies/{study}/searches")
    ResponseEntity<byte[]> search(
            @PathVariable String id,
            @PathVariable String study,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        Asked asked = asked(id, reader, wording);
        Item<ImpactStudy> found = asked.studies().find(study);
        Search<StudySearches.Found> search = searches.of(
                asked.view(),
                found.id(),
                new TypedStudy(typed(body)).knowing(TypedStudy.ASK).changed(found.value(), asked.view()));
        return SearchAnswers.begun(
                search,
                "/api/v1/workspaces/" + asked.view().workspace() + "/impact/studies/" + found.id() + "/searches/"
                        + search.id());
    }

    /** How a search stands, with what the study comes to once it is done. */
    @GetMapping("/studies/{study}/searches/{search}")
    ResponseEntity<byte[]> standing(
            @PathVariable String id,
            @PathVariable String study,
            @PathVariable String search,
            SignedIn reader,
            Wording wording) {
        return SearchAnswers.standing(begun(id, study, search, reader, wording), found -> found);
    }

    /** Ends a search. What a study comes to without all of its placebos nobody can tell, so nothing is. */
    @DeleteMapping("/studies/{study}/searches/{search}")
    ResponseEntity<byte[]> enough(
            @PathVariable String id,
            @PathVariable String study,
            @PathVariable String search,
            SignedIn reader,
            Wording wording) {
        Search<StudySearches.Found> begun = begun(id, study, search, reader, wording);
        begun.cancel();
        return SearchAnswers.standing(begun, found -> found);
    }

    private Search<StudySearches.Found> begun(
            String id, String study, String search, SignedIn reader, Wording wording) {
        Asked asked = asked(id, reader, wording);
        // Whoever may no longer see a study sees no search of it.
        return searches.get(asked.view(), asked.studies().find(study).id(), search);
    }

    /** What a program says by names; of a list, a line each. */
    static Map<String, String> typed(JsonNode body) {
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
