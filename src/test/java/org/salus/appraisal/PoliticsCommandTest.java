package org.salus.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.frame.cli.CommandDoor;
import org.salus.goals.Objective;
import org.salus.goals.ResultsChain;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Outcome;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.People;
import org.salus.people.SessionLimits;
import org.salus.workspace.PrivateLayers;
import org.salus.workspace.WorkPlace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Decisions and politics in a terminal. */
class PoliticsCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private String objective = "";

    @BeforeEach
    void aWorkspace() {
        try (Database database = new WorkPlace(folder).open()) {
            AccountId me = me(database);
            Workspace workspace = Workspaces.open(database, Salus.faces().kinds(), InstantSource.system())
                    .found(
                            new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                            me,
                            "Me",
                            Optional.empty(),
                            "");
            Item<ResultsChain> chain = Item.fresh(ResultsChain.KIND, ResultsChain.of("a draft"));
            Item<Objective> pay = Item.fresh(Objective.KIND, Objective.of(chain.id(), "Pay reaches every post"));
            assertThat(workspace.append(
                            me, List.of(new Edit.Put(chain), new Edit.Put(pay)), org.salus.ledger.Reason.EDIT))
                    .isInstanceOf(Outcome.Accepted.class);
            objective = pay.id().toString();
        }
    }

    private static AccountId me(Database database) {
        return People.open(database, InstantSource.system(), SessionLimits.ALONE)
                .alone()
                .account();
    }

    private record Told(int code, String out, String err) {}

    private Told type(String... words) {
        List<String> all = new ArrayList<>(List.of("politics"));
        all.addAll(List.of(words));
        all.addAll(List.of("--data", folder.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandDoor("test", Salus.commands())
                .answer(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Told(code, out.toString(), err.toString());
    }

    private String done(String... words) {
        Told told = type(words);
        assertThat(told.code()).as("%s %s", List.of(words), told.err()).isZero();
        assertThat(told.out()).doesNotContain("[appraisal", "[politics");
        return told.out();
    }

    @Test
    void a_decision_is_noted_and_told_with_what_follows_from_it() {
        assertThat(done(
                        "note",
                        "Zubara",
                        "decisions",
                        "title=Pay goes through banks",
                        "day=2026-05",
                        "decided-by=Cabinet",
                        "asked=Staff; Bank",
                        "payers=Ministry of Finance",
                        "absent=ministry  of finance",
                        "objectives=" + objective))
                .contains("Pay goes through banks is noted.");
        assertThat(done("decisions", "Zubara"))
                .contains("Pay goes through banks", "2026-05", "Staff; Bank", "Pay reaches every post");
        assertThat(done("all", "Zubara"))
                .contains(
                        "Ministry of Finance pays for “Pay goes through banks” every year and is recorded as not asked")
                .doesNotContain("No decision on “Pay reaches every post”");
        JsonNode told = JSON.readTree(done("decisions", "Zubara", "--format", "json"));
        assertThat(told.path("decisions").path(0).path("payers").path(0).asString())
                .isEqualTo("Ministry of Finance");
        assertThat(told.path("decisions")
                        .path(0)
                        .path("objectives")
                        .path(0)
                        .path("title")
                        .asString())
                .isEqualTo("Pay reaches every post");
        assertThat(told.has("stances")).isFalse();
    }

    @Test
    void windows_and_partnerships_are_told_with_their_terms() {
        done("note", "Zubara", "windows", "title=Elections", "opening=election", "from=2020-01", "until=2020-03");
        assertThat(done("windows", "Zubara")).contains("Elections", "closed", "election");
        done(
                "note",
                "Zubara",
                "partnerships",
                "title=Memorandum",
                "parties=Sundmark: trainers; Ministry of Justice: rooms",
                "conditions=courts stay open",
                "until=2020");
        assertThat(done("partnerships", "Zubara"))
                .contains("Sundmark: trainers; Ministry of Justice: rooms", "courts stay open");
        assertThat(done("all", "Zubara")).contains("“Memorandum” has ended by its dates: 2020");
    }

    @Test
    void a_stance_is_kept_in_a_private_layer_where_nobody_chose() {
        assertThat(done(
                        "note",
                        "Zubara",
                        "stances",
                        "actor-name=Treasury",
                        "objective=" + objective,
                        "attitude=blocks",
                        "influence=4",
                        "interest=3"))
                .contains("Treasury: Pay reaches every post is noted.");
        try (Database database = new WorkPlace(folder).open()) {
            AccountId me = me(database);
            Workspaces workspaces = Workspaces.open(database, Salus.faces().kinds(), InstantSource.system());
            View shared = workspaces.list(me).stream()
                    .filter(view -> view.charter().layerOf().isEmpty())
                    .findFirst()
                    .orElseThrow();
            assertThat(shared.list(Stance.KIND)).isEmpty();
            assertThat(PrivateLayers.of(shared.workspace(), me, workspaces))
                    .singleElement()
                    .satisfies(layer -> assertThat(layer.list(Stance.KIND))
                            .singleElement()
                            .satisfies(
                                    item -> assertThat(item.value().objective().beyond())
                                            .contains(ItemId.of(objective))));
        }
        assertThat(done("stakeholders", "Zubara")).contains("blocks", "4 decisive", "private layer");
        assertThat(done("all", "Zubara"))
                .contains("“Pay reaches every post” meets resistance of strong influence", "Treasury");
    }

    @Test
    void what_means_nothing_is_refused_with_what_there_is() {
        assertThat(type("note", "Zubara", "decisions", "titel=Pay")).satisfies(told -> {
            assertThat(told.code()).isEqualTo(2);
            assertThat(told.err()).contains("titel", "decided-by").doesNotContain("Exception");
        });
        assertThat(type("note", "Zubara", "rumours", "title=Pay").err()).contains("rumours", "red-lines");
        assertThat(type("note", "Zubara", "decisions", "title=").err()).contains("It needs a few words");
        assertThat(type("note", "Zubara", "windows", "title=x", "from=2027", "until=2026")
                        .err())
                .contains("ends before it begins");
        assertThat(type("note", "Zubara", "windows", "title=x", "from=soon").err())
                .contains("soon");
        assertThat(type("note", "Zubara", "stances", "actor-name=Treasury").err())
                .contains("on which objective");
        assertThat(type("note", "Zubara", "stances", "actor-name=x", "objective=" + ItemId.fresh())
                        .code())
                .isNotZero();
        assertThat(type("note", "Zubara", "stances", "actor-name=x", "objective-name=y", "attitude=hates")
                        .err())
                .contains("hates");
        assertThat(type("decisions", "Nowhere").code()).isNotZero();
    }
}
