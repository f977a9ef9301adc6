package org.salus.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.frame.cli.CommandDoor;
import org.salus.framework.DateSpan;
import org.salus.framework.PartialDate;
import org.salus.goals.Cost;
import org.salus.goals.Link;
import org.salus.goals.Objective;
import org.salus.goals.ResultsChain;
import org.salus.goals.Support;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.People;
import org.salus.people.SessionLimits;
import org.salus.workspace.WorkPlace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The plan of an invented workspace in a terminal: its objectives are the steps. */
class PlanCommandsTest {
    @TempDir
    private Path folder;

    private interface Work {
        void with(Workspace workspace, AccountId me);
    }

    private void at(Work work) {
        try (Database database = new WorkPlace(folder).open()) {
            AccountId me = People.open(database, InstantSource.system(), SessionLimits.ALONE)
                    .alone()
                    .account();
            Workspaces all = Workspaces.open(database, Salus.faces().kinds(), InstantSource.system());
            Workspace one = all.list(me).stream()
                    .findFirst()
                    .map(view -> all.get(view.workspace()))
                    .orElseGet(() -> all.found(
                            new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                            me,
                            "Me",
                            Optional.empty(),
                            ""));
            work.with(one, me);
        }
    }

    private static void put(Workspace workspace, AccountId me, Item<?>... items) {
        List<Edit> edits = new ArrayList<>();
        for (Item<?> item : items) {
            edits.add(new Edit.Put(item));
        }
        assertThat(workspace.append(me, edits, Reason.EDIT)).isInstanceOf(Outcome.Accepted.class);
    }

    private static Objective objective(Item<ResultsChain> chain, String title, int from, int until, String yearly) {
        Objective blank = Objective.of(chain.id(), title);
        return new Objective(
                chain.id(),
                title,
                blank.institution(),
                "Police",
                blank.characteristic(),
                Optional.of(PartialDate.ofYear(from)),
                Optional.of(PartialDate.ofYear(until)),
                "Directorate",
                new Cost(Optional.of(new BigDecimal("300")), Optional.of(new BigDecimal(yearly)), "USD"),
                "",
                "",
                "",
                Optional.empty(),
                "",
                Optional.empty(),
                "");
    }

    @BeforeEach
    void aChainWithSupport() {
        at((workspace, me) -> {
            Item<ResultsChain> chain = Item.fresh(ResultsChain.KIND, ResultsChain.of("A draft"));
            put(workspace, me, chain);
            Item<Objective> academy =
                    Item.fresh(Objective.KIND, objective(chain, "An academy that trains in the law", 2027, 2029, "50"));
            Item<Support> norland = Item.fresh(
                    Support.KIND,
                    new Support(
                            chain.id(),
                            "Training",
                            "Norland",
                            true,
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            Optional.of(new BigDecimal("200")),
                            "USD",
                            DateSpan.between(PartialDate.ofYear(2027), PartialDate.ofYear(2031)),
                            Optional.empty(),
                            ""));
            put(workspace, me, academy, norland);
            put(workspace, me, Item.fresh(Link.KIND, Link.of(chain.id(), norland.id(), academy.id())));
        });
    }

    private void outlook(String budget) {
        at((workspace, me) -> put(
                workspace,
                me,
                new TypedOutlook(Map.of(
                                "title", "slow growth",
                                "from", "2027",
                                "until", "2035",
                                "currency", "USD",
                                "budget", budget,
                                "bound", "60",
                                "growth", "0"))
                        .outlook()));
    }

    private record Told(int code, String out, String err) {}

    private Told type(String... words) {
        List<String> all = new ArrayList<>(List.of("plan", "afford"));
        all.addAll(List.of(words));
        all.addAll(List.of("--data", folder.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandDoor("test", Salus.commands())
                .answer(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Told(code, out.toString(), err.toString());
    }

    @Test
    void an_objective_is_handed_over_when_its_last_support_ends_and_then_cannot_be_afforded() {
        outlook("100");
        Told told = type("Zubara");
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.out())
                .contains(
                        "With “slow growth”, the plan cannot be afforded after 2031 without 10 USD a year more",
                        "The gap of the worst year would close if this step were paid for otherwise: "
                                + "An academy that trains in the law",
                        "counts as constant above inflation",
                        "who pays after hand-over",
                        "Norland");
    }

    @Test
    void programs_get_the_same_answer_as_figures() {
        outlook("200");
        JsonNode plan =
                JsonMapper.shared().readTree(type("Zubara", "--format", "json").out());
        assertThat(plan.path("chain").asString()).isEqualTo("A draft");
        assertThat(plan.path("steps").get(0).path("handed_over").asInt()).isEqualTo(2031);
        JsonNode found = plan.path("outlooks").get(0);
        assertThat(found.path("gap").isMissingNode()).isTrue();
        assertThat(found.path("years").get(5).path("state").path("value").asString())
                .isEqualTo("50.00");
        assertThat(found.path("years").get(5).path("nominal").path("state").asString())
                .isEqualTo("unknown");
        assertThat(found.path("cliff").path("year").asInt()).isEqualTo(2032);
        assertThat(found.path("missing").get(0).path("what").asString()).isEqualTo("payer");
    }

    @Test
    void without_an_outlook_it_is_said_what_is_needed() {
        assertThat(type("Zubara").out())
                .contains("There is no fiscal outlook yet", "An academy that trains in the law");
    }

    @Test
    void of_several_alternatives_none_of_which_is_adopted_none_is_planned() {
        at((workspace, me) -> put(workspace, me, Item.fresh(ResultsChain.KIND, ResultsChain.of("Another"))));
        assertThat(type("Zubara").out()).contains("none is adopted").doesNotContain("An academy");
    }

    @Test
    void an_outlook_that_cannot_be_reckoned_with_is_refused_where_it_is_written() {
        at((workspace, me) -> {
            Item<FiscalOutlook> backwards = new TypedOutlook(Map.of(
                            "title", "wrong", "from", "2035", "until", "2027", "currency", "usd", "budget", "-1"))
                    .outlook();
            assertThat(workspace.append(me, List.of(new Edit.Put(backwards)), Reason.EDIT))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.reasons()).hasSize(3));
        });
    }

    @Test
    void a_workspace_that_is_not_there_is_told_without_a_trace() {
        Told told = type("Nowhere");
        assertThat(told.code()).isNotZero();
        assertThat(told.err()).contains("Nowhere").doesNotContain("Exception");
    }
}
