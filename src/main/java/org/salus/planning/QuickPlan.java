package org.salus.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A plan to begin with: steps are placed one after the other, each as early as what stands already allows (the serial schedule generation scheme, Kolisch 1996), in an order by a rule and then in orders near it that are drawn
 * from the seed, at last near the best of them. For the shortest plan, each is pushed as late as its end allows and then early again, which often saves time (justification; Valls, Ballestín and Quintanilla 2005). It is a hint to
 * the solver and proves nothing. Pure.
 */
final class QuickPlan {
    /** What is done for each second that is given to the search: counted and not timed, so that the same seed gives the same plan on any machine. */
    private static final long WORK_A_SECOND = 2_000_000;

    private static final long MOST_WORK = 80_000_000;

    /** One round in so many begins anew; the others stay near the best. */
    private static final int AFRESH = 10;

    private static final int MOST_CHANGES = 5;

    /** By about so many periods a step whose place is known is moved when it becomes more or less pressing. */
    private static final double SHIFT = 12;

    private final ScheduleProblem problem;
    private final PlanRequest request;
    private final List<ScheduleProblem.Step> steps;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<List<ScheduleProblem.Order>> before = new ArrayList<>();
    private final List<List<ScheduleProblem.Order>> after = new ArrayList<>();
    private final List<ScheduleProblem.Fund> funds;
    private final int[] sizes;
    private final boolean[][] mayPay;
    private final long[][] held;
    private final MoneyScale scale;
    private final double[] rank;

    /**
     * Where steps stand.
     *
     * @param starts by id
     * @param payers by id of the step: id of the fund
     * @param value the higher the better
     */
    record Found(Map<String, Integer> starts, Map<String, String> payers, long value) {}

    private QuickPlan(ScheduleProblem problem, PlanRequest request) {
        this.problem = problem;
        this.request = request;
        this.steps = problem.steps();
        for (ScheduleProblem.Step step : steps) {
            numbers.put(step.id(), numbers.size());
            before.add(new ArrayList<>());
            after.add(new ArrayList<>());
        }
        for (ScheduleProblem.Order order : problem.orders()) {
            before.get(number(order.after())).add(order);
            after.get(number(order.before())).add(order);
        }
        this.funds = problem.funds();
        this.scale = MoneyScale.of(steps);
        this.mayPay = new boolean[funds.size()][steps.size()];
        this.held = new long[funds.size()][];
        this.sizes = new int[funds.size()];
        for (int fund = 0; fund < mayPay.length; fund++) {
            for (int step = 0; step < mayPay[fund].length; step++) {
                mayPay[fund][step] = funds.get(fund).mayPay(steps.get(step));
                sizes[fund] += mayPay[fund][step] ? 1 : 0;
            }
            held[fund] = funds.get(fund).budgets().stream()
                    .mapToLong(budget -> scale.held(budget, steps))
                    .toArray();
        }
        this.rank = ranks();
    }

    /** The best that is found; empty if the rounds find none, which says nothing about the problem. The problem has no faults. */
    static Optional<Found> of(ScheduleProblem problem, PlanRequest request) {
        return of(problem, request, Optional.empty());
    }

    /** The same, where it is known about when each step should begin: in the order of the problem's steps, in periods. */
    static Optional<Found> of(ScheduleProblem problem, PlanRequest request, List<Double> places) {
        return of(
                problem,
                request,
                Optional.of(places.stream()
                        .mapToDouble(place -> Math.exp(-place / SHIFT))
                        .toArray()));
    }

    private static Optional<Found> of(ScheduleProblem problem, PlanRequest request, Optional<double[]> known) {
        long count = problem.steps().size();
        long work = (long) (problem.limits().size() + 1) * (problem.horizon() + 1) + count * count;
        if (work > MOST_WORK / 10 || problem.steps().isEmpty()) {
            return Optional.empty();
        }
        QuickPlan quick = new QuickPlan(problem, request);
        Random random = new Random(request.seed());
        long most = Math.min(MOST_WORK, Math.round(WORK_A_SECOND * request.seconds()));
        long rounds = Math.max(1, most / work);
        Optional<Found> best = Optional.empty();
        double[] first = known.orElse(quick.rank);
        double[] bestOrder = first;
        for (int round = 0; round < rounds; round++) {
            double[] order = round == 0
                    ? first
                    : round % AFRESH == 0 || best.isEmpty() ? spread(first, random) : near(bestOrder, random);
            Optional<Found> found = quick.placed(order);
            if (found.isPresent() && request.aim() == PlanRequest.Aim.SHORTEST) {
                double[] justified = quick.justified(found.get());
                Optional<Found> again = quick.placed(justified);
                if (again.isPresent() && again.get().value() >= found.get().value()) {
                    found = again;
                    order = justified;
                }
            }
            if (found.isPresent()
                    && (best.isEmpty() || found.get().value() >= best.get().value())) {
                best = found;
                bestOrder = order;
            }
        }
        return best;
    }

    /** Every step up to a quarter more or less pressing. */
    private static double[] spread(double[] order, Random random) {
        return Arrays.stream(order)
                .map(pressing -> pressing * (0.75 + 0.5 * random.nextDouble()))
                .toArray();
    }

    /** A few steps much more or much less pressing. */
    private static double[] near(double[] order, Random random) {
        double[] other = order.clone();
        for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
            other[random.nextInt(other.length)] *= Math.exp(random.nextGaussian());
        }
        return other;
    }

    private int number(String id) {
        Integer number = numbers.get(id);
        if (number == null) {
            throw new IllegalArgumentException(id);
        }
        return number;
    }

    /** How pressing a step is: for the shortest plan, what follows it at the least; else what it and what waits for it are worth for their time. */
    private double[] ranks() {
        double[] ranks = new double[steps.size()];
        boolean[] done = new boolean[steps.size()];
        for (int step = 0; step < steps.size(); step++) {
            rank(step, ranks, done);
        }
        return ranks;
    }

    private void rank(int first, double[] ranks, boolean[] done) {
        // Without recursion: a chain of orders may be as long as the problem.
        List<Integer> open = new ArrayList<>(List.of(first));
        while (!open.isEmpty()) {
            int step = open.getLast();
            boolean isReady = true;
            for (ScheduleProblem.Order order : after.get(step)) {
                if (!done[number(order.after())]) {
                    open.add(number(order.after()));
                    isReady = false;
                }
            }
            if (isReady) {
                open.removeLast();
                ranks[step] = rank(step, ranks);
                done[step] = true;
            }
        }
    }

    private double rank(int number, double[] ranks) {
        ScheduleProblem.Step step = steps.get(number);
        boolean isShortest = request.aim() == PlanRequest.Aim.SHORTEST;
        double behind = 0;
        for (ScheduleProblem.Order order : after.get(number)) {
            double next = ranks[number(order.after())];
            behind = isShortest ? Math.max(behind, next + order.lag()) : behind + next / 2;
        }
        return isShortest ? step.duration() + behind : (step.priority() + 0.01) / (1e-6 + share(step)) + behind;
    }

    /** How much of all there is a step takes: of the limits over the whole time, on average, and of all money. What is scarce weighs more by itself. */
    private double share(ScheduleProblem.Step step) {
        double load = 0;
        for (ScheduleProblem.Limit limit : problem.limits()) {
            int use = step.uses().getOrDefault(limit.id(), 0);
            load += use == 0 ? 0 : (double) use * step.duration() / limit.capacity() / (problem.horizon() + 1);
        }
        double all = problem.budgets().stream()
                .mapToDouble(ScheduleProblem.Budget::amount)
                .sum();
        return load / Math.max(1, problem.limits().size()) + (all > 0 ? step.cost() / all : 0);
    }

    private Optional<Found> placed(double[] pressing) {
        int[][] used = new int[problem.limits().size()][problem.horizon() + 1];
        long[][] left = Arrays.stream(held).map(long[]::clone).toArray(long[][]::new);
        int[] waiting = new int[steps.size()];
        List<Integer> open = new ArrayList<>();
        for (int step = 0; step < steps.size(); step++) {
            waiting[step] = before.get(step).size();
            if (waiting[step] == 0) {
                open.add(step);
            }
        }
        Map<String, Integer> starts = new HashMap<>();
        Map<String, String> payers = new HashMap<>();
        while (!open.isEmpty()) {
            int chosen = 0;
            for (int at = 1; at < open.size(); at++) {
                if (isFirst(open.get(at), open.get(chosen), pressing)) {
                    chosen = at;
                }
            }
            int number = open.get(chosen);
            open.subList(chosen, chosen + 1).clear();
            ScheduleProblem.Step step = steps.get(number);
            if (!place(number, used, left, starts, payers) && step.must()) {
                return Optional.empty();
            }
            for (ScheduleProblem.Order order : after.get(number)) {
                int next = number(order.after());
                if (--waiting[next] == 0) {
                    open.add(next);
                }
            }
        }
        return Optional.of(new Found(starts, payers, value(starts)));
    }

    /**
     * The order in which steps begin once each of them, the last first, is pushed as late as the end of the plan, what waits for it and the limits allow; the sooner, the more
     * pressing. Whatever else is demanded is left to the placing that follows.
     */
    private double[] justified(Found found) {
        int end = (int) -found.value();
        int[][] used = new int[problem.limits().size()][end + 1];
        Integer[] order = new Integer[steps.size()];
        int[] starts = new int[steps.size()];
        for (int number = 0; number < order.length; number++) {
            order[number] = number;
            // What is left out waits for nothing, and nothing for it.
            starts[number] = found.starts().getOrDefault(steps.get(number).id(), end);
        }
        // What waits for a step ends after it; of a step that takes no time, what waits stands later in the list.
        Arrays.sort(
                order,
                Comparator.comparingInt((Integer number) ->
                                starts[number] + steps.get(number).duration())
                        .thenComparingInt(number -> starts[number])
                        .reversed());
        for (int number : order) {
            ScheduleProblem.Step step = steps.get(number);
            if (!found.starts().containsKey(step.id())) {
                continue;
            }
            int latest = end - step.duration();
            for (ScheduleProblem.Order next : after.get(number)) {
                latest = Math.min(latest, starts[number(next.after())] - next.lag() - step.duration());
            }
            int start = Math.max(latest, starts[number]);
            while (start > starts[number] && conflict(step, start, used) >= 0) {
                start--;
            }
            starts[number] = start;
            take(step, start, used);
        }
        return Arrays.stream(starts).mapToDouble(start -> end - start + 1.0).toArray();
    }

    /** Steps whose beginning is fixed come before others, so that nothing stands in their way. */
    private boolean isFirst(int one, int other, double[] pressing) {
        boolean isLocked = steps.get(one).lock().isPresent();
        return isLocked == steps.get(other).lock().isPresent() ? pressing[one] > pressing[other] : isLocked;
    }

    private long value(Map<String, Integer> starts) {
        long value = 0;
        for (ScheduleProblem.Step step : steps) {
            Integer start = starts.get(step.id());
            if (start == null) {
                continue;
            }
            int end = start + step.duration();
            value = request.aim() == PlanRequest.Aim.SHORTEST
                    ? Math.min(value, -end)
                    : value + (long) step.priority() * (problem.horizon() - end);
        }
        return value;
    }

    private boolean place(
            int number, int[][] used, long[][] left, Map<String, Integer> starts, Map<String, String> payers) {
        ScheduleProblem.Step step = steps.get(number);
        int from = Math.max(step.earliest(), step.lock().orElse(0));
        for (ScheduleProblem.Order order : before.get(number)) {
            Integer start = starts.get(order.before());
            if (start == null) {
                return false;
            }
            from = Math.max(from, start + steps.get(number(order.before())).duration() + order.lag());
        }
        int until = Math.min(
                step.lock().orElse(Integer.MAX_VALUE),
                Math.min(problem.horizon(), step.latest().orElse(Integer.MAX_VALUE)) - step.duration());
        for (int start = from; start <= until; start++) {
            if (!isOpen(step, start)) {
                continue;
            }
            int conflict = conflict(step, start, used);
            if (conflict >= 0) {
                start = conflict;
                continue;
            }
            if (step.cost() > 0 && !funds.isEmpty()) {
                int payer = payer(number, start, left);
                if (payer < 0) {
                    continue;
                }
                pay(payer, step, start, left);
                payers.put(step.id(), funds.get(payer).id());
            }
            take(step, start, used);
            starts.put(step.id(), start);
            return true;
        }
        return false;
    }

    private void take(ScheduleProblem.Step step, int start, int[][] used) {
        for (int limit = 0; limit < used.length; limit++) {
            int use = use(step, limit);
            for (int time = start; use > 0 && time < start + step.duration(); time++) {
                used[limit][time] += use;
            }
        }
    }

    static boolean isOpen(ScheduleProblem.Step step, int start) {
        return step.windows().isEmpty()
                || step.windows().stream().anyMatch(window -> window.from() <= start && start <= window.until());
    }

    private int use(ScheduleProblem.Step step, int limit) {
        return step.uses().getOrDefault(problem.limits().get(limit).id(), 0);
    }

    /** The last period in which there is too little for a step that begins then; -1 if there is enough. */
    private int conflict(ScheduleProblem.Step step, int start, int[][] used) {
        int last = -1;
        for (int limit = 0; limit < used.length; limit++) {
            int use = use(step, limit);
            int capacity = problem.limits().get(limit).capacity();
            for (int time = start + step.duration() - 1; use > 0 && time >= start; time--) {
                if (used[limit][time] + use > capacity) {
                    last = Math.max(last, time);
                    break;
                }
            }
        }
        return last;
    }

    /** The fund that pays: one for few steps before one for many, so that what anybody may use is left for those who have nothing else; -1 if none can. */
    private int payer(int number, int start, long[][] left) {
        int found = -1;
        for (int fund = 0; fund < left.length; fund++) {
            if (mayPay[fund][number]
                    && (found < 0 || sizes[fund] < sizes[found])
                    && canPay(fund, steps.get(number), start, left)) {
                found = fund;
            }
        }
        return found;
    }

    /** Whether a fund holds enough in each of its spans that a step goes on in, and all its periods lie in them. */
    private boolean canPay(int fund, ScheduleProblem.Step step, int start, long[][] left) {
        return spread(fund, step, start, (budget, part) -> part <= left[fund][budget]);
    }

    private void pay(int fund, ScheduleProblem.Step step, int start, long[][] left) {
        spread(fund, step, start, (budget, part) -> {
            left[fund][budget] -= part;
            return true;
        });
    }

    /** What becomes of the part that one budget of a fund takes of a step's cost. */
    private interface Part {
        boolean isTaken(int budget, long part);
    }

    /** Shares the cost of a step among the budgets of a fund, as long as each takes its part; whether all its periods are paid then. */
    private boolean spread(int fund, ScheduleProblem.Step step, int start, Part taking) {
        int at = start;
        int end = start + MoneyScale.periods(step);
        List<ScheduleProblem.Budget> budgets = funds.get(fund).budgets();
        for (int number = 0; number < budgets.size() && at < end; number++) {
            ScheduleProblem.Window span = budgets.get(number).span();
            if (span.from() <= at && at <= span.until()) {
                int next = Math.min(end, span.until() + 1);
                if (!taking.isTaken(number, scale.part(step, next - at))) {
                    return false;
                }
                at = next;
            }
        }
        return at == end;
    }
}
