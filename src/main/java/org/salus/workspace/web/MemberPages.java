package org.salus.workspace.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Member;
import org.salus.ledger.Role;
import org.salus.ledger.Roll;
import org.salus.people.Invitation;
import org.salus.people.Organisation;
import org.salus.people.People;
import org.salus.people.SignedIn;
import org.salus.workspace.Inviting;
import org.salus.workspace.Memberships;
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
    private final People people;
    private final Inviting inviting;

    MemberPages(WorkspaceWeb web, People people, Inviting inviting) {
        this.web = web;
        this.people = people;
        this.inviting = inviting;
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

    /**
     * An open invitation.
     *
     * @param by who made it
     * @param organisation of the account that is made with it
     */
    record Open(String id, String role, String organisation, String by, String made, String ends) {}

    /**
     * All members.
     *
     * @param isAudited whether the reader may see what was done; a copy keeps no record of it
     * @param open invitations; none for others than owners
     * @param organisations to which an owner may invite
     * @param link of an invitation that was just made, shown this once
     */
    record Members(
            Layout layout,
            Opened opened,
            List<Line> members,
            List<Role> roles,
            boolean isOwner,
            boolean isAudited,
            boolean isInviting,
            List<Open> open,
            List<Organisation> organisations,
            Optional<String> link,
            CsrfToken token) {
        /** Whether anybody is of one, or has left one; a column of nothing is left out. */
        boolean hasOrganisations() {
            return members.stream()
                    .anyMatch(line ->
                            !line.organisation().isEmpty() || line.moved().isPresent());
        }
    }

    @GetMapping("/workspaces/{id}/members")
    ModelAndView list(@PathVariable String id, Wording wording, SignedIn reader, CsrfToken token) {
        return page(web.open(id, reader, wording), token, Optional.empty());
    }

    private ModelAndView page(Opened opened, CsrfToken token, Optional<String> link) {
        Layout layout = opened.layout(
                Address.of(opened.path("members")), opened.wording().say("workspace.members.title"));
        SignedIn reader = opened.reader();
        boolean isOwner = opened.view().standing().mayActAs(Role.OWNER);
        boolean isInviting = isOwner && inviting.isPossible();
        return new ModelAndView(
                "workspace/web/members",
                Map.of(
                        "page",
                        new Members(
                                layout,
                                opened,
                                opened.view().list(Member.KIND).stream()
                                        .map(member -> new Line(
                                                member.id().toString(),
                                                member.value().name(),
                                                member.value().organisationName(),
                                                opened.workspace()
                                                        .moved(Memberships.account(member))
                                                        .map(Roll.Known::organisationName),
                                                member.value().role(),
                                                ItemPages.basis(member.basis()),
                                                member.id()
                                                        .value()
                                                        .equals(reader.id().value())))
                                        .toList(),
                                List.of(Role.values()),
                                isOwner,
                                isOwner && !web.workspaces().isCopy(),
                                isInviting,
                                isInviting
                                        ? inviting.list(reader, opened.view()).stream()
                                                .map(invitation -> open(invitation, opened, layout))
                                                .toList()
                                        : List.of(),
                                organisations(reader),
                                link,
                                token)));
    }

    private Open open(Invitation invitation, Opened opened, Layout layout) {
        return new Open(
                invitation.id(),
                invitation
                        .into()
                        .map(into -> opened.wording().say(into.role().label()))
                        .orElse(""),
                invitation
                        .organisation()
                        .flatMap(people.organisations()::find)
                        .map(Organisation::name)
                        .orElse(""),
                invitation.maker().map(opened::name).orElse(""),
                Times.shown(layout, invitation.made()),
                Times.shown(layout, invitation.ends()));
    }

    /** An organisation's items are not an owner's to give: only an administrator lets people into another one than their own. */
    private List<Organisation> organisations(SignedIn reader) {
        return reader.account().administrator()
                ? people.organisations().list()
                : reader.account().organisation().stream().toList();
    }

    @StandsOn("/workspaces/{id}/members")
    @PostMapping("/workspaces/{id}/invitations")
    ModelAndView invite(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String organisation,
            Wording wording,
            SignedIn reader,
            CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        mustOwn(opened);
        Inviting.Made made = inviting.invite(reader, opened.view(), role, organisation);
        return page(opened, token, Optional.of(made.link()));
    }

    @StandsOn("/workspaces/{id}/members")
    @PostMapping("/workspaces/{id}/invitations/{invitation}/withdraw")
    ModelAndView withdraw(@PathVariable String id, @PathVariable String invitation, Wording wording, SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        mustOwn(opened);
        inviting.withdraw(reader, opened.view(), invitation);
        return SignInPages.seeOther(opened.path("members"));
    }

    private static void mustOwn(Opened opened) {
        if (!opened.view().standing().mayActAs(Role.OWNER)) {
            throw Failure.refused(Sentence.of("people.failure.owners"));
        }
    }

    @StandsOn("/workspaces/{id}/members")
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
        Memberships.Change change = new Memberships.Change(role, moved, Optional.of(ItemPages.basis(basis)));
        Outcomes.check(
                opened, Memberships.change(opened.workspace(), reader.id(), HistoryPages.itemId(member), change));
        return WorkspacePages.to(opened.path("members"));
    }
}
