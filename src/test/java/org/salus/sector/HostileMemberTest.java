package org.salus.sector;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningTeam;
import org.salus.Salus;
import org.salus.Visitor;
import org.salus.framework.DateSpan;
import org.salus.framework.Pillar;
import org.salus.framework.Recorded;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Copy;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.Kinds;
import org.salus.ledger.Member;
import org.salus.ledger.Merge;
import org.salus.ledger.Outcome;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Workspace;
import org.salus.people.Tokens;
import org.salus.workspace.Answer;
import org.salus.workspace.Comment;
import org.salus.workspace.Reply;

/** A member who means ill, with all that a contributor may send: it touches nothing that is not theirs, and every page goes on to answer everybody. */
@Tag("slow")
class HostileMemberTest {
    private static final char[] WORDS = "several words are best".toCharArray();
    private static final List<String> VIEWS = List.of(
            "/sector",
            "/sector?around=all",
            "/sector/table?around=all",
            "/sector/matrix?around=all",
            "/sector/outline?around=all",
            "/sector/oversight",
            "/sector/picture.svg?around=all",
            "/sector/picture.png?around=all",
            "/sector/export.xlsx",
            "/sector/export.graphml",
            "/sector/findings.csv",
            "/history",
            "/conflicts",
            "/now",
            "");

    @TempDir
    private static Path folder;

    private static RunningTeam team;
    private static AccountId ana;
    private static AccountId mal;
    private static Visitor anas;
    private static Visitor mals;
    private static String token;

    private Workspace workspace;
    private Item<Actor> guard;
    private Item<Actor> assembly;

    @BeforeAll
    static void twoMembers() throws Exception {
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        AccountId administrator = team.administrator("admin", "Admin");
        ana = team.account(administrator, "ana", "Ana");
        mal = team.account(administrator, "mal", "Mal");
        anas = team.signedIn("ana");
        mals = team.signedIn("mal");
        token = team.people()
                .tokens()
                .issue(team.as(mal), "a program", Tokens.Scope.WRITE, 1)
                .secret()
                .reveal();
    }

    @AfterAll
    static void end() {
        anas.close();
        mals.close();
        team.close();
    }

    @BeforeEach
    void aMap() {
        workspace = found("Zubara");
        accept(workspace.append(
                ana,
                new Edit.Put(new Item<>(
                        new ItemId(mal.value()),
                        Member.KIND,
                        Sensitivity.forMembers(),
                        List.of(),
                        new Member("Mal", Optional.empty(), "", Role.CONTRIBUTOR),
                        Set.of()))));
        guard = actor("River Guard", Pillar.PROVIDERS, ActorType.BORDER_GUARD);
        assembly = actor("National Assembly", Pillar.OVERSIGHT, ActorType.PARLIAMENT);
    }

    private static Workspace found(String name) {
        return team.workspaces()
                .found(
                        new Charter(name, List.of("XZU"), "", "SSR", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.empty(),
                        "");
    }

    private static void accept(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    }

    private Item<Actor> actor(String name, Pillar pillar, ActorType type) {
        Item<Actor> actor = Item.fresh(
                Actor.KIND,
                Actor.of(new Phase(
                        DateSpan.OPEN,
                        List.of(Name.of(name)),
                        pillar,
                        Optional.of(type),
                        Optional.empty(),
                        Map.of(Power.USE_FORCE, Recorded.RECORDED))));
        accept(workspace.append(ana, new Edit.Put(actor)));
        return actor;
    }

    private String path(String below) {
        return "/workspaces/" + workspace.id() + below;
    }

    private HttpResponse<String> send(String method, String below, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(team.server().address().resolve("/api/v1" + path(below)))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String versions(Item<?> item) {
        return "[\""
                + String.join(
                        "\",\"", item.basis().stream().map(Object::toString).toList()) + "\"]";
    }

    /** Every view, as both see it; none of them may fail. */
    private void everythingAnswers() throws Exception {
        Map<String, Integer> failing = new LinkedHashMap<>();
        List<String> all = new ArrayList<>(VIEWS);
        workspace.view(ana).ids().forEach(id -> all.add("/items/" + id));
        for (Visitor who : List.of(anas, mals)) {
            for (String view : all) {
                int status = who.get(path(view)).statusCode();
                if (status != 200) {
                    failing.put(view, status);
                }
            }
        }
        assertThat(failing).isEmpty();
    }

    @Test
    void forged_ids_of_other_items_and_other_people_change_nothing() throws Exception {
        ItemId own = new ItemId(mal.value());
        ItemId owner = new ItemId(ana.value());
        ItemId charter = new ItemId(workspace.id().value());
        Item<Member> self = workspace.view(mal).get(Member.KIND, own);
        Item<Member> other = workspace.view(mal).get(Member.KIND, owner);
        String actor =
                "{\"phases\":[{\"when\":{},\"names\":[{\"language\":\"und\",\"text\":\"X\"}],\"actorClass\":\"P1\",\"powers\":{}}],\"key\":\"\",\"mandates\":[],\"countries\":[],\"note\":\"\"}";
        Map<String, HttpResponse<String>> answers = new LinkedHashMap<>();
        answers.put(
                "an actor in the place of a member",
                send(
                        "PUT",
                        "/items/" + owner,
                        "{\"kind\":\"actor\",\"value\":" + actor + ",\"basis\":" + versions(other) + "}"));
        answers.put(
                "an actor in the place of the workspace",
                send(
                        "PUT",
                        "/items/" + charter,
                        "{\"kind\":\"actor\",\"value\":" + actor + ",\"basis\":"
                                + versions(workspace.view(mal).find(charter).orElseThrow()) + "}"));
        answers.put(
                "an owner by one's own hand",
                send(
                        "PUT",
                        "/items/" + own,
                        "{\"kind\":\"member\",\"value\":{\"name\":\"Mal\",\"organisationName\":\"\",\"role\":\"owner\"},\"basis\":"
                                + versions(self) + "}"));
        answers.put(
                "one's own role as a field",
                send(
                        "PUT",
                        "/items/" + own + "/fields/role",
                        "{\"typed\":\"owner\",\"basis\":" + versions(self) + "}"));
        answers.put(
                "somebody else's remark",
                send(
                        "PUT",
                        "/items/" + ItemId.fresh(),
                        "{\"kind\":\"comment\",\"value\":{\"about\":\"" + guard.id() + "\",\"by\":\"" + ana
                                + "\",\"text\":\"I resign\",\"mentions\":[],\"isSettled\":false}}"));
        answers.put(
                "somebody else's answer",
                send(
                        "PUT",
                        "/items/" + ItemId.fresh(),
                        "{\"kind\":\"answer\",\"value\":{\"finding\":\"x\",\"edition\":\"1\",\"reply\":\"agree\",\"because\":\"\",\"by\":\""
                                + ana + "\",\"about\":[]}}"));
        answers.put(
                "a tie to a member",
                send(
                        "PUT",
                        "/items/" + ItemId.fresh(),
                        "{\"kind\":\"tie\",\"value\":{\"from\":\"" + guard.id() + "\",\"type\":\"oversees\",\"to\":\""
                                + owner + "\",\"byLaw\":[],\"inPractice\":[],\"note\":\"\"}}"));
        answers.put(
                "an old version",
                send(
                        "PUT",
                        "/items/" + guard.id(),
                        "{\"kind\":\"actor\",\"value\":" + actor + ",\"basis\":[\"" + "0".repeat(64) + "\"]}"));
        answers.put("removing an owner", send("DELETE", "/items/" + owner + "?basis=" + basisOf(other), ""));
        answers.put(
                "settling what is no remark",
                mals.post(path("/comments/" + guard.id() + "/settled"), "settled", "true"));
        answers.put("a panel of a member", mals.get(path("/sector/panel?items=" + owner)));
        answers.put("a choice of fields that are none", mals.post(path("/conflicts/" + guard.id()), "ground", "x"));
        answers.forEach((what, answer) ->
                assertThat(answer.statusCode()).as(what + ": " + answer.body()).isBetween(400, 499));
        assertThat(workspace.standing(ana).role()).contains(Role.OWNER);
        assertThat(workspace.standing(mal).role()).contains(Role.CONTRIBUTOR);
        assertThat(workspace.view(ana).charter().name()).isEqualTo("Zubara");
        assertThat(workspace.view(ana).list(Comment.KIND)).isEmpty();
        assertThat(workspace.view(ana).list(Answer.KIND)).isEmpty();
        assertThat(workspace.view(ana).list(Tie.KIND)).isEmpty();
        assertThat(workspace.view(ana).get(Actor.KIND, guard.id()).value()).isEqualTo(guard.value());
        everythingAnswers();
    }

    private static String basisOf(Item<?> item) {
        return item.basis().iterator().next().toString();
    }

    @Test
    void names_of_thousand_letters_from_either_side_are_borne_by_every_view_and_file() throws Exception {
        for (String name : List.of(
                "م".repeat(1000),
                "W".repeat(1000),
                "\u202Eevil\u202D",
                "a\u0000b",
                "\"><img src=x onerror=alert(1)>")) {
            mals.post(path("/sector/actors"), "name", name, "what", "police");
        }
        List<Item<Actor>> all = workspace.view(ana).list(Actor.KIND);
        assertThat(all).hasSizeGreaterThanOrEqualTo(5);
        for (Item<Actor> one : all) {
            mals.post(
                    path("/sector/ties"),
                    "from",
                    assembly.id().toString(),
                    "tie",
                    "oversees",
                    "to",
                    one.id().toString());
        }
        everythingAnswers();
        assertThat(anas.get(path("/sector?around=all")).body()).doesNotContain("<img src=x");
    }

    @Tag("slow")
    @Test
    void a_circle_of_parts_that_copies_brought_together_is_borne_by_every_view() throws Exception {
        Path file = folder.resolve("circle-" + workspace.id() + ".salus");
        Copy.make(workspace, ana, mal, WORDS, file);
        accept(workspace.append(
                ana, new Edit.Put(Item.fresh(Tie.KIND, Tie.of(guard.id(), TieType.PART_OF, assembly.id())))));
        assertThat(mals.post(
                                path("/sector/ties"),
                                "from",
                                assembly.id().toString(),
                                "tie",
                                "part-of",
                                "to",
                                guard.id().toString())
                        .statusCode())
                .as("here nobody closes a circle")
                .isEqualTo(400);
        try (Copy copy = Copy.open(file, WORDS)) {
            Workspace there = copy.workspaces(Salus.faces().kinds(), InstantSource.system())
                    .get(workspace.id().toString());
            accept(there.append(
                    mal, new Edit.Put(Item.fresh(Tie.KIND, Tie.of(assembly.id(), TieType.PART_OF, guard.id())))));
            Merge.Report report = Merge.merge(workspace, copy, mal, "from the road");
            assertThat(report.waiting().values()).containsExactly(Merge.Doubt.RULE);
            accept(workspace.decide(ana, report.waiting().keySet(), Set.of(), "to be sorted out by hand"));
        }
        assertThat(workspace.view(ana).list(Tie.KIND)).hasSize(2);
        everythingAnswers();
        assertThat(anas.get(path("/sector/outline?around=all")).body()).contains("River Guard", "National Assembly");
    }

    @Tag("slow")
    @Test
    void a_remark_or_answer_that_a_copy_puts_into_somebody_elses_mouth_is_marked() throws Exception {
        Path file = folder.resolve("forged-" + workspace.id() + ".salus");
        Copy.make(workspace, ana, mal, WORDS, file);
        try (Copy copy = Copy.open(file, WORDS)) {
            Workspace there = copy.workspaces(Salus.faces().kinds(), InstantSource.system())
                    .get(workspace.id().toString());
            // Whoever holds the file may write into it as anybody: the program that guards it is not theirs.
            accept(there.append(
                    ana,
                    new Edit.Put(Item.fresh(
                            Comment.KIND, new Comment(guard.id(), ana, "I resign", new TreeSet<>(), false)))));
            Merge.merge(workspace, copy, mal, "from the road");
        }
        assertThat(workspace.view(mal).list(Comment.KIND)).hasSize(1);
        String page = mals.get(path("/items/" + guard.id())).body();
        assertThat(page.replaceAll("(?s).*(<ul class=\"remarks\">.*?</ul>).*", "$1"))
                .contains("I resign", "not proven");
        assertThat(mals.get(path("/sector/panel?items=" + guard.id())).body()).contains("not proven");
    }

    /** Whoever merges wrote the entry, so the entry is proven: it is the answer that names somebody else. */
    @Test
    void an_answer_that_a_copy_gives_in_somebody_elses_name_is_marked_and_is_not_theirs() throws Exception {
        String finding = "gap:nothing";
        Answer forged = new Answer(finding, "1", Reply.DISAGREE, "I know better", Optional.of(ana), List.of());
        Answer own = new Answer(finding, "1", Reply.PARTLY, "half of it", Optional.of(mal), List.of());
        Path file = folder.resolve("answered-" + workspace.id() + ".salus");
        Copy.make(workspace, ana, mal, WORDS, file);
        Merge.Report report;
        try (Copy copy = Copy.open(file, WORDS)) {
            // A program whose kind has no rules: whoever holds the file may use such a one.
            Workspace there = copy.workspaces(
                            Kinds.of(List.of(Kind.of(Answer.KIND.name(), Answer.class))), InstantSource.system())
                    .get(workspace.id().toString());
            accept(there.append(mal, new Edit.Put(Item.fresh(Kind.of(Answer.KIND.name(), Answer.class), forged))));
            accept(there.append(mal, new Edit.Put(Item.fresh(Kind.of(Answer.KIND.name(), Answer.class), own))));
            accept(there.append(mal, new Edit.Put(Item.fresh(Kind.of(Answer.KIND.name(), Answer.class), forged))));
            report = Merge.merge(workspace, copy, mal, "from the road");
        }
        assertThat(report.waiting()).as("a second one of that name").hasSize(1);
        assertThat(workspace.view(ana).list(Answer.KIND))
                .hasSize(2)
                .allSatisfy(answer -> assertThat(Answer.isProven(answer, workspace.view(ana)))
                        .isEqualTo(answer.value().by().equals(Optional.of(mal))));
        assertThat(Answer.own(finding, workspace.view(ana))).isEmpty();
        assertThat(Answer.own(finding, workspace.view(mal))).isPresent();
        HttpResponse<String> told = send("GET", "/sector/answers?finding=" + finding, "");
        assertThat(told.body().split("author_proven", -1)).as(told.body()).hasSize(2);
        accept(workspace.append(
                ana,
                new Edit.Put(Item.fresh(
                        Answer.KIND, new Answer(finding, "1", Reply.AGREE, "", Optional.of(ana), List.of())))));
        assertThat(Answer.own(finding, workspace.view(ana))
                        .orElseThrow()
                        .value()
                        .reply())
                .isEqualTo(Reply.AGREE);
    }

    @Tag("slow")
    @Test
    void a_true_remark_is_not_made_to_look_unproven_by_what_waits_or_was_refused() throws Exception {
        Item<Comment> remark =
                Item.fresh(Comment.KIND, new Comment(guard.id(), ana, "True words", new TreeSet<>(), false));
        accept(workspace.append(ana, new Edit.Put(remark)));
        Path file = folder.resolve("waiting-" + workspace.id() + ".salus");
        Copy.make(workspace, ana, mal, WORDS, file);
        Merge.Report report;
        try (Copy copy = Copy.open(file, WORDS)) {
            Workspace there = copy.workspaces(Salus.faces().kinds(), InstantSource.system())
                    .get(workspace.id().toString());
            Item<Comment> known = there.view(ana).get(Comment.KIND, remark.id());
            accept(there.append(
                    ana, new Edit.Put(known.saying(new Comment(guard.id(), ana, "I resign", new TreeSet<>(), false)))));
            report = Merge.merge(workspace, copy, mal, "from the road");
        }
        assertThat(report.waiting()).hasSize(1);
        isProven();
        accept(workspace.decide(ana, Set.of(), report.waiting().keySet(), "not hers"));
        isProven();
    }

    private void isProven() throws Exception {
        String page = anas.get(path("/items/" + guard.id())).body();
        assertThat(page.replaceAll("(?s).*(<ul class=\"remarks\">.*?</ul>).*", "$1"))
                .contains("True words")
                .doesNotContain("not proven");
    }

    @Tag("slow")
    @Test
    void a_file_that_is_no_copy_of_this_workspace_is_refused_in_words_and_leaves_nothing_behind() throws Exception {
        Path good = folder.resolve("good-" + workspace.id() + ".salus");
        Copy.make(workspace, ana, mal, WORDS, good);
        Workspace another = found("Another");
        Path foreign = folder.resolve("foreign-" + workspace.id() + ".salus");
        Copy.make(another, ana, ana, WORDS, foreign);
        byte[] whole = Files.readAllBytes(good);
        byte[] flipped = whole.clone();
        for (int at = whole.length / 2; at < whole.length; at += 97) {
            flipped[at] ^= 0x55;
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("nothing", new byte[0]);
        files.put("a text", "no copy".getBytes(StandardCharsets.UTF_8));
        files.put("half a copy", Arrays.copyOf(whole, whole.length / 2));
        files.put("a copy with other bytes", flipped);
        files.put("a copy of another workspace", Files.readAllBytes(foreign));
        files.put(
                "the header of a database",
                Arrays.copyOf("SQLite format 3\u0000".getBytes(StandardCharsets.UTF_8), 4096));
        List<byte[]> sent = new ArrayList<>(files.values());
        sent.add(whole);
        Set<String> before = lying(sent);
        SectorDoor door = SectorDoor.browser(team.server().address(), mals.cookie());
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            HttpResponse<String> answer = door.file(
                    path("/copies"),
                    path("/copies/brought"),
                    "x.salus",
                    file.getValue(),
                    "passphrase",
                    new String(WORDS));
            assertThat(answer.statusCode()).as(file.getKey() + answer.body()).isBetween(400, 499);
            assertThat(SectorDoor.words(answer))
                    .as(file.getKey())
                    .doesNotContain("should not have happened", "salus-brought");
        }
        assertThat(door.file(
                                path("/copies"),
                                path("/copies/brought"),
                                "x.salus",
                                whole,
                                "passphrase",
                                "other words here")
                        .statusCode())
                .isBetween(400, 499);
        assertThat(lying(sent)).isEqualTo(before);
        String looked = SectorDoor.to(
                door.file(path("/copies"), path("/copies/brought"), "x.salus", whole, "passphrase", new String(WORDS)));
        assertThat(anas.get(looked).statusCode()).as("nobody else's to look at").isEqualTo(404);
        assertThat(anas.post(looked + "/merge").statusCode()).isEqualTo(404);
        assertThat(mals.post(looked + "/forget").statusCode()).isEqualTo(303);
        assertThat(mals.post(looked + "/merge").statusCode()).as("it is gone").isEqualTo(404);
        assertThat(lying(sent)).isEqualTo(before);
        everythingAnswers();
    }

    /** Folders in which one of these files lies as a copy that is looked at. The folder of passing files is everybody's: other programs put copies there, too. */
    private static Set<String> lying(Collection<byte[]> files) throws Exception {
        Set<String> found = new TreeSet<>();
        try (var all = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "salus-brought*")) {
            for (Path folder : all) {
                byte[] lies = contentOf(folder.resolve("brought.salus"));
                if (lies != null && files.stream().anyMatch(file -> Arrays.equals(file, lies))) {
                    found.add(folder.getFileName().toString());
                }
            }
        }
        return found;
    }

    private static byte @Nullable [] contentOf(Path file) throws Exception {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return null;
        }
    }

    @Test
    void words_that_fill_everybodys_pages_are_refused() throws Exception {
        String long_ = "x".repeat(100_000);
        Item<Actor> now = workspace.view(mal).get(Actor.KIND, guard.id());
        assertThat(send("DELETE", "/items/" + guard.id() + "?basis=" + basisOf(now) + "&why=" + "x".repeat(6000), "")
                        .statusCode())
                .isBetween(400, 499);
        assertThat(send(
                                "PUT",
                                "/items/" + guard.id(),
                                "{\"kind\":\"actor\",\"value\":" + org.salus.ledger.ItemJson.value(now) + ",\"basis\":"
                                        + versions(now) + ",\"why\":\"" + long_ + "\"}")
                        .statusCode())
                .isBetween(400, 499);
        assertThat(workspace.append(
                        mal,
                        new Edit.Put(Item.fresh(
                                Answer.KIND,
                                new Answer("x", "1", Reply.DISAGREE, long_, Optional.of(mal), List.of())))))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(workspace.view(ana).find(guard.id())).isPresent();
    }

    @Test
    void odd_questions_are_answered_or_refused_and_never_fail() throws Exception {
        List<String> odd = new ArrayList<>();
        for (String on :
                List.of("0000", "0001", "9999-12-31", "99999", "-5", "2005-02-30", "2005-13", "2005-1", "٢٠٠٥", " ")) {
            odd.add("on=" + java.net.URLEncoder.encode(on, StandardCharsets.UTF_8));
        }
        odd.addAll(List.of(
                "around=%00",
                "ties=.....",
                "ties=none.none",
                "basis=law.law.practice",
                "absent=perhaps",
                "added=%22%3E",
                "changed=" + ana,
                "from=x&to=y",
                "open=%3Cscript%3E",
                "around=" + new ItemId(ana.value())));
        for (String below :
                List.of("/sector", "/sector/table", "/sector/matrix", "/sector/outline", "/sector/oversight")) {
            for (String question : odd) {
                HttpResponse<String> answer = mals.get(path(below + "?" + question));
                assertThat(answer.statusCode()).as(below + question).isLessThan(500);
                assertThat(answer.body()).doesNotContain("<script>");
            }
        }
    }
}
