package org.salus.portfolio;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A reference and a name as written together. */
final class Writing {
    final String key;
    final OrganisationReference reference;
    final OrganisationNames.Name name;
    final String nameKey;
    final Map<String, Integer> references = new TreeMap<>();
    final Map<String, Integer> spellings = new TreeMap<>();
    final Map<String, Integer> types = new TreeMap<>();
    final Map<OrganisationPart, Integer> parts = new EnumMap<>(OrganisationPart.class);
    final TreeSet<String> activities = new TreeSet<>();
    int times;
    int number;
    /** Its name does not go with its reference. */
    boolean isContradictory;

    Writing(String key, OrganisationReference reference, OrganisationNames.Name name, String nameKey) {
        this.key = key;
        this.reference = reference;
        this.name = name;
        this.nameKey = nameKey;
    }

    String label() {
        String named = most(spellings);
        String referenced = most(references);
        return named.isEmpty() ? referenced : referenced.isEmpty() ? named : named + " [" + referenced + "]";
    }

    /** What is counted most, of equals the first; empty if nothing is. */
    static String most(Map<String, Integer> counted) {
        return sorted(counted).keySet().stream().findFirst().orElse("");
    }

    /** Most first, of equals the first in order. */
    static <K extends Comparable<K>> Map<K, Integer> sorted(Map<K, Integer> counted) {
        Map<K, Integer> sorted = new LinkedHashMap<>();
        counted.entrySet().stream()
                .sorted(Map.Entry.<K, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
