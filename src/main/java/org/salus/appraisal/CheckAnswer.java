package org.salus.appraisal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.salus.framework.Appraisal;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * What people answer to a check that asks them. Of a donor's review it usually stands in a private layer.
 *
 * @param check its id
 * @param edition of the check that was answered
 * @param because the reason; always needed
 * @param office that answers; never a person
 * @param on the day it was answered
 * @param source what it rests on, in a few words; sources of the workspace are cited as for any item
 */
public record CheckAnswer(
        String check,
        String edition,
        Appraisal answer,
        String because,
        String office,
        Optional<PartialDate> on,
        String source) {
    /** One for each check, so that a second answer replaces the first. */
    public static final Kind<CheckAnswer> KIND = Kind.of("check-answer", CheckAnswer.class)
            .placedAt(said -> id(said.check()))
            .ruledBy((edited, view) -> edited.value().refusals())
            .forAllMembers();

    private static final int LONGEST_BECAUSE = 5_000;
    private static final int LONGEST_LINE = 500;

    /** The one item of a workspace that can hold the answer to a check. */
    public static ItemId id(String check) {
        return new ItemId(UUID.nameUUIDFromBytes(("check-answer\n" + check).getBytes(StandardCharsets.UTF_8)));
    }

    /** It as a new item. */
    public Item<CheckAnswer> fresh() {
        Item<CheckAnswer> item = Item.fresh(KIND, this);
        return new Item<>(id(check), KIND, item.sensitivity(), item.citations(), this, item.basis());
    }

    private List<Sentence> refusals() {
        List<Sentence> refusals = new ArrayList<>();
        if (!check.matches("[CR][1-7]\\.\\d{1,2}")) {
            refusals.add(Sentence.of("appraisal.refusal.check", check));
        }
        if (because.isBlank()) {
            refusals.add(Sentence.of("appraisal.refusal.because"));
        }
        if (because.length() > LONGEST_BECAUSE) {
            refusals.add(Sentence.of("appraisal.refusal.long", LONGEST_BECAUSE));
        }
        if (office.length() > LONGEST_LINE || source.length() > LONGEST_LINE || edition.length() > LONGEST_LINE) {
            refusals.add(Sentence.of("appraisal.refusal.long", LONGEST_LINE));
        }
        return refusals;
    }
}
