package org.salus.goals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.TypedNumber;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.PlainText;
import org.salus.ledger.View;

/** A measurement as somebody typed it, field by field, on a page, in a terminal or in a program. */
public final class TypedMeasurement {
    /** What can be typed. */
    public static final List<String> FIELDS = List.of(
            MeasurementSheet.SINCE,
            MeasurementSheet.ON,
            MeasurementSheet.GROUP,
            MeasurementSheet.VALUE,
            MeasurementSheet.LOW,
            MeasurementSheet.HIGH,
            MeasurementSheet.LEVEL,
            MeasurementSheet.MISSING,
            MeasurementSheet.SOURCE,
            MeasurementSheet.METHOD,
            MeasurementSheet.NOTE);

    private TypedMeasurement() {}

    /**
     * What it would put: a new one, or other words for the one of the same time and group.
     *
     * @param typed by the names in {@link #FIELDS}; what is not there is empty
     * @param isSubmitting whether it is submitted at once
     * @param today nothing is measured later
     * @throws Failure at the field, if a number or date is none, or a time has not begun
     */
    public static Edit.Put edit(
            Item<Indicator> indicator, Map<String, String> typed, boolean isSubmitting, View view, LocalDate today) {
        PartialDate on = date(text(typed, MeasurementSheet.ON), MeasurementSheet.ON);
        MeasurementRules.notYet(on, today).ifPresent(refusal -> {
            throw Failure.wrongUse(refusal).at(MeasurementSheet.ON);
        });
        Measurement said = new Measurement(
                        indicator.value().chain(),
                        indicator.id(),
                        Optional.of(text(typed, MeasurementSheet.SINCE))
                                .filter(text -> !text.isEmpty())
                                .map(text -> date(text, MeasurementSheet.SINCE)),
                        on,
                        text(typed, MeasurementSheet.GROUP),
                        new Finding(
                                number(typed, MeasurementSheet.VALUE),
                                number(typed, MeasurementSheet.LOW),
                                number(typed, MeasurementSheet.HIGH),
                                number(typed, MeasurementSheet.LEVEL),
                                text(typed, MeasurementSheet.MISSING)),
                        text(typed, MeasurementSheet.SOURCE),
                        text(typed, MeasurementSheet.METHOD),
                        text(typed, MeasurementSheet.NOTE),
                        Progress.DRAFT,
                        Optional.empty())
                .step(
                        isSubmitting ? MeasurementState.SUBMITTED : MeasurementState.DRAFT,
                        view.standing().account(),
                        "");
        Measurement placed = MeasuredOnce.of(view, indicator.value().chain()).placed(said);
        return new Edit.Put(view.find(Measurement.KIND, placed.id())
                .map(before -> before.saying(placed))
                .orElseGet(placed::fresh));
    }

    private static String text(Map<String, String> typed, String name) {
        return PlainText.typed(typed.getOrDefault(name, ""));
    }

    private static PartialDate date(String text, String field) {
        return PartialDate.find(text)
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.field.no-day", text))
                        .at(field));
    }

    private static Optional<BigDecimal> number(Map<String, String> typed, String name) {
        String text = text(typed, name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(TypedNumber.find(text)
                .orElseThrow(() -> Failure.wrongUse(
                                TypedNumber.doubt(text).orElse(Sentence.of("workspace.field.no-number", text)))
                        .at(name)));
    }
}
