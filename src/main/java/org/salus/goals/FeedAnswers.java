package org.salus.goals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.Wording;
import org.salus.ledger.Digest;
import org.salus.ledger.History;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;

/** What is answered about series that indicators follow, to programs and in a terminal. */
public final class FeedAnswers {
    private FeedAnswers() {}

    /** The series to choose from, and how those that are followed stand. */
    public static Map<String, Object> tell(
            MeasuredChain measured, Feeds feeds, View view, History history, Wording wording) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("chain", measured.chain().id());
        out.put(
                "indicators",
                feeds.standings(measured).stream()
                        .map(one -> {
                            Map<String, Object> told = tell(one, wording);
                            told.put(
                                    "replaced",
                                    replaced(measured.of(one.indicator().id()), history));
                            return told;
                        })
                        .toList());
        Feeds.Choice choice = feeds.choice(view);
        out.put(
                "loaded",
                choice.loaded().stream().map(one -> tell(one, wording)).toList());
        choice.whyNone().ifPresent(why -> out.put("why_none", wording.say(why)));
        return out;
    }

    private static List<Map<String, Object>> replaced(List<Item<Measurement>> measurements, History history) {
        Map<ItemId, List<Replaced>> found = Replaced.of(measurements, history);
        return measurements.stream()
                .flatMap(item -> found.getOrDefault(item.id(), List.of()).stream()
                        .map(before -> {
                            Map<String, Object> told = new LinkedHashMap<>();
                            told.put("id", item.id());
                            told.put("on", item.value().on());
                            told.put("was", before.says().written());
                            told.put("source", before.source());
                            told.put("until", before.until().toString());
                            return told;
                        }))
                .toList();
    }

    private static Map<String, Object> tell(LoadedSeries series, Wording wording) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("series", series.key().toString());
        out.put("name", wording.say(series.name()));
        out.put("unit", series.unit());
        out.put("publisher", series.publisher());
        out.put("licence", series.licence());
        out.put("files", series.files());
        out.put("first", series.first());
        out.put("last", series.last());
        return out;
    }

    /** How one series stands. */
    static Map<String, Object> tell(Feeds.Standing standing, Wording wording) {
        FeedComparison found = standing.comparison();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", standing.indicator().id());
        out.put("title", standing.indicator().value().title());
        out.put("series", standing.feed().series().toString());
        out.put("name", standing.feed().name());
        out.put("since", standing.feed().since());
        if (!standing.isUnreadable()) {
            out.put("snapshot", standing.snapshot());
        }
        out.put("says", wording.say(standing.says()));
        out.put("possible", standing.cannot().isEmpty());
        out.put("differing", found.differing());
        out.put("new", found.fresh().stream().map(LoadedSeries.Year::year).toList());
        out.put(
                "changed",
                found.changed().stream()
                        .map(one -> {
                            Map<String, Object> told = new LinkedHashMap<>();
                            told.put("year", one.now().year());
                            told.put("was", one.before().value().says().written());
                            told.put("is", one.now().says().written());
                            return told;
                        })
                        .toList());
        out.put(
                "gone",
                found.gone().stream().map(one -> one.value().on().year()).toList());
        out.put("by_hand", found.byHand());
        out.put("without_value", found.gaps());
        return out;
    }

    /** What became of it; without an entry nothing was changed. */
    public static Map<String, Object> done(Feeds.Wanted wanted, Optional<Digest> entry, Wording wording) {
        Map<String, Object> out = new LinkedHashMap<>();
        entry.ifPresent(digest -> out.put("entry", digest));
        out.put("written", entry.isPresent() ? wanted.edits().size() : 0);
        out.put(
                "indicators",
                wanted.standings().stream().map(one -> tell(one, wording)).toList());
        return out;
    }
}
