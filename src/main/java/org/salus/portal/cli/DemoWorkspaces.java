package org.salus.portal.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.appraisal.Check;
import org.salus.appraisal.CheckFaces;
import org.salus.appraisal.Checks;
import org.salus.appraisal.TypedCheck;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.goals.ChainFile;
import org.salus.goals.GoalsFaces;
import org.salus.governance.Assessment;
import org.salus.governance.FieldImport;
import org.salus.governance.GovernanceFaces;
import org.salus.governance.NewRound;
import org.salus.governance.QuestionSet;
import org.salus.governance.QuestionSetFile;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
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
                    Optional.empty()),
            new Demo(
                    "portal.demo.orvelia",
                    "XOV",
                    "sector-orvelia.json",
                    List.of(
                            new Assessed("portal.demo.assessed.first", "2023", 2, "assessment-orvelia-2023.csv"),
                            new Assessed("portal.demo.assessed.second", "2026", 3, "assessment-orvelia-2026.csv")),
                    Optional.of("goals-orvelia.json"),
                    Optional.of("appraisal-orvelia.json")));

    /**
     * A workspace of the demo.
     *
     * @param rounds in which institutions were assessed; only of an invented country
     * @param goals a results chain; only of an invented country
     * @param answers to checks of the appraisal; only of an invented country
     */
    private record Demo(
            String name,
            String country,
            String file,
            List<Assessed> rounds,
            Optional<String> goals,
            Optional<String> answers) {
        private Demo {
            rounds = List.copyOf(rounds);
        }
    }

    /** A round with the answers of the first so many assessors. */
    private record Assessed(String title, String year, int assessors, String file) {}

    private DemoWorkspaces() {}

    /** Founds those that are not there. Whoever has renamed one, or works in it, finds it again as it is. */
    public static void found(Path folder) throws IOException {
        try (Database database = new WorkPlace(folder).open()) {
            People people = People.open(database, InstantSource.system(), SessionLimits.ALONE);
            // Closing these would close the database, which is done here.
            Workspaces workspaces = Workspaces.open(
                    database,
                    Faces.of(List.of(
                                    SectorFaces.contribution(),
                                    GovernanceFaces.contribution(),
                                    GoalsFaces.contribution(),
                                    CheckFaces.contribution()))
                            .kinds(),
                    InstantSource.system());
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
        if (!demo.rounds().isEmpty()) {
            Item<QuestionSet> asked = Item.fresh(QuestionSet.KIND, asked());
            if (!(workspace.append(founder, new Edit.Put(asked)) instanceof Outcome.Accepted)) {
                throw broken();
            }
            for (Assessed round : demo.rounds()) {
                assess(round, asked.id().toString(), workspace, founder);
            }
        }
        if (demo.answers().isPresent()) {
            answer(demo.answers().get(), workspaces, workspace, founder);
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
    private static void assess(Assessed assessed, String set, Workspace workspace, AccountId founder)
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
            throw new Failure(Failure.Kind.NOT_POSSIBLE, Sentence.of("portal.demo.broken"));
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
            throw new Failure(Failure.Kind.NOT_POSSIBLE, Sentence.of("portal.demo.broken"));
        }
    }

    private static Failure broken() {
        return new Failure(Failure.Kind.NOT_POSSIBLE, Sentence.of("portal.demo.broken"));
    }
}
