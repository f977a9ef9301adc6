package org.salus.portal.api;

import org.salus.evidence.Evidence;
import org.salus.frame.web.Address;
import org.salus.framework.Wording;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.portal.AreaAnswers;
import org.salus.portal.AreaFile;
import org.salus.portfolio.Supports;
import org.salus.workspace.Faces;
import org.salus.workspace.api.Answers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The reform areas for other programs, with what whoever asks may read of them. */
@RestController
@RequestMapping("/api/v1/areas")
final class AreaApi {
    private final Evidence evidence;
    private final Supports supports;
    private final Workspaces workspaces;
    private final Faces faces;

    AreaApi(Evidence evidence, Supports supports, Workspaces workspaces, Faces faces) {
        this.evidence = evidence;
        this.supports = supports;
        this.workspaces = workspaces;
        this.faces = faces;
    }

    @GetMapping
    ResponseEntity<byte[]> list(Address here) {
        here.knowing();
        return Answers.of(AreaAnswers.list(Wording.english()));
    }

    @GetMapping("/{code}")
    ResponseEntity<byte[]> one(@PathVariable String code, Address here, SignedIn reader) {
        here.knowing();
        return Answers.of(AreaAnswers.tell(
                AreaFile.of(
                        AreaFile.known(code),
                        evidence.snapshot(),
                        supports,
                        workspaces.list(reader.id()),
                        faces,
                        Wording.english()),
                Wording.english()));
    }
}
