package org.salus.goals.api;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.salus.documents.Version;
import org.salus.documents.XlsxWriter;
import org.salus.frame.web.Address;
import org.salus.framework.Wording;
import org.salus.goals.Chain;
import org.salus.goals.GoalsAnswers;
import org.salus.goals.Logframe;
import org.salus.goals.LogframeAnswers;
import org.salus.goals.LogframeBrought;
import org.salus.goals.LogframeForm;
import org.salus.goals.LogframePreview;
import org.salus.goals.LogframeTable;
import org.salus.goals.ResultsChain;
import org.salus.ledger.Item;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.workspace.api.Answers;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A logframe for other programs: its rows, the workbook to fill in, and what comes back. */
@RestController
@RequestMapping("/api/v1/workspaces/{id}/goals/{chain}/logframe")
final class LogframeApi {
    private static final String COLUMN = "column-";
    private static final String WORD = "word-";

    private final Workspaces workspaces;

    LogframeApi(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    /** The rows. */
    @GetMapping
    ResponseEntity<byte[]> rows(@PathVariable String id, @PathVariable String chain, SignedIn reader, Wording wording) {
        View view = workspaces.get(id).view(reader.id());
        Item<ResultsChain> known = new GoalsAnswers(view, wording).chain(chain);
        return Answers.of(LogframeAnswers.rows(Logframe.of(Chain.of(view, known.id()), view), wording));
    }

    /** The workbook to fill in. */
    @GetMapping("/form")
    ResponseEntity<byte[]> form(@PathVariable String id, @PathVariable String chain, SignedIn reader, Wording wording) {
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        Item<ResultsChain> known = new GoalsAnswers(view, wording).chain(chain);
        String state = view.heads().isEmpty() ? "empty" : view.heads().first().brief();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(XlsxWriter.MEDIA_TYPE))
                .cacheControl(CacheControl.noStore())
                .body(LogframeForm.of(
                        Logframe.of(Chain.of(view, known.id()), view),
                        known.value().title(),
                        new Version(state, workspace.day(reader.id())),
                        wording));
    }

    /**
     * Brings a file in: our workbook, or a table whose columns are recognised by their headings, or marked. Updates what is known, doubles nothing, removes nothing.
     *
     * @param name of the file, for the history
     * @param preview only say what would change
     * @param asked also {@code table}, which of its tables; {@code column-CODE}, the heading that holds a column of ours; {@code word-WORD}, the level that a
     *     word of its stands for
     */
    @PostMapping
    ResponseEntity<byte[]> bring(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestBody byte[] file,
            @RequestParam(defaultValue = "logframe") String name,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestParam Map<String, String> asked,
            Address here,
            SignedIn reader,
            Wording wording) {
        here.without(asked.keySet().stream().filter(LogframeApi::isMark).toArray(String[]::new))
                .knowing("name", "preview", "table");
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        Item<ResultsChain> known = new GoalsAnswers(view, wording).chain(chain);
        LogframeBrought brought = LogframeBrought.of(LogframeTable.read(new ByteArrayInputStream(file), name), view)
                .marked(asked.getOrDefault("table", ""), below(COLUMN, asked), below(WORD, asked), view);
        LogframePreview found = brought.preview(view, Chain.of(view, known.id()), wording);
        Map<String, Object> told = new LinkedHashMap<>(LogframeAnswers.preview(found, wording));
        told.put("marks", LogframeAnswers.marks(brought));
        if (found.isRefused()) {
            return Answers.problem(422, "refused-by-rule", told);
        }
        return preview || found.edits().isEmpty()
                ? Answers.of(told)
                : Answers.told(brought.accept(workspace, reader.id(), found), entry -> {
                    told.put("entry", entry);
                    return told;
                });
    }

    private static boolean isMark(String name) {
        return name.startsWith(COLUMN) || name.startsWith(WORD);
    }

    /** What is asked under names that begin so, by what follows. */
    private static Map<String, String> below(String beginning, Map<String, String> asked) {
        Map<String, String> found = new LinkedHashMap<>();
        asked.forEach((name, words) -> {
            if (name.startsWith(beginning)) {
                found.put(name.substring(beginning.length()), words);
            }
        });
        return found;
    }
}
