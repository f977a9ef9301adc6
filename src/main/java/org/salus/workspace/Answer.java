package org.salus.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.salus.framework.Sentence;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * What people answer to a finding: "we disagree, because …". It stands beside the finding and neither hides nor changes it. An item, so who answered and
 * when is in the history.
 *
 * @param finding the finding's lasting name
 * @param edition of the rules under which the finding was read
 * @param because why; needed for everything but plain agreement
 * @param about the items the finding rests on: who may not see them all may not see the answer, which would tell of them
 */
public record Answer(String finding, String edition, Reply reply, String because, List<ItemId> about) {
    public static final Kind<Answer> KIND = Kind.of("answer", Answer.class)
            .needing(answer -> Set.copyOf(answer.about()))
            .ruledBy((edited, view) -> edited.value().refusals());

    private static final int LONGEST_NAME = 300;

    public Answer {
        about = List.copyOf(about);
    }

    private List<Sentence> refusals() {
        List<Sentence> refusals = new ArrayList<>();
        if (finding.isBlank() || finding.length() > LONGEST_NAME) {
            refusals.add(Sentence.of("workspace.refusal.no-finding"));
        }
        if (because.isBlank() && reply != Reply.AGREE) {
            refusals.add(Sentence.of("workspace.refusal.because"));
        }
        return refusals;
    }
}
