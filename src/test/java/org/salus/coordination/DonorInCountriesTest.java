package org.salus.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.evidence.Activity;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.evidence.Snapshot;
import org.salus.portfolio.Supports;

/** A donor in several countries at once: every figure is the one that each country alone gives, also where one activity names several. */
class DonorInCountriesTest {
    private static final String ACROSS = """
            <iati-activities version="2.03"><iati-activity xml:lang="en" default-currency="USD">
            <iati-identifier>XX-1-BORDER</iati-identifier><reporting-org ref="XX-1" type="10"><narrative>Germany</narrative></reporting-org>
            <title><narrative>Training of border police of two countries</narrative></title>
            <participating-org role="1" type="10"><narrative>Germany</narrative></participating-org><activity-status code="2"/>
            <recipient-country code="BI" percentage="60"/><recipient-country code="RW" percentage="40"/>
            <sector vocabulary="1" code="15210"/>
            <transaction><transaction-type code="3"/><transaction-date iso-date="2014-03-01"/>
            <value value-date="2014-03-01">1000000</value></transaction>
            </iati-activity></iati-activities>
            """;

    @TempDir
    Path folder;

    private Evidence evidence;
    private Snapshot snapshot;
    private final List<Country> countries = List.of(
            Countries.shipped().get("BDI"),
            Countries.shipped().get("RWA"),
            Countries.shipped().get("FRA"));

    @BeforeEach
    void load() throws IOException {
        evidence = Evidence.open(folder.resolve("data"));
        Path across = Files.writeString(folder.resolve("across.xml"), ACROSS, StandardCharsets.UTF_8);
        Path demo = Path.of("demo", "aid-burundi.xml.gz");
        evidence.loads()
                .load(
                        List.of(
                                new LoadInput("aid-burundi.xml.gz", "demo", demo),
                                new LoadInput("across.xml", "across", across)),
                        null,
                        Progress.SILENT);
        snapshot = evidence.snapshot();
    }

    @AfterEach
    void close() {
        evidence.close();
    }

    @Test
    void every_profile_and_map_is_the_one_that_each_country_alone_gives() {
        Coordinations coordinations = new Coordinations(Supports.shipped());
        List<DonorAnswer> together = coordinations.donorIn(snapshot, countries, "germany", (map, answer) -> {
            assertThat(map.rows())
                    .isEqualTo(coordinations
                            .map(snapshot, CoordinationQuestion.of(map.country()), Judged.NOTHING)
                            .rows());
            return answer;
        });
        assertThat(together)
                .extracting(answer -> answer.country().iso3())
                .as("nothing loaded names France")
                .containsExactly("BDI", "RWA");
        assertThat(together)
                .isEqualTo(together.stream()
                        .map(answer ->
                                coordinations.donor(snapshot, CoordinationQuestion.of(answer.country()), "Germany"))
                        .toList());
        assertThat(together.getLast().profile().total()).isEqualByComparingTo("400000");
        assertThat(together.getLast().profile().areas())
                .extracting(area -> area.area().isSsr())
                .containsOnly(true);
    }

    @Test
    void activities_of_several_countries_are_those_of_each_and_one_that_names_both_is_read_once() {
        var together = snapshot.activities().in(countries);
        assertThat(together.keySet()).containsExactlyElementsOf(countries);
        together.forEach((country, activities) ->
                assertThat(activities).isEqualTo(snapshot.activities().in(country)));
        List<Activity> across = together.values().stream()
                .flatMap(List::stream)
                .filter(DonorInCountriesTest::isAcross)
                .toList();
        assertThat(across).hasSize(2);
        assertThat(across.getFirst()).isSameAs(across.getLast());
        assertThat(snapshot.activities().resultsIn(countries))
                .containsAllEntriesOf(snapshot.activities().resultsIn(countries.getFirst()));
    }

    @Test
    void who_may_pay_is_found_by_every_name_of_funders_payers_and_reporters() {
        List<String> paid = new ArrayList<>();
        snapshot.activities().eachPaidBy("Germany"::equals, activity -> paid.add(activity.identifier()));
        List<String> all = new ArrayList<>();
        snapshot.activities().each(activity -> {
            boolean isFunder = activity.participants().stream()
                    .anyMatch(part ->
                            part.isFunding() && "Germany".equals(part.party().label()));
            boolean isPayer = activity.transactions().stream()
                    .anyMatch(payment -> payment.provider() != null
                            && "Germany".equals(payment.provider().label()));
            if (isFunder || isPayer || "Germany".equals(activity.reporter().label())) {
                all.add(activity.identifier());
            }
        });
        assertThat(paid).contains("XX-1-BORDER").isEqualTo(all).hasSizeGreaterThan(1);
    }

    private static boolean isAcross(Activity activity) {
        return activity.identifier().equals("XX-1-BORDER");
    }
}
