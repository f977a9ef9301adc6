package org.salus.workspace.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Act;
import org.salus.ledger.Charter;
import org.salus.ledger.Copy;
import org.salus.ledger.Digest;
import org.salus.ledger.Edit;
import org.salus.ledger.History;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.ItemJson;
import org.salus.ledger.Kind;
import org.salus.ledger.Merge;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Told;
import org.salus.ledger.UnknownItem;
import org.salus.ledger.Verification;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.Organisation;
import org.salus.people.SignedIn;
import org.salus.workspace.BroughtCopy;
import org.salus.workspace.Contribution;
import org.salus.workspace.Differing;
import org.salus.workspace.Faces;
import org.salus.workspace.FieldEdit;
import org.salus.workspace.PrivateLayers;
import org.salus.workspace.Resolution;
import org.salus.workspace.StepWords;
import org.salus.workspace.Steps;
import org.salus.workspace.WaitingStep;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Workspaces for other programs: the same items, the same rules, the same answers as on pages. */
@RestController
@RequestMapping("/api/v1/workspaces")
final class WorkspaceApi {
    private static final int MOST_STEPS = 1000;
    private static final int USUAL_STEPS = 100;

    /** What an item is put with, and what a program that sends back what it read sends beside. */
    private static final List<String> PUT = List.of(
            "kind", "value", "sensitivity", "citations", "basis", "why", "id", "title", "in_conflict", "beside");

    private final Workspaces workspaces;
    private final Faces faces;

    WorkspaceApi(Workspaces workspaces, Faces faces) {
        this.workspaces = workspaces;
        this.faces = faces;
    }

    @GetMapping
    ResponseEntity<byte[]> list(SignedIn reader) {
        return Answers.of(Map.of(
                "workspaces",
                workspaces.list(reader.id()).stream().map(WorkspaceApi::about).toList(),
                "damaged",
                workspaces.damaged(reader.id(), reader.account().administrator())));
    }

    private static Map<String, Object> about(View view) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", view.workspace());
        out.put("charter", ItemJson.tree(view.charter()));
        view.standing().role().ifPresent(role -> out.put("role", role.code()));
        out.put("heads", view.heads());
        return out;
    }

    @PostMapping
    ResponseEntity<byte[]> found(@RequestBody JsonNode charter, SignedIn reader) {
        Workspace founded = workspaces.found(
                ItemJson.read(charter, Charter.class),
                reader.id(),
                reader.account().name(),
                reader.account().organisation().map(Organisation::id),
                reader.account().organisation().map(Organisation::name).orElse(""));
        return Answers.of(about(founded.view(reader.id())));
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> get(@PathVariable String id, SignedIn reader) {
        Workspace workspace = workspaces.get(id);
        Map<String, Object> out = about(workspace.view(reader.id()));
        workspace
                .whyReadOnly()
                .ifPresent(why -> out.put("read_only", Wording.english().say(why)));
        return Answers.of(out);
    }

    /** Items, of one kind or of all, now or in an earlier state. */
    @GetMapping("/{id}/items")
    ResponseEntity<byte[]> items(@PathVariable String id, Address here, SignedIn reader) {
        here.knowing("kind", "at");
        Workspace workspace = workspaces.get(id);
        View view = view(workspace, here.choice("at"), reader);
        Optional<String> kind = here.choice("kind");
        List<Map<String, Object>> items = new ArrayList<>();
        for (Kind<?> known : workspaces.kinds().list()) {
            if (kind.isEmpty() || kind.get().equals(known.name())) {
                view.list(known).forEach(item -> items.add(item(item, view)));
            }
        }
        if (kind.isPresent() && workspaces.kinds().find(kind.get()).isEmpty()) {
            throw Failure.notFound(Sentence.of("workspace.api.no-kind", kind.get()));
        }
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("heads", view.heads());
        out.put("items", items);
        return Answers.of(out);
    }

    private static View view(Workspace workspace, Optional<String> at, SignedIn reader) {
        return at.isEmpty()
                ? workspace.view(reader.id())
                : workspace.view(reader.id(), new TreeSet<>(List.of(digest(at.get()))));
    }

    private Map<String, Object> item(Item<?> item, View view) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", item.id());
        out.put("kind", item.kind().name());
        out.put("title", faces.title(item, view, Wording.english()));
        out.put("sensitivity", ItemJson.tree(item.sensitivity()));
        out.put("citations", ItemJson.tree(item.citations()));
        out.put("value", ItemJson.told(item));
        out.put("basis", item.basis().stream().sorted().toList());
        if (view.isInConflict(item.id())) {
            out.put("in_conflict", true);
        }
        return out;
    }

    @GetMapping("/{id}/items/{item}")
    ResponseEntity<byte[]> item(
            @PathVariable String id, @PathVariable("item") String text, Address here, SignedIn reader) {
        here.knowing("at");
        View view = view(workspaces.get(id), here.choice("at"), reader);
        Item<?> item = find(view, text);
        Map<String, Object> out = item(item, view);
        List<Contribution.Beside> besides = here.choice("at").isPresent()
                ? List.of()
                : faces.besides(
                        view,
                        () -> PrivateLayers.of(view.workspace(), reader.id(), workspaces),
                        item.id(),
                        LocalDate.now(Clock.systemUTC()));
        if (!besides.isEmpty()) {
            out.put("beside", besides);
        }
        return Answers.of(out);
    }

    private static Item<?> find(View view, String text) {
        ItemId id = itemId(text);
        return view.find(id).orElseThrow(() -> new UnknownItem(id));
    }

    /**
     * Puts an item: a new one without {@code basis}, an edit with the versions it was read from.
     *
     * @param body {@code kind}, {@code value} and, where they differ from what is there or usual, {@code sensitivity}, {@code citations}, {@code basis},
     *     {@code why}
     */
    @PutMapping("/{id}/items/{item}")
    ResponseEntity<byte[]> put(
            @PathVariable String id, @PathVariable("item") String text, @RequestBody JsonNode body, SignedIn reader) {
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        // A mistyped "sensitivity" would show to all members what is meant for few.
        SentFields.of(body, PUT);
        String kindName = body.path("kind").asString("");
        if (kindName.isBlank()) {
            throw Failure.wrongUse(Sentence.of("workspace.sent.missing", "kind"))
                    .at("kind");
        }
        Kind<?> kind = workspaces
                .kinds()
                .find(kindName)
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.api.no-kind", kindName)));
        if (!(body instanceof ObjectNode object)) {
            throw Failure.wrongUse(Sentence.of("workspace.api.no-value"));
        }
        Item<?> item = ItemJson.item(kind, object.put("id", itemId(text).toString()), view);
        return answer(
                workspace,
                workspace.append(
                        reader.id(),
                        List.of(new Edit.Put(item)),
                        Reason.of(Act.EDIT, body.path("why").asString(""))),
                Optional.of(item.id()),
                reader);
    }

    /**
     * Saves one field, so that two who edit different fields of one item do not get into each other's way.
     *
     * @param path of the field: {@code note}, or through records and rows {@code phases.0.when.from}
     * @param body {@code typed} as a person would type it, and the {@code basis} it was read from
     */
    @PutMapping("/{id}/items/{item}/fields/{path}")
    ResponseEntity<byte[]> save(
            @PathVariable String id,
            @PathVariable("item") String text,
            @PathVariable String path,
            @RequestBody JsonNode body,
            SignedIn reader) {
        Set<Digest> basis = body.path("basis")
                .valueStream()
                .map(JsonNode::asString)
                .map(WorkspaceApi::digest)
                .collect(Collectors.toSet());
        return answer(
                id,
                text,
                reader,
                body.path("typed").asString(""),
                edit -> edit.save(itemId(text), path, body.path("typed").asString(""), basis));
    }

    /**
     * Adds a row to a list of an item.
     *
     * @param path of the list, such as {@code mandates}
     * @param body {@code typed}, by the path of each field within the row
     */
    @PostMapping("/{id}/items/{item}/rows/{path}")
    ResponseEntity<byte[]> addRow(
            @PathVariable String id,
            @PathVariable("item") String text,
            @PathVariable String path,
            @RequestBody JsonNode body,
            SignedIn reader) {
        Map<String, String> typed = new LinkedHashMap<>();
        body.path("typed")
                .properties()
                .forEach(field -> typed.put(field.getKey(), field.getValue().asString("")));
        return answer(id, text, reader, typed, edit -> edit.add(itemId(text), path, typed));
    }

    /** Takes a row of a list away, if it still says what it said in the versions of {@code basis}. */
    @DeleteMapping("/{id}/items/{item}/rows/{path}")
    ResponseEntity<byte[]> removeRow(
            @PathVariable String id,
            @PathVariable("item") String text,
            @PathVariable String path,
            @RequestParam List<String> basis,
            SignedIn reader) {
        Set<Digest> versions = basis.stream().map(WorkspaceApi::digest).collect(Collectors.toSet());
        return answer(id, text, reader, "", edit -> edit.remove(itemId(text), path, versions));
    }

    /** What somebody else wrote meanwhile, and what was sent. */
    private static Map<String, Object> clash(String item, FieldEdit.Result.Clashing clashing, Object typed, View view) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("item", item);
        out.put("yours", typed);
        out.put("theirs", clashing.theirs());
        clashing.by().ifPresent(by -> {
            out.put("author", by.author());
            out.put("author_name", Faces.name(by.author(), view, Wording.english()));
            out.put("at", by.at());
            out.put("entry", by.entry());
        });
        out.put("basis", clashing.item().basis().stream().sorted().toList());
        return out;
    }

    private ResponseEntity<byte[]> answer(
            String id, String item, SignedIn reader, Object typed, Function<FieldEdit, FieldEdit.Result> doing) {
        Workspace workspace = workspaces.get(id);
        workspace.view(reader.id());
        return switch (doing.apply(new FieldEdit(workspace, faces, reader.id()))) {
            case FieldEdit.Result.Saved saved ->
                Answers.of(Map.of("item", item(saved.item(), workspace.view(reader.id()))));
            case FieldEdit.Result.Clashing clashing ->
                Answers.problem(409, "conflict", clash(item, clashing, typed, workspace.view(reader.id())));
            case FieldEdit.Result.Refused refused -> Answers.refused(new Outcome.Refused(refused.reasons()));
            case FieldEdit.Result.Gone gone -> throw new UnknownItem(itemId(item));
        };
    }

    @DeleteMapping("/{id}/items/{item}")
    ResponseEntity<byte[]> remove(
            @PathVariable String id,
            @PathVariable("item") String text,
            @RequestParam List<String> basis,
            @RequestParam(defaultValue = "") String why,
            SignedIn reader) {
        Workspace workspace = workspaces.get(id);
        Item<?> item = find(workspace.view(reader.id()), text)
                .basedOn(new TreeSet<>(basis.stream().map(WorkspaceApi::digest).toList()));
        return answer(
                workspace,
                workspace.append(reader.id(), List.of(new Edit.Remove(item)), Reason.of(Act.EDIT, why)),
                Optional.empty(),
                reader);
    }

    /** Erases what an item has ever said; an owner's act, with a reason. */
    @PostMapping("/{id}/items/{item}/erasure")
    ResponseEntity<byte[]> erase(
            @PathVariable String id, @PathVariable("item") String text, @RequestBody JsonNode body, SignedIn reader) {
        Workspace workspace = workspaces.get(id);
        workspace.view(reader.id());
        return answer(
                workspace,
                workspace.erase(
                        reader.id(), itemId(text), SentFields.of(body, "why").text("why")),
                Optional.empty(),
                reader);
    }

    @GetMapping("/{id}/items/{item}/history")
    ResponseEntity<byte[]> history(
            @PathVariable String id, @PathVariable("item") String text, Address here, SignedIn reader) {
        here.knowing("before", "size");
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        int most = here.choice("size").map(WorkspaceApi::size).orElse(Integer.MAX_VALUE);
        ItemId item = itemId(text);
        History history = workspace.history(reader.id());
        // What is hidden answers like what never was; what was removed has a history still.
        if (view.find(item).isEmpty() && history.of(item, 1, Optional.empty()).isEmpty()) {
            throw new UnknownItem(item);
        }
        return Answers.of(Map.of(
                "steps",
                history.of(item, most, here.choice("before").map(WorkspaceApi::digest)).stream()
                        .map(step -> step(step, view))
                        .toList()));
    }

    @GetMapping("/{id}/history")
    ResponseEntity<byte[]> history(@PathVariable String id, Address here, SignedIn reader) {
        here.knowing("before", "size");
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        int most = here.choice("size").map(WorkspaceApi::size).orElse(USUAL_STEPS);
        return Answers.of(Map.of(
                "steps",
                workspace.history(reader.id()).list(most, here.choice("before").map(WorkspaceApi::digest)).stream()
                        .map(step -> step(step, view))
                        .toList()));
    }

    private static int size(String text) {
        if (!text.matches("[1-9]\\d{0,3}") || Integer.parseInt(text) > MOST_STEPS) {
            throw Failure.wrongUse(Sentence.of("workspace.api.size", text, MOST_STEPS));
        }
        return Integer.parseInt(text);
    }

    private Map<String, Object> step(History.Step step, View view) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("entry", step.by().entry());
        out.put("author", step.by().author());
        out.put("at", step.by().at());
        out.put("act", step.why().map(why -> why.act().code()).orElse(Act.EDIT.code()));
        step.why().map(Reason::text).filter(text -> !text.isEmpty()).ifPresent(text -> out.put("why", text));
        step.why().flatMap(Reason::about).ifPresent(about -> out.put("about", about));
        if (!step.isProven()) {
            out.put("author_proven", false);
        }
        if (step.isWaiting()) {
            out.put("waiting", true);
        }
        if (step.isRefused()) {
            out.put("refused", true);
        }
        step.doubt().ifPresent(doubt -> out.put("doubt", doubt.code()));
        if (step.erased() > 0) {
            out.put("erased", step.erased());
        }
        out.put(
                "items",
                step.touched().stream()
                        .map(touched -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("item", touched.item());
                            StepWords.shown(touched, view)
                                    .ifPresent(
                                            item -> one.put("kind", item.kind().name()));
                            one.put("title", StepWords.title(touched, view, faces, Wording.english()));
                            one.put("change", Differing.Change.of(touched));
                            one.put(
                                    "replaces",
                                    touched.before().stream().sorted().toList());
                            touched.after()
                                    .ifPresentOrElse(
                                            item -> {
                                                one.put("sensitivity", ItemJson.tree(item.sensitivity()));
                                                one.put("value", ItemJson.told(item));
                                            },
                                            () -> one.put("removed", true));
                            return one;
                        })
                        .toList());
        return out;
    }

    /** What differs between two states; {@code before} and {@code after} are entries, the present state where one is left out. */
    @GetMapping("/{id}/differences")
    ResponseEntity<byte[]> differences(@PathVariable String id, Address here, SignedIn reader) {
        here.knowing("before", "after");
        Workspace workspace = workspaces.get(id);
        View before = view(workspace, here.choice("before"), reader);
        View after = view(workspace, here.choice("after"), reader);
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("before", before.heads());
        out.put("after", after.heads());
        out.put(
                "differences",
                after.since(before).stream()
                        .map(difference -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("item", difference.item());
                            one.put("before", versions(difference.before()));
                            one.put("after", versions(difference.after()));
                            return one;
                        })
                        .toList());
        return Answers.of(out);
    }

    static List<Map<String, Object>> versions(List<Told> versions) {
        return versions.stream()
                .map(told -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("entry", told.by().entry());
                    one.put("author", told.by().author());
                    one.put("at", told.by().at());
                    told.item()
                            .ifPresentOrElse(
                                    item -> {
                                        one.put("sensitivity", ItemJson.tree(item.sensitivity()));
                                        one.put("value", ItemJson.told(item));
                                    },
                                    () -> one.put("removed", true));
                    return one;
                })
                .toList();
    }

    @GetMapping("/{id}/conflicts")
    ResponseEntity<byte[]> conflicts(@PathVariable String id, SignedIn reader) {
        List<Map<String, Object>> out = new ArrayList<>();
        workspaces.get(id).view(reader.id()).conflicts().forEach((item, versions) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("item", item);
            one.put("versions", versions(versions));
            out.add(one);
        });
        return Answers.of(Map.of("conflicts", out));
    }

    /**
     * Puts the versions of an item together: one of them as the ground, single fields from others.
     *
     * @param body {@code keep}, the entry that made the version to keep, or at least eight digits its id begins with; if wanted {@code fields}, by their names the entries
     *     from whose versions they are taken, {@code basis}, the versions that were looked at (else those of now), and {@code why}
     */
    @PostMapping("/{id}/conflicts/{item}/resolution")
    ResponseEntity<byte[]> resolve(
            @PathVariable String id, @PathVariable String item, @RequestBody JsonNode body, SignedIn reader) {
        SentFields sent = SentFields.of(body, "keep", "fields", "basis", "why");
        Workspace workspace = workspaces.get(id);
        ItemId known = itemId(item);
        Resolution versions = Resolution.of(workspace.view(reader.id()), known);
        JsonNode fields = sent.node("fields");
        if (!fields.isMissingNode() && !fields.isObject()) {
            throw Failure.wrongUse(Sentence.of("workspace.sent.no-map", "fields"))
                    .at("fields");
        }
        if (!sent.node("basis").isMissingNode() && !sent.node("basis").isArray()) {
            throw Failure.wrongUse(Sentence.of("workspace.sent.no-list", "basis"))
                    .at("basis");
        }
        Map<String, String> from = new LinkedHashMap<>();
        fields.properties()
                .forEach(field -> from.put(field.getKey(), field.getValue().asString("")));
        Set<Digest> basis = sent.node("basis").isMissingNode()
                ? versions.basis()
                : sent.node("basis")
                        .valueStream()
                        .map(version -> digest(version.asString("")))
                        .collect(Collectors.toSet());
        return answer(
                workspace,
                workspace.append(
                        reader.id(),
                        List.of(versions.edit(sent.must("keep"), from, basis)),
                        Reason.of(Act.RESOLVE, sent.text("why").strip())),
                Optional.of(known),
                reader);
    }

    /** Takes a step back: the one of that entry, or one's own last one. */
    @PostMapping("/{id}/undo")
    ResponseEntity<byte[]> undo(@PathVariable String id, @RequestBody JsonNode body, SignedIn reader) {
        Workspace workspace = workspaces.get(id);
        workspace.view(reader.id());
        SentFields sent = SentFields.of(body, "entry");
        Digest entry = body.has("entry")
                ? digest(sent.must("entry"))
                : Steps.of(reader.id(), workspace.history(reader.id()))
                        .toUndo()
                        .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.undo.nothing")));
        return answer(workspace, workspace.undo(reader.id(), entry), Optional.empty(), reader);
    }

    /** Does one's own last step again that was taken back, as long as nothing else came after it. */
    @PostMapping("/{id}/redo")
    ResponseEntity<byte[]> redo(@PathVariable String id, SignedIn reader) {
        Workspace workspace = workspaces.get(id);
        workspace.view(reader.id());
        Digest again = Steps.of(reader.id(), workspace.history(reader.id()))
                .toRedo()
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.redo.nothing")));
        return answer(workspace, workspace.undo(reader.id(), again), Optional.empty(), reader);
    }

    @PostMapping("/{id}/versions")
    ResponseEntity<byte[]> name(@PathVariable String id, @RequestBody JsonNode body, SignedIn reader) {
        Workspace workspace = workspaces.get(id);
        workspace.view(reader.id());
        String name = SentFields.of(body, "name").text("name");
        if (name.isBlank()) {
            throw Failure.wrongUse(Sentence.of("workspace.version.unnamed"));
        }
        return answer(workspace, workspace.name(reader.id(), name), Optional.empty(), reader);
    }

    /** Steps that wait after a merge: who is said to have made them, what they would change, and why they wait. For editors. */
    @GetMapping("/{id}/decisions")
    ResponseEntity<byte[]> waiting(@PathVariable String id, SignedIn reader) {
        return Answers.of(
                Map.of("waiting", WaitingStep.list(workspaces.get(id), reader.id(), faces, Wording.english())));
    }

    /** Decides about steps that wait after a merge. */
    @PostMapping("/{id}/decisions")
    ResponseEntity<byte[]> decide(@PathVariable String id, @RequestBody JsonNode body, SignedIn reader) {
        Workspace workspace = workspaces.get(id);
        workspace.view(reader.id());
        SentFields.of(body, "admitted", "refused", "why");
        return answer(
                workspace,
                workspace.decide(
                        reader.id(),
                        body.path("admitted")
                                .valueStream()
                                .map(JsonNode::asString)
                                .map(WorkspaceApi::digest)
                                .toList(),
                        body.path("refused")
                                .valueStream()
                                .map(JsonNode::asString)
                                .map(WorkspaceApi::digest)
                                .toList(),
                        body.path("why").asString("")),
                Optional.empty(),
                reader);
    }

    @GetMapping("/{id}/verification")
    ResponseEntity<byte[]> verify(@PathVariable String id, SignedIn reader) {
        Workspace workspace = workspaces.get(id);
        workspace.view(reader.id());
        Verification verification = workspace.verify();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("sound", verification.isSound());
        // How many steps there are is told to nobody: whoever asks again and again would count those of which they may
        // not know.
        out.put(
                "damages",
                verification.damages().stream().map(Wording.english()::say).toList());
        return Answers.of(out);
    }

    /** Makes a copy that travels. */
    @PostMapping(value = "/{id}/copies", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> copy(@PathVariable String id, @RequestBody JsonNode body, SignedIn reader)
            throws IOException {
        Workspace workspace = workspaces.get(id);
        workspace.view(reader.id());
        AccountId madeFor = body.has("for")
                ? new AccountId(itemId(body.get("for").asString()).value())
                : reader.id();
        Path folder = Files.createTempDirectory("salus-copy");
        Path file = folder.resolve("workspace.salus");
        try {
            Copy.make(
                    workspace,
                    reader.id(),
                    madeFor,
                    form(body.path("form").asString("usual")),
                    body.path("passphrase").asString("").toCharArray(),
                    file);
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .body(Files.readAllBytes(file));
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static Copy.Form form(String code) {
        return Arrays.stream(Copy.Form.values())
                .filter(form -> form.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.api.no-form", code))
                        .at("form"));
    }

    /** Merges a copy, or says what merging would do. */
    @PostMapping("/{id}/merges")
    ResponseEntity<byte[]> merge(
            @PathVariable String id,
            @RequestParam("file") MultipartFile file,
            @RequestParam String passphrase,
            @RequestParam(defaultValue = "false") boolean preview,
            SignedIn reader)
            throws IOException {
        Workspace workspace = workspaces.get(id);
        workspace.view(reader.id());
        try (BroughtCopy what = BroughtCopy.of(
                Optional.ofNullable(file.getOriginalFilename()).orElse(""), passphrase, file::transferTo)) {
            return what.open(copy -> Answers.of(report(
                    copy.about(),
                    preview
                            ? Merge.preview(workspace, copy, reader.id())
                            : Merge.merge(workspace, copy, reader.id(), what.label()))));
        }
    }

    private static Map<String, Object> report(Copy.About about, Merge.Report report) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("travel_edition", about.isTravelEdition());
        out.put("new_steps", report.fresh());
        out.put("items", report.touched().stream().sorted().toList());
        out.put("unproven", report.unproven());
        Map<String, Object> waiting = new LinkedHashMap<>();
        report.waiting().forEach((entry, doubt) -> waiting.put(entry.toString(), doubt.code()));
        out.put("waiting", waiting);
        return out;
    }

    private ResponseEntity<byte[]> answer(
            Workspace workspace, Outcome outcome, Optional<ItemId> item, SignedIn reader) {
        return Answers.told(outcome, entry -> {
            Map<String, Object> out = new LinkedHashMap<>();
            out.put("entry", entry);
            View view = workspace.view(reader.id());
            item.flatMap(view::find).ifPresent(now -> out.put("item", item(now, view)));
            return out;
        });
    }

    static Digest digest(String text) {
        try {
            return Digest.of(text);
        } catch (IllegalArgumentException none) {
            throw Failure.notFound(Sentence.of("ledger.failure.unknown-entry", text));
        }
    }

    static ItemId itemId(String text) {
        try {
            return ItemId.of(text);
        } catch (IllegalArgumentException none) {
            throw Failure.notFound(Sentence.of("ledger.failure.unknown-item", text));
        }
    }
}
