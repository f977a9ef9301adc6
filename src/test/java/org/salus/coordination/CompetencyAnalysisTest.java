package org.salus.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salus.evidence.RecordedResults;
import org.salus.framework.Figure;
import org.salus.framework.Wording;

/** What a donor does more than others, by tables that were computed by hand. */
class CompetencyAnalysisTest {
    private static DonorProfile of(Given given, String donor) {
        return CompetencyAnalysis.of(given.inputs().ofDonors(), Thresholds.shipped(), List.of(donor), Map.of())
                .getFirst();
    }

    /** 80 of A's 100 are for the police, 100 of everybody's 200: 0.8 ÷ 0.5. */
    @Test
    void the_advantage_is_the_donors_share_of_an_area_by_everybodys() {
        DonorProfile profile = of(
                new Given()
                        .paid("A", "2b", 2010, "80")
                        .paid("A", "3", 2010, "20")
                        .paid("B", "2b", 2010, "20")
                        .paid("B", "3", 2010, "80"),
                "A");
        assertThat(profile.areas()).hasSize(2);
        DonorProfile.AreaProfile police = profile.areas().getFirst();
        assertThat(police.ownShare()).isEqualTo(Figure.known(new BigDecimal("0.8000000000")));
        assertThat(police.everybodysShare()).isEqualTo(Figure.known(new BigDecimal("0.5000000000")));
        assertThat(police.advantage()).isEqualTo(Figure.known(new BigDecimal("1.6000000000")));
        assertThat(profile.areas().getLast().advantage()).isEqualTo(Figure.known(new BigDecimal("0.4000000000")));
        assertThat(profile.total()).isEqualByComparingTo("100");
    }

    @Test
    void it_is_told_beside_donors_of_its_kind_too_and_its_change_over_years() {
        Given given = new Given().kind("A", "country").kind("B", "country").kind("C", "multilateral");
        for (int year = 2008; year <= 2013; year++) {
            given.paid("A", "2b", year, year < 2011 ? "10" : "50")
                    .paid("A", "3", year, "50")
                    .paid("B", "2b", year, "50")
                    .paid("B", "3", year, "50")
                    .paid("C", "3", year, "100");
        }
        DonorProfile.AreaProfile police = of(given, "A").areas().getFirst();
        // A 180 of 480, countries 480 of 1,080.
        assertThat(police.advantageAmongLike().valueIfAny()).contains(new BigDecimal("0.8437500000"));
        // 2008–2010: (30/180) ÷ (180/780); 2011–2013: (150/300) ÷ (300/900).
        assertThat(police.trend().valueIfAny())
                .contains(new DonorProfile.Trend(
                        2008, 2010, new BigDecimal("0.7222222222"), 2011, 2013, new BigDecimal("1.5000000000")));
        assertThat(police.presence())
                .isEqualTo(new DonorProfile.Presence(java.util.Optional.of(2008), java.util.Optional.of(2013), 6));
    }

    /** Nothing is recorded of the activity for courts: that is no zero about what it did. */
    @Test
    void what_is_recorded_of_results_is_told_area_by_area() {
        Given given = new Given()
                .activity("one", "2b", "2009-01-01", "2011-12-31", "A")
                .activity("two", "2b", "2009-01-01", "2011-12-31", "A", "B")
                .activity("three", "3", "2009-01-01", "2011-12-31", "A");
        List<DonorProfile.AreaProfile> areas = CompetencyAnalysis.of(
                        given.inputs().ofDonors(),
                        Thresholds.shipped(),
                        List.of("A"),
                        Map.of(
                                "one", new RecordedResults(2, 5, 3),
                                "two", new RecordedResults(1, 1, 0),
                                "elsewhere", new RecordedResults(9, 9, 9)))
                .getFirst()
                .areas();
        assertThat(areas.getFirst().results())
                .isEqualTo(new DonorProfile.Results(List.of("one", "two"), new RecordedResults(3, 6, 3)));
        assertThat(Wording.english().say(CoordinationTexts.results(areas.getFirst())))
                .startsWith("Results are recorded for 2 activities: 3 results, 6 indicators; 3 have an actual");
        assertThat(Wording.english().say(CoordinationTexts.results(areas.getLast())))
                .startsWith("No results are recorded");
    }

    @Test
    void a_donor_that_only_funds_with_others_is_present_without_a_figure() {
        Given given = new Given()
                .activity("joint", "4a", "2009-05-01", "2011-04-30", "A", "B")
                .paid("joint", "*several", "4a", 2010, "50", 1)
                .paid("C", "4a", 2010, "50");
        DonorProfile profile = of(given, "A");
        assertThat(profile.joint()).containsExactly("joint");
        DonorProfile.AreaProfile area = profile.areas().getFirst();
        assertThat(area.activities()).containsExactly("joint");
        assertThat(area.presence().years()).isEqualTo(3);
        assertThat(area.advantage().reasonIfAny().map(Wording.english()::say))
                .hasValueSatisfying(why -> assertThat(why).contains("no money of its own"));
    }
}
