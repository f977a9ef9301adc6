package org.salus.sector.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.frame.web.Address;
import org.salus.frame.web.Pager;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableView;
import org.salus.framework.Recorded;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.people.SignedIn;
import org.salus.sector.Basis;
import org.salus.sector.Coverage;
import org.salus.sector.Finding;
import org.salus.sector.MapQuestion;
import org.salus.sector.Oversight;
import org.salus.sector.OversightAnalysis;
import org.salus.sector.OversightAnswer;
import org.salus.sector.Part;
import org.salus.sector.Present;
import org.salus.sector.SectorAnswers;
import org.salus.sector.SectorTables;
import org.salus.sector.ToAsk;
import org.salus.sector.web.SectorFrame.Seen;
import org.salus.workspace.Answer;
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
    /** Which kind of questions a page is turned in, and to which page. */
    static final String ASKS = "asks";

    static final String ASKS_PAGE = "asks-page";

    private static final int PAGE = 50;

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
            Pager pager,
            List<KindLine> kindLines,
            List<Group> sector,
            List<Group> record,
            List<Asking> asking,
            TableView coverage) {
        private static final int MOST_OPEN_ROWS = 6;
        private static final int MOST_OPEN_FINDINGS = 3;
        private static final int MOST_OPEN_QUESTIONS = 5;

        List<Oversight> kinds() {
            return List.of(Oversight.values());
        }

        int findings() {
            return count(sector) + count(record);
        }

        static int count(List<Group> groups) {
            return groups.stream().mapToInt(group -> group.found().size()).sum();
        }

        /** The groups of both subjects, for a summary. */
        List<Group> groups() {
            return Stream.concat(sector.stream(), record.stream()).toList();
        }

        boolean isLong() {
            return rows.size() > MOST_OPEN_ROWS
                    && seen.question().here().choice("page").isEmpty();
        }

        /** Whether a group stands open at first: where there is little, nothing has to be opened. */
        boolean isShort(Group group) {
            return group.found().size() <= MOST_OPEN_FINDINGS;
        }

        boolean isShort(Asking group) {
            return group.questions().size() <= MOST_OPEN_QUESTIONS
                    || seen.question()
                            .here()
                            .choice(ASKS)
                            .filter(group.code()::equals)
                            .isPresent();
        }

        /** The kinds of which, in practice, most often none is recorded. */
        List<KindLine> mostOften() {
            int most = kindLines.stream().mapToInt(KindLine::unknown).max().orElse(0);
            return kindLines.stream()
                    .filter(line -> most > 0 && line.unknown() == most)
                    .toList();
        }

        int questions() {
            return asking.stream().mapToInt(group -> group.questions().size()).sum();
        }
    }

    /**
     * For how many institutions a kind of oversight is recorded, by law and in practice.
     *
     * @param counts of each basis: recorded, recorded as absent, not recorded
     */
    record KindLine(String kind, List<List<Integer>> counts) {
        /** In practice. */
        int unknown() {
            return counts.getLast().getLast();
        }

        int of() {
            return counts.getLast().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * What one rule has found.
     *
     * @param mark the id of its element
     */
    record Group(String mark, String rule, String meaning, List<Found> found) {}

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
            String says,
            List<Fact> facts,
            String asked,
            List<Replied> answers,
            Optional<Answer> own,
            List<ItemId> takenUp) {}

    /** Something a finding rests on. */
    record Fact(String href, String item, String title) {}

    /** What somebody answered. */
    record Replied(
            String href, String who, boolean isProven, String reply, String because, boolean isOlder, String edition) {}

    /**
     * Questions of one kind.
     *
     * @param code of the kind
     * @param pager which part of them the page shows
     */
    record Asking(String code, String mark, String rule, List<Question> questions, Pager pager) {}

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
        List<Row> rows = rows(seen, answer, about);
        return MapPages.page(
                "oversight",
                new Overview(
                        seen,
                        answer,
                        about.map(seen.day()::name),
                        rows,
                        new Pager(here, rows.size(), PAGE, "by-institution"),
                        kindLines(seen, answer, about),
                        groups(seen, findings, Finding.Subject.SECTOR),
                        groups(seen, findings, Finding.Subject.RECORD),
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

    private static List<KindLine> kindLines(Seen seen, OversightAnswer answer, Optional<ItemId> about) {
        List<KindLine> lines = new ArrayList<>();
        for (Oversight kind : Oversight.values()) {
            List<List<Integer>> counts = Stream.of(Basis.LAW, Basis.PRACTICE)
                    .map(basis -> Stream.of(Recorded.RECORDED, Recorded.RECORDED_AS_ABSENT, Recorded.NOT_RECORDED)
                            .map(state -> (int) answer.coverage().stream()
                                    .filter(row -> row.kind() == kind && row.basis() == basis && row.state() == state)
                                    .filter(row ->
                                            about.isEmpty() || row.institution().equals(about.get()))
                                    .count())
                            .toList())
                    .toList();
            lines.add(new KindLine(seen.wording().say(kind.label()), counts));
        }
        return lines;
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

    /** What was found, by the rule that found it. */
    private static List<Group> groups(Seen seen, List<Finding> findings, Finding.Subject subject) {
        Wording wording = seen.wording();
        List<Item<Answer>> answers = seen.opened().view().list(Answer.KIND);
        Map<String, List<Finding>> byRule = findings.stream()
                .filter(finding -> finding.subject() == subject)
                .collect(Collectors.groupingBy(Finding::rule, LinkedHashMap::new, Collectors.toList()));
        return byRule.values().stream()
                .map(group -> new Group(
                        "rule-" + group.getFirst().rule(),
                        wording.say(group.getFirst().rule(false)),
                        wording.say(group.getFirst().rule(true)),
                        found(seen, group, answers)))
                .toList();
    }

    private static List<Found> found(Seen seen, List<Finding> findings, List<Item<Answer>> answers) {
        Opened opened = seen.opened();
        Wording wording = seen.wording();
        Map<String, List<ItemId>> followUps = opened.faces().followUps(opened.view());
        return findings.stream()
                .map(finding -> new Found(
                        finding,
                        mark(finding.name()),
                        wording.say(finding.says()),
                        finding.facts().stream()
                                .map(item ->
                                        new Fact(opened.path("items/" + item), item.toString(), opened.title(item)))
                                .toList(),
                        wording.say(finding.asked().say()),
                        answers.stream()
                                .filter(answer -> answer.value().finding().equals(finding.name()))
                                .map(answer -> replied(seen, answer))
                                .toList(),
                        Answer.own(finding.name(), opened.view()).map(Item::value),
                        followUps.getOrDefault(finding.name(), List.of())))
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
                opened.name(answer.value(), answer.id()),
                Answer.isProven(answer, opened.view()),
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
                .map(group -> asking(seen, group.getKey(), group.getValue()))
                .toList();
    }

    private static Asking asking(Seen seen, String code, List<Question> questions) {
        String mark = "asks-" + code;
        Address here = seen.question().here();
        // Of the other kinds the first page is shown.
        Address own = here.choice(ASKS).filter(code::equals).isPresent() ? here : here.without(ASKS_PAGE);
        return new Asking(
                code,
                mark,
                seen.wording().say("sector.questions.group." + code),
                questions,
                new Pager(own.with(ASKS, code), questions.size(), PAGE, mark, ASKS_PAGE));
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
    @StandsOn(value = "/workspaces/{id}/sector/oversight", back = "back")
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
        // What the form holds is the answer, of which only the day is part of the question.
        Address question = here.at(here.path(), SectorQuestion.ON);
        Seen seen = frame.see(id, "sector.place", wording, question, reader, token);
        Item<Answer> answer = new SectorAnswers(
                        seen.opened().view(), new MapQuestion(here, SectorFrame.today()), wording)
                .answering(finding, reply, because);
        Outcomes.check(seen.opened(), seen.opened().workspace().append(reader.id(), new Edit.Put(answer)));
        String own = Address.own(back);
        String target = own.startsWith(seen.path("oversight")) ? own : seen.path("oversight");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(target + "#" + mark(answer.value().finding())))
                .build();
    }
}
