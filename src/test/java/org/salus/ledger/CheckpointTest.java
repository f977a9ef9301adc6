package org.salus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salus.ledger.Zubara.accepted;
import static org.salus.ledger.Zubara.note;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.ledger.Zubara.Note;

/** A large workspace opens by what was kept of it; what its entries say wins, and what was erased is in nothing that is kept. */
class CheckpointTest {
    private static final int NOTES = Checkpoint.WORTH_KEEPING + 100;
    private static final String CANARY = "canary-" + Long.toHexString(System.nanoTime());

    @TempDir
    static Path large;

    private static AccountId owner = AccountId.fresh();
    private static AccountId reader = AccountId.fresh();
    private static ItemId secret = ItemId.fresh();

    @TempDir
    Path folder;

    private Path file = Path.of("");

    /** Filled once: every test works on a copy. */
    @BeforeAll
    static void fill() throws Exception {
        try (Zubara zubara = new Zubara(Database.file(large.resolve("salus.db")));
                ExecutorService writers = Executors.newFixedThreadPool(50)) {
            owner = zubara.ana;
            reader = zubara.dee;
            Item<Note> hidden = note("secret " + CANARY).meantFor(Zubara.named(zubara.ana));
            secret = hidden.id();
            zubara.put(zubara.ana, hidden);
            List<Callable<Digest>> work = new ArrayList<>();
            for (int number = 0; number < NOTES; number++) {
                Item<Note> item = note("note " + number);
                work.add(() -> zubara.put(zubara.ana, item));
            }
            for (Future<Digest> done : writers.invokeAll(work)) {
                done.get();
            }
        }
    }

    @BeforeEach
    void copy() throws Exception {
        file = Files.copy(large.resolve("salus.db"), folder.resolve("salus.db"), StandardCopyOption.REPLACE_EXISTING);
    }

    private Workspaces open() {
        return Workspaces.open(Database.file(file), Zubara.KINDS, new Zubara.Clock());
    }

    private static Workspace only(Workspaces workspaces) {
        return workspaces.get(workspaces.ids().getFirst());
    }

    private long checkpointed() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement ask = connection.createStatement();
                ResultSet row = ask.executeQuery("SELECT entries FROM checkpoint")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private void inFile(String command) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement change = connection.createStatement()) {
            assertThat(change.executeUpdate(command)).isPositive();
        }
    }

    /** Puts other bytes into the checkpoint, as somebody would who knows its form. */
    private void forge(String from, String to) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement ask = connection.createStatement();
                PreparedStatement change = connection.prepareStatement("UPDATE checkpoint SET body = ?")) {
            byte[] body;
            try (ResultSet row = ask.executeQuery("SELECT body FROM checkpoint")) {
                row.next();
                body = row.getBytes(1);
            }
            String text = new String(body, StandardCharsets.ISO_8859_1);
            assertThat(text).contains(from);
            byte[] forged = text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
            change.setBytes(1, Checkpoint.checked(java.util.Arrays.copyOf(forged, forged.length - Integer.BYTES)));
            change.executeUpdate();
        }
    }

    private static void eventually(Callable<Boolean> isSo) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!isSo.call()) {
            assertThat(System.nanoTime()).as("it never came").isLessThan(end);
            Thread.sleep(20);
        }
    }

    private static List<String> texts(View view) {
        return view.list(Note.KIND).stream().map(item -> item.value().text()).toList();
    }

    @Test
    void what_is_shown_by_it_is_what_the_entries_say() throws Exception {
        assertThat(checkpointed()).isGreaterThan(NOTES);
        try (Workspaces workspaces = open()) {
            Workspace workspace = only(workspaces);
            View atOnce = workspace.view(owner);
            List<String> texts = texts(atOnce);
            // Whoever asks for the history waits for the entries.
            assertThat(workspace.history(owner).list(1, java.util.Optional.empty()))
                    .isNotEmpty();
            View proven = workspace.view(owner);

            assertThat(atOnce).isNotSameAs(proven);
            assertThat(texts(proven)).isEqualTo(texts).hasSize(NOTES + 1);
            assertThat(proven.heads()).isEqualTo(atOnce.heads());
            assertThat(atOnce.state().saysTheSameAs(proven.state())).isTrue();
            assertThat(workspace.verify().isSound()).isTrue();
        }
    }

    @Test
    void a_reader_sees_no_more_by_it() {
        try (Workspaces workspaces = open()) {
            View view = only(workspaces).view(reader);

            assertThat(texts(view)).hasSize(NOTES).noneMatch(text -> text.contains(CANARY));
            assertThat(view.isSomethingWithheld()).isTrue();
        }
    }

    @Test
    void steps_after_it_are_seen() throws Exception {
        long before = checkpointed();
        try (Workspaces workspaces = open()) {
            Workspace workspace = only(workspaces);
            Zubara.put(workspace, owner, note("written later"));
        }
        assertThat(checkpointed()).as("not made anew for one step").isEqualTo(before);
        try (Workspaces workspaces = open()) {
            assertThat(texts(only(workspaces).view(owner)))
                    .contains("written later")
                    .hasSize(NOTES + 2);
        }
    }

    @Test
    void what_is_forged_in_it_gives_way_to_the_entries_and_nothing_is_built_on_it() throws Exception {
        forge("note 77\"", "lies 77\"");
        try (Workspaces workspaces = open()) {
            Workspace workspace = only(workspaces);
            assertThat(texts(workspace.view(owner))).contains("lies 77");

            Zubara.put(workspace, owner, note("written on the truth"));

            assertThat(texts(workspace.view(owner)))
                    .contains("note 77", "written on the truth")
                    .doesNotContain("lies 77");
            eventually(() -> checkpointed() > NOTES);
        }
        try (Workspaces workspaces = open()) {
            assertThat(texts(only(workspaces).view(owner))).contains("note 77").doesNotContain("lies 77");
        }
    }

    @Test
    void a_damaged_one_is_passed_over_and_made_anew() throws Exception {
        inFile("UPDATE checkpoint SET body = zeroblob(1000)");
        try (Workspaces workspaces = open()) {
            assertThat(texts(only(workspaces).view(owner))).hasSize(NOTES + 1);
            eventually(() -> bodyLength() > 1000);
        }
    }

    private long bodyLength() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement ask = connection.createStatement();
                ResultSet row = ask.executeQuery("SELECT length(body) FROM checkpoint")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    @Test
    void on_a_damaged_entry_nothing_is_written_although_the_workspace_opens() throws Exception {
        inFile("UPDATE entry SET written = CAST(written || 'x' AS BLOB) WHERE place = 40");
        try (Workspaces workspaces = open()) {
            Workspace workspace = only(workspaces);
            assertThat(texts(workspace.view(owner))).hasSize(NOTES + 1);

            Zubara.isDamaged(() -> workspace.append(owner, new Edit.Put(note("on sand"))));
            assertThat(workspace.whyReadOnly()).isPresent();
        }
    }

    @Test
    void what_is_erased_is_in_no_checkpoint() throws Exception {
        try (Workspaces workspaces = open()) {
            Workspace workspace = only(workspaces);
            accepted(workspace.erase(owner, secret, "by mistake"));
            eventually(() -> checkpointed() > NOTES);
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                assertThat(new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1))
                        .as(each.toString())
                        .doesNotContain(CANARY);
            }
        }
        try (Workspaces workspaces = open()) {
            assertThat(texts(only(workspaces).view(owner))).hasSize(NOTES);
        }
    }
}
