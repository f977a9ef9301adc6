package org.salus.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.framework.Wording;

/** The tables of countries, codes and funders that come with the program. */
class ReferenceTest {
    private static List<NamedCsvRecord> rows(String file) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        ReferenceTest.class.getResourceAsStream("reference/" + file), StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        }
    }

    @Test
    void every_country_of_iso_3166_is_there_and_kosovo() {
        for (String iso2 : Locale.getISOCountries()) {
            assertThat(Countries.shipped().findByCode(iso2))
                    .as(iso2)
                    .map(Country::iso3)
                    .contains(Locale.of("", iso2).getISO3Country());
        }
        assertThat(Countries.shipped().get("XK").iso3()).isEqualTo("XKX");
        assertThat(Countries.shipped().all()).hasSize(Locale.getISOCountries().length + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "BDI,Burundi",
        "COD,the Democratic Republic of the Congo",
        "COG,the Republic of the Congo",
        "GMB,the Gambia",
        "SSD,South Sudan"
    })
    void countries_have_their_article_in_the_middle_of_a_sentence(String iso3, String name) {
        assertThat(Countries.shipped().get(iso3).inText(Wording.english())).isEqualTo(name);
    }

    @Test
    void no_spelling_stands_for_two_countries_or_for_a_country_and_none() throws IOException {
        Map<String, String> owners = new HashMap<>();
        for (NamedCsvRecord row : rows("countries.csv")) {
            for (String name : (row.getField("name") + "|" + row.getField("other_names")).split("\\|", -1)) {
                String before = name.isBlank() ? null : owners.put(Countries.fold(name), row.getField("iso3"));
                assertThat(before).as(name).isIn(null, row.getField("iso3"));
            }
        }
        for (NamedCsvRecord row : rows("not-countries.csv")) {
            assertThat(owners).doesNotContainKey(Countries.fold(row.getField("name")));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Congo, Dem. Rep.|COD",
                "DR Congo (Zaire)|COD",
                "Congo, Rep.|COG",
                "Bosnia-Herzegovina|BIH",
                "Côte d'Ivoire|CIV",
                "Yemen (North Yemen)|YEM",
                "Korea, Dem. Rep.|PRK",
                "St.Vincent & Grenadines|VCT",
                "Timor|TLS",
                "Serbia (Yugoslavia)|SRB",
            })
    void publishers_spellings_lead_to_one_country(String name, String iso3) {
        assertThat(Countries.shipped().findByName(name)).map(Country::iso3).contains(iso3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"World", "Sub-Saharan Africa", "Africa, regional", "Czechoslovakia", "Palestine/Gaza"})
    void aggregates_former_states_and_parts_are_no_countries(String name) {
        assertThat(Countries.shipped().findByName(name)).isEmpty();
        assertThat(NotCountries.shipped().has(name)).isTrue();
    }

    @Test
    void words_and_codes_of_iati_1_mean_what_the_reader_takes_them_for() throws IOException {
        IatiCodes codes = new IatiCodes(Countries.shipped());
        for (NamedCsvRecord row : rows("codes.csv")) {
            for (String older : row.getField("older").split("\\|", -1)) {
                String list = row.getField("codelist");
                if (!older.isEmpty() && list.equals("TransactionType")) {
                    assertThat(codes.transactionType(older)).as(older).isEqualTo(row.getField("code"));
                } else if (!older.isEmpty() && list.equals("OrganisationRole")) {
                    assertThat(codes.role(older)).as(older).isEqualTo(row.getField("code"));
                } else if (!older.isEmpty() && list.equals("ActivityDateType")) {
                    assertThat(codes.dateType(older)).as(older).isEqualTo(row.getField("code"));
                }
            }
        }
    }

    @Test
    void codes_have_names() {
        assertThat(Codes.shipped().findPurpose("15210")).contains("Security system management and reform");
        assertThat(Codes.shipped().findPurpose("152")).contains("Conflict, Peace & Security");
        assertThat(Codes.shipped().find("TransactionType", "3")).contains("Disbursement");
        assertThat(Codes.shipped().find("TransactionType", "99")).isEmpty();
    }

    @Test
    void every_funder_of_a_country_belongs_to_one_of_the_table() throws IOException {
        for (NamedCsvRecord row : rows("donors.csv")) {
            assertThat(row.getField("kind").equals("country"))
                    .as(row.getField("name"))
                    .isEqualTo(!row.getField("iso3").isEmpty());
            if (!row.getField("iso3").isEmpty()) {
                assertThat(Countries.shipped().get(row.getField("iso3")).name()).isEqualTo(row.getField("donor"));
            }
        }
    }
}
