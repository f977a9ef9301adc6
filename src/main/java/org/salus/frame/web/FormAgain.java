package org.salus.frame.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.salus.framework.Failure;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** Shows the page a form stands on instead of a page that only says what is wrong with the form: nobody types twice. */
final class FormAgain {
    private FormAgain() {}

    /** Whether it was shown: only for forms that name their page, and where a whole page was asked for. */
    static boolean show(Problem problem, Exception exception, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod form)
                || request.getHeader("HX-Request") != null) {
            return false;
        }
        StandsOn page = form.getMethodAnnotation(StandsOn.class);
        if (page == null) {
            return false;
        }
        Map<String, List<String>> typed = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("_csrf")) {
                typed.put(name, Arrays.asList(values));
            }
        });
        String field = exception instanceof Failure failure ? failure.field().orElse("") : "";
        request.setAttribute(
                Sent.ATTRIBUTE,
                new Sent(
                        request.getRequestURI(),
                        typed,
                        field,
                        Stream.concat(Stream.of(problem.what()), problem.advice().stream())
                                .toList()));
        response.setStatus(problem.status());
        request.getRequestDispatcher(UriComponentsBuilder.fromPath(page.value())
                        .buildAndExpand(parts(request))
                        .encode()
                        .toUriString())
                .forward(new Reading(request), response);
        return true;
    }

    private static Map<String, Object> parts(HttpServletRequest request) {
        Map<String, Object> parts = new LinkedHashMap<>();
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> known) {
            known.forEach((name, value) -> parts.put(String.valueOf(name), value));
        }
        return parts;
    }

    /** The same request as one that reads: what was typed is no choice of the page. */
    private static final class Reading extends HttpServletRequestWrapper {
        private Reading(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }
    }
}
