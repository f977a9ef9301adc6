package org.salus.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/** Makes a panel of a table, and says exactly where it cannot: nothing is filled in, averaged or left out unasked. */
final class PanelReading {
    private static final Set<String> MISSING = Set.of("", "NA", "NaN", "nan", ".", "null");
    private static final Set<String> YES = Set.of("1", "1.0", "true", "TRUE", "True", "yes");
    private static final Set<String> NO = Set.of("0", "0.0", "false", "FALSE", "False", "no");

    private final PanelTable table;
    private final PanelQuestion question;
    private final List<TimeLabel> times;
    private final List<String> units;
    /** Per unit and time the row. */
    private final PanelTable.Row[][] rows;

    private final Panel panel;

    private PanelReading(PanelTable table, PanelQuestion question, boolean isSeries) {
        this.table = table;
        this.question = question;
        int unitColumn = question.unit() == null ? -1 : table.column(question.unit());
        int timeColumn = table.column(question.time());
        int outcomeColumn = table.column(question.outcome());
        int treatment = treatmentColumn(unitColumn);
        Map<String, Map<Long, PanelTable.Row>> byUnit = new LinkedHashMap<>();
        Map<Long, TimeLabel> all = gather(unitColumn, timeColumn, byUnit);
        List<String> names = List.copyOf(byUnit.keySet());
        question.without().forEach(name -> known(name, names));
        byUnit.keySet().removeAll(Set.copyOf(question.without()));
        if (treatment < 0) {
            question.treated().forEach(name -> known(name, names));
            question.treated().stream()
                    .filter(question.without()::contains)
                    .findFirst()
                    .ifPresent(both -> {
                        throw Failure.wrongUse(Sentence.of("impact.table.treated-and-without", both));
                    });
        }
        if (isSeries) {
            keepOneSeries(byUnit, treatment);
        }
        Set<Long> used = new HashSet<>();
        byUnit.values().forEach(each -> used.addAll(each.keySet()));
        this.times = all.values().stream()
                .filter(time -> used.contains(time.order()))
                .sorted(Comparator.comparingLong(TimeLabel::order))
                .toList();
        this.units = List.copyOf(byUnit.keySet());
        if (times.size() < 2) {
            throw Failure.wrongUse(Sentence.of("impact.table.one-period", table.name(), question.time()))
                    .advising(Sentence.of("impact.table.one-period.advice"));
        }
        this.rows = complete(byUnit);
        double[][] outcome = new double[units.size()][times.size()];
        for (int unit = 0; unit < units.size(); unit++) {
            for (int time = 0; time < times.size(); time++) {
                outcome[unit][time] = figure(rows[unit][time], outcomeColumn, unit, time);
            }
        }
        this.panel =
                new Panel(units, times.stream().map(TimeLabel::label).toList(), outcome, starts(treatment, isSeries));
        refuseWhatTellsNothing(isSeries);
    }

    /** A panel of several units, some treated. */
    static PanelReading panel(PanelTable table, PanelQuestion question) {
        return new PanelReading(table, question, false);
    }

    /** The series of one treated unit, evenly spaced in time. */
    static PanelReading series(PanelTable table, PanelQuestion question) {
        PanelReading read = new PanelReading(table, question, true);
        read.refuseUnevenTimes();
        return read;
    }

    Panel panel() {
        return panel;
    }

    /** How many rows of the table are used. */
    int used() {
        return units.size() * times.size();
    }

    private int treatmentColumn(int unitColumn) {
        if (question.treated().size() == 1) {
            int column = table.heads().indexOf(question.treated().getFirst());
            boolean isUnit = unitColumn >= 0
                    && table.rows().stream()
                            .anyMatch(row -> row.cell(unitColumn)
                                    .equals(question.treated().getFirst()));
            if (column >= 0 && !isUnit) {
                if (question.from() != null) {
                    throw Failure.wrongUse(Sentence.of(
                            "impact.table.two-beginnings", question.treated().getFirst()));
                }
                return column;
            }
        }
        if (question.from() == null) {
            throw Failure.wrongUse(Sentence.of("impact.table.no-beginning"))
                    .advising(Sentence.of("impact.table.no-beginning.advice"));
        }
        return -1;
    }

    private Map<Long, TimeLabel> gather(int unitColumn, int timeColumn, Map<String, Map<Long, PanelTable.Row>> byUnit) {
        List<TimeLabel> read = new ArrayList<>();
        TimeLabel first = null;
        boolean sameDay = true;
        for (PanelTable.Row row : table.rows()) {
            TimeLabel time = TimeLabel.read(row.cell(timeColumn));
            if (time == null) {
                throw Failure.wrongUse(Sentence.of(
                                "impact.table.no-time",
                                table.name(),
                                row.line(),
                                row.cell(timeColumn),
                                question.time()))
                        .advising(Sentence.of("impact.table.no-time.advice"));
            }
            if (first == null) {
                first = time;
            }
            if (time.kind() != first.kind()) {
                throw Failure.wrongUse(Sentence.of(
                                "impact.table.mixed-times", table.name(), row.line(), time.label(), first.label()))
                        .advising(Sentence.of("impact.table.no-time.advice"));
            }
            sameDay = sameDay && (time.kind() != TimeLabel.Kind.DAY || time.dayOfMonth() == first.dayOfMonth());
            read.add(time);
        }
        boolean inMonths = first != null && first.kind() == TimeLabel.Kind.DAY && sameDay;
        Map<Long, TimeLabel> all = new HashMap<>();
        for (int i = 0; i < read.size(); i++) {
            PanelTable.Row row = table.rows().get(i);
            TimeLabel time = inMonths ? read.get(i).inMonths() : read.get(i);
            String unit = unitColumn < 0 ? question.outcome() : row.cell(unitColumn);
            if (unit.isEmpty()) {
                throw Failure.wrongUse(
                        Sentence.of("impact.table.no-unit", table.name(), row.line(), String.valueOf(question.unit())));
            }
            PanelTable.Row before =
                    byUnit.computeIfAbsent(unit, name -> new LinkedHashMap<>()).put(time.order(), row);
            if (before != null) {
                throw Failure.wrongUse(Sentence.of(
                                "impact.table.twice", table.name(), before.line(), row.line(), unit, time.label()))
                        .advising(Sentence.of(
                                unitColumn < 0 ? "impact.table.twice.advice-unit" : "impact.table.twice.advice"));
            }
            all.putIfAbsent(time.order(), time);
        }
        return all;
    }

    private void known(String name, List<String> names) {
        if (!names.contains(name)) {
            throw Failure.notFound(Sentence.of("impact.table.no-such-unit", table.name(), name))
                    .advising(Sentence.of("impact.table.no-such-unit.advice", Names.nearest(name, names)));
        }
    }

    private void keepOneSeries(Map<String, Map<Long, PanelTable.Row>> byUnit, int treatment) {
        List<String> wanted = treatment >= 0
                ? byUnit.entrySet().stream()
                        .filter(unit ->
                                unit.getValue().values().stream().anyMatch(row -> YES.contains(row.cell(treatment))))
                        .map(Map.Entry::getKey)
                        .toList()
                : question.treated().isEmpty() && byUnit.size() == 1
                        ? List.copyOf(byUnit.keySet())
                        : question.treated();
        if (wanted.size() != 1) {
            throw Failure.wrongUse(Sentence.of("impact.table.not-one-series", byUnit.size(), wanted.size()))
                    .advising(Sentence.of("impact.table.not-one-series.advice"));
        }
        byUnit.keySet().retainAll(wanted);
    }

    private PanelTable.Row[][] complete(Map<String, Map<Long, PanelTable.Row>> byUnit) {
        PanelTable.Row[][] complete = new PanelTable.Row[units.size()][times.size()];
        for (int unit = 0; unit < units.size(); unit++) {
            Map<Long, PanelTable.Row> own = byUnit.get(units.get(unit));
            for (int time = 0; time < times.size(); time++) {
                PanelTable.Row row =
                        own == null ? null : own.get(times.get(time).order());
                if (row == null) {
                    throw gap(unit, time, "impact.table.gap");
                }
                complete[unit][time] = row;
            }
        }
        return complete;
    }

    private Failure gap(int unit, int time, String key) {
        return Failure.wrongUse(Sentence.of(
                        key, table.name(), units.get(unit), times.get(time).label()))
                .advising(Sentence.of("impact.table.gap.advice"));
    }

    private double figure(PanelTable.Row row, int column, int unit, int time) {
        double figure = figure(row, column);
        if (Double.isNaN(figure)) {
            throw Failure.wrongUse(Sentence.of(
                            "impact.table.no-figure",
                            table.name(),
                            row.line(),
                            units.get(unit),
                            times.get(time).label(),
                            table.heads().get(column)))
                    .advising(Sentence.of("impact.table.gap.advice"));
        }
        return figure;
    }

    /** Not a number where nothing stands. */
    private double figure(PanelTable.Row row, int column) {
        String text = row.cell(column);
        if (MISSING.contains(text)) {
            return Double.NaN;
        }
        try {
            double figure = Double.parseDouble(text);
            if (Double.isFinite(figure) && !text.matches(".*[dDfFxX].*")) {
                refuseBeyondMeasure(row, column, text, figure);
                return figure;
            }
        } catch (NumberFormatException noNumber) {
            // Said below.
        }
        throw Failure.wrongUse(Sentence.of(
                        "impact.table.no-number",
                        table.name(),
                        row.line(),
                        table.heads().get(column),
                        text))
                .advising(Sentence.of("impact.table.no-number.advice"));
    }

    private void refuseBeyondMeasure(PanelTable.Row row, int column, String text, double figure) {
        if (!Numbers.isMeasurable(figure)) {
            throw Failure.wrongUse(Sentence.of(
                            Math.abs(figure) > 1 ? "impact.table.too-large-figure" : "impact.table.too-small-figure",
                            table.name(),
                            row.line(),
                            table.heads().get(column),
                            text))
                    .advising(Sentence.of("impact.table.beyond-measure.advice"));
        }
    }

    private int[] starts(int treatment, boolean isSeries) {
        int[] starts = new int[units.size()];
        Arrays.fill(starts, times.size());
        if (treatment >= 0) {
            for (int unit = 0; unit < units.size(); unit++) {
                starts[unit] = start(unit, treatment);
            }
        } else {
            int from = index(String.valueOf(question.from()));
            for (int unit = 0; unit < units.size(); unit++) {
                if (isSeries || question.treated().contains(units.get(unit))) {
                    starts[unit] = from;
                }
            }
        }
        return starts;
    }

    private int start(int unit, int treatment) {
        int start = times.size();
        for (int time = 0; time < times.size(); time++) {
            PanelTable.Row row = rows[unit][time];
            String cell = row.cell(treatment);
            boolean isTreated = YES.contains(cell);
            if (!isTreated && !NO.contains(cell)) {
                throw Failure.wrongUse(Sentence.of(
                                "impact.table.no-yes",
                                table.name(),
                                row.line(),
                                table.heads().get(treatment),
                                cell))
                        .advising(Sentence.of("impact.table.no-yes.advice"));
            }
            if (isTreated && start == times.size()) {
                start = time;
            }
            if (!isTreated && start < times.size()) {
                throw Failure.wrongUse(Sentence.of(
                                "impact.table.ends",
                                table.name(),
                                row.line(),
                                units.get(unit),
                                times.get(time).label()))
                        .advising(Sentence.of("impact.table.ends.advice"));
            }
        }
        return start;
    }

    /** The place of a time of the table. */
    private int index(String text) {
        TimeLabel wanted = TimeLabel.read(text.strip());
        if (wanted == null || wanted.kind() != times.getFirst().kind()) {
            throw refused("impact.table.no-such-time", text);
        }
        for (int time = 0; time < times.size(); time++) {
            if (times.get(time).label().equals(wanted.label())) {
                return time;
            }
        }
        // Labels of one kind are of one length but for numbers, which order themselves.
        boolean isNumber = wanted.kind() == TimeLabel.Kind.NUMBER;
        boolean isBefore = isNumber
                ? wanted.order() < times.getFirst().order()
                : wanted.label().compareTo(times.getFirst().label()) < 0;
        boolean isAfter = isNumber
                ? wanted.order() > times.getLast().order()
                : wanted.label().compareTo(times.getLast().label()) > 0;
        throw refused(
                isBefore
                        ? "impact.table.before-data"
                        : isAfter ? "impact.table.after-data" : "impact.table.no-such-time",
                text);
    }

    private Failure refused(String key, String text) {
        return Failure.wrongUse(Sentence.of(key, text))
                .advising(Sentence.of(
                        "impact.table.no-such-time.advice",
                        times.getFirst().label(),
                        times.getLast().label()));
    }

    private void refuseWhatTellsNothing(boolean isSeries) {
        if (!isSeries && units.size() < 2) {
            throw Failure.wrongUse(Sentence.of("impact.table.one-unit", table.name(), units.getFirst()))
                    .advising(Sentence.of("impact.table.one-unit.advice"));
        }
        if (panel.treated().length == 0) {
            throw Failure.wrongUse(Sentence.of("impact.table.nobody-treated"));
        }
        for (int unit : panel.treated()) {
            if (panel.start(unit) == 0) {
                throw Failure.wrongUse(Sentence.of(
                                "impact.table.treated-from-start",
                                units.get(unit),
                                times.getFirst().label()))
                        .advising(Sentence.of("impact.table.treated-from-start.advice"));
            }
            double first = panel.at(unit, 0);
            if (Arrays.stream(panel.of(unit)).allMatch(figure -> figure == first)) {
                throw Failure.wrongUse(Sentence.of("impact.table.constant", units.get(unit), question.outcome(), first))
                        .advising(Sentence.of("impact.table.constant.advice"));
            }
        }
        if (!isSeries && panel.treated().length == units.size() && panel.beginsAtOnce()) {
            throw Failure.wrongUse(Sentence.of("impact.table.no-controls"))
                    .advising(Sentence.of("impact.table.no-controls.advice"));
        }
    }

    private void refuseUnevenTimes() {
        long step = Long.MAX_VALUE;
        for (int time = 1; time < times.size(); time++) {
            step = Math.min(step, times.get(time).order() - times.get(time - 1).order());
        }
        for (int time = 1; time < times.size(); time++) {
            if (times.get(time).order() - times.get(time - 1).order() != step) {
                throw Failure.wrongUse(Sentence.of(
                                "impact.table.uneven",
                                times.get(time - 1).label(),
                                times.get(time).label(),
                                step))
                        .advising(Sentence.of("impact.table.gap.advice"));
            }
        }
    }

    /**
     * A window of times.
     *
     * @param text {@code 1960-1969}, {@code 2001-03..2004-02} or one time
     * @return first and last index
     */
    int[] window(String text) {
        String[] ends = text.contains("..")
                ? text.split("\\.\\.", 2)
                : text.matches("\\d{1,4}-\\d{3,4}|\\d+-\\d{4}")
                                || (times.getFirst().kind() == TimeLabel.Kind.NUMBER && text.matches("\\d+-\\d+"))
                        ? text.split("-", 2)
                        : new String[] {text, text};
        int from = index(ends[0]);
        int until = index(ends[1]);
        if (until < from) {
            throw Failure.wrongUse(Sentence.of("impact.table.window-backwards", text));
        }
        return new int[] {from, until};
    }

    /**
     * The predictors of each unit: means over their windows of what is there.
     *
     * @param fit first and last time of the window of the fit
     * @return rows of length 0 where there are no predictors
     */
    double[][] predictors(List<PredictorTerm> terms, int[] fit) {
        double[][] values = new double[units.size()][terms.size()];
        for (int k = 0; k < terms.size(); k++) {
            PredictorTerm term = terms.get(k);
            int[] window = term.window() == null ? fit : window(term.window());
            if (window[1] >= panel.firstStart()) {
                throw Failure.wrongUse(Sentence.of(
                        "impact.predictor.too-late",
                        term.name(),
                        times.get(panel.firstStart()).label()));
            }
            for (int unit = 0; unit < units.size(); unit++) {
                double own = sum(term.columns(), unit, window, term);
                values[unit][k] = term.whole().isEmpty() ? own : 100 * own / sum(term.whole(), unit, window, term);
                if (!Double.isFinite(values[unit][k])) {
                    throw nothing(term, unit);
                }
            }
            refuseSame(term, values, k);
        }
        return values;
    }

    private static void refuseSame(PredictorTerm term, double[][] values, int k) {
        if (Arrays.stream(values).allMatch(row -> row[k] == values[0][k])) {
            throw Failure.wrongUse(Sentence.of("impact.predictor.same", term.name(), values[0][k]))
                    .advising(Sentence.of("impact.predictor.same.advice"));
        }
    }

    private double sum(List<String> columns, int unit, int[] window, PredictorTerm term) {
        double sum = 0;
        for (String name : columns) {
            int column = table.column(name);
            List<Double> there = new ArrayList<>();
            for (int time = window[0]; time <= window[1]; time++) {
                double figure = figure(rows[unit][time], column);
                if (!Double.isNaN(figure)) {
                    there.add(figure);
                }
            }
            sum += there.stream().mapToDouble(Double::doubleValue).average().orElseThrow(() -> nothing(term, unit));
        }
        return sum;
    }

    private Failure nothing(PredictorTerm term, int unit) {
        return Failure.wrongUse(Sentence.of("impact.predictor.nothing", term.name(), units.get(unit)))
                .advising(Sentence.of("impact.predictor.nothing.advice"));
    }

    /** The unit's first figure that is no count; null if all are. */
    @Nullable
    String noCount() {
        for (int time = 0; time < times.size(); time++) {
            double figure = panel.at(0, time);
            if (figure < 0 || figure != Math.rint(figure)) {
                return times.get(time).label();
            }
        }
        return null;
    }
}
