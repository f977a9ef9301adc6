package org.salus.portal.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.agenda.AgendaAnswers;
import org.salus.agenda.AgendaList;
import org.salus.agenda.Meeting;
import org.salus.agenda.Minutes;
import org.salus.agenda.TypedAgenda;
import org.salus.appraisal.Check;
import org.salus.appraisal.Checks;
import org.salus.appraisal.PoliticsFile;
import org.salus.appraisal.TypedCheck;
import org.salus.evidence.Evidence;
import org.salus.framework.Characteristic;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.goals.Adoption;
import org.salus.goals.BackwardsAnswers;
import org.salus.goals.Chain;
import org.salus.goals.ChainCopy;
import org.salus.goals.ChainFile;
import org.salus.goals.Feeds;
import org.salus.goals.Goal;
import org.salus.goals.GoalsAnswers;
import org.salus.goals.Ground;
import org.salus.goals.Grounds;
import org.salus.goals.Indicator;
import org.salus.goals.MeasuredChain;
import org.salus.goals.Objective;
import org.salus.goals.ResultsChain;
import org.salus.governance.Answers;
import org.salus.governance.Assessment;
import org.salus.governance.Disagreement;
import org.salus.governance.FieldImport;
import org.salus.governance.NewRound;
import org.salus.governance.QuestionSet;
import org.salus.governance.QuestionSetFile;
import org.salus.governance.Rating;
import org.salus.governance.Round;
import org.salus.governance.Stage;
import org.salus.governance.TypedStep;
import org.salus.governance.Verdict;
import org.salus.impact.ClaimBook;
import org.salus.impact.ContributionClaim;
import org.salus.impact.ImpactStudy;
import org.salus.impact.PanelTable;
import org.salus.impact.SurveyFormReader;
import org.salus.impact.SurveySubmissions;
import org.salus.impact.TypedContribution;
import org.salus.impact.TypedStudy;
import org.salus.impact.TypedSurvey;
import org.salus.impact.WorkedOut;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.People;
import org.salus.people.SessionLimits;
import org.salus.planning.PlanFile;
import org.salus.portfolio.Supports;
import org.salus.sector.Actor;
import org.salus.sector.ImportPreview;
import org.salus.sector.KeptFor;
import org.salus.sector.MatrixFile;
import org.salus.sector.MatrixPreview;
import org.salus.sector.SectorImport;
import org.salus.sector.SupportImport;
import org.salus.strategy.Sections;
import org.salus.workspace.Faces;
import org.salus.workspace.Reply;
import org.salus.workspace.WorkPlace;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo's two workspaces, founded as anybody founds one and filled through the ordinary import. */
public final class DemoWorkspaces {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<Demo> DEMOS = List.of(
            new Demo(
                    "portal.demo.burundi",
                    "BDI",
                    "sector-burundi.json",
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
            new Demo(
                    "portal.demo.orvelia",
                    "XOV",
                    "sector-orvelia.json",
                    List.of(
                            new Assessed("portal.demo.assessed.first", "2023", 2, "assessment-orvelia-2023.csv"),
                            new Assessed("portal.demo.assessed.second", "2026", 3, "assessment-orvelia-2026.csv")),
                    Optional.of("support-orvelia.csv"),
                    Optional.of("goals-orvelia.json"),
                    Optional.of("politics-orvelia.json"),
                    Optional.of("appraisal-orvelia.json"),
                    Optional.of("plan-orvelia.json"),
                    Optional.of("impact-orvelia.json"),
                    Optional.of("surveys-orvelia.json"),
                    Optional.of("outcomes-orvelia.json"),
                    Optional.of("agenda-orvelia.json"),
                    Optional.of("strategy-orvelia.json")));

    /**
     * A workspace of the demo.
     *
     * @param rounds in which institutions were assessed; only of an invented country
     * @param told a list of support that partners told of; only of an invented country
     * @param goals a results chain; only of an invented country
     * @param politics decisions and stances; only of an invented country
     * @param answers to checks of the appraisal; only of an invented country
     * @param plan what its steps need, and who can pay when; only of an invented country
     * @param studies of whether something worked, each with the table it asks
     * @param surveys rounds of a survey, each with its form and submissions; only of an invented country
     * @param outcomes that were seen, and claims of what contributed; only of an invented country
     * @param agenda meetings, actions, a request and a focal point; only of an invented country
     * @param strategy editions and what they rest on; only of an invented country
     */
    private record Demo(
            String name,
            String country,
            String file,
            List<Assessed> rounds,
            Optional<String> told,
            Optional<String> goals,
            Optional<String> politics,
            Optional<String> answers,
            Optional<String> plan,
            Optional<String> studies,
            Optional<String> surveys,
            Optional<String> outcomes,
            Optional<String> agenda,
            Optional<String> strategy) {
        private Demo {
            rounds = List.copyOf(rounds);
        }
    }

    /** A round with the answers of the first so many assessors. */
    private record Assessed(String title, String year, int assessors, String file) {}

    /** The indicator of Orvelia's plan that follows a series, and the series. */
    private static final String FOLLOWING = "Market traders who paid at a road block last month";

    private static final String FOLLOWED = "orvelia-household-survey/road-block-payments";
    private static final int FOLLOWED_SINCE = 2021;

    private DemoWorkspaces() {}

    /**
     * Founds those that are not there. Whoever has renamed one, or works in it, finds it again as it is.
     *
     * @param faces what all rooms add to workspaces
     * @param sections what a strategy is composed from, as on pages
     */
    public static void found(Path folder, Faces faces, Sections sections) throws IOException {
        try (Evidence evidence = Evidence.open(folder);
                Database database = new WorkPlace(folder).open()) {
            People people = People.open(database, InstantSource.system(), SessionLimits.ALONE);
            // Closing these would close the database, which is done here.
            Workspaces workspaces = Workspaces.open(database, faces.kinds(), InstantSource.system());
            AccountId alone = people.alone().account();
            for (Demo demo : DEMOS) {
                boolean isThere = workspaces.list(alone).stream()
                        .anyMatch(view -> view.charter().countries().contains(demo.country()));
                if (!isThere) {
                    Workspace workspace = found(
                            demo,
                            workspaces,
                            alone,
                            people.accounts().get(alone).name(),
                            faces,
                            evidence);
                    if (demo.strategy().isPresent()) {
                        DemoStrategy.found(
                                demo.strategy().get(), evidence, workspaces, workspace, alone, faces, sections);
                    }
                }
            }
        }
    }

    private static Workspace found(
            Demo demo, Workspaces workspaces, AccountId founder, String name, Faces faces, Evidence evidence)
            throws IOException {
        Wording wording = Wording.english();
        Workspace workspace = workspaces.found(
                new Charter(
                        wording.say(demo.name()),
                        List.of(demo.country()),
                        "",
                        wording.say("portal.demo.reform"),
                        Optional.empty()),
                founder,
                name,
                Optional.empty(),
                "");
        try (InputStream bytes = new ClassPathResource("demo/" + demo.file()).getInputStream()) {
            ImportPreview preview = SectorImport.preview(bytes, demo.file(), workspace.view(founder), Locale.ENGLISH);
            if (!(SectorImport.accept(workspace, founder, preview) instanceof Outcome.Accepted)) {
                throw broken();
            }
        }
        if (demo.told().isPresent()) {
            bring(demo.told().get(), workspaces, workspace, founder);
        }
        if (demo.goals().isPresent()) {
            try (InputStream bytes =
                    new ClassPathResource("demo/" + demo.goals().get()).getInputStream()) {
                ChainFile.Preview preview = ChainFile.read(bytes, workspace.view(founder));
                if (!preview.problems().isEmpty()
                        || !(workspace.append(founder, preview.edits(), Reason.EDIT) instanceof Outcome.Accepted)) {
                    throw broken();
                }
            }
        }
        if (demo.studies().isPresent()) {
            study(demo.studies().get(), workspace, founder);
        }
        if (demo.surveys().isPresent()) {
            survey(demo.surveys().get(), workspace, founder);
        }
        if (demo.politics().isPresent()) {
            String file = demo.politics().get();
            try (InputStream bytes = new ClassPathResource("demo/" + file).getInputStream()) {
                List<Edit> edits = PoliticsFile.edits(bytes, file, workspace.view(founder), faces, wording);
                if (!(workspace.append(founder, edits, Reason.EDIT) instanceof Outcome.Accepted)) {
                    throw broken();
                }
            }
        }
        if (!demo.rounds().isEmpty()) {
            Item<QuestionSet> asked = Item.fresh(QuestionSet.KIND, asked());
            if (!(workspace.append(founder, new Edit.Put(asked)) instanceof Outcome.Accepted)) {
                throw broken();
            }
            List<ItemId> rounds = new ArrayList<>();
            for (Assessed round : demo.rounds()) {
                rounds.add(assess(round, asked.id().toString(), workspace, founder));
            }
            hear(rounds.getFirst(), workspace, founder);
            DemoStrategy.openRound(rounds.getFirst(), workspace, founder);
            lock(rounds.getFirst(), workspace, founder);
            if (demo.goals().isPresent()) {
                traceBack(workspace, founder);
                beginSecondDraft(workspace, founder);
                adopt(workspace, founder);
                follow(demo.country(), workspace, founder, evidence);
            }
        }
        if (demo.plan().isPresent()) {
            String file = demo.plan().get();
            try (InputStream bytes = new ClassPathResource("demo/" + file).getInputStream()) {
                write(workspace, founder, PlanFile.edits(bytes, file, workspace.view(founder)));
            }
        }
        if (demo.answers().isPresent()) {
            answer(demo.answers().get(), workspaces, workspace, founder);
        }
        if (demo.outcomes().isPresent()) {
            trace(demo.outcomes().get(), workspace, founder);
        }
        if (demo.agenda().isPresent()) {
            meet(demo.agenda().get(), workspace, founder);
        }
        return workspace;
    }

    /** A list of support, read as that of any partner, for all members. */
    private static void bring(String file, Workspaces workspaces, Workspace workspace, AccountId founder)
            throws IOException {
        try (InputStream bytes = new ClassPathResource("demo/" + file).getInputStream()) {
            MatrixFile table = MatrixFile.read(bytes, file);
            MatrixFile.Sheet sheet = table.sheets().getFirst();
            SupportImport list = new SupportImport(
                    table, sheet, SupportImport.proposed(workspaces, workspace, founder, file, sheet), KeptFor.MEMBERS);
            MatrixPreview preview = list.preview(workspaces, workspace, founder);
            boolean isWhole = preview.problems().isEmpty()
                    && preview.unmatched().isEmpty()
                    && list.accept(preview, workspaces, workspace, founder, Wording.english())
                            instanceof Outcome.Accepted;
            if (!isWhole) {
                throw broken();
            }
        }
    }

    /** Before the older round was closed, a reviewer asked again about the answer over which its assessors are furthest apart, and the institution's side replied to it. */
    private static void hear(ItemId round, Workspace workspace, AccountId founder) {
        Wording wording = Wording.english();
        Assessment assessment = Assessment.of(workspace, workspace.view(founder), round, Locale.ENGLISH);
        Answers apart = Disagreement.of(assessment).stream()
                .filter(one -> one.kind() == Disagreement.Kind.FAR_APART)
                .map(Disagreement::answers)
                .findFirst()
                .orElseThrow(DemoWorkspaces::broken);
        String institution = apart.institution().id().toString();
        String question = apart.question().id();
        Item<Rating> answer = TypedStep.answer(
                assessment,
                institution,
                question,
                apart.given().getLast().seat().code());
        write(
                workspace,
                founder,
                TypedStep.review(answer, Verdict.ASK_AGAIN.code(), wording.say("portal.demo.review"))
                        .edits());
        TypedStep replied = TypedStep.reply(
                assessment,
                institution,
                question,
                Reply.PARTLY.code(),
                wording.say("portal.demo.reply"),
                wording.say("portal.demo.reply.by"),
                wording.say("portal.demo.reply.date"),
                wording.say("portal.demo.reply.document"));
        write(workspace, founder, replied.edits());
    }

    /** Meetings, with the minutes of those that were held, and what else stands on an agenda, typed one after the other. */
    private static void meet(String file, Workspace workspace, AccountId founder) throws IOException {
        JsonNode agenda = JSON.readTree(new ClassPathResource("demo/" + file).getContentAsByteArray());
        LocalDate day = LocalDate.parse(agenda.path("day").asString());
        for (JsonNode entry : agenda.path("entries")) {
            Map<String, String> typed = new LinkedHashMap<>();
            entry.properties()
                    .forEach(one -> typed.put(
                            one.getKey(),
                            one.getValue().isArray()
                                    ? one.getValue()
                                            .valueStream()
                                            .map(JsonNode::asString)
                                            .collect(Collectors.joining("\n"))
                                    : one.getValue().asString()));
            AgendaList list = AgendaAnswers.known(Objects.requireNonNullElse(typed.remove("list"), ""));
            String minutes = Objects.requireNonNullElse(typed.remove("minutes"), "");
            TypedAgenda.Written written = new TypedAgenda(list, typed).checked().write(workspace, founder, day);
            if (!(written.outcome() instanceof Outcome.Accepted)) {
                throw broken();
            }
            if (!minutes.isEmpty()) {
                View view = workspace.view(founder);
                Minutes read = Minutes.read(minutes, view, view.get(Meeting.KIND, written.id()));
                write(workspace, founder, read.edits(Wording.english()));
            }
        }
    }

    /** The older round is closed, as such rounds are; in the newer one people still answer. */
    private static void lock(ItemId round, Workspace workspace, AccountId founder) {
        TypedStep step = TypedStep.stage(workspace.view(founder).get(Round.KIND, round), Stage.LOCKED.code(), "");
        write(workspace, founder, step.edits());
    }

    /** Objectives of the plan that answer a weakness an assessment found say so. */
    private static void traceBack(Workspace workspace, AccountId founder) {
        View view = workspace.view(founder);
        List<Ground> grounds = Grounds.today(workspace, view, Locale.ENGLISH).stream()
                .filter(ground -> ground.source() == Ground.Source.ASSESSMENT)
                .toList();
        List<Edit> edits = new ArrayList<>();
        for (Item<Objective> objective : view.list(Objective.KIND)) {
            grounds.stream()
                    .filter(ground -> objective.value().institution().equals(Optional.of(ground.institution()))
                            && objective.value().characteristic().equals(Optional.of(ground.characteristic())))
                    .findFirst()
                    .ifPresent(ground -> edits.add(
                            new Edit.Put(objective.saying(objective.value().takingUp(ground)))));
        }
        write(workspace, founder, edits);
    }

    /**
     * Another draft to set beside the first: a copy that does without what is done for the border, and takes up a finding about oversight instead. What that
     * objective still lacks is there to be found.
     */
    private static void beginSecondDraft(Workspace workspace, AccountId founder) {
        Wording wording = Wording.english();
        View before = workspace.view(founder);
        List<Edit> copy = ChainCopy.of(
                before, new GoalsAnswers(before, wording).chains().getFirst(), wording.say("portal.demo.second-draft"));
        write(workspace, founder, copy);
        ItemId begun = ChainCopy.begun(copy);
        for (ItemId box : forTheBorder(Chain.of(workspace.view(founder), begun))) {
            View left = workspace.view(founder);
            write(
                    workspace,
                    founder,
                    new GoalsAnswers(left, wording)
                            .removing(left.get(ResultsChain.KIND, begun), box.toString(), Set.of()));
        }
        View copied = workspace.view(founder);
        Item<ResultsChain> draft = copied.get(ResultsChain.KIND, begun);
        Ground finding = Grounds.today(workspace, copied, Locale.ENGLISH).stream()
                .filter(ground -> ground.name().startsWith("overseer-without-reach:"))
                .findFirst()
                .orElseThrow(DemoWorkspaces::broken);
        write(
                workspace,
                founder,
                new BackwardsAnswers(workspace, copied, wording)
                        .objective(draft, finding.name(), wording.say("portal.demo.second-draft.objective"), "")
                        .edits());
    }

    /** The first draft is what its strategy follows; the other stays an alternative beside it. */
    private static void adopt(Workspace workspace, AccountId founder) {
        GoalsAnswers goals = new GoalsAnswers(workspace.view(founder), Wording.english());
        write(workspace, founder, goals.adopting(goals.chains().getFirst(), Adoption.ADOPTED));
    }

    /**
     * An indicator of the adopted draft of which a table of the demo tells follows it: its years are taken up and approved. Where nothing of it is loaded, people
     * measure.
     */
    private static void follow(String country, Workspace workspace, AccountId founder, Evidence evidence) {
        Feeds feeds = new Feeds(evidence, Supports.shipped());
        Optional<Item<Indicator>> told = adopted(workspace, founder).chain().indicators().stream()
                .filter(indicator -> indicator.value().title().equals(FOLLOWING))
                .findFirst();
        String series = "table:" + country + ":" + FOLLOWED;
        boolean isLoaded = feeds.choice(workspace.view(founder)).loaded().stream()
                .anyMatch(one -> one.key().toString().equals(series));
        if (told.isEmpty() || !isLoaded) {
            return;
        }
        write(
                workspace,
                founder,
                List.of(feeds.follow(told.get(), series, Optional.of(FOLLOWED_SINCE), workspace.view(founder))));
        write(
                workspace,
                founder,
                feeds.update(adopted(workspace, founder), Optional.empty(), founder)
                        .edits());
        write(
                workspace,
                founder,
                feeds.approve(adopted(workspace, founder), Optional.empty(), workspace.view(founder))
                        .edits());
    }

    private static MeasuredChain adopted(Workspace workspace, AccountId founder) {
        View view = workspace.view(founder);
        GoalsAnswers goals = new GoalsAnswers(view, Wording.english());
        return MeasuredChain.of(view, goals.model(goals.chains().getFirst()), LocalDate.now(Clock.systemUTC()));
    }

    /** The objective about resources that answers no assessment, what leads to nothing else, and the goals to which nothing else leads. */
    private static List<ItemId> forTheBorder(Chain chain) {
        Item<Objective> objective = chain.list(Objective.KIND).stream()
                .filter(one -> one.value().characteristic().equals(Optional.of(Characteristic.USE_OF_RESOURCES))
                        && one.value().ground().isEmpty())
                .findFirst()
                .orElseThrow(DemoWorkspaces::broken);
        Set<ItemId> way = new HashSet<>(chain.before(objective.id()));
        way.add(objective.id());
        way.addAll(chain.after(objective.id()));
        Set<ItemId> before = chain.before(objective.id());
        return chain.boxes().stream()
                .map(Item::id)
                .filter(way::contains)
                .filter(box -> way.containsAll(before.contains(box) ? chain.after(box) : chain.before(box)))
                .toList();
    }

    private static void write(Workspace workspace, AccountId founder, List<Edit> edits) {
        if (!(workspace.append(founder, edits, Reason.EDIT) instanceof Outcome.Accepted)) {
            throw broken();
        }
    }

    /** What offices answer to checks of the appraisal that ask people, typed one after the other. */
    private static void answer(String file, Workspaces workspaces, Workspace workspace, AccountId founder)
            throws IOException {
        JsonNode answers = JSON.readTree(new ClassPathResource("demo/" + file).getContentAsByteArray());
        for (JsonNode answer : answers) {
            Map<String, String> typed = new LinkedHashMap<>();
            answer.properties()
                    .forEach(one -> typed.put(one.getKey(), one.getValue().asString()));
            Check check = Checks.shipped().get(Objects.requireNonNullElse(typed.remove("check"), ""));
            TypedCheck.Written written = new TypedCheck(typed)
                    .knowing(TypedCheck.ANSWER)
                    .answer(check, workspaces, workspace, founder, Wording.english());
            if (!(written.outcome() instanceof Outcome.Accepted)) {
                throw broken();
            }
        }
    }

    /** Studies as anybody brings them: a table, then a question, which is asked and kept. What they speak of is named by its title. */
    private static void study(String file, Workspace workspace, AccountId founder) throws IOException {
        for (JsonNode told : JSON.readTree(new ClassPathResource("demo/" + file).getContentAsByteArray())) {
            Map<String, String> typed = new LinkedHashMap<>();
            told.properties()
                    .forEach(one -> typed.put(one.getKey(), one.getValue().asString()));
            String table = Objects.requireNonNullElse(typed.remove("file"), "");
            View view = workspace.view(founder);
            typed.computeIfPresent("about", (name, titles) -> about(titles, view));
            TypedStudy study = new TypedStudy(typed).knowing(TypedStudy.BEGIN);
            try (InputStream bytes = new ClassPathResource("demo/" + table).getInputStream()) {
                TypedStudy.Begun begun = study.begin(PanelTable.read(bytes, table), "", List.of(), view);
                write(workspace, founder, begun.edits());
                View now = workspace.view(founder);
                write(
                        workspace,
                        founder,
                        List.of(new Edit.Put(study.worked(
                                now.get(ImpactStudy.KIND, begun.id()),
                                now,
                                new WorkedOut(),
                                PartialDate.of(workspace.day(founder).toString())))));
            }
        }
    }

    /** Rounds of a survey, kept with the chosen answers alone, as anybody keeps one. */
    private static void survey(String file, Workspace workspace, AccountId founder) throws IOException {
        for (JsonNode told : JSON.readTree(new ClassPathResource("demo/" + file).getContentAsByteArray())) {
            Map<String, String> words = new LinkedHashMap<>();
            told.properties()
                    .forEach(one -> words.put(one.getKey(), one.getValue().asString()));
            String form = Objects.requireNonNullElse(words.remove("form"), "");
            String answers = Objects.requireNonNullElse(words.remove("file"), "");
            TypedSurvey typed = new TypedSurvey(words).knowing();
            try (InputStream questionnaire = new ClassPathResource("demo/" + form).getInputStream();
                    InputStream bytes = new ClassPathResource("demo/" + answers).getInputStream()) {
                TypedSurvey.Kept kept = typed.keep(
                        SurveyFormReader.read(questionnaire, form, typed.language()),
                        (asked, questions, design, groups) ->
                                SurveySubmissions.read(bytes, answers, asked, questions, design, groups),
                        workspace.view(founder),
                        Wording.english()::say,
                        // What is invented may lie ahead of the clock of a machine.
                        LocalDate.MAX);
                write(workspace, founder, kept.edits());
            }
        }
    }

    /** The goals and indicators of these titles, which semicolons part, by their ids. */
    private static String about(String titles, View view) {
        Map<String, ItemId> known = new LinkedHashMap<>();
        view.list(Goal.KIND).forEach(goal -> known.put(goal.value().title(), goal.id()));
        view.list(Indicator.KIND)
                .forEach(indicator -> known.put(indicator.value().title(), indicator.id()));
        return Stream.of(titles.split("; ", -1))
                .map(title -> Optional.ofNullable(known.get(title)).orElseThrow(DemoWorkspaces::broken))
                .map(ItemId::toString)
                .collect(Collectors.joining(" "));
    }

    /** Outcomes, and claims with their evidence, other explanations and judgement, typed one after the other. */
    private static void trace(String file, Workspace workspace, AccountId founder) throws IOException {
        JsonNode told = JSON.readTree(new ClassPathResource("demo/" + file).getContentAsByteArray());
        for (JsonNode outcome : told.path("outcomes")) {
            put(workspace, founder, typed(outcome, TypedContribution.OUTCOME).outcome(workspace.view(founder)));
        }
        for (JsonNode claim : told.path("claims")) {
            Item<ContributionClaim> begun =
                    typed(claim, TypedContribution.CLAIM).claim(workspace.view(founder));
            String id = begun.id().toString();
            put(workspace, founder, begun);
            for (JsonNode evidence : claim.path("evidence")) {
                test(id, evidence, Map.of(), workspace, founder);
            }
            for (JsonNode rival : claim.path("alternatives")) {
                put(
                        workspace,
                        founder,
                        typed(rival, TypedContribution.ALTERNATIVE)
                                .alternative(
                                        ClaimBook.of(workspace.view(founder)).find(id)));
                for (JsonNode evidence : rival.path("evidence")) {
                    test(id, evidence, Map.of("alternative", rival.path("title").asString()), workspace, founder);
                }
            }
            ClaimBook book = ClaimBook.of(workspace.view(founder));
            put(
                    workspace,
                    founder,
                    typed(claim.path("judgement"), TypedContribution.JUDGEMENT).judged(book.find(id)));
        }
    }

    private static void test(
            String claim, JsonNode evidence, Map<String, String> of, Workspace workspace, AccountId founder) {
        Map<String, String> words = new LinkedHashMap<>(of);
        evidence.properties()
                .forEach(one -> words.put(one.getKey(), one.getValue().asString()));
        ClaimBook book = ClaimBook.of(workspace.view(founder));
        put(
                workspace,
                founder,
                new TypedContribution(words).knowing(TypedContribution.EVIDENCE).evidence(book, book.find(claim)));
    }

    /** What is said in these fields; lists of what belongs to it are told apart. */
    private static TypedContribution typed(JsonNode node, List<String> fields) {
        Map<String, String> words = new LinkedHashMap<>();
        node.properties().stream()
                .filter(one -> one.getValue().isString())
                .forEach(one -> words.put(one.getKey(), one.getValue().asString()));
        return new TypedContribution(words).knowing(fields);
    }

    private static void put(Workspace workspace, AccountId founder, Item<?> item) {
        write(workspace, founder, List.of(new Edit.Put(item)));
    }

    /** The questions in the edition that the demo's rounds were answered in, which need not be the one that comes with the program today. */
    private static QuestionSet asked() throws IOException {
        try (InputStream bytes = new ClassPathResource("demo/questions-2026-11.yaml").getInputStream()) {
            return QuestionSetFile.read(bytes).set().orElseThrow(DemoWorkspaces::broken);
        }
    }

    /** A round of the core, begun and answered through the form that comes back from the field. */
    private static ItemId assess(Assessed assessed, String set, Workspace workspace, AccountId founder)
            throws IOException {
        byte[] form = new ClassPathResource("demo/" + assessed.file()).getContentAsByteArray();
        String text = new String(form, StandardCharsets.UTF_8);
        Wording wording = Wording.english();
        View view = workspace.view(founder);
        NewRound round = NewRound.of(
                view,
                wording.say(assessed.title()),
                set,
                true,
                Stream.of("A", "B", "C")
                        .limit(assessed.assessors())
                        .map(code -> code + ": " + wording.say("portal.demo.assessor." + code))
                        .collect(Collectors.joining("; ")),
                assessed.year(),
                assessed.year(),
                view.list(Actor.KIND).stream()
                        .filter(actor ->
                                actor.value().names().stream().anyMatch(name -> text.contains("\n" + name + ",")))
                        .map(actor -> actor.id().toString())
                        .toList());
        if (!(workspace.append(founder, round.edits(), Reason.EDIT) instanceof Outcome.Accepted)) {
            throw broken();
        }
        View begun = workspace.view(founder);
        FieldImport.Preview answers = FieldImport.preview(
                new ByteArrayInputStream(form),
                assessed.file(),
                Assessment.of(workspace, begun, round.id(), Locale.ENGLISH),
                begun,
                Locale.ENGLISH);
        if (!answers.problems().isEmpty()
                || !(FieldImport.accept(workspace, founder, answers) instanceof Outcome.Accepted)) {
            throw broken();
        }
        return round.id();
    }

    private static Failure broken() {
        return new Failure(Failure.Kind.NOT_POSSIBLE, Sentence.of("portal.demo.broken"));
    }
}
