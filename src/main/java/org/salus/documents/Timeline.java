package org.salus.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What goes on when: bars over days, one below the other in groups, and what waits for what (a Gantt chart). Each bar carries its title above it, so that it can be read wherever a narrow
 * window is scrolled to. What a colour says is said by an outline, a sign or a word, too.
 *
 * @param title what is shown
 * @param description the same in a sentence or two, for readers who cannot see it
 * @param from the first day that is drawn; an earlier bar moves it
 * @param until the last day that is drawn; a later bar moves it
 * @param today a day that is marked; empty for none
 * @param groups from top to bottom; those without bars are not drawn
 * @param signs what the signs are called
 * @param note a line under the drawing; may be empty
 * @param language of the words, months and quarters
 */
public record Timeline(
        String title,
        String description,
        LocalDate from,
        LocalDate until,
        Optional<LocalDate> today,
        List<Group> groups,
        Signs signs,
        String note,
        Locale language) {
    public Timeline {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("A timeline ends on or after its first day: " + from + ", " + until);
        }
        groups = groups.stream().filter(group -> !group.bars().isEmpty()).toList();
        Set<String> ids = new HashSet<>();
        for (Group group : groups) {
            for (Bar bar : group.bars()) {
                if (!ids.add(bar.id())) {
                    throw new IllegalArgumentException("Two bars have the id " + bar.id());
                }
            }
        }
    }

    /** Bars that belong together. */
    public record Group(String title, List<Bar> bars) {
        public Group {
            bars = List.copyOf(bars);
        }
    }

    /**
     * One thing that goes on.
     *
     * @param id unique in the timeline
     * @param title what stands above it, cut where it is too long
     * @param sentence all there is to say of it, with its days in words: told on pointing at it and to readers who cannot see it
     * @param from its first day
     * @param until its last day, on or after {@code from}
     * @param isStrong whether it is filled and outlined strongly
     * @param isFixed whether it carries the sign of what is fixed
     * @param after the ids of bars that it waits for; others are passed over
     * @param link where it leads on a page; empty for none
     * @param data attributes for a page's script, without their {@code data-}
     */
    public record Bar(
            String id,
            String title,
            String sentence,
            LocalDate from,
            LocalDate until,
            boolean isStrong,
            boolean isFixed,
            List<String> after,
            Optional<String> link,
            Map<String, String> data) {
        public Bar {
            if (until.isBefore(from)) {
                throw new IllegalArgumentException("A bar ends on or after its first day: " + id);
            }
            after = List.copyOf(after);
            data = Collections.unmodifiableMap(new TreeMap<>(data));
        }
    }

    /**
     * The words of the key.
     *
     * @param strong of a bar that is filled and outlined strongly
     * @param plain of one that is not
     * @param fixed of the sign of what is fixed
     * @param waits of the line from a bar to one that waits for it; where it is drawn on pointing at it, both titles are put around this word
     * @param today of the marked day
     */
    public record Signs(String strong, String plain, String fixed, String waits, String today) {}

    /** How many bars there are. */
    public int size() {
        return groups.stream().mapToInt(group -> group.bars().size()).sum();
    }

    /**
     * The same in parts that fit pages, each with the same days. Lines between bars of different parts are not drawn.
     *
     * @param rows of a part, heads of groups among them: 2 or more
     */
    public List<Timeline> parts(int rows) {
        if (rows < 2) {
            throw new IllegalArgumentException("A part has room for a head and a bar, not for " + rows);
        }
        List<Timeline> parts = new ArrayList<>();
        List<Group> part = new ArrayList<>();
        int free = rows;
        for (Group group : groups) {
            List<Bar> rest = group.bars();
            while (!rest.isEmpty()) {
                if (free < 2) {
                    parts.add(of(part));
                    part = new ArrayList<>();
                    free = rows;
                }
                int taken = Math.min(rest.size(), free - 1);
                part.add(new Group(group.title(), rest.subList(0, taken)));
                free -= taken + 1;
                rest = rest.subList(taken, rest.size());
            }
        }
        if (!part.isEmpty()) {
            parts.add(of(part));
        }
        return List.copyOf(parts);
    }

    private Timeline of(List<Group> part) {
        return new Timeline(title, description, first(), last(), today, part, signs, note, language);
    }

    /** The first day that is drawn. */
    LocalDate first() {
        return groups.stream()
                .flatMap(group -> group.bars().stream())
                .map(Bar::from)
                .filter(from::isAfter)
                .min(LocalDate::compareTo)
                .orElse(from);
    }

    /** The last day that is drawn. */
    LocalDate last() {
        return groups.stream()
                .flatMap(group -> group.bars().stream())
                .map(Bar::until)
                .filter(until::isBefore)
                .max(LocalDate::compareTo)
                .orElse(until);
    }

    /** The same with another line under the drawing. */
    public Timeline noting(String other) {
        return new Timeline(title, description, from, until, today, groups, signs, other, language);
    }

    /** The drawing for files: nothing in it can be followed or run. */
    public String svg() {
        return new TimelineDrawing(this, false, 0).svg();
    }

    /** The same for paper: as wide as that, or wider where there are many years. */
    public String svg(Size size) {
        return new TimelineDrawing(this, false, size.width()).svg();
    }

    /**
     * The drawing for a page: bars with links can be reached by keyboard and carry their {@code data-} attributes; the rules of {@link Diagram#css()} turn it dark with the page. Its root says in
     * {@code data-day} how wide a day is.
     */
    public String pageSvg() {
        return new TimelineDrawing(this, true, 0).svg();
    }
}
