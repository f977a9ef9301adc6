package org.salus.frame.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * What other programs ask carries no choices but those that are looked at: with a mistyped name they would get the whole where they asked for a part, or do
 * what they wanted to see first, and nothing would tell. The choices are the parameters that a controller declares; one that takes the whole {@link Address}, or
 * a map, says itself what it {@linkplain Address#knowing knows}.
 */
final class KnownChoices implements HandlerInterceptor {
    /** By which a browser proves that a page of ours asks: a mark, and no choice. */
    private static final String MARK = "_csrf";

    /**
     * Lets through what carries known choices.
     *
     * @throws Failure (wrong use) naming the first unknown one, and what may be chosen
     */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (Problems.isOfApi(request.getRequestURI())
                && handler instanceof HandlerMethod method
                && Arrays.stream(method.getMethodParameters()).noneMatch(KnownChoices::takesAll)) {
            Address.refuseUnknown(said(request.getQueryString()), known(method));
        }
        return true;
    }

    private static boolean takesAll(MethodParameter parameter) {
        return parameter.getParameterType() == Address.class
                || (parameter.hasParameterAnnotation(RequestParam.class)
                        && Map.class.isAssignableFrom(parameter.getParameterType()));
    }

    private static List<String> known(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .flatMap(parameter -> Stream.ofNullable(parameter.getParameterAnnotation(RequestParam.class))
                        // Without a name of its own it is called as in the code.
                        .map(choice -> choice.name().isEmpty()
                                ? parameter.getParameter().getName()
                                : choice.name()))
                .toList();
    }

    /** The names in an address. What is sent along is no part of it: the server would read it as a form, and leave nothing of it for the controller. */
    private static List<String> said(@Nullable String query) {
        return query == null
                ? List.of()
                : Stream.of(query.split("&"))
                        .map(choice -> choice.split("=", 2)[0])
                        .filter(name -> !name.isEmpty())
                        .map(KnownChoices::decoded)
                        .filter(name -> !name.equals(MARK))
                        .toList();
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException garbled) {
            // It means nothing, and is named as it was written.
            return name;
        }
    }
}
