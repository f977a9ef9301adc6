package org.salus.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/** Decides whether an author may do what a proposal says, on the state that is in force at that moment. */
final class Judge {
    private final WorkspaceId workspace;
    private final Graph graph;
    private final State now;
    private final Payloads payloads;
    private final Contents contents;
    private final boolean inCopy;

    Judge(WorkspaceId workspace, Graph graph, State now, Payloads payloads, Contents contents, boolean inCopy) {
        this.workspace = workspace;
        this.graph = graph;
        this.now = now;
        this.payloads = payloads;
        this.contents = contents;
        this.inCopy = inCopy;
    }

    Graph graph() {
        return graph;
    }

    /** Whether this is a copy that travels. */
    boolean isInCopy() {
        return inCopy;
    }

    /** A court for what somebody brings. */
    Court court(Standing standing, Payloads brought) {
        return new Court(graph, now, standing, payloads, brought, contents, Optional.of(workspace));
    }

    Payloads payloads() {
        return payloads;
    }

    /** To put and remove items. */
    Judgement edits(View view, List<Edit> edits, Reason reason) {
        return edits(view, edits, Map.of(), reason);
    }

    /**
     * To put and remove items.
     *
     * @param restored older versions that are put again; what they cite is cited again, seen by the author or not
     */
    private Judgement edits(View view, List<Edit> edits, Map<ItemId, Version> restored, Reason reason) {
        if (edits.isEmpty()) {
            return refused("ledger.refusal.nothing-to-do");
        }
        if (reason.text().length() > Reason.LONGEST_TEXT) {
            return Judgement.No.because(Sentence.of("ledger.refusal.long-reason", Reason.LONGEST_TEXT));
        }
        Optional<String> unshowable = PlainText.unshowable(reason.text());
        if (unshowable.isPresent()) {
            return Judgement.No.because(Sentence.of("ledger.refusal.unshowable-reason", unshowable.get()));
        }
        Set<Sentence> refusals = new LinkedHashSet<>();
        List<Outcome.Clash> clashes = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        Salted fresh = new Salted();
        Set<ItemId> together = new HashSet<>();
        Set<ItemId> edited = new HashSet<>();
        Kind.Step step = new Kind.Step(edits, reason, restoredByAuthor(view, restored, reason));
        for (Edit edit : edits) {
            if (edit instanceof Edit.Put) {
                together.add(edit.item().id());
            }
        }
        for (Edit edit : edits) {
            Item<?> item = edit.item();
            List<Version> versions = inForce(item.id());
            if (!edited.add(item.id())) {
                refusals.add(Sentence.of("ledger.refusal.twice", item.id().toString()));
            } else if (!view.standing().mayActAs(item.kind().writer())) {
                refusals.add(
                        Sentence.of("ledger.refusal.role", item.kind().writer().label()));
            } else if (!versions.isEmpty() && !view.seesAll(item.id())) {
                clashes.add(new Outcome.Clash(item.id(), yours(view, edit), List.of()));
            } else if (!isSaidAgain(edit, versions) && !entriesOf(versions).equals(item.basis())) {
                clashes.add(new Outcome.Clash(item.id(), yours(view, edit), view.told(item.id())));
            } else {
                Cited cited = cited(view, versions, Optional.ofNullable(restored.get(item.id())));
                List<Sentence> against = switch (edit) {
                    case Edit.Put put -> againstPutting(view, put.item(), versions, cited, step, together);
                    case Edit.Remove remove -> againstRemoving(view, remove.item(), versions, step);
                };
                refusals.addAll(against);
                if (against.isEmpty()) {
                    changes.add(change(edit, versions, cited, fresh));
                }
            }
        }
        if (refusals.isEmpty() && clashes.isEmpty() && leavesNoOwner(edits)) {
            refusals.add(Sentence.of("ledger.refusal.last-owner"));
        }
        if (!refusals.isEmpty()) {
            return new Judgement.No(new Outcome.Refused(List.copyOf(refusals)));
        }
        return clashes.isEmpty()
                ? yes(changes, Marks.NONE, reason, fresh)
                : new Judgement.No(new Outcome.Conflicting(clashes));
    }

    /** Of what is put again, that which the author changed and takes back. It was judged when it was said; what never counted was not. */
    private Set<ItemId> restoredByAuthor(View view, Map<ItemId, Version> restored, Reason reason) {
        boolean isOwn = reason.about()
                .map(graph::entry)
                .filter(undone -> undone.author().equals(view.standing().account()))
                .isPresent();
        return isOwn
                ? restored.entrySet().stream()
                        .filter(again ->
                                graph.decided().counts(again.getValue().entry().id()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** An entry of its own. */
    Judgement yes(List<Change> changes, Marks marks, Reason reason, Salted fresh) {
        return yes(List.of(), changes, marks, reason, fresh);
    }

    /** An entry, and before it those of a copy. */
    Judgement yes(List<Entry> received, List<Change> changes, Marks marks, Reason reason, Salted fresh) {
        if (reason.equals(Reason.EDIT)) {
            return new Judgement.Yes(received, changes, marks, Optional.empty(), fresh);
        }
        return contents.writable(reason).isEmpty()
                ? Judgement.No.because(Sentence.of("ledger.refusal.unwritable"))
                : new Judgement.Yes(received, changes, marks, Optional.of(reason), fresh);
    }

    private static Optional<Item<?>> yours(View view, Edit edit) {
        return edit instanceof Edit.Put put ? Optional.of(view.withoutHidden(put.item())) : Optional.empty();
    }

    private List<Version> inForce(ItemId id) {
        return now.versions(id).stream().filter(version -> !version.isErased()).toList();
    }

    /**
     * Whether it begins anew what was taken away. Items whose id is made of what they say (the measurement of a day, what somebody judges an activity to be) could
     * never be said again otherwise.
     */
    private static boolean isSaidAgain(Edit edit, List<Version> versions) {
        return edit instanceof Edit.Put put
                && put.item().basis().isEmpty()
                && !versions.isEmpty()
                && versions.stream().allMatch(Version::isRemoval);
    }

    private static Set<Digest> entriesOf(List<Version> versions) {
        Set<Digest> entries = new HashSet<>();
        versions.forEach(version -> entries.add(version.entry().id()));
        return entries;
    }

    /**
     * The sources that the versions before an edit name.
     *
     * @param known those the author may cite again, by what they say; it is the same payload then
     * @param hidden those the author is not told of; nobody takes away a source by editing what stands beside it
     */
    private record Cited(Map<Citation, Digest> known, Set<Digest> hidden) {}

    private Cited cited(View view, List<Version> versions, Optional<Version> restored) {
        Cited cited = new Cited(new HashMap<>(), new LinkedHashSet<>());
        for (Version version : versions) {
            for (Version.Cited one : version.cited()) {
                Optional<Citation> shown = contents.citation(one).filter(view::shows);
                shown.ifPresent(citation -> cited.known().putIfAbsent(citation, one.digest()));
                if (shown.isEmpty() && !graph.isErased(one.digest())) {
                    cited.hidden().add(one.digest());
                }
            }
        }
        restored.ifPresent(version -> version.cited()
                .forEach(one -> contents.citation(one)
                        .ifPresentOrElse(
                                citation -> cited.known().put(citation, one.digest()),
                                () -> cited.hidden().add(one.digest()))));
        return cited;
    }

    private <T extends Record> List<Sentence> againstPutting(
            View view, Item<T> item, List<Version> versions, Cited cited, Kind.Step step, Set<ItemId> together) {
        if (contents.kinds().find(item.kind().name()).isEmpty()
                || versions.stream()
                        .map(Version::content)
                        .anyMatch(content -> content != null
                                && (!content.kind().equals(item.kind().name())
                                        || content.edition() > item.kind().edition()))) {
            return List.of(Sentence.of("ledger.refusal.unfamiliar"));
        }
        if (contents.writable(item).isEmpty() || !item.citations().stream().allMatch(contents::isWritable)) {
            return List.of(Sentence.of("ledger.refusal.unwritable"));
        }
        List<Sentence> refusals = new ArrayList<>();
        contents.unshowable(item, versions).ifPresent(refusals::add);
        if (!view.standing().mayRead(item.sensitivity())) {
            refusals.add(Sentence.of("ledger.refusal.shut-out"));
        }
        if (isLowered(item.sensitivity(), versions)) {
            againstActOfOwner(view, step, "ledger.refusal.lowering").ifPresent(refusals::add);
        } else if (isReleased(item, versions)) {
            againstActOfOwner(view, step, "ledger.refusal.releasing").ifPresent(refusals::add);
        }
        Set<ItemId> before = new HashSet<>();
        for (Version version : versions) {
            Content content = version.content();
            if (content != null) {
                before.addAll(content.needs());
            }
        }
        List<ItemId> missing = Stream.concat(
                        item.kind().needs().apply(item.value()).stream().filter(needed -> !before.contains(needed)),
                        item.citations().stream()
                                .filter(citation -> !cited.known().containsKey(citation))
                                .map(Citation::source))
                .filter(needed ->
                        !together.contains(needed) && view.find(needed).isEmpty())
                .toList();
        missing.forEach(id -> refusals.add(Sentence.of("ledger.refusal.missing", id.toString())));
        // An item one may not see is treated as if there were none; to say who else would lose sight of it would tell
        // that there is one.
        if (missing.isEmpty()
                && isNarrowed(item, versions, step)
                && !view.standing().mayActAs(Role.OWNER)
                && !graph.isBy(view.standing().account(), item.id())) {
            refusals.add(Sentence.of("ledger.refusal.narrowing"));
        }
        refusals.addAll(item.kind().rule().refusals(item, view, step));
        if (item.value() instanceof Member member) {
            AccountId account = new AccountId(item.id().value());
            now.roll()
                    .refusal(account, member, view.find(Member.KIND, item.id()).map(Item::value))
                    .ifPresent(refusals::add);
        }
        if (refusals.isEmpty() && versions.isEmpty() && now.isOutOfPlace(item)) {
            refusals.add(Sentence.of("ledger.refusal.place"));
        }
        return refusals;
    }

    private static Optional<Sentence> againstActOfOwner(View view, Kind.Step step, String refusal) {
        if (!view.standing().mayActAs(Role.OWNER)) {
            return Optional.of(Sentence.of(refusal));
        }
        return step.reason().text().isBlank() ? Optional.of(Sentence.of("ledger.refusal.reason")) : Optional.empty();
    }

    /** Whether copies would take along from now on what they did not take along before. */
    private <T extends Record> boolean isReleased(Item<T> item, List<Version> versions) {
        return !item.kind().keptHome().test(item.value())
                && versions.stream()
                        .filter(version -> version.content() != null && !version.isRemoval())
                        .anyMatch(version -> contents.isKeptHome(version.item(contents)));
    }

    /** Whether somebody who sees it would not see it any more. */
    private <T extends Record> boolean isNarrowed(Item<T> item, List<Version> versions, Kind.Step step) {
        Audience audience = new Audience(
                needed -> step.edits().stream()
                        .filter(edit ->
                                edit instanceof Edit.Put && edit.item().id().equals(needed))
                        .findFirst()
                        .map(edit -> List.of(Audience.Meant.of(edit.item())))
                        .orElseGet(() -> meant(inForce(needed))),
                account -> now.organisationOf(account, contents));
        return audience.isNarrowed(meant(versions), Audience.Meant.of(item));
    }

    private static List<Audience.Meant> meant(List<Version> versions) {
        return versions.stream()
                .map(Version::content)
                .filter(Objects::nonNull)
                .map(Audience.Meant::of)
                .toList();
    }

    private boolean isLowered(Sensitivity to, List<Version> versions) {
        return versions.stream()
                .map(Version::content)
                .anyMatch(content -> content != null
                        && !to.isAtLeastAsStrictAs(
                                content.sensitivity(), account -> now.organisationOf(account, contents)));
    }

    private <T extends Record> List<Sentence> againstRemoving(
            View view, Item<T> item, List<Version> versions, Kind.Step step) {
        if (versions.isEmpty() || versions.stream().allMatch(Version::isRemoval)) {
            return List.of(Sentence.of("ledger.refusal.missing", item.id().toString()));
        }
        if (item.id().equals(charter())) {
            return List.of(Sentence.of("ledger.refusal.charter"));
        }
        // Judged by what it says now, whatever whoever removes it claims that it says.
        List<Sentence> refusals = new ArrayList<>();
        if (versions.stream()
                .anyMatch(version ->
                        contents.isOthersVoice(version, view.standing().account()))) {
            againstActOfOwner(view, step, "ledger.refusal.others-words").ifPresent(refusals::add);
        }
        view.find(item.kind(), item.id())
                .map(said -> item.kind().removal().refusals(said, view, step))
                .ifPresent(refusals::addAll);
        return refusals;
    }

    private ItemId charter() {
        return new ItemId(workspace.value());
    }

    private Change change(Edit edit, List<Version> versions, Cited cited, Salted fresh) {
        List<Digest> replaced = List.copyOf(entriesOf(versions));
        return switch (edit) {
            case Edit.Put put -> {
                Set<Digest> citations = new LinkedHashSet<>();
                for (Citation citation : put.item().citations()) {
                    Digest known = cited.known().get(citation);
                    citations.add(known == null ? fresh.citation(put.item().id(), contents.write(citation)) : known);
                }
                citations.addAll(cited.hidden());
                yield new Change(
                        put.item().id(),
                        fresh.content(put.item().id(), contents.write(put.item())),
                        List.copyOf(citations),
                        replaced);
            }
            case Edit.Remove remove ->
                new Change(
                        remove.item().id(), fresh.content(remove.item().id(), removal(versions)), List.of(), replaced);
        };
    }

    /** What removes several versions is meant for those who may read each of them. */
    private byte[] removal(List<Version> versions) {
        List<Content> said = new ArrayList<>();
        for (Version version : versions) {
            Content content = version.content();
            if (content != null) {
                said.add(content);
            }
        }
        return contents.writeRemoval(
                said.getFirst(),
                Sensitivity.together(
                        said.stream().map(Content::sensitivity).toList(),
                        account -> now.organisationOf(account, contents)));
    }

    private boolean leavesNoOwner(List<Edit> edits) {
        if (edits.stream().noneMatch(edit -> edit.item().kind().equals(Member.KIND))) {
            return false;
        }
        Set<ItemId> owners = new HashSet<>(now.owners(contents));
        for (Edit edit : edits) {
            owners.remove(edit.item().id());
            if (edit instanceof Edit.Put put
                    && put.item().value() instanceof Member member
                    && member.role() == Role.OWNER
                    && now.roll().mayComeIn(new AccountId(put.item().id().value()))) {
                owners.add(put.item().id());
            }
        }
        return owners.isEmpty();
    }

    /** To give each item an entry touched the version it had before. */
    Judgement undo(View view, Digest id) {
        Entry entry = graph.entry(id);
        if (entry == null) {
            throw Failure.notFound(Sentence.of("ledger.failure.unknown-entry", id.toString()));
        }
        Visibility visibility = new Visibility(now, view.standing());
        List<Edit> edits = new ArrayList<>();
        Map<ItemId, Version> restored = new HashMap<>();
        if (entry.changes().isEmpty()
                || entry.parents().isEmpty()
                || !graph.decided().counts(id)) {
            return refused("ledger.refusal.not-undone");
        }
        for (Change change : entry.changes()) {
            if (change.replaces().size() > 1) {
                return refused("ledger.refusal.undo-of-resolution");
            }
            Optional<Version> after = version(entry, change.item()).filter(visibility::sees);
            Optional<Version> before = change.replaces().stream()
                    .findFirst()
                    .map(graph::entry)
                    .flatMap(earlier -> version(earlier, change.item()))
                    .filter(visibility::sees);
            if (after.isEmpty() || before.isEmpty() != change.replaces().isEmpty()) {
                return refused("ledger.refusal.not-undone");
            }
            // Whoever takes back one step after the other comes to what a later step had changed, and its undoing has
            // put back.
            List<Version> present = inForce(change.item());
            Set<Digest> basis = present.size() == 1 && present.getFirst().saysTheSameAs(after.get())
                    ? entriesOf(present)
                    : Set.of(id);
            Optional<Version> saying = before.filter(version -> !version.isRemoval());
            if (saying.isPresent()) {
                restored.put(change.item(), saying.get());
                edits.add(new Edit.Put(saying.get().item(contents).basedOn(basis)));
            } else if (!after.get().isRemoval()) {
                edits.add(new Edit.Remove(after.get().item(contents).basedOn(basis)));
            }
        }
        return edits(view, edits, restored, Reason.undoing(id));
    }

    /** What an entry made of an item. */
    private Optional<Version> version(Entry entry, ItemId item) {
        return entry.change(item)
                .map(change -> graph.version(
                        entry, change, payloads.get(change.payloads().toList())));
    }

    private static Judgement refused(String key) {
        return Judgement.No.because(Sentence.of(key));
    }

    /**
     * To erase what an item said: in one version, or ever. What was said when it was changed goes as well. Where nothing of it is left, so goes what needs
     * it, whoever may read that: nobody could ever see it again, nor erase it.
     */
    Judgement erase(View view, ItemId item, Optional<Digest> version, Reason reason) {
        if (!view.standing().mayActAs(Role.OWNER)) {
            return Judgement.No.because(Sentence.of("ledger.refusal.role", Role.OWNER.label()));
        }
        if (reason.text().isBlank()) {
            return refused("ledger.refusal.reason");
        }
        if (item.equals(charter()) || !(view.seesAll(item) || isInTheWay(item))) {
            return Judgement.No.because(Sentence.of("ledger.refusal.missing", item.toString()));
        }
        boolean nowGone = version.isEmpty()
                || inForce(item).stream().anyMatch(one -> one.entry().id().equals(version.get()));
        if (nowGone && now.owners(contents).equals(Set.of(item))) {
            return refused("ledger.refusal.last-owner");
        }
        Set<Digest> erased = new TreeSet<>();
        for (Entry entry : graph.entries()) {
            if (version.isEmpty() || version.get().equals(entry.id())) {
                entry.change(item)
                        .ifPresent(change -> erased.addAll(PayloadPlaces.own(graph, entry, change, payloads)));
            }
        }
        erased.removeIf(graph::isErased);
        if (!Collections.disjoint(erased, PayloadPlaces.shared(graph.entries(), payloads))) {
            // Something else would go with it that nobody asked to erase.
            return refused("ledger.refusal.shared");
        }
        if (!erased.isEmpty()) {
            erased.addAll(new Orphans(graph, now, payloads, contents).of(erased));
        }
        return erased.isEmpty()
                ? refused("ledger.refusal.nothing-to-erase")
                : yes(List.of(), Marks.erasing(erased), reason, new Salted());
    }

    /**
     * Whether what is there keeps others from what belongs there. An owner takes it away by its id, seen or not, and learns nothing of what it said; by that no more is told
     * than everybody learns who wants to use the place. What got such an id honestly, from a program of before, is not among it: its id can be computed, too.
     */
    private boolean isInTheWay(ItemId item) {
        return inForce(item).stream()
                .filter(version -> version.content() != null)
                .anyMatch(version -> version.isRemoval()
                        ? isRemovalInTheWay(item, Objects.requireNonNull(version.content()))
                        : contents.understands(Objects.requireNonNull(version.content()))
                                && now.isInTheWay(version.item(contents)));
    }

    /** Of what was removed only the kind is left. */
    private boolean isRemovalInTheWay(ItemId item, Content removal) {
        boolean isAccount = now.roll().find(new AccountId(item.value())).isPresent();
        return contents.kinds()
                .find(removal.kind())
                .filter(kind -> !kind.equals(Member.KIND))
                .filter(kind -> isAccount || (item.isPlace() && kind.place().isEmpty() && !kind.isOnceNamedByWords()))
                .isPresent();
    }

    /** To decide about entries that wait. Whoever admits one must be allowed to do what it does. */
    Judgement decide(View view, Collection<Digest> admitted, Collection<Digest> refused, Reason reason) {
        if (!view.standing().mayActAs(Role.EDITOR)) {
            return Judgement.No.because(Sentence.of("ledger.refusal.role", Role.EDITOR.label()));
        }
        List<Entry> toAdmit = waiting(admitted);
        List<Entry> toRefuse = waiting(refused);
        Court court = court(view.standing(), payloads);
        if (toAdmit.size() + toRefuse.size() == 0
                || toAdmit.size() < admitted.size()
                || toRefuse.size() < refused.size()
                || !Collections.disjoint(toAdmit, toRefuse)
                || !Stream.concat(toAdmit.stream(), toRefuse.stream()).allMatch(court::canRead)) {
            return refused("ledger.refusal.nothing-waits");
        }
        for (Entry entry : toAdmit) {
            Role needed = court.needed(entry);
            if (!view.standing().mayActAs(needed)) {
                return Judgement.No.because(Sentence.of("ledger.refusal.role", needed.label()));
            }
            if (needed == Role.OWNER && reason.text().isBlank()) {
                return refused("ledger.refusal.reason");
            }
        }
        if (!graph.admitting(Set.copyOf(admitted), payloads)
                .at(now.roll())
                .owners(contents)
                .isEmpty()) {
            return yes(List.of(), Marks.deciding(admitted, refused), reason, new Salted());
        }
        return refused("ledger.refusal.last-owner");
    }

    private List<Entry> waiting(Collection<Digest> ids) {
        return ids.stream()
                .filter(graph.decided().waiting()::contains)
                .map(graph::entry)
                .filter(Objects::nonNull)
                .toList();
    }
}
