package org.salus.goals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;

/**
 * What the groups of an indicator come to at one time. Groups of one dimension, as {@code sex: women} and {@code sex: men}, are taken for different parts; groups
 * of two dimensions are never added to each other.
 *
 * @param dimension what stands before the colon
 */
public record GroupSum(PartialDate on, String dimension, RollUp rollUp) {
    /** The sums of approved measurements, by time and dimension; dimensions with one group have none. */
    static List<GroupSum> of(Indicator indicator, List<Measurement> measurements) {
        Map<PartialDate, Map<String, List<RollUp.Part>>> parts = new TreeMap<>();
        for (Measurement one : measurements) {
            int colon = one.group().indexOf(':');
            if (one.state() == MeasurementState.APPROVED
                    && colon > 0
                    && one.since().isEmpty()) {
                parts.computeIfAbsent(one.on(), on -> new TreeMap<>())
                        .computeIfAbsent(one.group().substring(0, colon).strip(), group -> new ArrayList<>())
                        .add(new RollUp.Part(one.group(), indicator.unit(), one.says()));
            }
        }
        List<GroupSum> sums = new ArrayList<>();
        parts.forEach((on, byDimension) -> byDimension.forEach((dimension, several) -> {
            if (several.size() > 1) {
                sums.add(new GroupSum(on, dimension, RollUp.of(several)));
            }
        }));
        return sums;
    }

    /** It in words. */
    public Sentence says() {
        return switch (rollUp) {
            case RollUp.Sum sum ->
                Sentence.of("goals.sum.whole", on, dimension, sum.value().toPlainString(), sum.unit());
            case RollUp.Incomplete some ->
                Sentence.of(
                        "goals.sum.incomplete",
                        on,
                        dimension,
                        some.least().toPlainString(),
                        some.unit(),
                        String.join(", ", some.missing()));
            case RollUp.Refused refused -> Sentence.of("goals.sum.refused", on, dimension, refused.because());
        };
    }

    Map<String, Object> tell(Wording wording) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("on", on);
        out.put("dimension", dimension);
        switch (rollUp) {
            case RollUp.Sum sum -> out.put("sum", sum.value());
            case RollUp.Incomplete some -> {
                out.put("incomplete", some.least());
                out.put("missing", some.missing());
            }
            case RollUp.Refused refused -> out.put("refused", wording.say(refused.because()));
        }
        return out;
    }
}
