package org.salus.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.salus.diligence.CaseBook;
import org.salus.diligence.CaseFile;
import org.salus.diligence.ScopeAnswer;
import org.salus.diligence.ScopeReply;
import org.salus.diligence.TypedCase;
import org.salus.framework.Appraisal;
import org.salus.framework.Characteristic;
import org.salus.framework.DateSpan;
import org.salus.framework.PartialDate;
import org.salus.framework.PremiseReading;
import org.salus.framework.Reach;
import org.salus.framework.Recorded;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.goals.Adoption;
import org.salus.goals.Assumption;
import org.salus.goals.AssumptionState;
import org.salus.goals.Chain;
import org.salus.goals.ComparableChange;
import org.salus.goals.Cost;
import org.salus.goals.Frequency;
import org.salus.goals.GoalsAnswers;
import org.salus.goals.Hole;
import org.salus.goals.HolesAnalysis;
import org.salus.goals.LinkType;
import org.salus.goals.MeasuringPlan;
import org.salus.goals.Reading;
import org.salus.goals.ResultsChain;
import org.salus.goals.Risk;
import org.salus.governance.InstitutionReply;
import org.salus.governance.Stage;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Sensitivity;
import org.salus.sector.ActorType;
import org.salus.sector.Basis;
import org.salus.sector.KnownSupport;
import org.salus.sector.SupportAmount;
import org.salus.sector.SupportOrigin;
import org.salus.sector.SupportStage;
import org.salus.sector.Tie;
import org.salus.sector.TieType;
import org.salus.workspace.Answer;
import org.salus.workspace.Reply;

/**
 * Every computed check on small workspaces, at least one for each answer its file says it can give. Most look at how many of some things have something; the others are written out.
 */
class ComputationsTest {
    private static final CountryFacts NOTHING_LOADED = CountryFacts.unknown("XZU");
    private static final PartialDate IN_2031 = PartialDate.ofYear(2031);

    @TempDir
    Path folder;

    private Draft draft;

    @BeforeEach
    void begin() {
        draft = new Draft(folder);
    }

    @AfterEach
    void end() {
        draft.close();
    }

    /** One of the things a check counts: without what it asks for, and with it. */
    private record Counted(Consumer<Draft> lacking, Consumer<Draft> fitting) {}

    private static Counted objective(String field, Object value) {
        return new Counted(Draft::objective, draft -> draft.objective(field, value));
    }

    private static Map<String, Counted> counted() {
        Map<String, Counted> all = new HashMap<>();
        all.put("owners", objective("owner", "Directorate of pay"));
        all.put(
                "why-here",
                new Counted(
                        draft -> draft.objective("why", "As everywhere", "takenFrom", "As everywhere"),
                        draft -> draft.objective("why", "Unpaid posts live from this road")));
        all.put("dated", objective("until", Optional.of(IN_2031)));
        all.put("payer", objective("payerAfterHandover", "Treasury"));
        all.put("costed", objective("cost", new Cost(Optional.of(BigDecimal.TEN), Optional.empty(), "USD")));
        all.put(
                "running-cost",
                new Counted(
                        draft ->
                                draft.objective("cost", new Cost(Optional.of(BigDecimal.TEN), Optional.empty(), "USD")),
                        draft -> draft.objective(
                                "cost", new Cost(Optional.empty(), Optional.of(BigDecimal.ONE), "USD"))));
        all.put(
                "on-the-map",
                new Counted(
                        draft -> draft.objective("institutionName", "Some office"),
                        draft -> draft.objective("institution", Optional.of(draft.actor(ActorType.ARMY)))));
        all.put("left-out", new Counted(Draft::goal, draft -> draft.goal("leftOut", "Families at the road blocks")));
        all.put("both-tracks", new Counted(draft -> oneTrack(draft), draft -> {
            ItemId goal = oneTrack(draft);
            draft.link(draft.objective(draft.parliament(), Characteristic.ACCOUNTABILITY), LinkType.CONTRIBUTES, goal);
        }));
        all.put("objectives-supported", new Counted(Draft::objective, ComputationsTest::supported));
        all.put("no-loose-end", new Counted(Draft::goal, ComputationsTest::supported));
        all.put(
                "who-feels-threatened",
                new Counted(
                        draft -> draft.objective("institution", Optional.of(draft.force())),
                        draft -> draft.objective(
                                "institution", Optional.of(draft.force()), "threatened", "Those who guard the road")));
        all.put(
                "assumptions-stated",
                new Counted(
                        Draft::objective,
                        draft -> draft.link(
                                draft.objective(), LinkType.RESTS_ON, assumption(draft, AssumptionState.UNTESTED))));
        all.put(
                "assumptions-tested",
                new Counted(
                        draft -> assumption(draft, AssumptionState.CONTRADICTED),
                        draft -> assumption(draft, AssumptionState.SUPPORTED)));
        all.put(
                "risks-met",
                new Counted(
                        draft -> draft.put(Risk.KIND, new Risk(draft.chain(), "A coup", "", "Embassy")),
                        draft -> draft.put(Risk.KIND, new Risk(draft.chain(), "A coup", "Support stops", "Embassy"))));
        all.put(
                "horizon",
                new Counted(draft -> comparable(draft, IN_2031), draft -> comparable(draft, PartialDate.ofYear(2060))));
        all.put(
                "confirmed",
                new Counted(
                        draft -> draft.support("confirmed", Optional.of(PartialDate.of("2025-10"))),
                        draft -> draft.support("confirmed", Optional.of(PartialDate.of("2025-11-01")))));
        all.put(
                "amounts",
                new Counted(
                        Draft::support,
                        draft -> draft.support("amount", Optional.of(BigDecimal.TEN), "currency", "USD")));
        all.put("indicators", new Counted(Draft::objective, draft -> draft.indicator(draft.objective())));
        all.put("goal-indicators", new Counted(Draft::goal, draft -> draft.indicator(draft.goal())));
        Reading said = new Reading(Optional.of(BigDecimal.TEN), "", Optional.empty());
        Reading dated = new Reading(Optional.of(BigDecimal.TEN), "", Optional.of(IN_2031));
        all.put("baselines", new Counted(Draft::indicator, draft -> draft.indicator("baseline", said)));
        all.put(
                "targets",
                new Counted(draft -> draft.indicator("target", said), draft -> draft.indicator("target", dated)));
        all.put(
                "measured",
                new Counted(
                        draft -> draft.measuredOf(draft.indicator(), ""), draft -> draft.approved(draft.indicator())));
        all.put(
                "groups",
                new Counted(
                        draft -> draft.measuredOf(draft.indicator(), ""),
                        draft -> draft.measuredOf(draft.indicator(), "sex: women")));
        MeasuringPlan owed = new MeasuringPlan(
                "", List.of(), Frequency.YEARLY, Optional.of(PartialDate.ofYear(2027)), "Treasury", List.of());
        all.put("responsible", new Counted(Draft::indicator, draft -> draft.indicator("plan", Optional.of(owed))));
        all.put("outcomes", new Counted(draft -> draft.objective("title", "200 officers trained"), Draft::objective));
        all.put(
                "ties-sourced",
                new Counted(
                        draft -> draft.tie(draft.parliament(), TieType.OVERSEES, draft.force(), Basis.LAW),
                        draft -> draft.put(
                                Item.fresh(Tie.KIND, Tie.of(draft.parliament(), TieType.OVERSEES, draft.force()))
                                        .citing(List.of(draft.citation())))));
        all.put(
                "law-and-practice",
                new Counted(
                        draft -> draft.tie(draft.parliament(), TieType.OVERSEES, draft.force(), Basis.LAW),
                        draft -> draft.tie(
                                draft.parliament(), TieType.OVERSEES, draft.force(), Basis.LAW, Basis.PRACTICE)));
        all.put("oversight-taken-up", new Counted(draft -> draft.notOverseen(draft.force()), draft -> {
            ItemId force = draft.force();
            draft.notOverseen(force);
            answerFindings(draft, force);
        }));
        all.put("right-of-reply", new Counted(draft -> draft.round(Stage.REPLY, true), ComputationsTest::replied));
        all.put("entry-points", new Counted(draft -> window(draft, ""), draft -> window(draft, "A costed plan")));
        all.put(
                "partnership-terms",
                new Counted(draft -> partnership(draft, ""), draft -> partnership(draft, "Six months' notice")));
        all.put(
                "who-decides",
                new Counted(draft -> decided(draft), draft -> decided(draft, "Assembly, finance committee")));
        all.put(
                "standards-named",
                new Counted(
                        draft -> inNavy(draft, Optional.empty()),
                        draft -> inNavy(draft, Optional.of("standard:uncac:XZU:in-law"))));
        all.put("own-support-linked", new Counted(draft -> draft.support("isOurs", true), draft -> supported(draft)));
        return all;
    }

    private static void window(Draft draft, String needed) {
        draft.put(
                EntryPoint.KIND,
                new EntryPoint(
                        "Budget of next year",
                        Opening.BUDGET_CYCLE,
                        Optional.of(IN_2031),
                        Optional.empty(),
                        List.of(),
                        needed,
                        "",
                        ""));
    }

    private static void partnership(Draft draft, String ending) {
        draft.put(
                Partnership.KIND,
                new Partnership(
                        "Agreement on pay",
                        List.of(new PartyTerm("Nordmark", "Advisers"), new PartyTerm("Treasury", "Posts")),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(IN_2031),
                        ending,
                        List.of(),
                        "",
                        ""));
    }

    /** An objective with a decision about it. */
    private static void decided(Draft draft, String... couldVeto) {
        draft.put(
                RegisteredDecision.KIND,
                new RegisteredDecision(
                        "Pay by list",
                        Optional.empty(),
                        "Cabinet",
                        List.of(),
                        List.of(couldVeto),
                        List.of(),
                        List.of(),
                        List.of(new OnObjective(draft.objective())),
                        List.of(),
                        "",
                        ""));
    }

    /** An objective in the navy, while of instruments only one that binds police is recorded as in law. */
    private static void inNavy(Draft draft, Optional<String> ground) {
        if (draft.view().list(InstrumentStatement.KIND).isEmpty()) {
            draft.put(new InstrumentStatement(
                            "trafficking-protocol",
                            "XZU",
                            InstrumentStep.IN_LAW,
                            Recorded.RECORDED,
                            Optional.empty(),
                            "Gazette",
                            "")
                    .fresh());
        }
        draft.objective("institution", Optional.of(draft.actor(ActorType.NAVY)), "ground", ground);
    }

    /** That an actor stands somewhere, as Ana noted it for herself. */
    private static void stance(Draft draft, Attitude attitude, String measure) {
        draft.put(Item.fresh(
                        Stance.KIND,
                        new Stance(
                                Mention.named("Garrison"),
                                Mention.here(draft.objective(), "Pay reaches every post"),
                                attitude,
                                Optional.empty(),
                                Optional.empty(),
                                "",
                                "",
                                false,
                                measure,
                                Optional.empty(),
                                ""))
                .meantFor(new Sensitivity.Named(new TreeSet<>(Set.of(draft.ana)))));
    }

    private static ItemId oneTrack(Draft draft) {
        ItemId goal = draft.goal();
        draft.link(draft.objective(draft.force(), Characteristic.USE_OF_RESOURCES), LinkType.CONTRIBUTES, goal);
        return goal;
    }

    /** Our own support that leads by way of a result and an objective to a goal. */
    private static void supported(Draft draft) {
        ItemId goal = draft.goal();
        ItemId objective = draft.objective();
        ItemId result = draft.result();
        ItemId support = draft.support("isOurs", true);
        draft.link(support, LinkType.CONTRIBUTES, result);
        draft.link(result, LinkType.CONTRIBUTES, objective);
        draft.link(objective, LinkType.CONTRIBUTES, goal);
    }

    private static ItemId assumption(Draft draft, AssumptionState state) {
        return draft.put(Assumption.KIND, new Assumption(draft.chain(), "The treasury pays", state, ""));
    }

    private static void comparable(Draft draft, PartialDate until) {
        draft.objective(
                "begins",
                Optional.of(PartialDate.ofYear(2027)),
                "until",
                Optional.of(until),
                "comparable",
                Optional.of(ComparableChange.MILITARY_IN_POLITICS));
    }

    /** Answers what is found about the oversight of an institution. */
    private static void answerFindings(Draft draft, ItemId institution) {
        draft.inquiry().oversight().findings(institution).stream()
                .filter(finding -> finding.subject() == org.salus.sector.Finding.Subject.SECTOR)
                .forEach(finding -> draft.put(
                        Answer.KIND,
                        new Answer(
                                finding.name(),
                                finding.edition(),
                                Reply.AGREE,
                                "",
                                Optional.of(draft.ana),
                                List.of())));
    }

    private static void replied(Draft draft) {
        ItemId force = draft.force();
        ItemId round = draft.round(Stage.REPLY, true, force);
        draft.put(
                InstitutionReply.KIND,
                new InstitutionReply(
                        round, force, "", Reply.AGREE, "", "Command of the unit", Optional.empty(), "Letter 3"));
    }

    @TestFactory
    Stream<DynamicTest>
            what_is_counted_is_considered_if_all_have_it_partly_if_some_not_yet_if_none_and_unknown_of_nothing() {
        return counted().entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    Counted counted = one.getValue();
                    draft.fresh();
                    assertThat(draft.found(one.getKey()).answer()).isEqualTo(Appraisal.NOT_ENOUGH_INFORMATION);
                    assertThat(draft.found(one.getKey()).missing()).isNotEmpty();
                    counted.fitting().accept(draft);
                    assertThat(draft.found(one.getKey()).answer())
                            .as(said(one.getKey()))
                            .isEqualTo(Appraisal.CONSIDERED);
                    counted.lacking().accept(draft);
                    assertThat(draft.found(one.getKey()).answer())
                            .as(said(one.getKey()))
                            .isEqualTo(Appraisal.PARTLY);
                    draft.fresh();
                    counted.lacking().accept(draft);
                    assertThat(draft.found(one.getKey()).answer())
                            .as(said(one.getKey()))
                            .isEqualTo(Appraisal.NOT_YET);
                    assertThat(draft.found(one.getKey()).looked()).isNotEmpty();
                }));
    }

    private String said(String name) {
        return Wording.english().say(draft.found(name).reason());
    }

    /** A workspace, what open data say, and what a check answers then. */
    private record Case(String check, Appraisal answer, Consumer<Draft> written, List<CountryFacts> countries) {
        private Case(String check, Appraisal answer, Consumer<Draft> written, CountryFacts... countries) {
            this(check, answer, written, List.of(countries));
        }
    }

    private static CountryFacts country(PremiseReading reading, Reach reach, SupportFacts... support) {
        return new CountryFacts(
                "XZU",
                reading,
                Sentence.of("appraisal.looked.map"),
                reach,
                Stream.of(support).findFirst(),
                "/countries/XZU/premise");
    }

    private static final CountryFacts QUIET = country(PremiseReading.NO_ARMED_CONTEST_RECORDED, Reach.NATIONAL);
    private static final CountryFacts CONTESTED = country(PremiseReading.WIDESPREAD, Reach.CONSIDER_REGIONAL);

    private static CountryFacts noted(SupportFacts.Note... notes) {
        return country(
                PremiseReading.RECORDED,
                Reach.NATIONAL,
                new SupportFacts(List.of(notes), List.of(notes), List.of(), List.of()));
    }

    private static SupportFacts.Note note(boolean isAnswered) {
        return new SupportFacts.Note(Sentence.of("appraisal.looked.support"), true, isAnswered);
    }

    private static void nothing(Draft draft) {
        assertThat(draft.view().ids()).isNotEmpty();
    }

    private static List<Case> cases() {
        List<Case> all = new ArrayList<>();
        Consumer<Draft> nothing = ComputationsTest::nothing;
        all.add(new Case("may-lose", Appraisal.NOT_ENOUGH_INFORMATION, nothing));
        all.add(new Case("may-lose", Appraisal.PARTLY, draft -> stance(draft, Attitude.DRIVES, "")));
        all.add(new Case("may-lose", Appraisal.NOT_YET, draft -> stance(draft, Attitude.BLOCKS, "")));
        all.add(new Case("may-lose", Appraisal.CONSIDERED, draft -> stance(draft, Attitude.BLOCKS, "Posts are kept")));
        all.add(new Case("may-lose", Appraisal.PARTLY, draft -> {
            stance(draft, Attitude.BLOCKS, "Posts are kept");
            stance(draft, Attitude.RESISTS, "");
        }));
        all.add(new Case("premise-evidence", Appraisal.CONSIDERED, nothing, QUIET));
        all.add(new Case("premise-evidence", Appraisal.PARTLY, nothing, QUIET, NOTHING_LOADED));
        all.add(new Case("premise-evidence", Appraisal.NOT_ENOUGH_INFORMATION, nothing, NOTHING_LOADED));

        Consumer<Draft> militia = draft -> draft.actor(ActorType.MILITIA);
        Consumer<Draft> related =
                draft -> draft.tie(draft.actor(ActorType.MILITIA), TieType.CONTESTS, draft.force(), Basis.PRACTICE);
        all.add(new Case("armed-actors", Appraisal.CONSIDERED, related, CONTESTED));
        all.add(new Case("armed-actors", Appraisal.PARTLY, related.andThen(militia), CONTESTED));
        all.add(new Case("armed-actors", Appraisal.NOT_YET, militia, QUIET));
        all.add(new Case("armed-actors", Appraisal.NOT_YET, nothing, CONTESTED));
        all.add(new Case("armed-actors", Appraisal.NOT_ENOUGH_INFORMATION, nothing, QUIET));

        Consumer<Draft> regional = draft -> draft.support("area", Optional.of(ReformArea.REGIONAL_SECURITY));
        all.add(new Case("regional-reach", Appraisal.CONSIDERED, nothing, QUIET));
        all.add(new Case("regional-reach", Appraisal.CONSIDERED, nothing, CONTESTED, QUIET));
        all.add(new Case("regional-reach", Appraisal.CONSIDERED, regional, CONTESTED));
        all.add(new Case("regional-reach", Appraisal.NOT_YET, nothing, CONTESTED));
        all.add(new Case("regional-reach", Appraisal.NOT_ENOUGH_INFORMATION, regional, NOTHING_LOADED));

        Consumer<Draft> pillars = draft -> {
            draft.force();
            draft.parliament();
        };
        Consumer<Draft> force = Draft::force;
        for (String check : List.of("both-pillars", "sector-definition")) {
            all.add(new Case(
                    check, Appraisal.CONSIDERED, pillars.andThen(draft -> draft.actor(ActorType.WOMENS_GROUP))));
            all.add(new Case(check, Appraisal.NOT_YET, force));
            all.add(new Case(check, Appraisal.NOT_ENOUGH_INFORMATION, nothing));
        }
        all.add(new Case("both-pillars", Appraisal.PARTLY, pillars));

        all.add(new Case("assessment-made", Appraisal.CONSIDERED, draft -> draft.round(Stage.REVIEW, true)));
        all.add(new Case("assessment-made", Appraisal.PARTLY, draft -> draft.round(Stage.OPEN, true)));
        all.add(new Case("assessment-made", Appraisal.NOT_YET, draft -> draft.round(Stage.REVIEW, false)));
        all.add(new Case("assessment-made", Appraisal.NOT_ENOUGH_INFORMATION, nothing));

        Consumer<Draft> media = draft -> draft.actor(ActorType.MEDIA);
        Consumer<Draft> monitoring = draft ->
                draft.tie(draft.actor(ActorType.RIGHTS_GROUP), TieType.MONITORS, draft.force(), Basis.PRACTICE);
        all.add(new Case("civil-society", Appraisal.CONSIDERED, monitoring));
        all.add(new Case("civil-society", Appraisal.PARTLY, monitoring.andThen(media)));
        all.add(new Case("civil-society", Appraisal.PARTLY, media));
        all.add(new Case("civil-society", Appraisal.NOT_ENOUGH_INFORMATION, force));

        for (String check : List.of("order-of-support", "findings-answered", "ends-answered", "answers-on-support")) {
            all.add(new Case(check, Appraisal.CONSIDERED, nothing, noted(note(true))));
            all.add(new Case(check, Appraisal.CONSIDERED, nothing, noted()));
            all.add(new Case(check, Appraisal.PARTLY, nothing, noted(note(true), note(false))));
            all.add(new Case(check, Appraisal.NOT_YET, nothing, noted(note(false))));
            all.add(new Case(check, Appraisal.NOT_ENOUGH_INFORMATION, nothing, NOTHING_LOADED));
            all.add(new Case(
                    check,
                    Appraisal.NOT_ENOUGH_INFORMATION,
                    nothing,
                    country(
                            PremiseReading.RECORDED,
                            Reach.NATIONAL,
                            new SupportFacts(
                                    List.of(),
                                    List.of(),
                                    List.of(Sentence.of("appraisal.missing.notes")),
                                    List.of(Sentence.of("appraisal.missing.notes"))))));
        }

        all.add(new Case("no-contradiction", Appraisal.CONSIDERED, ComputationsTest::supported));
        all.add(new Case("no-contradiction", Appraisal.NOT_YET, draft -> {
            ItemId goal = draft.goal();
            ItemId objective = draft.objective();
            draft.link(objective, LinkType.CONTRIBUTES, goal);
            draft.link(objective, LinkType.UNDERMINES, goal);
        }));
        all.add(new Case("no-contradiction", Appraisal.NOT_ENOUGH_INFORMATION, Draft::objective));

        Consumer<Draft> known = draft -> unpublished(draft, Optional.of(ReformArea.MILITARY_ASSISTANCE));
        Consumer<Draft> unplaced = draft -> unpublished(draft, Optional.empty());
        all.add(new Case("unpublished-support", Appraisal.CONSIDERED, known));
        all.add(new Case("unpublished-support", Appraisal.PARTLY, known.andThen(unplaced)));
        all.add(new Case("unpublished-support", Appraisal.NOT_ENOUGH_INFORMATION, nothing));

        Consumer<Draft> one = Draft::chain;
        Consumer<Draft> other = draft -> draft.put(ResultsChain.KIND, ResultsChain.of("Another"));
        Consumer<Draft> adopted = draft ->
                draft.put(ResultsChain.KIND, new ResultsChain("Adopted", Adoption.ADOPTED, Optional.empty(), ""));
        all.add(new Case("alternatives", Appraisal.CONSIDERED, one.andThen(adopted)));
        all.add(new Case("alternatives", Appraisal.PARTLY, one.andThen(other)));
        all.add(new Case("alternatives", Appraisal.NOT_YET, one));
        all.add(new Case("alternatives", Appraisal.NOT_ENOUGH_INFORMATION, nothing));
        all.add(new Case("plan-adopted", Appraisal.CONSIDERED, adopted));
        all.add(new Case("plan-adopted", Appraisal.PARTLY, one));
        all.add(new Case("plan-adopted", Appraisal.NOT_ENOUGH_INFORMATION, nothing));

        all.add(new Case("strategy-rests", Appraisal.CONSIDERED, one.andThen(draft -> draft.round(Stage.OPEN, false))));
        all.add(new Case("strategy-rests", Appraisal.PARTLY, one));
        all.add(new Case("strategy-rests", Appraisal.NOT_ENOUGH_INFORMATION, nothing));

        Consumer<Draft> asked =
                draft -> draft.tie(draft.parliament(), TieType.OVERSEES, draft.force(), Basis.LAW, Basis.PRACTICE);
        all.add(new Case("oversight-asked", Appraisal.CONSIDERED, asked));
        all.add(new Case("oversight-asked", Appraisal.PARTLY, asked.andThen(force)));
        all.add(new Case("oversight-asked", Appraisal.NOT_ENOUGH_INFORMATION, pillars));
        all.add(new Case("oversight-taken-up", Appraisal.NOT_ENOUGH_INFORMATION, pillars));

        Consumer<Draft> examined = draft -> onRecord(draft, draft.support("isOurs", true));
        Consumer<Draft> unexamined = draft -> draft.support("isOurs", true);
        all.add(new Case("aid-eligibility", Appraisal.CONSIDERED, examined.andThen(Draft::support)));
        all.add(new Case("aid-eligibility", Appraisal.PARTLY, examined.andThen(unexamined)));
        all.add(new Case(
                "aid-eligibility",
                Appraisal.NOT_YET,
                unexamined.andThen(draft -> onRecord(draft, draft.support("isOurs", false)))));
        all.add(new Case("aid-eligibility", Appraisal.NOT_ENOUGH_INFORMATION, unexamined));

        Consumer<Draft> open = ComputationsTest::openCase;
        all.add(new Case("diligence", Appraisal.CONSIDERED, ComputationsTest::decidedCase));
        all.add(new Case("diligence", Appraisal.PARTLY, open.andThen(ComputationsTest::decidedCase)));
        all.add(new Case("diligence", Appraisal.NOT_YET, open));
        all.add(new Case("diligence", Appraisal.NOT_ENOUGH_INFORMATION, nothing));
        return all;
    }

    private static void onRecord(Draft draft, ItemId support) {
        draft.put(new TypedAid(Map.of("title", "Courses", "support", support.toString(), "partner", "police")).fresh());
    }

    private static void unpublished(Draft draft, Optional<ReformArea> area) {
        draft.put(
                KnownSupport.KIND,
                new KnownSupport(
                        "Norway",
                        "Radios",
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        area,
                        "",
                        SupportStage.KNOWN,
                        SupportAmount.UNKNOWN,
                        DateSpan.OPEN,
                        SupportOrigin.MEETING,
                        Optional.empty(),
                        ""));
    }

    /** A case for Ana alone, of which nothing is decided yet. */
    private static Item<CaseFile> openCase(Draft draft) {
        Item<CaseFile> item = Item.fresh(
                        CaseFile.KIND,
                        new CaseFile(
                                "Border unit: Radios",
                                Optional.empty(),
                                Optional.empty(),
                                "Border unit",
                                Optional.empty(),
                                Optional.empty(),
                                "Radios",
                                "Embassy",
                                List.of("us-leahy"),
                                List.of(
                                        new ScopeAnswer("security-force", ScopeReply.YES, ""),
                                        new ScopeAnswer("us-defence", ScopeReply.YES, ""),
                                        new ScopeAnswer("us-foreign-aid", ScopeReply.YES, "")),
                                List.of(),
                                ""))
                .meantFor(new Sensitivity.Named(new TreeSet<>(Set.of(draft.ana))));
        draft.put(item);
        return item;
    }

    /** A case in which an office decided for support. */
    private static void decidedCase(Draft draft) {
        ItemId id = openCase(draft).id();
        for (String topic : List.of("grave-violations", "command", "accountability")) {
            draft.put(new TypedCase(Map.of(
                            "topic", topic,
                            "recorded", "recorded-as-absent",
                            "text", "No report names the unit",
                            "source", "Reports of last year",
                            "learned", "2026-02-01"))
                    .fact(draft.view().get(CaseFile.KIND, id)));
        }
        step(draft, id, Map.of("kind", "in-scope", "date", "2026-02-02"));
        step(draft, id, Map.of("kind", "assessed", "date", "2026-02-03", "level", "medium"));
        step(
                draft,
                id,
                Map.of(
                        "kind", "decided",
                        "date", "2026-10-01",
                        "decision", "go",
                        "from", "2026-10-01",
                        "review-by", "2027-03-01",
                        "until", "2027-06-01",
                        "document", "Minutes 7"));
    }

    private static void step(Draft draft, ItemId id, Map<String, String> words) {
        Map<String, String> all = new HashMap<>(words);
        all.put("office", "Directorate");
        all.put("because", "As the facts say");
        Item<CaseFile> now = draft.view().get(CaseFile.KIND, id);
        draft.put(now.saying(new TypedCase(all).stepped(now.value())));
    }

    @TestFactory
    Stream<DynamicTest> the_others_answer_as_their_files_say() {
        return cases().stream()
                .map(one ->
                        DynamicTest.dynamicTest(one.check() + " " + one.answer().code(), () -> {
                            draft.fresh();
                            one.written().accept(draft);
                            Found found =
                                    draft.found(one.check(), one.countries().toArray(CountryFacts[]::new));
                            assertThat(found.answer())
                                    .as(Wording.english().say(found.reason()))
                                    .isEqualTo(one.answer());
                            if (found.answer() == Appraisal.NOT_ENOUGH_INFORMATION) {
                                assertThat(found.missing()).isNotEmpty();
                            } else {
                                assertThat(found.looked()).isNotEmpty();
                            }
                        }));
    }

    @Test
    void every_answer_that_a_file_names_is_reached_by_a_case_here() {
        Map<String, Set<Appraisal>> reached = new HashMap<>();
        counted().keySet().forEach(name -> reached.put(name, EnumSet.allOf(Appraisal.class)));
        cases().forEach(one -> reached.computeIfAbsent(one.check(), first -> EnumSet.noneOf(Appraisal.class))
                .add(one.answer()));
        for (Check check : Checks.shipped().list()) {
            if (check.isComputed()) {
                assertThat(reached.get(check.name()))
                        .as(check.id() + " " + check.name())
                        .isEqualTo(check.answers().keySet());
            }
        }
    }

    /** The result of a check with everything that Ana reads, or as it is told in files. */
    private CheckResult result(String id, AppraisalInquiry inquiry) {
        return AppraisalAnalysis.of(List.of(Checks.shipped().get(id)), inquiry, List.of())
                .getFirst();
    }

    /** What the page of holes no longer counts as open is not held against the plan here either. */
    @Test
    void a_hole_that_was_answered_with_a_reason_is_lacking_no_more() {
        ItemId objective = draft.objective();
        Chain chain = Chain.of(draft.workspace.view(draft.ana), draft.chain());
        Hole hole = HolesAnalysis.of(draft.workspace.view(draft.ana), chain).at(objective).stream()
                .filter(one -> one.rule().equals("no-support"))
                .findFirst()
                .orElseThrow();
        assertThat(draft.inquiry().holes("no-support")).extracting(Hole::name).containsExactly(hole.name());

        Item<Answer> accepted = new GoalsAnswers(draft.workspace.view(draft.ana), Wording.english())
                .answering(chain, hole.name(), Reply.DEALT_WITH.code(), "A donor is found.");
        draft.put(accepted);
        assertThat(draft.found("objectives-supported").answer())
                .as("dealt with closes nothing that is still found")
                .isEqualTo(Appraisal.NOT_YET);

        draft.put(new GoalsAnswers(draft.workspace.view(draft.ana), Wording.english())
                .answering(
                        chain, hole.name(), Reply.AGREE.code(), "No donor works on it; we begin with our own means."));
        Found found = draft.found("objectives-supported");
        assertThat(found.answer()).isEqualTo(Appraisal.CONSIDERED);
        assertThat(Wording.english().say(found.reason()))
                .as("nothing is said to be supported that is not")
                .isEqualTo(
                        "Reached by support: 0 of one objective. In the plan it is written why that is accepted: once.");
    }

    @Test
    void what_people_answered_counts_until_something_is_recorded_and_stands_beside_it_then() {
        draft.put(answer("C2.7", Appraisal.NOT_YET).fresh());
        CheckResult asked = result("C2.7", draft.inquiry());
        assertThat(asked.isComputed()).isFalse();
        assertThat(asked.answer()).isEqualTo(Appraisal.NOT_YET);
        window(draft, "A costed plan");
        CheckResult computed = result("C2.7", draft.inquiry());
        assertThat(computed.isComputed()).isTrue();
        assertThat(computed.answer()).isEqualTo(Appraisal.CONSIDERED);
        assertThat(computed.said()).hasSize(1);
        assertThat(computed.isOfOtherEdition()).isTrue();
    }

    @Test
    void whoever_reads_no_stance_is_answered_what_people_answered() {
        draft.put(answer("C4.6", Appraisal.PARTLY).fresh());
        stance(draft, Attitude.BLOCKS, "");
        assertThat(result("C4.6", draft.inquiry()).answer()).isEqualTo(Appraisal.NOT_YET);
        AppraisalInquiry bens = new AppraisalInquiry(
                draft.workspace.view(draft.ben),
                List.of(),
                List.of(),
                CaseBook.of(draft.workspace.view(draft.ben), List.of(), Draft.DAY),
                PoliticsBook.of(
                                draft.workspace.view(draft.ben),
                                Optional.of(draft.workspace.view(draft.ben)),
                                List.of(),
                                Draft.DAY,
                                Locale.ENGLISH)
                        .stances(),
                Draft.DAY,
                Locale.ENGLISH);
        CheckResult told = result("C4.6", bens);
        assertThat(told.answer()).isEqualTo(Appraisal.PARTLY);
        assertThat(told.isComputed()).isFalse();
        assertThat(told.looked()).hasSize(1);
    }

    private static CheckAnswer answer(String check, Appraisal answer) {
        return new CheckAnswer(check, "2026-11", answer, "As discussed", "Embassy", Optional.empty(), "");
    }

    @Test
    void what_the_reader_may_not_see_is_in_no_answer() {
        draft.objective("owner", "Directorate of pay");
        ItemId hidden = draft.objective("title", "Kept for Ana alone");
        Item<?> item = draft.view().find(hidden).orElseThrow();
        draft.put(item.meantFor(new Sensitivity.Named(new TreeSet<>(Set.of(draft.ana)))));
        assertThat(draft.found("owners").answer()).isEqualTo(Appraisal.PARTLY);
        AppraisalInquiry bens = new AppraisalInquiry(
                draft.workspace.view(draft.ben),
                List.of(),
                List.of(),
                CaseBook.of(draft.workspace.view(draft.ben), List.of(), Draft.DAY),
                List.of(),
                Draft.DAY,
                Locale.ENGLISH);
        Found found = Objects.requireNonNull(AppraisalAnalysis.COMPUTATIONS.get("owners"))
                .of(bens);
        assertThat(found.answer()).isEqualTo(Appraisal.CONSIDERED);
        assertThat(found.looked()).hasSize(1);
    }
}
