package org.salus.workspace;

import java.util.List;
import java.util.Optional;
import org.salus.ledger.AccountId;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.UnknownWorkspace;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.Account;
import org.salus.people.Invitation;
import org.salus.people.Organisation;
import org.salus.people.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets people into the workspaces to which they have accepted an invitation. To accept and to be a member are two writings; if a process dies between them
 * the second is done at the next sign-in. Safe for use by several threads.
 */
public final class Admissions {
    private static final Logger LOG = LoggerFactory.getLogger(Admissions.class);

    private final People people;
    private final Workspaces workspaces;

    public Admissions(People people, Workspaces workspaces) {
        this.people = people;
        this.workspaces = workspaces;
    }

    /**
     * Fulfils what this account has accepted.
     *
     * @return the workspaces that could not be opened to it, since whoever invited no longer owns them or they are gone
     */
    public List<Invitation> fulfil(AccountId account) {
        return people.invitations().accepted(account).stream()
                .filter(invitation -> !isFulfilled(invitation, account))
                .toList();
    }

    private boolean isFulfilled(Invitation invitation, AccountId account) {
        Invitation.Into into = invitation.into().orElseThrow();
        AccountId by = invitation.maker().orElseThrow();
        boolean admitted;
        try {
            admitted = admit(
                    workspaces.get(into.workspace()), by, people.accounts().get(account), into);
        } catch (UnknownWorkspace gone) {
            LOG.debug("An invitation leads nowhere", gone);
            admitted = false;
        }
        people.invitations().settle(invitation);
        return admitted;
    }

    private boolean admit(Workspace workspace, AccountId by, Account account, Invitation.Into into) {
        if (workspace.standing(account.id()).mayActAs(into.role())) {
            return true;
        }
        Member member = new Member(
                account.name(),
                account.organisation().map(Organisation::id),
                account.organisation().map(Organisation::name).orElse(""),
                into.role());
        ItemId id = new ItemId(account.id().value());
        Optional<Item<Member>> known = workspace.view(by).find(Member.KIND, id);
        Item<Member> item = known.map(earlier -> earlier.saying(member))
                .orElseGet(() ->
                        new Item<>(id, Member.KIND, Sensitivity.forMembers(), List.of(), member, java.util.Set.of()));
        return workspace.append(by, new Edit.Put(item)) instanceof Outcome.Accepted;
    }
}
