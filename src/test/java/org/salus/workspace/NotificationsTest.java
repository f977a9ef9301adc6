package org.salus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningTeam;
import org.salus.Visitor;
import org.salus.agenda.Action;
import org.salus.agenda.ActionState;
import org.salus.framework.PartialDate;
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

/** What concerns a member is told in one place, leads back, can be read, and never tells what the member may not read by now. */
@Tag("slow")
class NotificationsTest {
    @TempDir
    Path folder;

    private RunningTeam team;
    private Workspace workspace;
    private AccountId ana;
    private AccountId ben;
    private Item<Source> law;

    @BeforeEach
    void start() throws Exception {
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        AccountId administrator = team.administrator("admin", "Admin");
        Organisation office = team.people().organisations().add(administrator, "Reform office");
        ana = team.account(administrator, "ana", "Ana");
        ben = team.account(administrator, "ben", "Ben");
        team.people().accounts().place(administrator, ben, Optional.of(office.id()));
        workspace = team.workspaces()
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.empty(),
                        "");
        put(new Item<>(
                new ItemId(ben.value()),
                Member.KIND,
                Sensitivity.forMembers(),
                List.of(),
                new Member("Ben", Optional.of(office.id()), office.name(), Role.CONTRIBUTOR),
                Set.of()));
        law = Item.fresh(Source.KIND, Source.of(SourceType.LAW, "Police act"));
        put(law);
    }

    @AfterEach
    void stop() {
        team.close();
    }

    private void put(Item<?> item) {
        assertThat(workspace.append(ana, new Edit.Put(item))).isInstanceOf(Outcome.Accepted.class);
    }

    private static Item<Action> action(String title, String office, int days) {
        return Item.fresh(
                Action.KIND,
                new Action(
                        title,
                        office,
                        Optional.empty(),
                        Optional.of(
                                PartialDate.of(LocalDate.now(Clock.systemUTC()).plusDays(days))),
                        ActionState.OPEN,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        ""));
    }

    @Tag("slow")
    @Test
    void what_concerns_a_member_leads_back_and_is_read_once() throws Exception {
        Item<Comment> remark =
                Item.fresh(Comment.KIND, new Comment(law.id(), ana, "@Ben look", new TreeSet<>(Set.of(ben)), false));
        put(remark);
        put(action("Send the budget", "Reform office", 3));
        put(action("Late already", "reform OFFICE", -3));
        put(action("Far away", "Reform office", 90));
        put(action("Somebody else's", "Ministry", 3));

        Visitor visitor = team.signedIn("ben");
        assertThat(visitor.get("/notifications").body())
                .contains("3 things are new", "Police act", "Send the budget", "Late already")
                .contains("/items/" + law.id() + "#remark-" + remark.id())
                .doesNotContain("Far away", "Somebody else");
        assertThat(visitor.get("/workspaces/" + workspace.id() + "/now").body())
                .contains("1 remark asks", "2 things to do");

        assertThat(visitor.post("/notifications/read", "name", "mention:" + remark.id())
                        .statusCode())
                .isEqualTo(303);
        assertThat(visitor.get("/notifications").body()).contains("2 things are new", "Read before");
        assertThat(visitor.get("/api/v1/notifications").body())
                .contains("\"matter\":\"mention\"", "\"read\":true", "\"read\":false");
        assertThat(team.signedIn("ana").get("/notifications").body())
                .as("what concerns Ben is not Ana's")
                .contains("Nothing new concerns you");
    }

    @Test
    void what_is_closed_by_now_is_told_no_more() throws Exception {
        Item<Action> hidden = action("Draft the position", "Reform office", 3);
        put(hidden);
        Visitor visitor = team.signedIn("ben");
        assertThat(visitor.get("/notifications").body()).contains("Draft the position");
        put(workspace
                .view(ana)
                .get(Action.KIND, hidden.id())
                .meantFor(new Sensitivity.Named(new TreeSet<>(Set.of(ana)))));
        assertThat(visitor.get("/notifications").body())
                .contains("Nothing new concerns you")
                .doesNotContain("Draft the position");
        assertThat(visitor.get("/api/v1/notifications").body()).doesNotContain("Draft the position");
    }
}
