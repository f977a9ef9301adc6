package org.salus.context;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The numbers on which a reading turns, as {@code premise.yaml} explains them one by one. */
record Thresholds(
        String edition,
        int recordedEvents,
        int widespreadDeathsInAYear,
        int widespreadUnitsPercent,
        int widespreadUnitsLeastDeaths,
        int coveredYearsPercent,
        int recentYears,
        int trendYears,
        int trendSteadyPercent,
        int borderKilometres,
        int borderPrecision,
        int unitPrecision,
        int unitKilometres,
        int regionalBorderPercent,
        int regionalBorderAboveArea,
        int regionalActorsPercent,
        int regionalForeignEvents,
        List<Beside> beside) {
    private static final Thresholds SHIPPED = read();

    /** An indicator to be shown beside the reading. */
    record Beside(String descriptor, String series) {}

    Thresholds {
        beside = List.copyOf(beside);
    }

    static Thresholds shipped() {
        return SHIPPED;
    }

    private static Thresholds read() {
        try (InputStream bytes = Objects.requireNonNull(Thresholds.class.getResourceAsStream("premise.yaml"))) {
            JsonNode file = new YAMLMapper().readTree(bytes);
            List<Beside> beside = new ArrayList<>();
            for (JsonNode index : file.required("beside")) {
                beside.add(new Beside(
                        index.required("descriptor").asString(),
                        index.required("series").asString()));
            }
            return new Thresholds(
                    file.required("edition").asString(),
                    number(file, "recorded-events"),
                    number(file, "widespread-deaths-in-a-year"),
                    number(file, "widespread-units-percent"),
                    number(file, "widespread-units-least-deaths"),
                    number(file, "covered-years-percent"),
                    number(file, "recent-years"),
                    number(file, "trend-years"),
                    number(file, "trend-steady-percent"),
                    number(file, "border-kilometres"),
                    number(file, "border-precision"),
                    number(file, "unit-precision"),
                    number(file, "unit-kilometres"),
                    number(file, "regional-border-percent"),
                    number(file, "regional-border-above-area"),
                    number(file, "regional-actors-percent"),
                    number(file, "regional-foreign-events"),
                    beside);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static int number(JsonNode file, String name) {
        return file.required(name).intValue();
    }
}
