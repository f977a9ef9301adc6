package org.salus.impact.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.goals.Feeds;
import org.salus.impact.ImpactStudy;
import org.salus.impact.KeptResult;
import org.salus.impact.MethodGuide;
import org.salus.impact.StudyAnswers;
import org.salus.impact.StudySearches;
import org.salus.impact.StudySources;
import org.salus.impact.VerdictKind;
import org.salus.ledger.Item;
import org.salus.ledger.Role;
import org.salus.people.SignedIn;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Did it work? The studies there are, the guide that says what a case allows, and where the data of a new study can come from. */
@Controller
final class ImpactBoardPages {
    /** What is said about a case; flags say yes by being there. */
    private static final List<String> GUIDE = List.of(
            "treated", "controls", "before", "after", "counts", "staggered", "something-else", "reaches-controls");

    private final WorkspaceWeb web;
    private final StudySources sources;
    private final StudySearches searches;

    ImpactBoardPages(WorkspaceWeb web, StudySources sources, StudySearches searches) {
        this.web = web;
        this.sources = sources;
        this.searches = searches;
    }

    /**
     * A field of the guide with what was said in it.
     *
     * @param isFlag whether it is ticked rather than typed
     */
    record Asked(String name, String label, String value, boolean isFlag) {}

    /** One of several things to choose. */
    record Choice(String code, String label) {}

    /** A method beside the case. */
    record Advised(String name, boolean isAllowed, String why) {}

    /** What the guide says. */
    record Guided(String says, String question, List<Advised> methods, List<String> otherWays) {
        static Guided of(MethodGuide.Guidance guidance, Wording wording) {
            return new Guided(
                    wording.say(guidance.says()),
                    wording.say(guidance.question()),
                    guidance.methods().stream()
                            .map(each -> new Advised(
                                    wording.say("impact.study-method." + each.method() + ".name"),
                                    each.isAllowed(),
                                    wording.say(each.why())))
                            .toList(),
                    guidance.otherWays().stream().map(wording::say).toList());
        }
    }

    /** The page. */
    record Board(
            Layout layout,
            Opened opened,
            int studies,
            int told,
            int notTold,
            int cannot,
            int open,
            TableView table,
            List<Asked> asked,
            Optional<Guided> guided,
            Optional<String> problem,
            List<Choice> series,
            Optional<String> whyNoSeries,
            List<Choice> indicators,
            boolean mayWrite,
            CsrfToken token) {}

    @GetMapping("/workspaces/{id}/impact")
    ModelAndView board(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        here.knowing(GUIDE);
        Opened opened = web.open(id, reader, wording);
        Layout layout = opened.layout(here, wording.say("impact.board.title"), token);
        List<Item<ImpactStudy>> studies = new StudyAnswers(opened.view(), searches, web.faces(), wording).list();
        Feeds.Choice offered = sources.offered(opened.view());
        Optional<Guided> guided = Optional.empty();
        Optional<String> problem = Optional.empty();
        try {
            guided = guided(here).map(guidance -> Guided.of(guidance, wording));
        } catch (Failure wrong) {
            problem = Optional.of(wording.say(wrong.sentence()));
        }
        return new ModelAndView(
                "impact/web/board",
                "page",
                new Board(
                        layout,
                        opened,
                        studies.size(),
                        count(studies, VerdictKind.EFFECT_TOLD),
                        count(studies, VerdictKind.NO_EFFECT_TOLD),
                        count(studies, VerdictKind.CANNOT_BE_TOLD),
                        (int) studies.stream()
                                .filter(item -> item.value().result().isEmpty())
                                .count(),
                        TableView.of("studies", table(studies, opened), layout)
                                .withFiles(Address.of(opened.path("impact/studies"))),
                        GUIDE.stream()
                                .map(name -> new Asked(
                                        name,
                                        wording.say("impact.guide." + name),
                                        here.choice(name).orElse(""),
                                        GUIDE.indexOf(name) > 3))
                                .toList(),
                        guided,
                        problem,
                        Stream.concat(
                                        sources.withEvents(opened.view()).entrySet().stream()
                                                .map(one -> new Choice(
                                                        one.getKey(),
                                                        wording.say(
                                                                "impact.board.events",
                                                                one.getValue().inText(wording)))),
                                        offered.loaded().stream()
                                                .map(one -> new Choice(
                                                        one.key().toString(),
                                                        wording.say(
                                                                "impact.board.series",
                                                                wording.say(one.name()),
                                                                one.publisher(),
                                                                String.valueOf(one.first()),
                                                                String.valueOf(one.last()),
                                                                one.key()
                                                                        .countryIn(
                                                                                opened.view()
                                                                                        .charter(),
                                                                                wording)))))
                                .toList(),
                        offered.whyNone().map(wording::say),
                        StudySources.measured(opened.view()).stream()
                                .map(item -> new Choice(
                                        item.id().toString(), item.value().title()))
                                .toList(),
                        opened.mayWrite(Role.CONTRIBUTOR),
                        token));
    }

    private static int count(List<Item<ImpactStudy>> studies, VerdictKind kind) {
        return (int) studies.stream()
                .flatMap(item -> item.value().result().stream())
                .filter(result -> result.verdict() == kind)
                .count();
    }

    /** What the case allows, once anything is said of it. */
    private static Optional<MethodGuide.Guidance> guided(Address here) {
        if (GUIDE.stream().allMatch(name -> here.choice(name).isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(MethodGuide.of(new MethodGuide.Situation(
                number(here, "treated"),
                number(here, "controls"),
                number(here, "before"),
                number(here, "after"),
                here.choice("counts").isPresent(),
                here.choice("staggered").isEmpty(),
                here.choice("something-else").isPresent(),
                here.choice("reaches-controls").isPresent())));
    }

    private static int number(Address here, String name) {
        String text = here.choice(name).orElse("").strip();
        if (!text.matches("\\d{1,6}")) {
            throw Failure.wrongUse(Sentence.of("impact.guide.no-number", Sentence.of("impact.guide." + name), text));
        }
        return Integer.parseInt(text);
    }

    /** The studies, each with what was kept of it. */
    private static Table table(List<Item<ImpactStudy>> studies, Opened opened) {
        Wording wording = opened.wording();
        List<Column> columns = new ArrayList<>();
        for (String name : List.of("title", "asks", "method", "verdict")) {
            columns.add(Column.text(name, wording.say("impact.column." + name)));
        }
        columns.add(Column.decimal("value", wording.say("impact.column.estimate"), "", 4));
        columns.add(Column.date("on", wording.say("impact.column.on")));
        return new Table(
                wording.say("impact.table-of.studies"),
                columns,
                studies.stream().map(item -> row(item, opened)).toList());
    }

    private static List<Cell> row(Item<ImpactStudy> item, Opened opened) {
        ImpactStudy study = item.value();
        Wording wording = opened.wording();
        Cell open = Cell.blank(wording.say("impact.not-asked"));
        Optional<KeptResult> kept = study.result();
        return List.of(
                Cell.text(study.title()).withLink(URI.create(opened.path("impact/studies/" + item.id()))),
                study.asks().isBlank() ? Cell.blank(wording.say("impact.study.not-said")) : Cell.text(study.asks()),
                Cell.text(wording.say(study.settings().method().label())),
                kept.map(result -> Cell.text(wording.say(result.verdict().label())))
                        .orElse(open),
                kept.map(result -> Cell.number(result.value())).orElse(open),
                kept.map(result -> Cell.text(result.on().toString())).orElse(open));
    }

    /** The list of studies as a file. */
    @GetMapping("/workspaces/{id}/impact/studies.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable String form, Wording wording, SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        return TableFiles.answer(
                form,
                "impact-studies",
                table(new StudyAnswers(opened.view(), searches, web.faces(), wording).list(), opened),
                opened.state(),
                opened.workspace().day(reader.id()),
                opened.layouts().facts(wording),
                wording);
    }
}
