package org.salus.frame.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.people.Administrator;
import org.salus.people.SignedIn;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Hands controllers what every question brings along: the reader's {@link Wording}, the {@link Address} with its selection, and who asks
 * ({@link SignedIn}, or {@link Administrator} where nobody else may ask; optional only at the doors, where nobody may be signed in yet).
 */
final class Asked implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Wording.class
                || parameter.getParameterType() == Address.class
                || parameter.getParameterType() == Administrator.class
                || parameter.nestedIfOptional().getNestedParameterType() == SignedIn.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = (HttpServletRequest) web.getNativeRequest();
        Class<?> type = parameter.getParameterType();
        if (type == Wording.class) {
            return wording(request);
        }
        if (type == Address.class) {
            return address(request);
        }
        Optional<SignedIn> who = Gate.whoAsks(request);
        if (type == Optional.class) {
            return who;
        }
        // The gate lets nobody else through to where this is asked.
        SignedIn asking = who.orElseThrow();
        return type == Administrator.class ? new Administrator(asking) : asking;
    }

    static Wording wording(HttpServletRequest request) {
        return Wording.in(LanguageChoice.of(request));
    }

    static Address address(HttpServletRequest request) {
        Map<String, String> choices = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (Stream.of(values).distinct().count() > 1) {
                throw Failure.wrongUse(Sentence.of("frame.problem.twice", name));
            }
            if (values.length > 0 && !values[0].isEmpty() && !name.equals("_csrf")) {
                choices.put(name, values[0]);
            }
        });
        return new Address(request.getRequestURI(), choices);
    }
}
