package org.salus.frame.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.salus.people.Secret;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The cookie by which a browser is known. It ends with the browser at the latest, and no other site can send it. */
public final class SessionCookie {
    private final Entrance entrance;

    public SessionCookie(Entrance entrance) {
        this.entrance = entrance;
    }

    /** What the browser presents, if anything. */
    Optional<Secret> in(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name(request)) && !cookie.getValue().isEmpty()) {
                    return Optional.of(Secret.of(cookie.getValue()));
                }
            }
        }
        return Optional.empty();
    }

    /** Gives the browser a session. */
    public void give(HttpServletRequest request, HttpServletResponse response, Secret session) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, session.reveal()).build().toString());
    }

    /** Takes it back. */
    public void take(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie(request, "").maxAge(0).build().toString());
    }

    private ResponseCookie.ResponseCookieBuilder cookie(HttpServletRequest request, String value) {
        return ResponseCookie.from(name(request), value)
                .path("/")
                .httpOnly(true)
                .secure(entrance.isSecure())
                .sameSite("Strict");
    }

    /** Browsers keep the cookies of all ports of a machine together, so each server there has a name of its own. */
    private String name(HttpServletRequest request) {
        return entrance.isSecure() ? "__Host-salus" : "salus-" + request.getLocalPort();
    }
}
