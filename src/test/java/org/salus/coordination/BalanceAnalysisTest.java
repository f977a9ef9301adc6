package org.salus.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.salus.framework.Figure;
import org.salus.framework.Wording;

/** Forces beside their oversight, training and equipment beside governance, by examples that were computed by hand. */
class BalanceAnalysisTest {
    private static Balance of(Given given) {
        return BalanceAnalysis.of(given.inputs(), Thresholds.shipped(), BalanceWords.shipped());
    }

    private static String reason(Figure<?> figure) {
        return figure.reasonIfAny().map(Wording.english()::say).orElse("");
    }

    /** 30 of 30 + 60; with the rule of law 30 + 10 of 30 + 10 + 60. Peacebuilding is on neither side. */
    @Test
    void oversight_is_a_part_of_it_and_the_forces_with_and_without_the_rule_of_law() {
        Balance balance = of(new Given()
                .paid("A", "1a", 2010, "20")
                .paid("A", "1x", 2010, "10")
                .paid("B", "2b", 2010, "60")
                .paid("C", "3", 2010, "10")
                .paid("C", "4a", 2010, "500")
                .paid("C", "none", 2010, "500"));
        assertThat(balance.oversight().valueIfAny()).contains(new BigDecimal("0.3333333333"));
        assertThat(balance.oversightWithJustice().valueIfAny()).contains(new BigDecimal("0.4000000000"));
        assertThat(balance.oversight()).isInstanceOf(Figure.Partial.class);
        assertThat(reason(balance.oversight())).contains("mostly unpublished");
        assertThat(balance.fields())
                .extracting(part -> part.field().code() + " " + part.money() + " " + part.rows())
                .containsExactly("1 30 2", "2 60 1", "3 10 1", "4 500 1");
        assertThat(balance.fields().getFirst().activities()).containsExactly("A-1a", "A-1x");
    }

    @Test
    void without_money_for_either_nothing_is_said() {
        assertThat(of(new Given().paid("C", "4a", 2010, "500")).oversight()).isInstanceOf(Figure.Unknown.class);
        assertThat(of(new Given().paid("B", "2b", 2010, "60").paid("A", "1a", 2010, "-1"))
                        .oversight())
                .isInstanceOf(Figure.Unknown.class);
        assertThat(of(new Given().paid("B", "2b", 2010, "60")).oversight().valueIfAny())
                .contains(new BigDecimal("0E-10"));
    }

    /** Training alone 40, governance alone 20, both 20, and 20 of which no word tells: 40 of 80. */
    @Test
    void texts_of_activities_for_the_forces_tell_training_and_equipment_from_governance() {
        Given given = new Given();
        for (List<String> one : List.of(
                List.of("Formation et équipement de la police", "40"),
                List.of("Parliamentary oversight", "20"),
                List.of("Training in human rights", "20"),
                List.of("Former soldiers", "20"))) {
            given.activity(one.getFirst(), "2b", "2010-01-01", "2010-12-31", "A")
                    .paid(one.getFirst(), "A", "2b", 2010, one.getLast(), 1);
        }
        Balance balance = of(given);
        assertThat(balance.contents())
                .extracting(part -> part.content().code() + " " + part.money() + " "
                        + part.activities().getFirst().words())
                .containsExactly(
                        "training-or-equipment 40 [formation, equipement]",
                        "governance 20 [oversight, parliament]",
                        "both 20 [train, human rights]",
                        "cannot-be-told 20 []");
        assertThat(balance.meansOnly().valueIfAny()).contains(new BigDecimal("0.5000000000"));
        assertThat(reason(balance.meansOnly())).contains("80 % of the money");
    }

    @Test
    void where_texts_mostly_do_not_tell_there_is_no_part() {
        Given given = new Given()
                .activity("Training", "2b", "2010-01-01", "2010-12-31", "A")
                .activity("Support", "2b", "2010-01-01", "2010-12-31", "A")
                .paid("Training", "A", "2b", 2010, "49", 1)
                .paid("Support", "A", "2b", 2010, "51", 1);
        assertThat(reason(of(given).meansOnly())).contains("only 49 %", "50 % are needed");
    }
}
