package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.evidence.Activity;
import org.salus.evidence.Party;
import org.salus.evidence.Text;
import org.salus.framework.DateSpan;
import org.salus.framework.Failure;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
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
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.portfolio.Amounts;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.Sorting;
import org.salus.sector.KnownSupport;
import org.salus.sector.Place;
import org.salus.sector.Provenance;
import org.salus.sector.SectorFaces;
import org.salus.sector.SupportAmount;
import org.salus.sector.SupportOrigin;
import org.salus.sector.SupportStage;
import org.salus.workspace.Differing;
import org.salus.workspace.Faces;
import tools.jackson.databind.json.JsonMapper;

/** Alternatives: begun as copies of the demo's chain, changed, set beside each other, adopted. */
class AlternativesTest {
    @TempDir
    Path folder;

    private final AccountId ana = AccountId.fresh();
    private final Faces faces = Faces.of(List.of(SectorFaces.contribution(), GoalsFaces.contribution()));
    private Workspaces workspaces;
    private Workspace workspace;

    @BeforeEach
    void found() throws IOException {
        workspaces = Workspaces.open(
                Database.file(folder.resolve("salus.db")),
                faces.kinds(),
                InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")));
        workspace = workspaces.found(
                new Charter("Orvelia", List.of("XOV"), "", "SSR", Optional.empty()), ana, "Ana", Optional.empty(), "");
        try (InputStream chain = Files.newInputStream(Path.of("demo/goals-orvelia.json"))) {
            write(ChainFile.read(chain, workspace.view(ana)).edits());
        }
    }

    @AfterEach
    void close() {
        workspaces.close();
    }

    private void write(List<Edit> edits) {
        assertThat(workspace.append(ana, edits, Reason.EDIT)).isInstanceOf(Outcome.Accepted.class);
    }

    private GoalsAnswers answers() {
        return new GoalsAnswers(workspace.view(ana), Wording.english());
    }

    private Item<ResultsChain> first() {
        return answers().chains().stream()
                .filter(chain -> chain.value().copiedFrom().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private Item<ResultsChain> copy(Item<ResultsChain> original, String title) {
        List<Edit> edits = ChainCopy.of(workspace.view(ana), original, title);
        write(edits);
        return answers().chain(ChainCopy.begun(edits).toString());
    }

    private ChainComparison compare(Item<ResultsChain> before, Item<ResultsChain> after) {
        return answers().comparison(before, after);
    }

    @Test
    void a_copy_says_the_same_in_every_element_and_is_a_draft() {
        Item<ResultsChain> copy = copy(first(), "Second draft");
        assertThat(copy.value().adoption()).isEqualTo(Adoption.DRAFT);
        Chain original = answers().model(first());
        Chain copied = answers().model(copy);
        assertThat(copied.boxes()).hasSameSizeAs(original.boxes());
        assertThat(copied.links()).hasSameSizeAs(original.links());
        ChainComparison comparison = compare(first(), copy);
        assertThat(comparison.pairs()).isEmpty();
        assertThat(comparison.unchanged())
                .isEqualTo(ChainCopy.elements(original).size());
        assertThat(answers().holes(copied).holes())
                .hasSameSizeAs(answers().holes(original).holes());
    }

    @Test
    void what_is_changed_added_and_removed_in_the_copy_is_told_and_nothing_else() {
        Item<ResultsChain> copy = copy(first(), "Second draft");
        Chain model = answers().model(copy);
        Item<Goal> goal = model.list(Goal.KIND).getFirst();
        Item<Assumption> assumption = model.assumptions().getFirst();
        write(List.of(
                new Edit.Put(goal.saying(Goal.of(copy.id(), "Something else altogether"))),
                new Edit.Put(Item.fresh(Objective.KIND, Objective.of(copy.id(), "An objective more")))));
        write(List.of(new Edit.Remove(
                answers().model(copy).assumption(assumption.id()).orElseThrow())));
        ChainComparison comparison = compare(first(), copy);
        assertThat(comparison.count(Differing.Change.CHANGED)).isEqualTo(1);
        assertThat(comparison.count(Differing.Change.ADDED)).isEqualTo(1);
        assertThat(comparison.pairs())
                .filteredOn(pair -> pair.change() == Differing.Change.REMOVED)
                .extracting(pair -> answers().model(first()).title(pair.id()))
                .contains(assumption.value().title());
        assertThat(comparison.told(workspace.view(ana), faces, Wording.english()))
                .filteredOn(one -> one.change() == Differing.Change.CHANGED)
                .singleElement()
                .satisfies(one -> assertThat(one.fields())
                        .anySatisfy(field -> assertThat(field.after()).isEqualTo("Something else altogether")));
    }

    @Test
    void the_other_way_round_what_was_added_is_removed() {
        Item<ResultsChain> copy = copy(first(), "Second draft");
        write(List.of(new Edit.Put(Item.fresh(Objective.KIND, Objective.of(copy.id(), "An objective more")))));
        assertThat(compare(first(), copy).count(Differing.Change.ADDED)).isEqualTo(1);
        ChainComparison back = compare(copy, first());
        assertThat(back.count(Differing.Change.REMOVED)).isEqualTo(1);
        assertThat(back.count(Differing.Change.ADDED)).isZero();
    }

    @Test
    void copies_of_copies_and_copies_of_one_are_known_as_such() {
        Item<ResultsChain> second = copy(first(), "Second");
        Item<ResultsChain> third = copy(second, "Third");
        Item<ResultsChain> sister = copy(first(), "Sister");
        assertThat(compare(first(), third).pairs()).isEmpty();
        assertThat(compare(third, sister).pairs()).isEmpty();
        // Also where words do not help any more.
        Item<Goal> goal = answers().model(third).list(Goal.KIND).getFirst();
        write(List.of(new Edit.Put(goal.saying(Goal.of(third.id(), "Said quite differently")))));
        assertThat(compare(sister, third).count(Differing.Change.CHANGED)).isEqualTo(1);
        assertThat(compare(sister, third).pairs()).hasSize(1);
    }

    private Set<ItemId> elements(ItemId chain) {
        Set<ItemId> elements = new HashSet<>();
        ChainCopy.elements(Chain.of(workspace.view(ana), chain)).forEach(element -> elements.add(element.id()));
        return elements;
    }

    /** The id of a copy as programs made it before ids of copies were told apart from places. */
    private static ItemId copiedEarlier(Item<ResultsChain> chain, ItemId original) {
        return place("copy\n" + chain.id() + "\n" + original);
    }

    private static ItemId place(String words) {
        return new ItemId(UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void copies_are_known_beside_elements_that_an_earlier_program_added() {
        Item<ResultsChain> second = copy(first(), "Second");
        Item<ResultsChain> third = copy(second, "Third");
        Set<ItemId> originals = elements(first().id());
        Set<ItemId> copied = elements(third.id());
        Map<ItemId, Set<ItemId>> mixed =
                new HashMap<>(Map.of(first().id(), originals, second.id(), elements(second.id()), third.id(), copied));
        Set<ItemId> withAnother = new HashSet<>(copied);
        withAnother.add(place("added elsewhere"));
        mixed.put(third.id(), withAnother);
        assertThat(known(third, mixed, copied)).isEqualTo(originals);
        // Also where those in between are gone.
        mixed.put(second.id(), Set.of());
        assertThat(known(third, mixed, copied)).isEqualTo(originals);
    }

    @Test
    void copies_of_an_earlier_program_are_known_as_before() {
        Item<ResultsChain> second = copy(first(), "Second");
        Set<ItemId> originals = elements(first().id());
        Set<ItemId> earlier = new HashSet<>();
        originals.forEach(original -> earlier.add(copiedEarlier(second, original)));
        assertThat(known(second, Map.of(first().id(), originals, second.id(), earlier), earlier))
                .isEqualTo(originals);
    }

    private Set<ItemId> known(Item<ResultsChain> chain, Map<ItemId, Set<ItemId>> elements, Set<ItemId> copies) {
        Map<ItemId, ItemId> origins =
                ChainCopy.origins(workspace.view(ana), chain, other -> elements.getOrDefault(other, Set.of()));
        Set<ItemId> known = new HashSet<>();
        copies.forEach(copy -> known.add(origins.getOrDefault(copy, copy)));
        return known;
    }

    @Test
    void a_chain_that_came_by_file_is_matched_by_its_words() throws IOException {
        byte[] other = JsonMapper.builder()
                .build()
                .writeValueAsString(answers().file(first()))
                .replaceAll("\"key\":\"([0-9a-f-]{8})", "\"key\":\"x$1")
                .replaceAll("\"(of|from|to|indicator)\":\"([0-9a-f-]{8})", "\"$1\":\"x$2")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        ChainFile.Preview read = ChainFile.read(new ByteArrayInputStream(other), workspace.view(ana));
        assertThat(read.problems()).isEmpty();
        assertThat(read.chain()).isNotEqualTo(first().id());
        Item<ResultsChain> original = first();
        write(read.edits());
        ChainComparison comparison =
                compare(original, answers().chain(read.chain().toString()));
        assertThat(comparison.pairs()).isEmpty();
    }

    @Test
    void adopting_one_sets_aside_the_other() {
        Item<ResultsChain> copy = copy(first(), "Second draft");
        write(answers().adopting(first(), Adoption.ADOPTED));
        assertThat(answers().counterpart(copy)).map(Item::id).contains(first().id());
        write(answers().adopting(answers().chain(copy.id().toString()), Adoption.ADOPTED));
        assertThat(answers().chains())
                .extracting(chain -> chain.value().adoption())
                .containsExactly(Adoption.ADOPTED, Adoption.SET_ASIDE);
        assertThat(answers().chains().getFirst().id()).isEqualTo(copy.id());
    }

    @Test
    void adopting_is_one_step_and_undoing_it_gives_both_back_what_they_were() {
        Item<ResultsChain> copy = copy(first(), "Second draft");
        write(answers().adopting(first(), Adoption.ADOPTED));
        int steps = steps();
        Outcome adopted = workspace.append(ana, answers().adopting(copy, Adoption.ADOPTED), Reason.EDIT);
        assertThat(steps()).isEqualTo(steps + 1);
        assertThat(adoption(copy)).isEqualTo(Adoption.ADOPTED);
        assertThat(adopted).isInstanceOfSatisfying(Outcome.Accepted.class, accepted -> {
            Outcome undone = workspace.undo(ana, accepted.entry());
            assertThat(adoption(first())).isEqualTo(Adoption.ADOPTED);
            assertThat(adoption(copy)).isEqualTo(Adoption.DRAFT);
            assertThat(undone)
                    .isInstanceOfSatisfying(Outcome.Accepted.class, again -> workspace.undo(ana, again.entry()));
        });
        assertThat(adoption(first())).isEqualTo(Adoption.SET_ASIDE);
        assertThat(adoption(copy)).isEqualTo(Adoption.ADOPTED);
    }

    @Test
    void two_are_not_adopted_by_one_step_either() {
        Item<ResultsChain> copy = copy(first(), "Second draft");
        assertThat(workspace.append(
                        ana,
                        List.of(
                                new Edit.Put(first().saying(first().value().with(Adoption.ADOPTED))),
                                new Edit.Put(copy.saying(copy.value().with(Adoption.ADOPTED)))),
                        Reason.EDIT))
                .isInstanceOf(Outcome.Refused.class);
        write(answers().adopting(first(), Adoption.ADOPTED));
        assertThat(workspace.append(ana, new Edit.Put(copy.saying(copy.value().with(Adoption.ADOPTED)))))
                .isInstanceOf(Outcome.Refused.class);
    }

    private int steps() {
        return workspace.history(ana).list(1_000, Optional.empty()).size();
    }

    private Adoption adoption(Item<ResultsChain> chain) {
        return answers().chain(chain.id().toString()).value().adoption();
    }

    @Test
    void a_measurement_is_one_fact_in_all_alternatives_that_measure_the_same() {
        Item<ResultsChain> second = copy(first(), "Second");
        Item<ResultsChain> third = copy(second, "Third");
        Item<Indicator> original = measuredIndicator();
        Item<Indicator> copied = named(third, original);
        assertThat(copied.value().baseline()).isEqualTo(original.value().baseline());
        assertThat(measured(third).of(copied.id()))
                .isNotEmpty()
                .isEqualTo(measured(first()).of(original.id()));
        assertThat(measured(third).status(copied)).isEqualTo(measured(first()).status(original));
        assertThat(measured(third).sharedWith(copied.id())).containsExactly(first().id(), second.id());
        // Written in one, it is in all, and once.
        int before = workspace.view(ana).list(Measurement.KIND).size();
        write(List.of(TypedMeasurement.edit(
                copied, Map.of("on", "2031-06", "value", "7"), true, workspace.view(ana), LocalDate.of(2040, 1, 1))));
        write(List.of(TypedMeasurement.edit(
                named(second, original),
                Map.of("on", "2031-06", "value", "8"),
                true,
                workspace.view(ana),
                LocalDate.of(2040, 1, 1))));
        assertThat(workspace.view(ana).list(Measurement.KIND)).hasSize(before + 1);
        for (Item<ResultsChain> chain : List.of(first(), second, third)) {
            assertThat(measured(chain).newest(named(chain, original).id()))
                    .hasValueSatisfying(
                            newest -> assertThat(newest.value().says().value()).contains(new BigDecimal("8")));
        }
        // Neither a difference nor lost by adopting one or taking the indicator out of another.
        assertThat(compare(first(), third).pairs()).isEmpty();
        write(answers().adopting(third, Adoption.ADOPTED));
        write(List.of(new Edit.Remove(original)));
        assertThat(measured(third).of(copied.id()))
                .hasSize(measured(second).of(named(second, original).id()).size());
        write(List.of(TypedMeasurement.edit(
                copied, Map.of("on", "2031-07", "value", "9"), true, workspace.view(ana), LocalDate.of(2040, 1, 1))));
        assertThat(measured(second).newest(named(second, original).id()))
                .hasValueSatisfying(
                        newest -> assertThat(newest.value().says().value()).contains(new BigDecimal("9")));
    }

    @Test
    void what_alternatives_share_is_owed_once_in_the_workspace() {
        LocalDate day = LocalDate.of(2031, 12, 31);
        List<Owing> own = measured(first()).owed();
        assertThat(own).isNotEmpty();
        Item<ResultsChain> second = copy(first(), "Second");
        assertThat(owed(ana, day))
                .hasSameSizeAs(own)
                .allSatisfy(one -> assertThat(one.alternatives())
                        .extracting(Item::id)
                        .containsExactlyInAnyOrder(first().id(), second.id()))
                .isSortedAccordingTo(Comparator.comparing(one -> one.owing().due()));
        assertThat(Owed.byOffice(owed(ana, day))).hasSameElementsAs(owed(ana, day));

        // The office the adopted one names comes first; one that measures something else is owed apart.
        Item<Indicator> original = own.getFirst().indicator();
        Item<Indicator> copied = named(second, original);
        MeasuringPlan plan = original.value().measuring();
        write(List.of(new Edit.Put(copied.saying(planned(copied, copied.value().unit(), plan, "Another office")))));
        write(answers().adopting(second, Adoption.ADOPTED));
        assertThat(owed(ana, day))
                .hasSameSizeAs(own)
                .allMatch(Owed::isAdopted)
                .filteredOn(one -> one.owing().indicator().id().equals(copied.id()))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.offices()).containsExactly("Another office", plan.responsible()));
        Item<Indicator> again = named(second, original);
        write(List.of(new Edit.Put(again.saying(planned(again, "another unit", plan, "Another office")))));
        assertThat(owed(ana, day))
                .filteredOn(one -> one.owing().indicator().id().equals(original.id()))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.isAdopted()).isFalse());

        // What is set aside asks for nothing.
        write(answers().adopting(first(), Adoption.SET_ASIDE));
        assertThat(owed(ana, day))
                .isNotEmpty()
                .allSatisfy(one ->
                        assertThat(one.alternatives()).extracting(Item::id).containsExactly(second.id()));
    }

    @Test
    void what_an_alternative_owes_that_is_withheld_is_withheld() {
        LocalDate day = LocalDate.of(2031, 12, 31);
        AccountId ben = AccountId.fresh();
        write(List.of(new Edit.Put(new Item<>(
                new ItemId(ben.value()),
                Member.KIND,
                Sensitivity.forMembers(),
                List.of(),
                new Member("Ben", Optional.empty(), "", Role.CONTRIBUTOR),
                Set.of()))));
        assertThat(owed(ben, day)).isEqualTo(owed(ana, day)).isNotEmpty();
        Item<ResultsChain> original = first();
        write(List.of(new Edit.Put(new Item<>(
                original.id(),
                ResultsChain.KIND,
                new Sensitivity.Named(new TreeSet<>(Set.of(ana))),
                original.citations(),
                original.value(),
                original.basis()))));
        assertThat(owed(ana, day)).isNotEmpty();
        assertThat(owed(ben, day)).isEmpty();
    }

    private List<Owed> owed(AccountId reader, LocalDate day) {
        return Owed.of(workspace.view(reader), day, Wording.english());
    }

    private static Indicator planned(Item<Indicator> indicator, String unit, MeasuringPlan plan, String office) {
        Indicator said = in(indicator, unit);
        return new Indicator(
                said.chain(),
                said.of(),
                said.title(),
                said.unit(),
                said.direction(),
                said.baseline(),
                said.target(),
                said.source(),
                said.method(),
                Optional.of(new MeasuringPlan(
                        plan.noBaseline(),
                        plan.milestones(),
                        plan.frequency(),
                        plan.firstDue(),
                        office,
                        plan.levels())));
    }

    @Test
    void what_is_measured_in_an_alternative_for_all_stays_with_those_who_see_it() {
        AccountId ben = AccountId.fresh();
        write(List.of(new Edit.Put(new Item<>(
                new ItemId(ben.value()),
                Member.KIND,
                Sensitivity.forMembers(),
                List.of(),
                new Member("Ben", Optional.empty(), "", Role.CONTRIBUTOR),
                Set.of()))));
        Item<ResultsChain> copy = copy(first(), "Second");
        Item<ResultsChain> original = first();
        write(List.of(new Edit.Put(new Item<>(
                original.id(),
                ResultsChain.KIND,
                new Sensitivity.Named(new TreeSet<>(Set.of(ana))),
                original.citations(),
                original.value(),
                original.basis()))));
        assertThat(workspace.view(ben).find(ResultsChain.KIND, original.id())).isEmpty();
        Item<Indicator> copied = named(copy, measuredIndicator());
        write(List.of(TypedMeasurement.edit(
                copied, Map.of("on", "2031", "value", "7"), true, workspace.view(ana), LocalDate.of(2040, 1, 1))));
        MeasuredChain bens = MeasuredChain.of(
                workspace.view(ben), Chain.of(workspace.view(ben), copy.id()), LocalDate.of(2031, 12, 31));
        assertThat(bens.of(copied.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.value().says().value()).contains(new BigDecimal("7")));
        assertThat(bens.sharedWith(copied.id())).isEmpty();
        // Whoever sees both sees it in both.
        assertThat(measured(first()).newest(measuredIndicator().id()))
                .hasValueSatisfying(
                        newest -> assertThat(newest.value().says().value()).contains(new BigDecimal("7")));
    }

    @Test
    void an_indicator_that_measures_something_else_has_measurements_of_its_own() {
        Item<ResultsChain> copy = copy(first(), "Second");
        Item<Indicator> original = measuredIndicator();
        Item<Indicator> copied = named(copy, original);
        write(List.of(new Edit.Put(copied.saying(in(copied, "persons, not posts")))));
        Item<Indicator> other = named(copy, original);
        assertThat(measured(copy).of(other.id())).isEmpty();
        assertThat(measured(copy).sharedWith(other.id())).isEmpty();
        int before = measured(first()).of(original.id()).size();
        write(List.of(TypedMeasurement.edit(
                other, Map.of("on", "2031", "value", "7"), true, workspace.view(ana), LocalDate.of(2040, 1, 1))));
        assertThat(measured(copy).of(other.id())).hasSize(1);
        assertThat(measured(first()).of(original.id())).hasSize(before);
        // What was approved does not get another unit.
        assertThat(workspace.append(ana, new Edit.Put(original.saying(in(original, "persons, not posts")))))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void the_file_of_a_copy_has_the_measurements_and_read_again_changes_nothing() throws IOException {
        Item<ResultsChain> copy = copy(first(), "Second");
        byte[] file = JsonMapper.builder().build().writeValueAsBytes(answers().file(copy));
        ChainFile.Preview read = ChainFile.read(new ByteArrayInputStream(file), workspace.view(ana));
        assertThat(read.problems()).isEmpty();
        assertThat(read.edits()).isEmpty();
        assertThat(read.same())
                .isEqualTo(1
                        + ChainCopy.elements(answers().model(copy)).size()
                        + workspace.view(ana).list(Measurement.KIND).size());
    }

    private static Indicator in(Item<Indicator> indicator, String unit) {
        Indicator said = indicator.value();
        return new Indicator(
                said.chain(),
                said.of(),
                said.title(),
                unit,
                said.direction(),
                said.baseline(),
                said.target(),
                said.source(),
                said.method(),
                said.plan());
    }

    /** Of the demo, one of which something was approved. */
    private Item<Indicator> measuredIndicator() {
        return measured(first()).chain().indicators().stream()
                .filter(indicator -> measured(first()).of(indicator.id()).stream()
                        .anyMatch(one -> one.value().state() == MeasurementState.APPROVED))
                .findFirst()
                .orElseThrow();
    }

    private Item<Indicator> named(Item<ResultsChain> chain, Item<Indicator> original) {
        return measured(chain).indicator(original.value().title());
    }

    private MeasuredChain measured(Item<ResultsChain> chain) {
        return MeasuredChain.of(workspace.view(ana), answers().model(chain), LocalDate.of(2031, 12, 31));
    }

    @Test
    void a_copy_without_a_name_is_refused() {
        assertThatThrownBy(() -> ChainCopy.of(workspace.view(ana), first(), "  "))
                .isInstanceOf(Failure.class);
    }

    @Test
    void support_that_a_partner_told_of_is_offered_and_known_again_once_it_is_in_the_plan() {
        write(List.of(new Edit.Put(Item.fresh(
                KnownSupport.KIND,
                new KnownSupport(
                        "Nordmark",
                        "Radios for the border",
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        "",
                        SupportStage.PLANNED,
                        SupportAmount.UNKNOWN,
                        DateSpan.OPEN,
                        SupportOrigin.MEETING,
                        Optional.empty(),
                        "")))));
        SupportOffer offer = SupportOffer.told(workspace.view(ana)).getFirst();
        assertThat(offer.answers(Optional.empty(), "radios NORDMARK")).isTrue();
        assertThat(offer.answers(Optional.empty(), "boats")).isFalse();
        assertThat(offer.in(answers().model(first()))).isEmpty();
        write(List.of(new Edit.Put(Item.fresh(Support.KIND, offer.in(first().id())))));
        assertThat(offer.in(answers().model(first())))
                .hasValueSatisfying(
                        support -> assertThat(support.value().activities()).isEmpty());
    }

    @Test
    void support_that_plans_hold_is_offered_with_where_it_stands_and_each_piece_once() {
        ItemId own = first().id();
        Item<Support> here = Item.fresh(Support.KIND, Support.of(own, "Nordmark", "Courses for clerks"));
        write(List.of(new Edit.Put(here)));
        Item<ResultsChain> other = copy(first(), "Another draft");
        Item<Support> there = Item.fresh(Support.KIND, Support.of(other.id(), "Sundmark", "Boats for the lake"))
                .meantFor(new Sensitivity.Named(new TreeSet<>(Set.of(ana))));
        write(List.of(new Edit.Put(there)));

        List<SupportOffer> offers = SupportOffer.planned(workspace.view(ana), own);

        assertThat(offers)
                .filteredOn(offer -> offer.title().equals("Courses for clerks"))
                .as("the copy in the other draft is not offered a second time")
                .singleElement()
                .satisfies(offer -> assertThat(offer.in(answers().model(first())))
                        .contains(workspace.view(ana).get(Support.KIND, here.id())));
        SupportOffer boats = offers.stream()
                .filter(offer -> offer.title().equals("Boats for the lake"))
                .findFirst()
                .orElseThrow();
        assertThat(Wording.english().say(boats.from())).isEqualTo("the alternative “Another draft”");
        assertThat(boats.in(answers().model(first()))).isEmpty();
    }

    @Test
    void support_of_another_plan_is_taken_over_for_no_more_readers_than_it_had() {
        Item<ResultsChain> other = copy(first(), "Another draft");
        Item<Support> there = Item.fresh(
                        Support.KIND,
                        Support.of(other.id(), "Sundmark", "Boats for the lake").as(true))
                .meantFor(new Sensitivity.Named(new TreeSet<>(Set.of(ana))));
        write(List.of(new Edit.Put(there)));
        Chain before = answers().model(first());
        ItemId to = before.list(Objective.KIND).getFirst().id();
        List<SupportOffer> known = SupportOffer.planned(workspace.view(ana), first().id());

        write(SupportOffer.linking(known, List.of(there.id().toString()), before, to));

        Chain after = answers().model(first());
        Item<Support> taken = after.list(Support.KIND).stream()
                .filter(support -> support.value().title().equals("Boats for the lake"))
                .findFirst()
                .orElseThrow();
        assertThat(taken.id()).isNotEqualTo(there.id());
        assertThat(taken.value().isOurs())
                .as("what another plan says of it stays said")
                .isTrue();
        assertThat(taken.sensitivity()).isEqualTo(there.sensitivity());
        assertThat(after.from(taken.id(), LinkType.CONTRIBUTES))
                .singleElement()
                .satisfies(link -> assertThat(link.sensitivity()).isEqualTo(there.sensitivity()));
        assertThat(SupportOffer.linking(
                        SupportOffer.planned(workspace.view(ana), first().id()),
                        List.of(taken.id().toString()),
                        after,
                        to))
                .as("linked twice it changes nothing")
                .isEmpty();
    }

    @Test
    void what_a_plan_took_from_a_list_is_told_as_the_row_of_the_list() {
        write(List.of(new Edit.Put(Item.fresh(
                KnownSupport.KIND,
                new KnownSupport(
                        "Nordmark",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        "",
                        SupportStage.REPORTED,
                        SupportAmount.UNKNOWN,
                        DateSpan.OPEN,
                        SupportOrigin.PARTNERS_TABLE,
                        Optional.of(new Provenance("nordmark.csv", new Place("", 4), Map.of())),
                        "")))));
        SupportOffer told = SupportOffer.told(workspace.view(ana)).getFirst();
        assertThat(Wording.english().say(told.from())).isEqualTo("Reported · Partner's table: nordmark.csv, row 4");
        write(List.of(new Edit.Put(Item.fresh(Support.KIND, told.in(first().id())))));

        assertThat(SupportOffer.known(workspace.view(ana), first().id(), country -> {
                    throw new AssertionError("A country without open data is not asked for: " + country);
                }))
                .filteredOn(offer ->
                        offer.donor().equals("Nordmark") && offer.title().equals("Nordmark"))
                .singleElement()
                .satisfies(
                        offer -> assertThat(offer.in(answers().model(first()))).isPresent());
    }

    /** Signs that turn others round come with numbers that were pasted; an item would be refused for them. */
    @Test
    void a_published_activity_is_linked_by_what_can_be_shown_of_its_title_and_donor() {
        Activity activity = new Activity(
                "XM-1",
                "given",
                new Party(null, null, "Reporter", null),
                List.of(new Text("en", "\u202d123\u202c police posts")),
                List.of(),
                "2",
                null,
                null,
                null,
                null,
                1,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                null);
        ReformArea area = ReformArea.of("2b");
        SupportOffer offer = SupportOffer.of(new SortedActivity(
                activity,
                new Sorting(area, BigDecimal.ONE, Map.of(area, BigDecimal.valueOf(100)), List.of(), true),
                "\u202eNordmark",
                List.of("\u202eNordmark"),
                Amounts.ZERO));
        assertThat(offer.title()).startsWith("123").endsWith("police posts");
        assertThat(offer.donor()).isEqualTo("Nordmark");
        write(List.of(new Edit.Put(Item.fresh(Support.KIND, offer.in(first().id())))));
        assertThat(offer.in(answers().model(first())))
                .hasValueSatisfying(
                        support -> assertThat(support.value().activities()).containsExactly("XM-1"));
    }
}
