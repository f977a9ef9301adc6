package org.salus.coordination.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.salus.coordination.Coordinations;
import org.salus.coordination.InstitutionQuestion;
import org.salus.coordination.InstitutionSupport;
import org.salus.evidence.Evidence;
import org.salus.frame.web.Address;
import org.salus.framework.Wording;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.portfolio.Supports;
import org.salus.workspace.api.Answers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Which donor helps which institution of a workspace's sector map, for other programs; and what members say of activities and institutions. */
@RestController
@RequestMapping("/api/v1/workspaces/{id}/coordination/institutions")
final class InstitutionApi {
    private final Workspaces workspaces;
    private final Evidence evidence;
    private final Coordinations coordinations;

    InstitutionApi(Workspaces workspaces, Evidence evidence, Supports supports) {
        this.workspaces = workspaces;
        this.evidence = evidence;
        this.coordinations = new Coordinations(supports);
    }

    private InstitutionSupport support(View view, Address here, Wording wording) {
        return InstitutionSupport.of(
                coordinations,
                evidence.snapshot(),
                view,
                InstitutionQuestion.of(here, view.charter(), InstitutionQuestion.OF_PROGRAMS),
                LocalDate.now(Clock.systemUTC()),
                wording.locale());
    }

    /** Donors by institutions; with a donor or an institution the rows behind. */
    @GetMapping
    ResponseEntity<byte[]> institutions(@PathVariable String id, Address here, SignedIn reader, Wording wording) {
        return Answers.of(
                support(workspaces.get(id).view(reader.id()), here, wording).told(wording));
    }

    /**
     * Says that an activity supports an institution, or that it does not.
     *
     * @param body {@code institution}, id of an actor; {@code activity}; {@code verdict}; {@code why}; and if wanted {@code country}
     */
    @PostMapping
    ResponseEntity<byte[]> say(@PathVariable String id, @RequestBody JsonNode body, SignedIn reader, Wording wording) {
        Workspace workspace = workspaces.get(id);
        String country = text(body, "country");
        InstitutionSupport support = support(
                workspace.view(reader.id()),
                Address.of("").with("country", country.isEmpty() ? null : country),
                wording);
        return Answers.told(
                workspace.append(
                        reader.id(),
                        List.of(support.saying(
                                text(body, "institution"),
                                text(body, "activity"),
                                text(body, "verdict"),
                                text(body, "why"))),
                        Reason.EDIT),
                entry -> Map.of("entry", entry));
    }

    private static String text(JsonNode body, String name) {
        return body.path(name).asString("");
    }
}
