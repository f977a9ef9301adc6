package org.salus.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/**
 * Takes a copy in where its workspace is not known: it becomes a workspace there. The copy may come from anybody, so it is held against the same rules of
 * form as one that is merged; and as there is nothing here yet that it could delete or lower, what it says stands as it says it, what waits in it goes on
 * to wait, and all authors but the one who brings it are marked as unproven. What it holds as commitments stays so.
 */
public final class ImportCopy {
    private ImportCopy() {}

    /**
     * Takes it in.
     *
     * @param by who brings it. If that is no member yet, it becomes one, in the place of the member for whom the copy was made; where the workspace comes
     *     from, that membership waits for an owner.
     * @param name of that person, as members will see it
     * @param label what was imported, in the words of whoever does it: a file's name
     * @throws Failure if the workspace is known here, the copy is damaged or not for one of its members, or the database cannot be written
     */
    public static Workspace into(Workspaces workspaces, Copy copy, AccountId by, String name, String label) {
        WorkspaceId id = copy.about().workspace();
        Contents contents = workspaces.contents();
        Brought brought = copy.brought();
        List<Entry> entries = entries(brought);
        Graph graph = new Graph(contents);
        graph.add(entries, new Salted(brought.payloads())::among);
        Standing madeFor = graph.state().standing(copy.about().madeFor(), contents);
        Role role = madeFor.role()
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("ledger.failure.not-a-members"))
                        .advising(Sentence.of("ledger.failure.nothing-imported")));

        Salted payloads = new Salted(wanted(graph, brought));
        List<Entry> all = new ArrayList<>(entries);
        Entry imported = Entry.of(
                id,
                graph.heads(),
                by,
                workspaces.clock().instant(),
                Optional.empty(),
                List.of(),
                Marks.receiving(
                        entries.stream()
                                .filter(entry -> !entry.author().equals(by))
                                .map(Entry::id)
                                .toList(),
                        List.of(),
                        List.of(),
                        List.of()));
        all.add(imported.because(id, payloads.reason(imported, contents.write(Reason.of(Act.IMPORT, label)))));
        if (!graph.state().standing(by, contents).isMember()) {
            Item<Member> member = Item.fresh(
                            Member.KIND,
                            new Member(name, madeFor.organisation(), organisationName(graph, madeFor, contents), role))
                    .called(new ItemId(by.value()));
            all.add(Entry.of(
                    id,
                    List.of(all.getLast().id()),
                    by,
                    workspaces.clock().instant(),
                    Optional.empty(),
                    List.of(new Change(
                            member.id(),
                            payloads.content(member.id(), contents.write(member)),
                            List.of(),
                            graph.state().versions(member.id()).stream()
                                    .map(version -> version.entry().id())
                                    .toList())),
                    Marks.NONE));
        }
        Workspace workspace = workspaces.begin(id, all, payloads);
        workspace.witness().merged(id, by);
        return workspace;
    }

    /** The entries of a copy, if they are a whole history: one founding, and what follows it. */
    private static List<Entry> entries(Brought brought) {
        List<Entry> all = brought.entries();
        if (all.isEmpty()
                || !all.getFirst().parents().isEmpty()
                || all.getFirst()
                        .change(new ItemId(brought.workspace().value()))
                        .isEmpty()) {
            throw Failure.notPossible(
                            Sentence.of(
                                    "ledger.damage.parent",
                                    all.isEmpty()
                                            ? Digest.NONE.toString()
                                            : all.getFirst().id().toString()),
                            new IllegalStateException("no founding"))
                    .advising(Sentence.of("ledger.failure.nothing-imported"));
        }
        List<Entry> entries = new ArrayList<>(List.of(all.getFirst()));
        entries.addAll(Merge.fresh(entries, all, none -> Map.of(), new Salted(brought.payloads())::among));
        return entries;
    }

    private static Map<Digest, byte[]> wanted(Graph graph, Brought brought) {
        Set<Digest> spokenOf =
                graph.entries().stream().flatMap(Entry::payloads).collect(Collectors.toCollection(HashSet::new));
        Map<Digest, byte[]> wanted = new LinkedHashMap<>(brought.payloads());
        wanted.keySet().retainAll(spokenOf);
        wanted.keySet().removeIf(graph::isErased);
        return wanted;
    }

    private static String organisationName(Graph graph, Standing madeFor, Contents contents) {
        return graph.state().versions(new ItemId(madeFor.account().value())).stream()
                .filter(version -> !version.isErased())
                .map(version -> version.item(contents).value())
                .filter(Member.class::isInstance)
                .map(value -> ((Member) value).organisationName())
                .findFirst()
                .orElse("");
    }
}
