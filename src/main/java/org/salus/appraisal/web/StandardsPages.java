package org.salus.appraisal.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.salus.appraisal.Instrument;
import org.salus.appraisal.InstrumentGap;
import org.salus.appraisal.InstrumentLine;
import org.salus.appraisal.InstrumentQuestion;
import org.salus.appraisal.InstrumentRegister;
import org.salus.appraisal.InstrumentStatement;
import org.salus.appraisal.InstrumentStep;
import org.salus.appraisal.InstrumentTables;
import org.salus.appraisal.InstrumentTopic;
import org.salus.appraisal.Instruments;
import org.salus.appraisal.TypedStatement;
import org.salus.documents.Table;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.evidence.TreatyTable;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.Recorded;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.goals.Objective;
import org.salus.goals.ResultsChain;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.people.SignedIn;
import org.salus.sector.ActorType;
import org.salus.sector.SectorMap;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The register of a workspace: which instruments bind its country, what is recorded of them, what has still to be asked. */
@Controller
final class StandardsPages {
    /** So many instruments stand open; the rest one click away. */
    private static final int OPEN_INSTRUMENTS = 40;

    /** So many rows of questions stand open; the rest one click away. */
    private static final int OPEN_QUESTIONS = 10;

    private final WorkspaceWeb web;
    private final Evidence evidence;

    StandardsPages(WorkspaceWeb web, Evidence evidence) {
        this.web = web;
        this.evidence = evidence;
    }

    /** One of several things to choose. */
    record Choice(String code, String label, boolean isChosen) {}

    /**
     * A gap as it stands on a page.
     *
     * @param takenUp the objectives that take it up
     */
    record GapLine(InstrumentGap gap, String says, String href, List<ItemId> takenUp) {}

    /**
     * The register.
     *
     * @param table the instruments of which something is known; of the library alone, all
     * @param rest those of which nothing is known yet
     */
    record Overview(
            Layout layout,
            Opened opened,
            InstrumentRegister register,
            TableView table,
            TableView rest,
            TableView questions,
            List<GapLine> gaps,
            List<Choice> countries,
            List<Choice> topics,
            List<Choice> institutions,
            List<Choice> regions) {}

    /**
     * One of the three steps.
     *
     * @param href the item that holds the statement; empty if there is none
     */
    record StepLine(
            InstrumentStep step,
            Recorded answer,
            boolean isAsked,
            String question,
            Optional<InstrumentStatement> said,
            String href,
            int cited) {}

    /** An actor of the workspace's map that the instrument binds. */
    record Institution(String id, String name, String href) {}

    /** One instrument. */
    record One(
            Layout layout,
            Opened opened,
            InstrumentLine line,
            String country,
            String when,
            List<String> topics,
            List<String> kinds,
            List<Institution> institutions,
            List<StepLine> steps,
            List<GapLine> gaps,
            List<Choice> chains,
            boolean mayWrite,
            CsrfToken token) {}

    private static LocalDate today() {
        return LocalDate.now(Clock.systemUTC());
    }

    private TreatyTable.Status told(InstrumentQuestion question) {
        return InstrumentRegister.told(evidence.snapshot(), question);
    }

    private InstrumentRegister register(Opened opened, InstrumentQuestion question) {
        return InstrumentRegister.of(
                question,
                told(question),
                Optional.of(opened.view()),
                today(),
                opened.wording().locale());
    }

    private static InstrumentQuestion question(Opened opened, Address here) {
        return InstrumentQuestion.of(here, opened.view().charter().countries());
    }

    private static String path(Opened opened, InstrumentLine line) {
        return Address.of(opened.path("standards/" + line.instrument().id()))
                .with("country", line.country())
                .toString();
    }

    @GetMapping("/workspaces/{id}/standards")
    ModelAndView register(@PathVariable String id, Wording wording, Address here, SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        InstrumentQuestion question = question(opened, here);
        InstrumentRegister register = register(opened, question);
        Layout layout = opened.layout(
                here,
                wording.say(
                        question.country().isPresent()
                                ? "appraisal.standards.title"
                                : "appraisal.standards.title.library",
                        question.countryIn(wording)));
        InstrumentTables tables = new InstrumentTables(wording, line -> Optional.of(URI.create(path(opened, line))));
        Instruments library = Instruments.shipped(wording.locale());
        Predicate<InstrumentLine> known = line -> question.country().isEmpty() || line.isKnown();
        Address files = here.at(opened.path("standards-register"), kept());
        return page(
                "standards",
                new Overview(
                        layout,
                        opened,
                        register,
                        TableView.of("register", tables.register(register.only(known)), layout)
                                .withFiles(files)
                                .withFold(OPEN_INSTRUMENTS),
                        TableView.of("rest", tables.register(register.only(known.negate())), layout)
                                .withFiles(files),
                        TableView.of("questions", tables.questions(register), layout)
                                .withFiles(here.at(opened.path("standards-questions"), kept()))
                                .withFold(OPEN_QUESTIONS),
                        gaps(opened, register.gaps()),
                        countries(opened, question),
                        choices(InstrumentTopic.values(), question.topic(), wording),
                        choices(library.bound().toArray(ActorType[]::new), question.institution(), wording),
                        library.groups().stream()
                                .map(group -> new Choice(
                                        group.code(),
                                        group.name(),
                                        question.region()
                                                .filter(chosen -> chosen.code().equals(group.code()))
                                                .isPresent()))
                                .toList()));
    }

    private static String[] kept() {
        return InstrumentQuestion.CHOICES.toArray(String[]::new);
    }

    private static List<Choice> countries(Opened opened, InstrumentQuestion question) {
        return opened.view().charter().countries().stream()
                .map(code -> new Choice(
                        code,
                        Countries.shipped().findByCode(code).map(Country::name).orElse(code),
                        question.country().filter(code::equals).isPresent()))
                .toList();
    }

    private static <T extends Enum<T> & Term> List<Choice> choices(T[] terms, Optional<T> chosen, Wording wording) {
        return Arrays.stream(terms)
                .map(term -> new Choice(
                        term.code(),
                        wording.say(term.label()),
                        chosen.filter(term::equals).isPresent()))
                .sorted(Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private static List<GapLine> gaps(Opened opened, List<InstrumentGap> gaps) {
        Map<String, List<ItemId>> followUps = opened.faces().followUps(opened.view());
        return gaps.stream()
                .map(gap -> new GapLine(
                        gap,
                        opened.wording().say(gap.says()),
                        path(opened, gap.line()),
                        followUps.getOrDefault(gap.name(), List.of())))
                .toList();
    }

    /** A table to keep. It holds what this reader may read, and nothing else. */
    @GetMapping("/workspaces/{id}/standards-{table:register|questions}.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable String table,
            @PathVariable String form,
            Wording wording,
            Address here,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        InstrumentRegister register = register(opened, question(opened, here));
        InstrumentTables tables = new InstrumentTables(wording, line -> Optional.empty());
        Table made = table.equals("questions") ? tables.questions(register) : tables.register(register);
        return TableFiles.answer(
                form,
                "standards-" + table,
                made,
                opened.state(),
                opened.workspace().day(reader.id()),
                opened.layouts().facts(wording),
                wording);
    }

    private InstrumentLine line(Opened opened, String instrument, Address here) {
        InstrumentQuestion question = question(opened, here);
        return InstrumentRegister.line(
                instrument,
                question,
                told(question),
                Optional.of(opened.view()),
                today(),
                opened.wording().locale());
    }

    @GetMapping("/workspaces/{id}/standards/{instrument}")
    ModelAndView one(
            @PathVariable String id,
            @PathVariable String instrument,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        InstrumentQuestion question = question(opened, here);
        InstrumentLine line = line(opened, instrument, here);
        Instrument about = line.instrument();
        return page(
                "instrument",
                new One(
                        opened.layout(here, about.title(), token)
                                .under(wording.say("appraisal.place.standards"), opened.path("standards")),
                        opened,
                        line,
                        question.countryIn(wording),
                        new InstrumentTables(wording, other -> Optional.empty()).when(line.standing()),
                        about.topics().stream()
                                .map(topic -> wording.say(topic.label()))
                                .toList(),
                        about.binds().stream()
                                .sorted()
                                .map(type -> wording.say(type.label()))
                                .toList(),
                        institutions(opened, about),
                        Stream.of(InstrumentStep.values())
                                .map(step -> step(opened, line, step, question.countryIn(wording)))
                                .toList(),
                        gaps(opened, line.gaps()),
                        opened.choices(ResultsChain.KIND).stream()
                                .map(chain -> new Choice(chain.id().toString(), opened.title(chain.id()), false))
                                .toList(),
                        opened.mayWrite(Role.CONTRIBUTOR) && !line.country().isEmpty(),
                        token));
    }

    private static List<Institution> institutions(Opened opened, Instrument about) {
        return SectorMap.of(opened.view()).on(today(), opened.wording().locale()).actors().stream()
                .filter(actor ->
                        actor.phase().type().filter(about.binds()::contains).isPresent())
                .map(actor -> new Institution(actor.id().toString(), actor.name(), opened.path("items/" + actor.id())))
                .toList();
    }

    private static StepLine step(Opened opened, InstrumentLine line, InstrumentStep step, String country) {
        Optional<Item<InstrumentStatement>> item = line.statement(step);
        return new StepLine(
                step,
                line.answer(step),
                line.asks(step),
                opened.wording().say("appraisal.standards.question." + step.code(), country),
                item.map(Item::value),
                item.map(known -> opened.path("items/" + known.id())).orElse(""),
                item.map(known -> known.citations().size()).orElse(0));
    }

    /** Records an answer about a step. */
    @StandsOn(
            value = "/workspaces/{id}/standards/{instrument}",
            part = {"country"})
    @PostMapping("/workspaces/{id}/standards/{instrument}/statements")
    ResponseEntity<Void> state(
            @PathVariable String id,
            @PathVariable String instrument,
            @RequestParam Map<String, String> form,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        InstrumentLine line = line(opened, instrument, in(form));
        List<Edit> edits = new TypedStatement(only(form, TypedStatement.STATEMENT)).edits(line, opened.view());
        if (!edits.isEmpty()) {
            Outcomes.check(opened, opened.workspace().append(reader.id(), edits, Reason.EDIT));
        }
        return to(path(opened, line));
    }

    /** Adds an objective that takes up a gap. */
    @StandsOn(
            value = "/workspaces/{id}/standards/{instrument}",
            part = {"country"})
    @PostMapping("/workspaces/{id}/standards/{instrument}/objectives")
    ResponseEntity<Void> takeUp(
            @PathVariable String id,
            @PathVariable String instrument,
            @RequestParam Map<String, String> form,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        InstrumentLine line = line(opened, instrument, in(form));
        Item<Objective> objective =
                new TypedStatement(only(form, TypedStatement.OBJECTIVE)).objective(line, opened.view());
        Outcomes.check(opened, opened.workspace().append(reader.id(), new Edit.Put(objective)));
        return to(path(opened, line));
    }

    /** The fields of a form, without what every form carries. */
    private static Map<String, String> only(Map<String, String> form, List<String> names) {
        Map<String, String> typed = new LinkedHashMap<>();
        names.stream().filter(form::containsKey).forEach(name -> typed.put(name, form.getOrDefault(name, "")));
        return typed;
    }

    private static Address in(Map<String, String> form) {
        return Address.of("").with("country", form.get("country"));
    }

    private static ModelAndView page(String template, Object page) {
        return new ModelAndView("appraisal/web/" + template, Map.of("page", page));
    }

    private static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }
}
