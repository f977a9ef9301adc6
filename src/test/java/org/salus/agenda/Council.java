package org.salus.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.salus.Salus;
import org.salus.framework.DateSpan;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Act;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.sector.Actor;
import org.salus.sector.ActorType;
import org.salus.sector.Name;
import org.salus.sector.Phase;

/** A workspace of a coordination council: Ana, who owns it, and Ben, who reads. On its map stands a Ministry of Justice. */
final class Council implements AutoCloseable {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    final AccountId ana = AccountId.fresh();
    final AccountId ben = AccountId.fresh();
    final Workspaces workspaces;
    final Workspace workspace;

    Council(Path folder) {
        workspaces = Workspaces.open(
                Database.file(folder.resolve("salus.db")), Salus.faces().kinds(), InstantSource.system());
        workspace = workspaces.found(
                new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()), ana, "Ana", Optional.empty(), "");
        put(new Item<>(
                new ItemId(ben.value()),
                Member.KIND,
                Sensitivity.forMembers(),
                List.of(),
                new Member("Ben", Optional.empty(), "", Role.READER),
                Set.of()));
        put(Item.fresh(
                Actor.KIND,
                Actor.of(new Phase(
                        DateSpan.OPEN,
                        List.of(Name.of("Ministry of Justice")),
                        ActorType.POLICE.usualClass(),
                        Optional.of(ActorType.POLICE),
                        Optional.empty(),
                        Map.of()))));
    }

    static Meeting meeting(String title, String day) {
        return new Meeting(
                title,
                Optional.of(PartialDate.of(day)),
                "Prime Minister's Office",
                List.of("Ministry of Justice", "Embassy of Sundmark"),
                List.of(
                        new AgendaPoint("Extend the pilot", "Ministry of Justice", true),
                        new AgendaPoint("Any other business", "", false)),
                MeetingState.PLANNED,
                "",
                "",
                "");
    }

    static Action action(String title, String due) {
        return new Action(
                title,
                "Ministry of Justice",
                Optional.of(PartialDate.of("2026-01-10")),
                Optional.of(due).filter(text -> !text.isEmpty()).map(PartialDate::of),
                ActionState.OPEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    static Request request(String title, String until) {
        return new Request(
                title,
                "Ministry of Finance",
                "",
                Optional.of(PartialDate.of("2026-01-10")),
                Optional.of(PartialDate.of(until)),
                RequestState.OPEN,
                Optional.empty(),
                "",
                "");
    }

    static FocalPoint point(String name, String since, String until) {
        return new FocalPoint(
                "Secretariat",
                "minutes",
                "",
                Optional.of(new FocalName(name, PartialDate.of(since), PartialDate.of(until))),
                "");
    }

    <T extends Record> Item<T> put(Item<T> item) {
        assertThat(append(new Edit.Put(item))).isInstanceOf(Outcome.Accepted.class);
        return item;
    }

    <T extends Record> Item<T> forAna(Item<T> item) {
        return put(item.meantFor(new Sensitivity.Named(new TreeSet<>(Set.of(ana)))));
    }

    Outcome append(Edit... edits) {
        return workspace.append(ana, List.of(edits), Reason.of(Act.EDIT, "all have to know"));
    }

    /** Why something cannot be written. */
    String refused(Item<?> item) {
        Outcome outcome = append(new Edit.Put(item));
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return String.join(
                " ",
                Stream.of((Outcome.Refused) outcome)
                        .flatMap(refused -> refused.reasons().stream())
                        .map(Wording.english()::say)
                        .toList());
    }

    View view() {
        return workspace.view(ana);
    }

    Calendar calendar(AccountId reader) {
        return Calendar.of(workspace.view(reader), List.of(), Salus.faces(), Wording.english(), TODAY);
    }

    @Override
    public void close() {
        workspaces.close();
    }
}
