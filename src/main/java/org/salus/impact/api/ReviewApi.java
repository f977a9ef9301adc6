package org.salus.impact.api;

import java.time.Clock;
import java.time.LocalDate;
import org.salus.evidence.Evidence;
import org.salus.frame.web.Address;
import org.salus.framework.Wording;
import org.salus.impact.PeriodReview;
import org.salus.impact.PeriodReviews;
import org.salus.impact.ReviewDocument;
import org.salus.impact.ReviewPeriod;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.portfolio.Supports;
import org.salus.workspace.Faces;
import org.salus.workspace.api.Answers;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The review of a period for other programs: the same answer as on pages and in a terminal, for whoever asks. */
@RestController
final class ReviewApi {
    private final Workspaces workspaces;
    private final Faces faces;
    private final Evidence evidence;
    private final Supports supports;
    private final PeriodReviews reviews;

    ReviewApi(Workspaces workspaces, Faces faces, Evidence evidence, Supports supports, PeriodReviews reviews) {
        this.workspaces = workspaces;
        this.faces = faces;
        this.evidence = evidence;
        this.supports = supports;
        this.reviews = reviews;
    }

    private PeriodReview asked(Workspace workspace, Address here, SignedIn reader) {
        here.knowing("from", "until");
        ReviewPeriod period =
                ReviewPeriod.of(here.choice("from"), here.choice("until"), LocalDate.now(Clock.systemUTC()));
        return reviews.of(workspace, reader.id(), period, evidence.snapshot(), supports, faces);
    }

    /** The review; of the last year that is over, where no period is asked for. */
    @GetMapping("/api/v1/workspaces/{id}/review")
    ResponseEntity<byte[]> review(@PathVariable String id, Address here, SignedIn reader) {
        return Answers.of(asked(workspaces.get(id), here, reader));
    }

    /** The same as a document. */
    @GetMapping("/api/v1/workspaces/{id}/review.{form}")
    ResponseEntity<byte[]> document(
            @PathVariable String id, @PathVariable String form, Wording wording, Address here, SignedIn reader) {
        String type = ReviewDocument.mediaType(form);
        Workspace workspace = workspaces.get(id);
        ReviewDocument document = new ReviewDocument(asked(workspace, here, reader), wording);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"" + document.fileName() + "." + form + "\"")
                .body(document.bytes(form, workspace.day(reader.id())));
    }
}
