package org.salus.portal;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Hue;
import org.salus.documents.Table;
import org.salus.documents.Tint;
import org.salus.framework.Field;
import org.salus.framework.Figure;
import org.salus.framework.ReformArea;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.portfolio.ActivityUnderWay;
import org.salus.portfolio.Pivot;
import org.salus.portfolio.PivotAsked;
import org.salus.portfolio.PivotDimension;
import org.salus.portfolio.PivotMeasure;
import org.salus.portfolio.PlannedRow;
import org.salus.portfolio.SupportTraits;
import org.salus.portfolio.UnderWay;

/** A pivot of support as a table in which every figure leads to what it counts, and the tables of that. */
public final class PivotTables {
    private static final Pattern NO_KEY = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST_KEY = 40;

    private final PivotQuestion question;
    private final PivotAsked asked;
    private final SupportTraits traits;
    private final Wording wording;

    public PivotTables(PivotQuestion question, SupportTraits traits, Wording wording) {
        this.question = question;
        this.asked = question.asked();
        this.traits = traits;
        this.wording = wording;
    }

    /** All of it, with what its columns measure: taken away from its page it has nothing else to be told by. */
    public Table whole(Pivot pivot) {
        Table all = part(pivot, pivot.rows(), pivot.columns());
        String measured = wording.say(asked.measure().label());
        List<Column> columns = new ArrayList<>();
        for (Column column : all.columns()) {
            boolean isCounted = column.key().equals("total") || column.coded();
            columns.add(isCounted ? column.measuring(measured) : column);
        }
        return new Table(all.caption(), columns, all.rows(), all.footer());
    }

    /** Some rows and columns of it; totals are those of the whole. */
    public Table part(Pivot pivot, List<Pivot.Line> rows, List<Pivot.Line> columns) {
        boolean isMonths = asked.measure() == PivotMeasure.MONTHS;
        BigDecimal largest = pivot.largest();
        List<Column> heads = new ArrayList<>();
        heads.add(Column.text(asked.rows().code(), wording.say(asked.rows().label())));
        Set<String> keys = new HashSet<>();
        for (Pivot.Line column : columns) {
            heads.add(counted(key(column.key(), keys), name(asked.columns(), column.key()))
                    .withCodedKey());
        }
        heads.add(counted("total", wording.say("portal.column.total")));
        if (isMonths) {
            heads.add(Column.integer("activities_without_dates", wording.say("portal.pivot.without-dates"), ""));
        }
        List<List<Cell>> lines = new ArrayList<>();
        for (Pivot.Line row : rows) {
            List<Cell> line = new ArrayList<>();
            line.add(head(row.key()));
            for (Pivot.Line column : columns) {
                line.add(pivot.cell(row.key(), column.key())
                        .map(figure -> cell(figure, Optional.of(row.key()), Optional.of(column.key()), largest))
                        .orElseGet(() -> Cell.blank("")));
            }
            line.add(total(row.total(), Optional.of(row.key()), Optional.empty()));
            if (isMonths) {
                line.add(untold(row.total()));
            }
            lines.add(line);
        }
        List<Cell> footer = new ArrayList<>();
        footer.add(Cell.text(wording.say("portal.pivot.total")));
        for (Pivot.Line column : columns) {
            footer.add(total(column.total(), Optional.empty(), Optional.of(column.key())));
        }
        footer.add(total(pivot.total(), Optional.empty(), Optional.empty()));
        if (isMonths) {
            footer.add(untold(pivot.total()));
        }
        return new Table(caption(), heads, lines, Optional.of(footer));
    }

    /** What it shows. */
    public String caption() {
        String plain = wording.say(
                "portal.pivot.caption",
                wording.say(asked.rows().label()),
                wording.say(asked.columns().label()),
                question.question().country().inText(wording),
                wording.say(asked.measure().label()),
                asked.measure().isMoney() ? question.question().currency() : "");
        return narrowed(plain);
    }

    private String narrowed(String caption) {
        List<String> words = question.words(wording, traits);
        return words.isEmpty() ? caption : wording.say("portal.pivot.narrowed", caption, String.join(" · ", words));
    }

    private Column counted(String key, String name) {
        return asked.measure().isMoney()
                ? Column.decimal(key, name, question.question().currency(), 0)
                : Column.integer(key, name, "");
    }

    /** What a column is called in files: its dimension and as much of its value as is letters and digits. */
    private String key(String value, Set<String> taken) {
        String plain = NO_KEY.matcher(Normalizer.normalize(value, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT))
                .replaceAll("_");
        String cut = plain.length() > LONGEST_KEY ? plain.substring(0, LONGEST_KEY) : plain;
        String key = asked.columns().code() + "_"
                + (value.equals(ReformArea.CANNOT_BE_TOLD.code()) ? "unknown" : cut.replaceAll("^_|_$", ""));
        String own = key;
        for (int more = 2; !taken.add(own); more++) {
            own = key + "_" + more;
        }
        return own;
    }

    private String name(PivotDimension dimension, String value) {
        return PivotQuestion.name(dimension, value, traits, wording);
    }

    private Cell head(String key) {
        String name = name(asked.rows(), key);
        return name.equals(key) ? Cell.text(name) : Cell.text(name).withCode(key);
    }

    private Cell cell(Figure<BigDecimal> figure, Optional<String> row, Optional<String> column, BigDecimal largest) {
        Cell plain = total(figure, row, column);
        return figure.valueIfAny()
                .filter(value -> value.signum() > 0)
                .map(value -> plain.withTint(tint(row.orElse(""), column.orElse(""), value, largest)))
                .orElse(plain);
    }

    private Cell total(Figure<BigDecimal> figure, Optional<String> row, Optional<String> column) {
        return figure.valueIfAny()
                .map(value -> CountryTables.linked(Cell.number(value), question.behind(row, column)))
                .orElseGet(() -> Cell.blank(wording.say("portal.pivot.unknown")));
    }

    static Cell untold(Figure<BigDecimal> months) {
        return months.reasonIfAny()
                .map(reason ->
                        reason.arguments().getFirst() instanceof Integer count ? Cell.number(count) : Cell.blank(""))
                .orElseGet(() -> Cell.number(0));
    }

    private Tint tint(String row, String column, BigDecimal value, BigDecimal largest) {
        String code = isOfAreas(asked.columns()) ? column : isOfAreas(asked.rows()) ? row : "";
        return Term.find(Field.class, code)
                .map(field -> ReformArea.of(field).getFirst())
                .or(() -> ReformArea.find(code))
                .map(area -> Shown.heat(area, value, largest))
                .orElseGet(() -> new Tint(
                        Hue.ACCENT, Shown.heat(ReformArea.NONE, value, largest).step()));
    }

    private static boolean isOfAreas(PivotDimension dimension) {
        return dimension == PivotDimension.AREA || dimension == PivotDimension.FIELD;
    }

    /**
     * The activities behind a count of activities or months.
     *
     * @param months in which at least one of them is under way
     */
    Table underWay(List<ActivityUnderWay> activities, Figure<BigDecimal> months) {
        String year = asked.only(PivotDimension.YEAR).orElse(null);
        List<List<Cell>> rows = new ArrayList<>();
        for (ActivityUnderWay one : activities) {
            UnderWay underWay = one.underWay().ofYear(year);
            rows.add(List.of(
                    Cell.text(one.sorted().activity().identifier()),
                    Cell.text(one.sorted().activity().title()),
                    Cell.text(BriefJson.donorName(one.sorted().donor(), wording)),
                    Cell.text(wording.say(one.sorted().sorting().area().label()))
                            .withCode(one.sorted().sorting().area().code()),
                    day(one.sorted().activity().start()),
                    day(one.sorted().activity().end()),
                    underWay.isKnown() ? Cell.number(underWay.months()) : Cell.blank(""),
                    underWay.unknown()
                            .map(why -> Cell.text(wording.say(why.label())).withCode(why.code()))
                            .orElseGet(() -> Cell.blank(""))));
        }
        List<Cell> footer = List.of(
                Cell.text(wording.say("portal.pivot.under-way.total")),
                Cell.text(wording.say("portal.pivot.under-way.count", activities.size())),
                Cell.blank(""),
                Cell.blank(""),
                Cell.blank(""),
                Cell.blank(""),
                months.valueIfAny().map(Cell::number).orElseGet(() -> Cell.blank("")),
                Cell.text(months.reasonIfAny().map(wording::say).orElse("")));
        return new Table(
                narrowed(wording.say(
                        "portal.table.under-way", question.question().country().inText(wording))),
                List.of(
                        Column.text("activity", word("identifier")),
                        Column.text("title", word("title")),
                        Column.text("donor", word("donor")),
                        Column.text("area", word("area")),
                        Column.date("start", word("start")),
                        Column.date("end", word("end")),
                        Column.integer("months", wording.say("portal.pivot.months"), ""),
                        Column.text("remark", word("remark"))),
                rows,
                Optional.of(footer));
    }

    private static Cell day(@Nullable LocalDate day) {
        return day == null ? Cell.blank("") : Cell.day(day);
    }

    private static Cell year(@Nullable Integer year) {
        return year == null ? Cell.blank("") : Cell.text(String.valueOf(year));
    }

    /** The planned amounts behind a figure. */
    Table planned(List<PlannedRow> planned) {
        String currency = question.question().currency();
        List<List<Cell>> rows = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (PlannedRow row : planned) {
            sum = sum.add(row.value());
            boolean isConverted = !row.currency().equals(currency);
            rows.add(List.of(
                    Cell.text(row.activity()),
                    Cell.text(row.title()),
                    Cell.text(wording.say(row.kind().label()))
                            .withCode(row.kind().code()),
                    Cell.number(row.number()),
                    day(row.start()),
                    day(row.end()),
                    year(row.year()),
                    row.ofDays() == 0 ? Cell.blank("") : Cell.number(row.days()),
                    row.ofDays() == 0 ? Cell.blank("") : Cell.number(row.ofDays()),
                    Cell.text(BriefJson.donorName(row.donor(), wording)),
                    Cell.text(wording.say(row.area().label()))
                            .withCode(row.area().code()),
                    Cell.number(row.amount()),
                    Cell.text(row.currency()),
                    isConverted ? Cell.number(row.rate().perUsd()) : Cell.blank(""),
                    isConverted ? year(row.rate().year()) : Cell.blank(""),
                    isConverted ? Cell.text(row.rate().source()) : Cell.text(word("not-converted")),
                    isConverted ? Cell.number(row.into().perUsd()) : Cell.blank(""),
                    Cell.number(row.countryPercent()),
                    Cell.number(row.areaPercent()),
                    Cell.number(row.value())));
        }
        List<Column> columns = List.of(
                Column.text("activity", word("identifier")),
                Column.text("title", word("title")),
                Column.text("measure", word("measure")),
                Column.integer("number", wording.say("portal.pivot.number"), ""),
                Column.date("start", word("start")),
                Column.date("end", word("end")),
                Column.text("year", word("year")),
                Column.integer("days", wording.say("portal.pivot.days"), ""),
                Column.integer("of_days", wording.say("portal.pivot.of-days"), ""),
                Column.text("donor", word("donor")),
                Column.text("area", word("area")),
                Column.decimal("amount", word("amount"), "", 2),
                Column.text("currency", word("currency")),
                Column.decimal("per_usd", word("per-usd"), "", 6),
                Column.text("rate_year", word("rate-year")),
                Column.text("rate_source", word("rate-source")),
                Column.decimal("into_per_usd", wording.say("portal.column.into-per-usd", currency), "", 6),
                Column.decimal("country_percent", word("country-percent"), "%", 2),
                Column.decimal("area_percent", word("area-percent"), "%", 2),
                Column.decimal(currency.toLowerCase(Locale.ROOT), currency, "", 2));
        List<Cell> footer = new ArrayList<>();
        footer.add(Cell.text(wording.say("portal.column.total")));
        for (int i = 1; i < columns.size() - 1; i++) {
            footer.add(Cell.blank(""));
        }
        footer.add(Cell.number(sum));
        boolean isOneKind = planned.stream().map(PlannedRow::kind).distinct().count() == 1;
        return new Table(
                narrowed(wording.say(
                        "portal.table.planned-rows",
                        question.question().country().inText(wording))),
                columns,
                rows,
                isOneKind ? Optional.of(footer) : Optional.empty());
    }

    private String word(String column) {
        return wording.say("portal.column." + column);
    }
}
