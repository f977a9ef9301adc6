package org.salus.impact;

import java.math.BigDecimal;
import org.salus.framework.TypedNumber;

/** Numbers as they stand in submissions. */
final class SurveyNumbers {
    private SurveyNumbers() {}

    /** Not a number where it is none, or none that anybody measures: with a point, or a comma where that can stand before nothing but decimals, and without marks for thousands. */
    static double read(String text) {
        if (!text.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
            return measurable(
                    TypedNumber.find(text).map(BigDecimal::doubleValue).orElse(Double.NaN));
        }
        return measurable(Double.parseDouble(text));
    }

    private static double measurable(double number) {
        return Numbers.isMeasurable(number) ? number : Double.NaN;
    }
}
