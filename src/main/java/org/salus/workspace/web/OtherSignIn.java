package org.salus.workspace.web;

import com.nimbusds.jwt.JWTParser;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.frame.web.Entrance;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.people.SingleSignOns;
import org.salus.workspace.OpenId;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * The other server that vouches for people, asked by the authorization code flow of OpenID Connect with PKCE and nonce. What it says is checked by Spring
 * Security: signature, issuer, audience, nonce, time. The server is asked for its description when somebody first needs it, so that this program starts
 * also while the other one does not run. Safe for use by several threads.
 */
final class OtherSignIn {
    static final String RETURN = "/sign-in/other/return";

    private static final int LONGEST_ALGORITHM = 20;

    /** What is believed, by the names of RFC 7518. */
    private static final String TAKEN = Stream.of(SignatureAlgorithm.values())
            .map(SignatureAlgorithm::getName)
            .collect(Collectors.joining(", "));

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Base64StringKeyGenerator CHANCE =
            new Base64StringKeyGenerator(java.util.Base64.getUrlEncoder().withoutPadding(), 32);

    private final OpenId.Server server;
    private final String back;
    private final OidcAuthorizationCodeAuthenticationProvider checks = new OidcAuthorizationCodeAuthenticationProvider(
            new RestClientAuthorizationCodeTokenResponseClient(), new OidcUserService());
    private volatile @Nullable ClientRegistration described;

    OtherSignIn(OpenId.Server server, Entrance entrance) {
        this.server = server;
        this.checks.setJwtDecoderFactory(registration -> word -> decode(word, registration, server.name()));
        this.back = entrance.base().orElseThrow().resolve(RETURN).toString();
    }

    /**
     * What must be known again when the browser comes back.
     *
     * @param next where to go in the end
     * @param invitation the invitation that is accepted so; empty if none
     */
    record Errand(String state, String nonce, String verifier, String next, String invitation) {
        static final Duration LIFE = PATIENCE;
    }

    /** A request to the other server: where to send the browser, and what to remember meanwhile. */
    record Departure(URI to, Errand errand) {}

    boolean admitsStrangers() {
        return server.admitStrangers();
    }

    /**
     * Prepares a request.
     *
     * @throws Failure if the other server does not answer
     */
    Departure depart(String next, String invitation) {
        ClientRegistration registration = described();
        String nonce = CHANCE.generateKey();
        OAuth2AuthorizationRequest.Builder request = OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .clientId(registration.getClientId())
                .redirectUri(back)
                .scopes(registration.getScopes())
                .state(CHANCE.generateKey())
                .additionalParameters(Map.of(OidcParameterNames.NONCE, digest(nonce)));
        OAuth2AuthorizationRequestCustomizers.withPkce().accept(request);
        OAuth2AuthorizationRequest whole = request.build();
        String verifier = String.valueOf(whole.<String>getAttribute(PkceParameterNames.CODE_VERIFIER));
        return new Departure(
                URI.create(whole.getAuthorizationRequestUri()),
                new Errand(String.valueOf(whole.getState()), nonce, verifier, next, invitation));
    }

    /**
     * Exchanges what the browser brought back for the other server's word.
     *
     * @throws OAuth2AuthenticationException if it is not to be believed
     * @throws Failure if the other server does not answer
     */
    SingleSignOns.Vouched arrive(Errand errand, String code, String state) {
        ClientRegistration registration = described();
        OAuth2AuthorizationRequest request = OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .clientId(registration.getClientId())
                .redirectUri(back)
                .scopes(registration.getScopes())
                .state(errand.state())
                .attributes(kept -> {
                    kept.put(OidcParameterNames.NONCE, errand.nonce());
                    kept.put(PkceParameterNames.CODE_VERIFIER, errand.verifier());
                })
                .build();
        OAuth2AuthorizationResponse response = OAuth2AuthorizationResponse.success(code)
                .redirectUri(back)
                .state(state)
                .build();
        OAuth2LoginAuthenticationToken told = (OAuth2LoginAuthenticationToken) Objects.requireNonNull(believed(
                new OAuth2LoginAuthenticationToken(registration, new OAuth2AuthorizationExchange(request, response))));
        OidcUser user = (OidcUser) Objects.requireNonNull(told.getPrincipal());
        // Spring Security has refused an answer without a subject.
        String subject = Objects.requireNonNull(user.getSubject());
        return new SingleSignOns.Vouched(server.issuer().toString(), subject, name(user, subject));
    }

    private @Nullable Authentication believed(OAuth2LoginAuthenticationToken told) {
        try {
            return checks.authenticate(told);
        } catch (OAuth2AuthenticationException | Failure refused) {
            // The other server may describe itself otherwise by now: whoever tries next asks it anew
            described = null;
            throw refused;
        }
    }

    /** Spring Security expects one algorithm of all, RS256; which one a server uses is told by its word, and has to be among those it announces. */
    private static Jwt decode(String word, ClientRegistration registration, String server) {
        String told = algorithm(word);
        SignatureAlgorithm known = SignatureAlgorithm.from(told);
        if (known == null && !told.isEmpty()) {
            // A shared secret is none of them: whoever checks could have signed as well. EdDSA is not checked by Spring
            // Security.
            throw Failure.notPossible(
                    Sentence.of("workspace.other.algorithm", server, told, TAKEN), new GeneralSecurityException(told));
        }
        OidcIdTokenDecoderFactory checks = new OidcIdTokenDecoderFactory();
        checks.setJwsAlgorithmResolver(
                any -> known != null && isAnnounced(told, registration) ? known : SignatureAlgorithm.RS256);
        return checks.createDecoder(registration).decode(word);
    }

    /** By what a word says that it is signed; empty if it cannot be read, or says so at a length that no algorithm has. */
    private static String algorithm(String word) {
        try {
            String told = JWTParser.parse(word).getHeader().getAlgorithm().getName();
            return told.length() > LONGEST_ALGORITHM ? "" : told;
        } catch (ParseException unreadable) {
            return "";
        }
    }

    private static boolean isAnnounced(String algorithm, ClientRegistration registration) {
        return registration.getProviderDetails().getConfigurationMetadata().get("id_token_signing_alg_values_supported")
                        instanceof Collection<?> names
                && names.contains(algorithm);
    }

    private static String name(OidcUser user, String subject) {
        for (@Nullable String name : new @Nullable String[] {user.getFullName(), user.getPreferredUsername()}) {
            if (name != null && !name.isBlank()) {
                return name;
            }
        }
        return subject;
    }

    private ClientRegistration described() {
        ClientRegistration known = described;
        if (known != null) {
            return known;
        }
        try {
            ClientRegistration fresh = ClientRegistrations.fromIssuerLocation(
                            server.issuer().toString())
                    .registrationId("other")
                    .clientId(server.clientId())
                    .clientSecret(server.clientSecret())
                    .redirectUri(back)
                    .scope(Set.of("openid", "profile"))
                    .build();
            described = fresh;
            return fresh;
        } catch (IllegalArgumentException | IllegalStateException unreachable) {
            throw Failure.notPossible(Sentence.of("workspace.other.unreachable", server.name()), unreachable)
                    .advising(Sentence.of("workspace.other.unreachable.advice"));
        }
    }

    /** The other server is shown the digest; what it says must fit the nonce that only the errand knows. */
    private static String digest(String nonce) {
        try {
            byte[] digest = java.security.MessageDigest.getInstance("SHA-256")
                    .digest(nonce.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
