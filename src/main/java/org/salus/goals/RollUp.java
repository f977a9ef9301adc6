package org.salus.goals;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.salus.framework.Sentence;

/** Values put together, where that is valid. Shares, rates and judgements have no sum; what is missing makes a sum incomplete and never counts as nothing. */
public sealed interface RollUp {
    /** All parts are there. */
    record Sum(BigDecimal value, String unit) implements RollUp {}

    /**
     * Some parts are missing.
     *
     * @param least what the others come to, which is no total
     */
    record Incomplete(BigDecimal least, String unit, List<Missing> missing) implements RollUp {
        public Incomplete {
            missing = List.copyOf(missing);
        }
    }

    /**
     * A part that nobody could measure.
     *
     * @param why as it was said; empty where nothing was written down at all
     */
    record Missing(String of, String why) {
        /** Its name, with the reason behind it. */
        @Override
        public String toString() {
            return why.isBlank() ? of : of + " (" + why.strip() + ")";
        }
    }

    /** They cannot be added. */
    record Refused(Sentence because) implements RollUp {}

    /**
     * A part.
     *
     * @param of what is counted in it: a province, a force, a group. No two parts may be of the same
     */
    record Part(String of, String unit, Finding says) {}

    /** What these parts come to. Pure. */
    static RollUp of(List<Part> parts) {
        Set<String> units = parts.stream().map(part -> part.unit().strip()).collect(Collectors.toSet());
        if (parts.isEmpty()) {
            return new Refused(Sentence.of("goals.roll-up.nothing"));
        }
        if (units.size() > 1) {
            return new Refused(
                    Sentence.of("goals.roll-up.units", units.stream().sorted().collect(Collectors.joining(", "))));
        }
        String unit = units.iterator().next();
        if (unit.isEmpty()) {
            return new Refused(Sentence.of("goals.roll-up.no-unit"));
        }
        if (UncountedUnits.SHIPPED.holds(unit)) {
            return new Refused(Sentence.of("goals.roll-up.rate", unit));
        }
        if (parts.stream().anyMatch(part -> part.says().level().isPresent())) {
            return new Refused(Sentence.of("goals.roll-up.levels"));
        }
        Set<String> seen = new HashSet<>();
        for (Part part : parts) {
            boolean isTotal = parts.size() > 1 && UncountedUnits.SHIPPED.isTotal(part.of());
            if (isTotal || !seen.add(part.of().strip().toLowerCase(Locale.ROOT))) {
                return new Refused(Sentence.of("goals.roll-up.overlap", part.of()));
            }
        }
        if (parts.stream().allMatch(part -> part.says().isMissing())) {
            return new Refused(Sentence.of("goals.roll-up.nothing"));
        }
        Map<String, NumberRange> ranges = new LinkedHashMap<>();
        for (Part part : parts) {
            Optional<NumberRange> range = part.says().isMissing() ? Optional.empty() : NumberRange.find(part.of());
            for (Map.Entry<String, NumberRange> other : ranges.entrySet()) {
                if (range.filter(other.getValue()::meets).isPresent()) {
                    return new Refused(Sentence.of("goals.roll-up.common", other.getKey(), part.of()));
                }
            }
            range.ifPresent(numbers -> ranges.put(part.of(), numbers));
        }
        if (parts.stream()
                .anyMatch(
                        part -> !part.says().isMissing() && part.says().value().isEmpty())) {
            return new Refused(Sentence.of("goals.roll-up.interval"));
        }
        BigDecimal sum =
                parts.stream().flatMap(part -> part.says().value().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Missing> missing = parts.stream()
                .filter(part -> part.says().isMissing())
                .map(part -> new Missing(part.of(), part.says().missing()))
                .toList();
        return missing.isEmpty() ? new Sum(sum, unit) : new Incomplete(sum, unit, missing);
    }
}
