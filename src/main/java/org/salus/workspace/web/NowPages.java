package org.salus.workspace.web;

import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.people.People;
import org.salus.people.SignedIn;
import org.salus.workspace.Comment;
import org.salus.workspace.Matter;
import org.salus.workspace.Notification;
import org.salus.workspace.Presence;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What every page of a workspace asks while somebody works on it: who of one's own organisation is here, and whether somebody asks one to look. */
@Controller
final class NowPages {
    private final WorkspaceWeb web;
    private final People people;
    private final Presence presence = new Presence(InstantSource.system());

    NowPages(WorkspaceWeb web, People people) {
        this.web = web;
        this.people = people;
    }

    /**
     * What there is.
     *
     * @param others names of those who are here, too
     * @param asking remarks that ask the reader to look, the newest first
     * @param more what else of this workspace concerns the reader and was not read
     */
    record Now(Opened opened, List<String> others, List<Item<Comment>> asking, int more) {
        /** The list of them. Its address is another one for each newest remark: a page that was opened before knows nothing of it. */
        String href() {
            return opened.path() + "?asked=" + asking.getFirst().id() + "#asked";
        }
    }

    @GetMapping("/workspaces/{id}/now")
    ModelAndView now(@PathVariable String id, Wording wording, SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        return new ModelAndView(
                "workspace/web/now",
                Map.of(
                        "now",
                        new Now(
                                opened,
                                presence
                                        .othersBeside(
                                                opened.workspace().id(),
                                                opened.view().standing())
                                        .stream()
                                        .filter(account -> isMember(account, opened))
                                        .map(opened::name)
                                        .toList(),
                                Comment.asking(opened.view()),
                                more(opened, wording))));
    }

    private int more(Opened opened, Wording wording) {
        List<String> names =
                Notification.of(opened.view(), web.workspaces(), web.faces(), wording, LocalDate.now(Clock.systemUTC()))
                        .stream()
                        .filter(one -> one.matter() != Matter.MENTION)
                        .map(Notification::name)
                        .toList();
        return names.isEmpty()
                ? 0
                : names.size()
                        - people.readNotices()
                                .among(opened.reader().id(), names)
                                .size();
    }

    private static boolean isMember(AccountId account, Opened opened) {
        return opened.view().find(Member.KIND, new ItemId(account.value())).isPresent();
    }
}
