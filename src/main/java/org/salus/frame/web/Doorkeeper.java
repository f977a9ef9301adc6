package org.salus.frame.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in only requests that name this program as people know it, and changes only from pages of this program. A page of another site that resolves its name
 * to this machine, or that sends a form here, is turned away. A program with a token sends no forms and needs no page.
 */
final class Doorkeeper extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private static final int LONGEST_ADDRESS = 8_000;
    private static final int LONGEST_SHOWN = 200;

    private final Entrance entrance;
    private final Problems problems;

    Doorkeeper(Entrance entrance, Problems problems) {
        this.entrance = entrance;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getHeader("Host");
        String query = request.getQueryString();
        String path = request.getRequestURI();
        if (path.length() + (query == null ? 0 : query.length()) > LONGEST_ADDRESS) {
            problems.write(
                    Problem.of(414, "too-long"),
                    path.substring(0, Math.min(path.length(), LONGEST_SHOWN)),
                    request,
                    response);
        } else if (!entrance.isWellCarried(request)) {
            problems.write(Problem.of(403, "carried"), request.getRequestURI(), request, response);
        } else if (host == null || !entrance.answersTo(host)) {
            problems.write(
                    Problem.of(403, entrance.isAlone() ? "host" : "other-host"),
                    request.getRequestURI(),
                    request,
                    response);
        } else if (!READING.contains(request.getMethod())
                && !Gate.hasToken(request)
                && !entrance.isOwnOrigin(request.getHeader("Origin"), host)) {
            problems.write(Problem.of(403, "origin"), request.getRequestURI(), request, response);
        } else if (BoundedBody.isTooLarge(request)) {
            problems.write(Problem.ofStatus(413), path, request, response);
        } else {
            chain.doFilter(BoundedBody.of(request), response);
        }
    }
}
