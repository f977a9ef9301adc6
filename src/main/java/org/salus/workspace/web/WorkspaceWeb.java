package org.salus.workspace.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Layouts;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.Role;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.workspace.Answer;
import org.salus.workspace.Contribution;
import org.salus.workspace.Faces;
import org.salus.workspace.PrivateLayers;
import org.springframework.security.web.csrf.CsrfToken;

/** What every page of a workspace needs: the workspace as its reader may see it, its frame with the rail, names of people and items. */
public final class WorkspaceWeb {
    private final Workspaces workspaces;
    private final Faces faces;
    private final Layouts layouts;

    public WorkspaceWeb(Workspaces workspaces, Faces faces, Layouts layouts) {
        this.workspaces = workspaces;
        this.faces = faces;
        this.layouts = layouts;
    }

    Layouts layouts() {
        return layouts;
    }

    public Workspaces workspaces() {
        return workspaces;
    }

    public Faces faces() {
        return faces;
    }

    /**
     * A workspace opened by somebody.
     *
     * @throws org.salus.ledger.UnknownWorkspace if there is none that this reader may open
     */
    public Opened open(String id, SignedIn reader, Wording wording) {
        Workspace workspace = workspaces.get(id);
        return new Opened(workspace, workspace.view(reader.id()), reader, wording, faces, layouts);
    }

    /** What rooms tell beside an item today, to whoever opened the workspace. */
    public List<Contribution.Beside> besides(Opened opened, ItemId item) {
        return besides(opened, List.of(item)).getOrDefault(item, List.of());
    }

    /** The same beside each of several items. Private layers are looked for once at most. */
    public Map<ItemId, List<Contribution.Beside>> besides(Opened opened, List<ItemId> items) {
        List<List<View>> found = new ArrayList<>();
        LocalDate day = LocalDate.now(Clock.systemUTC());
        Map<ItemId, List<Contribution.Beside>> besides = new LinkedHashMap<>();
        for (ItemId item : items) {
            besides.put(
                    item,
                    faces.besides(
                            opened.view(),
                            () -> {
                                if (found.isEmpty()) {
                                    found.add(PrivateLayers.of(
                                            opened.workspace().id(),
                                            opened.reader().id(),
                                            workspaces));
                                }
                                return found.getFirst();
                            },
                            item,
                            day));
        }
        return besides;
    }

    /** A workspace as one reader sees it on one page. */
    public record Opened(
            Workspace workspace, View view, SignedIn reader, Wording wording, Faces faces, Layouts layouts) {
        /** Where the workspace is. */
        public String path() {
            return "/workspaces/" + workspace.id();
        }

        /** Where something of the workspace is. */
        public String path(String below) {
            return below.isEmpty() ? path() : path() + "/" + below;
        }

        /** The frame of a page of this workspace. */
        public Layout layout(Address here, String title) {
            List<Layout.Shelf> rail = new ArrayList<>();
            rail.add(new Layout.Shelf(
                    view.charter().name(), List.of(new Layout.Link(wording.say("workspace.rail.overview"), path()))));
            faces.stretches()
                    .forEach((stretch, places) -> rail.add(new Layout.Shelf(
                            wording.say(stretch.label()),
                            places.stream()
                                    .map(place -> new Layout.Link(wording.say(place.label()), path(place.path())))
                                    .toList())));
            rail.add(new Layout.Shelf(
                    wording.say("workspace.rail.kept"),
                    Stream.of("sources", "history", "copies", "members")
                            .map(own -> new Layout.Link(wording.say("workspace.rail." + own), path(own)))
                            .toList()));
            Layout layout = layouts.of(wording, here, title)
                    .under(wording.say("workspace.list.title"), "/workspaces")
                    .withRail(rail)
                    .asking(path("now"));
            return here.path().equals(path())
                    ? layout
                    : layout.under(view.charter().name(), path());
        }

        /** The frame of a page on which something can be edited. */
        public Layout layout(Address here, String title, CsrfToken token) {
            return layout(here, title)
                    .withEditing(new Layout.Editing(path(), token.getParameterName(), token.getToken()));
        }

        /** Whether the reader may write what this role may write, and anything can be written here at all. */
        public boolean mayWrite(Role least) {
            return view.standing().mayActAs(least) && workspace.whyReadOnly().isEmpty();
        }

        /** What to call somebody here. */
        public String name(AccountId account) {
            return Faces.name(account, view, wording);
        }

        /** What to call whoever gave an answer: whom it names, and where it names nobody, who wrote it last. */
        public String name(Answer answer, ItemId id) {
            return answer.by()
                    .or(() -> workspace.history(reader.id()).of(id, 1, Optional.empty()).stream()
                            .findFirst()
                            .map(step -> step.by().author()))
                    .map(this::name)
                    .orElse("");
        }

        /** When an item was last changed; empty if nothing tells. */
        public Optional<Instant> lastTouched(ItemId id) {
            return workspace.history(reader.id()).of(id, 1, Optional.empty()).stream()
                    .findFirst()
                    .map(step -> step.by().at());
        }

        /** What to call an item. */
        public String title(ItemId item) {
            return faces.title(item, view, wording);
        }

        /** The items of a kind, by their names: what a field that names another item may be set to. */
        public List<Item<?>> choices(Kind<?> kind) {
            return view.list(kind).stream()
                    .<Item<?>>map(item -> item)
                    .sorted(Comparator.comparing((Item<?> item) -> title(item.id()), String.CASE_INSENSITIVE_ORDER)
                            .thenComparing(Item::id))
                    .toList();
        }

        /** What this state is called where an answer names its source. */
        public String state() {
            return view.heads().isEmpty() ? "" : view.heads().first().brief();
        }
    }
}
