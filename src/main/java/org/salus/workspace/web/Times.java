package org.salus.workspace.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.salus.frame.web.Layout;

/** Moments on pages, in universal time and named so: readers of one page sit in several zones. */
final class Times {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT);

    private Times() {}

    static String shown(Layout layout, Instant instant) {
        return layout.wording().shortDay(instant.atZone(ZoneOffset.UTC).toLocalDate()) + ", "
                + CLOCK.format(instant.atZone(ZoneOffset.UTC));
    }
}
