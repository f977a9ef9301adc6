package org.salus.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.ReformArea;
import tools.jackson.databind.JsonNode;

/** What codes of sectors say about reform areas, before the text is read: points per area, from {@code sorting-codes.yaml}. */
final class CodeBook {
    /** A sector with what its code says. */
    record Reading(SectorCode sector, String code, boolean isDac, Map<ReformArea, Double> points) {
        /** The area it says most for. */
        ReformArea best() {
            return points.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(ReformArea.CANNOT_BE_TOLD);
        }

        /** Whether it is a code of the DAC with all its digits, not only the group. */
        boolean isFullDac() {
            return isDac && code.length() >= 5;
        }
    }

    /** Codes of AidData: those of the DAC, refined by its own last digits. */
    static final String AIDDATA = "6";

    private final String edition;
    private final Map<String, Map<String, Map<ReformArea, Double>>> vocabularies = new HashMap<>();

    private CodeBook(JsonNode file) {
        edition = file.required("edition").asString();
        for (Map.Entry<String, JsonNode> vocabulary :
                file.required("vocabularies").properties()) {
            Map<String, Map<ReformArea, Double>> codes = new HashMap<>();
            for (Map.Entry<String, JsonNode> code : vocabulary.getValue().properties()) {
                Map<ReformArea, Double> points = new EnumMap<>(ReformArea.class);
                for (Map.Entry<String, JsonNode> area : code.getValue().properties()) {
                    points.put(ReformArea.of(area.getKey()), area.getValue().asDouble());
                }
                codes.put(code.getKey(), points);
            }
            vocabularies.put(vocabulary.getKey(), codes);
        }
    }

    static CodeBook shipped() {
        return new CodeBook(RuleBook.yaml("sorting-codes.yaml"));
    }

    String edition() {
        return "codes " + edition;
    }

    /**
     * The sectors whose codes are known. A group of three digits is left out where one of its five-digit codes is there, too; codes that have no percentage then
     * share that of their group, since releases tell percentages in one file and full codes in another.
     */
    List<Reading> read(List<SectorCode> reported) {
        List<SectorCode> sectors = withPercentages(reported);
        Set<String> groupsSaidBetter = new HashSet<>();
        for (SectorCode sector : sectors) {
            if (isDac(sector) && sector.code().length() == 5) {
                groupsSaidBetter.add(sector.code().substring(0, 3));
            }
        }
        List<Reading> readings = new ArrayList<>();
        for (SectorCode sector : sectors) {
            boolean isSaidBetter = sector.code().length() == 3 && groupsSaidBetter.contains(sector.code());
            if (!isSaidBetter) {
                find(sector).ifPresent(readings::add);
            }
        }
        return readings;
    }

    private static List<SectorCode> withPercentages(List<SectorCode> sectors) {
        Map<String, BigDecimal> ofGroups = new HashMap<>();
        Map<String, Integer> codes = new HashMap<>();
        for (SectorCode sector : sectors) {
            BigDecimal percentage = sector.percentage();
            if (isDac(sector) && sector.code().length() == 3 && percentage != null) {
                ofGroups.merge(sector.code(), percentage, BigDecimal::add);
            } else if (isDac(sector) && sector.code().length() == 5) {
                codes.merge(sector.code().substring(0, 3), 1, Integer::sum);
            }
        }
        for (SectorCode sector : sectors) {
            if (isDac(sector) && sector.code().length() == 5 && sector.percentage() != null) {
                ofGroups.remove(sector.code().substring(0, 3));
            }
        }
        List<SectorCode> completed = new ArrayList<>();
        for (SectorCode sector : sectors) {
            String group =
                    isDac(sector) && sector.code().length() == 5 ? sector.code().substring(0, 3) : "";
            BigDecimal whole = ofGroups.get(group);
            completed.add(
                    whole == null
                            ? sector
                            : new SectorCode(
                                    sector.vocabulary(),
                                    sector.code(),
                                    whole.divide(
                                            BigDecimal.valueOf(codes.getOrDefault(group, 1)), 6, RoundingMode.HALF_UP),
                                    sector.name()));
        }
        return completed;
    }

    private Optional<Reading> find(SectorCode sector) {
        if (isDac(sector)) {
            String code = sector.code().length() > 5 ? sector.code().substring(0, 5) : sector.code();
            Map<String, Map<ReformArea, Double>> codes = vocabularies.getOrDefault("dac", Map.of());
            for (int digits = code.length(); digits >= 1; digits--) {
                Map<ReformArea, Double> points = codes.get(code.substring(0, digits));
                if (points != null) {
                    return Optional.of(new Reading(sector, sector.code(), true, points));
                }
            }
            return Optional.empty();
        }
        Map<ReformArea, Double> points =
                vocabularies.getOrDefault(sector.vocabulary(), Map.of()).get(sector.code());
        return Optional.ofNullable(points).map(known -> new Reading(sector, sector.code(), false, known));
    }

    /** Whether the code is one of the DAC's. Where no vocabulary is said, five or three digits are taken for it. AidData's codes begin with the DAC's. */
    static boolean isDac(SectorCode sector) {
        String digits = sector.code();
        boolean looksLike = switch (digits.length()) {
            case 3, 5 -> digits.chars().allMatch(c -> c >= '0' && c <= '9');
            default -> digits.length() > 5 && digits.charAt(5) == '.';
        };
        return looksLike
                && switch (sector.vocabulary()) {
                    case "", "1", "2", AIDDATA, "DAC", "DAC-3" -> true;
                    default -> false;
                };
    }
}
