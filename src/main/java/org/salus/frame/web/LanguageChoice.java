package org.salus.frame.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * In which language pages speak: the one that was chosen at the foot of a page, else the first one the browser asks for that the program has. A choice stays in this
 * browser for a year; it says nothing about who made it.
 */
@Controller
final class LanguageChoice {
    /** Under this path nobody has to be signed in: the language is chosen before. */
    static final String DOOR = "/language/";

    private static final String COOKIE = "salus-language";

    private final Entrance entrance;

    LanguageChoice(Entrance entrance) {
        this.entrance = entrance;
    }

    /** Chooses, and leads back to where that was done. */
    @GetMapping(DOOR + "{tag}")
    ResponseEntity<Void> choose(@PathVariable String tag, @RequestParam(required = false) @Nullable String back) {
        Locale chosen = offered(tag)
                .orElseThrow(() -> Failure.notFound(Sentence.of("frame.language.unknown", tag))
                        .advising(Sentence.of("frame.problem.not-found.advice")));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(Address.own(back)))
                .header(
                        HttpHeaders.SET_COOKIE,
                        ResponseCookie.from(COOKIE, chosen.toLanguageTag())
                                .path("/")
                                .httpOnly(true)
                                .secure(entrance.isSecure())
                                .sameSite("Lax")
                                .maxAge(Duration.ofDays(365))
                                .build()
                                .toString())
                .build();
    }

    /** In which language this is to be answered. */
    static Locale of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                Optional<Locale> chosen =
                        cookie.getName().equals(COOKIE) ? offered(cookie.getValue()) : Optional.empty();
                if (chosen.isPresent()) {
                    return chosen.get();
                }
            }
        }
        for (Enumeration<Locale> wanted = request.getLocales(); wanted.hasMoreElements(); ) {
            Optional<Locale> known = offered(wanted.nextElement().getLanguage());
            if (known.isPresent()) {
                return known.get();
            }
        }
        return Wording.offered().getFirst();
    }

    private static Optional<Locale> offered(String language) {
        return Wording.offered().stream()
                .filter(known -> known.getLanguage().equals(language))
                .findFirst();
    }
}
