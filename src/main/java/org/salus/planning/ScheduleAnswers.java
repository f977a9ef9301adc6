package org.salus.planning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.goals.ResultsChain;
import org.salus.ledger.Digest;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;

/**
 * Finds the schedule of a workspace's steps, as one reader sees them. Whatever is made best, first it is found out which steps can be done at all, the more pressing ones
 * before others; only these are then moved.
 */
public final class ScheduleAnswers {
    /** What is looked for beside what was asked for. */
    static final List<PlanRequest.Aim> OTHERS =
            List.of(PlanRequest.Aim.SHORTEST, PlanRequest.Aim.EVEN_MONEY, PlanRequest.Aim.SLACK);

    private final View view;
    private final Planner planner;

    /**
     * What can be told to a reader.
     *
     * @param view of the workspace, as the reader sees it
     * @param planner that looks for plans
     */
    public ScheduleAnswers(View view, Planner planner) {
        this.view = view;
        this.planner = planner;
    }

    /** A plan that was found, with what it was read from. */
    private record Found(ScheduleReading reading, Plan plan, List<ScheduleAnswer.Line> lines) {}

    /**
     * The schedule that is asked for.
     *
     * @throws Failure (wrong use) if a change to try means nothing, or there is no such agreed plan; (not possible) if the solver cannot be loaded
     */
    public ScheduleAnswer answer(ScheduleQuestion question, Planner.Watch watch) {
        Optional<PlanBook> book = PlanBook.of(view);
        return book.map(known -> answer(known, question, watch))
                .orElseGet(() -> nothing(
                        question,
                        Sentence.of(
                                view.list(ResultsChain.KIND).isEmpty()
                                        ? "planning.says.no-chain"
                                        : "planning.says.not-adopted")));
    }

    /**
     * A plan that people agreed on, as it was kept: its steps, days and costs. What steps are for, who carries them and what they wait for is what is said of them today. Nothing is looked for.
     *
     * @param id of the agreed plan
     * @throws Failure (not found) if there is no such plan for the chain that is planned
     */
    public Roadmap kept(String id) {
        PlanBook book = PlanBook.of(view)
                .orElseThrow(() -> Failure.notFound(Sentence.of("planning.schedule.question.no-agreed", id)));
        AgreedPlan plan = book.agreed().stream()
                .filter(item -> item.id().toString().equals(id))
                .map(Item::value)
                .findFirst()
                .orElseThrow(() -> Failure.notFound(Sentence.of("planning.schedule.question.no-agreed", id)));
        Map<String, PlannedStep> known = new HashMap<>();
        new ScheduleReading(book).steps().forEach(step -> known.put(step.id(), step));
        List<Roadmap.Bar> bars = plan.starts().stream()
                .sorted(Comparator.comparing(AgreedStart::begins).thenComparing(AgreedStart::title))
                .map(start ->
                        kept(start, Optional.ofNullable(known.get(start.step().toString())), book))
                .toList();
        return new Roadmap(
                plan.title(),
                bars.stream().map(Roadmap.Bar::from).min(LocalDate::compareTo).orElseThrow(),
                bars.stream().map(Roadmap.Bar::until).max(LocalDate::compareTo).orElseThrow(),
                plan.currency(),
                bars,
                plan.leftOut().stream()
                        .map(box -> book.boxes()
                                .box(box)
                                .map(item -> item.value().title())
                                .orElse(box.toString()))
                        .toList());
    }

    private static Roadmap.Bar kept(AgreedStart start, Optional<PlannedStep> step, PlanBook book) {
        return new Roadmap.Bar(
                start.step().toString(),
                start.title(),
                step.map(known -> String.join("; ", known.goals())).orElse(""),
                step.map(PlannedStep::institutionName).orElse(""),
                step.map(known -> String.join("; ", known.donors())).orElse(""),
                start.begins().earliest(),
                start.until().latest(),
                start.cost(),
                step.map(known -> known.needs().isMust()).orElse(false),
                step.flatMap(known -> known.needs().lock()).isPresent(),
                book.orders().stream()
                        .filter(order -> order.value().after().equals(start.step()))
                        .map(order -> order.value().before().toString())
                        .distinct()
                        .toList());
    }

    private ScheduleAnswer answer(PlanBook book, ScheduleQuestion question, Planner.Watch watch) {
        Optional<Item<AgreedPlan>> agreed = agreed(book, question);
        ScheduleReading reading = new ScheduleReading(WhatIf.applied(book, question.tries()));
        if (!reading.faults().isEmpty()) {
            return new Telling(book, reading, question)
                    .of(
                            ScheduleAnswer.State.FAULTY,
                            List.of(Sentence.of(
                                    "planning.schedule.says.faulty",
                                    reading.faults().size())));
        }
        if (reading.placed().isEmpty()) {
            return new Telling(book, reading, question)
                    .of(
                            ScheduleAnswer.State.NOTHING,
                            List.of(Sentence.of(
                                    "planning.schedule.says.nothing",
                                    reading.steps().size())));
        }
        Found found = found(reading, question, question.aim(), agreed, watch);
        Telling telling = new Telling(book, reading, question);
        telling.plan = Optional.of(found.plan());
        telling.lines = found.lines();
        if (found.plan().isThere()) {
            telling.comparison = compared(book, question, agreed, found, watch);
            if (question.isWithOthers()) {
                telling.others = others(found, question, agreed, watch);
            }
        }
        return telling.told();
    }

    private static Optional<Item<AgreedPlan>> agreed(PlanBook book, ScheduleQuestion question) {
        if (question.against().isEmpty()) {
            return book.agreed().isEmpty()
                    ? Optional.empty()
                    : Optional.of(book.agreed().getLast());
        }
        return Optional.of(book.agreed().stream()
                .filter(item -> item.id().toString().equals(question.against()))
                .findFirst()
                .orElseThrow(
                        () -> Failure.notFound(Sentence.of("planning.schedule.question.no-agreed", question.against()))
                                .at("against")));
    }

    // --- searching ---

    private Found found(
            ScheduleReading reading,
            ScheduleQuestion question,
            PlanRequest.Aim aim,
            Optional<Item<AgreedPlan>> agreed,
            Planner.Watch watch) {
        PlanCalendar months = reading.calendar().orElseThrow();
        Map<String, Integer> then = new HashMap<>();
        agreed.ifPresent(item -> item.value()
                .starts()
                .forEach(start -> then.put(
                        start.step().toString(),
                        Math.max(0, months.month(start.begins().earliest())))));
        Plan first = planner.plan(
                reading.problem(),
                question.request(PlanRequest.Aim.EARLY_BENEFIT).near(then, question.stability()),
                watch);
        Plan plan = aim == PlanRequest.Aim.EARLY_BENEFIT || !first.isThere() || watch.isOver()
                ? first
                : moved(first, reading.problem(), question, aim, months, then, watch);
        return new Found(reading, plan, lines(reading, plan, months));
    }

    /** The plan by the aim, which does what the first one does, and moves of it no more than the aim wants; the first one where time was too short for another. */
    private Plan moved(
            Plan first,
            ScheduleProblem problem,
            ScheduleQuestion question,
            PlanRequest.Aim aim,
            PlanCalendar months,
            Map<String, Integer> then,
            Planner.Watch watch) {
        ScheduleProblem same = doing(problem, first.starts().keySet());
        PlanRequest request = question.request(aim).over(months.years());
        Plan second = planner.plan(same, request.near(then, question.stability()), watch);
        if (!second.isThere()) {
            return told(first, first, Plan.State.FEASIBLE, Optional.empty(), Optional.empty());
        }
        // Only of the steps the first one chose is the second proven to be best.
        Plan.State state = first.state() == Plan.State.OPTIMAL ? second.state() : Plan.State.FEASIBLE;
        Optional<Plan> third = second.value().isEmpty() || question.stability() > 0 || watch.isOver()
                ? Optional.empty()
                : Optional.of(planner.plan(same, request.holding(second.value().get(), first.starts()), watch))
                        .filter(Plan::isThere);
        return told(third.orElse(second), first, state, second.value(), second.bound());
    }

    private static Plan told(Plan plan, Plan first, Plan.State state, Optional<Long> value, Optional<Long> bound) {
        return new Plan(
                state, plan.starts(), plan.payers(), first.leftOut(), plan.end(), value, bound, List.of(), false);
    }

    /** The same problem with these steps, all of which have to be done. */
    private static ScheduleProblem doing(ScheduleProblem problem, Set<String> done) {
        List<ScheduleProblem.Budget> budgets = new ArrayList<>();
        for (ScheduleProblem.Budget budget : problem.budgets()) {
            Set<String> paid = new HashSet<>(budget.steps());
            paid.retainAll(done);
            // A budget for certain steps that are all left out would pay for any, were it kept without them.
            if (budget.steps().isEmpty() || !paid.isEmpty()) {
                budgets.add(new ScheduleProblem.Budget(
                        budget.id(), budget.fund(), budget.title(), budget.span(), budget.amount(), paid));
            }
        }
        return new ScheduleProblem(
                problem.horizon(),
                problem.steps().stream()
                        .filter(step -> done.contains(step.id()))
                        .map(step -> new ScheduleProblem.Step(
                                step.id(),
                                step.title(),
                                step.duration(),
                                step.earliest(),
                                step.latest(),
                                step.windows(),
                                step.uses(),
                                step.cost(),
                                step.priority(),
                                true,
                                step.lock()))
                        .toList(),
                problem.orders().stream()
                        .filter(order -> done.contains(order.before()) && done.contains(order.after()))
                        .toList(),
                problem.limits(),
                budgets);
    }

    private static List<ScheduleAnswer.Line> lines(ScheduleReading reading, Plan plan, PlanCalendar months) {
        Map<String, String> donors = new HashMap<>();
        reading.problem().budgets().forEach(budget -> donors.put(budget.fund(), budget.title()));
        List<ScheduleAnswer.Line> lines = new ArrayList<>();
        for (PlannedStep step : reading.placed()) {
            Integer start = plan.starts().get(step.id());
            if (start == null) {
                continue;
            }
            int last = Math.max(start, start + step.months().orElse(0) - 1);
            String payer = Optional.ofNullable(plan.payers().get(step.id()))
                    .map(fund -> donors.getOrDefault(fund, ""))
                    .orElseGet(() -> String.join("; ", step.donors()));
            lines.add(new ScheduleAnswer.Line(
                    step.id(),
                    step.title(),
                    step.goals(),
                    step.institutionName(),
                    payer,
                    months.at(start),
                    months.at(last),
                    step.cost(),
                    step.needs().isMust(),
                    step.needs().lock().isPresent(),
                    reading.problem().orders().stream()
                            .filter(order -> order.after().equals(step.id()))
                            .map(ScheduleProblem.Order::before)
                            .distinct()
                            .toList()));
        }
        lines.sort(Comparator.comparing(ScheduleAnswer.Line::begins));
        return lines;
    }

    // --- beside each other ---

    private Optional<PlanComparison> compared(
            PlanBook book,
            ScheduleQuestion question,
            Optional<Item<AgreedPlan>> agreed,
            Found found,
            Planner.Watch watch) {
        List<PlanComparison.Placed> now =
                found.lines().stream().map(PlanComparison.Placed::of).toList();
        boolean isAgainstStanding =
                !question.tries().isEmpty() && question.against().isEmpty();
        if (isAgainstStanding && !watch.isOver()) {
            ScheduleReading standing = new ScheduleReading(book);
            if (standing.faults().isEmpty() && !standing.placed().isEmpty()) {
                Found before = found(standing, question, question.aim(), agreed, watch);
                if (before.plan().isThere()) {
                    return Optional.of(PlanComparison.of(
                            Sentence.of("planning.schedule.standing"),
                            before.lines().stream()
                                    .map(PlanComparison.Placed::of)
                                    .toList(),
                            Sentence.of("planning.schedule.tried"),
                            now));
                }
            }
        }
        return agreed.map(item -> PlanComparison.of(
                Sentence.of(
                        "planning.schedule.agreed",
                        item.value().title(),
                        item.value().on()),
                item.value().starts().stream().map(PlanComparison.Placed::of).toList(),
                Sentence.of(question.tries().isEmpty() ? "planning.schedule.standing" : "planning.schedule.tried"),
                now));
    }

    private List<ScheduleAnswer.Other> others(
            Found found, ScheduleQuestion question, Optional<Item<AgreedPlan>> agreed, Planner.Watch watch) {
        List<ScheduleAnswer.Other> others = new ArrayList<>();
        others.add(other(question.aim(), found, found));
        for (PlanRequest.Aim aim : OTHERS) {
            if (aim != question.aim() && !watch.isOver()) {
                others.add(other(aim, found(found.reading(), question, aim, agreed, watch), found));
            }
        }
        return others;
    }

    private static ScheduleAnswer.Other other(PlanRequest.Aim aim, Found other, Found found) {
        if (!other.plan().isThere()) {
            return new ScheduleAnswer.Other(
                    aim, state(other.plan()), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        Map<Integer, BigDecimal> years = PlanComparison.years(
                other.lines().stream().map(PlanComparison.Placed::of).toList());
        long moved = other.plan().starts().entrySet().stream()
                .filter(start -> !start.getValue().equals(found.plan().starts().get(start.getKey())))
                .count();
        return new ScheduleAnswer.Other(
                aim,
                state(other.plan()),
                other.lines().stream().map(ScheduleAnswer.Line::until).max(Comparator.naturalOrder()),
                Optional.of(
                        years.values().stream().max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO)),
                slack(other),
                Optional.of((int) moved));
    }

    /** Months between steps that wait for each other, and between a step's end and its latest one, each counted up to what is enough, on average: what slack makes best. */
    private static Optional<BigDecimal> slack(Found found) {
        ScheduleProblem problem = found.reading().problem();
        Map<String, Integer> ends = new HashMap<>();
        long sum = 0;
        int count = 0;
        for (ScheduleProblem.Step step : problem.steps()) {
            Integer start = found.plan().starts().get(step.id());
            if (start != null) {
                int end = start + step.duration();
                ends.put(step.id(), end);
                sum += spare(Math.min(problem.horizon(), step.latest().orElse(problem.horizon())) - end);
                count++;
            }
        }
        for (ScheduleProblem.Order order : problem.orders()) {
            Integer end = ends.get(order.before());
            Integer next = found.plan().starts().get(order.after());
            if (end != null && next != null) {
                sum += spare(next - order.lag() - end);
                count++;
            }
        }
        return count == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(count), 1, RoundingMode.HALF_UP));
    }

    private static int spare(int months) {
        return Math.clamp(months, 0, ScheduleModel.ENOUGH_SLACK);
    }

    private static ScheduleAnswer.State state(Plan plan) {
        return switch (plan.state()) {
            case OPTIMAL -> ScheduleAnswer.State.OPTIMAL;
            case FEASIBLE -> ScheduleAnswer.State.FEASIBLE;
            case INFEASIBLE -> ScheduleAnswer.State.INFEASIBLE;
            case NOT_ENOUGH_TIME -> ScheduleAnswer.State.NOT_ENOUGH_TIME;
        };
    }

    // --- telling ---

    private List<String> entries() {
        return view.heads().stream().map(Digest::toString).toList();
    }

    /** The answer as long as nothing is found. */
    public static ScheduleAnswer unplanned(ScheduleQuestion question) {
        return nothing(question, List.of(), List.of());
    }

    private ScheduleAnswer nothing(ScheduleQuestion question, Sentence says) {
        return nothing(question, entries(), List.of(says));
    }

    private static ScheduleAnswer nothing(ScheduleQuestion question, List<String> entries, List<Sentence> says) {
        return new ScheduleAnswer(
                Optional.empty(),
                entries,
                question,
                Optional.empty(),
                Optional.empty(),
                "",
                ScheduleAnswer.State.NOTHING,
                says,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** Puts an answer together. */
    private final class Telling {
        private final PlanBook book;
        private final ScheduleReading reading;
        private final ScheduleQuestion question;
        private Optional<Plan> plan = Optional.empty();
        private List<ScheduleAnswer.Line> lines = List.of();
        private List<ScheduleAnswer.Other> others = List.of();
        private Optional<PlanComparison> comparison = Optional.empty();

        Telling(PlanBook book, ScheduleReading reading, ScheduleQuestion question) {
            this.book = book;
            this.reading = reading;
            this.question = question;
        }

        ScheduleAnswer told() {
            Plan found = plan.orElseThrow();
            return of(state(found), says(found));
        }

        ScheduleAnswer of(ScheduleAnswer.State state, List<Sentence> says) {
            Optional<Plan> there = plan.filter(Plan::isThere);
            return new ScheduleAnswer(
                    Optional.of(book.chain().value().title()),
                    entries(),
                    question,
                    reading.calendar().map(months -> months.at(0)),
                    reading.calendar().map(months -> months.at(months.months() - 1)),
                    reading.currencyCode(),
                    state,
                    says,
                    lines,
                    there.map(found -> found.leftOut().stream()
                                    .map(id -> new ScheduleAnswer.Named(
                                            id,
                                            reading.step(id)
                                                    .map(PlannedStep::title)
                                                    .orElse(id)))
                                    .toList())
                            .orElse(List.of()),
                    reading.lacks(),
                    reading.faults(),
                    plan.map(found -> new ClashWords(reading).of(found.conflict()))
                            .orElse(List.of()),
                    plan.map(Plan::isLeast).orElse(false),
                    there.isPresent() ? years() : List.of(),
                    there.map(this::loads).orElse(List.of()),
                    others,
                    comparison,
                    book.agreed().reversed().stream()
                            .map(item -> new ScheduleAnswer.Agreed(
                                    item.id().toString(),
                                    item.value().title(),
                                    item.value().on()))
                            .toList(),
                    reading.assumed(),
                    there.flatMap(Plan::value),
                    there.flatMap(Plan::bound));
        }

        private List<Sentence> says(Plan found) {
            List<Sentence> says = new ArrayList<>();
            switch (found.state()) {
                case INFEASIBLE ->
                    says.add(Sentence.of(
                            found.isLeast() ? "planning.schedule.says.infeasible" : "planning.schedule.says.not-least",
                            new ClashWords(reading).of(found.conflict()).size()));
                case NOT_ENOUGH_TIME ->
                    says.add(Sentence.of("planning.schedule.says.not-enough-time", question.seconds()));
                case OPTIMAL, FEASIBLE -> {
                    if (lines.isEmpty()) {
                        says.add(Sentence.of("planning.schedule.says.no-room"));
                    } else {
                        says.add(Sentence.of(
                                "planning.schedule.says.planned",
                                lines.size(),
                                lines.getFirst().begins(),
                                lines.stream()
                                        .map(ScheduleAnswer.Line::until)
                                        .max(Comparator.naturalOrder())
                                        .orElseThrow()));
                    }
                    if (!found.leftOut().isEmpty()) {
                        says.add(Sentence.of(
                                "planning.schedule.says.left-out",
                                found.leftOut().size()));
                    }
                    says.add(sure(found));
                }
            }
            long aside = reading.lacks().stream()
                    .filter(lack -> lack.what() == Missing.DURATION || lack.what() == Missing.BEFORE)
                    .map(Affordability.Lack::id)
                    .distinct()
                    .count();
            if (aside > 0) {
                says.add(Sentence.of("planning.schedule.says.aside", aside));
            }
            return says;
        }

        private Sentence sure(Plan found) {
            Sentence aim = Sentence.of("planning.aim." + Term.codeOf(question.aim()));
            if (found.state() == Plan.State.OPTIMAL) {
                return Sentence.of("planning.schedule.says.optimal", aim);
            }
            return found.gap()
                    .map(gap -> Sentence.of(
                            "planning.schedule.says.feasible",
                            aim,
                            BigDecimal.valueOf(gap * 100).setScale(1, RoundingMode.UP)))
                    .orElseGet(() -> Sentence.of("planning.schedule.says.no-bound", aim));
        }

        private List<ScheduleAnswer.Year> years() {
            PlanCalendar months = reading.calendar().orElseThrow();
            Map<Integer, BigDecimal> budgets = new LinkedHashMap<>();
            reading.problem()
                    .budgets()
                    .forEach(budget -> budgets.merge(
                            months.year(budget.span().from()), BigDecimal.valueOf(budget.amount()), BigDecimal::add));
            Map<Integer, BigDecimal> spent = lines.isEmpty()
                    ? Map.of()
                    : Spending.byYear(new Roadmap(
                            "",
                            months.at(0).earliest(),
                            months.at(months.months() - 1).latest(),
                            reading.currencyCode(),
                            lines.stream().map(ScheduleAnswer.Line::bar).toList(),
                            List.of()));
            return months.years().stream()
                    .map(span -> months.year(span.from()))
                    .map(year -> new ScheduleAnswer.Year(
                            year,
                            lines.stream()
                                    .filter(line -> line.begins().year() == year)
                                    .flatMap(line -> line.cost().stream())
                                    .reduce(BigDecimal.ZERO, BigDecimal::add),
                            spent.getOrDefault(year, BigDecimal.ZERO),
                            budgets.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(budgets.getOrDefault(year, BigDecimal.ZERO))))
                    .toList();
        }

        private List<ScheduleAnswer.Load> loads(Plan found) {
            PlanCalendar months = reading.calendar().orElseThrow();
            List<ScheduleAnswer.Load> loads = new ArrayList<>();
            for (ScheduleProblem.Limit limit : reading.problem().limits()) {
                int peak = 0;
                int when = -1;
                for (int month = 0; month < months.months(); month++) {
                    int used = 0;
                    for (ScheduleProblem.Step step : reading.problem().steps()) {
                        Integer start = found.starts().get(step.id());
                        if (start != null && start <= month && month < start + step.duration()) {
                            used += step.uses().getOrDefault(limit.id(), 0);
                        }
                    }
                    if (used > peak) {
                        peak = used;
                        when = month;
                    }
                }
                loads.add(new ScheduleAnswer.Load(
                        limit.id(),
                        limit.title(),
                        limit.capacity(),
                        peak,
                        when < 0 ? Optional.empty() : Optional.of(months.at(when))));
            }
            return loads;
        }
    }

    // --- keeping ---

    /**
     * The plan of an answer as one that is agreed on.
     *
     * @param on the day
     * @throws Failure (wrong use) if nothing is planned, or changes are only tried: what is agreed on has to stand in the workspace
     */
    public Item<AgreedPlan> agreed(ScheduleAnswer answer, String title, PartialDate on, String note) {
        if (answer.steps().isEmpty()) {
            throw Failure.wrongUse(Sentence.of("planning.schedule.agree.nothing"));
        }
        if (!answer.asked().tries().isEmpty()) {
            throw Failure.wrongUse(Sentence.of("planning.schedule.agree.tried"));
        }
        Item<ResultsChain> chain = ResultsChain.planned(view).orElseThrow();
        return Item.fresh(
                AgreedPlan.KIND,
                new AgreedPlan(
                        chain.id(),
                        title.strip(),
                        on,
                        answer.entries(),
                        Term.codeOf(answer.asked().aim()),
                        answer.asked().threads(),
                        answer.asked().seed(),
                        answer.asked().stability(),
                        answer.asked().against(),
                        Term.codeOf(answer.state()),
                        answer.currency(),
                        answer.steps().stream()
                                .map(line -> new AgreedStart(
                                        ItemId.of(line.id()), line.title(), line.begins(), line.until(), line.cost()))
                                .toList(),
                        answer.leftOut().stream()
                                .map(named -> ItemId.of(named.id()))
                                .toList(),
                        note.strip()));
    }
}
