package org.salus.workspace.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Copy;
import org.salus.ledger.Digest;
import org.salus.ledger.Item;
import org.salus.ledger.Member;
import org.salus.ledger.Merge;
import org.salus.ledger.Role;
import org.salus.ledger.View;
import org.salus.people.SignedIn;
import org.salus.workspace.BroughtCopy;
import org.salus.workspace.WaitingStep;
import org.salus.workspace.web.WorkspaceWeb.Opened;
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

/** Copies that travel: made for a member, brought back, looked at, merged; and what waits for an editor after that. */
@Controller
final class CopyPages implements AutoCloseable {
    /** Of all copies that are looked at together. */
    private static final long MOST_BYTES = 2_000_000_000;

    private final WorkspaceWeb web;
    private final Shelf<BroughtCopy> shelf = new Shelf<>(InstantSource.system(), MOST_BYTES, BroughtCopy::close);

    CopyPages(WorkspaceWeb web) {
        this.web = web;
    }

    /** Where copies are made, brought and decided about. */
    record Copies(
            Layout layout,
            Opened opened,
            List<Item<Member>> members,
            boolean mayMakeForOthers,
            boolean mayMerge,
            List<WaitingStep> waiting,
            int shortest,
            boolean isLayer,
            CsrfToken token) {
        /** When its author says that a step was made. */
        String when(WaitingStep step) {
            return When.said(step.at(), layout.wording());
        }
    }

    /** What merging would do. */
    record Preview(
            Layout layout,
            Opened opened,
            Merge.Report report,
            List<String> touched,
            String id,
            String label,
            boolean isTravelEdition,
            CsrfToken token) {
        /** How often each doubt was met. */
        Map<Merge.Doubt, Long> doubts() {
            return report.waiting().values().stream()
                    .collect(java.util.stream.Collectors.groupingBy(
                            doubt -> doubt, java.util.TreeMap::new, java.util.stream.Collectors.counting()));
        }
    }

    @GetMapping("/workspaces/{id}/copies")
    ModelAndView list(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        boolean isEditor = opened.view().standing().mayActAs(Role.EDITOR);
        return new ModelAndView(
                "workspace/web/copies",
                Map.of(
                        "page",
                        new Copies(
                                opened.layout(here, wording.say("workspace.copies.title")),
                                opened,
                                opened.view().list(Member.KIND),
                                isEditor,
                                opened.view().standing().mayActAs(Role.CONTRIBUTOR),
                                isEditor
                                        ? WaitingStep.list(opened.workspace(), reader.id(), opened.faces(), wording)
                                        : List.of(),
                                Copy.SHORTEST_PASSPHRASE,
                                opened.view().charter().layerOf().isPresent(),
                                token)));
    }

    @StandsOn("/workspaces/{id}/copies")
    @PostMapping("/workspaces/{id}/copies")
    ResponseEntity<byte[]> make(
            @PathVariable String id,
            @RequestParam("for") Optional<String> madeFor,
            @RequestParam(defaultValue = "no") String travel,
            @RequestParam String passphrase,
            Wording wording,
            SignedIn reader)
            throws IOException {
        Opened opened = web.open(id, reader, wording);
        Copy.Form form = travel.equals("yes") ? Copy.Form.TRAVEL : Copy.Form.USUAL;
        AccountId whose = madeFor.map(HistoryPages::itemId)
                .map(item -> new AccountId(item.value()))
                .orElse(reader.id());
        Path folder = Files.createTempDirectory("salus-copy");
        try {
            Path file = folder.resolve("workspace.salus");
            Copy.make(opened.workspace(), reader.id(), whose, form, passphrase.toCharArray(), file);
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(fileName(opened))
                                    .build()
                                    .toString())
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .body(Files.readAllBytes(file));
        } finally {
            delete(folder);
        }
    }

    /** The name of a copy says nothing about what is in it. */
    private static String fileName(Opened opened) {
        return "workspace-" + opened.state() + ".salus";
    }

    @PostMapping("/workspaces/{id}/copies/brought")
    ResponseEntity<Void> bring(
            @PathVariable String id,
            @RequestParam("file") MultipartFile file,
            @RequestParam String passphrase,
            Wording wording,
            SignedIn reader)
            throws IOException {
        Opened opened = web.open(id, reader, wording);
        BroughtCopy what = BroughtCopy.of(
                Optional.ofNullable(file.getOriginalFilename()).orElse(""), passphrase, file::transferTo);
        try {
            // Opened once at once, so that a wrong passphrase is told where it was typed.
            what.open(copy -> Merge.preview(opened.workspace(), copy, reader.id()));
        } catch (RuntimeException failed) {
            what.close();
            throw failed;
        }
        String key = shelf.put(reader, opened.workspace().id(), what, what.bytes());
        return WorkspacePages.to(opened.path("copies/brought/" + key));
    }

    @GetMapping("/workspaces/{id}/copies/brought/{key}")
    ModelAndView preview(
            @PathVariable String id,
            @PathVariable String key,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        BroughtCopy what = shelf.get(key, reader, opened.workspace().id());
        return what.open(copy -> {
            Merge.Report report = Merge.preview(opened.workspace(), copy, reader.id());
            return new ModelAndView(
                    "workspace/web/merge",
                    Map.of(
                            "page",
                            new Preview(
                                    opened.layout(here, wording.say("workspace.merge.title"))
                                            .under(wording.say("workspace.copies.title"), opened.path("copies")),
                                    opened,
                                    report,
                                    titles(opened, report, copied(copy, opened)),
                                    key,
                                    what.label(),
                                    copy.about().isTravelEdition(),
                                    token)));
        });
    }

    /** What the copy says, to whom it was made for: whoever opens it by its passphrase may read that. */
    private View copied(Copy copy, Opened opened) {
        return copy.workspaces(web.faces().kinds(), InstantSource.system())
                .get(opened.workspace().id().toString())
                .view(copy.about().madeFor());
    }

    /** The items that would change, by the names they have here; those that are new, by their names in the copy. */
    private static List<String> titles(Opened opened, Merge.Report report, View copied) {
        return report.touched().stream()
                .flatMap(item -> Stream.of(opened.view(), copied)
                        .filter(view -> view.find(item).isPresent())
                        .map(view -> opened.faces().title(item, view, opened.wording()))
                        .limit(1))
                .sorted()
                .toList();
    }

    @PostMapping("/workspaces/{id}/copies/brought/{key}/merge")
    ResponseEntity<Void> merge(@PathVariable String id, @PathVariable String key, Wording wording, SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        BroughtCopy what = shelf.get(key, reader, opened.workspace().id());
        what.open(copy -> Merge.merge(opened.workspace(), copy, reader.id(), what.label()));
        shelf.end(key, reader, opened.workspace().id());
        Opened after = web.open(id, reader, wording);
        return WorkspacePages.to(after.path(after.view().conflicts().isEmpty() ? "history" : "conflicts"));
    }

    @PostMapping("/workspaces/{id}/copies/brought/{key}/forget")
    ResponseEntity<Void> forget(@PathVariable String id, @PathVariable String key, Wording wording, SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        shelf.end(key, reader, opened.workspace().id());
        return WorkspacePages.to(opened.path("copies"));
    }

    @StandsOn("/workspaces/{id}/copies")
    @PostMapping("/workspaces/{id}/copies/decisions")
    ResponseEntity<Void> decide(
            @PathVariable String id,
            @RequestParam List<String> entry,
            @RequestParam String decision,
            @RequestParam(defaultValue = "") String why,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        List<Digest> entries = entry.stream().map(HistoryPages::digest).toList();
        boolean admits = decision.equals("admit");
        if (!admits && !decision.equals("refuse")) {
            throw Failure.wrongUse(Sentence.of("workspace.decision.unknown", decision));
        }
        Outcomes.check(
                opened,
                opened.workspace()
                        .decide(reader.id(), admits ? entries : List.of(), admits ? List.of() : entries, why.strip()));
        return WorkspacePages.to(opened.path("copies"));
    }

    /** What is still looked at when the program ends is not left behind. */
    @Override
    public void close() {
        shelf.close();
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            folder.toFile().deleteOnExit();
        }
    }
}
