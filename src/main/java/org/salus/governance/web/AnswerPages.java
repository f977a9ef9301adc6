package org.salus.governance.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.frame.web.Address;
import org.salus.frame.web.StandsOn;
import org.salus.framework.Characteristic;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.governance.Answers;
import org.salus.governance.Assessment;
import org.salus.governance.GovernanceFaces;
import org.salus.governance.GovernanceTables;
import org.salus.governance.Institution;
import org.salus.governance.Question;
import org.salus.governance.QuestionWords;
import org.salus.governance.Rating;
import org.salus.governance.Round;
import org.salus.governance.Seat;
import org.salus.governance.TypedStep;
import org.salus.governance.web.GovernanceFrame.Seen;
import org.salus.ledger.Digest;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.ItemJson;
import org.salus.ledger.Reason;
import org.salus.people.SignedIn;
import org.salus.sector.Basis;
import org.salus.workspace.Field;
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
import tools.jackson.databind.JsonNode;

/** Answering: the questions about an institution for one assessor, each field saving itself; one question with everybody's answers, reviews and replies. */
@Controller
final class AnswerPages {
    private final WorkspaceWeb web;

    AnswerPages(WorkspaceWeb web) {
        this.web = web;
    }

    /** A field as it stands in a form. */
    record Entry(Field field, String typed) {}

    /** A question to answer. */
    record Asked(
            Question question,
            String characteristic,
            String basis,
            String href,
            Optional<String> item,
            String basisOfItem,
            List<Entry> entries,
            String said,
            int sources) {}

    /** An assessor to choose. */
    record Chair(String code, String name, String href, boolean isChosen, boolean isFree, boolean isOwn) {}

    /**
     * The questions about an institution.
     *
     * @param only which of them, in words; empty for all
     * @param all where all of them are
     */
    record Sheet(
            Seen seen,
            Institution institution,
            String only,
            String all,
            List<Chair> chairs,
            Optional<Seat> seat,
            boolean mayAnswer,
            int missing,
            int answered,
            List<Asked> asked,
            List<Replied> replies,
            Map<String, List<ItemId>> takenUp) {}

    /** An answer beside the others. */
    record Beside(
            String seat,
            String item,
            String said,
            String meaning,
            String why,
            String confidence,
            int sources,
            List<Reviewed> reviews,
            boolean isGiven,
            boolean isLate) {}

    record Reviewed(String who, String verdict, String text) {}

    record Replied(String question, String by, String reply, String text, String date, String document, String href) {}

    /** One question about one institution. */
    record One(
            Seen seen,
            Institution institution,
            Question question,
            String characteristic,
            String basis,
            String lead,
            List<Beside> answers,
            List<Replied> replies) {}

    @GetMapping("/workspaces/{id}/governance/rounds/{round}/answers/{institution}")
    ModelAndView sheet(
            @PathVariable String id,
            @PathVariable String round,
            @PathVariable String institution,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen first = GovernanceFrame.see(web, id, round, "", wording, here, reader, token);
        Institution known = institution(first.assessment(), institution);
        Seen seen = GovernanceFrame.see(
                web, id, round, wording.say("governance.sheet.title", known.name()), wording, here, reader, token);
        Assessment assessment = seen.assessment();
        Optional<Seat> seat = here.knowing("seat", GovernanceTables.CHARACTERISTIC, GovernanceTables.BASIS)
                .choice("seat", assessment.round()::seat);
        Optional<Characteristic> characteristic =
                here.choice(GovernanceTables.CHARACTERISTIC, code -> Term.find(Characteristic.class, code));
        Optional<Basis> basis = here.choice(GovernanceTables.BASIS, code -> Term.find(Basis.class, code));
        boolean mayAnswer = seat.isPresent()
                && seen.mayWrite()
                && assessment.round().stage().takesAnswers()
                && seat.get()
                        .account()
                        .filter(account -> !account.equals(reader.id()))
                        .isEmpty();
        List<Asked> asked = assessment.questions(known).stream()
                .filter(question -> characteristic
                        .filter(only -> only != question.characteristic())
                        .isEmpty())
                .filter(question ->
                        basis.filter(only -> only != question.basis()).isEmpty())
                .map(question -> asked(seen, assessment.answers(known, question), seat, mayAnswer))
                .toList();
        return GovernanceFrame.page(
                "sheet",
                new Sheet(
                        seen,
                        known,
                        Stream.concat(
                                        characteristic.stream()
                                                .map(only -> only.code() + " " + wording.say(only.label())),
                                        basis.stream().map(only -> wording.say(only.label())))
                                .collect(Collectors.joining(", ")),
                        here.without(GovernanceTables.CHARACTERISTIC)
                                .without(GovernanceTables.BASIS)
                                .toString(),
                        chairs(seen, here, seat, reader),
                        seat,
                        mayAnswer,
                        (int) asked.stream().filter(one -> one.item().isEmpty()).count(),
                        (int) asked.stream()
                                .filter(one -> !one.said().isEmpty())
                                .count(),
                        asked,
                        replies(seen, known, Optional.empty()),
                        takenUp(seen, known)));
    }

    /** What other rooms have made of what is assessed here, by the name of the characteristic. */
    private static Map<String, List<ItemId>> takenUp(Seen seen, Institution institution) {
        Map<String, List<ItemId>> followUps =
                seen.opened().faces().followUps(seen.opened().view());
        Map<String, List<ItemId>> found = new LinkedHashMap<>();
        for (Characteristic characteristic : Characteristic.values()) {
            List<ItemId> items =
                    followUps.getOrDefault(Assessment.finding(institution.id(), characteristic), List.of());
            if (!items.isEmpty()) {
                found.put(seen.wording().say(characteristic.label()), items);
            }
        }
        return found;
    }

    private static List<Chair> chairs(Seen seen, Address here, Optional<Seat> chosen, SignedIn reader) {
        return seen.assessment().round().seats().stream()
                .map(seat -> new Chair(
                        seat.code(),
                        seat.name(),
                        here.with("seat", seat.code()).toString(),
                        chosen.filter(seat::equals).isPresent(),
                        seat.account().isEmpty(),
                        seat.account().filter(reader.id()::equals).isPresent()))
                .toList();
    }

    private static Asked asked(Seen seen, Answers answers, Optional<Seat> seat, boolean mayAnswer) {
        Wording wording = seen.wording();
        Question question = QuestionWords.in(wording.locale()).shown(answers.question());
        Optional<Answers.Given> given = seat.flatMap(own ->
                answers.given().stream().filter(one -> one.seat().equals(own)).findFirst());
        Optional<Item<Rating>> item = given.flatMap(Answers.Given::rating);
        List<Entry> entries = new ArrayList<>();
        if (mayAnswer && item.isPresent()) {
            JsonNode value = ItemJson.value(item.get());
            GovernanceFaces.ANSWER.forEach(
                    field -> entries.add(new Entry(field, field.written(value.path(field.name())))));
        }
        return new Asked(
                question,
                wording.say(question.characteristic().label()),
                wording.say(question.basis().label()),
                seen.path("answers/" + answers.institution().id() + "/" + question.id()),
                item.map(one -> one.id().toString()),
                item.map(one -> one.basis().stream()
                                .sorted()
                                .map(Digest::toString)
                                .collect(Collectors.joining(" ")))
                        .orElse(""),
                entries,
                given.flatMap(Answers.Given::response)
                        .map(response -> wording.say(response.label()))
                        .orElse(""),
                item.map(one -> one.citations().size()).orElse(0));
    }

    @GetMapping("/workspaces/{id}/governance/rounds/{round}/answers/{institution}/{question}")
    ModelAndView question(
            @PathVariable String id,
            @PathVariable String round,
            @PathVariable String institution,
            @PathVariable("question") String questionId,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen first = GovernanceFrame.see(web, id, round, "", wording, here, reader, token);
        Institution known = institution(first.assessment(), institution);
        Question question = question(first.assessment(), known, questionId);
        Question shown = QuestionWords.in(wording.locale()).shown(question);
        Seen seen = GovernanceFrame.see(web, id, round, shown.asks(), wording, here, reader, token);
        Assessment assessment = seen.assessment();
        Answers answers = assessment.answers(known, question);
        return GovernanceFrame.page(
                "question",
                new One(
                        seen,
                        known,
                        shown,
                        wording.say(question.characteristic().label()),
                        wording.say(question.basis().label()),
                        wording.say(
                                "governance.question.lead",
                                answers.levels().size(),
                                answers.count(org.salus.governance.Response.NOT_ENOUGH_INFORMATION),
                                answers.count(org.salus.governance.Response.NOT_APPLICABLE),
                                answers.open()),
                        Stream.concat(
                                        answers.given().stream().map(given -> beside(seen, shown, given, false)),
                                        late(assessment, known, question)
                                                .map(given -> beside(seen, shown, given, true)))
                                .toList(),
                        replies(seen, known, Optional.of(questionId))));
    }

    /** What came after the lock, beside what counts. */
    private static Stream<Answers.Given> late(Assessment assessment, Institution institution, Question question) {
        return assessment.late().stream()
                .filter(item -> item.value().institution().equals(institution.id())
                        && item.value().question().equals(question.id()))
                .flatMap(item -> assessment.round().seat(item.value().seat()).stream()
                        .map(seat -> new Answers.Given(seat, Optional.of(item))));
    }

    private static Beside beside(Seen seen, Question question, Answers.Given given, boolean isLate) {
        Wording wording = seen.wording();
        Optional<Item<Rating>> item = given.rating();
        return new Beside(
                given.seat().code() + " · " + given.seat().name(),
                item.map(one -> one.id().toString()).orElse(""),
                given.response()
                        .map(response -> wording.say(response.label()))
                        .orElse(wording.say("governance.reading.not-answered")),
                given.response()
                        .map(response -> response.level().isPresent()
                                ? question.levels().get(response.level().getAsInt())
                                : "")
                        .orElse(""),
                item.map(one -> one.value().narrative()).orElse(""),
                item.map(one -> wording.say(one.value().confidence().label())).orElse(""),
                item.map(one -> one.citations().size()).orElse(0),
                item.map(one -> seen.assessment().reviews(one.id()).stream()
                                .map(review -> new Reviewed(
                                        author(seen, review.id()),
                                        wording.say(review.value().verdict().label()),
                                        review.value().text()))
                                .toList())
                        .orElse(List.of()),
                given.response().isPresent(),
                isLate);
    }

    private static String author(Seen seen, ItemId item) {
        Opened opened = seen.opened();
        return opened.workspace().history(opened.reader().id()).of(item, 1, Optional.empty()).stream()
                .findFirst()
                .map(step -> opened.name(step.by().author()))
                .orElse("");
    }

    private static List<Replied> replies(Seen seen, Institution institution, Optional<String> question) {
        return seen.assessment().replies(institution.id()).stream()
                .filter(item ->
                        question.isEmpty() || question.get().equals(item.value().question()))
                .map(item -> new Replied(
                        item.value().question(),
                        item.value().by(),
                        seen.wording().say(item.value().reply().label()),
                        item.value().text(),
                        item.value().date().map(PartialDate::toString).orElse(""),
                        item.value().document(),
                        seen.opened().path("items/" + item.id())))
                .toList();
    }

    private static Institution institution(Assessment assessment, String text) {
        return assessment
                .institution(GovernanceFrame.item(text))
                .orElseThrow(() -> Failure.notFound(Sentence.of("governance.failure.no-item", text)));
    }

    private static Question question(Assessment assessment, Institution institution, String id) {
        return assessment.questions(institution).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.notFound(Sentence.of("governance.failure.no-question", id)));
    }

    /** Lays out an empty answer to each question that has none, so that each field can save itself. */
    @StandsOn(value = "/workspaces/{id}/governance/rounds/{round}/answers/{institution}", part = "seat")
    @PostMapping("/workspaces/{id}/governance/rounds/{round}/answers/{institution}")
    ResponseEntity<Void> begin(
            @PathVariable String id,
            @PathVariable String round,
            @PathVariable String institution,
            @RequestParam String seat,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        Assessment assessment = GovernanceFrame.assessment(opened, round);
        Institution known = institution(assessment, institution);
        Seat own = seat(assessment, seat);
        List<Edit> edits = new ArrayList<>();
        for (Question question : assessment.questions(known)) {
            Item<Rating> blank = Rating.blank(assessment.id(), known.id(), question.id(), own.code())
                    .fresh();
            if (opened.view().find(blank.id()).isEmpty()) {
                edits.add(new Edit.Put(blank));
            }
        }
        if (!edits.isEmpty()) {
            Outcomes.check(opened, opened.workspace().append(reader.id(), edits, Reason.EDIT));
        }
        return GovernanceFrame.to(opened.path("governance/rounds/" + assessment.id() + "/answers/" + known.id())
                + "?seat=" + Address.encode(own.code()));
    }

    private static Seat seat(Assessment assessment, String code) {
        return assessment
                .round()
                .seat(code)
                .orElseThrow(() -> Failure.notFound(Sentence.of("governance.refusal.unknown-seat", code)));
    }

    /** Takes a free seat: from then on nobody else answers for it. */
    @StandsOn(value = "/workspaces/{id}/governance/rounds/{round}", back = "back")
    @PostMapping("/workspaces/{id}/governance/rounds/{round}/seats")
    ResponseEntity<Void> sit(
            @PathVariable String id,
            @PathVariable String round,
            @RequestParam String seat,
            @RequestParam(defaultValue = "") String back,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        Assessment assessment = GovernanceFrame.assessment(opened, round);
        Seat free = seat(assessment, seat);
        if (free.account().isEmpty()) {
            Round taken = assessment.round().seated(new Seat(free.code(), free.name(), Optional.of(reader.id())));
            Outcomes.check(
                    opened,
                    opened.workspace()
                            .append(reader.id(), new Edit.Put(assessment.item().saying(taken))));
        }
        return back(opened, assessment, back);
    }

    private static ResponseEntity<Void> back(Opened opened, Assessment assessment, String back) {
        String own = Address.own(back);
        String round = opened.path("governance/rounds/" + assessment.id());
        return GovernanceFrame.to(own.startsWith(round) ? own : round);
    }

    /** Reviews an answer. */
    @StandsOn(value = "/workspaces/{id}/governance/rounds/{round}", back = "back")
    @PostMapping("/workspaces/{id}/governance/rounds/{round}/reviews")
    ResponseEntity<Void> review(
            @PathVariable String id,
            @PathVariable String round,
            @RequestParam String answer,
            @RequestParam String verdict,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String back,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        Assessment assessment = GovernanceFrame.assessment(opened, round);
        Item<Rating> reviewed = opened.view().get(Rating.KIND, GovernanceFrame.item(answer));
        TypedStep step = TypedStep.review(reviewed, verdict, text);
        Outcomes.check(opened, opened.workspace().append(reader.id(), step.edits(), step.reason()));
        return back(opened, assessment, back);
    }

    /** Writes down what the side of an institution replied. */
    @StandsOn(value = "/workspaces/{id}/governance/rounds/{round}", back = "back")
    @PostMapping("/workspaces/{id}/governance/rounds/{round}/replies")
    ResponseEntity<Void> reply(
            @PathVariable String id,
            @PathVariable String round,
            @RequestParam String institution,
            @RequestParam(defaultValue = "") String question,
            @RequestParam String reply,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String back,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        Assessment assessment = GovernanceFrame.assessment(opened, round);
        TypedStep step = TypedStep.reply(assessment, institution, question, reply, text, by, date, document);
        Outcomes.check(opened, opened.workspace().append(reader.id(), step.edits(), step.reason()));
        return back(opened, assessment, back);
    }
}
