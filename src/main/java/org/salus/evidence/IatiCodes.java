package org.salus.evidence;

import java.util.Currency;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Brings the codes of IATI 1 to those of IATI 2, so that nobody above has to know both. The pairs are those of the standard's own upgrade notes from
 * 1.05 to 2.01.
 */
final class IatiCodes {
    private static final Map<String, String> ROLES =
            Map.of("funding", "1", "accountable", "2", "extending", "3", "implementing", "4");
    private static final Map<String, String> TRANSACTIONS = Map.ofEntries(
            Map.entry("IF", "1"),
            Map.entry("C", "2"),
            Map.entry("D", "3"),
            Map.entry("E", "4"),
            Map.entry("IR", "5"),
            Map.entry("LR", "6"),
            Map.entry("R", "7"),
            Map.entry("QP", "8"),
            Map.entry("Q3", "9"),
            Map.entry("QS", "9"),
            Map.entry("CG", "10"));
    private static final Map<String, String> DATES =
            Map.of("start-planned", "1", "start-actual", "2", "end-planned", "3", "end-actual", "4");
    private static final Map<String, String> STATUSES = Map.ofEntries(
            Map.entry("pipeline/identification", "1"),
            Map.entry("pipeline", "1"),
            Map.entry("identification", "1"),
            Map.entry("implementation", "2"),
            Map.entry("completion", "3"),
            Map.entry("finalisation", "3"),
            Map.entry("post-completion", "4"),
            Map.entry("closed", "4"),
            Map.entry("cancelled", "5"),
            Map.entry("suspended", "6"));
    private static final Map<String, String> VOCABULARIES = Map.ofEntries(
            Map.entry("DAC", "1"),
            Map.entry("DAC-3", "2"),
            Map.entry("DAC-5", "1"),
            Map.entry("COFOG", "3"),
            Map.entry("NACE", "4"),
            Map.entry("NTEE", "5"),
            Map.entry("ADT", "6"),
            Map.entry("WB", "99"),
            Map.entry("RO", "99"),
            Map.entry("RO2", "98"));

    /** AidData's releases of countries' aid-information systems name the country in the project's identifier. */
    private static final Pattern COUNTRY_SYSTEM = Pattern.compile("US-501c3-522318905-SG-([A-Z]{3})/?\\d+");

    private final Countries countries;
    private final Set<String> currencies = new HashSet<>();

    IatiCodes(Countries countries) {
        this.countries = countries;
        for (Currency currency : Currency.getAvailableCurrencies()) {
            currencies.add(currency.getCurrencyCode());
        }
    }

    Countries countries() {
        return countries;
    }

    boolean isCurrency(String code) {
        return currencies.contains(code);
    }

    @Nullable
    String role(@Nullable String code) {
        return older(ROLES, code == null ? null : code.toLowerCase(Locale.ROOT), code);
    }

    @Nullable
    String transactionType(@Nullable String code) {
        return older(TRANSACTIONS, code == null ? null : code.toUpperCase(Locale.ROOT), code);
    }

    boolean isTransactionType(String code) {
        return isNumber(code, 13);
    }

    @Nullable
    String dateType(@Nullable String code) {
        return older(DATES, code == null ? null : code.toLowerCase(Locale.ROOT), code);
    }

    /** The code of an activity's status, from a code or a word; null for a word that no version of the standard knows. */
    @Nullable
    String status(@Nullable String code, String word) {
        if (code != null && isNumber(code, 6)) {
            return code;
        }
        String named = code != null ? code : word;
        return STATUSES.get(named.toLowerCase(Locale.ROOT).replace(" ", ""));
    }

    /** The vocabulary of a sector code; without one the standard means DAC, whose lists differ by the number of digits. */
    String sectorVocabulary(@Nullable String stated, String code) {
        String vocabulary = stated == null ? "1" : VOCABULARIES.getOrDefault(stated.toUpperCase(Locale.ROOT), stated);
        if (vocabulary.equals("1") && code.length() == 3) {
            return "2";
        }
        return vocabulary;
    }

    /** Whether a sector has the shape of a code on one of the DAC's lists. */
    static boolean isOfDacLists(SectorCode sector) {
        String code = sector.code();
        return sector.isDac()
                && (code.length() == 3 || code.length() == 5)
                && code.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The country whose own aid-information system recorded the activity, if its identifier says so. */
    @Nullable
    String systemCountry(String identifier) {
        Matcher system = COUNTRY_SYSTEM.matcher(identifier);
        if (!system.matches()) {
            return null;
        }
        Optional<Country> country = countries.findByCode(system.group(1));
        return country.map(Country::iso3).orElse(null);
    }

    private static @Nullable String older(Map<String, String> pairs, @Nullable String folded, @Nullable String code) {
        return folded == null ? null : pairs.getOrDefault(folded, code);
    }

    private static boolean isNumber(String code, int most) {
        return code.length() <= 2
                && !code.isEmpty()
                && code.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(code) >= 1
                && Integer.parseInt(code) <= most;
    }
}
