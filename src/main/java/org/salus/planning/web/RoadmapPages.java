package org.salus.planning.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.documents.Version;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.TableFiles;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Role;
import org.salus.people.SignedIn;
import org.salus.planning.Every;
import org.salus.planning.Grouping;
import org.salus.planning.PlanFiles;
import org.salus.planning.Planner;
import org.salus.planning.Roadmap;
import org.salus.planning.RoadmapTables;
import org.salus.planning.ScheduleAnswer;
import org.salus.planning.ScheduleAnswers;
import org.salus.planning.ScheduleQuestion;
import org.salus.planning.ScheduleSearches;
import org.salus.workspace.Search;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A schedule as bars, loads and files. */
@Controller
final class RoadmapPages {
    /** What the page of a schedule can be asked for besides: by what steps are put together, and by which spans loads are told. */
    static final List<String> NAMES = List.of("group", "every");

    /** The id of a plan that was agreed on, whose file is asked for instead of a new one. */
    static final String KEPT = "kept";

    private final WorkspaceWeb web;
    private final ScheduleSearches searches;

    RoadmapPages(WorkspaceWeb web, ScheduleSearches searches) {
        this.web = web;
        this.searches = searches;
    }

    /** The bars of a schedule, for its page. */
    static GanttView gantt(Roadmap roadmap, Opened opened, Layout layout, ScheduleQuestion question, CsrfToken token) {
        Address files = layout.here().without("group", "every");
        return GanttView.of(
                roadmap,
                grouping(layout.here()),
                layout,
                Optional.of(LocalDate.now(Clock.systemUTC())),
                step -> Optional.of(opened.path("items/" + step)),
                Optional.of(new Address(opened.path("schedule/roadmap"), files.choices())),
                opened.mayWrite(Role.CONTRIBUTOR)
                        ? Optional.of(new GanttView.Move(
                                opened.path("schedule/steps"), "lock", carried(layout.here()), token))
                        : Optional.empty());
    }

    /** What was asked, so that the page asks it again once a beginning is fixed. */
    private static Map<String, String> carried(Address here) {
        Map<String, String> carried = new LinkedHashMap<>();
        ScheduleQuestion.NAMES.forEach(
                name -> here.choice(name).ifPresent(value -> carried.put("asked-" + name, value)));
        return carried;
    }

    /** The loads and money of a schedule, for its page. */
    static LoadView loads(Roadmap roadmap, Opened opened, Layout layout) {
        Every every = layout.here().choice("every", Every::find).orElseGet(() -> Every.fitting(roadmap));
        Address files = layout.here().without("group", "every");
        return LoadView.of(roadmap, every, layout, Optional.of(new Address(opened.path("schedule"), files.choices())));
    }

    private static Grouping grouping(Address here) {
        return here.choice("group", Grouping::find).orElse(Grouping.GOAL);
    }

    /** The schedule as a file. */
    @GetMapping("/workspaces/{id}/schedule/roadmap.{form:xlsx|csv|xml|docx|pdf|svg|png}")
    ResponseEntity<byte[]> file(
            @PathVariable String id, @PathVariable String form, Wording wording, Address here, SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        PlanFiles files = new PlanFiles(
                roadmap(opened, here),
                opened.view().charter().name(),
                new Version(opened.state(), opened.workspace().day(reader.id())),
                grouping(here),
                Optional.of(LocalDate.now(Clock.systemUTC())),
                opened.layouts().facts(wording));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(PlanFiles.mediaType(form)))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("roadmap." + form, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Salus-Snapshot", opened.state())
                .body(files.bytes(form, wording));
    }

    /** A table of loads or of money to keep. */
    @GetMapping(
            "/workspaces/{id}/schedule/{table:milestones|load-month|load-quarter|load-year|money-month|money-quarter|money-year|committed|spent}.{form:csv|xlsx}")
    ResponseEntity<byte[]> table(
            @PathVariable String id,
            @PathVariable String table,
            @PathVariable String form,
            Wording wording,
            Address here,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        return TableFiles.answer(
                form,
                "schedule-" + table,
                new RoadmapTables(roadmap(opened, here), wording).table(table),
                opened.state(),
                opened.workspace().day(reader.id()),
                opened.layouts().facts(wording),
                wording);
    }

    /** Whoever takes a file waits for it; a plan that was kept is there at once. */
    private Roadmap roadmap(Opened opened, Address here) {
        here.knowing(Stream.of(ScheduleQuestion.NAMES, NAMES, List.of(KEPT))
                .flatMap(List::stream)
                .toList());
        Optional<String> kept = here.choice(KEPT);
        if (kept.isPresent()) {
            return new ScheduleAnswers(opened.view(), Planner.shipped()).kept(kept.get());
        }
        ScheduleQuestion question = ScheduleQuestion.of(here::choice).ofMany();
        Search<ScheduleAnswer> search = searches.of(opened.view(), question);
        search.await((question.seconds() + 1) * 8_000L);
        Search.Standing<ScheduleAnswer> standing = search.standing();
        if (standing.failure() != null) {
            throw standing.failure();
        }
        return Optional.ofNullable(standing.answer())
                .map(ScheduleAnswer::roadmapOrReason)
                .orElseThrow(() ->
                        Failure.notFound(Sentence.of("planning.schedule.says.not-enough-time", question.seconds())));
    }
}
