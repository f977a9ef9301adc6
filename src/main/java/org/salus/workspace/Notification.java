package org.salus.workspace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.History;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.Role;
import org.salus.ledger.View;
import org.salus.ledger.WorkspaceId;
import org.salus.ledger.Workspaces;

/**
 * Something that concerns a member, made anew of what the member may read whenever somebody asks: nothing of it is kept but whether it was read, so that it tells nobody of what is closed to them by
 * then.
 *
 * @param name lasting; another one where something else is to be looked at, such as another date
 * @param in the name of the workspace, or private layer, it is of
 * @param title of what is to be looked at
 * @param on when it is due, as exactly as it is known; empty for what has no date
 * @param path where it is, below the workspace's address
 */
public record Notification(
        String name,
        Matter matter,
        WorkspaceId workspace,
        String in,
        String title,
        Optional<PartialDate> on,
        String path) {
    /** What is due is told so many days before. */
    public static final int DAYS_AHEAD = 14;

    private static final Comparator<Due> BY_DATE =
            Comparator.comparing((Due due) -> due.last().orElse(LocalDate.MIN)).thenComparing(Due::name);

    /** Where it leads. */
    public String href() {
        return "/workspaces/" + workspace + "/" + path;
    }

    /** As programs are told. */
    public Map<String, Object> answer(boolean isRead) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", name);
        out.put("matter", matter.code());
        out.put("workspace", workspace.toString());
        out.put("in", in);
        out.put("title", title);
        out.put("on", on.map(PartialDate::toString).orElse(""));
        out.put("href", href());
        out.put("read", isRead);
        return out;
    }

    /** The very remark among those on its item. */
    private static String place(Item<Comment> remark) {
        return "items/" + remark.value().about() + "#remark-" + remark.id();
    }

    /** All that concerns an account on a day, workspace by workspace. */
    public static List<Notification> all(
            Workspaces workspaces, AccountId account, Faces faces, Wording wording, LocalDate day) {
        return workspaces.list(account).stream()
                // One whose charter is damaged cannot be opened.
                .filter(view -> !view.charter().name().isEmpty())
                .flatMap(view -> of(view, workspaces, faces, wording, day).stream())
                .toList();
    }

    /** What of one workspace concerns the reader of that view on a day. */
    public static List<Notification> of(View view, Workspaces workspaces, Faces faces, Wording wording, LocalDate day) {
        return of(view, waiting(workspaces, view), faces, wording, day);
    }

    private static List<History.Step> waiting(Workspaces workspaces, View view) {
        return view.standing().mayActAs(Role.EDITOR)
                ? workspaces
                        .get(view.workspace().toString())
                        .history(view.standing().account())
                        .waiting()
                : List.of();
    }

    /**
     * What of one workspace concerns its reader: remarks, what waits, then what is due by date.
     *
     * @param waiting steps that wait for a decision of this reader
     */
    static List<Notification> of(View view, List<History.Step> waiting, Faces faces, Wording wording, LocalDate day) {
        String in = view.charter().name();
        List<Notification> told = new ArrayList<>();
        for (Item<Comment> remark : Comment.asking(view)) {
            ItemId about = remark.value().about();
            told.add(new Notification(
                    "mention:" + remark.id(),
                    Matter.MENTION,
                    view.workspace(),
                    in,
                    faces.title(about, view, wording),
                    Optional.empty(),
                    place(remark)));
        }
        for (Item<Comment> remark : Comment.answering(view)) {
            told.add(new Notification(
                    "answer:" + remark.id(),
                    Matter.ANSWER,
                    view.workspace(),
                    in,
                    faces.title(remark.value().about(), view, wording),
                    Optional.empty(),
                    place(remark)));
        }
        if (!waiting.isEmpty()) {
            told.add(new Notification(
                    "decision:" + waiting.getFirst().by().entry(),
                    Matter.DECISION,
                    view.workspace(),
                    in,
                    wording.say(Sentence.of("workspace.waiting.title", waiting.size())),
                    Optional.empty(),
                    "copies#waiting"));
        }
        String office = view.find(
                        Member.KIND, new ItemId(view.standing().account().value()))
                .map(member -> member.value().organisationName().strip())
                .orElse("");
        faces.dues(view, day, wording).stream()
                .filter(due -> !office.isEmpty() && due.office().strip().equalsIgnoreCase(office) && isNear(due, day))
                .sorted(BY_DATE)
                .map(due -> new Notification(
                        "due:" + view.workspace() + ":" + due.name() + ":"
                                + due.on().map(PartialDate::toString).orElse(""),
                        Matter.DUE,
                        view.workspace(),
                        in,
                        due.title(),
                        due.on(),
                        due.path()))
                .forEach(told::add);
        return told;
    }

    /** What should have been done, and what comes within two weeks; a date that only passes is no matter any more once it has passed. */
    private static boolean isNear(Due due, LocalDate day) {
        LocalDate last = due.last().orElse(day);
        return !last.isAfter(day.plusDays(DAYS_AHEAD)) && (due.isOwed() || !last.isBefore(day));
    }
}
