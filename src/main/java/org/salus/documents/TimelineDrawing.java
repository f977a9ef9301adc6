package org.salus.documents;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Draws a timeline as SVG, with the classes of {@link DiagramDrawing}, so that the same rules turn it dark. */
final class TimelineDrawing {
    private static final double MARGIN = 12;
    private static final double HEAD = 36;
    private static final double GROUP = 24;
    private static final double ROW = 31;
    private static final double TITLE = 11.5;
    private static final double SMALL = 10;
    private static final double BAR = 10;
    /** From the top of a row to that of its bar: the title stands between them. */
    private static final double BAR_TOP = 17;

    private static final double NARROWEST = 980;
    /** A quarter narrower than this has no room for its name. */
    private static final double QUARTER = 26;

    private static final double YEAR = 34;
    private static final double WIDEST_DAY = 6;
    private static final double WIDEST = 12_000;
    private static final double NARROWEST_BAR = 3;
    private static final double LONGEST_TITLE = 420;
    private static final double DAYS_A_YEAR = 365.25;
    private static final double MONTHS_UP_TO_DAYS = 550;
    private static final double QUARTERS_UP_TO_DAYS = 25 * DAYS_A_YEAR;
    private static final double KEY_LINE = 20;

    private static final Tint STRONG = new Tint(Hue.ACCENT, 4);
    private static final Tint PLAIN = new Tint(Hue.ACCENT, 2);
    private static final Tint LINE = new Tint(Hue.NONE, 5);
    private static final Tint GRID = new Tint(Hue.NONE, 2);
    private static final Tint BAND = new Tint(Hue.NONE, 1);

    private final Timeline timeline;
    private final boolean forPage;
    private final Palette colours = Palette.LIGHT;
    private final LocalDate first;
    private final double days;
    private final double day;
    private final double width;
    private final StringBuilder out = new StringBuilder(40_000);
    private final Map<String, Place> places = new HashMap<>();

    /** Where a bar stands. */
    private record Place(Timeline.Bar bar, double left, double right, double top) {
        double middle() {
            return top + BAR_TOP + BAR / 2;
        }
    }

    /** @param wide at least, in CSS pixels; more years are wider */
    TimelineDrawing(Timeline timeline, boolean forPage, double wide) {
        this.timeline = timeline;
        this.forPage = forPage;
        this.first = timeline.first();
        this.days = ChronoUnit.DAYS.between(first, timeline.last()) + 1.0;
        double least = days > QUARTERS_UP_TO_DAYS ? 0 : QUARTER / (DAYS_A_YEAR / 4);
        double room = Math.max(NARROWEST, wide - 2 * MARGIN);
        this.day = Math.min(Math.clamp(room / days, least, WIDEST_DAY), WIDEST / days);
        this.width = 2 * MARGIN + Math.max(room, days * day);
    }

    String svg() {
        double y = MARGIN + HEAD;
        List<Double> bands = new ArrayList<>();
        for (Timeline.Group group : timeline.groups()) {
            bands.add(y);
            y += GROUP;
            for (Timeline.Bar bar : group.bars()) {
                places.put(bar.id(), place(bar, y));
                y += ROW;
            }
            y += 4;
        }
        double bottom = y + 4;
        StringBuilder below = new StringBuilder();
        double height = below(bottom, below);
        root(height);
        for (int i = 0; i < bands.size(); i++) {
            rect("dg-fill-" + name(BAND), colours.hex(BAND), MARGIN, bands.get(i), width - 2 * MARGIN, GROUP - 4, out);
        }
        grid(bottom);
        for (int i = 0; i < bands.size(); i++) {
            String title = cut(timeline.groups().get(i).title(), 12, width - 4 * MARGIN, true);
            text(title, MARGIN + 6, bands.get(i) + 14.5, 12, true, false, out);
        }
        today(bottom);
        out.append("<g class=\"dg-edges\">");
        timeline.groups().forEach(group -> group.bars().forEach(this::waits));
        out.append("</g><g class=\"dg-nodes\">");
        timeline.groups().forEach(group -> group.bars().forEach(this::bar));
        return out.append("</g>").append(below).append("</svg>").toString();
    }

    private Place place(Timeline.Bar bar, double top) {
        double left = x(bar.from());
        double right = x(bar.until().plusDays(1));
        return new Place(bar, left, Math.max(right, left + NARROWEST_BAR), top);
    }

    /** The beginning of a day. */
    private double x(LocalDate on) {
        return MARGIN + ChronoUnit.DAYS.between(first, on) * day;
    }

    private void root(double height) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"diagram timeline\" width=\"")
                .append(round(width))
                .append("\" height=\"")
                .append(round(height))
                .append("\" viewBox=\"0 0 ")
                .append(round(width))
                .append(' ')
                .append(round(height))
                .append("\" role=\"")
                .append(forPage ? "group" : "img");
        if (forPage) {
            out.append("\" data-day=\"").append(String.format(Locale.ROOT, "%.6f", day));
        }
        out.append("\" aria-labelledby=\"tl-t tl-d\" font-family=\"'")
                .append(Lettering.FAMILY)
                .append("', system-ui, sans-serif\" font-size=\"")
                .append(round(TITLE))
                .append("\"><title id=\"tl-t\">")
                .append(HtmlWriter.escape(timeline.title()))
                .append("</title><desc id=\"tl-d\">")
                .append(HtmlWriter.escape(timeline.description()))
                .append("</desc>");
    }

    // --- days ---

    private void grid(double bottom) {
        LocalDate end = first.plusDays((long) days);
        if (days <= MONTHS_UP_TO_DAYS) {
            marks(end, 1, DateTimeFormatter.ofPattern("MMM", timeline.language()), bottom);
        } else if (days <= QUARTERS_UP_TO_DAYS) {
            marks(end, 3, DateTimeFormatter.ofPattern("QQQ", timeline.language()), bottom);
        }
        // Where years are narrower than their number, every second, fifth or tenth … is told.
        int step = 1;
        for (int next : new int[] {1, 2, 5, 10, 20, 50, 100, 500, 1000, 5000}) {
            step = next;
            if (next * DAYS_A_YEAR * day >= YEAR) {
                break;
            }
        }
        int last = end.minusDays(1).getYear();
        for (int year = first.getYear(); year <= last; year++) {
            if (year % step == 0) {
                double from = Math.max(MARGIN, x(LocalDate.of(year, 1, 1)));
                double until = Math.min(x(end), x(LocalDate.of(year + step, 1, 1)));
                vertical("dg-line-" + name(LINE), colours.hex(LINE), from, MARGIN, bottom, 0.8, "");
                String words = Integer.toString(year);
                if (until - from >= Lettering.width(words, 12, true) + 4) {
                    text(words, from + 4, MARGIN + 12, 12, true, false, out);
                }
            }
        }
        vertical("dg-line-" + name(LINE), colours.hex(LINE), x(end), MARGIN, bottom, 0.8, "");
    }

    /** Months or quarters, with their names where there is room. */
    private void marks(LocalDate end, int months, DateTimeFormatter names, double bottom) {
        LocalDate at = first.withDayOfMonth(1).withMonth((first.getMonthValue() - 1) / months * months + 1);
        while (at.isBefore(end)) {
            LocalDate next = at.plusMonths(months);
            double from = Math.max(MARGIN, x(at));
            double until = Math.min(x(end), x(next));
            vertical("dg-line-" + name(GRID), colours.hex(GRID), from, MARGIN + 18, bottom, 0.8, "");
            String words = names.format(at);
            if (until - from >= Lettering.width(words, SMALL, false) + 5) {
                text(words, from + 4, MARGIN + 29, SMALL, false, true, out);
            }
            at = next;
        }
    }

    private void today(double bottom) {
        timeline.today()
                .filter(on -> !on.isBefore(first) && !on.isAfter(first.plusDays((long) days - 1)))
                .ifPresent(on -> {
                    double at = x(on) + day / 2;
                    vertical("dg-frame", colours.faint(), at, MARGIN + 18, bottom, 1.4, "5 3");
                });
    }

    private void vertical(
            String classes, String stroke, double x, double from, double until, double thickness, String dashes) {
        out.append("<path class=\"")
                .append(classes)
                .append("\" d=\"M")
                .append(round(x))
                .append(' ')
                .append(round(from))
                .append('V')
                .append(round(until))
                .append("\" fill=\"none\" stroke=\"")
                .append(stroke)
                .append("\" stroke-width=\"")
                .append(round(thickness));
        if (!dashes.isEmpty()) {
            out.append("\" stroke-dasharray=\"").append(dashes);
        }
        out.append("\"></path>");
    }

    // --- bars ---

    private void bar(Timeline.Bar bar) {
        Place place = at(bar.id()).orElseThrow();
        Optional<String> link = forPage ? bar.link() : Optional.empty();
        out.append(link.isPresent() ? "<a" : "<g")
                .append(" class=\"dg-node tl-bar")
                .append(bar.isStrong() ? " dg-strong" : "")
                .append('"');
        link.ifPresent(address -> out.append(" href=\"")
                .append(HtmlWriter.escape(address))
                .append("\" aria-label=\"")
                .append(HtmlWriter.escape(bar.sentence()))
                .append('"'));
        if (forPage) {
            bar.data()
                    .forEach((key, value) -> out.append(" data-")
                            .append(HtmlWriter.escape(key))
                            .append("=\"")
                            .append(HtmlWriter.escape(value))
                            .append('"'));
        }
        out.append("><title>").append(HtmlWriter.escape(bar.sentence())).append("</title>");
        Tint tint = bar.isStrong() ? STRONG : PLAIN;
        box(tint, bar.isStrong(), place.left(), place.right(), place.top() + BAR_TOP, out);
        double room = Math.min(LONGEST_TITLE, width - 2 * MARGIN);
        double sign = bar.isFixed() ? 13 : 0;
        String title = cut(bar.title(), TITLE, room - sign, false);
        // A title that would leave the drawing at its end begins earlier than its bar.
        double from = Math.clamp(width - MARGIN - sign - Lettering.width(title, TITLE, false), MARGIN, place.left());
        if (bar.isFixed()) {
            lock(from, place.top() + 5, out);
        }
        text(title, from + sign, place.top() + 13, TITLE, false, false, out);
        out.append(link.isPresent() ? "</a>" : "</g>");
    }

    private void box(Tint tint, boolean isStrong, double left, double right, double top, StringBuilder to) {
        to.append("<rect class=\"dg-box dg-fill-")
                .append(name(tint))
                .append("\" x=\"")
                .append(round(left))
                .append("\" y=\"")
                .append(round(top))
                .append("\" width=\"")
                .append(round(right - left))
                .append("\" height=\"")
                .append(round(BAR))
                .append("\" rx=\"1.5\" fill=\"")
                .append(colours.hex(tint))
                .append("\" stroke=\"")
                .append(isStrong ? colours.ink() : colours.hex(STRONG))
                .append("\" stroke-width=\"")
                .append(isStrong ? "1.6" : "0.8")
                .append("\"></rect>");
    }

    /** A padlock, 9 wide and 9 high. */
    private void lock(double x, double y, StringBuilder to) {
        to.append("<path class=\"dg-frame\" d=\"M")
                .append(round(x + 2.5))
                .append(' ')
                .append(round(y + 4))
                .append("v-1.5a2 2 0 0 1 4 0v1.5\" fill=\"none\" stroke=\"")
                .append(colours.faint())
                .append("\" stroke-width=\"1.3\"></path>");
        to.append("<rect class=\"dg-ink\" x=\"")
                .append(round(x + 0.5))
                .append("\" y=\"")
                .append(round(y + 4))
                .append("\" width=\"8\" height=\"5\" rx=\"1\" fill=\"")
                .append(colours.ink())
                .append("\"></rect>");
    }

    // --- lines ---

    private void waits(Timeline.Bar bar) {
        Place to = at(bar.id()).orElseThrow();
        bar.after().stream()
                .distinct()
                .filter(id -> !id.equals(bar.id()))
                .flatMap(id -> at(id).stream())
                .forEach(from -> line(from, to));
    }

    private Optional<Place> at(String id) {
        return Optional.ofNullable(places.get(id));
    }

    private void line(Place from, Place to) {
        out.append("<g class=\"dg-edge\"><title>")
                .append(HtmlWriter.escape(to.bar().title() + " "
                        + timeline.signs().waits() + " " + from.bar().title()))
                .append("</title>");
        double y = from.middle();
        double end = to.middle();
        double beside = Math.min(from.right() + 5, width - MARGIN / 2);
        StringBuilder way = new StringBuilder()
                .append('M')
                .append(round(from.right()))
                .append(' ')
                .append(round(y))
                .append('H')
                .append(round(beside));
        if (to.left() >= beside + 7) {
            way.append('V').append(round(end));
        } else {
            // The next one begins at once: back to before its beginning, in the free space above its title or below its
            // bar.
            double between = end > y ? to.top() : to.top() + ROW;
            double before = Math.max(MARGIN / 2, to.left() - 8);
            way.append('V')
                    .append(round(between))
                    .append('H')
                    .append(round(before))
                    .append('V')
                    .append(round(end));
        }
        way.append('H').append(round(to.left() - 4));
        out.append("<path class=\"dg-line dg-line-")
                .append(name(LINE))
                .append("\" d=\"")
                .append(way)
                .append("\" fill=\"none\" stroke=\"")
                .append(colours.hex(LINE))
                .append("\" stroke-width=\"1\" stroke-linejoin=\"round\"></path>");
        head(to.left(), end, out);
        out.append("</g>");
    }

    private void head(double x, double y, StringBuilder to) {
        to.append("<path class=\"dg-head-")
                .append(name(LINE))
                .append("\" d=\"M")
                .append(round(x - 0.8))
                .append(' ')
                .append(round(y))
                .append("l-5.5 2.6v-5.2Z\" fill=\"")
                .append(colours.hex(LINE))
                .append("\"></path>");
    }

    // --- key and note ---

    /** Draws a sign with its left end there, and its middle at that height. */
    private interface Sign {
        void draw(double x, double y, StringBuilder to);
    }

    private record Entry(Sign sign, String meaning) {}

    /** Only what is drawn is explained. */
    private List<Entry> entries() {
        List<Timeline.Bar> bars = timeline.groups().stream()
                .flatMap(group -> group.bars().stream())
                .toList();
        List<Entry> entries = new ArrayList<>();
        if (bars.stream().anyMatch(Timeline.Bar::isStrong)) {
            entries.add(new Entry(
                    (x, y, to) -> box(STRONG, true, x, x + 26, y - BAR / 2, to),
                    timeline.signs().strong()));
        }
        if (bars.stream().anyMatch(bar -> !bar.isStrong())) {
            entries.add(new Entry(
                    (x, y, to) -> box(PLAIN, false, x, x + 26, y - BAR / 2, to),
                    timeline.signs().plain()));
        }
        if (bars.stream().anyMatch(Timeline.Bar::isFixed)) {
            entries.add(new Entry(
                    (x, y, to) -> lock(x + 9, y - 5, to), timeline.signs().fixed()));
        }
        if (bars.stream().anyMatch(bar -> bar.after().stream().anyMatch(places::containsKey))) {
            entries.add(new Entry(this::sample, timeline.signs().waits()));
        }
        if (timeline.today()
                .filter(on -> !on.isBefore(first) && ChronoUnit.DAYS.between(first, on) < days)
                .isPresent()) {
            entries.add(new Entry(this::dashes, timeline.signs().today()));
        }
        return entries;
    }

    private void sample(double x, double y, StringBuilder to) {
        to.append("<path class=\"dg-line-")
                .append(name(LINE))
                .append("\" d=\"M")
                .append(round(x))
                .append(' ')
                .append(round(y))
                .append("h22\" fill=\"none\" stroke=\"")
                .append(colours.hex(LINE))
                .append("\" stroke-width=\"1\"></path>");
        head(x + 27, y, to);
    }

    private void dashes(double x, double y, StringBuilder to) {
        to.append("<path class=\"dg-frame\" d=\"M")
                .append(round(x + 13))
                .append(' ')
                .append(round(y - 7))
                .append("v14\" fill=\"none\" stroke=\"")
                .append(colours.faint())
                .append("\" stroke-width=\"1.4\" stroke-dasharray=\"5 3\"></path>");
    }

    /** Writes the key and the note; answers the height of the whole. */
    private double below(double from, StringBuilder to) {
        double y = from;
        List<Entry> entries = entries();
        if (!entries.isEmpty()) {
            double x = MARGIN;
            y += 12;
            to.append("<g class=\"dg-key\">");
            for (Entry entry : entries) {
                double wide = 34 + Lettering.width(entry.meaning(), 11, false) + 22;
                if (x > MARGIN && x + wide > width - MARGIN) {
                    x = MARGIN;
                    y += KEY_LINE;
                }
                entry.sign().draw(x, y, to);
                text(entry.meaning(), x + 34, y + 4, 11, false, false, to);
                x += wide;
            }
            to.append("</g>");
            y += KEY_LINE;
        }
        for (String line : noteLines()) {
            text(line, MARGIN, y + 8, SMALL, false, true, to);
            y += SMALL + 5;
        }
        return y + MARGIN;
    }

    private List<String> noteLines() {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : timeline.note().split(" ", -1)) {
            if (!line.isEmpty() && Lettering.width(line + " " + word, SMALL, false) > NARROWEST) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    // --- elements ---

    private void rect(String classes, String fill, double x, double y, double wide, double high, StringBuilder to) {
        to.append("<rect class=\"")
                .append(classes)
                .append("\" x=\"")
                .append(round(x))
                .append("\" y=\"")
                .append(round(y))
                .append("\" width=\"")
                .append(round(wide))
                .append("\" height=\"")
                .append(round(high))
                .append("\" rx=\"2\" fill=\"")
                .append(fill)
                .append("\"></rect>");
    }

    private void text(String text, double x, double y, double size, boolean bold, boolean faint, StringBuilder to) {
        to.append("<text class=\"")
                .append(faint ? "dg-faint" : "dg-ink")
                .append("\" x=\"")
                .append(round(x))
                .append("\" y=\"")
                .append(round(y))
                .append("\" font-size=\"")
                .append(round(size))
                .append(bold ? "\" font-weight=\"bold\" fill=\"" : "\" fill=\"")
                .append(faint ? colours.faint() : colours.ink())
                .append("\">")
                .append(HtmlWriter.escape(text))
                .append("</text>");
    }

    /** On one line, cut where there is no room for all of it. */
    private static String cut(String text, double size, double room, boolean bold) {
        String clean = CleanText.of(text).strip().replaceAll("\\s+", " ");
        if (Lettering.width(clean, size, bold) <= room) {
            return clean;
        }
        int end = 0;
        while (end < clean.length()) {
            int next = clean.offsetByCodePoints(end, 1);
            if (Lettering.width(clean.substring(0, next) + '…', size, bold) > room) {
                break;
            }
            end = next;
        }
        return clean.substring(0, end).strip() + '…';
    }

    private static String name(Tint tint) {
        return tint.hue().name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + tint.step();
    }

    private static String round(double value) {
        // A tenth of a pixel; adding 0 turns -0.0 into 0.0.
        double rounded = Math.round(value * 10) / 10.0 + 0.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
