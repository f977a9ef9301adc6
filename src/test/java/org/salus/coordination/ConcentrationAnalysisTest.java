package org.salus.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.salus.framework.Figure;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.portfolio.DonorSupport;

/** Shares, the Herfindahl index, effective donors and the fragmentation ratio of small tables that were computed by hand. */
class ConcentrationAnalysisTest {
    private static Concentration of(Given given, @Nullable String area, @Nullable Integer year) {
        return ConcentrationAnalysis.of(given.rows, Thresholds.shipped()).stream()
                .filter(one -> one.area().equals(Optional.ofNullable(area).map(ReformArea::of))
                        && one.year().equals(Optional.ofNullable(year)))
                .findFirst()
                .orElseThrow();
    }

    private static String reason(Figure<?> figure) {
        return figure.reasonIfAny().map(Wording.english()::say).orElse("");
    }

    /** The worked example of the U.S. merger guidelines: 30, 30, 20 and 20 percent give 2,600 points of 10,000. */
    @Test
    void the_index_is_that_of_the_published_example() {
        Concentration four = of(
                new Given()
                        .paid("A", "2b", 2010, "30")
                        .paid("B", "2b", 2010, "30")
                        .paid("C", "2b", 2010, "20")
                        .paid("D", "2b", 2010, "20"),
                "2b",
                2010);
        assertThat(four.herfindahl()).isEqualTo(Figure.known(new BigDecimal("0.2600000000")));
        assertThat(four.effectiveDonors()).isEqualTo(Figure.known(new BigDecimal("3.8461538462")));
        assertThat(four.donors().stream().map(Concentration.DonorShare::donor)).containsExactly("A", "B", "C", "D");
    }

    @Test
    void one_donor_gives_one_and_equal_donors_give_their_number() {
        assertThat(of(new Given().paid("A", "3", 2010, "7"), "3", 2010)
                        .effectiveDonors()
                        .valueIfAny())
                .hasValueSatisfying(one -> assertThat(one).isEqualByComparingTo("1"));
        Given five = new Given();
        for (String donor : List.of("A", "B", "C", "D", "E")) {
            five.paid(donor, "3", 2010, "11.5");
        }
        assertThat(of(five, "3", 2010).effectiveDonors().valueIfAny())
                .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo("5"));
    }

    /** C gives 5 of 100 to the police, and 905 of 1,005 to everything: less than its own part, and beyond the first 90 percent. */
    @Test
    void a_relation_is_significant_by_the_donors_own_part_or_by_being_among_the_largest() {
        Given given = new Given()
                .paid("A", "2b", 2010, "50")
                .paid("B", "2b", 2010, "45")
                .paid("C", "2b", 2010, "5")
                .paid("C", "3", 2010, "900")
                .paid("D", "3", 2010, "5");
        Concentration police = of(given, "2b", 2010);
        assertThat(police.donors().stream()
                        .filter(Concentration.DonorShare::significant)
                        .map(Concentration.DonorShare::donor))
                .containsExactly("A", "B");
        assertThat(police.fragmentation())
                .isEqualTo(Figure.known(new Concentration.Fragmentation(3, 2, new BigDecimal("0.3333333333"))));
        // D gives everything it has to one area: small, and significant.
        assertThat(of(given, "3", 2010).donors()).anySatisfy(donor -> {
            assertThat(donor.donor()).isEqualTo("D");
            assertThat(donor.amongLargest()).isFalse();
            assertThat(donor.aboveItsShareOfAll()).isTrue();
            assertThat(donor.significant()).isTrue();
        });
        assertThat(reason(of(given, null, 2010).fragmentation())).contains("compares an area with all areas");
    }

    @Test
    void whoever_completes_the_first_ninety_percent_is_among_them_and_equals_stand_together() {
        Given given = new Given()
                .paid("A", "2b", 2010, "90")
                .paid("B", "2b", 2010, "5")
                .paid("C", "2b", 2010, "5")
                .paid("B", "3", 2010, "1000")
                .paid("C", "3", 2010, "1000");
        assertThat(of(given, "2b", 2010).donors().stream().map(Concentration.DonorShare::amongLargest))
                .containsExactly(true, false, false);
        given.paid("C", "4b", 2010, "10").paid("B", "4b", 2010, "10").paid("A", "4b", 2010, "80");
        assertThat(of(given, "4b", 2010).donors().stream().map(Concentration.DonorShare::amongLargest))
                .containsExactly(true, true, true);
    }

    @Test
    void money_of_several_or_of_nobody_named_has_no_share_and_too_much_of_it_leaves_no_figure() {
        Given given = new Given()
                .paid("A", "2b", 2010, "40")
                .paid("B", "2b", 2010, "40")
                .paid(DonorSupport.SEVERAL, "2b", 2010, "20");
        Concentration some = of(given, "2b", 2010);
        assertThat(some.total()).isEqualByComparingTo("100");
        assertThat(some.attributed()).isEqualByComparingTo("80");
        assertThat(some.herfindahl()).isInstanceOf(Figure.Partial.class);
        assertThat(reason(some.herfindahl())).startsWith("20");
        given.paid(DonorSupport.UNNAMED, "2b", 2010, "100");
        assertThat(of(given, "2b", 2010).herfindahl()).isInstanceOf(Figure.Unknown.class);
        assertThat(reason(of(given, "2b", 2010).herfindahl())).contains("Only 40 %", "50 % are needed");
    }

    /** In the place of a donor some files have a word that says there is none: of 100, 80 are of one donor each. */
    @Test
    void a_word_for_nobody_is_no_donor_beside_others() {
        Concentration some = of(
                new Given()
                        .paid("A", "2b", 2010, "40")
                        .paid("B", "2b", 2010, "40")
                        .paid("Unspecified", "2b", 2010, "15")
                        .paid("Multilateral, unspecified", "2b", 2010, "5"),
                "2b",
                2010);
        assertThat(some.donors()).extracting(Concentration.DonorShare::donor).containsExactly("A", "B");
        assertThat(some.attributed()).isEqualByComparingTo("80");
        assertThat(some.total()).isEqualByComparingTo("100");
        assertThat(some.herfindahl().valueIfAny()).contains(new BigDecimal("0.5000000000"));
        assertThat(reason(some.herfindahl())).startsWith("20");
        assertThat(some.fragmentation().valueIfAny())
                .contains(new Concentration.Fragmentation(2, 2, new BigDecimal("0.0000000000")));
    }

    @Test
    void who_took_back_more_than_it_gave_has_no_share_and_years_without_date_count_in_all_years_only() {
        Given given = new Given()
                .paid("A", "2b", 2010, "40")
                .paid("B", "2b", 2010, "-5")
                .paid("A", "2b", null, "10");
        Concentration year = of(given, "2b", 2010);
        assertThat(year.donors()).hasSize(1);
        assertThat(reason(year.effectiveDonors())).contains("took back");
        assertThat(year.total()).isEqualByComparingTo("35");
        assertThat(of(given, "2b", null).total()).isEqualByComparingTo("45");
        assertThat(ConcentrationAnalysis.of(given.rows, Thresholds.shipped())).hasSize(4);
    }
}
