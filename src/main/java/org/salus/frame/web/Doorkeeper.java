package org.salus.frame.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in only requests that name this machine itself, and changes only from pages of this program. A page of another site that resolves its name to this
 * machine, or that sends a form here, is turned away.
 */
final class Doorkeeper extends OncePerRequestFilter {
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Problems problems;

    Doorkeeper(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getHeader("Host");
        if (!isOwn(host)) {
            problems.write(Problem.of(403, "host"), request.getRequestURI(), request, response);
        } else if (!READING.contains(request.getMethod())
                && !("http://" + host).equalsIgnoreCase(request.getHeader("Origin"))) {
            problems.write(Problem.of(403, "origin"), request.getRequestURI(), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isOwn(@Nullable String host) {
        return host != null
                && OWN_NAMES.contains(host.replaceFirst(":\\d{1,5}$", "").toLowerCase(Locale.ROOT));
    }
}
