package org.salus.workspace.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.salus.framework.Wording;

/** Moments as people read them. */
final class When {
    private When() {}

    /** Day and minute, in the time of this machine. */
    static String said(Instant moment, Wording wording) {
        return DateTimeFormatter.ofPattern(wording.say("workspace.when"), wording.locale())
                .withZone(ZoneId.systemDefault())
                .format(moment);
    }
}
