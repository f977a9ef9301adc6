package org.salus.portfolio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * What somebody says of two activities that open data report: that they are one and the same, or that they are not. It wins over what the activities state and
 * changes nothing in open data.
 *
 * @param activities the identifiers of the two, in order
 * @param edition of the rules of likeness when it was said
 */
public record SameActivityJudgement(List<String> activities, SameActivityVerdict verdict, String why, String edition) {
    /** One for each pair, so that "the same" and "not the same" replace each other, and made twice it is the same. */
    public static final Kind<SameActivityJudgement> KIND = Kind.of(
                    "same-activity-judgement", SameActivityJudgement.class)
            .placedAt(said -> id(said.activities()))
            .ruledBy((edited, view) -> edited.value().refusals(edited.id()))
            .forAllMembers();

    private static final int LONGEST_WHY = 5_000;
    private static final int LONGEST_IDENTIFIER = 1_000;

    public SameActivityJudgement {
        activities = List.copyOf(new TreeSet<>(activities));
    }

    /** Of two activities. */
    public static SameActivityJudgement of(String one, String other, SameActivityVerdict verdict, String why) {
        return new SameActivityJudgement(List.of(one, other), verdict, why, LikeActivities.EDITION);
    }

    /** The one item of a workspace that can hold what is said of them. */
    public static ItemId id(List<String> activities) {
        return new ItemId(
                UUID.nameUUIDFromBytes(("same-activity-judgement\n" + String.join("\n", new TreeSet<>(activities)))
                        .getBytes(StandardCharsets.UTF_8)));
    }

    /** It as a new item. */
    public Item<SameActivityJudgement> fresh() {
        Item<SameActivityJudgement> item = Item.fresh(KIND, this);
        return new Item<>(id(activities), KIND, item.sensitivity(), item.citations(), this, item.basis());
    }

    private List<Sentence> refusals(ItemId id) {
        List<Sentence> refusals = new ArrayList<>();
        if (activities.size() != 2
                || activities.stream()
                        .anyMatch(identifier -> identifier.isBlank() || identifier.length() > LONGEST_IDENTIFIER)
                || !id.equals(id(activities))) {
            refusals.add(Sentence.of("portfolio.same-activity.refusal.pair"));
        }
        if (why.isBlank()) {
            refusals.add(Sentence.of("portfolio.organisation.refusal.why"));
        }
        if (why.length() > LONGEST_WHY) {
            refusals.add(Sentence.of("portfolio.refusal.long", LONGEST_WHY));
        }
        return refusals;
    }
}
