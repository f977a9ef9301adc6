package org.salus.ledger;

import java.util.Optional;

/**
 * That somebody belongs to a workspace. It is an item like others, with the id of the account, so that the history tells who let whom in.
 *
 * @param name as other members see it: a person or an office
 * @param organisationName empty without organisation
 */
public record Member(String name, Optional<OrganisationId> organisation, String organisationName, Role role) {
    public static final Kind<Member> KIND =
            Kind.of("member", Member.class).writtenBy(Role.OWNER).leavingBehind(every -> true);
}
