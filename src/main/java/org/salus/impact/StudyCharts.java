package org.salus.impact;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.documents.Cell;
import org.salus.documents.Chart;
import org.salus.documents.ChartOption;
import org.salus.documents.Column;
import org.salus.documents.Hue;
import org.salus.documents.Table;
import org.salus.documents.Tint;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;

/** What an answer looks like, each picture with the same numbers as a table; and its other figures as tables. Pure. */
public final class StudyCharts {
    /** The pictures there can be, in the order in which they are shown. */
    public static final List<String> PICTURES = List.of("series", "gaps", "events");

    private static final int DECIMALS = 4;
    private static final MathContext DRAWN = new MathContext(6);

    /** By this multiple of its error a figure reaches to either side of itself, in nineteen of twenty cases. */
    private static final double REACH = 1.96;

    private final ImpactAnswer answer;
    private final Wording wording;

    public StudyCharts(ImpactAnswer answer, Wording wording) {
        this.answer = answer;
        this.wording = wording;
    }

    /**
     * A picture or table under the name by which it is asked for.
     *
     * @param chart empty where it is a table alone
     */
    public record Named(String name, Optional<Chart> chart, Table table) {}

    /** Everything there is to see, pictures first. */
    public List<Named> all() {
        return Stream.concat(
                        PICTURES.stream().flatMap(name -> picture(name).stream()),
                        Stream.of("placebos", "weights", "terms", "checks", "alternatives")
                                .flatMap(name -> table(name).stream()))
                .toList();
    }

    /**
     * One of them.
     *
     * @throws Failure (not found) if this answer has none of that name
     */
    public Named get(String name) {
        return picture(name)
                .or(() -> table(name))
                .orElseThrow(() -> Failure.notFound(Sentence.of("impact.study.no-table", name)));
    }

    private Optional<Named> picture(String name) {
        return switch (name) {
            case "series" -> Optional.of(named(name, series()));
            case "gaps" -> answer.method().equals("its") ? Optional.empty() : Optional.of(named(name, gaps()));
            case "events" -> events().map(chart -> named(name, chart));
            default -> Optional.empty();
        };
    }

    private static Named named(String name, Chart chart) {
        return new Named(name, Optional.of(chart), chart.table());
    }

    private Optional<Named> table(String name) {
        Table table = switch (name) {
            case "placebos" -> placebos();
            case "weights" -> weights();
            case "terms" -> terms();
            case "checks" -> checks();
            case "alternatives" -> alternatives();
            default -> null;
        };
        return table == null || table.rows().isEmpty()
                ? Optional.empty()
                : Optional.of(new Named(name, Optional.empty(), table));
    }

    private List<String> times() {
        return answer.series().stream().map(ImpactAnswer.Point::time).toList();
    }

    private String column(String name) {
        return wording.say("impact.column." + name);
    }

    private static Optional<BigDecimal> drawn(@Nullable Double figure) {
        return figure == null || !Double.isFinite(figure)
                ? Optional.empty()
                : Optional.of(new BigDecimal(figure).round(DRAWN));
    }

    private Cell cell(@Nullable Double figure) {
        return figure == null || !Double.isFinite(figure)
                ? Cell.blank(wording.say("impact.not-told"))
                : Cell.number(new BigDecimal(Double.toString(figure)).stripTrailingZeros());
    }

    private static ChartOption.Series line(String name, Tint tint, List<Double> figures) {
        return new ChartOption.Series(
                name, tint, figures.stream().map(StudyCharts::drawn).toList());
    }

    /** Observed beside what is expected without the treatment. */
    private Chart series() {
        List<ImpactAnswer.Point> points = answer.series();
        ChartOption option = new ChartOption(
                ChartOption.Kind.LINES,
                wording.say(
                        "impact.chart.series", answer.outcome(), answer.data().from()),
                answer.outcome(),
                column("time"),
                times(),
                List.of(
                        line(
                                wording.say("impact.column.observed"),
                                Tint.of(Hue.ACCENT),
                                points.stream()
                                        .map(ImpactAnswer.Point::observed)
                                        .toList()),
                        line(
                                wording.say("impact.column.expected"),
                                new Tint(Hue.NONE, 5),
                                points.stream()
                                        .map(ImpactAnswer.Point::expected)
                                        .toList())));
        Table table = new Table(
                wording.say("impact.table-of.series"),
                List.of(Column.text("time", column("time")), decimal("observed"), decimal("expected"), decimal("gap")),
                points.stream()
                        .map(point -> List.of(
                                Cell.text(point.time()),
                                cell(point.observed()),
                                cell(point.expected()),
                                cell(point.gap())))
                        .toList());
        return new Chart(
                option,
                table,
                wording.say(
                        "impact.chart.series.alternative",
                        answer.outcome(),
                        points.getFirst().time(),
                        points.getLast().time(),
                        answer.data().from(),
                        answer.estimate().value()));
    }

    private Column decimal(String name) {
        return Column.decimal(name, column(name), "", DECIMALS);
    }

    /** The gap over time, before those of pretended treatments where they are known. */
    private Chart gaps() {
        List<Double> own = answer.series().stream().map(ImpactAnswer.Point::gap).toList();
        String name =
                String.join(", ", answer.data().treated().stream().limit(2).toList());
        List<ChartOption.Series> series = new ArrayList<>(List.of(line(name, Tint.of(Hue.ACCENT), own)));
        List<Column> columns = new ArrayList<>(List.of(Column.text("time", column("time")), decimal("gap")));
        answer.placeboGaps().forEach(each -> {
            series.add(line(each.name(), Tint.of(Hue.NONE), each.gaps()));
            columns.add(Column.decimal("placebo_" + (columns.size() - 1), each.name(), "", DECIMALS));
        });
        List<List<Cell>> rows = IntStream.range(0, own.size())
                .mapToObj(time -> Stream.concat(
                                Stream.of(Cell.text(answer.series().get(time).time()), cell(own.get(time))),
                                answer.placeboGaps().stream()
                                        .map(each -> cell(each.gaps().get(time))))
                        .toList())
                .toList();
        int placebos = answer.placeboGaps().size();
        String finding = placebos == 0
                ? wording.say("impact.chart.gaps", answer.data().from())
                : wording.say(
                        "impact.chart.cloud", name, placebos, answer.data().from());
        return new Chart(
                new ChartOption(ChartOption.Kind.CLOUD, finding, answer.outcome(), column("time"), times(), series),
                new Table(wording.say("impact.table-of.gaps"), columns, rows),
                wording.say(
                        "impact.chart.gaps.alternative",
                        finding,
                        answer.estimate().value(),
                        placebos));
    }

    /** Effects by time since the beginning, each with how far it may be off; only of differences in differences. */
    private Optional<Chart> events() {
        if (!answer.method().equals("did") || answer.coefficients().isEmpty()) {
            return Optional.empty();
        }
        List<ImpactAnswer.Coefficient> events = answer.coefficients();
        List<String> since = events.stream().map(event -> since(event.name())).toList();
        List<Optional<BigDecimal>> low =
                events.stream().map(event -> drawn(end(event, -REACH))).toList();
        List<Optional<BigDecimal>> high =
                events.stream().map(event -> drawn(end(event, REACH))).toList();
        boolean isSpread = low.stream().anyMatch(Optional::isPresent);
        String finding = wording.say("impact.chart.events");
        ChartOption option = new ChartOption(
                ChartOption.Kind.LINES,
                finding,
                answer.outcome(),
                column("since"),
                since,
                List.of(line(
                        column("effect"),
                        Tint.of(Hue.ACCENT),
                        events.stream().map(ImpactAnswer.Coefficient::value).toList())),
                isSpread
                        ? List.of(new ChartOption.Band(
                                column("interval"),
                                column("lower"),
                                column("upper"),
                                Tint.of(Hue.ACCENT),
                                low,
                                high,
                                Set.of()))
                        : List.of());
        Table table = new Table(
                wording.say("impact.table-of.events"),
                List.of(
                        Column.text("since", column("since")),
                        decimal("effect"),
                        decimal("error"),
                        decimal("lower"),
                        decimal("upper")),
                IntStream.range(0, events.size())
                        .mapToObj(i -> List.of(
                                Cell.text(since.get(i)),
                                cell(events.get(i).value()),
                                cell(events.get(i).standardError()),
                                cell(end(events.get(i), -REACH)),
                                cell(end(events.get(i), REACH))))
                        .toList());
        return Optional.of(
                new Chart(option, table, wording.say("impact.chart.events.alternative", finding, events.size())));
    }

    private static @Nullable Double end(ImpactAnswer.Coefficient event, double reach) {
        return event.standardError() == null ? null : Double.valueOf(event.value() + reach * event.standardError());
    }

    /** Times since the beginning as a number: before it negative. */
    private static String since(String name) {
        return name.startsWith("before_") ? "-" + name.substring("before_".length()) : name.replace("since_", "");
    }

    private Table placebos() {
        return new Table(
                wording.say("impact.table-of.placebos"),
                List.of(
                        Column.text("kind", column("kind")),
                        Column.text("name", column("name")),
                        decimal("effect"),
                        decimal("before"),
                        Column.decimal("ratio", column("ratio"), "", 2),
                        Column.decimal("p", column("p"), "", 3)),
                answer.placebos().stream()
                        .map(each -> List.of(
                                Cell.text(wording.say(
                                        "impact.placebo." + each.kind().replace('_', '-'))),
                                Cell.text(each.name()),
                                cell(each.effect()),
                                cell(each.before()),
                                cell(each.ratio()),
                                cell(each.p())))
                        .toList());
    }

    private Table weights() {
        List<List<Cell>> rows = new ArrayList<>();
        add(rows, "of-unit", answer.weights());
        add(rows, "of-time", answer.timeWeights());
        add(rows, "of-predictor", answer.predictorWeights());
        return new Table(
                wording.say("impact.table-of.weights"),
                List.of(Column.text("kind", column("kind")), Column.text("name", column("name")), decimal("weight")),
                rows);
    }

    private void add(List<List<Cell>> rows, String kind, List<ImpactAnswer.Weight> weights) {
        weights.forEach(each -> rows.add(
                List.of(Cell.text(wording.say("impact.weight." + kind)), Cell.text(each.name()), cell(each.weight()))));
    }

    /** The terms of a regression; effects by time are a picture. */
    private Table terms() {
        return new Table(
                wording.say("impact.table-of.terms"),
                List.of(Column.text("name", column("name")), decimal("value"), decimal("error")),
                answer.method().equals("did")
                        ? List.of()
                        : answer.coefficients().stream()
                                .map(each ->
                                        List.of(Cell.text(each.name()), cell(each.value()), cell(each.standardError())))
                                .toList());
    }

    private Table checks() {
        List<List<Cell>> rows = new ArrayList<>();
        answer.tests()
                .forEach(each ->
                        rows.add(List.of(Cell.text(wording.say(each.says())), cell(each.statistic()), cell(each.p()))));
        answer.fit()
                .forEach(each -> rows.add(List.of(
                        Cell.text(wording.say(each.says())),
                        cell(each.value()),
                        Cell.blank(wording.say("impact.not-told")))));
        return new Table(
                wording.say("impact.table-of.checks"),
                List.of(
                        Column.text("check", column("check")),
                        Column.decimal("value", column("value"), "", 6),
                        Column.decimal("p", column("p"), "", 3)),
                rows);
    }

    private Table alternatives() {
        return new Table(
                wording.say("impact.table-of.alternatives"),
                List.of(
                        Column.text("choice", column("choice")),
                        decimal("effect"),
                        Column.text("weights", column("weights"))),
                answer.alternatives().stream()
                        .map(each -> List.of(
                                Cell.text(wording.say(each.says())), cell(each.effect()), weights(each.weights())))
                        .toList());
    }

    private Cell weights(List<ImpactAnswer.Weight> weights) {
        return weights.isEmpty()
                ? Cell.blank(wording.say("impact.not-told"))
                : Cell.text(String.join(
                        "; ",
                        weights.stream()
                                .map(each -> wording.say("impact.weight.of", each.name(), each.weight()))
                                .toList()));
    }
}
