package org.salus.evidence;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Writes {@code reference/rates.csv}: OECD's yearly averages up to 2013, and for what they do not cover the yearly mean of the daily cross rates
 * that follow from the European Central Bank's reference rates. Where only the OECD has 2014, its average of a part of that year stands and says so.
 *
 * <p>Run it with the path of the OECD table (a column per currency, a row per year, units per USD) and the path to write to.
 */
final class AuthorRates {
    static final String ECB = "ECB euro reference rates, mean of daily cross rates, edition moneta-convert-ecb 1.4.5";
    static final String OECD = "OECD exchange rates, yearly averages, edition 1990-2014";
    static final String OECD_PART = "OECD exchange rates, average of a part of 2014, edition 1990-2014";
    /** The last column of the OECD edition is the average of a year that was not over: the euro, for one, stands 3 % below its full year. */
    static final int LAST_FULL_OECD_YEAR = 2013;

    private static final MathContext TEN_DIGITS = new MathContext(10, RoundingMode.HALF_EVEN);
    private static final MathContext THIRTY_DIGITS = new MathContext(30, RoundingMode.HALF_EVEN);

    private AuthorRates() {}

    record CurrencyYear(String currency, int year) implements Comparable<CurrencyYear> {
        @Override
        public int compareTo(CurrencyYear other) {
            int byCurrency = currency.compareTo(other.currency);
            return byCurrency != 0 ? byCurrency : Integer.compare(year, other.year);
        }
    }

    static void main(String[] args) throws IOException, XMLStreamException {
        NavigableMap<CurrencyYear, String> lines = new TreeMap<>();
        fromEcb().forEach((key, rate) -> lines.put(key, line(rate, ECB)));
        fromOecd(Path.of(args[0])).forEach((key, rate) -> {
            if (key.year() <= LAST_FULL_OECD_YEAR) {
                lines.put(key, line(rate, OECD));
            } else {
                lines.putIfAbsent(key, line(rate, OECD_PART));
            }
        });
        List<String> text = new ArrayList<>();
        text.add("currency,year,per_usd,source");
        lines.forEach((key, rest) -> text.add(key.currency() + "," + key.year() + "," + rest));
        Files.writeString(Path.of(args[1]), String.join("\n", text) + "\n");
    }

    private static String line(String rate, String source) {
        return rate + ",\"" + source + "\"";
    }

    /**
     * Units per USD by currency and year. A year counts only if the bank published the currency on at least 98 % of the year's days with rates
     * and the year itself is over in this edition.
     */
    static NavigableMap<CurrencyYear, String> fromEcb() throws IOException, XMLStreamException {
        Map<CurrencyYear, BigDecimal> sums = new HashMap<>();
        Map<CurrencyYear, Integer> days = new HashMap<>();
        Map<Integer, Integer> daysOfYear = new HashMap<>();
        String resource = "/org/javamoney/moneta/convert/ecb/defaults/eurofxref-hist.xml";
        try (InputStream bytes = AuthorRates.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IOException("The artifact moneta-convert-ecb holds no " + resource);
            }
            XMLStreamReader xml = XMLInputFactory.newFactory().createXMLStreamReader(bytes, "UTF-8");
            int year = 0;
            Map<String, BigDecimal> perEuro = new HashMap<>();
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT
                        || !xml.getLocalName().equals("Cube")) {
                    continue;
                }
                String day = xml.getAttributeValue(null, "time");
                if (day != null) {
                    addDay(perEuro, year, sums, days, daysOfYear);
                    year = Integer.parseInt(day.substring(0, 4));
                    perEuro = new HashMap<>();
                    perEuro.put("EUR", BigDecimal.ONE);
                } else if (xml.getAttributeValue(null, "currency") != null) {
                    perEuro.put(
                            xml.getAttributeValue(null, "currency"),
                            new BigDecimal(xml.getAttributeValue(null, "rate")));
                }
            }
            addDay(perEuro, year, sums, days, daysOfYear);
        }
        NavigableMap<CurrencyYear, String> rates = new TreeMap<>();
        sums.forEach((key, sum) -> {
            int all = daysOfYear.getOrDefault(key.year(), 0);
            int own = days.getOrDefault(key, 0);
            if (all >= 250 && own * 100 >= all * 98 && !key.currency().equals("USD")) {
                BigDecimal mean =
                        sum.divide(BigDecimal.valueOf(own), THIRTY_DIGITS).round(TEN_DIGITS);
                rates.put(key, mean.stripTrailingZeros().toPlainString());
            }
        });
        daysOfYear.forEach((year, all) -> {
            if (all >= 250) {
                rates.put(new CurrencyYear("USD", year), "1");
            }
        });
        return rates;
    }

    private static void addDay(
            Map<String, BigDecimal> perEuro,
            int year,
            Map<CurrencyYear, BigDecimal> sums,
            Map<CurrencyYear, Integer> days,
            Map<Integer, Integer> daysOfYear) {
        BigDecimal usd = perEuro.get("USD");
        if (usd == null) {
            return;
        }
        daysOfYear.merge(year, 1, Integer::sum);
        perEuro.forEach((currency, rate) -> {
            CurrencyYear key = new CurrencyYear(currency, year);
            sums.merge(key, rate.divide(usd, THIRTY_DIGITS), BigDecimal::add);
            days.merge(key, 1, Integer::sum);
        });
    }

    /** The OECD table's figures, as written; its one figure for special drawing rights is left out because it is stated the other way round. */
    static NavigableMap<CurrencyYear, String> fromOecd(Path table) throws IOException {
        NavigableMap<CurrencyYear, String> rates = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(Files.newBufferedReader(table, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                int year = Integer.parseInt(row.getField("year").strip());
                row.getFieldsAsMap().forEach((currency, value) -> {
                    boolean rate = currency.length() == 3 && !value.isBlank() && !currency.equals("XDR");
                    if (rate && new BigDecimal(value.strip()).signum() > 0) {
                        rates.put(new CurrencyYear(currency, year), value.strip());
                    }
                });
            }
        }
        return rates;
    }
}
