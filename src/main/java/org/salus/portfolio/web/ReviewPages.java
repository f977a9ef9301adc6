package org.salus.portfolio.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Pager;
import org.salus.frame.web.StandsOn;
import org.salus.framework.ReformArea;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.people.SignedIn;
import org.salus.portfolio.ReviewAnswers;
import org.salus.portfolio.ReviewOrder;
import org.salus.portfolio.ReviewQuestion;
import org.salus.portfolio.ReviewQueue;
import org.salus.portfolio.ReviewState;
import org.salus.portfolio.Supports;
import org.salus.portfolio.TypedJudgement;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.CacheControl;
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

/** The queue of activities to be judged: what is proposed, why, what members said; agreed to or corrected, one by one or many at once. */
@Controller
final class ReviewPages {
    private static final int PAGE = 25;

    private final WorkspaceWeb web;
    private final Evidence evidence;
    private final Supports supports;

    ReviewPages(WorkspaceWeb web, Evidence evidence, Supports supports) {
        this.web = web;
        this.evidence = evidence;
        this.supports = supports;
    }

    /** One of several things to choose. */
    record Choice(String code, String label, boolean chosen) {}

    /**
     * An activity of the page.
     *
     * @param href its own page
     * @param item the page of its judgement; empty if there is none
     * @param who last judged it; empty if nobody did
     */
    record Row(
            ReviewQueue.Line line,
            String href,
            String item,
            String who,
            List<String> reasons,
            List<ReviewQueue.Neighbour> like) {}

    /** The page. */
    record Queue(
            Layout layout,
            Opened opened,
            ReviewQuestion question,
            ReviewQueue queue,
            List<ReviewAnswers.Moved> moved,
            List<Row> rows,
            Pager pager,
            List<Choice> countries,
            List<Choice> states,
            List<Choice> orders,
            List<Choice> areas,
            List<Choice> allAreas,
            boolean mayWrite,
            CsrfToken token) {
        /** The labels as a file. */
        String labels() {
            return opened.path("portfolio/labels.tsv") + "?country="
                    + question.country().iso3();
        }
    }

    @GetMapping("/workspaces/{id}/portfolio")
    ModelAndView queue(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        Layout layout = opened.layout(here, wording.say("portfolio.review.title"), token);
        List<Country> countries = ReviewQuestion.countries(opened.view().charter());
        if (countries.isEmpty()) {
            return new ModelAndView("portfolio/web/nothing", Map.of("layout", layout));
        }
        ReviewQuestion question = ReviewQuestion.of(here, opened.view().charter(), "page");
        ReviewAnswers answers = answers(opened, question);
        ReviewQueue queue = answers.queue();
        Pager pager = new Pager(here, queue.lines().size(), PAGE, "queue");
        return new ModelAndView(
                "portfolio/web/queue",
                Map.of(
                        "page",
                        new Queue(
                                layout,
                                opened,
                                question,
                                queue,
                                answers.moved(),
                                pager.of(queue.lines()).stream()
                                        .map(line -> row(opened, queue, line))
                                        .toList(),
                                pager,
                                countries.stream()
                                        .map(one -> new Choice(one.iso3(), one.name(), one.equals(question.country())))
                                        .toList(),
                                choices(ReviewState.values(), question.state(), wording),
                                choices(ReviewOrder.values(), question.order(), wording),
                                choices(ReformArea.values(), question.area().orElse(null), wording),
                                choices(ReformArea.values(), null, wording),
                                opened.mayWrite(Role.CONTRIBUTOR),
                                token)));
    }

    private ReviewAnswers answers(Opened opened, ReviewQuestion question) {
        return ReviewAnswers.of(evidence.snapshot(), supports, opened.view(), question, opened.wording());
    }

    private static Row row(Opened opened, ReviewQueue queue, ReviewQueue.Line line) {
        return new Row(
                line,
                Address.of("/activities")
                        .with("id", line.sorted().activity().identifier())
                        .toString(),
                line.judgement().map(item -> opened.path("items/" + item.id())).orElse(""),
                line.judgement()
                        .flatMap(
                                item -> opened
                                        .workspace()
                                        .history(opened.reader().id())
                                        .of(item.id(), 1, java.util.Optional.empty())
                                        .stream()
                                        .findFirst())
                        .map(step -> opened.name(step.by().author()))
                        .orElse(""),
                line.proposed().reasons().stream().map(opened.wording()::say).toList(),
                queue.like(line));
    }

    private static <T extends Enum<T> & Term> List<Choice> choices(
            T[] terms, @org.jspecify.annotations.Nullable T chosen, Wording wording) {
        return Arrays.stream(terms)
                .map(term -> new Choice(term.code(), wording.say(term.label()), term == chosen))
                .toList();
    }

    /**
     * Judges activities: those of a row's own button as proposed, those that were ticked as the form says.
     *
     * @param form the ticked ones are its values {@code activity}
     * @param agree an activity of which the proposal is agreed to; empty if the ticked ones are judged
     */
    @StandsOn(value = "/workspaces/{id}/portfolio", back = "back")
    @PostMapping("/workspaces/{id}/portfolio")
    ResponseEntity<Void> judge(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(defaultValue = "") String agree,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String second,
            @RequestParam(defaultValue = "") String percent,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String back,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        ReviewQuestion question = ReviewQuestion.of(
                Address.of("").with("country", country.isEmpty() ? null : country),
                opened.view().charter());
        // Not as a parameter of its own: one identifier with a comma in it would be taken for two.
        List<String> ticked = form.getOrDefault("activity", List.of());
        TypedJudgement said =
                agree.isEmpty() ? TypedJudgement.of(area, second, percent, why) : TypedJudgement.of("", "", "", "");
        List<Edit> edits = said.edits(answers(opened, question).queue(), agree.isEmpty() ? ticked : List.of(agree));
        if (!edits.isEmpty()) {
            Outcomes.check(opened, opened.workspace().append(reader.id(), edits, Reason.EDIT));
        }
        String own = Address.own(back);
        String page = opened.path("portfolio");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(own.startsWith(page) ? own : page))
                .build();
    }

    /** What a sorter can learn from the judgements. */
    @GetMapping("/workspaces/{id}/portfolio/labels.tsv")
    ResponseEntity<byte[]> labels(@PathVariable String id, Wording wording, Address here, SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        ReviewQuestion question = ReviewQuestion.of(here, opened.view().charter());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/tab-separated-values;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"labels.tsv\"")
                .cacheControl(CacheControl.noStore())
                .body(answers(opened, question)
                        .labels("workspace-" + opened.workspace().id())
                        .getBytes(StandardCharsets.UTF_8));
    }
}
