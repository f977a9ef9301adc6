package org.salus.goals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.View;

/**
 * By what one sees whether a goal, objective or result is reached.
 *
 * @param of the box it belongs to
 * @param unit of its values
 * @param source where they come from
 * @param method how they are found
 * @param plan when it is measured and by whom; empty where nobody has planned that
 * @param feed the series of open data its measurements are taken from; empty where people measure
 */
public record Indicator(
        ItemId chain,
        ItemId of,
        String title,
        String unit,
        Direction direction,
        Reading baseline,
        Reading target,
        String source,
        String method,
        Optional<MeasuringPlan> plan,
        Optional<Feed> feed) {
    /** The first had no plan of measuring, the second no series; each is read as one without. */
    private static final int EDITION = 3;

    private static final Pattern THOUSANDS_APART =
            Pattern.compile("(?<=\\d)[ ,.'\\u00a0\\u2009\\u202f](?=\\d{3}(?!\\d))");

    public static final Kind<Indicator> KIND = Kind.of("results-indicator", Indicator.class)
            .needing(indicator -> Set.of(indicator.chain(), indicator.of()))
            .inEdition(EDITION)
            .onceNamedByWords()
            .ruledBy(Indicator::refusals);

    /** An indicator nobody has planned to measure yet. */
    public Indicator(
            ItemId chain,
            ItemId of,
            String title,
            String unit,
            Direction direction,
            Reading baseline,
            Reading target,
            String source,
            String method) {
        this(chain, of, title, unit, direction, baseline, target, source, method, Optional.empty());
    }

    /** An indicator that people measure. */
    public Indicator(
            ItemId chain,
            ItemId of,
            String title,
            String unit,
            Direction direction,
            Reading baseline,
            Reading target,
            String source,
            String method,
            Optional<MeasuringPlan> plan) {
        this(chain, of, title, unit, direction, baseline, target, source, method, plan, Optional.empty());
    }

    /** An indicator of which only this is said. */
    public static Indicator of(ItemId chain, ItemId of, String title) {
        return new Indicator(chain, of, title, "", Direction.UP, Reading.NONE, Reading.NONE, "", "");
    }

    /** The plan of measuring, or one in which nothing is said. */
    public MeasuringPlan measuring() {
        return plan.orElse(MeasuringPlan.NONE);
    }

    /** Which way it leads from its baseline to its target; empty where one of them is no number, or both are the same. */
    Optional<Direction> leads() {
        return baseline.value()
                .flatMap(from -> target.value().map(to -> to.compareTo(from)))
                .filter(way -> way != 0)
                .map(way -> way > 0 ? Direction.UP : Direction.DOWN);
    }

    /** Whether a number or level says the same in both: in one unit, on the same levels. */
    boolean measuresTheSameAs(Indicator other) {
        return isSameUnit(unit, other.unit)
                && measuring().levels().stream()
                        .map(Texts::plain)
                        .toList()
                        .equals(other.measuring().levels().stream()
                                .map(Texts::plain)
                                .toList());
    }

    /** Whether two units are one, however they are spaced and capitalised. One that nobody has said is no other unit. */
    static boolean isSameUnit(String one, String other) {
        return one.isBlank() || other.isBlank() || plainUnit(one).equals(plainUnit(other));
    }

    /** "per 100,000", "per 100 000" and "per 100.000" are one unit: what sets thousands apart is left out. */
    private static String plainUnit(String unit) {
        return THOUSANDS_APART.matcher(Texts.plain(unit)).replaceAll("");
    }

    private static List<Sentence> refusals(Item<Indicator> edited, View view) {
        List<Sentence> refusals = new ArrayList<>(edited.value().refusals());
        boolean isOther = view.find(KIND, edited.id())
                .filter(before -> !before.value().measuresTheSameAs(edited.value()))
                .isPresent();
        // What was approved would say something else.
        if (isOther
                && view.list(Measurement.KIND).stream()
                        .anyMatch(one -> one.value().indicator().equals(edited.id())
                                && one.value().state() == MeasurementState.APPROVED)) {
            refusals.add(Sentence.of("goals.refusal.measured-so"));
        }
        return refusals;
    }

    /** The same, measured by people from now on. */
    Indicator withoutFeed() {
        return new Indicator(
                chain, of, title, unit, direction, baseline, target, source, method, plan, Optional.empty());
    }

    private List<Sentence> refusals() {
        List<Sentence> refusals = Texts.refusals(
                title, "goals.refusal.no-title", source, method, measuring().noBaseline());
        if (Stream.concat(Stream.of(baseline, target), measuring().milestones().stream())
                .flatMap(reading -> reading.value().stream())
                .anyMatch(number -> !Finding.isWritable(number))) {
            refusals.add(Sentence.of("goals.refusal.digits", Finding.MOST_DIGITS));
        }
        if (!measuring().noBaseline().isBlank() && baseline.isSaid()) {
            refusals.add(Sentence.of("goals.refusal.baseline-both"));
        }
        refusals.addAll(
                MeasurementRules.outOfTime(Stream.concat(Stream.of(baseline, target), measuring().milestones().stream())
                        .flatMap(reading -> reading.on().stream())));
        feed.ifPresent(known -> refusals.addAll(known.refusals(this)));
        return refusals;
    }
}
