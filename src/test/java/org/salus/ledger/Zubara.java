package org.salus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/** A workspace about an invented country, with members of every role from two organisations. */
final class Zubara implements AutoCloseable {
    /** Something said. */
    record Note(String text) {
        static final Kind<Note> KIND = Kind.of("note", Note.class)
                .ruledBy((note, view) -> note.value().text().isBlank()
                        ? List.of(Sentence.of("ledger.refusal.nothing-to-do"))
                        : List.of());
    }

    /** Something that says nothing without its two ends. */
    record Tie(ItemId from, ItemId to) {
        static final Kind<Tie> KIND = Kind.of("tie", Tie.class).needing(tie -> Set.of(tie.from(), tie.to()));
    }

    /** A source; a protected one never leaves the house. */
    record Source(String title, boolean isProtected) {
        static final Kind<Source> KIND = Kind.of("source", Source.class).keepingHome(Source::isProtected);
    }

    /** Somebody's own words about a note; whether that is settled is anybody's to say. */
    record Remark(ItemId about, AccountId by, String text, boolean isSettled) {
        static final Kind<Remark> KIND = Kind.of("remark", Remark.class)
                .writtenBy(Role.READER)
                .needing(remark -> Set.of(remark.about()))
                .inTheVoiceOf(
                        remark -> Optional.of(remark.by()),
                        (before, after) -> before.text().equals(after.text())
                                && before.by().equals(after.by()));
    }

    /** Something to be done; its note is for colleagues. */
    record Task(String title, String note) {
        static final Kind<Task> KIND = Kind.of("task", Task.class);
    }

    /** An office, and perhaps who answers there. */
    record Contact(String office, String person) {
        static final Kind<Contact> KIND = Kind.of("contact", Contact.class)
                .leavingBehind(contact -> !contact.person().isEmpty());
    }

    /** What editors alone write. */
    record Verdict(String text) {
        static final Kind<Verdict> KIND = Kind.of("verdict", Verdict.class).writtenBy(Role.EDITOR);
    }

    static final Kinds KINDS =
            Kinds.of(List.of(Note.KIND, Tie.KIND, Source.KIND, Remark.KIND, Verdict.KIND, Task.KIND, Contact.KIND));
    static final char[] PASSPHRASE = "correct horse battery".toCharArray();

    /** Copies of tests need not withstand guessing. */
    static final SealedVault.Cost CHEAP = new SealedVault.Cost(64, 1, 1);

    static final OrganisationId MINISTRY = OrganisationId.fresh();
    static final OrganisationId COALITION = OrganisationId.fresh();

    final AccountId ana = AccountId.fresh();
    final AccountId ben = AccountId.fresh();
    final AccountId cai = AccountId.fresh();
    final AccountId dee = AccountId.fresh();
    final AccountId stranger = AccountId.fresh();

    final Workspaces workspaces;
    final Workspace workspace;
    final Clock clock;

    /** A clock that moves on when it is looked at, so that entries can be told apart, and that can be set. */
    static final class Clock implements InstantSource {
        private final AtomicLong millis =
                new AtomicLong(Instant.parse("2026-03-01T10:00:00Z").toEpochMilli());

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis.incrementAndGet());
        }

        void set(Instant now) {
            millis.set(now.toEpochMilli());
        }
    }

    /** Ana of the ministry owns it; Ben of the coalition edits, Cai of the ministry contributes, Dee of the coalition reads. */
    Zubara(Database database) {
        clock = new Clock();
        workspaces = Workspaces.open(database, KINDS, clock);
        workspace = workspaces.found(
                new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                ana,
                "Ana",
                Optional.of(MINISTRY),
                "Ministry");
        member(ben, "Ben", COALITION, Role.EDITOR);
        member(cai, "Cai", MINISTRY, Role.CONTRIBUTOR);
        member(dee, "Dee", COALITION, Role.READER);
    }

    private void member(AccountId account, String name, OrganisationId organisation, Role role) {
        put(ana, member(account, new Member(name, Optional.of(organisation), name + "'s office", role)));
    }

    static Item<Member> member(AccountId account, Member member) {
        return Item.fresh(Member.KIND, member).called(new ItemId(account.value()));
    }

    static Item<Note> note(String text) {
        return Item.fresh(Note.KIND, new Note(text));
    }

    static Sensitivity named(AccountId... accounts) {
        return new Sensitivity.Named(new TreeSet<>(List.of(accounts)));
    }

    Digest put(AccountId author, Item<?>... items) {
        return put(workspace, author, items);
    }

    static Digest put(Workspace where, AccountId author, Item<?>... items) {
        List<Edit> edits = List.of(items).stream().<Edit>map(Edit.Put::new).toList();
        return accepted(where.append(author, edits, Reason.EDIT));
    }

    Item<Note> read(AccountId reader, Item<Note> note) {
        return workspace.view(reader).get(Note.KIND, note.id());
    }

    /** Says something else, as a reader of the present state does. */
    Digest say(AccountId author, Item<Note> note, String text) {
        return put(author, read(author, note).saying(new Note(text)));
    }

    static Digest accepted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted) outcome).entry();
    }

    static List<String> refused(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).reasons().stream().map(Sentence::key).toList();
    }

    static List<Outcome.Clash> clashes(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Conflicting.class);
        return ((Outcome.Conflicting) outcome).clashes();
    }

    /** Whoever wants to write is told that something here is damaged. */
    static void isDamaged(ThrowingCallable writing) {
        assertThatThrownBy(writing).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.sentence().key()).isEqualTo("ledger.read-only.damaged");
            assertThat(org.salus.framework.Wording.english().say(failure.sentence()))
                    .as("says what to do")
                    .containsIgnoringCase("backup");
        });
    }

    /** A copy for somebody, made by themselves. */
    Path copyFor(AccountId account, Path file) {
        Copy.make(workspace, account, account, PASSPHRASE, CHEAP, file);
        return file;
    }

    /** Does something with the workspace in a copy. */
    static void in(Path copy, java.util.function.Consumer<Workspace> work) {
        try (Copy opened = Copy.open(copy, PASSPHRASE)) {
            Workspaces inside = opened.workspaces(KINDS, new Clock());
            work.accept(inside.get(opened.about().workspace()));
        }
    }

    Merge.Report merge(AccountId by, Path copy) {
        return merge(workspace, by, copy);
    }

    static Merge.Report merge(Workspace into, AccountId by, Path copy) {
        try (Copy opened = Copy.open(copy, PASSPHRASE)) {
            return Merge.merge(into, opened, by, "copy.salus");
        }
    }

    void isSound() {
        assertThat(workspace.verify().damages()).isEmpty();
    }

    @Override
    public void close() {
        workspaces.close();
    }
}
