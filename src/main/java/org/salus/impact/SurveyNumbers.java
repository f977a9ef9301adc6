package org.salus.impact;

/** Numbers as they stand in submissions. */
final class SurveyNumbers {
    private SurveyNumbers() {}

    /** Not a number where it is none: with a point, without marks for thousands. */
    static double read(String text) {
        if (!text.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
            return Double.NaN;
        }
        double number = Double.parseDouble(text);
        return Double.isFinite(number) ? number : Double.NaN;
    }
}
