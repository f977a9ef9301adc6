package org.salus.planning.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.documents.Table;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.people.SignedIn;
import org.salus.planning.PlanList;
import org.salus.planning.Planner;
import org.salus.planning.PlanningBoard;
import org.salus.planning.PreconditionLibrary;
import org.salus.planning.ScheduleAnswer;
import org.salus.planning.ScheduleAnswers;
import org.salus.planning.ScheduleQuestion;
import org.salus.planning.ScheduleSearches;
import org.salus.planning.ScheduleTables;
import org.salus.planning.TypedPlan;
import org.salus.planning.WhatIf;
import org.salus.workspace.Search;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** In what order, and when? The schedule of a workspace's steps, what is in its way, what else could be done, and all that is said for it. */
@Controller
final class SchedulePages {
    /** Answered at once if it is found within this time; else the page shows how far the search has come. */
    private static final long AT_ONCE_MILLISECONDS = 100;

    private static final int SHOWN_OFFERS = 30;

    private final WorkspaceWeb web;
    private final ScheduleSearches searches;

    SchedulePages(WorkspaceWeb web, ScheduleSearches searches) {
        this.web = web;
        this.searches = searches;
    }

    /** A demand of a conflict: where it is changed, and where it is tried to do without it. */
    record Demanded(String says, String href, String tried) {}

    /** A change that is tried, and the page without it. */
    record Tried(String change, String without) {}

    /** Something to choose. */
    record Choice(String code, String name, boolean isChosen) {}

    /** A link. */
    record Reference(String name, String href) {}

    /** The page. */
    record SchedulePage(
            Layout layout,
            Opened opened,
            ScheduleQuestion question,
            Search.Standing<ScheduleAnswer> search,
            List<String> notBegun,
            List<Choice> aims,
            List<Choice> changes,
            List<Tried> tries,
            List<Demanded> conflict,
            List<Reference> faults,
            List<String> says,
            List<String> assumed,
            Map<String, TableView> tables,
            Optional<GanttView> gantt,
            Optional<LoadView> loads,
            List<Reference> agreed,
            List<Reference> kept,
            List<PreconditionLibrary.Offer> offers,
            int moreOffers,
            PlanningBoard board,
            List<Choice> steps,
            List<PlanForm> forms,
            String frameHref,
            boolean mayWrite,
            CsrfToken token) {
        /** The table of that name, if it has a row. */
        Optional<TableView> table(String name) {
            return Optional.ofNullable(tables.get(name))
                    .filter(view -> !view.table().rows().isEmpty());
        }
    }

    @GetMapping("/workspaces/{id}/schedule")
    Object schedule(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        List<String> known = new ArrayList<>(ScheduleQuestion.NAMES);
        known.addAll(List.of("what", "of", "value"));
        known.addAll(RoadmapPages.NAMES);
        here.knowing(known);
        Optional<Address> composed = composed(here);
        if (composed.isPresent()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(composed.get().toString()))
                    .build();
        }
        Opened opened = web.open(id, reader, wording);
        ScheduleQuestion question = question(here);
        return new ModelAndView(
                "planning/web/schedule",
                Map.of("page", page(opened, here, question, glanced(opened, question), wording, token)));
    }

    /** What was chosen and typed to be tried, put together as one change behind those that are tried already. */
    private static Optional<Address> composed(Address here) {
        return here.choice("what").map(what -> {
            String change = (what.equals("until")
                            ? what
                            : what + ":" + here.choice("of").orElse("")) + "="
                    + here.choice("value").orElse("");
            return trying(here, change);
        });
    }

    private static Address trying(Address here, String change) {
        return here.without("what", "of", "value")
                .with(
                        "try",
                        here.choice("try").map(tried -> tried + ";" + change).orElse(change));
    }

    private static ScheduleQuestion question(Address here) {
        return ScheduleQuestion.of(here::choice).ofMany();
    }

    /** How the search behind a page stands, and why it was not begun where there is no place for it: the rest of the page can be read all the same. */
    private record Glance(Search.Standing<ScheduleAnswer> search, List<Sentence> notBegun) {}

    private Glance glanced(Opened opened, ScheduleQuestion question) {
        Search<ScheduleAnswer> search;
        try {
            search = searches.glance(opened.view(), question);
        } catch (Failure busy) {
            if (busy.kind() != Failure.Kind.BUSY) {
                throw busy;
            }
            return new Glance(
                    Search.Standing.notBegun(),
                    Stream.concat(Stream.of(busy.sentence()), busy.advice().stream())
                            .toList());
        }
        Search.Standing<ScheduleAnswer> standing = stands(search, AT_ONCE_MILLISECONDS);
        return new Glance(
                standing,
                standing.state() == Search.State.CANCELLED
                        ? List.of(Sentence.of("planning.schedule.not-begun.ended"))
                        : List.of());
    }

    /** Whoever takes a plan away waits for it. */
    private Search.Standing<ScheduleAnswer> looked(Opened opened, ScheduleQuestion question) {
        return stands(searches.of(opened.view(), question), (question.seconds() + 1) * 8_000L);
    }

    private static Search.Standing<ScheduleAnswer> stands(Search<ScheduleAnswer> search, long milliseconds) {
        search.await(milliseconds);
        Search.Standing<ScheduleAnswer> standing = search.standing();
        if (standing.failure() != null) {
            throw standing.failure();
        }
        return standing;
    }

    private static SchedulePage page(
            Opened opened, Address here, ScheduleQuestion question, Glance glance, Wording wording, CsrfToken token) {
        Search.Standing<ScheduleAnswer> search = glance.search();
        Layout layout = opened.layout(here, wording.say("planning.schedule.page.title"), token)
                .withCharts();
        PlanningBoard board = PlanningBoard.of(opened.view(), wording.locale());
        Optional<ScheduleAnswer> answer = Optional.ofNullable(search.answer());
        Map<String, TableView> tables = new LinkedHashMap<>();
        ScheduleTables made = tables(opened);
        for (String name : ScheduleTables.NAMES.split("\\|", -1)) {
            // Orders are offered and decided about further down, whether there is a plan or not.
            answer.or(() -> Optional.of(ScheduleAnswers.unplanned(question)))
                    .flatMap(found -> made.table(name, found, board))
                    .ifPresent(table -> tables.put(
                            name,
                            TableView.of(name, table, layout)
                                    .withFiles(new Address(
                                            opened.path("schedule/" + name),
                                            here.without("group", "every").choices()))));
        }
        answer.flatMap(ScheduleAnswer::comparison)
                .ifPresent(compared -> tables.put(
                        "paid",
                        TableView.of(
                                "paid",
                                made.paid(
                                        compared,
                                        answer.map(ScheduleAnswer::currency).orElse("")),
                                layout)));
        List<PreconditionLibrary.Offer> offers = board.offered().offers();
        boolean mayWrite = opened.mayWrite(Role.CONTRIBUTOR);
        return new SchedulePage(
                layout,
                opened,
                question,
                search,
                glance.notBegun().stream().map(wording::say).toList(),
                ScheduleQuestion.aims().stream()
                        .map(aim -> new Choice(
                                Term.codeOf(aim),
                                wording.say("planning.aim." + Term.codeOf(aim)),
                                aim == question.aim()))
                        .toList(),
                WhatIf.WHAT.stream()
                        .map(what -> new Choice(what, wording.say("planning.schedule.what." + what), false))
                        .toList(),
                question.tries().stream()
                        .map(change -> new Tried(
                                said(change, opened),
                                here.with("try", without(question, change)).toString()))
                        .toList(),
                answer.map(found -> found.conflict().stream()
                                .map(clash -> new Demanded(
                                        wording.say(clash.says()),
                                        clash.item()
                                                .map(item -> opened.path("items/" + item))
                                                .orElse("#say-frame"),
                                        trying(here, clash.change()).toString()))
                                .toList())
                        .orElse(List.of()),
                answer.map(found -> found.faults().stream()
                                .map(fault -> new Reference(
                                        wording.say(fault.says()),
                                        fault.item()
                                                .map(item -> opened.path("items/" + item))
                                                .orElse("#say-frame")))
                                .toList())
                        .orElse(List.of()),
                said(answer.map(ScheduleAnswer::says), wording),
                said(answer.map(ScheduleAnswer::assumed), wording),
                tables,
                answer.flatMap(ScheduleAnswer::roadmap)
                        .map(roadmap -> RoadmapPages.gantt(roadmap, opened, layout, question, token)
                                .withoutTable()),
                answer.flatMap(ScheduleAnswer::roadmap).map(roadmap -> RoadmapPages.loads(roadmap, opened, layout)),
                answer.map(found -> found.agreed().stream()
                                .map(kept -> new Reference(
                                        wording.say("planning.schedule.agreed", kept.title(), kept.on()),
                                        here.with("against", kept.id()).toString()))
                                .toList())
                        .orElse(List.of()),
                answer.map(found -> found.agreed().stream()
                                .flatMap(kept -> Stream.of("pdf", "docx", "xlsx")
                                        .map(form -> new Reference(
                                                wording.say(
                                                        "planning.schedule.kept",
                                                        kept.title(),
                                                        form.toUpperCase(Locale.ROOT)),
                                                new Address(opened.path("schedule/roadmap." + form), Map.of())
                                                        .with(RoadmapPages.KEPT, kept.id())
                                                        .toString())))
                                .toList())
                        .orElse(List.of()),
                offers.subList(0, Math.min(SHOWN_OFFERS, offers.size())),
                Math.max(0, offers.size() - SHOWN_OFFERS),
                board,
                board.boxes().stream()
                        .map(box -> new Choice(box.id(), box.title(), false))
                        .toList(),
                mayWrite
                        ? Stream.of(PlanList.values())
                                .map(list -> PlanForm.of(list, board, opened))
                                .toList()
                        : List.of(),
                board.frame().map(frame -> opened.path("items/" + frame)).orElse(""),
                mayWrite,
                token);
    }

    private static List<String> said(Optional<List<Sentence>> sentences, Wording wording) {
        return sentences.orElse(List.of()).stream().map(wording::say).toList();
    }

    /** A change in words: what is changed, of which step, budget, limit or order, and to what. */
    private static String said(String change, Opened opened) {
        Wording wording = opened.wording();
        WhatIf tried = WhatIf.of(change);
        String of = opened.view().ids().stream()
                .filter(id -> id.toString().equals(tried.of()))
                .findFirst()
                .map(opened::title)
                .orElse(tried.of());
        String to = tried.isWithout() ? wording.say("planning.schedule.trying.none") : tried.value();
        String what = wording.say("planning.schedule.what." + tried.what());
        return of.isEmpty()
                ? wording.say("planning.schedule.trying.plain", what, to)
                : wording.say("planning.schedule.trying", what, of, to);
    }

    private static @Nullable String without(ScheduleQuestion question, String change) {
        List<String> left = new ArrayList<>(question.tries());
        left.remove(change);
        return left.isEmpty() ? null : String.join(";", left);
    }

    private static ScheduleTables tables(Opened opened) {
        return new ScheduleTables(
                opened.wording(),
                item -> item.isEmpty() ? Optional.empty() : Optional.of(URI.create(opened.path("items/" + item))));
    }

    /** A table to keep. */
    @GetMapping("/workspaces/{id}/schedule/{table:" + ScheduleTables.NAMES + "}.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable String table,
            @PathVariable String form,
            Wording wording,
            Address here,
            SignedIn reader) {
        here.knowing(ScheduleQuestion.NAMES);
        Opened opened = web.open(id, reader, wording);
        ScheduleQuestion question = question(here);
        Search.Standing<ScheduleAnswer> search = looked(opened, question);
        Table made = Optional.ofNullable(search.answer())
                .flatMap(answer ->
                        tables(opened).table(table, answer, PlanningBoard.of(opened.view(), wording.locale())))
                .orElseThrow(() -> Failure.notFound(Sentence.of("planning.failure.no-table", table)));
        return TableFiles.answer(
                form,
                "schedule-" + table,
                made,
                opened.state(),
                opened.workspace().day(reader.id()),
                opened.layouts().facts(wording),
                wording);
    }

    /** Ends a search with the best plan so far. */
    @StandsOn("/workspaces/{id}/schedule")
    @PostMapping("/workspaces/{id}/schedule/enough")
    ResponseEntity<Void> enough(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        Address asked = asked(opened, form);
        searches.enough(opened.view(), question(asked));
        return to(asked);
    }

    /** What is asked, as a form carries it along. */
    private static Address asked(Opened opened, MultiValueMap<String, String> form) {
        Address asked = Address.of(opened.path("schedule"));
        for (String name : ScheduleQuestion.NAMES) {
            asked = asked.with(name, form.getFirst("asked-" + name));
        }
        return asked;
    }

    private static ResponseEntity<Void> to(Address address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address.toString()))
                .build();
    }

    /** Keeps the plan as one people agreed on. */
    @StandsOn("/workspaces/{id}/schedule")
    @PostMapping("/workspaces/{id}/schedule/agreed")
    ResponseEntity<Void> agree(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        ScheduleQuestion question = question(asked(opened, form));
        Search.Standing<ScheduleAnswer> search = looked(opened, question);
        ScheduleAnswer answer = Optional.ofNullable(search.answer())
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("planning.schedule.agree.nothing")));
        Outcomes.check(
                opened,
                opened.workspace()
                        .append(
                                reader.id(),
                                List.of(new Edit.Put(new ScheduleAnswers(opened.view(), Planner.shipped())
                                        .agreed(
                                                answer,
                                                word(form, "title"),
                                                PartialDate.of(LocalDate.now(Clock.systemUTC())),
                                                word(form, "note")))),
                                Reason.EDIT),
                "title");
        return to(Address.of(opened.path("schedule")));
    }

    private static String word(MultiValueMap<String, String> form, String name) {
        return Optional.ofNullable(form.getFirst(name)).orElse("");
    }

    /** Says something for the schedule. What is left empty is not changed. */
    @StandsOn("/workspaces/{id}/schedule")
    @PostMapping("/workspaces/{id}/schedule/{list:windows|limits|steps|budgets|orders|frame}")
    ResponseEntity<Void> say(
            @PathVariable String id,
            @PathVariable String list,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        Map<String, String> typed = new LinkedHashMap<>();
        form.forEach((name, values) -> {
            String said = String.join(
                    "\n", values.stream().filter(value -> !value.isBlank()).toList());
            if (!name.startsWith("_") && !name.startsWith("asked-") && !said.isEmpty()) {
                typed.put(name, said);
            }
        });
        Outcomes.check(
                opened,
                opened.workspace()
                        .append(
                                reader.id(),
                                List.of(new Edit.Put(
                                        new TypedPlan(PlanList.find(list).orElseThrow(), typed).item(opened.view()))),
                                Reason.EDIT));
        return to(asked(opened, form));
    }
}
