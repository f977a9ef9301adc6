package org.salus.workspace.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Act;
import org.salus.ledger.Difference;
import org.salus.ledger.Digest;
import org.salus.ledger.History;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.NamedVersion;
import org.salus.ledger.Outcome;
import org.salus.ledger.View;
import org.salus.people.SignedIn;
import org.salus.workspace.Differing;
import org.salus.workspace.StepWords;
import org.salus.workspace.Steps;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who changed what, when and why; what differs between two states; taking steps back. */
@Controller
final class HistoryPages {
    private static final int SHOWN = 50;

    /** A file that was read touches hundreds of items; more than so many of them hide what was done. */
    private static final int SHOWN_TOUCHES = 5;

    /** Among so many of the newest steps the one that was chosen is looked for, to tell its time. */
    private static final int MOST_SEARCHED = 500;

    /** A page of the same workspace with what was chosen on it; nothing that leads up and out. */
    private static final Pattern BELOW = Pattern.compile("[a-z0-9/-]{1,200}(\\?[A-Za-z0-9=&%._+-]{0,500})?");

    private static final Pattern ITEM = Pattern.compile("items/([0-9a-f-]{36})(\\?.*)?");

    private final WorkspaceWeb web;

    HistoryPages(WorkspaceWeb web) {
        this.web = web;
    }

    /**
     * An item a step touched.
     *
     * @param mark what the step did to it, where the line does not say so by itself; may be empty
     */
    record Touch(String kind, String title, String href, boolean isRemoved, String mark) {
        private static final int LONGEST = 120;

        /** The title as far as a line of the history has room for it. */
        String brief() {
            return isCut() ? title.substring(0, title.offsetByCodePoints(0, LONGEST)) + "…" : title;
        }

        /** The whole title where the line does not show it. */
        @Nullable
        String whole() {
            return isCut() ? title : null;
        }

        private boolean isCut() {
            return title.codePointCount(0, title.length()) > LONGEST;
        }
    }

    /**
     * A step, in words.
     *
     * @param touched items, the first of them
     * @param more how many others
     * @param marks what keeps it from being what it says
     */
    record Line(
            String entry,
            String brief,
            String who,
            String when,
            String act,
            String why,
            List<Touch> touched,
            int more,
            List<String> marks,
            boolean isWaiting,
            boolean isRefused,
            int erased) {
        /** How many items the step touched: whoever takes it back takes all of them back. */
        int changes() {
            return touched.size() + more;
        }
    }

    /** A page of the history. */
    record Told(
            Layout layout,
            Opened opened,
            List<Line> lines,
            Optional<String> older,
            Optional<String> item,
            boolean mayUndo,
            boolean mayRedo,
            List<Item<NamedVersion>> versions,
            CsrfToken token) {}

    /** What differs between two states. */
    record Compared(
            Layout layout,
            Opened opened,
            String before,
            String after,
            List<Differing> differences,
            List<State> states) {}

    /** A state to choose from. */
    record State(String value, String label) {}

    static List<Line> lines(Opened opened, List<History.Step> steps) {
        Wording wording = opened.wording();
        List<Line> lines = new ArrayList<>();
        for (History.Step step : steps) {
            // What a workspace is founded with is no news beside that it was founded.
            List<History.Touched> touched =
                    step.why().filter(why -> why.act() == Act.FOUND).isPresent() ? List.of() : step.touched();
            StepWords words = StepWords.of(step);
            lines.add(new Line(
                    step.by().entry().toString(),
                    step.by().entry().brief(),
                    opened.name(step.by().author()),
                    When.said(step.by().at(), wording),
                    wording.say(words.act()),
                    step.why().map(why -> why.text()).orElse(""),
                    touched.stream()
                            .limit(SHOWN_TOUCHES)
                            .map(one -> touch(opened, one, words))
                            .toList(),
                    Math.max(0, touched.size() - SHOWN_TOUCHES),
                    StepWords.marks(step).stream().map(wording::say).toList(),
                    step.isWaiting(),
                    step.isRefused(),
                    step.erased()));
        }
        return lines;
    }

    private static Touch touch(Opened opened, History.Touched touched, StepWords words) {
        Wording wording = opened.wording();
        return new Touch(
                StepWords.shown(touched, opened.view())
                        .map(item -> wording.say(opened.faces().label(item.kind())))
                        .orElse(""),
                StepWords.title(touched, opened.view(), opened.faces(), wording),
                opened.path("items/" + touched.item()),
                touched.after().isEmpty(),
                words.mark(touched)
                        .map(mark -> wording.say("workspace.history.mark", mark))
                        .orElse(""));
    }

    @GetMapping("/workspaces/{id}/history")
    ModelAndView history(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        History history = opened.workspace().history(reader.id());
        Optional<ItemId> item = here.choice("item").map(HistoryPages::itemId);
        Optional<Digest> before = here.choice("before").map(HistoryPages::digest);
        List<History.Step> steps =
                item.isPresent() ? history.of(item.get(), SHOWN + 1, before) : history.list(SHOWN + 1, before);
        boolean more = steps.size() > SHOWN;
        List<History.Step> shown = more ? steps.subList(0, SHOWN) : steps;
        Steps own = Steps.of(reader.id(), history);
        return new ModelAndView(
                "workspace/web/history",
                Map.of(
                        "page",
                        new Told(
                                opened.layout(here, wording.say("workspace.history.title"), token),
                                opened,
                                lines(opened, shown),
                                more
                                        ? Optional.of(here.with(
                                                        "before",
                                                        shown.getLast().by().entry())
                                                .toString())
                                        : Optional.empty(),
                                item.map(opened::title),
                                own.toUndo().isPresent(),
                                own.toRedo().isPresent(),
                                opened.view().list(NamedVersion.KIND).reversed(),
                                token)));
    }

    @PostMapping("/workspaces/{id}/undo")
    ResponseEntity<Void> undo(
            @PathVariable String id,
            @RequestParam Optional<String> entry,
            @RequestParam Optional<String> back,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        Digest taken = entry.map(HistoryPages::digest)
                .or(() -> Steps.of(reader.id(), opened.workspace().history(reader.id()))
                        .toUndo())
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.undo.nothing")));
        return after(opened, opened.workspace().undo(reader.id(), taken), back);
    }

    @PostMapping("/workspaces/{id}/redo")
    ResponseEntity<Void> redo(
            @PathVariable String id, @RequestParam Optional<String> back, Wording wording, SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        Digest again = Steps.of(reader.id(), opened.workspace().history(reader.id()))
                .toRedo()
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.redo.nothing")));
        return after(opened, opened.workspace().undo(reader.id(), again), back);
    }

    @StandsOn("/workspaces/{id}/history")
    @PostMapping("/workspaces/{id}/versions")
    ResponseEntity<Void> name(@PathVariable String id, @RequestParam String name, Wording wording, SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        if (name.isBlank()) {
            throw Failure.wrongUse(Sentence.of("workspace.version.unnamed"));
        }
        return after(opened, opened.workspace().name(reader.id(), name.strip()), Optional.of("history"));
    }

    /** Back to where somebody was; only ever to a page of the same workspace. */
    private static ResponseEntity<Void> after(Opened opened, Outcome outcome, Optional<String> back) {
        Outcomes.check(opened, outcome);
        String below = back.filter(path -> BELOW.matcher(path).matches())
                .filter(path -> isThere(opened, path))
                .orElse("history");
        return WorkspacePages.to(opened.path(below));
    }

    /** An item whose making was taken back has no page any more. */
    private static boolean isThere(Opened opened, String path) {
        Matcher item = ITEM.matcher(path);
        if (!item.matches()) {
            return true;
        }
        try {
            return opened.workspace()
                    .view(opened.reader().id())
                    .find(ItemId.of(item.group(1)))
                    .isPresent();
        } catch (IllegalArgumentException none) {
            // The step is taken back already; where to go on is no reason to say that it failed.
            return false;
        }
    }

    @GetMapping("/workspaces/{id}/differences")
    ModelAndView differences(@PathVariable String id, Wording wording, Address here, SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        View now = opened.view();
        Map<String, SortedSet<Digest>> named = new LinkedHashMap<>();
        List<State> states = new ArrayList<>();
        states.add(new State("", wording.say("workspace.state.now")));
        now.list(NamedVersion.KIND).stream()
                .sorted(Comparator.comparing((Item<NamedVersion> item) -> item.id())
                        .reversed())
                .forEach(item -> {
                    named.put(item.id().toString(), item.value().heads());
                    states.add(new State(item.id().toString(), item.value().name()));
                });
        // Where nobody says from where on, the newest version with a name is compared with the present.
        String before = here.choice("before")
                .orElse(
                        states.size() > 1 && here.choice("after").isEmpty()
                                ? states.get(1).value()
                                : "");
        String after = here.choice("after").orElse("");
        Set<String> known = states.stream().map(State::value).collect(Collectors.toSet());
        // Most compare what is known by its name, and need no search for a step.
        if (!known.containsAll(List.of(before, after))) {
            opened.workspace().history(reader.id()).list(MOST_SEARCHED, Optional.empty()).stream()
                    .filter(step ->
                            List.of(before, after).contains(step.by().entry().toString())
                                    && known.add(step.by().entry().toString()))
                    .forEach(step -> states.add(new State(
                            step.by().entry().toString(), When.said(step.by().at(), wording))));
        }
        View earlier = at(opened, before, named);
        View later = at(opened, after, named);
        List<Difference> found = later.since(earlier);
        return new ModelAndView(
                "workspace/web/differences",
                Map.of(
                        "page",
                        new Compared(
                                opened.layout(here, wording.say("workspace.differences.title"))
                                        .under(wording.say("workspace.history.title"), opened.path("history")),
                                opened,
                                before,
                                after,
                                found.stream()
                                        .map(difference ->
                                                Differing.of(difference, earlier, later, opened.faces(), wording))
                                        .toList(),
                                states)));
    }

    /** A state by the id of a named version or of an entry; nothing is the present one. */
    private static View at(Opened opened, String chosen, Map<String, SortedSet<Digest>> named) {
        if (chosen.isEmpty()) {
            return opened.view();
        }
        SortedSet<Digest> heads = named.get(chosen);
        return opened.workspace()
                .view(opened.reader().id(), heads != null ? heads : new TreeSet<>(List.of(digest(chosen))));
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
