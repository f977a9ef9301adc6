package org.salus.documents;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * A stretch of running text.
 *
 * @param strong whether it is stressed
 * @param link where it leads; only http, https and mailto addresses are ever written
 */
public record Span(String text, boolean strong, Optional<URI> link) {
    /** Plain text. */
    public static Span of(String text) {
        return new Span(text, false, Optional.empty());
    }

    /** Stressed text. */
    public static Span strong(String text) {
        return new Span(text, true, Optional.empty());
    }

    /** Text that leads somewhere. */
    public static Span link(String text, URI target) {
        return new Span(text, false, Optional.of(target));
    }

    static boolean isHarmless(URI target) {
        String scheme = target.getScheme();
        return scheme != null && java.util.Set.of("http", "https", "mailto").contains(scheme.toLowerCase(Locale.ROOT));
    }
}
