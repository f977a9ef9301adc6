package org.salus.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.salus.framework.Characteristic;
import org.salus.framework.DateSpan;
import org.salus.framework.PartialDate;
import org.salus.framework.Recorded;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.goals.Cost;
import org.salus.goals.Objective;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.sector.Actor;
import org.salus.sector.ActorType;
import org.salus.sector.Name;
import org.salus.sector.Phase;
import org.salus.sector.Power;
import org.salus.sector.SectorMap;
import org.salus.sector.Tie;
import org.salus.sector.TieType;

/** Training and equipment before control is asked about, and only where both have a beginning. */
class SequencingAnalysisTest {
    private static final Item<Actor> POLICE = Item.fresh(
            Actor.KIND,
            Actor.of(new Phase(
                    DateSpan.OPEN,
                    List.of(Name.of("National Police")),
                    ActorType.POLICE.usualClass(),
                    Optional.of(ActorType.POLICE),
                    Optional.empty(),
                    Map.of(Power.USE_FORCE, Recorded.RECORDED))));
    private static final Item<Actor> ASSEMBLY = Item.fresh(
            Actor.KIND,
            Actor.of(new Phase(
                    DateSpan.OPEN,
                    List.of(Name.of("National Assembly")),
                    ActorType.PARLIAMENT.usualClass(),
                    Optional.of(ActorType.PARLIAMENT),
                    Optional.empty(),
                    Map.of())));
    private static final Item<Tie> OVERSEES =
            Item.fresh(Tie.KIND, Tie.of(ASSEMBLY.id(), TieType.OVERSEES, POLICE.id()));

    private static final String TRAINING = "Training for the National Police";
    private static final String CONTROL = "Complaints about the National Police";

    private static SequencingAnalysis.Sequencing of(Given given, List<Item<Tie>> ties, List<Item<Objective>> aims) {
        List<Item<Actor>> actors = List.of(POLICE, ASSEMBLY);
        CoordinationInputs inputs = given.inputs();
        return SequencingAnalysis.of(
                inputs,
                InstitutionMatches.of(actors, inputs, List.of(), InstitutionRules.shipped()),
                SectorMap.of(actors, ties, List.of()).on(LocalDate.of(2014, 3, 1), Locale.ENGLISH),
                aims,
                BalanceWords.shipped(),
                InstitutionRules.shipped().edition());
    }

    private static SequencingAnalysis.Sequencing of(Given given) {
        return of(given, List.of(), List.of());
    }

    private static Given trained(String start) {
        return new Given().activity(TRAINING, "2b", start, "-", "Norway");
    }

    @Test
    void training_that_began_before_control_is_a_sequencing_conflict_with_its_rows_and_basis() {
        SequencingAnalysis.Sequencing found =
                of(trained("2009-02-01").activity(CONTROL, "2b", "2011-05-01", "-", "Norway"));

        assertThat(found.notEnough()).isEmpty();
        assertThat(found.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.kind()).isEqualTo(WorkspaceGapKind.SEQUENCING);
            assertThat(conflict.name()).isEqualTo("coordination:BDI:sequencing-conflict/" + POLICE.id());
            assertThat(conflict.about()).containsExactly(POLICE.id());
            assertThat(conflict.needs()).contains(POLICE.id());
            assertThat(conflict.activities()).containsExactlyInAnyOrder(TRAINING, CONTROL);
            assertThat(Wording.english().say(conflict.says()))
                    .contains("National Police", "1 February 2009", "1 May 2011");
            assertThat(conflict.reasons()).extracting(Sentence::key).contains("coordination.sequencing.basis");
            assertThat(conflict.reasons().stream().map(Wording.english()::say).toList())
                    .allSatisfy(reason -> assertThat(reason).doesNotContain("[coordination."));
        });
    }

    @Test
    void control_that_began_first_or_on_the_same_day_is_no_conflict() {
        for (String control : List.of("2008-01-01", "2009-02-01")) {
            SequencingAnalysis.Sequencing found =
                    of(trained("2009-02-01").activity(CONTROL, "2b", control, "-", "Norway"));
            assertThat(found.conflicts()).isEmpty();
            assertThat(found.notEnough()).isEmpty();
        }
    }

    @Test
    void an_activity_that_speaks_of_both_is_control_and_no_mere_training() {
        SequencingAnalysis.Sequencing found = of(new Given()
                .activity("Training of the National Police in human rights", "2b", "2009-02-01", "-", "Norway"));
        assertThat(found.conflicts()).isEmpty();
        assertThat(found.notEnough()).isEmpty();
    }

    @Test
    void where_no_control_is_known_or_a_date_is_not_it_is_not_enough_information() {
        assertThat(keys(of(trained("2009-02-01")))).containsExactly("coordination.sequencing.no-control");
        assertThat(keys(of(trained("2009-02-01").activity(CONTROL, "2b", "-", "-", "Norway"))))
                .containsExactly("coordination.sequencing.undated-control");
        assertThat(keys(of(trained("-").activity(CONTROL, "2b", "2011-05-01", "-", "Norway"))))
                .containsExactly("coordination.sequencing.undated");
    }

    private static List<String> keys(SequencingAnalysis.Sequencing found) {
        assertThat(found.conflicts()).isEmpty();
        assertThat(found.notEnough().stream().map(Wording.english()::say).toList())
                .allSatisfy(sentence ->
                        assertThat(sentence).contains("not enough information").doesNotContain("[coordination."));
        return found.notEnough().stream().map(Sentence::key).toList();
    }

    @Test
    void an_institution_that_nothing_names_is_not_spoken_of() {
        SequencingAnalysis.Sequencing found =
                of(new Given().activity("Training for somebody", "2b", "2009-02-01", "-", "Norway"));
        assertThat(found.conflicts()).isEmpty();
        assertThat(found.notEnough()).isEmpty();
    }

    @Test
    void support_to_those_who_oversee_it_is_for_its_control() {
        Given given = trained("2009-02-01")
                .activity("Budget papers for the National Assembly", "1a", "2012-01-01", "-", "Norway");

        assertThat(keys(of(given))).containsExactly("coordination.sequencing.no-control");
        SequencingAnalysis.Sequencing found = of(given, List.of(OVERSEES), List.of());
        assertThat(found.conflicts())
                .singleElement()
                .satisfies(
                        conflict -> assertThat(conflict.needs()).contains(POLICE.id(), ASSEMBLY.id(), OVERSEES.id()));
    }

    private static Item<Objective> objective(Optional<Characteristic> characteristic, Optional<PartialDate> begins) {
        return Item.fresh(
                Objective.KIND,
                new Objective(
                        ItemId.fresh(),
                        "Complaints are heard",
                        Optional.of(POLICE.id()),
                        "",
                        characteristic,
                        begins,
                        Optional.empty(),
                        "",
                        Cost.UNKNOWN,
                        "",
                        "",
                        "",
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        ""));
    }

    @Test
    void an_objective_for_control_counts_by_its_beginning_and_one_of_unknown_kind_makes_it_unknown() {
        Optional<PartialDate> later = Optional.of(PartialDate.ofYear(2016));
        Item<Objective> accountable = objective(Optional.of(Characteristic.ACCOUNTABILITY), later);

        assertThat(of(trained("2009-02-01"), List.of(), List.of(accountable)).conflicts())
                .singleElement()
                .satisfies(conflict -> {
                    assertThat(conflict.needs()).contains(accountable.id());
                    // Of a year nobody said a day.
                    assertThat(Wording.english().say(conflict.says())).endsWith("control from 2016.");
                    assertThat(conflict.reasons().stream()
                                    .map(Wording.english()::say)
                                    .toList())
                            .contains("First for its control: objective \"Complaints are heard\", from 2016.");
                });
        assertThat(keys(of(trained("2009-02-01"), List.of(), List.of(objective(Optional.empty(), later)))))
                .containsExactly("coordination.sequencing.undated-control");
        assertThat(keys(of(
                        trained("2009-02-01"),
                        List.of(),
                        List.of(objective(Optional.of(Characteristic.ACCOUNTABILITY), Optional.empty())))))
                .containsExactly("coordination.sequencing.undated-control");
        assertThat(keys(of(
                        trained("2009-02-01"),
                        List.of(),
                        List.of(objective(Optional.of(Characteristic.USE_OF_RESOURCES), later)))))
                .containsExactly("coordination.sequencing.no-control");
    }
}
