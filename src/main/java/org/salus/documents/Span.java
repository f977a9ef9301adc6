package org.salus.documents;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * A stretch of running text.
 *
 * @param text what is read; of a reference nothing, since its words come from what it points at
 * @param strong whether it is stressed
 * @param link where it leads; only http, https and mailto addresses are ever written
 * @param footnote what a note at the foot of the page says of it, such as its source; the mark stands behind the text
 * @param reference the key of a {@link Captioned} table or figure that it points at: it reads "Table 3", whatever that one's number is
 */
public record Span(
        String text, boolean strong, Optional<URI> link, Optional<String> footnote, Optional<String> reference) {
    public Span(String text, boolean strong, Optional<URI> link) {
        this(text, strong, link, Optional.empty(), Optional.empty());
    }

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

    /** The word and number of a captioned table or figure, leading to it. */
    public static Span reference(String key) {
        return new Span("", false, Optional.empty(), Optional.empty(), Optional.of(key));
    }

    /** The same with a note at the foot of the page. */
    public Span withFootnote(String note) {
        return new Span(text, strong, link, Optional.of(note), reference);
    }

    static boolean isHarmless(URI target) {
        String scheme = target.getScheme();
        return scheme != null && java.util.Set.of("http", "https", "mailto").contains(scheme.toLowerCase(Locale.ROOT));
    }
}
