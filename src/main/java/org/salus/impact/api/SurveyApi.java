package org.salus.impact.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.goals.Measurement;
import org.salus.impact.SurveyAnswers;
import org.salus.impact.SurveyForm;
import org.salus.impact.SurveyFormReader;
import org.salus.impact.SurveyMeasurement;
import org.salus.impact.SurveySubmissions;
import org.salus.impact.TypedStudy;
import org.salus.impact.TypedSurvey;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Rounds of surveys for other programs: the same words and answers as on pages and in a terminal, for whoever asks. */
@RestController
@RequestMapping("/api/v1/workspaces/{id}/surveys")
final class SurveyApi {
    /** What a new round is read from, beside what can be typed of it. */
    private static final List<String> FROM = List.of("form", "csv", "submissions");

    private final Workspaces workspaces;

    SurveyApi(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    private SurveyAnswers surveys(String id, SignedIn reader) {
        return new SurveyAnswers(workspaces.get(id).view(reader.id()));
    }

    /** All rounds. */
    @GetMapping
    ResponseEntity<byte[]> rounds(@PathVariable String id, SignedIn reader) {
        return Answers.of(surveys(id, reader).tellAll());
    }

    /**
     * What a round says.
     *
     * @param by column that groups are told apart by
     * @param before an earlier round to compare with
     */
    @GetMapping("/{survey}")
    ResponseEntity<byte[]> round(
            @PathVariable String id,
            @PathVariable String survey,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String before,
            SignedIn reader) {
        SurveyAnswers surveys = surveys(id, reader);
        return Answers.of(surveys.tell(surveys.find(survey), by, before));
    }

    /**
     * Keeps the chosen answers of a round.
     *
     * @param body the words of {@link TypedSurvey#WORDS}; {@code form}, the questionnaire as JSON; and the submissions, as {@code csv} or as a list, {@code submissions}
     */
    @PostMapping
    ResponseEntity<byte[]> keep(@PathVariable String id, @RequestBody JsonNode body, SignedIn reader, Wording wording) {
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        TypedStudy.requireWriter(view);
        Map<String, String> words = ImpactApi.typed(body);
        words.keySet().removeAll(FROM);
        TypedSurvey typed = new TypedSurvey(words).knowing();
        byte[] submissions = body.has("submissions")
                ? bytes(body.path("submissions").toString())
                : bytes(body.path("csv").asString(""));
        try {
            SurveyForm form = SurveyFormReader.read(
                    new ByteArrayInputStream(bytes(body.path("form").toString())), "form", typed.language());
            TypedSurvey.Kept kept = typed.keep(
                    form,
                    (asked, questions, design, groups) -> SurveySubmissions.read(
                            new ByteArrayInputStream(submissions), "submissions", asked, questions, design, groups),
                    view,
                    (Sentence sentence) -> wording.say(sentence),
                    LocalDate.now(ZoneOffset.UTC));
            return Answers.told(workspace.append(reader.id(), kept.edits(), Reason.EDIT), entry -> {
                Map<String, Object> out = new LinkedHashMap<>();
                out.put("entry", entry);
                out.put("round", kept.round());
                return out;
            });
        } catch (IOException broken) {
            throw Failure.notPossible(
                    Sentence.of("impact.file.unreadable", "submissions", String.valueOf(broken.getMessage())), broken);
        }
    }

    /**
     * Takes a figure of a round, with its interval, as a draft of a measurement of an indicator.
     *
     * @param body the words of {@link SurveyMeasurement#WORDS}
     */
    @PostMapping("/{survey}/measurements")
    ResponseEntity<byte[]> measure(
            @PathVariable String id,
            @PathVariable String survey,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        Map<String, String> words = ImpactApi.typed(body);
        new TypedStudy(words).knowing(SurveyMeasurement.WORDS);
        Item<Measurement> measured = SurveyMeasurement.of(
                view,
                new SurveyAnswers(view).find(survey),
                words.getOrDefault("question", ""),
                words.getOrDefault("choice", ""),
                words.getOrDefault("indicator", ""),
                wording::say);
        return Answers.told(workspace.append(reader.id(), List.of(new Edit.Put(measured)), Reason.EDIT), entry -> {
            Map<String, Object> out = new LinkedHashMap<>();
            out.put("entry", entry);
            out.put("measurement", measured.id());
            return out;
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
