package org.salus.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningTeam;
import org.salus.Visitor;
import org.salus.agenda.Meeting;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Workspace;

/** What programs send in a wrong form: told by the name of the field and what it has to be, whichever room would have read it. */
@Tag("slow")
class SentBodiesTest {
    @TempDir
    private static Path folder;

    private static RunningTeam team;
    private static Workspace workspace;
    private static AccountId ana;
    private static Visitor anas;

    @BeforeAll
    static void start() throws Exception {
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        ana = team.account(team.administrator("admin", "Admin"), "ana", "Ana");
        workspace = team.workspaces()
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.empty(),
                        "");
        anas = team.signedIn("ana");
        anas.get("/workspaces/" + workspace.id());
    }

    @AfterAll
    static void end() {
        anas.close();
        team.close();
    }

    private static HttpResponse<String> sent(String below, String body) throws Exception {
        return anas.submit("POST", "/api/v1/workspaces/" + workspace.id() + below, "application/json", body);
    }

    private static String refused(String below, String body) throws Exception {
        HttpResponse<String> answer = sent(below, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        return answer.body();
    }

    @Test
    void a_list_or_an_object_in_the_place_of_a_text_is_refused_and_its_field_is_named() throws Exception {
        assertThat(refused("/agenda/meetings", "{\"title\": \"Committee\", \"day\": [\"2026-01-01\"]}"))
                .contains("“day” has to be one text. What was sent is a JSON list.");
        assertThat(refused("/agenda/meetings", "{\"title\": {\"a\": 1}, \"day\": \"2026-01-01\"}"))
                .contains("“title” has to be one text. What was sent is a JSON object.");
        assertThat(refused("/papers", "{\"template\": [\"x\"]}")).contains("“template” has to be one text");
        assertThat(refused("/invitations", "{\"role\": {}}")).contains("“role” has to be one text");
        assertThat(refused("/views", "{\"name\": [1]}")).contains("“name” has to be one text");
        assertThat(workspace.view(ana).list(Meeting.KIND)).isEmpty();
    }

    @Test
    void a_text_in_the_place_of_a_list_and_what_is_wrong_within_a_list_are_refused() throws Exception {
        assertThat(refused("/decisions", "{\"admitted\": \"all\"}")).contains("“admitted” has to be a JSON list");
        assertThat(refused(
                        "/agenda/meetings",
                        "{\"title\": \"A\", \"day\": \"2026-01-01\", \"offices\": [\"A\", [\"B\"]]}"))
                .contains("“offices.1” has to be one text");
        assertThat(refused("/agenda/meetings", "[]")).contains("What is sent has to be a JSON object");
    }

    @Test
    void lists_where_lists_may_stand_and_one_text_in_their_place_are_taken() throws Exception {
        for (String offices : List.of("[\"A\", \"B\"]", "\"A; B\"")) {
            HttpResponse<String> answer = sent(
                    "/agenda/meetings",
                    "{\"title\": \"Committee\", \"day\": \"2026-01-01\", \"place\": null, \"offices\": " + offices
                            + "}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
        assertThat(workspace.view(ana).list(Meeting.KIND))
                .allSatisfy(item -> assertThat(item.value().offices()).containsExactly("A", "B"));
    }
}
