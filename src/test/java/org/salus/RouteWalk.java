package org.salus;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Asks every route of a running program as everybody, and reports who got in where they should not, was kept out where they should get in, or was shown
 * something that was not meant for them. Routes are those the program has; one without an expectation is reported.
 */
final class RouteWalk {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?::[^}]*)?}");

    /** Whom a route is for. */
    enum For {
        /** Whoever knocks: signing in, style sheets. */
        EVERYBODY,
        /** Whoever is signed in. */
        SIGNED_IN,
        ADMINISTRATORS,
        /** Members of the workspace in the path, whatever their role. */
        MEMBERS,
        /** Owners of the workspace in the path. */
        OWNERS
    }

    /**
     * Somebody who asks.
     *
     * @param groups whom it belongs to
     * @param readable the canaries that are meant for it
     * @param token its token, if it is a program
     */
    record Asker(String name, Set<For> groups, Set<String> readable, String login, String token) {
        boolean isNobody() {
            return login.isEmpty() && token.isEmpty();
        }
    }

    private final RunningTeam team;
    private final Map<String, For> expected;
    private final Map<String, List<String>> fillings;
    private final Set<String> canaries;
    private final Map<String, Visitor> visitors = new LinkedHashMap<>();
    private int asked;

    /**
     * A walk.
     *
     * @param expected by method and pattern, whom each route is for
     * @param fillings for each place in a pattern the values it is tried with
     * @param canaries texts that may be shown only to those who have them among what is readable
     */
    RouteWalk(RunningTeam team, Map<String, For> expected, Map<String, List<String>> fillings, Set<String> canaries) {
        this.team = team;
        this.expected = new TreeMap<>(expected);
        this.fillings = Map.copyOf(fillings);
        this.canaries = Set.copyOf(canaries);
    }

    /** Every route of a program, as method and pattern. */
    static Set<String> routes(ApplicationContext program) {
        Set<String> all = new TreeSet<>();
        for (RequestMappingInfo mapping : program.getBean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()) {
            Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
            for (String pattern : mapping.getPatternValues()) {
                if (methods.isEmpty()) {
                    all.add("GET " + pattern);
                    all.add("POST " + pattern);
                }
                methods.forEach(method -> all.add(method + " " + pattern));
            }
        }
        return all;
    }

    /** Routes nobody has said anything about, and what was said about routes that do not exist. */
    List<String> undeclared() {
        Set<String> real = routes(team.server().context());
        List<String> wrong = new ArrayList<>();
        real.stream().filter(route -> !expected.containsKey(route)).forEach(route -> wrong.add("undeclared: " + route));
        expected.keySet().stream()
                .filter(route -> !real.contains(route))
                .forEach(route -> wrong.add("does not exist: " + route));
        return wrong;
    }

    /** How many requests were sent. */
    int asked() {
        return asked;
    }

    /** Asks every route as this one; what is wrong. */
    List<String> walk(Asker asker) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, For> route : expected.entrySet()) {
            String method = route.getKey().replaceFirst(" .*", "");
            for (String path : filled(route.getKey().replaceFirst("^\\w+ ", ""))) {
                HttpResponse<String> answer = ask(asker, method, path);
                asked++;
                String where = asker.name() + " " + method + " " + path + " " + answer.statusCode();
                judge(asker, route.getValue(), path, answer).ifPresent(fault -> wrong.add(where + ": " + fault));
                String shown = answer.body() + answer.headers().map();
                canaries.stream()
                        .filter(canary ->
                                shown.contains(canary) && !asker.readable().contains(canary))
                        .forEach(canary -> wrong.add(where + ": shows " + canary));
            }
        }
        return wrong;
    }

    private static java.util.Optional<String> judge(Asker asker, For whom, String path, HttpResponse<String> answer) {
        boolean api = path.startsWith("/api/");
        // Elsewhere than at the API a token is not looked at.
        boolean known = !asker.isNobody() && (asker.token().isEmpty() || api);
        int status = answer.statusCode();
        boolean turnedAway = status == 401
                || (answer.headers().firstValue("Location").orElse("").matches("/sign-in(\\?next=.*)?")
                        && !path.matches("/sign-out|/account/sessions/end|/reset"));
        boolean refused = status == 403 || status == 404;
        if (status >= 500) {
            return java.util.Optional.of("fails");
        }
        if (whom == For.EVERYBODY) {
            return java.util.Optional.empty();
        }
        if (!known) {
            return turnedAway || status == 403
                    ? java.util.Optional.empty()
                    : java.util.Optional.of("is not turned away");
        }
        if (!asker.groups().contains(whom)) {
            return refused ? java.util.Optional.empty() : java.util.Optional.of("is let in");
        }
        return turnedAway || status == 403 ? java.util.Optional.of("is kept out") : java.util.Optional.empty();
    }

    private HttpResponse<String> ask(Asker asker, String method, String path) throws Exception {
        if (!asker.token().isEmpty()) {
            try (Visitor program = team.visitor()) {
                return program.send(method, path, "Authorization", "Bearer " + asker.token());
            }
        }
        Visitor visitor = visitors.get(asker.name());
        if (visitor == null || (!asker.isNobody() && visitor.get("/account").statusCode() != 200)) {
            visitor = asker.isNobody() ? team.visitor() : team.signedIn(asker.login());
            visitors.put(asker.name(), visitor);
        }
        return method.equals("POST") ? visitor.post(path) : visitor.send(method, path);
    }

    private List<String> filled(String pattern) {
        List<String> all = List.of(pattern);
        Matcher places = PLACE.matcher(pattern);
        while (places.find()) {
            String place = places.group();
            List<String> values = fillings.get(places.group(1));
            if (values == null) {
                throw new IllegalStateException("Nothing is known to fill " + place + " in " + pattern);
            }
            Set<String> next = new LinkedHashSet<>();
            for (String half : all) {
                values.forEach(value -> next.add(half.replace(place, value)));
            }
            all = List.copyOf(next);
        }
        return all;
    }
}
