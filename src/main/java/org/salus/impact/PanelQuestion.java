package org.salus.impact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a table say what, and what was done to whom from when.
 *
 * @param unit column of the units; null where the table is one series
 * @param time column of the times: whole numbers, 2020-05, 2020-Q2 or days
 * @param outcome column of the figures
 * @param treated names of units, or the name of one column that says 1 where a unit is treated at a time and 0 where not
 * @param from first treated time; null where a column says who is treated when
 * @param without names of units to be left out
 * @param predictors what a synthetic control is to meet before, as {@link PredictorTerm} reads it; empty: the outcome itself
 * @param fit window over which a synthetic control meets the outcome, as 1960-1969; null: all times before
 * @param effect window over which the effect is averaged; null: all times from the first treated one
 */
public record PanelQuestion(
        @Nullable String unit,
        String time,
        String outcome,
        List<String> treated,
        @Nullable String from,
        List<String> without,
        List<String> predictors,
        @Nullable String fit,
        @Nullable String effect) {
    public PanelQuestion {
        treated = List.copyOf(treated);
        without = List.copyOf(without);
        predictors = List.copyOf(predictors);
    }
}
