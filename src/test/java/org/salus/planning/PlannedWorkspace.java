package org.salus.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.Salus;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
import org.salus.goals.Cost;
import org.salus.goals.Goal;
import org.salus.goals.Link;
import org.salus.goals.Objective;
import org.salus.goals.ResultsChain;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.People;
import org.salus.people.SessionLimits;
import org.salus.workspace.WorkPlace;

/** An invented workspace whose chain has a goal and objectives that cost a hundred thousand dollars each, to be planned from 2027 to 2030. */
final class PlannedWorkspace implements AutoCloseable {
    final AccountId me;
    final Workspace workspace;
    final Item<ResultsChain> chain = Item.fresh(ResultsChain.KIND, ResultsChain.of("A draft"));
    final Item<Goal> goal = Item.fresh(Goal.KIND, Goal.of(chain.id(), "People travel freely"));
    private final Runnable closing;

    /** On a disk, for whoever works alone. */
    PlannedWorkspace(Path folder) {
        Database database = new WorkPlace(folder).open();
        closing = database::close;
        me = People.open(database, InstantSource.system(), SessionLimits.ALONE)
                .alone()
                .account();
        workspace = founded(Workspaces.open(database, Salus.faces().kinds(), InstantSource.system()), me);
        begin();
    }

    /** Of a team. */
    PlannedWorkspace(Workspaces workspaces, AccountId owner) {
        closing = () -> {};
        me = owner;
        workspace = founded(workspaces, owner);
        begin();
    }

    private static Workspace founded(Workspaces workspaces, AccountId owner) {
        return workspaces.found(
                new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()), owner, "Me", Optional.empty(), "");
    }

    private void begin() {
        put(chain, goal);
        say(PlanList.FRAME, "from", "2027-01", "until", "2030-12", "currency", "USD");
    }

    View view() {
        return workspace.view(me);
    }

    void put(Item<?>... items) {
        List<Edit> edits = new ArrayList<>();
        for (Item<?> item : items) {
            edits.add(new Edit.Put(item));
        }
        assertThat(workspace.append(me, edits, Reason.EDIT)).isInstanceOf(Outcome.Accepted.class);
    }

    /** An objective of the chain, and what is said of it as a step; nothing where no words are given. */
    Item<Objective> objective(String title, String... words) {
        Objective blank = Objective.of(chain.id(), title);
        Item<Objective> item = Item.fresh(
                Objective.KIND,
                new Objective(
                        chain.id(),
                        title,
                        Optional.empty(),
                        "Police",
                        blank.characteristic(),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        new Cost(Optional.of(new BigDecimal("100000")), Optional.empty(), "USD"),
                        "",
                        "",
                        "",
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        ""));
        put(item);
        put(Item.fresh(Link.KIND, Link.of(chain.id(), item.id(), goal.id())));
        if (words.length > 0) {
            List<String> all = new ArrayList<>(List.of("step", title));
            all.addAll(List.of(words));
            say(PlanList.STEPS, all.toArray(String[]::new));
        }
        return item;
    }

    /** Says something, by name and value in turns. */
    Item<?> say(PlanList list, String... words) {
        Item<?> item = new TypedPlan(list, typed(words)).item(view());
        put(item);
        return item;
    }

    /** Why it is refused to say something. */
    List<String> refused(PlanList list, String... words) {
        Outcome outcome = workspace.append(
                me, List.of(new Edit.Put(new TypedPlan(list, typed(words)).item(view()))), Reason.EDIT);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return outcome instanceof Outcome.Refused refused
                ? refused.reasons().stream().map(Wording.english()::say).toList()
                : List.of();
    }

    static Map<String, String> typed(String... words) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (int at = 0; at < words.length; at += 2) {
            typed.put(words[at], words[at + 1]);
        }
        return typed;
    }

    ScheduleAnswer answer(String... words) {
        Map<String, String> typed = typed(words);
        return answers()
                .answer(ScheduleQuestion.of(name -> Optional.ofNullable(typed.get(name))), Planner.Watch.NOBODY);
    }

    ScheduleAnswers answers() {
        return new ScheduleAnswers(view(), Planner.shipped());
    }

    void agree(String title) {
        put(answers().agreed(answer(), title, PartialDate.of("2027-02-01"), ""));
    }

    /** The first month of a step; empty if it is not planned. */
    static Optional<String> begins(ScheduleAnswer answer, String title) {
        return answer.steps().stream()
                .filter(line -> line.title().equals(title))
                .map(line -> line.begins().toString())
                .findFirst();
    }

    static List<String> said(ScheduleAnswer answer) {
        return answer.says().stream().map(Wording.english()::say).toList();
    }

    @Override
    public void close() {
        closing.run();
    }
}
