package org.salus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningTeam;
import org.salus.Salus;
import org.salus.Visitor;
import org.salus.frame.cli.CommandDoor;
import org.salus.ledger.AccountId;
import org.salus.people.Deed;
import org.salus.people.Secret;
import org.salus.people.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accounts, organisations, invitations, sessions and tokens through the API and in a terminal, by the rules of the pages. */
@Tag("slow")
class AdministrationDoorsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ADMINISTRATION = "/api/v1/administration";

    @TempDir
    private Path folder;

    private RunningTeam team;
    private AccountId ana;
    private AccountId ben;

    @BeforeEach
    void start() throws Exception {
        team = RunningTeam.start(folder);
        ana = team.administrator("ana", "Ana Ruiz");
        ben = team.account(ana, "ben", "Ben");
    }

    @AfterEach
    void stop() {
        team.close();
    }

    private String token(AccountId account, Tokens.Scope scope) {
        return team.people()
                .tokens()
                .issue(team.as(account), "a program", scope, 1)
                .secret()
                .reveal();
    }

    private HttpResponse<String> ask(String method, String path, String token, String body) throws Exception {
        try (Visitor program = team.visitor()) {
            return program.submit(method, path, "application/json", body, "Authorization", "Bearer " + token);
        }
    }

    /** What a program is answered that may ask. */
    private JsonNode told(String method, String path, String token, String body) throws Exception {
        HttpResponse<String> answer = ask(method, path, token, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        return JSON.readTree(answer.body());
    }

    private static JsonNode called(JsonNode accounts, String login) {
        return accounts.path("accounts")
                .valueStream()
                .filter(one -> one.path("login").asString("").equals(login))
                .findFirst()
                .orElseThrow();
    }

    private List<Deed.What> newest(int most) {
        return team.people().audit().ofServer(Optional.empty(), most).stream()
                .map(Deed::what)
                .toList();
    }

    @Test
    void a_program_that_administers_does_what_an_administrator_does_on_the_page() throws Exception {
        String token = token(ana, Tokens.Scope.ADMINISTER);
        String court = told("POST", ADMINISTRATION + "/organisations", token, "{\"name\":\"Court of Audit\"}")
                .path("id")
                .asString();
        assertThat(told("POST", ADMINISTRATION + "/organisations/" + court + "/name", token, "{\"name\":\"The Court\"}")
                        .path("name")
                        .asString())
                .isEqualTo("The Court");
        assertThat(told("GET", ADMINISTRATION + "/organisations", token, "")
                        .path("organisations")
                        .size())
                .isEqualTo(1);

        String account = ADMINISTRATION + "/accounts/" + ben;
        assertThat(told("POST", account + "/organisation", token, "{\"organisation\":\"" + court + "\"}")
                        .at("/organisation/name")
                        .asString())
                .isEqualTo("The Court");
        JsonNode accounts = told("GET", ADMINISTRATION + "/accounts", token, "");
        assertThat(called(accounts, "ana").path("administrator").asBoolean()).isTrue();
        assertThat(called(accounts, "ben")).isEqualTo(told("GET", account, token, ""));
        assertThat(accounts.toString()).doesNotContain("argon2");

        Visitor browser = team.signedIn("ben");
        told("POST", account + "/sessions/end", token, "");
        assertThat(browser.get("/account").statusCode())
                .as("a session that was ended")
                .isEqualTo(303);
        assertThat(told("POST", account + "/close", token, "").path("closed").asBoolean())
                .isTrue();
        assertThat(told("POST", account + "/reopen", token, "").path("closed").asBoolean())
                .isFalse();

        assertThat(newest(6))
                .containsExactly(
                        Deed.What.ACCOUNT_REOPENED,
                        Deed.What.ACCOUNT_CLOSED,
                        Deed.What.SESSIONS_ENDED,
                        Deed.What.SIGNED_IN,
                        Deed.What.ORGANISATION_GIVEN,
                        Deed.What.ORGANISATION_RENAMED);
        JsonNode newest = told("GET", ADMINISTRATION + "/audit", token, "").at("/deeds/0");
        assertThat(newest.path("what").asString()).isEqualTo("account-reopened");
        assertThat(newest.path("by").asString()).isEqualTo(ana.toString());
        assertThat(newest.path("account").asString()).isEqualTo(ben.toString());
    }

    @Test
    void links_are_told_once_and_lead_in() throws Exception {
        String token = token(ana, Tokens.Scope.ADMINISTER);
        JsonNode made = told("POST", ADMINISTRATION + "/invitations", token, "{}");
        String key = made.path("link").asString().replaceAll(".*/invitation\\?key=", "");
        HttpResponse<String> open = ask("GET", ADMINISTRATION + "/invitations", token, "");
        assertThat(open.body()).contains(made.path("id").asString()).doesNotContain(key, "link");
        assertThat(team.visitor()
                        .post(
                                "/invitation",
                                "key",
                                key,
                                "login",
                                "cleo",
                                "name",
                                "Cleo",
                                "password",
                                RunningTeam.PASSWORD)
                        .statusCode())
                .isEqualTo(303);
        assertThat(team.people().accounts().called("cleo")).isPresent();

        String second = told("POST", ADMINISTRATION + "/invitations", token, "{}")
                .path("id")
                .asString();
        told("DELETE", ADMINISTRATION + "/invitations/" + second, token, "");
        assertThat(team.people().invitations().list()).isEmpty();
        assertThat(ask("DELETE", ADMINISTRATION + "/invitations/" + second, token, "")
                        .statusCode())
                .isEqualTo(404);

        String reset = told("POST", ADMINISTRATION + "/accounts/" + ben + "/reset", token, "")
                .path("link")
                .asString();
        team.people().signIns().reset(Secret.of(reset.replaceAll(".*/reset\\?key=", "")), "another password for tests");
        assertThat(team.visitor()
                        .post("/sign-in", "login", "ben", "password", "another password for tests")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void nobody_else_learns_whether_there_is_such_an_account() throws Exception {
        String none = AccountId.fresh().toString();
        List<String> tokens = List.of(
                token(ben, Tokens.Scope.WRITE),
                token(ben, Tokens.Scope.READ),
                token(ana, Tokens.Scope.WRITE),
                token(ana, Tokens.Scope.READ));
        for (String token : tokens) {
            HttpResponse<String> there = ask("GET", ADMINISTRATION + "/accounts/" + ben, token, "");
            HttpResponse<String> missing = ask("GET", ADMINISTRATION + "/accounts/" + none, token, "");
            assertThat(there.statusCode()).isEqualTo(403);
            assertThat(there.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(missing.body().replace(none, "")).isEqualTo(there.body().replace(ben.toString(), ""));
            for (String path : List.of("/accounts", "/organisations", "/invitations", "/audit")) {
                assertThat(ask("GET", ADMINISTRATION + path, token, "").statusCode())
                        .as(path)
                        .isEqualTo(403);
            }
            for (String path : List.of("/close", "/reset", "/sessions/end", "/reopen")) {
                assertThat(ask("POST", ADMINISTRATION + "/accounts/" + ben + path, token, "")
                                .statusCode())
                        .as(path)
                        .isEqualTo(403);
            }
        }
        assertThat(ask("GET", ADMINISTRATION + "/accounts", "salus_none", "").statusCode())
                .isEqualTo(401);
        assertThat(team.people().accounts().get(ben).closed()).isFalse();
    }

    @Test
    void a_token_reaches_no_administrator_and_administers_only_as_long_as_its_owner_does() throws Exception {
        AccountId cleo = team.account(ana, "cleo", "Cleo");
        team.people().accounts().administer(ana, cleo, true);
        String token = token(cleo, Tokens.Scope.ADMINISTER);
        for (String path : List.of("/close", "/reset", "/sessions/end", "/reopen")) {
            HttpResponse<String> refused = ask("POST", ADMINISTRATION + "/accounts/" + ana + path, token, "");
            assertThat(refused.statusCode()).as(path).isEqualTo(403);
            assertThat(refused.body()).contains("an account that administers");
        }
        assertThat(ask(
                                "POST",
                                ADMINISTRATION + "/accounts/" + ben + "/administrator",
                                token,
                                "{\"administrator\":true}")
                        .statusCode())
                .as("an administrator outlasts the token")
                .isEqualTo(403);
        assertThat(team.people().accounts().get(ben).administrator()).isFalse();
        assertThat(ask("POST", "/api/v1/me/tokens", token, "{\"name\":\"more\",\"scope\":\"read\",\"days\":3}")
                        .statusCode())
                .isEqualTo(403);

        assertThat(ask("GET", ADMINISTRATION + "/accounts", token, "").statusCode())
                .isEqualTo(200);
        team.people().accounts().administer(ana, cleo, false);
        assertThat(ask("GET", ADMINISTRATION + "/accounts", token, "").statusCode())
                .as("it has ended with the right")
                .isEqualTo(401);
    }

    @Test
    void what_makes_no_sense_is_said_to_whoever_may_know() throws Exception {
        String token = token(ana, Tokens.Scope.ADMINISTER);
        assertThat(ask("GET", ADMINISTRATION + "/accounts/nobody", token, "").statusCode())
                .isEqualTo(404);
        assertThat(ask("POST", ADMINISTRATION + "/accounts/" + ben + "/organisation", token, "{\"organisation\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> mistyped = ask("POST", ADMINISTRATION + "/organisations", token, "{\"nmae\":\"Court\"}");
        assertThat(mistyped.statusCode()).isEqualTo(400);
        assertThat(mistyped.body()).contains("nmae");
        told("POST", ADMINISTRATION + "/organisations", token, "{\"name\":\"Court\"}");
        assertThat(ask("POST", ADMINISTRATION + "/organisations", token, "{\"name\":\"C0URT\"}")
                        .body())
                .contains("could be taken for");
        assertThat(ask("GET", ADMINISTRATION + "/audit?before=soon", token, "").statusCode())
                .isEqualTo(400);
    }

    @Test
    void somebody_sees_and_closes_their_own_sessions_and_tokens_and_nobody_elses() throws Exception {
        Visitor browser = team.signedIn("ben");
        String bens = token(ben, Tokens.Scope.WRITE);
        String anas = token(ana, Tokens.Scope.WRITE);
        JsonNode sessions = told("GET", "/api/v1/me/sessions", bens, "");
        assertThat(sessions.path("sessions").size()).isEqualTo(1);
        String session = sessions.at("/sessions/0/id").asString();
        assertThat(ask("DELETE", "/api/v1/me/sessions/" + session, anas, "").statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        told("DELETE", "/api/v1/me/sessions/" + session, bens, "");
        assertThat(browser.get("/account").statusCode()).isEqualTo(303);

        HttpResponse<String> tokens = ask("GET", "/api/v1/me/tokens", bens, "");
        assertThat(tokens.body()).contains("\"scope\":\"write\"").doesNotContain(bens);
        String id = JSON.readTree(tokens.body()).at("/tokens/0/id").asString();
        assertThat(ask("DELETE", "/api/v1/me/tokens/" + id, anas, "").statusCode())
                .isEqualTo(404);
        told("DELETE", "/api/v1/me/tokens/" + id, bens, "");
        assertThat(ask("GET", "/api/v1/me", bens, "").statusCode()).isEqualTo(401);
    }

    @Test
    void who_is_here_in_person_makes_tokens_and_administrators_at_the_api_too() throws Exception {
        Visitor administrator = team.signedIn("ana");
        administrator.get("/account");
        HttpResponse<String> made = administrator.submit(
                "POST",
                "/api/v1/me/tokens",
                "application/json",
                "{\"name\":\"nightly\",\"scope\":\"administer\",\"days\":7}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        String token = JSON.readTree(made.body()).path("token").asString();
        assertThat(ask("GET", ADMINISTRATION + "/accounts", token, "").statusCode())
                .isEqualTo(200);
        assertThat(administrator
                        .submit(
                                "POST",
                                ADMINISTRATION + "/accounts/" + ben + "/administrator",
                                "application/json",
                                "{\"administrator\":true}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(team.people().accounts().get(ben).administrator()).isTrue();

        assertThat(administrator
                        .submit("POST", "/api/v1/me/name", "application/json", "{\"name\":\"Ana R.\"}")
                        .body())
                .contains("Ana R.");
        assertThat(ask("POST", "/api/v1/me/name", token, "{\"name\":\"Eve\"}").statusCode())
                .isEqualTo(403);
        assertThat(run("ana", "rename", "  Ana   Ruiz ").out()).contains("Ana Ruiz");
        assertThat(team.people().accounts().get(ana).name()).isEqualTo("Ana Ruiz");

        team.account(ana, "cleo", "Cleo");
        Visitor member = team.signedIn("cleo");
        member.get("/account");
        assertThat(member.submit(
                                "POST",
                                "/api/v1/me/tokens",
                                "application/json",
                                "{\"name\":\"nightly\",\"scope\":\"administer\",\"days\":7}")
                        .statusCode())
                .isEqualTo(403);
    }

    /** As time would do it. */
    private void letAllEnd(String table) throws SQLException {
        try (Connection store = DriverManager.getConnection(
                        "jdbc:sqlite:" + folder.resolve("data").resolve("salus.db"));
                Statement statement = store.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 5000");
            assertThat(statement.executeUpdate("UPDATE " + table + " SET ends = 1"))
                    .isPositive();
        }
    }

    @Test
    void links_and_tokens_that_have_expired_say_so_and_open_nothing() throws Exception {
        String token = token(ana, Tokens.Scope.ADMINISTER);
        String invitation = told("POST", ADMINISTRATION + "/invitations", token, "{}")
                .path("link")
                .asString()
                .replaceAll(".*key=", "");
        String reset = told("POST", ADMINISTRATION + "/accounts/" + ben + "/reset", token, "")
                .path("link")
                .asString()
                .replaceAll(".*key=", "");
        letAllEnd("one_time_link");
        letAllEnd("api_token");
        for (HttpResponse<String> dead : List.of(
                team.visitor().get("/invitation?key=" + invitation),
                team.visitor()
                        .post(
                                "/invitation",
                                "key",
                                invitation,
                                "login",
                                "cleo",
                                "name",
                                "C",
                                "password",
                                RunningTeam.PASSWORD),
                team.visitor().get("/reset?key=" + reset),
                team.visitor().post("/reset", "key", reset, "password", "another password for tests"))) {
            assertThat(dead.statusCode()).isEqualTo(410);
            assertThat(dead.body()).contains("expired");
        }
        assertThat(team.people().accounts().called("cleo")).isEmpty();
        assertThat(team.signedIn("ben").get("/account").statusCode())
                .as("the old password stays")
                .isEqualTo(200);
        assertThat(ask("GET", "/api/v1/me", token, "").statusCode()).isEqualTo(401);
    }

    @Test
    void the_first_administrator_comes_by_a_link_from_the_terminal_once() throws Exception {
        StringWriter out = new StringWriter();
        int code = new CommandDoor("1", Salus.commands())
                .answer(
                        new PrintWriter(out),
                        new PrintWriter(new StringWriter()),
                        "link",
                        "--team",
                        folder.resolve("team.settings").toString(),
                        "--data",
                        folder.resolve("data").toString());
        assertThat(code).isZero();
        String key = out.toString().strip().replaceAll(".*/invitation\\?key=", "");
        Visitor dora = team.visitor();
        assertThat(dora.post(
                                "/invitation",
                                "key",
                                key,
                                "login",
                                "dora",
                                "name",
                                "Dora",
                                "password",
                                RunningTeam.PASSWORD)
                        .statusCode())
                .isEqualTo(303);
        assertThat(dora.get("/administration").statusCode()).isEqualTo(200);
        HttpResponse<String> replayed = team.visitor()
                .post("/invitation", "key", key, "login", "eve", "name", "Eve", "password", RunningTeam.PASSWORD);
        assertThat(replayed.statusCode()).isEqualTo(410);
        assertThat(replayed.body()).contains("has been used");
    }

    @Test
    void a_token_made_on_the_page_is_shown_this_once() throws Exception {
        Visitor browser = team.signedIn("ben");
        assertThat(browser.get("/account").body()).doesNotContain("value=\"administer\"");
        HttpResponse<String> made = browser.post("/account/tokens", "name", "nightly", "scope", "read", "days", "3");
        String token = made.body().replaceAll("(?s).*id=\"fresh-token\">([^<]+)<.*", "$1");
        assertThat(token).startsWith("salus_");
        assertThat(browser.get("/account").body()).contains("nightly").doesNotContain(token);
        assertThat(browser.post("/account/tokens", "name", "more", "scope", "administer", "days", "3")
                        .statusCode())
                .isEqualTo(403);
        Visitor administrator = team.signedIn("ana");
        assertThat(administrator.get("/account").body()).contains("value=\"administer\"");
    }

    private record Said(int code, String out, String err) {}

    /** Beside the running server, on its store. */
    private Said run(String login, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of("accounts"));
        all.addAll(List.of(words));
        all.addAll(List.of(
                "--account",
                login,
                "--team",
                folder.resolve("team.settings").toString(),
                "--data",
                folder.resolve("data").toString()));
        int code = new CommandDoor("1", Salus.commands())
                .answer(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Said(code, out.toString(), err.toString());
    }

    private JsonNode json(String login, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--format", "json"));
        Said said = run(login, all.toArray(String[]::new));
        assertThat(said.code()).as(said.err()).isZero();
        return JSON.readTree(said.out());
    }

    @Test
    void a_terminal_answers_what_the_api_answers() throws Exception {
        String token = token(ana, Tokens.Scope.ADMINISTER);
        assertThat(run("ana", "add-organisation", "Court of Audit").out()).contains("Court of Audit");
        assertThat(run("ana", "rename-organisation", "court of audit", "The Court")
                        .code())
                .isZero();
        assertThat(json("ana", "place", "ben", "--organisation", "The Court")
                        .at("/organisation/name")
                        .asString())
                .isEqualTo("The Court");
        for (String what : List.of("accounts", "organisations", "invitations")) {
            assertThat(json("ana", what.equals("accounts") ? "list" : what))
                    .isEqualTo(told("GET", ADMINISTRATION + "/" + what, token, ""));
        }
        assertThat(json("ana", "audit")).isEqualTo(told("GET", ADMINISTRATION + "/audit", token, ""));
        assertThat(run("ana", "audit").out()).contains("organisation");
        assertThat(json("ben", "tokens").path("tokens").size()).isZero();
    }

    @Test
    void in_a_terminal_an_administrator_changes_accounts_while_the_server_runs() throws Exception {
        Visitor browser = team.signedIn("ben");
        assertThat(json("ben", "sessions").path("sessions").size()).isEqualTo(1);
        String session = json("ben", "sessions").at("/sessions/0/id").asString();
        assertThat(run("ben", "end-session", session).code()).isZero();
        assertThat(browser.get("/account").statusCode()).isEqualTo(303);
        assertThat(run("ben", "end-session", session).err()).contains("no such session");

        assertThat(run("ana", "close", "ben").out()).contains("closed");
        assertThat(team.visitor()
                        .post("/sign-in", "login", "ben", "password", RunningTeam.PASSWORD)
                        .statusCode())
                .isNotEqualTo(303);
        assertThat(run("ana", "reopen", "ben").out()).doesNotContain("closed");
        assertThat(run("ana", "promote", "BEN").out()).contains("administrator");
        assertThat(run("ana", "demote", ben.toString()).out()).doesNotContain("administrator");
        assertThat(run("ana", "demote", "ana").code())
                .as("somebody has to be left who administers")
                .isEqualTo(2);
        assertThat(run("ana", "end-sessions", "ben").code()).isZero();

        Said link = run("ana", "reset", "ben");
        assertThat(link.out()).startsWith("http://localhost:").contains("/reset?key=");
        team.people()
                .signIns()
                .reset(Secret.of(link.out().strip().replaceAll(".*key=", "")), "another password for tests");
        Said invitation = run("ana", "invite");
        assertThat(invitation.out()).contains("/invitation?key=");
        String id = json("ana", "invitations").at("/invitations/0/id").asString();
        assertThat(run("ana", "invitations").out()).contains(id);
        assertThat(run("ana", "withdraw", id).code()).isZero();
        assertThat(run("ana", "invitations").out()).contains("No invitation is open");

        Said issued = run("ben", "issue-token", "nightly", "--scope", "read", "--days", "3");
        assertThat(issued.out()).startsWith("salus_");
        assertThat(ask("GET", "/api/v1/me", issued.out().strip(), "").statusCode())
                .isEqualTo(200);
        String token = json("ben", "tokens").at("/tokens/0/id").asString();
        assertThat(run("ben", "tokens").out())
                .contains("nightly")
                .doesNotContain(issued.out().strip());
        assertThat(run("ben", "revoke-token", token).code()).isZero();
        assertThat(ask("GET", "/api/v1/me", issued.out().strip(), "").statusCode())
                .isEqualTo(401);
    }

    @Test
    void in_a_terminal_others_are_refused_without_a_trace() {
        for (List<String> words : List.of(
                List.of("list"),
                List.of("close", "ana"),
                List.of("close", "nobody"),
                List.of("reset", "ana"),
                List.of("issue-token", "more", "--scope", "administer"))) {
            Said said = run("ben", words.toArray(String[]::new));
            assertThat(said.code()).as(words.toString()).isNotZero();
            assertThat(said.err()).contains("for administrators").doesNotContain("\tat ");
            assertThat(said.out()).isEmpty();
        }
        assertThat(run("ana", "close", "nobody").err()).contains("There is no such account");
        assertThat(run("ana", "issue-token", "x", "--days", "soon").err()).contains("from 1 to 366 days");
        assertThat(run("ana", "issue-token", "x", "--scope", "all").err()).contains("read, write or administer");
    }
}
