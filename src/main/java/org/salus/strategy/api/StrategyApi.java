package org.salus.strategy.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.salus.documents.ChartDrawer;
import org.salus.documents.DocxTemplate;
import org.salus.evidence.Evidence;
import org.salus.frame.web.Address;
import org.salus.ledger.Act;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.portfolio.Supports;
import org.salus.strategy.Edition;
import org.salus.strategy.Languages;
import org.salus.strategy.Readership;
import org.salus.strategy.Section;
import org.salus.strategy.SectionText;
import org.salus.strategy.Sections;
import org.salus.strategy.Strategies;
import org.salus.strategy.Strategy;
import org.salus.strategy.StrategyAnswers;
import org.salus.strategy.StrategyFiles;
import org.salus.strategy.TextComparison;
import org.salus.strategy.TypedStrategy;
import org.salus.strategy.VerifyFile;
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

/** The strategy for other programs: the same sections, editions and answers as on pages and in a terminal, for whoever asks. */
@RestController
@RequestMapping("/api/v1/workspaces/{id}/strategy")
final class StrategyApi {
    private final Workspaces workspaces;
    private final Strategies strategies;
    private final StrategyFiles files;

    StrategyApi(
            Workspaces workspaces,
            Faces faces,
            Evidence evidence,
            Supports supports,
            Sections sections,
            ChartDrawer charts) {
        this.workspaces = workspaces;
        this.files = new StrategyFiles(charts);
        this.strategies = new Strategies(evidence, supports, workspaces, faces, sections);
    }

    private Strategy asked(String id, Address here, SignedIn reader) {
        here.knowing("for", "language");
        Workspace workspace = workspaces.get(id);
        return strategies.now(
                workspace,
                reader.id(),
                TypedStrategy.readership(here.choice("for").orElse(""), usual(workspace, reader)),
                Languages.of(here.choice("language").orElse("")));
    }

    private static Readership usual(Workspace workspace, SignedIn reader) {
        return workspace.view(reader.id()).standing().isMember() ? Readership.MEMBERS : Readership.EVERYBODY;
    }

    /** The sections, and how each stands. */
    @GetMapping
    ResponseEntity<byte[]> outline(@PathVariable String id, Address here, SignedIn reader) {
        return Answers.of(StrategyAnswers.outline(asked(id, here, reader)));
    }

    /** The whole of it as a file. */
    @GetMapping("/document.{form}")
    ResponseEntity<byte[]> document(@PathVariable String id, @PathVariable String form, Address here, SignedIn reader) {
        String type = StrategyFiles.mediaType(form);
        return file(
                "strategy",
                form,
                type,
                files.bytes(form, asked(id, here, reader).document(Optional.empty())));
    }

    /**
     * The whole of it, or an edition, for Word in the house style of an office. Nothing of the template is kept.
     *
     * @param template a file of Word, whose styles, page and foot are taken
     */
    @PostMapping("/styled")
    ResponseEntity<byte[]> styled(
            @PathVariable String id, @RequestBody byte[] template, Address here, SignedIn reader) {
        here.knowing("for", "language", "edition");
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        DocxTemplate style = DocxTemplate.read(template);
        Optional<Edition> drawn = here.choice("edition")
                .map(words -> StrategyAnswers.find(view, words).value());
        Strategy strategy = drawn.map(edition -> strategies.of(workspace, reader.id(), edition))
                .orElseGet(() -> asked(id, here.without("edition"), reader));
        return file(
                "strategy",
                "docx",
                StrategyFiles.mediaType("docx"),
                files.bytes("docx", strategy.document(drawn.flatMap(Edition::reviewBy)), Optional.of(style)),
                Optional.of(style));
    }

    /** A brief of two pages as a file. */
    @GetMapping("/brief.{form}")
    ResponseEntity<byte[]> brief(@PathVariable String id, @PathVariable String form, Address here, SignedIn reader) {
        String type = StrategyFiles.mediaType(form);
        return file(
                "strategy-brief",
                form,
                type,
                files.bytes(form, asked(id, here, reader).brief()));
    }

    private static ResponseEntity<byte[]> file(String name, String form, String type, byte[] bytes) {
        return file(name, form, type, bytes, Optional.empty());
    }

    private static ResponseEntity<byte[]> file(
            String name, String form, String type, byte[] bytes, Optional<DocxTemplate> style) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"" + name + "." + form + "\"")
                .headers(headers -> StrategyFiles.missingStyles(style)
                        .ifPresent(missing -> headers.set(StrategyFiles.MISSING_STYLES, missing)))
                .body(bytes);
    }

    /** One section. */
    @GetMapping("/sections/{section}")
    ResponseEntity<byte[]> section(
            @PathVariable String id, @PathVariable("section") String code, Address here, SignedIn reader) {
        Section which = TypedStrategy.section(code);
        return Answers.of(StrategyAnswers.section(asked(id, here, reader), which));
    }

    /**
     * Writes a text of a section.
     *
     * @param body the words of {@link TypedStrategy#TEXT}
     */
    @PostMapping("/sections/{section}")
    ResponseEntity<byte[]> write(
            @PathVariable String id,
            @PathVariable("section") String code,
            @RequestBody JsonNode body,
            SignedIn reader) {
        Section which = TypedStrategy.section(code);
        Workspace workspace = workspaces.get(id);
        TypedStrategy typed = new TypedStrategy(typed(body)).knowing(TypedStrategy.TEXT);
        Item<SectionText> item = typed.text(members(workspace, reader, typed).section(which));
        return told(workspace.append(reader.id(), List.of(new Edit.Put(item)), Reason.EDIT), item);
    }

    /**
     * Takes what is new into the text of a section, or leaves the text as it is.
     *
     * @param body the words of {@link TypedStrategy#LOOK}
     */
    @PostMapping("/sections/{section}/look")
    ResponseEntity<byte[]> look(
            @PathVariable String id,
            @PathVariable("section") String code,
            @RequestBody JsonNode body,
            SignedIn reader) {
        Section which = TypedStrategy.section(code);
        Workspace workspace = workspaces.get(id);
        TypedStrategy typed = new TypedStrategy(typed(body)).knowing(TypedStrategy.LOOK);
        List<Edit> edits = typed.look(members(workspace, reader, typed).section(which)).stream()
                .<Edit>map(Edit.Put::new)
                .toList();
        return Answers.told(workspace.append(reader.id(), edits, Reason.EDIT), entry -> Map.of("entry", entry));
    }

    private Strategy members(Workspace workspace, SignedIn reader, TypedStrategy typed) {
        return strategies.now(workspace, reader.id(), Readership.MEMBERS, typed.language());
    }

    /** The editions. */
    @GetMapping("/editions")
    ResponseEntity<byte[]> editions(@PathVariable String id, SignedIn reader) {
        return Answers.of(StrategyAnswers.editions(workspaces.get(id).view(reader.id())));
    }

    /**
     * Draws an edition of what the workspace says now.
     *
     * @param body the words of {@link TypedStrategy#DRAFT}
     */
    @PostMapping("/editions")
    ResponseEntity<byte[]> draw(@PathVariable String id, @RequestBody JsonNode body, SignedIn reader) {
        Workspace workspace = workspaces.get(id);
        TypedStrategy typed = new TypedStrategy(typed(body)).knowing(TypedStrategy.DRAFT);
        Item<Edition> item = typed.draft(
                strategies.now(workspace, reader.id(), typed.readership(usual(workspace, reader)), typed.language()));
        return told(workspace.append(reader.id(), List.of(new Edit.Put(item)), Reason.EDIT), item);
    }

    /** One edition, and whether it is composed to its digest today. */
    @GetMapping("/editions/{edition}")
    ResponseEntity<byte[]> edition(@PathVariable String id, @PathVariable String edition, SignedIn reader) {
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        Item<Edition> item = StrategyAnswers.find(view, edition);
        return Answers.of(
                StrategyAnswers.edition(item, Optional.of(strategies.of(workspace, reader.id(), item.value())), view));
    }

    /** Exactly what was drawn, as a file. */
    @GetMapping("/editions/{edition}/document.{form}")
    ResponseEntity<byte[]> drawn(
            @PathVariable String id, @PathVariable String edition, @PathVariable String form, SignedIn reader) {
        String type = StrategyFiles.mediaType(form);
        Workspace workspace = workspaces.get(id);
        Edition found =
                StrategyAnswers.find(workspace.view(reader.id()), edition).value();
        return file(
                "strategy",
                form,
                type,
                files.bytes(form, strategies.of(workspace, reader.id(), found).document(found.reviewBy())));
    }

    /**
     * Writes an approval down.
     *
     * @param body the words of {@link TypedStrategy#APPROVAL}
     */
    @PostMapping("/editions/{edition}/approvals")
    ResponseEntity<byte[]> approve(
            @PathVariable String id, @PathVariable String edition, @RequestBody JsonNode body, SignedIn reader) {
        Workspace workspace = workspaces.get(id);
        strategies.requireSame(
                workspace,
                reader.id(),
                StrategyAnswers.find(workspace.view(reader.id()), edition).value());
        return change(workspace, edition, body, TypedStrategy.APPROVAL, reader, TypedStrategy::approval);
    }

    /**
     * Writes a step down.
     *
     * @param body the words of {@link TypedStrategy#STEP}
     */
    @PostMapping("/editions/{edition}/steps")
    ResponseEntity<byte[]> step(
            @PathVariable String id, @PathVariable String edition, @RequestBody JsonNode body, SignedIn reader) {
        return change(workspaces.get(id), edition, body, TypedStrategy.STEP, reader, TypedStrategy::step);
    }

    /**
     * Puts the versions of an edition together that copies brought.
     *
     * @param body the words of {@link TypedStrategy#TOGETHER}
     */
    @PostMapping("/editions/{edition}/together")
    ResponseEntity<byte[]> together(
            @PathVariable String id, @PathVariable String edition, @RequestBody JsonNode body, SignedIn reader) {
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        Item<Edition> said = new TypedStrategy(typed(body))
                .knowing(TypedStrategy.TOGETHER)
                .together(StrategyAnswers.find(view, edition), view);
        return told(workspace.append(reader.id(), List.of(new Edit.Put(said)), Reason.of(Act.RESOLVE, "")), said);
    }

    private static ResponseEntity<byte[]> change(
            Workspace workspace,
            String edition,
            JsonNode body,
            List<String> names,
            SignedIn reader,
            BiFunction<TypedStrategy, Item<Edition>, Item<Edition>> what) {
        Item<Edition> item = StrategyAnswers.find(workspace.view(reader.id()), edition);
        Item<Edition> said = what.apply(new TypedStrategy(typed(body)).knowing(names), item);
        return told(workspace.append(reader.id(), List.of(new Edit.Put(said)), Reason.EDIT), said);
    }

    private static ResponseEntity<byte[]> told(Outcome outcome, Item<?> item) {
        return Answers.told(outcome, entry -> Map.of("entry", entry, "item", item.id()));
    }

    /** What differs between two editions, or between one and what the workspace says now. */
    @GetMapping("/compare")
    ResponseEntity<byte[]> compare(@PathVariable String id, Address here, SignedIn reader) {
        here.knowing("before", "after");
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        Edition first =
                StrategyAnswers.find(view, here.choice("before").orElse("")).value();
        Strategy before = strategies.of(workspace, reader.id(), first);
        Strategy after = here.choice("after")
                .map(words -> strategies.of(
                        workspace,
                        reader.id(),
                        StrategyAnswers.find(view, words).value()))
                .orElseGet(() -> strategies.now(
                        workspace,
                        reader.id(),
                        first.readership(),
                        before.wording().locale()));
        return Answers.of(StrategyAnswers.comparison(
                before, after, TextComparison.of(before.plain(), after.plain()).ofSections()));
    }

    /** Holds a file against the version it names. */
    @PostMapping("/verify")
    ResponseEntity<byte[]> verify(@PathVariable String id, @RequestBody byte[] file, SignedIn reader) {
        workspaces.get(id).view(reader.id());
        return Answers.of(new VerifyFile(workspaces, strategies, files)
                .verify(reader.id(), file)
                .told());
    }

    /** What a program says by names; of a list, all of it. */
    private static Map<String, String> typed(JsonNode body) {
        Map<String, String> typed = new LinkedHashMap<>();
        body.properties()
                .forEach(one -> typed.put(
                        one.getKey(),
                        one.getValue().isArray()
                                ? String.join(
                                        " ",
                                        one.getValue()
                                                .valueStream()
                                                .map(value -> value.asString(""))
                                                .toList())
                                : one.getValue().asString("")));
        return typed;
    }
}
