package org.salus.portfolio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.salus.evidence.Rates;
import org.salus.evidence.Snapshot;
import org.salus.evidence.Text;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.View;

/** What the queue of a workspace answers to programs, the same through every door; and what a sorter can learn from it. */
public final class ReviewAnswers {
    private static final List<String> COLUMNS = List.of(
            "source",
            "id",
            "title",
            "description",
            "organisations",
            "countries",
            "codes",
            "area",
            "also_possible",
            "secondary",
            "confidence",
            "passes");

    private final SupportMap machine;
    private final SupportMap judged;
    private final ReviewQueue queue;
    private final ReviewQuestion question;
    private final Wording wording;

    private ReviewAnswers(
            SupportMap machine, SupportMap judged, ReviewQueue queue, ReviewQuestion question, Wording wording) {
        this.machine = machine;
        this.judged = judged;
        this.queue = queue;
        this.question = question;
        this.wording = wording;
    }

    /** The answers to a question. */
    public static ReviewAnswers of(
            Snapshot snapshot, Supports supports, View view, ReviewQuestion question, Wording wording) {
        Judgements judgements = Judgements.of(view);
        SupportMap machine = supports.of(snapshot, question.country(), Period.ALL);
        return new ReviewAnswers(
                machine,
                supports.judged(snapshot, question.country(), Period.ALL, Rates.DOLLAR, judgements),
                ReviewQueue.of(machine, judgements, question),
                question,
                wording);
    }

    /** The queue they are made of. */
    public ReviewQueue queue() {
        return queue;
    }

    /**
     * An area before and after the judgements; over all areas both add up to the same.
     *
     * @param proposed as the program alone sorts
     * @param judged where judgements win
     */
    public record Moved(ReformArea area, AreaSupport proposed, AreaSupport judged) {
        /** Whether the judgements change it. */
        public boolean isMoved() {
            return !proposed.equals(judged);
        }
    }

    /** What the judgements change: every area whose activities or money are others than proposed, in the order of columns. */
    public List<Moved> moved() {
        List<Moved> moved = new ArrayList<>();
        for (int at = 0; at < machine.areas().size(); at++) {
            moved.add(new Moved(
                    machine.areas().get(at).area(),
                    machine.areas().get(at),
                    judged.areas().get(at)));
        }
        return moved.stream().filter(Moved::isMoved).toList();
    }

    private static Map<String, Object> tell(AreaSupport support) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("activities", support.activities());
        for (Measure measure : Measure.values()) {
            out.put(measure.word(), support.amounts().of(measure).toPlainString());
        }
        return out;
    }

    /** Counts, what the judgements change, and the activities in their order. */
    public Map<String, Object> answer() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("country", question.country().iso3());
        out.put("edition", queue.edition());
        out.put("activities", queue.total());
        out.put("judged", queue.judged());
        out.put("agreed", queue.agreed());
        out.put("open_usd", queue.openMoney().toPlainString());
        out.put(
                "moved",
                moved().stream()
                        .map(one -> Map.of(
                                "area",
                                one.area().code(),
                                "proposed",
                                tell(one.proposed()),
                                "judged",
                                tell(one.judged())))
                        .toList());
        out.put("queue", queue.lines().stream().map(this::line).toList());
        return out;
    }

    private Map<String, Object> line(ReviewQueue.Line line) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("activity", line.sorted().activity().identifier());
        out.put("title", line.sorted().activity().title());
        out.put("donors", line.sorted().donors());
        out.put("usd", line.money().toPlainString());
        Map<String, Object> proposed = new LinkedHashMap<>();
        proposed.put("area", line.proposed().area().code());
        proposed.put("confidence", line.proposed().confidence());
        proposed.put("shares", shares(line.proposed().shares()));
        proposed.put(
                "reasons", line.proposed().reasons().stream().map(wording::say).toList());
        out.put("proposed", proposed);
        line.judgement().ifPresent(item -> {
            out.put("judged", judged(item));
            out.put("disputed", line.isDisputed());
        });
        out.put(
                "like",
                queue.like(line).stream()
                        .map(near -> Map.of(
                                "activity",
                                near.judgement().value().activity(),
                                "area",
                                near.judgement().value().area().code(),
                                "words",
                                near.words()))
                        .toList());
        return out;
    }

    private static Map<String, Object> judged(Item<AreaJudgement> item) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("item", item.id());
        out.put("area", item.value().area().code());
        out.put("shares", shares(item.value().shares()));
        out.put("why", item.value().why());
        out.put("agrees", item.value().agrees());
        return out;
    }

    private static Map<String, String> shares(Map<ReformArea, BigDecimal> shares) {
        Map<String, String> out = new LinkedHashMap<>();
        shares.forEach((area, percent) -> out.put(area.code(), percent.toPlainString()));
        return out;
    }

    /**
     * The judged activities of the country with their texts and codes as a table of tab-separated values, one line each: what a sorter learns from. Nothing that
     * anybody wrote in the workspace is in it but the areas.
     *
     * @param workspace what to name as their source
     */
    public String labels(String workspace) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join("\t", COLUMNS));
        for (Item<AreaJudgement> item : queue.judgements().all()) {
            queue.find(item.value().activity()).ifPresent(line -> lines.add(label(line, item.value(), workspace)));
        }
        return String.join("\n", lines) + "\n";
    }

    private String label(ReviewQueue.Line line, AreaJudgement judgement, String workspace) {
        Sortable activity = Supports.sortable(line.sorted().activity());
        return List.of(
                        workspace,
                        activity.id(),
                        line.sorted().activity().titles().stream()
                                .map(Text::text)
                                .collect(Collectors.joining(" ")),
                        String.join(" ", activity.descriptions()),
                        String.join("; ", line.sorted().donors()),
                        question.country().iso3(),
                        activity.sectors().stream()
                                .filter(CodeBook::isDac)
                                .map(SectorCode::code)
                                .distinct()
                                .collect(Collectors.joining(",")),
                        judgement.area().code(),
                        "",
                        judgement.second().map(part -> part.area().code()).orElse(""),
                        "h",
                        "1")
                .stream()
                .map(cell -> cell.replaceAll("[\\s\\p{Cntrl}]+", " ").strip())
                .collect(Collectors.joining("\t"));
    }
}
