package org.salus.planning;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;

/**
 * The schedule of a workspace's steps, or what is in its way: the same on pages, in a terminal and in the API. Months are written as such ({@code 2027-03}); amounts are in the currency of the plan.
 *
 * @param chain what the chain is called that is planned; empty where there is none, or several of which none is adopted
 * @param entries of the ledger it was reckoned on, as their ids: with the settings they give the same plan again
 * @param asked the settings
 * @param from the first month; empty where nobody has said
 * @param until the last month
 * @param state how sure it is
 * @param says it in words, the finding first
 * @param steps that are planned, by their beginning
 * @param leftOut steps the plan has no room for
 * @param missing what has not been said of steps and limits, and keeps some of them out of the plan
 * @param faults what cannot be meant; while there are some, nothing is planned
 * @param conflict demands that cannot be met together, while they could without any one of them
 * @param least whether that is proven of the conflict
 * @param years what is spent in each calendar year
 * @param loads how much of each limit is used at most
 * @param others plans of the same steps along time, money and risk, if they were asked for
 * @param comparison with the agreed plan, or of what is tried with what stands
 * @param agreed the plans people agreed on, the newest first
 * @param assumed what was taken for so because nobody has said
 * @param value of the aim for this plan
 * @param bound no plan has a better value than this
 */
public record ScheduleAnswer(
        Optional<String> chain,
        List<String> entries,
        ScheduleQuestion asked,
        Optional<PartialDate> from,
        Optional<PartialDate> until,
        String currency,
        State state,
        List<Sentence> says,
        List<Line> steps,
        List<Named> leftOut,
        List<Affordability.Lack> missing,
        List<Fault> faults,
        List<Clash> conflict,
        boolean least,
        List<Year> years,
        List<Load> loads,
        List<Other> others,
        Optional<PlanComparison> comparison,
        List<Agreed> agreed,
        List<Sentence> assumed,
        Optional<Long> value,
        Optional<Long> bound) {
    public ScheduleAnswer {
        entries = List.copyOf(entries);
        says = List.copyOf(says);
        steps = List.copyOf(steps);
        leftOut = List.copyOf(leftOut);
        missing = List.copyOf(missing);
        faults = List.copyOf(faults);
        conflict = List.copyOf(conflict);
        years = List.copyOf(years);
        loads = List.copyOf(loads);
        others = List.copyOf(others);
        agreed = List.copyOf(agreed);
        assumed = List.copyOf(assumed);
    }

    /** How sure it is. */
    public enum State {
        /** No plan is better. */
        OPTIMAL,
        /** It keeps to all demands; a better one may exist. */
        FEASIBLE,
        /** No plan keeps to all demands. */
        INFEASIBLE,
        /** Time ran out before anything was found or proven. */
        NOT_ENOUGH_TIME,
        /** What is written down cannot be meant. */
        FAULTY,
        /** There is no step that could be planned. */
        NOTHING
    }

    /**
     * A step in its place.
     *
     * @param id of the box of the results chain
     * @param institution who has to carry it; empty if nobody has said
     * @param donor whose budget pays; where none does, who supports it
     * @param begins its first month
     * @param until its last month; the same as the first where it takes no time
     * @param cost empty where nobody has said
     * @param must whether it may not be left out
     * @param locked whether its beginning was fixed by hand
     * @param after ids of the steps that have to be over before it begins
     */
    public record Line(
            String id,
            String title,
            List<String> goals,
            String institution,
            String donor,
            PartialDate begins,
            PartialDate until,
            Optional<BigDecimal> cost,
            boolean must,
            boolean locked,
            List<String> after) {
        public Line {
            goals = List.copyOf(goals);
            after = List.copyOf(after);
        }

        /** The same in days. */
        Roadmap.Bar bar() {
            return new Roadmap.Bar(
                    id,
                    title,
                    String.join("; ", goals),
                    institution,
                    donor,
                    begins.earliest(),
                    until.latest(),
                    cost,
                    must,
                    locked,
                    after);
        }
    }

    /** A step by its name. */
    public record Named(String id, String title) {}

    /**
     * Something that cannot be meant.
     *
     * @param item where it can be changed
     */
    public record Fault(Sentence says, Optional<String> item) {}

    /**
     * A demand that is part of the conflict.
     *
     * @param item where it can be changed; empty where it follows from what nobody has written down yet
     * @param change by which it would give way, to be tried without keeping it
     */
    public record Clash(Sentence says, Optional<String> item, String change) {}

    /**
     * A calendar year of the plan.
     *
     * @param committed the whole cost of the steps that begin in it
     * @param spent of what steps cost that go on in it, by their months: budgets are held to this
     * @param budget what donors have written down for it; empty where there is no budget at all
     */
    public record Year(int year, BigDecimal committed, BigDecimal spent, Optional<BigDecimal> budget) {}

    /**
     * How much of a limit is used.
     *
     * @param peak the most that goes on at the same time
     * @param first the first month in which it does; empty if nothing uses it
     */
    public record Load(String id, String title, int capacity, int peak, Optional<PartialDate> first) {}

    /**
     * Another plan of the same steps.
     *
     * @param aim what it makes best
     * @param end its last month
     * @param dearest what is spent in its dearest year
     * @param slack months between a step's end and whatever waits for it or its latest end, each counted up to 6, on average
     * @param moved how many steps begin in another month than in this plan
     */
    public record Other(
            PlanRequest.Aim aim,
            State state,
            Optional<PartialDate> end,
            Optional<BigDecimal> dearest,
            Optional<BigDecimal> slack,
            Optional<Integer> moved) {}

    /** A plan people agreed on. */
    public record Agreed(String id, String title, PartialDate on) {}

    /**
     * The plan in days, for whoever asks for it as a file.
     *
     * @throws Failure (not found) if nothing is planned, which says what is in the way, and which plan people kept last
     */
    public Roadmap roadmapOrReason() {
        return roadmap().orElseThrow(() -> {
            Sentence why = Stream.of(
                            says.stream(),
                            faults.stream().map(Fault::says),
                            conflict.stream().map(Clash::says))
                    .flatMap(all -> all)
                    .reduce((first, second) -> Sentence.of("planning.schedule.joined", first, second))
                    .map(all -> Sentence.of("planning.roadmap.none", all))
                    .orElseGet(() -> Sentence.of("planning.roadmap.nothing"));
            Failure failure = Failure.notFound(why);
            return wayOut().map(failure::advising).orElse(failure);
        });
    }

    private Optional<Sentence> wayOut() {
        Optional<Sentence> tried =
                conflict.stream().findFirst().map(clash -> Sentence.of("planning.roadmap.none.try", clash.change()));
        Optional<Sentence> kept = agreed.stream()
                .findFirst()
                .map(plan -> Sentence.of("planning.roadmap.none.kept", plan.title(), plan.on(), plan.id()));
        return Stream.of(tried, kept)
                .flatMap(Optional::stream)
                .reduce((first, second) -> Sentence.of("planning.schedule.joined", first, second));
    }

    /** The plan in days, for charts and files; empty where nothing is planned. */
    public Optional<Roadmap> roadmap() {
        if (steps.isEmpty() || from.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Roadmap(
                chain.orElse(""),
                from.get().earliest(),
                until.get().latest(),
                currency,
                steps.stream().map(Line::bar).toList(),
                leftOut.stream().map(Named::title).toList()));
    }
}
