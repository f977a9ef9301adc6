package org.salus.workspace;

import java.util.Optional;

/**
 * Whether this Salus sends mail.
 *
 * @param server that takes it; empty if none is sent
 */
public record Mailing(Optional<MailServer> server) {
    /** No mail. */
    public static final Mailing NONE = new Mailing(Optional.empty());

    /** Whether anybody can choose to be told by mail. */
    public boolean isPossible() {
        return server.isPresent();
    }
}
