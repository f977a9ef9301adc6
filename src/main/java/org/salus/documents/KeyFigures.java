package org.salus.documents;

import java.util.List;

/** A row of few large figures. */
public record KeyFigures(List<KeyFigure> figures) implements Block {
    public KeyFigures {
        figures = List.copyOf(figures);
    }

    /**
     * One of them.
     *
     * @param label what is counted
     * @param value as it is read, with its unit: "USD 4.1 m"
     * @param note what it leaves out or where it comes from; may be empty
     */
    public record KeyFigure(String label, String value, String note) {}
}
