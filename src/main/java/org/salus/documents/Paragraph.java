package org.salus.documents;

import java.util.List;

/** Running text. */
public record Paragraph(List<Span> spans) implements Block {
    public Paragraph {
        spans = List.copyOf(spans);
    }

    /** A paragraph without emphasis and links. */
    public static Paragraph of(String text) {
        return new Paragraph(List.of(Span.of(text)));
    }
}
