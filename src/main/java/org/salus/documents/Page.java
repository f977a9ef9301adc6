package org.salus.documents;

/** The paper of a document: A4, but for what hangs on a wall. */
public enum Page {
    /** Upright, for texts of many pages. */
    PORTRAIT(210, 297, 18, 10),
    /** Lying, for wide tables. */
    LANDSCAPE(297, 210, 15, 10),
    /** Lying, small type, narrow margins: a brief that is meant to fit on one page. {@link PdfWriter#write} says whether it does. */
    BRIEF(297, 210, 10, 8.5),
    /** A3, lying: a plan of many steps that is read together. */
    WALL(420, 297, 15, 12);

    private static final int BESIDE_DRAWING_MILLIMETRES = 30;

    private final int widthMillimetres;
    private final int heightMillimetres;
    private final int marginMillimetres;
    private final double typePoints;

    Page(int widthMillimetres, int heightMillimetres, int marginMillimetres, double typePoints) {
        this.widthMillimetres = widthMillimetres;
        this.heightMillimetres = heightMillimetres;
        this.marginMillimetres = marginMillimetres;
        this.typePoints = typePoints;
    }

    int widthMillimetres() {
        return widthMillimetres;
    }

    int heightMillimetres() {
        return heightMillimetres;
    }

    int marginMillimetres() {
        return marginMillimetres;
    }

    double typePoints() {
        return typePoints;
    }

    int textWidthMillimetres() {
        return widthMillimetres - 2 * marginMillimetres;
    }

    /** The most that a drawing can be high, so that it, its caption and the lines at head and foot find room on one page. */
    int drawingHeightMillimetres() {
        return heightMillimetres - 2 * marginMillimetres - BESIDE_DRAWING_MILLIMETRES;
    }
}
