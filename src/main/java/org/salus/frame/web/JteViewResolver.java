package org.salus.frame.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Wording;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Finds the compiled template of a view: {@code portal/web/home} is {@code src/main/jte/portal/web/home.jte}. */
final class JteViewResolver implements ViewResolver {
    private static final Pattern MAIN = Pattern.compile("<main[^>]*>");

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
                byte[] page = JteViewResolver.this.render(name, model == null ? Map.of() : model);
                if (request.getAttribute(Sent.ATTRIBUTE) instanceof Sent sent) {
                    page = again(page, sent, Asked.wording(request));
                }
                response.setContentType(getContentType());
                response.setContentLength(page.length);
                response.getOutputStream().write(page);
            }
        };
    }

    /** The page a form stands on, with what was sent in it; where the form is not there, with what was typed above everything else. */
    private byte[] again(byte[] page, Sent sent, Wording wording) {
        String text = new String(page, StandardCharsets.UTF_8);
        return FilledForm.in(text, sent, wording)
                .orElseGet(() -> MAIN.matcher(text)
                        .replaceFirst(main -> Matcher.quoteReplacement(main.group()
                                + new String(
                                        render("frame/web/kept", Map.of("wording", wording, "sent", sent)),
                                        StandardCharsets.UTF_8))))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The whole page, so that a failure half-way can still become a page that explains it. */
    byte[] render(String name, Map<String, ?> model) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(name + ".jte", java.util.Collections.<String, Object>unmodifiableMap(model), output);
        return output.toByteArray();
    }
}
