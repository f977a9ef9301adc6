package org.salus.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A named fact that is yes, no or unknown.
 *
 * @param asks the question that would settle it
 * @param absent what it is where no text says anything of it
 */
record AidFact(String name, String asks, Known absent, List<AidReading> readings) {
    AidFact {
        readings = List.copyOf(readings);
    }

    static AidFact read(String name, JsonNode file) {
        List<AidReading> readings = new ArrayList<>();
        file.required("readings").forEach(one -> readings.add(new AidReading(one)));
        return new AidFact(
                name,
                file.required("asks").asString(),
                Optional.ofNullable(file.get("absent"))
                        .map(word -> Known.of(word.asString()))
                        .orElse(Known.UNKNOWN),
                readings);
    }

    /** What is known of it. Readings that contradict each other leave it unknown: nobody guesses which is right. */
    Known of(Map<String, AidText> texts) {
        Set<Known> said =
                readings.stream().flatMap(reading -> reading.of(texts).stream()).collect(Collectors.toSet());
        return switch (said.size()) {
            case 0 -> absent;
            case 1 -> said.iterator().next();
            default -> Known.UNKNOWN;
        };
    }
}
