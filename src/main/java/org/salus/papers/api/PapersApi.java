package org.salus.papers.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.documents.ChartDrawer;
import org.salus.documents.DocxTemplate;
import org.salus.evidence.Evidence;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.papers.Logo;
import org.salus.papers.OwnTemplate;
import org.salus.papers.Paper;
import org.salus.papers.PaperAnswers;
import org.salus.papers.PaperQuestion;
import org.salus.papers.PaperTemplate;
import org.salus.papers.Papers;
import org.salus.people.SignedIn;
import org.salus.portfolio.Supports;
import org.salus.strategy.Sections;
import org.salus.strategy.StrategyFiles;
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

/** Papers for other programs: the same as on pages and in a terminal, for whoever asks. */
@RestController
@RequestMapping("/api/v1/workspaces/{id}/papers")
final class PapersApi {
    private final Workspaces workspaces;
    private final Papers papers;
    private final StrategyFiles files;

    PapersApi(
            Workspaces workspaces,
            Faces faces,
            Evidence evidence,
            Supports supports,
            Sections sections,
            ChartDrawer charts) {
        this.workspaces = workspaces;
        this.papers = new Papers(evidence, supports, workspaces, faces, sections);
        this.files = new StrategyFiles(charts);
    }

    /** The papers there are. */
    @GetMapping
    ResponseEntity<byte[]> list(@PathVariable String id, SignedIn reader) {
        return Answers.of(PaperAnswers.list(Papers.templates(workspaces.get(id).view(reader.id())), Wording.english()));
    }

    /** A paper, line by line. */
    @GetMapping("/{paper}")
    ResponseEntity<byte[]> paper(@PathVariable String id, @PathVariable String paper, Address here, SignedIn reader) {
        return Answers.of(composed(id, paper, here, reader).told());
    }

    /** A paper as a file. */
    @GetMapping("/{paper}/document.{form}")
    ResponseEntity<byte[]> document(
            @PathVariable String id,
            @PathVariable String paper,
            @PathVariable String form,
            Address here,
            SignedIn reader) {
        StrategyFiles.mediaType(form);
        return file(composed(id, paper, here, reader), form, Optional.empty());
    }

    /**
     * A paper as a file, with a logo, by a template or in a house style that comes along and is kept nowhere.
     *
     * @param body choices by their names; {@code logo} and {@code style}, a file of Word, in base64, {@code template} as text
     */
    @PostMapping("/{paper}/document.{form}")
    ResponseEntity<byte[]> brought(
            @PathVariable String id,
            @PathVariable String paper,
            @PathVariable String form,
            @RequestBody JsonNode body,
            SignedIn reader) {
        StrategyFiles.mediaType(form);
        Map<String, String> typed = typed(body);
        Optional<Logo> logo = Optional.ofNullable(typed.remove("logo")).map(PapersApi::logo);
        Optional<PaperTemplate> brought =
                Optional.ofNullable(typed.remove("template")).map(PaperTemplate::read);
        Optional<DocxTemplate> style =
                Optional.ofNullable(typed.remove("style")).map(PapersApi::style);
        Workspace workspace = workspaces.get(id);
        PaperTemplate template = brought.orElseGet(() -> Papers.template(workspace.view(reader.id()), paper));
        return file(papers.compose(workspace, reader.id(), template, PaperQuestion.of(typed, logo)), form, style);
    }

    /**
     * Keeps a template in the workspace.
     *
     * @param body {@code template}: the file as text
     */
    @PostMapping
    ResponseEntity<byte[]> keep(@PathVariable String id, @RequestBody JsonNode body, SignedIn reader) {
        Workspace workspace = workspaces.get(id);
        Map<String, String> typed = typed(body);
        Item<OwnTemplate> item =
                OwnTemplate.kept(workspace.view(reader.id()), PaperTemplate.read(typed.getOrDefault("template", "")));
        return Answers.told(
                workspace.append(reader.id(), List.of(new Edit.Put(item)), Reason.EDIT),
                entry -> Map.of("entry", entry, "item", item.id()));
    }

    private Paper composed(String id, String paper, Address here, SignedIn reader) {
        here.knowing(PaperQuestion.NAMES);
        Workspace workspace = workspaces.get(id);
        return papers.compose(
                workspace,
                reader.id(),
                Papers.template(workspace.view(reader.id()), paper),
                PaperQuestion.of(here.choices(), Optional.empty()));
    }

    private ResponseEntity<byte[]> file(Paper paper, String form, Optional<DocxTemplate> style) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(StrategyFiles.mediaType(form)))
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"" + paper.fileName() + "." + form + "\"")
                .headers(headers -> StrategyFiles.missingStyles(style)
                        .ifPresent(missing -> headers.set(StrategyFiles.MISSING_STYLES, missing)))
                .body(files.bytes(form, paper.document(), style));
    }

    private static Logo logo(String base64) {
        if (base64.length() > Logo.MOST_BYTES / 3 * 4 + 4) {
            throw Logo.tooLarge("logo");
        }
        try {
            return Logo.read(new ByteArrayInputStream(Base64.getMimeDecoder().decode(base64)), "logo");
        } catch (IOException | IllegalArgumentException broken) {
            throw Failure.wrongUse(Sentence.of("papers.failure.logo-form", "logo"))
                    .at("logo");
        }
    }

    private static DocxTemplate style(String base64) {
        byte[] file;
        try {
            file = Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException broken) {
            throw Failure.wrongUse(Sentence.of("papers.failure.base64", "style"))
                    .at("style");
        }
        return DocxTemplate.read(file);
    }

    private static Map<String, String> typed(JsonNode body) {
        Map<String, String> typed = new LinkedHashMap<>();
        body.properties().forEach(one -> typed.put(one.getKey(), one.getValue().asString("")));
        return typed;
    }
}
