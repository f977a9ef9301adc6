package org.salus.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.salus.context.Premise;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.framework.Figure;
import org.salus.framework.Sentence;
import org.salus.portfolio.DonorSupport;

/** Support by the level of those who pay, and what neighbours receive, by examples that were computed by hand. */
class LevelAnalysisTest {
    private static Levels of(Given given, LevelAnalysis.Loaded... neighbours) {
        return LevelAnalysis.of(given.inputs(), List.of(neighbours), List.of());
    }

    @Test
    void who_pays_is_the_country_another_one_or_an_organisation_of_a_region_or_the_world() {
        Levels levels = of(new Given()
                .kind("Belgium", "country")
                .kind("UNDP", "multilateral")
                .kind("European Union", "multilateral")
                .kind("World Vision", "ngo")
                .paid("Burundi", "2b", 2010, "1")
                .paid("Belgium", "2b", 2010, "2")
                .paid("European Union", "2b", 2010, "4")
                .paid("UNDP", "2b", 2010, "8")
                .paid("World Vision", "1c", 2010, "16")
                .paid(DonorSupport.UNNAMED, "2b", 2010, "32")
                .paid("Nobody knows", "2b", 2010, "64"));
        assertThat(levels.parts())
                .extracting(part -> part.level().code() + " " + part.money() + " " + part.donors())
                .containsExactly(
                        "national 1 [Burundi]",
                        "bilateral 2 [Belgium]",
                        "regional 4 [European Union]",
                        "international 8 [UNDP]",
                        "private 16 [World Vision]",
                        "cannot-be-told 96 [Nobody knows]");
    }

    @Test
    void what_several_pay_together_is_of_their_level_only_if_it_is_one() {
        Given given = new Given()
                .activity("alike", "2b", "2010-01-01", "2010-12-31", "Belgium", "Netherlands")
                .activity("mixed", "2b", "2010-01-01", "2010-12-31", "Belgium", "UNDP")
                .paid("alike", DonorSupport.SEVERAL, "2b", 2010, "10", 1)
                .paid("mixed", DonorSupport.SEVERAL, "2b", 2010, "5", 1);
        assertThat(of(given).parts())
                .extracting(part -> part.level().code() + " " + part.money() + " " + part.donors())
                .containsExactly("bilateral 10 []", "several 5 []");
    }

    @Test
    void a_neighbours_support_is_told_with_what_it_has_in_common() {
        Given here = new Given()
                .activity("both", "2b", "2010-01-01", "2010-12-31", "Belgium")
                .paid("both", "Belgium", "2b", 2010, "3", 1)
                .paid("UNDP", "2b", 2010, "3")
                .in(2010, 2010);
        Given there = new Given()
                .activity("both", "2b", "2010-01-01", "2010-12-31", "Belgium")
                .activity("roads", "none", "2010-01-01", "2010-12-31", "Belgium")
                .paid("both", "Belgium", "2b", 2010, "7", 1)
                .paid("both", "Belgium", "2b", 2011, "100", 2)
                .paid("roads", "Belgium", "none", 2010, "900", 1);
        CoordinationInputs of = there.inputs();
        Levels levels = of(
                here,
                new LevelAnalysis.Loaded(
                        Countries.shipped().get("RWA"), Optional.of(List.of("FDLR")), of.activities(), of.rows()));
        assertThat(levels.neighbours()).singleElement().satisfies(neighbour -> {
            assertThat(neighbour.country().iso3()).isEqualTo("RWA");
            assertThat(neighbour.money()).isEqualByComparingTo("7");
            assertThat(neighbour.activities()).isEqualTo(1);
            assertThat(neighbour.here()).containsExactly("Belgium");
            assertThat(neighbour.both()).containsExactly("both");
            assertThat(neighbour.across()).contains(List.of("FDLR"));
        });
        assertThat(levels.beyond().activities()).isEmpty();
    }

    /** No actor is said to be active on both sides only where somebody could know of one. */
    @Test
    void actors_across_a_border_are_known_only_where_events_of_the_neighbour_are_loaded() {
        Country rwanda = Countries.shipped().get("RWA");
        Country uganda = Countries.shipped().get("UGA");
        Figure<List<Premise.ActorAcross>> partial = Figure.partial(
                List.of(new Premise.ActorAcross("FDLR", 3, List.of(rwanda))),
                Sentence.of("context.missing.neighbours", "Tanzania"));
        List<String> withEvents = List.of("RWA", "UGA");
        assertThat(Coordinations.across(partial, withEvents, rwanda)).contains(List.of("FDLR"));
        assertThat(Coordinations.across(partial, withEvents, uganda)).contains(List.of());
        assertThat(Coordinations.across(partial, withEvents, Countries.shipped().get("TZA")))
                .isEmpty();
        assertThat(Coordinations.across(
                        Figure.unknown(Sentence.of("context.missing.neighbours", "Tanzania")), withEvents, rwanda))
                .isEmpty();
    }
}
