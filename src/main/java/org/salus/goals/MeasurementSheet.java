package org.salus.goals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.documents.Form;
import org.salus.documents.FormWriter;
import org.salus.documents.Version;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.workspace.AsWritten;

/** The measurements of a chain as a workbook to fill in: what is known already, and an empty row for each that is owed. */
public final class MeasurementSheet {

    static final String INDICATOR = "indicator";
    static final String INDICATOR_ID = "indicator_id";
    static final String SINCE = "since";
    static final String ON = "on";
    static final String GROUP = "group";
    static final String VALUE = "value";
    static final String LOW = "low";
    static final String HIGH = "high";
    static final String LEVEL = "level";
    static final String MISSING = "missing";
    static final String SOURCE = "source";
    static final String METHOD = "method";
    static final String NOTE = "note";

    /** What the row said when it was written. */
    static final String WRITTEN = AsWritten.HEADING.replace(' ', '_');

    /** What a file is read by; the other columns are there to read. */
    static final List<String> COLUMNS = List.of(
            INDICATOR, INDICATOR_ID, SINCE, ON, GROUP, VALUE, LOW, HIGH, LEVEL, MISSING, SOURCE, METHOD, NOTE, WRITTEN);

    /** There to read; a row that states another one than its indicator is not taken. */
    static final String UNIT = "unit";

    /** Columns from which nothing is taken. */
    static final List<String> SHOWN = List.of(UNIT, "state");

    private MeasurementSheet() {}

    /**
     * The workbook.
     *
     * @param version what it was made from
     */
    public static byte[] of(String title, MeasuredChain measured, Version version, Wording wording) {
        List<List<String>> rows = new ArrayList<>();
        for (Item<Indicator> indicator : measured.chain().indicators()) {
            // What comes from a series is not filled in: it would come back as somebody's own.
            measured.of(indicator.id()).stream()
                    .map(Item::value)
                    .filter(one -> !one.isTaken())
                    .forEach(one -> rows.add(row(indicator, one, wording)));
        }
        for (Owing owing : measured.owed()) {
            if (owing.what() == Owing.What.OVERDUE || owing.what() == Owing.What.DUE) {
                rows.add(row(
                        owing.indicator(),
                        Measurement.of(
                                measured.chain().id(),
                                owing.indicator().id(),
                                PartialDate.of(owing.due()),
                                "",
                                Finding.missing("")),
                        wording));
            }
        }
        Form form = new Form(
                wording.say("goals.sheet.title", title),
                Stream.of("one", "missing", "empty", "again", "approved")
                        .map(line -> wording.say("goals.sheet." + line))
                        .toList(),
                List.of(new Form.Sheet(wording.say("goals.sheet.sheet"), fields(wording), rows)),
                wording.locale(),
                version);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new FormWriter().write(form, out);
        } catch (IOException failed) {
            throw Failure.notPossible(Sentence.of("goals.failure.write"), failed);
        }
        return out.toByteArray();
    }

    private static List<String> row(Item<Indicator> indicator, Measurement one, Wording wording) {
        return List.of(
                indicator.value().title(),
                indicator.id().toString(),
                indicator.value().unit(),
                one.since().map(PartialDate::toString).orElse(""),
                one.on().toString(),
                one.group(),
                number(one.says().value()),
                number(one.says().low()),
                number(one.says().high()),
                number(one.says().level()),
                one.says().missing(),
                one.source(),
                one.method(),
                one.note(),
                wording.say(one.state().label()),
                AsWritten.text(place(indicator, one.since(), one.on(), one.group()), said(one)));
    }

    /** What a row speaks about, wherever the measurement is kept. */
    static String place(Item<Indicator> indicator, Optional<PartialDate> since, PartialDate on, String group) {
        return AsWritten.mark(String.join(
                "\n",
                indicator.id().toString(),
                since.map(PartialDate::toString).orElse(""),
                on.toString(),
                group));
    }

    /** What a measurement says, by the columns in which it stands. */
    static Map<String, String> said(Measurement one) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put(VALUE, plain(one.says().value()));
        said.put(LOW, plain(one.says().low()));
        said.put(HIGH, plain(one.says().high()));
        said.put(LEVEL, plain(one.says().level()));
        said.put(MISSING, one.says().missing());
        said.put(SOURCE, one.source());
        said.put(METHOD, one.method());
        said.put(NOTE, one.note());
        return said;
    }

    /** A spreadsheet leaves out the noughts at the end of 41.50. */
    private static String plain(Optional<BigDecimal> number) {
        return number.map(value -> value.stripTrailingZeros().toPlainString()).orElse("");
    }

    private static String number(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("");
    }

    private static List<Form.Field> fields(Wording wording) {
        return Stream.of(
                        new Form.Field(heading(INDICATOR), meaning(INDICATOR, wording), 40, true, List.of()),
                        new Form.Field(heading(INDICATOR_ID), meaning(INDICATOR_ID, wording), 12, false, List.of()),
                        new Form.Field(UNIT, meaning(UNIT, wording), 12, false, List.of()),
                        new Form.Field(heading(SINCE), meaning(SINCE, wording), 12, false, List.of()),
                        new Form.Field(heading(ON), meaning(ON, wording), 12, true, List.of()),
                        new Form.Field(heading(GROUP), meaning(GROUP, wording), 18, false, List.of()),
                        new Form.Field(heading(VALUE), meaning(VALUE, wording), 12, false, List.of()),
                        new Form.Field(heading(LOW), meaning(LOW, wording), 12, false, List.of()),
                        new Form.Field(heading(HIGH), meaning(HIGH, wording), 12, false, List.of()),
                        new Form.Field(heading(LEVEL), meaning(LEVEL, wording), 8, false, List.of()),
                        new Form.Field(heading(MISSING), meaning(MISSING, wording), 40, false, List.of()),
                        new Form.Field(heading(SOURCE), meaning(SOURCE, wording), 40, false, List.of()),
                        new Form.Field(heading(METHOD), meaning(METHOD, wording), 30, false, List.of()),
                        new Form.Field(heading(NOTE), meaning(NOTE, wording), 30, false, List.of()),
                        new Form.Field("state", meaning("state", wording), 12, false, List.of()),
                        new Form.Field(heading(WRITTEN), meaning(WRITTEN, wording), 10, false, List.of(), true))
                .toList();
    }

    private static String heading(String column) {
        return column.replace('_', ' ');
    }

    private static String meaning(String column, Wording wording) {
        return wording.say("goals.sheet.column." + column);
    }
}
