package org.salus;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
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
    private static final Set<String> CLOSE_THE_SESSION = Set.of("/sign-out", "/account/sessions/end", "/reset");
    private static final int DONE = 400;
    /** A choice that nothing knows. */
    private static final String UNHEARD = "unheard-of";

    /** Whom a route is for. */
    enum For {
        /** Whoever knocks: signing in, style sheets. */
        EVERYBODY,
        /** Whoever is signed in. */
        SIGNED_IN,
        ADMINISTRATORS,
        /** Members of the workspace in the path, whatever their role. */
        MEMBERS,
        /** Those of them who may write at least what contributors may. */
        CONTRIBUTORS,
        EDITORS,
        OWNERS
    }

    /**
     * Somebody who asks.
     *
     * @param groups whom it belongs to
     * @param readable the canaries that are meant for it
     * @param token its token, if it is a program
     * @param mayWrite false for a token that only reads
     */
    record Asker(String name, Set<For> groups, Set<String> readable, String login, String token, boolean mayWrite) {
        boolean isNobody() {
            return login.isEmpty() && token.isEmpty();
        }
    }

    /**
     * What is sent to a route, with places as in its path.
     *
     * @param type of the content
     * @param text the content; of a form with a file, each of its bytes as one letter
     */
    record Sent(String type, String text) {
        private static final String BOUNDARY = "between-the-parts";

        static final Sent NOTHING = new Sent("application/x-www-form-urlencoded", "");

        /** A form: names and values in turn. */
        static Sent form(String... pairs) {
            StringBuilder form = new StringBuilder();
            for (int i = 0; i < pairs.length; i += 2) {
                form.append(form.isEmpty() ? "" : "&")
                        .append(pairs[i])
                        .append('=')
                        .append(pairs[i + 1].replace(' ', '+'));
            }
            return new Sent(NOTHING.type(), form.toString());
        }

        static Sent json(String text) {
            return new Sent("application/json", text);
        }

        /** A form with a file and further fields: names and values in turn. */
        static Sent file(String field, String name, byte[] content, String... pairs) {
            StringBuilder form = new StringBuilder();
            for (int i = 0; i < pairs.length; i += 2) {
                form.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + pairs[i] + "\"\r\n\r\n"
                        + pairs[i + 1] + "\r\n");
            }
            form.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                    + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                    + new String(content, StandardCharsets.ISO_8859_1) + "\r\n--" + BOUNDARY + "--\r\n");
            return new Sent("multipart/form-data; boundary=" + BOUNDARY, form.toString());
        }

        private Sent filled(Map<String, String> values) {
            String filled = text;
            for (Map.Entry<String, String> value : values.entrySet()) {
                filled = filled.replace("{" + value.getKey() + "}", value.getValue());
            }
            return new Sent(type, filled);
        }
    }

    /** A place of the program as routes find it. */
    interface Ground {
        /** Ways to fill the places of this route's path and of what is sent to it; each is tried. */
        List<Map<String, String>> situations(String route);

        /** What is sent to this route; {@link Sent#NOTHING} where it takes nothing. */
        Sent sent(String route, Asker asker);

        /** Further addresses below a route that is read, such as {@code ?at=…}, with places too. */
        List<String> questions(String route);

        /** The place as it was, for the next one who changes it. */
        Ground renewed();
    }

    private static final Set<String> SOME_IS_LEFT_TO_OWNERS = Set.of(
            "POST /workspaces/{id}/items/{item}/sensitivity",
            "POST /workspaces/{id}/undo",
            "POST /api/v1/workspaces/{id}/undo");

    /** How refusals say so: "Only an owner …", "… or an owner", "the role Owner". */
    private static final Pattern AN_OWNER = Pattern.compile("\\b(an|role) owner\\b", Pattern.CASE_INSENSITIVE);

    private final RunningTeam team;
    private final Map<String, For> expected;
    private final Set<String> canaries;
    private final Map<String, Visitor> visitors = new LinkedHashMap<>();
    private final Set<String> done = new TreeSet<>();
    private int asked;

    /**
     * A walk.
     *
     * @param expected by method and pattern, whom each route is for
     * @param canaries texts that may be shown only to those who have them among what is readable
     */
    RouteWalk(RunningTeam team, Map<String, For> expected, Set<String> canaries) {
        this.team = team;
        this.expected = new TreeMap<>(expected);
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

    /** Routes that did for somebody what they are there for. */
    Set<String> done() {
        return done;
    }

    /** Asks every route as this one, first those that only read; what is wrong. */
    List<String> walk(Asker asker, Ground ground) throws Exception {
        List<String> wrong = read(asker, ground);
        wrong.addAll(change(asker, ground));
        return wrong;
    }

    /** Asks every route that only reads; what is wrong. */
    List<String> read(Asker asker, Ground ground) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String route : expected.keySet()) {
            if (route.startsWith("GET ")) {
                walk(asker, route, ground, wrong);
            }
        }
        return wrong;
    }

    /** Asks every route that changes something; what is wrong. */
    List<String> change(Asker asker, Ground ground) throws Exception {
        List<String> wrong = new ArrayList<>();
        // The first one is read by everybody, so nothing is changed there.
        Ground next = ground;
        boolean isWorn = true;
        for (String route : expected.keySet()) {
            if (!route.startsWith("GET ")) {
                // What was only ever refused leaves the place as it was.
                if (isWorn && isInWorkspace(route) && mayDo(asker, route)) {
                    next = next.renewed();
                    isWorn = false;
                }
                boolean isAnswered = walk(asker, route, next, wrong);
                isWorn |= isAnswered && isInWorkspace(route);
            }
        }
        return wrong;
    }

    /**
     * Asks every address of the API that is read, and carries a choice beside, which nothing there knows; what is answered all the same, or refused without
     * naming it.
     */
    List<String> careless(Asker asker, Ground ground) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String route : expected.keySet()) {
            if (route.startsWith("GET /api/v1/")) {
                boolean isNamed = false;
                for (String path : paths(route, ground)) {
                    HttpResponse<String> answer =
                            ask(asker, "GET", path + (path.contains("?") ? "&" : "?") + UNHEARD + "=2", Sent.NOTHING);
                    asked++;
                    // What is not there is said first.
                    if (answer.statusCode() < DONE) {
                        wrong.add(path + " is answered");
                    }
                    isNamed |= answer.statusCode() == DONE
                            && answer.headers()
                                    .firstValue("Content-Type")
                                    .orElse("")
                                    .startsWith("application/problem+json")
                            && answer.body().contains("\\\"" + UNHEARD + "\\\"");
                    if (isNamed) {
                        break;
                    }
                }
                if (!isNamed) {
                    wrong.add(route + " does not name it");
                }
            }
        }
        return wrong;
    }

    private static Set<String> paths(String route, Ground ground) {
        Set<String> paths = new LinkedHashSet<>();
        for (Map<String, String> situation : ground.situations(route)) {
            for (String below : ground.questions(route)) {
                filled(route.replaceFirst("^\\w+ ", "") + below, situation).ifPresent(paths::add);
            }
        }
        return paths;
    }

    private boolean mayDo(Asker asker, String route) {
        return asker.mayWrite() && asker.groups().contains(expected.get(route));
    }

    private static boolean isInWorkspace(String route) {
        return route.contains("/workspaces/{");
    }

    /** Asks one route in every situation; whether one of the answers was no refusal. */
    private boolean walk(Asker asker, String route, Ground ground, List<String> wrong) throws Exception {
        String method = route.replaceFirst(" .*", "");
        Sent sent = ground.sent(route, asker);
        Set<String> tried = new LinkedHashSet<>();
        boolean isAnswered = false;
        for (Map<String, String> situation : ground.situations(route)) {
            for (String below : ground.questions(route)) {
                Optional<String> path = filled(route.replaceFirst("^\\w+ ", "") + below, situation);
                Sent filled = sent.filled(situation);
                if (path.isEmpty() || !tried.add(path.get() + filled.text())) {
                    continue;
                }
                HttpResponse<String> answer = ask(asker, method, path.get(), filled);
                asked++;
                String where = asker.name() + " " + method + " " + path.get() + " " + answer.statusCode();
                judge(asker, route, path.get(), answer).ifPresent(fault -> wrong.add(where + ": " + fault));
                String shown =
                        answer.body() + opened(answer.body()) + answer.headers().map();
                canaries.stream()
                        .filter(canary ->
                                shown.contains(canary) && !asker.readable().contains(canary))
                        .forEach(canary -> wrong.add(where + ": shows " + canary));
                isAnswered |= answer.statusCode() < DONE;
                if (answer.statusCode() < DONE && mayDo(asker, route)) {
                    done.add(route);
                }
            }
        }
        if (tried.isEmpty()) {
            wrong.add("Nothing is known to fill " + route);
        }
        return isAnswered;
    }

    /**
     * What is packed in a workbook, a Word file or a PDF; nothing for anything else.
     *
     * @param body of the answer, each byte as one letter
     */
    static String opened(String body) throws IOException {
        if (body.startsWith("%PDF")) {
            try (PDDocument printed = Loader.loadPDF(body.getBytes(StandardCharsets.ISO_8859_1))) {
                // A word may be broken at its hyphens.
                return new PDFTextStripper().getText(printed).replaceAll("\\s*\\R\\s*", "");
            }
        }
        if (!body.startsWith("PK")) {
            return "";
        }
        StringBuilder all = new StringBuilder();
        try (ZipInputStream parts =
                new ZipInputStream(new ByteArrayInputStream(body.getBytes(StandardCharsets.ISO_8859_1)))) {
            while (parts.getNextEntry() != null) {
                all.append(new String(parts.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    private Optional<String> judge(Asker asker, String route, String path, HttpResponse<String> answer) {
        For whom = Optional.ofNullable(expected.get(route)).orElseThrow();
        boolean api = path.startsWith("/api/");
        // Elsewhere than at the API a token is not looked at.
        boolean known = !asker.isNobody() && (asker.token().isEmpty() || api);
        int status = answer.statusCode();
        boolean isSentToSignIn =
                answer.headers().firstValue("Location").orElse("").matches("/sign-in(\\?next=.*)?");
        boolean turnedAway = status == 401 || (isSentToSignIn && !CLOSE_THE_SESSION.contains(path));
        boolean refused = status >= 400 && status < 500;
        if (status >= 500) {
            return Optional.of("fails");
        }
        if (whom == For.EVERYBODY) {
            return Optional.empty();
        }
        if (!known) {
            return turnedAway || status == 403 ? Optional.empty() : Optional.of("is not turned away");
        }
        if (!asker.groups().contains(whom) || !(asker.mayWrite() || route.startsWith("GET "))) {
            return refused ? Optional.empty() : Optional.of("is let in");
        }
        // Who may do such a thing may not do all of it: what more people would see, an owner decides.
        boolean isLeftToOwners = SOME_IS_LEFT_TO_OWNERS.contains(route)
                && status == 403
                && AN_OWNER.matcher(answer.body()).find();
        return (turnedAway || status == 403) && !isLeftToOwners ? Optional.of("is kept out") : Optional.empty();
    }

    private HttpResponse<String> ask(Asker asker, String method, String path, Sent sent) throws Exception {
        if (!asker.token().isEmpty()) {
            try (Visitor program = team.visitor()) {
                return program.submit(
                        method, path, sent.type(), sent.text(), "Authorization", "Bearer " + asker.token());
            }
        }
        Visitor visitor = visitors.get(asker.name());
        if (visitor == null || (!asker.isNobody() && visitor.get("/account").statusCode() != 200)) {
            visitor = asker.isNobody() ? team.visitor() : team.signedIn(asker.login());
            visitors.put(asker.name(), visitor);
        }
        return method.equals("GET") ? visitor.get(path) : visitor.submit(method, path, sent.type(), sent.text());
    }

    /** The path with every place filled, if the situation has something for each. */
    private static Optional<String> filled(String pattern, Map<String, String> situation) {
        Matcher places = PLACE.matcher(pattern);
        StringBuilder path = new StringBuilder();
        while (places.find()) {
            String value = situation.get(places.group(1));
            if (value == null) {
                return Optional.empty();
            }
            places.appendReplacement(path, Matcher.quoteReplacement(value));
        }
        return Optional.of(places.appendTail(path).toString());
    }
}
