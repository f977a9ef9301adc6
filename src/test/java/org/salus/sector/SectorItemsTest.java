package org.salus.sector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.framework.ContextClass;
import org.salus.framework.DateSpan;
import org.salus.framework.PartialDate;
import org.salus.framework.Pillar;
import org.salus.framework.Recorded;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Citation;
import org.salus.ledger.Confidence;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kinds;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.workspace.Answer;
import org.salus.workspace.Reply;
import org.salus.workspace.Source;
import org.salus.workspace.SourceType;

/** Actors, ties, sources and answers as items of a workspace. */
class SectorItemsTest {
    @TempDir
    Path folder;

    private final AccountId ana = AccountId.fresh();
    private final AccountId ben = AccountId.fresh();
    private Workspaces workspaces;
    private Workspace workspace;

    @BeforeEach
    void found() {
        workspaces = Workspaces.open(
                Database.file(folder.resolve("salus.db")),
                Kinds.of(List.of(Actor.KIND, Tie.KIND, Source.KIND, Answer.KIND)),
                InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")));
        workspace = workspaces.found(
                new Charter("Orvelia", List.of("XOV"), "", "SSR", Optional.empty()), ana, "Ana", Optional.empty(), "");
        accept(new Edit.Put(new Item<>(
                new ItemId(ben.value()),
                Member.KIND,
                Sensitivity.forMembers(),
                List.of(),
                new Member("Ben", Optional.empty(), "", Role.READER),
                java.util.Set.of())));
    }

    @AfterEach
    void close() {
        workspaces.close();
    }

    private void accept(Edit... edits) {
        assertThat(workspace.append(ana, edits)).isInstanceOf(Outcome.Accepted.class);
    }

    private List<String> refused(Edit... edits) {
        Outcome outcome = workspace.append(ana, edits);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).reasons().stream().map(Sentence::key).toList();
    }

    private static Item<Actor> actor(String name, Phase... phases) {
        return Item.fresh(
                Actor.KIND,
                new Actor(
                        name,
                        List.of(phases),
                        List.of(new Mandate("Organic law 7", "2", Optional.of(PartialDate.of("2017-02")))),
                        List.of("XOV"),
                        ""));
    }

    private static Phase phase(DateSpan when, String name, org.salus.framework.ActorClass actorClass) {
        return new Phase(
                when,
                List.of(new Name("en", name), new Name("fr", name + " (fr)")),
                actorClass,
                Optional.empty(),
                Optional.empty(),
                Map.of(Power.USE_FORCE, Recorded.RECORDED));
    }

    @Test
    void an_actor_has_the_codes_of_countries_and_a_workspace_three_letters() {
        Item<Actor> police = actor("POL", phase(DateSpan.OPEN, "Police", Pillar.PROVIDERS));
        Actor said = police.value();
        List<String> codes = List.of("BDI", "QQQ", "nowhere", "12");
        assertThat(refused(new Edit.Put(
                        police.saying(new Actor(said.key(), said.phases(), said.mandates(), codes, said.note())))))
                .containsExactly("sector.refusal.country", "sector.refusal.country", "sector.refusal.country");
        accept(new Edit.Put(police));

        ItemId charter = new ItemId(workspace.id().value());
        Item<Charter> known = workspace.view(ana).get(Charter.KIND, charter);
        assertThat(refused(new Edit.Put(
                        known.saying(new Charter("Orvelia", List.of("QQQ"), "", "SSR", Optional.empty())))))
                .containsExactly("ledger.refusal.country");
        Charter nowhere = new Charter("Nowhere", List.of("ZZZZ"), "", "SSR", Optional.empty());
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> workspaces.found(nowhere, ana, "Ana", Optional.empty(), ""))
                .isInstanceOf(org.salus.framework.Failure.class);
    }

    @Test
    void what_is_recorded_is_read_back_as_it_was() {
        Item<Source> law = Item.fresh(Source.KIND, Source.of(SourceType.LAW, "Organic law 7"));
        Item<Actor> movement = actor(
                "MPR",
                phase(
                        DateSpan.between(PartialDate.ofYear(1994), PartialDate.of("2003-11-16")),
                        "Movement",
                        ContextClass.ARMED_NON_STATE),
                phase(DateSpan.since(PartialDate.of("2005-01")), "Party", ContextClass.CIVIL_SOCIETY));
        Item<Actor> police = actor("POL", phase(DateSpan.OPEN, "Police", Pillar.PROVIDERS));
        Tie said = Tie.of(movement.id(), TieType.CONTESTS, police.id())
                .saying(
                        Basis.PRACTICE,
                        new Statement(
                                Recorded.RECORDED,
                                DateSpan.between(PartialDate.ofYear(1994), PartialDate.of("2003-11")),
                                Optional.empty()))
                .saying(Basis.LAW, Statement.absent());
        Item<Tie> tie = Item.fresh(Tie.KIND, said)
                .citing(List.of(new Citation(
                        law.id(),
                        Optional.of(Tie.fact(Basis.PRACTICE)),
                        "art. 3",
                        Optional.empty(),
                        Optional.empty(),
                        Confidence.HIGH)));
        accept(new Edit.Put(law), new Edit.Put(movement), new Edit.Put(police), new Edit.Put(tie));

        View view = workspace.view(ana);
        assertThat(view.get(Actor.KIND, movement.id()).value()).isEqualTo(movement.value());
        assertThat(view.get(Tie.KIND, tie.id()).value()).isEqualTo(said);
        assertThat(view.get(Source.KIND, law.id()).value()).isEqualTo(law.value());

        SectorMap map = SectorMap.of(view);
        SectorDay then = map.on(LocalDate.of(2000, 1, 1), Locale.ENGLISH);
        assertThat(then.name(movement.id())).isEqualTo("Movement");
        assertThat(then.ties()).singleElement().satisfies(held -> {
            assertThat(held.isRecorded(Basis.PRACTICE)).isTrue();
            assertThat(held.side(Basis.LAW).citations())
                    .as("cited for practice only")
                    .isEmpty();
        });
        assertThat(map.on(LocalDate.of(2004, 6, 1), Locale.ENGLISH).actor(movement.id()))
                .as("neither movement nor party")
                .isEmpty();
        SectorDay now = map.on(LocalDate.of(2026, 1, 1), Locale.FRENCH);
        assertThat(now.actor(movement.id())).hasValueSatisfying(present -> {
            assertThat(present.name()).isEqualTo("Party (fr)");
            assertThat(present.phase().actorClass()).isEqualTo(ContextClass.CIVIL_SOCIETY);
        });
        assertThat(map.turningPoints())
                .extracting(PartialDate::toString)
                .containsExactly("1994", "2003-11", "2003-11-16", "2005-01");
    }

    @Test
    void who_may_not_see_an_actor_sees_neither_its_ties_nor_answers_about_it() {
        Item<Actor> open = actor("A", phase(DateSpan.OPEN, "Open", Pillar.OVERSIGHT));
        Item<Actor> closed = actor("B", phase(DateSpan.OPEN, "Closed", Pillar.PROVIDERS))
                .meantFor(new Sensitivity.Named(new TreeSet<>(List.of(ana))));
        Item<Tie> tie = Item.fresh(Tie.KIND, Tie.of(open.id(), TieType.OVERSEES, closed.id()));
        Item<Answer> answer = Item.fresh(
                Answer.KIND,
                new Answer(
                        "circle:x",
                        "2026-1",
                        Reply.DISAGREE,
                        "They do not.",
                        Optional.of(ana),
                        List.of(open.id(), closed.id())));
        accept(new Edit.Put(open), new Edit.Put(closed), new Edit.Put(tie), new Edit.Put(answer));
        assertThat(workspace.view(ana).list(Tie.KIND)).hasSize(1);
        assertThat(workspace.view(ben).list(Actor.KIND)).extracting(Item::id).containsExactly(open.id());
        assertThat(workspace.view(ben).list(Tie.KIND)).isEmpty();
        assertThat(workspace.view(ben).list(Answer.KIND)).isEmpty();
    }

    @Test
    void edits_that_say_nothing_are_refused_with_the_reason() {
        Item<Actor> police = actor("P", phase(DateSpan.OPEN, "Police", Pillar.PROVIDERS));
        accept(new Edit.Put(police));
        assertThat(refused(new Edit.Put(Item.fresh(Actor.KIND, new Actor("", List.of(), List.of(), List.of(), "")))))
                .containsExactly("sector.refusal.no-class");
        assertThat(refused(new Edit.Put(actor("", phase(DateSpan.OPEN, " ", Pillar.PROVIDERS)))))
                .containsExactly("sector.refusal.nameless");
        assertThat(refused(new Edit.Put(actor("", phase(DateSpan.OPEN, "x".repeat(1001), Pillar.PROVIDERS)))))
                .containsExactly("sector.refusal.long-name");
        assertThat(refused(new Edit.Put(Item.fresh(Tie.KIND, Tie.of(police.id(), TieType.COMMANDS, police.id())))))
                .containsExactly("sector.refusal.same-end");
        assertThat(refused(new Edit.Put(Item.fresh(Tie.KIND, Tie.of(police.id(), TieType.COMMANDS, ItemId.fresh())))))
                .containsExactly("ledger.refusal.missing");
        assertThat(refused(new Edit.Put(Item.fresh(Source.KIND, Source.of(SourceType.INTERVIEW, "On the budget"))
                        .meantFor(Sensitivity.forEverybody()))))
                .containsExactly("workspace.refusal.public-interview");
        Source script = new Source(
                "",
                SourceType.LINK,
                "x",
                "",
                Optional.empty(),
                "",
                "javascript:alert(1)",
                Optional.empty(),
                org.salus.workspace.Reliability.F,
                org.salus.workspace.Credibility.NOT_JUDGED,
                "");
        assertThat(refused(new Edit.Put(Item.fresh(Source.KIND, script)))).containsExactly("workspace.refusal.link");
        assertThat(refused(new Edit.Put(Item.fresh(
                        Answer.KIND, new Answer("x", "1", Reply.DISAGREE, "", Optional.of(ana), List.of())))))
                .containsExactly("workspace.refusal.because");
    }

    @Test
    void nothing_becomes_a_part_of_itself_through_others_unless_at_other_times() {
        Item<Actor> a = actor("A", phase(DateSpan.OPEN, "A", Pillar.PROVIDERS));
        Item<Actor> b = actor("B", phase(DateSpan.OPEN, "B", Pillar.PROVIDERS));
        Item<Actor> c = actor("C", phase(DateSpan.OPEN, "C", Pillar.PROVIDERS));
        accept(
                new Edit.Put(a),
                new Edit.Put(b),
                new Edit.Put(c),
                new Edit.Put(partOf(a, b, DateSpan.between(PartialDate.ofYear(2000), PartialDate.ofYear(2010)))),
                new Edit.Put(partOf(b, c, DateSpan.OPEN)));
        assertThat(refused(new Edit.Put(partOf(c, a, DateSpan.since(PartialDate.ofYear(2010))))))
                .containsExactly("sector.refusal.circle");
        accept(new Edit.Put(partOf(c, a, DateSpan.since(PartialDate.ofYear(2011)))));
    }

    private static Item<Tie> partOf(Item<Actor> part, Item<Actor> whole, DateSpan when) {
        return Item.fresh(
                Tie.KIND,
                Tie.of(part.id(), TieType.PART_OF, whole.id())
                        .saying(Basis.LAW, new Statement(Recorded.RECORDED, when, Optional.empty())));
    }
}
