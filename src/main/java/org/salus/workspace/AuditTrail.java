package org.salus.workspace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;
import org.salus.ledger.Role;
import org.salus.ledger.View;
import org.salus.people.Audit;
import org.salus.people.Deed;

/** What was done in a workspace, for its owners: invitations, roles, copies and files taken out, merges and erasures. The same on pages, for programs and in a terminal. */
public final class AuditTrail {
    /** How many deeds stand on one page. */
    public static final int PAGE = 100;

    private AuditTrail() {}

    /**
     * The newest deeds, the newest first; at most {@link #PAGE}.
     *
     * @param view of whoever asks
     * @param before only those with a smaller number; empty for the newest
     * @throws Failure (refused) if whoever asks is no owner
     */
    public static List<Deed> of(Audit audit, View view, Optional<Long> before) {
        if (!view.standing().mayActAs(Role.OWNER)) {
            throw Failure.refused(Sentence.of("people.failure.owners"));
        }
        return audit.of(view.workspace(), before, PAGE);
    }

    /** Before which deed one asks, by its number as it was written. */
    public static Optional<Long> before(Optional<String> written) {
        return written.map(text -> {
            try {
                return Long.parseLong(text.strip());
            } catch (NumberFormatException odd) {
                throw Failure.wrongUse(Sentence.of("frame.problem.value", "before", text));
            }
        });
    }

    /** What programs are answered: deeds with their numbers, codes and ids, and under {@code before} where the earlier ones go on, if there are any. */
    public static Map<String, Object> tell(List<Deed> deeds) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("deeds", deeds.stream().map(AuditTrail::tell).toList());
        if (deeds.size() == PAGE) {
            out.put("before", deeds.getLast().place());
        }
        return out;
    }

    private static Map<String, Object> tell(Deed deed) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("number", deed.place());
        out.put("at", deed.done());
        out.put("what", deed.what().code());
        out.put("says", deed.what().label());
        deed.actor().map(AccountId::toString).ifPresent(by -> out.put("by", by));
        deed.account().map(AccountId::toString).ifPresent(account -> out.put("account", account));
        if (!deed.detail().isEmpty()) {
            out.put("detail", deed.detail());
        }
        return out;
    }
}
