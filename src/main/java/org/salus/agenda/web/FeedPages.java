package org.salus.agenda.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.salus.agenda.Calendar;
import org.salus.agenda.CalendarFeed;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.UnknownWorkspace;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.people.Feeds;
import org.salus.people.People;
import org.salus.people.Secret;
import org.salus.workspace.web.WorkspaceWeb;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Calendars for programs that fetch them by an address. Such an address is copied from machine to machine and lies in other people's services, so that it gives what all members of the workspace may
 * read and nothing that is for few; and it gives nothing once whose it is may not read the workspace any more.
 */
@Controller
final class FeedPages {
    private final WorkspaceWeb web;
    private final People people;
    private final FeedAddress addresses;

    FeedPages(WorkspaceWeb web, People people, FeedAddress addresses) {
        this.web = web;
        this.people = people;
        this.addresses = addresses;
    }

    @GetMapping("/calendar/{feed}.ics")
    ResponseEntity<byte[]> feed(@PathVariable String feed, Wording wording, HttpServletRequest request) {
        Feeds.Feed known = people.feeds().find(Secret.of(feed)).orElseThrow(FeedPages::unknown);
        Workspace workspace;
        View own;
        try {
            workspace = web.workspaces().get(known.workspace());
            own = workspace.view(known.account());
        } catch (UnknownWorkspace gone) {
            // Whether it is gone or closed to its owner is nobody's business who has the address.
            throw unknown();
        }
        View given = own.standing().isMember()
                ? workspace.viewOfMembers(known.account(), own.heads())
                : workspace.viewOfEverybody(known.account(), own.heads());
        Calendar calendar = Calendar.of(given, List.of(), web.faces(), wording, AgendaFrame.today());
        byte[] bytes = new CalendarFeed(wording, addresses.base(request))
                .of(wording.say("agenda.feed.name", given.charter().name()), calendar.entries(), calendar.day())
                .getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(CalendarFeed.MEDIA_TYPE))
                .cacheControl(CacheControl.noStore())
                .body(bytes);
    }

    private static Failure unknown() {
        return Failure.notFound(Sentence.of("agenda.failure.no-feed"));
    }
}
