package org.salus.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.salus.RunningTeam;
import org.salus.Visitor;
import org.salus.framework.DateSpan;
import org.salus.goals.Objective;
import org.salus.goals.ResultsChain;
import org.salus.ledger.AccountId;
import org.salus.ledger.Act;
import org.salus.ledger.Charter;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Workspace;
import org.salus.people.Organisation;
import org.salus.sector.Actor;
import org.salus.sector.ActorType;
import org.salus.sector.Name;
import org.salus.sector.Phase;
import org.salus.workspace.Source;
import org.salus.workspace.SourceType;

/**
 * A team's server with a workspace of two offices: Ana, who owns it, and Eva, who reads, are of a donor; Ben, who contributes, is of somebody else. On its map stands a treasury, in its
 * goal tree one objective. Something is withheld from Ben from the beginning, so that pages say so in any case.
 */
final class Chancery implements AutoCloseable {
    final RunningTeam team;
    final AccountId ana;
    final AccountId ben;
    final AccountId eva;
    final Visitor anas;
    final Visitor bens;
    final Visitor evas;
    private final Organisation donor;
    private final Organisation others;

    Workspace workspace;
    ItemId treasury = ItemId.fresh();
    ItemId pay = ItemId.fresh();
    ItemId chain = ItemId.fresh();

    Chancery(Path folder) throws Exception {
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        AccountId administrator = team.administrator("admin", "Admin");
        donor = team.people().organisations().add(administrator, "Donor");
        others = team.people().organisations().add(administrator, "Others");
        ana = team.account(administrator, "ana", "Ana");
        ben = team.account(administrator, "ben", "Ben");
        eva = team.account(administrator, "eva", "Eva");
        team.people().accounts().place(administrator, ana, Optional.of(donor.id()));
        team.people().accounts().place(administrator, eva, Optional.of(donor.id()));
        team.people().accounts().place(administrator, ben, Optional.of(others.id()));
        anas = team.signedIn("ana");
        bens = team.signedIn("ben");
        evas = team.signedIn("eva");
        workspace = founded();
    }

    /** Another workspace of that kind. */
    Workspace founded() {
        workspace = team.workspaces()
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.of(donor.id()),
                        donor.name());
        member(ben, "Ben", others, Role.CONTRIBUTOR);
        member(eva, "Eva", donor, Role.READER);
        Item<Actor> actor = Item.fresh(
                Actor.KIND,
                Actor.of(new Phase(
                        DateSpan.OPEN,
                        List.of(Name.of("Treasury")),
                        ActorType.POLICE.usualClass(),
                        Optional.of(ActorType.POLICE),
                        Optional.empty(),
                        Map.of())));
        Item<ResultsChain> draft = Item.fresh(ResultsChain.KIND, ResultsChain.of("a draft"));
        Item<Objective> objective = Item.fresh(Objective.KIND, Objective.of(draft.id(), "Pay reaches every post"));
        put(actor);
        put(draft);
        put(objective);
        treasury = actor.id();
        chain = draft.id();
        pay = objective.id();
        put(Item.fresh(Source.KIND, Source.of(SourceType.DOCUMENT, "Kept for Ana"))
                .meantFor(new Sensitivity.Named(new TreeSet<>(Set.of(ana)))));
        return workspace;
    }

    private void member(AccountId account, String name, Organisation organisation, Role role) {
        put(new Item<>(
                new ItemId(account.value()),
                Member.KIND,
                Sensitivity.forMembers(),
                List.of(),
                new Member(name, Optional.of(organisation.id()), organisation.name(), role),
                Set.of()));
    }

    void put(Item<?> item) {
        assertThat(workspace.append(ana, List.of(new Edit.Put(item)), Reason.of(Act.EDIT, "all have to know")))
                .isInstanceOf(Outcome.Accepted.class);
    }

    Sensitivity forDonor() {
        return new Sensitivity.Organisation(donor.id());
    }

    String path(String below) {
        return "/workspaces/" + workspace.id() + below;
    }

    /** Sends a form that has to be accepted; where it leads. */
    static String done(Visitor visitor, String path, String... form) throws Exception {
        HttpResponse<String> answer = visitor.post(path, form);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** Ana notes where the treasury stands. */
    String stance(String keep) throws Exception {
        anas.get(path("/politics/stakeholders"));
        return done(
                anas,
                path("/politics/stances"),
                "actor",
                treasury.toString(),
                "objective",
                pay.toString(),
                "attitude",
                "blocks",
                "interest",
                "3",
                "influence",
                "4",
                "gains",
                "canary-gains",
                "may-spoil",
                "true",
                "keep",
                keep);
    }

    /** Ana notes a line the treasury will not cross. */
    String redLine(String keep) throws Exception {
        anas.get(path("/politics/stakeholders"));
        return done(
                anas, path("/politics/red-lines"), "actor", treasury.toString(), "line", "canary-line", "keep", keep);
    }

    @Override
    public void close() {
        anas.close();
        bens.close();
        evas.close();
        team.close();
    }
}
