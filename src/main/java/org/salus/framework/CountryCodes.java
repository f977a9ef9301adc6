package org.salus.framework;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The codes of countries with three letters, by ISO 3166-1. Those that begin with X are left to their users, as for Kosovo and for invented countries. */
public final class CountryCodes {
    private static final int MOST_NEAR = 3;

    /** The English name by the code. */
    private static final Map<String, String> NAMES = names();

    private CountryCodes() {}

    private static Map<String, String> names() {
        Map<String, String> names = new TreeMap<>();
        for (String two : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(two).build();
            names.put(country.getISO3Country(), country.getDisplayCountry(Locale.ENGLISH));
        }
        return names;
    }

    /** Whether a text has the form of such a code. */
    public static boolean isFormed(String code) {
        return code.matches("[A-Z]{3}");
    }

    /** Whether the standard gives this code to a country. */
    public static boolean isAssigned(String code) {
        return NAMES.containsKey(code);
    }

    /** Whether a country has this code, or may have it. */
    public static boolean isKnown(String code) {
        return isAssigned(code) || (isFormed(code) && code.startsWith("X"));
    }

    /** A code behind the English name of its country, or by itself where it has none. */
    public static String named(String code) {
        String name = NAMES.getOrDefault(code, "");
        return name.isEmpty() ? code : name + " (" + code + ")";
    }

    /** The codes nearest to what somebody wrote, each with its country; by the code, or by the country's name. */
    public static String nearest(String written) {
        String wanted = written.strip().toUpperCase(Locale.ROOT);
        return NAMES.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, String> country) -> Math.min(
                                2 * steps(wanted, country.getKey()),
                                steps(wanted, country.getValue().toUpperCase(Locale.ROOT))))
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_NEAR)
                .map(country -> country.getKey() + " (" + country.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    /** How many letters have to be put in, left out or replaced to make one text of the other. */
    static int steps(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }

    /** Those of these that no country has, and that were not among the earlier ones. */
    public static List<String> unknown(List<String> codes, Set<String> earlier) {
        return codes.stream()
                .filter(code -> !isKnown(code) && !earlier.contains(code))
                .distinct()
                .toList();
    }
}
