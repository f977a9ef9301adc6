package org.salus.frame.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.RunningTeam;
import org.salus.Visitor;

/** Requests that no browser sends, or few do: each is answered, and none is a defect of the program. */
@Tag("slow")
class OddRequestsTest {
    @TempDir
    private static Path folder;

    private static RunningTeam team;
    private static Visitor ana;

    @BeforeAll
    static void start() throws Exception {
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        team.account(team.administrator("admin", "Admin"), "ana", "Ana");
        ana = team.signedIn("ana");
    }

    @AfterAll
    static void end() {
        team.close();
    }

    @Test
    void who_reads_many_languages_is_answered_in_the_first_that_there_is() throws Exception {
        String many = Stream.concat(
                        IntStream.range(0, 40).mapToObj(i -> "x" + (char) ('a' + i % 26) + (char) ('a' + i / 26)),
                        Stream.of("fr", "en"))
                .collect(Collectors.joining(", "));
        HttpResponse<String> page = ana.get("/workspaces", "Accept-Language", many);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body().substring(0, 200)).contains("lang=\"fr\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/workspaces?%00=1", "/search?a%0Ab=1"})
    void a_name_with_signs_that_cannot_be_shown_is_refused_as_wrong_use(String path) throws Exception {
        HttpResponse<String> answer = ana.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }
}
