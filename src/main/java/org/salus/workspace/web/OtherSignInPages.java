package org.salus.workspace.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.salus.frame.web.Address;
import org.salus.frame.web.Entrance;
import org.salus.frame.web.SessionCookie;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.people.DeadLink;
import org.salus.people.People;
import org.salus.people.Secret;
import org.salus.people.SingleSignOns;
import org.salus.workspace.Admissions;
import org.salus.workspace.OpenId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Signing in, or accepting an invitation, by another server's word. Opened only on a team's server that uses one. */
@Controller
public final class OtherSignInPages {
    private static final Logger LOG = LoggerFactory.getLogger(OtherSignInPages.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final People people;
    private final Entrance entrance;
    private final SessionCookie cookie;
    private final Admissions admissions;
    private final OtherSignIn other;
    private final SignInPages signIn;

    OtherSignInPages(
            People people,
            Entrance entrance,
            SessionCookie cookie,
            Admissions admissions,
            OpenId openId,
            SignInPages signIn) {
        this.people = people;
        this.entrance = entrance;
        this.cookie = cookie;
        this.admissions = admissions;
        this.other = new OtherSignIn(openId.server().orElseThrow(), entrance);
        this.signIn = signIn;
    }

    @GetMapping("/sign-in/other")
    ModelAndView depart(
            @RequestParam(defaultValue = "/") String next,
            @RequestParam(defaultValue = "") String invitation,
            HttpServletResponse response) {
        OtherSignIn.Departure departure = other.depart(Address.own(next), invitation);
        Secret errand = people.singleSignOns()
                .keep(JSON.writeValueAsString(departure.errand()), OtherSignIn.Errand.LIFE);
        response.addHeader(HttpHeaders.SET_COOKIE, errandCookie(errand.reveal(), OtherSignIn.Errand.LIFE));
        return SignInPages.seeOther(departure.to().toString());
    }

    /** Where the other server sends the browser back to. */
    @GetMapping(OtherSignIn.RETURN)
    ModelAndView arrive(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            Wording wording,
            CsrfToken token,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, errandCookie("", Duration.ZERO));
        Optional<OtherSignIn.Errand> errand = errand(request);
        if (errand.isEmpty() || code.isEmpty()) {
            return signIn.troubled(wording, token, Sentence.of("workspace.other.not-begun"));
        }
        try {
            SingleSignOns.Vouched vouched = other.arrive(errand.get(), code, state);
            Optional<SingleSignOns.Welcome> welcome = errand.get().invitation().isEmpty()
                    ? people.singleSignOns().signIn(vouched, other.admitsStrangers())
                    : Optional.of(
                            people.singleSignOns().accept(Secret.of(errand.get().invitation()), vouched));
            if (welcome.isEmpty()) {
                return signIn.troubled(wording, token, Sentence.of("workspace.other.unknown"));
            }
            cookie.give(request, response, welcome.get().session());
            admissions.fulfil(welcome.get().account());
            return new ModelAndView(
                    "workspace/web/entered",
                    Map.of("page", SignInPages.entered(wording, errand.get().next())));
        } catch (DeadLink dead) {
            return SignInPages.dead(wording, dead);
        } catch (OAuth2AuthenticationException refused) {
            LOG.warn("The other server's word is not believed: {}", refused.getError().getErrorCode());
            return signIn.troubled(wording, token, Sentence.of("workspace.other.refused"));
        } catch (Failure refused) {
            return signIn.troubled(wording, token, refused.sentence());
        }
    }

    private Optional<OtherSignIn.Errand> errand(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        for (Cookie one : cookies) {
            if (one.getName().equals(cookieName())) {
                return people.singleSignOns()
                        .fetch(Secret.of(one.getValue()))
                        .map(body -> JSON.readValue(body, OtherSignIn.Errand.class));
            }
        }
        return Optional.empty();
    }

    /** Lax: the browser comes back from another site. */
    private String errandCookie(String value, Duration life) {
        return ResponseCookie.from(cookieName(), value)
                .path("/")
                .httpOnly(true)
                .secure(entrance.isSecure())
                .sameSite("Lax")
                .maxAge(life)
                .build()
                .toString();
    }

    private String cookieName() {
        return entrance.isSecure() ? "__Host-salus-errand" : "salus-errand";
    }
}
