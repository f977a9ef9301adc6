package org.salus.sector;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningTeam;
import org.salus.Visitor;
import org.salus.frame.web.Address;
import org.salus.framework.DateSpan;
import org.salus.framework.PartialDate;
import org.salus.framework.Pillar;
import org.salus.framework.Recorded;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Citation;
import org.salus.ledger.Confidence;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Workspace;
import org.salus.people.Deed;
import org.salus.people.Tokens;
import org.salus.portfolio.AreaJudgement;
import org.salus.workspace.Answer;
import org.salus.workspace.Source;
import org.salus.workspace.SourceType;

/** The pages of a sector map as its members are served them. */
@Tag("slow")
class SectorPagesTest {
    @TempDir
    private static Path folder;

    private static RunningTeam team;
    private static AccountId ana;
    private static AccountId ben;
    private static Visitor anas;
    private static Visitor bens;

    private Workspace workspace;
    private Item<Actor> guard;
    private Item<Actor> assembly;
    private Item<Tie> oversight;

    @BeforeAll
    static void twoMembers() throws Exception {
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
    void aMap() {
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
        Item<Source> decree = Item.fresh(Source.KIND, Source.of(SourceType.LAW, "Decree 1/02"));
        put(decree);
        guard = Item.fresh(
                Actor.KIND,
                Actor.of(new Phase(
                        DateSpan.since(PartialDate.ofYear(2005)),
                        List.of(Name.of("River Guard")),
                        Pillar.PROVIDERS,
                        Optional.of(ActorType.BORDER_GUARD),
                        Optional.empty(),
                        Map.of(Power.USE_FORCE, Recorded.RECORDED))));
        assembly = Item.fresh(
                Actor.KIND,
                Actor.of(new Phase(
                        DateSpan.OPEN,
                        List.of(Name.of("National Assembly")),
                        Pillar.OVERSIGHT,
                        Optional.of(ActorType.PARLIAMENT),
                        Optional.empty(),
                        Map.of())));
        put(guard);
        put(assembly);
        oversight = Item.fresh(
                        Tie.KIND,
                        Tie.of(assembly.id(), TieType.OVERSEES, guard.id())
                                .saying(Basis.LAW, Statement.present())
                                .saying(Basis.PRACTICE, Statement.absent()))
                .citing(List.of(Citation.of(decree.id(), "art. 4", Confidence.HIGH)));
        put(oversight);
    }

    private void put(Item<?> item) {
        assertThat(workspace.append(ana, new Edit.Put(item))).isInstanceOf(Outcome.Accepted.class);
    }

    private String path(String below) {
        return "/workspaces/" + workspace.id() + "/sector" + below;
    }

    private String text(Visitor who, String below) throws Exception {
        HttpResponse<String> answer = who.get(path(below));
        assertThat(answer.statusCode()).as(below).isEqualTo(200);
        return answer.body();
    }

    @Test
    void owners_see_who_took_which_kind_of_file_and_nothing_of_what_is_in_it() throws Exception {
        for (String file :
                List.of("/ties.csv?around=all&on=2020", "/picture.svg", "/export.xlsx", "/export.csv?table=actors")) {
            assertThat(bens.get(path(file)).statusCode()).as(file).isEqualTo(200);
        }
        assertThat(bens.get(path("/ties.csv?part=zz")).statusCode()).isEqualTo(400);
        assertThat(bens.get(path("/table")).statusCode())
                .as("a page is read, not taken")
                .isEqualTo(200);
        assertThat(bens.get("/api/v1" + path("")).statusCode()).isEqualTo(200);
        assertThat(bens.get("/api/v1" + path("/export.json")).statusCode()).isEqualTo(200);
        assertThat(team.people().audit().of(workspace.id(), Optional.empty(), 20).stream()
                        .filter(deed -> deed.what() == Deed.What.EXPORTED))
                .allSatisfy(deed -> assertThat(deed.actor()).contains(ben))
                .extracting(Deed::detail)
                .containsExactly(
                        "sector/export.json",
                        "sector/export.csv",
                        "sector/export.xlsx",
                        "sector/picture.svg",
                        "sector/ties.csv");
        String audit = "/workspaces/" + workspace.id() + "/audit";
        assertThat(anas.get(audit).body()).contains("sector/export.xlsx", "Ben").doesNotContain("River Guard", "2020<");
        assertThat(bens.get(audit).statusCode()).as("a reader").isEqualTo(403);
    }

    @Test
    void one_selection_is_a_picture_a_table_a_matrix_and_an_outline() throws Exception {
        assertThat(text(anas, ""))
                .contains("River Guard", "National Assembly", "<svg", "By law National Assembly oversees River Guard");
        assertThat(text(anas, "/table")).contains("Recorded as absent", "River Guard");
        assertThat(text(anas, "/matrix")).contains("oversees (by law, absent in practice)");
        assertThat(text(anas, "/outline")).contains("is overseen by", "National Assembly");
        assertThat(text(anas, "/ties.csv")).contains("National Assembly", "oversees", "River Guard");
        assertThat(anas.get(path("/ties.xlsx"))
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElseThrow())
                .contains("sector-ties.xlsx");
        assertThat(text(anas, "/picture.svg")).startsWith("<svg").contains("Zubara. As recorded for");
        assertThat(anas.get(path("/picture.png")).body()).contains("PNG");
    }

    @Test
    void the_day_the_part_and_the_ties_stand_in_the_address() throws Exception {
        assertThat(text(anas, "?on=2001"))
                .contains("31 December 2001")
                .doesNotContain("By law National Assembly oversees");
        assertThat(text(anas, "?on=2001")).contains("National Assembly");
        assertThat(text(anas, "/actors.csv?around=P1")).contains("River Guard").doesNotContain("National Assembly");
        assertThat(text(anas, "/table?around=" + guard.id() + "&ties=audits")).contains("No tie as recorded");
        assertThat(text(anas, "/table?ties=oversight.command")).contains("One tie as recorded");
        assertThat(text(anas, "/table?basis=practice&absent=no")).contains("No tie as recorded");
        for (String wrong : List.of("?on=spring", "?ties=loves", "?basis=habit")) {
            assertThat(anas.get(path(wrong)).statusCode()).as(wrong).isEqualTo(400);
        }
        assertThat(anas.get(path("?around=nobody")).statusCode()).isEqualTo(404);
        assertThat(anas.get(path("?around=" + oversight.id())).statusCode()).isEqualTo(404);
    }

    @Test
    void an_actor_and_a_tie_are_added_and_the_next_step_waits_where_the_last_one_was() throws Exception {
        HttpResponse<String> added =
                anas.post(path("/actors"), "name", "Audit Chamber", "what", "audit-office", "back", path("?on=2026"));
        assertThat(added.statusCode()).isEqualTo(303);
        String to = added.headers().firstValue("Location").orElseThrow();
        assertThat(to).startsWith(path("?on=2026&added="));
        String id = to.replaceFirst(".*added=", "");
        assertThat(anas.get(to).body())
                .contains("Added: Audit Chamber")
                .containsPattern("id=\"actor-name\"[^>]* autofocus");
        HttpResponse<String> tied = anas.post(
                path("/ties"),
                "from",
                id,
                "tie",
                "audits",
                "to",
                guard.id().toString(),
                "basis",
                "law",
                "source",
                "decree 1/02",
                "back",
                "https://elsewhere.example/");
        assertThat(tied.headers().firstValue("Location").orElseThrow()).startsWith(path("?added="));
        Item<Tie> tie = workspace.view(ana).list(Tie.KIND).getLast();
        assertThat(tie.value().byLaw()).containsExactly(Statement.present());
        assertThat(tie.citations()).hasSize(1);
        assertThat(workspace.view(ana).list(Source.KIND))
                .as("the source was known")
                .hasSize(1);
        assertThat(bens.post(path("/actors"), "name", "X", "what", "police").statusCode())
                .as("a reader adds nothing")
                .isGreaterThanOrEqualTo(400);
        assertThat(anas.post(path("/actors"), "name", " ", "what", "police").statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void the_drawer_tells_facts_sources_and_how_sure_they_are() throws Exception {
        String panel = text(anas, "/panel?items=" + oversight.id());
        assertThat(panel)
                .contains(
                        "National Assembly oversees River Guard", "Recorded as absent", "Decree 1/02", "art. 4", "High")
                .contains("/items/" + oversight.id())
                .doesNotContain("<html");
        assertThat(text(bens, "/panel?items=" + guard.id())).contains("may use force", "since 2005");
        assertThat(anas.get(path("/panel?items=" + ana)).statusCode()).isEqualTo(404);
    }

    @Test
    void a_finding_is_answered_and_the_answer_stands_beside_it() throws Exception {
        String page = text(anas, "/oversight");
        assertThat(page)
                .contains("By law National Assembly oversees River Guard; in practice this is recorded as absent.")
                .contains("no body of this kind on the map", "Rests on one fact");
        String finding = page.replaceAll("(?s).*name=\"finding\" value=\"(law-without-practice:[^\"]+)\".*", "$1");
        HttpResponse<String> answered = anas.post(
                path("/answers"),
                "finding",
                finding,
                "reply",
                "disagree",
                "because",
                "a hearing took place in May",
                "back",
                path("/oversight"));
        assertThat(answered.statusCode()).isEqualTo(303);
        assertThat(text(bens, "/oversight")).contains("Ana: ", "a hearing took place in May");
        assertThat(workspace.view(ana).list(Answer.KIND).getFirst().value().about())
                .contains(oversight.id(), guard.id(), assembly.id());
        assertThat(anas.post(path("/answers"), "finding", finding, "reply", "disagree", "because", "")
                        .statusCode())
                .as("who disagrees says why")
                .isGreaterThanOrEqualTo(400);
        assertThat(anas.post(path("/answers"), "finding", "no-such:finding", "reply", "agree")
                        .statusCode())
                .isEqualTo(404);
    }

    private String answer(Visitor who, String finding, String reply, String because) throws Exception {
        HttpResponse<String> answered =
                who.post(path("/answers"), "finding", finding, "reply", reply, "because", because);
        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(303);
        return text(who, "/oversight");
    }

    @Test
    void a_newer_answer_of_one_account_takes_the_place_of_its_older_one_and_touches_nobody_elses() throws Exception {
        role(Role.CONTRIBUTOR);
        String finding = text(anas, "/oversight")
                .replaceAll("(?s).*name=\"finding\" value=\"(law-without-practice:[^\"]+)\".*", "$1");
        answer(anas, finding, "disagree", "a hearing took place in May");
        answer(bens, finding, "agree", "");
        String page = answer(anas, finding, "partly", "it was a meeting");
        assertThat(page)
                .contains("it was a meeting", "Ana: ", "Ben: ", "Change your answer")
                .doesNotContain("a hearing took place in May");
        List<Item<Answer>> kept = workspace.view(ana).list(Answer.KIND);
        assertThat(kept).hasSize(2);
        Item<Answer> anas = kept.getFirst();
        assertThat(workspace.history(ana).of(anas.id()))
                .extracting(
                        step -> step.touched().getFirst().after().orElseThrow().value())
                .extracting(said -> ((Answer) said).because())
                .as("the newer first, and the older is still there")
                .containsExactly("it was a meeting", "a hearing took place in May");
        Answer words = anas.value();
        assertThat(workspace.append(
                        ben,
                        new Edit.Put(anas.saying(new Answer(
                                words.finding(),
                                words.edition(),
                                words.reply(),
                                "I was wrong",
                                words.by(),
                                words.about())))))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(workspace.append(
                        ben,
                        new Edit.Put(Item.fresh(
                                Answer.KIND,
                                new Answer("another", "1", words.reply(), "so say I", Optional.of(ana), List.of())))))
                .as("nobody answers for somebody else")
                .isInstanceOf(Outcome.Refused.class);
    }

    private void role(Role role) {
        Item<Member> member = workspace.view(ana).get(Member.KIND, new ItemId(ben.value()));
        put(member.saying(new Member("Ben", Optional.empty(), "", role)));
    }

    private Item<Tie> tie() {
        return workspace.view(ana).get(Tie.KIND, oversight.id());
    }

    private static String versions(Item<?> item) {
        return item.basis().stream().map(Object::toString).collect(java.util.stream.Collectors.joining(" "));
    }

    private HttpResponse<String> field(Visitor who, String name, Object value) throws Exception {
        return who.post(
                "/workspaces/" + workspace.id() + "/items/" + oversight.id() + "/fields/" + name,
                name,
                value.toString(),
                "basis",
                versions(tie()));
    }

    private HttpResponse<String> change(Visitor who, Object from, String kind, Object to, String basis)
            throws Exception {
        return who.post(
                path("/ties/" + oversight.id()),
                "from",
                from.toString(),
                "tie",
                kind,
                "to",
                to.toString(),
                "basis",
                basis,
                "back",
                path("?around=all"));
    }

    @Test
    void both_ends_of_a_tie_and_its_kind_are_edited_by_the_rules_of_a_new_one() throws Exception {
        anas.post(path("/actors"), "name", "Audit Chamber", "what", "audit-office");
        Item<Actor> audit = workspace.view(ana).list(Actor.KIND).getLast();
        String first = versions(tie());
        assertThat(anas.get("/workspaces/" + workspace.id() + "/items/" + oversight.id())
                        .body())
                .contains("name=\"from\"", "name=\"to\"", "value=\"" + audit.id() + "\"");
        assertThat(field(anas, "from", audit.id()).body()).contains("data-state=\"saved\"");
        assertThat(field(anas, "type", "audits").body()).contains("data-state=\"saved\"");
        assertThat(tie().value().from()).isEqualTo(audit.id());
        assertThat(tie().value().type()).isEqualTo(TieType.AUDITS);
        assertThat(tie().value().byLaw()).as("what is said stays").isNotEmpty();
        assertThat(tie().citations()).as("and so do sources").hasSize(1);
        Item<Source> source = workspace.view(ana).list(Source.KIND).getFirst();
        assertThat(field(anas, "to", source.id()).body()).contains("one of its ends is something else");
        assertThat(field(anas, "to", ItemId.fresh()).body()).contains("data-state=\"refused\"");
        assertThat(field(anas, "to", "the army").body()).contains("the army is no item of this workspace.");
        assertThat(field(anas, "type", "loves").body()).contains("loves is not one of the choices.");

        assertThat(change(anas, guard.id(), "commands", audit.id(), versions(tie()))
                        .headers()
                        .firstValue("Location"))
                .contains(path("?around=all&changed=" + oversight.id()));
        assertThat(text(anas, "?around=all&changed=" + oversight.id()))
                .contains("Changed: River Guard commands Audit Chamber");
        assertThat(tie().value())
                .as("ends exchanged in one step")
                .extracting(Tie::from, Tie::type, Tie::to)
                .containsExactly(guard.id(), TieType.COMMANDS, audit.id());
        assertThat(change(anas, guard.id(), "commands", guard.id(), versions(tie()))
                        .statusCode())
                .as("nobody commands itself")
                .isEqualTo(400);
        assertThat(change(anas, guard.id(), "audits", audit.id(), first).statusCode())
                .as("shown before others changed it")
                .isEqualTo(400);
        assertThat(change(anas, guard.id(), "audits", source.id(), versions(tie()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(change(bens, assembly.id(), "audits", audit.id(), versions(tie()))
                        .statusCode())
                .as("a reader changes nothing")
                .isEqualTo(403);
        assertThat(field(bens, "from", assembly.id()).body()).contains("data-state=\"refused\"");

        String differences = anas.get("/workspaces/" + workspace.id() + "/differences?before=" + first)
                .body();
        assertThat(differences)
                .contains("Who does it", "National Assembly", "River Guard", "To whom it is done", "Audit Chamber")
                .doesNotContain(guard.id() + "</");
        assertThat(workspace.history(ana).of(oversight.id())).hasSize(4);
    }

    @Test
    void who_may_not_see_an_actor_cannot_tie_anything_to_it() throws Exception {
        role(Role.CONTRIBUTOR);
        anas.post(path("/actors"), "name", "Audit Chamber", "what", "audit-office");
        Item<Actor> hidden = workspace.view(ana).list(Actor.KIND).getLast();
        put(hidden.meantFor(new Sensitivity.Named(new TreeSet<>(List.of(ana)))));
        String missing = field(bens, "to", hidden.id()).body();
        assertThat(missing).contains("data-state=\"refused\"");
        assertThat(missing.replace(hidden.id().toString(), ""))
                .as("as if there were none")
                .isEqualTo(field(bens, "to", ItemId.of("01900000-0000-7000-8000-00000000aaaa"))
                        .body()
                        .replace("01900000-0000-7000-8000-00000000aaaa", ""));
        assertThat(bens.get("/workspaces/" + workspace.id() + "/items/" + oversight.id())
                        .body())
                .doesNotContain("Audit Chamber", hidden.id().toString());
        assertThat(change(bens, assembly.id(), "oversees", hidden.id(), versions(tie()))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_file_of_findings_says_who_answered_what_and_when_beside_the_finding() throws Exception {
        assertThat(text(anas, "/findings.csv")).contains(",answers").doesNotContain("We disagree");
        SectorAnswers answers = new SectorAnswers(
                workspace.view(ana), new MapQuestion(Address.of(""), LocalDate.now(ZoneOffset.UTC)), Wording.english());
        Finding finding = OversightAnalysis.of(
                        SectorMap.of(workspace.view(ana)).on(LocalDate.now(ZoneOffset.UTC), Locale.ENGLISH),
                        LocalDate.now(ZoneOffset.UTC))
                .findings()
                .getFirst();
        put(answers.answering(finding.name(), "disagree", "a hearing took place in May"));
        String day = Wording.english().shortDay(LocalDate.now(ZoneOffset.UTC));
        assertThat(text(anas, "/findings.csv").lines())
                .filteredOn(line -> line.contains(finding.rule()) || line.contains("hearing"))
                .anyMatch(line -> line.contains("Ana, " + day + ": We disagree. a hearing took place in May"));
        assertThat(text(bens, "/findings.csv")).as("whoever may read it").contains("a hearing took place in May");
    }

    @Test
    void the_page_on_oversight_begins_in_short_folds_what_is_long_and_loses_no_finding() throws Exception {
        for (int i = 0; i < 5; i++) {
            Item<Actor> more = Item.fresh(Actor.KIND, guard.value());
            put(more);
            put(Item.fresh(
                            Tie.KIND,
                            Tie.of(assembly.id(), TieType.OVERSEES, more.id())
                                    .saying(Basis.LAW, Statement.present())
                                    .saying(Basis.PRACTICE, Statement.absent()))
                    .citing(oversight.citations()));
        }
        String page = text(anas, "/oversight");
        long found = java.util.regex.Pattern.compile("class=\"finding\"")
                .matcher(page)
                .results()
                .count();
        assertThat(found)
                .isGreaterThan(6)
                .isEqualTo(text(anas, "/findings.csv").lines().count() - 1);
        assertThat(page.indexOf("class=\"figures\"")).isBetween(0, page.indexOf("class=\"finding\""));
        assertThat(page)
                .contains("What is least recorded in practice: ")
                .containsPattern("<details class=\"group\" id=\"rule-law-without-practice\" data-print>")
                .containsPattern("<details class=\"group\" id=\"[a-z-]+\" open data-print>");
        java.util.regex.Pattern.compile("href=\"#([^\"]+)\"")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .forEach(target -> assertThat(page).contains("id=\"" + target + "\""));
    }

    @Test
    void where_there_is_much_the_page_on_oversight_comes_in_pages() throws Exception {
        for (int i = 0; i < 60; i++) {
            put(Item.fresh(Actor.KIND, guard.value()));
        }
        String first = text(anas, "/oversight");
        String last = text(anas, "/oversight?page=2");
        assertThat(List.of(first, last)).allSatisfy(page -> assertThat(page).contains("61"));
        assertThat(institutions(first)).isEqualTo(50);
        assertThat(institutions(last)).isEqualTo(11);
        assertThat(first).contains("page=2#by-institution").containsPattern("asks=[a-z-]+&amp;asks-page=2#asks-");
        assertThat(last).containsPattern("id=\"by-institution\" open");
        String next = java.util.regex.Pattern.compile("href=\"([^\"]*asks-page=2)#")
                .matcher(first)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        assertThat(anas.get(next.replace("&amp;", "&")).body()).containsPattern("id=\"asks-[a-z-]+\" open");
        assertThat(text(anas, "/coverage.csv").lines().count()).isGreaterThan(61);
    }

    private static long institutions(String page) {
        String part = page.substring(page.indexOf("id=\"by-institution\""), page.indexOf("id=\"findings\""));
        return part.split("<th scope=\"row\">", -1).length - 1L;
    }

    @Test
    void what_a_tie_or_an_audience_is_refused_for_is_said_beside_its_field() throws Exception {
        HttpResponse<String> tie = anas.post(
                path("/ties"),
                "from",
                guard.id().toString(),
                "tie",
                "audits",
                "to",
                assembly.id().toString(),
                "source",
                "a bell \u0007 rings",
                "back",
                path(""));
        assertThat(tie.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(tie.body()).containsPattern("id=\"tie-source\"[^>]* aria-invalid=\"true\"[^>]*><p class=\"error\"");
        HttpResponse<String> circle = anas.post(
                path("/ties"),
                "from",
                guard.id().toString(),
                "tie",
                "part-of",
                "to",
                guard.id().toString(),
                "back",
                path(""));
        assertThat(circle.body()).containsPattern("id=\"tie-to\"[^>]* aria-invalid=\"true\"");

        HttpResponse<String> lowered = meant(guard, "public");
        assertThat(lowered.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(lowered.body()).containsPattern("name=\"why\"[^>]* aria-invalid=\"true\"[^>]*><p class=\"error\"");
        Item<AreaJudgement> judgement = new AreaJudgement(
                        "XZ-1",
                        ReformArea.POLICE,
                        Optional.empty(),
                        "because",
                        new AreaJudgement.Proposal(ReformArea.NONE, BigDecimal.ONE, ""))
                .fresh();
        put(judgement);
        HttpResponse<String> narrowed = meant(judgement, "named");
        assertThat(narrowed.statusCode()).isEqualTo(400);
        assertThat(narrowed.body())
                .containsPattern("</legend><p class=\"error\" role=\"alert\"[^>]*>[^<]*for all members")
                .containsPattern("name=\"audience\" value=\"named\" checked");
        assertThat(workspace.view(ben).find(judgement.id())).isPresent();
    }

    private HttpResponse<String> meant(Item<?> item, String audience) throws Exception {
        Item<?> known = workspace.view(ana).find(item.id()).orElseThrow();
        return anas.post(
                "/workspaces/" + workspace.id() + "/items/" + item.id() + "/sensitivity",
                "basis",
                known.basis().iterator().next().toString(),
                "audience",
                audience,
                "why",
                "");
    }

    @Test
    void a_remark_asks_those_whose_whole_name_it_says() throws Exception {
        for (String text : List.of("@Benjamin, and ana@ben.example", "@ben: is that so?", "Ask @Ana!")) {
            anas.post("/workspaces/" + workspace.id() + "/items/" + guard.id() + "/comments", "text", text);
        }
        assertThat(workspace.view(ana).list(org.salus.workspace.Comment.KIND))
                .extracting(remark -> remark.value().mentions())
                .containsExactlyInAnyOrder(new TreeSet<>(), new TreeSet<>(List.of(ben)), new TreeSet<>(List.of(ana)));
        assertThat(bens.get("/workspaces/" + workspace.id() + "/now").body()).contains("1 remark asks you to look");
    }

    @Test
    void a_day_is_asked_for_as_exactly_as_a_year() throws Exception {
        String page = text(anas, "?on=2005-03-18&around=all");
        assertThat(page)
                .containsPattern("type=\"date\" id=\"day\" name=\"on\" value=\"2005-03-18\"")
                .contains("18 March 2005", "sector/table?on=2005-03-18");
        assertThat(text(anas, "/oversight?on=2005-03-18")).contains("value=\"2005-03-18\"");
    }

    @Test
    void who_is_not_meant_to_see_an_actor_sees_it_nowhere() throws Exception {
        Item<Actor> now = workspace.view(ana).get(Actor.KIND, guard.id());
        put(now.meantFor(new Sensitivity.Named(new TreeSet<>(List.of(ana)))));
        String finding = text(anas, "/oversight")
                .replaceAll("(?s).*name=\"finding\" value=\"(law-without-practice:[^\"]+)\".*", "$1");
        anas.post(path("/answers"), "finding", finding, "reply", "disagree", "because", "canary of an answer");
        List<String> shown = new ArrayList<>();
        for (String view : List.of(
                "",
                "?around=all",
                "/table",
                "/matrix",
                "/outline",
                "/oversight",
                "/ties.csv",
                "/actors.csv",
                "/matrix.csv",
                "/coverage.csv",
                "/findings.csv",
                "/questions.csv",
                "/picture.svg",
                "?around=" + guard.id(),
                "/panel?items=" + guard.id(),
                "/panel?items=" + oversight.id(),
                "?added=" + guard.id())) {
            assertThat(anas.get(path(view)).statusCode()).as(view).isEqualTo(200);
            String body = bens.get(path(view)).body();
            for (String canary : List.of("River Guard", "canary of an answer", "Decree")) {
                if (body.contains(canary)) {
                    shown.add(view + " shows " + canary);
                }
            }
        }
        assertThat(shown).isEmpty();
        assertThat(text(bens, "/oversight")).contains("Items that are not meant for you are not shown");
        assertThat(bens.post(path("/answers"), "finding", finding, "reply", "agree")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_name_of_thousand_letters_and_one_from_right_to_left_break_nothing() throws Exception {
        anas.post(path("/actors"), "name", "م".repeat(1000), "what", "police");
        anas.post(path("/actors"), "name", "<script>alert(1)</script>", "what", "police");
        assertThat(text(anas, "?around=all")).doesNotContain("<script>alert");
        assertThat(text(anas, "/outline?around=all")).contains("&lt;script&gt;");
    }

    @Test
    void rows_within_an_item_are_added_and_taken_away_where_they_stand() throws Exception {
        String item = "/workspaces/" + workspace.id() + "/items/" + guard.id();
        String basis = "";
        assertThat(anas.get(item).body()).contains("name=\"phases.0.names.0.text\"", "name=\"+phases.0.names.text\"");
        HttpResponse<String> added = anas.post(
                item + "/rows/phases.0.names",
                "+phases.0.names.text",
                "Garde fluviale",
                "+phases.0.names.language",
                "fr",
                "basis",
                basis);
        assertThat(added.body()).contains("Garde fluviale", "name=\"phases.0.names.1.text\"", "hx-swap-oob");
        String now = added.body().replaceAll("(?s).*name=\"basis\"[^>]*value=\"([^\"]+)\".*", "$1");
        HttpResponse<String> saved =
                anas.post(item + "/fields/phases.0.when.from", "phases.0.when.from", "2006-05", "basis", now);
        assertThat(saved.body()).contains("data-state=\"saved\"");
        HttpResponse<String> refused =
                anas.post(item + "/rows/phases.0.names", "+phases.0.names.text", "", "basis", now);
        assertThat(refused.headers().firstValue("HX-Retarget")).isPresent();
        assertThat(refused.body()).contains("An actor needs a name.");
        now = saved.body().replaceAll("(?s).*name=\"basis\"[^>]*value=\"([^\"]+)\".*", "$1");
        assertThat(anas.post(item + "/rows/phases.0.names.1/remove", "basis", now)
                        .body())
                .doesNotContain("Garde fluviale");
        Phase phase =
                workspace.view(ana).get(Actor.KIND, guard.id()).value().phases().getFirst();
        assertThat(phase.names()).containsExactly(Name.of("River Guard"));
        assertThat(phase.when().from()).contains(new PartialDate(2006, 5, 0));
    }

    @Test
    void a_step_taken_back_leaves_one_where_one_was() throws Exception {
        anas.post(path("/actors"), "name", "Audit Chamber", "what", "audit-office");
        String back = "sector/table?on=2026&around=all";
        HttpResponse<String> undone = anas.post("/workspaces/" + workspace.id() + "/undo", "back", back);
        assertThat(undone.headers().firstValue("Location")).contains("/workspaces/" + workspace.id() + "/" + back);
        assertThat(text(anas, "/table?around=all")).doesNotContain("Audit Chamber");
        for (String out : List.of(
                "../x", "//elsewhere.example", "sector?x=" + URLEncoder.encode("\"", StandardCharsets.UTF_8) + "<")) {
            anas.post(path("/actors"), "name", "Audit Chamber", "what", "audit-office");
            assertThat(anas.post("/workspaces/" + workspace.id() + "/undo", "back", out)
                            .headers()
                            .firstValue("Location"))
                    .contains("/workspaces/" + workspace.id() + "/history");
        }
    }

    /** Asks the API as a program of Ana's. */
    private HttpResponse<String> asked(String method, String below, String body) throws Exception {
        String token = team.people()
                .tokens()
                .issue(team.as(ana), "a program", Tokens.Scope.WRITE, 1)
                .secret()
                .reveal();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(team.server()
                                    .address()
                                    .resolve("/api/v1/workspaces/" + workspace.id() + "/items/" + guard.id() + below))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private String basis() {
        return workspace.view(ana).get(Actor.KIND, guard.id()).basis().stream()
                .map(Object::toString)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void programs_edit_fields_within_fields_by_their_path() throws Exception {
        String basis = "\"basis\":[\"" + basis() + "\"]";
        assertThat(asked("PUT", "/fields/phases.0.when.until", "{\"typed\":\"2024\"," + basis + "}")
                        .body())
                .contains("\"until\":\"2024\"");
        assertThat(asked("POST", "/rows/mandates", "{\"typed\":{\"instrument\":\"Law 7\",\"date\":\"2005\"}}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(workspace.view(ana).get(Actor.KIND, guard.id()).value().mandates())
                .containsExactly(new Mandate("Law 7", "", Optional.of(PartialDate.ofYear(2005))));
        assertThat(asked("PUT", "/fields/phases.0.when.until", "{\"typed\":\"2020\"," + basis + "}")
                        .statusCode())
                .as("somebody wrote there since")
                .isEqualTo(409);
        assertThat(asked("PUT", "/fields/phases.0.when.until", "{\"typed\":\"later\"," + basis + "}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(asked("DELETE", "/rows/mandates.0?basis=" + basis(), "").statusCode())
                .isEqualTo(200);
        assertThat(workspace.view(ana).get(Actor.KIND, guard.id()).value().mandates())
                .isEmpty();
    }
}
