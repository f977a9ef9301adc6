package org.salus.goals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.Wording;

/**
 * How several indicators stand, counted and never added up to one verdict.
 *
 * @param counts how many stand how, each by {@link IndicatorStatus}
 * @param overdue how many of them owe a measurement
 */
public record BoxStanding(Map<IndicatorStatus, Integer> counts, int overdue) {
    /** From what asks most for a look to what asks for none. */
    private static final List<IndicatorStatus> ORDER = List.of(
            IndicatorStatus.MOVING_AWAY,
            IndicatorStatus.BEHIND,
            IndicatorStatus.UNKNOWN,
            IndicatorStatus.NOT_MEASURED,
            IndicatorStatus.ON_PATH);

    /** Of a box without indicators. */
    static final BoxStanding NONE = new BoxStanding(Map.of(), 0);

    public BoxStanding {
        counts = Map.copyOf(counts);
    }

    static BoxStanding of(List<IndicatorStatus> statuses, int overdue) {
        Map<IndicatorStatus, Integer> counts = new EnumMap<>(IndicatorStatus.class);
        statuses.forEach(status -> counts.merge(status, 1, Integer::sum));
        return new BoxStanding(counts, overdue);
    }

    /** How many stand so. */
    public int count(IndicatorStatus status) {
        return counts.getOrDefault(status, 0);
    }

    /** How many there are. */
    public int all() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** What asks most for a look: a box does not look better than the one of its indicators that stands worst or of which least is known. Empty without any. */
    Optional<IndicatorStatus> first() {
        return ORDER.stream().filter(counts::containsKey).findFirst();
    }

    /** All of them in words; of a single one its status. */
    String words(Wording wording) {
        List<String> words = new ArrayList<>();
        counts.keySet().stream()
                .sorted(Comparator.comparingInt(ORDER::indexOf))
                .map(status -> all() == 1
                        ? wording.say(status.label())
                        : wording.say("goals.overlay.status.count", status.label(), count(status)))
                .forEach(words::add);
        if (overdue > 0) {
            words.add(
                    all() == 1
                            ? wording.say(Owing.What.OVERDUE.label())
                            : wording.say("goals.overlay.status.count", Owing.What.OVERDUE.label(), overdue));
        }
        return String.join(", ", words);
    }
}
