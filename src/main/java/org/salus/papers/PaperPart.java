package org.salus.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What papers are put together from: a part with a name that templates call it by.
 *
 * @param needs what must be said for it to be composed
 * @param knows what may be said besides
 * @param settings what templates may say of it, beside its title and a text above it
 * @param orders in which its rows can stand, the usual one first; none where they have one order
 */
record PaperPart(
        String name,
        List<PaperChoice> needs,
        List<PaperChoice> knows,
        List<String> settings,
        List<String> orders,
        Composer how) {
    /** The most rows or items that are shown. */
    static final String MOST = "most";

    /** How many months ahead are looked at. */
    static final String MONTHS = "months";

    /** Only what is of that reform area. */
    static final String AREA = "area";

    /** In which order rows stand. */
    static final String ORDER = "order";

    /** Writes it. */
    @FunctionalInterface
    interface Composer {
        void compose(Making making, Sheet sheet);
    }

    PaperPart {
        needs = List.copyOf(needs);
        knows = List.copyOf(knows);
        settings = List.copyOf(settings);
        orders = List.copyOf(orders);
    }

    /** A part of that name. */
    static PaperPart of(String name, Composer how) {
        return new PaperPart(name, List.of(), List.of(), List.of(), List.of(), how);
    }

    /** The same, for which this must be said. */
    PaperPart needing(PaperChoice... choices) {
        return new PaperPart(name, List.of(choices), knows, settings, orders, how);
    }

    /** The same, for which this may be said. */
    PaperPart knowing(PaperChoice... choices) {
        return new PaperPart(name, needs, List.of(choices), settings, orders, how);
    }

    /** The same, which templates may set so. */
    PaperPart set(String... names) {
        return new PaperPart(name, needs, knows, List.of(names), orders, how);
    }

    /** The same with rows in one of these orders. */
    PaperPart inOrders(String... names) {
        List<String> all = new ArrayList<>(settings);
        all.add(ORDER);
        return new PaperPart(name, needs, knows, all, List.of(names), how);
    }

    /** What may be asked for. */
    Stream<PaperChoice> choices() {
        return Stream.concat(needs.stream(), knows.stream());
    }
}
