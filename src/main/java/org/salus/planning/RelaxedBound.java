package org.salus.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What no plan for early benefit can be worth more than: what is scarce (each period of a limit, each budget, each wait) gets a price instead of an end, so that every step can be placed by itself where it is worth most after
 * prices; whatever the prices are, that and the price of all there is are together no less than the value of any plan (Lagrangian relaxation of the time-indexed problem; Möhring, Schulz, Stork and Uetz 2003). Prices are found
 * by a subgradient that remembers where it came from (Camerini, Fratta and Maffioli 1975), in so many rounds as are counted, so that the same problem has the same bound on any machine. Where steps stand on average over the
 * rounds is a good order to place them in. Pure.
 *
 * @param value no plan is worth more
 * @param places where each step stands on average over the last rounds, in the order of the problem's steps, in periods
 * @param seconds what so many rounds take on a usual machine: reckoned, not measured, so that what is left for the search is the same wherever the problem is solved
 */
record RelaxedBound(long value, List<Double> places, double seconds) {
    RelaxedBound {
        places = List.copyOf(places);
    }

    private static final int MOST_ROUNDS = 4_000;

    private static final int FEWEST_ROUNDS = 100;

    /** Places that are looked at over all rounds, for each second that is given to the search. */
    private static final long WORK_A_SECOND = 60_000_000;

    private static final long MOST_WORK = 1_000_000_000;

    /** Places that a usual machine looks at in a second. */
    private static final double WORK_DONE_A_SECOND = 300_000_000;

    private static final double REMEMBERED = 0.7;

    /** Rounds without a better bound after which steps become shorter. */
    private static final int PATIENCE = 25;

    private static final double SHORTER = 0.8;

    /** Waits are told in periods: one of so many weighs as much as a whole budget. */
    private static final double WAIT = 12;

    private static final double AVERAGED = 0.02;

    /** What reckoning with floating numbers may be off by at the most is far below, as a part of the bound. */
    private static final double SAFETY = 1e-9;

    private static final double LEAST_CHANGE = 1e-6;

    /**
     * The bound of a problem without faults; empty if it is too large for enough rounds, or a fund has two budgets for the same period.
     *
     * @param seconds given to the search, of which this takes a part
     * @param reached the value of a plan that is known: the nearer to the best, the sooner prices are found
     */
    static Optional<RelaxedBound> of(ScheduleProblem problem, double seconds, long reached) {
        if (problem.steps().isEmpty() || !isEachPeriodInOneBudget(problem)) {
            return Optional.empty();
        }
        Search search = new Search(problem);
        long work = Math.min(MOST_WORK, Math.round(WORK_A_SECOND * seconds));
        long rounds = Math.min(MOST_ROUNDS, work / search.work());
        return rounds < FEWEST_ROUNDS ? Optional.empty() : Optional.of(search.run(rounds, reached));
    }

    private static boolean isEachPeriodInOneBudget(ScheduleProblem problem) {
        for (ScheduleProblem.Fund fund : problem.funds()) {
            List<ScheduleProblem.Window> spans = fund.spans();
            for (int at = 1; at < spans.size(); at++) {
                if (spans.get(at).from() <= spans.get(at - 1).until()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static final class Search {
        private final ScheduleProblem problem;
        private final List<ScheduleProblem.Step> steps;
        private final List<ScheduleProblem.Fund> funds;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final int horizon;
        private final int[] heads;
        private final int[][] limits;
        private final int[][] uses;
        private final int[][] payers;
        /** Of each fund: the number of the budget of each period; -1 where it has none. */
        private final int[][] budgets;

        private final double[] held;
        private final List<ScheduleProblem.Order> waits;
        private final int[] befores;
        private final int[] afters;
        // Prices in one row: budgets, then waits, then the periods of one limit after those of another.
        private final double[] prices;
        private final int firstWait;
        private final int firstLimit;
        private final double[] course;
        private final int[] place;
        private final int[] payer;
        private final double[][] limitSums;
        private final double[][] fundSums;

        Search(ScheduleProblem problem) {
            this.problem = problem;
            this.steps = problem.steps();
            this.funds = problem.funds();
            this.horizon = problem.horizon();
            steps.forEach(step -> numbers.put(step.id(), numbers.size()));
            this.limits = new int[steps.size()][];
            this.uses = new int[steps.size()][];
            this.payers = new int[steps.size()][];
            for (int step = 0; step < steps.size(); step++) {
                needs(step);
            }
            Map<String, Integer> budgetNumbers = new HashMap<>();
            this.held = new double[problem.budgets().size()];
            for (ScheduleProblem.Budget budget : problem.budgets()) {
                held[budgetNumbers.size()] = budget.amount();
                budgetNumbers.put(budget.id(), budgetNumbers.size());
            }
            this.budgets = new int[funds.size()][horizon + 1];
            for (int fund = 0; fund < budgets.length; fund++) {
                Arrays.fill(budgets[fund], -1);
                for (ScheduleProblem.Budget budget : funds.get(fund).budgets()) {
                    int number = budgetNumbers.getOrDefault(budget.id(), -1);
                    int until = Math.min(horizon, budget.span().until());
                    for (int time = Math.max(0, budget.span().from()); time <= until; time++) {
                        budgets[fund][time] = number;
                    }
                }
            }
            // Only of steps that must be there is it certain that one waits for the other.
            this.waits = problem.orders().stream()
                    .filter(order -> steps.get(number(order.before())).must()
                            && steps.get(number(order.after())).must())
                    .toList();
            this.befores =
                    waits.stream().mapToInt(wait -> number(wait.before())).toArray();
            this.afters = waits.stream().mapToInt(wait -> number(wait.after())).toArray();
            this.heads = heads();
            this.firstWait = held.length;
            this.firstLimit = firstWait + waits.size();
            this.prices = new double[firstLimit + problem.limits().size() * (horizon + 1)];
            this.course = new double[prices.length];
            this.place = new int[steps.size()];
            this.payer = new int[steps.size()];
            this.limitSums = new double[problem.limits().size()][horizon + 2];
            this.fundSums = new double[funds.size()][horizon + 2];
        }

        private int number(String id) {
            Integer number = numbers.get(id);
            if (number == null) {
                throw new IllegalArgumentException(id);
            }
            return number;
        }

        private void needs(int number) {
            ScheduleProblem.Step step = steps.get(number);
            List<Integer> used = new ArrayList<>();
            for (int limit = 0; limit < problem.limits().size(); limit++) {
                if (step.uses().getOrDefault(problem.limits().get(limit).id(), 0) > 0) {
                    used.add(limit);
                }
            }
            limits[number] = used.stream().mapToInt(Integer::intValue).toArray();
            uses[number] = used.stream()
                    .mapToInt(limit ->
                            step.uses().getOrDefault(problem.limits().get(limit).id(), 0))
                    .toArray();
            List<Integer> paying = new ArrayList<>();
            for (int fund = 0; fund < funds.size() && step.cost() > 0; fund++) {
                if (funds.get(fund).mayPay(step)) {
                    paying.add(fund);
                }
            }
            payers[number] = paying.stream().mapToInt(Integer::intValue).toArray();
        }

        /** When steps can begin at the earliest, if only what they wait for stood in their way. */
        private int[] heads() {
            int[] earliest = new int[steps.size()];
            int[] waiting = new int[steps.size()];
            List<List<ScheduleProblem.Order>> after = new ArrayList<>();
            for (int step = 0; step < steps.size(); step++) {
                earliest[step] = Math.max(0, steps.get(step).earliest());
                after.add(new ArrayList<>());
            }
            for (ScheduleProblem.Order order : problem.orders()) {
                after.get(number(order.before())).add(order);
                waiting[number(order.after())]++;
            }
            List<Integer> open = new ArrayList<>();
            for (int step = 0; step < steps.size(); step++) {
                if (waiting[step] == 0) {
                    open.add(step);
                }
            }
            while (!open.isEmpty()) {
                int step = open.removeLast();
                for (ScheduleProblem.Order order : after.get(step)) {
                    int next = number(order.after());
                    earliest[next] = Math.max(
                            earliest[next], earliest[step] + steps.get(step).duration() + order.lag());
                    if (--waiting[next] == 0) {
                        open.add(next);
                    }
                }
            }
            return earliest;
        }

        long work() {
            long work = prices.length;
            for (int step = 0; step < steps.size(); step++) {
                work += (long) (horizon + 1) * (1 + limits[step].length + payers[step].length);
            }
            return work;
        }

        RelaxedBound run(long rounds, long reached) {
            double best = Double.POSITIVE_INFINITY;
            double[] bestPrices = prices.clone();
            double[] against = new double[prices.length];
            double[] places = new double[steps.size()];
            double length = 1;
            int patience = 0;
            long made = 0;
            for (long round = 0; round < rounds; round++) {
                made++;
                double bound = priced();
                if (round == 0) {
                    Arrays.setAll(places, step -> place[step] < 0 ? horizon : place[step]);
                }
                for (int step = 0; step < places.length; step++) {
                    places[step] += AVERAGED * ((place[step] < 0 ? horizon : place[step]) - places[step]);
                }
                if (bound < best - LEAST_CHANGE) {
                    best = bound;
                    System.arraycopy(prices, 0, bestPrices, 0, prices.length);
                    patience = 0;
                } else if (++patience >= PATIENCE) {
                    length *= SHORTER;
                    patience = 0;
                    System.arraycopy(bestPrices, 0, prices, 0, prices.length);
                    bound = priced();
                    Arrays.fill(course, 0);
                }
                left(against);
                double size = 0;
                for (int price = 0; price < prices.length; price++) {
                    course[price] = REMEMBERED * course[price] + (1 - REMEMBERED) * against[price];
                    if (prices[price] <= 0 && course[price] > 0) {
                        course[price] = 0;
                    }
                    size += course[price] * course[price];
                }
                if (size < LEAST_CHANGE || bound <= reached) {
                    break;
                }
                double step = length * (bound - reached) / size;
                for (int price = 0; price < prices.length; price++) {
                    prices[price] = Math.max(0, prices[price] - step * course[price]);
                }
            }
            return new RelaxedBound(
                    (long) Math.floor(best + SAFETY * Math.max(1, Math.abs(best))),
                    Arrays.stream(places).boxed().toList(),
                    made * work() / WORK_DONE_A_SECOND);
        }

        /** The bound that the prices prove; steps are placed. */
        private double priced() {
            double bound = 0;
            for (int budget = 0; budget < held.length; budget++) {
                bound += prices[budget];
            }
            double[] pulls = new double[steps.size()];
            for (int wait = 0; wait < befores.length; wait++) {
                double price = prices[firstWait + wait] / WAIT;
                pulls[afters[wait]] += price;
                pulls[befores[wait]] -= price;
                bound -= price
                        * (steps.get(befores[wait]).duration() + waits.get(wait).lag());
            }
            for (int limit = 0; limit < limitSums.length; limit++) {
                int capacity = problem.limits().get(limit).capacity();
                int first = firstLimit + limit * (horizon + 1);
                for (int time = 0; time <= horizon; time++) {
                    double price = prices[first + time];
                    // Of what there is none of, no step takes anything: no price is needed.
                    bound += capacity > 0 ? price : 0;
                    limitSums[limit][time + 1] = limitSums[limit][time] + (capacity > 0 ? price / capacity : 0);
                }
            }
            for (int fund = 0; fund < fundSums.length; fund++) {
                for (int time = 0; time <= horizon; time++) {
                    int budget = budgets[fund][time];
                    fundSums[fund][time + 1] = fundSums[fund][time]
                            + (budget < 0 || held[budget] <= 0 ? 0 : prices[budget] / held[budget]);
                }
            }
            for (int step = 0; step < steps.size(); step++) {
                bound += place(step, pulls[step]);
            }
            return bound;
        }

        /** Places one step where it is worth most after prices; says what it is worth there. */
        private double place(int number, double pull) {
            ScheduleProblem.Step step = steps.get(number);
            int duration = step.duration();
            int periods = MoneyScale.periods(step);
            int from = Math.max(heads[number], step.lock().orElse(0));
            int until = Math.min(
                    step.lock().orElse(Integer.MAX_VALUE),
                    Math.min(horizon, step.latest().orElse(horizon)) - duration);
            double rate = step.cost() / (double) periods;
            boolean isPaid = step.cost() > 0 && !funds.isEmpty();
            double best = Double.NEGATIVE_INFINITY;
            place[number] = -1;
            payer[number] = -1;
            for (int time = from; time <= until; time++) {
                if (!QuickPlan.isOpen(step, time)) {
                    continue;
                }
                double worth = (double) step.priority() * (horizon - duration - time) + pull * time;
                for (int use = 0; use < limits[number].length && duration > 0; use++) {
                    double[] sums = limitSums[limits[number][use]];
                    worth -= uses[number][use] * (sums[time + duration] - sums[time]);
                }
                if (worth <= best) {
                    continue;
                }
                int paying = -1;
                double cheapest = Double.POSITIVE_INFINITY;
                for (int fund : payers[number]) {
                    double cost = rate * (fundSums[fund][time + periods] - fundSums[fund][time]);
                    if (cost < cheapest && isCovered(fund, time, periods)) {
                        cheapest = cost;
                        paying = fund;
                    }
                }
                worth -= isPaid ? cheapest : 0;
                if (worth > best) {
                    best = worth;
                    place[number] = time;
                    payer[number] = paying;
                }
            }
            if (!step.must() && best < 0) {
                place[number] = -1;
                return 0;
            }
            // A step that must be there and can stand nowhere leaves no plan, of which any bound is true.
            return place[number] < 0 ? 0 : best;
        }

        private boolean isCovered(int fund, int from, int periods) {
            for (int time = from; time < from + periods; time++) {
                if (budgets[fund][time] < 0) {
                    return false;
                }
            }
            return true;
        }

        /** What is left of everything that has a price where steps stand now, as a part of all of it; below 0 what is missing. */
        private void left(double[] left) {
            Arrays.fill(left, 1);
            for (int wait = 0; wait < befores.length; wait++) {
                ScheduleProblem.Step before = steps.get(befores[wait]);
                left[firstWait + wait] = (place[afters[wait]]
                                - place[befores[wait]]
                                - before.duration()
                                - waits.get(wait).lag())
                        / WAIT;
            }
            for (int number = 0; number < steps.size(); number++) {
                int time = place[number];
                if (time < 0) {
                    continue;
                }
                ScheduleProblem.Step step = steps.get(number);
                for (int use = 0; use < limits[number].length; use++) {
                    int limit = limits[number][use];
                    double part = uses[number][use]
                            / (double) Math.max(1, problem.limits().get(limit).capacity());
                    int first = firstLimit + limit * (horizon + 1);
                    for (int at = time; at < time + step.duration(); at++) {
                        left[first + at] -= part;
                    }
                }
                if (payer[number] >= 0) {
                    int periods = MoneyScale.periods(step);
                    for (int at = time; at < time + periods; at++) {
                        int budget = budgets[payer[number]][at];
                        if (held[budget] > 0) {
                            left[budget] -= step.cost() / (double) periods / held[budget];
                        }
                    }
                }
            }
        }
    }
}
