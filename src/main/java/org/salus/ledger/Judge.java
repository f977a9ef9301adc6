package org.salus.ledger;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/** Decides whether an author may do what a proposal says, on the state that is in force at that moment. */
final class Judge {
    private final Workspace workspace;
    private final Graph graph;
    private final State now;
    private final Connection connection;
    private final Contents contents;

    Judge(Workspace workspace, Graph graph, State now, Connection connection) {
        this.workspace = workspace;
        this.graph = graph;
        this.now = now;
        this.connection = connection;
        this.contents = workspace.contents();
    }

    /** To put and remove items. */
    Judgement edits(View view, List<Edit> edits, String why) {
        List<Sentence> refusals = new ArrayList<>();
        List<Outcome.Clash> clashes = new ArrayList<>();
        Map<ItemId, byte[]> said = new LinkedHashMap<>();
        Map<ItemId, Set<Digest>> replaced = new HashMap<>();
        Set<ItemId> together = new HashSet<>();
        edits.stream()
                .filter(Edit.Put.class::isInstance)
                .forEach(edit -> together.add(edit.item().id()));
        for (Edit edit : edits) {
            Item<?> item = edit.item();
            List<Version> versions = inForce(item.id());
            if (!view.standing().mayActAs(item.kind().writer())) {
                refusals.add(
                        Sentence.of("ledger.refusal.role", item.kind().writer().label()));
            } else if (!versions.isEmpty() && !view.seesAll(item.id())) {
                clashes.add(new Outcome.Clash(item.id(), yours(edit), List.of()));
            } else if (!entriesOf(versions).equals(item.basis())) {
                clashes.add(new Outcome.Clash(item.id(), yours(edit), view.told(item.id())));
            } else {
                List<Sentence> against = switch (edit) {
                    case Edit.Put put -> againstPutting(view, put.item(), versions, together, why);
                    case Edit.Remove remove -> againstRemoving(remove.item(), versions);
                };
                refusals.addAll(against);
                if (against.isEmpty()) {
                    said.put(item.id(), contentOf(view, edit, versions));
                    replaced.put(item.id(), item.basis());
                }
            }
        }
        if (refusals.isEmpty() && clashes.isEmpty() && leavesNoOwner(edits)) {
            refusals.add(Sentence.of("ledger.refusal.last-owner"));
        }
        if (!refusals.isEmpty()) {
            return new Judgement.No(
                    new Outcome.Refused(refusals.stream().distinct().toList()));
        }
        return clashes.isEmpty()
                ? new Judgement.Yes(said, replaced, Marks.NONE)
                : new Judgement.No(new Outcome.Conflicting(clashes));
    }

    private static Optional<Item<?>> yours(Edit edit) {
        return edit instanceof Edit.Put put ? Optional.of(put.item()) : Optional.empty();
    }

    private List<Version> inForce(ItemId id) {
        return now.versions(id).stream().filter(version -> !version.isErased()).toList();
    }

    private static Set<Digest> entriesOf(List<Version> versions) {
        Set<Digest> entries = new HashSet<>();
        versions.forEach(version -> entries.add(version.entry().id()));
        return entries;
    }

    private <T extends Record> List<Sentence> againstPutting(
            View view, Item<T> item, List<Version> versions, Set<ItemId> together, String why) {
        List<Sentence> refusals = new ArrayList<>();
        if (item.kind().equals(Unfamiliar.KIND)
                || contents.kinds().find(item.kind().name()).isEmpty()
                || versions.stream()
                        .map(Version::content)
                        .anyMatch(content -> content != null
                                && (!content.kind().equals(item.kind().name())
                                        || content.edition() > item.kind().edition()))) {
            return List.of(Sentence.of("ledger.refusal.unfamiliar"));
        }
        if (!view.standing().mayRead(item.sensitivity())) {
            refusals.add(Sentence.of("ledger.refusal.shut-out"));
        }
        if (isLowered(item.sensitivity(), versions)) {
            if (!view.standing().mayActAs(Role.OWNER)) {
                refusals.add(Sentence.of("ledger.refusal.lowering"));
            } else if (why.isBlank()) {
                refusals.add(Sentence.of("ledger.refusal.reason"));
            }
        }
        Set<ItemId> before = new HashSet<>();
        for (Version version : versions) {
            Content content = version.content();
            if (content != null) {
                before.addAll(content.needs());
            }
        }
        Stream.concat(
                        item.kind().needs().apply(item.value()).stream().filter(needed -> !before.contains(needed)),
                        item.citations().stream().map(Citation::source))
                .filter(needed ->
                        !together.contains(needed) && view.find(needed).isEmpty())
                .forEach(missing -> refusals.add(Sentence.of("ledger.refusal.missing", missing.toString())));
        refusals.addAll(item.kind().rule().refusals(item, view));
        return refusals;
    }

    private boolean isLowered(Sensitivity to, List<Version> versions) {
        return versions.stream()
                .map(Version::content)
                .anyMatch(content -> content != null
                        && !to.isAtLeastAsStrictAs(
                                content.sensitivity(), account -> now.organisationOf(account, contents)));
    }

    private List<Sentence> againstRemoving(Item<?> item, List<Version> versions) {
        if (versions.isEmpty() || versions.stream().allMatch(Version::isRemoval)) {
            return List.of(Sentence.of("ledger.refusal.missing", item.id().toString()));
        }
        return item.id().equals(workspace.charterId()) ? List.of(Sentence.of("ledger.refusal.charter")) : List.of();
    }

    private byte[] contentOf(View view, Edit edit, List<Version> versions) {
        return switch (edit) {
            case Edit.Put put -> contents.write(withHidden(view, put.item()));
            case Edit.Remove remove -> contents.writeRemoval(strictest(versions));
        };
    }

    /** What the author cannot see is kept: nobody takes away a citation by editing what stands beside it. */
    private static <T extends Record> Item<T> withHidden(View view, Item<T> item) {
        List<Citation> hidden = view.hiddenCitations(item.id());
        return hidden.isEmpty()
                ? item
                : item.citing(Stream.concat(item.citations().stream(), hidden.stream())
                        .toList());
    }

    /** What removes several versions is meant for those who may read each of them. */
    private Content strictest(List<Version> versions) {
        Content strictest = null;
        for (Version version : versions) {
            Content content = version.content();
            if (content != null
                    && !content.removed()
                    && (strictest == null
                            || content.sensitivity()
                                    .isAtLeastAsStrictAs(
                                            strictest.sensitivity(),
                                            account -> now.organisationOf(account, contents)))) {
                strictest = content;
            }
        }
        return java.util.Objects.requireNonNull(strictest);
    }

    private boolean leavesNoOwner(List<Edit> edits) {
        if (edits.stream().noneMatch(edit -> edit.item().kind().equals(Member.KIND))) {
            return false;
        }
        Map<ItemId, Role> roles = new HashMap<>();
        now.items().keySet().forEach(id -> {
            AccountId account = new AccountId(id.value());
            now.standing(account, contents).role().ifPresent(role -> roles.put(id, role));
        });
        for (Edit edit : edits) {
            switch (edit) {
                case Edit.Put put
                when put.item().value() instanceof Member member ->
                    roles.put(put.item().id(), member.role());
                case Edit.Remove remove -> roles.remove(remove.item().id());
                default -> {}
            }
        }
        return !roles.containsValue(Role.OWNER);
    }

    /** To give each item an entry touched the version it had before. */
    Judgement undo(View view, Digest id) {
        Entry entry = graph.entry(id);
        if (entry == null) {
            throw Failure.notFound(Sentence.of("ledger.failure.unknown-entry", id.toString()));
        }
        if (entry.changes().isEmpty()
                || graph.waiting().contains(id)
                || entry.parents().isEmpty()) {
            return refused("ledger.refusal.not-undone");
        }
        List<Edit> edits = new ArrayList<>();
        for (Change change : entry.changes()) {
            if (change.replaces().size() > 1) {
                return refused("ledger.refusal.undo-of-resolution");
            }
            Set<Digest> basis = basisOfUndo(change, id);
            Optional<Item<?>> present = present(change, basis);
            if (change.replaces().isEmpty()) {
                present.ifPresent(item -> edits.add(new Edit.Remove(item)));
                if (present.isEmpty()) {
                    return refused("ledger.refusal.erased");
                }
                continue;
            }
            Entry before = graph.entry(change.replaces().getFirst());
            Change earlier = before == null ? null : changeOf(before, change.item());
            Map<Digest, byte[]> payloads =
                    earlier == null ? Map.of() : workspace.payloads(connection, Set.of(earlier.content()));
            byte[] payload = earlier == null ? null : payloads.get(earlier.content());
            if (earlier == null || before == null || payload == null) {
                return refused("ledger.refusal.erased");
            }
            Content said = contents.read(payload);
            if (!said.removed()) {
                edits.add(new Edit.Put(contents.item(change.item(), said, basis)));
            } else if (present.isPresent()) {
                edits.add(new Edit.Remove(present.get()));
            } else {
                return refused("ledger.refusal.erased");
            }
        }
        return edits(view, edits, "");
    }

    /**
     * The version to replace when an entry is taken back: the entry's own, or one that says the same, since a step that was taken back and done again left
     * another version with the same words.
     */
    private Set<Digest> basisOfUndo(Change change, Digest entry) {
        List<Version> versions = inForce(change.item());
        if (versions.size() == 1 && !entriesOf(versions).contains(entry)) {
            Content now = versions.getFirst().content();
            byte[] then =
                    workspace.payloads(connection, Set.of(change.content())).get(change.content());
            if (now != null && then != null && java.util.Arrays.equals(now.json(), then)) {
                return entriesOf(versions);
            }
        }
        return Set.of(entry);
    }

    /** The item as an entry left it. */
    private Optional<Item<?>> present(Change change, Set<Digest> basis) {
        byte[] payload =
                workspace.payloads(connection, Set.of(change.content())).get(change.content());
        if (payload == null) {
            return Optional.empty();
        }
        Content said = contents.read(payload);
        return said.removed() ? Optional.empty() : Optional.of(contents.item(change.item(), said, basis));
    }

    private static Change changeOf(Entry entry, ItemId item) {
        return entry.changes().stream()
                .filter(change -> change.item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private static Judgement refused(String key) {
        return new Judgement.No(Outcome.Refused.because(Sentence.of(key)));
    }

    /** To erase what an item said: in one version, or ever. */
    Judgement erase(View view, ItemId item, Optional<Digest> version, String why) {
        if (!view.standing().mayActAs(Role.OWNER)) {
            return new Judgement.No(Outcome.Refused.because(Sentence.of("ledger.refusal.role", Role.OWNER.label())));
        }
        if (why.isBlank()) {
            return refused("ledger.refusal.reason");
        }
        if (item.equals(workspace.charterId()) || !view.seesAll(item)) {
            return new Judgement.No(Outcome.Refused.because(Sentence.of("ledger.refusal.missing", item.toString())));
        }
        Set<Digest> payloads = new TreeSet<>();
        for (Entry entry : graph.entries()) {
            if (version.isEmpty() || version.get().equals(entry.id())) {
                entry.changes().stream()
                        .filter(change -> change.item().equals(item))
                        .map(Change::content)
                        .filter(digest -> !graph.isErased(digest))
                        .forEach(payloads::add);
            }
        }
        return payloads.isEmpty()
                ? refused("ledger.refusal.nothing-to-erase")
                : new Judgement.Yes(Map.of(), Map.of(), Marks.erasing(payloads));
    }

    /** To decide about entries that wait. */
    Judgement decide(View view, Collection<Digest> admitted, Collection<Digest> refused) {
        if (!view.standing().mayActAs(Role.EDITOR)) {
            return new Judgement.No(Outcome.Refused.because(Sentence.of("ledger.refusal.role", Role.EDITOR.label())));
        }
        Set<Digest> all = new LinkedHashSet<>(admitted);
        all.addAll(refused);
        return all.isEmpty() || !graph.waiting().containsAll(all)
                ? refused("ledger.refusal.nothing-waits")
                : new Judgement.Yes(Map.of(), Map.of(), Marks.deciding(admitted, refused));
    }
}
