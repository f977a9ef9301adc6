package org.salus.workspace.cli;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.OrganisationId;
import org.salus.ledger.Workspace;
import org.salus.people.Invitation;
import org.salus.people.Organisation;
import org.salus.workspace.Faces;
import org.salus.workspace.Inviting;
import org.salus.workspace.TeamSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The parts of {@code salus workspace} that invite people into a team's workspace. */
final class InvitationCommands {
    private InvitationCommands() {}

    /** What they need: an owner, and the address of the server. */
    @Command
    abstract static class InvitingJob extends OneWorkspaceJob {
        InvitingJob(Faces faces) {
            super(faces);
        }

        final Inviting inviting(Desk desk) {
            Optional<URI> base = team().map(TeamSettings::entrance).flatMap(entrance -> entrance.base());
            return new Inviting(desk.people().invitations(), base);
        }

        static Map<String, Object> about(Invitation invitation) {
            Map<String, Object> out = new LinkedHashMap<>();
            out.put("id", invitation.id());
            out.put("role", role(invitation));
            invitation
                    .organisation()
                    .map(OrganisationId::toString)
                    .ifPresent(organisation -> out.put("organisation", organisation));
            out.put("made", invitation.made());
            out.put("ends", invitation.ends());
            return out;
        }

        static String role(Invitation invitation) {
            return invitation.into().map(into -> into.role().code()).orElse("");
        }
    }

    /** Invites somebody. */
    @Command(name = "invite")
    static final class Making extends InvitingJob {
        @Option(names = "--role", paramLabel = "ROLE", required = true, descriptionKey = "workspace.invite.role")
        private String role = "";

        @Option(names = "--organisation", paramLabel = "NAME", descriptionKey = "workspace.invite.organisation")
        private @Nullable String organisation;

        Making(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk, Workspace workspace) {
            Inviting inviting = inviting(desk);
            if (!inviting.isPossible()) {
                throw Failure.wrongUse(Sentence.of("workspace.invitations.no-team"));
            }
            Inviting.Made made = inviting.invite(
                    desk.signedIn(),
                    workspace.view(desk.account()),
                    role,
                    Optional.ofNullable(organisation)
                            .map(words -> organisation(desk, words))
                            .orElse(""));
            if (format.isJson()) {
                Map<String, Object> out = about(made.invitation());
                out.put("link", made.link());
                json(out);
            } else {
                terminal.out().println(made.link());
                terminal.remark(Sentence.of("workspace.invitations.fresh"));
            }
            return 0;
        }

        private static String organisation(Desk desk, String words) {
            return desk.people().organisations().list().stream()
                    .filter(one ->
                            one.id().toString().equals(words) || one.name().equalsIgnoreCase(words))
                    .map(Organisation::id)
                    .map(OrganisationId::toString)
                    .findFirst()
                    .orElseThrow(() -> Failure.notFound(Sentence.of("people.failure.unknown-organisation")));
        }
    }

    /** What is open. */
    @Command(name = "invitations")
    static final class Listing extends InvitingJob {
        Listing(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk, Workspace workspace) {
            List<Invitation> open = inviting(desk).list(desk.signedIn(), workspace.view(desk.account()));
            if (format.isJson()) {
                json(Map.of("invitations", open.stream().map(InvitingJob::about).toList()));
            } else if (open.isEmpty()) {
                terminal.say(Sentence.of("workspace.invitations.none"));
            } else {
                open.forEach(one -> terminal.say(Sentence.of(
                        "workspace.invitations.line",
                        one.id(),
                        role(one),
                        one.ends().toString())));
            }
            return 0;
        }
    }

    /** Takes one back. */
    @Command(name = "withdraw")
    static final class Withdrawing extends InvitingJob {
        @Parameters(index = "1", paramLabel = "INVITATION", descriptionKey = "workspace.withdraw.invitation")
        private String invitation = "";

        Withdrawing(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk, Workspace workspace) {
            inviting(desk).withdraw(desk.signedIn(), workspace.view(desk.account()), invitation);
            if (format.isJson()) {
                json(Map.of("withdrawn", invitation));
            } else {
                terminal.say(Sentence.of("workspace.invitations.withdrawn"));
            }
            return 0;
        }
    }
}
