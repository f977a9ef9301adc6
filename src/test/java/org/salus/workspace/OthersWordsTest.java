package org.salus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;
import org.salus.ledger.Act;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.Kinds;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;

/** Remarks and answers are their authors'; an interview stays protected. */
class OthersWordsTest {
    @TempDir
    private Path folder;

    private final AccountId owner = AccountId.fresh();
    private final AccountId editor = AccountId.fresh();
    private final AccountId author = AccountId.fresh();
    private final AccountId reader = AccountId.fresh();
    private final Item<Source> source = Item.fresh(Source.KIND, Source.of(SourceType.INTERVIEW, "On the budget"));
    private Database database;
    private Workspace workspace;

    @BeforeEach
    void found() {
        database = new WorkPlace(folder).open();
        workspace = Workspaces.open(
                        database, Kinds.of(List.of(Source.KIND, Comment.KIND, Answer.KIND)), InstantSource.system())
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                        owner,
                        "Owner",
                        Optional.empty(),
                        "");
        member(editor, Role.EDITOR);
        member(author, Role.CONTRIBUTOR);
        member(reader, Role.READER);
        assertThat(put(author, source)).isEmpty();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void member(AccountId account, Role role) {
        assertThat(put(
                        owner,
                        new Item<>(
                                new ItemId(account.value()),
                                Member.KIND,
                                Sensitivity.forMembers(),
                                List.of(),
                                new Member(role.code(), Optional.empty(), "", role),
                                Set.of())))
                .isEmpty();
    }

    private List<String> put(AccountId by, Item<?> item) {
        return done(by, new Edit.Put(item), "");
    }

    private List<String> done(AccountId by, Edit edit, String why) {
        return switch (workspace.append(by, List.of(edit), Reason.of(Act.EDIT, why))) {
            case Outcome.Accepted accepted -> List.of();
            case Outcome.Refused refused ->
                refused.reasons().stream().map(Sentence::key).toList();
            case Outcome.Conflicting conflicting -> List.of("conflict");
        };
    }

    private <T extends Record> Item<T> seen(Item<T> item, Kind<T> kind) {
        return workspace.view(reader).get(kind, item.id());
    }

    private static Sensitivity alone(AccountId account) {
        return new Sensitivity.Named(new TreeSet<>(Set.of(account)));
    }

    @Test
    void a_remark_is_removed_or_hidden_by_nobody_else_and_settled_by_anybody() {
        Item<Comment> remark =
                Item.fresh(Comment.KIND, new Comment(source.id(), author, "Which year?", new TreeSet<>(), false));
        assertThat(put(author, remark)).isEmpty();
        for (AccountId other : List.of(reader, editor)) {
            assertThat(done(other, new Edit.Remove(seen(remark, Comment.KIND)), "because"))
                    .containsExactly("ledger.refusal.others-words");
            assertThat(put(other, seen(remark, Comment.KIND).meantFor(alone(other))))
                    .contains("workspace.comment.not-yours");
        }
        assertThat(put(owner, seen(remark, Comment.KIND).meantFor(alone(owner))))
                .containsExactly("workspace.comment.not-yours");
        Item<Comment> known = seen(remark, Comment.KIND);
        assertThat(put(reader, known.saying(known.value().settled(true)))).isEmpty();

        assertThat(done(owner, new Edit.Remove(seen(remark, Comment.KIND)), ""))
                .containsExactly("ledger.refusal.reason");
        assertThat(done(owner, new Edit.Remove(seen(remark, Comment.KIND)), "names somebody"))
                .isEmpty();
    }

    @Test
    void an_answer_is_removed_by_nobody_else() {
        Item<Answer> answer = Item.fresh(
                Answer.KIND,
                new Answer("finding", "1", Reply.DISAGREE, "It does.", Optional.of(author), List.of(source.id())));
        assertThat(put(author, answer)).isEmpty();
        assertThat(done(editor, new Edit.Remove(seen(answer, Answer.KIND)), "because"))
                .containsExactly("ledger.refusal.others-words");
        assertThat(put(editor, seen(answer, Answer.KIND).meantFor(alone(editor))))
                .contains("workspace.refusal.not-your-answer");
        assertThat(done(author, new Edit.Remove(seen(answer, Answer.KIND)), "")).isEmpty();
    }

    private static Item<Answer> answer(AccountId by, String finding, String because) {
        return Item.fresh(Answer.KIND, new Answer(finding, "1", Reply.PARTLY, because, Optional.of(by), List.of()));
    }

    @Test
    void an_account_has_one_answer_to_a_finding_and_others_have_theirs() {
        Item<Answer> first = answer(author, "finding", "first");
        assertThat(put(author, first)).isEmpty();
        assertThat(put(author, answer(author, "finding", "second")))
                .containsExactly("workspace.refusal.answered-already");
        Item<Answer> elsewhere = answer(author, "another finding", "third");
        assertThat(put(author, elsewhere)).isEmpty();
        assertThat(put(author, seen(elsewhere, Answer.KIND).saying(answer(author, "finding", "moved").value())))
                .containsExactly("workspace.refusal.answered-already");
        assertThat(put(editor, answer(editor, "finding", "by somebody else"))).isEmpty();
        assertThat(put(author, seen(first, Answer.KIND).saying(answer(author, "finding", "changed").value())))
                .isEmpty();
        assertThat(done(author, new Edit.Remove(seen(first, Answer.KIND)), "")).isEmpty();
        assertThat(put(author, answer(author, "finding", "anew"))).isEmpty();
    }

    @Test
    void answers_that_come_at_once_or_in_one_step_are_one() {
        assertThat(workspace.append(
                        author,
                        new Edit.Put(answer(author, "step", "one")),
                        new Edit.Put(answer(author, "step", "two"))))
                .isInstanceOf(Outcome.Refused.class);
        List<List<String>> outcomes = java.util.stream.IntStream.range(0, 6)
                .parallel()
                .mapToObj(number -> put(author, answer(author, "finding", "number " + number)))
                .toList();
        assertThat(outcomes.stream().filter(List::isEmpty)).hasSize(1);
        assertThat(workspace.view(reader).list(Answer.KIND)).hasSize(1);
    }

    @Test
    void an_answer_says_whose_it_is() {
        assertThat(put(author, answer(editor, "finding", "so says the editor")))
                .containsExactly("workspace.refusal.not-your-answer");
        assertThat(put(
                        author,
                        Item.fresh(
                                Answer.KIND,
                                new Answer("finding", "1", Reply.AGREE, "", Optional.empty(), List.of()))))
                .containsExactly("workspace.refusal.not-your-answer");
    }

    @Test
    void an_interview_is_made_something_else_by_an_owner_with_a_reason() {
        Item<Source> let = seen(source, Source.KIND).saying(Source.of(SourceType.DOCUMENT, "On the budget"));
        assertThat(put(author, let)).containsExactly("ledger.refusal.releasing");
        assertThat(put(owner, let)).containsExactly("ledger.refusal.reason");
        assertThat(done(owner, new Edit.Put(let), "it was a public hearing")).isEmpty();
    }
}
