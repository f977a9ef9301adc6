package org.salus.goals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.Wording;
import org.salus.ledger.Digest;
import org.salus.ledger.Item;
import org.salus.ledger.ItemJson;

/** What is answered about measurements, to programs and in a terminal. */
public final class MeasurementAnswers {
    private MeasurementAnswers() {}

    /**
     * Indicators with their status and measurements, and what is owed.
     *
     * @param followed how the series stand that indicators follow
     */
    public static Map<String, Object> tell(MeasuredChain measured, List<Feeds.Standing> followed, Wording wording) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("chain", measured.chain().id());
        out.put("day", measured.today());
        out.put(
                "indicators",
                measured.chain().indicators().stream()
                        .map(indicator -> tell(indicator, measured, wording))
                        .toList());
        out.put(
                "owed",
                measured.owed().stream()
                        .map(owing -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("indicator", owing.indicator().id());
                            one.put("due", owing.due());
                            one.put("what", owing.what().code());
                            one.put("periods", owing.open());
                            one.put(
                                    "office",
                                    owing.indicator().value().measuring().responsible());
                            one.put("remark", owing.remark());
                            return one;
                        })
                        .toList());
        out.put(
                "newer",
                followed.stream()
                        .filter(Feeds.Standing::isOpen)
                        .map(one -> FeedAnswers.tell(one, wording))
                        .toList());
        return out;
    }

    private static Map<String, Object> tell(Item<Indicator> indicator, MeasuredChain measured, Wording wording) {
        IndicatorStatus.Judged judged = measured.status(indicator);
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", indicator.id());
        out.put("title", indicator.value().title());
        out.put("unit", indicator.value().unit());
        out.put("status", judged.status());
        out.put("because", wording.say(judged.because()));
        judged.asOf().ifPresent(day -> out.put("as_of", day));
        out.put(
                "measurements",
                measured.of(indicator.id()).stream()
                        .map(one -> {
                            Map<String, Object> told = new LinkedHashMap<>();
                            told.put("id", one.id());
                            told.put("value", ItemJson.value(one));
                            return told;
                        })
                        .toList());
        out.put(
                "sums",
                measured.sums(indicator).stream().map(sum -> sum.tell(wording)).toList());
        return out;
    }

    /** What a sheet changed or would change. */
    public static Map<String, Object> imported(
            MeasurementImport.Preview preview, Optional<Digest> entry, Wording wording) {
        Map<String, Object> out = new LinkedHashMap<>();
        entry.ifPresent(digest -> out.put("entry", digest));
        out.put("rows", preview.rows());
        out.put("new", preview.fresh());
        out.put("changed", preview.changed());
        out.put("unchanged", preview.same());
        out.put("left_out", preview.leftOut());
        List<Map<String, String>> problems = preview.problems().stream()
                .map(problem -> Map.of("place", wording.say(problem.place()), "says", wording.say(problem.says())))
                .toList();
        out.put("problems", problems);
        out.put(
                "changes",
                preview.changes().stream()
                        .map(change -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("place", wording.say(change.place()));
                            one.put("indicator", change.indicator().id());
                            one.put("title", change.indicator().value().title());
                            one.put("on", change.on());
                            one.put("group", change.group());
                            one.put("new", change.isNew());
                            one.put("cells", change.cells());
                            return one;
                        })
                        .toList());
        return out;
    }
}
