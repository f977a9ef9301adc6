package org.salus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Path;
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
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Workspace;
import org.salus.people.Deed;
import org.salus.people.Organisation;
import org.salus.people.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Members of a workspace through the API and in a terminal: another role, no membership any more, another organisation. */
@Tag("slow")
class MemberDoorsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private RunningTeam team;
    private AccountId ana;
    private AccountId cleo;
    private Workspace workspace;

    @BeforeEach
    void start() throws Exception {
        team = RunningTeam.start(folder);
        ana = team.administrator("ana", "Ana");
        cleo = team.account(ana, "cleo", "Cleo");
        team.account(ana, "eve", "Eve");
        workspace = team.workspaces()
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.empty(),
                        "");
        workspace.append(
                ana,
                new Edit.Put(new Item<>(
                        new ItemId(cleo.value()),
                        Member.KIND,
                        Sensitivity.forMembers(),
                        List.of(),
                        new Member("Cleo", Optional.empty(), "", Role.READER),
                        Set.of())));
    }

    @AfterEach
    void stop() {
        team.close();
    }

    private String path() {
        return "/api/v1/workspaces/" + workspace.id() + "/members";
    }

    private HttpResponse<String> ask(String login, String method, String path, String body) throws Exception {
        AccountId account = team.people().accounts().called(login).orElseThrow().id();
        String token = team.people()
                .tokens()
                .issue(team.as(account), "a program", Tokens.Scope.WRITE, 1)
                .secret()
                .reveal();
        try (Visitor program = team.visitor()) {
            return program.submit(method, path, "application/json", body, "Authorization", "Bearer " + token);
        }
    }

    private JsonNode line(String login) throws Exception {
        return JSON.readTree(ask(login, "GET", path(), "").body())
                .path("members")
                .valueStream()
                .filter(one -> one.path("account").asString("").equals(cleo.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static String change(String role, JsonNode line) {
        return "{\"role\":\"" + role + "\",\"basis\":" + line.path("basis") + "}";
    }

    @Test
    void an_owner_gives_another_role_and_ends_a_membership_at_the_api() throws Exception {
        JsonNode read = line("ana");
        assertThat(read.path("role").asString()).isEqualTo("reader");
        HttpResponse<String> given = ask("ana", "POST", path() + "/" + cleo, change("editor", read));
        assertThat(given.statusCode()).as(given.body()).isEqualTo(200);
        assertThat(workspace.standing(cleo).role()).contains(Role.EDITOR);

        assertThat(ask("ana", "POST", path() + "/" + cleo, change("owner", read))
                        .statusCode())
                .as("what was read meanwhile is old")
                .isEqualTo(409);
        assertThat(ask("ana", "POST", path() + "/" + cleo, change("king", line("ana")))
                        .body())
                .contains("There is no role king");
        assertThat(ask("ana", "POST", path() + "/" + cleo, "{\"role\":\"owner\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(ask("ana", "POST", path() + "/" + cleo, change("none", line("ana")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(workspace.standing(cleo).isMember()).isFalse();
        assertThat(team.people().audit().of(workspace.id(), Optional.empty(), 2).stream()
                        .map(Deed::what))
                .containsExactly(Deed.What.MEMBER_REMOVED, Deed.What.ROLE_CHANGED);
    }

    @Test
    void nobody_else_changes_members_and_strangers_are_told_of_none() throws Exception {
        assertThat(ask("cleo", "POST", path() + "/" + cleo, change("owner", line("cleo")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(workspace.standing(cleo).role()).contains(Role.READER);
        HttpResponse<String> listed = ask("eve", "GET", path(), "");
        assertThat(listed.body()).doesNotContain("Cleo", cleo.toString());
        HttpResponse<String> there = ask("eve", "POST", path() + "/" + cleo, "{\"role\":\"owner\",\"basis\":[]}");
        String nobody = AccountId.fresh().toString();
        HttpResponse<String> missing = ask("eve", "POST", path() + "/" + nobody, "{\"role\":\"owner\",\"basis\":[]}");
        assertThat(there.statusCode()).isEqualTo(404).isEqualTo(missing.statusCode());
        assertThat(there.body().replace(cleo.toString(), ""))
                .isEqualTo(missing.body().replace(nobody, ""));
    }

    @Test
    void in_a_terminal_an_owner_does_the_same_and_the_last_one_stays() throws Exception {
        Organisation court = team.people().organisations().add(ana, "Court of Audit");
        team.people().accounts().place(ana, cleo, Optional.of(court.id()));
        assertThat(run("ana", "members", "Zubara").out()).contains("Cleo", "of another organisation by now");
        assertThat(run("ana", "member", "Zubara", "cleo", "--role", "contributor", "--confirm-organisation")
                        .code())
                .isZero();
        assertThat(workspace.standing(cleo).role()).contains(Role.CONTRIBUTOR);
        assertThat(run("ana", "members", "Zubara").out())
                .contains("Court of Audit")
                .doesNotContain("by now");
        assertThat(JSON.readTree(
                        run("ana", "members", "Zubara", "--format", "json").out()))
                .isEqualTo(JSON.readTree(ask("ana", "GET", path(), "").body()));
        assertThat(run("cleo", "member", "Zubara", "ana", "--role", "none").code())
                .isEqualTo(1);
        assertThat(run("ana", "member", "Zubara", "ana", "--role", "reader").code())
                .as("somebody has to own it")
                .isEqualTo(2);
        assertThat(run("ana", "member", "Zubara", "nobody", "--role", "reader").err())
                .contains("There is no member nobody");
        assertThat(run("ana", "member", "Zubara", "Cleo", "--role", "none").code())
                .isZero();
        assertThat(workspace.standing(cleo).isMember()).isFalse();
    }

    @Tag("slow")
    @Test
    void nobody_hides_another_member_by_a_name_that_is_that_ones_id() throws Exception {
        AccountId dora = team.account(ana, "dora", cleo.toString());
        workspace.append(
                ana,
                List.of(new Edit.Put(new Item<>(
                        new ItemId(dora.value()),
                        Member.KIND,
                        Sensitivity.forMembers(),
                        List.of(),
                        new Member(cleo.toString(), Optional.empty(), "", Role.READER),
                        Set.of()))),
                Reason.EDIT);
        assertThat(workspace.standing(dora).isMember()).isTrue();
        assertThat(run("ana", "member", "Zubara", cleo.toString(), "--role", "none")
                        .err())
                .isEmpty();
        assertThat(workspace.standing(cleo).isMember()).isFalse();
        assertThat(workspace.standing(dora).isMember()).isTrue();
    }

    private record Said(int code, String out, String err) {}

    private Said run(String login, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of("workspace"));
        all.addAll(List.of(words));
        all.addAll(List.of("--account", login, "--data", folder.resolve("data").toString()));
        int code = new CommandDoor("1", Salus.commands())
                .answer(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Said(code, out.toString(), err.toString());
    }
}
