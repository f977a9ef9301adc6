package org.salus.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningTeam;
import org.salus.Visitor;
import org.salus.ledger.AccountId;
import org.salus.ledger.Act;
import org.salus.ledger.Charter;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Workspace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The agenda through its doors: pages, files, the API, and the address of a calendar. */
@Tag("slow")
class AgendaDoorsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HOSTILE = "</p><script>alert(1)</script>'\"&{0}";
    private static final Pattern FEED = Pattern.compile("<code id=\"fresh-feed\">([^<]+)</code>");

    @TempDir
    private static Path folder;

    private static RunningTeam team;
    private static AccountId ana;
    private static AccountId ben;
    private static Visitor anas;
    private static Visitor bens;

    private Workspace workspace;

    @BeforeAll
    static void start() throws Exception {
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        AccountId administrator = team.administrator("admin", "Admin");
        ana = team.account(administrator, "ana", "Ana");
        ben = team.account(administrator, "ben", "Ben");
        anas = team.signedIn("ana");
        bens = team.signedIn("ben");
    }

    @AfterAll
    static void end() {
        anas.close();
        bens.close();
        team.close();
    }

    @BeforeEach
    void another() {
        workspace = team.workspaces()
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.empty(),
                        "");
        put(new Item<>(
                new ItemId(ben.value()),
                Member.KIND,
                Sensitivity.forMembers(),
                List.of(),
                new Member("Ben", Optional.empty(), "", Role.READER),
                Set.of()));
    }

    private void put(Item<?> item) {
        assertThat(workspace.append(ana, List.of(new Edit.Put(item)), Reason.of(Act.EDIT, "all have to know")))
                .isInstanceOf(Outcome.Accepted.class);
    }

    private String path(String below) {
        return "/workspaces/" + workspace.id() + below;
    }

    private static String get(Visitor visitor, String path) throws Exception {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        assertThat(answer.body()).as(path).doesNotContain("[agenda.");
        return answer.body();
    }

    /** Sends a form that has to be accepted; where it leads. */
    private String done(String below, String... form) throws Exception {
        get(anas, path("/actions"));
        HttpResponse<String> answer = anas.post(path(below), form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void empty_pages_teach_the_next_step() throws Exception {
        assertThat(get(anas, path("/agenda"))).contains("Nothing is due", "nothing is dated later");
        assertThat(get(anas, path("/meetings"))).contains("Note a meeting with its agenda", "becomes a decision");
        assertThat(get(anas, path("/actions"))).contains("Note an action");
        assertThat(get(anas, path("/requests"))).contains("Note what you asked");
        assertThat(get(anas, path("/focal-points"))).contains("Note an office");
        assertThat(get(bens, path("/meetings"))).doesNotContain("<textarea");
    }

    @Test
    void a_meeting_is_prepared_held_and_shows_the_next_one_what_came_of_it() throws Exception {
        String first = done(
                "/meetings",
                "title",
                "Committee",
                "day",
                "2026-03-01",
                "offices",
                "Ministry of Justice\r\nEmbassy",
                "points",
                "D: Extend the pilot · Embassy\r\nAny other business");
        assertThat(get(anas, first)).contains("one point is to be decided", "Extend the pilot", "No earlier meeting");
        String minutes = "Opened.\nD: The pilot is extended\nA: Embassy · pays · until 2026-05-01";
        HttpResponse<String> preview = anas.post(first + "/minutes/preview", "text", minutes + "\nA: nobody");
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("something is wrong with one", "An action needs an office", "A: nobody");
        HttpResponse<String> refused = anas.post(first + "/minutes", "text", minutes + "\nA: nobody");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Line 4", "A: nobody");
        assertThat(anas.post(first + "/minutes", "text", minutes).statusCode()).isEqualTo(303);
        assertThat(get(anas, first)).contains("held", "Opened.", "The pilot is extended", "pays");
        assertThat(get(anas, path("/politics"))).contains("The pilot is extended");
        String next = done("/meetings", "title", "Next committee", "day", "2026-06-01");
        assertThat(get(bens, next))
                .contains("What became of the actions of the last meeting", "pays", "overdue", "One thing has changed");
        assertThat(get(bens, next + "/came-of.csv")).contains("pays", "Embassy");
        assertThat(bens.get(next + "/open.xlsx").statusCode()).isEqualTo(200);
        assertThat(bens.post(first + "/minutes", "text", "D: more").statusCode())
                .isBetween(400, 403);
    }

    @Test
    void the_calendar_is_asked_by_its_address() throws Exception {
        done("/actions", "title", "late", "office", "Embassy", "made", "2020", "due", "2020-05");
        done("/requests", "title", "figures", "asked-of", "Treasury", "until", "2999-12-24");
        assertThat(get(bens, path("/agenda")))
                .containsSubsequence("late", "figures")
                .contains("one is overdue");
        assertThat(get(bens, path("/agenda?kind=request"))).contains("figures").doesNotContain(">late<");
        assertThat(get(bens, path("/agenda?view=month&month=2999-12"))).contains("December 2999", "figures");
        assertThat(get(bens, path("/agenda?from=2500&until=2501"))).contains("Next is “figures”");
        assertThat(get(bens, path("/agenda/due.csv?office=treasury")))
                .contains("figures")
                .doesNotContain("late");
        for (String wrong : List.of("from=soon", "from=2027&until=2026", "view=year", "month=2026", "color=red")) {
            assertThat(bens.get(path("/agenda?" + wrong)).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        JsonNode due = JSON.readTree(get(bens, "/api/v1" + path("/agenda?overdue=yes")));
        assertThat(due.path("due").size()).isOne();
        assertThat(due.path("overdue").asInt()).isOne();
    }

    @Test
    void an_address_gives_a_calendar_to_whoever_has_it_until_it_is_withdrawn() throws Exception {
        done("/actions", "title", "for all members", "office", "Embassy", "due", "2999");
        done("/focal-points", "office", "Secretariat", "name", "A. Person");
        put(Item.fresh(Action.KIND, Council.action("canary for Ana", "2999"))
                .meantFor(new Sensitivity.Named(new TreeSet<>(Set.of(ana)))));
        get(bens, path("/agenda"));
        HttpResponse<String> made = bens.post(path("/agenda/feed"));
        Matcher address = FEED.matcher(made.body());
        assertThat(address.find()).as(made.body()).isTrue();
        String feed = address.group(1).replaceFirst("^https?://[^/]+", "");
        assertThat(feed).matches("/calendar/[A-Za-z0-9_-]{43}\\.ics");
        try (Visitor stranger = team.visitor()) {
            HttpResponse<String> answer = stranger.get(feed);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/calendar");
            assertThat(answer.body())
                    .contains("BEGIN:VCALENDAR", "SUMMARY:action: for all members", "Secretariat")
                    .doesNotContain("canary", "A. Person");
            assertThat(get(bens, path("/agenda"))).as("it is shown once").doesNotContain(feed);
            assertThat(stranger.get(feed.replace(".ics", "x.ics")).statusCode()).isEqualTo(404);
            assertThat(stranger.get(path("/agenda")).statusCode())
                    .as("it opens nothing else")
                    .isEqualTo(303);
            assertThat(bens.post(path("/agenda/feed/withdraw")).statusCode()).isEqualTo(303);
            assertThat(stranger.get(feed).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void the_calendar_of_whoever_reads_more_gives_no_more_by_its_address() throws Exception {
        put(Item.fresh(Action.KIND, Council.action("canary for Ana", "2999"))
                .meantFor(new Sensitivity.Named(new TreeSet<>(Set.of(ana)))));
        assertThat(get(anas, path("/agenda"))).contains("canary for Ana");
        assertThat(get(bens, path("/agenda"))).doesNotContain("canary");
        HttpResponse<String> made = anas.post(path("/agenda/feed"));
        Matcher address = FEED.matcher(made.body());
        assertThat(address.find()).isTrue();
        assertThat(anas.get(address.group(1).replaceFirst("^https?://[^/]+", ""))
                        .body())
                .contains("VCALENDAR")
                .doesNotContain("canary");
    }

    @Test
    void hostile_text_stays_text() throws Exception {
        String meeting = done("/meetings", "title", HOSTILE, "day", "2026-03-01", "points", "D: " + HOSTILE);
        assertThat(anas.post(meeting + "/minutes", "text", "D: " + HOSTILE + "\n" + HOSTILE)
                        .statusCode())
                .isEqualTo(303);
        done("/actions", "title", HOSTILE, "office", HOSTILE, "due", "2999-01-01");
        for (String below : List.of("/agenda", "/meetings", "/actions", "/agenda?view=month&month=2999-01")) {
            assertThat(get(anas, path(below))).as(below).contains("alert(1)").doesNotContain("<script>alert(1)");
        }
        assertThat(get(anas, meeting)).contains("alert(1)").doesNotContain("<script>alert(1)");
        HttpResponse<String> turned = anas.post(path("/actions"), "title", "Pay\u202Eyap", "office", "Embassy");
        assertThat(turned.statusCode()).isEqualTo(400);
        assertThat(turned.body()).contains("U+202E", "value=\"Embassy\"");
    }

    @Test
    void a_name_is_written_confirmed_and_taken_out() throws Exception {
        done("/focal-points", "office", "Secretariat", "matter", "minutes", "name", "A. Person");
        assertThat(get(bens, path("/focal-points"))).contains("A. Person");
        assertThat(get(bens, path("/agenda/focal-points.csv")))
                .contains("Secretariat")
                .doesNotContain("A. Person");
        String point = workspace.view(ana).list(FocalPoint.KIND).getFirst().id().toString();
        assertThat(get(bens, path("/items/" + point))).doesNotContain("A. Person");
        done("/focal-points/" + point + "/name", "name", "");
        assertThat(get(bens, path("/focal-points"))).doesNotContain("A. Person");
        HttpResponse<String> wrong =
                anas.post(path("/focal-points/" + point + "/name"), "name", "B. Person", "name-until", "2999");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("12 months");
    }

    @Test
    void a_program_reads_and_notes_the_same() throws Exception {
        String api = "/api/v1" + path("/agenda");
        get(anas, path("/actions"));
        HttpResponse<String> noted = anas.submit(
                "POST",
                api + "/meetings",
                "application/json",
                "{\"title\":\"Committee\",\"day\":\"2026-03-01\",\"points\":[\"D: Extend\"],\"offices\":[\"Embassy\"]}");
        assertThat(noted.statusCode()).as(noted.body()).isEqualTo(200);
        String meeting = JSON.readTree(noted.body()).path("item").asString();
        String minutes = api + "/meetings/" + meeting + "/minutes";
        JsonNode looked = JSON.readTree(anas.submit(
                        "POST",
                        minutes,
                        "application/json",
                        "{\"text\":\"D: Extended\\nA: Embassy | pays | until 2026-05\\nA: x\"}")
                .body());
        assertThat(looked.path("wrong").asInt()).isOne();
        assertThat(looked.path("lines").path(1).path("becomes").asString()).isEqualTo("action");
        HttpResponse<String> written = anas.submit(
                "POST",
                minutes,
                "application/json",
                "{\"text\":\"D: Extended\\nA: Embassy | pays | until 2026-05\",\"write\":true}");
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        JsonNode told = JSON.readTree(get(bens, api + "/meetings/" + meeting));
        assertThat(told.path("decisions").path(0).path("title").asString()).isEqualTo("Extended");
        assertThat(told.path("actions").path(0).path("due").asString()).isEqualTo("2026-05");
        assertThat(JSON.readTree(get(bens, api + "/actions")).path("actions").path(0))
                .isEqualTo(told.path("actions").path(0));
        assertThat(bens.get(api + "/rumours").statusCode()).isEqualTo(404);
        assertThat(anas.submit("POST", api + "/actions", "application/json", "{\"titel\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(anas.submit("POST", api + "/actions", "application/json", "{\"title\":\"x\"}")
                        .statusCode())
                .as("without an office")
                .isEqualTo(422);
        assertThat(bens.submit("POST", api + "/actions", "application/json", "{\"title\":\"x\",\"office\":\"y\"}")
                        .statusCode())
                .as("a reader writes nothing")
                .isBetween(400, 403);
    }
}
