package org.salus.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salus.documents.DiagramLayout.Box;
import org.salus.documents.DiagramLayout.Spot;

/** Draws a diagram as SVG. Colours stand in attributes, so that files look right by themselves; classes let a page's rules turn them dark. */
final class DiagramDrawing {
    private static final double MARGIN = 12;
    private static final double LANE_MARGIN = 16;
    private static final double LANE_HEAD = 30;
    private static final double FRAME_HEAD = 26;
    private static final double TITLE = 12;
    private static final double NOTE = 10;

    /** The step of what is drawn pale: still seen, in print too. */
    private static final int PALE = 2;

    private static final double LINE_HEIGHT = 15;
    private static final double NODE_PADDING = 8;
    private static final double BAR = 4;
    private static final double HEAD = 9;
    private static final double CORNER = 5;
    private static final int MOST_LINES = 4;
    private static final double KEY_LINE = 20;
    private static final double KEY_SAMPLE = 40;
    private static final double NARROWEST = 420;

    private final Diagram diagram;
    private final boolean forPage;
    private final String mark;
    private final Palette colours = Palette.LIGHT;
    private final StringBuilder out = new StringBuilder(40_000);
    private final Map<String, List<String>> titles = new HashMap<>();
    private final DiagramLayout.Plan plan;
    private final Map<String, Box> lanes;
    private final Set<String> framedNodes = new HashSet<>();
    private final double top;
    private final double left;

    /** @param mark of a drawing for a page: begins its ids; empty for a file */
    DiagramDrawing(Diagram diagram, Optional<String> mark) {
        this.diagram = diagram;
        this.forPage = mark.isPresent();
        this.mark = mark.orElse("");
        Set<String> framed = new HashSet<>();
        diagram.lanes().stream().filter(Diagram.Lane::isFramed).forEach(lane -> framed.add(lane.id()));
        diagram.nodes().stream()
                .filter(node -> framed.contains(node.lane()))
                .forEach(node -> framedNodes.add(node.id()));
        Map<String, Double> heights = new HashMap<>();
        for (Diagram.Node node : diagram.nodes()) {
            List<String> lines = wrapped(node.title(), DiagramLayout.NODE_WIDTH - 2 * NODE_PADDING - BAR);
            titles.put(node.id(), lines);
            heights.put(node.id(), textHeight(node, lines));
        }
        this.plan = diagram.nodes().isEmpty()
                ? new DiagramLayout.Plan(Map.of(), Map.of(), 0, 0)
                : DiagramLayout.of(diagram, heights);
        this.top = MARGIN + LANE_HEAD + (diagram.frame().isPresent() ? FRAME_HEAD : 0);
        this.left = MARGIN + LANE_MARGIN;
        this.lanes = lanes();
    }

    private static double textHeight(Diagram.Node node, List<String> lines) {
        return 2 * NODE_PADDING + lines.size() * LINE_HEIGHT + (node.note().isEmpty() ? 0 : NOTE + 2);
    }

    /** The columns: from the middle between two lanes' boxes to the next such middle. */
    private Map<String, Box> lanes() {
        record Extent(Diagram.Lane lane, double from, double to) {}
        List<Extent> extents = new ArrayList<>();
        for (Diagram.Lane lane : diagram.lanes()) {
            List<Box> boxes = diagram.nodes().stream()
                    .filter(node -> node.lane().equals(lane.id()))
                    .map(node -> place(node.id()))
                    .toList();
            if (!boxes.isEmpty()) {
                extents.add(new Extent(
                        lane,
                        boxes.stream().mapToDouble(Box::x).min().orElseThrow(),
                        boxes.stream()
                                .mapToDouble(box -> box.x() + box.width())
                                .max()
                                .orElseThrow()));
            }
        }
        Map<String, Box> found = new LinkedHashMap<>();
        for (int i = 0; i < extents.size(); i++) {
            Extent at = extents.get(i);
            double from = i == 0 ? MARGIN : (extents.get(i - 1).to() + at.from()) / 2;
            double to = i == extents.size() - 1
                    ? left + plan.width() + LANE_MARGIN
                    : (at.to() + extents.get(i + 1).from()) / 2;
            found.put(
                    at.lane().id(), new Box(from, top - LANE_HEAD, to - from, plan.height() + LANE_HEAD + LANE_MARGIN));
        }
        return found;
    }

    private Box place(String node) {
        Box box = plan.nodes().get(node);
        if (box == null) {
            throw new IllegalStateException("A node without a place: " + node);
        }
        return new Box(box.x() + left, box.y() + top, box.width(), box.height());
    }

    String svg() {
        double width = Math.max(NARROWEST, left + plan.width() + LANE_MARGIN + MARGIN);
        double bottom = diagram.nodes().isEmpty() ? MARGIN : top + plan.height() + LANE_MARGIN + MARGIN;
        StringBuilder below = new StringBuilder();
        double height = key(bottom, width, below);
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"diagram\" width=\"")
                .append(round(width))
                .append("\" height=\"")
                .append(round(height))
                .append("\" viewBox=\"0 0 ")
                .append(round(width))
                .append(' ')
                .append(round(height))
                .append("\" role=\"")
                .append(forPage ? "group" : "img")
                .append("\" aria-labelledby=\"")
                .append(mark)
                .append("dg-t ")
                .append(mark)
                .append("dg-d\" font-family=\"'")
                .append(Lettering.FAMILY)
                .append("', system-ui, sans-serif\" font-size=\"")
                .append(round(TITLE))
                .append("\"><title id=\"")
                .append(mark)
                .append("dg-t\">")
                .append(HtmlWriter.escape(diagram.title()))
                .append("</title><desc id=\"")
                .append(mark)
                .append("dg-d\">")
                .append(HtmlWriter.escape(diagram.description()))
                .append("</desc>");
        ground();
        out.append("<g class=\"dg-edges\">");
        diagram.edges().forEach(this::edge);
        out.append("</g><g class=\"dg-nodes\">");
        diagram.nodes().forEach(this::node);
        out.append("</g>").append(below).append("</svg>");
        return out.toString();
    }

    // --- the ground: frame and lanes ---

    private void ground() {
        frame();
        for (Diagram.Lane lane : diagram.lanes()) {
            Box box = lanes.get(lane.id());
            if (box == null) {
                continue;
            }
            if (lane.isFramed()) {
                rect(
                        "dg-fill-none-1",
                        colours.hex(new Tint(Hue.NONE, 1)),
                        new Box(box.x() + 3, box.y(), box.width() - 6, box.height()),
                        4);
            }
            text(lane.title(), box.x() + box.width() / 2, box.y() + 19, "middle", TITLE, true, false, out);
        }
    }

    private void frame() {
        List<Box> framed = diagram.lanes().stream()
                .filter(Diagram.Lane::isFramed)
                .map(lane -> Optional.ofNullable(lanes.get(lane.id())))
                .flatMap(Optional::stream)
                .toList();
        if (diagram.frame().isEmpty() || framed.isEmpty()) {
            return;
        }
        double from = framed.getFirst().x() - 1;
        double to = framed.getLast().x() + framed.getLast().width() + 1;
        double y = top - LANE_HEAD - FRAME_HEAD;
        out.append("<rect class=\"dg-frame\" x=\"")
                .append(round(from))
                .append("\" y=\"")
                .append(round(y))
                .append("\" width=\"")
                .append(round(to - from))
                .append("\" height=\"")
                .append(round(plan.height() + LANE_HEAD + FRAME_HEAD + LANE_MARGIN + 4))
                .append("\" rx=\"6\" fill=\"none\" stroke=\"")
                .append(colours.faint())
                .append("\" stroke-width=\"1.4\"></rect>");
        text(diagram.frame().get(), (from + to) / 2, y + 18, "middle", TITLE, false, true, out);
    }

    // --- boxes ---

    private void node(Diagram.Node node) {
        Box box = place(node.id());
        String name = node.note().isEmpty() ? node.title() : node.title() + ", " + node.note();
        open(
                "dg-node" + (node.isStrong() ? " dg-strong" : ""),
                mark + "n-" + node.id(),
                node.link(),
                name,
                node.data());
        out.append("<title>").append(HtmlWriter.escape(name)).append("</title>");
        Tint ground = new Tint(node.tint().hue(), node.isPale() ? 0 : 1);
        Tint bar = node.isPale() ? new Tint(node.tint().hue(), PALE) : node.tint();
        out.append("<rect class=\"dg-box ")
                .append(node.isPale() ? "dg-ground" : "dg-fill-" + tintName(ground))
                .append("\" x=\"")
                .append(round(box.x()))
                .append("\" y=\"")
                .append(round(box.y()))
                .append("\" width=\"")
                .append(round(box.width()))
                .append("\" height=\"")
                .append(round(box.height()))
                .append("\" rx=\"3\" fill=\"")
                .append(colours.hex(ground))
                .append("\" stroke=\"")
                .append(node.isStrong() ? colours.ink() : colours.hex(bar))
                .append("\" stroke-width=\"")
                .append(node.isStrong() ? "2.2" : "0.8")
                .append("\"></rect>");
        rect("dg-fill-" + tintName(bar), colours.hex(bar), new Box(box.x(), box.y(), BAR, box.height()), 1.5);
        List<String> lines = titles.getOrDefault(node.id(), List.of());
        double y = box.y() + (box.height() - textHeight(node, lines)) / 2 + NODE_PADDING + LINE_HEIGHT - 4;
        for (String line : lines) {
            line(line, box, y, TITLE, true, false);
            y += LINE_HEIGHT;
        }
        if (!node.note().isEmpty()) {
            String note = cut(node.note(), NOTE, DiagramLayout.NODE_WIDTH - 2 * NODE_PADDING - BAR);
            line(note, box, y - 1, NOTE, false, true);
        }
        close(node.link());
    }

    /** A line of text in a box; what is written from right to left begins at the right. */
    private void line(String text, Box box, double y, double size, boolean bold, boolean faint) {
        if (isRightToLeft(text)) {
            text(text, box.x() + box.width() - NODE_PADDING, y, "end", size, bold, faint, out);
        } else {
            text(text, box.x() + BAR + NODE_PADDING, y, "start", size, bold, faint, out);
        }
    }

    private static boolean isRightToLeft(String text) {
        return text.codePoints()
                .mapToObj(Character::getDirectionality)
                .filter(direction -> direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                .findFirst()
                .filter(direction -> direction != Character.DIRECTIONALITY_LEFT_TO_RIGHT)
                .isPresent();
    }

    /** At most four lines; a word that is wider than a line is broken. */
    private static List<String> wrapped(String title, double width) {
        List<String> lines = new ArrayList<>();
        String rest = CleanText.of(title).strip().replaceAll("\\s+", " ");
        while (!rest.isEmpty() && lines.size() < MOST_LINES) {
            int end = fitting(rest, width);
            if (end == rest.length()) {
                lines.add(rest);
                return lines;
            }
            if (lines.size() == MOST_LINES - 1) {
                lines.add(cut(rest, TITLE, width));
                return lines;
            }
            int space = rest.lastIndexOf(' ', end);
            int at = space > 0 ? space : end;
            lines.add(rest.substring(0, at).strip());
            rest = rest.substring(at).strip();
        }
        return lines.isEmpty() ? List.of("") : lines;
    }

    /** How many characters fit into a line; at least one. */
    private static int fitting(String text, double width) {
        int end = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            if (Lettering.width(text.substring(0, next), TITLE, true) > width) {
                break;
            }
            end = next;
        }
        return Math.max(end, text.offsetByCodePoints(0, 1));
    }

    private static String cut(String text, double size, double width) {
        String clean = CleanText.of(text);
        if (Lettering.width(clean, size, true) <= width) {
            return clean;
        }
        int end = 0;
        while (end < clean.length()) {
            int next = clean.offsetByCodePoints(end, 1);
            if (Lettering.width(clean.substring(0, next) + '…', size, true) > width) {
                break;
            }
            end = next;
        }
        return clean.substring(0, end).strip() + '…';
    }

    // --- lines ---

    private void edge(Diagram.Edge edge) {
        DiagramLayout.Way way = plan.edges().get(edge.id());
        if (way == null || way.bends().size() < 2) {
            return;
        }
        List<Spot> bends = way.bends().stream()
                .map(spot -> new Spot(spot.x() + left, spot.y() + top))
                .toList();
        open("dg-edge", mark + "e-" + edge.id(), edge.link(), edge.sentence(), edge.data());
        out.append("<title>").append(HtmlWriter.escape(edge.sentence())).append("</title>");
        String path = path(bends, headLength(edge.style().head()));
        if (forPage) {
            // A line is thin; what can be pointed at is not.
            out.append("<path class=\"dg-hit\" d=\"")
                    .append(path)
                    .append("\" fill=\"none\" stroke=\"#000000\" stroke-opacity=\"0\" stroke-width=\"11\"></path>");
        }
        styled(edge.style(), path, bends, out);
        way.label()
                .ifPresent(label ->
                        label(edge, new Box(label.x() + left, label.y() + top, label.width(), label.height())));
        close(edge.link());
    }

    /** A word on the line, on the ground of the lane it stands in. */
    private void label(Diagram.Edge edge, Box box) {
        boolean framed = framedNodes.contains(edge.to());
        rect(
                framed ? "dg-fill-none-1" : "dg-ground",
                framed ? colours.hex(new Tint(Hue.NONE, 1)) : colours.ground(),
                new Box(box.x(), box.y() + 1, box.width(), box.height() - 2),
                2);
        text(
                edge.label(),
                box.x() + box.width() / 2,
                box.y() + box.height() - 4.5,
                "middle",
                DiagramLayout.LABEL,
                false,
                false,
                out);
    }

    private void styled(Diagram.Style style, String path, List<Spot> bends, StringBuilder to) {
        String tint = tintName(style.tint());
        String hex = colours.hex(style.tint());
        to.append("<path class=\"dg-line dg-line-")
                .append(tint)
                .append("\" d=\"")
                .append(path)
                .append("\" fill=\"none\" stroke=\"")
                .append(hex)
                .append("\" stroke-width=\"1.5\"");
        if (!style.dash().array().isEmpty()) {
            to.append(" stroke-dasharray=\"").append(style.dash().array()).append('"');
        }
        to.append(" stroke-linecap=\"")
                .append(style.dash() == Diagram.Dash.DOTTED ? "round" : "butt")
                .append("\" stroke-linejoin=\"round\"></path>");
        head(style, bends.get(bends.size() - 2), bends.getLast(), to);
        if (style.isCrossed()) {
            cross(middle(bends), tint, hex, to);
        }
    }

    private static double headLength(Diagram.Head head) {
        return switch (head) {
            case TRIANGLE, OPEN -> HEAD;
            case DIAMOND -> HEAD + 3;
            case CIRCLE -> 7;
            case BAR -> 1;
        };
    }

    private void head(Diagram.Style style, Spot before, Spot end, StringBuilder to) {
        double length = Math.hypot(end.x() - before.x(), end.y() - before.y());
        double ux = length == 0 ? 1 : (end.x() - before.x()) / length;
        double uy = length == 0 ? 0 : (end.y() - before.y()) / length;
        String tint = tintName(style.tint());
        String hex = colours.hex(style.tint());
        String filled = " class=\"dg-head-" + tint + "\" fill=\"" + hex + "\"></path>";
        String hollow = " class=\"dg-ground dg-line-" + tint + "\" fill=\"" + colours.ground() + "\" stroke=\"" + hex
                + "\" stroke-width=\"1.3\"></path>";
        switch (style.head()) {
            case TRIANGLE ->
                to.append("<path d=\"")
                        .append(corners(end, ux, uy, new double[][] {{0, 0}, {-HEAD, 3.8}, {-HEAD, -3.8}}))
                        .append('"')
                        .append(filled);
            case OPEN ->
                to.append("<path d=\"")
                        .append(corners(end, ux, uy, new double[][] {{-0.6, 0}, {-HEAD, 3.8}, {-HEAD, -3.8}}))
                        .append('"')
                        .append(hollow);
            case DIAMOND ->
                to.append("<path d=\"")
                        .append(corners(end, ux, uy, new double[][] {{0, 0}, {-6, 4}, {-HEAD - 3, 0}, {-6, -4}}))
                        .append('"')
                        .append(filled);
            case CIRCLE ->
                to.append("<circle cx=\"")
                        .append(round(end.x() - 3.8 * ux))
                        .append("\" cy=\"")
                        .append(round(end.y() - 3.8 * uy))
                        .append("\" r=\"3.4\" class=\"dg-head-")
                        .append(tint)
                        .append("\" fill=\"")
                        .append(hex)
                        .append("\"></circle>");
            case BAR ->
                to.append("<path d=\"")
                        .append(corners(end, ux, uy, new double[][] {{-1, 6}, {-1, -6}, {-4, -6}, {-4, 6}}))
                        .append('"')
                        .append(filled);
        }
    }

    /** A closed path of corners that are given along and across the line's direction. */
    private static String corners(Spot end, double ux, double uy, double[][] points) {
        StringBuilder path = new StringBuilder();
        for (double[] point : points) {
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(round(end.x() + point[0] * ux - point[1] * uy))
                    .append(' ')
                    .append(round(end.y() + point[0] * uy + point[1] * ux));
        }
        return path.append('Z').toString();
    }

    private void cross(Spot at, String tint, String hex, StringBuilder to) {
        to.append("<circle class=\"dg-ground\" cx=\"")
                .append(round(at.x()))
                .append("\" cy=\"")
                .append(round(at.y()))
                .append("\" r=\"6.5\" fill=\"")
                .append(colours.ground())
                .append("\"></circle><path class=\"dg-line-")
                .append(tint)
                .append("\" d=\"M")
                .append(round(at.x() - 4))
                .append(' ')
                .append(round(at.y() - 4))
                .append('L')
                .append(round(at.x() + 4))
                .append(' ')
                .append(round(at.y() + 4))
                .append('M')
                .append(round(at.x() - 4))
                .append(' ')
                .append(round(at.y() + 4))
                .append('L')
                .append(round(at.x() + 4))
                .append(' ')
                .append(round(at.y() - 4))
                .append("\" fill=\"none\" stroke=\"")
                .append(hex)
                .append("\" stroke-width=\"2\"></path>");
    }

    /** The middle of the longest piece of a line. */
    private static Spot middle(List<Spot> bends) {
        Spot found = bends.getFirst();
        double longest = -1;
        for (int i = 1; i < bends.size(); i++) {
            Spot a = bends.get(i - 1);
            Spot b = bends.get(i);
            double length = Math.hypot(b.x() - a.x(), b.y() - a.y());
            if (length > longest) {
                longest = length;
                found = new Spot((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
            }
        }
        return found;
    }

    /** The line with rounded corners; it ends where its head begins. */
    private static String path(List<Spot> bends, double head) {
        List<Spot> points = new ArrayList<>(bends);
        Spot before = points.get(points.size() - 2);
        Spot end = points.getLast();
        double last = Math.hypot(end.x() - before.x(), end.y() - before.y());
        double kept = Math.max(0, last - head + 0.5);
        points.set(
                points.size() - 1,
                last == 0
                        ? end
                        : new Spot(
                                before.x() + (end.x() - before.x()) * kept / last,
                                before.y() + (end.y() - before.y()) * kept / last));
        StringBuilder path = new StringBuilder();
        path.append('M').append(spot(points.getFirst()));
        for (int i = 1; i < points.size(); i++) {
            Spot at = points.get(i);
            if (i == points.size() - 1) {
                path.append('L').append(spot(at));
                break;
            }
            Spot from = points.get(i - 1);
            Spot to = points.get(i + 1);
            double in = Math.hypot(at.x() - from.x(), at.y() - from.y());
            double onward = Math.hypot(to.x() - at.x(), to.y() - at.y());
            double corner = Math.min(CORNER, Math.min(in, onward) / 2);
            path.append('L')
                    .append(spot(toward(at, from, in, corner)))
                    .append('Q')
                    .append(spot(at))
                    .append(' ')
                    .append(spot(toward(at, to, onward, corner)));
        }
        return path.toString();
    }

    private static Spot toward(Spot at, Spot other, double distance, double by) {
        return distance == 0
                ? at
                : new Spot(
                        at.x() + (other.x() - at.x()) * by / distance, at.y() + (other.y() - at.y()) * by / distance);
    }

    private static String spot(Spot spot) {
        return round(spot.x()) + " " + round(spot.y());
    }

    // --- key and note ---

    /** Writes what the lines mean, and the note; answers the height of the whole. */
    private double key(double from, double width, StringBuilder to) {
        double y = from;
        if (!diagram.key().isEmpty()) {
            to.append("<g class=\"dg-key\">");
            double x = MARGIN;
            y += 8;
            for (Diagram.Key entry : diagram.key()) {
                double wide = KEY_SAMPLE + 8 + Lettering.width(entry.meaning(), NOTE + 1, false) + 22;
                if (x > MARGIN && x + wide > width - MARGIN) {
                    x = MARGIN;
                    y += KEY_LINE;
                }
                List<Spot> sample = List.of(new Spot(x, y), new Spot(x + KEY_SAMPLE, y));
                styled(entry.style(), path(sample, headLength(entry.style().head())), sample, to);
                text(entry.meaning(), x + KEY_SAMPLE + 8, y + 4, "start", NOTE + 1, false, false, to);
                x += wide;
            }
            to.append("</g>");
            y += KEY_LINE;
        }
        if (!diagram.note().isEmpty()) {
            for (String line : noteLines(width - 2 * MARGIN)) {
                text(line, MARGIN, y + 8, "start", NOTE, false, true, to);
                y += NOTE + 5;
            }
        }
        return y + MARGIN;
    }

    private List<String> noteLines(double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : diagram.note().split(" ", -1)) {
            if (!line.isEmpty() && Lettering.width(line + " " + word, NOTE, false) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    // --- elements ---

    private void open(String classes, String id, Optional<String> link, String name, Map<String, String> data) {
        boolean leads = forPage && link.isPresent();
        out.append(leads ? "<a" : "<g")
                .append(" id=\"")
                .append(id)
                .append("\" class=\"")
                .append(classes)
                .append('"');
        if (leads) {
            out.append(" href=\"")
                    .append(HtmlWriter.escape(link.get()))
                    .append("\" aria-label=\"")
                    .append(HtmlWriter.escape(name))
                    .append('"');
        }
        if (forPage) {
            data.forEach((key, value) -> out.append(" data-")
                    .append(HtmlWriter.escape(key))
                    .append("=\"")
                    .append(HtmlWriter.escape(value))
                    .append('"'));
        }
        out.append('>');
    }

    private void close(Optional<String> link) {
        out.append(forPage && link.isPresent() ? "</a>" : "</g>");
    }

    private void rect(String classes, String fill, Box box, double corner) {
        out.append("<rect class=\"")
                .append(classes)
                .append("\" x=\"")
                .append(round(box.x()))
                .append("\" y=\"")
                .append(round(box.y()))
                .append("\" width=\"")
                .append(round(box.width()))
                .append("\" height=\"")
                .append(round(box.height()))
                .append("\" rx=\"")
                .append(round(corner))
                .append("\" fill=\"")
                .append(fill)
                .append("\"></rect>");
    }

    private void text(
            String text,
            double x,
            double y,
            String anchor,
            double size,
            boolean bold,
            boolean faint,
            StringBuilder to) {
        to.append("<text class=\"")
                .append(faint ? "dg-faint" : "dg-ink")
                .append("\" x=\"")
                .append(round(x))
                .append("\" y=\"")
                .append(round(y))
                .append("\" text-anchor=\"")
                .append(anchor)
                .append("\" font-size=\"")
                .append(round(size))
                .append(bold ? "\" font-weight=\"bold\" fill=\"" : "\" fill=\"")
                .append(faint ? colours.faint() : colours.ink())
                .append("\">")
                .append(HtmlWriter.escape(CleanText.of(text)))
                .append("</text>");
    }

    private static String tintName(Tint tint) {
        return tint.hue().name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + tint.step();
    }

    private static String round(double value) {
        // A tenth of a pixel; adding 0 turns -0.0 into 0.0.
        double rounded = Math.round(value * 10) / 10.0 + 0.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    // --- rules for pages ---

    /** Attributes carry the light colours, so rules are needed for dark screens alone; paper stays light. */
    static String css() {
        StringBuilder css = new StringBuilder(8_000);
        css.append(".diagram a:focus-visible{outline:none}\n")
                .append(".diagram a:focus-visible .dg-box,.diagram a:hover .dg-box{stroke-width:2.2}\n")
                .append(".diagram a:focus-visible .dg-line,.diagram a:hover .dg-line{stroke-width:3}\n")
                .append("@media screen{\n");
        dark(css, ".dg-ink", "fill", Palette.DARK.ink());
        dark(css, ".dg-faint", "fill", Palette.DARK.faint());
        dark(css, ".dg-ground", "fill", Palette.DARK.ground());
        dark(css, ".dg-frame", "stroke", Palette.DARK.faint());
        dark(css, ".dg-strong .dg-box", "stroke", Palette.DARK.ink());
        for (Hue hue : Hue.values()) {
            for (int step = 1; step <= 5; step++) {
                Tint tint = new Tint(hue, step);
                String hex = Palette.DARK.hex(tint);
                dark(css, ".dg-fill-" + tintName(tint), "fill", hex);
                dark(css, ".dg-head-" + tintName(tint), "fill", hex);
                dark(css, ".dg-line-" + tintName(tint), "stroke", hex);
            }
        }
        return css.append("}\n").toString();
    }

    private static void dark(StringBuilder css, String selector, String property, String value) {
        css.append("[data-bs-theme=dark] ")
                .append(selector)
                .append('{')
                .append(property)
                .append(':')
                .append(value)
                .append("}\n");
    }
}
