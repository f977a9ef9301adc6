package org.salus.workspace.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
import org.salus.ledger.Workspaces;
import org.salus.people.People;
import org.salus.people.SignedIn;
import org.salus.workspace.Faces;
import org.salus.workspace.Notification;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What concerns whoever asks, for other programs. */
@RestController
final class NotificationApi {
    private final Workspaces workspaces;
    private final Faces faces;
    private final People people;

    NotificationApi(Workspaces workspaces, Faces faces, People people) {
        this.workspaces = workspaces;
        this.faces = faces;
        this.people = people;
    }

    @GetMapping("/api/v1/notifications")
    ResponseEntity<byte[]> list(SignedIn who) {
        List<Notification> all = all(who);
        Set<String> read = people.readNotices()
                .among(who.id(), all.stream().map(Notification::name).toList());
        return Answers.of(Map.of(
                "notifications",
                all.stream().map(one -> told(one, read.contains(one.name()))).toList()));
    }

    /**
     * Keeps that some are read.
     *
     * @param body {@code names} of those; others are not looked at
     */
    @PostMapping("/api/v1/notifications/read")
    ResponseEntity<byte[]> read(@RequestBody JsonNode body, SignedIn who) {
        List<String> named =
                body.path("names").valueStream().map(name -> name.asString("")).toList();
        List<String> there = all(who).stream().map(Notification::name).toList();
        List<String> kept = new ArrayList<>(people.readNotices().among(who.id(), there));
        there.stream().filter(named::contains).forEach(kept::add);
        people.readNotices().keep(who, kept);
        return list(who);
    }

    private List<Notification> all(SignedIn who) {
        return Notification.all(workspaces, who.id(), faces, Wording.english(), LocalDate.now(Clock.systemUTC()));
    }

    private static Map<String, Object> told(Notification one, boolean isRead) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", one.name());
        out.put("matter", one.matter().code());
        out.put("workspace", one.workspace().toString());
        out.put("in", one.in());
        out.put("title", one.title());
        out.put("on", one.on().map(PartialDate::toString).orElse(""));
        out.put("href", one.href());
        out.put("read", isRead);
        return out;
    }
}
