package org.salus.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A workspace in one state as one reader may see it. Pages, API, documents, findings and counts are made from views and from nothing else. Immutable;
 * safe for use by several threads.
 */
public final class View {
    private final WorkspaceId workspace;
    private final State state;
    private final Standing standing;
    private final Contents contents;
    private final Predicate<Version> filter;
    private volatile @Nullable Everything everything;

    private View(WorkspaceId workspace, State state, Standing standing, Contents contents, Predicate<Version> filter) {
        this.workspace = workspace;
        this.state = state;
        this.standing = standing;
        this.contents = contents;
        this.filter = filter;
    }

    /** The present state. */
    static View of(WorkspaceId workspace, State now, Standing standing, Contents contents) {
        Visibility visibility = new Visibility(now, standing);
        return new View(
                workspace,
                now,
                standing,
                contents,
                version -> visibility.sees(version.change().item()));
    }

    /** An earlier state, for a reader of today. */
    static View of(WorkspaceId workspace, State then, State now, Standing standing, Contents contents) {
        Visibility today = new Visibility(now, standing);
        return new View(workspace, then, standing, contents, today::sees);
    }

    /** What is costly to collect and not needed to look at one item. */
    private record Everything(Map<ItemId, List<Version>> items, Map<String, List<ItemId>> byKind, boolean withheld) {}

    private Everything everything() {
        Everything known = everything;
        if (known == null) {
            Map<ItemId, List<Version>> items = HashMap.newHashMap(state.items().size());
            Map<String, List<ItemId>> byKind = new HashMap<>();
            boolean withheld = false;
            // Loops, since somebody who has just opened a large workspace waits for this.
            for (Map.Entry<ItemId, List<Version>> item : state.items().entrySet()) {
                List<Version> versions = inForce(item.getValue());
                Version said = null;
                boolean isSeen = true;
                for (Version version : versions) {
                    isSeen = isSeen && filter.test(version);
                    said = said == null && !version.isRemoval() ? version : said;
                }
                withheld |= !isSeen;
                if (isSeen && said != null) {
                    items.put(item.getKey(), versions);
                    byKind.computeIfAbsent(kindOf(said), kind -> new ArrayList<>())
                            .add(item.getKey());
                }
            }
            byKind.values().forEach(ids -> ids.sort(Comparator.naturalOrder()));
            known = new Everything(items, byKind, withheld);
            everything = known;
        }
        return known;
    }

    /** The versions in force of an item that this reader may see; none if it is removed. */
    private List<Version> visible(ItemId id) {
        List<Version> versions = inForce(state.versions(id));
        return versions.stream().allMatch(filter) && versions.stream().anyMatch(version -> !version.isRemoval())
                ? versions
                : List.of();
    }

    private static List<Version> inForce(List<Version> versions) {
        for (Version version : versions) {
            if (version.isErased()) {
                return versions.stream().filter(each -> !each.isErased()).toList();
            }
        }
        return versions;
    }

    /** Whether nothing was ever said of that item, or all of it was erased: only then can a new item have this id. */
    public boolean knowsNothingOf(ItemId id) {
        return inForce(state.versions(id)).isEmpty();
    }

    /** Whether something stands under that id of which not a word is here, as of what a copy left out. */
    public boolean isLeftOut(ItemId id) {
        List<Version> versions = inForce(state.versions(id));
        return !versions.isEmpty() && versions.stream().allMatch(version -> version.content() == null);
    }

    /** Whether there is an item of that id, perhaps removed, and this reader may know of it. */
    boolean seesAll(ItemId id) {
        List<Version> versions = inForce(state.versions(id));
        return !versions.isEmpty() && versions.stream().allMatch(filter);
    }

    public WorkspaceId workspace() {
        return workspace;
    }

    /** The reader. */
    public Standing standing() {
        return standing;
    }

    /** The newest entries of this state: what an answer made from this view names as its source. */
    public SortedSet<Digest> heads() {
        return state.heads();
    }

    /** What the workspace is about. */
    public Charter charter() {
        return find(Charter.KIND, new ItemId(workspace.value()))
                .map(Item::value)
                .orElse(new Charter("", List.of(), "", "", Optional.empty()));
    }

    /** Whether there are items this reader may not see. No door asks: nobody is told that something is kept from them, nor that nothing is. */
    boolean isSomethingWithheld() {
        return everything().withheld();
    }

    /** All items of a kind, in the order they were first made. An item in conflict is given in one of its versions. */
    public <T extends Record> List<Item<T>> list(Kind<T> kind) {
        List<Item<T>> found = new ArrayList<>();
        Everything all = everything();
        for (ItemId id : all.byKind().getOrDefault(kind.name(), List.of())) {
            // What is there was filtered once already.
            item(all.items().getOrDefault(id, List.of()))
                    .filter(item -> kind.type().isInstance(item.value()))
                    .ifPresent(item -> found.add(as(kind, item)));
        }
        return List.copyOf(found);
    }

    /** The item of that id, if it is of that kind and this reader may see it. */
    public <T extends Record> Optional<Item<T>> find(Kind<T> kind, ItemId id) {
        return find(id).filter(item -> kind.type().isInstance(item.value())).map(item -> as(kind, item));
    }

    /**
     * The item of that id.
     *
     * @throws UnknownItem if there is none of that kind that this reader may see
     */
    public <T extends Record> Item<T> get(Kind<T> kind, ItemId id) {
        return find(kind, id).orElseThrow(() -> new UnknownItem(id));
    }

    private static <T extends Record> Item<T> as(Kind<T> kind, Item<?> item) {
        return new Item<>(
                item.id(),
                kind,
                item.sensitivity(),
                item.citations(),
                kind.type().cast(item.value()),
                item.basis());
    }

    /** The item of that id, whatever its kind, if this reader may see it. */
    public Optional<Item<?>> find(ItemId id) {
        return item(visible(id));
    }

    private Optional<Item<?>> item(List<Version> versions) {
        return versions.stream()
                .filter(version -> !version.isRemoval())
                .findFirst()
                .map(version -> shown(version).basedOn(entriesOf(versions)));
    }

    /** Every item this reader may see. */
    public Set<ItemId> ids() {
        return Collections.unmodifiableSet(everything().items().keySet());
    }

    /** Who has written the item as it stands, if that was one account and could be proven: a copy may say anything of who wrote what. */
    public Optional<AccountId> provenAuthor(ItemId id) {
        List<Entry> written = visible(id).stream().map(Version::entry).toList();
        return written.stream()
                .map(Entry::author)
                .findFirst()
                .filter(author -> written.stream()
                        .allMatch(entry -> entry.author().equals(author) && !state.isUnproven(entry.id())));
    }

    /** Whether the item has several versions that nobody has put together yet. */
    public boolean isInConflict(ItemId id) {
        return visible(id).size() > 1;
    }

    /** The items that have several versions, with them; a version without an item says that it was removed. */
    public Map<ItemId, List<Told>> conflicts() {
        Map<ItemId, List<Told>> found = new TreeMap<>();
        everything().items().forEach((id, versions) -> {
            if (versions.size() > 1) {
                found.put(id, told(versions));
            }
        });
        return found;
    }

    /** The versions of an item that are in force, removals as well; the caller has made sure that the reader may know. */
    List<Told> told(ItemId id) {
        return told(inForce(state.versions(id)));
    }

    private List<Told> told(List<Version> versions) {
        return versions.stream().map(this::told).toList();
    }

    Told told(Version version) {
        return new Told(
                new Told.By(
                        version.entry().id(),
                        version.entry().author(),
                        version.entry().at()),
                version.isRemoval() || version.content() == null ? Optional.empty() : Optional.of(shown(version)));
    }

    /** What a version says to this reader. */
    Item<?> shown(Version version) {
        return withoutHidden(version.item(contents));
    }

    /** The item without citations that lead to sources this reader may not see. */
    <T extends Record> Item<T> withoutHidden(Item<T> item) {
        return item.citations().stream().allMatch(this::shows)
                ? item
                : item.citing(item.citations().stream().filter(this::shows).toList());
    }

    /** Whether a citation may be told of: its source is there and seen. */
    boolean shows(Citation citation) {
        return !visible(citation.source()).isEmpty();
    }

    private static Set<Digest> entriesOf(List<Version> versions) {
        Set<Digest> entries = new HashSet<>();
        versions.forEach(version -> entries.add(version.entry().id()));
        return entries;
    }

    private String kindOf(Version version) {
        Content content = version.content();
        return content == null
                ? ""
                : contents.kinds()
                        .find(content.kind())
                        .filter(kind -> content.edition() <= kind.edition())
                        .map(Kind::name)
                        .orElse(Unfamiliar.KIND.name());
    }

    /**
     * What a view showed, without a word of it.
     *
     * @param erasures how much had been erased in the workspace by then
     */
    public record Extent(int erasures, Set<ItemId> items) {
        public Extent {
            items = Set.copyOf(items);
        }
    }

    /** What is kept beside something that was made of this view, to tell later whether it may still be shown. */
    public Extent extent() {
        return new Extent(state.erasures(), everything().items().keySet());
    }

    /** Whether nothing was erased in the workspace since an earlier view of it. */
    public boolean isBeforeErasuresAfter(Extent earlier) {
        return state.erasures() <= earlier.erasures();
    }

    /** Whether all that an earlier view of the same workspace showed may still be told to this reader: nothing was erased, and no item was removed or is kept from the reader now. */
    public boolean stillShows(Extent earlier) {
        return isBeforeErasuresAfter(earlier) && everything().items().keySet().containsAll(earlier.items());
    }

    /** What differs between an earlier view and this one, for the same reader. */
    public List<Difference> since(View earlier) {
        List<Difference> found = new ArrayList<>();
        Set<ItemId> all = new TreeSet<>(earlier.everything().items().keySet());
        all.addAll(everything().items().keySet());
        for (ItemId id : all) {
            List<Version> before = earlier.everything().items().getOrDefault(id, List.of());
            List<Version> after = everything().items().getOrDefault(id, List.of());
            if (!entriesOf(before).equals(entriesOf(after))) {
                Difference difference = new Difference(id, earlier.told(before), told(after));
                if (difference.isReal()) {
                    found.add(difference);
                }
            }
        }
        return List.copyOf(found);
    }

    State state() {
        return state;
    }
}
