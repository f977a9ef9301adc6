package org.salus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salus.ledger.Zubara.accepted;
import static org.salus.ledger.Zubara.named;
import static org.salus.ledger.Zubara.note;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.salus.ledger.Zubara.Note;
import org.salus.ledger.Zubara.Source;

/**
 * Every copy names the digests of what it withholds. Somebody brings a step that quotes one, before or after whoever said the words: nothing is got by it, nobody is
 * kept out by it, and in both orders the same entries are there and say the same.
 */
class QuotedWordsTest {
    private static final String CANARY = "canary-of-ana";

    @TempDir
    private Path folder;

    private Path base;
    private WorkspaceId id;
    private AccountId ana;
    private AccountId cai;
    private final Item<Note> secret = note(CANARY + " text");
    private final Item<Note> innocent = note("innocent");
    private Path honest;
    private Entry said;
    private final List<Database> opened = new ArrayList<>();

    /** How a step quotes what another said. */
    enum Quote {
        AS_WHAT_AN_ITEM_SAYS,
        AS_WHAT_THE_SAME_ITEM_SAYS,
        AS_A_SOURCE,
        A_SOURCE_AS_A_SOURCE,
        AS_A_REASON,
        A_REASON_AS_A_REASON,
        A_REASON_IN_THE_SAME_NAME_AND_TIME,
        TO_ERASE_IT
    }

    @BeforeEach
    void said() throws Exception {
        base = folder.resolve("base.db");
        Path copyOfCai = folder.resolve("cai.salus");
        honest = folder.resolve("ana.salus");
        try (Zubara zubara = new Zubara(Database.file(base))) {
            id = zubara.workspace.id();
            ana = zubara.ana;
            cai = zubara.cai;
            Item<Source> source = Item.fresh(Source.KIND, new Source("a source", false));
            zubara.put(ana, source);
            zubara.copyFor(ana, honest);
            zubara.copyFor(cai, copyOfCai);
            AtomicReference<Entry> written = new AtomicReference<>();
            Zubara.in(honest, inside -> {
                Digest step = accepted(inside.append(
                        ana,
                        List.of(new Edit.Put(secret.meantFor(named(ana))
                                .citing(List.of(Citation.of(source.id(), CANARY + " page", Confidence.LOW))))),
                        Reason.of(Act.EDIT, CANARY + " reason")));
                written.set(
                        inside.withGraph((graph, payloads, connection) -> Objects.requireNonNull(graph.entry(step))));
            });
            said = Objects.requireNonNull(written.get());
        }
    }

    @AfterEach
    void close() {
        opened.forEach(Database::close);
    }

    private Path quoting(Quote quote) throws Exception {
        Path copy = Files.copy(folder.resolve("cai.salus"), folder.resolve(quote + ".salus"));
        Change change = said.changes().getFirst();
        Salted payloads = new Salted();
        Change own = Forger.saying(innocent, payloads, Set.of());
        try (Forger forger = new Forger(copy)) {
            Entry entry = switch (quote) {
                case AS_WHAT_AN_ITEM_SAYS ->
                    step(forger, Optional.empty(), new Change(innocent.id(), change.content(), List.of(), List.of()));
                case AS_WHAT_THE_SAME_ITEM_SAYS ->
                    step(forger, Optional.empty(), new Change(secret.id(), change.content(), List.of(), List.of()));
                case AS_A_SOURCE -> step(forger, Optional.empty(), citing(own, change.content()));
                case A_SOURCE_AS_A_SOURCE ->
                    step(
                            forger,
                            Optional.empty(),
                            citing(own, change.citations().getFirst()));
                case AS_A_REASON -> step(forger, Optional.of(change.content()), own);
                case A_REASON_AS_A_REASON -> step(forger, said.reason(), own);
                case A_REASON_IN_THE_SAME_NAME_AND_TIME ->
                    Entry.of(id, said.parents(), ana, said.at(), said.reason(), List.of(own), Marks.NONE);
                case TO_ERASE_IT ->
                    Entry.of(
                            id,
                            forger.heads(),
                            cai,
                            Instant.EPOCH,
                            Optional.empty(),
                            List.of(),
                            Marks.erasing(said.payloads().toList()));
            };
            forger.add(entry, payloads);
        }
        return copy;
    }

    private static Change citing(Change change, Digest source) {
        return new Change(change.item(), change.content(), List.of(source), change.replaces());
    }

    private Entry step(Forger forger, Optional<Digest> reason, Change change) {
        return Entry.of(id, forger.heads(), cai, Instant.EPOCH, reason, List.of(change), Marks.NONE);
    }

    private Workspace fresh(String name) throws Exception {
        Database database = Database.file(Files.copy(base, folder.resolve(name)));
        opened.add(database);
        return Workspaces.open(database, Zubara.KINDS, new Zubara.Clock()).get(id);
    }

    /** The steps about items, which of them wait, and what every item says to Ana. */
    private Map<String, Object> told(Workspace workspace) {
        Map<String, Object> told = new TreeMap<>();
        workspace.withGraph((graph, payloads, connection) -> {
            Set<Digest> steps = graph.entries().stream()
                    .filter(entry -> !entry.isRemark())
                    .map(Entry::id)
                    .collect(Collectors.toCollection(TreeSet::new));
            told.put("steps", steps);
            told.put(
                    "waiting",
                    steps.stream().filter(graph.decided().waiting()::contains).toList());
            return told;
        });
        told.put(
                "says",
                workspace.view(ana).list(Note.KIND).stream()
                        .map(item -> item.id() + " " + item.value().text() + " " + item.citations())
                        .sorted()
                        .toList());
        return told;
    }

    private void isKept(Workspace workspace, Path copyOfCai) {
        Item<Note> kept = workspace.view(ana).get(Note.KIND, secret.id());
        assertThat(kept.value()).isEqualTo(secret.value());
        assertThat(kept.citations()).hasSize(1);
        assertThat(workspace.history(ana).of(secret.id()))
                .filteredOn(step -> step.by().entry().equals(said.id()))
                .singleElement()
                .satisfies(step -> assertThat(step.why().orElseThrow().text()).isEqualTo(CANARY + " reason"));
        assertThat(workspace.history(cai).list(1000, Optional.empty()).toString())
                .doesNotContain(CANARY);
        assertThat(workspace.view(cai).list(Note.KIND).toString()).doesNotContain(CANARY);
        assertThat(workspace.verify().damages()).isEmpty();
        Copy.make(workspace, cai, cai, Zubara.PASSPHRASE, Zubara.CHEAP, copyOfCai);
        try (Copy copy = Copy.open(copyOfCai, Zubara.PASSPHRASE)) {
            assertThat(copy.brought().payloads().values())
                    .noneMatch(payload -> new String(payload, StandardCharsets.ISO_8859_1).contains(CANARY));
        }
    }

    @ParameterizedTest
    @EnumSource(Quote.class)
    void who_quotes_first_keeps_nobody_out_and_learns_nothing(Quote quote) throws Exception {
        Path quoting = quoting(quote);
        Workspace quotedFirst = fresh("first.db");
        assertThat(Zubara.merge(quotedFirst, cai, quoting).waiting()).hasSize(1);
        assertThat(Zubara.merge(quotedFirst, ana, honest).waiting()).isEmpty();
        isKept(quotedFirst, folder.resolve("first.salus"));

        Workspace quotedLater = fresh("later.db");
        assertThat(Zubara.merge(quotedLater, ana, honest).waiting()).isEmpty();
        assertThat(Zubara.merge(quotedLater, cai, quoting).waiting()).hasSize(1);
        isKept(quotedLater, folder.resolve("later.salus"));

        assertThat(told(quotedFirst)).isEqualTo(told(quotedLater));
        // Both again, and each of the two by way of a copy of the other.
        Zubara.merge(quotedFirst, cai, quoting);
        Zubara.merge(quotedFirst, ana, honest);
        Copy.make(quotedFirst, ana, ana, Zubara.PASSPHRASE, Zubara.CHEAP, folder.resolve("cross.salus"));
        Zubara.merge(quotedLater, ana, folder.resolve("cross.salus"));
        assertThat(told(quotedFirst)).isEqualTo(told(quotedLater));
    }

    @ParameterizedTest
    @EnumSource(
            value = Quote.class,
            names = {"AS_A_REASON", "A_REASON_AS_A_REASON", "A_REASON_IN_THE_SAME_NAME_AND_TIME"})
    void an_editor_who_lets_it_count_lets_nothing_out_and_an_owner_who_erases_it_erases_nothing_else(Quote quote)
            throws Exception {
        Workspace workspace = fresh("decided.db");
        Merge.Report report = Zubara.merge(workspace, cai, quoting(quote));
        accepted(workspace.decide(ana, report.waiting().keySet(), Set.of(), "harmless"));
        assertThat(workspace.view(cai).find(innocent.id())).isPresent();
        Zubara.merge(workspace, ana, honest);
        isKept(workspace, folder.resolve("admitted.salus"));

        accepted(workspace.erase(ana, innocent.id(), "made up"));
        isKept(workspace, folder.resolve("erased.salus"));
        assertThat(workspace.view(ana).find(innocent.id())).isEmpty();

        accepted(workspace.erase(ana, secret.id(), "asked for"));
        assertThat(workspace.history(ana).list(1000, Optional.empty()).toString())
                .doesNotContain(CANARY);
        assertThat(workspace.verify().damages()).isEmpty();
    }
}
