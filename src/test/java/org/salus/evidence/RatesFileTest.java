package org.salus.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.DOUBLE;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.salus.SharedData;
import org.salus.evidence.AuthorRates.CurrencyYear;

class RatesFileTest {
    private record Rate(String perUsd, String source) {}

    private static NavigableMap<CurrencyYear, Rate> file() throws IOException {
        NavigableMap<CurrencyYear, Rate> rates = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        RatesFileTest.class.getResourceAsStream("/org/salus/evidence/reference/rates.csv"),
                        StandardCharsets.UTF_8))) {
            rows.forEach(row -> rates.put(
                    new CurrencyYear(row.getField("currency"), Integer.parseInt(row.getField("year"))),
                    new Rate(row.getField("per_usd"), row.getField("source"))));
        }
        return rates;
    }

    @Test
    void the_central_banks_part_of_the_file_is_what_its_daily_rates_give() throws IOException, XMLStreamException {
        NavigableMap<CurrencyYear, Rate> file = file();
        NavigableMap<CurrencyYear, String> made = AuthorRates.fromEcb();
        made.forEach((key, rate) -> {
            Rate stated = file.get(key);
            assertThat(stated).as("%s", key).isNotNull();
            if (key.year() > AuthorRates.LAST_FULL_OECD_YEAR || stated.source().equals(AuthorRates.ECB)) {
                assertThat(stated).as("%s", key).isEqualTo(new Rate(rate, AuthorRates.ECB));
            }
        });
        assertThat(file.entrySet().stream()
                        .filter(entry -> entry.getValue().source().equals(AuthorRates.ECB))
                        .map(entry -> entry.getKey())
                        .toList())
                .allMatch(made::containsKey);
    }

    @Test
    void the_organisations_part_of_the_file_is_its_table() throws IOException {
        NavigableMap<CurrencyYear, Rate> file = file();
        NavigableMap<CurrencyYear, String> table = AuthorRates.fromOecd(SharedData.file("crs/exchange.csv"));
        table.forEach((key, rate) -> {
            Rate stated = file.get(key);
            assertThat(stated).as("%s", key).isNotNull();
            if (key.year() <= AuthorRates.LAST_FULL_OECD_YEAR) {
                assertThat(stated).as("%s", key).isEqualTo(new Rate(rate, AuthorRates.OECD));
            } else if (!stated.source().equals(AuthorRates.ECB)) {
                assertThat(stated).as("%s", key).isEqualTo(new Rate(rate, AuthorRates.OECD_PART));
            }
        });
    }

    @Test
    void both_series_agree_where_they_overlap() throws IOException, XMLStreamException {
        NavigableMap<CurrencyYear, Rate> file = file();
        AuthorRates.fromEcb().forEach((key, rate) -> {
            Rate stated = file.get(key);
            if (key.year() <= AuthorRates.LAST_FULL_OECD_YEAR && stated != null) {
                assertThat(new BigDecimal(stated.perUsd()))
                        .as("%s", key)
                        .isCloseTo(new BigDecimal(rate), Percentage.withPercentage(2));
            }
        });
    }

    @Test
    void a_year_that_is_not_over_and_a_currency_that_was_dropped_have_no_rate() throws IOException {
        NavigableMap<CurrencyYear, Rate> file = file();
        assertThat(file).doesNotContainKey(new CurrencyYear("EUR", 2023));
        assertThat(file).doesNotContainKey(new CurrencyYear("RUB", 2022));
        assertThat(file).containsKey(new CurrencyYear("RUB", 2021));
        assertThat(file.get(new CurrencyYear("EUR", 2022)))
                .isNotNull()
                .extracting(rate -> Double.parseDouble(rate.perUsd()))
                .asInstanceOf(DOUBLE)
                .isCloseTo(0.951, within(0.002));
    }

    @Test
    void no_rate_has_more_than_ten_digits() throws IOException {
        assertThat(file().values()).allSatisfy(rate -> {
            BigDecimal value = new BigDecimal(rate.perUsd());
            assertThat(value.signum()).isPositive();
            assertThat(value.precision()).isLessThanOrEqualTo(10);
        });
    }
}
