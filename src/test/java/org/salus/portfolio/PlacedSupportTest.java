package org.salus.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.evidence.Rates;

/** Support shared out over units: what is in several is in each with a part, and all of it adds up to what the pivot counts once. */
class PlacedSupportTest {
    private static final Country BURUNDI = Countries.shipped().get("BDI");
    private static final Optional<LocalDate> AS_OF = Optional.of(LocalDate.of(2012, 6, 30));
    private static final Set<PivotMeasure> ADDING_UP = EnumSet.complementOf(EnumSet.of(PivotMeasure.MONTHS));

    @TempDir
    Path folder;

    private final Supports supports = Supports.shipped();

    /** Four units in a row, one degree wide each. */
    private static final String UNITS = """
            {"type":"FeatureCollection","vintage":"drawn for this test","features":[%s]}
            """.formatted(
                    String.join(",", unit("Gitega", 29), unit("Ruyigi", 30), unit("Kirundo", 31), unit("Muyinga", 32)));

    private static String unit(String name, int west) {
        return """
                {"type":"Feature","properties":{"iso3":"BDI","name":"%1$s","level":1},"geometry":{"type":"Polygon",\
                "coordinates":[[[%2$d,-4],[%3$d,-4],[%3$d,-3],[%2$d,-3],[%2$d,-4]]]}}""".formatted(name, west, west + 1);
    }

    private static String activity(String id, String locations, String paid) {
        return """
                <iati-activity default-currency="USD"><iati-identifier>%s</iati-identifier>
                <reporting-org ref="XM-DAC-41114" type="40"><narrative>UNDP</narrative></reporting-org>
                <title><narrative>Training of the police</narrative></title><activity-status code="2"/>
                <activity-date type="2" iso-date="2009-11-10"/><activity-date type="3" iso-date="2012-02-03"/>
                <participating-org role="1"><narrative>Belgium</narrative></participating-org>
                <recipient-country code="BI"/>%s
                <budget type="1" status="1"><period-start iso-date="2010-07-01"/><period-end iso-date="2011-06-30"/><value value-date="2010-07-01">%s</value></budget>
                <transaction><transaction-type code="3"/><transaction-date iso-date="2010-05-06"/><value value-date="2010-05-06">%s</value></transaction>
                </iati-activity>""".formatted(id, locations, paid, paid);
    }

    private static String point(double longitude) {
        return "<location><name><narrative>a camp</narrative></name><point><pos>-3.5 " + longitude
                + "</pos></point></location>";
    }

    private Evidence loaded(String activities) throws IOException {
        Path file = Files.writeString(
                folder.resolve("activities.xml"),
                "<iati-activities version=\"2.03\">" + activities + "</iati-activities>");
        Path units = Files.writeString(folder.resolve("units.geojson"), UNITS);
        Evidence evidence = Evidence.open(folder.resolve("data"));
        evidence.loads()
                .load(
                        List.of(new LoadInput("activities.xml", "", file), new LoadInput("units.geojson", "", units)),
                        null,
                        Progress.SILENT);
        return evidence;
    }

    private static PivotAsked asked(PivotMeasure measure, Map<PivotDimension, String> only) {
        return new PivotAsked(PivotDimension.PLACE, PivotDimension.AREA, measure, only, false);
    }

    private PlacedSupport placed(Evidence evidence, PivotAsked asked) {
        return supports.placed(evidence.snapshot(), BURUNDI, Period.ALL, Rates.DOLLAR, AS_OF, asked);
    }

    private Pivot pivot(Evidence evidence, PivotAsked asked) {
        return supports.pivot(evidence.snapshot(), BURUNDI, Period.ALL, Rates.DOLLAR, AS_OF, asked);
    }

    @Test
    void what_is_in_three_units_is_in_each_with_a_third_and_what_is_left_over_in_the_first() throws IOException {
        try (Evidence evidence = loaded(activity("P-1", point(29.5) + point(30.5) + point(31.5), "100")
                + activity("P-2", point(29.1) + point(29.9), "7")
                + activity("P-3", "", "5")
                + activity("P-4", point(40), "3"))) {
            PlacedSupport paid = placed(evidence, asked(PivotMeasure.DISBURSEMENTS, Map.of()));

            assertThat(paid.in("Gitega")).isEqualByComparingTo("40.34");
            assertThat(paid.in("Kirundo")).isEqualByComparingTo("33.33");
            assertThat(paid.in("Ruyigi")).isEqualByComparingTo("33.33");
            assertThat(paid.in(FirstLevelUnits.NO_LOCATION)).isEqualByComparingTo("5");
            assertThat(paid.in(FirstLevelUnits.OUTSIDE)).isEqualByComparingTo("3");
            assertThat(paid.inUnits()).isEqualByComparingTo("107");
            assertThat(paid.total()).isEqualByComparingTo("115");
            assertThat(paid.shared()).isEqualTo(1);
            assertThat(paid.rows().getFirst().percent()).isEqualByComparingTo("33.34");

            PlacedSupport activities = placed(evidence, asked(PivotMeasure.ACTIVITIES, Map.of()));
            assertThat(activities.in("Gitega")).isEqualByComparingTo("1.3334");
            assertThat(activities.total()).isEqualByComparingTo("4");
        }
    }

    private static String named(String name, String locationClass, String exactness) {
        return "<location><name><narrative>" + name
                + "</narrative></name><point><pos>-3.5 29.5</pos></point><exactness code=\"" + exactness
                + "\"/><location-class code=\"" + locationClass + "\"/></location>";
    }

    @Test
    void an_area_with_an_approximate_point_is_in_no_unit_unless_it_is_one_by_name() throws IOException {
        try (Evidence evidence = loaded(activity("P-1", named("The North-East", "1", "2"), "100")
                + activity("P-2", named("A long river", "4", "2"), "10")
                + activity("P-3", named("Ruyigi Province", "1", "2"), "3")
                + activity("P-4", named("A small district", "1", "1"), "7")
                + activity("P-5", named("A town", "2", "2"), "1"))) {
            PlacedSupport paid = placed(evidence, asked(PivotMeasure.DISBURSEMENTS, Map.of()));

            assertThat(paid.in(FirstLevelUnits.APPROXIMATE)).isEqualByComparingTo("110");
            assertThat(paid.in("Ruyigi")).isEqualByComparingTo("3");
            assertThat(paid.in("Gitega")).isEqualByComparingTo("8");
            assertThat(paid.total()).isEqualByComparingTo("121");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 20261128})
    void whatever_is_published_the_shares_add_up_to_the_total_of_the_pivot(long seed) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        StringBuilder published = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            StringBuilder locations = new StringBuilder();
            for (int location = random.nextInt(4); location > 0; location--) {
                locations.append(point(28.6 + random.nextInt(40) / 10.0));
            }
            published.append(activity(
                    "R-" + i,
                    locations.toString(),
                    BigDecimal.valueOf(random.nextInt(1, 1_000_000), random.nextInt(4))
                            .toPlainString()));
        }
        try (Evidence evidence = loaded(published.toString())) {
            for (PivotMeasure measure : ADDING_UP) {
                for (Map<PivotDimension, String> only : List.of(
                        Map.<PivotDimension, String>of(),
                        Map.of(PivotDimension.YEAR, "2010"),
                        Map.of(PivotDimension.DONOR, "Belgium", PivotDimension.YEAR, "2011"))) {
                    PivotAsked asked = asked(measure, only);
                    PlacedSupport placed = placed(evidence, asked);
                    Pivot pivot = pivot(evidence, asked);

                    assertThat(placed.total())
                            .as(asked.toString())
                            .isEqualByComparingTo(pivot.total().valueIfAny().orElseThrow());
                    Map<String, BigDecimal> byPlace = new HashMap<>();
                    placed.rows().forEach(row -> byPlace.merge(row.place(), row.value(), BigDecimal::add));
                    for (Pivot.Line line : pivot.rows()) {
                        assertThat(byPlace.getOrDefault(line.key(), BigDecimal.ZERO))
                                .as(line.key())
                                .isEqualByComparingTo(placed.in(line.key()))
                                .isLessThanOrEqualTo(line.total().valueIfAny().orElseThrow());
                    }
                    assertThat(byPlace.keySet())
                            .isSubsetOf(
                                    pivot.rows().stream().map(Pivot.Line::key).toList());
                }
            }
        }
    }

    @Test
    void months_are_not_shared_out_since_they_do_not_add_up() throws IOException {
        try (Evidence evidence = loaded(activity("P-1", point(29.5) + point(30.5), "100"))) {
            assertThatThrownBy(() -> placed(evidence, asked(PivotMeasure.MONTHS, Map.of())))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
