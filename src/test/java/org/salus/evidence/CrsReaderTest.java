package org.salus.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.SharedData;

class CrsReaderTest {
    private static BigDecimal sum(FoundFacts found, String purpose) {
        return found.amounts.stream()
                .filter(amount ->
                        purpose.equals(amount.purpose()) && !amount.recipient().equals("Grand Total"))
                .map(CrsAmount::millionUsd)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest
    @CsvSource({"2015,860.9", "2016,975.2", "2017,991.4"})
    void the_worlds_security_sector_reform_adds_up(int year, String expected) throws IOException {
        FoundFacts found = FoundFacts.in(SharedData.file("crs/crs_" + year + "_sectors.csv"));
        assertThat(sum(found, "15210").setScale(1, RoundingMode.HALF_UP)).isEqualTo(expected);
        assertThat(found.amounts).allMatch(amount -> amount.year() == year && amount.donor() == null);
    }

    @ParameterizedTest
    @CsvSource({"2013,11.47348226", "2014,9.2867616", "2015,6.39839822", "2016,3.8269635", "2017,0.9155713"})
    void an_amount_is_kept_as_written(int year, String expected) throws IOException {
        FoundFacts found = FoundFacts.in(SharedData.file("crs/crs_" + year + "_sectors.csv"));
        assertThat(found.amounts)
                .filteredOn(amount -> "BDI".equals(amount.iso3()) && "15210".equals(amount.purpose()))
                .singleElement()
                .extracting(amount -> amount.millionUsd().toString())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019})
    void every_years_tables_name_only_recipients_that_are_known(int year) throws IOException {
        for (String kind : new String[] {"_sectors", ""}) {
            FoundFacts found = FoundFacts.in(SharedData.file("crs/crs_" + year + kind + ".csv"));
            assertThat(found.amounts).hasSizeGreaterThan(1_000);
            assertThat(found.amounts).allMatch(amount -> (amount.donor() == null) == kind.equals("_sectors"));
            assertThat(found.issues(IssueKind.UNKNOWN_COUNTRY))
                    .as("%s%s", year, kind)
                    .isEmpty();
            assertThat(found.issues(IssueKind.BAD_VALUE)).as("%s%s", year, kind).isEmpty();
            assertThat(found.amounts).anyMatch(amount -> "CIV".equals(amount.iso3()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019})
    void donors_have_names_where_the_table_has_only_codes(int year) throws IOException {
        FoundFacts found = FoundFacts.in(SharedData.file("crs/crs_" + year + ".csv"));
        assertThat(found.amounts)
                .filteredOn(amount -> "BDI".equals(amount.iso3()))
                .extracting(CrsAmount::donor)
                .contains("Belgium", "Germany")
                .noneMatch(donor -> donor != null && donor.matches("\\d+"));
    }

    @Test
    void the_long_form_of_the_demo_is_read_too() throws IOException {
        FoundFacts found = FoundFacts.in(Path.of("demo/crs-purposes-burundi.csv"));
        assertThat(found.amounts)
                .filteredOn(amount -> amount.year() == 2017 && "15210".equals(amount.purpose()))
                .extracting(CrsAmount::recipient)
                .containsExactly("Burundi", "World");
        assertThat(found.issues).isEmpty();
    }
}
