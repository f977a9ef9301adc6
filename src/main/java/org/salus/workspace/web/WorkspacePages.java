package org.salus.workspace.web;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.framework.CountryCodes;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Charter;
import org.salus.ledger.Item;
import org.salus.ledger.NamedVersion;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.WorkspaceId;
import org.salus.people.Organisation;
import org.salus.people.SignedIn;
import org.salus.workspace.Comment;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The workspaces somebody may open, and the first page of each. */
@Controller
final class WorkspacePages {
    private static final int SHOWN_STEPS = 8;

    private final WorkspaceWeb web;

    WorkspacePages(WorkspaceWeb web) {
        this.web = web;
    }

    /** A workspace in the list. */
    record Entry(String href, String name, String countries, String role, int asking) {}

    /** A remark that asks the reader to look. */
    record Asking(String who, boolean isProven, String about, String text, String href) {}

    /** The list. */
    record Listed(Layout layout, List<Entry> entries, List<String> damaged, boolean mayFound, CsrfToken token) {}

    /** The first page of a workspace. */
    record Overview(
            Layout layout,
            Opened opened,
            Charter charter,
            String role,
            List<Asking> asking,
            List<HistoryPages.Line> recent,
            int conflicts,
            int waiting,
            List<Item<NamedVersion>> versions,
            Optional<Sentence> readOnly,
            boolean isCopy,
            boolean isTravelEdition,
            CsrfToken token) {
        boolean mayWrite() {
            return readOnly.isEmpty();
        }

        /** What kind of copy this is; whoever cannot change anything is not told what becomes of changes. */
        String ofTheCopy() {
            if (isTravelEdition) {
                return mayWrite() ? "workspace.overview.travel" : "workspace.overview.travel-read";
            }
            return mayWrite() ? "workspace.overview.copy" : "workspace.overview.copy-read";
        }

        /** Where what is loaded about its countries stands; an invented country has nothing there. */
        List<Layout.Link> evidence() {
            return charter.countries().stream()
                    .filter(CountryCodes::isAssigned)
                    .map(code -> new Layout.Link(
                            layout.wording().say("workspace.overview.evidence", CountryCodes.named(code)),
                            "/countries/" + code))
                    .toList();
        }
    }

    @GetMapping("/workspaces")
    ModelAndView list(Wording wording, Address here, SignedIn reader, CsrfToken token) {
        List<Entry> entries = web.workspaces().list(reader.id()).stream()
                // One whose charter is damaged has no name to open it by.
                .filter(view -> !view.charter().name().isEmpty())
                .map(view -> new Entry(
                        "/workspaces/" + view.workspace(),
                        view.charter().name(),
                        countries(view.charter()),
                        role(view, wording),
                        Comment.asking(view).size()))
                .toList();
        return new ModelAndView(
                "workspace/web/list",
                Map.of(
                        "page",
                        new Listed(
                                web.layouts().of(wording, here, wording.say("workspace.list.title")),
                                entries,
                                web
                                        .workspaces()
                                        .damaged(reader.id(), reader.account().administrator())
                                        .stream()
                                        .map(WorkspaceId::toString)
                                        .toList(),
                                !web.workspaces().isCopy(),
                                token)));
    }

    static String countries(Charter charter) {
        String list = charter.countries().stream().map(CountryCodes::named).collect(Collectors.joining(", "));
        return charter.region().isEmpty() ? list : charter.region() + ": " + list;
    }

    static String role(View view, Wording wording) {
        return view.standing().role().map(role -> wording.say(role.label())).orElse(wording.say("workspace.visitor"));
    }

    @StandsOn("/workspaces")
    @PostMapping("/workspaces")
    ResponseEntity<Void> found(
            @RequestParam String name,
            @RequestParam String countries,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String reformName,
            SignedIn reader) {
        List<String> codes = Arrays.stream(countries.split("[,;\\s]+", -1))
                .map(code -> code.strip().toUpperCase(Locale.ROOT))
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
        Workspace founded = web.workspaces()
                .found(
                        new Charter(name.strip(), codes, region.strip(), reformName.strip(), Optional.empty()),
                        reader.id(),
                        reader.account().name(),
                        reader.account().organisation().map(Organisation::id),
                        reader.account().organisation().map(Organisation::name).orElse(""));
        return to("/workspaces/" + founded.id());
    }

    static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }

    @GetMapping("/workspaces/{id}")
    ModelAndView overview(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        View view = opened.view();
        List<HistoryPages.Line> recent = HistoryPages.lines(
                opened, opened.workspace().history(reader.id()).list(SHOWN_STEPS, Optional.empty()));
        return new ModelAndView(
                "workspace/web/overview",
                Map.of(
                        "page",
                        new Overview(
                                opened.layout(here, view.charter().name(), token),
                                opened,
                                view.charter(),
                                role(view, wording),
                                Comment.asking(view).stream()
                                        .map(remark -> asking(opened, remark))
                                        .toList(),
                                recent,
                                view.conflicts().size(),
                                (int) recent.stream()
                                        .filter(HistoryPages.Line::isWaiting)
                                        .count(),
                                view.list(NamedVersion.KIND).reversed(),
                                opened.workspace().whyReadOnly(),
                                web.workspaces().isCopy(),
                                web.workspaces().isTravelEdition(),
                                token)));
    }

    private static Asking asking(Opened opened, Item<Comment> remark) {
        return new Asking(
                opened.name(remark.value().by()),
                Comment.isProven(
                        remark, opened.workspace().history(opened.reader().id())),
                opened.title(remark.value().about()),
                remark.value().text(),
                opened.path("items/" + remark.value().about() + "#remarks"));
    }
}
