package org.salus.ledger;

import java.util.Optional;

/**
 * In what capacity somebody asks: the account, and what it is in this workspace. The one place where it is decided who may read what.
 *
 * @param organisation the member's organisation, if it has one
 * @param role empty for somebody who is no member
 */
public record Standing(AccountId account, Optional<OrganisationId> organisation, Optional<Role> role) {
    /** The standing of somebody who is no member. */
    public static Standing visitor(AccountId account) {
        return new Standing(account, Optional.empty(), Optional.empty());
    }

    public boolean isMember() {
        return role.isPresent();
    }

    /** Whether the role allows at least this much. */
    public boolean mayActAs(Role least) {
        return role.filter(own -> own.isAtLeast(least)).isPresent();
    }

    /** Whether something of that sensitivity is meant for this reader. */
    public boolean mayRead(Sensitivity sensitivity) {
        return switch (sensitivity) {
            case Sensitivity.Public everybody -> true;
            case Sensitivity.Members members -> isMember();
            case Sensitivity.Organisation closed ->
                isMember() && organisation.filter(closed.organisation()::equals).isPresent();
            case Sensitivity.Named named -> isMember() && named.accounts().contains(account);
        };
    }
}
