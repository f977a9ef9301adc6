package org.salus.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Copies the figures of Burundi, Rwanda, Tanzania and DR Congo from publishers' tables: the same columns under the same names, fewer rows. */
final class AuthorYears {
    private static final Set<String> COUNTRIES = Set.of(
            "Burundi",
            "Rwanda",
            "Tanzania",
            "Democratic Republic of Congo",
            "Democratic Republic of the Congo",
            "Congo, Dem. Rep.",
            "Dem. Rep. of Congo",
            "BDI",
            "RWA",
            "TZA",
            "COD");

    private final Path data;

    AuthorYears(Path data) {
        this.data = data;
    }

    void write(Path folder) throws IOException {
        copy(
                "conflict/ucdp-ged-19.1-country-year-deaths.csv",
                folder.resolve("ucdp-ged-19.1-country-year-deaths.csv"),
                1989,
                "Entity",
                "Year",
                "Direct conflict deaths");
        copy(
                "governance/SIPRI Military Expenditure Database.csv",
                folder.resolve("sipri-military-expenditure.csv"),
                1990,
                "Entity",
                "Year",
                "military_expenditure_share_gdp");
        copy(
                "governance/open_budget.csv",
                folder.resolve("open-budget-survey.csv"),
                2006,
                "country_code",
                "year",
                "budget_transparency_score",
                "supreme_audit_oversight_score",
                "oversight_score",
                "legislative_oversight_score",
                "public_participation_score");
        copy(
                "governance/2020_Worldwide_Governance_Indicators_1996-2019.csv",
                folder.resolve("worldwide-governance-indicators.csv"),
                1996,
                "Country/Territory",
                "Code",
                "Year",
                "Estimate",
                "Rank",
                "Indicator");
        copy(
                "governance/state_fragility.csv",
                folder.resolve("state-fragility.csv"),
                1995,
                "Country",
                "Year",
                "State Fragility Index",
                "Security Effectiveness",
                "Security Legitimacy");
        copy(
                "governance/vdem_simple.csv",
                folder.resolve("v-dem-indices.csv"),
                1990,
                "vdem_country_name",
                "country_text_id",
                "year",
                "v2x_polyarchy",
                "v2x_libdem",
                "v2x_partipdem",
                "v2x_delibdem",
                "v2x_egaldem");
        purposes(folder.resolve("crs-purposes-burundi.csv"));
    }

    private void copy(String from, Path to, int firstYear, String country, String... others) throws IOException {
        List<CsvRecord> rows = rows(data.resolve(from));
        List<String> header = rows.getFirst().getFields();
        List<String> names = new ArrayList<>(List.of(country));
        names.addAll(List.of(others));
        List<Integer> columns = names.stream().map(header::indexOf).toList();
        if (columns.contains(-1)) {
            throw new IOException(from + " lacks a column of " + names);
        }
        int year = header.indexOf(header.contains("Year") ? "Year" : "year");
        try (CsvWriter out = writer(to)) {
            out.writeRecord(names);
            for (CsvRecord row : rows.subList(1, rows.size())) {
                if (COUNTRIES.contains(row.getField(columns.getFirst()))
                        && Integer.parseInt(row.getField(year)) >= firstYear) {
                    out.writeRecord(columns.stream().map(row::getField).toList());
                }
            }
        }
    }

    /** Amounts to Burundi by purpose, and the sum of all recipients for conflict, peace and security; 2012 has broad groups only and is left out. */
    private void purposes(Path to) throws IOException {
        try (CsvWriter out = writer(to)) {
            out.writeRecord("year", "recipient_name", "purpose_code", "usd_million");
            for (int year = 2013; year <= 2019; year++) {
                List<CsvRecord> rows = rows(data.resolve("crs/crs_" + year + "_sectors.csv"));
                List<String> header = rows.getFirst().getFields();
                Map<String, BigDecimal> world = new TreeMap<>();
                for (CsvRecord row : rows.subList(1, rows.size())) {
                    for (int i = 0; i < row.getFieldCount(); i++) {
                        String code = header.get(i);
                        String value = row.getField(i);
                        if (!code.matches("\\d{3}|\\d{5}") || value.isBlank()) {
                            continue;
                        }
                        if (row.getFields().subList(0, 2).contains("Burundi") && new BigDecimal(value).signum() != 0) {
                            out.writeRecord(String.valueOf(year), "Burundi", code, value);
                        }
                        if (code.startsWith("152")) {
                            world.merge(code, new BigDecimal(value), BigDecimal::add);
                        }
                    }
                }
                for (Map.Entry<String, BigDecimal> sum : world.entrySet()) {
                    out.writeRecord(
                            String.valueOf(year),
                            "World",
                            sum.getKey(),
                            sum.getValue().toPlainString());
                }
            }
        }
    }

    private static CsvWriter writer(Path to) throws IOException {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(to, StandardCharsets.UTF_8);
    }

    private static List<CsvRecord> rows(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException older) {
            text = new String(bytes, Charset.forName("windows-1252"));
        }
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(text)) {
            return rows.stream().toList();
        }
    }
}
