package org.salus.workspace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salus.ledger.AccountId;
import org.salus.ledger.Act;
import org.salus.ledger.Digest;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Roll;
import org.salus.ledger.Workspace;

/** Who belongs to a workspace, and as what; the same on pages, at the API and on the command line. Who may change it is the ledger's rule. */
public final class Memberships {
    /** The role of who is no member any more, as it is written. */
    public static final String NONE = "none";

    private Memberships() {}

    /**
     * What is to become of a member.
     *
     * @param role code of the role; {@link #NONE} ends the membership
     * @param confirmed whether the membership follows the account into the organisation it is of by now
     * @param basis the versions it was read from; those of now if it was not read before
     */
    public record Change(String role, boolean confirmed, Optional<Set<Digest>> basis) {}

    /**
     * Changes a member, or ends the membership.
     *
     * @return what the ledger says to it: only owners may, and one has to be left
     * @throws org.salus.framework.Failure if there is no such member or role
     */
    public static Outcome change(Workspace workspace, AccountId by, ItemId member, Change change) {
        Item<Member> known = workspace.view(by).get(Member.KIND, member);
        Item<Member> based = change.basis().map(known::basedOn).orElse(known);
        Optional<Roll.Known> now = change.confirmed() ? workspace.moved(account(known)) : Optional.empty();
        Edit edit = change.role().equals(NONE)
                ? new Edit.Remove(based)
                : new Edit.Put(based.saying(new Member(
                        known.value().name(),
                        now.map(Roll.Known::organisation).orElse(known.value().organisation()),
                        now.map(Roll.Known::organisationName)
                                .orElse(known.value().organisationName()),
                        Inviting.role(change.role()))));
        return workspace.append(by, List.of(edit), Reason.of(Act.EDIT, ""));
    }

    /** The account that a member is. */
    public static AccountId account(Item<Member> member) {
        return new AccountId(member.id().value());
    }

    /** What programs are answered of the members that this account may see. */
    public static List<Map<String, Object>> tell(Workspace workspace, AccountId reader) {
        return workspace.view(reader).list(Member.KIND).stream()
                .map(member -> {
                    Map<String, Object> out = new LinkedHashMap<>();
                    out.put("account", member.id().toString());
                    out.put("name", member.value().name());
                    if (!member.value().organisationName().isEmpty()) {
                        out.put("organisation", member.value().organisationName());
                    }
                    workspace
                            .moved(account(member))
                            .ifPresent(moved -> out.put("organisation_by_now", moved.organisationName()));
                    out.put("role", member.value().role().code());
                    out.put("basis", member.basis().stream().sorted().toList());
                    return out;
                })
                .toList();
    }
}
