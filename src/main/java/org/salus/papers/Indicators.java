package org.salus.papers;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.framework.Wording;
import org.salus.goals.Chain;
import org.salus.goals.Indicator;
import org.salus.goals.Reading;
import org.salus.ledger.Item;

/** Indicators as papers show them. */
final class Indicators {
    private Indicators() {}

    /** From where to where, and by whom they are measured. */
    static Table plan(Chain chain, List<Item<Indicator>> indicators, Wording wording) {
        return new Table(
                wording.say("papers.indicators.table"),
                List.of(
                        Column.text("indicator", wording.say("papers.column.indicator")),
                        Column.text("of", wording.say("papers.column.of")),
                        Column.text("baseline", wording.say("papers.column.baseline")),
                        Column.text("target", wording.say("papers.column.target")),
                        Column.text("source", wording.say("papers.column.source")),
                        Column.text("office", wording.say("papers.column.measured-by"))),
                indicators.stream()
                        .map(Item::value)
                        .map(one -> List.of(
                                SupportParts.text(one.title(), wording),
                                SupportParts.text(chain.title(one.of()), wording),
                                SupportParts.text(reading(one.baseline(), one.unit(), wording), wording),
                                SupportParts.text(reading(one.target(), one.unit(), wording), wording),
                                SupportParts.text(one.source(), wording),
                                SupportParts.text(one.measuring().responsible(), wording)))
                        .toList());
    }

    /** A baseline or target in words; empty where nobody has said it. */
    static String reading(Reading reading, String unit, Wording wording) {
        List<String> parts = new ArrayList<>();
        reading.value().ifPresent(value -> parts.add(number(value, wording) + (unit.isBlank() ? "" : " " + unit)));
        if (!reading.words().isBlank()) {
            parts.add(reading.words());
        }
        String said = String.join(", ", parts);
        return said.isEmpty()
                ? ""
                : reading.on()
                        .map(day -> said + " (" + wording.shortDay(day) + ")")
                        .orElse(said);
    }

    /** Every digit, as the language writes decimals. */
    private static String number(BigDecimal value, Wording wording) {
        return Wording.figure(value)
                .replace('.', DecimalFormatSymbols.getInstance(wording.locale()).getDecimalSeparator());
    }
}
