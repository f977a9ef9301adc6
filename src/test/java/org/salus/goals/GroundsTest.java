package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.framework.DateSpan;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
import org.salus.governance.GovernanceFaces;
import org.salus.governance.QuestionSet;
import org.salus.governance.QuestionSetFile;
import org.salus.governance.Rating;
import org.salus.governance.Response;
import org.salus.governance.Round;
import org.salus.governance.Scope;
import org.salus.governance.Seat;
import org.salus.governance.Stage;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Confidence;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Outcome;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.sector.Actor;
import org.salus.sector.ActorType;
import org.salus.sector.Name;
import org.salus.sector.Phase;
import org.salus.sector.SectorFaces;
import org.salus.workspace.Faces;

/** Reasons for objectives in what has been assessed, over several rounds. */
class GroundsTest {
    /** By law, on accountability, asked of the police and of the prison service. */
    private static final String RULES_ON_FORCE = "FOR-01";

    @TempDir
    Path folder;

    private final AccountId ana = AccountId.fresh();
    private Workspaces workspaces;
    private Workspace workspace;
    private Item<QuestionSet> set;
    private Item<Actor> police;
    private Item<Actor> prisons;

    @BeforeEach
    void begin() {
        workspaces = Workspaces.open(
                Database.file(folder.resolve("salus.db")),
                Faces.of(List.of(SectorFaces.contribution(), GovernanceFaces.contribution(), GoalsFaces.contribution()))
                        .kinds(),
                InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")));
        workspace = workspaces.found(
                new Charter("Orvelia", List.of("XOV"), "", "SSR", Optional.empty()), ana, "Ana", Optional.empty(), "");
        set = Item.fresh(QuestionSet.KIND, QuestionSetFile.shipped());
        police = institution("National Police", ActorType.POLICE);
        prisons = institution("Prison Service", ActorType.PRISON_SERVICE);
        accept(new Edit.Put(set), new Edit.Put(police), new Edit.Put(prisons));
    }

    @AfterEach
    void close() {
        workspaces.close();
    }

    @Test
    void a_visit_that_asks_one_institution_again_leaves_what_was_found_about_the_others() {
        ItemId first = round("First round", 2024);
        answer(first, police, Response.LEVEL_0);
        answer(first, prisons, Response.LEVEL_2);
        ItemId visit = round("Visit", 2026);
        answer(visit, police, Response.LEVEL_1);
        assertThat(said())
                .containsExactly(
                        "National Police, Accountability: in practice not known, by law level 1 (Visit)",
                        "Prison Service, Accountability: in practice not known, by law level 2 (First round)");
    }

    @Test
    void what_is_better_now_is_no_ground_any_more_and_an_answer_without_a_level_takes_nothing_back() {
        ItemId first = round("First round", 2024);
        answer(first, police, Response.LEVEL_0);
        answer(first, prisons, Response.LEVEL_0);
        ItemId visit = round("Visit", 2026);
        answer(visit, police, Response.LEVEL_4);
        answer(visit, prisons, Response.NOT_ENOUGH_INFORMATION);
        assertThat(said())
                .containsExactly("Prison Service, Accountability: in practice not known, by law level 0 (First round)");
    }

    private List<String> said() {
        return Grounds.of(workspace, workspace.view(ana), LocalDate.of(2026, 3, 1), Locale.ENGLISH).stream()
                .filter(ground -> ground.source() == Ground.Source.ASSESSMENT)
                .map(ground -> Wording.english().say(ground.says()))
                .toList();
    }

    private static Item<Actor> institution(String name, ActorType type) {
        return Item.fresh(
                Actor.KIND,
                Actor.of(new Phase(
                        DateSpan.OPEN,
                        List.of(Name.of(name)),
                        type.usualClass(),
                        Optional.of(type),
                        Optional.empty(),
                        Map.of())));
    }

    private ItemId round(String title, int year) {
        Item<Round> round = Item.fresh(
                Round.KIND,
                new Round(
                        title,
                        set.id(),
                        List.of(),
                        List.of(new Seat("A", "Office A", Optional.of(ana))),
                        DateSpan.since(PartialDate.ofYear(year)),
                        Stage.OPEN,
                        ""));
        accept(
                new Edit.Put(round),
                new Edit.Put(Scope.fresh(round.id(), police.id())),
                new Edit.Put(Scope.fresh(round.id(), prisons.id())));
        return round.id();
    }

    private void answer(ItemId round, Item<Actor> institution, Response response) {
        accept(new Edit.Put(Rating.blank(round, institution.id(), RULES_ON_FORCE, "A")
                .saying(Optional.of(response), "As the decree says.", Confidence.MEDIUM)
                .fresh()));
    }

    private void accept(Edit... edits) {
        assertThat(workspace.append(ana, edits)).isInstanceOf(Outcome.Accepted.class);
    }
}
