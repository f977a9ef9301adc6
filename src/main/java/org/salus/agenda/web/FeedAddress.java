package org.salus.agenda.web;

import jakarta.servlet.http.HttpServletRequest;
import org.salus.frame.web.Entrance;
import org.salus.people.Secret;

/** Addresses as other programs call them: whole ones, under the name by which people reach this program. */
final class FeedAddress {
    private final Entrance entrance;

    FeedAddress(Entrance entrance) {
        this.entrance = entrance;
    }

    /** Where a calendar is fetched by that secret. */
    String of(Secret secret, HttpServletRequest request) {
        return base(request) + "/calendar/" + secret.reveal() + ".ics";
    }

    /** The address of the program, without a slash at its end. */
    String base(HttpServletRequest request) {
        return entrance.base()
                .map(base -> base.toString().replaceAll("/+$", ""))
                // Whoever is alone at a machine is the only one to ask, and the host was looked at before.
                .orElseGet(() -> "http://" + request.getHeader("Host"));
    }
}
