package org.salus.strategy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.salus.documents.Block;
import org.salus.ledger.Item;

/**
 * A section: what is composed for it, and what people wrote in the place of the composed text.
 *
 * @param written by people for these readers, in order
 */
public record ComposedSection(Section section, Composed composed, List<Item<SectionText>> written) {
    public ComposedSection {
        written = List.copyOf(written);
    }

    /** What is read: the text people wrote, or the composed one where there is none; then tables and drawings. */
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(text());
        blocks.addAll(composed.exhibits());
        return blocks;
    }

    /** The text that is read. */
    public List<Block> text() {
        return written.isEmpty()
                ? composed.text()
                : written.stream()
                        .flatMap(item -> TypedText.read(item.value().text()).stream())
                        .toList();
    }

    /** How the text stands beside the model. */
    public SectionState state() {
        if (written.isEmpty()) {
            return composed.isNothing() ? SectionState.EMPTY : SectionState.COMPOSED;
        }
        return offered().isEmpty() && gone() == 0 ? SectionState.WRITTEN : SectionState.BEHIND;
    }

    /** Passages that would be composed now and were not when people last looked: what is offered to them. */
    public List<String> offered() {
        Set<String> known = known();
        return written.isEmpty()
                ? List.of()
                : Passages.of(composed.text()).stream()
                        .filter(passage -> !known.contains(Passages.mark(passage)))
                        .toList();
    }

    /** How many passages were composed when people last looked and would not be now. */
    public int gone() {
        Set<String> lost = known();
        lost.removeAll(new HashSet<>(Passages.marks(composed.text())));
        return lost.size();
    }

    /** What any of the texts has been looked at beside. */
    private Set<String> known() {
        Set<String> known = new LinkedHashSet<>();
        written.forEach(item -> known.addAll(item.value().base()));
        return known;
    }

    /** The marks of what is composed now. */
    public List<String> marks() {
        return Passages.marks(composed.text());
    }
}
