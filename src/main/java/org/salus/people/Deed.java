package org.salus.people;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;
import org.salus.ledger.WorkspaceId;

/**
 * Something that was done and is kept for ever. It holds ids, never names, addresses or contents.
 *
 * @param place its number; numbers have no gaps
 * @param done by the machine's clock
 * @param actor who did it; empty if nobody was signed in
 * @param account whom it was done to, if to somebody
 * @param workspace empty if it concerns the whole server
 * @param detail a code, such as the role that was given
 */
public record Deed(
        long place,
        Instant done,
        What what,
        Optional<AccountId> actor,
        Optional<AccountId> account,
        Optional<WorkspaceId> workspace,
        String detail) {
    /** What can be done. */
    public enum What {
        SIGNED_IN,
        SIGNED_OUT,
        SIGN_IN_FAILED,
        SESSIONS_ENDED,
        LINK_MADE,
        ACCOUNT_MADE,
        ACCOUNT_RENAMED,
        ACCOUNT_CLOSED,
        ACCOUNT_REOPENED,
        ADMINISTRATOR_MADE,
        ADMINISTRATOR_ENDED,
        ORGANISATION_MADE,
        ORGANISATION_RENAMED,
        ORGANISATION_GIVEN,
        PASSWORD_CHANGED,
        RESET_OFFERED,
        INVITED,
        INVITATION_WITHDRAWN,
        INVITATION_ACCEPTED,
        SINGLE_SIGN_ON_JOINED,
        TOKEN_MADE,
        TOKEN_REVOKED,
        FEED_MADE,
        FEED_WITHDRAWN,
        WORKSPACE_FOUNDED,
        MEMBER_ADMITTED,
        ROLE_CHANGED,
        MEMBER_REMOVED,
        EXPORTED,
        MERGED,
        ERASED;

        /** The code in data, files and addresses. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static What of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /** What to call it. */
        public Sentence label() {
            return Sentence.of("people.deed." + code());
        }
    }
}
