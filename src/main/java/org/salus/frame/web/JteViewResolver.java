package org.salus.frame.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Finds the compiled template of a view: {@code portal/web/home} is {@code src/main/jte/portal/web/home.jte}. */
final class JteViewResolver implements ViewResolver {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, JteViewResolver.class.getClassLoader(), "org.salus");

    @Override
    public View resolveViewName(String name, Locale locale) {
        return new View() {
            @Override
            public String getContentType() {
                return "text/html;charset=UTF-8";
            }

            @Override
            public void render(
                    @Nullable Map<String, ?> model,
                    jakarta.servlet.http.HttpServletRequest request,
                    jakarta.servlet.http.HttpServletResponse response)
                    throws java.io.IOException {
                Map<String, Object> all = new HashMap<>(model == null ? Map.of() : model);
                if (request.getAttribute(Sent.ATTRIBUTE) instanceof Sent sent) {
                    all.put(Sent.ATTRIBUTE, sent);
                }
                byte[] page = JteViewResolver.this.render(name, all);
                response.setContentType(getContentType());
                response.setContentLength(page.length);
                response.getOutputStream().write(page);
            }
        };
    }

    /** The whole page, so that a failure half-way can still become a page that explains it. */
    byte[] render(String name, Map<String, ?> model) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(name + ".jte", java.util.Collections.<String, Object>unmodifiableMap(model), output);
        return output.toByteArray();
    }
}
