package org.salus.impact;

import java.util.List;
import org.salus.framework.Sentence;

/**
 * What one source has to tell in a review.
 *
 * @param topic under which it is told
 * @param code unique in a review: lower-case letters and hyphens
 * @param title of its table
 * @param says what there is, or that nothing is recorded
 * @param lines what is told one by one; none where nothing is recorded
 * @param notes what was left out, and why
 */
public record ReviewPart(
        ReviewTopic topic,
        String code,
        Sentence title,
        List<Sentence> says,
        List<ReviewLine> lines,
        List<Sentence> notes) {
    public ReviewPart {
        says = List.copyOf(says);
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /** Whether any of it is about money. */
    boolean hasMoney() {
        return lines.stream().anyMatch(line -> line.amount().isPresent());
    }
}
