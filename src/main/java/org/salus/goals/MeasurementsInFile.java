package org.salus.goals;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.framework.PartialDate;
import org.salus.ledger.AccountId;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.ItemJson;
import org.salus.ledger.View;
import tools.jackson.databind.node.ObjectNode;

/** Measurements in the file of a chain. Accounts stay at home, and nobody's word travels: where others could approve, what comes as approved is submitted. */
final class MeasurementsInFile {
    private static final String PROGRESS = "progress";

    private MeasurementsInFile() {}

    /** The measurements of the indicators of an alternative, also those it shares, in an order that stays. */
    static Stream<Item<Measurement>> of(View view, Chain chain) {
        MeasuredOnce once = MeasuredOnce.of(view, chain.id());
        Map<ItemId, List<Item<Measurement>>> kept = view.list(Measurement.KIND).stream()
                .collect(Collectors.groupingBy(item -> item.value().indicator()));
        return chain.indicators().stream()
                .flatMap(indicator -> once.own(chain.id(), indicator.id(), kept).stream())
                .sorted(Comparator.comparing(Item::id));
    }

    /** Takes away who submitted and who decided. */
    static void withoutAccounts(ObjectNode value) {
        if (value.get(PROGRESS) instanceof ObjectNode progress) {
            progress.remove(List.of("submittedBy", "decidedBy"));
        }
    }

    /** What a measurement says where nobody has said anything; a date it has to say. */
    static Item<Measurement> blank(ItemId chain) {
        return Item.fresh(
                Measurement.KIND, Measurement.of(chain, chain, PartialDate.ofYear(1), "", Finding.missing("")));
    }

    /**
     * A measurement as it would be after the file: what is known as it is keeps its progress; else the reader takes the steps the file says, as far as that is
     * the reader's to do.
     */
    static Measurement read(ObjectNode value, View view, MeasuredOnce once) {
        withoutAccounts(value);
        Measurement said = once.placed(ItemJson.value(Measurement.KIND, value));
        Optional<Measurement> before = view.find(Measurement.KIND, said.id()).map(Item::value);
        if (before.filter(known -> known.saysTheSameAs(said)
                        && known.state() == said.state()
                        && known.progress().remark().equals(said.progress().remark()))
                .isPresent()) {
            return before.get();
        }
        AccountId reader = view.standing().account();
        boolean mayDecide = MeasurementRules.isAlone(view);
        String remark = said.progress().remark();
        return switch (said.state()) {
            case DRAFT -> said.step(MeasurementState.DRAFT, reader, remark);
            case SUBMITTED -> said.step(MeasurementState.SUBMITTED, reader, remark);
            case APPROVED, RETURNED -> {
                Measurement submitted = said.step(MeasurementState.SUBMITTED, reader, remark);
                yield mayDecide ? submitted.step(said.state(), reader, remark) : submitted;
            }
        };
    }
}
