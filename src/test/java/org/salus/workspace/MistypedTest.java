package org.salus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningTeam;
import org.salus.Visitor;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Workspace;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A field whose name a program mistypes is refused, and nothing is done without what it was to say. */
@Tag("slow")
class MistypedTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SOURCE = """
            {"key":"AUD","type":"law","title":"Audit Act","author":"Zubara","date":"2007","reference":"","link":"","consulted":"2026-02-01","reliability":"A","credibility":"1","note":""}""";

    @TempDir
    private Path folder;

    private RunningTeam team;
    private AccountId ana;
    private Workspace workspace;
    private Visitor program;

    @BeforeEach
    void start() throws Exception {
        team = RunningTeam.start(folder);
        ana = team.administrator("ana", "Ana");
        workspace = team.workspaces()
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.empty(),
                        "");
        program = team.signedIn("ana");
        program.get("/account");
    }

    @AfterEach
    void stop() {
        team.close();
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return program.submit(method, "/api/v1/workspaces/" + workspace.id() + path, "application/json", body);
    }

    @Test
    void what_is_meant_for_few_is_not_shown_to_all_members_for_a_mistyped_name() throws Exception {
        String at = "/items/" + UUID.randomUUID();
        HttpResponse<String> mistyped = send(
                "PUT",
                at,
                "{\"kind\":\"source\",\"value\":" + SOURCE + ",\"sensitivty\":{\"level\":\"named\",\"accounts\":[\""
                        + ana + "\"]}}");
        assertThat(mistyped.statusCode()).isEqualTo(400);
        assertThat(mistyped.body()).contains("sensitivty", "sensitivity");
        assertThat(workspace.view(ana).list(Source.KIND)).isEmpty();

        assertThat(send("PUT", at, "{\"kind\":\"source\",\"value\":" + SOURCE + "}")
                        .statusCode())
                .isEqualTo(200);
        ObjectNode read = (ObjectNode) JSON.readTree(
                program.get("/api/v1/workspaces/" + workspace.id() + at).body());
        assertThat(send("PUT", at, read.toString()).statusCode())
                .as("what was read may be sent back")
                .isEqualTo(200);
    }

    @Test
    void nothing_is_taken_back_named_or_erased_for_a_mistyped_name() throws Exception {
        String at = "/items/" + UUID.randomUUID();
        send("PUT", at, "{\"kind\":\"source\",\"value\":" + SOURCE + "}");
        for (String[] asked : new String[][] {
            {"/undo", "{\"step\":\"" + "0".repeat(64) + "\"}"},
            {"/undo", "{\"entry\":null}"},
            {"/versions", "{\"nmae\":\"first\"}"},
            {"/decisions", "{\"admited\":[]}"},
            {at + "/erasure", "{\"because\":\"asked for\"}"},
        }) {
            assertThat(send("POST", asked[0], asked[1]).statusCode())
                    .as(asked[1])
                    .isEqualTo(400);
        }
        assertThat(workspace.view(ana).list(Source.KIND)).hasSize(1);
        assertThat(send("POST", "/undo", "{}").statusCode()).isEqualTo(200);
        assertThat(workspace.view(ana).list(Source.KIND)).isEmpty();
    }
}
