package org.salus.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Copy;
import org.salus.ledger.Database;
import org.salus.ledger.Digest;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Kind;
import org.salus.ledger.Member;
import org.salus.ledger.Merge;
import org.salus.ledger.Outcome;
import org.salus.ledger.Role;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;

/** A field is saved by itself, also while somebody else works on the same item. */
class FieldEditTest {
    record Office(String name, String mandate, Optional<String> since) {
        static final Kind<Office> KIND = Kind.of("office", Office.class);
    }

    record Span(Optional<String> from, Optional<String> until) {}

    record Call(String language, String text) {}

    record Stage(List<Call> names, Span when) {}

    record Law(String title, String article) {}

    record Body(List<Stage> stages, Optional<Law> law) {
        static final Kind<Body> KIND = Kind.of("body", Body.class)
                .ruledBy((edited, view) -> edited.value().stages().stream()
                                .allMatch(stage -> !stage.names().isEmpty()
                                        && stage.names().stream()
                                                .noneMatch(call -> call.text().isBlank()))
                        ? List.of()
                        : List.of(Sentence.of("workspace.untitled")));
    }

    private static final Sentence LABEL = Sentence.of("workspace.version.name");
    private static final Faces FACES = Faces.of(List.of(new Contribution(
            List.of(Office.KIND, Body.KIND),
            List.of(
                    Face.of(
                            Office.KIND,
                            LABEL,
                            (item, view) -> item.value().name(),
                            List.of(
                                    Field.line("name", LABEL),
                                    Field.paragraph("mandate", LABEL),
                                    Field.day("since", LABEL))),
                    Face.of(
                            Body.KIND,
                            LABEL,
                            (item, view) -> "",
                            List.of(
                                    Field.rows(
                                            "stages",
                                            LABEL,
                                            LABEL,
                                            List.of(
                                                    Field.rows(
                                                            "names",
                                                            LABEL,
                                                            LABEL,
                                                            List.of(
                                                                    Field.line("text", LABEL),
                                                                    Field.line("language", LABEL, "und"))),
                                                    Field.group(
                                                            "when",
                                                            LABEL,
                                                            List.of(
                                                                    Field.day("from", LABEL),
                                                                    Field.day("until", LABEL))))),
                                    Field.optionalGroup(
                                            "law",
                                            LABEL,
                                            List.of(Field.line("title", LABEL), Field.line("article", LABEL)))))),
            List.of())));

    @TempDir
    Path folder;

    private final AccountId ana = AccountId.fresh();
    private final AccountId ben = AccountId.fresh();
    private Workspaces workspaces;
    private Workspace workspace;
    private Item<Office> office;

    @BeforeEach
    void twoPeopleAndAnOffice() {
        workspaces = Workspaces.open(Database.file(folder.resolve("salus.db")), FACES.kinds(), InstantSource.system());
        workspace = workspaces.found(
                new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()), ana, "Ana", Optional.empty(), "");
        Item<Member> second = new Item<>(
                new org.salus.ledger.ItemId(ben.value()),
                Member.KIND,
                org.salus.ledger.Sensitivity.forMembers(),
                List.of(),
                new Member("Ben", Optional.empty(), "", Role.CONTRIBUTOR),
                Set.of());
        office = Item.fresh(Office.KIND, new Office("Audit office", "Audits", Optional.empty()));
        assertThat(workspace.append(ana, new Edit.Put(second), new Edit.Put(office)))
                .isInstanceOf(Outcome.Accepted.class);
        office = workspace.view(ana).get(Office.KIND, office.id());
    }

    @org.junit.jupiter.api.AfterEach
    void close() {
        workspaces.close();
    }

    private FieldEdit.Result save(AccountId who, String field, String typed, Set<Digest> basis) {
        return new FieldEdit(workspace, FACES, who).save(office.id(), field, typed, basis);
    }

    private Office now() {
        return workspace.view(ana).get(Office.KIND, office.id()).value();
    }

    @Test
    void what_is_typed_is_kept() {
        assertThat(save(ana, "mandate", "Audits the accounts of all ministries", office.basis()))
                .isInstanceOf(FieldEdit.Result.Saved.class);
        assertThat(now().mandate()).isEqualTo("Audits the accounts of all ministries");
    }

    @Test
    void different_fields_do_not_get_into_each_others_way() {
        save(ana, "mandate", "Audits all", office.basis());
        assertThat(save(ben, "since", "2004-03-31", office.basis())).isInstanceOf(FieldEdit.Result.Saved.class);
        assertThat(now()).isEqualTo(new Office("Audit office", "Audits all", Optional.of("2004-03-31")));
    }

    @Test
    void a_clash_names_who_wrote_that_field_and_not_who_wrote_another() {
        save(ben, "mandate", "Audits all", office.basis());
        save(ana, "name", "Court of Accounts", office.basis());
        assertThat(save(ana, "mandate", "Audits some", office.basis()))
                .isInstanceOfSatisfying(FieldEdit.Result.Clashing.class, clash -> {
                    assertThat(clash.theirs()).isEqualTo("Audits all");
                    assertThat(clash.by().orElseThrow().author()).isEqualTo(ben);
                });
    }

    @Test
    void a_state_is_called_by_a_name_of_its_own_that_is_not_too_long() {
        assertThat(workspace.name(ana, "As agreed")).isInstanceOf(Outcome.Accepted.class);
        assertThat(workspace.name(ana, "as agreed")).isInstanceOf(Outcome.Refused.class);
        assertThat(workspace.name(ana, "a".repeat(201))).isInstanceOf(Outcome.Refused.class);
        assertThat(workspace.name(ana, "a".repeat(200))).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void what_is_damaged_in_a_copy_is_the_senders_to_mend() throws Exception {
        Path file = folder.resolve("copy.salus");
        String passphrase = "a passphrase for tests";
        org.salus.ledger.CheapCopy.make(workspace, ana, passphrase.toCharArray(), file);
        try (BroughtCopy sent = BroughtCopy.of("mine.salus", passphrase, to -> Files.copy(file, to))) {
            assertThat(sent.<Integer>open(copy -> copy.workspaces(FACES.kinds(), InstantSource.system())
                            .ids()
                            .size()))
                    .isEqualTo(1);
        }
        Path other = folder.resolve("other.salus");
        Files.copy(file, other);
        change(other, "UPDATE workspace SET id = 'not-a-uuid'");
        refused(
                other,
                copy -> copy.workspaces(FACES.kinds(), InstantSource.system()).ids(),
                "ledger.failure.corrupt");
        change(file, "UPDATE entry SET written = X'68656c6c6f' WHERE place = 1");
        refused(file, copy -> Merge.preview(workspace, copy, ana), "ledger.damage.entry");
    }

    private static void change(Path file, String command) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(command)).isEqualTo(1);
        }
    }

    private static void refused(Path file, Function<Copy, Object> what, String key) throws IOException {
        try (BroughtCopy sent = BroughtCopy.of("mine.salus", "a passphrase for tests", to -> Files.copy(file, to))) {
            assertThatThrownBy(() -> sent.open(what)).isInstanceOfSatisfying(Failure.class, failure -> {
                assertThat(failure.kind()).isEqualTo(Failure.Kind.WRONG_USE);
                assertThat(failure.sentence().key()).isEqualTo(key);
            });
        }
    }

    @Test
    void damage_is_told_in_one_sentence_however_much_there_is() {
        assertThat(Wording.english().say(Sentence.of("ledger.read-only.damaged", 3, "ab12")))
                .startsWith("3 parts of what is kept here are not as written; the first is ab12.");
        assertThat(Wording.english().say(Sentence.of("ledger.read-only.damaged", 1, "ab12")))
                .startsWith("One part of what is kept here is not as written;");
    }

    @Test
    void two_words_for_one_field_are_shown_to_the_later_author() {
        save(ana, "name", "Court of Accounts", office.basis());
        FieldEdit.Result result = save(ben, "name", "Court of Audit", office.basis());
        assertThat(result).isInstanceOfSatisfying(FieldEdit.Result.Clashing.class, clash -> {
            assertThat(clash.theirs()).isEqualTo("Court of Accounts");
            assertThat(clash.by().orElseThrow().author()).isEqualTo(ana);
        });
        assertThat(now().name()).isEqualTo("Court of Accounts");

        Set<Digest> shown = ((FieldEdit.Result.Clashing) result).item().basis();
        assertThat(save(ben, "name", "Court of Audit", shown)).isInstanceOf(FieldEdit.Result.Saved.class);
        assertThat(now().name()).isEqualTo("Court of Audit");
    }

    @Test
    void typing_the_same_again_writes_nothing() {
        Set<Digest> before = Set.copyOf(workspace.view(ana).heads());
        save(ana, "name", "Audit office", office.basis());
        assertThat(workspace.view(ana).heads()).isEqualTo(before);
    }

    @Test
    void what_cannot_be_understood_is_refused_with_a_reason() {
        assertThat(save(ana, "since", "last spring", office.basis()))
                .isInstanceOfSatisfying(
                        FieldEdit.Result.Refused.class,
                        refused -> assertThat(refused.reasons()).hasSize(1));
        assertThat(now().since()).isEmpty();
    }

    @Test
    void an_emptied_field_is_empty() {
        save(ana, "since", "2004", office.basis());
        Item<Office> dated = workspace.view(ana).get(Office.KIND, office.id());
        save(ana, "since", "", dated.basis());
        assertThat(now().since()).isEmpty();
    }

    @Test
    void an_item_that_was_removed_meanwhile_is_gone() {
        workspace.append(ana, new Edit.Remove(office));
        assertThat(save(ben, "name", "Audit", office.basis())).isInstanceOf(FieldEdit.Result.Gone.class);
    }

    @Test
    void a_field_nobody_knows_is_refused() {
        assertThat(save(ana, "strength", "400", office.basis())).isInstanceOf(FieldEdit.Result.Refused.class);
    }

    private Item<Body> body() {
        Item<Body> fresh = Item.fresh(
                Body.KIND,
                new Body(
                        List.of(new Stage(
                                List.of(new Call("und", "Guard")), new Span(Optional.empty(), Optional.empty()))),
                        Optional.empty()));
        assertThat(workspace.append(ana, new Edit.Put(fresh))).isInstanceOf(Outcome.Accepted.class);
        return body(fresh);
    }

    private Item<Body> body(Item<Body> known) {
        return workspace.view(ana).get(Body.KIND, known.id());
    }

    private FieldEdit edit(AccountId who) {
        return new FieldEdit(workspace, FACES, who);
    }

    @Test
    void fields_within_rows_and_records_are_edited_by_their_path() {
        Item<Body> body = body();
        edit(ana).save(body.id(), "stages.0.names.0.text", "River Guard", body.basis());
        edit(ana).save(body.id(), "stages.0.when.from", "2005-03", body(body).basis());
        edit(ana).save(body.id(), "law.title", "Law 1/02", body(body).basis());
        assertThat(body(body).value())
                .isEqualTo(new Body(
                        List.of(new Stage(
                                List.of(new Call("und", "River Guard")),
                                new Span(Optional.of("2005-03"), Optional.empty()))),
                        Optional.of(new Law("Law 1/02", ""))));
        edit(ana).save(body.id(), "law.title", "", body(body).basis());
        assertThat(body(body).value().law())
                .as("a record in which nothing is said is none")
                .isEmpty();
        assertThat(edit(ana)
                        .save(
                                body.id(),
                                "stages.1.when.from",
                                "2005",
                                body(body).basis()))
                .isInstanceOf(FieldEdit.Result.Refused.class);
    }

    @Test
    void a_row_is_added_from_what_was_typed_and_taken_away_again() {
        Item<Body> body = body();
        assertThat(edit(ana).add(body.id(), "stages", Map.of("when.from", "2010")))
                .as("its rule is asked")
                .isInstanceOf(FieldEdit.Result.Refused.class);
        edit(ana).add(body.id(), "stages", Map.of("names.0.text", "Coast Guard", "when.from", "2010"));
        edit(ana).add(body.id(), "stages.1.names", Map.of("text", "Garde côtière", "language", "fr"));
        assertThat(body(body).value().stages().get(1))
                .isEqualTo(new Stage(
                        List.of(new Call("und", "Coast Guard"), new Call("fr", "Garde côtière")),
                        new Span(Optional.of("2010"), Optional.empty())));
        edit(ana).remove(body.id(), "stages.0", body(body).basis());
        assertThat(body(body).value().stages()).hasSize(1);
    }

    @Test
    void a_row_somebody_else_changed_meanwhile_is_not_taken_away() {
        Item<Body> body = body();
        edit(ben).add(body.id(), "stages", Map.of("names.0.text", "Coast Guard"));
        assertThat(edit(ana).remove(body.id(), "stages.0", body.basis())).isInstanceOf(FieldEdit.Result.Clashing.class);
        assertThat(edit(ana).save(body.id(), "stages.0.when.from", "2001", body.basis()))
                .as("a number may mean another row by now")
                .isInstanceOf(FieldEdit.Result.Clashing.class);
        assertThat(body(body).value().stages()).hasSize(2);
    }
}
