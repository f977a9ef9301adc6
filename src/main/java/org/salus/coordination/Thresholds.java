package org.salus.coordination;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The numbers on which findings turn, as {@code coordination.yaml} explains them one by one. */
record Thresholds(
        String edition,
        int attributedPercent,
        int significantPercent,
        int oneDonorPercent,
        int changeYears,
        int fallPercent,
        int cliffMonths,
        int overlapDonors,
        int overlapInstitutionDonors,
        int volatilityYears,
        int knownReceiversPercent,
        int toldContentPercent) {
    private static final Thresholds SHIPPED = read();

    static Thresholds shipped() {
        return SHIPPED;
    }

    private static Thresholds read() {
        try (InputStream bytes = Objects.requireNonNull(Thresholds.class.getResourceAsStream("coordination.yaml"))) {
            JsonNode file = new YAMLMapper().readTree(bytes);
            return new Thresholds(
                    file.required("edition").asString(),
                    number(file, "attributed-percent"),
                    number(file, "significant-percent"),
                    number(file, "one-donor-percent"),
                    number(file, "change-years"),
                    number(file, "fall-percent"),
                    number(file, "cliff-months"),
                    number(file, "overlap-donors"),
                    number(file, "overlap-institution-donors"),
                    number(file, "volatility-years"),
                    number(file, "known-receivers-percent"),
                    number(file, "told-content-percent"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static int number(JsonNode file, String name) {
        return file.required(name).intValue();
    }
}
