package org.salus.impact;

import java.math.BigDecimal;
import org.salus.framework.TypedNumber;

/** Numbers as they stand in submissions. */
final class SurveyNumbers {
    private SurveyNumbers() {}

    /** Not a number where it is none: with a point, or a comma where that can stand before nothing but decimals, and without marks for thousands. */
    static double read(String text) {
        if (!text.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
            return TypedNumber.find(text).map(BigDecimal::doubleValue).orElse(Double.NaN);
        }
        double number = Double.parseDouble(text);
        return Double.isFinite(number) ? number : Double.NaN;
    }
}
