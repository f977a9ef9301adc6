package org.salus.governance;

import java.util.Optional;
import java.util.Set;
import org.salus.framework.PartialDate;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.workspace.Reply;

/**
 * What the side of an institution says to what was assessed: its right of reply. It needs no account; who said so and what proves it are written down.
 *
 * @param question what it replies to; empty for the assessment of the institution as a whole
 * @param by the office that replied
 * @param document the letter, minutes or message that proves it; may be empty
 */
public record InstitutionReply(
        ItemId round,
        ItemId institution,
        String question,
        Reply reply,
        String text,
        String by,
        Optional<PartialDate> date,
        String document) {
    public static final Kind<InstitutionReply> KIND = Kind.of("assessment-reply", InstitutionReply.class)
            .needing(reply -> Set.of(reply.round(), reply.institution()))
            .ruledBy(RoundRules::ofReply)
            .removedBy(RoundRules::ofReplyRemoved);
}
