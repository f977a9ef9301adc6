package org.salus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.salus.ledger.Charter;
import org.salus.ledger.Copy;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.Merge;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Workspace;
import org.salus.people.Deed;
import org.salus.people.Invitation;
import org.salus.people.Organisation;
import org.salus.people.Tokens;

/** A team's server: accounts, invitations, signing in, and what is asked of connections. */
@Tag("slow")
class TeamTest {
    @TempDir
    private Path folder;

    private RunningTeam team;
    private AccountId ana;

    @BeforeEach
    void start() throws Exception {
        team = RunningTeam.start(folder);
        ana = team.administrator("ana", "Ana Ruiz");
    }

    @AfterEach
    void stop() {
        team.close();
    }

    private static String fresh(HttpResponse<String> page, String id) {
        assertThat(page.body()).contains("id=\"" + id + "\"");
        return page.body().replaceAll("(?s).*id=\"" + id + "\">([^<]+)<.*", "$1");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    void an_invitation_leads_from_one_browser_into_another() throws Exception {
        Visitor administrator = team.signedIn("ana");
        administrator.get("/administration");
        assertThat(administrator
                        .post("/administration/organisations", "name", "Ministry of Justice")
                        .statusCode())
                .isEqualTo(303);
        String organisation =
                team.people().organisations().list().getFirst().id().toString();
        String link =
                fresh(administrator.post("/administration/invitations", "organisation", organisation), "fresh-link");
        assertThat(administrator.get("/administration").body()).doesNotContain(link.replaceAll(".*key=", ""));

        Visitor ben = team.visitor();
        HttpResponse<String> page = ben.get(link.replaceAll("^http://[^/]+", ""));
        assertThat(page.body()).contains("Ana Ruiz", "Ministry of Justice");
        String key = link.replaceAll(".*key=", "");
        HttpResponse<String> refused =
                ben.post("/invitation", "key", key, "login", "ben", "name", "Ben", "password", "short");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("at least 12", "value=\"ben\"").doesNotContain("value=\"short\"");
        HttpResponse<String> made = ben.post(
                "/invitation", "key", key, "login", "ben", "name", "<b>Ben</b>", "password", RunningTeam.PASSWORD);
        assertThat(made.statusCode()).isEqualTo(303);
        HttpResponse<String> own = ben.get("/account");
        assertThat(own.body())
                .contains("&lt;b&gt;Ben&lt;/b&gt; · Ministry of Justice")
                .doesNotContain("<b>Ben");
        for (String path : List.of("/administration", "/administration/audit", "/data/load")) {
            assertThat(ben.get(path).statusCode()).as(path).isEqualTo(403);
        }
        HttpResponse<String> replayed = team.visitor()
                .post("/invitation", "key", key, "login", "eve", "name", "Eve", "password", RunningTeam.PASSWORD);
        assertThat(replayed.statusCode()).isEqualTo(410);
        assertThat(replayed.body()).contains("This link has been used", "Ask whoever invited you");
    }

    @Test
    void who_was_moved_to_another_organisation_is_told_of_and_confirmed_on_the_page_of_members() throws Exception {
        Organisation ministry = team.people().organisations().add(ana, "Ministry of Justice");
        team.people().accounts().place(ana, ana, Optional.of(ministry.id()));
        Workspace workspace = team.workspaces()
                .found(
                        new Charter("Reform", List.of("XOV"), "", "SSR", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.of(ministry.id()),
                        ministry.name());
        Visitor owner = team.signedIn("ana");
        String members = "/workspaces/" + workspace.id() + "/members";
        assertThat(owner.get(members).body()).contains("Ministry of Justice").doesNotContain("Until an owner confirms");

        Organisation court = team.people().organisations().add(ana, "Court of Audit");
        team.people().accounts().place(ana, ana, Optional.of(court.id()));
        HttpResponse<String> page = owner.get(members);
        assertThat(page.body())
                .contains("The account is of Court of Audit by now", "Until an owner confirms", "Confirm: of Court");
        String basis = page.body().replaceAll("(?s).*name=\"basis\" value=\"([^\"]+)\".*", "$1");
        assertThat(owner.post(members + "/" + ana, "role", "owner", "basis", basis, "moved", "true")
                        .statusCode())
                .isEqualTo(303);
        assertThat(workspace.standing(ana).organisation()).contains(court.id());
        assertThat(owner.get(members).body())
                .contains("Court of Audit")
                .doesNotContain("The account is of", "Until an owner confirms");
    }

    @Test
    void who_signs_in_goes_on_where_they_wanted_to_go_and_nowhere_else() throws Exception {
        Visitor visitor = team.visitor();
        String signIn = location(visitor.get("/search?q=police"));
        assertThat(signIn).isEqualTo("/sign-in?next=%2Fsearch%3Fq%3Dpolice");
        assertThat(visitor.get(signIn).body()).contains("value=\"/search?q=police\"");
        assertThat(location(visitor.post(
                        "/sign-in", "login", "ANA", "password", RunningTeam.PASSWORD, "next", "/search?q=police")))
                .isEqualTo("/search?q=police");
        assertThat(visitor.get("/search?q=police").statusCode()).isEqualTo(200);
        for (String hostile : List.of("//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nX: y")) {
            assertThat(location(team.visitor()
                            .post("/sign-in", "login", "ana", "password", RunningTeam.PASSWORD, "next", hostile)))
                    .as(hostile)
                    .isEqualTo("/");
        }
    }

    @Tag("slow")
    @Test
    void nobody_learns_who_has_an_account() throws Exception {
        for (int attempt = 0; attempt < 7; attempt++) {
            HttpResponse<String> known = team.visitor().post("/sign-in", "login", "ana", "password", "guess");
            HttpResponse<String> unknown = team.visitor().post("/sign-in", "login", "bob", "password", "guess");
            assertThat(known.statusCode()).isEqualTo(attempt < 5 ? 401 : 429);
            assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
            assertThat(plain(unknown)).isEqualTo(plain(known));
            assertThat(known.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("salus-" + port() + "=");
        }
    }

    /** A page without what is different each time. */
    private static String plain(HttpResponse<String> page) {
        return page.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "").replaceAll("Wait \\d+ seconds", "Wait");
    }

    private int port() {
        return team.server().address().getPort();
    }

    @Tag("slow")
    @Test
    void ten_megabytes_of_password_are_refused_and_the_server_goes_on() throws Exception {
        HttpResponse<String> answer =
                team.visitor().post("/sign-in", "login", "ana", "password", "x".repeat(10_000_000));
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(team.signedIn("ana").get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void signing_out_everywhere_ends_the_other_browser_too() throws Exception {
        Visitor here = team.signedIn("ana");
        Visitor there = team.signedIn("ana");
        here.get("/account");
        there.get("/account");
        assertThat(here.post("/account/sessions/end").statusCode()).isEqualTo(303);
        assertThat(there.get("/account").statusCode()).isEqualTo(303);
        assertThat(there.post("/account/name", "name", "Eve").statusCode()).isEqualTo(401);
        assertThat(team.people().accounts().get(ana).name()).isEqualTo("Ana Ruiz");
    }

    @Tag("slow")
    @Test
    void a_password_is_reset_by_a_link_and_changed_by_its_owner() throws Exception {
        AccountId ben = team.account(ana, "ben", "Ben");
        Visitor administrator = team.signedIn("ana");
        administrator.get("/administration");
        String link = fresh(administrator.post("/administration/accounts/" + ben + "/reset"), "fresh-link");
        Visitor visitor = team.visitor();
        assertThat(visitor.get(link.replaceAll("^http://[^/]+", "")).body()).contains("for ben");
        assertThat(visitor.post("/reset", "key", link.replaceAll(".*key=", ""), "password", "a brand new password")
                        .statusCode())
                .isEqualTo(303);
        assertThat(visitor.post("/sign-in", "login", "ben", "password", "a brand new password")
                        .statusCode())
                .isEqualTo(303);
        visitor.get("/account");
        Visitor copy = visitor.copy();
        assertThat(visitor.post("/account/password", "old", "wrong", "password", RunningTeam.PASSWORD)
                        .statusCode())
                .isEqualTo(400);
        assertThat(visitor.post("/account/password", "old", "a brand new password", "password", RunningTeam.PASSWORD)
                        .statusCode())
                .isEqualTo(303);
        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
        assertThat(copy.get("/account").statusCode()).isEqualTo(303);
    }

    @Tag("slow")
    @Test
    void an_owner_lets_somebody_into_a_workspace_and_sees_who_did_what() throws Exception {
        AccountId ben = team.account(ana, "ben", "Ben");
        Workspace workspace = team.workspaces()
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                        ben,
                        "Ben",
                        Optional.empty(),
                        "");
        Invitation.Issued issued =
                team.people().invitations().invite(team.as(ben), workspace.view(ben), Role.EDITOR, Optional.empty());
        Visitor eve = team.visitor();
        assertThat(eve.get(RunningTeam.path("/invitation", issued.secret())).body())
                .contains("Ben")
                .doesNotContain("Zubara");
        eve.post(
                "/invitation",
                "key",
                issued.secret().reveal(),
                "login",
                "eve",
                "name",
                "Eve",
                "password",
                RunningTeam.PASSWORD);
        AccountId joined = team.people().accounts().list().stream()
                .filter(account -> account.name().equals("Eve"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(workspace.standing(joined).role()).contains(Role.EDITOR);
        assertThat(workspace.view(ben).list(Member.KIND)).hasSize(2);
        String audit = "/workspaces/" + workspace.id() + "/audit";
        assertThat(team.signedIn("ben").get(audit).body())
                .contains("admitted a member", "accepted an invitation", "Zubara");
        assertThat(eve.get(audit).statusCode()).as("an editor").isEqualTo(403);
        HttpResponse<String> administrator = team.signedIn("ana").get(audit);
        assertThat(administrator.statusCode())
                .as("an administrator is no member")
                .isEqualTo(404);
        assertThat(administrator.body()).doesNotContain("Zubara");
        // Whoever has an account joins another workspace with it.
        Invitation.Issued second =
                team.people().invitations().invite(team.as(ben), workspace.view(ben), Role.READER, Optional.empty());
        Visitor joining = team.signedIn("ana");
        joining.get(RunningTeam.path("/invitation", second.secret()));
        assertThat(joining.post("/invitation/join", "key", second.secret().reveal())
                        .statusCode())
                .isEqualTo(303);
        assertThat(workspace.standing(ana).role()).contains(Role.READER);
        assertThat(team.people().audit().of(workspace.id(), Optional.empty(), 10).stream()
                        .map(Deed::what))
                .contains(Deed.What.MEMBER_ADMITTED);
    }

    private Workspace zubara(AccountId owner, String name) {
        return team.workspaces()
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                        owner,
                        name,
                        Optional.empty(),
                        "");
    }

    @Tag("slow")
    @Test
    void an_owner_invites_on_the_members_page() throws Exception {
        AccountId ben = team.account(ana, "ben", "Ben");
        AccountId cleo = team.account(ana, "cleo", "Cleo");
        Workspace workspace = zubara(ben, "Ben");
        String path = "/workspaces/" + workspace.id();
        Visitor owner = team.signedIn("ben");
        assertThat(owner.get(path + "/members").body()).contains("Invite somebody", path + "/audit");
        assertThat(owner.post(path + "/invitations", "role", "king").body()).contains("There is no role king.");
        String link = fresh(owner.post(path + "/invitations", "role", "editor"), "fresh-link");
        String key = link.replaceAll(".*key=", "");
        assertThat(link).startsWith("http://localhost");
        assertThat(owner.get(path + "/members").body())
                .contains("id=\"invitations\"")
                .doesNotContain(key);

        Visitor joining = team.visitor();
        String signIn = joining.get("/invitation?key=" + key).body();
        assertThat(signIn).contains("/sign-in?next=%2Finvitation%3Fkey%3D");
        joining = team.signedIn("cleo");
        joining.get("/invitation?key=" + key);
        assertThat(location(joining.post("/invitation/join", "key", key))).isEqualTo(path);
        assertThat(workspace.standing(cleo).role()).contains(Role.EDITOR);
        assertThat(joining.get(path + "/members").body()).doesNotContain("Invite somebody", path + "/audit");
        assertThat(joining.post(path + "/invitations", "role", "reader").statusCode())
                .as("an editor")
                .isEqualTo(403);
        assertThat(team.visitor().get("/invitation?key=" + key).body()).contains("This link has been used");

        String second = fresh(owner.post(path + "/invitations", "role", "reader"), "fresh-link");
        String id = team.people().invitations().list(workspace.id()).getFirst().id();
        assertThat(owner.post(path + "/invitations/" + id + "/withdraw").statusCode())
                .isEqualTo(303);
        assertThat(team.visitor()
                        .get("/invitation?key=" + second.replaceAll(".*key=", ""))
                        .body())
                .contains("This link has been withdrawn");
        Workspace other = zubara(ana, "Ana");
        assertThat(team.signedIn("ana")
                        .post("/workspaces/" + other.id() + "/invitations/" + id + "/withdraw")
                        .body())
                .as("an invitation into another workspace")
                .contains("There is no such invitation");
        assertThat(team.people().audit().of(workspace.id(), Optional.empty(), 10).stream()
                        .map(Deed::what))
                .containsExactly(
                        Deed.What.INVITATION_WITHDRAWN,
                        Deed.What.INVITED,
                        Deed.What.MEMBER_ADMITTED,
                        Deed.What.INVITATION_ACCEPTED,
                        Deed.What.INVITED,
                        Deed.What.WORKSPACE_FOUNDED);
    }

    @Test
    void what_a_token_makes_lets_in_only_who_has_an_account() throws Exception {
        AccountId ben = team.account(ana, "ben", "Ben");
        AccountId cleo = team.account(ana, "cleo", "Cleo");
        Workspace workspace = zubara(ben, "Ben");
        String path = "/api/v1/workspaces/" + workspace.id() + "/invitations";
        String token = team.people()
                .tokens()
                .issue(team.as(ben), "a script", Tokens.Scope.WRITE, 1)
                .secret()
                .reveal();
        HttpResponse<String> made = ask("POST", path, token, "{\"role\":\"contributor\"}");
        assertThat(made.body()).contains("\"for_known_accounts\":true", "\"role\":\"contributor\"", "key=");
        String key = made.body().replaceAll("(?s).*key=([^\"]+)\".*", "$1");
        assertThat(ask("GET", path, token, "").body())
                .contains("\"by\":\"" + ben + "\"")
                .doesNotContain(key);
        assertThat(team.visitor().get("/invitation?key=" + key).body())
                .contains("for somebody who has an account")
                .doesNotContain("id=\"password\"");
        HttpResponse<String> stranger = team.visitor()
                .post("/invitation", "key", key, "login", "eve", "name", "Eve", "password", RunningTeam.PASSWORD);
        assertThat(stranger.statusCode()).isEqualTo(400);
        assertThat(stranger.body()).contains("for somebody who has an account");
        Visitor joining = team.signedIn("cleo");
        joining.get("/invitation?key=" + key);
        assertThat(joining.post("/invitation/join", "key", key).statusCode()).isEqualTo(303);
        assertThat(workspace.standing(cleo).role()).contains(Role.CONTRIBUTOR);

        ask("POST", path, token, "{\"role\":\"reader\"}");
        String id = team.people().invitations().list(workspace.id()).getFirst().id();
        assertThat(ask("DELETE", path + "/" + id, token, "").statusCode()).isEqualTo(200);
        assertThat(team.people().invitations().list(workspace.id())).isEmpty();
    }

    private record Said(int code, String out, String err) {}

    private Said run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        int code = new CommandDoor("1", Salus.commands())
                .answer(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Said(code, out.toString(), err.toString());
    }

    @Tag("slow")
    @Test
    void in_a_terminal_nobody_is_made_where_there_are_accounts() throws Exception {
        AccountId ben = team.account(ana, "ben", "Ben");
        AccountId cleo = team.account(ana, "cleo", "Cleo");
        Workspace workspace = zubara(ben, "Ben");
        String id = workspace.id().toString();
        Said anonymous = run("workspace", "list");
        assertThat(anonymous.code()).isEqualTo(2);
        assertThat(anonymous.err()).contains("nobody works here alone", "--account");
        assertThat(run("workspace", "verify", id).code()).isZero();
        assertThat(run("workspace", "backup", folder.resolve("backup").toString())
                        .code())
                .isZero();
        assertThat(team.people().accounts().list()).hasSize(3);

        assertThat(run("workspace", "list", "--account", "BEN").out()).contains("Zubara");
        assertThat(run("workspace", "list", "--account", ben.toString()).out()).contains("Zubara");
        assertThat(run("workspace", "list", "--account", "cleo").out()).doesNotContain("Zubara");
        assertThat(run("workspace", "list", "--account", "dan").err()).contains("There is no account dan");

        String settings = folder.resolve("team.settings").toString();
        Said cannot = run("workspace", "invite", id, "--role", "editor", "--account", "ben");
        assertThat(cannot.err()).contains("Name its settings with --team");
        Said invited = run("workspace", "invite", id, "--role", "editor", "--account", "ben", "--team", settings);
        assertThat(invited.out()).startsWith("http://localhost:" + port() + "/invitation?key=");
        Visitor joining = team.signedIn("cleo");
        String key = invited.out().strip().replaceAll(".*key=", "");
        joining.get("/invitation?key=" + key);
        joining.post("/invitation/join", "key", key);
        assertThat(workspace.standing(cleo).role()).contains(Role.EDITOR);
        assertThat(run("workspace", "invite", id, "--role", "owner", "--account", "cleo", "--team", settings)
                        .err())
                .contains("for owners");
        assertThat(run("workspace", "invite", id, "--role", "reader", "--account", "ben", "--team", settings)
                        .code())
                .isZero();
        String open =
                run("workspace", "invitations", id, "--account", "ben").out().split(" ", 2)[0];
        assertThat(run("workspace", "withdraw", id, open, "--account", "ben").code())
                .isZero();
        assertThat(run("workspace", "invitations", id, "--account", "ben").out())
                .contains("No invitation is open");
    }

    @Tag("slow")
    @Test
    void owners_see_what_was_done_at_every_door() throws Exception {
        AccountId ben = team.account(ana, "ben", "Ben");
        AccountId cleo = team.account(ana, "cleo", "Cleo");
        Visitor owner = team.signedIn("ben");
        owner.get("/workspaces");
        owner.post("/workspaces", "name", "Zubara", "countries", "XZU");
        Workspace workspace =
                team.workspaces().get(team.workspaces().list(ben).getFirst().workspace());
        String path = "/workspaces/" + workspace.id();
        Item<Member> member = new Item<>(
                new ItemId(cleo.value()),
                Member.KIND,
                Sensitivity.forMembers(),
                List.of(),
                new Member("Cleo", Optional.empty(), "", Role.READER),
                Set.of());
        workspace.append(ben, new Edit.Put(member));
        Item<Member> known = workspace.view(ben).get(Member.KIND, member.id());
        String basis = known.basis().iterator().next().toString();
        assertThat(owner.post(path + "/members/" + cleo, "role", "contributor", "basis", basis)
                        .statusCode())
                .isEqualTo(303);
        assertThat(owner.post(path + "/copies", "passphrase", "a passphrase for tests")
                        .statusCode())
                .isEqualTo(200);
        Item<Source> source = Item.fresh(Source.KIND, Source.of(SourceType.DOCUMENT, "canary-title"));
        workspace.append(ben, new Edit.Put(source));
        assertThat(run(
                                "workspace",
                                "erase",
                                workspace.id().toString(),
                                source.id().toString(),
                                "--why",
                                "asked",
                                "--account",
                                "ben")
                        .code())
                .isZero();
        Item<Source> second = Item.fresh(Source.KIND, Source.of(SourceType.DOCUMENT, "canary-second"));
        workspace.append(ben, new Edit.Put(second));
        String page = path + "/items/" + second.id();
        assertThat(owner.get(page).body()).contains("It cannot be undone.", "action=\"" + page + "/erasure\"");
        assertThat(owner.post(page + "/erasure", "why", "asked").body()).contains("Nothing was erased");
        assertThat(owner.post(page + "/erasure", "why", "asked", "sure", "true").statusCode())
                .isEqualTo(303);
        assertThat(owner.get(path + "/history").body()).doesNotContain("canary-second");
        String token = team.people()
                .tokens()
                .issue(team.as(ben), "a script", Tokens.Scope.WRITE, 1)
                .secret()
                .reveal();
        known = workspace.view(ben).get(Member.KIND, member.id());
        assertThat(ask(
                                "DELETE",
                                "/api/v1" + path + "/items/" + cleo + "?basis="
                                        + known.basis().iterator().next(),
                                token,
                                "")
                        .statusCode())
                .isEqualTo(200);
        Path file = folder.resolve("copy.salus");
        char[] passphrase = "a passphrase for tests".toCharArray();
        Copy.make(workspace, ben, ben, passphrase, file);
        try (Copy copy = Copy.open(file, passphrase)) {
            Workspace there = copy.workspaces(Salus.faces().kinds(), InstantSource.system())
                    .get(workspace.id());
            there.append(ben, new Edit.Put(Item.fresh(Source.KIND, Source.of(SourceType.DOCUMENT, "from afar"))));
            Merge.merge(workspace, copy, ben, "copy.salus");
        }
        List<Deed> deeds = team.people().audit().of(workspace.id(), Optional.empty(), 20);
        assertThat(deeds.stream().map(Deed::what))
                .containsExactly(
                        Deed.What.MERGED,
                        Deed.What.EXPORTED,
                        Deed.What.MEMBER_REMOVED,
                        Deed.What.ERASED,
                        Deed.What.ERASED,
                        Deed.What.EXPORTED,
                        Deed.What.ROLE_CHANGED,
                        Deed.What.MEMBER_ADMITTED,
                        Deed.What.WORKSPACE_FOUNDED);
        assertThat(owner.get(path + "/audit").body())
                .contains("Cleo", "Contributor", "Ben")
                .as("a way back to the workspace")
                .contains("href=\"" + path + "/members\"", "href=\"" + path + "\"")
                .doesNotContain("canary-title");
    }

    @Test
    void a_long_title_is_cut_in_the_history_and_an_error_of_the_api_names_no_class() throws Exception {
        AccountId ben = team.account(ana, "ben", "Ben");
        Workspace workspace = zubara(ben, "Ben");
        String path = "/workspaces/" + workspace.id();
        String title = "b".repeat(119) + "cd" + "e".repeat(800);
        workspace.append(ben, new Edit.Put(Item.fresh(Source.KIND, Source.of(SourceType.DOCUMENT, title))));
        assertThat(team.signedIn("ben").get(path + "/history").body())
                .contains("title=\"" + title + "\"", "b".repeat(119) + "c…</a>")
                .doesNotContain(title + "</a>");
        String token = team.people()
                .tokens()
                .issue(team.as(ben), "a script", Tokens.Scope.WRITE, 1)
                .secret()
                .reveal();
        String item = "/api/v1" + path + "/items/" + ItemId.fresh();
        for (String body : List.of(
                "{\"kind\":\"source\",\"value\":\"a word\"}",
                "{\"kind\":\"source\",\"value\":{\"title\":\"x\"},\"sensitivity\":\"secret\"}")) {
            HttpResponse<String> refused = ask("PUT", item, token, body);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("has to be a JSON object").doesNotContain("org.salus");
        }
    }

    private HttpResponse<String> ask(String method, String path, String token, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .method(
                                    method,
                                    body.isEmpty()
                                            ? HttpRequest.BodyPublishers.noBody()
                                            : HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void an_invitation_of_somebody_who_no_longer_owns_lets_nobody_in() throws Exception {
        AccountId ben = team.account(ana, "ben", "Ben");
        Workspace workspace = team.workspaces()
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.empty(),
                        "");
        Invitation.Issued issued =
                team.people().invitations().invite(team.as(ana), workspace.view(ana), Role.OWNER, Optional.empty());
        team.people().invitations().accept(issued.secret(), team.as(ben));
        Admissions admissions = new Admissions(team.people(), team.workspaces());
        assertThat(admissions.fulfil(ben)).isEmpty();
        Invitation.Issued late =
                team.people().invitations().invite(team.as(ben), workspace.view(ben), Role.READER, Optional.empty());
        var members = workspace.view(ana).list(Member.KIND);
        var own = members.stream()
                .filter(item -> item.id().value().equals(ben.value()))
                .findFirst()
                .orElseThrow();
        workspace.append(ana, new org.salus.ledger.Edit.Remove(own));
        AccountId eve = team.account(ana, "eve", "Eve");
        team.people().invitations().accept(late.secret(), team.as(eve));
        assertThat(admissions.fulfil(eve)).hasSize(1);
        assertThat(workspace.standing(eve).isMember()).isFalse();
        assertThat(admissions.fulfil(eve)).isEmpty();
    }

    @Test
    void behind_a_proxy_only_its_encrypted_requests_are_answered() throws Exception {
        int port = RunningTeam.freePort();
        try (RunningTeam proxied = RunningTeam.start(
                folder.resolve("..").resolve(folder.getFileName()),
                URI.create("https://salus.example.org/"),
                port,
                "proxies = 127.0.0.1, ::1")) {
            String good = raw(port, "GET", "/sign-in", "Host: salus.example.org", "X-Forwarded-Proto: https");
            assertThat(good)
                    .startsWith("HTTP/1.1 200")
                    .contains("Strict-Transport-Security: max-age=31536000")
                    .contains("Set-Cookie: __Host-salus-form=")
                    .contains("; Secure");
            assertThat(raw(port, "GET", "/", "Host: salus.example.org"))
                    .startsWith("HTTP/1.1 303")
                    .contains("Location: /sign-in");
            for (String host :
                    List.of("localhost", "localhost:" + port, "evil.example", "salus.example.org.evil.example")) {
                assertThat(raw(port, "GET", "/health", "Host: " + host))
                        .as(host)
                        .startsWith("HTTP/1.1 403");
            }
            assertThat(raw(port, "GET", "/health", "Host: salus.example.org", "X-Forwarded-Proto: http"))
                    .startsWith("HTTP/1.1 403")
                    .contains("encrypted address");
            assertThat(raw(
                            port,
                            "POST",
                            "/sign-in",
                            "Host: salus.example.org",
                            "Origin: http://salus.example.org",
                            "Content-Length: 0"))
                    .startsWith("HTTP/1.1 403")
                    .contains("does not belong to this program");
            assertThat(raw(port, "GET", "/health", "Host: salus.example.org")).startsWith("HTTP/1.1 200");
            assertThat(proxied.people().accounts().list()).isNotEmpty();
        }
    }

    @Test
    void requests_that_do_not_come_from_the_proxy_are_refused(@TempDir Path other) throws Exception {
        int port = RunningTeam.freePort();
        try (RunningTeam proxied =
                RunningTeam.start(other, URI.create("https://salus.example.org/"), port, "proxies = 192.0.2.1")) {
            assertThat(raw(port, "GET", "/health", "Host: salus.example.org", "X-Forwarded-For: 192.0.2.1"))
                    .startsWith("HTTP/1.1 403");
            assertThat(proxied.people().accounts().isAdministered()).isFalse();
        }
    }

    @Tag("slow")
    @Test
    void whoever_asks_too_much_waits_and_others_do_not(@TempDir Path other) throws Exception {
        try (RunningTeam busy = RunningTeam.start(other, "requests-per-minute = 100")) {
            AccountId administrator = busy.administrator("ana", "Ana Ruiz");
            busy.account(administrator, "ben", "Ben");
            Visitor ana2 = busy.signedIn("ana");
            Visitor ben = busy.signedIn("ben");
            int answered = 0;
            HttpResponse<String> last = ana2.get("/api/v1/me");
            while (last.statusCode() == 200 && answered < 1_000) {
                answered++;
                last = ana2.get("/api/v1/me");
            }
            assertThat(last.statusCode()).isEqualTo(429);
            assertThat(last.headers().firstValue("Retry-After")).isPresent();
            assertThat(answered).isGreaterThan(50);
            assertThat(ben.get("/api/v1/me").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void of_who_asks_only_the_own_proxy_is_believed(@TempDir Path other) throws Exception {
        int port = RunningTeam.freePort();
        try (RunningTeam proxied =
                RunningTeam.start(other, URI.create("https://salus.example.org/"), port, "requests-per-minute = 10")) {
            assertThat(asked(port, "203.0.113.9, 198.51.100.1")).startsWith("HTTP/1.1 200");
            assertThat(asked(port, "203.0.113.8, 198.51.100.1"))
                    .as("what was there before our proxy is anybody's word")
                    .startsWith("HTTP/1.1 429");
            assertThat(asked(port, "203.0.113.9, 198.51.100.2")).startsWith("HTTP/1.1 200");
            assertThat(asked(port, "2001:db8:1:2:3::1")).startsWith("HTTP/1.1 200");
            assertThat(asked(port, "2001:db8:1:2:4::2"))
                    .as("the same household")
                    .startsWith("HTTP/1.1 429");
            assertThat(proxied.people().accounts().list()).isEmpty();
        }
    }

    private static String asked(int port, String carriedFor) throws Exception {
        return raw(port, "GET", "/sign-in", "Host: salus.example.org", "X-Forwarded-For: " + carriedFor);
    }

    private static String raw(int port, String method, String path, String... headers) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                InputStream answer = socket.getInputStream()) {
            String request = method + " " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
