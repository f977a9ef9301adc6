package org.salus.sector.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salus.frame.web.Address;
import org.salus.frame.web.TableView;
import org.salus.framework.Failure;
import org.salus.framework.Recorded;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.people.SignedIn;
import org.salus.sector.Coverage;
import org.salus.sector.Finding;
import org.salus.sector.Oversight;
import org.salus.sector.OversightAnalysis;
import org.salus.sector.OversightAnswer;
import org.salus.sector.Part;
import org.salus.sector.Present;
import org.salus.sector.SectorTables;
import org.salus.sector.ToAsk;
import org.salus.sector.web.SectorFrame.Seen;
import org.salus.workspace.Answer;
import org.salus.workspace.Reply;
import org.salus.workspace.web.Outcomes;
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

/** What the recorded map says about oversight, what nobody has answered yet, and what people answer to a finding. */
@Controller
final class OversightPages {
    private final SectorFrame frame;

    OversightPages(SectorFrame frame) {
        this.frame = frame;
    }

    /**
     * What the map says.
     *
     * @param about the actor it is narrowed to; empty for all
     */
    record Overview(
            Seen seen,
            OversightAnswer answer,
            Optional<String> about,
            List<Row> rows,
            List<Found> sector,
            List<Found> record,
            List<Asking> asking,
            TableView coverage) {
        List<Oversight> kinds() {
            return List.of(Oversight.values());
        }

        int findings() {
            return sector.size() + record.size();
        }

        int questions() {
            return asking.stream().mapToInt(group -> group.questions().size()).sum();
        }
    }

    /** An institution with each kind of oversight. */
    record Row(String name, String href, List<List<Side>> kinds) {}

    /**
     * One kind on one basis.
     *
     * @param state the bodies that exercise it, or in a word what is recorded
     * @param code of the state
     */
    record Side(String basis, String state, String code, String asked) {}

    /** A finding as it stands on a page. */
    record Found(
            Finding finding,
            String mark,
            String rule,
            String meaning,
            String says,
            List<Fact> facts,
            String asked,
            List<Replied> answers) {}

    /** Something a finding rests on. */
    record Fact(String href, String item, String title) {}

    /** What somebody answered. */
    record Replied(String href, String who, String reply, String because, boolean isOlder, String edition) {}

    /** Questions of one kind. */
    record Asking(String rule, List<Question> questions) {}

    /** A question, and where its answer would be recorded. */
    record Question(String asks, String href) {}

    @GetMapping("/workspaces/{id}/sector/oversight")
    ModelAndView oversight(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Seen seen = frame.see(id, "sector.oversight.title", wording, here, reader, token);
        OversightAnswer answer = OversightAnalysis.of(seen.day(), SectorFrame.today());
        Optional<ItemId> about =
                seen.question().here().choice(SectorQuestion.AROUND).isPresent()
                                && seen.part().around() instanceof Part.Around.OneActor one
                        ? Optional.of(one.actor())
                        : Optional.empty();
        List<Finding> findings = about.map(answer::findings).orElseGet(answer::findings);
        return MapPages.page(
                "oversight",
                new Overview(
                        seen,
                        answer,
                        about.map(seen.day()::name),
                        rows(seen, answer, about),
                        found(seen, findings, Finding.Subject.SECTOR),
                        found(seen, findings, Finding.Subject.RECORD),
                        asking(seen, answer, about),
                        TableView.of("coverage", SectorTables.coverage(answer, seen.day(), wording), seen.layout())
                                .withFiles(seen.question().at(seen.path("coverage")))));
    }

    private static List<Row> rows(Seen seen, OversightAnswer answer, Optional<ItemId> about) {
        List<Row> rows = new ArrayList<>();
        for (Present institution : answer.institutions()) {
            if (about.isPresent() && !about.get().equals(institution.id())) {
                continue;
            }
            List<List<Side>> kinds = new ArrayList<>();
            for (Oversight kind : Oversight.values()) {
                kinds.add(sides(
                        seen,
                        answer.coverage().stream()
                                .filter(row -> row.institution().equals(institution.id()) && row.kind() == kind)
                                .toList()));
            }
            rows.add(new Row(
                    institution.name(),
                    seen.question()
                            .at(seen.path(""))
                            .with(SectorQuestion.AROUND, institution.id())
                            .toString(),
                    kinds));
        }
        return rows;
    }

    /** Both bases of one kind; one line where both say the same. */
    private static List<Side> sides(Seen seen, List<Coverage> both) {
        Wording wording = seen.wording();
        if (both.stream().allMatch(row -> row.asked().of() == 0)) {
            return List.of(new Side("", wording.say("sector.oversight.no-body"), Recorded.NOT_RECORDED.code(), ""));
        }
        boolean isSame = both.stream()
                        .map(row -> List.of(row.state(), row.overseers(), row.asked()))
                        .distinct()
                        .count()
                == 1;
        return isSame
                ? List.of(side(seen, both.getFirst(), wording.say("sector.oversight.both")))
                : both.stream()
                        .map(row -> side(seen, row, wording.say(row.basis().label())))
                        .toList();
    }

    private static Side side(Seen seen, Coverage row, String basis) {
        Wording wording = seen.wording();
        String bodies = row.overseers().stream().map(seen.day()::name).collect(Collectors.joining(", "));
        return new Side(
                basis,
                switch (row.state()) {
                    case NOT_RECORDED -> wording.say("sector.oversight.none-yet");
                    case RECORDED -> bodies;
                    case RECORDED_AS_ABSENT -> wording.say(row.state().label());
                },
                row.state().code(),
                wording.say(row.asked().say()));
    }

    private static List<Found> found(Seen seen, List<Finding> findings, Finding.Subject subject) {
        Opened opened = seen.opened();
        Wording wording = seen.wording();
        List<Item<Answer>> answers = opened.view().list(Answer.KIND);
        return findings.stream()
                .filter(finding -> finding.subject() == subject)
                .map(finding -> new Found(
                        finding,
                        mark(finding.name()),
                        wording.say(finding.rule(false)),
                        wording.say(finding.rule(true)),
                        wording.say(finding.says()),
                        finding.facts().stream()
                                .map(item ->
                                        new Fact(opened.path("items/" + item), item.toString(), opened.title(item)))
                                .toList(),
                        wording.say(finding.asked().say()),
                        answers.stream()
                                .filter(answer -> answer.value().finding().equals(finding.name()))
                                .map(answer -> replied(seen, answer))
                                .toList()))
                .toList();
    }

    /** The name of a finding as an id of an element. */
    private static String mark(String name) {
        return "finding-" + name.replace(':', '_');
    }

    private static Replied replied(Seen seen, Item<Answer> answer) {
        Opened opened = seen.opened();
        return new Replied(
                opened.path("items/" + answer.id()),
                opened.workspace().history(opened.reader().id()).of(answer.id()).stream()
                        .findFirst()
                        .map(step -> opened.name(step.by().author()))
                        .orElse(""),
                seen.wording().say(answer.value().reply().label()),
                answer.value().because(),
                !answer.value().edition().equals(OversightAnalysis.edition()),
                answer.value().edition());
    }

    private static List<Asking> asking(Seen seen, OversightAnswer answer, Optional<ItemId> about) {
        Map<String, List<Question>> byRule = new LinkedHashMap<>();
        for (ToAsk question : answer.toAsk()) {
            if (about.isEmpty() || question.about().contains(about.get())) {
                byRule.computeIfAbsent(question.rule(), rule -> new ArrayList<>())
                        .add(new Question(seen.wording().say(question.asks()), where(seen, question)));
            }
        }
        return byRule.entrySet().stream()
                .map(group ->
                        new Asking(seen.wording().say("sector.questions.group." + group.getKey()), group.getValue()))
                .toList();
    }

    /** The tie or actor that would hold the answer; where there is none yet, the map around the one it is about, where a tie can be added. */
    private static String where(Seen seen, ToAsk question) {
        if (!question.ties().isEmpty()) {
            return seen.opened().path("items/" + question.ties().getFirst());
        }
        if (question.about().isEmpty()) {
            return seen.question().at(seen.path("")).toString();
        }
        ItemId first = question.about().getFirst();
        return question.rule().equals("loose-ends")
                ? seen.opened().path("items/" + first)
                : seen.question()
                                .at(seen.path(""))
                                .with(SectorQuestion.AROUND, first)
                                .with("to", first) + "#add-tie";
    }

    /** Answers a finding. Only what the reader sees can be answered: it is found again on the reader's own view. */
    @PostMapping("/workspaces/{id}/sector/answers")
    ResponseEntity<Void> answer(
            @PathVariable String id,
            @RequestParam String finding,
            @RequestParam String reply,
            @RequestParam(defaultValue = "") String because,
            @RequestParam(defaultValue = "") String back,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, "sector.place", wording, here, reader, token);
        Finding known = OversightAnalysis.of(seen.day(), SectorFrame.today())
                .finding(finding)
                .orElseThrow(() -> Failure.notFound(Sentence.of("sector.oversight.gone")));
        Reply said = Term.find(Reply.class, reply)
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.field.no-choice", reply)));
        Item<Answer> answer = Item.fresh(
                Answer.KIND, new Answer(known.name(), known.edition(), said, because.strip(), known.needs()));
        Outcomes.check(seen.opened(), seen.opened().workspace().append(reader.id(), new Edit.Put(answer)));
        String own = Address.own(back);
        String target = own.startsWith(seen.path("oversight")) ? own : seen.path("oversight");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(target + "#" + mark(known.name())))
                .build();
    }
}
