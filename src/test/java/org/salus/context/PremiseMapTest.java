package org.salus.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.salus.documents.Hue;
import org.salus.documents.Size;
import org.salus.documents.Tint;
import org.salus.evidence.ConflictEvent;
import org.salus.evidence.Outline;
import org.salus.framework.Wording;

class PremiseMapTest {
    private static final Outline UNIT =
            new Outline("NGA", 1, "Centre", "invented", new GeometryFactory().toGeometry(new Envelope(0, 20, 0, 20)));

    private static PremiseMap map(List<ConflictEvent> events) {
        Premise premise = Events.premise(Events.inputs(events, null, List.of(), Map.of(), List.of(UNIT)));
        return PremiseMap.of(premise, events, Optional.empty(), List.of(UNIT), List.of());
    }

    @Test
    void events_of_one_place_and_year_are_one_point() {
        PremiseMap map = map(List.of(Events.rebels(2010, 3), Events.rebels(2010, 4), Events.rebels(2011, 5)));
        assertThat(map.places()).extracting(place -> place.deaths().best()).containsExactly(7L, 5L);
        assertThat(map.withheld()).isZero();
    }

    @Test
    void an_export_has_no_point_of_events_younger_than_a_year_but_counts_them_in_their_unit() {
        // The events end on 4 May.
        PremiseMap map = map(List.of(Events.rebels(2010, 3), Events.rebels(2011, 5), Events.rebels(2011, 1)));
        PremiseMap export = map.forExport(LocalDate.of(2012, 5, 4));
        assertThat(export.places()).extracting(PremiseMap.Place::year).containsExactly(2010);
        assertThat(export.withheld()).isEqualTo(2);
        assertThat(export.units())
                .singleElement()
                .satisfies(unit -> assertThat(
                                unit.total().valueIfAny().orElseThrow().deaths().best())
                        .isEqualTo(9));
        assertThat(map.forExport(LocalDate.of(2012, 5, 5)).withheld()).isZero();
    }

    @Test
    void boundaries_name_their_vintage() {
        assertThat(map(List.of(Events.rebels(2010, 3))).vintages()).containsExactly("invented");
    }

    @Test
    void the_drawing_says_the_deaths_of_a_unit_and_fills_it() {
        String svg = map(List.of(Events.rebels(2010, 30)))
                .drawing(Wording.english(), new Size(400))
                .orElseThrow()
                .svg();
        assertThat(svg)
                .contains("Centre: 30 deaths recorded")
                .contains(">30</text>")
                .contains("<circle")
                .contains("Boundaries and names shown do not imply endorsement.");
    }

    @Test
    void a_unit_where_nothing_is_known_is_hatched_and_one_without_deaths_is_empty() {
        Premise unknown = Events.premise(Events.inputs(List.of(), null, List.of(), Map.of(), List.of(UNIT)));
        PremiseMap map = PremiseMap.of(unknown, List.of(), Optional.empty(), List.of(UNIT), List.of());
        assertThat(map.drawing(Wording.english(), new Size(400)).orElseThrow().svg())
                .contains("url(#hatching)")
                .contains("Centre: not enough information");
        assertThat(PremiseDrawing.fill(0)).isEmpty();
        assertThat(PremiseDrawing.fill(1)).contains(new Tint(Hue.ACCENT, 1));
        assertThat(PremiseDrawing.fill(1000)).contains(new Tint(Hue.ACCENT, 4));
    }

    @Test
    void without_outlines_there_is_no_drawing() {
        Premise premise = Events.premise(List.of(Events.rebels(2010, 30)), null);
        assertThat(PremiseMap.of(premise, List.of(), Optional.empty(), List.of(), List.of())
                        .drawing(Wording.english(), new Size(400)))
                .isEmpty();
    }
}
