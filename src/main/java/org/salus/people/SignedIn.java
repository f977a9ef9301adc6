package org.salus.people;

import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;

/**
 * Who asks, and by what right.
 *
 * @param way how they signed in
 * @param mayWrite whether this way allows changes; a token may be for reading only
 * @param session a name of the session or token among those of the account; opens nothing
 */
public record SignedIn(Account account, Way way, boolean mayWrite, String session) {
    /** How somebody signed in. */
    public enum Way {
        /** By a one-time link, alone on a machine. */
        LINK,
        PASSWORD,
        SINGLE_SIGN_ON,
        /** By a token of the API. */
        TOKEN;

        String code() {
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
     * Lets administrators through.
     *
     * @throws Failure (refused) for others
     */
    public void mustAdminister() {
        if (!account.administrator()) {
            throw Failure.refused(Sentence.of("people.failure.administrators"));
        }
    }

    /**
     * Lets people through who are here themselves; a token must not make tokens, nor change who may sign in.
     *
     * @throws Failure (refused) for tokens
     */
    public void mustBeHere() {
        if (way == Way.TOKEN) {
            throw Failure.refused(Sentence.of("people.failure.no-token"));
        }
    }
}
