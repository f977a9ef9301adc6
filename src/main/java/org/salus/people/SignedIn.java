package org.salus.people;

import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;

/**
 * Who asks, and by what right.
 *
 * @param way how they signed in
 * @param mayWrite whether this way allows changes; a token may be for reading only
 * @param mayAdminister whether this way allows to administer the server, if the account does; a token only if it was made for that
 * @param session a name of the session or token among those of the account; opens nothing
 */
public record SignedIn(Account account, Way way, boolean mayWrite, boolean mayAdminister, String session) {
    /** The same by a way that allows to administer where somebody is here in person, and by no token. */
    public SignedIn(Account account, Way way, boolean mayWrite, String session) {
        this(account, way, mayWrite, way != Way.TOKEN, session);
    }

    /** How somebody signed in. */
    public enum Way {
        /** By a one-time link, alone on a machine. */
        LINK,
        PASSWORD,
        SINGLE_SIGN_ON,
        /** By a token of the API. */
        TOKEN;

        /** The code in data, files and addresses. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        static Way of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }

        /** What to call it. */
        public Sentence label() {
            return Sentence.of("people.way." + code());
        }
    }

    public AccountId id() {
        return account.id();
    }

    /**
     * Lets administrators through, in person or by a token that was made to administer.
     *
     * @throws Failure (refused) for others and for other tokens
     */
    public void mustAdminister() {
        if (!account.administrator()) {
            throw Failure.refused(Sentence.of("people.failure.administrators"));
        }
        if (!mayAdminister) {
            throw Failure.refused(Sentence.of("people.failure.token-scope"));
        }
    }

    /**
     * Lets people through who are here themselves; a token must not make tokens, nor act where a password is asked or an invitation accepted.
     *
     * @throws Failure (refused) for tokens
     */
    public void mustBeHere() {
        if (way == Way.TOKEN) {
            throw Failure.refused(Sentence.of("people.failure.no-token"));
        }
    }
}
