package org.salus.evidence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How to read one publisher's table of figures per country and year; written as a small YAML file, see {@code sources/README.md}.
 *
 * @param files patterns of file names; they decide between descriptors that fit the same columns
 * @param columns the header must have all of them
 * @param sheet of a workbook; null for the first that fits
 * @param own codes of places of one's own that the table tells of, beside countries
 * @param yearColumn null if each year has its own column
 * @param indicatorColumn null in wide tables, where each indicator has its own column
 */
record Descriptor(
        String id,
        String publisher,
        String title,
        @Nullable String licence,
        @Nullable String url,
        @Nullable String edition,
        List<Pattern> files,
        List<String> columns,
        @Nullable Character delimiter,
        @Nullable String sheet,
        String countryColumn,
        CountryCodes countryCodes,
        Set<String> own,
        @Nullable String yearColumn,
        @Nullable String indicatorColumn,
        @Nullable String valueColumn,
        Set<String> missing,
        List<Indicator> indicators) {
    private static final List<String> USUALLY_MISSING =
            List.of("", "na", "n/a", "nan", "null", "none", "..", "...", "-999", "-99", "-999.0");

    /** In which system a table names its countries. */
    enum CountryCodes {
        ISO3,
        ISO2,
        NAME,
        GWNO,
        COW
    }

    /**
     * One series of figures.
     *
     * @param key the column, or the word in the indicator column; empty if the figures stand in year columns
     * @param min lower end of the publisher's scale; null if there is none
     * @param lowest a smaller figure is a mistake in the file: the lower end, or less where the publisher's ends are no bounds; null if any can be
     * @param highest a larger figure is a mistake in the file
     */
    record Indicator(
            String key,
            String id,
            String name,
            @Nullable String unit,
            IndicatorSeries.Direction direction,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable BigDecimal lowest,
            @Nullable BigDecimal highest,
            boolean optional) {}

    /** A descriptor that cannot be used, and why. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken(String why) {
            super(why);
        }
    }

    boolean fits(TableHeader header) {
        return header.hasAll(columns)
                && header.has(countryColumn)
                && (yearColumn == null || header.has(yearColumn))
                && (valueColumn == null || header.has(valueColumn))
                && (indicatorColumn == null || header.has(indicatorColumn))
                && (indicatorColumn != null
                        || yearColumn == null
                        || indicators.stream()
                                .filter(indicator -> !indicator.optional())
                                .allMatch(indicator -> header.has(indicator.key())));
    }

    boolean fitsName(String file) {
        return files.stream().anyMatch(pattern -> pattern.matcher(file).matches());
    }

    boolean isMissing(String value) {
        return missing.contains(value.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * Understands a descriptor.
     *
     * @throws Broken if a key is missing or has a value that means nothing here
     */
    static Descriptor of(JsonNode yaml) throws Broken {
        JsonNode country = yaml.path("country");
        JsonNode year = yaml.path("year");
        boolean yearColumns = year.path("columns").asBoolean(false);
        String indicatorColumn = text(yaml, "indicator-column");
        String valueColumn = text(yaml, "value-column");
        if ((indicatorColumn == null) != (valueColumn == null)) {
            throw new Broken("indicator-column and value-column need each other");
        }
        List<Indicator> indicators = new ArrayList<>();
        for (JsonNode indicator : yaml.path("indicators")) {
            String key = yearColumns && indicatorColumn == null
                    ? ""
                    : must(indicator, indicatorColumn == null ? "column" : "value");
            BigDecimal min = number(indicator, "min");
            BigDecimal max = number(indicator, "max");
            BigDecimal lowest = number(indicator, "refused-below");
            BigDecimal highest = number(indicator, "refused-above");
            indicators.add(new Indicator(
                    key,
                    must(indicator, "id"),
                    must(indicator, "name"),
                    text(indicator, "unit"),
                    direction(must(indicator, "direction")),
                    min,
                    max,
                    lowest == null ? min : lowest,
                    highest == null ? max : highest,
                    indicator.path("optional").asBoolean(false)));
        }
        if (indicators.isEmpty() || (yearColumns && indicatorColumn == null && indicators.size() > 1)) {
            throw new Broken("indicators: at least one, and just one with year columns");
        }
        Set<String> missing = new TreeSet<>(USUALLY_MISSING);
        texts(yaml, "missing").forEach(word -> missing.add(word.toLowerCase(Locale.ROOT)));
        String delimiter = yaml.path("delimiter").asString("");
        return new Descriptor(
                must(yaml, "id"),
                must(yaml, "publisher"),
                must(yaml, "title"),
                text(yaml, "licence"),
                text(yaml, "url"),
                text(yaml, "edition"),
                texts(yaml, "files").stream().map(Descriptor::pattern).toList(),
                texts(yaml, "columns"),
                delimiter.isEmpty() ? null : (Character) delimiter.charAt(0),
                text(yaml, "sheet"),
                must(country, "column"),
                codes(must(country, "codes")),
                own(country),
                yearColumns ? null : must(year, "column"),
                indicatorColumn,
                valueColumn,
                Set.copyOf(missing),
                List.copyOf(indicators));
    }

    private static Set<String> own(JsonNode country) throws Broken {
        Set<String> own = new TreeSet<>();
        for (String code : texts(country, "own")) {
            own.add(Countries.shipped()
                    .findOwn(code)
                    .orElseThrow(() -> new Broken("own: " + code + " is no code that ISO 3166-1 leaves to users"))
                    .iso3());
        }
        return Set.copyOf(own);
    }

    private static IndicatorSeries.Direction direction(String word) throws Broken {
        return switch (word) {
            case "higher-is-better" -> IndicatorSeries.Direction.HIGHER_IS_BETTER;
            case "lower-is-better" -> IndicatorSeries.Direction.LOWER_IS_BETTER;
            case "neutral" -> IndicatorSeries.Direction.NEUTRAL;
            default -> throw new Broken("direction: " + word);
        };
    }

    private static CountryCodes codes(String word) throws Broken {
        return switch (word) {
            case "iso3" -> CountryCodes.ISO3;
            case "iso2" -> CountryCodes.ISO2;
            case "name" -> CountryCodes.NAME;
            case "gwno" -> CountryCodes.GWNO;
            case "cow" -> CountryCodes.COW;
            default -> throw new Broken("codes: " + word);
        };
    }

    /** A glob with {@code *} only. */
    private static Pattern pattern(String glob) {
        StringBuilder expression = new StringBuilder();
        for (String piece : glob.split("\\*", -1)) {
            expression.append(expression.isEmpty() ? "" : ".*").append(Pattern.quote(piece));
        }
        return Pattern.compile(expression.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String must(JsonNode node, String key) throws Broken {
        String text = text(node, key);
        if (text == null) {
            throw new Broken("there is no " + key);
        }
        return text;
    }

    private static @Nullable String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull() || value.isContainer()) {
            return null;
        }
        String text = value.asString().strip();
        return text.isEmpty() ? null : text;
    }

    private static List<String> texts(JsonNode node, String key) {
        List<String> texts = new ArrayList<>();
        node.path(key).forEach(value -> texts.add(value.asString().strip()));
        return texts;
    }

    private static @Nullable BigDecimal number(JsonNode node, String key) throws Broken {
        String text = text(node, key);
        BigDecimal number = text == null ? null : Values.number(text);
        if (text != null && number == null) {
            throw new Broken(key + ": " + text);
        }
        return number;
    }
}
