package org.salus.sector;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningTeam;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Workspace;
import org.salus.people.Organisation;

/** A partner's own table comes in through the pages of a team's server, and stays with those it is meant for. */
@Tag("slow")
class MatrixDoorTest {
    private static final String TABLE = """
            Embassy of Sundmark;;;;;;
            Bailleur;Projet;Bénéficiaire;Domaine;Montant;Devise;Confidentiel
            Sundmark;Community policing;Orvelian Police;2b;1.250.000,50;EUR;canary
            Sundmark;Audit;Audit Chamber;accounts;;EUR;canary
            Total;;;;1.250.000,50;EUR;
            """;

    @TempDir
    private Path folder;

    private RunningTeam team;
    private Workspace workspace;
    private AccountId ana;
    private AccountId ben;
    private Organisation ours;
    private Organisation theirs;
    private SectorDoor anas;
    private SectorDoor bens;
    private String support = "";

    @BeforeEach
    void start() throws Exception {
        team = RunningTeam.start(folder);
        AccountId root = team.administrator("root", "Root");
        ours = team.people().organisations().add(root, "Ours");
        theirs = team.people().organisations().add(root, "Theirs");
        ana = team.account(root, "ana", "Ana");
        ben = team.account(root, "ben", "Ben");
        team.people().accounts().place(root, ana, Optional.of(ours.id()));
        team.people().accounts().place(root, ben, Optional.of(theirs.id()));
        workspace = team.workspaces()
                .found(
                        new Charter("Orvelia", java.util.List.of("XOV"), "", "SSR", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.of(ours.id()),
                        "Ours");
        put(new Item<>(
                new ItemId(ben.value()),
                Member.KIND,
                Sensitivity.forMembers(),
                java.util.List.of(),
                new Member("Ben", Optional.of(theirs.id()), "Theirs", Role.CONTRIBUTOR),
                Set.of()));
        put(Item.fresh(
                Actor.KIND,
                new Sketch()
                        .actor("Orvelian Police", ActorType.POLICE)
                        .actors
                        .getFirst()
                        .value()));
        URI base = team.server().address();
        anas = SectorDoor.browser(base, team.signedIn("ana").cookie());
        bens = SectorDoor.browser(base, team.signedIn("ben").cookie());
        support = "/workspaces/" + workspace.id() + "/sector/support";
    }

    @AfterEach
    void stop() {
        team.close();
    }

    private void put(Item<?> item) {
        assertThat(workspace.append(ana, new Edit.Put(item))).isInstanceOf(Outcome.Accepted.class);
    }

    private String bring(SectorDoor who) throws Exception {
        return SectorDoor.to(who.file(support, support, "sundmark.csv", TABLE.getBytes(StandardCharsets.UTF_8)));
    }

    private static String[] columns(String kept) {
        return new String[] {
            "sheet",
            "0",
            "name",
            "Sundmark's table",
            "decimal",
            "comma",
            "factor",
            "1",
            "origin",
            "letter",
            "column-partner",
            "Bailleur",
            "column-title",
            "Projet",
            "column-institution",
            "Bénéficiaire",
            "column-area",
            "Domaine",
            "column-amount",
            "Montant",
            "column-currency",
            "Devise",
            "fixed-stage",
            "planned",
            "kept",
            kept
        };
    }

    private String take(SectorDoor who, String kept) throws Exception {
        String look = bring(who);
        assertThat(who.post(look, look, columns(kept)).statusCode()).isEqualTo(303);
        HttpResponse<String> accepted = who.post(look, look + "/accept");
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(303);
        return SectorDoor.words(who.get(look));
    }

    @Test
    void columns_are_guessed_shown_and_remembered_and_the_same_table_never_doubles() throws Exception {
        String look = bring(anas);
        HttpResponse<String> page = anas.get(look);
        assertThat(page.body())
                .contains("<option value=\"Bailleur\" selected")
                .contains("<option value=\"Montant\" selected")
                .contains("value=\"organisation\" checked");
        anas.post(look, look, columns("organisation"));
        assertThat(SectorDoor.words(anas.get(look)))
                .contains("3 rows: 2 taken, 1 left out. 2 new, 0 changed, 0 unchanged.")
                .contains("Of one the amount is not known exactly.")
                .contains("they are kept as written: Audit Chamber")
                .contains("“Total” is a sum of other rows and is left out.")
                .contains("Planned EUR 1\u202f250\u202f000.5");
        assertThat(workspace.view(ana).list(KnownSupport.KIND)).isEmpty();
        anas.post(look, look + "/accept");
        assertThat(SectorDoor.words(anas.get(look))).contains("There was nothing there before; now there are 2.");
        assertThat(workspace.view(ana).list(KnownSupport.KIND)).hasSize(2).allSatisfy(item -> {
            assertThat(item.value().provenance().orElseThrow().asWritten())
                    .as("columns that were not chosen are not kept")
                    .doesNotContainValue("canary");
            assertThat(item.value().origin()).isEqualTo(SupportOrigin.LETTER);
        });
        String again = bring(anas);
        assertThat(SectorDoor.words(anas.get(again)))
                .as("read without asking")
                .contains("0 new, 0 changed, 2 unchanged.");
        assertThat(anas.get(again).body()).doesNotContain("/accept\"");
        assertThat(SectorDoor.words(anas.get(support + "?stage=planned&area=2b")))
                .contains("One entry is known")
                .contains("Community policing")
                .doesNotContain("Audit Chamber");
        assertThat(anas.get(support + "?stage=perhaps").statusCode()).isEqualTo(400);
    }

    @Test
    void what_is_kept_for_one_organisation_is_nowhere_for_another() throws Exception {
        take(anas, "organisation");
        assertThat(anas.get(support + ".csv").body()).contains("Community policing");
        String at = "/workspaces/" + workspace.id();
        for (String path : java.util.List.of(
                support,
                support + "?layers=yes",
                support + ".csv",
                at + "/sector/export.json?interviews=yes",
                at + "/sector/export.csv?table=actors",
                at + "/history",
                "/api/v1" + at + "/items",
                "/api/v1" + at + "/history")) {
            HttpResponse<String> answer = bens.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).doesNotContain("Sundmark", "Community policing", "sundmark.csv");
        }
        assertThat(SectorDoor.words(bens.get(bring(bens))))
                .as("not told that it is known already")
                .contains("2 new, 0 changed, 0 unchanged.");
    }

    @Test
    void an_actor_kept_for_one_organisation_is_in_no_answer_and_no_file_for_another() throws Exception {
        Sketch sketch = new Sketch().actor("Canary Service", ActorType.INTELLIGENCE, Power.COLLECT_INTELLIGENCE);
        Item<Actor> hidden = Item.fresh(Actor.KIND, sketch.actors.getFirst().value())
                .meantFor(new Sensitivity.Organisation(ours.id()));
        put(hidden);
        Item<Actor> police = workspace.view(ana).list(Actor.KIND).getFirst();
        put(Item.fresh(Tie.KIND, Tie.of(hidden.id(), TieType.OVERSEES, police.id())));
        String at = "/workspaces/" + workspace.id() + "/sector";
        String api = "/api/v1" + at;
        for (String path : java.util.List.of(
                api,
                api + "/actors",
                api + "/ties",
                api + "/matrix",
                api + "/oversight",
                api + "/questions",
                api + "/export.json",
                at + "/export.json",
                at + "/export.graphml",
                at + "/export.csv?table=actors",
                at + "/export.csv?table=ties")) {
            assertThat(bens.get(path).body())
                    .as(path)
                    .doesNotContain("Canary")
                    .doesNotContain(hidden.id().toString());
        }
        assertThat(anas.get(api).body()).contains("Canary Service");
        assertThat(anas.get(at + "/export.csv?table=actors").body()).contains("Canary Service");
        byte[] file = "name,class\nCanary Service,P1\n".getBytes(StandardCharsets.UTF_8);
        assertThat(SectorDoor.words(bens.get(SectorDoor.to(bens.file(at + "/import", at + "/import", "f.csv", file)))))
                .as("not told that it is on the map already")
                .contains("Actors 1 0 0 1");
        try (org.apache.poi.xssf.usermodel.XSSFWorkbook book = new org.apache.poi.xssf.usermodel.XSSFWorkbook(
                new java.io.ByteArrayInputStream(bens.bytes(at + "/export.xlsx")))) {
            assertThat(book.getSheet("Actors").getLastRowNum()).isEqualTo(1);
            assertThat(book.getSheet("Ties").getLastRowNum()).isZero();
        }
    }

    @Test
    void a_private_layer_leaves_no_trace_in_the_shared_workspace() throws Exception {
        String at = "/workspaces/" + workspace.id();
        byte[] before = anas.bytes(at + "/sector/export.xlsx");
        String items = anas.get("/api/v1" + at + "/items").body();
        String steps = bens.get("/api/v1" + at + "/history").body();
        assertThat(take(anas, "layer")).contains("There was nothing there before; now there are 2.");
        assertThat(anas.bytes(at + "/sector/export.xlsx")).isEqualTo(before);
        assertThat(anas.get("/api/v1" + at + "/items").body()).isEqualTo(items);
        assertThat(bens.get("/api/v1" + at + "/history").body()).isEqualTo(steps);
        assertThat(anas.get(support).body()).doesNotContain("Community policing");
        assertThat(SectorDoor.words(anas.get(support + "?layers=yes")))
                .contains("Community policing", "Private layer: Private layer: Orvelia");
        assertThat(bens.get(support + "?layers=yes").body()).doesNotContain("Community policing");
        assertThat(anas.get(support + "?layers=yes&institution="
                                + workspace
                                        .view(ana)
                                        .list(Actor.KIND)
                                        .getFirst()
                                        .id())
                        .body())
                .as("its rows refer to the shared map")
                .contains("Community policing")
                .doesNotContain("Audit Chamber");
        assertThat(SectorDoor.words(anas.get(look(anas, "layer")))).contains("0 new, 0 changed, 2 unchanged.");
    }

    private String look(SectorDoor who, String kept) throws Exception {
        String look = bring(who);
        who.post(look, look, columns(kept));
        return look;
    }

    @Test
    void who_may_only_read_brings_nothing_and_foreign_files_are_refused() throws Exception {
        Item<Member> member = workspace.view(ana).get(Member.KIND, new ItemId(ben.value()));
        put(member.saying(new Member("Ben", Optional.of(theirs.id()), "Theirs", Role.READER)));
        assertThat(bens.file("/account", support, "x.csv", TABLE.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(403);
        for (String content : new String[] {"", "1,2\n3,4\n", "PK\u0003\u0004", "\0\0\0"}) {
            HttpResponse<String> answer =
                    anas.file(support, support, "x.xlsx", content.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).as(content).isEqualTo(400);
        }
        assertThat(workspace.view(ana).list(KnownSupport.KIND)).isEmpty();
    }
}
