package org.salus.workspace;

import java.net.URI;
import java.util.Optional;

/**
 * Another server that vouches for people (OpenID Connect).
 *
 * @param server empty if none is used
 */
public record OpenId(Optional<Server> server) {
    /** No single sign-on. */
    public static final OpenId NONE = new OpenId(Optional.empty());

    /**
     * The other server.
     *
     * @param name what people call it, on the button
     * @param admitStrangers whether whoever it vouches for gets an account without having been invited
     */
    public record Server(URI issuer, String clientId, String clientSecret, String name, boolean admitStrangers) {
        @Override
        public String toString() {
            return "Server[" + issuer + "]";
        }
    }

    /** What people call it, if it is used. */
    public Optional<String> nameIfUsed() {
        return server.map(Server::name);
    }
}
