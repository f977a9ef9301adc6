package org.salus.appraisal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.salus.framework.CountryCodes;
import org.salus.framework.PartialDate;
import org.salus.framework.Recorded;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.View;

/**
 * What somebody recorded of an instrument in a country: that it is in law, reported on, or practised, or that it is not. Who signed and ratified is never typed here; a
 * depositary's table tells that.
 *
 * @param instrument its id in the library
 * @param country ISO 3166-1 alpha-3 code
 * @param answer recorded, or recorded as absent; what is not recorded has no statement
 * @param day it holds of, as exactly as it is known
 * @param source as written; an absence needs one, here or as a citation
 */
public record InstrumentStatement(
        String instrument,
        String country,
        InstrumentStep step,
        Recorded answer,
        Optional<PartialDate> day,
        String source,
        String note) {
    /** One for each instrument, country and step, so that two who say the same meet in one place. */
    public static final Kind<InstrumentStatement> KIND = Kind.of("instrument-statement", InstrumentStatement.class)
            .placedAt(said -> id(said.instrument(), said.country(), said.step()))
            .naming(said -> List.of(said.country()))
            .ruledBy(InstrumentStatement::refusals)
            .forAllMembers();

    static final int LONGEST_SOURCE = 2_000;
    static final int LONGEST_NOTE = 20_000;

    /** The one item of a workspace that can hold it. */
    public static ItemId id(String instrument, String country, InstrumentStep step) {
        return new ItemId(
                UUID.nameUUIDFromBytes(String.join("\n", "instrument-statement", instrument, country, step.code())
                        .getBytes(StandardCharsets.UTF_8)));
    }

    /** It as a new item. */
    public Item<InstrumentStatement> fresh() {
        Item<InstrumentStatement> item = Item.fresh(KIND, this);
        return new Item<>(
                id(instrument, country, step), KIND, item.sensitivity(), item.citations(), this, item.basis());
    }

    private static List<Sentence> refusals(Item<InstrumentStatement> edited, View view) {
        InstrumentStatement said = edited.value();
        List<Sentence> refusals = new ArrayList<>();
        boolean isKnown = view.find(KIND, edited.id()).isPresent();
        // A newer library may have what an older one does not know: what is there already may be changed.
        if (!isKnown && Instruments.shipped().find(said.instrument()).isEmpty()) {
            refusals.add(Sentence.of("appraisal.failure.no-instrument", said.instrument()));
        }
        if (!edited.id().equals(id(said.instrument(), said.country(), said.step()))) {
            refusals.add(Sentence.of("appraisal.refusal.place"));
        }
        if (!CountryCodes.isKnown(said.country())) {
            refusals.add(
                    Sentence.of("appraisal.refusal.country", said.country(), CountryCodes.nearest(said.country())));
        }
        if (said.answer() == Recorded.NOT_RECORDED) {
            refusals.add(Sentence.of("appraisal.refusal.not-recorded"));
        }
        if (said.answer() == Recorded.RECORDED_AS_ABSENT
                && said.source().isBlank()
                && edited.citations().isEmpty()) {
            refusals.add(Sentence.of("appraisal.refusal.absent-without-source"));
        }
        if (said.source().length() > LONGEST_SOURCE || said.note().length() > LONGEST_NOTE) {
            refusals.add(Sentence.of("appraisal.refusal.statement-long", LONGEST_SOURCE, LONGEST_NOTE));
        }
        return refusals;
    }
}
