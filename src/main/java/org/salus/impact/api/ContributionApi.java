package org.salus.impact.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.impact.ClaimBook;
import org.salus.impact.ContributionAnswers;
import org.salus.impact.TypedContribution;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.workspace.api.Answers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Claims of contribution and outcomes for other programs: the same answers as on pages and in a terminal, for whoever asks. */
@RestController
@RequestMapping("/api/v1/workspaces/{id}")
final class ContributionApi {
    private final Workspaces workspaces;

    ContributionApi(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    private ClaimBook book(String id, SignedIn reader) {
        return ClaimBook.of(workspaces.get(id).view(reader.id()));
    }

    /** All claims, and how each stands. */
    @GetMapping("/contribution")
    ResponseEntity<byte[]> claims(@PathVariable String id, SignedIn reader) {
        return Answers.of(new ContributionAnswers(book(id, reader)).claims());
    }

    /** One claim with everything it is tested by. */
    @GetMapping("/contribution/claims/{claim}")
    ResponseEntity<byte[]> claim(@PathVariable String id, @PathVariable String claim, SignedIn reader) {
        ClaimBook book = book(id, reader);
        return Answers.of(new ContributionAnswers(book).claim(book.find(claim)));
    }

    /**
     * Claims a contribution.
     *
     * @param body the words of {@link TypedContribution#CLAIM}
     */
    @PostMapping("/contribution/claims")
    ResponseEntity<byte[]> add(@PathVariable String id, @RequestBody JsonNode body, SignedIn reader) {
        return write(id, body, TypedContribution.CLAIM, reader, typed -> book -> typed.claim(book.view()));
    }

    /** Writes evidence down; the words of {@link TypedContribution#EVIDENCE}. */
    @PostMapping("/contribution/claims/{claim}/evidence")
    ResponseEntity<byte[]> evidence(
            @PathVariable String id, @PathVariable String claim, @RequestBody JsonNode body, SignedIn reader) {
        return write(
                id, body, TypedContribution.EVIDENCE, reader, typed -> book -> typed.evidence(book, book.find(claim)));
    }

    /** Names another explanation; the words of {@link TypedContribution#ALTERNATIVE}. */
    @PostMapping("/contribution/claims/{claim}/alternatives")
    ResponseEntity<byte[]> alternative(
            @PathVariable String id, @PathVariable String claim, @RequestBody JsonNode body, SignedIn reader) {
        return write(
                id, body, TypedContribution.ALTERNATIVE, reader, typed -> book -> typed.alternative(book.find(claim)));
    }

    /** Writes the judgement of an office down; the words of {@link TypedContribution#JUDGEMENT}. */
    @PostMapping("/contribution/claims/{claim}/judgement")
    ResponseEntity<byte[]> judgement(
            @PathVariable String id, @PathVariable String claim, @RequestBody JsonNode body, SignedIn reader) {
        return write(id, body, TypedContribution.JUDGEMENT, reader, typed -> book -> typed.judged(book.find(claim)));
    }

    /** All outcomes. */
    @GetMapping("/outcomes")
    ResponseEntity<byte[]> outcomes(@PathVariable String id, SignedIn reader) {
        return Answers.of(new ContributionAnswers(book(id, reader)).outcomes());
    }

    /** Writes an outcome down; the words of {@link TypedContribution#OUTCOME}. */
    @PostMapping("/outcomes")
    ResponseEntity<byte[]> outcome(@PathVariable String id, @RequestBody JsonNode body, SignedIn reader) {
        return write(id, body, TypedContribution.OUTCOME, reader, typed -> book -> typed.outcome(book.view()));
    }

    private ResponseEntity<byte[]> write(
            String id,
            JsonNode body,
            List<String> names,
            SignedIn reader,
            Function<TypedContribution, Function<ClaimBook, Item<?>>> what) {
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        if (!view.standing().mayActAs(Role.CONTRIBUTOR)) {
            throw Failure.refused(Sentence.of("ledger.refusal.role", Role.CONTRIBUTOR.label()));
        }
        Item<?> item =
                what.apply(new TypedContribution(typed(body)).knowing(names)).apply(ClaimBook.of(view));
        return Answers.told(
                workspace.append(reader.id(), List.of(new Edit.Put(item)), Reason.EDIT),
                entry -> Map.of("entry", entry, "item", item.id()));
    }

    private static Map<String, String> typed(JsonNode body) {
        Map<String, String> typed = new LinkedHashMap<>();
        body.properties().forEach(one -> typed.put(one.getKey(), one.getValue().asString("")));
        return typed;
    }
}
