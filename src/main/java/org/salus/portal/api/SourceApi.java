package org.salus.portal.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Evidence;
import org.salus.evidence.ImportIssue;
import org.salus.evidence.IssueKind;
import org.salus.evidence.Issues;
import org.salus.evidence.Severity;
import org.salus.evidence.Snapshot;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is loaded, and what was doubtful in it. */
@RestController
@RequestMapping("/api/v1")
final class SourceApi {
    private final Evidence evidence;

    SourceApi(Evidence evidence) {
        this.evidence = evidence;
    }

    @GetMapping("/sources")
    ResponseEntity<byte[]> sources(Address here) {
        here.knowing();
        Snapshot snapshot = evidence.snapshot();
        Map<String, Object> answer = JsonAnswer.from(snapshot);
        answer.put("sources", snapshot.versions());
        return JsonAnswer.of(answer);
    }

    @GetMapping("/issues")
    ResponseEntity<byte[]> issues(
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable String severity,
            @RequestParam @Nullable String file,
            @RequestParam @Nullable String activity,
            Address here) {
        here.knowing("kind", "severity", "file", "activity", "page", "size");
        PageOf part = PageOf.asked(here);
        Snapshot snapshot = evidence.snapshot();
        String sha256 = file == null ? null : snapshot.version(file).sha256();
        Issues.Filter filter = new Issues.Filter(
                kind == null ? null : choice(IssueKind.class, "kind", kind),
                severity == null ? null : choice(Severity.class, "severity", severity),
                sha256,
                activity);
        List<Map<String, Object>> shown = snapshot.issues().list(filter, part.offset(), part.size()).stream()
                .map(SourceApi::issue)
                .toList();
        Map<String, Object> answer = JsonAnswer.from(snapshot);
        answer.put(
                "groups",
                snapshot.issues().groups().stream()
                        .filter(group -> filter.kind() == null || group.kind() == filter.kind())
                        .filter(group ->
                                filter.severity() == null || group.kind().severity() == filter.severity())
                        .filter(group ->
                                sha256 == null || group.version().sha256().equals(sha256))
                        .map(group -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("kind", group.kind());
                            one.put("severity", group.kind().severity());
                            one.put("file", group.file());
                            one.put("count", group.count());
                            return one;
                        })
                        .toList());
        answer.put("page", part.number());
        answer.put("size", part.size());
        answer.put("issues", shown);
        return JsonAnswer.of(answer);
    }

    static Map<String, Object> issue(ImportIssue issue) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("kind", issue.kind());
        out.put("severity", issue.severity());
        out.put("file", issue.file());
        out.put("line", issue.line());
        out.put("activity", issue.activity());
        out.put("issue", issue.sentence());
        out.put("done", issue.done());
        return out;
    }

    private static <T extends Enum<T>> T choice(Class<T> type, String name, String word) {
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw Failure.wrongUse(Sentence.of(
                    "portal.choice.wrong",
                    name,
                    word,
                    Stream.of(type.getEnumConstants())
                            .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .collect(Collectors.joining(", "))));
        }
    }
}
