package org.salus.frame.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningTeam;
import org.salus.Visitor;
import org.salus.ledger.AccountId;
import org.salus.people.Secret;
import org.salus.people.Tokens;

/** How often and how much a team's server is asked at once. */
@Tag("slow")
class PacedTest {
    @TempDir
    private Path folder;

    @Test
    void whoever_watches_over_the_program_is_answered_however_busy_the_address_is() throws Exception {
        try (RunningTeam team = RunningTeam.start(folder, "requests-per-minute = 10");
                Visitor stranger = team.visitor()) {
            int turnedAway = 0;
            for (int request = 0; request < 30; request++) {
                turnedAway += stranger.get("/sign-in").statusCode() == 429 ? 1 : 0;
                assertThat(stranger.get("/health").statusCode()).isEqualTo(200);
            }
            assertThat(turnedAway).isPositive();
        }
    }

    @Tag("slow")
    @Test
    void a_program_that_sends_too_much_at_once_is_told_so_whether_it_says_how_much_or_not() throws Exception {
        byte[] large =
                ("{\"name\":\"" + "x".repeat((int) BoundedBody.MOST_BYTES) + "\"}").getBytes(StandardCharsets.UTF_8);
        byte[] garbled = "{".getBytes(StandardCharsets.UTF_8);
        try (RunningTeam team = RunningTeam.start(folder, "requests-per-minute = 1000000");
                HttpClient client = HttpClient.newHttpClient()) {
            AccountId ana = team.account(team.administrator("admin", "Admin"), "ana", "Ana");
            Secret token = team.people()
                    .tokens()
                    .issue(team.as(ana), "script", Tokens.Scope.WRITE, 1)
                    .secret();
            for (BodyPublisher body : List.of(
                    BodyPublishers.ofByteArray(large),
                    BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))) {
                HttpResponse<String> answer = send(client, team, token, body);
                assertThat(answer.statusCode()).isEqualTo(413);
                assertThat(answer.body()).contains("/api#too-large").hasSizeLessThan(1_000);
            }
            assertThat(send(client, team, token, BodyPublishers.ofByteArray(garbled))
                            .statusCode())
                    .as("what is small is read")
                    .isEqualTo(400);
        }
    }

    private static HttpResponse<String> send(HttpClient client, RunningTeam team, Secret token, BodyPublisher body)
            throws Exception {
        return client.send(
                HttpRequest.newBuilder(team.server().address().resolve("/api/v1/workspaces"))
                        .header("Authorization", "Bearer " + token.reveal())
                        .header("Content-Type", "application/json")
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }
}
