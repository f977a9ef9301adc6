package org.salus.workspace.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.framework.Wording;
import org.salus.people.People;
import org.salus.people.SignedIn;
import org.salus.workspace.Notification;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What concerns the reader, in all workspaces. */
@Controller
final class NotificationPages {
    private final WorkspaceWeb web;
    private final People people;

    NotificationPages(WorkspaceWeb web, People people) {
        this.web = web;
        this.people = people;
    }

    /** What there is, the unread apart from what was read. */
    record Told(Layout layout, List<Notification> unread, List<Notification> read, CsrfToken token) {}

    @GetMapping("/notifications")
    ModelAndView list(Wording wording, Address here, SignedIn reader, CsrfToken token) {
        List<Notification> all = all(reader, wording);
        Set<String> read = people.readNotices()
                .among(reader.id(), all.stream().map(Notification::name).toList());
        return new ModelAndView(
                "workspace/web/notifications",
                Map.of(
                        "page",
                        new Told(
                                web.layouts().of(wording, here, wording.say("workspace.notifications.title")),
                                all.stream()
                                        .filter(one -> !read.contains(one.name()))
                                        .toList(),
                                all.stream()
                                        .filter(one -> read.contains(one.name()))
                                        .toList(),
                                token)));
    }

    /** Keeps that some are read; what is not there any more is forgotten. */
    @PostMapping("/notifications/read")
    ResponseEntity<Void> read(@RequestParam(defaultValue = "") List<String> name, Wording wording, SignedIn reader) {
        List<String> there =
                all(reader, wording).stream().map(Notification::name).toList();
        List<String> kept = new ArrayList<>(people.readNotices().among(reader.id(), there));
        there.stream().filter(name::contains).forEach(kept::add);
        people.readNotices().keep(reader, kept);
        return WorkspacePages.to("/notifications");
    }

    private List<Notification> all(SignedIn reader, Wording wording) {
        return Notification.all(web.workspaces(), reader.id(), web.faces(), wording, LocalDate.now(Clock.systemUTC()));
    }
}
