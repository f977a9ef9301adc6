package org.salus.goals.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.evidence.Evidence;
import org.salus.framework.Failure;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.goals.BackwardsAnswers;
import org.salus.goals.ResultsChain;
import org.salus.goals.SupportOffer;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.portfolio.Period;
import org.salus.portfolio.Supports;
import org.salus.workspace.NoChoice;
import org.salus.workspace.api.Answers;
import org.salus.workspace.api.SentFields;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Planning backwards for other programs: the steps and what is open at each, findings and known support on offer, and taking them up. */
@RestController
@RequestMapping("/api/v1/workspaces/{id}/goals/{chain}/backwards")
final class BackwardsApi {
    private final Workspaces workspaces;
    private final Evidence evidence;
    private final Supports supports;

    BackwardsApi(Workspaces workspaces, Evidence evidence, Supports supports) {
        this.workspaces = workspaces;
        this.evidence = evidence;
        this.supports = supports;
    }

    private BackwardsAnswers answers(String id, SignedIn reader, Wording wording) {
        Workspace workspace = workspaces.get(id);
        return new BackwardsAnswers(workspace, workspace.view(reader.id()), wording);
    }

    private List<SupportOffer> known(String id, Item<ResultsChain> chain, SignedIn reader) {
        View view = workspaces.get(id).view(reader.id());
        return SupportOffer.known(view, chain.id(), country -> supports.of(evidence.snapshot(), country, Period.ALL));
    }

    /**
     * The steps and the findings on offer.
     *
     * @param goal id or title of the goal from which one plans; without it the first
     */
    @GetMapping
    ResponseEntity<byte[]> steps(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestParam Optional<String> goal,
            SignedIn reader,
            Wording wording) {
        BackwardsAnswers answers = answers(id, reader, wording);
        return Answers.of(answers.tell(answers.chain(chain), goal));
    }

    /**
     * An objective, with its link.
     *
     * @param body {@code title}, and if wanted {@code ground}, the name of the finding it takes up, and {@code to}, the box it contributes to
     */
    @PostMapping("/objectives")
    ResponseEntity<byte[]> objective(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        BackwardsAnswers answers = answers(id, reader, wording);
        Item<ResultsChain> known = answers.chain(chain);
        SentFields sent = SentFields.of(body, "title", "ground", "to");
        BackwardsAnswers.Begun begun =
                answers.objective(known, sent.text("ground"), sent.text("title"), sent.text("to"));
        return Answers.told(
                workspaces.get(id).append(reader.id(), begun.edits(), Reason.EDIT),
                entry -> Map.of("entry", entry, "item", begun.objective().id()));
    }

    /**
     * Known support that could be linked.
     *
     * @param area only of this reform area
     * @param q words in its title or donor
     */
    @GetMapping("/offers")
    ResponseEntity<byte[]> offers(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestParam Optional<String> area,
            @RequestParam(defaultValue = "") String q,
            SignedIn reader,
            Wording wording) {
        BackwardsAnswers answers = answers(id, reader, wording);
        Item<ResultsChain> plan = answers.chain(chain);
        return Answers.of(answers.offers(
                plan,
                known(id, plan, reader),
                area.map(code ->
                        Term.find(ReformArea.class, code).orElseThrow(() -> NoChoice.of(code, ReformArea.class))),
                q));
    }

    /**
     * Links known support; what is linked already changes nothing and is answered without an entry.
     *
     * @param body {@code offers}, the keys, and {@code to}, the box they contribute to
     */
    @PostMapping("/offers")
    ResponseEntity<byte[]> link(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        if (!workspaces.get(id).view(reader.id()).standing().mayActAs(Role.CONTRIBUTOR)) {
            // Also where everything is linked already, nobody is answered as if they had been allowed to link it.
            throw Failure.refused(Sentence.of("goals.failure.reader"));
        }
        BackwardsAnswers answers = answers(id, reader, wording);
        Item<ResultsChain> linked = answers.chain(chain);
        SentFields sent = SentFields.of(body, "offers", "to");
        List<String> keys = new ArrayList<>();
        sent.node("offers").forEach(key -> keys.add(key.asString("")));
        List<Edit> edits = answers.linking(linked, known(id, linked, reader), keys, sent.must("to"));
        return edits.isEmpty()
                ? Answers.of(Map.of())
                : Answers.told(
                        workspaces.get(id).append(reader.id(), edits, Reason.EDIT), entry -> Map.of("entry", entry));
    }
}
