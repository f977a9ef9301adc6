package org.salus.workspace.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;
import org.salus.ledger.Item;
import org.salus.ledger.Member;
import org.salus.ledger.Workspace;
import org.salus.people.Account;
import org.salus.workspace.Faces;
import org.salus.workspace.Memberships;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The parts of {@code salus workspace} about its members. */
final class MemberCommands {
    private MemberCommands() {}

    /** Who belongs to it. */
    @Command(name = "members")
    static final class Listing extends OneWorkspaceJob {
        Listing(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk, Workspace workspace) {
            if (format.isJson()) {
                json(Map.of("members", Memberships.tell(workspace, desk.account())));
                return 0;
            }
            List<Item<Member>> members = workspace.view(desk.account()).list(Member.KIND);
            members.forEach(member -> terminal.say(Sentence.of(
                    "workspace.cli.member",
                    member.id().toString(),
                    member.value().name(),
                    member.value().organisationName(),
                    terminal.wording().say(member.value().role().label()),
                    workspace.moved(Memberships.account(member)).isPresent() ? 1 : 0)));
            return 0;
        }
    }

    /** Gives a member another role, or ends the membership. */
    @Command(name = "member")
    static final class Changing extends OneWorkspaceJob {
        @Parameters(index = "1", paramLabel = "MEMBER", descriptionKey = "workspace.member.which")
        private String member = "";

        @Option(names = "--role", paramLabel = "ROLE", required = true, descriptionKey = "workspace.member.role")
        private String role = "";

        @Option(names = "--confirm-organisation", descriptionKey = "workspace.member.confirm")
        private boolean confirmed;

        Changing(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk, Workspace workspace) {
            List<Item<Member>> found =
                    called(desk, workspace.view(desk.account()).list(Member.KIND));
            if (found.isEmpty()) {
                throw Failure.notFound(Sentence.of("workspace.cli.no-member", member));
            }
            if (found.size() > 1) {
                throw Failure.wrongUse(Sentence.of("workspace.cli.members.several", member));
            }
            return told(
                    desk,
                    workspace,
                    Memberships.change(
                            workspace,
                            desk.account(),
                            found.getFirst().id(),
                            new Memberships.Change(role, confirmed, Optional.empty())));
        }

        /** By id; where none is, by name, or by the sign-in name of whoever is a member anyway. So nobody hides another member by a name that is that one's id. */
        private List<Item<Member>> called(Desk desk, List<Item<Member>> all) {
            List<Item<Member>> exactly = all.stream()
                    .filter(one -> one.id().toString().equalsIgnoreCase(member))
                    .toList();
            if (!exactly.isEmpty()) {
                return exactly;
            }
            Optional<AccountId> account =
                    desk.people().accounts().called(member).map(Account::id);
            return all.stream()
                    .filter(one -> one.value().name().equalsIgnoreCase(member)
                            || account.filter(Memberships.account(one)::equals).isPresent())
                    .toList();
        }
    }
}
