package org.salus.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.evidence.Rates;
import org.salus.evidence.Snapshot;
import org.salus.framework.Figure;
import org.salus.framework.ReformArea;

/** Pivots of support: every line is the sum of its own rows, totals count everything once and are those of the map of support. */
class PivotTest {
    private static final Country BURUNDI = Countries.shipped().get("BDI");
    private static final Optional<LocalDate> AS_OF = Optional.of(LocalDate.of(2012, 6, 30));

    @TempDir
    Path folder;

    private final Supports supports = Supports.shipped();

    /** Two units of Burundi as squares: west of the thirtieth degree Gitega, east of it Ruyigi. */
    private static final String UNITS = """
            {"type":"FeatureCollection","name":"Units","vintage":"drawn for this test","features":[
            {"type":"Feature","properties":{"iso3":"BDI","name":"Gitega","level":1},"geometry":{"type":"Polygon","coordinates":[[[29,-4],[30,-4],[30,-3],[29,-3],[29,-4]]]}},
            {"type":"Feature","properties":{"iso3":"BDI","name":"Ruyigi","level":1},"geometry":{"type":"Polygon","coordinates":[[[30,-4],[31,-4],[31,-3],[30,-3],[30,-4]]]}},
            {"type":"Feature","properties":{"iso3":"BDI","name":"Kirundo","level":1},"geometry":{"type":"Polygon","coordinates":[[[30,-3],[31,-3],[31,-2],[30,-2],[30,-3]]]}}]}
            """;

    private static final String ACTIVITIES = """
            <iati-activities version="2.03">
            <iati-activity default-currency="USD"><iati-identifier>P-1</iati-identifier><reporting-org ref="XM-DAC-41114" type="40"><narrative>UNDP</narrative></reporting-org>
            <title><narrative>Demobilisation of ex-combatants</narrative></title><activity-status code="2"/>
            <activity-date type="2" iso-date="2009-11-10"/><activity-date type="3" iso-date="2012-02-03"/>
            <participating-org role="1"><narrative>Belgium</narrative></participating-org><participating-org role="1" ref="XM-DAC-41114"><narrative>United Nations Development Programme</narrative></participating-org>
            <participating-org role="4"><narrative>Search for Common Ground</narrative></participating-org><participating-org role="4"><narrative>International Alert</narrative></participating-org>
            <recipient-country code="BI"/>
            <location><name><narrative>a camp</narrative></name><point><pos>-3.4 29.9</pos></point></location>
            <location><name><narrative>Ruyigi Province</narrative></name><point><pos>-3.4 29.99</pos></point><location-class code="1"/></location>
            <default-flow-type code="10"/>
            <budget type="1" status="1"><period-start iso-date="2010-01-01"/><period-end iso-date="2010-12-31"/><value value-date="2010-01-01">70</value></budget>
            <budget type="2" status="1"><period-start iso-date="2010-01-01"/><period-end iso-date="2010-12-31"/><value value-date="2010-01-01">50</value></budget>
            <budget type="1" status="1"><period-start iso-date="2011-01-01"/><period-end iso-date="2011-12-31"/><value value-date="2011-01-01">20</value></budget>
            <planned-disbursement type="1"><period-start iso-date="2011-01-01"/><period-end iso-date="2011-03-31"/><value value-date="2011-01-01">15</value></planned-disbursement>
            <planned-disbursement type="1"><value currency="EUR">9</value></planned-disbursement>
            <transaction><transaction-type code="3"/><transaction-date iso-date="2010-05-06"/><value value-date="2010-05-06">33.33</value></transaction>
            <transaction><transaction-type code="3"/><transaction-date iso-date="2011-05-06"/><value value-date="2011-05-06">0.01</value></transaction>
            </iati-activity>
            <iati-activity default-currency="USD"><iati-identifier>P-2</iati-identifier><reporting-org ref="GB-GOV-1" type="10"><narrative>DFID</narrative></reporting-org>
            <title><narrative>Reinsertion of demobilised ex-combatants</narrative></title><activity-status code="2"/>
            <activity-date type="1" iso-date="2011-01-01"/>
            <participating-org role="1"><narrative>Belgium</narrative></participating-org>
            <recipient-country code="BI"/>
            <location><name><narrative>Burundi</narrative></name><point><pos>-3.5 30.1</pos></point></location>
            <transaction><transaction-type code="3"/><transaction-date iso-date="2010-07-06"/><value value-date="2010-07-06">5</value><receiver-org><narrative>International Alert</narrative></receiver-org></transaction>
            <transaction><transaction-type code="3"/><transaction-date iso-date="2010-08-06"/><value value-date="2010-08-06">2</value></transaction>
            </iati-activity>
            <iati-activity default-currency="USD"><iati-identifier>P-3</iati-identifier><reporting-org ref="GB-GOV-1" type="10"><narrative>DFID</narrative></reporting-org>
            <title><narrative>Demobilisation and reintegration, next phase</narrative></title><activity-status code="1"/>
            <activity-date type="1" iso-date="2010-01-01"/><activity-date type="3" iso-date="2013-01-01"/>
            <participating-org role="1"><narrative>Belgium</narrative></participating-org>
            <recipient-country code="BI"/>
            <transaction><transaction-type code="2"/><transaction-date iso-date="2010-07-06"/><value value-date="2010-07-06">4</value></transaction>
            </iati-activity>
            </iati-activities>
            """;

    private Evidence handMade() throws IOException {
        Path activities = Files.writeString(folder.resolve("activities.xml"), ACTIVITIES);
        Path units = Files.writeString(folder.resolve("units.geojson"), UNITS);
        Evidence evidence = Evidence.open(folder.resolve("data"));
        evidence.loads()
                .load(
                        List.of(
                                new LoadInput("activities.xml", "", activities),
                                new LoadInput("units.geojson", "", units)),
                        null,
                        Progress.SILENT);
        return evidence;
    }

    private Pivot pivot(
            Snapshot snapshot,
            PivotDimension rows,
            PivotDimension columns,
            PivotMeasure measure,
            Map<PivotDimension, String> only) {
        return supports.pivot(
                snapshot,
                BURUNDI,
                Period.ALL,
                Rates.DOLLAR,
                AS_OF,
                new PivotAsked(rows, columns, measure, only, false));
    }

    private static List<String> told(List<Pivot.Line> lines) {
        return lines.stream().map(line -> line.key() + " " + told(line.total())).toList();
    }

    private static String told(Figure<BigDecimal> figure) {
        return figure.valueIfAny()
                        .map(value -> value.stripTrailingZeros().toPlainString())
                        .orElse("unknown")
                + (figure instanceof Figure.Partial ? "+" : "");
    }

    @Test
    void an_activity_in_two_places_counts_in_each_and_once_in_the_total() throws IOException {
        try (Evidence evidence = handMade()) {
            Pivot pivot = pivot(
                    evidence.snapshot(),
                    PivotDimension.PLACE,
                    PivotDimension.YEAR,
                    PivotMeasure.DISBURSEMENTS,
                    Map.of());

            assertThat(told(pivot.rows())).containsExactly("Gitega 33.34", "Ruyigi 33.34", "*whole-country 7");
            assertThat(told(pivot.columns())).containsExactly("2010 40.33", "2011 0.01");
            assertThat(told(pivot.total())).isEqualTo("40.34");
            assertThat(pivot.inSeveralRows()).isEqualTo(1);
            assertThat(pivot.inSeveralColumns()).isEqualTo(0);
            assertThat(pivot.repeatedInRows()).isEqualByComparingTo("33.34");
            assertThat(pivot.repeatedInColumns()).isZero();
        }
    }

    @Test
    void without_outlines_and_without_locations_the_place_says_why_it_is_not_told() throws IOException {
        Path activities = Files.writeString(folder.resolve("activities.xml"), ACTIVITIES);
        try (Evidence evidence = Evidence.open(folder.resolve("data"))) {
            evidence.loads().load(List.of(new LoadInput("activities.xml", "", activities)), null, Progress.SILENT);
            Pivot pivot = pivot(
                    evidence.snapshot(), PivotDimension.PLACE, PivotDimension.AREA, PivotMeasure.ACTIVITIES, Map.of());

            assertThat(told(pivot.rows()))
                    .containsExactlyInAnyOrder("*no-outlines 1", "*whole-country 1", "*no-location 1");
            assertThat(told(pivot.total())).isEqualTo("3");
        }
    }

    @Test
    void who_with_whom_names_organisations_once_and_takes_the_receiver_where_nobody_is_said_to_implement()
            throws IOException {
        try (Evidence evidence = handMade()) {
            Snapshot snapshot = evidence.snapshot();
            Pivot pivot = pivot(
                    snapshot, PivotDimension.FUNDER, PivotDimension.IMPLEMENTER, PivotMeasure.DISBURSEMENTS, Map.of());
            SupportTraits traits = supports.traits(snapshot, BURUNDI);
            List<String> cells = new ArrayList<>();
            for (Pivot.Line row : pivot.rows()) {
                for (Pivot.Line column : pivot.columns()) {
                    pivot.cell(row.key(), column.key())
                            .ifPresent(cell -> cells.add(traits.name(row.key()).orElse(row.key()) + " → "
                                    + traits.name(column.key()).orElse(column.key()) + " " + told(cell)));
                }
            }

            assertThat(cells)
                    .containsExactlyInAnyOrder(
                            "Belgium → International Alert 38.34",
                            "Belgium → Search for Common Ground 33.34",
                            "Belgium → *unnamed 2",
                            "United Nations Development Programme → International Alert 33.34",
                            "United Nations Development Programme → Search for Common Ground 33.34");
            assertThat(told(pivot.total())).isEqualTo("40.34");
        }
    }

    @Test
    void the_donor_is_that_of_the_map_and_several_stay_a_row() throws IOException {
        try (Evidence evidence = handMade()) {
            Pivot pivot = pivot(
                    evidence.snapshot(),
                    PivotDimension.DONOR,
                    PivotDimension.FLOW,
                    PivotMeasure.DISBURSEMENTS,
                    Map.of());

            assertThat(told(pivot.rows())).containsExactly("Belgium 7", "*several 33.34");
            assertThat(told(pivot.columns())).containsExactly("10 33.34", "*not-told 7");
        }
    }

    @Test
    void what_is_planned_is_a_measure_of_its_own_and_a_revised_budget_replaces_its_original() throws IOException {
        try (Evidence evidence = handMade()) {
            Snapshot snapshot = evidence.snapshot();
            Pivot budgets = pivot(snapshot, PivotDimension.YEAR, PivotDimension.AREA, PivotMeasure.BUDGETS, Map.of());
            Pivot planned = pivot(
                    snapshot, PivotDimension.YEAR, PivotDimension.AREA, PivotMeasure.PLANNED_DISBURSEMENTS, Map.of());
            PlannedSupport left = supports.planned(snapshot, BURUNDI, Period.ALL, Rates.DOLLAR);

            assertThat(told(budgets.rows())).containsExactly("2010 50", "2011 20");
            assertThat(told(planned.rows())).containsExactly("2011 15");
            assertThat(left.leftOut().get(PivotMeasure.BUDGETS)).isEqualTo(Map.of(PlannedSupport.Left.REPLACED, 1));
            assertThat(left.leftOut().get(PivotMeasure.PLANNED_DISBURSEMENTS))
                    .isEqualTo(Map.of(PlannedSupport.Left.NO_DATE, 1));
        }
    }

    @Test
    void months_are_a_union_end_with_the_data_and_what_is_not_told_is_counted_as_that() throws IOException {
        try (Evidence evidence = handMade()) {
            Snapshot snapshot = evidence.snapshot();
            Pivot years = pivot(snapshot, PivotDimension.YEAR, PivotDimension.AREA, PivotMeasure.MONTHS, Map.of());
            Pivot donors = pivot(snapshot, PivotDimension.DONOR, PivotDimension.AREA, PivotMeasure.MONTHS, Map.of());
            Pivot counted =
                    pivot(snapshot, PivotDimension.YEAR, PivotDimension.AREA, PivotMeasure.ACTIVITIES, Map.of());

            assertThat(told(years.rows())).containsExactly("2009 2", "2010 12", "2011 12", "2012 2", "without unknown");
            assertThat(told(years.total())).isEqualTo("28+");
            assertThat(told(donors.rows())).containsExactly("Belgium unknown", "*several 28");
            assertThat(told(counted.rows())).containsExactly("2009 1", "2010 1", "2011 1", "2012 1", "without 2");
            assertThat(told(counted.total())).isEqualTo("3");
            assertThat(supports.underWay(snapshot, BURUNDI, Period.ALL, AS_OF).stream()
                            .map(one -> one.underWay().unknown()))
                    .containsExactly(
                            Optional.empty(),
                            Optional.of(UnderWay.Unknown.NO_END),
                            Optional.of(UnderWay.Unknown.NOT_BEGUN));
        }
    }

    /** The demo's Burundi, in every measure of money and by every two dimensions. */
    @Tag("slow")
    @Test
    void totals_are_those_of_the_map_of_support_and_every_line_is_the_sum_of_its_rows() throws IOException {
        try (Evidence evidence = Evidence.open(folder.resolve("demo"))) {
            evidence.loads()
                    .load(
                            Stream.of("aid-burundi.xml.gz", "outlines-burundi.geojson")
                                    .map(name -> new LoadInput(name, "", Path.of("demo", name)))
                                    .toList(),
                            null,
                            Progress.SILENT);
            Snapshot snapshot = evidence.snapshot();
            SupportMap map = supports.of(snapshot, BURUNDI, Period.ALL);
            SupportTraits traits = supports.traits(snapshot, BURUNDI);
            for (Measure measure : Measure.values()) {
                for (PivotDimension rows : PivotDimension.values()) {
                    for (PivotDimension columns : PivotDimension.values()) {
                        if (rows != columns) {
                            Pivot pivot = pivot(snapshot, rows, columns, PivotMeasure.of(measure), Map.of());
                            assertThat(pivot.total().valueIfAny().orElseThrow())
                                    .as("%s by %s and %s", measure, rows, columns)
                                    .isEqualByComparingTo(map.totals().of(measure));
                            assertThat(pivot.repeatedInRows().signum())
                                    .as("what counts in each is told")
                                    .isEqualTo(pivot.inSeveralRows() == 0 ? 0 : 1);
                        }
                    }
                    if (measure == Measure.DISBURSEMENTS) {
                        assertLinesAreTheirRows(snapshot, map, traits, measure, rows);
                    }
                }
            }
            Pivot heat =
                    pivot(snapshot, PivotDimension.DONOR, PivotDimension.AREA, PivotMeasure.DISBURSEMENTS, Map.of());
            for (DonorSupport donor : map.donors()) {
                for (ReformArea area : ReformArea.values()) {
                    assertThat(heat.cell(donor.name(), area.code())
                                    .flatMap(Figure::valueIfAny)
                                    .orElse(BigDecimal.ZERO))
                            .isEqualByComparingTo(
                                    map.cell(donor.name(), area).amounts().disbursements());
                }
            }
        }
    }

    private void assertLinesAreTheirRows(
            Snapshot snapshot, SupportMap map, SupportTraits traits, Measure measure, PivotDimension rows) {
        PivotDimension columns = rows == PivotDimension.PLACE ? PivotDimension.YEAR : PivotDimension.PLACE;
        Pivot pivot = pivot(snapshot, rows, columns, PivotMeasure.of(measure), Map.of());
        for (Pivot.Line row : pivot.rows()) {
            for (Pivot.Line column : pivot.columns()) {
                Map<PivotDimension, String> both = new EnumMap<>(PivotDimension.class);
                both.put(rows, row.key());
                both.put(columns, column.key());
                BigDecimal sum = map.rows().stream()
                        .filter(one -> one.measure() == measure && traits.isOf(one, both))
                        .map(SupportRow::value)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(pivot.cell(row.key(), column.key())
                                .flatMap(Figure::valueIfAny)
                                .orElse(BigDecimal.ZERO))
                        .isEqualByComparingTo(sum);
            }
        }
    }
}
