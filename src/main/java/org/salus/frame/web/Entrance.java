package org.salus.frame.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Under which name the program is reached, and by whom.
 *
 * @param base the address people know, such as {@code https://salus.example.org/}; empty for somebody alone at this machine
 * @param proxies addresses of the machines that end encryption before this program; only they are believed about who asks, and nobody else is let in
 * @param requestsPerMinute how many an account may send in the long run; whoever is not signed in, a tenth from each address. Somebody alone is not counted
 */
public record Entrance(Optional<URI> base, Set<InetAddress> proxies, int requestsPerMinute) {
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");
    private static final Pattern NUMERIC = Pattern.compile("[0-9a-fA-F.:]{2,45}");
    private static final int HOUSEHOLD_BYTES = 8;

    public Entrance {
        proxies = Set.copyOf(proxies);
    }

    /** For somebody alone at this machine. */
    public static Entrance alone() {
        return new Entrance(Optional.empty(), Set.of(), Integer.MAX_VALUE);
    }

    public boolean isAlone() {
        return base.isEmpty();
    }

    /** Whether people reach it by an encrypted connection. */
    public boolean isSecure() {
        return base.filter(address -> "https".equals(address.getScheme())).isPresent();
    }

    /** Whether a request that names this host means this program. */
    boolean answersTo(@Nullable String host) {
        if (host == null) {
            return false;
        }
        return base.map(address -> address.getAuthority().equalsIgnoreCase(host))
                .orElseGet(() ->
                        OWN_NAMES.contains(PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT)));
    }

    /** Whether a page of that origin is one of this program. */
    boolean isOwnOrigin(@Nullable String origin, String host) {
        String own = base.map(address -> address.getScheme() + "://" + address.getAuthority())
                .orElse("http://" + host);
        return own.equalsIgnoreCase(origin);
    }

    /** Whether the request came the way it should: through a proxy, where there are any, and encrypted up to there. */
    boolean isWellCarried(HttpServletRequest request) {
        String carriedBy = request.getHeader("X-Forwarded-Proto");
        return proxies.isEmpty() || (isFromProxy(request) && (carriedBy == null || carriedBy.equals("https")));
    }

    private boolean isFromProxy(HttpServletRequest request) {
        return numeric(request.getRemoteAddr()).filter(proxies::contains).isPresent();
    }

    /** The address of the network that a request comes from, as people are told apart by it; of IPv6 the part that is one household's. */
    public String caller(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        if (!proxies.isEmpty() && isFromProxy(request)) {
            String carried = request.getHeader("X-Forwarded-For");
            // The last one was written by our proxy, those before by anybody.
            address = carried == null
                    ? address
                    : carried.substring(carried.lastIndexOf(',') + 1).strip();
        }
        return numeric(address).map(Entrance::household).orElse("unknown");
    }

    private static String household(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(bytes, HOUSEHOLD_BYTES))
                : address.getHostAddress();
    }

    /** The address these letters mean; names are not asked for. */
    private static Optional<InetAddress> numeric(String address) {
        try {
            return NUMERIC.matcher(address).matches() ? Optional.of(InetAddress.getByName(address)) : Optional.empty();
        } catch (UnknownHostException none) {
            return Optional.empty();
        }
    }
}
