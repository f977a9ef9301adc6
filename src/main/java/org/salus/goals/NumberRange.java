package org.salus.goals;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A group that is told by whole numbers, as {@code 15-24}, {@code 65+} or {@code under 15}. Two of these may have members in common although they are called
 * otherwise.
 *
 * @param from the lowest number in it
 * @param to the highest
 * @param of what else is written behind the numbers, as {@code years}
 */
record NumberRange(long from, long to, String of) {
    private static final long NO_END = Integer.MAX_VALUE;

    private static final Pattern BETWEEN =
            Pattern.compile("(?:aged? )?(\\d{1,9}) ?(?:[-\u2010-\u2015\u2212]|to|bis|à|a) ?(\\d{1,9})(\\D*)");

    private static final Pattern UPWARDS = Pattern.compile(
            "(?:aged? )?(\\d{1,9}) ?(?:\\+|(?:and|or|et|ou|y|o|und|oder) (?:over|older|more|above|plus|más|mas|älter|mehr))(\\D*)");

    private static final Pattern ABOVE =
            Pattern.compile("(?:aged? )?(?:>|over|above|more than|plus de|más de|mas de|über) ?(\\d{1,9})(\\D*)");

    private static final Pattern BELOW =
            Pattern.compile("(?:aged? )?(?:<|under|below|less than|moins de|menos de|unter) ?(\\d{1,9})(\\D*)");

    /** The range that is written so, if the text is one. */
    static Optional<NumberRange> find(String text) {
        String plain = Texts.plain(text);
        Matcher between = BETWEEN.matcher(plain);
        if (between.matches()) {
            return range(number(between), Long.parseLong(between.group(2)), between.group(3));
        }
        Matcher upwards = UPWARDS.matcher(plain);
        if (upwards.matches()) {
            return range(number(upwards), NO_END, upwards.group(2));
        }
        Matcher above = ABOVE.matcher(plain);
        if (above.matches()) {
            return range(number(above) + 1, NO_END, above.group(2));
        }
        Matcher below = BELOW.matcher(plain);
        return below.matches() ? range(0, number(below) - 1, below.group(2)) : Optional.empty();
    }

    private static long number(Matcher matched) {
        return Long.parseLong(matched.group(1));
    }

    private static Optional<NumberRange> range(long from, long to, String of) {
        return from <= to ? Optional.of(new NumberRange(from, to, of.strip())) : Optional.empty();
    }

    /** Whether a number is in both. One that does not say of what is of the same as any other. */
    boolean meets(NumberRange other) {
        return from <= other.to && other.from <= to && (of.isEmpty() || other.of.isEmpty() || of.equals(other.of));
    }

    /** Whether each of its numbers is in one of these. */
    boolean isCoveredBy(Collection<NumberRange> others) {
        List<NumberRange> upwards = others.stream()
                .filter(this::meets)
                .sorted(Comparator.comparingLong(NumberRange::from))
                .toList();
        long next = from;
        for (NumberRange one : upwards) {
            if (one.from <= next) {
                next = Math.max(next, one.to + 1);
            }
        }
        return next > to;
    }
}
