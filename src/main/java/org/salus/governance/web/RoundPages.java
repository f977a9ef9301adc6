package org.salus.governance.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salus.context.Premises;
import org.salus.documents.Table;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.DateSpan;
import org.salus.framework.Wording;
import org.salus.governance.Assessment;
import org.salus.governance.Change;
import org.salus.governance.GovernanceAnswers;
import org.salus.governance.GovernanceTables;
import org.salus.governance.Institution;
import org.salus.governance.NewRound;
import org.salus.governance.QuestionSet;
import org.salus.governance.QuestionSetFile;
import org.salus.governance.QuestionWords;
import org.salus.governance.Round;
import org.salus.governance.Stage;
import org.salus.governance.TypedStep;
import org.salus.governance.web.GovernanceFrame.Seen;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.people.SignedIn;
import org.salus.sector.Actor;
import org.salus.sector.ActorType;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The rounds of a workspace, and what each says: matrix, profile, answers, disagreement, open questions, change, indices beside it. */
@Controller
final class RoundPages {
    private final WorkspaceWeb web;
    private final Evidence evidence;
    private final Premises premises = new Premises();

    RoundPages(WorkspaceWeb web, Evidence evidence) {
        this.web = web;
        this.evidence = evidence;
    }

    /** A round in the list. */
    record Line(
            String href,
            String title,
            String when,
            String stage,
            int institutions,
            int levels,
            int unknown,
            int open) {}

    /** A round, or an institution, that can be chosen. */
    record Choice(String value, String text) {}

    /**
     * An institution that can be assessed.
     *
     * @param nothing which sets would ask nothing of it; empty if each asks something
     */
    record Candidate(String value, String text, String nothing) {}

    /** A set that a round can ask, as it is named where it is chosen. */
    private record Offered(String name, QuestionSet set) {}

    /**
     * All rounds.
     *
     * @param shipped what the set that comes with the program is called
     */
    record Rounds(
            Layout layout,
            Opened opened,
            List<Line> rounds,
            String shipped,
            List<Choice> sets,
            List<Candidate> institutions,
            boolean mayWrite,
            CsrfToken token) {}

    /** A round's tables on one page. */
    record View(
            Seen seen,
            String lead,
            List<TableView> tables,
            List<String> notes,
            List<Stage> stages,
            List<Choice> others,
            List<Choice> earlier) {}

    @GetMapping("/workspaces/{id}/governance")
    ModelAndView list(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        Layout layout = opened.layout(here, wording.say("governance.rounds.title"), token);
        List<Line> lines = Assessment.rounds(opened.view()).stream()
                .map(round -> line(opened, round))
                .toList();
        QuestionSet shipped = QuestionSetFile.shipped();
        String name = wording.say("governance.rounds.shipped", shipped.edition());
        return GovernanceFrame.page(
                "rounds",
                new Rounds(
                        layout,
                        opened,
                        lines,
                        name,
                        opened.view().list(QuestionSet.KIND).stream()
                                .map(item -> new Choice(item.id().toString(), named(item.value(), wording)))
                                .toList(),
                        candidates(opened, offered(opened, new Offered(name, shipped))),
                        opened.mayWrite(Role.CONTRIBUTOR),
                        token));
    }

    private static Line line(Opened opened, Item<Round> round) {
        Assessment assessment = Assessment.of(
                opened.workspace(), opened.view(), round.id(), opened.wording().locale());
        return new Line(
                opened.path("governance/rounds/" + round.id()),
                round.value().title(),
                when(round.value(), opened.wording()),
                opened.wording().say(round.value().stage().label()),
                assessment.institutions().size(),
                assessment.counts().levels(),
                assessment.counts().unknown(),
                assessment.counts().open());
    }

    private static String when(Round round, Wording wording) {
        if (round.when().from().isEmpty() && round.when().until().isEmpty()) {
            return "";
        }
        String from = round.when().from().map(wording::shortDay).orElse("…");
        String until = round.when().until().map(wording::shortDay).orElse("…");
        return from.equals(until) ? from : from + " – " + until;
    }

    /** The set that comes with the program and those of the workspace, where it may be one already. */
    private static List<Offered> offered(Opened opened, Offered shipped) {
        List<Offered> offered = new ArrayList<>(List.of(shipped));
        for (Item<QuestionSet> item : opened.view().list(QuestionSet.KIND)) {
            if (!item.value().equals(shipped.set())) {
                offered.add(new Offered(named(item.value(), opened.wording()), item.value()));
            }
        }
        return offered;
    }

    private static String named(QuestionSet set, Wording wording) {
        return QuestionWords.in(wording.locale()).shown(set).title() + " · " + set.edition();
    }

    /** Whoever is on the map, by name. Dates are not chosen yet, so each has the type it was last told to have. */
    private static List<Candidate> candidates(Opened opened, List<Offered> offered) {
        return opened.view().list(Actor.KIND).stream()
                .map(actor -> new Candidate(
                        actor.id().toString(),
                        opened.title(actor.id()),
                        nothing(Institution.typeOf(actor, DateSpan.OPEN), offered, opened.wording())))
                .sorted(Comparator.comparing(Candidate::text))
                .toList();
    }

    private static String nothing(Optional<ActorType> type, List<Offered> offered, Wording wording) {
        List<String> silent = new ArrayList<>();
        boolean isAnyAsked = false;
        for (Offered one : offered) {
            if (one.set().asksNothing(type, false)) {
                silent.add(one.name());
            } else {
                isAnyAsked = true;
                if (one.set().asksNothing(type, true)) {
                    silent.add(wording.say("governance.rounds.nothing.core", one.name()));
                }
            }
        }
        if (!isAnyAsked) {
            return wording.say(type.isEmpty() ? "governance.rounds.nothing.typeless" : "governance.rounds.nothing.any");
        }
        return silent.isEmpty() ? "" : wording.say("governance.rounds.nothing.some", String.join("; ", silent));
    }

    /** Whoever else is on the map and could be taken in, by name; of whom the round would ask nothing, that is said. */
    private static List<Choice> more(Seen seen) {
        List<ItemId> there =
                seen.assessment().institutions().stream().map(Institution::id).toList();
        return seen.opened().view().list(Actor.KIND).stream()
                .filter(actor -> !there.contains(actor.id()))
                .map(actor -> {
                    String name = seen.opened().title(actor.id());
                    return new Choice(
                            actor.id().toString(),
                            seen.assessment().wouldAskNothingOf(actor)
                                    ? seen.wording().say("governance.round.more.nothing", name)
                                    : name);
                })
                .sorted(Comparator.comparing(Choice::text))
                .toList();
    }

    @StandsOn("/workspaces/{id}/governance")
    @PostMapping("/workspaces/{id}/governance/rounds")
    ResponseEntity<Void> begin(
            @PathVariable String id,
            @RequestParam String title,
            @RequestParam(defaultValue = "") String set,
            @RequestParam(defaultValue = "") String which,
            @RequestParam(defaultValue = "") String seats,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(required = false) @org.jspecify.annotations.Nullable List<String> institution,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        NewRound round = NewRound.of(
                opened.view(),
                title,
                set,
                which.equals("core"),
                seats,
                from,
                until,
                institution == null ? List.of() : institution);
        Outcomes.check(opened, opened.workspace().append(reader.id(), round.edits(), Reason.EDIT));
        return GovernanceFrame.to(opened.path("governance/rounds/" + round.id()));
    }

    @GetMapping("/workspaces/{id}/governance/rounds/{round}")
    ModelAndView matrix(
            @PathVariable String id,
            @PathVariable String round,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        return view(id, round, "", wording, here, reader, token);
    }

    @GetMapping("/workspaces/{id}/governance/rounds/{round}/{view:profile|answers|disagreement|open|change|indices}")
    ModelAndView view(
            @PathVariable String id,
            @PathVariable String round,
            @PathVariable String view,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        here.knowing(view.equals("change") ? new String[] {"before"} : new String[0]);
        Seen seen = GovernanceFrame.see(
                web,
                id,
                round,
                view.isEmpty() ? "" : wording.say("governance.view." + view + ".title"),
                wording,
                here,
                reader,
                token);
        Assessment assessment = seen.assessment();
        List<TableView> tables = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        String lead = wording.say(
                "governance.view." + (view.isEmpty() ? "matrix" : view) + ".lead",
                assessment.institutions().size(),
                assessment.questions().size(),
                assessment.round().seats().size(),
                assessment.counts().levels(),
                assessment.counts().unknown(),
                assessment.counts().notApplicable(),
                assessment.counts().open());
        switch (view) {
            case "change" ->
                earlier(seen).ifPresent(before -> {
                    Change change = Change.between(before, assessment);
                    tables.add(shown("change", seen.tables().change(change, before), seen));
                    if (!change.otherWords().isEmpty()) {
                        notes.add(wording.say("governance.change.other-words", String.join(", ", change.otherWords())));
                    }
                    if (!change.onlyBefore().isEmpty()) {
                        notes.add(wording.say("governance.change.only-before", String.join(", ", change.onlyBefore())));
                    }
                    if (!change.onlyAfter().isEmpty()) {
                        notes.add(wording.say("governance.change.only-after", String.join(", ", change.onlyAfter())));
                    }
                });
            case "indices" -> {
                for (Country country : GovernanceAnswers.countries(seen.opened().view())) {
                    Table table = GovernanceTables.indices(premises.governance(evidence.snapshot(), country), wording);
                    if (table.rows().isEmpty()) {
                        notes.add(wording.say("governance.indices.none", country.name()));
                    } else {
                        tables.add(TableView.of("indices-" + country.iso3(), table, seen.layout())
                                .withFiles(Address.of(seen.path("indices")).with("country", country.iso3())));
                    }
                }
                if (GovernanceAnswers.countries(seen.opened().view()).isEmpty()) {
                    notes.add(wording.say("governance.indices.no-country"));
                }
            }
            default -> {
                tables.add(shown(view.isEmpty() ? "matrix" : view, table(view, seen.tables()), seen));
                if (view.equals("disagreement")) {
                    // The cells name assessors by their codes.
                    notes.add(assessment.round().seats().stream()
                            .map(seat -> seat.code() + ": " + seat.name())
                            .collect(Collectors.joining(" · ")));
                }
            }
        }
        if (view.isEmpty() && !assessment.askedNothing().isEmpty()) {
            notes.add(wording.say(
                    "governance.round.nothing",
                    assessment.askedNothing().stream().map(Institution::name).collect(Collectors.joining(", "))));
        }
        if (!assessment.late().isEmpty()) {
            notes.add(wording.say("governance.late", assessment.late().size()));
        }
        if (!assessment.loose().isEmpty()) {
            notes.add(wording.say("governance.loose", assessment.loose().size()));
        }
        return GovernanceFrame.page(
                "round",
                new View(
                        seen,
                        lead,
                        tables,
                        notes,
                        view.isEmpty() ? List.of(Stage.values()) : List.of(),
                        view.isEmpty() ? more(seen) : List.of(),
                        view.equals("change") ? others(seen) : List.of()));
    }

    private static TableView shown(String name, Table table, Seen seen) {
        Address files = Address.of(seen.path(name));
        return TableView.of(name, table, seen.layout())
                .withFiles(
                        name.equals("change")
                                ? files.with(
                                        "before",
                                        seen.layout().here().choice("before").orElse(null))
                                : files);
    }

    private static Table table(String view, GovernanceTables tables) {
        return switch (view) {
            case "profile" -> tables.profile(Optional.empty());
            case "answers" -> tables.answers(Optional.empty());
            case "disagreement" -> tables.disagreement();
            case "open" -> tables.open();
            default -> tables.matrix();
        };
    }

    private static List<Choice> others(Seen seen) {
        return Assessment.rounds(seen.opened().view()).stream()
                .filter(round -> !round.id().equals(seen.assessment().id()))
                .map(round -> new Choice(round.id().toString(), round.value().title()))
                .toList();
    }

    /** The round that is compared with: the one asked for, else the newest of the others. */
    private static Optional<Assessment> earlier(Seen seen) {
        return seen.layout()
                .here()
                .choice("before")
                .or(() -> others(seen).stream().findFirst().map(Choice::value))
                .map(round -> GovernanceFrame.assessment(seen.opened(), round));
    }

    /** A table of a round as a file. */
    @GetMapping(
            "/workspaces/{id}/governance/rounds/{round}/{table:matrix|profile|answers|disagreement|open|change|indices}.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable String round,
            @PathVariable String table,
            @PathVariable String form,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = GovernanceFrame.see(web, id, round, "", wording, here, reader, token);
        Table made = new GovernanceAnswers(
                        seen.opened().workspace(), seen.opened().view(), wording.locale())
                .table(
                        seen.assessment().id().toString(),
                        table,
                        here.choice("before"),
                        here.choice("country"),
                        country -> premises.governance(evidence.snapshot(), country));
        return TableFiles.answer(
                form,
                "governance-" + table,
                made,
                seen.opened().state(),
                seen.opened().workspace().day(reader.id()),
                seen.opened().layouts().facts(wording),
                wording);
    }

    /** Takes an institution in. */
    @StandsOn("/workspaces/{id}/governance/rounds/{round}")
    @PostMapping("/workspaces/{id}/governance/rounds/{round}/institutions")
    ResponseEntity<Void> assess(
            @PathVariable String id,
            @PathVariable String round,
            @RequestParam String institution,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        GovernanceFrame.requireWriter(opened);
        Item<Round> item = opened.view().get(Round.KIND, GovernanceFrame.item(round));
        Item<Actor> actor = opened.view().get(Actor.KIND, GovernanceFrame.item(institution));
        TypedStep step = TypedStep.assessing(opened.view(), item, actor);
        if (!step.edits().isEmpty()) {
            Outcomes.check(opened, opened.workspace().append(reader.id(), step.edits(), step.reason()));
        }
        return GovernanceFrame.to(opened.path("governance/rounds/" + item.id()));
    }

    /**
     * Takes the round to another stage.
     *
     * @param why the reason; asked of whoever goes back
     */
    @StandsOn("/workspaces/{id}/governance/rounds/{round}")
    @PostMapping("/workspaces/{id}/governance/rounds/{round}/stage")
    ResponseEntity<Void> stage(
            @PathVariable String id,
            @PathVariable String round,
            @RequestParam String stage,
            @RequestParam(defaultValue = "") String why,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        GovernanceFrame.requireWriter(opened);
        Item<Round> item = opened.view().get(Round.KIND, GovernanceFrame.item(round));
        TypedStep step = TypedStep.stage(item, stage, why);
        if (!step.edits().isEmpty()) {
            Outcomes.check(opened, opened.workspace().append(reader.id(), step.edits(), step.reason()));
        }
        return GovernanceFrame.to(opened.path("governance/rounds/" + item.id()));
    }
}
