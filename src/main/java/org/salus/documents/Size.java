package org.salus.documents;

/**
 * How wide a drawing is.
 *
 * @param width in CSS pixels (96 to the inch)
 */
public record Size(int width) {
    public Size {
        if (width < 200 || width > 4000) {
            throw new IllegalArgumentException("A drawing is 200 to 4000 pixels wide, not " + width);
        }
    }

    /** The width of the text on that paper; on a brief a half of it, since two drawings stand beside one another there. */
    public static Size onPaper(Page page) {
        double text = page.textWidthMillimetres();
        return new Size(pixels(page == Page.BRIEF ? text * 0.485 : text));
    }

    /** Millimetres on paper in CSS pixels, rounded down. */
    static int pixels(double millimetres) {
        return (int) Math.floor(millimetres * 96 / 25.4);
    }
}
