package org.salus.goals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.salus.framework.PartialDate;
import org.salus.ledger.AccountId;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.View;

/**
 * What an indicator was at a time, for all or for one group. Sources are cited as for any item.
 *
 * @param since where it speaks of a period, when that began
 * @param on the day, month or year it speaks of, or the end of the period
 * @param group whom it speaks of, as {@code sex: women}; empty for all
 * @param source where it comes from, in a few words
 * @param note what else one has to know
 * @param taken the series of open data it was taken from; empty where people measured
 */
public record Measurement(
        ItemId chain,
        ItemId indicator,
        Optional<PartialDate> since,
        PartialDate on,
        String group,
        Finding says,
        String source,
        String method,
        String note,
        Progress progress,
        Optional<Taken> taken) {
    /** The first could not come from a series. */
    private static final int EDITION = 2;

    public static final Kind<Measurement> KIND = Kind.of("measurement", Measurement.class)
            .needing(measurement -> Set.of(measurement.chain(), measurement.indicator()))
            .inEdition(EDITION)
            .placedAt(Measurement::id)
            .ruledInStep(MeasurementRules::ofPut)
            .removedBy(MeasurementRules::ofRemoval)
            .forAllMembers();

    /** A draft of which only this is said. */
    public static Measurement of(ItemId chain, ItemId indicator, PartialDate on, String group, Finding says) {
        return new Measurement(
                chain, indicator, Optional.empty(), on, group, says, "", "", "", Progress.DRAFT, Optional.empty());
    }

    /**
     * The one item that can hold it, so that nothing brought in twice is there twice. What a series says of a time has another than what people say of it:
     * neither takes the place of the other.
     */
    public ItemId id() {
        String place = String.join(
                "\n",
                "measurement",
                indicator.toString(),
                since.map(Object::toString).orElse(""),
                on.toString(),
                group);
        String whose = taken.map(from -> "\nseries\n" + from.series()).orElse("");
        return new ItemId(UUID.nameUUIDFromBytes((place + whose).getBytes(StandardCharsets.UTF_8)));
    }

    /** It as a new item. */
    public Item<Measurement> fresh() {
        Item<Measurement> item = Item.fresh(KIND, this);
        return new Item<>(id(), KIND, item.sensitivity(), item.citations(), this, item.basis());
    }

    /** The same of another indicator. */
    Measurement under(ItemId otherChain, ItemId other) {
        return new Measurement(otherChain, other, since, on, group, says, source, method, note, progress, taken);
    }

    /** The same, as far as somebody has come. */
    Measurement at(Progress other) {
        return new Measurement(chain, indicator, since, on, group, says, source, method, note, other, taken);
    }

    /** The same a step further, by the word of whoever takes it. */
    public Measurement step(MeasurementState next, AccountId by, String remark) {
        return at(progress.to(next, by, remark));
    }

    /** The same saying something else about the same time and group. */
    public Measurement saying(Finding other, String otherSource, String otherMethod, String otherNote) {
        return new Measurement(
                chain, indicator, since, on, group, other, otherSource, otherMethod, otherNote, progress, taken);
    }

    /** The same as a series has it. */
    Measurement takenFrom(Taken from) {
        return new Measurement(
                chain, indicator, since, on, group, says, source, method, note, progress, Optional.of(from));
    }

    /** Whether nobody measured it here: it was taken from a series. */
    public boolean isTaken() {
        return taken.isPresent();
    }

    /** Whether it says the same, however far it has come. */
    boolean saysTheSameAs(Measurement other) {
        return at(Progress.DRAFT).equals(other.at(Progress.DRAFT));
    }

    /** The steps that its reader can take with it; whether with these words is judged when one is taken. */
    public List<MeasurementState> steps(View view) {
        boolean isOwnWord =
                progress.submittedBy().equals(Optional.of(view.standing().account()));
        return switch (state()) {
            case DRAFT, RETURNED -> List.of(MeasurementState.SUBMITTED);
            case SUBMITTED ->
                isOwnWord && !MeasurementRules.isAlone(view)
                        ? List.of(MeasurementState.RETURNED)
                        : List.of(MeasurementState.APPROVED, MeasurementState.RETURNED);
            case APPROVED -> List.of(MeasurementState.DRAFT);
        };
    }

    public MeasurementState state() {
        return progress.state();
    }
}
