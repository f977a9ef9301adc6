package org.salus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
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
import org.salus.ledger.Act;
import org.salus.ledger.Charter;
import org.salus.ledger.CheapCopy;
import org.salus.ledger.Copy;
import org.salus.ledger.Digest;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.Merge;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever decides about what a merged copy brought sees at every door what it would do, and why it waits; and the history says what was done. */
@Tag("slow")
class DecisionsTest {
    private static final char[] PASSPHRASE = "several words are best".toCharArray();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private RunningTeam team;
    private Workspace workspace;
    private AccountId ada;
    private AccountId cleo;
    private Item<Source> named = Item.fresh(Source.KIND, Source.of(SourceType.DOCUMENT, "Letter of the minister"));

    @BeforeEach
    void aWorkspaceOfTwo() throws Exception {
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        ada = team.administrator("ada", "Ada");
        cleo = team.account(ada, "cleo", "Cleo");
        workspace = team.workspaces()
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                        ada,
                        "Ada",
                        Optional.empty(),
                        "");
        put(new Item<>(
                new ItemId(cleo.value()),
                Member.KIND,
                Sensitivity.forMembers(),
                List.of(),
                new Member("Cleo", Optional.empty(), "", Role.CONTRIBUTOR),
                java.util.Set.of()));
        put(named.meantFor(new Sensitivity.Named(new TreeSet<>(List.of(ada, cleo)))));
        named = workspace.view(ada).get(Source.KIND, named.id());
    }

    @AfterEach
    void close() {
        team.close();
    }

    private Digest put(Item<?> item) {
        return accepted(workspace.append(ada, new Edit.Put(item)));
    }

    private static Digest accepted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted) outcome).entry();
    }

    /** What Ada does in a copy is merged by Cleo, who can prove nothing of it. */
    private Digest broughtByCleo(Function<View, Edit> done, Runnable meanwhile) {
        Path file = folder.resolve(UUID.randomUUID() + ".salus");
        CheapCopy.make(workspace, ada, PASSPHRASE, file);
        try (Copy copy = Copy.open(file, PASSPHRASE)) {
            Workspace there = copy.workspaces(Salus.faces().kinds(), InstantSource.system())
                    .get(workspace.id().toString());
            Digest entry = accepted(there.append(
                    ada, List.of(done.apply(there.view(ada))), Reason.of(Act.EDIT, "it was agreed by telephone")));
            meanwhile.run();
            Merge.merge(workspace, copy, cleo, "from the field");
            return entry;
        }
    }

    private Digest cleoAsOwner() {
        return broughtByCleo(
                there -> new Edit.Put(there.get(Member.KIND, new ItemId(cleo.value()))
                        .saying(new Member("Cleo", Optional.empty(), "", Role.OWNER))),
                () -> {});
    }

    private Digest lowered() {
        return broughtByCleo(
                there -> new Edit.Put(there.get(Source.KIND, named.id()).meantFor(Sensitivity.forEverybody())),
                () -> {});
    }

    private record Said(int code, String out, String err) {}

    private Said run(String account, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new java.util.ArrayList<>(List.of(words));
        all.addAll(List.of("--data", folder.resolve("data").toString(), "--account", account));
        int code = new CommandDoor("1", Salus.commands())
                .answer(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Said(code, out.toString(), err.toString());
    }

    private String page(String below) throws Exception {
        try (Visitor visitor = team.signedIn("ada")) {
            return visitor.get("/workspaces/" + workspace.id() + below).body();
        }
    }

    /** The text of a page as it is read, without its tags. */
    private String read(String below) throws Exception {
        return page(below).replaceAll("(?s)<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void a_role_that_a_copy_gives_is_shown_with_what_it_was_and_that_nobody_can_prove_it() throws Exception {
        Digest entry = cleoAsOwner();
        assertThat(read("/copies"))
                .contains("author as the copy says, not proven")
                .contains("Role Contributor Owner")
                .contains("Why it waits: Whoever merged it has no role that allows it.")
                .contains("it was agreed by telephone");
        assertThat(run("ada", "workspace", "waiting", "Zubara").out())
                .contains(entry.brief(), "not proven", "Role: Contributor → Owner", "has no role that allows it");
    }

    /** Nobody reads of a forged step as if it had been done. */
    @Test
    void the_history_marks_what_waits_and_what_was_refused_at_every_door() throws Exception {
        Digest entry = cleoAsOwner();
        assertThat(run("ada", "workspace", "history", "Zubara").out())
                .contains("Ada (author as the copy says, not proven; waits for a decision) changed Cleo");
        assertThat(read("/history")).contains("not proven · waits for a decision");
        assertThat(run("ada", "workspace", "decide", "Zubara", "--refuse", entry.brief(), "--why", "never agreed")
                        .code())
                .isZero();
        assertThat(run("ada", "workspace", "history", "Zubara").out())
                .contains("Ada (author as the copy says, not proven; refused; it does not count) changed Cleo");
        assertThat(read("/history"))
                .contains("not proven · refused; it does not count")
                .doesNotContain("waits for");
        assertThat(page("/history")).doesNotContain("value=\"" + entry + "\"");
        try (Visitor visitor = team.signedIn("ada")) {
            assertThat(visitor.get("/api/v1/workspaces/" + workspace.id() + "/history")
                            .body())
                    .contains("\"refused\":true");
        }
    }

    @Test
    void a_lowered_sensitivity_is_shown_before_and_after() throws Exception {
        lowered();
        assertThat(read("/copies"))
                .contains("Letter of the minister · changed")
                .contains("Meant for Named persons: Ada, Cleo Public")
                .contains("It lets more people see an item than before.");
        assertThat(run("ada", "workspace", "waiting", "Zubara").out())
                .contains("Meant for: Named persons: Ada, Cleo → Public");
    }

    @Test
    void what_would_be_removed_is_named_and_shown() throws Exception {
        accepted(workspace.append(
                ada, List.of(new Edit.Put(named.saying(Source.of(SourceType.LAW, "Law on the police")))), Reason.EDIT));
        broughtByCleo(there -> new Edit.Remove(there.get(Member.KIND, new ItemId(cleo.value()))), () -> {});
        assertThat(read("/copies")).contains("Cleo · removed").contains("Role Contributor");
    }

    @Test
    void it_is_said_that_something_else_stands_there_by_now() throws Exception {
        broughtByCleo(
                there -> new Edit.Put(there.get(Source.KIND, named.id()).meantFor(Sensitivity.forEverybody())),
                () -> put(named.saying(Source.of(SourceType.LAW, "Law on the police"))));
        assertThat(read("/copies")).contains("Something else stands there by now");
    }

    @Test
    void page_api_and_terminal_give_one_answer_and_only_to_editors() throws Exception {
        Digest entry = lowered();
        String api = "/api/v1/workspaces/" + workspace.id() + "/decisions";
        try (Visitor visitor = team.signedIn("ada");
                Visitor other = team.signedIn("cleo")) {
            JsonNode told = JSON.readTree(visitor.get(api).body());
            assertThat(told.path("waiting").path(0).path("entry").asString()).isEqualTo(entry.toString());
            assertThat(told.path("waiting").path(0).path("doubt").asString()).isEqualTo("lowered");
            assertThat(told.path("waiting").path(0).path("is_proven").asBoolean(true))
                    .isFalse();
            assertThat(JSON.readTree(run("ada", "workspace", "waiting", "Zubara", "--format", "json")
                            .out()))
                    .isEqualTo(told);
            JsonNode step = JSON.readTree(visitor.get("/api/v1/workspaces/" + workspace.id() + "/history")
                            .body())
                    .path("steps")
                    .valueStream()
                    .filter(one -> one.path("entry").asString().equals(entry.toString()))
                    .findFirst()
                    .orElseThrow();
            assertThat(step.path("doubt").asString()).isEqualTo("lowered");
            assertThat(step.path("items")
                            .path(0)
                            .path("sensitivity")
                            .path("level")
                            .asString())
                    .isEqualTo("public");
            HttpResponse<String> refused = other.get(api);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).doesNotContain("Letter", entry.toString());
        }
        Said refused = run("cleo", "workspace", "waiting", "Zubara");
        assertThat(refused.code()).isNotZero();
        assertThat(refused.out() + refused.err()).doesNotContain("Letter");
    }

    @Test
    void the_terminal_decides_by_the_digits_it_tells() {
        Digest entry = cleoAsOwner();
        Said none = run("ada", "workspace", "decide", "Zubara");
        assertThat(none.code()).isNotZero();
        assertThat(none.err()).contains("at least one step");
        Said unknown = run("ada", "workspace", "decide", "Zubara", "--refuse", "0000000000");
        assertThat(unknown.code()).isNotZero();
        assertThat(unknown.err()).contains("There is no step 0000000000");
        assertThat(run("ada", "workspace", "decide", "Zubara", "--refuse", entry.brief(), "--why", "never agreed")
                        .code())
                .isZero();
        assertThat(run("ada", "workspace", "waiting", "Zubara").out()).contains("No step waits");
        assertThat(workspace.standing(cleo).role()).contains(Role.CONTRIBUTOR);
    }

    @Test
    void the_terminal_puts_versions_together() {
        Item<Source> open = Item.fresh(Source.KIND, Source.of(SourceType.DOCUMENT, "White paper"));
        put(open);
        Digest there = broughtByCleo(
                view -> new Edit.Put(view.get(Source.KIND, open.id())
                        .saying(Source.of(SourceType.LAW, "White paper, second edition"))),
                () -> put(workspace
                        .view(ada)
                        .get(Source.KIND, open.id())
                        .saying(Source.of(SourceType.DOCUMENT, "White paper of 2026"))));
        String id = open.id().toString();
        assertThat(run("ada", "workspace", "conflicts", "Zubara").out())
                .contains("One item has several versions", id, "White paper, second edition", "White paper of 2026");
        assertThat(run("ada", "workspace", "conflicts", "Zubara", "--format", "json")
                        .out())
                .contains(there.toString());
        Digest here = workspace.view(ada).conflicts().getOrDefault(open.id(), List.of()).stream()
                .map(told -> told.by().entry())
                .filter(entry -> !entry.equals(there))
                .findFirst()
                .orElseThrow();
        assertThat(run("ada", "workspace", "resolve", "Zubara", id, "--keep", here.brief(), "--field", "titel=" + there)
                        .err())
                .contains("titel");
        assertThat(run("ada", "workspace", "resolve", "Zubara", id, "--keep", "00000000")
                        .code())
                .isNotZero();
        Said done = run(
                "ada",
                "workspace",
                "resolve",
                "Zubara",
                id,
                "--keep",
                here.brief(),
                "--field",
                "type=" + there.brief());
        assertThat(done.code()).as(done.err()).isZero();
        Source together = workspace.view(ada).get(Source.KIND, open.id()).value();
        assertThat(together.title()).isEqualTo("White paper of 2026");
        assertThat(together.type()).isEqualTo(SourceType.LAW);
        assertThat(workspace.view(ada).conflicts()).isEmpty();
    }

    @Test
    void a_program_puts_versions_together() throws Exception {
        Item<Source> open = Item.fresh(Source.KIND, Source.of(SourceType.DOCUMENT, "White paper"));
        put(open);
        Digest there = broughtByCleo(
                view -> new Edit.Put(view.get(Source.KIND, open.id())
                        .saying(Source.of(SourceType.LAW, "White paper, second edition"))),
                () -> put(workspace
                        .view(ada)
                        .get(Source.KIND, open.id())
                        .saying(Source.of(SourceType.DOCUMENT, "White paper of 2026"))));
        Digest here = workspace.view(ada).conflicts().getOrDefault(open.id(), List.of()).stream()
                .map(told -> told.by().entry())
                .filter(entry -> !entry.equals(there))
                .findFirst()
                .orElseThrow();
        String api = "/api/v1/workspaces/" + workspace.id() + "/conflicts/" + open.id() + "/resolution";
        try (Visitor visitor = team.signedIn("ada")) {
            visitor.get("/workspaces/" + workspace.id() + "/conflicts");
            assertThat(sent(visitor, api, "{}").body()).contains("keep");
            assertThat(sent(visitor, api, "{\"kept\":\"" + here + "\"}").statusCode())
                    .isEqualTo(400);
            assertThat(sent(visitor, api, "{\"keep\":\"00000000\"}").statusCode())
                    .isEqualTo(400);
            assertThat(sent(visitor, api, "{\"keep\":\"" + here + "\",\"fields\":[\"type\"]}")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(sent(visitor, api, "{\"keep\":\"" + here + "\",\"basis\":\"" + here + "\"}")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(sent(visitor, api, "{\"keep\":\"" + here + "\",\"basis\":[\"" + here + "\"]}")
                            .statusCode())
                    .as("who looked at one version has not seen the other")
                    .isEqualTo(409);
            assertThat(workspace.view(ada).conflicts()).hasSize(1);

            HttpResponse<String> done = sent(
                    visitor,
                    api,
                    "{\"keep\":\"" + here.brief() + "\",\"fields\":{\"type\":\"" + there
                            + "\"},\"why\":\"It became a law.\"}");

            assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
            assertThat(JSON.readTree(done.body())
                            .path("item")
                            .path("value")
                            .path("title")
                            .asString())
                    .isEqualTo("White paper of 2026");
            Source together = workspace.view(ada).get(Source.KIND, open.id()).value();
            assertThat(together.title()).isEqualTo("White paper of 2026");
            assertThat(together.type()).isEqualTo(SourceType.LAW);
            assertThat(workspace.view(ada).conflicts()).isEmpty();
            assertThat(sent(visitor, api, "{\"keep\":\"" + here + "\"}").statusCode())
                    .as("once it is settled there is nothing to resolve")
                    .isEqualTo(404);
        }
    }

    @Test
    void a_step_is_taken_back_and_done_again_through_each_door() throws Exception {
        Item<Source> open = Item.fresh(Source.KIND, Source.of(SourceType.DOCUMENT, "White paper"));
        put(open);
        assertThat(run("ada", "workspace", "redo", "Zubara").code())
                .as("nothing was taken back")
                .isNotZero();
        assertThat(run("ada", "workspace", "undo", "Zubara").code()).isZero();
        assertThat(workspace.view(ada).find(Source.KIND, open.id())).isEmpty();
        assertThat(run("ada", "workspace", "redo", "Zubara").code()).isZero();
        assertThat(workspace.view(ada).find(Source.KIND, open.id())).isPresent();

        String api = "/api/v1/workspaces/" + workspace.id();
        try (Visitor visitor = team.signedIn("ada")) {
            visitor.get("/workspaces/" + workspace.id() + "/history");
            assertThat(sent(visitor, api + "/undo", "{}").statusCode()).isEqualTo(200);
            assertThat(workspace.view(ada).find(Source.KIND, open.id())).isEmpty();
            HttpResponse<String> again = sent(visitor, api + "/redo", "{}");
            assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
            assertThat(JSON.readTree(again.body()).path("entry").asString()).hasSize(64);
            assertThat(workspace.view(ada).find(Source.KIND, open.id())).isPresent();
            assertThat(sent(visitor, api + "/redo", "{}").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void what_was_done_is_told_to_owners_alone_and_by_codes() throws Exception {
        String api = "/api/v1/workspaces/" + workspace.id() + "/audit";
        try (Visitor owner = team.signedIn("ada");
                Visitor other = team.signedIn("cleo")) {
            JsonNode told = JSON.readTree(owner.get(api).body());
            assertThat(told.path("deeds")
                            .valueStream()
                            .map(deed -> deed.path("what").asString()))
                    .contains("workspace-founded");
            assertThat(told.toString()).as("ids, never names").doesNotContain("Ada");
            assertThat(JSON.readTree(run("ada", "workspace", "audit", "Zubara", "--format", "json")
                            .out()))
                    .isEqualTo(told);
            assertThat(run("ada", "workspace", "audit", "Zubara").out()).contains("Ada");
            assertThat(other.get(api).statusCode()).isEqualTo(403);
            assertThat(owner.get(api + "?before=last").statusCode()).isEqualTo(400);
            assertThat(JSON.readTree(owner.get(api + "?before=1").body())
                            .path("deeds")
                            .size())
                    .isZero();
        }
        assertThat(run("cleo", "workspace", "audit", "Zubara").code()).isNotZero();
    }

    private static HttpResponse<String> sent(Visitor visitor, String path, String body) throws Exception {
        return visitor.submit("POST", path, "application/json", body);
    }

    @Test
    void the_history_says_added_changed_and_removed_and_names_what_is_gone() throws Exception {
        Item<Source> paper = Item.fresh(Source.KIND, Source.of(SourceType.DOCUMENT, "White paper"));
        put(paper);
        paper = workspace.view(ada).get(Source.KIND, paper.id());
        put(paper.saying(Source.of(SourceType.DOCUMENT, "White paper of 2026")));
        Item<Source> now = workspace.view(ada).get(Source.KIND, paper.id());
        accepted(workspace.append(ada, new Edit.Remove(now)));
        assertThat(read("/history"))
                .contains("Ada removed source White paper of 2026")
                .contains("Ada changed source White paper of 2026")
                .contains("Ada added source White paper")
                .doesNotContain("no longer here");
        assertThat(run("ada", "workspace", "history", "Zubara").out()).contains("Ada removed White paper of 2026");
        try (Visitor visitor = team.signedIn("ada")) {
            JsonNode last = JSON.readTree(visitor.get("/api/v1/workspaces/" + workspace.id() + "/history?size=1")
                            .body())
                    .path("steps")
                    .path(0)
                    .path("items")
                    .path(0);
            assertThat(last.path("change").asString()).isEqualTo("removed");
            assertThat(last.path("title").asString()).isEqualTo("White paper of 2026");
        }
    }

    @Test
    void who_could_not_read_what_was_removed_is_not_told_its_name() {
        Item<Source> secret = Item.fresh(Source.KIND, Source.of(SourceType.DOCUMENT, "canary-letter"))
                .meantFor(new Sensitivity.Named(new TreeSet<>(List.of(ada))));
        put(secret);
        accepted(workspace.append(ada, new Edit.Remove(workspace.view(ada).get(Source.KIND, secret.id()))));
        assertThat(run("ada", "workspace", "history", "Zubara").out()).contains("canary-letter");
        assertThat(run("cleo", "workspace", "history", "Zubara").out()).doesNotContain("canary-letter");
        assertThat(run("cleo", "workspace", "history", "Zubara", "--format", "json")
                        .out())
                .doesNotContain("canary-letter");
    }

    @Test
    void the_steps_that_the_terminal_tells_are_those_it_takes() {
        Digest before = workspace.view(ada).heads().first();
        Digest step = put(Item.fresh(Source.KIND, Source.of(SourceType.DOCUMENT, "White paper")));
        assertThat(run("ada", "workspace", "items", "Zubara", "--kind", "source", "--at", before.brief())
                        .out())
                .doesNotContain("White paper");
        assertThat(run("ada", "workspace", "differences", "Zubara", "--before", before.brief(), "--after", step.brief())
                        .out())
                .contains("White paper");
        assertThat(run("ada", "workspace", "undo", "Zubara", step.toString().substring(0, 7))
                        .err())
                .contains("There is no step", "first eight digits");
        assertThat(run("ada", "workspace", "undo", "Zubara", step.toString().substring(0, 8))
                        .code())
                .isZero();
        assertThat(workspace.view(ada).list(Source.KIND)).hasSize(1);
    }

    @Test
    void differences_call_what_a_named_version_holds_by_its_name() {
        Digest before = workspace.view(ada).heads().first();
        accepted(workspace.name(ada, "As agreed, 3 May"));
        Said told = run("ada", "workspace", "differences", "Zubara", "--before", before.brief());
        assertThat(told.out()).contains("Newest steps of the state it names").doesNotContain("heads");
    }

    @Test
    void what_is_put_tells_the_ids_it_was_given() throws Exception {
        Path item = Files.writeString(folder.resolve("item.json"), """
                {"kind": "source", "value": {"key": "", "type": "law", "title": "Law on the police", "author": "", "date": null,
                 "reference": "", "link": "", "consulted": null, "reliability": "F", "credibility": "6", "note": ""}}
                """);
        Said text = run("ada", "workspace", "put", "Zubara", item.toString());
        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.out()).containsPattern("[0-9a-f-]{36}  source  Law on the police");
        JsonNode json = JSON.readTree(run("ada", "workspace", "put", "Zubara", item.toString(), "--format", "json")
                .out());
        ItemId given = ItemId.of(json.path("items").path(0).asString());
        assertThat(workspace.view(ada).find(given)).isPresent();
    }

    @Test
    void a_remark_asks_members_only() {
        AccountId stranger = AccountId.fresh();
        Comment remark = new Comment(named.id(), ada, "Please look", new TreeSet<>(List.of(stranger)), false);
        Outcome outcome = workspace.append(ada, new Edit.Put(Item.fresh(Comment.KIND, remark)));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(reason -> reason.key())
                                .containsExactly("workspace.comment.no-member"));
        accepted(workspace.append(
                ada,
                new Edit.Put(Item.fresh(
                        Comment.KIND,
                        new Comment(named.id(), ada, "Please look", new TreeSet<>(List.of(cleo)), false)))));
    }

    @Test
    void a_file_made_from_a_workspace_is_readable_for_its_owner_alone_unless_somebody_says_otherwise()
            throws Exception {
        Path made = folder.resolve("map.xlsx");
        Said said = run("ada", "sector", "export", "Zubara", made.toString());
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rw-------");
        Path shared = Files.createFile(folder.resolve("shared.xlsx"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(run("ada", "sector", "export", "Zubara", shared.toString()).code())
                .isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shared)))
                .isEqualTo("rw-r-----");
    }
}
