package org.salus.ledger;

import java.util.Map;
import java.util.Optional;
import org.salus.framework.Sentence;

/**
 * The accounts of a server at one moment. A membership says which organisation somebody is of; on a server that counts only while the account is of it,
 * since whoever moves on does not go on reading what is the old one's.
 *
 * @param accounts those that exist there
 * @param isServer whether somebody comes in by an account at all; where nobody does, memberships are taken at their word
 */
public record Roll(Map<AccountId, Known> accounts, boolean isServer) {
    /** Where nobody is known. */
    public static final Roll OF_NOBODY = new Roll(Map.of(), false);

    public Roll {
        accounts = Map.copyOf(accounts);
    }

    /**
     * An account.
     *
     * @param organisationName empty without organisation
     * @param mayComeIn false once it is closed
     */
    public record Known(Optional<OrganisationId> organisation, String organisationName, boolean mayComeIn) {}

    /** The account, if this is a server and it exists there. */
    public Optional<Known> find(AccountId account) {
        return isServer ? Optional.ofNullable(accounts.get(account)) : Optional.empty();
    }

    /** Whether an account is of that organisation, as far as is known here. */
    boolean isOf(AccountId account, OrganisationId organisation) {
        return !isServer
                || find(account)
                        .flatMap(Known::organisation)
                        .filter(organisation::equals)
                        .isPresent();
    }

    /** Whether somebody can come in with that account. */
    boolean mayComeIn(AccountId account) {
        return !isServer || find(account).filter(Known::mayComeIn).isPresent();
    }

    /**
     * Why somebody cannot be a member as it is said.
     *
     * @param before what the membership said before; to go on saying so of the organisation does no harm, as it does not count
     */
    Optional<Sentence> refusal(AccountId account, Member member, Optional<Member> before) {
        if (!isServer) {
            return Optional.empty();
        }
        Optional<Known> known = find(account);
        if (known.isEmpty()) {
            return before.isEmpty()
                    ? Optional.of(Sentence.of("ledger.refusal.no-account"))
                    : refusalOfOrganisation(member, before, Optional.empty());
        }
        return refusalOfOrganisation(member, before, known);
    }

    private static Optional<Sentence> refusalOfOrganisation(
            Member member, Optional<Member> before, Optional<Known> known) {
        boolean isAsBefore = before.filter(said -> said.organisation().equals(member.organisation())
                        && said.organisationName().equals(member.organisationName()))
                .isPresent();
        boolean isAsKnown = known.filter(account -> account.organisation().equals(member.organisation())
                        && account.organisationName().equals(member.organisationName()))
                .isPresent();
        return isAsBefore || isAsKnown
                ? Optional.empty()
                : Optional.of(known.map(Known::organisationName)
                        .filter(name -> !name.isEmpty())
                        .map(name -> Sentence.of("ledger.refusal.other-organisation", name))
                        .orElse(Sentence.of("ledger.refusal.no-organisation")));
    }
}
