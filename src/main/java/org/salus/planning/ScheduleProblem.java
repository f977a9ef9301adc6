package org.salus.planning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.Sentence;

/**
 * Steps to be put in order within limits. Time is counted in periods of one length, such as months, from 0. Immutable.
 *
 * @param horizon every step is to end at or before this
 * @param steps what is to be done
 * @param orders what has to be done before what
 * @param limits how much can go on at the same time
 * @param budgets how much can be paid in a span of time
 */
public record ScheduleProblem(
        int horizon, List<Step> steps, List<Order> orders, List<Limit> limits, List<Budget> budgets) {
    static final int LONGEST_HORIZON = 100_000;
    static final long MOST_AMOUNT = 1_000_000_000_000L;

    public ScheduleProblem {
        steps = List.copyOf(steps);
        orders = List.copyOf(orders);
        limits = List.copyOf(limits);
        budgets = List.copyOf(budgets);
    }

    /**
     * A step.
     *
     * @param id unique
     * @param duration in periods, 0 or more
     * @param earliest the first period it may begin in
     * @param latest when it has to be over; empty if only the horizon ends it
     * @param windows when it may begin: any of these; at any time if there are none
     * @param uses what it takes of limits while it goes on
     * @param cost what it takes in all, in whole units of one currency: the same in each period it goes on in, or all in the one it stands in if it takes no time
     * @param priority how much it is worth to have it early: 0 or more
     * @param must whether it cannot be left out
     * @param lock when it begins, where somebody has fixed that
     */
    public record Step(
            String id,
            String title,
            int duration,
            int earliest,
            Optional<Integer> latest,
            List<Window> windows,
            Map<String, Integer> uses,
            long cost,
            int priority,
            boolean must,
            Optional<Integer> lock) {
        public Step {
            windows = List.copyOf(windows);
            uses = Map.copyOf(uses);
        }

        /** A step that has to be done at any time, and costs nothing. */
        public static Step of(String id, String title, int duration, Map<String, Integer> uses) {
            return new Step(id, title, duration, 0, Optional.empty(), List.of(), uses, 0, 1, true, Optional.empty());
        }

        /** The same, beginning then. */
        public Step locked(int start) {
            return new Step(
                    id, title, duration, earliest, latest, windows, uses, cost, priority, must, Optional.of(start));
        }
    }

    /** A span of time: from a period to another, both included. */
    public record Window(int from, int until) {}

    /**
     * One step waits for another.
     *
     * @param before id of the step that has to be over
     * @param after id of the step that waits
     * @param lag periods between the end of one and the beginning of the other, 0 or more
     * @param reason why it waits, such as the code of a typed precondition; may be empty
     */
    public record Order(String before, String after, int lag, String reason) {}

    /**
     * How much can go on at the same time: what an institution or a reform area can absorb, or people there are.
     *
     * @param capacity 0 or more
     */
    public record Limit(String id, String title, int capacity) {}

    /**
     * Money of one donor for one span of time.
     *
     * @param fund whose money it is: the budgets of one fund follow each other in time, and a step is paid from one fund in all periods it goes on in
     * @param span the periods for which it can pay
     * @param amount in whole units of the currency of the costs
     * @param steps ids of the steps it may pay for; all if there are none
     */
    public record Budget(String id, String fund, String title, Window span, long amount, Set<String> steps) {
        public Budget {
            steps = Set.copyOf(steps);
        }

        boolean mayPay(Step step) {
            return steps.isEmpty() || steps.contains(step.id());
        }
    }

    /**
     * The budgets of one fund.
     *
     * @param budgets in the order of their spans
     */
    record Fund(String id, List<Budget> budgets) {
        Fund {
            budgets = List.copyOf(budgets);
        }

        /** Whether it may pay for a step, whenever that goes on. */
        boolean mayPay(Step step) {
            return budgets.stream().allMatch(budget -> budget.mayPay(step));
        }

        List<Window> spans() {
            return budgets.stream().map(Budget::span).toList();
        }
    }

    /** Whose money there is, in the order of the budgets. */
    List<Fund> funds() {
        Map<String, List<Budget>> funds = new LinkedHashMap<>();
        budgets.forEach(budget ->
                funds.computeIfAbsent(budget.fund(), id -> new ArrayList<>()).add(budget));
        return funds.entrySet().stream()
                .map(fund -> new Fund(
                        fund.getKey(),
                        fund.getValue().stream()
                                .sorted(Comparator.comparingInt(
                                        budget -> budget.span().from()))
                                .toList()))
                .toList();
    }

    /** When everything is over if one is done after the other: no plan needs longer once nothing forbids. */
    int longest() {
        long sum = horizon;
        for (Step step : steps) {
            sum += step.duration();
        }
        for (Order order : orders) {
            sum += order.lag();
        }
        sum += steps.stream().mapToInt(Step::earliest).max().orElse(0);
        return (int) Math.min(sum, 2L * LONGEST_HORIZON);
    }

    /** What cannot be meant: names that mean nothing, numbers below zero, windows that never open, circles. Empty if a plan can be looked for. */
    public List<Sentence> faults() {
        List<Sentence> faults = new ArrayList<>();
        if (horizon < 0 || horizon > LONGEST_HORIZON) {
            faults.add(Sentence.of("planning.fault.horizon", horizon, LONGEST_HORIZON));
        }
        Map<String, Step> known = new HashMap<>();
        for (Step step : steps) {
            if (known.put(step.id(), step) != null) {
                faults.add(Sentence.of("planning.fault.same-id", step.id()));
            }
        }
        Set<String> limited = new HashSet<>();
        for (Limit limit : limits) {
            if (!limited.add(limit.id())) {
                faults.add(Sentence.of("planning.fault.same-id", limit.id()));
            }
            if (limit.capacity() < 0) {
                faults.add(Sentence.of("planning.fault.negative", limit.title()));
            }
        }
        steps.forEach(step -> faultsOf(step, limited, faults));
        for (Budget budget : budgets) {
            if (budget.amount() < 0 || budget.amount() > MOST_AMOUNT) {
                faults.add(Sentence.of("planning.fault.amount", budget.title(), MOST_AMOUNT));
            }
            if (budget.span().until() < budget.span().from()) {
                faults.add(Sentence.of("planning.fault.window", budget.title()));
            }
            budget.steps().stream()
                    .filter(id -> !known.containsKey(id))
                    .sorted()
                    .forEach(id -> faults.add(Sentence.of("planning.fault.unknown", budget.title(), id)));
        }
        boolean isLinked = true;
        for (Order order : orders) {
            for (String end : List.of(order.before(), order.after())) {
                if (!known.containsKey(end)) {
                    faults.add(Sentence.of("planning.fault.unknown", order.before() + " → " + order.after(), end));
                    isLinked = false;
                }
            }
            if (order.lag() < 0 || order.lag() > LONGEST_HORIZON) {
                faults.add(Sentence.of("planning.fault.negative", order.before() + " → " + order.after()));
            }
        }
        if (isLinked) {
            circle(steps.stream().map(Step::id).toList(), orders)
                    .ifPresent(ids -> faults.add(Sentence.of(
                            "planning.fault.circle",
                            String.join(
                                    " → ",
                                    ids.stream().map(id -> title(known, id)).toList()))));
        }
        return faults;
    }

    private static String title(Map<String, Step> known, String id) {
        Step step = known.get(id);
        return step == null ? id : step.title();
    }

    private static void faultsOf(Step step, Set<String> limited, List<Sentence> faults) {
        if (step.duration() < 0
                || step.duration() > LONGEST_HORIZON
                || step.earliest() < 0
                || step.earliest() > LONGEST_HORIZON
                || step.priority() < 0
                || step.lock().filter(start -> start < 0).isPresent()) {
            faults.add(Sentence.of("planning.fault.negative", step.title()));
        }
        if (step.cost() < 0 || step.cost() > MOST_AMOUNT) {
            faults.add(Sentence.of("planning.fault.amount", step.title(), MOST_AMOUNT));
        }
        if (step.latest().filter(end -> end < step.earliest() + step.duration()).isPresent()) {
            faults.add(Sentence.of(
                    "planning.fault.latest",
                    step.title(),
                    step.latest().orElseThrow(),
                    step.earliest(),
                    step.duration()));
        }
        if (step.windows().stream().anyMatch(window -> window.until() < window.from() || window.from() < 0)) {
            faults.add(Sentence.of("planning.fault.window", step.title()));
        }
        step.uses().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(use -> {
            if (!limited.contains(use.getKey())) {
                faults.add(Sentence.of("planning.fault.unknown", step.title(), use.getKey()));
            }
            if (use.getValue() < 0) {
                faults.add(Sentence.of("planning.fault.negative", step.title()));
            }
        });
    }

    /** One circle of steps that wait for each other, the first named again at its end; empty if there is none. */
    static Optional<List<String>> circle(Collection<String> steps, List<Order> orders) {
        Map<String, List<String>> before = new LinkedHashMap<>();
        Map<String, Integer> waiting = new LinkedHashMap<>();
        Map<String, List<String>> after = new HashMap<>();
        for (Order order : orders) {
            before.computeIfAbsent(order.after(), id -> new ArrayList<>()).add(order.before());
            after.computeIfAbsent(order.before(), id -> new ArrayList<>()).add(order.after());
            waiting.merge(order.after(), 1, Integer::sum);
        }
        Deque<String> free = new ArrayDeque<>();
        steps.stream().filter(id -> !waiting.containsKey(id)).forEach(free::add);
        while (!free.isEmpty()) {
            for (String next : after.getOrDefault(free.pop(), List.of())) {
                if (waiting.merge(next, -1, Integer::sum) == 0) {
                    waiting.remove(next);
                    free.add(next);
                }
            }
        }
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        // Going backwards from what still waits, one meets a step again.
        List<String> path = new ArrayList<>();
        String here = waiting.keySet().iterator().next();
        while (!path.contains(here)) {
            path.add(here);
            here = before.getOrDefault(here, List.of()).stream()
                    .filter(waiting::containsKey)
                    .findFirst()
                    .orElseThrow();
        }
        List<String> circle = new ArrayList<>(path.subList(path.indexOf(here), path.size()));
        circle.add(here);
        return Optional.of(circle.reversed());
    }

    /** Everything that is demanded of a plan beside durations, each of which may have to give. */
    public List<Demand> demands() {
        List<Demand> demands = new ArrayList<>();
        demands.add(new Demand.Horizon(horizon));
        for (Step step : steps) {
            if (step.must()) {
                demands.add(new Demand.Must(step.id(), step.title()));
            }
            step.lock().ifPresent(start -> demands.add(new Demand.Locked(step.id(), step.title(), start)));
            step.latest().ifPresent(end -> demands.add(new Demand.Latest(step.id(), step.title(), end)));
            if (step.earliest() > 0) {
                demands.add(new Demand.Earliest(step.id(), step.title(), step.earliest()));
            }
            if (!step.windows().isEmpty()) {
                demands.add(new Demand.Windows(step.id(), step.title()));
            }
        }
        for (Order order : orders) {
            demands.add(new Demand.Ordered(order, titleOf(order.before()), titleOf(order.after())));
        }
        limits.forEach(limit -> demands.add(new Demand.Within(limit)));
        budgets.forEach(budget -> demands.add(new Demand.Paid(budget)));
        return demands;
    }

    private String titleOf(String id) {
        return steps.stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .map(Step::title)
                .orElse(id);
    }
}
