package org.salus.portal.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
import org.salus.agenda.AgendaFaces;
import org.salus.agenda.AgendaList;
import org.salus.agenda.Meeting;
import org.salus.agenda.Minutes;
import org.salus.agenda.TypedAgenda;
import org.salus.appraisal.Check;
import org.salus.appraisal.CheckFaces;
import org.salus.appraisal.Checks;
import org.salus.appraisal.PoliticsFaces;
import org.salus.appraisal.PoliticsFile;
import org.salus.appraisal.TypedCheck;
import org.salus.framework.Characteristic;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.goals.Adoption;
import org.salus.goals.BackwardsAnswers;
import org.salus.goals.Chain;
import org.salus.goals.ChainCopy;
import org.salus.goals.ChainFile;
import org.salus.goals.GoalsAnswers;
import org.salus.goals.GoalsFaces;
import org.salus.goals.Ground;
import org.salus.goals.Grounds;
import org.salus.goals.Objective;
import org.salus.goals.ResultsChain;
import org.salus.governance.Assessment;
import org.salus.governance.FieldImport;
import org.salus.governance.GovernanceFaces;
import org.salus.governance.NewRound;
import org.salus.governance.QuestionSet;
import org.salus.governance.QuestionSetFile;
import org.salus.governance.Round;
import org.salus.governance.Stage;
import org.salus.governance.TypedStep;
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
import org.salus.sector.Actor;
import org.salus.sector.ImportPreview;
import org.salus.sector.SectorFaces;
import org.salus.sector.SectorImport;
import org.salus.workspace.Faces;
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
                    Optional.empty()),
            new Demo(
                    "portal.demo.orvelia",
                    "XOV",
                    "sector-orvelia.json",
                    List.of(
                            new Assessed("portal.demo.assessed.first", "2023", 2, "assessment-orvelia-2023.csv"),
                            new Assessed("portal.demo.assessed.second", "2026", 3, "assessment-orvelia-2026.csv")),
                    Optional.of("goals-orvelia.json"),
                    Optional.of("politics-orvelia.json"),
                    Optional.of("appraisal-orvelia.json"),
                    Optional.of("agenda-orvelia.json")));

    /**
     * A workspace of the demo.
     *
     * @param rounds in which institutions were assessed; only of an invented country
     * @param goals a results chain; only of an invented country
     * @param politics decisions and stances; only of an invented country
     * @param answers to checks of the appraisal; only of an invented country
     * @param agenda meetings, actions, a request and a focal point; only of an invented country
     */
    private record Demo(
            String name,
            String country,
            String file,
            List<Assessed> rounds,
            Optional<String> goals,
            Optional<String> politics,
            Optional<String> answers,
            Optional<String> agenda) {
        private Demo {
            rounds = List.copyOf(rounds);
        }
    }

    /** A round with the answers of the first so many assessors. */
    private record Assessed(String title, String year, int assessors, String file) {}

    private static final Faces FACES = Faces.of(List.of(
            SectorFaces.contribution(),
            GovernanceFaces.contribution(),
            GoalsFaces.contribution(),
            PoliticsFaces.contribution(),
            CheckFaces.contribution(),
            AgendaFaces.contribution()));

    private DemoWorkspaces() {}

    /** Founds those that are not there. Whoever has renamed one, or works in it, finds it again as it is. */
    public static void found(Path folder) throws IOException {
        try (Database database = new WorkPlace(folder).open()) {
            People people = People.open(database, InstantSource.system(), SessionLimits.ALONE);
            // Closing these would close the database, which is done here.
            Workspaces workspaces = Workspaces.open(database, FACES.kinds(), InstantSource.system());
            AccountId alone = people.alone().account();
            for (Demo demo : DEMOS) {
                boolean isThere = workspaces.list(alone).stream()
                        .anyMatch(view -> view.charter().countries().contains(demo.country()));
                if (!isThere) {
                    found(demo, workspaces, alone, people.accounts().get(alone).name());
                }
            }
        }
    }

    private static void found(Demo demo, Workspaces workspaces, AccountId founder, String name) throws IOException {
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
        if (demo.politics().isPresent()) {
            String file = demo.politics().get();
            try (InputStream bytes = new ClassPathResource("demo/" + file).getInputStream()) {
                List<Edit> edits = PoliticsFile.edits(bytes, file, workspace.view(founder), FACES, wording);
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
            lock(rounds.getFirst(), workspace, founder);
            if (demo.goals().isPresent()) {
                traceBack(workspace, founder);
                beginSecondDraft(workspace, founder);
                adopt(workspace, founder);
            }
        }
        if (demo.answers().isPresent()) {
            answer(demo.answers().get(), workspaces, workspace, founder);
        }
        if (demo.agenda().isPresent()) {
            meet(demo.agenda().get(), workspace, founder);
        }
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
            TypedAgenda.Written written =
                    new TypedAgenda(list, typed).checked().write(workspace, founder, day);
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
