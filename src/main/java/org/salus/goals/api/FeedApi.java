package org.salus.goals.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.goals.FeedAnswers;
import org.salus.goals.Feeds;
import org.salus.goals.GoalsAnswers;
import org.salus.goals.Indicator;
import org.salus.goals.MeasuredChain;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.workspace.NoChoice;
import org.salus.workspace.api.Answers;
import org.salus.workspace.api.SentFields;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Series of open data that indicators follow, for other programs: told, chosen, and brought up to date. */
@RestController
@RequestMapping("/api/v1/workspaces/{id}/goals/{chain}/feed")
final class FeedApi {
    private final Workspaces workspaces;
    private final Feeds feeds;

    FeedApi(Workspaces workspaces, Feeds feeds) {
        this.workspaces = workspaces;
        this.feeds = feeds;
    }

    /** A chain as one reader sees it. */
    private record Asked(Workspace workspace, View view, MeasuredChain measured) {}

    private Asked asked(String id, String chain, SignedIn reader, Wording wording) {
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        GoalsAnswers answers = new GoalsAnswers(view, wording);
        return new Asked(
                workspace,
                view,
                MeasuredChain.of(view, answers.model(answers.chain(chain)), LocalDate.now(Clock.systemUTC())));
    }

    /** The series to choose from, and how those that are followed stand. */
    @GetMapping
    ResponseEntity<byte[]> tell(@PathVariable String id, @PathVariable String chain, SignedIn reader, Wording wording) {
        Asked asked = asked(id, chain, reader, wording);
        return Answers.of(FeedAnswers.tell(
                asked.measured(), feeds, asked.view(), asked.workspace().history(reader.id()), wording));
    }

    /**
     * Brings indicators up to date, only looks at what that would change, or approves what waits.
     *
     * @param body {@code act}: {@code update}, {@code preview} or {@code approve}; {@code indicator} for one alone
     */
    @PostMapping
    ResponseEntity<byte[]> update(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        Asked asked = asked(id, chain, reader, wording);
        SentFields sent = SentFields.of(body, "act", "indicator");
        Optional<Item<Indicator>> only = Optional.of(sent.text("indicator"))
                .filter(words -> !words.isBlank())
                .map(asked.measured()::indicator);
        String act = sent.text("act").isEmpty() ? "update" : sent.text("act");
        if (!act.equals("preview") && !asked.view().standing().mayActAs(Role.CONTRIBUTOR)) {
            throw Failure.refused(Sentence.of("goals.failure.reader"));
        }
        Feeds.Wanted wanted = switch (act) {
            case "update", "preview" -> feeds.update(asked.measured(), only, reader.id());
            case "approve" -> feeds.approve(asked.measured(), only, asked.view());
            default -> throw NoChoice.of(act, List.of("update", "preview", "approve"));
        };
        return act.equals("preview") || wanted.edits().isEmpty()
                ? Answers.of(FeedAnswers.done(wanted, Optional.empty(), wording))
                : Answers.told(
                        asked.workspace().append(reader.id(), wanted.edits(), wanted.reason()),
                        entry -> FeedAnswers.done(wanted, Optional.of(entry), wording));
    }

    /**
     * Has an indicator follow a series.
     *
     * @param body {@code series}, empty to follow none; {@code since} the first year to be taken up
     */
    @PostMapping("/{indicator}")
    ResponseEntity<byte[]> follow(
            @PathVariable String id,
            @PathVariable String chain,
            @PathVariable String indicator,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        Asked asked = asked(id, chain, reader, wording);
        SentFields sent = SentFields.of(body, "series", "since");
        if (!sent.node("series").isString()) {
            throw Failure.wrongUse(Sentence.of("goals.feed.series-unsaid")).at("series");
        }
        Edit.Put edit = feeds.follow(
                asked.measured().indicator(indicator),
                sent.text("series"),
                Feeds.year(sent.text("since")),
                asked.view());
        return Answers.told(
                asked.workspace().append(reader.id(), List.of(edit), Reason.EDIT),
                entry -> Map.of("entry", entry, "item", edit.item().id()));
    }
}
