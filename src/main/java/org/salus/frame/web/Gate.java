package org.salus.frame.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.people.People;
import org.salus.people.Secret;
import org.salus.people.SignedIn;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in only people who are signed in, by the cookie of a session or, at the API, by a token. Everything is behind it but the few doors named here; a page
 * that is added later is behind it, too.
 */
public final class Gate extends OncePerRequestFilter {
    static final String API = "/api/";

    private static final String HEALTH = "/health";

    /** What everybody may open: the doors themselves, and whether the program lives. */
    static final Set<String> DOORS = Set.of(
            "/sign-in",
            "/sign-in/other",
            "/sign-in/other/return",
            "/enter",
            "/invitation",
            "/reset",
            "/mail/confirm",
            "/mail/stop",
            HEALTH);

    /** Calendars, whose addresses hold the secret that opens them; where it opens nothing there is nothing. */
    private static final Pattern CALENDAR = Pattern.compile("/calendar/[A-Za-z0-9_-]{1,100}\\.ics");

    private static final String ASSETS = "/assets/";
    private static final String ATTRIBUTE = SignedIn.class.getName();
    private static final String BEARER = "Bearer ";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final People people;
    private final SessionCookie cookie;
    private final Problems problems;
    private final Entrance entrance;
    private final Pace strangers;
    private final Pace known;

    Gate(People people, Entrance entrance, SessionCookie cookie, Problems problems) {
        this.people = people;
        this.entrance = entrance;
        this.cookie = cookie;
        this.problems = problems;
        this.strangers = new Pace(Math.max(1, entrance.requestsPerMinute() / 10), System::nanoTime);
        this.known = new Pace(entrance.requestsPerMinute(), System::nanoTime);
    }

    /** Who asks, if somebody is signed in. */
    public static Optional<SignedIn> whoAsks(HttpServletRequest request) {
        return Optional.ofNullable((SignedIn) request.getAttribute(ATTRIBUTE));
    }

    /** Whether a request comes from a program with a token, and from no browser. */
    static boolean hasToken(HttpServletRequest request) {
        return request.getRequestURI().startsWith(API) && token(request).isPresent();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        if (path.startsWith(ASSETS)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<SignedIn> who;
        try {
            who = hasToken(request) ? token(request).flatMap(people.tokens()::find) : session(request);
        } catch (Failure unanswered) {
            // The store is away, and says so. No controller is asked: it could not know for whom it works.
            problems.explainUnopened(unanswered, request, response);
            return;
        }
        who.ifPresent(asking -> request.setAttribute(ATTRIBUTE, asking));
        if (!isInPace(who, request)) {
            response.setHeader("Retry-After", "10");
            problems.write(Problem.of(429, "too-many"), path, request, response);
        } else if (who.isPresent() && !who.get().mayWrite() && !READING.contains(request.getMethod())) {
            problems.write(Problem.of(403, "token-reads"), path, request, response);
        } else if (who.isPresent()
                || DOORS.contains(path)
                || path.startsWith(LanguageChoice.DOOR)
                || isCalendar(path, request)) {
            chain.doFilter(request, response);
        } else {
            sendToSignIn(request, response);
        }
    }

    private static boolean isCalendar(String path, HttpServletRequest request) {
        return CALENDAR.matcher(path).matches() && READING.contains(request.getMethod());
    }

    /** Somebody alone at a machine takes nobody's turn, and whoever watches over the program does not either. */
    private boolean isInPace(Optional<SignedIn> who, HttpServletRequest request) {
        return entrance.isAlone()
                || request.getRequestURI().equals(HEALTH)
                || (who.isPresent()
                        ? known.allows(who.get().id().toString())
                        : strangers.allows(entrance.caller(request)));
    }

    private Optional<SignedIn> session(HttpServletRequest request) {
        return cookie.in(request).flatMap(people.sessions()::find);
    }

    private static Optional<Secret> token(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(Secret.of(header.substring(BEARER.length()).strip()))
                : Optional.empty();
    }

    private void sendToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        if (path.startsWith(API)) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"Salus\"");
            problems.write(Problem.of(401, "sign-in"), path, request, response);
        } else if (request.getHeader("HX-Request") != null) {
            // A part of a page: the whole page has to go.
            response.setHeader("HX-Redirect", signIn(pageOf(request.getHeader("HX-Current-URL"))));
            problems.write(Problem.of(401, "sign-in"), path, request, response);
        } else if (READING.contains(request.getMethod())) {
            String query = request.getQueryString();
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", signIn(query == null ? path : path + "?" + query));
        } else {
            Problem problem = Problem.of(401, "sign-in");
            FormAgain.remember(problem, "", request);
            problems.write(problem, path, request, response);
        }
    }

    private static String pageOf(@Nullable String address) {
        try {
            URI page = URI.create(address == null ? "/" : address);
            return page.getRawQuery() == null ? page.getRawPath() : page.getRawPath() + "?" + page.getRawQuery();
        } catch (IllegalArgumentException odd) {
            return "/";
        }
    }

    private static String signIn(String next) {
        return Address.of("/sign-in")
                .with("next", next.equals("/") ? null : Address.own(next))
                .toString();
    }
}
