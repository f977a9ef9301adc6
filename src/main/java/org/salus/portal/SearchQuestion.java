package org.salus.portal;

import java.util.List;
import java.util.Optional;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/**
 * What somebody looks for.
 *
 * @param typed as it was typed; nothing finds nothing
 * @param group only what belongs to it; all groups where it is left out
 * @param from how many of each group are passed over
 * @param size how many of each group are answered at most
 */
public record SearchQuestion(String typed, Optional<SearchGroup> group, int from, int size) {
    /** The choices it has in addresses. */
    public static final List<String> NAMES = List.of("q", "group", "from", "size");

    /** How many of each group stand beside one another where nobody says otherwise. */
    public static final int USUAL = 10;

    /** More of one group is no answer that anybody reads. */
    public static final int MOST = 500;

    /**
     * A question as it is written.
     *
     * @param from empty for the first one on
     * @param size empty for the usual number
     * @throws Failure (wrong use) naming the part that means nothing
     */
    public static SearchQuestion of(String typed, String group, String from, String size) {
        return new SearchQuestion(
                typed,
                group.isEmpty() ? Optional.empty() : Optional.of(SearchGroup.get(group)),
                number("from", from, 0, 0),
                number("size", size, USUAL, 1));
    }

    private static int number(String name, String text, int usual, int least) {
        if (text.isEmpty()) {
            return usual;
        }
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > MOST || Integer.parseInt(text) < least) {
            throw Failure.wrongUse(Sentence.of("portal.search.number", name, text, least, MOST));
        }
        return Integer.parseInt(text);
    }

    /** Whether something of that group is asked for. */
    boolean wants(SearchGroup one) {
        return group.isEmpty() || group.get() == one;
    }
}
