package org.salus;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.salus.RouteWalk.Asker;
import org.salus.RouteWalk.Sent;
import org.salus.agenda.Action;
import org.salus.agenda.ActionState;
import org.salus.agenda.AgendaPoint;
import org.salus.agenda.FocalPoint;
import org.salus.agenda.Meeting;
import org.salus.agenda.MeetingState;
import org.salus.agenda.Request;
import org.salus.agenda.RequestState;
import org.salus.appraisal.AidRecord;
import org.salus.appraisal.Attitude;
import org.salus.appraisal.CheckAnswer;
import org.salus.appraisal.EntryPoint;
import org.salus.appraisal.Influence;
import org.salus.appraisal.InstrumentStatement;
import org.salus.appraisal.InstrumentStep;
import org.salus.appraisal.Interest;
import org.salus.appraisal.KeptAppraisal;
import org.salus.appraisal.Mention;
import org.salus.appraisal.OnObjective;
import org.salus.appraisal.Opening;
import org.salus.appraisal.RegisteredDecision;
import org.salus.appraisal.Stance;
import org.salus.coordination.DonorStatement;
import org.salus.coordination.InstitutionJudgement;
import org.salus.coordination.InstitutionVerdict;
import org.salus.coordination.StatementSide;
import org.salus.diligence.CaseFile;
import org.salus.diligence.Measure;
import org.salus.diligence.RiskFact;
import org.salus.documents.Version;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.framework.Appraisal;
import org.salus.framework.DateSpan;
import org.salus.framework.PartialDate;
import org.salus.framework.Recorded;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.goals.Finding;
import org.salus.goals.Goal;
import org.salus.goals.Indicator;
import org.salus.goals.Link;
import org.salus.goals.Measurement;
import org.salus.goals.Objective;
import org.salus.goals.Reading;
import org.salus.goals.ResultsChain;
import org.salus.governance.Assessment;
import org.salus.governance.InstitutionReply;
import org.salus.governance.QuestionSet;
import org.salus.governance.QuestionSetFile;
import org.salus.governance.Rating;
import org.salus.governance.ReplyForm;
import org.salus.governance.Response;
import org.salus.governance.Review;
import org.salus.governance.Round;
import org.salus.governance.Scope;
import org.salus.governance.Seat;
import org.salus.governance.Stage;
import org.salus.governance.Verdict;
import org.salus.impact.AlternativeExplanation;
import org.salus.impact.ClaimEvidence;
import org.salus.impact.ContributionClaim;
import org.salus.impact.HarvestedOutcome;
import org.salus.impact.ImpactStudy;
import org.salus.impact.StudyMethod;
import org.salus.impact.StudySettings;
import org.salus.impact.StudyTable;
import org.salus.impact.Substantiation;
import org.salus.impact.SurveyRound;
import org.salus.impact.SurveyRows;
import org.salus.impact.TestKind;
import org.salus.impact.TestResult;
import org.salus.ledger.AccountId;
import org.salus.ledger.Act;
import org.salus.ledger.Charter;
import org.salus.ledger.CheapCopy;
import org.salus.ledger.Citation;
import org.salus.ledger.Confidence;
import org.salus.ledger.Copy;
import org.salus.ledger.Digest;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.ItemJson;
import org.salus.ledger.Kind;
import org.salus.ledger.Member;
import org.salus.ledger.Merge;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.people.Organisation;
import org.salus.planning.AbsorptionLimit;
import org.salus.planning.PlanBudget;
import org.salus.planning.PlanWindow;
import org.salus.portal.KeptView;
import org.salus.portfolio.AreaJudgement;
import org.salus.portfolio.OrganisationJudgement;
import org.salus.portfolio.OrganisationVerdict;
import org.salus.portfolio.SameActivityJudgement;
import org.salus.portfolio.SameActivityVerdict;
import org.salus.portfolio.Supports;
import org.salus.sector.Actor;
import org.salus.sector.ActorType;
import org.salus.sector.Name;
import org.salus.sector.Phase;
import org.salus.sector.Power;
import org.salus.sector.Tie;
import org.salus.sector.TieType;
import org.salus.strategy.Edition;
import org.salus.strategy.Readership;
import org.salus.strategy.Section;
import org.salus.strategy.SectionText;
import org.salus.strategy.Sections;
import org.salus.strategy.Strategies;
import org.salus.strategy.TypedStrategy;
import org.salus.workspace.Answer;
import org.salus.workspace.Comment;
import org.salus.workspace.Faces;
import org.salus.workspace.Reply;
import org.salus.workspace.Source;
import org.salus.workspace.SourceType;
import org.springframework.context.ApplicationContext;

/**
 * A workspace with something of every kind and every sensitivity, each with a text of its own that can be told in any answer; with members of every role; with
 * things that were restricted later, taken away, erased, or said in two ways at once, and with a step that waits.
 */
final class WorkspaceGround implements RouteWalk.Ground {
    private static final char[] PASSPHRASE = "a passphrase for tests".toCharArray();
    private static final Map<String, List<String>> CHOICES = Map.of(
            "form", List.of("csv", "xlsx", "json", "graphml", "svg", "png", "docx", "py"),
            "what", List.of("begin", "end"),
            "table",
                    List.of(
                            "ties",
                            "actors",
                            "matrix",
                            "coverage",
                            "findings",
                            "questions",
                            "profile",
                            "answers",
                            "disagreement",
                            "steps",
                            "gantt",
                            "claims",
                            "evidence",
                            "alternatives",
                            "open",
                            "institutions",
                            "institution-rows",
                            "organisations",
                            "organisation-pairs",
                            "cases",
                            "due",
                            "register",
                            "checks",
                            "recommendations",
                            "outline",
                            "editions",
                            "approvals",
                            "steps"),
            "view", List.of("matrix", "profile", "answers", "disagreement", "open", "change", "indices"),
            "part",
                    List.of(
                            "planned",
                            "measured",
                            "outcomes",
                            "claims",
                            "steps",
                            "decisions",
                            "editions",
                            "costs",
                            "assumptions",
                            "studies"),
            "path", List.of("title", "note", "phases", "phases.0.names", "phases.0"),
            "list", List.of("phases", "phases.0.names", "decisions", "stances", "limits", "actions"),
            "row", List.of("phases.0"));
    private static final Map<String, String> INSTRUMENTS =
            Map.of("public", "cat", "members", "opcat", "for-organisation", "opac", "named", "ced");
    private static final Pattern LISTED = Pattern.compile("[a-zA-Z0-9-]+(\\|[a-zA-Z0-9-]+)*");
    private static final String NO_KEY = "00000000-0000-4000-8000-000000000000";

    private final RunningTeam team;
    private final Map<String, AccountId> accounts;
    private final Organisation ours;
    private final Organisation theirs;
    private final Path folder;
    private final Map<String, List<String>> elsewhere;
    private final Workspace workspace;
    private final List<Map<String, String>> situations = new ArrayList<>();
    private final Map<String, Sensitivity> canaries = new TreeMap<>();
    private final Map<String, String> spare = new HashMap<>();
    private final String viewed;
    private final boolean isFirst;
    private final List<Edit> added = new ArrayList<>();
    private final Map<ItemId, Map<String, String>> unwritten = new HashMap<>();
    private String reason = "";

    /**
     * Makes the workspace.
     *
     * @param accounts by what each is there: owner, editor, contributor, reader, and other, a reader of the other organisation
     * @param elsewhere what fills places of paths outside of workspaces
     */
    WorkspaceGround(
            RunningTeam team,
            Map<String, AccountId> accounts,
            Organisation ours,
            Organisation theirs,
            Path folder,
            Map<String, List<String>> elsewhere) {
        this(team, accounts, ours, theirs, folder, elsewhere, "BDI", true);
    }

    private WorkspaceGround(
            RunningTeam team,
            Map<String, AccountId> accounts,
            Organisation ours,
            Organisation theirs,
            Path folder,
            Map<String, List<String>> elsewhere,
            String viewed,
            boolean isFirst) {
        this.viewed = viewed;
        this.isFirst = isFirst;
        this.team = team;
        this.accounts = accounts;
        this.ours = ours;
        this.theirs = theirs;
        this.folder = folder;
        this.elsewhere = elsewhere;
        workspace = team.workspaces()
                .found(
                        new Charter("canary-charter", List.of("XZU", "BDI"), "", "SSR", Optional.empty()),
                        account("owner"),
                        "canary-name-owner",
                        Optional.of(ours.id()),
                        ours.name());
        furnish();
    }

    Workspace workspace() {
        return workspace;
    }

    /** What each text was meant for in the end; nobody may be shown what was erased. */
    Map<String, Sensitivity> canaries() {
        return canaries;
    }

    private AccountId account(String name) {
        return Objects.requireNonNull(accounts.get(name));
    }

    private Sensitivity named() {
        return new Sensitivity.Named(new TreeSet<>(List.of(account("owner"), account("reader"))));
    }

    private void furnish() {
        member("editor", Role.EDITOR, ours);
        member("contributor", Role.CONTRIBUTOR, ours);
        member("reader", Role.READER, ours);
        member("other", Role.READER, theirs);
        Item<Source> cited = put(Item.fresh(Source.KIND, Source.of(SourceType.DOCUMENT, "what others cite")));
        Item<Actor> parliament = put(Item.fresh(Actor.KIND, actor("parliament", ActorType.PARLIAMENT)));
        Item<ResultsChain> chain = put(Item.fresh(ResultsChain.KIND, ResultsChain.of("a draft")));
        Item<Goal> goal = put(Item.fresh(Goal.KIND, Goal.of(chain.id(), "a goal")));
        spare.put("chain", chain.id().toString());
        spare.put("box", goal.id().toString());
        Item<Indicator> indicator =
                put(Item.fresh(Indicator.KIND, aimed(Indicator.of(chain.id(), goal.id(), "an indicator"))));
        Item<Measurement> measurement =
                put(Measurement.of(chain.id(), indicator.id(), PartialDate.ofYear(2027), "", Finding.of(BigDecimal.TEN))
                        .fresh());
        spare.put("indicator", indicator.id().toString());
        spare.put("measurement", measurement.id().toString());
        Item<QuestionSet> set = put(Item.fresh(QuestionSet.KIND, QuestionSetFile.shipped()));
        Item<Round> round = put(Item.fresh(
                Round.KIND,
                new Round(
                        "a round",
                        set.id(),
                        List.of(),
                        List.of(Seat.of("A", "an office"), Seat.of("B", "another")),
                        DateSpan.OPEN,
                        Stage.OPEN,
                        "")));
        put(Scope.fresh(round.id(), parliament.id()));
        spare.put("round", round.id().toString());
        spare.put("set", set.id().toString());
        spare.put("institution", parliament.id().toString());
        spare.put("question", "BUD-04");
        spare.put(
                "case",
                put(Item.fresh(CaseFile.KIND, caseOn("a case", Optional.empty())), "for all")
                        .id()
                        .toString());
        spare.put(
                "record",
                put(Item.fresh(AidRecord.KIND, aid("a course")), "for all").id().toString());
        Item<StudyTable> rows = put(Item.fresh(StudyTable.KIND, rows("rows")));
        spare.put(
                "study",
                put(Item.fresh(ImpactStudy.KIND, study("a study", rows.id(), List.of())))
                        .id()
                        .toString());
        spare.put(
                "survey",
                put(Item.fresh(
                                SurveyRound.KIND,
                                surveyRound("a round", put(answers("rows")).id())))
                        .id()
                        .toString());
        spare.put("figure", "series");
        spare.put(
                "claim",
                put(Item.fresh(ContributionClaim.KIND, ContributionClaim.of(goal.id(), "a claim", "a law")))
                        .id()
                        .toString());
        spare.put(
                "meeting",
                put(Item.fresh(Meeting.KIND, meetingOf("a meeting")), "for all")
                        .id()
                        .toString());
        spare.put(
                "point",
                put(Item.fresh(FocalPoint.KIND, new FocalPoint("an office", "", "", Optional.empty(), "")), "for all")
                        .id()
                        .toString());
        spare.put("regime", "us-leahy");
        spare.put("instrument", "cat");
        spare.put("gap", "standard:cat:XZU:in-law");
        // Of the one people are asked, the other is computed.
        spare.put("check", "C1.2");
        spare.put("computed", "C2.1");
        Iterator<String> toAnswer = List.of("C2.3", "C2.7", "C2.8", "C3.8").iterator();
        Map<String, Sensitivity> all = new LinkedHashMap<>();
        all.put("public", Sensitivity.forEverybody());
        all.put("members", Sensitivity.forMembers());
        all.put("for-organisation", new Sensitivity.Organisation(ours.id()));
        all.put("named", named());
        if (isFirst) {
            publish(all.keySet());
        }
        all.forEach((what, sensitivity) -> {
            furnish("canary-source-" + what, sensitivity, Source.KIND, source("canary-source-" + what), cited);
            Item<Actor> actor = furnish(
                    "canary-actor-" + what,
                    sensitivity,
                    Actor.KIND,
                    actor("canary-actor-" + what, ActorType.ARMED_FORCES),
                    cited);
            canary("canary-view-" + what, sensitivity);
            situation(add(Item.fresh(KeptView.KIND, new KeptView("canary-view-" + what, viewed, "rows=donor"))
                    .meantFor(sensitivity)));
            // Measurements and judgements are for all members; what hides the first is its indicator.
            boolean isForAll =
                    !(sensitivity instanceof Sensitivity.Named || sensitivity instanceof Sensitivity.Organisation);
            canary("canary-measured-" + what, sensitivity);
            Item<Indicator> measured =
                    add(Item.fresh(Indicator.KIND, Indicator.of(chain.id(), goal.id(), "canary-indicator-" + what))
                            .meantFor(sensitivity));
            canary("canary-indicator-" + what, sensitivity);
            add(Measurement.of(
                            chain.id(),
                            measured.id(),
                            PartialDate.ofYear(2027),
                            "who: " + what,
                            Finding.missing("canary-measured-" + what))
                    .fresh()
                    .meantFor(isForAll ? sensitivity : Sensitivity.forMembers()));
            furnish("canary-aid-" + what, sensitivity, AidRecord.KIND, aid("canary-aid-" + what), cited);
            furnish("canary-goal-" + what, sensitivity, Goal.KIND, Goal.of(chain.id(), "canary-goal-" + what), cited);
            // Planned openly for an institution that may not be shown.
            canary("canary-objective-" + what, sensitivity);
            Item<Objective> objective = add(Item.fresh(
                    Objective.KIND,
                    Objective.of(chain.id(), "canary-objective-" + what).in(Optional.of(actor.id()))));
            situation(objective);
            add(Item.fresh(Link.KIND, Link.of(chain.id(), objective.id(), goal.id())));
            // Said openly about somebody who may not be shown.
            Tie tie = Tie.of(parliament.id(), TieType.OVERSEES, actor.id());
            canary("canary-tie-" + what, sensitivity);
            situation(add(Item.fresh(
                    Tie.KIND,
                    new Tie(tie.from(), tie.type(), tie.to(), tie.byLaw(), tie.inPractice(), "canary-tie-" + what))));
            add(Scope.fresh(round.id(), actor.id()));
            canary("canary-answer-" + what, sensitivity);
            Item<Rating> answer = add(Rating.blank(round.id(), actor.id(), "FOR-01", "A")
                    .saying(Optional.of(Response.LEVEL_1), "canary-answer-" + what, Confidence.LOW)
                    .fresh());
            canary("canary-reply-" + what, sensitivity);
            add(Item.fresh(
                    InstitutionReply.KIND,
                    new InstitutionReply(
                            round.id(),
                            actor.id(),
                            "FOR-01",
                            Reply.DISAGREE,
                            "canary-reply-" + what,
                            "an office",
                            Optional.empty(),
                            "")));
            canary("canary-review-" + what, sensitivity);
            add(Item.fresh(
                    Review.KIND, new Review(round.id(), answer.id(), Verdict.ASK_AGAIN, "canary-review-" + what)));
            canary("canary-finding-" + what, sensitivity);
            add(Item.fresh(
                    Answer.KIND,
                    new Answer(
                            "coordination:BDI:overlap/2b//" + what,
                            "",
                            Reply.DEALT_WITH,
                            "canary-finding-" + what,
                            Optional.of(account("owner")),
                            List.of(actor.id()))));
            canary("canary-institution-" + what, sensitivity);
            situation(add(new InstitutionJudgement(
                            actor.id(),
                            "activity-" + what,
                            InstitutionVerdict.SUPPORTS,
                            "canary-institution-" + what,
                            "")
                    .fresh()));
            canary("canary-statement-" + what, sensitivity);
            situation(add(Item.fresh(
                            DonorStatement.KIND,
                            new DonorStatement(
                                    "Norway",
                                    Optional.of(ReformArea.POLICE),
                                    StatementSide.PARTNER,
                                    "an office",
                                    "canary-statement-" + what,
                                    Optional.empty(),
                                    ""))
                    .meantFor(sensitivity)));
            Sensitivity judged = isForAll ? sensitivity : Sensitivity.forMembers();
            canary("canary-judgement-" + what, judged);
            situation(add(new AreaJudgement(
                            "activity-" + what,
                            ReformArea.POLICE,
                            Optional.empty(),
                            "canary-judgement-" + what,
                            new AreaJudgement.Proposal(ReformArea.NONE, BigDecimal.ONE, ""))
                    .fresh()
                    .meantFor(judged)));
            canary("canary-organisations-" + what, judged);
            situation(add(new OrganisationJudgement(
                            List.of("name:one " + what, "name:other " + what),
                            OrganisationVerdict.SAME,
                            "canary-organisations-" + what,
                            "")
                    .fresh()
                    .meantFor(judged)));
            canary("canary-activities-" + what, judged);
            situation(add(SameActivityJudgement.of(
                            "activity-" + what,
                            "other-activity-" + what,
                            SameActivityVerdict.SAME,
                            "canary-activities-" + what)
                    .fresh()
                    .meantFor(judged)));
            canary("canary-limit-" + what, sensitivity);
            add(Item.fresh(
                            AbsorptionLimit.KIND,
                            new AbsorptionLimit(
                                    "canary-limit-" + what,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of(BigDecimal.ONE),
                                    "",
                                    ""))
                    .meantFor(sensitivity));
            canary("canary-budget-" + what, sensitivity);
            add(Item.fresh(
                            PlanBudget.KIND,
                            new PlanBudget("canary-budget-" + what, "USD", List.of(), List.of(), List.of(), "", ""))
                    .meantFor(sensitivity));
            canary("canary-window-" + what, sensitivity);
            add(Item.fresh(
                            PlanWindow.KIND,
                            new PlanWindow(
                                    "canary-window-" + what,
                                    Optional.of(PartialDate.ofYear(2027)),
                                    Optional.empty(),
                                    false,
                                    "",
                                    ""))
                    .meantFor(sensitivity));
            String instrument = Objects.requireNonNull(INSTRUMENTS.get(what));
            canary("canary-statement-" + what, judged);
            Map<String, String> stated = situation(add(new InstrumentStatement(
                            instrument,
                            "XZU",
                            InstrumentStep.IN_LAW,
                            Recorded.RECORDED_AS_ABSENT,
                            Optional.empty(),
                            "canary-statement-" + what,
                            "")
                    .fresh()
                    .meantFor(judged)));
            stated.put("instrument", instrument);
            stated.put("gap", "standard:" + instrument + ":XZU:in-law");
            canary("canary-check-" + what, judged);
            situation(add(new CheckAnswer(
                            toAnswer.next(),
                            "2026-11",
                            Appraisal.PARTLY,
                            "canary-check-" + what,
                            "an office",
                            Optional.empty(),
                            "")
                    .fresh()
                    .meantFor(judged)));
            canary("canary-kept-" + what, sensitivity);
            Item<KeptAppraisal> kept = add(Item.fresh(
                            KeptAppraisal.KIND,
                            new KeptAppraisal(
                                    PartialDate.of("2026-03-01"),
                                    "2026-11",
                                    List.of(),
                                    List.of(new KeptAppraisal.KeptAnswer("C2.1", "2026-11", Appraisal.PARTLY)),
                                    "canary-kept-" + what))
                    .meantFor(sensitivity));
            situation(kept).put("kept", kept.id().toString());
            spare.putIfAbsent("kept", kept.id().toString());
            canary("canary-text-" + what, sensitivity);
            situation(add(Item.fresh(
                            SectionText.KIND,
                            new SectionText(Section.DEFINITIONS, "en", 0, "canary-text-" + what, List.of()))
                    .meantFor(sensitivity)));
            // Openly about a unit that may not be shown, and what belongs to that.
            canary("canary-case-" + what, sensitivity);
            Item<CaseFile> onUnit =
                    add(Item.fresh(CaseFile.KIND, caseOn("canary-case-" + what, Optional.of(actor.id()))), "for all");
            situation(onUnit).put("case", onUnit.id().toString());
            canary("canary-fact-" + what, sensitivity);
            situation(add(Item.fresh(
                    RiskFact.KIND,
                    new RiskFact(
                            onUnit.id(),
                            "command",
                            Recorded.RECORDED,
                            "canary-fact-" + what,
                            "",
                            Optional.empty(),
                            PartialDate.of("2026-03-01"),
                            Confidence.LOW))));
            canary("canary-measure-" + what, sensitivity);
            situation(add(Item.fresh(
                    Measure.KIND,
                    new Measure(
                            onUnit.id(),
                            "canary-measure-" + what,
                            "an office",
                            Optional.of(PartialDate.of("2026-03-01")),
                            Optional.empty(),
                            "",
                            false))));
            // Asks rows that may not be shown, openly about an objective that may not be shown, either.
            canary("canary-rows-" + what, sensitivity);
            Item<StudyTable> asks =
                    add(Item.fresh(StudyTable.KIND, rows("canary-rows-" + what)).meantFor(sensitivity));
            situation(asks);
            canary("canary-study-" + what, sensitivity);
            Item<ImpactStudy> study = add(
                    Item.fresh(ImpactStudy.KIND, study("canary-study-" + what, asks.id(), List.of(objective.id()))));
            situation(study).put("study", study.id().toString());
            Item<SurveyRows> answered = add(answers("canary-rows-" + what).meantFor(sensitivity));
            situation(answered);
            canary("canary-survey-" + what, sensitivity);
            Item<SurveyRound> surveyed =
                    add(Item.fresh(SurveyRound.KIND, surveyRound("canary-survey-" + what, answered.id())));
            situation(surveyed).put("survey", surveyed.id().toString());
            // Openly out of a meeting that may not be shown.
            canary("canary-meeting-" + what, sensitivity);
            Item<Meeting> held = add(Item.fresh(Meeting.KIND, meetingOf("canary-meeting-" + what))
                    .meantFor(sensitivity));
            situation(held).put("meeting", held.id().toString());
            canary("canary-action-" + what, sensitivity);
            situation(add(
                    Item.fresh(
                            Action.KIND,
                            new Action(
                                    "canary-action-" + what,
                                    "an office",
                                    Optional.empty(),
                                    Optional.of(PartialDate.of("2026-03-01")),
                                    ActionState.OPEN,
                                    Optional.empty(),
                                    Optional.of(held.id()),
                                    Optional.empty(),
                                    "")),
                    "for all"));
            canary("canary-request-" + what, sensitivity);
            situation(add(Item.fresh(
                            Request.KIND,
                            new Request(
                                    "canary-request-" + what,
                                    "an office",
                                    "",
                                    Optional.empty(),
                                    Optional.of(PartialDate.of("2026-03-01")),
                                    RequestState.OPEN,
                                    Optional.empty(),
                                    "",
                                    ""))
                    .meantFor(sensitivity)));
            // Openly about an objective and an actor that may not be shown; for everybody no stance is.
            canary("canary-decision-" + what, sensitivity);
            situation(add(Item.fresh(
                    RegisteredDecision.KIND,
                    new RegisteredDecision(
                            "canary-decision-" + what,
                            Optional.empty(),
                            "an office",
                            List.of(),
                            List.of(),
                            List.of("another office"),
                            List.of("another office"),
                            List.of(new OnObjective(objective.id())),
                            List.of(),
                            "",
                            ""))));
            canary("canary-claim-" + what, sensitivity);
            Item<ContributionClaim> claim = add(Item.fresh(
                    ContributionClaim.KIND,
                    ContributionClaim.of(objective.id(), "canary-claim-" + what, "canary-claim-" + what)));
            situation(claim).put("claim", claim.id().toString());
            canary("canary-rival-" + what, sensitivity);
            Item<AlternativeExplanation> rival = add(Item.fresh(
                    AlternativeExplanation.KIND, new AlternativeExplanation(claim.id(), "canary-rival-" + what, "")));
            situation(rival);
            canary("canary-evidence-" + what, sensitivity);
            situation(add(Item.fresh(
                    ClaimEvidence.KIND,
                    new ClaimEvidence(
                            claim.id(),
                            Optional.of(rival.id()),
                            "canary-evidence-" + what,
                            TestKind.HOOP,
                            TestResult.PASSED,
                            "canary-evidence-" + what,
                            Optional.of(PartialDate.of("2026-03-01")),
                            ""))));
            canary("canary-outcome-" + what, sensitivity);
            situation(add(Item.fresh(
                    HarvestedOutcome.KIND,
                    new HarvestedOutcome(
                            "canary-outcome-" + what,
                            "canary-outcome-" + what,
                            Optional.of(PartialDate.of("2026-03-01")),
                            "",
                            "",
                            "",
                            Optional.of(objective.id()),
                            "",
                            Substantiation.NOT_ASKED,
                            "",
                            Optional.empty(),
                            ""))));
            canary("canary-stance-" + what, sensitivity);
            situation(add(
                    Item.fresh(
                            Stance.KIND,
                            new Stance(
                                    Mention.here(actor.id(), "canary-stance-" + what),
                                    Mention.here(objective.id(), "canary-stance-" + what),
                                    Attitude.BLOCKS,
                                    Optional.of(Interest.MUCH),
                                    Optional.of(Influence.DECISIVE),
                                    "canary-stance-" + what,
                                    "",
                                    true,
                                    "",
                                    Optional.empty(),
                                    "")),
                    "for all"));
            canary("canary-window-" + what, sensitivity);
            situation(add(Item.fresh(
                            EntryPoint.KIND,
                            new EntryPoint(
                                    "canary-window-" + what,
                                    Opening.LAW,
                                    Optional.empty(),
                                    Optional.empty(),
                                    List.of(),
                                    "",
                                    "",
                                    ""))
                    .meantFor(sensitivity)));
            Map<String, String> asked = situation(answer);
            asked.put("institution", actor.id().toString());
            asked.put("question", "FOR-01");
            asked.put("answer", answer.id().toString());
            write();
        });
        Item<Source> raised = put(Item.fresh(Source.KIND, source("canary-raised")));
        situation(put(raised.meantFor(named()), "canary-why"));
        canary("canary-raised", named());
        canary("canary-why", named());
        Item<Source> removed =
                put(Item.fresh(Source.KIND, source("canary-removed")).meantFor(named()));
        append("owner", new Edit.Remove(removed));
        canary("canary-removed", named());
        situations.add(Map.of("item", removed.id().toString(), "basis", basis(removed)));
        Item<Source> erased = put(Item.fresh(Source.KIND, source("canary-erased")));
        assertThat(workspace.erase(account("owner"), erased.id(), "asked for")).isInstanceOf(Outcome.Accepted.class);
        situations.add(Map.of("item", erased.id().toString(), "basis", basis(erased)));
        conflict();
        assertThat(workspace.name(account("owner"), "as agreed")).isInstanceOf(Outcome.Accepted.class);
        Item<Member> reader = workspace
                .view(account("owner"))
                .get(Member.KIND, new ItemId(account("reader").value()));
        spare.put("member", reader.id().toString());
        spare.put("memberbasis", basis(reader));
        spare.put(
                "invitation",
                team.people()
                        .invitations()
                        .invite(
                                team.as(account("owner")),
                                workspace.view(account("owner")),
                                Role.READER,
                                Optional.empty())
                        .invitation()
                        .id());
        edition();
        spare.put("from", parliament.id().toString());
        spare.put("field", "title");
        spare.put("number", "0");
        spare.put("key", NO_KEY);
        spare.put("search", NO_KEY);
        spare.put("id", workspace.id().toString());
        spare.put("workspace", workspace.id().toString());
        spare.put(
                "first",
                workspace
                        .history(account("owner"))
                        .list(1000, Optional.empty())
                        .getLast()
                        .by()
                        .entry()
                        .toString());
    }

    /** An edition of what members may read, given to those who are to agree. */
    private void edition() {
        ApplicationContext program = team.server().context();
        Strategies strategies = new Strategies(
                program.getBean(Evidence.class),
                program.getBean(Supports.class),
                team.workspaces(),
                program.getBean(Faces.class),
                program.getBean(Sections.class));
        Item<Edition> drawn = put(new TypedStrategy(Map.of("title", "an edition"))
                .draft(strategies.now(workspace, account("owner"), Readership.MEMBERS, Locale.ENGLISH)));
        put(new TypedStrategy(Map.of("to", "shared", "date", "2026-03-01")).step(drawn));
        spare.put("paper", "mission-pack");
        spare.put("nth", "1");
        spare.put("section", "definitions");
        spare.put("exhibit", "words");
        spare.put("edition", drawn.id().toString());
        spare.put("digest", drawn.value().digest());
    }

    private static Source source(String title) {
        return Source.of(SourceType.DOCUMENT, title);
    }

    /** With a way from a baseline to a target, so that it can be drawn. */
    private static Indicator aimed(Indicator bare) {
        return new Indicator(
                bare.chain(),
                bare.of(),
                bare.title(),
                bare.unit(),
                bare.direction(),
                new Reading(Optional.of(BigDecimal.ONE), "", Optional.of(PartialDate.ofYear(2025))),
                new Reading(Optional.of(BigDecimal.TEN), "", Optional.of(PartialDate.ofYear(2031))),
                "",
                "");
    }

    private static Actor actor(String name, ActorType type) {
        return Actor.of(new Phase(
                DateSpan.OPEN,
                List.of(Name.of(name)),
                type.usualClass(),
                Optional.of(type),
                Optional.empty(),
                Map.of(Power.USE_FORCE, Recorded.RECORDED)));
    }

    private static AidRecord aid(String title) {
        return AidRecord.of(title, Optional.empty(), List.of(new AidRecord.StatedFact("activity", "training")), title);
    }

    /** A series long enough to be asked, beside whom it is of. */
    private static StudyTable rows(String name) {
        StringBuilder csv = new StringBuilder("unit,month,robberies\n");
        for (int month = 1; month <= 12; month++) {
            csv.append(name)
                    .append(',')
                    .append(month)
                    .append(',')
                    .append(month % 3 + (month > 6 ? 9 : 0))
                    .append('\n');
        }
        return new StudyTable(name, name, csv.toString());
    }

    private static Item<SurveyRows> answers(String name) {
        StudyTable rows = rows(name);
        return Item.fresh(SurveyRows.KIND, new SurveyRows(rows.title(), rows.source(), rows.csv()));
    }

    private static SurveyRound surveyRound(String title, ItemId rows) {
        return new SurveyRound(
                title,
                PartialDate.of("2026-05"),
                "{\"survey\": [{\"type\": \"integer\", \"name\": \"robberies\", \"label\": \"" + title
                        + "\"}, {\"type\": \"text\", \"name\": \"unit\"}]}",
                "",
                "",
                "",
                rows,
                List.of(title),
                title);
    }

    private static ImpactStudy study(String title, ItemId rows, List<ItemId> about) {
        return new ImpactStudy(
                title,
                title,
                title,
                false,
                false,
                rows,
                StudySettings.of(StudyMethod.SERIES, "", "month", "robberies").treating(List.of(), "7"),
                about,
                Optional.empty(),
                title);
    }

    private static Meeting meetingOf(String title) {
        return new Meeting(
                title,
                Optional.of(PartialDate.of("2026-03-01")),
                "an office",
                List.of("another office"),
                List.of(new AgendaPoint(title, "", true)),
                MeetingState.PLANNED,
                "",
                "",
                "");
    }

    private static CaseFile caseOn(String title, Optional<ItemId> unit) {
        return new CaseFile(
                title,
                unit,
                Optional.empty(),
                "a unit",
                Optional.empty(),
                Optional.empty(),
                "radios",
                "an office",
                List.of("us-leahy"),
                List.of(),
                List.of(),
                "");
    }

    private void canary(String text, Sensitivity sensitivity) {
        canaries.put(text, sensitivity);
    }

    private <T extends Record> Item<T> furnish(
            String canary, Sensitivity sensitivity, Kind<T> kind, T value, Item<Source> cited) {
        Item<T> item = add(Item.fresh(kind, value)
                .meantFor(sensitivity)
                .citing(List.of(Citation.of(cited.id(), canary + "-place", Confidence.NOT_ASSESSED))));
        canary(canary, sensitivity);
        canary(canary + "-place", sensitivity);
        Comment remark = new Comment(item.id(), account("owner"), canary + "-remark", new TreeSet<>(), false);
        Item<Comment> comment = add(Item.fresh(Comment.KIND, remark).meantFor(sensitivity));
        canary(canary + "-remark", sensitivity);
        situation(item).put("comment", comment.id().toString());
        return item;
    }

    private Map<String, String> situation(Item<?> item) {
        Map<String, String> situation = new HashMap<>();
        situation.put("item", item.id().toString());
        written(item, situation);
        situation.put("kind", item.kind().name());
        situation.put("value", ItemJson.value(item).toString());
        situations.add(situation);
        return situation;
    }

    /** Adds by which entry an item was said, now or when it is written. */
    private void written(Item<?> item, Map<String, String> situation) {
        if (item.basis().isEmpty()) {
            unwritten.put(item.id(), situation);
        } else {
            situation.put("basis", basis(item));
            situation.put("entry", basis(item));
        }
    }

    private static String basis(Item<?> item) {
        return item.basis().iterator().next().toString();
    }

    private void member(String name, Role role, Organisation organisation) {
        put(new Item<>(
                new ItemId(account(name).value()),
                Member.KIND,
                Sensitivity.forMembers(),
                List.of(),
                new Member("canary-name-" + name, Optional.of(organisation.id()), organisation.name(), role),
                Set.of()));
    }

    /** Open data in which there is an activity for each judgement; what was judged of it is not open. */
    private void publish(Set<String> names) {
        StringBuilder xml = new StringBuilder("<iati-activities version=\"2.03\">");
        names.forEach(
                what -> xml.append("<iati-activity><iati-identifier>activity-")
                        .append(what)
                        .append(
                                "</iati-identifier><title><narrative>An activity</narrative></title><recipient-country code=\"BI\"/></iati-activity>"));
        try {
            Path file = Files.writeString(Files.createTempFile("open", ".xml"), xml.append("</iati-activities>"));
            team.server()
                    .context()
                    .getBean(Evidence.class)
                    .loads()
                    .load(List.of(new LoadInput("open.xml", "", file)), null, Progress.SILENT);
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Takes an item along that {@link #write} writes with others: a ground of which each thing was an entry of its own took seconds. */
    private <T extends Record> Item<T> add(Item<T> item) {
        return add(item, "");
    }

    private <T extends Record> Item<T> add(Item<T> item, String why) {
        if (!added.isEmpty() && !reason.equals(why)) {
            append();
        }
        reason = why;
        added.add(new Edit.Put(item));
        return item;
    }

    private void write() {
        append();
        View view = workspace.view(account("owner"));
        unwritten.forEach((id, situation) -> written(view.find(id).orElseThrow(), situation));
        unwritten.clear();
    }

    private void append() {
        assertThat(workspace.append(account("owner"), List.copyOf(added), Reason.of(Act.EDIT, reason)))
                .isInstanceOf(Outcome.Accepted.class);
        added.clear();
    }

    private <T extends Record> Item<T> put(Item<T> item) {
        return put(item, "");
    }

    private <T extends Record> Item<T> put(Item<T> item, String why) {
        Outcome outcome = workspace.append(account("owner"), List.of(new Edit.Put(item)), Reason.of(Act.EDIT, why));
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return workspace.view(account("owner")).get(item.kind(), item.id());
    }

    private void append(String who, Edit edit) {
        assertThat(workspace.append(account(who), edit)).isInstanceOf(Outcome.Accepted.class);
    }

    /** The owner says another thing here than in a copy on the way; and takes an act along that whoever brings the copy may not do. */
    private void conflict() {
        Item<Source> here = put(Item.fresh(Source.KIND, source("canary-first")).meantFor(named()));
        canary("canary-first", named());
        canary("canary-here", named());
        canary("canary-there", named());
        bring(
                "owner",
                there -> there.get(Source.KIND, here.id()).saying(source("canary-there")),
                () -> append("owner", new Edit.Put(here.saying(source("canary-here")))));
        Digest waiting = bring("contributor", WorkspaceGround::promoted, () -> {});
        Set<Digest> versions = new TreeSet<>();
        workspace
                .view(account("owner"))
                .conflicts()
                .getOrDefault(here.id(), List.of())
                .forEach(told -> versions.add(told.by().entry()));
        assertThat(versions).as("versions of one thing").hasSize(2);
        Map<String, String> situation = new HashMap<>();
        situation.put("item", here.id().toString());
        situation.put("ground", versions.iterator().next().toString());
        situation.put(
                "basis",
                String.join(" ", versions.stream().map(Digest::toString).toList()));
        situation.put("waiting", waiting.toString());
        situations.add(situation);
    }

    private List<Map<String, String>> situations() {
        List<Map<String, String>> all = new ArrayList<>();
        for (Map<String, String> situation : situations) {
            Map<String, String> filled = new HashMap<>(spare);
            filled.putAll(situation);
            filled.put("one", filled.getOrDefault("basis", "").replace(" ", "&basis="));
            all.add(filled);
        }
        return all;
    }

    /** The owner's act that makes a reader an owner. */
    private static Item<Member> promoted(View there) {
        Item<Member> other = there.list(Member.KIND).stream()
                .filter(member -> member.value().name().equals("canary-name-other"))
                .findFirst()
                .orElseThrow();
        Member member = other.value();
        return other.saying(new Member(member.name(), member.organisation(), member.organisationName(), Role.OWNER));
    }

    /**
     * What the owner says in a copy on the way is merged by somebody.
     *
     * @param meanwhile what happens here before the copy is back
     * @return the entry of the copy
     */
    private Digest bring(String by, Function<View, Item<?>> said, Runnable meanwhile) {
        Path file = folder.resolve(UUID.randomUUID() + ".salus");
        CheapCopy.make(workspace, account("owner"), PASSPHRASE, file);
        try (Copy copy = Copy.open(file, PASSPHRASE)) {
            Workspace there = copy.workspaces(Salus.faces().kinds(), InstantSource.system())
                    .get(workspace.id().toString());
            Outcome outcome = there.append(account("owner"), new Edit.Put(said.apply(there.view(account("owner")))));
            assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
            meanwhile.run();
            Merge.merge(workspace, copy, account(by), "from the field");
            return ((Outcome.Accepted) outcome).entry();
        }
    }

    @Override
    public List<Map<String, String>> situations(String route) {
        return route.contains("/workspaces/{")
                ? multiplied(situations(), CHOICES, route)
                : multiplied(List.of(Map.of()), elsewhere, route);
    }

    private static List<Map<String, String>> multiplied(
            List<Map<String, String>> situations, Map<String, List<String>> choices, String route) {
        List<Map<String, String>> all = situations;
        for (Map.Entry<String, List<String>> place : choices.entrySet()) {
            if (route.contains("{" + place.getKey())) {
                List<Map<String, String>> next = new ArrayList<>();
                for (Map<String, String> half : all) {
                    for (String value : fitting(route, place.getKey(), place.getValue())) {
                        Map<String, String> more = new HashMap<>(half);
                        more.put(place.getKey(), value);
                        next.add(more);
                    }
                }
                all = next;
            }
        }
        return all;
    }

    /** What a route takes at a place: what it lists itself, or of the choices those that it lets through; an address it does not take would tell nothing about it. */
    private static List<String> fitting(String route, String place, List<String> choices) {
        Matcher narrowed = Pattern.compile("\\{" + place + ":([^{}]+)}").matcher(route);
        if (!narrowed.find()) {
            return choices;
        }
        String pattern = narrowed.group(1);
        return LISTED.matcher(pattern).matches()
                ? List.of(pattern.split("\\|"))
                : choices.stream().filter(choice -> choice.matches(pattern)).toList();
    }

    @Override
    public WorkspaceGround renewed() {
        // Pages of a country tell of kept views in all workspaces, and an owner may open them up where changing is
        // tried: these are of another country.
        return new WorkspaceGround(team, accounts, ours, theirs, folder, elsewhere, "TCD", false);
    }

    /** A reply form that nobody has filled in. */
    private byte[] replyForm() {
        View view = workspace.view(account("owner"));
        return ReplyForm.of(
                Assessment.of(workspace, view, ItemId.of(place("round")), Locale.ENGLISH),
                place("institution"),
                "xlsx",
                ReplyForm.wish("", ""),
                "a workspace",
                new Version("v", LocalDate.EPOCH),
                Wording.english());
    }

    /** The smallest logo there is. */
    private static byte[] picture() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }

    private String place(String name) {
        return Optional.ofNullable(spare.get(name)).orElseThrow();
    }

    /** The same, in words of a file that is brought. */
    private byte[] copyOf(Asker asker) {
        AccountId who = accounts.getOrDefault(asker.login().replace("canary-login-", ""), account("owner"));
        AccountId madeFor = workspace.standing(who).isMember() ? who : account("owner");
        Path file = folder.resolve(UUID.randomUUID() + ".salus");
        try {
            CheapCopy.make(workspace, madeFor, PASSPHRASE, file);
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public List<String> questions(String route) {
        if (route.startsWith("DELETE ") && route.contains("/items/{")) {
            return List.of("?basis={one}");
        }
        if (!route.startsWith("GET ")) {
            return List.of("");
        }
        return switch (route.replaceFirst("^GET (/api/v1)?/workspaces/\\{id}", "")) {
            case "/items" -> List.of("", "?at={first}", "?at={entry}", "?kind=source");
            case "/items/{item}" -> List.of("", "?at={entry}", "?at={first}");
            case "/differences" -> List.of("", "?before={first}", "?before={first}&after={entry}", "?before={entry}");
            case "/history" -> List.of("", "?before={entry}", "?size=1000");
            case "/sector", "/sector/table" ->
                List.of("", "?around={item}", "?on=2001", "?absent=yes", "?around={item}&on=2001");
            case "/goals/{chain}/panel" -> List.of("?items={item}", "?items={box}");
            case "/goals/{chain}/diagram.{form:svg|png}", "/goals/{chain}/diagram.{form}" ->
                // The file is drawn from what the page is, which is asked about every item.
                List.of("", "?assumptions=shown", "?around={box}&folded={box}", "?group=institution&overlay=status");
            case "/goals/{chain}/diagram" ->
                List.of(
                        "",
                        "?assumptions=shown",
                        "?at={item}",
                        "?around={box}&folded={box}",
                        "?group=institution&overlay=status");
            case "/governance/rounds/{round}/reply.{form:docx|xlsx}", "/governance/rounds/{round}/reply.{form}" ->
                List.of("?institution={institution}");
            case "/agenda" -> List.of("", "?from=2020", "?view=month&month=2026-03");
            case "/politics/stakeholders" -> List.of("", "?of={item}", "?objective={item}");
            case "/review", "/review.{form:docx|pdf}", "/review.{form}", "/review/{part:[a-z-]+}.{form:csv|xlsx}" ->
                List.of("", "?from=2010&until=2035");
            case "/crisis" -> List.of("", "?of={item}");
            case "/papers/{paper}" -> List.of("", "?for=public", "?for=full", "?for=own");
            case "/papers/{paper}/document.{form:docx|pdf|html}", "/papers/{paper}/document.{form}" ->
                List.of("?for=public", "?for=full", "?for=own");
            case "/strategy", "/strategy/sections/{section}" -> List.of("", "?for=public", "?for=full", "?for=own");
            case "/strategy/document.{form:docx|pdf|html}", "/strategy/document.{form}" ->
                List.of("?for=public", "?for=full", "?for=own");
            case "/strategy/compare" -> List.of("?before={edition}", "?before={edition}&after={edition}");
            case "/strategy/compare.{form:csv|xlsx|docx}" -> List.of("?before={edition}");
            case "/impact" ->
                route.contains("/api/") ? List.of("") : List.of("", "?treated=1&controls=20&before=10&after=5");
            case "/impact/guide" -> List.of("?treated=1&controls=20&before=10&after=5");
            case "GET /api/v1/activities", "GET /api/v1/activities/xml" -> List.of("", "?id=of-nobody");
            case "/sector/panel" -> List.of("?item={item}", "?actor={item}", "?tie={item}");
            default ->
                route.endsWith("/search") || route.endsWith("/search/found") ? List.of("", "?q=canary") : List.of("");
        };
    }

    @Override
    public Sent sent(String route, Asker asker) {
        String passphrase = new String(PASSPHRASE);
        String text = "{\"kind\":\"{kind}\",\"value\":{value},\"basis\":[\"{basis}\"]}";
        byte[] map =
                "{\"format\": \"salus-sector\", \"edition\": 1, \"actors\": [{\"id\": \"A9\", \"name_en\": \"an actor\", \"class\": \"P2\", \"type\": \"parliament\"}]}"
                        .getBytes(StandardCharsets.UTF_8);
        byte[] table =
                "Partner,Title,Institution,Area\nA partner,A project,parliament,2a\n".getBytes(StandardCharsets.UTF_8);
        byte[] template = "edition: 2026-11\nname: mine\nparts: [part: support]\n".getBytes(StandardCharsets.UTF_8);
        byte[] measurements = "indicator,on,value\nan indicator,2022,4\n".getBytes(StandardCharsets.UTF_8);
        byte[] answers =
                "institution,assessor,question,answer\nparliament,B,BUD-04,2\n".getBytes(StandardCharsets.UTF_8);
        byte[] questions = ("{\"key\": \"mine\", \"edition\": \"" + UUID.randomUUID()
                        + "\", \"title\": \"mine\", \"questions\": [{\"id\": \"Q1\", \"characteristic\": \"G1\", \"theme\": \"courts\","
                        + " \"basis\": \"law\", \"asks\": \"so\", \"levels\": {\"0\": \"a\", \"1\": \"b\", \"2\": \"c\", \"3\": \"d\", \"4\": \"e\"},"
                        + " \"sources\": \"there\"}]}")
                .getBytes(StandardCharsets.UTF_8);
        return switch (route) {
            case "POST /workspaces" -> Sent.form("name", "another", "countries", "BDI");
            case "POST /workspaces/{id}/comments/{comment}/settled" -> Sent.form("settled", "true");
            case "POST /workspaces/{id}/conflicts/{item}" -> Sent.form("ground", "{ground}", "basis", "{basis}");
            case "POST /workspaces/{id}/copies" -> Sent.form("passphrase", passphrase);
            case "POST /workspaces/{id}/copies/brought" ->
                Sent.file("file", "brought.salus", copyOf(asker), "passphrase", passphrase);
            case "POST /workspaces/{id}/copies/decisions" -> Sent.form("entry", "{waiting}", "decision", "refuse");
            case "POST /workspaces/{id}/appraisal/aid", "POST /workspaces/{id}/appraisal/aid/{record}" ->
                Sent.form("title", "a training", "partner", "police", "activity", "training");
            case "POST /api/v1/workspaces/{id}/appraisal/aid", "POST /api/v1/workspaces/{id}/appraisal/aid/{record}" ->
                Sent.json("{\"title\":\"a training\",\"partner\":\"police\",\"activity\":\"training\"}");
            case "POST /workspaces/{id}/appraisal/checks/{check}/answers" ->
                Sent.form("answer", "partly", "because", "some of it", "office", "an office");
            case "POST /workspaces/{id}/appraisal/checks/{computed}/replies" ->
                Sent.form("reply", "disagree", "because", "it is known");
            case "POST /workspaces/{id}/appraisal/kept", "POST /workspaces/{id}/appraisal/review/kept" ->
                Sent.form("note", "kept");
            case "POST /api/v1/workspaces/{id}/appraisal/checks/{check}/answers" ->
                Sent.json("{\"answer\":\"partly\",\"because\":\"some of it\"}");
            case "POST /api/v1/workspaces/{id}/appraisal/checks/{computed}/replies" ->
                Sent.json("{\"reply\":\"disagree\",\"because\":\"it is known\"}");
            case "POST /api/v1/workspaces/{id}/appraisal/kept", "POST /api/v1/workspaces/{id}/appraisal/review/kept" ->
                Sent.json("{\"note\":\"kept\"}");
            case "POST /workspaces/{id}/schedule/{list:windows|limits|steps|budgets|orders|frame}" ->
                Sent.form("title", "a limit", "capacity", "2");
            case "POST /api/v1/workspaces/{id}/schedule/{list}" -> Sent.json("{\"title\":\"a limit\",\"capacity\":2}");
            case "POST /api/v1/workspaces/{id}/schedule/searches" -> Sent.json("{}");
            case "POST /api/v1/workspaces/{id}/impact/studies/{study}/searches" -> Sent.json("{\"from\":\"7\"}");
            case "POST /workspaces/{id}/schedule/agreed" -> Sent.form("title", "a plan");
            case "POST /api/v1/workspaces/{id}/schedule/agreed" -> Sent.json("{\"title\":\"a plan\"}");
            case "POST /workspaces/{id}/plan/outlooks" ->
                Sent.form("title", "slow", "from", "2027", "until", "2036", "currency", "USD", "budget", "1000000");
            case "POST /workspaces/{id}/impact/tables" ->
                Sent.file("file", "rows.csv", "month,robberies\n1,2\n2,3\n".getBytes(StandardCharsets.UTF_8));
            case "POST /workspaces/{id}/impact/studies/{study}" ->
                Sent.form("title", "a study", "method", "its", "time", "month", "outcome", "robberies", "from", "7");
            case "POST /api/v1/workspaces/{id}/impact/studies" ->
                Sent.json("{\"title\":\"another study\",\"csv\":\"month,robberies\\n1,2\\n2,3\\n\"}");
            case "POST /api/v1/workspaces/{id}/impact/studies/{study}" -> Sent.json("{\"from\":\"7\"}");
            case "POST /api/v1/workspaces/{id}/surveys" ->
                Sent.json(
                        "{\"title\":\"another round\",\"on\":\"2026\",\"form\":{\"survey\":[{\"type\":\"integer\",\"name\":\"walk\"}]},\"csv\":\"walk\\n1\\n2\\n\"}");
            case "POST /api/v1/workspaces/{id}/surveys/{survey}/measurements" ->
                Sent.json("{\"question\":\"robberies\",\"indicator\":\"an indicator\"}");
            case "POST /workspaces/{id}/surveys/{survey}/measurements" ->
                Sent.form("figure", "robberies", "indicator", "an indicator");
            case "POST /workspaces/{id}/surveys" ->
                Sent.file("file", "answers.csv", "walk\n1\n2\n".getBytes(StandardCharsets.UTF_8));
            case "POST /workspaces/{id}/contribution/claims" ->
                Sent.form("about", "{box}", "title", "another claim", "contributor", "a law");
            case "POST /workspaces/{id}/contribution/claims/{claim}/evidence" ->
                Sent.form("text", "what was found", "test", "hoop", "result", "passed", "source", "minutes");
            case "POST /workspaces/{id}/contribution/claims/{claim}/alternatives" ->
                Sent.form("title", "something else");
            case "POST /workspaces/{id}/contribution/claims/{claim}/judgement" ->
                Sent.form("judged", "plausible", "office", "an office", "because", "it was seen");
            case "POST /workspaces/{id}/outcomes" -> Sent.form("who", "a court", "change", "it publishes its list");
            case "POST /api/v1/workspaces/{id}/contribution/claims" ->
                Sent.json("{\"about\":\"{box}\",\"title\":\"another claim\",\"contributor\":\"a law\"}");
            case "POST /api/v1/workspaces/{id}/contribution/claims/{claim}/evidence" ->
                Sent.json("{\"text\":\"what was found\",\"test\":\"hoop\"}");
            case "POST /api/v1/workspaces/{id}/contribution/claims/{claim}/alternatives" ->
                Sent.json("{\"title\":\"something else\"}");
            case "POST /api/v1/workspaces/{id}/contribution/claims/{claim}/judgement" ->
                Sent.json("{\"judged\":\"plausible\",\"office\":\"an office\",\"because\":\"it was seen\"}");
            case "POST /api/v1/workspaces/{id}/outcomes" ->
                Sent.json("{\"who\":\"a court\",\"change\":\"it publishes its list\"}");
            case "POST /workspaces/{id}/diligence/cases" ->
                Sent.form("unit", "another unit", "given", "boats", "keep", "me");
            case "POST /workspaces/{id}/diligence/cases/{case}/answers" ->
                Sent.form("regimes", "us-leahy", "answer-us-defence", "yes");
            case "POST /workspaces/{id}/diligence/cases/{case}/facts" ->
                Sent.form("text", "a fact", "topic", "command", "learned", "2026-03-01");
            case "POST /workspaces/{id}/diligence/cases/{case}/measures" ->
                Sent.form("text", "a measure", "owner", "an office", "due", "2026-09-30");
            case "POST /workspaces/{id}/diligence/cases/{case}/steps" ->
                Sent.form("kind", "closed", "date", "2026-03-01", "office", "an office", "because", "it ended");
            case "POST /workspaces/{id}/diligence/cases/{case}/share" ->
                Sent.form("date", "2026-03-01", "office", "an office", "because", "others have to know");
            case "POST /api/v1/workspaces/{id}/diligence/cases" ->
                Sent.json("{\"unit\":\"another unit\",\"given\":\"boats\",\"keep\":\"me\"}");
            case "POST /api/v1/workspaces/{id}/diligence/cases/{case}/answers" ->
                Sent.json("{\"regimes\":[\"us-leahy\"],\"answer-us-defence\":\"yes\"}");
            case "POST /api/v1/workspaces/{id}/diligence/cases/{case}/facts" ->
                Sent.json("{\"text\":\"a fact\",\"learned\":\"2026-03-01\"}");
            case "POST /api/v1/workspaces/{id}/diligence/cases/{case}/measures" ->
                Sent.json("{\"text\":\"a measure\",\"owner\":\"an office\"}");
            case "POST /api/v1/workspaces/{id}/diligence/cases/{case}/steps" ->
                Sent.json(
                        "{\"kind\":\"closed\",\"date\":\"2026-03-01\",\"office\":\"an office\",\"because\":\"it ended\"}");
            case "POST /workspaces/{id}/actions", "POST /workspaces/{id}/focal-points" ->
                Sent.form("title", "an action", "office", "an office");
            case "POST /workspaces/{id}/focal-points/{point}/name" -> Sent.form("name", "somebody");
            case "POST /workspaces/{id}/meetings" -> Sent.form("title", "another meeting", "day", "2026-04-01");
            case "POST /workspaces/{id}/meetings/{meeting}/minutes",
                    "POST /workspaces/{id}/meetings/{meeting}/minutes/preview" -> Sent.form("text", "D: so be it");
            case "POST /workspaces/{id}/requests" -> Sent.form("title", "a request", "asked-of", "an office");
            case "POST /api/v1/workspaces/{id}/agenda/{list}" ->
                Sent.json("{\"title\":\"an action\",\"office\":\"an office\"}");
            case "POST /api/v1/workspaces/{id}/agenda/focal-points/{point}/name" ->
                Sent.json("{\"name\":\"somebody\"}");
            case "POST /api/v1/workspaces/{id}/agenda/meetings/{meeting}/minutes" ->
                Sent.json("{\"text\":\"D: so be it\",\"write\":true}");
            case "POST /workspaces/{id}/politics/{list:decisions|windows|partnerships}" ->
                Sent.form("title", "a decision", "decided-by", "an office", "payers", "an office");
            case "POST /workspaces/{id}/politics/{list:stances|red-lines}" ->
                Sent.form("actor-name", "an actor", "objective-name", "an objective", "line", "no", "keep", "me");
            case "POST /api/v1/workspaces/{id}/politics/{list}" -> Sent.json("{\"title\":\"a decision\"}");
            case "POST /workspaces/{id}/standards/{instrument}/statements" ->
                Sent.form("country", "XZU", "step", "practised", "answer", "recorded");
            case "POST /workspaces/{id}/standards/{instrument}/objectives" ->
                Sent.form("country", "XZU", "gap", "{gap}", "chain", "{chain}", "title", "an objective");
            case "POST /api/v1/workspaces/{id}/standards/{instrument}/statements" ->
                Sent.json("{\"country\":\"XZU\",\"step\":\"reported\",\"answer\":\"recorded\"}");
            case "POST /api/v1/workspaces/{id}/standards/{instrument}/objectives" ->
                Sent.json("{\"country\":\"XZU\",\"gap\":\"{gap}\",\"chain\":\"{chain}\",\"title\":\"an objective\"}");
            case "POST /workspaces/{id}/papers" -> Sent.file("file", "mine.yaml", template);
            case "POST /workspaces/{id}/papers/{paper}/document" ->
                Sent.file("logo", "logo.png", picture(), "form", "docx", "partner", "a partner");
            case "POST /api/v1/workspaces/{id}/papers" ->
                Sent.json("{\"template\":\"edition: 2026-11\\nname: mine\\nparts: [part: support]\"}");
            case "POST /api/v1/workspaces/{id}/papers/{paper}/document.{form}" ->
                Sent.json("{\"partner\":\"a partner\"}");
            case "POST /workspaces/{id}/strategy/editions" -> Sent.form("title", "another edition", "for", "full");
            case "POST /workspaces/{id}/strategy/editions/{edition}/approvals" ->
                Sent.form(
                        "side",
                        "donor",
                        "who",
                        "a name",
                        "office",
                        "an office",
                        "date",
                        "2026-03-02",
                        "place",
                        "a place",
                        "document",
                        "minutes",
                        "digest",
                        "{digest}");
            case "POST /workspaces/{id}/strategy/editions/{edition}/steps" ->
                Sent.form("to", "ended", "date", "2026-03-03");
            case "POST /workspaces/{id}/strategy/sections/{section}" ->
                Sent.form("item", "new", "text", "some words", "for", "full");
            case "POST /workspaces/{id}/strategy/styled" ->
                Sent.file("template", "style.docx", style(), "for", "public");
            case "POST /api/v1/workspaces/{id}/strategy/styled" ->
                new Sent("application/octet-stream", new String(style(), StandardCharsets.ISO_8859_1));
            case "POST /workspaces/{id}/strategy/verify" ->
                Sent.file("file", "page.html", "<!doctype html><html></html>".getBytes(StandardCharsets.UTF_8));
            case "POST /workspaces/{id}/strategy/sections/{section}/look" -> Sent.form("how", "keep");
            case "POST /api/v1/workspaces/{id}/strategy/editions" ->
                Sent.json("{\"title\":\"another edition\",\"for\":\"full\"}");
            case "POST /api/v1/workspaces/{id}/strategy/editions/{edition}/approvals" ->
                Sent.json("{\"side\":\"partner\",\"who\":\"a name\",\"office\":\"an office\",\"date\":\"2026-03-02\","
                        + "\"place\":\"a place\",\"document\":\"minutes\",\"digest\":\"{digest}\"}");
            case "POST /api/v1/workspaces/{id}/strategy/editions/{edition}/steps" ->
                Sent.json("{\"to\":\"ended\",\"date\":\"2026-03-03\"}");
            case "POST /api/v1/workspaces/{id}/strategy/sections/{section}" ->
                Sent.json("{\"text\":\"some words of a program\"}");
            case "POST /api/v1/workspaces/{id}/strategy/sections/{section}/look" -> Sent.json("{\"how\":\"keep\"}");
            case "POST /api/v1/workspaces/{id}/strategy/verify" ->
                new Sent("application/octet-stream", "<!doctype html><html><body>a page</body></html>");
            case "POST /workspaces/{id}/goals" -> Sent.form("title", "another draft");
            case "POST /workspaces/{id}/goals/{chain}/adoption" -> Sent.form("adoption", "draft");
            case "POST /workspaces/{id}/goals/{chain}/offers" -> Sent.form("offers", "XX-1", "to", "{box}");
            case "POST /workspaces/{id}/goals/{chain}/copies" -> Sent.form("title", "a copy");
            case "POST /api/v1/workspaces/{id}/goals/{chain}/adoption" -> Sent.json("{\"adoption\":\"draft\"}");
            case "POST /api/v1/workspaces/{id}/goals/{chain}/copies" -> Sent.json("{\"title\":\"a copy\"}");
            case "POST /workspaces/{id}/goals/{chain}/boxes" ->
                Sent.form("kind", "objective", "title", "an objective", "to", "{box}");
            case "POST /workspaces/{id}/goals/{chain}/conditions" ->
                Sent.form("kind", "risk", "title", "a risk", "box", "{box}");
            case "POST /workspaces/{id}/goals/{chain}/indicators" -> Sent.form("title", "an indicator", "of", "{box}");
            case "POST /workspaces/{id}/goals/{chain}/links" ->
                Sent.form("from", "{item}", "type", "undermines", "to", "{box}");
            case "POST /workspaces/{id}/goals/{chain}/logframe/cells" ->
                Sent.form("row", "b:{box}", "column", "indicator", "text", "an indicator in a cell");
            case "POST /workspaces/{id}/goals/{chain}/logframe/pasted" ->
                Sent.form("text", "a note\tmore", "column", "payer", "rows", "b:{box}");
            case "POST /workspaces/{id}/goals/{chain}/logframe/brought" ->
                Sent.file(
                        "file",
                        "logframe.csv",
                        "level,title\noutput,an output of a file\n".getBytes(StandardCharsets.UTF_8));
            case "POST /workspaces/{id}/goals/{chain}/logframe/rows" ->
                Sent.form("level", "output", "title", "an output", "to", "{box}");
            case "POST /workspaces/{id}/goals/{chain}/moves" -> Sent.form("box", "{box}", "way", "down");
            case "POST /workspaces/{id}/goals/{chain}/removals" -> Sent.form("item", "{item}", "basis", "{basis}");
            case "POST /workspaces/{id}/goals/{chain}/answers" ->
                Sent.form("hole", "not-asked:{box}:forWhom", "reply", "agree", "because", "soon");
            case "POST /workspaces/{id}/goals/{chain}/measurements/{indicator}" ->
                Sent.form("on", "2024", "value", "12.5");
            case "POST /workspaces/{id}/goals/{chain}/measurements/{indicator}/{measurement}" ->
                Sent.form("state", "submitted");
            case "POST /workspaces/{id}/goals/{chain}/sheet" ->
                Sent.file("file", "sheet.csv", measurements, "act", "draft");
            case "POST /api/v1/workspaces/{id}/goals/{chain}/measurements" ->
                Sent.json("{\"indicator\":\"{indicator}\",\"on\":\"2023\",\"value\":\"3\"}");
            case "POST /api/v1/workspaces/{id}/goals/{chain}/measurements/{measurement}" ->
                Sent.json("{\"state\":\"submitted\"}");
            case "POST /api/v1/workspaces/{id}/goals/{chain}/moves" ->
                Sent.json("{\"box\":\"{box}\",\"way\":\"down\"}");
            case "POST /api/v1/workspaces/{id}/goals/{chain}/removals" -> Sent.json("{\"box\":\"{item}\"}");
            case "POST /api/v1/workspaces/{id}/goals/{chain}/backwards/objectives" ->
                Sent.json("{\"title\":\"an objective of a program\",\"to\":\"{box}\"}");
            case "POST /api/v1/workspaces/{id}/goals/{chain}/backwards/offers" ->
                Sent.json("{\"offers\":[\"XX-1\"],\"to\":\"{box}\"}");
            case "POST /workspaces/{id}/goals/{chain}/feed" -> Sent.form("act", "update");
            case "POST /workspaces/{id}/goals/{chain}/feed/{indicator}" -> Sent.form("act", "leave");
            case "POST /api/v1/workspaces/{id}/goals/{chain}/feed" -> Sent.json("{\"act\":\"update\"}");
            case "POST /api/v1/workspaces/{id}/goals/{chain}/feed/{indicator}" -> Sent.json("{\"series\":\"\"}");
            case "POST /api/v1/workspaces/{id}/goals/{chain}/sheet" ->
                Sent.json("indicator,on,value\nan indicator,2024,5\n");
            case "POST /workspaces/{id}/goals/{chain}/library" -> Sent.form("key", "homicide", "of", "{box}");
            case "POST /api/v1/workspaces/{id}/goals/{chain}/library" ->
                Sent.json("{\"key\":\"homicide\",\"of\":\"{box}\"}");
            case "POST /api/v1/workspaces/{id}/goals" ->
                Sent.json(
                        "{\"format\":\"salus-goals\",\"edition\":1,\"chain\":{\"title\":\"a third draft\"},\"elements\":[]}");
            case "POST /api/v1/workspaces/{id}/goals/{chain}/logframe" ->
                Sent.json("level,title\noutput,an output of a program\n");
            case "POST /api/v1/workspaces/{id}/goals/{chain}/answers" ->
                Sent.json("{\"hole\":\"not-asked:{box}:leftOut\",\"reply\":\"agree\",\"because\":\"soon\"}");
            case "POST /workspaces/{id}/items/{item}/citations" -> Sent.form("title", "a law", "type", "law");
            case "POST /workspaces/{id}/items/{item}/citations/{number}/remove" -> Sent.form("basis", "{basis}");
            case "POST /workspaces/{id}/items/{item}/comments" -> Sent.form("text", "a remark");
            case "POST /workspaces/{id}/items/{item}/fields/{field}" ->
                Sent.form("title", "another title", "basis", "{basis}");
            case "POST /workspaces/{id}/items/{item}/rows/{list}" ->
                Sent.form("basis", "{basis}", "%2B{list}.text", "a name");
            case "POST /workspaces/{id}/items/{item}/rows/{row}/remove" -> Sent.form("basis", "{basis}");
            case "PUT /api/v1/workspaces/{id}/items/{item}/fields/{path}" ->
                Sent.json("{\"typed\":\"other words\",\"basis\":[\"{basis}\"]}");
            case "POST /api/v1/workspaces/{id}/items/{item}/rows/{path}" ->
                Sent.json("{\"typed\":{\"text\":\"a name\"},\"basis\":[\"{basis}\"]}");
            case "POST /workspaces/{id}/items/{item}/remove" -> Sent.form("basis", "{basis}");
            case "POST /workspaces/{id}/items/{item}/erasure" -> Sent.form("why", "asked for", "sure", "true");
            case "POST /workspaces/{id}/items/{item}/sensitivity" ->
                Sent.form("basis", "{basis}", "audience", "members", "why", "as agreed");
            case "POST /workspaces/{id}/members/{member}" -> Sent.form("role", "contributor", "basis", "{memberbasis}");
            case "POST /api/v1/workspaces/{id}/members/{member}" ->
                Sent.json("{\"role\":\"contributor\",\"basis\":[\"{memberbasis}\"]}");
            case "POST /workspaces/{id}/invitations" -> Sent.form("role", "reader");
            case "POST /api/v1/workspaces/{id}/invitations" -> Sent.json("{\"role\":\"reader\"}");
            case "POST /workspaces/{id}/undo" -> Sent.form("entry", "{entry}");
            case "POST /workspaces/{id}/views" ->
                Sent.form("name", "a view", "country", "BDI", "question", "rows%3Ddonor");
            case "POST /api/v1/workspaces/{id}/views" ->
                Sent.json("{\"name\":\"a view\",\"country\":\"BDI\",\"question\":\"rows=donor\"}");
            case "POST /workspaces/{id}/coordination/institutions" ->
                Sent.form(
                        "institution",
                        "{from}",
                        "activity",
                        "activity-public",
                        "verdict",
                        "supports",
                        "why",
                        "so it says");
            case "POST /api/v1/workspaces/{id}/coordination/institutions" ->
                Sent.json("{\"institution\":\"{from}\",\"activity\":\"activity-members\","
                        + "\"verdict\":\"not\",\"why\":\"so it says\"}");
            case "POST /workspaces/{id}/coordination/statements" ->
                Sent.form("donor", "Norway", "by", "partner", "who", "an office", "text", "its training was used");
            case "POST /api/v1/workspaces/{id}/coordination/statements" ->
                Sent.json("{\"donor\":\"Norway\",\"by\":\"donor\",\"who\":\"an office\",\"text\":\"we train\"}");
            case "POST /workspaces/{id}/sources" -> Sent.form("title", "a law", "type", "law");
            case "POST /workspaces/{id}/versions" -> Sent.form("name", "a version of " + UUID.randomUUID());
            case "POST /workspaces/{id}/sector/actors" -> Sent.form("name", "an actor", "what", "parliament");
            case "POST /workspaces/{id}/sector/ties" -> Sent.form("from", "{from}", "tie", "oversees", "to", "{item}");
            case "POST /workspaces/{id}/sector/ties/{item}" ->
                Sent.form("from", "{from}", "tie", "oversees", "to", "{from}", "basis", "{basis}");
            case "POST /workspaces/{id}/sector/import" -> Sent.file("file", "map.json", map);
            case "POST /workspaces/{id}/sector/support" -> Sent.file("file", "support.csv", table);
            case "POST /workspaces/{id}/governance/rounds" ->
                Sent.form("title", "another round", "seats", "A: an office", "institution", "{from}");
            case "POST /workspaces/{id}/governance/rounds/{round}/answers/{institution}" -> Sent.form("seat", "A");
            case "POST /workspaces/{id}/governance/rounds/{round}/field" ->
                Sent.file("file", "form.csv", answers, "act", "take");
            case "POST /workspaces/{id}/governance/rounds/{round}/institutions" -> Sent.form("institution", "{from}");
            case "POST /workspaces/{id}/governance/rounds/{round}/replies" ->
                Sent.form("institution", "{institution}", "reply", "agree", "by", "an office");
            case "POST /workspaces/{id}/governance/rounds/{round}/replies/file" ->
                Sent.file("file", "reply.xlsx", replyForm(), "act", "take");
            case "POST /workspaces/{id}/governance/rounds/{round}/reviews" ->
                Sent.form("answer", "{answer}", "verdict", "accepted");
            case "POST /workspaces/{id}/governance/rounds/{round}/seats" -> Sent.form("seat", "B");
            case "POST /workspaces/{id}/governance/rounds/{round}/stage" -> Sent.form("stage", "review");
            case "POST /workspaces/{id}/governance/sets" -> Sent.file("file", "set.yaml", questions);
            case "POST /api/v1/workspaces/{id}/governance/rounds" ->
                Sent.json("{\"title\":\"another round\",\"assessors\":\"A: an office\",\"institutions\":[\"{from}\"]}");
            case "POST /api/v1/workspaces/{id}/governance/rounds/{round}/answers" ->
                Sent.json(
                        "{\"institution\":\"{institution}\",\"question\":\"BUD-04\",\"assessor\":\"B\",\"answer\":\"2\"}");
            case "POST /api/v1/workspaces/{id}/governance/rounds/{round}/assessors" ->
                Sent.json("{\"code\":\"B\",\"name\":\"another office\"}");
            case "POST /api/v1/workspaces/{id}/governance/rounds/{round}/institutions" ->
                Sent.json("{\"institution\":\"{from}\"}");
            case "POST /api/v1/workspaces/{id}/governance/rounds/{round}/form" ->
                Sent.file("file", "form.csv", answers);
            case "POST /api/v1/workspaces/{id}/governance/rounds/{round}/replies" ->
                Sent.json("{\"institution\":\"{institution}\",\"reply\":\"agree\",\"by\":\"an office\"}");
            case "POST /api/v1/workspaces/{id}/governance/rounds/{round}/replies/file" ->
                Sent.file("file", "reply.xlsx", replyForm());
            case "POST /api/v1/workspaces/{id}/governance/rounds/{round}/reviews" ->
                Sent.json("{\"institution\":\"{institution}\",\"question\":\"FOR-01\",\"assessor\":\"A\","
                        + "\"verdict\":\"accepted\"}");
            case "POST /api/v1/workspaces/{id}/governance/rounds/{round}/stage" -> Sent.json("{\"stage\":\"review\"}");
            case "POST /api/v1/workspaces/{id}/governance/sets" ->
                Sent.json(new String(questions, StandardCharsets.UTF_8));
            case "POST /api/v1/workspaces" ->
                Sent.json("{\"name\":\"another\",\"countries\":[\"BDI\"],\"region\":\"\",\"reformName\":\"SSR\"}");
            case "PUT /api/v1/workspaces/{id}/items/{item}" -> Sent.json(text);
            case "POST /api/v1/workspaces/{id}/items/{item}/erasure" -> Sent.json("{\"why\":\"asked for\"}");
            case "POST /api/v1/workspaces/{id}/conflicts/{item}/resolution" ->
                Sent.json("{\"keep\":\"{ground}\",\"why\":\"both say so\"}");
            case "POST /api/v1/workspaces/{id}/undo" -> Sent.json("{\"entry\":\"{entry}\"}");
            case "POST /api/v1/workspaces/{id}/versions" ->
                Sent.json("{\"name\":\"a version of " + UUID.randomUUID() + "\"}");
            case "POST /api/v1/workspaces/{id}/decisions" -> Sent.json("{\"refused\":[\"{waiting}\"]}");
            case "POST /api/v1/workspaces/{id}/copies" -> Sent.json("{\"passphrase\":\"" + passphrase + "\"}");
            case "POST /api/v1/workspaces/{id}/merges" ->
                Sent.file("file", "brought.salus", copyOf(asker), "passphrase", passphrase);
            case "POST /api/v1/workspaces/{id}/sector/import" -> Sent.file("file", "map.json", map);
            case "POST /api/v1/workspaces/{id}/sector/support" -> Sent.file("file", "support.csv", table);
            default -> Sent.NOTHING;
        };
    }

    /** A document of Word with nothing in it. */
    private static byte[] style() {
        try (XWPFDocument word = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            word.write(out);
            return out.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
