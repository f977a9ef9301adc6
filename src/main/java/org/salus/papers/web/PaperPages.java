package org.salus.papers.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.documents.Block;
import org.salus.documents.Bullets;
import org.salus.documents.DocxTemplate;
import org.salus.documents.Heading;
import org.salus.documents.KeyFigures;
import org.salus.documents.KeyFigures.KeyFigure;
import org.salus.documents.Note;
import org.salus.documents.Paragraph;
import org.salus.documents.Span;
import org.salus.documents.Table;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.papers.Logo;
import org.salus.papers.Offered;
import org.salus.papers.Paper;
import org.salus.papers.PaperChoice;
import org.salus.papers.PaperQuestion;
import org.salus.papers.PaperTemplate;
import org.salus.papers.Papers;
import org.salus.people.SignedIn;
import org.salus.strategy.Languages;
import org.salus.strategy.Readership;
import org.salus.workspace.web.SentFile;
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

/** One paper: what it may be asked about, what it says, and it as a file; and the crisis sheet, which is one of them at an address of its own. */
@Controller
final class PaperPages {
    private static final String CRISIS = "crisis";
    private static final long MOST_BYTES_OF_A_STYLE = 20L << 20;

    private final PapersFrame frame;

    PaperPages(PapersFrame frame) {
        this.frame = frame;
    }

    /**
     * A choice as a field.
     *
     * @param value what was said
     * @param offered what may be said; none where anything can be
     * @param isClosed whether nothing else can be said
     */
    record Asked(
            PaperChoice choice,
            String label,
            String hint,
            String value,
            boolean isNeeded,
            List<Offered.Value> offered,
            boolean isClosed) {}

    /** Something of the paper as a page shows it; all but one of its parts are empty. */
    record Shown(
            Optional<Heading> heading,
            List<List<Span>> paragraphs,
            boolean isList,
            Optional<String> note,
            List<KeyFigure> figures,
            Optional<TableView> table) {}

    /** A language in which it can be composed, by its name in the reader's own. */
    record Language(String tag, String name, boolean isChosen) {}

    /**
     * The page.
     *
     * @param action where its choices are sent
     * @param missing what has to be said before there is anything to be read
     */
    record Composing(
            Layout layout,
            Opened opened,
            PaperTemplate template,
            String action,
            List<Asked> asked,
            List<Readership> readerships,
            Readership readership,
            List<Language> languages,
            List<String> missing,
            Optional<Paper> paper,
            List<Shown> shown,
            PaperQuestion question,
            CsrfToken token) {
        /** The paper as a file of that form. */
        String file(String form) {
            Address file = Address.of(opened.path("papers/" + template.name() + "/document." + form));
            for (Map.Entry<String, String> one : question.typed().entrySet()) {
                file = file.with(one.getKey(), one.getValue());
            }
            return file.toString();
        }

        String path(String below) {
            return opened.path("papers/" + template.name() + "/" + below);
        }
    }

    @GetMapping("/workspaces/{id}/papers/{paper}")
    ModelAndView paper(
            @PathVariable String id,
            @PathVariable String paper,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        return page(id, paper, "papers/" + paper, wording, here, reader, token);
    }

    /** From an institution or unit to all that reaches it, in one step from the map or from a search. */
    @GetMapping("/workspaces/{id}/crisis")
    ModelAndView crisis(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        return page(id, CRISIS, CRISIS, wording, here, reader, token);
    }

    private ModelAndView page(
            String id, String name, String path, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        here.knowing(PaperQuestion.NAMES);
        Opened opened = frame.open(id, reader, wording);
        PaperTemplate template = Papers.template(opened.view(), name);
        PaperQuestion question = PaperQuestion.of(inLanguage(here.choices(), wording), Optional.empty());
        Papers.Read read = frame.papers().read(opened.workspace(), reader.id(), template, question);
        Optional<Paper> paper = read.paper();
        Layout layout = opened.layout(here, template.called(wording), token)
                .under(wording.say("papers.place"), opened.path("papers"));
        return PapersFrame.page(
                "paper",
                new Composing(
                        layout,
                        opened,
                        template,
                        opened.path(path),
                        asked(template, question, read.offered(), wording),
                        Stream.of(Readership.values())
                                .filter(one -> one == Readership.EVERYBODY
                                        || opened.view().standing().isMember())
                                .toList(),
                        Papers.readership(opened.view(), template, question),
                        languages(question, wording),
                        template.missing(question).stream()
                                .map(one -> wording.say(one.label()))
                                .toList(),
                        paper,
                        paper.map(one -> shown(one, question, opened, layout)).orElse(List.of()),
                        question,
                        token));
    }

    /** Where nothing is said, a page shows a paper in the language it speaks itself; its files are asked for in the same. */
    private static Map<String, String> inLanguage(Map<String, String> typed, Wording wording) {
        String own = wording.locale().toLanguageTag();
        if (!Languages.offered().contains(own) || own.equals(Languages.usual())) {
            return typed;
        }
        Map<String, String> all = new LinkedHashMap<>(typed);
        all.putIfAbsent("language", own);
        return all;
    }

    private static List<Language> languages(PaperQuestion question, Wording wording) {
        Locale chosen = Languages.of(question.language());
        return Languages.offered().stream()
                .map(Locale::forLanguageTag)
                .map(one ->
                        new Language(one.toLanguageTag(), one.getDisplayLanguage(wording.locale()), one.equals(chosen)))
                .toList();
    }

    private static List<Asked> asked(PaperTemplate template, PaperQuestion question, Offered offered, Wording wording) {
        List<PaperChoice> choices = new ArrayList<>(template.choices());
        if (!choices.contains(PaperChoice.PARTNER)) {
            choices.add(PaperChoice.PARTNER);
        }
        return choices.stream()
                .map(choice -> new Asked(
                        choice,
                        wording.say(choice.label()),
                        wording.say(choice.meaning()),
                        question.find(choice).orElse(""),
                        template.needed().contains(choice),
                        offered.of(choice),
                        choice == PaperChoice.AREA || choice == PaperChoice.PILLAR))
                .toList();
    }

    private static List<Shown> shown(Paper paper, PaperQuestion question, Opened opened, Layout layout) {
        List<Shown> shown = new ArrayList<>();
        int tables = 0;
        for (Block block : paper.document().blocks()) {
            switch (block) {
                case Heading heading -> shown.add(one(Optional.of(heading), List.of(), false, Optional.empty()));
                case Paragraph paragraph ->
                    shown.add(one(Optional.empty(), List.of(paragraph.spans()), false, Optional.empty()));
                case Bullets bullets ->
                    shown.add(one(
                            Optional.empty(),
                            bullets.items().stream().map(Paragraph::spans).toList(),
                            true,
                            Optional.empty()));
                case Note note -> shown.add(one(Optional.empty(), List.of(), false, Optional.of(note.text())));
                case KeyFigures figures ->
                    shown.add(new Shown(
                            Optional.empty(), List.of(), false, Optional.empty(), figures.figures(), Optional.empty()));
                case Table table -> {
                    tables++;
                    Address file =
                            Address.of(opened.path("papers/" + paper.template().name() + "/tables/" + tables));
                    for (Map.Entry<String, String> said : question.typed().entrySet()) {
                        file = file.with(said.getKey(), said.getValue());
                    }
                    shown.add(new Shown(
                            Optional.empty(),
                            List.of(),
                            false,
                            Optional.empty(),
                            List.of(),
                            Optional.of(TableView.of("table-" + tables, table, layout)
                                    .withFiles(file))));
                }
                default -> {
                    // Turned pages and drawings belong to paper.
                }
            }
        }
        return shown;
    }

    private static Shown one(
            Optional<Heading> heading, List<List<Span>> paragraphs, boolean isList, Optional<String> note) {
        return new Shown(heading, paragraphs, isList, note, List.of(), Optional.empty());
    }

    /** The paper as a file. */
    @GetMapping("/workspaces/{id}/papers/{paper}/document.{form:docx|pdf|html}")
    ResponseEntity<byte[]> document(
            @PathVariable String id,
            @PathVariable String paper,
            @PathVariable String form,
            Wording wording,
            Address here,
            SignedIn reader) {
        return frame.file(composed(id, paper, wording, here, reader), form, Optional.empty());
    }

    /**
     * One of its tables as a file.
     *
     * @param number its place among the tables of the paper, from 1
     */
    @GetMapping("/workspaces/{id}/papers/{paper}/tables/{nth:[1-9][0-9]?}.{form:csv|xlsx}")
    ResponseEntity<byte[]> table(
            @PathVariable String id,
            @PathVariable String paper,
            @PathVariable("nth") int number,
            @PathVariable String form,
            Wording wording,
            Address here,
            SignedIn reader) {
        Opened opened = frame.open(id, reader, wording);
        Paper made = composed(id, paper, wording, here, reader);
        List<Table> tables = made.document().tables();
        if (number > tables.size()) {
            throw Failure.notFound(Sentence.of("papers.failure.no-table", tables.size(), number));
        }
        return TableFiles.answer(
                form,
                made.fileName() + "-" + number,
                tables.get(number - 1),
                opened.state(),
                made.day(),
                opened.layouts().facts(wording),
                wording);
    }

    private Paper composed(String id, String paper, Wording wording, Address here, SignedIn reader) {
        here.knowing(PaperQuestion.NAMES);
        Opened opened = frame.open(id, reader, wording);
        return frame.papers()
                .compose(
                        opened.workspace(),
                        reader.id(),
                        Papers.template(opened.view(), paper),
                        PaperQuestion.of(here.choices(), Optional.empty()));
    }

    /** The paper as a file with a partner's logo or in the house style of an office, of which nothing is kept. */
    @StandsOn("/workspaces/{id}/papers/{paper}")
    @PostMapping("/workspaces/{id}/papers/{paper}/document")
    ResponseEntity<byte[]> brought(
            @PathVariable String id,
            @PathVariable String paper,
            @RequestParam(name = "logo", required = false) @Nullable MultipartFile logo,
            @RequestParam(name = "style", required = false) @Nullable MultipartFile style,
            @RequestParam("form") String form,
            @RequestParam MultiValueMap<String, String> typed,
            Wording wording,
            SignedIn reader) {
        Opened opened = frame.open(id, reader, wording);
        if (logo != null && logo.getSize() > Logo.MOST_BYTES) {
            throw Logo.tooLarge(String.valueOf(logo.getOriginalFilename()));
        }
        Optional<Logo> picture = SentFile.find(logo, Logo.MOST_BYTES, Logo::read);
        Optional<DocxTemplate> house =
                SentFile.find(style, MOST_BYTES_OF_A_STYLE, (in, name) -> DocxTemplate.read(in.readAllBytes(), name));
        return frame.file(
                frame.papers()
                        .compose(
                                opened.workspace(),
                                reader.id(),
                                Papers.template(opened.view(), paper),
                                PaperQuestion.of(PapersFrame.typed(typed), picture)),
                form,
                house);
    }
}
