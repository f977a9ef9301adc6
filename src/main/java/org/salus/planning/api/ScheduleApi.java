package org.salus.planning.api;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.documents.Version;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.planning.Grouping;
import org.salus.planning.PlanFiles;
import org.salus.planning.PlanList;
import org.salus.planning.Planner;
import org.salus.planning.PlanningBoard;
import org.salus.planning.Roadmap;
import org.salus.planning.ScheduleAnswer;
import org.salus.planning.ScheduleAnswers;
import org.salus.planning.ScheduleQuestion;
import org.salus.planning.ScheduleSearches;
import org.salus.planning.TypedPlan;
import org.salus.workspace.Search;
import org.salus.workspace.api.Answers;
import org.salus.workspace.api.SearchAnswers;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The schedule of a workspace for other programs: the same questions, words and answers as on pages and in a terminal. */
@RestController
@RequestMapping("/api/v1/workspaces/{id}/schedule")
final class ScheduleApi {
    private static final int MOST_AT_ONCE = 2;
    /** After which a request is answered with what was found by then; said in the documentation of planning and of the API. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final List<String> AGREEING = List.of("title", "note", "aim", "seconds", "seed", "threads");

    private final Workspaces workspaces;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);

    private final ScheduleSearches searches;

    ScheduleApi(Workspaces workspaces, ScheduleSearches searches) {
        this.workspaces = workspaces;
        this.searches = searches;
    }

    /** The schedule that is asked for. */
    @GetMapping
    ResponseEntity<byte[]> schedule(@PathVariable String id, Address here, SignedIn reader) {
        here.knowing(ScheduleQuestion.NAMES);
        ScheduleAnswers answers = new ScheduleAnswers(workspaces.get(id).view(reader.id()), Planner.shipped());
        return Answers.of(found(answers, ScheduleQuestion.of(here::choice).ofMany()));
    }

    private ScheduleAnswer found(ScheduleAnswers answers, ScheduleQuestion question) {
        if (!free.tryAcquire()) {
            throw new Failure(Failure.Kind.BUSY, Sentence.of("planning.schedule.failure.busy", MOST_AT_ONCE));
        }
        try (Deadline deadline = new Deadline(LONGEST)) {
            return answers.answer(question, deadline);
        } finally {
            free.release();
        }
    }

    /**
     * Begins to look for a schedule, without anybody waiting for it.
     *
     * @param body the words of {@link ScheduleQuestion#NAMES}
     */
    @PostMapping("/searches")
    ResponseEntity<byte[]> begin(@PathVariable String id, @RequestBody JsonNode body, SignedIn reader) {
        View view = workspaces.get(id).view(reader.id());
        Map<String, String> words = words(body);
        known(words, ScheduleQuestion.NAMES);
        Search<ScheduleAnswer> search = searches.of(
                view,
                ScheduleQuestion.of(name -> Optional.ofNullable(words.get(name)))
                        .ofMany());
        return SearchAnswers.begun(
                search, "/api/v1/workspaces/" + view.workspace() + "/schedule/searches/" + search.id());
    }

    /** How a search stands, with the schedule once it is done. */
    @GetMapping("/searches/{search}")
    ResponseEntity<byte[]> standing(@PathVariable String id, @PathVariable String search, SignedIn reader) {
        View view = workspaces.get(id).view(reader.id());
        return SearchAnswers.standing(searches.get(view, search), found -> found);
    }

    /** Ends a search with the best plan so far. */
    @DeleteMapping("/searches/{search}")
    ResponseEntity<byte[]> enough(@PathVariable String id, @PathVariable String search, SignedIn reader) {
        View view = workspaces.get(id).view(reader.id());
        Search<ScheduleAnswer> found = searches.get(view, search);
        found.cancel();
        return SearchAnswers.standing(found, answer -> answer);
    }

    private static void known(Map<String, String> words, List<String> names) {
        for (String name : words.keySet()) {
            if (!names.contains(name)) {
                throw Failure.wrongUse(Sentence.of("planning.typed.no-field", name, String.join(", ", names)))
                        .at(name);
            }
        }
    }

    /**
     * The schedule that is asked for, or one that was kept, in days, as a file.
     *
     * @param form xlsx, csv, xml (project data), docx, pdf, svg or png
     */
    @GetMapping("/roadmap.{form}")
    ResponseEntity<byte[]> roadmap(
            @PathVariable String id, @PathVariable String form, Address here, SignedIn reader, Wording wording) {
        here.knowing(Stream.concat(ScheduleQuestion.NAMES.stream(), Stream.of("group", "kept"))
                .toList());
        String type = PlanFiles.mediaType(form);
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        ScheduleAnswers answers = new ScheduleAnswers(view, Planner.shipped());
        Roadmap roadmap = here.choice("kept")
                .map(answers::kept)
                .orElseGet(
                        () -> found(answers, ScheduleQuestion.of(here::choice).ofMany())
                                .roadmapOrReason());
        String state = view.heads().isEmpty() ? "empty" : view.heads().first().brief();
        byte[] file = new PlanFiles(
                        roadmap,
                        view.charter().name(),
                        new Version(state, workspace.day(reader.id())),
                        here.choice("group", Grouping::find).orElse(Grouping.GOAL),
                        Optional.of(LocalDate.now(Clock.systemUTC())),
                        List.of())
                .bytes(form, wording);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("roadmap." + form, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Salus-Snapshot", state)
                .body(file);
    }

    /** What is said for the schedule, and what the library of preconditions offers. */
    @GetMapping("/said")
    ResponseEntity<byte[]> said(@PathVariable String id, Wording wording, SignedIn reader) {
        return Answers.of(PlanningBoard.of(workspaces.get(id).view(reader.id()), wording.locale()));
    }

    /** Keeps the plan as one people agreed on. */
    @PostMapping("/agreed")
    ResponseEntity<byte[]> agree(@PathVariable String id, @RequestBody JsonNode body, SignedIn reader) {
        Workspace workspace = workspaces.get(id);
        View view = written(workspace, reader);
        Map<String, String> words = words(body);
        known(words, AGREEING);
        ScheduleAnswers answers = new ScheduleAnswers(view, Planner.shipped());
        ScheduleAnswer found = found(
                answers,
                ScheduleQuestion.of(name -> Optional.ofNullable(words.get(name)))
                        .ofMany());
        return kept(
                workspace,
                reader,
                answers.agreed(
                        found,
                        words.getOrDefault("title", ""),
                        PartialDate.of(LocalDate.now(Clock.systemUTC())),
                        words.getOrDefault("note", "")));
    }

    /**
     * Says something for the schedule.
     *
     * @param body the words of {@link TypedPlan#names}
     */
    @PostMapping("/{list}")
    ResponseEntity<byte[]> say(
            @PathVariable String id, @PathVariable String list, @RequestBody JsonNode body, SignedIn reader) {
        Workspace workspace = workspaces.get(id);
        View view = written(workspace, reader);
        PlanList known = PlanList.find(list)
                .orElseThrow(() -> Failure.notFound(
                        Sentence.of("planning.schedule.list.unknown", list, String.join(", ", PlanList.codes()))));
        return kept(workspace, reader, new TypedPlan(known, words(body)).item(view));
    }

    private static View written(Workspace workspace, SignedIn reader) {
        View view = workspace.view(reader.id());
        if (!view.standing().mayActAs(Role.CONTRIBUTOR)) {
            throw Failure.refused(Sentence.of("ledger.refusal.role", Role.CONTRIBUTOR.label()));
        }
        return view;
    }

    private static ResponseEntity<byte[]> kept(Workspace workspace, SignedIn reader, Item<?> item) {
        return Answers.told(
                workspace.append(reader.id(), List.of(new Edit.Put(item)), Reason.EDIT),
                entry -> Map.of("entry", entry, "item", item.id()));
    }

    /** What a program says by names; of a list, an entry a line. */
    private static Map<String, String> words(JsonNode body) {
        Map<String, String> words = new LinkedHashMap<>();
        body.properties()
                .forEach(one -> words.put(
                        one.getKey(),
                        one.getValue().isArray()
                                ? one.getValue()
                                        .valueStream()
                                        .map(value -> value.asString(""))
                                        .collect(Collectors.joining("\n"))
                                : one.getValue().asString("")));
        return words;
    }
}
