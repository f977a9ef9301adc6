package org.salus.goals.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.ReformArea;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.goals.GoalsAnswers;
import org.salus.goals.Indicator;
import org.salus.goals.IndicatorLevel;
import org.salus.goals.IndicatorLibrary;
import org.salus.goals.LibraryAnswers;
import org.salus.goals.ResultsChain;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The library of indicators for other programs, and a way to put one of them to a box. */
@RestController
@RequestMapping("/api/v1/workspaces/{id}/goals/{chain}/library")
final class LibraryApi {
    private final Workspaces workspaces;

    LibraryApi(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    private Item<ResultsChain> chain(Workspace workspace, String chain, SignedIn reader, Wording wording) {
        return new GoalsAnswers(workspace.view(reader.id()), wording).chain(chain);
    }

    /** Those that somebody looks for. */
    @GetMapping
    ResponseEntity<byte[]> find(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestParam(defaultValue = "") String q,
            @RequestParam Optional<String> theme,
            @RequestParam Optional<String> area,
            @RequestParam Optional<String> level,
            SignedIn reader,
            Wording wording) {
        chain(workspaces.get(id), chain, reader, wording);
        return Answers.of(LibraryAnswers.tell(
                new IndicatorLibrary.Sought(
                        q,
                        theme.map(IndicatorLibrary.shipped()::theme),
                        term(ReformArea.class, area),
                        term(IndicatorLevel.class, level)),
                wording.locale()));
    }

    private static <T extends Enum<T> & Term> Optional<T> term(Class<T> vocabulary, Optional<String> code) {
        return code.map(text -> Term.find(vocabulary, text).orElseThrow(() -> NoChoice.of(text, vocabulary)));
    }

    /**
     * Puts one to a box.
     *
     * @param body {@code key} in the library, {@code of} the box, by id or title
     */
    @PostMapping
    ResponseEntity<byte[]> take(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        Workspace workspace = workspaces.get(id);
        GoalsAnswers answers = new GoalsAnswers(workspace.view(reader.id()), wording);
        Item<ResultsChain> known = answers.chain(chain);
        SentFields sent = SentFields.of(body, "key", "of");
        Item<Indicator> indicator = answers.fromLibrary(known, sent.must("key"), sent.must("of"));
        return Answers.told(
                workspace.append(reader.id(), List.of(new Edit.Put(indicator)), Reason.EDIT),
                entry -> Map.of("entry", entry, "item", indicator.id()));
    }
}
