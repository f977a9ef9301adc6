package org.salus.impact.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.documents.Table;
import org.salus.frame.web.Address;
import org.salus.frame.web.DrawnChart;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.goals.Indicator;
import org.salus.goals.Measurement;
import org.salus.impact.Readers;
import org.salus.impact.SurveyAnswer;
import org.salus.impact.SurveyAnswers;
import org.salus.impact.SurveyForm;
import org.salus.impact.SurveyFormReader;
import org.salus.impact.SurveyMeasurement;
import org.salus.impact.SurveyRound;
import org.salus.impact.SurveySubmissions;
import org.salus.impact.SurveyTables;
import org.salus.impact.Surveys;
import org.salus.impact.TypedStudy;
import org.salus.impact.TypedSurvey;
import org.salus.impact.web.StudyPages.Choice;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.people.SignedIn;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.SentFile;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What do people say? The rounds of surveys of a workspace, each with its figures, their intervals, and what changed since an earlier one. */
@Controller
final class SurveyPages {
    private static final long MOST_FORM_BYTES = 16L << 20;
    private static final long MOST_BYTES = 64L << 20;
    private static final int MOST_CHARTS = 30;
    /** Between a question and one of its answers, in neither of which it can stand. */
    private static final String PARTED = "\t";

    private final WorkspaceWeb web;

    SurveyPages(WorkspaceWeb web) {
        this.web = web;
    }

    /** The page of all rounds. */
    record Board(
            Layout layout,
            Opened opened,
            int rounds,
            TableView table,
            List<Choice> keeping,
            boolean mayWrite,
            CsrfToken token) {}

    /** A question with its figures in words. */
    record Question(String label, String people, Optional<DrawnChart> bars, List<String> says) {}

    /** Figures of a question that an indicator can take over. */
    record Taken(String label, List<Choice> figures) {}

    /** The page of one round. What an indicator can take over is there for whoever may write it, of a round that is for all members. */
    record RoundPage(
            Layout layout,
            Opened opened,
            Item<SurveyRound> item,
            String source,
            List<String> refused,
            Optional<SurveyAnswer> answer,
            List<Question> questions,
            List<TableView> tables,
            List<Choice> groups,
            List<Choice> others,
            List<Taken> figures,
            List<Choice> indicators,
            CsrfToken token) {
        String path(String below) {
            return opened.path("surveys/" + item.id() + below);
        }

        /** The question that a change of an answer belongs to; empty of a mean, which names it itself. */
        String asked(SurveyAnswer.Change change) {
            return change.choice().isEmpty()
                    ? ""
                    : answer.stream()
                            .flatMap(said -> said.questions().stream())
                            .filter(question -> question.path().equals(change.path()))
                            .map(SurveyAnswer.Asked::label)
                            .findFirst()
                            .orElse("");
        }
    }

    @GetMapping("/workspaces/{id}/surveys")
    ModelAndView board(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        here.knowing();
        Opened opened = web.open(id, reader, wording);
        Layout layout = opened.layout(here, wording.say("impact.surveys.title"), token);
        List<Item<SurveyRound>> rounds = new SurveyAnswers(opened.view()).list();
        return new ModelAndView(
                "impact/web/surveys",
                "page",
                new Board(
                        layout,
                        opened,
                        rounds.size(),
                        TableView.of("rounds", rounds(opened), layout)
                                .withFiles(Address.of(opened.path("surveys/all"))),
                        Stream.of(Readers.values())
                                .filter(readers ->
                                        readers.isOpenTo(opened.view().standing()))
                                .map(readers -> new Choice(
                                        readers.code(),
                                        wording.say("impact.brought.keeping", readers.label(), readers.meaning()),
                                        readers == Readers.MEMBERS))
                                .toList(),
                        opened.mayWrite(Role.CONTRIBUTOR),
                        token));
    }

    private static Table rounds(Opened opened) {
        return new SurveyTables(opened.wording())
                .rounds(
                        new SurveyAnswers(opened.view()).list(),
                        item -> URI.create(opened.path("surveys/" + item.id())));
    }

    /** The rounds as a file. */
    @GetMapping("/workspaces/{id}/surveys/all.{form:csv|xlsx}")
    ResponseEntity<byte[]> all(@PathVariable String id, @PathVariable String form, Wording wording, SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        return file(opened, reader, form, "surveys", rounds(opened));
    }

    private static ResponseEntity<byte[]> file(Opened opened, SignedIn reader, String form, String name, Table table) {
        return TableFiles.answer(
                form,
                name,
                table,
                opened.state(),
                opened.workspace().day(reader.id()),
                opened.layouts().facts(opened.wording()),
                opened.wording());
    }

    @GetMapping("/workspaces/{id}/surveys/{survey}")
    ModelAndView round(
            @PathVariable String id,
            @PathVariable String survey,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        here.knowing("by", "before");
        String by = here.choice("by").orElse("");
        String before = here.choice("before").orElse("");
        Opened opened = web.open(id, reader, wording);
        SurveyAnswers surveys = new SurveyAnswers(opened.view());
        Item<SurveyRound> item = surveys.find(survey);
        Layout layout = opened.layout(here, item.value().title(), token)
                .under(wording.say("impact.place.surveys"), opened.path("surveys"))
                .withCharts();
        Optional<SurveyAnswer> answer = Optional.empty();
        List<String> refused = List.of();
        try {
            answer = Optional.of(surveys.answer(item, by, before));
        } catch (Failure why) {
            refused = Stream.concat(Stream.of(why.sentence()), why.advice().stream())
                    .map(wording::say)
                    .toList();
        }
        return new ModelAndView(
                "impact/web/survey",
                "page",
                new RoundPage(
                        layout,
                        opened,
                        item,
                        surveys.rows(item).source(),
                        refused,
                        answer,
                        answer.map(said -> questions(said, wording)).orElse(List.of()),
                        answer.map(said -> tables(said, layout, opened.path("surveys/" + item.id()), by, before))
                                .orElse(List.of()),
                        surveys.groups(item).stream()
                                .map(question -> new Choice(
                                        question.path(),
                                        question.label(),
                                        question.path().equals(by)))
                                .toList(),
                        surveys.list().stream()
                                .filter(other -> !other.id().equals(item.id()))
                                .map(other -> new Choice(
                                        other.id().toString(),
                                        other.value().title(),
                                        other.id().toString().equals(before)))
                                .toList(),
                        mayTake(opened, item)
                                ? answer.map(said -> taken(said, wording)).orElse(List.of())
                                : List.of(),
                        opened.view().list(Indicator.KIND).stream()
                                .map(indicator -> new Choice(
                                        indicator.id().toString(),
                                        indicator.value().title(),
                                        false))
                                .toList(),
                        token));
    }

    private static boolean mayTake(Opened opened, Item<SurveyRound> item) {
        return opened.mayWrite(Role.CONTRIBUTOR) && item.sensitivity().equals(Sensitivity.forMembers());
    }

    private static List<Taken> taken(SurveyAnswer answer, Wording wording) {
        return answer.questions().stream()
                .map(asked -> new Taken(
                        asked.label(),
                        asked.figures().stream()
                                .filter(figure -> figure.lower() != null && figure.upper() != null)
                                .map(figure -> new Choice(
                                        asked.path() + PARTED + figure.choice(),
                                        wording.say(Surveys.says(
                                                figure, asked.type().isNumber())),
                                        false))
                                .toList()))
                .filter(asked -> !asked.figures().isEmpty())
                .toList();
    }

    private static List<Question> questions(SurveyAnswer answer, Wording wording) {
        SurveyTables tables = new SurveyTables(wording);
        return answer.questions().stream()
                .limit(MOST_CHARTS)
                .map(asked -> new Question(
                        asked.label(),
                        wording.say("impact.survey.people", asked.answered(), asked.missing()),
                        tables.bars(asked).map(DrawnChart::of),
                        asked.figures().stream()
                                .map(figure -> wording.say(
                                        Surveys.says(figure, asked.type().isNumber())))
                                .toList()))
                .toList();
    }

    private static List<TableView> tables(SurveyAnswer answer, Layout layout, String path, String by, String before) {
        SurveyTables tables = new SurveyTables(layout.wording());
        return Stream.of("changes", "figures")
                .filter(name -> name.equals("figures") || !answer.changes().isEmpty())
                .map(name -> TableView.of(name, tables.get(name, answer), layout)
                        .withFiles(Address.of(path + "/" + name).with("by", by).with("before", before))
                        .withFold(20))
                .toList();
    }

    /** A table of a round as a file. */
    @GetMapping("/workspaces/{id}/surveys/{survey}/{table:figures|changes}.{form:csv|xlsx}")
    ResponseEntity<byte[]> table(
            @PathVariable String id,
            @PathVariable String survey,
            @PathVariable String table,
            @PathVariable String form,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String before,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        SurveyAnswers surveys = new SurveyAnswers(opened.view());
        SurveyAnswer answer = surveys.answer(surveys.find(survey), by, before);
        return file(opened, reader, form, "survey-" + table, new SurveyTables(wording).get(table, answer));
    }

    /** Keeps the chosen answers of a round; neither file is kept. */
    @StandsOn("/workspaces/{id}/surveys")
    @PostMapping("/workspaces/{id}/surveys")
    ResponseEntity<Void> keep(
            @PathVariable String id,
            @RequestParam("form") MultipartFile questionnaire,
            @RequestParam("file") MultipartFile submissions,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        TypedStudy.requireWriter(opened.view());
        Map<String, String> words = StudyPages.typed(form);
        TypedSurvey typed = new TypedSurvey(words);
        SurveyForm read = SentFile.read(
                questionnaire, MOST_FORM_BYTES, (bytes, name) -> SurveyFormReader.read(bytes, name, typed.language()));
        TypedSurvey.Kept kept = SentFile.read(
                submissions, MOST_BYTES, (bytes, name) -> kept(typed, read, bytes, name, opened, wording));
        Outcomes.check(opened, opened.workspace().append(reader.id(), kept.edits(), Reason.EDIT));
        return StudyPages.to(opened.path("surveys/" + kept.round()));
    }

    /** Takes a figure, with its interval, as a draft of a measurement of an indicator. */
    @StandsOn("/workspaces/{id}/surveys/{survey}")
    @PostMapping("/workspaces/{id}/surveys/{survey}/measurements")
    ResponseEntity<Void> measure(
            @PathVariable String id,
            @PathVariable String survey,
            @RequestParam(defaultValue = "") String figure,
            @RequestParam(defaultValue = "") String indicator,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        int parted = figure.indexOf(PARTED);
        Item<Measurement> measured = SurveyMeasurement.of(
                opened.view(),
                new SurveyAnswers(opened.view()).find(survey),
                parted < 0 ? figure : figure.substring(0, parted),
                parted < 0 ? "" : figure.substring(parted + PARTED.length()),
                indicator,
                wording::say);
        Outcomes.check(opened, opened.workspace().append(reader.id(), List.of(new Edit.Put(measured)), Reason.EDIT));
        return StudyPages.to(opened.path("items/" + measured.id()));
    }

    private static TypedSurvey.Kept kept(
            TypedSurvey typed, SurveyForm read, InputStream bytes, String name, Opened opened, Wording wording)
            throws IOException {
        return typed.keep(
                read,
                (asked, questions, design, groups) ->
                        SurveySubmissions.read(bytes, name, asked, questions, design, groups),
                opened.view(),
                (Sentence sentence) -> wording.say(sentence),
                LocalDate.now(ZoneOffset.UTC));
    }
}
