package org.salus.portal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salus.framework.Figure;
import org.salus.framework.Wording;
import org.salus.portfolio.Pivot;
import org.salus.portfolio.PivotAsked;
import org.salus.portfolio.PivotDimension;
import org.salus.portfolio.SupportTraits;

/** A pivot of support as JSON: money as unrounded decimal texts, counts as numbers, and why something is not known. */
public final class PivotJson {
    private final PivotQuestion question;
    private final SupportTraits traits;
    private final Wording wording;

    public PivotJson(PivotQuestion question, SupportTraits traits, Wording wording) {
        this.question = question;
        this.traits = traits;
        this.wording = wording;
    }

    /**
     * The whole of it.
     *
     * @param setAside what it leaves out because it is told again
     */
    public Map<String, Object> tree(Pivot pivot, BigDecimal setAside) {
        PivotAsked asked = pivot.asked();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("country", question.question().country().iso3());
        out.put("rows", asked.rows().code());
        out.put("columns", asked.columns().code());
        out.put("measure", asked.measure().code());
        out.put("planned", asked.measure().isPlanned());
        if (asked.measure().isMoney()) {
            out.put("currency", question.question().currency());
        }
        out.put("from", question.question().period().from());
        out.put("to", question.question().period().to());
        Map<String, String> only = new LinkedHashMap<>();
        asked.only().forEach((dimension, value) -> only.put(dimension.code(), value));
        out.put("only", only);
        out.put("reform", asked.reform());
        figure(out, "total", pivot.total());
        if (asked.measure().ofRows().isPresent()) {
            out.put("counted", asked.once() ? PivotQuestion.ONCE : PivotQuestion.PUBLISHED);
        }
        if (asked.once()) {
            out.put(
                    "published",
                    BriefJson.decimal(
                            pivot.total().valueIfAny().orElse(BigDecimal.ZERO).add(setAside)));
            out.put("set_aside", BriefJson.decimal(setAside));
        }
        out.put("activities_in_several_rows", pivot.inSeveralRows());
        out.put("activities_in_several_columns", pivot.inSeveralColumns());
        out.put(
                "column_totals",
                pivot.columns().stream()
                        .map(column -> {
                            Map<String, Object> one = named(asked.columns(), column.key());
                            figure(one, "total", column.total());
                            return one;
                        })
                        .toList());
        out.put("lines", pivot.rows().stream().map(row -> line(pivot, row)).toList());
        return out;
    }

    private Map<String, Object> line(Pivot pivot, Pivot.Line row) {
        Map<String, Object> one = named(pivot.asked().rows(), row.key());
        figure(one, "total", row.total());
        List<Map<String, Object>> cells = pivot.columns().stream()
                .flatMap(column -> pivot.cell(row.key(), column.key()).stream().map(figure -> {
                    Map<String, Object> cell = new LinkedHashMap<>();
                    cell.put("code", column.key());
                    figure(cell, "value", figure);
                    return cell;
                }))
                .toList();
        one.put("cells", cells);
        return one;
    }

    private Map<String, Object> named(PivotDimension dimension, String key) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("code", key);
        one.put("name", PivotQuestion.name(dimension, key, traits, wording));
        return one;
    }

    private void figure(Map<String, Object> out, String name, Figure<BigDecimal> figure) {
        boolean isMoney = question.asked().measure().isMoney();
        out.put(
                name,
                figure.valueIfAny()
                        .map(value -> isMoney ? (Object) BriefJson.decimal(value) : value.toBigIntegerExact())
                        .orElse(null));
        figure.reasonIfAny().ifPresent(reason -> out.put(name + "_missing", wording.say(reason)));
    }
}
