package org.salus.papers;

import java.util.Map;
import java.util.Optional;
import org.salus.framework.ReformArea;

/**
 * A part as a template wants it.
 *
 * @param title of it; empty for the one it has by itself
 * @param text above it, in the markup of written sections; may be empty
 * @param values of its settings
 */
record PartSetting(PaperPart part, String title, String text, Map<String, String> values) {
    PartSetting {
        values = Map.copyOf(values);
    }

    /** A number that is set, else that one. */
    int number(String name, int usual) {
        return Optional.ofNullable(values.get(name)).map(Integer::parseInt).orElse(usual);
    }

    /** The most rows or items, else that many. */
    int most(int usual) {
        return number(PaperPart.MOST, usual);
    }

    /** The only area it is about, if one is set. */
    Optional<ReformArea> area() {
        return Optional.ofNullable(values.get(PaperPart.AREA)).flatMap(ReformArea::find);
    }

    /** Whether rows stand in that order. */
    boolean isOrdered(String order) {
        String usual = part.orders().isEmpty() ? "" : part.orders().getFirst();
        return values.getOrDefault(PaperPart.ORDER, usual).equals(order);
    }
}
