package org.salus.portfolio.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.evidence.Snapshot;
import org.salus.frame.web.Address;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.portfolio.OrganisationAnswers;
import org.salus.portfolio.OrganisationJudgements;
import org.salus.portfolio.OrganisationQuestion;
import org.salus.portfolio.Organisations;
import org.salus.portfolio.Supports;
import org.salus.portfolio.TypedOrganisations;
import org.salus.workspace.api.Answers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The organisations of a country for other programs: by the rules alone, or with what the members of a workspace said of them. */
@RestController
@RequestMapping("/api/v1")
final class OrganisationApi {
    private final Workspaces workspaces;
    private final Evidence evidence;
    private final Supports supports;

    OrganisationApi(Workspaces workspaces, Evidence evidence, Supports supports) {
        this.workspaces = workspaces;
        this.evidence = evidence;
        this.supports = supports;
    }

    /** Those that the activities of a country name, by the rules alone. */
    @GetMapping("/countries/{country}/organisations")
    ResponseEntity<byte[]> country(@PathVariable String country, Address here, Wording wording) {
        here.knowing("q", "role", "key");
        Snapshot snapshot = evidence.snapshot();
        Countries countries = Countries.shipped();
        Country asked = countries
                .findByCode(country)
                .or(() -> countries.findByName(country))
                .orElseGet(() -> countries.get(country));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("snapshot", snapshot.id());
        answer.putAll(new OrganisationAnswers(wording)
                .answer(
                        supports.organisations(snapshot, asked, OrganisationJudgements.NONE),
                        OrganisationJudgements.NONE,
                        OrganisationQuestion.of(here, asked)));
        return Answers.of(answer);
    }

    /** The same, where what the members of a workspace said wins. */
    @GetMapping("/workspaces/{id}/portfolio/organisations")
    ResponseEntity<byte[]> list(@PathVariable String id, Address here, SignedIn reader, Wording wording) {
        View view = workspaces.get(id).view(reader.id());
        OrganisationQuestion question = OrganisationQuestion.of(here, view.charter());
        OrganisationJudgements judgements = OrganisationJudgements.of(view);
        return Answers.of(new OrganisationAnswers(wording)
                .answer(
                        supports.organisations(evidence.snapshot(), question.country(), judgements),
                        judgements,
                        question));
    }

    /**
     * Says that organisations are one, or that two are not the same.
     *
     * @param body {@code verdict}, {@code same} or {@code apart}; {@code organisations}, a list of keys, or {@code groups}, several such lists; {@code why};
     *     and if wanted {@code country}
     */
    @PostMapping("/workspaces/{id}/portfolio/organisations")
    ResponseEntity<byte[]> say(@PathVariable String id, @RequestBody JsonNode body, SignedIn reader) {
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        List<List<String>> groups = new ArrayList<>();
        body.path("groups").forEach(group -> groups.add(keys(group)));
        if (body.has("organisations")) {
            groups.add(keys(body.path("organisations")));
        }
        String country = body.path("country").asString("");
        TypedOrganisations said = TypedOrganisations.of(
                body.path("verdict").asString(""), groups, body.path("why").asString(""));
        OrganisationQuestion question = OrganisationQuestion.of(
                Address.of("").with("country", country.isEmpty() ? null : country), view.charter());
        Organisations organisations =
                supports.organisations(evidence.snapshot(), question.country(), OrganisationJudgements.of(view));
        List<Edit> edits = said.edits(organisations, view);
        return edits.isEmpty()
                ? Answers.of(Map.of("said", 0))
                : Answers.told(
                        workspace.append(reader.id(), edits, Reason.EDIT),
                        entry -> Map.of("entry", entry, "said", edits.size()));
    }

    private static List<String> keys(JsonNode list) {
        List<String> keys = new ArrayList<>();
        list.forEach(key -> keys.add(key.asString("")));
        return keys;
    }
}
