package org.salus.strategy;

import java.util.ArrayList;
import java.util.List;
import org.salus.documents.Block;
import org.salus.documents.Bullets;
import org.salus.documents.Paragraph;

/**
 * What is composed of the model for a section.
 *
 * @param text paragraphs and lists, which people may write otherwise
 * @param exhibits tables, charts, drawings and notes, which always follow the model
 */
public record Composed(List<Block> text, List<Block> exhibits) {
    /** Nothing. */
    public static final Composed NOTHING = new Composed(List.of(), List.of());

    public Composed {
        text = List.copyOf(text);
        exhibits = List.copyOf(exhibits);
        if (!text.stream().allMatch(block -> block instanceof Paragraph || block instanceof Bullets)) {
            throw new IllegalArgumentException("The text of a section is made of paragraphs and lists");
        }
    }

    /** This, followed by what another source says. */
    Composed and(Composed other) {
        return new Composed(together(text, other.text), together(exhibits, other.exhibits));
    }

    private static List<Block> together(List<Block> one, List<Block> other) {
        List<Block> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    boolean isNothing() {
        return text.isEmpty() && exhibits.isEmpty();
    }
}
