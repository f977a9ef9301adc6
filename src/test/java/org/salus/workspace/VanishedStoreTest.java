package org.salus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningTeam;
import org.salus.Visitor;

/** The file of the workspaces goes away under a server that runs, as when its disk is taken away, and comes back. */
@Tag("slow")
class VanishedStoreTest {
    private static final String WORDS = "where accounts and work are kept cannot be used now";

    @TempDir
    private Path folder;

    private Path file() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            return files.filter(path -> path.toString().endsWith(".db"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void every_door_says_so_keeps_what_was_typed_and_opens_again_without_a_new_start() throws Exception {
        try (RunningTeam team = RunningTeam.start(folder, "requests-per-minute = 1000000")) {
            team.administrator("ana", "Ana");
            try (Visitor ana = team.signedIn("ana")) {
                assertThat(ana.get("/workspaces").statusCode()).isEqualTo(200);
                Path file = file();
                Path away = folder.resolve("away.db");
                Files.move(file, away);

                HttpResponse<String> page = ana.get("/workspaces");
                assertThat(page.statusCode()).isEqualTo(503);
                assertThat(page.body()).contains(WORDS).contains("what was said to be kept is safe");
                // Who knocks cannot be known, so where the file lies is not told.
                assertThat(page.body()).doesNotContain(file.getFileName().toString());
                HttpResponse<String> api = ana.get("/api/v1/workspaces");
                assertThat(api.statusCode()).isEqualTo(503);
                assertThat(api.headers().firstValue("Content-Type").orElseThrow())
                        .startsWith("application/problem+json");
                assertThat(api.body()).contains(WORDS).contains("not-possible");
                HttpResponse<String> token = ana.get("/api/v1/workspaces", "Authorization", "Bearer salus_of-nobody");
                assertThat(token.statusCode()).isEqualTo(503);
                HttpResponse<String> typed = ana.post("/workspaces", "name", "typed for half an hour");
                assertThat(typed.statusCode()).isEqualTo(503);
                assertThat(typed.body()).contains(WORDS).contains("typed for half an hour");
                assertThat(file).doesNotExist();

                Files.move(away, file);
                assertThat(ana.get("/workspaces").statusCode()).isEqualTo(200);
            }
        }
    }
}
