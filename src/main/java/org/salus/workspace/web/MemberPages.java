package org.salus.workspace.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Act;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Member;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.Roll;
import org.salus.people.SignedIn;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who belongs to a workspace, and as what. */
@Controller
final class MemberPages {
    private final WorkspaceWeb web;

    MemberPages(WorkspaceWeb web) {
        this.web = web;
    }

    /**
     * A member.
     *
     * @param moved the organisation of the account, where the membership tells of another; then it counts for none
     */
    record Line(
            String id,
            String name,
            String organisation,
            Optional<String> moved,
            Role role,
            String basis,
            boolean isReader) {}

    /** All members. */
    record Members(
            Layout layout, Opened opened, List<Line> members, List<Role> roles, boolean isOwner, CsrfToken token) {}

    @GetMapping("/workspaces/{id}/members")
    ModelAndView list(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        return new ModelAndView(
                "workspace/web/members",
                Map.of(
                        "page",
                        new Members(
                                opened.layout(here, wording.say("workspace.members.title")),
                                opened,
                                opened.view().list(Member.KIND).stream()
                                        .map(member -> new Line(
                                                member.id().toString(),
                                                member.value().name(),
                                                member.value().organisationName(),
                                                opened.workspace()
                                                        .moved(account(member))
                                                        .map(Roll.Known::organisationName),
                                                member.value().role(),
                                                ItemPages.basis(member.basis()),
                                                member.id()
                                                        .value()
                                                        .equals(reader.id().value())))
                                        .toList(),
                                List.of(Role.values()),
                                opened.view().standing().mayActAs(Role.OWNER),
                                token)));
    }

    @PostMapping("/workspaces/{id}/members/{member}")
    ResponseEntity<Void> change(
            @PathVariable String id,
            @PathVariable String member,
            @RequestParam String role,
            @RequestParam String basis,
            @RequestParam(defaultValue = "false") boolean moved,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        Item<Member> known = opened.view().get(Member.KIND, HistoryPages.itemId(member));
        Item<Member> based = known.basedOn(ItemPages.basis(basis));
        Optional<Roll.Known> now = Optional.of(known)
                .filter(changed -> moved)
                .flatMap(one -> opened.workspace().moved(account(one)));
        Edit edit = role.equals("none")
                ? new Edit.Remove(based)
                : new Edit.Put(based.saying(new Member(
                        known.value().name(),
                        now.map(Roll.Known::organisation).orElse(known.value().organisation()),
                        now.map(Roll.Known::organisationName)
                                .orElse(known.value().organisationName()),
                        role(role))));
        Outcomes.check(opened, opened.workspace().append(reader.id(), List.of(edit), Reason.of(Act.EDIT, "")));
        return WorkspacePages.to(opened.path("members"));
    }

    private static AccountId account(Item<Member> member) {
        return new AccountId(member.id().value());
    }

    private static Role role(String code) {
        return List.of(Role.values()).stream()
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.members.no-role", code)));
    }
}
