package org.salus.governance.api;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salus.context.Premises;
import org.salus.documents.Version;
import org.salus.documents.XlsxWriter;
import org.salus.evidence.Evidence;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layouts;
import org.salus.frame.web.TableFiles;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.governance.Assessment;
import org.salus.governance.FieldForm;
import org.salus.governance.FieldImport;
import org.salus.governance.GovernanceAnswers;
import org.salus.governance.NewRound;
import org.salus.governance.QuestionSet;
import org.salus.governance.QuestionSetFile;
import org.salus.governance.ReplyForm;
import org.salus.governance.ReplyImport;
import org.salus.governance.TypedStep;
import org.salus.ledger.Digest;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.workspace.api.Answers;
import org.salus.workspace.api.SentFields;
import org.salus.workspace.web.SentFile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/**
 * Assessments for other programs: the same questions and answers as on pages and in a terminal. Answers, reviews and replies are written as items of the
 * workspace, answers also as rows of a form.
 */
@RestController
@RequestMapping("/api/v1/workspaces/{id}/governance")
final class GovernanceApi {
    private static final int MOST_BYTES = 16 << 20;

    private final Workspaces workspaces;
    private final Evidence evidence;
    private final Layouts layouts;
    private final Premises premises = new Premises();

    GovernanceApi(Workspaces workspaces, Evidence evidence, Layouts layouts) {
        this.workspaces = workspaces;
        this.evidence = evidence;
        this.layouts = layouts;
    }

    private GovernanceAnswers answers(String id, SignedIn reader, Wording wording) {
        Workspace workspace = workspaces.get(id);
        return new GovernanceAnswers(workspace, workspace.view(reader.id()), wording.locale());
    }

    /** All rounds. */
    @GetMapping
    ResponseEntity<byte[]> rounds(@PathVariable String id, SignedIn reader, Wording wording) {
        return Answers.of(answers(id, reader, wording).rounds());
    }

    /** The question sets. */
    @GetMapping("/sets")
    ResponseEntity<byte[]> sets(@PathVariable String id, SignedIn reader, Wording wording) {
        return Answers.of(answers(id, reader, wording).sets());
    }

    /** A set with its questions. */
    @GetMapping("/sets/{set}")
    ResponseEntity<byte[]> questions(
            @PathVariable String id, @PathVariable String set, SignedIn reader, Wording wording) {
        return Answers.of(answers(id, reader, wording).questions(set));
    }

    /** The same as a YAML file, to be changed and brought in again under an edition of its own. */
    @GetMapping("/sets/{set}.yaml")
    ResponseEntity<byte[]> setFile(
            @PathVariable String id, @PathVariable String set, SignedIn reader, Wording wording) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/yaml;charset=UTF-8"))
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"questions.yaml\"")
                .body(QuestionSetFile.write(answers(id, reader, wording).set(set))
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Takes a question set in: the text of a YAML file. One with faults is answered with all of them. */
    @PostMapping("/sets")
    ResponseEntity<byte[]> bring(@PathVariable String id, @RequestBody String text, SignedIn reader) {
        Workspace workspace = workspaces.get(id);
        workspace.view(reader.id());
        QuestionSetFile.Read read = QuestionSetFile.read(text);
        if (read.set().isEmpty()) {
            Map<String, Object> more = new LinkedHashMap<>();
            more.put("problems", GovernanceAnswers.problems(read.problems()));
            return Answers.problem(422, "refused-by-rule", more);
        }
        Item<QuestionSet> item = Item.fresh(QuestionSet.KIND, read.set().get());
        return Answers.told(
                workspace.append(reader.id(), List.of(new Edit.Put(item)), Reason.EDIT),
                entry -> Map.of("entry", entry, "item", item.id()));
    }

    /**
     * Begins a round.
     *
     * @param body {@code title}, {@code assessors} ("A: office; B: office", or a list of such texts), {@code institutions} (ids or names), and if wanted {@code set}, {@code core}, {@code from},
     *     {@code until}
     */
    @PostMapping("/rounds")
    ResponseEntity<byte[]> begin(@PathVariable String id, @RequestBody JsonNode body, SignedIn reader) {
        Workspace workspace = workspaces.get(id);
        SentFields sent = SentFields.of(body, "title", "assessors", "institutions", "set", "core", "from", "until");
        View view = workspace.view(reader.id());
        NewRound round = NewRound.of(
                view,
                sent.text("title"),
                sent.text("set"),
                sent.flag("core"),
                String.join("\n", texts(body, "assessors")),
                sent.text("from"),
                sent.text("until"),
                texts(body, "institutions").stream()
                        .map(words -> TypedStep.actor(view, words).id().toString())
                        .toList());
        return Answers.told(
                workspace.append(reader.id(), round.edits(), Reason.EDIT),
                entry -> Map.of("entry", entry, "round", round.id()));
    }

    /** What a round says; with {@code .csv} or {@code .xlsx} behind it as the table of its page, in a file. */
    @GetMapping("/rounds/{round}/{view}")
    ResponseEntity<byte[]> view(
            @PathVariable String id,
            @PathVariable String round,
            @PathVariable String view,
            Address here,
            SignedIn reader,
            Wording wording) {
        int dot = view.lastIndexOf('.');
        if (dot >= 0) {
            return file(id, round, view.substring(0, dot), view.substring(dot + 1), here, reader, wording);
        }
        here.knowing(view.equals("change") ? List.of("before") : List.of());
        return Answers.of(answers(id, reader, wording)
                .view(
                        round,
                        view,
                        here.choice("before"),
                        country -> premises.governance(evidence.snapshot(), country)));
    }

    private ResponseEntity<byte[]> file(
            String id, String round, String view, String form, Address here, SignedIn reader, Wording wording) {
        here.knowing(
                switch (view) {
                    case "change" -> List.of("before");
                    case "indices" -> List.of("country");
                    default -> List.of();
                });
        Workspace workspace = workspaces.get(id);
        View seen = workspace.view(reader.id());
        return TableFiles.answer(
                form,
                "governance-" + view,
                answers(id, reader, wording)
                        .table(
                                round,
                                view,
                                here.choice("before"),
                                here.choice("country"),
                                country -> premises.governance(evidence.snapshot(), country)),
                seen.heads().first().brief(),
                workspace.day(reader.id()),
                layouts.facts(wording),
                wording);
    }

    /**
     * Takes a round to another stage.
     *
     * @param body {@code stage}, and {@code why}, of whoever goes back
     */
    @PostMapping("/rounds/{round}/stage")
    ResponseEntity<byte[]> stage(
            @PathVariable String id,
            @PathVariable String round,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        SentFields sent = SentFields.of(body, "stage", "why");
        return step(
                id,
                reader,
                TypedStep.stage(answers(id, reader, wording).find(round).item(), sent.must("stage"), sent.text("why")));
    }

    /**
     * Answers a question, or changes what was answered; what is left out stays as it is.
     *
     * @param body whose answer it is, {@code institution}, {@code question} and {@code assessor}; and {@code answer}, {@code why}, {@code confidence} or
     *     {@code sources}, titles parted by semicolons; and if wanted {@code basis}, the versions of the answer that were seen
     */
    @PostMapping("/rounds/{round}/answers")
    ResponseEntity<byte[]> answer(
            @PathVariable String id,
            @PathVariable String round,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        SentFields sent = SentFields.of(
                body, "institution", "question", "assessor", "answer", "why", "confidence", "sources", "basis");
        TypedStep step = TypedStep.answering(
                answers(id, reader, wording).find(round),
                workspaces.get(id).view(reader.id()),
                wording.locale(),
                sent.must("institution"),
                sent.must("question"),
                sent.must("assessor"),
                sent.text("answer"),
                sent.text("why"),
                sent.text("confidence"),
                sent.text("sources"));
        return step(id, reader, basis(body).map(step::basedOn).orElse(step));
    }

    /**
     * Takes an institution in.
     *
     * @param body {@code institution}, the id or a name of somebody on the sector map
     */
    @PostMapping("/rounds/{round}/institutions")
    ResponseEntity<byte[]> assess(
            @PathVariable String id,
            @PathVariable String round,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        SentFields sent = SentFields.of(body, "institution");
        View view = workspaces.get(id).view(reader.id());
        return step(
                id,
                reader,
                TypedStep.assessing(
                        view,
                        answers(id, reader, wording).find(round).item(),
                        TypedStep.actor(view, sent.must("institution"))));
    }

    /**
     * Adds an assessor, says another office for one, or takes a free seat.
     *
     * @param body {@code code}, and if wanted {@code name}, the office, and {@code mine}, whether whoever asks takes the seat
     */
    @PostMapping("/rounds/{round}/assessors")
    ResponseEntity<byte[]> seat(
            @PathVariable String id,
            @PathVariable String round,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        SentFields sent = SentFields.of(body, "code", "name", "mine");
        return step(
                id,
                reader,
                TypedStep.seating(
                        answers(id, reader, wording).find(round).item(),
                        sent.must("code"),
                        sent.text("name"),
                        sent.flag("mine") ? Optional.of(reader.id()) : Optional.empty()));
    }

    /**
     * Reviews an answer.
     *
     * @param body whose answer it is, {@code institution}, {@code question} and {@code assessor}; {@code verdict}, and {@code text}
     */
    @PostMapping("/rounds/{round}/reviews")
    ResponseEntity<byte[]> review(
            @PathVariable String id,
            @PathVariable String round,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        SentFields sent = SentFields.of(body, "institution", "question", "assessor", "verdict", "text");
        return step(
                id,
                reader,
                TypedStep.review(
                        TypedStep.answer(
                                answers(id, reader, wording).find(round),
                                sent.must("institution"),
                                sent.must("question"),
                                sent.must("assessor")),
                        sent.must("verdict"),
                        sent.text("text")));
    }

    /**
     * Writes down what the side of an institution replied.
     *
     * @param body {@code institution}, {@code reply}, and if wanted {@code question}, {@code text}, {@code by}, {@code date}, {@code document}
     */
    @PostMapping("/rounds/{round}/replies")
    ResponseEntity<byte[]> reply(
            @PathVariable String id,
            @PathVariable String round,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        SentFields sent = SentFields.of(body, "institution", "reply", "question", "text", "by", "date", "document");
        return step(
                id,
                reader,
                TypedStep.reply(
                        answers(id, reader, wording).find(round),
                        sent.must("institution"),
                        sent.text("question"),
                        sent.must("reply"),
                        sent.text("text"),
                        sent.text("by"),
                        sent.text("date"),
                        sent.text("document")));
    }

    /**
     * One text or several; none if nothing is said.
     *
     * @throws Failure (wrong use) if it is something else, which would otherwise count as nothing
     */
    private static List<String> texts(JsonNode body, String name) {
        JsonNode said = body.path(name);
        if (said.isMissingNode() || said.isNull()) {
            return List.of();
        }
        List<JsonNode> each = said.isArray() ? said.valueStream().toList() : List.of(said);
        if (!each.stream().allMatch(JsonNode::isString)) {
            throw Failure.wrongUse(Sentence.of("governance.failure.texts", name))
                    .at(name);
        }
        return each.stream().map(JsonNode::stringValue).toList();
    }

    /** The versions the sender saw, none of what was not there; empty where nothing is said of them, and what is there now counts as seen. */
    private static Optional<Set<Digest>> basis(JsonNode body) {
        JsonNode said = body.path("basis");
        if (said.isMissingNode() || said.isNull()) {
            return Optional.empty();
        }
        Iterable<JsonNode> versions = said.isArray() ? said : List.of(said);
        Set<Digest> seen = new HashSet<>();
        for (JsonNode version : versions) {
            try {
                seen.add(Digest.of(version.asString("")));
            } catch (IllegalArgumentException none) {
                throw Failure.notFound(Sentence.of("ledger.failure.unknown-entry", version.asString("")));
            }
        }
        return Optional.of(seen);
    }

    /** A step that changes nothing, such as to the stage a round is at, is answered without an entry. */
    private ResponseEntity<byte[]> step(String id, SignedIn reader, TypedStep step) {
        if (step.edits().isEmpty()
                && !workspaces.get(id).view(reader.id()).standing().mayActAs(Role.CONTRIBUTOR)) {
            // Also where there turns out to be nothing to write, nobody is answered as if they had been allowed to.
            throw Failure.refused(Sentence.of("ledger.refusal.role", Role.CONTRIBUTOR.label()));
        }
        return step.edits().isEmpty()
                ? Answers.of(Map.of())
                : Answers.told(
                        workspaces.get(id).append(reader.id(), step.edits(), step.reason()),
                        entry -> Map.of(
                                "entry",
                                entry,
                                "item",
                                step.edits().getLast().item().id()));
    }

    /** The form of one assessor. */
    @GetMapping("/rounds/{round}/form.xlsx")
    ResponseEntity<byte[]> form(
            @PathVariable String id,
            @PathVariable String round,
            @RequestParam(defaultValue = "") String assessor,
            SignedIn reader,
            Wording wording) {
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        Assessment assessment = new GovernanceAnswers(workspace, view, wording.locale()).find(round);
        String state = view.heads().first().brief();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(XlsxWriter.MEDIA_TYPE))
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"assessment-" + state + ".xlsx\"")
                .body(FieldForm.of(
                        assessment,
                        view,
                        assessor.isEmpty()
                                ? assessment.round().seats().getFirst().code()
                                : assessor,
                        new Version(state, workspace.day(reader.id())),
                        wording));
    }

    /**
     * What an institution is asked to reply to, for its own side to fill in without an account.
     *
     * @param institution its id or name
     * @param until when a reply is awaited; where it is left out, when the round ends
     * @param reasons {@code members} for reasons, too, that are meant for members of the workspace
     */
    @GetMapping("/rounds/{round}/reply.{form}")
    ResponseEntity<byte[]> replyForm(
            @PathVariable String id,
            @PathVariable String round,
            @PathVariable String form,
            @RequestParam(defaultValue = "") String institution,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reasons,
            SignedIn reader,
            Wording wording) {
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        Assessment assessment = new GovernanceAnswers(workspace, view, wording.locale()).find(round);
        String state = view.heads().first().brief();
        byte[] file = ReplyForm.of(
                assessment,
                institution,
                form,
                ReplyForm.wish(until, reasons),
                view.charter().name(),
                new Version(state, workspace.day(reader.id())),
                wording);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(ReplyForm.mediaType(form)))
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"reply-" + state + "." + form + "\"")
                .body(file);
    }

    /** Writes down what a filled-in reply form says, or says what it would write down. */
    @PostMapping("/rounds/{round}/replies/file")
    ResponseEntity<byte[]> replies(
            @PathVariable String id,
            @PathVariable String round,
            @RequestParam("file") MultipartFile file,
            @RequestParam(defaultValue = "false") boolean preview,
            SignedIn reader,
            Wording wording) {
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        // Also where there turns out to be nothing to write, nobody is answered as if they had been allowed to.
        if (!view.standing().mayActAs(Role.CONTRIBUTOR)) {
            throw Failure.refused(Sentence.of("ledger.refusal.role", Role.CONTRIBUTOR.label()));
        }
        Assessment assessment = new GovernanceAnswers(workspace, view, wording.locale()).find(round);
        ReplyImport.Preview found = SentFile.read(
                file,
                MOST_BYTES,
                (bytes, name) -> ReplyImport.preview(bytes, name, assessment, view, wording.locale()));
        return preview || found.edits().isEmpty()
                ? Answers.of(GovernanceAnswers.replied(found, Optional.empty()))
                : Answers.told(
                        ReplyImport.accept(workspace, reader.id(), found),
                        entry -> GovernanceAnswers.replied(found, Optional.of(entry)));
    }

    /** Takes a form in, or says what it would change. */
    @PostMapping("/rounds/{round}/form")
    ResponseEntity<byte[]> form(
            @PathVariable String id,
            @PathVariable String round,
            @RequestParam("file") MultipartFile file,
            @RequestParam(defaultValue = "false") boolean preview,
            SignedIn reader,
            Wording wording) {
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        Assessment assessment = new GovernanceAnswers(workspace, view, wording.locale()).find(round);
        FieldImport.Preview found = SentFile.read(
                file,
                MOST_BYTES,
                (bytes, name) -> FieldImport.preview(bytes, name, assessment, view, wording.locale()));
        return preview || found.edits().isEmpty()
                ? Answers.of(GovernanceAnswers.imported(found, Optional.empty()))
                : Answers.told(
                        FieldImport.accept(workspace, reader.id(), found),
                        entry -> GovernanceAnswers.imported(found, Optional.of(entry)));
    }
}
