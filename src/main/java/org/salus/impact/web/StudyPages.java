package org.salus.impact.web;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.documents.Chart;
import org.salus.documents.ChartDrawer;
import org.salus.documents.Palette;
import org.salus.documents.Size;
import org.salus.frame.web.Address;
import org.salus.frame.web.DiagramFiles;
import org.salus.frame.web.DrawnChart;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.goals.Goal;
import org.salus.goals.Indicator;
import org.salus.goals.Objective;
import org.salus.impact.ImpactAnswer;
import org.salus.impact.ImpactStudy;
import org.salus.impact.StudyAnswers;
import org.salus.impact.StudyAnswers.Shown;
import org.salus.impact.StudyCharts;
import org.salus.impact.StudyMethod;
import org.salus.impact.StudySearches;
import org.salus.impact.StudySettings;
import org.salus.impact.TypedStudy;
import org.salus.impact.web.ImpactBoardPages.Guided;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.View;
import org.salus.people.SignedIn;
import org.salus.workspace.Search;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One study: the verdict in words, what it rests on, what would move it, and how anybody can repeat it. */
@Controller
final class StudyPages {
    private static final Size WIDTH = new Size(800);

    /** Answered at once if it is worked out within this time; else the page shows how far the work has come. */
    private static final long AT_ONCE_MILLISECONDS = 300;

    /** What a form cannot mean is mostly found out within this time, and is then said at its field. */
    private static final long FORM_MILLISECONDS = 1_000;

    private final WorkspaceWeb web;
    private final StudySearches searches;
    private final ChartDrawer drawer;

    StudyPages(WorkspaceWeb web, StudySearches searches, ChartDrawer drawer) {
        this.web = web;
        this.searches = searches;
        this.drawer = drawer;
    }

    /** One of several things to choose. */
    record Choice(String code, String label, boolean isChosen) {}

    /** A picture with its numbers. */
    record Picture(String name, DrawnChart chart, TableView table) {
        private static Picture of(StudyCharts.Named named, Chart chart, Layout layout, String path) {
            return new Picture(
                    named.name(),
                    DrawnChart.of(chart),
                    TableView.of(named.name(), named.table(), layout).withFiles(Address.of(path + "/" + named.name())));
        }
    }

    /** A setting as it was made, for whoever repeats the study. */
    record Setting(String name, String value) {}

    /** What it comes to. */
    record Result(
            ImpactAnswer answer,
            String kind,
            String verdict,
            String standing,
            Guided guided,
            List<Picture> pictures,
            List<TableView> tables) {}

    /**
     * The work on a study that has no answer yet.
     *
     * @param done placebos and other checks that are through
     * @param of how many; 0 while that is not known
     * @param figure what came out before it is known what that is worth; empty while there is none
     * @param mayBegin whether it rests until somebody begins it anew
     */
    record Work(boolean isRunning, boolean isWaiting, int done, int of, Optional<BigDecimal> figure, boolean mayBegin) {
        static Work of(StudySearches.Look look) {
            Optional<Search.Standing<StudySearches.Found>> search = look.search();
            return new Work(
                    look.isRunning(),
                    search.filter(standing -> standing.state() == Search.State.WAITING)
                            .isPresent(),
                    // The first part is the figure itself.
                    search.map(standing -> Math.max(0, standing.number() - 1)).orElse(0),
                    search.map(standing -> Math.max(0, standing.most() - 1)).orElse(0),
                    search.flatMap(Search.Standing::best),
                    look.mayBegin());
        }
    }

    /** The page. */
    record StudyPage(
            Layout layout,
            Opened opened,
            Shown shown,
            Optional<Result> result,
            List<String> refused,
            Work work,
            boolean mayKeep,
            List<Choice> methods,
            List<Choice> units,
            List<Choice> times,
            List<Choice> outcomes,
            List<Choice> searches,
            List<Choice> models,
            List<Choice> errors,
            List<Choice> subjects,
            List<Setting> settings,
            boolean mayWrite,
            CsrfToken token) {
        ImpactStudy study() {
            return shown.study();
        }

        String path(String below) {
            return opened.path("impact/studies/" + shown.item().id() + below);
        }

        /** The goals, objectives and indicators it speaks of. */
        List<Choice> about() {
            return subjects.stream().filter(Choice::isChosen).toList();
        }
    }

    private record Seen(Opened opened, StudyAnswers studies, Item<ImpactStudy> item) {}

    private Seen see(String id, String study, SignedIn reader, Wording wording) {
        Opened opened = web.open(id, reader, wording);
        StudyAnswers studies = new StudyAnswers(opened.view(), searches, web.faces(), wording);
        return new Seen(opened, studies, studies.find(study));
    }

    @GetMapping("/workspaces/{id}/impact/studies/{study}")
    ModelAndView show(
            @PathVariable String id,
            @PathVariable String study,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        here.knowing();
        Seen seen = see(id, study, reader, wording);
        Opened opened = seen.opened();
        StudySearches.Look look = look(seen);
        Shown shown = seen.studies().show(seen.item(), look.answer(), look.refused());
        Layout layout = opened.layout(here, shown.study().title(), token)
                .under(wording.say("impact.place"), opened.path("impact"))
                .withCharts();
        String path = opened.path("impact/studies/" + shown.item().id());
        StudySettings settings = shown.study().settings();
        List<String> heads = shown.rows().panel().heads();
        List<String> refused = new ArrayList<>();
        shown.refused().ifPresent(why -> {
            refused.add(wording.say(why.sentence()));
            why.advice().map(wording::say).ifPresent(refused::add);
        });
        return new ModelAndView(
                "impact/web/study",
                "page",
                new StudyPage(
                        layout,
                        opened,
                        shown,
                        shown.answer().map(answer -> result(shown, answer, layout, path)),
                        refused,
                        Work.of(look),
                        shown.answer().isPresent()
                                && shown.standing() != StudyAnswers.Standing.SAME
                                && opened.mayWrite(Role.CONTRIBUTOR),
                        Stream.of(StudyMethod.values())
                                .map(method -> new Choice(
                                        method.code(),
                                        wording.say("impact.study.method", method.label(), method.meaning()),
                                        method == settings.method()))
                                .toList(),
                        columns(heads, settings.unit()),
                        columns(heads, settings.time()),
                        columns(heads, settings.outcome()),
                        words("search", List.of("usual", "wide"), settings.search(), wording),
                        words("model", List.of("linear", "poisson", "quasi-poisson"), settings.model(), wording),
                        words("errors", List.of("newey-west", "model"), settings.errors(), wording),
                        subjects(seen),
                        told(settings, wording),
                        opened.mayWrite(Role.CONTRIBUTOR),
                        token));
    }

    private StudySearches.Look look(Seen seen) {
        return searches.look(seen.opened().view(), seen.item().id(), seen.item().value(), AT_ONCE_MILLISECONDS);
    }

    private static Result result(Shown shown, ImpactAnswer answer, Layout layout, String path) {
        Wording wording = layout.wording();
        List<StudyCharts.Named> all = new StudyCharts(answer, wording).all();
        ImpactAnswer.Verdict verdict = shown.study().verdict(answer);
        return new Result(
                answer,
                verdict.kind().code(),
                wording.say(verdict.says()),
                wording.say(shown.standing().says()),
                Guided.of(shown.guidance().orElseThrow(), wording),
                all.stream()
                        .flatMap(named -> named.chart().map(chart -> Picture.of(named, chart, layout, path)).stream())
                        .toList(),
                all.stream()
                        .filter(named -> named.chart().isEmpty())
                        .map(named -> TableView.of(named.name(), named.table(), layout)
                                .withFiles(Address.of(path + "/" + named.name()))
                                .withFold(12))
                        .toList());
    }

    private static List<Choice> columns(List<String> heads, String chosen) {
        return heads.stream()
                .filter(head -> !head.isBlank())
                .map(head -> new Choice(head, head, head.equals(chosen)))
                .toList();
    }

    private static List<Choice> words(String name, List<String> codes, String chosen, Wording wording) {
        return codes.stream()
                .map(code -> new Choice(
                        code,
                        wording.say("impact.word." + name + "." + code),
                        code.equals(chosen) || (chosen.isBlank() && code.equals(codes.getFirst()))))
                .toList();
    }

    private static List<Choice> subjects(Seen seen) {
        return Stream.of(Goal.KIND, Objective.KIND, Indicator.KIND)
                .flatMap(kind -> seen.opened().choices(kind).stream())
                .map(item -> new Choice(
                        item.id().toString(),
                        seen.opened().title(item.id()),
                        seen.item().value().about().contains(item.id())))
                .toList();
    }

    private static List<Setting> told(StudySettings settings, Wording wording) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("method", wording.say(settings.method().label()));
        all.put("unit", settings.unit());
        all.put("time", settings.time());
        all.put("outcome", settings.outcome());
        all.put("treated", String.join("; ", settings.treated()));
        all.put("from", settings.from());
        all.put("without", String.join("; ", settings.without()));
        all.put("predictors", settings.predictors());
        all.put("fit", settings.fit());
        all.put("effect", settings.effect());
        all.put("search", settings.search());
        all.put("model", settings.model());
        all.put("errors", settings.errors());
        all.put("season", settings.season());
        all.put("harmonics", settings.harmonics());
        return all.entrySet().stream()
                .filter(setting -> !setting.getValue().isBlank())
                .map(setting -> new Setting(wording.say("impact.study-field." + setting.getKey()), setting.getValue()))
                .toList();
    }

    /**
     * Asks it as it was typed, and keeps what it comes to. Where nothing comes of it the form stays as it was typed, with the reason at its field. What takes longer than a form is waited for
     * is written as it is asked, and its page shows how far the work is: what it comes to is kept from there.
     */
    @StandsOn("/workspaces/{id}/impact/studies/{study}")
    @PostMapping("/workspaces/{id}/impact/studies/{study}")
    ResponseEntity<Void> run(
            @PathVariable String id,
            @PathVariable String study,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        Seen seen = see(id, study, reader, wording);
        View view = seen.opened().view();
        TypedStudy.requireWriter(view);
        // What is not ticked a form does not say.
        List.of("something-else", "reaches-controls", "about").forEach(name -> form.putIfAbsent(name, List.of()));
        Item<ImpactStudy> asked = new TypedStudy(typed(form)).asked(seen.item(), view);
        StudySearches.Look look = searches.look(view, asked.id(), asked.value(), FORM_MILLISECONDS);
        look.refused().ifPresent(why -> {
            throw why;
        });
        Item<ImpactStudy> written = look.answer()
                .map(answer -> TypedStudy.kept(asked, view, answer, today()))
                .orElse(asked);
        return written(seen, written, reader);
    }

    private static ResponseEntity<Void> written(Seen seen, Item<ImpactStudy> study, SignedIn reader) {
        Outcomes.check(
                seen.opened(),
                seen.opened().workspace().append(reader.id(), List.of(new Edit.Put(study)), Reason.EDIT));
        return to(seen.opened().path("impact/studies/" + study.id()) + "#verdict");
    }

    /** Keeps what it comes to as it is asked; waited for. */
    @StandsOn("/workspaces/{id}/impact/studies/{study}")
    @PostMapping("/workspaces/{id}/impact/studies/{study}/keep")
    ResponseEntity<Void> keep(@PathVariable String id, @PathVariable String study, Wording wording, SignedIn reader) {
        Seen seen = see(id, study, reader, wording);
        View view = seen.opened().view();
        TypedStudy.requireWriter(view);
        return written(seen, new TypedStudy(Map.of()).worked(seen.item(), view, searches, today()), reader);
    }

    /** Ends the work on a study that this reader waits for, or begins it anew. Nothing is written. */
    @StandsOn("/workspaces/{id}/impact/studies/{study}")
    @PostMapping("/workspaces/{id}/impact/studies/{study}/{what:begin|end}")
    ResponseEntity<Void> work(
            @PathVariable String id,
            @PathVariable String study,
            @PathVariable String what,
            Wording wording,
            SignedIn reader) {
        Seen seen = see(id, study, reader, wording);
        View view = seen.opened().view();
        ImpactStudy asked = seen.item().value();
        if (what.equals("end")) {
            searches.end(view, seen.item().id(), asked);
        } else {
            searches.begin(view, seen.item().id(), asked);
        }
        return to(seen.opened().path("impact/studies/" + seen.item().id()));
    }

    private static PartialDate today() {
        return PartialDate.of(LocalDate.now(Clock.systemUTC()).toString());
    }

    /** A table to keep: the numbers of a picture, or another one. */
    @GetMapping(
            "/workspaces/{id}/impact/studies/{study}/{figure:series|gaps|events|placebos|weights|terms|checks|alternatives}.{form:csv|xlsx}")
    ResponseEntity<byte[]> table(
            @PathVariable String id,
            @PathVariable String study,
            @PathVariable String figure,
            @PathVariable String form,
            Wording wording,
            SignedIn reader) {
        Seen seen = see(id, study, reader, wording);
        return TableFiles.answer(
                form,
                "impact-" + figure,
                new StudyCharts(answer(seen), wording).get(figure).table(),
                seen.opened().state(),
                seen.opened().workspace().day(reader.id()),
                seen.opened().layouts().facts(wording),
                wording);
    }

    private static ImpactAnswer answer(Seen seen) {
        // Whoever takes a file waits for it.
        Shown shown = seen.studies().show(seen.item());
        return shown.answer().orElseThrow(() -> shown.refused().orElseThrow(IllegalStateException::new));
    }

    /** A picture as a file: the same as on the page. */
    @GetMapping("/workspaces/{id}/impact/studies/{study}/{figure:series|gaps|events}.{form:svg|png}")
    ResponseEntity<byte[]> picture(
            @PathVariable String id,
            @PathVariable String study,
            @PathVariable String figure,
            @PathVariable String form,
            Wording wording,
            SignedIn reader) {
        Seen seen = see(id, study, reader, wording);
        Chart chart = new StudyCharts(answer(seen), wording)
                .get(figure)
                .chart()
                .orElseThrow(() -> Failure.notFound(Sentence.of("impact.study.no-table", figure)));
        return DiagramFiles.answer(
                form,
                "impact-" + figure,
                drawer.draw(chart.option(), WIDTH, Palette.LIGHT, wording.locale()),
                seen.opened().state());
    }

    /** A program that repeats the main figure from the file of the rows. */
    @GetMapping("/workspaces/{id}/impact/studies/{study}/repeat.{form:R|py}")
    ResponseEntity<byte[]> script(
            @PathVariable String id,
            @PathVariable String study,
            @PathVariable String form,
            Wording wording,
            SignedIn reader) {
        Seen seen = see(id, study, reader, wording);
        String script = seen.studies().script(seen.studies().show(seen.item()), form);
        return kept("repeat." + form, new MediaType("text", "plain", StandardCharsets.UTF_8), script);
    }

    /** The rows as they are kept, to the letter: what a program that repeats the figure reads. */
    @GetMapping("/workspaces/{id}/impact/studies/{study}/rows/data.csv")
    ResponseEntity<byte[]> rows(@PathVariable String id, @PathVariable String study, Wording wording, SignedIn reader) {
        Seen seen = see(id, study, reader, wording);
        var rows = seen.studies().rows(seen.item());
        return kept(rows.fileName(), new MediaType("text", "csv", StandardCharsets.UTF_8), rows.csv());
    }

    static ResponseEntity<byte[]> kept(String name, MediaType type, String text) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What was typed; of what was ticked several times, a line each. */
    static Map<String, String> typed(MultiValueMap<String, String> form) {
        Map<String, String> typed = new LinkedHashMap<>();
        form.forEach((name, values) -> {
            if (!name.startsWith("_")) {
                typed.put(name, String.join("\n", values));
            }
        });
        return typed;
    }

    static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }
}
