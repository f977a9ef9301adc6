package org.salus.goals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;

/**
 * What the groups of an indicator come to at one time: a date, or a period with its beginning and its end. Groups of one dimension, as {@code sex: women} and
 * {@code sex: men}, are taken for different parts; groups of two dimensions are never added to each other. Nobody says which groups there are, so a group that was ever measured is taken for a part of the whole: where
 * it was not measured it is missing.
 *
 * @param since where they speak of a period, when that began
 * @param dimension what stands before the colon
 * @param groups what stands behind it, of those that were measured then
 */
public record GroupSum(
        Optional<PartialDate> since, PartialDate on, String dimension, List<String> groups, RollUp rollUp) {
    /** More groups than a sentence names. */
    private static final int MANY = 12;

    public GroupSum {
        groups = List.copyOf(groups);
    }

    /** A group as it is written: {@code province: north}. */
    private record Group(String dimension, String name) {
        static Optional<Group> find(String written) {
            int colon = written.indexOf(':');
            return colon > 0
                    ? Optional.of(new Group(
                            written.substring(0, colon).strip(),
                            written.substring(colon + 1).strip()))
                    : Optional.empty();
        }
    }

    /** What measurements have to speak of alike to be added. */
    private record Time(Optional<PartialDate> since, PartialDate on) implements Comparable<Time> {
        private static final Comparator<Time> ORDER = Comparator.comparing(Time::on)
                .thenComparing(time -> time.since().isPresent())
                .thenComparing(time -> time.since().orElse(time.on()));

        @Override
        public int compareTo(Time other) {
            return ORDER.compare(this, other);
        }
    }

    /** The sums of approved measurements, by time and dimension; dimensions with one group have none. */
    static List<GroupSum> of(Indicator indicator, List<Measurement> measurements) {
        Map<String, Map<String, String>> ever = new TreeMap<>();
        Map<Time, Map<String, List<Measurement>>> approved = new TreeMap<>();
        for (Measurement one : measurements) {
            Group.find(one.group()).ifPresent(group -> {
                String dimension = Texts.plain(group.dimension());
                ever.computeIfAbsent(dimension, first -> new TreeMap<>())
                        .putIfAbsent(Texts.plain(group.name()), group.name());
                if (one.state() == MeasurementState.APPROVED) {
                    approved.computeIfAbsent(new Time(one.since(), one.on()), time -> new TreeMap<>())
                            .computeIfAbsent(dimension, first -> new ArrayList<>())
                            .add(one);
                }
            });
        }
        List<GroupSum> sums = new ArrayList<>();
        approved.forEach((time, byDimension) -> byDimension.forEach(
                (dimension, several) -> sum(indicator, time, several, ever.getOrDefault(dimension, Map.of()))
                        .ifPresent(sums::add)));
        return sums;
    }

    private static Optional<GroupSum> sum(
            Indicator indicator, Time time, List<Measurement> measured, Map<String, String> ever) {
        List<Group> groups = measured.stream()
                .flatMap(one -> Group.find(one.group()).stream())
                .toList();
        List<RollUp.Part> parts = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            parts.add(new RollUp.Part(
                    groups.get(i).name(), indicator.unit(), measured.get(i).says()));
        }
        for (String name : notMeasured(groups, ever)) {
            parts.add(new RollUp.Part(name, indicator.unit(), Finding.missing("")));
        }
        RollUp rollUp = RollUp.of(parts);
        // One group alone is no sum, and that a share could not be added to nothing is no news.
        boolean isToBeSaid = measured.size() > 1 || rollUp instanceof RollUp.Incomplete;
        return isToBeSaid
                ? Optional.of(new GroupSum(
                        time.since(),
                        time.on(),
                        groups.getFirst().dimension(),
                        groups.stream().map(Group::name).toList(),
                        rollUp))
                : Optional.empty();
    }

    /** The groups of other times. A total, or one that is only cut otherwise, as ages 15 to 64 into 15 to 24 and 25 to 64, is there in its parts. */
    private static List<String> notMeasured(List<Group> groups, Map<String, String> ever) {
        Set<String> measured =
                groups.stream().map(group -> Texts.plain(group.name())).collect(Collectors.toSet());
        List<NumberRange> ranges = groups.stream()
                .flatMap(group -> NumberRange.find(group.name()).stream())
                .toList();
        return ever.entrySet().stream()
                .filter(group -> !measured.contains(group.getKey()))
                .map(Map.Entry::getValue)
                .filter(name -> !UncountedUnits.SHIPPED.isTotal(name))
                .filter(name -> NumberRange.find(name)
                        .filter(range -> range.isCoveredBy(ranges))
                        .isEmpty())
                .toList();
    }

    /** It in words. */
    public Sentence says() {
        Object time = since.<Object>map(begin -> Sentence.of("goals.sum.period", begin, on))
                .orElse(on);
        return switch (rollUp) {
            case RollUp.Sum sum ->
                groups.size() > MANY
                        ? Sentence.of(
                                "goals.sum.whole-of-many",
                                time,
                                dimension,
                                Wording.figure(sum.value()),
                                sum.unit(),
                                groups.size())
                        : Sentence.of(
                                "goals.sum.whole",
                                time,
                                dimension,
                                Wording.figure(sum.value()),
                                sum.unit(),
                                String.join(", ", groups));
            case RollUp.Incomplete some ->
                Sentence.of(
                        "goals.sum.incomplete",
                        time,
                        dimension,
                        Wording.figure(some.least()),
                        some.unit(),
                        some.missing().stream().map(RollUp.Missing::toString).collect(Collectors.joining(", ")));
            case RollUp.Refused refused -> Sentence.of("goals.sum.refused", time, dimension, refused.because());
        };
    }

    Map<String, Object> tell(Wording wording) {
        Map<String, Object> out = new LinkedHashMap<>();
        since.ifPresent(begin -> out.put("since", begin));
        out.put("on", on);
        out.put("dimension", dimension);
        out.put("groups", groups);
        switch (rollUp) {
            case RollUp.Sum sum -> out.put("sum", sum.value());
            case RollUp.Incomplete some -> {
                out.put("incomplete", some.least());
                out.put(
                        "missing",
                        some.missing().stream().map(RollUp.Missing::of).toList());
                Map<String, String> reasons = new LinkedHashMap<>();
                some.missing().stream()
                        .filter(one -> !one.why().isBlank())
                        .forEach(one -> reasons.put(one.of(), one.why()));
                if (!reasons.isEmpty()) {
                    out.put("reasons", reasons);
                }
            }
            case RollUp.Refused refused -> out.put("refused", wording.say(refused.because()));
        }
        return out;
    }
}
