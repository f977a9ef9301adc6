package org.salus.documents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one definition of a chart: the browser and the documents draw the ECharts option it gives.
 *
 * @param kind how the numbers are drawn
 * @param finding what the chart shows, as a sentence; its title
 * @param unit what the numbers are in; stands under the title
 * @param category what the categories are ("Year")
 * @param categories along the axis
 * @param series one value per category each
 * @param bands what lies behind lines: from where to where a number may be
 * @param places of the categories on an axis of equal steps, rising from 0, where they do not follow each other at equal distances; empty where they do
 * @param marks names along that axis where no category stands, by their steps, such as years between two dates
 */
public record ChartOption(
        Kind kind,
        String finding,
        String unit,
        String category,
        List<String> categories,
        List<Series> series,
        List<Band> bands,
        List<Integer> places,
        Map<Integer, String> marks) {
    /** How numbers are drawn. */
    public enum Kind {
        /** Lines over time with their names at the end. */
        LINES,
        /** One line with its name at the end before faint ones without, which only together say something. The first series is the one. */
        CLOUD,
        /** Columns beside one another. */
        BARS,
        /** Columns on top of one another, in the order of the series. */
        STACKED_BARS,
        /** Lying bars for categories with long names; one series reads best. */
        LYING_BARS,
        /** A small line for each series, all on one scale. */
        SMALL_MULTIPLES,
        /** A small line for each series, each on a scale of its own, because they measure different things. */
        OWN_SCALES;

        boolean hasPanels() {
            return this == SMALL_MULTIPLES || this == OWN_SCALES;
        }
    }

    /**
     * Numbers that belong together.
     *
     * @param values one per category; empty where nothing is known, which is drawn as a gap
     * @param passed places of categories about which it says nothing at all: a line goes over them and has no gap there
     * @param gap what the table says of a gap; may be empty
     * @param scale between which ends a small chart of it is drawn; empty for ends that suit the values
     */
    public record Series(
            String name,
            Tint tint,
            List<Optional<BigDecimal>> values,
            Set<Integer> passed,
            String gap,
            Optional<Scale> scale) {
        public Series {
            values = List.copyOf(values);
            passed = Set.copyOf(passed);
        }

        /** Numbers drawn between ends that suit them. */
        public Series(String name, Tint tint, List<Optional<BigDecimal>> values, Set<Integer> passed, String gap) {
            this(name, tint, values, passed, gap, Optional.empty());
        }

        /** Numbers that say something about every category, if only that it is not known. */
        public Series(String name, Tint tint, List<Optional<BigDecimal>> values) {
            this(name, tint, values, Set.of(), "");
        }

        /**
         * The same drawn between these ends, unless a value lies beyond them. A scale to both sides of nought is drawn as far as its values go, since its ends
         * are mostly bounds that nobody comes near.
         */
        public Series between(BigDecimal least, BigDecimal most) {
            boolean holds = least.signum() >= 0
                    && most.compareTo(least) > 0
                    && values.stream()
                            .flatMap(Optional::stream)
                            .allMatch(value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0);
            return holds ? new Series(name, tint, values, passed, gap, Optional.of(new Scale(least, most))) : this;
        }

        private Cell cell(int category) {
            return values.get(category)
                    .map(Cell::number)
                    .orElseGet(() -> Cell.blank(passed.contains(category) ? "" : gap));
        }
    }

    /** The ends of the scale that a publisher gives its numbers. */
    public record Scale(BigDecimal least, BigDecimal most) {}

    /**
     * Intervals that belong together. One is drawn at its category, those that follow each other are joined, also over categories that are passed.
     *
     * @param low the lower ends, one per category; empty where there is no interval
     * @param high the upper ends, of the same categories
     * @param passed places of categories about which it says nothing at all
     */
    public record Band(
            String name,
            String lowName,
            String highName,
            Tint tint,
            List<Optional<BigDecimal>> low,
            List<Optional<BigDecimal>> high,
            Set<Integer> passed) {
        public Band {
            low = List.copyOf(low);
            high = List.copyOf(high);
            passed = Set.copyOf(passed);
        }

        private Series of(String part, List<Optional<BigDecimal>> values) {
            return new Series(part, tint, values, passed, "");
        }
    }

    /** A chart whose categories stand at equal distances. */
    public ChartOption(
            Kind kind,
            String finding,
            String unit,
            String category,
            List<String> categories,
            List<Series> series,
            List<Band> bands) {
        this(kind, finding, unit, category, categories, series, bands, List.of(), Map.of());
    }

    /** A chart without bands. */
    public ChartOption(
            Kind kind, String finding, String unit, String category, List<String> categories, List<Series> series) {
        this(kind, finding, unit, category, categories, series, List.of());
    }

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String FONT = "'" + Lettering.FAMILY + "', system-ui, sans-serif";
    private static final int PANELS_TOP = 56;
    private static final int PANEL_HEIGHT = 170;
    /** Room for two lines. */
    private static final int PANEL_TITLE = 40;
    /** Of a number with gaps on both sides: without a line to it, it would be too small to see. */
    private static final int LONE_POINT = 6;

    /** The place of what is none of the lines, such as a band. */
    private static final int NO_LINE = -1;
    /** A name below a number needs so small a part of the height of the chart. */
    private static final int PARTS_FOR_A_NAME = 12;

    private static final List<Object> STROKES = List.of("solid", "dashed", "dotted", List.of(8, 3, 2, 3));

    public ChartOption {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        bands = List.copyOf(bands);
        places = List.copyOf(places);
        marks = Map.copyOf(marks);
        for (int step : marks.keySet()) {
            if (places.isEmpty() || places.contains(step) || step < 0 || step > places.getLast()) {
                throw new IllegalArgumentException("Marks stand where no category does: " + marks);
            }
        }
        if (!places.isEmpty() && (kind != Kind.LINES || !isRising(places, categories.size()))) {
            throw new IllegalArgumentException("A place for each category of lines, rising from 0: " + places);
        }
        if (!bands.isEmpty() && kind != Kind.LINES) {
            throw new IllegalArgumentException("Bands lie behind lines: " + finding);
        }
        for (Band band : bands) {
            for (int i = 0; i < categories.size(); i++) {
                if (band.low().size() != categories.size()
                        || band.high().size() != categories.size()
                        || band.low().get(i).isPresent() != band.high().get(i).isPresent()) {
                    throw new IllegalArgumentException("Both ends of an interval, per category: " + band.name());
                }
            }
        }
        if (categories.isEmpty() || series.isEmpty()) {
            throw new IllegalArgumentException("A chart without numbers is a sentence: " + finding);
        }
        for (Series each : series) {
            if (each.values().size() != categories.size()) {
                throw new IllegalArgumentException("The series " + each.name() + " has "
                        + each.values().size() + " values for " + categories.size() + " categories");
            }
        }
    }

    /** The same below words that say the finding already: what its numbers are in takes the place of its title. */
    ChartOption untitled() {
        return new ChartOption(kind, unit, "", category, categories, series, bands, places, marks);
    }

    private static boolean isRising(List<Integer> places, int count) {
        return places.size() == count
                && places.getFirst() == 0
                && IntStream.range(1, count).allMatch(at -> places.get(at) > places.get(at - 1));
    }

    /** The same with a step wherever nothing stands, without a name unless a mark names it; lines and bands go over it. */
    private ChartOption spread() {
        int steps = places.getLast() + 1;
        Set<Integer> empty = IntStream.range(0, steps)
                .filter(step -> !places.contains(step))
                .boxed()
                .collect(Collectors.toSet());
        return new ChartOption(
                kind,
                finding,
                unit,
                category,
                marked(spread(categories, "", steps)),
                series.stream()
                        .map(each -> new Series(
                                each.name(),
                                each.tint(),
                                spread(each.values(), Optional.empty(), steps),
                                passed(each.passed(), empty),
                                each.gap(),
                                each.scale()))
                        .toList(),
                bands.stream()
                        .map(each -> new Band(
                                each.name(),
                                each.lowName(),
                                each.highName(),
                                each.tint(),
                                spread(each.low(), Optional.empty(), steps),
                                spread(each.high(), Optional.empty(), steps),
                                passed(each.passed(), empty)))
                        .toList());
    }

    private List<String> marked(List<String> names) {
        List<String> marked = new ArrayList<>(names);
        marks.forEach(marked::set);
        return marked;
    }

    private <T> List<T> spread(List<T> values, T nothing, int steps) {
        List<T> spread = new ArrayList<>(Collections.nCopies(steps, nothing));
        for (int at = 0; at < values.size(); at++) {
            spread.set(places.get(at), values.get(at));
        }
        return spread;
    }

    private Set<Integer> passed(Set<Integer> passed, Set<Integer> empty) {
        return Stream.concat(passed.stream().map(places::get), empty.stream()).collect(Collectors.toSet());
    }

    /** The ECharts 6 option: numbers, texts and colours only, no functions. {@code charts.js} adds how numbers are written. */
    public Map<String, Object> option(Palette colours) {
        if (!places.isEmpty()) {
            return spread().option(colours);
        }
        Map<String, Object> option = new LinkedHashMap<>();
        option.put("textStyle", Map.of("fontFamily", FONT, "fontSize", 12, "color", colours.ink()));
        option.put("aria", map("enabled", true, "label", map("enabled", false)));
        List<Object> titles = new ArrayList<>();
        titles.add(map(
                "text",
                finding,
                "subtext",
                unit,
                "left",
                0,
                "top",
                0,
                "padding",
                0,
                "itemGap",
                4,
                "textStyle",
                map(
                        "fontFamily",
                        FONT,
                        "fontSize",
                        15,
                        // Otherwise it is guessed from a letter that the reader's typeface may not have.
                        "lineHeight",
                        18,
                        "fontWeight",
                        "bold",
                        "color",
                        colours.ink()),
                "subtextStyle",
                map("fontFamily", FONT, "fontSize", 12, "lineHeight", 15, "color", colours.faint())));
        option.put("title", titles);
        option.put("tooltip", map("trigger", kind.hasPanels() ? "item" : "axis", "confine", true));
        switch (kind) {
            case SMALL_MULTIPLES, OWN_SCALES -> panels(option, titles, colours);
            case LYING_BARS -> lying(option, colours);
            case LINES, CLOUD, BARS, STACKED_BARS -> upright(option, colours);
        }
        return option;
    }

    /** {@link #option} as JSON. */
    public String json(Palette colours) {
        return JSON.writeValueAsString(option(colours));
    }

    /** The same numbers as a table: a row for each category, a column for each series. */
    public Table table() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("category", category));
        List<Series> told = told();
        int decimals = told.stream()
                .flatMap(each -> each.values().stream())
                .flatMap(Optional::stream)
                .mapToInt(value -> Math.max(0, value.stripTrailingZeros().scale()))
                .max()
                .orElse(0);
        for (int i = 0; i < told.size(); i++) {
            columns.add(Column.decimal("series_" + (i + 1), told.get(i).name(), unit, Math.min(decimals, 2)));
        }
        List<List<Cell>> rows = IntStream.range(0, categories.size())
                .mapToObj(row -> {
                    List<Cell> cells = new ArrayList<>();
                    cells.add(Cell.text(categories.get(row)));
                    told.forEach(each -> cells.add(each.cell(row)));
                    return cells;
                })
                .map(List::copyOf)
                .toList();
        return new Table(finding, columns, rows);
    }

    /** Lines, then the ends of bands. */
    private List<Series> told() {
        List<Series> told = new ArrayList<>(series);
        for (Band band : bands) {
            told.add(band.of(band.lowName(), band.low()));
            told.add(band.of(band.highName(), band.high()));
        }
        return told;
    }

    /** How high the chart is at that width, in the same pixels; a narrow one gets room for the lines of its title and key. */
    int height(Size size) {
        int title = Math.max(0, (int) Math.ceil(Lettering.width(finding, 15, true) / size.width()) - 1);
        int below = Math.max(0, (int) Math.ceil(Lettering.width(unit, 12, false) / size.width()) - 1);
        double names = series.stream()
                .mapToDouble(each -> 33 + Lettering.width(each.name(), 12, false))
                .sum();
        int key = kind == Kind.LINES || kind == Kind.CLOUD ? 0 : (int) Math.ceil(names / size.width()) - 1;
        int more = 18 * title + 15 * below + 24 * key;
        return switch (kind) {
            case SMALL_MULTIPLES, OWN_SCALES -> panelsHeight(panelsBeside()) + 18 * title + 15 * below;
            case LYING_BARS -> 84 + categories.size() * (14 + 14 * Math.min(series.size(), 3)) + more;
            case LINES, CLOUD, BARS, STACKED_BARS -> Math.clamp(Math.round(size.width() * 0.42f), 220, 360) + more;
        };
    }

    /** How high small charts are, so many of them beside one another; the browser lays them out anew as charts.js says. */
    public int panelsHeight(int beside) {
        return PANELS_TOP + (series.size() + beside - 1) / beside * PANEL_HEIGHT;
    }

    private int panelsBeside() {
        return Math.min(3, series.size());
    }

    private void upright(Map<String, Object> option, Palette colours) {
        boolean cloud = kind == Kind.CLOUD;
        boolean lines = kind == Kind.LINES || cloud;
        boolean key = !lines && series.size() > 1;
        int right = lines
                ? 24
                        + (int) Math.ceil(longest(Stream.concat(
                                        series.stream()
                                                .limit(cloud ? 1 : series.size())
                                                .map(Series::name),
                                        bands.stream().map(Band::name))
                                .toList()))
                : 8;
        option.put("grid", map("left", 8, "right", right, "top", key ? 84 : 60, "bottom", 8, "containLabel", true));
        if (key) {
            option.put("legend", legend(colours));
        }
        option.put("xAxis", categoryAxis(colours, lines && bands.isEmpty()));
        option.put("yAxis", valueAxis(colours));
        List<Object> drawn = new ArrayList<>();
        bands.forEach(band -> drawn.addAll(drawn(band, colours)));
        if (cloud) {
            series.stream().skip(1).forEach(each -> drawn.add(faint(each, colours)));
        }
        for (int i = 0; i < (cloud ? 1 : series.size()); i++) {
            drawn.add(lines ? line(series.get(i), i, colours) : column(series.get(i), colours));
        }
        option.put("series", drawn);
    }

    /** A line of which nobody needs to know the name: pointing at the chart does not tell it, since dozens would cover what they are about. */
    private static Map<String, Object> faint(Series line, Palette colours) {
        String colour = colours.hex(line.tint());
        return map(
                "type",
                "line",
                "name",
                line.name(),
                "data",
                data(line),
                "symbol",
                "none",
                "silent",
                true,
                "tooltip",
                map("show", false),
                "lineStyle",
                map("color", colour, "width", 1, "opacity", 0.8),
                "itemStyle",
                map("color", colour));
    }

    private void lying(Map<String, Object> option, Palette colours) {
        boolean key = series.size() > 1;
        option.put("grid", map("left", 8, "right", 56, "top", key ? 84 : 56, "bottom", 8, "containLabel", true));
        if (key) {
            option.put("legend", legend(colours));
        }
        Map<String, Object> names = categoryAxis(colours, false);
        names.put("inverse", true);
        axisLabel(names).putAll(Map.of("width", 220, "overflow", "break", "interval", 0));
        option.put("yAxis", names);
        Map<String, Object> values = valueAxis(colours);
        option.put("xAxis", values);
        List<Object> drawn = new ArrayList<>();
        for (Series each : series) {
            Map<String, Object> bar = column(each, colours);
            bar.put("label", map("show", true, "position", "right", "color", colours.ink()));
            drawn.add(bar);
        }
        option.put("series", drawn);
    }

    private void panels(Map<String, Object> option, List<Object> titles, Palette colours) {
        List<Object> grids = new ArrayList<>();
        List<Object> below = new ArrayList<>();
        List<Object> beside = new ArrayList<>();
        List<Object> drawn = new ArrayList<>();
        BigDecimal most = series.stream()
                .flatMap(each -> each.values().stream())
                .flatMap(Optional::stream)
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal least = series.stream()
                .flatMap(each -> each.values().stream())
                .flatMap(Optional::stream)
                .reduce(BigDecimal.ZERO, BigDecimal::min);
        BigDecimal widest = most.max(least.negate());
        BigDecimal end = widest.signum() == 0 ? widest : niceMaximum(widest);
        // On one scale all panels end alike or the eye compares what cannot be compared.
        boolean allHaveScales = series.stream().allMatch(each -> each.scale().isPresent());
        double width = 100.0 / panelsBeside();
        for (int i = 0; i < series.size(); i++) {
            String left = Math.round(i % panelsBeside() * width * 10) / 10.0 + "%";
            int top = PANELS_TOP + i / panelsBeside() * PANEL_HEIGHT;
            titles.add(map(
                    "text",
                    series.get(i).name(),
                    "left",
                    left,
                    "top",
                    top,
                    "padding",
                    0,
                    "textStyle",
                    map(
                            "fontFamily",
                            FONT,
                            "fontSize",
                            12,
                            "lineHeight",
                            15,
                            "fontWeight",
                            "bold",
                            "color",
                            colours.ink())));
            grids.add(map(
                    "left",
                    left,
                    "top",
                    top + PANEL_TITLE,
                    "width",
                    Math.round((width - 3) * 10) / 10.0 + "%",
                    "height",
                    118,
                    "containLabel",
                    true));
            Map<String, Object> x = categoryAxis(colours, false);
            x.put("gridIndex", i);
            below.add(x);
            Map<String, Object> y = valueAxis(colours);
            y.put("gridIndex", i);
            y.put("splitNumber", 2);
            Optional<Scale> scale = series.get(i).scale();
            if (scale.isPresent() && (kind == Kind.OWN_SCALES || allHaveScales)) {
                y.put("min", scale.get().least());
                y.put("max", scale.get().most());
                y.put(
                        "interval",
                        scale.get().most().subtract(scale.get().least()).divide(BigDecimal.TWO));
            } else if (end.signum() > 0 && kind == Kind.SMALL_MULTIPLES) {
                y.put("max", most.signum() > 0 ? end : BigDecimal.ZERO);
                y.put("min", least.signum() < 0 ? end.negate() : BigDecimal.ZERO);
                y.put("interval", most.signum() > 0 && least.signum() < 0 ? end : end.divide(BigDecimal.TWO));
            }
            beside.add(y);
            Map<String, Object> line = panelLine(series.get(i), colours);
            line.put("xAxisIndex", i);
            line.put("yAxisIndex", i);
            drawn.add(line);
        }
        option.put("grid", grids);
        option.put("xAxis", below);
        option.put("yAxis", beside);
        option.put("series", drawn);
    }

    /** The next 1, 1.5, 2, 2.5, 3, 5 or 8 times a power of ten, so that all panels share one round end of scale. */
    static BigDecimal niceMaximum(BigDecimal most) {
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(most.precision() - most.scale() - 1);
        for (String step : List.of("1", "1.5", "2", "2.5", "3", "5", "8", "10")) {
            BigDecimal end = power.multiply(new BigDecimal(step));
            if (end.compareTo(most) >= 0) {
                return end;
            }
        }
        return most;
    }

    private Map<String, Object> line(Series line, int index, Palette colours) {
        String colour = colours.hex(line.tint());
        boolean endsKnown = line.values().getLast().isPresent();
        return map(
                "type", "line",
                "name", line.name(),
                "data", endsKnown ? data(line) : namedWhereKnown(line, line.values(), index, colours),
                "symbol", "circle",
                "symbolSize", 5,
                "showAllSymbol", true,
                "lineStyle", map("color", colour, "width", 2.5, "type", STROKES.get(index % STROKES.size())),
                "itemStyle", map("color", colour),
                "endLabel",
                        map(
                                "show",
                                endsKnown,
                                "formatter",
                                "{a}",
                                "color",
                                colours.ink(),
                                "fontSize",
                                12,
                                "distance",
                                8),
                "labelLayout", map("moveOverlap", "shiftY"),
                "emphasis", map("focus", "series"));
    }

    /**
     * A band: two areas on top of each other, the lower one without colour, and the same as columns, since one interval by itself has no area. Its ends are
     * lines nobody sees, so that pointing at the chart tells them.
     */
    private List<Object> drawn(Band band, Palette colours) {
        String colour = colours.hex(band.tint());
        List<Optional<BigDecimal>> spread = IntStream.range(0, band.low().size())
                .mapToObj(i ->
                        band.high().get(i).flatMap(high -> band.low().get(i).map(high::subtract)))
                .toList();
        Series low = band.of("", band.low());
        Series wide = band.of(band.name(), spread);
        List<Object> drawn = new ArrayList<>();
        drawn.add(stacked("line", low, "area", map("areaStyle", map("color", colour, "opacity", 0))));
        Map<String, Object> area =
                stacked("line", wide, "area", map("areaStyle", map("color", colour, "opacity", 0.18)));
        area.put("data", namedWhereKnown(wide, band.high(), NO_LINE, colours));
        drawn.add(area);
        drawn.add(stacked("bar", low, "ends", map("itemStyle", map("color", colour, "opacity", 0))));
        drawn.add(stacked(
                "bar",
                band.of("", spread),
                "ends",
                map("itemStyle", map("color", colour, "opacity", 0.45), "barMaxWidth", 12, "barGap", "-100%")));
        drawn.add(unseen(band.of(band.lowName(), band.low()), colour));
        drawn.add(unseen(band.of(band.highName(), band.high()), colour));
        return drawn;
    }

    private static Map<String, Object> stacked(String type, Series part, String stack, Map<String, Object> style) {
        Map<String, Object> drawn = map(
                "type",
                type,
                "name",
                part.name(),
                "data",
                data(part),
                "stack",
                stack,
                "stackStrategy",
                "all",
                "silent",
                true,
                "tooltip",
                map("show", false),
                "barMaxWidth",
                12);
        if (type.equals("line")) {
            drawn.putAll(map("symbol", "none", "lineStyle", map("opacity", 0)));
        }
        drawn.putAll(style);
        return drawn;
    }

    private static Map<String, Object> unseen(Series end, String colour) {
        return map(
                "type",
                "line",
                "name",
                end.name(),
                "data",
                data(end),
                "symbol",
                "none",
                "silent",
                true,
                "lineStyle",
                map("opacity", 0),
                "itemStyle",
                map("color", colour));
    }

    /** The numbers of a line that ends before the axis does, with its name at the last that is known: at the end of the axis it would stand nowhere. */
    private List<Object> namedWhereKnown(Series line, List<Optional<BigDecimal>> ends, int index, Palette colours) {
        List<Object> named = new ArrayList<>(data(line));
        List<Integer> told = told(line);
        for (int i = told.size() - 1; i >= 0; i--) {
            if (line.values().get(told.get(i)).isPresent()) {
                named.set(
                        i,
                        map(
                                "value",
                                named.get(i),
                                "label",
                                map(
                                        "show",
                                        true,
                                        "formatter",
                                        "{a}",
                                        "position",
                                        besideOthers(ends, index, told.get(i)),
                                        "color",
                                        colours.ink(),
                                        "fontSize",
                                        12)));
                break;
            }
        }
        return named;
    }

    /** Where the name of a line goes that ends at this category: right of its end, or on the side that lines which go on there turn away from. */
    private Object besideOthers(List<Optional<BigDecimal>> ends, int index, int category) {
        BigDecimal end = ends.get(category).orElseThrow();
        int rising = 0;
        int above = 0;
        boolean isAlone = true;
        for (int other = 0; other < series.size(); other++) {
            Optional<BigDecimal> there = before(series.get(other), category);
            Optional<BigDecimal> last = series.get(other).values().getLast();
            if (other != index && there.isPresent() && last.isPresent()) {
                isAlone = false;
                rising += Integer.signum(last.get().compareTo(there.get()));
                above += Integer.signum(there.get().compareTo(end));
            }
        }
        if (isAlone) {
            return "right";
        }
        boolean isBelow = rising > 0 || (rising == 0 && above > 0);
        if (!isBelow || !isAboveTheAxis(end)) {
            return List.of(8, -15);
        }
        return List.of(8, above > 0 ? 3 : 9);
    }

    private static Optional<BigDecimal> before(Series line, int category) {
        return IntStream.rangeClosed(0, category)
                .mapToObj(i -> line.values().get(category - i))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whether there is room for a name between the number and the axis. */
    private boolean isAboveTheAxis(BigDecimal end) {
        BigDecimal most = series.stream()
                .flatMap(each -> each.values().stream())
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
        return end.multiply(BigDecimal.valueOf(PARTS_FOR_A_NAME)).compareTo(most) > 0;
    }

    /** A line without a name at its end: the panel has it above. */
    private static Map<String, Object> panelLine(Series line, Palette colours) {
        String colour = colours.hex(line.tint());
        return map(
                "type",
                "line",
                "name",
                line.name(),
                "data",
                withLonePoints(line),
                "symbol",
                "circle",
                "symbolSize",
                3,
                "showAllSymbol",
                true,
                "lineStyle",
                map("color", colour, "width", 1.5),
                "itemStyle",
                map("color", colour));
    }

    /** The numbers of a line, those without a neighbour as larger points. */
    private static List<Object> withLonePoints(Series line) {
        List<Object> data = new ArrayList<>(data(line));
        List<Boolean> known = told(line).stream()
                .map(place -> line.values().get(place).isPresent())
                .toList();
        for (int i = 0; i < data.size(); i++) {
            boolean before = i > 0 && known.get(i - 1);
            boolean after = i < data.size() - 1 && known.get(i + 1);
            if (known.get(i) && !before && !after) {
                data.set(i, map("value", data.get(i), "symbolSize", LONE_POINT));
            }
        }
        return data;
    }

    private Map<String, Object> column(Series column, Palette colours) {
        Map<String, Object> style = map(
                "color", colours.hex(column.tint()),
                "borderColor", colours.ground(),
                "borderWidth", kind == Kind.STACKED_BARS ? 0.75 : 0);
        if (column.tint().hue().isHatched()) {
            style.put(
                    "decal",
                    map(
                            "symbol", "rect",
                            "color", colours.ink(),
                            "dashArrayX", List.of(1, 0),
                            "dashArrayY", List.of(1, 5),
                            "rotation", -0.785398));
        }
        Map<String, Object> drawn = map(
                "type",
                "bar",
                "name",
                column.name(),
                "data",
                data(column),
                "barMaxWidth",
                44,
                "itemStyle",
                style,
                "emphasis",
                map("focus", "series"));
        if (kind == Kind.STACKED_BARS) {
            drawn.put("stack", "all");
        }
        return drawn;
    }

    /** The places of the categories about which a series says something. */
    private static List<Integer> told(Series series) {
        return IntStream.range(0, series.values().size())
                .filter(place -> !series.passed().contains(place))
                .boxed()
                .toList();
    }

    private static List<Object> data(Series series) {
        List<Object> data = new ArrayList<>();
        for (int place : told(series)) {
            // ECharts draws a dash as a gap. What is passed over is not there, so the others have to say where they
            // are.
            Object value = series.values().get(place).map(Object.class::cast).orElse("-");
            data.add(series.passed().isEmpty() ? value : List.of(place, value));
        }
        return data;
    }

    private Map<String, Object> categoryAxis(Palette colours, boolean lines) {
        return map(
                "type",
                "category",
                "data",
                categories,
                "boundaryGap",
                !lines,
                "axisTick",
                map("show", false),
                "axisLine",
                map("lineStyle", map("color", colours.faint())),
                "axisLabel",
                // A step without a name is not to be chosen as the one that is named.
                categories.contains("")
                        ? map("color", colours.ink(), "hideOverlap", true, "interval", 0)
                        : map("color", colours.ink(), "hideOverlap", true));
    }

    private static Map<String, Object> valueAxis(Palette colours) {
        return map(
                "type", "value",
                "splitLine", map("lineStyle", map("color", colours.rule())),
                "axisLabel", map("color", colours.faint()));
    }

    private static Map<String, Object> legend(Palette colours) {
        return map(
                "left", 0,
                "top", 44,
                "padding", 0,
                "itemWidth", 14,
                "itemHeight", 10,
                "itemGap", 14,
                "icon", "rect",
                "textStyle", map("color", colours.ink(), "fontFamily", FONT));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> axisLabel(Map<String, Object> axis) {
        return (Map<String, Object>) java.util.Objects.requireNonNull(axis.get("axisLabel"));
    }

    private static double longest(List<String> texts) {
        return texts.stream()
                .mapToDouble(text -> Lettering.width(text, 12, false))
                .max()
                .orElse(0);
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
