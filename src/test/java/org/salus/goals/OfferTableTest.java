package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.framework.DateSpan;
import org.salus.framework.PartialDate;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.Sensitivity;

/** What is offered to a plan stands in a table with what programs need of it, and says what the plan holds already. */
class OfferTableTest {
    private final Item<ResultsChain> plan = Item.fresh(ResultsChain.KIND, ResultsChain.of("A draft"));
    private final Item<Support> held =
            Item.fresh(Support.KIND, published("XX-2", "Radios").in(plan.id()));

    private static SupportOffer published(String key, String title) {
        return new SupportOffer(
                key,
                SupportOffer.Source.PUBLISHED,
                Sentence.of("goals.offer.published"),
                title,
                "Nordmark",
                ReformArea.find("2a"),
                new DateSpan(PartialDate.find("2024-03"), Optional.empty()),
                Sensitivity.forMembers(),
                Optional.empty());
    }

    @Test
    void each_has_its_words_codes_dates_and_key_and_what_is_held_already_the_item_it_is() {
        Table table = OfferTable.of(
                List.of(published("XX-1", "Boats"), published("XX-2", "Radios")),
                Chain.of(plan.id(), List.of(plan, held)),
                Wording.english());
        assertThat(table.columns())
                .extracting(Column::key)
                .containsExactly("support", "donor", "area", "from", "until", "known_from", "already", "key");
        assertThat(table.rows().getFirst())
                .extracting(Cell::words)
                .startsWith("Boats", "Nordmark")
                .contains("2024-03", "published", "")
                .endsWith("XX-1");
        assertThat(table.rows().getFirst().get(2).code()).contains("2a");
        assertThat(table.rows().get(0).get(6).words()).isEmpty();
        assertThat(table.rows().get(1).get(6).code()).contains(held.id().toString());
    }
}
