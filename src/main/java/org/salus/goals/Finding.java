package org.salus.goals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;

/**
 * What a measurement found: a value, with or without its interval; an interval alone; a level of a judgement in words; or why nothing could be found. One of them.
 *
 * @param level of the rubric of the indicator, from 0
 * @param missing why there is none
 */
public record Finding(
        Optional<BigDecimal> value,
        Optional<BigDecimal> low,
        Optional<BigDecimal> high,
        Optional<BigDecimal> level,
        String missing) {
    /** More digits than anybody measures. */
    static final int MOST_DIGITS = 60;

    /** A value. */
    public static Finding of(BigDecimal value) {
        return new Finding(Optional.of(value), Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    /** Something between the two. */
    public static Finding between(BigDecimal low, BigDecimal high) {
        return new Finding(Optional.empty(), Optional.of(low), Optional.of(high), Optional.empty(), "");
    }

    /** A level of the rubric. */
    public static Finding level(int level) {
        return new Finding(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(BigDecimal.valueOf(level)), "");
    }

    /** Nothing, and why. */
    public static Finding missing(String why) {
        return new Finding(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), why);
    }

    /** Whether it says why there is none. */
    public boolean isMissing() {
        return value.isEmpty() && low.isEmpty() && high.isEmpty() && level.isEmpty();
    }

    /** The least it can be; empty if it is missing. */
    public Optional<BigDecimal> least() {
        return low.or(() -> value).or(() -> level);
    }

    /** The most it can be; empty if it is missing. */
    public Optional<BigDecimal> most() {
        return high.or(() -> value).or(() -> level);
    }

    static boolean isWritable(BigDecimal number) {
        return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
    }

    List<Sentence> refusals() {
        List<Sentence> refusals = new ArrayList<>();
        boolean hasNumber = value.isPresent() || low.isPresent() || high.isPresent();
        int ways = (hasNumber ? 1 : 0) + (level.isPresent() ? 1 : 0) + (missing.isBlank() ? 0 : 1);
        if (ways != 1) {
            refusals.add(Sentence.of(ways == 0 ? "goals.refusal.says-nothing" : "goals.refusal.says-two-things"));
        }
        if (Stream.of(value, low, high, level).flatMap(Optional::stream).anyMatch(number -> !isWritable(number))) {
            refusals.add(Sentence.of("goals.refusal.digits", MOST_DIGITS));
            return refusals;
        }
        if (low.isPresent() != high.isPresent()) {
            refusals.add(Sentence.of("goals.refusal.half-interval"));
        } else if (low.isPresent()
                && (low.get().compareTo(high.get()) > 0
                        || value.filter(number -> number.compareTo(low.get()) < 0 || number.compareTo(high.get()) > 0)
                                .isPresent())) {
            refusals.add(Sentence.of("goals.refusal.interval"));
        }
        return refusals;
    }

    /** As people write it, every digit. */
    public String written() {
        return said(BigDecimal::toPlainString);
    }

    /** As people read it: rounded, so that what was divided does not fill a line with digits. */
    public String shown() {
        return said(IndicatorStatus::shown);
    }

    /** The same as a language writes decimals. */
    public String shown(Wording wording) {
        return said(value -> IndicatorStatus.shown(value, wording));
    }

    /** Every digit, where fewer are shown. */
    public Optional<String> exact() {
        return Optional.of(said(Wording::figure)).filter(all -> !all.equals(shown()));
    }

    private String said(Function<BigDecimal, String> number) {
        String interval =
                low.isPresent() && high.isPresent() ? number.apply(low.get()) + "–" + number.apply(high.get()) : "";
        return value.map(number)
                .map(said -> interval.isEmpty() ? said : said + " (" + interval + ")")
                .or(() -> level.map(number))
                .orElse(interval);
    }
}
