package org.salus.frame.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Shows the page a form stands on instead of a page that only says what is wrong with the form: nobody types twice. */
final class FormAgain {
    /** Segments of letters, digits and signs, none of which begins with a dot. */
    private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+");

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private FormAgain() {}

    /** Remembers what was sent, for whatever page is shown now. */
    static void remember(Problem problem, String field, HttpServletRequest request) {
        if (READING.contains(request.getMethod()) || request.getAttribute(Sent.ATTRIBUTE) != null) {
            return;
        }
        Map<String, List<String>> typed = new LinkedHashMap<>();
        try {
            request.getParameterMap().forEach((name, values) -> {
                if (!name.equals("_csrf")) {
                    typed.put(name, Arrays.asList(values));
                }
            });
        } catch (IllegalStateException garbled) {
            // What cannot be read cannot be shown either; that it cannot be read is what is told.
            typed.clear();
        }
        request.setAttribute(
                Sent.ATTRIBUTE,
                new Sent(
                        request.getRequestURI(),
                        typed,
                        field,
                        Stream.concat(Stream.of(problem.what()), problem.advice().stream())
                                .toList()));
    }

    /** Whether it was shown: only for forms that name their page, and where a whole page was asked for. */
    static boolean show(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod form)
                || request.getHeader("HX-Request") != null) {
            return false;
        }
        StandsOn page = form.getMethodAnnotation(StandsOn.class);
        if (page == null) {
            return false;
        }
        response.setStatus(problem.status());
        Address where = where(page, request);
        request.getRequestDispatcher(where.path()).forward(new Reading(request, where), response);
        return true;
    }

    private static Address where(StandsOn page, HttpServletRequest request) {
        String path = UriComponentsBuilder.fromPath(page.value())
                .buildAndExpand(parts(request))
                .encode()
                .toUriString();
        Address where = below(path, request.getParameter(page.back())).orElseGet(() -> Address.of(path));
        for (String name : page.part()) {
            where = where.with(name, request.getParameter(name));
        }
        if (!page.with().isEmpty()) {
            int equals = page.with().indexOf('=');
            where = where.with(page.with().substring(0, equals), page.with().substring(equals + 1));
        }
        return where;
    }

    /** A page as a form names it, if it is the one at that path or below it. What goes up again on its way is none: it might lead where nobody may go. */
    private static Optional<Address> below(String path, @Nullable String named) {
        if (named == null || !(named.equals(path) || named.startsWith(path + "/") || named.startsWith(path + "?"))) {
            return Optional.empty();
        }
        UriComponents parts =
                UriComponentsBuilder.fromUriString(Address.own(named)).build();
        String own = Objects.requireNonNullElse(parts.getPath(), "");
        if (!PLAIN.matcher(own).matches()) {
            return Optional.empty();
        }
        Address where = Address.of(own);
        for (Map.Entry<String, List<@Nullable String>> choice :
                parts.getQueryParams().entrySet()) {
            String value = choice.getValue().getFirst();
            where = where.with(choice.getKey(), value == null ? null : UriUtils.decode(value, StandardCharsets.UTF_8));
        }
        return Optional.of(where);
    }

    private static Map<String, Object> parts(HttpServletRequest request) {
        Map<String, Object> parts = new LinkedHashMap<>();
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> known) {
            known.forEach((name, value) -> parts.put(String.valueOf(name), value));
        }
        return parts;
    }

    /** The same request as one that reads: what was typed is no choice of the page, but for what says which part of it is shown. */
    private static final class Reading extends HttpServletRequestWrapper {
        private final Map<String, String[]> choices = new LinkedHashMap<>();

        private Reading(HttpServletRequest request, Address where) {
            super(request);
            where.choices().forEach((name, value) -> choices.put(name, new String[] {value}));
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return choices;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return choices.get(name);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = choices.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(choices.keySet());
        }
    }
}
