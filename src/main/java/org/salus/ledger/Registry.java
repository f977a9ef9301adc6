package org.salus.ledger;

/**
 * Who has an account where workspaces are kept. The ledger knows nobody; the room that does tells. To be asked outside of transactions. Safe for use by
 * several threads.
 */
public interface Registry {
    /** Everybody, as of now. */
    Roll roll();

    /** As much of the roll as concerns this account. */
    Roll rollOf(AccountId account);

    /** Of a place where nobody is known: a copy that travels, a machine of one's own. */
    static Registry ofNobody() {
        return new Registry() {
            @Override
            public Roll roll() {
                return Roll.OF_NOBODY;
            }

            @Override
            public Roll rollOf(AccountId account) {
                return Roll.OF_NOBODY;
            }
        };
    }
}
