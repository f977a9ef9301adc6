package org.salus.goals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;

/**
 * How an indicator stands against its path. Never surer than what was measured: an interval on both sides of the path says unknown, and so does a measurement
 * that is missing or not approved. {@code docs/indicators.md} writes the rules out.
 */
public enum IndicatorStatus implements Term {
    ON_PATH("on-path"),
    /** Short of the path, and no worse than at the beginning. */
    BEHIND("behind"),
    /** Worse than at the beginning. */
    MOVING_AWAY("moving-away"),
    NOT_MEASURED("not-measured"),
    UNKNOWN("unknown");

    private final String code;

    IndicatorStatus(String code) {
        this.code = code;
    }

    /**
     * A status, why, and as of when.
     *
     * @param asOf the date of the measurement it rests on; empty where it rests on none
     */
    public record Judged(IndicatorStatus status, Sentence because, Optional<PartialDate> asOf) {
        private static Judged unknown(String why, Object... arguments) {
            return new Judged(UNKNOWN, Sentence.of("goals.status-why." + why, arguments), Optional.empty());
        }
    }

    /**
     * How an indicator stands. Pure: of its approved measurements for all, the newest that is neither before its baseline nor ahead of
     * today, against its path.
     *
     * @param measurements of this indicator, in whatever order and state
     * @param today to tell a measurement that is too old, or of a time that has not begun
     */
    public static Judged of(Indicator indicator, List<Measurement> measurements, LocalDate today) {
        List<Measurement> all = measurements.stream()
                .filter(one -> one.group().isEmpty() && !MeasurementRules.isAhead(one.on(), today))
                .toList();
        Optional<Measurement> newest = all.stream()
                .filter(one -> one.state() == MeasurementState.APPROVED)
                .filter(one -> indicator
                        .baseline()
                        .on()
                        .map(begins -> !one.on().isSurelyBefore(begins))
                        .orElse(true))
                .max(Comparator.comparing((Measurement one) -> one.on().latest())
                        .thenComparing(Measurement::on)
                        .thenComparingInt(one -> weight(one, indicator)));
        if (newest.isEmpty()) {
            return all.stream().anyMatch(one -> one.state() == MeasurementState.SUBMITTED)
                    ? Judged.unknown("not-approved")
                    : new Judged(NOT_MEASURED, Sentence.of("goals.status-why.not-measured"), Optional.empty());
        }
        Measurement last = newest.get();
        if (last.says().isMissing()) {
            return Judged.unknown("missing", last.on(), last.says().missing());
        }
        Optional<LocalDate> stale = Owing.overdueSince(indicator, last.on(), today);
        if (stale.isPresent()) {
            return Judged.unknown("too-old", last.on(), PartialDate.of(stale.get()));
        }
        if (indicator.direction() == Direction.KEEP) {
            return kept(indicator, last);
        }
        return PlannedPath.of(indicator)
                .map(path -> against(path, indicator, last))
                .orElseGet(() -> Judged.unknown("no-path"));
    }

    /** Of the same time what people measured counts before what a series says, and the series that is followed before one that was. */
    private static int weight(Measurement one, Indicator indicator) {
        if (!one.isTaken()) {
            return 2;
        }
        return one.taken().map(Taken::series).equals(indicator.feed().map(Feed::series)) ? 1 : 0;
    }

    /** What is to stay is looked at between its baseline and its target: outside of both it has moved. */
    private static Judged kept(Indicator indicator, Measurement last) {
        Optional<BigDecimal> one =
                indicator.baseline().value().or(() -> indicator.target().value());
        Optional<BigDecimal> other = indicator.target().value().or(() -> one);
        if (one.isEmpty() || other.isEmpty()) {
            return Judged.unknown("no-path");
        }
        BigDecimal from = one.get().min(other.get());
        BigDecimal to = one.get().max(other.get());
        BigDecimal least = last.says().least().orElseThrow();
        BigDecimal most = last.says().most().orElseThrow();
        if (least.compareTo(from) >= 0 && most.compareTo(to) <= 0) {
            return judged(ON_PATH, "kept", last, from, to);
        }
        return most.compareTo(from) < 0 || least.compareTo(to) > 0
                ? judged(MOVING_AWAY, "not-kept", last, from, to)
                : judged(UNKNOWN, "kept-unsure", last, from, to);
    }

    private static Judged against(PlannedPath path, Indicator indicator, Measurement last) {
        boolean isUp = indicator.direction() != Direction.DOWN;
        int way = path.last().compareTo(path.first());
        if (way != 0 && way > 0 != isUp) {
            return Judged.unknown("other-way");
        }
        Optional<BigDecimal> wanted = path.at(last.on().latest());
        if (wanted.isEmpty()) {
            return Judged.unknown("before-path", last.on());
        }
        // Downwards is upwards with the sign turned.
        BigDecimal least = isUp
                ? last.says().least().orElseThrow()
                : last.says().most().orElseThrow().negate();
        BigDecimal most = isUp
                ? last.says().most().orElseThrow()
                : last.says().least().orElseThrow().negate();
        BigDecimal planned = isUp ? wanted.get() : wanted.get().negate();
        BigDecimal begin = isUp ? path.first() : path.first().negate();
        if (least.compareTo(planned) >= 0) {
            return judged(ON_PATH, "on-path", last, wanted.get(), path.first());
        }
        if (most.compareTo(planned) >= 0) {
            return judged(UNKNOWN, "unsure", last, wanted.get(), path.first());
        }
        return most.compareTo(begin) < 0
                ? judged(MOVING_AWAY, "moving-away", last, wanted.get(), path.first())
                : judged(BEHIND, "behind", last, wanted.get(), path.first());
    }

    private static Judged judged(
            IndicatorStatus status, String why, Measurement last, BigDecimal wanted, BigDecimal other) {
        return new Judged(
                status,
                Sentence.of("goals.status-why." + why, last.on(), last.says().shown(), shown(wanted), shown(other)),
                Optional.of(last.on()));
    }

    /** A value of the path, which may have more digits than anybody planned: two decimals, or three digits of what is smaller than one. */
    static String shown(BigDecimal value) {
        return Wording.figure(rounded(value));
    }

    /** The same as a number. */
    static BigDecimal rounded(BigDecimal value) {
        BigDecimal rounded = value.scale() <= 2
                ? value
                : value.abs().compareTo(BigDecimal.ONE) < 0
                        ? value.round(new MathContext(3, RoundingMode.HALF_UP))
                        : value.setScale(2, RoundingMode.HALF_UP);
        return rounded.setScale(Math.max(0, rounded.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY);
    }

    /** The same as a language writes decimals. */
    static String shown(BigDecimal value, Wording wording) {
        return shown(value)
                .replace('.', DecimalFormatSymbols.getInstance(wording.locale()).getDecimalSeparator());
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "status";
    }

    @Override
    public Sentence label() {
        return Words.label(this);
    }

    @Override
    public Sentence meaning() {
        return Words.meaning(this);
    }
}
