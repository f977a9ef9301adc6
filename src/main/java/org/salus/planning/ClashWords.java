package org.salus.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.ledger.ItemId;

/** Tells the demands of a conflict in months and names, each with the place where it can be changed and the change by which it would give way. The years of one budget are one demand to people. */
final class ClashWords {
    private final ScheduleReading reading;
    private final PlanCalendar months;

    ClashWords(ScheduleReading reading) {
        this.reading = reading;
        this.months = reading.calendar().orElseThrow();
    }

    List<ScheduleAnswer.Clash> of(List<Demand> conflict) {
        List<ScheduleAnswer.Clash> clashes = new ArrayList<>();
        Map<String, List<Demand.Paid>> budgets = new LinkedHashMap<>();
        for (Demand demand : conflict) {
            if (demand instanceof Demand.Paid paid) {
                budgets.computeIfAbsent(paid.budget().fund(), id -> new ArrayList<>())
                        .add(paid);
            } else {
                clashes.add(one(demand));
            }
        }
        budgets.forEach((id, paid) -> clashes.add(new ScheduleAnswer.Clash(
                Sentence.of(
                        "planning.schedule.demand.paid",
                        paid.getFirst().budget().title(),
                        paid.stream()
                                .map(one -> Integer.toString(
                                        months.year(one.budget().span().from())))
                                .collect(Collectors.joining(", ")),
                        paid.size()),
                Optional.of(id),
                "budget:" + id + "=+20")));
        return clashes;
    }

    private ScheduleAnswer.Clash one(Demand demand) {
        return switch (demand) {
            case Demand.Horizon end -> {
                PartialDate last = months.at(end.end() - 1);
                yield new ScheduleAnswer.Clash(
                        Sentence.of("planning.schedule.demand.horizon", last),
                        reading.frameId().map(ItemId::toString),
                        "until=" + new PartialDate(last.year() + 1, last.month(), 0));
            }
            case Demand.Must must ->
                step(must.step(), Sentence.of("planning.schedule.demand.must", must.title()), "must", "no");
            case Demand.Locked lock ->
                step(
                        lock.step(),
                        Sentence.of("planning.schedule.demand.locked", lock.title(), months.at(lock.start())),
                        "lock",
                        "none");
            case Demand.Latest latest ->
                step(
                        latest.step(),
                        Sentence.of(
                                "planning.schedule.demand.latest",
                                latest.title(),
                                months.at(latest.end() - 1),
                                duration(latest.step())),
                        "latest",
                        "none");
            case Demand.Earliest earliest ->
                step(
                        earliest.step(),
                        Sentence.of("planning.schedule.demand.earliest", earliest.title(), months.at(earliest.start())),
                        "earliest",
                        "none");
            case Demand.Windows windows ->
                step(
                        windows.step(),
                        Sentence.of("planning.schedule.demand.windows", windows.title(), spans(windows.step())),
                        "windows",
                        "none");
            case Demand.Ordered ordered -> {
                String id = ScheduleReading.home(ordered.order()).toString();
                yield new ScheduleAnswer.Clash(
                        Sentence.of(
                                "planning.schedule.demand.ordered",
                                ordered.before(),
                                duration(ordered.order().before()),
                                ordered.after(),
                                ordered.order().lag()),
                        Optional.of(id),
                        "order:" + id + "=no");
            }
            case Demand.Within within ->
                new ScheduleAnswer.Clash(
                        Sentence.of(
                                "planning.schedule.demand.within",
                                within.limit().title(),
                                within.limit().capacity()),
                        Optional.of(within.limit().id()),
                        "limit:" + within.limit().id() + "=+1");
            case Demand.Paid paid ->
                throw new IllegalArgumentException(paid.budget().id());
        };
    }

    private ScheduleAnswer.Clash step(String id, Sentence says, String what, String value) {
        return new ScheduleAnswer.Clash(
                says, reading.step(id).map(step -> reading.home(step).toString()), what + ":" + id + "=" + value);
    }

    private int duration(String id) {
        return reading.step(id).flatMap(PlannedStep::months).orElse(0);
    }

    private Sentence spans(String id) {
        return reading.problem().steps().stream()
                .filter(step -> step.id().equals(id))
                .flatMap(step -> step.windows().stream())
                .map(span -> Sentence.of("planning.schedule.span", months.at(span.from()), months.at(span.until())))
                .reduce((first, second) -> Sentence.of("planning.schedule.spans", first, second))
                .orElseThrow();
    }
}
