package org.salus.appraisal.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.salus.appraisal.PoliticsList;
import org.salus.appraisal.TypedPolitics;
import org.salus.frame.web.StandsOn;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.people.SignedIn;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Notes what is typed on the pages of decisions and politics, and leads to the item, on which every field is edited by itself. Whether it may be is judged by the ledger. */
@Controller
final class PoliticsEdits {
    private final PoliticsFrame frame;

    PoliticsEdits(PoliticsFrame frame) {
        this.frame = frame;
    }

    @StandsOn("/workspaces/{id}/politics")
    @PostMapping("/workspaces/{id}/politics/{list:decisions|windows|partnerships}")
    ResponseEntity<Void> register(
            @PathVariable String id,
            @PathVariable String list,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        return write(id, list, form, wording, reader);
    }

    @StandsOn("/workspaces/{id}/politics/stakeholders")
    @PostMapping("/workspaces/{id}/politics/{list:stances|red-lines}")
    ResponseEntity<Void> few(
            @PathVariable String id,
            @PathVariable String list,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        return write(id, list, form, wording, reader);
    }

    private ResponseEntity<Void> write(
            String id, String list, MultiValueMap<String, String> form, Wording wording, SignedIn reader) {
        Opened opened = frame.web().open(id, reader, wording);
        PoliticsList known = PoliticsList.find(list)
                .orElseThrow(() -> Failure.notFound(Sentence.of(
                        "appraisal.politics.failure.no-list", list, String.join(", ", PoliticsList.codes()))));
        Map<String, String> typed = new LinkedHashMap<>(TypedPolitics.together(form));
        TypedPolitics.Written written = new TypedPolitics(known, typed)
                .write(frame.web().workspaces(), opened.workspace(), reader.id(), opened.faces(), wording);
        Outcomes.check(opened, written.outcome());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/workspaces/" + written.workspace() + "/items/" + written.id()))
                .build();
    }
}
