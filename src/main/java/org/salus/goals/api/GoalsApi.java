package org.salus.goals.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.frame.web.Address;
import org.salus.frame.web.DiagramFiles;
import org.salus.frame.web.Layouts;
import org.salus.frame.web.TableFiles;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.goals.Adoption;
import org.salus.goals.Chain;
import org.salus.goals.ChainCopy;
import org.salus.goals.ChainFile;
import org.salus.goals.GoalsAnswers;
import org.salus.goals.GoalsFiles;
import org.salus.goals.LogframeDocument;
import org.salus.goals.ResultsChain;
import org.salus.ledger.Digest;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.workspace.Answer;
import org.salus.workspace.Faces;
import org.salus.workspace.api.Answers;
import org.salus.workspace.api.SentFields;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Results chains for other programs: the same questions and answers as on pages and in a terminal. Boxes and links are written as items of the workspace. */
@RestController
@RequestMapping("/api/v1/workspaces/{id}/goals")
final class GoalsApi {
    private final Workspaces workspaces;
    private final Faces faces;
    private final Layouts layouts;

    GoalsApi(Workspaces workspaces, Faces faces, Layouts layouts) {
        this.workspaces = workspaces;
        this.faces = faces;
        this.layouts = layouts;
    }

    private GoalsAnswers answers(String id, SignedIn reader, Wording wording) {
        return new GoalsAnswers(workspaces.get(id).view(reader.id()), wording);
    }

    /** The alternatives. */
    @GetMapping
    ResponseEntity<byte[]> chains(@PathVariable String id, SignedIn reader, Wording wording) {
        return Answers.of(answers(id, reader, wording).list());
    }

    /** Everything in an alternative. */
    @GetMapping("/{chain}")
    ResponseEntity<byte[]> chain(
            @PathVariable String id, @PathVariable String chain, SignedIn reader, Wording wording) {
        GoalsAnswers answers = answers(id, reader, wording);
        return Answers.of(answers.tell(answers.chain(chain)));
    }

    /** The alternative in the form that travels. */
    @GetMapping("/{chain}/file")
    ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable String chain, SignedIn reader, Wording wording) {
        GoalsAnswers answers = answers(id, reader, wording);
        return Answers.of(answers.file(answers.chain(chain)));
    }

    /**
     * A table of its pages as a file, or the logframe for Word.
     *
     * @param table logframe, matrix, holes or compare
     * @param form csv or xlsx; of the logframe also docx
     * @param with of a comparison, the other alternative
     */
    @GetMapping("/{chain}/{table}.{form}")
    ResponseEntity<byte[]> table(
            @PathVariable String id,
            @PathVariable String chain,
            @PathVariable String table,
            @PathVariable String form,
            @RequestParam Optional<String> with,
            SignedIn reader,
            Wording wording) {
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        GoalsFiles files = new GoalsFiles(view, faces, wording);
        Item<ResultsChain> known = files.chain(chain);
        String state = view.heads().isEmpty() ? "empty" : view.heads().first().brief();
        if (table.equals("logframe") && form.equals("docx")) {
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(LogframeDocument.MEDIA_TYPE))
                    .header("Content-Disposition", "attachment; filename=\"logframe.docx\"")
                    .header("Cache-Control", "no-store")
                    .body(files.document(known, state, workspace.day(reader.id())));
        }
        return TableFiles.answer(
                form,
                table,
                files.table(table, known, with),
                state,
                workspace.day(reader.id()),
                layouts.facts(wording),
                wording);
    }

    /**
     * Brings one in: updates what is known, never doubles it, removes nothing.
     *
     * @param preview only say what would change
     */
    @PostMapping
    ResponseEntity<byte[]> bring(
            @PathVariable String id,
            @RequestBody byte[] file,
            @RequestParam(defaultValue = "false") boolean preview,
            SignedIn reader,
            Wording wording)
            throws IOException {
        Workspace workspace = workspaces.get(id);
        ChainFile.Preview found = ChainFile.read(new ByteArrayInputStream(file), workspace.view(reader.id()));
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("chain", found.chain());
        told.put("new", found.fresh());
        told.put("changed", found.changed());
        told.put("unchanged", found.same());
        if (!found.problems().isEmpty()) {
            return Answers.problem(
                    422,
                    "refused-by-rule",
                    Map.of(
                            "reasons",
                            found.problems().stream()
                                    .map(problem -> wording.say(
                                            "goals.cli.problem", problem.element(), problem.key(), problem.says()))
                                    .toList()));
        }
        return preview || found.edits().isEmpty()
                ? Answers.of(told)
                : Answers.told(workspace.append(reader.id(), found.edits(), Reason.EDIT), entry -> {
                    told.put("entry", entry);
                    return told;
                });
    }

    /**
     * What is different beside another alternative.
     *
     * @param with id, beginning of the id, or title of the other; without it the adopted one, or what this one is a copy of
     */
    @GetMapping("/{chain}/compare")
    ResponseEntity<byte[]> compare(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestParam Optional<String> with,
            SignedIn reader,
            Wording wording) {
        GoalsAnswers answers = answers(id, reader, wording);
        Item<ResultsChain> known = answers.chain(chain);
        return Answers.of(answers.compare(
                with.map(answers::chain)
                        .or(() -> answers.counterpart(known))
                        .orElseThrow(() -> Failure.notFound(Sentence.of("goals.compare.only-one"))),
                known));
    }

    /**
     * Begins an alternative as a copy of this one.
     *
     * @param body {@code title}
     */
    @PostMapping("/{chain}/copies")
    ResponseEntity<byte[]> copy(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        Workspace workspace = workspaces.get(id);
        List<Edit> edits = ChainCopy.of(
                workspace.view(reader.id()),
                answers(id, reader, wording).chain(chain),
                SentFields.of(body, "title").text("title"));
        return Answers.told(
                workspace.append(reader.id(), edits, Reason.EDIT),
                entry -> Map.of("entry", entry, "chain", ChainCopy.begun(edits)));
    }

    /**
     * Adopts it, takes that back or sets it aside.
     *
     * @param body {@code adoption}: draft, adopted or set-aside
     */
    @PostMapping("/{chain}/adoption")
    ResponseEntity<byte[]> adopt(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        Workspace workspace = workspaces.get(id);
        GoalsAnswers answers = answers(id, reader, wording);
        String said = SentFields.of(body, "adoption").text("adoption");
        List<Edit> edits = answers.adopting(
                answers.chain(chain),
                Term.find(Adoption.class, said)
                        .orElseThrow(() -> Failure.wrongUse(Sentence.of(
                                        "goals.failure.adoption",
                                        Stream.of(Adoption.values())
                                                .map(Adoption::code)
                                                .collect(Collectors.joining(", "))))
                                .at("adoption")));
        return Answers.told(
                workspace.append(reader.id(), edits, Reason.EDIT), entry -> Map.of("entry", entry, "adoption", said));
    }

    /** Goals beside reform areas and donors. */
    @GetMapping("/{chain}/matrix")
    ResponseEntity<byte[]> matrix(
            @PathVariable String id, @PathVariable String chain, SignedIn reader, Wording wording) {
        GoalsAnswers answers = answers(id, reader, wording);
        return Answers.of(answers.tellMatrix(answers.chain(chain)));
    }

    /** The picture, as SVG: asked for as {@link #picture}. */
    @GetMapping("/{chain}/diagram")
    ResponseEntity<byte[]> diagram(
            @PathVariable String id, @PathVariable String chain, Address here, SignedIn reader, Wording wording) {
        return picture(id, chain, "svg", here, reader, wording);
    }

    /**
     * The picture, asked for as on its page: {@code around}, {@code folded}, {@code overlay} and {@code assumptions}; boxes by their ids or titles. Without
     * {@code around} it is everything.
     *
     * @param form svg or png
     */
    @GetMapping("/{chain}/diagram.{form}")
    ResponseEntity<byte[]> picture(
            @PathVariable String id,
            @PathVariable String chain,
            @PathVariable String form,
            Address here,
            SignedIn reader,
            Wording wording) {
        here.knowing("around", "folded", "overlay", "assumptions");
        View view = workspaces.get(id).view(reader.id());
        GoalsAnswers answers = new GoalsAnswers(view, wording);
        Item<ResultsChain> known = answers.chain(chain);
        return DiagramFiles.answer(
                form,
                "goals",
                answers.picture(
                        known,
                        answers.asking(
                                known,
                                here.choice("around"),
                                here.choice("folded").stream().toList(),
                                here.choice("overlay"),
                                here.choice("assumptions")),
                        LocalDate.now(Clock.systemUTC())),
                view.charter().name(),
                view.heads().isEmpty() ? "empty" : view.heads().first().brief());
    }

    /** Its holes. */
    @GetMapping("/{chain}/holes")
    ResponseEntity<byte[]> holes(
            @PathVariable String id, @PathVariable String chain, SignedIn reader, Wording wording) {
        GoalsAnswers answers = answers(id, reader, wording);
        return Answers.of(answers.holes(answers.chain(chain)));
    }

    /**
     * Answers a hole.
     *
     * @param body {@code hole}, {@code reply}, {@code because}
     */
    @PostMapping("/{chain}/answers")
    ResponseEntity<byte[]> answer(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        Workspace workspace = workspaces.get(id);
        GoalsAnswers answers = answers(id, reader, wording);
        Chain model = answers.model(answers.chain(chain));
        SentFields sent = SentFields.of(body, "hole", "reply", "because");
        Item<Answer> answer = answers.answering(model, sent.must("hole"), sent.must("reply"), sent.text("because"));
        return Answers.told(
                workspace.append(reader.id(), List.of(new Edit.Put(answer)), Reason.EDIT),
                entry -> Map.of("entry", entry, "item", answer.id()));
    }

    /**
     * Moves a box among its siblings.
     *
     * @param body {@code box}, its id or title, and {@code way}, up or down
     */
    @PostMapping("/{chain}/moves")
    ResponseEntity<byte[]> move(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        GoalsAnswers answers = answers(id, reader, wording);
        Item<ResultsChain> known = answers.chain(chain);
        SentFields sent = SentFields.of(body, "box", "way");
        return Answers.told(
                workspaces
                        .get(id)
                        .append(reader.id(), answers.moving(known, sent.must("box"), sent.must("way")), Reason.EDIT),
                entry -> Map.of("entry", entry));
    }

    /**
     * Takes a box away with its links and all that belongs to it alone, in one step.
     *
     * @param body {@code box}, its id or title, and if wanted {@code basis}, the versions of it that were seen
     */
    @PostMapping("/{chain}/removals")
    ResponseEntity<byte[]> remove(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        GoalsAnswers answers = answers(id, reader, wording);
        Item<ResultsChain> known = answers.chain(chain);
        SentFields sent = SentFields.of(body, "box", "basis");
        Set<Digest> shown = new HashSet<>();
        for (JsonNode version : sent.node("basis")) {
            try {
                shown.add(Digest.of(version.asString("")));
            } catch (IllegalArgumentException none) {
                throw Failure.notFound(Sentence.of("ledger.failure.unknown-entry", version.asString("")));
            }
        }
        List<Edit> edits = answers.removing(known, sent.must("box"), shown);
        return Answers.told(
                workspaces.get(id).append(reader.id(), edits, Reason.EDIT),
                entry -> Map.of("entry", entry, "removed", edits.size()));
    }
}
