package org.salus.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutlinesTest {
    private static final Outlines OUTLINES = Outlines.shipped();

    private static Country country(String iso3) {
        return Countries.shipped().get(iso3);
    }

    private static List<String> neighbours(String iso3) {
        return OUTLINES.neighbours(country(iso3)).stream().map(Country::iso3).toList();
    }

    @Test
    void neighbours_are_those_who_share_a_border() {
        assertThat(neighbours("BDI")).containsExactly("COD", "RWA", "TZA");
        assertThat(neighbours("COL")).containsExactly("BRA", "ECU", "PAN", "PER", "VEN");
        assertThat(neighbours("NGA")).containsExactly("BEN", "CMR", "NER", "TCD");
    }

    @Test
    void a_border_that_is_too_short_for_the_outlines_or_lies_in_a_lake_is_one_too() {
        assertThat(neighbours("TCD")).contains("NGA");
        assertThat(neighbours("PSE")).contains("EGY", "ISR", "JOR");
        assertThat(neighbours("LIE")).containsExactly("AUT", "CHE");
    }

    @Test
    void being_neighbours_is_mutual() {
        for (Outline outline : OUTLINES.all()) {
            for (String other : neighbours(outline.iso3())) {
                assertThat(neighbours(other)).contains(outline.iso3());
            }
        }
    }

    @Test
    void an_island_has_no_land_border() {
        assertThat(OUTLINES.landBorder(country("MDG")).isEmpty()).isTrue();
        assertThat(neighbours("MDG")).isEmpty();
    }

    @Test
    void a_border_is_the_same_line_from_both_sides() {
        // Lesotho has one neighbour only.
        assertThat(neighbours("LSO")).containsExactly("ZAF");
        double around = OUTLINES.find(country("LSO")).orElseThrow().geometry().getLength();
        assertThat(OUTLINES.landBorder(country("LSO")).getLength())
                .isCloseTo(around, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void every_outline_belongs_to_a_country_of_the_table() {
        assertThat(OUTLINES.all()).hasSize(175).allSatisfy(outline -> {
            assertThat(Countries.shipped().findByCode(outline.iso3())).isPresent();
            assertThat(outline.geometry().getArea()).as(outline.name()).isPositive();
        });
        assertThat(OUTLINES.vintage()).contains("Natural Earth");
    }
}
