package org.salus.sector.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.documents.Version;
import org.salus.frame.web.Address;
import org.salus.framework.Wording;
import org.salus.ledger.Digest;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.sector.ImportPreview;
import org.salus.sector.MapQuestion;
import org.salus.sector.MatrixFile;
import org.salus.sector.MatrixPreview;
import org.salus.sector.SectorAnswers;
import org.salus.sector.SectorDownload;
import org.salus.sector.SectorImport;
import org.salus.sector.SupportImport;
import org.salus.sector.SupportList;
import org.salus.sector.web.SectorFiles;
import org.salus.workspace.Answer;
import org.salus.workspace.PrivateLayers;
import org.salus.workspace.api.Answers;
import org.salus.workspace.web.SentFile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/**
 * The sector map for other programs: the same questions and answers as on pages and in a terminal. Actors and ties are written as items of the workspace, or as
 * rows of a file.
 */
@RestController
@RequestMapping("/api/v1/workspaces/{id}/sector")
final class SectorApi {
    private final Workspaces workspaces;

    SectorApi(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    private ResponseEntity<byte[]> answer(
            String id,
            Address here,
            SignedIn reader,
            Wording wording,
            List<String> choices,
            Function<SectorAnswers, Map<String, Object>> what) {
        View view = workspaces.get(id).view(reader.id());
        MapQuestion question = new MapQuestion(here, SectorFiles.today()).knowing(choices.toArray(String[]::new));
        ResponseEntity<byte[]> answer = Answers.of(what.apply(new SectorAnswers(view, question, wording)));
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .eTag(state(view))
                .body(answer.getBody());
    }

    /** The state of a workspace, for {@code If-Match}. */
    private static String state(View view) {
        return '"' + view.heads().stream().map(Digest::toString).collect(Collectors.joining(".")) + '"';
    }

    /** The map of a day. */
    @GetMapping
    ResponseEntity<byte[]> map(@PathVariable String id, Address here, SignedIn reader, Wording wording) {
        return answer(id, here, reader, wording, List.of("on"), SectorAnswers::map);
    }

    @GetMapping("/actors")
    ResponseEntity<byte[]> actors(@PathVariable String id, Address here, SignedIn reader, Wording wording) {
        return answer(id, here, reader, wording, List.of("on"), SectorAnswers::actors);
    }

    @GetMapping("/ties")
    ResponseEntity<byte[]> ties(@PathVariable String id, Address here, SignedIn reader, Wording wording) {
        return answer(id, here, reader, wording, List.of("on", "actor", "tie"), SectorAnswers::ties);
    }

    /** Who oversees whom. */
    @GetMapping("/matrix")
    ResponseEntity<byte[]> matrix(@PathVariable String id, Address here, SignedIn reader, Wording wording) {
        return answer(id, here, reader, wording, List.of("on", "basis", "actor"), SectorAnswers::matrix);
    }

    /** What the record says about oversight. */
    @GetMapping("/oversight")
    ResponseEntity<byte[]> oversight(@PathVariable String id, Address here, SignedIn reader, Wording wording) {
        return answer(id, here, reader, wording, List.of("on"), SectorAnswers::oversight);
    }

    /** What nobody has answered yet. */
    @GetMapping("/questions")
    ResponseEntity<byte[]> questions(@PathVariable String id, Address here, SignedIn reader, Wording wording) {
        return answer(id, here, reader, wording, List.of("on", "actor"), SectorAnswers::questions);
    }

    @GetMapping("/answers")
    ResponseEntity<byte[]> answers(@PathVariable String id, Address here, SignedIn reader, Wording wording) {
        return answer(id, here, reader, wording, List.of("finding"), SectorAnswers::answers);
    }

    /**
     * Answers a finding.
     *
     * @param body {@code finding}, {@code reply}, {@code because}, and {@code on} if the finding is one of another day than today
     */
    @PostMapping("/answers")
    ResponseEntity<byte[]> answerFinding(
            @PathVariable String id, @RequestBody JsonNode body, SignedIn reader, Wording wording) {
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        MapQuestion question =
                new MapQuestion(Address.of("").with("on", body.path("on").asString("")), SectorFiles.today());
        Item<Answer> answer = new SectorAnswers(view, question, wording)
                .answering(
                        body.path("finding").asString(""),
                        body.path("reply").asString(""),
                        body.path("because").asString(""));
        return Answers.told(
                workspace.append(reader.id(), List.of(new Edit.Put(answer)), Reason.EDIT),
                entry -> Map.of("entry", entry, "item", answer.id()));
    }

    // --- files ---

    /** The map as a file. */
    @GetMapping("/export.{form}")
    ResponseEntity<byte[]> export(
            @PathVariable String id, @PathVariable String form, Address here, SignedIn reader, Wording wording) {
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        return SectorFiles.answer(SectorDownload.of(
                view,
                form,
                new MapQuestion(here, SectorFiles.today()).knowing("table", "on", "interviews"),
                new Version(brief(view), workspace.day(reader.id())),
                wording));
    }

    private static String brief(View view) {
        return view.heads().first().brief();
    }

    /** Brings in a file, or says what it would change. With {@code If-Match} only while the workspace is in that state. */
    @PostMapping("/import")
    ResponseEntity<byte[]> bring(
            @PathVariable String id,
            @RequestParam("file") MultipartFile file,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String expected,
            SignedIn reader,
            Wording wording) {
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        if (expected != null && !expected.equals("*") && !expected.equals(state(view))) {
            return changed(view);
        }
        ImportPreview found = SentFile.read(
                file,
                SectorFiles.MOST_BYTES,
                (bytes, name) -> SectorImport.preview(bytes, name, view, wording.locale()));
        return preview || found.edits().isEmpty()
                ? Answers.of(SectorAnswers.imported(found, Optional.empty()))
                : Answers.told(
                        SectorImport.accept(workspace, reader.id(), found),
                        entry -> SectorAnswers.imported(found, Optional.of(entry)));
    }

    private static ResponseEntity<byte[]> changed(View view) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("heads", view.heads());
        return Answers.problem(412, "conflict", more);
    }

    // --- support ---

    @GetMapping("/support")
    ResponseEntity<byte[]> support(@PathVariable String id, Address here, SignedIn reader, Wording wording) {
        List<View> layers = PrivateLayers.of(workspaces.get(id).id(), reader.id(), workspaces);
        return answer(id, here, reader, wording, SupportList.CHOICES, answers -> answers.support(layers));
    }

    /** Brings in a partner's own table, or says what it would bring. */
    @PostMapping("/support")
    ResponseEntity<byte[]> bringSupport(
            @PathVariable String id,
            @RequestParam("file") MultipartFile file,
            @RequestParam Map<String, String> words,
            SignedIn reader,
            Wording wording) {
        Workspace workspace = workspaces.get(id);
        workspace.view(reader.id());
        MapQuestion question = new MapQuestion(new Address("", words), SectorFiles.today())
                .knowing(Stream.concat(SupportImport.words().stream(), Stream.of("preview"))
                        .toArray(String[]::new));
        SupportImport what = SupportImport.asked(
                SentFile.read(file, SectorFiles.MOST_BYTES, MatrixFile::read),
                question,
                workspaces,
                workspace,
                reader.id());
        MatrixPreview found = what.preview(workspaces, workspace, reader.id());
        return question.yes("preview") || found.edits().isEmpty()
                ? Answers.of(SectorAnswers.brought(what, found, Optional.empty()))
                : Answers.told(
                        what.accept(found, workspaces, workspace, reader.id(), wording),
                        entry -> SectorAnswers.brought(what, found, Optional.of(entry)));
    }
}
