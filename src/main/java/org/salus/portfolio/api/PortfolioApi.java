package org.salus.portfolio.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.salus.evidence.Evidence;
import org.salus.frame.web.Address;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.portfolio.ReviewAnswers;
import org.salus.portfolio.ReviewQuestion;
import org.salus.portfolio.Supports;
import org.salus.portfolio.TypedJudgement;
import org.salus.workspace.api.Answers;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Judging what activities support, for other programs: the same queue and the same judgements as on pages and in a terminal. */
@RestController
@RequestMapping("/api/v1/workspaces/{id}/portfolio")
final class PortfolioApi {
    private final Workspaces workspaces;
    private final Evidence evidence;
    private final Supports supports;

    PortfolioApi(Workspaces workspaces, Evidence evidence, Supports supports) {
        this.workspaces = workspaces;
        this.evidence = evidence;
        this.supports = supports;
    }

    private ReviewAnswers answers(View view, Address here, Wording wording) {
        return ReviewAnswers.of(evidence.snapshot(), supports, view, ReviewQuestion.of(here, view.charter()), wording);
    }

    /** The activities of a country, with what is proposed and what was judged. */
    @GetMapping
    ResponseEntity<byte[]> queue(@PathVariable String id, Address here, SignedIn reader, Wording wording) {
        return Answers.of(
                answers(workspaces.get(id).view(reader.id()), here, wording).answer());
    }

    /** What a sorter can learn from the judgements, as tab-separated values. */
    @GetMapping("/labels.tsv")
    ResponseEntity<byte[]> labels(@PathVariable String id, Address here, SignedIn reader, Wording wording) {
        View view = workspaces.get(id).view(reader.id());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/tab-separated-values;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .body(answers(view, here, wording)
                        .labels("workspace-" + view.workspace())
                        .getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Judges activities.
     *
     * @param body {@code activities}, a list of identifiers; {@code area}, left out to agree with each proposal; and if wanted {@code second}, {@code percent},
     *     {@code why}, {@code country}
     */
    @PostMapping("/judgements")
    ResponseEntity<byte[]> judge(
            @PathVariable String id, @RequestBody JsonNode body, SignedIn reader, Wording wording) {
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        List<String> activities = new ArrayList<>();
        body.path("activities").forEach(one -> activities.add(one.asString("")));
        String country = text(body, "country");
        List<Edit> edits = TypedJudgement.of(
                        text(body, "area"), text(body, "second"), text(body, "percent"), text(body, "why"))
                .edits(
                        answers(view, Address.of("").with("country", country.isEmpty() ? null : country), wording)
                                .queue(),
                        activities);
        return edits.isEmpty()
                ? Answers.of(Map.of("judged", 0))
                : Answers.told(
                        workspace.append(reader.id(), edits, Reason.EDIT),
                        entry -> Map.of("entry", entry, "judged", edits.size()));
    }

    private static String text(JsonNode body, String name) {
        return body.path(name).asString("");
    }
}
