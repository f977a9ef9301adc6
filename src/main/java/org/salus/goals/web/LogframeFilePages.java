package org.salus.goals.web;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.salus.documents.Version;
import org.salus.documents.XlsxWriter;
import org.salus.frame.web.Address;
import org.salus.frame.web.StandsOn;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.goals.Logframe;
import org.salus.goals.LogframeBrought;
import org.salus.goals.LogframeColumn;
import org.salus.goals.LogframeDocument;
import org.salus.goals.LogframeForm;
import org.salus.goals.LogframeLevel;
import org.salus.goals.LogframeMapping;
import org.salus.goals.LogframePreview;
import org.salus.goals.LogframeTable;
import org.salus.goals.TypedBlock;
import org.salus.goals.web.GoalsFrame.Seen;
import org.salus.ledger.Outcome;
import org.salus.people.SignedIn;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.SentFile;
import org.salus.workspace.web.Shelf;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What comes into a logframe from outside: pasted, in our own workbook, or in somebody's table. Looked at first, then taken as one step that can be undone. */
@Controller
final class LogframeFilePages {
    private static final long MOST_BYTES = 16L << 20;

    private final GoalsFrame frame;
    private final Shelf<LogframeBrought> shelf = Shelf.ofRows(InstantSource.system());

    LogframeFilePages(GoalsFrame frame) {
        this.frame = frame;
    }

    /** The workbook to take along. */
    @GetMapping("/workspaces/{id}/goals/{chain}/logframe/form.xlsx")
    ResponseEntity<byte[]> form(
            @PathVariable String id,
            @PathVariable String chain,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.place", wording, here, reader, token);
        byte[] file = LogframeForm.of(
                Logframe.of(seen.chain(), seen.opened().view()),
                seen.title(),
                new Version(seen.state(), seen.opened().workspace().day(reader.id())),
                wording);
        return file("logframe-" + seen.state() + ".xlsx", XlsxWriter.MEDIA_TYPE, file);
    }

    /** The logframe as a document for Word. */
    @GetMapping("/workspaces/{id}/goals/{chain}/logframe.docx")
    ResponseEntity<byte[]> document(
            @PathVariable String id,
            @PathVariable String chain,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.place", wording, here, reader, token);
        byte[] file = LogframeDocument.of(
                seen.logframe(),
                seen.opened().view().charter().name(),
                new Version(seen.state(), seen.opened().workspace().day(reader.id())),
                wording);
        return file("logframe-" + seen.state() + ".docx", LogframeDocument.MEDIA_TYPE, file);
    }

    static ResponseEntity<byte[]> file(String name, String type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(bytes);
    }

    /**
     * Looks at a pasted block.
     *
     * @param column in which it begins
     * @param rows keys of the rows it is put over, one a line
     * @param onwards whether it goes on over the rows that follow the last of these, which another page shows
     */
    @PostMapping("/workspaces/{id}/goals/{chain}/logframe/pasted")
    ResponseEntity<Void> paste(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestParam String text,
            @RequestParam String column,
            @RequestParam(defaultValue = "") String rows,
            @RequestParam(defaultValue = "false") boolean onwards,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = writing(id, chain, wording, here, reader, token);
        List<String> keys = new ArrayList<>(rows.lines().toList());
        if (onwards && !keys.isEmpty()) {
            keys.addAll(Logframe.of(seen.chain(), seen.opened().view())
                    .after(keys.getLast())
                    .orElseThrow(() -> Failure.wrongUse(Sentence.of("goals.logframe.failure.moved"))));
        }
        return look(seen, LogframeBrought.pasted(TypedBlock.lines(text, LogframePages.column(column), keys)));
    }

    /** Looks at a file. */
    @StandsOn("/workspaces/{id}/goals/{chain}/logframe")
    @PostMapping("/workspaces/{id}/goals/{chain}/logframe/brought")
    ResponseEntity<Void> bring(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestParam("file") MultipartFile file,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = writing(id, chain, wording, here, reader, token);
        LogframeTable.Sheets sheets = SentFile.read(file, MOST_BYTES, LogframeTable::read);
        return look(seen, LogframeBrought.of(sheets, seen.opened().view()));
    }

    private Seen writing(String id, String chain, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        return frame.see(id, chain, "goals.logframe.brought.title", wording, here, reader, token)
                .toWrite();
    }

    private ResponseEntity<Void> look(Seen seen, LogframeBrought brought) {
        int rows = brought.file()
                .map(file -> file.tables().stream()
                        .mapToInt(table -> table.rows().size())
                        .sum())
                .orElse(0);
        String key = shelf.put(
                seen.opened().reader(),
                seen.opened().workspace().id(),
                brought,
                rows + brought.lines().size());
        return GoalsEdits.to(seen.path("logframe/brought/" + key));
    }

    /**
     * What is looked at.
     *
     * @param words for levels in the table, each with what it is taken for
     */
    record Looking(
            Seen seen,
            LogframeBrought brought,
            LogframePreview preview,
            Map<String, Optional<LogframeLevel>> words,
            String here) {
        List<LogframeColumn> columns() {
            return Arrays.stream(LogframeColumn.values())
                    .filter(column -> column != LogframeColumn.NUMBER)
                    .toList();
        }

        List<LogframeLevel> levels() {
            return List.of(LogframeLevel.values());
        }
    }

    @GetMapping("/workspaces/{id}/goals/{chain}/logframe/brought/{key}")
    ModelAndView looking(
            @PathVariable String id,
            @PathVariable String chain,
            @PathVariable String key,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.logframe.brought.title", wording, here, reader, token);
        LogframeBrought brought =
                shelf.get(key, reader, seen.opened().workspace().id());
        return GoalsPages.page(
                "brought",
                new Looking(
                        seen,
                        brought,
                        brought.preview(seen.opened().view(), seen.chain(), wording),
                        brought.isForeign() ? brought.mapping().words(brought.chosen()) : Map.of(),
                        seen.path("logframe/brought/" + key)));
    }

    /** Takes over which table was chosen and what was said about its columns and words, and looks again. */
    @PostMapping("/workspaces/{id}/goals/{chain}/logframe/brought/{key}")
    ResponseEntity<Void> choose(
            @PathVariable String id,
            @PathVariable String chain,
            @PathVariable String key,
            @RequestParam Map<String, String> form,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = writing(id, chain, wording, here, reader, token);
        shelf.change(key, reader, seen.opened().workspace().id(), before -> {
            Optional<LogframeTable.Sheets> file = before.file();
            if (file.isEmpty()) {
                return before;
            }
            String chosen = form.getOrDefault("table", "0");
            if (!chosen.matches("\\d{1,4}")
                    || Integer.parseInt(chosen) >= file.get().tables().size()) {
                throw Failure.wrongUse(Sentence.of("frame.problem.value", "table", chosen));
            }
            int table = Integer.parseInt(chosen);
            LogframeTable next = file.get().tables().get(table);
            return LogframeBrought.of(
                    file.get(),
                    table,
                    table == before.table()
                            ? mapping(form, before)
                            : LogframeMapping.of(
                                    next, file.get().name(), seen.opened().view()));
        });
        return GoalsEdits.to(seen.path("logframe/brought/" + key + "#preview"));
    }

    private static LogframeMapping mapping(Map<String, String> form, LogframeBrought before) {
        Map<LogframeColumn, String> columns = new EnumMap<>(LogframeColumn.class);
        for (LogframeColumn column : LogframeColumn.values()) {
            String heading = form.getOrDefault("column-" + column.code(), "");
            if (before.chosen().headings().contains(heading)) {
                columns.put(column, heading);
            }
        }
        Map<String, LogframeLevel> levels = new TreeMap<>();
        List<String> words =
                new ArrayList<>(before.mapping().words(before.chosen()).keySet());
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).strip().toLowerCase(Locale.ROOT);
            Term.find(LogframeLevel.class, form.getOrDefault("word-" + i, ""))
                    .ifPresent(level -> levels.put(word, level));
        }
        return new LogframeMapping(before.mapping().name(), columns, levels);
    }

    @PostMapping("/workspaces/{id}/goals/{chain}/logframe/brought/{key}/accept")
    ResponseEntity<Void> accept(
            @PathVariable String id,
            @PathVariable String chain,
            @PathVariable String key,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = writing(id, chain, wording, here, reader, token);
        LogframeBrought brought =
                shelf.get(key, reader, seen.opened().workspace().id());
        LogframePreview preview = brought.preview(seen.opened().view(), seen.chain(), wording);
        if (!preview.edits().isEmpty()) {
            Outcome outcome = brought.accept(seen.opened().workspace(), reader.id(), preview);
            Outcomes.check(seen.opened(), outcome);
            shelf.end(key, reader, seen.opened().workspace().id());
        }
        return GoalsEdits.to(LogframePages.rowAt(seen, brought.firstKey()));
    }

    @PostMapping("/workspaces/{id}/goals/{chain}/logframe/brought/{key}/forget")
    ResponseEntity<Void> forget(
            @PathVariable String id,
            @PathVariable String chain,
            @PathVariable String key,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = writing(id, chain, wording, here, reader, token);
        LogframeBrought brought =
                shelf.get(key, reader, seen.opened().workspace().id());
        shelf.end(key, reader, seen.opened().workspace().id());
        return GoalsEdits.to(LogframePages.rowAt(seen, brought.firstKey()));
    }
}
