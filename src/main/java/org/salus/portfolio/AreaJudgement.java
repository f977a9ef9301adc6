package org.salus.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * What somebody who read an activity says it supports. It stands beside what open data say and changes nothing in them; where it is asked for, it wins over
 * every sorter.
 *
 * @param activity the identifier of the activity
 * @param second a further area, where the activity serves two
 * @param why needed where it differs from what was proposed
 * @param proposed what the program had said
 */
public record AreaJudgement(String activity, ReformArea area, Optional<Second> second, String why, Proposal proposed) {
    /** One for each activity, so that it is made by a contributor and, made twice, is the same. */
    public static final Kind<AreaJudgement> KIND = Kind.of("area-judgement", AreaJudgement.class)
            .placedAt(said -> id(said.activity()))
            .ruledBy((edited, view) -> edited.value().refusals(edited.id()))
            .forAllMembers();

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HALF = BigDecimal.valueOf(50);
    private static final int LONGEST_WHY = 5_000;
    private static final int LONGEST_IDENTIFIER = 1_000;

    /**
     * The smaller part of an activity that serves two areas.
     *
     * @param percent above 0, at most 50
     */
    public record Second(ReformArea area, BigDecimal percent) {}

    /**
     * What the program had said of the activity when it was judged.
     *
     * @param confidence from 0 to 1
     * @param edition of the rules it went by
     */
    public record Proposal(ReformArea area, BigDecimal confidence, String edition) {}

    /** The one item of a workspace that can hold it. */
    public static ItemId id(String activity) {
        return new ItemId(UUID.nameUUIDFromBytes(("area-judgement\n" + activity).getBytes(StandardCharsets.UTF_8)));
    }

    /** It as a new item. */
    public Item<AreaJudgement> fresh() {
        Item<AreaJudgement> item = Item.fresh(KIND, this);
        return new Item<>(id(activity), KIND, item.sensitivity(), item.citations(), this, item.basis());
    }

    /** Whether it says what had been proposed. */
    public boolean agrees() {
        return second.isEmpty() && area == proposed.area();
    }

    /** Percent per area; they add to exactly 100. */
    Map<ReformArea, BigDecimal> shares() {
        Map<ReformArea, BigDecimal> shares = new EnumMap<>(ReformArea.class);
        BigDecimal smaller = second.map(Second::percent).orElse(BigDecimal.ZERO);
        shares.put(area, HUNDRED.subtract(smaller));
        second.ifPresent(part -> shares.put(part.area(), part.percent()));
        return shares;
    }

    private List<Sentence> refusals(ItemId id) {
        List<Sentence> refusals = new ArrayList<>();
        if (activity.isBlank() || activity.length() > LONGEST_IDENTIFIER || !id.equals(id(activity))) {
            refusals.add(Sentence.of("portfolio.refusal.activity"));
        }
        if (why.length() > LONGEST_WHY) {
            refusals.add(Sentence.of("portfolio.refusal.long", LONGEST_WHY));
        }
        if (!agrees() && why.isBlank()) {
            refusals.add(Sentence.of("portfolio.refusal.why"));
        }
        second.ifPresent(part -> {
            if (part.area() == area) {
                refusals.add(Sentence.of("portfolio.refusal.same"));
            }
            if (part.percent().signum() <= 0
                    || part.percent().compareTo(HALF) > 0
                    || part.percent().setScale(2, RoundingMode.DOWN).compareTo(part.percent()) != 0) {
                refusals.add(Sentence.of("portfolio.refusal.percent"));
            }
        });
        return refusals;
    }
}
