package org.salus.documents;

/**
 * A table, chart or picture with a numbered caption, so that the text can point at it. Tables are counted by themselves; charts and pictures are counted together
 * as figures.
 *
 * @param key what {@link Span#reference} names it by, unique in its document: lower-case letters, digits, full stops and hyphens
 * @param caption what stands behind its number; it takes the place of a table's own caption
 * @param source where it comes from, in small type below it; may be empty
 * @param content a {@link Table}, {@link Chart} or {@link Picture}
 */
public record Captioned(String key, String caption, String source, Block content) implements Block {
    public Captioned {
        if (!key.matches("[a-z0-9][a-z0-9.-]{0,79}")) {
            throw new IllegalArgumentException(
                    "A caption's key is up to 80 lower-case letters, digits, full stops and hyphens: " + key);
        }
        if (caption.isBlank()) {
            throw new IllegalArgumentException("A caption needs words: " + key);
        }
        if (!(content instanceof Table || content instanceof Chart || content instanceof Picture)) {
            throw new IllegalArgumentException("Only a table, a chart and a picture have a caption: " + key);
        }
    }

    /** A chart as it is drawn below its caption: what the caption says is not said again. */
    Chart drawn(Chart chart) {
        return caption.equals(chart.option().finding())
                ? new Chart(chart.option().untitled(), chart.table(), chart.alternative())
                : chart;
    }

    boolean isTable() {
        return content instanceof Table;
    }
}
