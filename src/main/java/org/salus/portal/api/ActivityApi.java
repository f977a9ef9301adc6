package org.salus.portal.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.salus.evidence.ActivityRecord;
import org.salus.evidence.Evidence;
import org.salus.evidence.Issues;
import org.salus.evidence.Snapshot;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.portfolio.Supports;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything about one activity. Identifiers hold slashes and spaces, so they are a parameter. */
@RestController
@RequestMapping("/api/v1/activities")
final class ActivityApi {
    private static final int SHOWN_ISSUES = 500;

    private final Evidence evidence;
    private final Supports supports;

    ActivityApi(Evidence evidence, Supports supports) {
        this.evidence = evidence;
        this.supports = supports;
    }

    @GetMapping
    ResponseEntity<byte[]> get(@RequestParam String id, Address here) {
        here.knowing("id");
        Snapshot snapshot = evidence.snapshot();
        ActivityRecord record = snapshot.activities().get(id);
        Map<String, Object> answer = JsonAnswer.from(snapshot);
        answer.put("activity", record);
        answer.put("sorting", supports.sort(record.activity()));
        answer.put("versions", snapshot.activities().versions(id));
        answer.put(
                "issues",
                snapshot.issues().list(new Issues.Filter(null, null, null, id), 0, SHOWN_ISSUES).stream()
                        .map(SourceApi::issue)
                        .toList());
        return JsonAnswer.of(answer);
    }

    /** The XML as it was published, with contacts masked. */
    @GetMapping("/xml")
    ResponseEntity<byte[]> xml(@RequestParam String id, Address here) {
        here.knowing("id");
        try {
            return ResponseEntity.ok()
                    .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
                    .body(evidence.snapshot().activities().xml(id).getBytes(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw Failure.notPossible(
                    Sentence.of("portal.api.archive", String.valueOf(unreadable.getMessage())), unreadable);
        }
    }
}
