package org.salus.planning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.salus.documents.Timeline;
import org.salus.frame.web.Numerals;
import org.salus.framework.Wording;

/** Draws a roadmap as bars over days, by goal, institution or donor. */
public final class Gantt {
    private final Roadmap roadmap;
    private final Grouping grouping;
    private final Wording wording;
    private final Map<String, String> titles = new HashMap<>();

    /** A drawing of that roadmap, its steps put together by what is said. */
    public Gantt(Roadmap roadmap, Grouping grouping, Wording wording) {
        this.roadmap = roadmap;
        this.grouping = grouping;
        this.wording = wording;
        roadmap.bars().forEach(bar -> titles.put(bar.id(), bar.title()));
    }

    /** The drawing for files, where nothing leads anywhere. */
    public Timeline drawing(Optional<LocalDate> today) {
        return drawing(today, id -> Optional.empty());
    }

    /**
     * The drawing. Its bars carry {@code data-step} (the id) and {@code data-from} (the first day, ISO 8601) for the script that moves them.
     *
     * @param today a day to mark; empty for none
     * @param links where the step of an id leads
     */
    public Timeline drawing(Optional<LocalDate> today, Function<String, Optional<String>> links) {
        List<Timeline.Group> groups = new ArrayList<>();
        grouping.groups(roadmap)
                .forEach((name, bars) -> groups.add(new Timeline.Group(
                        name.isEmpty() ? wording.say(grouping.unnamed()) : name,
                        bars.stream().map(bar -> bar(bar, links)).toList())));
        return new Timeline(
                wording.say("planning.roadmap.gantt.title." + grouping.code(), roadmap.title()),
                description(),
                roadmap.from(),
                roadmap.until(),
                today,
                groups,
                new Timeline.Signs(
                        wording.say("planning.roadmap.sign.must"),
                        wording.say("planning.roadmap.sign.other"),
                        wording.say("planning.roadmap.sign.locked"),
                        wording.say("planning.roadmap.sign.waits"),
                        today.map(on -> wording.say("planning.roadmap.sign.today", on))
                                .orElse("")),
                roadmap.leftOut().isEmpty()
                        ? ""
                        : wording.say(
                                "planning.roadmap.gantt.left-out",
                                roadmap.leftOut().size()),
                wording.locale());
    }

    private String description() {
        return roadmap.bars().isEmpty()
                ? wording.say("planning.roadmap.nothing")
                : wording.say(
                        "planning.roadmap.gantt.description", roadmap.bars().size(), roadmap.from(), roadmap.until());
    }

    private Timeline.Bar bar(Roadmap.Bar bar, Function<String, Optional<String>> links) {
        return new Timeline.Bar(
                bar.id(),
                bar.title(),
                sentence(bar),
                bar.from(),
                bar.until(),
                bar.isMust(),
                bar.isLocked(),
                bar.after(),
                links.apply(bar.id()),
                Map.of("step", bar.id(), "from", bar.from().toString()));
    }

    /** All that is said of a step, in words. */
    String sentence(Roadmap.Bar bar) {
        List<String> said = new ArrayList<>();
        long days = ChronoUnit.DAYS.between(bar.from(), bar.until()) + 1;
        said.add(
                days == 1
                        ? wording.say("planning.roadmap.bar.day", bar.title(), bar.from())
                        : wording.say("planning.roadmap.bar.days", bar.title(), bar.from(), bar.until(), days));
        if (!bar.goal().isBlank()) {
            said.add(wording.say("planning.roadmap.bar.goal", bar.goal()));
        }
        if (!bar.institution().isBlank()) {
            said.add(wording.say("planning.roadmap.bar.institution", bar.institution()));
        }
        if (!bar.donor().isBlank()) {
            said.add(wording.say("planning.roadmap.bar.donor", bar.donor()));
        }
        said.add(bar.cost()
                .map(cost -> wording.say(
                        "planning.roadmap.bar.cost", new Numerals(wording).exactMoney(roadmap.currency(), cost)))
                .orElseGet(() -> wording.say("planning.roadmap.bar.no-cost")));
        if (bar.isMust()) {
            said.add(wording.say("planning.roadmap.bar.must"));
        }
        if (bar.isLocked()) {
            said.add(wording.say("planning.roadmap.bar.locked"));
        }
        String after = bar.after().stream()
                .filter(id -> !id.equals(bar.id()))
                .flatMap(id -> Optional.ofNullable(titles.get(id)).stream())
                .collect(Collectors.joining("; "));
        if (!after.isEmpty()) {
            said.add(wording.say("planning.roadmap.bar.after", after));
        }
        return String.join(" ", said);
    }
}
