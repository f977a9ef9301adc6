package org.salus.coordination;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * What somebody says of an activity of open data and an institution of the sector map: that the one supports the other, or that it does not. It wins over every rule
 * and changes nothing in open data.
 *
 * @param institution an actor of the map
 * @param activity identifier
 * @param edition of the rules when it was said
 */
public record InstitutionJudgement(
        ItemId institution, String activity, InstitutionVerdict verdict, String why, String edition) {
    /** One for each pair, so that the two verdicts replace each other; who may not see the institution does not see it. */
    public static final Kind<InstitutionJudgement> KIND = Kind.of("institution-judgement", InstitutionJudgement.class)
            .needing(said -> Set.of(said.institution()))
            .ruledBy((edited, view) -> edited.value().refusals(edited.id()))
            .forAllMembers();

    private static final int LONGEST_WHY = 5_000;
    private static final int LONGEST_IDENTIFIER = 1_000;

    /** The one item of a workspace that can hold what is said of the two. */
    public static ItemId id(ItemId institution, String activity) {
        return new ItemId(UUID.nameUUIDFromBytes(
                ("institution-judgement\n" + institution + "\n" + activity).getBytes(StandardCharsets.UTF_8)));
    }

    /** It as a new item. */
    public Item<InstitutionJudgement> fresh() {
        Item<InstitutionJudgement> item = Item.fresh(KIND, this);
        return new Item<>(id(institution, activity), KIND, item.sensitivity(), item.citations(), this, item.basis());
    }

    private List<Sentence> refusals(ItemId id) {
        List<Sentence> refusals = new ArrayList<>();
        if (activity.isBlank() || activity.length() > LONGEST_IDENTIFIER || !id.equals(id(institution, activity))) {
            refusals.add(Sentence.of("coordination.institution.refusal.pair"));
        }
        if (why.isBlank()) {
            refusals.add(Sentence.of("coordination.institution.refusal.why"));
        }
        if (why.length() > LONGEST_WHY) {
            refusals.add(Sentence.of("coordination.institution.refusal.long", LONGEST_WHY));
        }
        return refusals;
    }
}
