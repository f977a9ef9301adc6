package org.salus.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.frame.cli.CommandDoor;
import org.salus.frame.web.Address;
import org.salus.framework.Figure;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.portfolio.Measure;
import org.salus.portfolio.Period;
import org.salus.portfolio.Pivot;
import org.salus.portfolio.PivotAsked;
import org.salus.portfolio.PivotDimension;
import org.salus.portfolio.PivotMeasure;
import org.salus.portfolio.PlannedSupport;
import org.salus.portfolio.SupportMap;
import org.salus.portfolio.SupportRow;
import org.salus.portfolio.Supports;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Coordination over the demo's Burundi: every figure adds up to the map of support, and the commands tell the same. */
class LoadedCoordinationTest {
    private static final Path FILE = Path.of("demo/aid-burundi.xml.gz");

    @TempDir
    private static Path folder;

    private static Evidence evidence;
    private static final Supports SUPPORTS = Supports.shipped();
    private static final Coordinations COORDINATIONS = new Coordinations(SUPPORTS);

    @BeforeAll
    static void load() throws IOException {
        evidence = Evidence.open(folder);
        evidence.loads()
                .load(List.of(new LoadInput("aid-burundi.xml.gz", FILE.toString(), FILE)), null, Progress.SILENT);
    }

    @AfterAll
    static void close() {
        evidence.close();
    }

    private static Coordination of(String from, String to) {
        return COORDINATIONS.of(
                evidence.snapshot(),
                CoordinationQuestion.of("BDI", Address.of("").with("from", from).with("to", to)));
    }

    private static SupportMap map(Period period) {
        Country burundi = Countries.shipped().get("BDI");
        return SUPPORTS.of(evidence.snapshot(), burundi, period);
    }

    private static BigDecimal sum(List<SupportRow> rows) {
        return rows.stream().map(SupportRow::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void what_is_spread_over_donors_is_what_the_map_of_support_sums_up_area_by_area_and_year_by_year() {
        Coordination all = COORDINATIONS.of(evidence.snapshot(), CoordinationQuestion.of("BDI", Address.of("")));
        SupportMap map = map(Period.ALL);
        assertThat(all.measure()).isEqualTo(Measure.DISBURSEMENTS);
        for (Concentration one : all.concentrations()) {
            SupportMap.Filter filter = new SupportMap.Filter(
                    Measure.DISBURSEMENTS,
                    one.area().orElse(null),
                    null,
                    null,
                    one.year().orElse(null),
                    null,
                    null);
            BigDecimal expected = sum(
                    map.rows(filter).stream().filter(row -> row.area().isSsr()).toList());
            assertThat(one.total()).as(one.area() + " " + one.year()).isEqualByComparingTo(expected);
            assertThat(one.donors().stream()
                            .map(Concentration.DonorShare::money)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(one.attributed());
        }
        assertThat(all.concentrations().stream()
                        .filter(one -> one.area().isPresent() && one.year().isEmpty())
                        .map(Concentration::total)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(all.concentrations().getFirst().total());
    }

    @Test
    void a_period_is_that_of_the_map() {
        Coordination some = of("2008", "2010");
        assertThat(some.concentrations().getFirst().total())
                .isEqualByComparingTo(sum(map(new Period(2008, 2010)).rows().stream()
                        .filter(row -> row.measure() == Measure.DISBURSEMENTS
                                && row.area().isSsr())
                        .toList()));
        assertThat(some.concentrations())
                .allSatisfy(one -> assertThat(one.year().orElse(2008)).isBetween(2008, 2010));
    }

    @Test
    void every_finding_stands_on_activities_and_rows_that_the_map_has() {
        Coordination all = COORDINATIONS.of(evidence.snapshot(), CoordinationQuestion.of("BDI", Address.of("")));
        SupportMap map = map(Period.ALL);
        assertThat(all.findings().findings()).isNotEmpty();
        for (Finding finding : all.findings().findings()) {
            assertThat(finding.activities())
                    .as(finding.key())
                    .isNotEmpty()
                    .allSatisfy(identifier -> assertThat(map.find(identifier)).isPresent());
            assertThat(map.rows()).containsAll(finding.rows());
            assertThat(finding.rows()).allSatisfy(row -> {
                assertThat(row.area()).isEqualTo(finding.area());
                assertThat(finding.activities()).contains(row.activity());
            });
        }
        assertThat(all.findings().findings()).extracting(Finding::key).doesNotHaveDuplicates();
    }

    /** Workspaces ask for findings alone; they are those of the country's own page. */
    @Test
    void findings_alone_are_the_same_as_beside_all_figures() {
        CoordinationQuestion question = CoordinationQuestion.of("BDI", Address.of(""));
        Coordinations.Found alone = COORDINATIONS.found(evidence.snapshot(), question, Judged.NOTHING);
        Coordination all = COORDINATIONS.of(evidence.snapshot(), question);
        assertThat(alone.findings().findings())
                .extracting(Finding::key)
                .isNotEmpty()
                .containsExactlyElementsOf(
                        all.findings().findings().stream().map(Finding::key).toList());
        assertThat(alone.findings().notComputed()).isEqualTo(all.findings().notComputed());
        assertThat(alone.edition()).isEqualTo(all.edition());
        assertThat(alone.map().edition()).isEqualTo(all.sorting());
        assertThat(alone.inputs().measure()).isEqualTo(all.measure());
    }

    @Test
    void receivers_that_nobody_names_are_no_finding_about_the_country() {
        Coordination all = of("2005", "2014");
        assertThat(all.localisations()).hasSize(2).allSatisfy(one -> {
            assertThat(one.national()).isInstanceOf(Figure.Unknown.class);
            assertThat(one.parts()).extracting(Localisation.Part::receiver).containsOnly(ReceiverClass.NOT_STATED);
            assertThat(one.parts().stream().map(Localisation.Part::money).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(one.total());
        });
        assertThat(all.predictability().years()).isEmpty();
    }

    @Test
    void a_donors_areas_add_up_to_what_the_map_gives_it() {
        SupportMap map = map(Period.ALL);
        DonorProfile profile = COORDINATIONS
                .donor(evidence.snapshot(), CoordinationQuestion.of("BDI", Address.of("")), "netherlands")
                .profile();
        assertThat(profile.donor()).isEqualTo("Netherlands");
        BigDecimal expected = BigDecimal.ZERO;
        for (ReformArea area : ReformArea.values()) {
            if (area.isSsr()) {
                expected = expected.add(map.cell("Netherlands", area).amounts().disbursements());
            }
        }
        assertThat(profile.total()).isEqualByComparingTo(expected);
        assertThat(profile.areas().stream()
                        .map(DonorProfile.AreaProfile::money)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(expected);
    }

    private record Told(int code, String out, String err) {}

    private static Told type(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", folder.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandDoor("test", Salus.commands())
                .answer(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Told(code, out.toString(), err.toString());
    }

    @Tag("slow")
    @Test
    void the_commands_tell_what_was_computed() {
        Told told = type("findings", "Burundi");
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.out())
                .contains("Coordination of support to Burundi", "Empty is not none", "Stands on", "To be asked")
                .doesNotContain("[coordination.");
        JsonNode answer = JsonMapper.builder()
                .build()
                .readTree(type("findings", "BDI", "--format", "json", "--area", "4a")
                        .out());
        assertThat(answer.path("concentration").path(0).path("rows").asString())
                .isEqualTo("/api/v1/countries/BDI/rows?measure=disbursements&area=4a&currency=USD");
        assertThat(answer.path("edition").asString()).isEqualTo("2026-2");
        Told donor = type("donor", "Netherlands", "BDI");
        assertThat(donor.code()).as(donor.err()).isZero();
        assertThat(donor.out()).contains("comparative advantage", "present in").doesNotContain("[coordination.");
        assertThat(type("donor", "Netherlands", "BDI", "--format", "json").out())
                .contains("\"everybodys_share\"");
        assertThat(type("donor", "Nobody", "BDI").err()).contains("Nobody", "Netherlands");
        assertThat(type("findings", "BDI", "--kind", "best").err()).contains("overlap, falling, cliff, one-donor");
        assertThat(type("findings", "BDI", "--from", "2012", "--to", "2010").code())
                .isNotZero();
    }

    /** Budgets and planned disbursements come out of the store as they were written. */
    @Test
    void plans_are_read_from_files() throws IOException {
        Path file = Files.writeString(folder.resolve("plans.xml"), """
                <iati-activities version="2.03"><iati-activity default-currency="USD"><iati-identifier>P-1</iati-identifier>
                <reporting-org ref="X-1" type="10"><narrative>Donor</narrative></reporting-org>
                <title><narrative>Police training</narrative></title><recipient-country code="RW"/>
                <sector vocabulary="1" code="15132"/>
                <budget type="1"><period-start iso-date="2010-01-01"/><period-end iso-date="2010-12-31"/><value value-date="2010-01-01">500</value></budget>
                <planned-disbursement type="1"><period-start iso-date="2010-01-01"/><period-end iso-date="2010-12-31"/><value value-date="2010-01-01">200</value></planned-disbursement>
                <transaction><transaction-type code="3"/><transaction-date iso-date="2010-05-06"/><value>150</value></transaction>
                </iati-activity></iati-activities>""");
        try (Evidence own = Evidence.open(folder.resolve("own"))) {
            own.loads().load(List.of(new LoadInput("plans.xml", "", file)), null, Progress.SILENT);
            Coordination of = COORDINATIONS.of(own.snapshot(), CoordinationQuestion.of("RWA", Address.of("")));
            assertThat(own.snapshot().activities().plannedIn(Countries.shipped().get("RWA")))
                    .hasEntrySatisfying("P-1", planned -> {
                        assertThat(planned.budgets()).hasSize(1);
                        assertThat(planned.disbursements()).hasSize(1);
                    });
            // What is planned to be paid stands before what is budgeted.
            assertThat(of.predictability().years()).singleElement().satisfies(year -> {
                assertThat(year.planned()).isEqualByComparingTo("200");
                assertThat(year.paidOfPlanned()).isEqualTo(Figure.known(new BigDecimal("0.7500000000")));
            });
            assertThat(CoordinationAnswers.answer(of).get("measure")).isEqualTo(Measure.DISBURSEMENTS);
            assertThat(of.asOf().map(day -> day.isStated())).isEqualTo(Optional.of(false));
        }
    }

    /** A neighbour with activities and without events: whether an armed actor is active on both sides nobody can say. */
    @Test
    void of_a_neighbour_without_events_no_actor_is_said_to_be_missing() throws IOException {
        Path file = Files.writeString(folder.resolve("neighbours.xml"), """
                <iati-activities version="2.03"><iati-activity default-currency="USD"><iati-identifier>N-1</iati-identifier>
                <reporting-org ref="X-1" type="10"><narrative>Donor</narrative></reporting-org>
                <title><narrative>Police training</narrative></title><recipient-country code="RW"/>
                <sector vocabulary="1" code="15132"/>
                <transaction><transaction-type code="3"/><transaction-date iso-date="2010-05-06"/><value>150</value></transaction>
                </iati-activity><iati-activity default-currency="USD"><iati-identifier>N-2</iati-identifier>
                <reporting-org ref="X-1" type="10"><narrative>Donor</narrative></reporting-org>
                <title><narrative>Police training</narrative></title><recipient-country code="BI"/>
                <sector vocabulary="1" code="15132"/>
                <transaction><transaction-type code="3"/><transaction-date iso-date="2010-05-06"/><value>150</value></transaction>
                </iati-activity></iati-activities>""");
        try (Evidence own = Evidence.open(folder.resolve("neighbours"))) {
            own.loads().load(List.of(new LoadInput("neighbours.xml", "", file)), null, Progress.SILENT);
            Coordination of = COORDINATIONS.of(own.snapshot(), CoordinationQuestion.of("RWA", Address.of("")));
            assertThat(of.levels().neighbours()).singleElement().satisfies(neighbour -> {
                assertThat(neighbour.country().iso3()).isEqualTo("BDI");
                assertThat(neighbour.across()).isEmpty();
                Wording english = Wording.english();
                assertThat(english.say(new CoordinationTexts(english).neighbour(of, neighbour)))
                        .contains("on both sides of the border is not known")
                        .doesNotContain("No armed actor");
            });
        }
    }

    /** 365 over New Year: 184 days of 365 in 2010 and 181 in 2011; the revised quarter stands for the original one. */
    @Test
    void the_map_of_support_and_coordination_plan_the_same_year_by_year() throws IOException {
        Path file = Files.writeString(folder.resolve("years.xml"), """
                <iati-activities version="2.03"><iati-activity default-currency="USD"><iati-identifier>P-2</iati-identifier>
                <reporting-org ref="X-1" type="10"><narrative>Donor</narrative></reporting-org>
                <title><narrative>Police training</narrative></title><recipient-country code="RW"/>
                <sector vocabulary="1" code="15132"/>
                <planned-disbursement type="1"><period-start iso-date="2010-07-01"/><period-end iso-date="2011-06-30"/><value value-date="2010-07-01">365</value></planned-disbursement>
                <planned-disbursement type="1"><period-start iso-date="2012-01-01"/><period-end iso-date="2012-03-31"/><value value-date="2012-01-01">50</value></planned-disbursement>
                <planned-disbursement type="2"><period-start iso-date="2012-02-01"/><period-end iso-date="2012-06-30"/><value value-date="2012-02-01">30</value></planned-disbursement>
                </iati-activity></iati-activities>""");
        try (Evidence own = Evidence.open(folder.resolve("years"))) {
            own.loads().load(List.of(new LoadInput("years.xml", "", file)), null, Progress.SILENT);
            Country rwanda = Countries.shipped().get("RWA");
            Coordination of = COORDINATIONS.of(own.snapshot(), CoordinationQuestion.of("RWA", Address.of("")));
            Pivot pivot = SUPPORTS.pivot(
                    own.snapshot(),
                    rwanda,
                    Period.ALL,
                    "USD",
                    Optional.empty(),
                    new PivotAsked(
                            PivotDimension.YEAR,
                            PivotDimension.AREA,
                            PivotMeasure.PLANNED_DISBURSEMENTS,
                            Map.of(),
                            true));
            List<String> years = of.predictability().years().stream()
                    .map(year -> year.year() + " "
                            + year.planned().stripTrailingZeros().toPlainString())
                    .toList();
            assertThat(years).containsExactly("2010 184", "2011 181", "2012 30");
            assertThat(pivot.rows().stream()
                            .map(line -> line.key() + " "
                                    + line.total()
                                            .valueIfAny()
                                            .orElseThrow()
                                            .stripTrailingZeros()
                                            .toPlainString()))
                    .containsExactlyElementsOf(years);
            // Of a single year only its days count, and the amount is told to be of other years, too.
            PlannedSupport first = SUPPORTS.planned(own.snapshot(), rwanda, new Period(2010, 2010), "USD");
            assertThat(first.rows()).singleElement().satisfies(row -> {
                assertThat(row.value()).isEqualByComparingTo("184");
                assertThat(row.days() + " of " + row.ofDays()).isEqualTo("184 of 365");
            });
            assertThat(first.leftOut().get(PivotMeasure.PLANNED_DISBURSEMENTS))
                    .isEqualTo(Map.of(PlannedSupport.Left.OUTSIDE_PERIOD, 2, PlannedSupport.Left.REPLACED, 1));
        }
    }
}
