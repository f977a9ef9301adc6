package org.salus.evidence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How to read one publisher's table of figures per country and year, or a table of records that are counted per country and year; written as a small YAML
 * file, see {@code sources/README.md}.
 *
 * @param files patterns of file names; they decide between descriptors that fit the same columns
 * @param columns the header must have all of them
 * @param sheet of a workbook; null for the first that fits
 * @param own codes of places of one's own that the table tells of, beside countries
 * @param yearColumn null if each year has its own column
 * @param indicatorColumn null in wide tables, where each indicator has its own column
 * @param counting null where figures are read; else how records are told apart and which years the table is complete for
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
        List<Indicator> indicators,
        @Nullable Counting counting) {
    private static final List<String> USUALLY_MISSING =
            List.of("", "na", "n/a", "nan", "null", "none", "..", "...", "-999", "-99", "-999.0");
    private static final Set<String> COUNTED = Set.of(
            "count",
            "column",
            "where",
            "set",
            "unset",
            "id",
            "name",
            "unit",
            "direction",
            "min",
            "max",
            "refused-below",
            "refused-above",
            "optional");
    private static final List<String> USUALLY_SET = List.of("1", "1.0", "yes", "y", "true", "x");
    private static final List<String> USUALLY_UNSET = List.of("0", "0.0", "no", "n", "false");

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
     * @param count what is counted; null where figures are read
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
            boolean optional,
            @Nullable Count count) {
        /** Columns it cannot do without. */
        List<String> needs() {
            return count == null ? List.of(key) : count.needs();
        }
    }

    /**
     * What is counted of a table of records.
     *
     * @param distinct column whose different values are counted; null to count rows
     * @param where column that says whether a row counts; null if every row does
     * @param set words in that column for yes, in small letters
     * @param unset words for no; anything else leaves open whether the row counts
     */
    record Count(@Nullable String distinct, @Nullable String where, Set<String> set, Set<String> unset) {
        private List<String> needs() {
            return Stream.of(distinct, where).flatMap(Stream::ofNullable).toList();
        }
    }

    /**
     * How records are counted.
     *
     * @param furtherCountries columns of further countries that a record is about: it counts for each
     * @param unique columns that tell records apart; empty if only a row that says the same throughout is a repetition
     * @param from first year for which the table is complete: a country it knows has none there where it has no record; null if that is not known of any year
     * @param until last such year; null for the last of which there is a record
     */
    record Counting(
            List<String> furtherCountries,
            List<String> unique,
            @Nullable Integer from,
            @Nullable Integer until) {}

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
                                .allMatch(indicator -> header.hasAll(indicator.needs())))
                && (counting == null
                        || (header.hasAll(counting.furtherCountries()) && header.hasAll(counting.unique())));
    }

    boolean fitsName(String file) {
        return files.stream().anyMatch(pattern -> pattern.matcher(file).matches());
    }

    boolean isMissing(String value) {
        return missing.contains(value.strip().toLowerCase(Locale.ROOT));
    }

    /** The country that a cell names. */
    Optional<Country> country(String named, Countries countries) {
        return switch (countryCodes) {
            case ISO3, ISO2 ->
                countries
                        .findByCode(named)
                        .or(() -> countries.findOwn(named).filter(place -> own.contains(place.iso3())));
            case NAME -> countries.findByName(named);
            case GWNO -> countries.findByGleditschWard(IndicatorReader.whole(named));
            case COW -> countries.findByCorrelatesOfWar(IndicatorReader.whole(named));
        };
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
            Count count = count(indicator);
            String key = count != null || (yearColumns && indicatorColumn == null)
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
                    indicator.path("optional").asBoolean(false),
                    count));
        }
        boolean isCounting = indicators.stream().anyMatch(indicator -> indicator.count() != null);
        if (isCounting && indicators.stream().anyMatch(indicator -> indicator.count() == null)) {
            throw new Broken("indicators: either all of them count, or none");
        }
        if (isCounting && (yearColumns || indicatorColumn != null)) {
            throw new Broken("count: records have one column with their year");
        }
        if (indicators.stream().map(Indicator::id).distinct().count() < indicators.size()) {
            throw new Broken("indicators: an id stands twice");
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
                List.copyOf(indicators),
                counting(yaml, isCounting));
    }

    private static @Nullable Count count(JsonNode indicator) throws Broken {
        String what = text(indicator, "count");
        if (what == null) {
            return null;
        }
        // A mistyped "where" would count every row.
        for (String key : indicator.propertyNames()) {
            if (!COUNTED.contains(key)) {
                throw new Broken("count: " + key);
            }
        }
        String distinct = switch (what) {
            case "rows" -> null;
            case "distinct" -> must(indicator, "column");
            default -> throw new Broken("count: " + what);
        };
        String where = text(indicator, "where");
        Set<String> set = words(indicator, "set", USUALLY_SET);
        Set<String> unset = words(indicator, "unset", USUALLY_UNSET);
        if (set.stream().anyMatch(unset::contains)) {
            throw new Broken("set, unset: a word stands in both");
        }
        return new Count(distinct, where, set, unset);
    }

    private static Set<String> words(JsonNode node, String key, List<String> usual) throws Broken {
        List<String> said = texts(node, key);
        return (said.isEmpty() ? usual : said)
                .stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Counting counting(JsonNode yaml, boolean isCounting) throws Broken {
        JsonNode covers = yaml.path("covers");
        List<String> further = texts(yaml.path("country"), "further");
        List<String> unique = texts(yaml, "unique");
        if (!isCounting) {
            if (!covers.isMissingNode() || !further.isEmpty() || !unique.isEmpty()) {
                throw new Broken("covers, unique and further are for what is counted");
            }
            return null;
        }
        Integer from = year(covers, "from");
        Integer until = year(covers, "until");
        if (!covers.isMissingNode() && from == null) {
            throw new Broken("covers: there is no from");
        }
        if (from != null && until != null && until < from) {
            throw new Broken("covers: until comes after a year from which on");
        }
        return new Counting(further, unique, from, until);
    }

    private static @Nullable Integer year(JsonNode node, String key) throws Broken {
        String text = text(node, key);
        int year = text == null ? 0 : IndicatorReader.year(text);
        if (text != null && year == 0) {
            throw new Broken(key + ": " + text);
        }
        return text == null ? null : year;
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

    /** A list of texts. One text where a list belongs would be read as nothing, and what it tells apart be lost in silence. */
    private static List<String> texts(JsonNode node, String key) throws Broken {
        JsonNode list = node.path(key);
        if (!list.isMissingNode() && !list.isNull() && !list.isArray()) {
            throw new Broken(key + ": a list is needed, as in [a, b]");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode value : list) {
            if (value.isContainer()) {
                throw new Broken(key + ": " + value);
            }
            texts.add(value.asString().strip());
        }
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
