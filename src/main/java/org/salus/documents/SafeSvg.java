package org.salus.documents;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A drawing reduced to shapes, text and pictures that it carries itself: no scripts, styles, events, foreign elements and no address outside itself. Its identifiers are numbered in order of
 * appearance behind a prefix, so that several drawings stand in one page and a drawing made twice has the same bytes.
 */
final class SafeSvg {
    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "defs",
            "title",
            "desc",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "clipPath",
            "pattern",
            "linearGradient",
            "radialGradient",
            "stop",
            "use",
            "symbol",
            "marker",
            "mask");

    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "x",
            "y",
            "x1",
            "y1",
            "x2",
            "y2",
            "cx",
            "cy",
            "r",
            "rx",
            "ry",
            "dx",
            "dy",
            "d",
            "points",
            "width",
            "height",
            "viewBox",
            "preserveAspectRatio",
            "transform",
            "fill",
            "fill-opacity",
            "fill-rule",
            "stroke",
            "stroke-width",
            "stroke-opacity",
            "stroke-dasharray",
            "stroke-dashoffset",
            "stroke-linecap",
            "stroke-linejoin",
            "stroke-miterlimit",
            "opacity",
            "clip-path",
            "clip-rule",
            "mask",
            "marker-end",
            "marker-start",
            "marker-mid",
            "markerWidth",
            "markerHeight",
            "refX",
            "refY",
            "orient",
            "markerUnits",
            "offset",
            "stop-color",
            "stop-opacity",
            "gradientUnits",
            "gradientTransform",
            "patternUnits",
            "patternContentUnits",
            "patternTransform",
            "clipPathUnits",
            "text-anchor",
            "dominant-baseline",
            "font-size",
            "font-family",
            "font-weight",
            "font-style",
            "letter-spacing",
            "paint-order",
            "direction",
            "role",
            "aria-label",
            "aria-hidden",
            "aria-labelledby",
            "version");

    /** Properties that ECharts and others put into a style attribute and that the list above knows as attributes. */
    private static final Pattern DECLARATION = Pattern.compile("\\s*([a-z-]+)\\s*:\\s*([^;]+?)\\s*(?:;|$)");

    /** A picture that the drawing carries itself. */
    private static final Pattern OWN_PICTURE = Pattern.compile("data:image/png;base64,[A-Za-z0-9+/]+={0,2}");

    private static final Pattern REFERENCE = Pattern.compile("url\\(\\s*['\"]?#([^)'\"]+)['\"]?\\s*\\)");

    private final String prefix;
    private final boolean visualOrder;
    private final Map<String, String> names = new HashMap<>();

    private SafeSvg(String prefix, boolean visualOrder) {
        this.prefix = prefix;
        this.visualOrder = visualOrder;
    }

    /** The drawing for a renderer that puts one character beside the next: right-to-left text is joined and turned round beforehand. */
    static String inVisualOrder(String svg) {
        StringBuilder out = new StringBuilder(svg.length());
        new SafeSvg("v", true).write(parse(svg), out, true);
        return out.toString();
    }

    /**
     * The drawing as well-formed XML, one root element {@code svg}.
     *
     * @param prefix of every identifier, unique within the page
     * @param alternative what the drawing is called for readers who cannot see it; empty leaves the drawing's own title
     * @throws IllegalArgumentException if it is not an SVG drawing
     */
    static String of(String svg, String prefix, String alternative) {
        return of(svg, prefix, alternative, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** The same, made smaller if it is wider or higher than that many CSS pixels. */
    static String of(String svg, String prefix, String alternative, int widest, int highest) {
        Element root = parse(svg);
        if (!"svg".equals(root.getLocalName())) {
            throw new IllegalArgumentException("Not an SVG drawing: its root is " + root.getLocalName());
        }
        OptionalDouble width = pixels(root.getAttribute("width"));
        OptionalDouble height = pixels(root.getAttribute("height"));
        if (width.isPresent() && height.isPresent()) {
            if (!root.hasAttribute("viewBox")) {
                root.setAttribute("viewBox", "0 0 " + width.getAsDouble() + " " + height.getAsDouble());
            }
            double factor = Math.min(widest / width.getAsDouble(), highest / height.getAsDouble());
            if (factor < 1) {
                root.setAttribute("width", Long.toString(Math.round(width.getAsDouble() * factor)));
                root.setAttribute("height", Long.toString(Math.round(height.getAsDouble() * factor)));
            }
        }
        if (!alternative.isEmpty()) {
            root.setAttribute("role", "img");
            root.setAttribute("aria-label", alternative);
            root.removeAttribute("aria-labelledby");
        }
        StringBuilder out = new StringBuilder(svg.length());
        new SafeSvg(prefix, false).write(root, out, true);
        return out.toString();
    }

    private static OptionalDouble pixels(String length) {
        String digits = length.endsWith("px") ? length.substring(0, length.length() - 2) : length;
        return digits.matches("[0-9]{1,6}(\\.[0-9]{1,6})?")
                ? OptionalDouble.of(Double.parseDouble(digits))
                : OptionalDouble.empty();
    }

    private static Element parse(String svg) {
        try {
            return Markup.parse(svg).getDocumentElement();
        } catch (SAXException broken) {
            throw new IllegalArgumentException("Not an SVG drawing: " + broken.getMessage(), broken);
        }
    }

    private void write(Element element, StringBuilder out, boolean root) {
        String name = element.getLocalName();
        out.append('<').append(name);
        if (root) {
            out.append(" xmlns=\"http://www.w3.org/2000/svg\"");
        }
        attributes(element)
                .forEach((key, value) -> out.append(' ')
                        .append(key)
                        .append("=\"")
                        .append(HtmlWriter.escape(value))
                        .append('"'));
        out.append('>');
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                if (ELEMENTS.contains(inner.getLocalName()) || isOwnPicture(inner)) {
                    write(inner, out, false);
                }
            } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                String text = child.getNodeValue();
                out.append(HtmlWriter.escape(visualOrder ? ReadingOrder.visual(text) : text));
            }
        }
        out.append("</").append(name).append('>');
    }

    /** Whether it is a picture of points that comes with the drawing: nothing is fetched for it. */
    private static boolean isOwnPicture(Element element) {
        return element.getLocalName().equals("image")
                && OWN_PICTURE.matcher(element.getAttribute("href")).matches();
    }

    private Map<String, String> attributes(Element element) {
        Map<String, String> kept = new TreeMap<>();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            String name = attribute.getLocalName() == null ? attribute.getName() : attribute.getLocalName();
            String value = attribute.getValue();
            if (name.equals("href") && value.startsWith("#")) {
                kept.put("href", "#" + name(value.substring(1)));
            } else if (name.equals(attribute.getName()) && name.equals("href") && isOwnPicture(element)) {
                kept.put("href", value);
            } else if (name.equals("style")) {
                Matcher declarations = DECLARATION.matcher(value);
                while (declarations.find()) {
                    keep(kept, declarations.group(1), declarations.group(2));
                }
            } else if (name.equals(attribute.getName())) {
                keep(kept, name, value);
            }
        }
        // Some renderers draw a line without width as the thinnest they have.
        if (isZero(kept.get("stroke-width"))) {
            kept.remove("stroke");
            kept.remove("stroke-width");
        }
        if (isZero(kept.get("fill-opacity"))) {
            kept.put("fill", "none");
            kept.remove("fill-opacity");
        }
        return kept;
    }

    private static boolean isZero(@Nullable String value) {
        return value != null && value.matches("0+(\\.0*)?(px)?");
    }

    private void keep(Map<String, String> kept, String name, String value) {
        if (!ATTRIBUTES.contains(name)) {
            return;
        }
        if (name.equals("id")) {
            kept.put(name, name(value));
            return;
        }
        if (name.equals("aria-labelledby")) {
            StringBuilder renamed = new StringBuilder();
            for (String id : value.trim().split("\\s+", -1)) {
                renamed.append(renamed.isEmpty() ? "" : " ").append(name(id));
            }
            kept.put(name, renamed.toString());
            return;
        }
        String local = REFERENCE
                .matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement("url(#" + name(found.group(1)) + ")"));
        String lower = local.toLowerCase(Locale.ROOT);
        boolean elsewhere = lower.replace("url(#", "").contains("url(") || lower.contains("javascript:");
        if (!elsewhere || name.equals("aria-label")) {
            kept.put(name, local);
        }
    }

    private String name(String id) {
        String known = names.get(id);
        if (known == null) {
            known = prefix + names.size();
            names.put(id, known);
        }
        return known;
    }
}
