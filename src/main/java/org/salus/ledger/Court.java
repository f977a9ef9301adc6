package org.salus.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.framework.CountryCodes;
import org.salus.ledger.Merge.Doubt;

/**
 * Judges entries that somebody brings in a copy, as if that person had written them here: what role and clearance would have allowed counts at once, all
 * else waits. What only owners may do always waits for an owner's word, because a name in a file proves nothing.
 */
final class Court {
    private final Graph graph;
    private final State now;
    private final Standing standing;
    private final Payloads here;
    private final Payloads brought;
    private final Contents contents;
    private final Visibility visibility;
    private final Map<Digest, Entry> fresh = new HashMap<>();
    private final Set<Digest> waiting = new HashSet<>();
    private final Set<Digest> admitted = new HashSet<>();
    private final Set<Digest> alsoErased = new HashSet<>();
    private final Optional<WorkspaceId> workspace;
    /** What is here and what was let through so far: what a further entry builds on. */
    private @Nullable Graph tried;

    /**
     * A court for one person.
     *
     * @param here the payloads that are kept here
     * @param brought those of the copy: what it does not hold it cannot replace either
     * @param workspace whose kinds' rules are to hold; empty where nothing is judged, only looked at
     */
    Court(
            Graph graph,
            State now,
            Standing standing,
            Payloads here,
            Payloads brought,
            Contents contents,
            Optional<WorkspaceId> workspace) {
        this.graph = graph;
        this.now = now;
        this.standing = standing;
        this.here = here;
        this.brought = brought;
        this.contents = contents;
        this.visibility = new Visibility(now, standing);
        this.workspace = workspace;
    }

    /** Takes an erasure as it comes. That is for copies: another copy can be made, and what was to be erased may be dangerous to somebody. */
    void obey(Entry erasure) {
        alsoErased.addAll(erasure.marks().erased());
    }

    /** Lets an entry count that has waited. */
    void admit(Entry entry) {
        admitted.add(entry.id());
    }

    /** Why an entry has to wait, if it has to. To be asked about parents before children. */
    Optional<Doubt> doubt(Entry entry) {
        fresh.put(entry.id(), entry);
        Optional<Doubt> doubt = doubtAboutMarks(entry.marks());
        for (Change change : entry.changes()) {
            if (doubt.isEmpty()) {
                doubt = doubt(entry, change);
            }
        }
        if (doubt.isEmpty()) {
            doubt = doubtAboutReason(entry);
        }
        if (doubt.isEmpty() && isAgainstRules(entry)) {
            doubt = Optional.of(Doubt.RULE);
        }
        if (doubt.isPresent()) {
            waiting.add(entry.id());
        } else {
            tried().add(List.of(entry), this::both);
        }
        return doubt;
    }

    private Graph tried() {
        Graph known = tried;
        if (known == null) {
            known = graph.onward();
            tried = known;
        }
        return known;
    }

    private Map<Digest, byte[]> both(Collection<Digest> wanted) {
        Map<Digest, byte[]> found = new HashMap<>(here.get(wanted));
        found.putAll(brought.get(wanted));
        return found;
    }

    /**
     * Whether the rule of a kind would refuse what an entry does, if whoever merges did it now: who may lock, approve or adopt is said there. It is asked on what
     * is here together with what the copy did before.
     */
    private boolean isAgainstRules(Entry entry) {
        List<Version> versions = entry.changes().stream()
                .filter(change -> !isErased(change.content()))
                .map(change -> version(entry, change))
                .filter(version -> version.content() != null)
                .toList();
        if (workspace.isEmpty() || versions.isEmpty()) {
            return false;
        }
        View view = View.of(workspace.get(), tried().present(), standing, contents);
        List<Edit> edits = new ArrayList<>();
        for (Version version : versions) {
            if (version.isRemoval()) {
                view.find(version.change().item()).map(Edit.Remove::new).ifPresent(edits::add);
            } else {
                edits.add(new Edit.Put(version.item(contents)));
            }
        }
        Reason reason = contents.reason(entry, both(entry.reason().map(Set::of).orElse(Set.of())))
                .orElse(Reason.EDIT);
        Kind.Step step = new Kind.Step(edits, reason);
        return edits.stream().anyMatch(edit -> switch (edit) {
            case Edit.Put put -> refuses(put.item(), view, step);
            case Edit.Remove remove -> refusesRemoving(remove.item(), view, step);
        });
    }

    private static <T extends Record> boolean refuses(Item<T> item, View view, Kind.Step step) {
        return item.kind().rule().refusals(item, view, step).stream()
                .anyMatch(refusal -> !item.kind().borne().test(refusal));
    }

    private static <T extends Record> boolean refusesRemoving(Item<T> item, View view, Kind.Step step) {
        return view.find(item.kind(), item.id())
                .filter(said ->
                        !item.kind().removal().refusals(said, view, step).isEmpty())
                .isPresent();
    }

    private Optional<Doubt> doubtAboutMarks(Marks marks) {
        if (marks.speakOfEntries()) {
            // To make others' entries wait or count is no business of who changes items.
            return Optional.of(Doubt.FOREIGN_MARKS);
        }
        return alsoErased.containsAll(marks.erased()) ? Optional.empty() : Optional.of(Doubt.UNPROVEN);
    }

    /**
     * Whoever may read what a step did may read its reason, and so a copy that contains the one contains the other. A reason that is not there, or belongs to
     * another step, is quoted.
     */
    private Optional<Doubt> doubtAboutReason(Entry entry) {
        Optional<Digest> reason = entry.reason().filter(digest -> !isErased(digest));
        if (reason.isEmpty() || entry.changes().isEmpty()) {
            return Optional.empty();
        }
        byte[] payload = brought.get(Set.of(reason.get())).get(reason.get());
        if (payload == null) {
            return Optional.of(Doubt.NOT_CONTAINED);
        }
        return Belonging.ofReason(entry).holds(payload) ? Optional.empty() : Optional.of(Doubt.NOT_UNDERSTOOD);
    }

    private Optional<Doubt> doubt(Entry entry, Change change) {
        if (change.replaces().stream().anyMatch(this::isAsleep)) {
            return Optional.of(Doubt.BUILDS_ON_WAITING);
        }
        if (!visibility.seesAll(others(entry, change.item()))) {
            return Optional.of(Doubt.WITHHELD);
        }
        if (isErased(change.content())) {
            return Optional.empty();
        }
        if (!isContained(change.content())) {
            return Optional.of(Doubt.NOT_CONTAINED);
        }
        Optional<Content> understood = understood(entry, change);
        if (understood.isEmpty()) {
            return Optional.of(Doubt.NOT_UNDERSTOOD);
        }
        Content content = understood.get();
        Role writer = writer(content);
        if (!standing.mayActAs(writer)) {
            return Optional.of(Doubt.ROLE);
        }
        if (writer == Role.OWNER) {
            return Optional.of(Doubt.UNPROVEN);
        }
        if (!standing.mayRead(content.sensitivity())) {
            return Optional.of(Doubt.SHUT_OUT);
        }
        if (!containsWhatItReplaces(change, content)) {
            return Optional.of(Doubt.NOT_CONTAINED);
        }
        return doubtOfOwners(entry, change, content)
                .or(() -> isOdd(entry, change, content) || isOutOfPlace(entry, change, content)
                        ? Optional.of(Doubt.ODD)
                        : Optional.empty());
    }

    /** Why a change is an owner's to make, if it is. */
    private Optional<Doubt> doubtOfOwners(Entry entry, Change change, Content content) {
        if (isLowering(change, content) || isReleasing(entry, change, content)) {
            return Optional.of(Doubt.LOWERED);
        }
        if (isNarrowing(entry, change, content)) {
            return Optional.of(Doubt.NARROWED);
        }
        return changesOthersWords(entry, change, content) ? Optional.of(Doubt.OTHERS_WORDS) : Optional.empty();
    }

    /** Whether it says what could not be typed in here: characters that cannot be shown, or a country nobody knows. What was said here before may go on to be. */
    private boolean isOdd(Entry entry, Change change, Content content) {
        if (content.removed()) {
            return false;
        }
        Version version = version(entry, change);
        List<Version> before = touched(entry, change);
        if (contents.unshowable(version.item(contents), before).isPresent()) {
            return true;
        }
        List<String> codes = contents.countries(version);
        if (codes.stream().allMatch(CountryCodes::isKnown)) {
            return false;
        }
        Set<String> earlier = new HashSet<>();
        Stream.concat(before.stream(), charters()).forEach(known -> earlier.addAll(contents.countries(known)));
        return !CountryCodes.unknown(codes, earlier).isEmpty();
    }

    /** Whether it begins where something else belongs. What was there before goes on to be. */
    private boolean isOutOfPlace(Entry entry, Change change, Content content) {
        return !content.removed()
                && touched(entry, change).isEmpty()
                && now.isOutOfPlace(version(entry, change).item(contents));
    }

    private Stream<Version> charters() {
        return now.items().values().stream()
                .flatMap(List::stream)
                .filter(version ->
                        version.content() != null && version.content().kind().equals(Charter.KIND.name()));
    }

    /** The versions that were here before and would no longer stand alone: those it replaces, and those it would stand beside. */
    private List<Version> touched(Entry entry, Change change) {
        List<Version> touched = new ArrayList<>(others(entry, change.item()));
        for (Digest id : change.replaces()) {
            Entry earlier = graph.entry(id);
            if (earlier != null) {
                earlier.change(change.item())
                        .map(before -> version(earlier, before))
                        .filter(version -> !version.isErased())
                        .ifPresent(touched::add);
            }
        }
        return touched;
    }

    private Version version(Entry entry, Change change) {
        Set<Digest> wanted = change.payloads().collect(Collectors.toSet());
        Map<Digest, byte[]> found = new HashMap<>(here.get(wanted));
        found.putAll(brought.get(wanted));
        return graph.version(entry, change, found);
    }

    private static List<Content> contents(List<Version> versions) {
        return versions.stream().map(Version::content).filter(Objects::nonNull).toList();
    }

    private boolean isReleasing(Entry entry, Change change, Content content) {
        return !content.removed()
                && !contents.isKeptHome(version(entry, change).item(contents))
                && touched(entry, change).stream()
                        .filter(version -> version.content() != null && !version.isRemoval())
                        .anyMatch(version -> contents.isKeptHome(version.item(contents)));
    }

    /** Whether somebody would no longer see what others wrote as well. */
    private boolean isNarrowing(Entry entry, Change change, Content content) {
        Audience audience = new Audience(this::meant, account -> now.organisationOf(account, contents));
        return audience.isNarrowed(
                        contents(touched(entry, change)).stream()
                                .map(Audience.Meant::of)
                                .toList(),
                        Audience.Meant.of(content))
                && !graph.isBy(standing.account(), change.item());
    }

    private List<Audience.Meant> meant(ItemId item) {
        List<Content> said = new ArrayList<>(contents(now.versions(item)));
        for (Entry entry : fresh.values()) {
            entry.change(item).flatMap(change -> said(entry, change)).ifPresent(said::add);
        }
        return said.stream().map(Audience.Meant::of).toList();
    }

    /** Whether it makes something else of somebody's own words, or removes them. */
    private boolean changesOthersWords(Entry entry, Change change, Content content) {
        return touched(entry, change).stream()
                .filter(before -> contents.isOthersVoice(before, standing.account()))
                .anyMatch(before -> content.removed() || !contents.saySame(before, version(entry, change)));
    }

    private boolean isAsleep(Digest entry) {
        return waiting.contains(entry) || (!graph.decided().counts(entry) && !admitted.contains(entry));
    }

    private boolean isErased(Digest payload) {
        return graph.isErased(payload) || alsoErased.contains(payload);
    }

    private boolean isContained(Digest payload) {
        return isErased(payload) || !brought.get(Set.of(payload)).isEmpty();
    }

    /** The versions in force beside the one that is judged. */
    private List<Version> others(Entry entry, ItemId item) {
        return now.versions(item).stream()
                .filter(version -> !version.isErased() && !version.entry().id().equals(entry.id()))
                .toList();
    }

    /** What a change says, if this program understands all of it and it fits what is here. */
    private Optional<Content> understood(Entry entry, Change change) {
        Version version =
                graph.version(entry, change, brought.get(change.payloads().toList()));
        return Optional.ofNullable(version.content())
                .filter(contents::understands)
                .filter(content -> version.cited().stream()
                        .allMatch(cited ->
                                cited.json() == null || contents.citation(cited).isPresent()))
                .filter(content -> others(entry, change.item()).stream()
                        .map(Version::content)
                        .allMatch(other -> other != null && other.kind().equals(content.kind())));
    }

    private Role writer(Content content) {
        return contents.kinds().find(content.kind()).orElseThrow().writer();
    }

    /** Nothing is taken away that the copy did not contain: no version, and no source of one. Nor is anything cited that nobody can look at. */
    private boolean containsWhatItReplaces(Change change, Content content) {
        Set<Digest> before = new HashSet<>();
        for (Change replaced : replaced(change)) {
            if (!isContained(replaced.content())) {
                return false;
            }
            before.addAll(replaced.citations());
        }
        Set<Digest> after = Set.copyOf(change.citations());
        return before.stream().allMatch(source -> content.removed() || after.contains(source) || isContained(source))
                && after.stream().allMatch(source -> before.contains(source) || isContained(source));
    }

    private List<Change> replaced(Change change) {
        return change.replaces().stream()
                .map(this::entry)
                .flatMap(entry -> entry.change(change.item()).stream())
                .toList();
    }

    private Entry entry(Digest id) {
        Entry known = graph.entry(id);
        return known == null ? Objects.requireNonNull(fresh.get(id)) : known;
    }

    /** Whether it would let somebody see an item who could not see what it replaces. */
    private boolean isLowering(Change change, Content content) {
        return change.replaces().stream()
                .map(this::entry)
                .flatMap(entry -> entry.change(change.item()).map(before -> said(entry, before)).stream())
                .flatMap(Optional::stream)
                .anyMatch(before -> !content.sensitivity()
                        .isAtLeastAsStrictAs(before.sensitivity(), account -> now.organisationOf(account, contents)));
    }

    private Optional<Content> said(Entry entry, Change change) {
        return Optional.ofNullable(version(entry, change).content());
    }

    // --- for who decides about entries that wait ---

    /** Whether this person may see everything an entry touches and says; if not, it is somebody else's to decide about. */
    boolean canRead(Entry entry) {
        return !entry.marks().speakOfEntries()
                && entry.changes().stream()
                        .allMatch(change -> visibility.seesAll(others(entry, change.item()))
                                && (isErased(change.content())
                                        || understood(entry, change)
                                                .filter(content -> standing.mayRead(content.sensitivity()))
                                                .isPresent()))
                && canReadErased(Set.copyOf(entry.marks().erased()));
    }

    private boolean canReadErased(Set<Digest> erased) {
        return erased.isEmpty()
                || graph.entries().stream()
                        .flatMap(entry -> entry.changes().stream())
                        .filter(change -> change.payloads().anyMatch(erased::contains))
                        .map(Change::item)
                        .distinct()
                        .allMatch(item -> visibility.sees(item)
                                || now.versions(item).stream().allMatch(Version::isErased));
    }

    /** The least role that may admit an entry; to be asked about what can be read. */
    Role needed(Entry entry) {
        Role needed = entry.marks().erased().isEmpty() ? Role.EDITOR : Role.OWNER;
        for (Change change : entry.changes()) {
            Role role = understood(entry, change)
                    .map(content ->
                            doubtOfOwners(entry, change, content).isPresent() || isOutOfPlace(entry, change, content)
                                    ? Role.OWNER
                                    : writer(content))
                    .orElse(needed);
            needed = role.isAtLeast(needed) ? role : needed;
        }
        return needed;
    }
}
