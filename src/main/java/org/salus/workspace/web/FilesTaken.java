package org.salus.workspace.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salus.frame.web.Gate;
import org.salus.ledger.WorkspaceId;
import org.salus.people.People;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Notes for the owners what is taken out of a workspace as a file, whichever room makes it: who, when, and which kind of file. It stands before all answers, so
 * that no room can forget it. What was asked for in the file is not noted, since that would be content.
 */
@ControllerAdvice
final class FilesTaken implements ResponseBodyAdvice<Object> {
    /** How the routes of a workspace are written, and what follows its id. */
    private static final Pattern ROUTE = Pattern.compile("(?:/api/v1)?/workspaces/\\{id\\}/(.+)");

    /** A part of a route that stands for one of a few words. */
    private static final Pattern WORD = Pattern.compile("\\{([a-z]+)(?::[^{}]*)?\\}");

    private static final Pattern ENDING = Pattern.compile("\\.[a-z]{2,8}$");

    /** Words of routes that name a table or a form; all others name items. */
    private static final java.util.Set<String> KINDS = java.util.Set.of("table", "form", "view");

    /** Routes of which not even the kind is noted: that there is a case of due diligence or a stance is for its readers alone, and owners need not be among them. */
    private static final java.util.List<String> KEPT_QUIET = java.util.List.of("diligence/", "politics/");

    private static final String SOME_FILE = "file";

    private final People people;

    FilesTaken(People people) {
        this.people = people;
    }

    @Override
    public boolean supports(MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter answer,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (HttpMethod.GET.equals(request.getMethod())
                && response.getHeaders().getContentDisposition().isAttachment()
                && request instanceof ServletServerHttpRequest asked
                && response instanceof ServletServerHttpResponse answered
                && answered.getServletResponse().getStatus() == HttpStatus.OK.value()) {
            HttpServletRequest here = asked.getServletRequest();
            String name =
                    String.valueOf(response.getHeaders().getContentDisposition().getFilename());
            if (here.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> words) {
                note(
                        String.valueOf(here.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)),
                        (Map<String, String>) words,
                        name,
                        here);
            }
        }
        return body;
    }

    private void note(String pattern, Map<String, String> words, String name, HttpServletRequest here) {
        var route = ROUTE.matcher(pattern);
        if (route.matches()) {
            String kind = kind(route.group(1), words, name);
            Gate.whoAsks(here)
                    .ifPresent(
                            who -> people.audit().taken(WorkspaceId.of(words.getOrDefault("id", "")), who.id(), kind));
        }
    }

    /** The route without what names an item, with the ending of the file. */
    static String kind(String route, Map<String, String> words, String name) {
        if (KEPT_QUIET.stream().anyMatch(route::startsWith)) {
            var any = ENDING.matcher(name);
            return any.find() ? SOME_FILE + any.group() : SOME_FILE;
        }
        String plain = WORD.matcher(route)
                .replaceAll(part -> KINDS.contains(part.group(1)) ? words.getOrDefault(part.group(1), "") : "")
                .replaceAll("/{2,}", "/")
                .replace("/.", ".");
        var ending = ENDING.matcher(name);
        return ENDING.matcher(plain).find() || !ending.find() ? plain : plain + ending.group();
    }
}
