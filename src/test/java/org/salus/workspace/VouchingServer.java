package org.salus.workspace;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A server that vouches for people by OpenID Connect, small but real: discovery, authorization code with PKCE, signed tokens, keys, user info. Whoever asks it
 * is signed in there as the person a test has set.
 */
final class VouchingServer implements AutoCloseable {
    static final String CLIENT = "salus";
    static final String SECRET = "a secret of the client";

    private final HttpServer server;
    private volatile JWK key;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, String> subjects = new ConcurrentHashMap<>();
    private volatile String subject = "12345";
    private volatile String name = "Eve Example";
    private volatile UnaryOperator<JWTClaimsSet.Builder> forgery = claims -> claims;
    private volatile JWK signing;
    private volatile JWSAlgorithm algorithm = JWSAlgorithm.RS256;
    private volatile @Nullable PrivateKey edwards;
    private volatile String announced = "RS256";

    VouchingServer() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        signing = key;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> json(exchange, 200, description()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/keys", exchange -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/userinfo", this::userinfo);
        server.start();
    }

    URI issuer() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Who is signed in there from now on. */
    void signedIn(String who, String called) {
        subject = who;
        name = called;
    }

    /** Changes what the next tokens say. */
    void forge(UnaryOperator<JWTClaimsSet.Builder> how) {
        forgery = how;
    }

    /** Signs the next tokens with a key that is not among its own. */
    void signWithAnotherKey() throws JOSEException {
        signing = new RSAKeyGenerator(2048).keyID("one").generate();
    }

    /** From now on signs by another algorithm, for which it has a key of its own, as many servers do. */
    void signByEllipticCurve() throws JOSEException {
        key = new ECKeyGenerator(Curve.P_256).keyID("two").generate();
        signing = key;
        algorithm = JWSAlgorithm.ES256;
    }

    /** From now on signs by EdDSA (RFC 8037), as some servers can be told to. */
    void signByEdwardsCurve() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        // The key itself ends what says of which kind it is (RFC 8410).
        byte[] point = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        key = new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(point))
                .keyID("three")
                .build();
        signing = key;
        edwards = pair.getPrivate();
        algorithm = JWSAlgorithm.EdDSA;
    }

    private Base64URL signedByEdwardsCurve(byte[] words) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(edwards);
            signature.update(words);
            return Base64URL.encode(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Signs the next tokens with the secret that it shares with its client. */
    void signWithTheSharedSecret() {
        signing = new OctetSequenceKey.Builder(SECRET.repeat(2).getBytes(StandardCharsets.UTF_8))
                .keyID("one")
                .build();
        algorithm = JWSAlgorithm.HS256;
    }

    /** By which algorithms it says that it signs. */
    void announce(String... algorithms) {
        announced = String.join("\",\"", algorithms);
    }

    private String signed(SignedJWT word) throws JOSEException {
        if (JWSAlgorithm.EdDSA.equals(algorithm)) {
            return new String(word.getSigningInput(), StandardCharsets.US_ASCII) + "."
                    + signedByEdwardsCurve(word.getSigningInput());
        }
        word.sign(signer());
        return word.serialize();
    }

    private JWSSigner signer() throws JOSEException {
        return switch (signing) {
            case RSAKey pair -> new RSASSASigner(pair);
            case ECKey pair -> new ECDSASigner(pair);
            case OctetSequenceKey secret -> new MACSigner(secret);
            default -> throw new IllegalStateException(signing.toString());
        };
    }

    private String description() {
        String own = issuer().toString();
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",
                "userinfo_endpoint":"%1$s/userinfo","response_types_supported":["code"],"subject_types_supported":["public"],
                "id_token_signing_alg_values_supported":["%2$s"],"token_endpoint_auth_methods_supported":["client_secret_basic"]}
                """.formatted(own, announced);
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
        if (!CLIENT.equals(asked.get("client_id"))
                || !"S256".equals(asked.get("code_challenge_method"))
                || !asked.getOrDefault("scope", "").contains("openid")) {
            json(exchange, 400, "{}");
            return;
        }
        String code = UUID.randomUUID().toString();
        asked.put("sub", subject);
        codes.put(code, asked);
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        asked.get("redirect_uri") + "?code=" + code + "&state="
                                + URLEncoder.encode(asked.getOrDefault("state", ""), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> begun = codes.remove(asked.getOrDefault("code", ""));
        String client = "Basic "
                + Base64.getEncoder()
                        .encodeToString((CLIENT + ":" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8));
        if (begun == null
                || !client.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !digest(asked.getOrDefault("code_verifier", "")).equals(begun.get("code_challenge"))
                || !begun.getOrDefault("redirect_uri", "").equals(asked.get("redirect_uri"))) {
            json(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        String access = UUID.randomUUID().toString();
        subjects.put(access, begun.getOrDefault("sub", ""));
        try {
            JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                    .issuer(issuer().toString())
                    .audience(CLIENT)
                    .subject(begun.get("sub"))
                    .issueTime(Date.from(Instant.now()))
                    .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                    .claim("nonce", begun.get("nonce"));
            SignedJWT word = new SignedJWT(
                    new JWSHeader.Builder(algorithm).keyID(signing.getKeyID()).build(),
                    forgery.apply(claims).build());
            json(
                    exchange,
                    200,
                    "{\"access_token\":\"" + access + "\",\"token_type\":\"Bearer\",\"expires_in\":300,\"id_token\":\""
                            + signed(word) + "\"}");
        } catch (JOSEException impossible) {
            throw new IOException(impossible);
        }
    }

    private void userinfo(HttpExchange exchange) throws IOException {
        String header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String who = subjects.get(header.replace("Bearer ", ""));
        json(
                exchange,
                who == null ? 401 : 200,
                who == null ? "{}" : "{\"sub\":\"" + who + "\",\"name\":\"" + name + "\"}");
    }

    private static String digest(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> form(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            fields.put(parts[0], parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
        }
        return fields;
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
