package org.salus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.salus.ledger.Kinds;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.Invitation;
import org.salus.people.Newcomer;
import org.salus.people.Organisation;
import org.salus.people.People;
import org.salus.people.SessionLimits;
import org.salus.people.SignedIn;

/** On a server a membership is of an account that exists there, and of the organisation that this account is of. */
class MembershipTest {
    @TempDir
    private Path folder;

    private Database database;
    private People people;
    private Workspaces workspaces;
    private Workspace workspace;
    private AccountId ana;
    private AccountId ben;
    private Organisation alpha;
    private Organisation beta;
    private final Item<Source> betas = Item.fresh(Source.KIND, Source.of(SourceType.DOCUMENT, "for beta alone"));

    @BeforeEach
    void found() {
        database = new WorkPlace(folder).open();
        people = People.open(database, InstantSource.system(), SessionLimits.ALONE);
        workspaces =
                Workspaces.open(database, Kinds.of(List.of(Source.KIND)), InstantSource.system(), people.registry());
        ana = people.invitations()
                .accept(
                        people.invitations().inviteAdministrator().secret(),
                        new Newcomer("ana", "Ana", "a password for tests"));
        alpha = people.organisations().add(ana, "Org Alpha");
        beta = people.organisations().add(ana, "Org Beta");
        people.accounts().place(ana, ana, Optional.of(alpha.id()));
        ben = account("ben", beta);
        workspace = workspaces.found(
                new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                ana,
                "Ana",
                Optional.of(alpha.id()),
                alpha.name());
        assertThat(put(ana, member(ben, beta, Role.CONTRIBUTOR))).isEmpty();
        assertThat(put(ben, betas.meantFor(new Sensitivity.Organisation(beta.id()))))
                .isEmpty();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private AccountId account(String login, Organisation organisation) {
        Invitation.Issued issued = people.invitations()
                .invite(
                        new SignedIn(people.accounts().get(ana), SignedIn.Way.PASSWORD, true, ""),
                        Optional.of(organisation.id()));
        return people.invitations().accept(issued.secret(), new Newcomer(login, login, "a password for tests"));
    }

    private static Item<Member> member(AccountId account, Organisation organisation, Role role) {
        return new Item<>(
                new ItemId(account.value()),
                Member.KIND,
                Sensitivity.forMembers(),
                List.of(),
                new Member("somebody", Optional.of(organisation.id()), organisation.name(), role),
                Set.of());
    }

    private List<String> put(AccountId by, Item<?> item) {
        return done(workspace.append(by, new Edit.Put(item)));
    }

    private static List<String> done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> List.of();
            case Outcome.Refused refused ->
                refused.reasons().stream().map(Sentence::key).toList();
            case Outcome.Conflicting conflicting -> List.of("conflict");
        };
    }

    private Item<Member> membership(AccountId account) {
        return workspace.view(ana).get(Member.KIND, new ItemId(account.value()));
    }

    private boolean seesBetas(AccountId reader) {
        return workspace.view(reader).find(betas.id()).isPresent();
    }

    @Test
    void an_owner_does_not_make_herself_of_another_organisation() {
        assertThat(seesBetas(ben)).isTrue();
        Member own = membership(ana).value();
        Item<Member> claimed =
                membership(ana).saying(new Member(own.name(), Optional.of(beta.id()), beta.name(), Role.OWNER));
        assertThat(put(ana, claimed)).containsExactly("ledger.refusal.other-organisation");
        assertThat(seesBetas(ana)).isFalse();
        // Nor by its name alone, by which others know it.
        assertThat(put(
                        ana,
                        membership(ana)
                                .saying(new Member(own.name(), Optional.of(alpha.id()), beta.name(), Role.OWNER))))
                .containsExactly("ledger.refusal.other-organisation");
    }

    @Test
    void nor_anybody_else() {
        AccountId cai = account("cai", beta);
        assertThat(put(ana, member(cai, alpha, Role.READER))).containsExactly("ledger.refusal.other-organisation");
        assertThat(put(ana, member(cai, beta, Role.READER))).isEmpty();
        assertThat(seesBetas(cai)).isTrue();
    }

    @Test
    void who_moves_on_reads_neither_the_old_ones_items_nor_at_once_the_new_ones() {
        Item<Source> alphas = Item.fresh(Source.KIND, Source.of(SourceType.DOCUMENT, "for alpha alone"))
                .meantFor(new Sensitivity.Organisation(alpha.id()));
        assertThat(put(ana, alphas)).isEmpty();
        assertThat(workspace.moved(ben)).isEmpty();

        people.accounts().place(ana, ben, Optional.of(alpha.id()));

        assertThat(seesBetas(ben)).isFalse();
        assertThat(workspace.view(ben).find(alphas.id())).isEmpty();
        assertThat(workspace.view(ben).standing().organisation()).isEmpty();
        assertThat(workspace.moved(ben).orElseThrow().organisation()).contains(alpha.id());
        // A role can be changed meanwhile; that confirms nothing.
        Member told = membership(ben).value();
        assertThat(put(
                        ana,
                        membership(ben)
                                .saying(new Member(
                                        told.name(), told.organisation(), told.organisationName(), Role.EDITOR))))
                .isEmpty();
        assertThat(workspace.view(ben).standing().organisation()).isEmpty();

        assertThat(put(
                        ana,
                        membership(ben)
                                .saying(new Member(told.name(), Optional.of(alpha.id()), alpha.name(), Role.EDITOR))))
                .isEmpty();
        assertThat(workspace.view(ben).find(alphas.id())).isPresent();
        assertThat(seesBetas(ben)).isFalse();
        assertThat(workspace.moved(ben)).isEmpty();
    }

    @Test
    void nobody_becomes_a_member_who_has_no_account() {
        assertThat(put(ana, member(AccountId.fresh(), alpha, Role.OWNER))).containsExactly("ledger.refusal.no-account");
        assertThat(leave()).containsExactly("ledger.refusal.last-owner");
    }

    @Test
    void an_owner_who_cannot_come_in_is_not_left_alone_with_it() {
        Member told = membership(ben).value();
        assertThat(put(
                        ana,
                        membership(ben)
                                .saying(new Member(
                                        told.name(), told.organisation(), told.organisationName(), Role.OWNER))))
                .isEmpty();
        people.accounts().close(ana, ben);
        assertThat(leave()).containsExactly("ledger.refusal.last-owner");
        people.accounts().reopen(ana, ben);
        assertThat(leave()).isEmpty();
    }

    private List<String> leave() {
        return done(workspace.append(
                ana, List.of(new Edit.Remove(membership(ana))), Reason.of(Act.EDIT, "somebody else goes on")));
    }

    @Test
    void who_works_alone_is_taken_at_their_word() {
        Path own = folder.resolve("own");
        try (Database alone = new WorkPlace(own).open()) {
            People nobody = People.open(alone, InstantSource.system(), SessionLimits.ALONE);
            AccountId me = nobody.alone().account();
            Workspace mine = Workspaces.open(alone, Kinds.of(List.of()), InstantSource.system(), nobody.registry())
                    .found(
                            new Charter("Mine", List.of("XZU"), "", "SSR", Optional.empty()),
                            me,
                            "Me",
                            Optional.of(alpha.id()),
                            alpha.name());
            assertThat(mine.standing(me).organisation()).contains(alpha.id());
            assertThat(mine.append(me, new Edit.Put(member(AccountId.fresh(), beta, Role.READER))))
                    .isInstanceOf(Outcome.Accepted.class);
        }
    }
}
