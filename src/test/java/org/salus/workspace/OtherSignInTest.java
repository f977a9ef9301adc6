package org.salus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningTeam;
import org.salus.Visitor;
import org.salus.ledger.AccountId;
import org.salus.people.Secret;

/** Signing in by another server's word. */
@Tag("slow")
class OtherSignInTest {
    @TempDir
    private Path folder;

    private VouchingServer other;
    private RunningTeam team;
    private AccountId ana;

    @BeforeEach
    void start() throws Exception {
        other = new VouchingServer();
        team = begin();
        ana = team.administrator("ana", "Ana Ruiz");
    }

    private RunningTeam begin(String... more) throws Exception {
        List<String> lines = new java.util.ArrayList<>(List.of(
                "openid.issuer = " + other.issuer(),
                "openid.client-id = " + VouchingServer.CLIENT,
                "openid.client-secret = " + VouchingServer.SECRET,
                "openid.name = The ministry"));
        lines.addAll(List.of(more));
        return RunningTeam.start(folder, lines.toArray(String[]::new));
    }

    @AfterEach
    void stop() {
        team.close();
        other.close();
    }

    /** Sends a browser to the other server and returns the path with which it comes back. */
    private static String thereAndBack(Visitor visitor, String path) throws Exception {
        HttpResponse<String> away = visitor.get(path);
        assertThat(away.statusCode()).as(away.body()).isEqualTo(303);
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI back = URI.create(client.send(
                            HttpRequest.newBuilder(URI.create(away.headers()
                                            .firstValue("Location")
                                            .orElseThrow()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow());
            return back.getRawPath() + "?" + back.getRawQuery();
        }
    }

    private AccountId invited() throws Exception {
        Secret link = team.people()
                .invitations()
                .invite(team.as(ana), Optional.empty())
                .secret();
        Visitor eve = team.visitor();
        assertThat(eve.get(RunningTeam.path("/invitation", link)).body()).contains("With The ministry");
        HttpResponse<String> entered = eve.get(thereAndBack(eve, "/sign-in/other?invitation=" + link.reveal()));
        assertThat(entered.statusCode()).isEqualTo(200);
        assertThat(eve.get("/account").body()).contains("Eve Example", "by single sign-on");
        return team.people().accounts().list().stream()
                .filter(account -> account.name().equals("Eve Example"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void who_was_invited_comes_in_and_comes_back() throws Exception {
        AccountId eve = invited();
        assertThat(team.people().accounts().get(eve).login()).isEmpty();
        Visitor again = team.visitor();
        assertThat(again.get("/sign-in").body()).contains("With The ministry");
        HttpResponse<String> entered = again.get(thereAndBack(again, "/sign-in/other?next=/search%3Fq%3Dpolice"));
        assertThat(entered.body()).contains("content=\"0;url=/search?q=police\"");
        assertThat(entered.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.contains("SameSite=Strict") && cookie.contains("HttpOnly"));
        assertThat(again.get("/").statusCode()).isEqualTo(200);
        assertThat(team.people().accounts().list()).hasSize(2);
    }

    @Test
    void a_name_is_nobodys_proof() throws Exception {
        invited();
        other.signedIn("67890", "Eve Example");
        Visitor stranger = team.visitor();
        HttpResponse<String> refused = stranger.get(thereAndBack(stranger, "/sign-in/other"));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("you have no account here");
        assertThat(stranger.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void strangers_are_admitted_where_the_settings_say_so() throws Exception {
        team.close();
        team = begin("openid.admit = everybody");
        Visitor stranger = team.visitor();
        assertThat(stranger.get(thereAndBack(stranger, "/sign-in/other")).statusCode())
                .isEqualTo(200);
        assertThat(stranger.get("/account").statusCode()).isEqualTo(200);
        assertThat(stranger.get("/administration").statusCode()).isEqualTo(403);
    }

    @Test
    void a_closed_account_is_not_vouched_open() throws Exception {
        AccountId eve = invited();
        team.people().accounts().close(ana, eve);
        Visitor visitor = team.visitor();
        assertThat(visitor.get(thereAndBack(visitor, "/sign-in/other")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void what_comes_back_twice_from_elsewhere_or_changed_is_refused() throws Exception {
        invited();
        Visitor visitor = team.visitor();
        String back = thereAndBack(visitor, "/sign-in/other");
        assertThat(team.visitor().get(back).body()).as("another browser").contains("was not begun here");
        Visitor changed = visitor.copy();
        assertThat(changed.get(back.replaceAll("state=[^&]+", "state=made-up")).statusCode())
                .isEqualTo(401);
        assertThat(visitor.get(back).body()).as("the errand is used up").contains("was not begun here");
        Visitor denied = team.visitor();
        thereAndBack(denied, "/sign-in/other");
        assertThat(denied.get("/sign-in/other/return?error=access_denied&state=x")
                        .statusCode())
                .isEqualTo(401);
        Visitor made = team.visitor();
        String code = thereAndBack(made, "/sign-in/other").replaceAll("code=[^&]+", "code=guessed");
        assertThat(made.get(code).body()).contains("could not be believed");
    }

    @Test
    void a_forged_word_is_not_believed() throws Exception {
        invited();
        Map<String, UnaryOperator<JWTClaimsSet.Builder>> forgeries = Map.of(
                "another nonce", claims -> claims.claim("nonce", "other"),
                "no nonce", claims -> claims.claim("nonce", null),
                "for another client", claims -> claims.audience("somebody else"),
                "from another server", claims -> claims.issuer("https://evil.example"),
                "expired",
                        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(3_600))));
        for (Map.Entry<String, UnaryOperator<JWTClaimsSet.Builder>> forgery : forgeries.entrySet()) {
            other.forge(forgery.getValue());
            Visitor visitor = team.visitor();
            HttpResponse<String> refused = visitor.get(thereAndBack(visitor, "/sign-in/other"));
            assertThat(refused.body()).as(forgery.getKey()).contains("could not be believed");
            assertThat(visitor.get("/account").statusCode())
                    .as(forgery.getKey())
                    .isEqualTo(303);
        }
        other.forge(claims -> claims);
        other.signWithAnotherKey();
        Visitor visitor = team.visitor();
        assertThat(visitor.get(thereAndBack(visitor, "/sign-in/other")).body()).contains("could not be believed");
    }

    @Test
    void a_server_may_sign_by_any_algorithm_of_key_pairs_that_it_announces() throws Exception {
        other.announce("HS256", "RS256", "ES256");
        invited();
        other.signByEllipticCurve();
        Visitor curved = team.visitor();
        assertThat(curved.get(thereAndBack(curved, "/sign-in/other")).body()).contains("You are in");
        assertThat(curved.get("/account").body()).contains("Eve Example");
        other.signWithTheSharedSecret();
        Visitor shared = team.visitor();
        assertThat(shared.get(thereAndBack(shared, "/sign-in/other")).body())
                .contains("signs what it says by HS256, which is not checked here");
        assertThat(shared.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void an_algorithm_that_cannot_be_checked_is_named_with_those_that_can() throws Exception {
        invited();
        other.announce("RS256", "EdDSA");
        other.signByEdwardsCurve();
        Visitor visitor = team.visitor();
        assertThat(visitor.get(thereAndBack(visitor, "/sign-in/other")).body())
                .contains("The ministry signs what it says by EdDSA, which is not checked here")
                .contains("RS256, RS384, RS512, ES256, ES384, ES512, PS256, PS384, PS512");
        assertThat(visitor.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void an_algorithm_that_a_server_does_not_announce_is_not_believed() throws Exception {
        invited();
        other.signByEllipticCurve();
        for (int again = 0; again < 2; again++) {
            Visitor visitor = team.visitor();
            assertThat(visitor.get(thereAndBack(visitor, "/sign-in/other")).body())
                    .contains("could not be believed");
        }
        // It announces the change late. Who tries once more after a refusal comes in, without a restart.
        other.announce("ES256");
        Visitor late = team.visitor();
        late.get(thereAndBack(late, "/sign-in/other"));
        assertThat(late.get(thereAndBack(late, "/sign-in/other")).body()).contains("You are in");
    }

    @Test
    void a_server_that_does_not_answer_keeps_nobody_from_signing_in_by_password() throws Exception {
        other.close();
        HttpResponse<String> silent = team.visitor().get("/sign-in/other");
        assertThat(silent.statusCode()).isEqualTo(503);
        assertThat(silent.body()).contains("The ministry does not answer");
        assertThat(team.signedIn("ana").get("/").statusCode()).isEqualTo(200);
    }
}
