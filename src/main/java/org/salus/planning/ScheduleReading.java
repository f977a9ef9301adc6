package org.salus.planning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.framework.PartialDate;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.goals.Box;
import org.salus.goals.Goal;
import org.salus.goals.Means;
import org.salus.goals.Objective;
import org.salus.goals.Result;
import org.salus.goals.Support;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/**
 * Turns what people said into a schedule to be found. Steps are the objectives of the chain, every other box of which somebody said something as a step, and whatever is in a kept order. A step
 * without a duration has no place in time: it is named and left aside, and so is what waits for it. Nothing unknown is taken for none. Pure.
 */
final class ScheduleReading {
    private static final int MOST_MONTHS = StepNeeds.LONGEST_MONTHS;

    private final PlanBook book;
    private final List<PlannedStep> steps = new ArrayList<>();
    private final List<PlannedStep> placed = new ArrayList<>();
    private final List<Affordability.Lack> lacks = new ArrayList<>();
    private final List<ScheduleAnswer.Fault> faults = new ArrayList<>();
    private final List<Sentence> assumed = new ArrayList<>();
    private final String currency;
    private final Optional<PlanCalendar> calendar;
    private final ScheduleProblem problem;

    ScheduleReading(PlanBook book) {
        this.book = book;
        this.currency = currency();
        readSteps();
        this.calendar = readCalendar();
        this.problem = calendar.map(this::problem)
                .orElseGet(() -> new ScheduleProblem(0, List.of(), List.of(), List.of(), List.of()));
        if (faults.isEmpty()) {
            // A merge may bring what no rule would have accepted.
            problem.faults().forEach(says -> faults.add(fault(says, Optional.empty())));
        }
    }

    /** The months of the plan; empty where nobody has said when it begins or ends. */
    Optional<PlanCalendar> calendar() {
        return calendar;
    }

    /** ISO 4217; empty where no amount has one. */
    String currencyCode() {
        return currency;
    }

    /** All steps, in the order of the chain. */
    List<PlannedStep> steps() {
        return List.copyOf(steps);
    }

    /** Those that have a place in time. */
    List<PlannedStep> placed() {
        return List.copyOf(placed);
    }

    /** What has not been said, step by step. */
    List<Affordability.Lack> lacks() {
        return List.copyOf(lacks);
    }

    /** What cannot be meant. If there is any, there is no plan. */
    List<ScheduleAnswer.Fault> faults() {
        return List.copyOf(faults);
    }

    /** What was taken for so because nobody has said. */
    List<Sentence> assumed() {
        return List.copyOf(assumed);
    }

    ScheduleProblem problem() {
        return problem;
    }

    Optional<PlannedStep> step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    private String currency() {
        String said = book.frame().map(item -> item.value().currency()).orElse("");
        if (!said.isEmpty()) {
            return said;
        }
        Map<String, Integer> counts = new TreeMap<>();
        book.boxes().list(Objective.KIND).stream()
                .map(item -> item.value().cost())
                .filter(cost -> cost.once().isPresent() && !cost.currency().isEmpty())
                .forEach(cost -> counts.merge(cost.currency(), 1, Integer::sum));
        String usual = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
        if (!usual.isEmpty()) {
            assumed.add(Sentence.of("planning.schedule.assumed.currency", usual));
        }
        return usual;
    }

    // --- steps ---

    private void readSteps() {
        Set<ItemId> asked = new HashSet<>();
        book.needs().forEach(item -> asked.add(item.value().box()));
        book.orders().stream().map(Item::value).filter(StepOrder::isKept).forEach(order -> {
            asked.add(order.before());
            asked.add(order.after());
        });
        for (Item<? extends Box> box : book.boxes().boxes()) {
            boolean isStep =
                    box.value() instanceof Objective || (!(box.value() instanceof Goal) && asked.contains(box.id()));
            if (isStep) {
                steps.add(step(box));
            }
        }
    }

    private PlannedStep step(Item<? extends Box> box) {
        Optional<Item<StepNeeds>> said = book.needs(box.id());
        StepNeeds needs =
                said.map(Item::value).orElseGet(() -> StepNeeds.of(book.chain().id(), box.id()));
        Set<ItemId> before = book.boxes().before(box.id());
        List<Item<Goal>> goals =
                among(book.boxes().after(box.id()), book.boxes().list(Goal.KIND));
        Optional<Objective> objective = objective(box);
        Optional<ItemId> institution = objective.flatMap(Objective::institution);
        List<Support> support = Stream.concat(
                        Stream.of(box.value()),
                        among(before, book.boxes().list(Support.KIND)).stream().map(Item::value))
                .flatMap(value -> value instanceof Support one ? Stream.of(one) : Stream.<Support>empty())
                .toList();
        return new PlannedStep(
                box.id(),
                box.value().title(),
                goals.stream().map(goal -> goal.value().title()).toList(),
                institution,
                institution
                        .flatMap(book::institution)
                        .or(() -> objective.map(Objective::institutionName))
                        .orElse(""),
                support.stream().flatMap(one -> one.area().stream()).collect(Collectors.toSet()),
                types(box.value(), needs),
                support.stream()
                        .map(Support::donor)
                        .filter(donor -> !donor.isBlank())
                        .distinct()
                        .toList(),
                needs,
                said.isPresent(),
                cost(box, needs),
                priority(needs, goals));
    }

    private static <T extends Record> List<Item<T>> among(Collection<ItemId> ids, List<Item<T>> all) {
        return all.stream().filter(item -> ids.contains(item.id())).toList();
    }

    /** The objective itself, or the only one that a result or support leads to: whose institution carries it. */
    private Optional<Objective> objective(Item<? extends Box> box) {
        if (box.value() instanceof Objective own) {
            return Optional.of(own);
        }
        List<Item<Objective>> led =
                among(book.boxes().after(box.id()), book.boxes().list(Objective.KIND));
        return led.size() == 1 ? Optional.of(led.getFirst().value()) : Optional.empty();
    }

    private static Set<StepType> types(Box box, StepNeeds needs) {
        if (needs.type().isPresent()) {
            return Set.of(needs.type().get());
        }
        Optional<Means> means = switch (box) {
            case Result result -> result.means();
            case Support support -> support.means();
            default -> Optional.empty();
        };
        return means.<Set<StepType>>map(by -> switch (by) {
                    case RULES -> EnumSet.of(StepType.LAW);
                    case TRAIN -> EnumSet.of(StepType.TRAINING);
                    case EQUIP -> EnumSet.of(StepType.EQUIPMENT);
                    case OVERSEE -> EnumSet.of(StepType.OVERSIGHT);
                    case ADVISE, FUND, CONVENE, OTHER -> EnumSet.noneOf(StepType.class);
                })
                .orElse(Set.of());
    }

    private Optional<BigDecimal> cost(Item<? extends Box> box, StepNeeds needs) {
        Optional<BigDecimal> amount = needs.cost();
        String unit = needs.currency();
        if (box.value() instanceof Objective objective) {
            amount = objective.cost().once();
            unit = objective.cost().currency();
            if (amount.isEmpty()) {
                lack(box, Missing.ONCE);
            }
        }
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        if (amount.get().signum() < 0) {
            lack(box, Missing.NEGATIVE);
            return Optional.empty();
        }
        Optional<BigDecimal> converted = converted(amount.get(), unit);
        if (converted.isEmpty()) {
            lack(box, Missing.RATE);
        }
        return converted;
    }

    private void lack(Item<? extends Box> box, Missing what) {
        lacks.add(new Affordability.Lack(box.id().toString(), box.value().title(), what));
    }

    /** In the currency of the plan, at a rate that a fiscal outlook in that currency gives. */
    private Optional<BigDecimal> converted(BigDecimal amount, String unit) {
        return unit.equals(currency)
                ? Optional.of(amount)
                : book.outlooks().stream()
                        .flatMap(outlook -> outlook.value().space().stream())
                        .filter(space -> space.currency().equals(currency))
                        .flatMap(space -> space.worth(unit).stream())
                        .findFirst()
                        .map(worth -> FiscalSpace.round(amount.multiply(worth)));
    }

    private int priority(StepNeeds needs, List<Item<Goal>> goals) {
        if (needs.priority().isPresent()) {
            return Math.max(1, needs.priority().get().intValue());
        }
        Map<ItemId, Integer> weights = new HashMap<>();
        book.frame()
                .ifPresent(frame -> frame.value()
                        .weights()
                        .forEach(one -> weights.put(one.goal(), one.weight().intValue())));
        return Math.max(
                1,
                goals.stream()
                        .mapToInt(goal -> weights.getOrDefault(goal.id(), 1))
                        .sum());
    }

    // --- time ---

    private Optional<PlanCalendar> readCalendar() {
        Optional<PartialDate> from = book.frame().flatMap(item -> item.value().from());
        Optional<PartialDate> until = book.frame().flatMap(item -> item.value().until());
        List<Objective> objectives =
                book.boxes().list(Objective.KIND).stream().map(Item::value).toList();
        if (from.isEmpty()) {
            from = objectives.stream().flatMap(one -> one.begins().stream()).min(Comparator.naturalOrder());
            from.ifPresent(day -> assumed.add(Sentence.of("planning.schedule.assumed.from", day)));
        }
        if (until.isEmpty()) {
            until = objectives.stream()
                    .flatMap(one -> one.until().stream())
                    .max(Comparator.comparing(PartialDate::latest));
            until.ifPresent(day -> assumed.add(Sentence.of("planning.schedule.assumed.until", day)));
        }
        if (from.isEmpty() || until.isEmpty()) {
            faults.add(fault(Sentence.of("planning.schedule.fault.no-time"), Optional.empty()));
            return Optional.empty();
        }
        PlanCalendar found = PlanCalendar.of(from.get(), until.get());
        if (found.months() < 1 || found.months() > MOST_MONTHS) {
            faults.add(fault(
                    Sentence.of("planning.schedule.fault.time", from.get(), until.get(), MOST_MONTHS / 12),
                    book.frame().map(Item::id)));
            return Optional.empty();
        }
        return Optional.of(found);
    }

    private static ScheduleAnswer.Fault fault(Sentence says, Optional<ItemId> item) {
        return new ScheduleAnswer.Fault(says, item.map(ItemId::toString));
    }

    /** The item that says in what time the chain is planned; empty where nobody has said. */
    Optional<ItemId> frameId() {
        return book.frame().map(Item::id);
    }

    /** Where what is said of a step can be changed: what somebody said of it, or the box. */
    ItemId home(PlannedStep step) {
        return step.isSaid() ? StepNeeds.id(step.box()) : step.box();
    }

    // --- the problem ---

    private ScheduleProblem problem(PlanCalendar months) {
        List<StepOrder> kept = book.orders().stream()
                .map(Item::value)
                .filter(StepOrder::isKept)
                .toList();
        Set<ItemId> aside = aside(kept);
        steps.stream().filter(step -> !aside.contains(step.box())).forEach(placed::add);
        List<ScheduleProblem.Limit> limits = limits();
        List<ScheduleProblem.Step> all =
                placed.stream().map(step -> step(step, months, limits)).toList();
        List<ScheduleProblem.Order> orders = kept.stream()
                .filter(order -> !aside.contains(order.before()) && !aside.contains(order.after()))
                .map(order -> new ScheduleProblem.Order(
                        order.before().toString(),
                        order.after().toString(),
                        order.lag().map(BigDecimal::intValue).orElse(0),
                        order.precondition()))
                .toList();
        ScheduleProblem.circle(all.stream().map(ScheduleProblem.Step::id).toList(), orders)
                .ifPresent(around -> faults.add(fault(
                        Sentence.of(
                                "planning.fault.circle",
                                around.stream()
                                        .map(id ->
                                                step(id).map(PlannedStep::title).orElse(id))
                                        .collect(Collectors.joining(" → "))),
                        orders.stream()
                                .filter(order -> around.contains(order.before()) && around.contains(order.after()))
                                .findFirst()
                                .map(ScheduleReading::home))));
        return new ScheduleProblem(months.months(), all, orders, limits, budgets(months));
    }

    /** The item that says an order. */
    static ItemId home(ScheduleProblem.Order order) {
        return StepOrder.id(ItemId.of(order.before()), ItemId.of(order.after()), order.reason());
    }

    /** Steps without a duration, and whatever waits for them, however far. */
    private Set<ItemId> aside(List<StepOrder> kept) {
        Set<ItemId> aside = new LinkedHashSet<>();
        for (PlannedStep step : steps) {
            if (step.months().isEmpty()) {
                aside.add(step.box());
                lacks.add(new Affordability.Lack(step.id(), step.title(), Missing.DURATION));
            }
        }
        boolean isGrowing = true;
        while (isGrowing) {
            isGrowing = false;
            for (StepOrder order : kept) {
                if (aside.contains(order.before()) && aside.add(order.after())) {
                    isGrowing = true;
                    step(order.after().toString())
                            .ifPresent(
                                    step -> lacks.add(new Affordability.Lack(step.id(), step.title(), Missing.BEFORE)));
                }
            }
        }
        return aside;
    }

    private ScheduleProblem.Step step(PlannedStep step, PlanCalendar months, List<ScheduleProblem.Limit> limits) {
        Optional<Box> box = book.boxes().box(step.box()).map(Item::value);
        Optional<PartialDate> begins = step.needs()
                .earliest()
                .or(() -> box.flatMap(value -> value instanceof Objective own ? own.begins() : Optional.empty()));
        Optional<PartialDate> due = step.needs()
                .latest()
                .or(() -> box.filter(value -> !(value instanceof Support)).flatMap(Box::due));
        int duration = step.months().orElse(0);
        int earliest =
                Math.max(0, begins.map(day -> months.month(day.earliest())).orElse(0));
        Optional<Integer> latest = due.map(day -> months.month(day.latest()) + 1);
        Optional<ItemId> home = Optional.of(home(step));
        if (latest.filter(end -> end < earliest + duration).isPresent()) {
            faults.add(fault(
                    Sentence.of(
                            "planning.schedule.fault.latest",
                            step.title(),
                            due.orElseThrow(),
                            months.at(earliest),
                            duration),
                    home));
        }
        Optional<Integer> lock = step.needs().lock().map(day -> months.month(day.earliest()));
        if (lock.filter(month -> month < 0 || month >= months.months()).isPresent()) {
            faults.add(fault(
                    Sentence.of(
                            "planning.schedule.fault.lock",
                            step.title(),
                            step.needs().lock().orElseThrow()),
                    home));
        }
        List<ScheduleProblem.Window> windows = windows(step, months);
        return new ScheduleProblem.Step(
                step.id(),
                step.title(),
                duration,
                earliest,
                latest,
                windows,
                uses(step, limits),
                step.cost().map(amount -> whole(amount, RoundingMode.UP)).orElse(0L),
                step.priority(),
                step.needs().isMust(),
                lock);
    }

    /** In whole units; one more than can be planned with where it is larger than that, so that it is named as a fault. */
    private static long whole(BigDecimal amount, RoundingMode rounding) {
        return amount.setScale(0, rounding)
                .min(BigDecimal.valueOf(ScheduleProblem.MOST_AMOUNT + 1))
                .longValue();
    }

    /** The months in which a step may begin, as spans; none where it keeps to no window. */
    private List<ScheduleProblem.Window> windows(PlannedStep step, PlanCalendar months) {
        List<PlanWindow> named = step.needs().windows().stream()
                .flatMap(one -> book.window(one.window()).stream())
                .toList();
        if (named.isEmpty()) {
            return List.of();
        }
        boolean isAnyOpen = named.stream().anyMatch(window -> !window.isClosed());
        List<ScheduleProblem.Window> spans = new ArrayList<>();
        int from = -1;
        for (int month = 0; month <= months.months(); month++) {
            int now = month;
            boolean isOpen = month < months.months()
                    && (!isAnyOpen
                            || named.stream().anyMatch(window -> !window.isClosed() && holds(window, now, months)))
                    && named.stream().noneMatch(window -> window.isClosed() && holds(window, now, months));
            if (isOpen && from < 0) {
                from = month;
            } else if (!isOpen && from >= 0) {
                spans.add(new ScheduleProblem.Window(from, month - 1));
                from = -1;
            }
        }
        if (spans.isEmpty()) {
            faults.add(fault(
                    Sentence.of(
                            "planning.schedule.fault.windows",
                            step.title(),
                            named.stream().map(PlanWindow::title).collect(Collectors.joining("; "))),
                    Optional.of(home(step))));
        }
        return spans;
    }

    private static boolean holds(PlanWindow window, int month, PlanCalendar months) {
        return window.from().filter(day -> months.month(day.earliest()) > month).isEmpty()
                && window.until()
                        .filter(day -> months.month(day.latest()) < month)
                        .isEmpty();
    }

    private List<ScheduleProblem.Limit> limits() {
        List<ScheduleProblem.Limit> limits = new ArrayList<>();
        for (Item<AbsorptionLimit> item : book.limits()) {
            item.value()
                    .capacity()
                    .ifPresentOrElse(
                            capacity -> limits.add(new ScheduleProblem.Limit(
                                    item.id().toString(), item.value().title(), capacity.intValue())),
                            () -> lacks.add(new Affordability.Lack(
                                    item.id().toString(), item.value().title(), Missing.CAPACITY)));
        }
        if (limits.isEmpty()) {
            assumed.add(Sentence.of("planning.schedule.assumed.no-limit"));
        }
        return limits;
    }

    private Map<String, Integer> uses(PlannedStep step, List<ScheduleProblem.Limit> limits) {
        Map<String, Integer> uses = new LinkedHashMap<>();
        for (ScheduleProblem.Limit limit : limits) {
            ItemId id = ItemId.of(limit.id());
            Optional<AbsorptionLimit> said = book.limits().stream()
                    .filter(item -> item.id().equals(id))
                    .map(Item::value)
                    .findFirst();
            boolean isOwn = said.filter(one ->
                            (one.institution().isPresent() && one.institution().equals(step.institution()))
                                    || one.area().filter(step.areas()::contains).isPresent())
                    .isPresent();
            int use = step.needs().uses().stream()
                    .filter(one -> one.limit().equals(id))
                    .map(one -> one.amount().intValue())
                    .findFirst()
                    .orElse(isOwn ? 1 : 0);
            if (use > 0) {
                uses.put(limit.id(), use);
            }
        }
        return uses;
    }

    private List<ScheduleProblem.Budget> budgets(PlanCalendar months) {
        List<ScheduleProblem.Budget> budgets = new ArrayList<>();
        for (Item<PlanBudget> item : book.budgets()) {
            PlanBudget budget = item.value();
            Optional<Set<String>> paid = paid(budget);
            if (paid.isPresent() && paid.get().isEmpty()) {
                assumed.add(Sentence.of("planning.schedule.assumed.pays-nothing", budget.donor()));
                continue;
            }
            for (BudgetYear year : budget.years()) {
                int first = Math.max(0, months.month(year.year().earliest()));
                int last =
                        Math.min(months.months() - 1, months.month(year.year().latest()));
                if (first > last) {
                    continue;
                }
                Optional<BigDecimal> amount = converted(year.amount(), budget.currency());
                if (amount.isEmpty()) {
                    assumed.add(Sentence.of("planning.schedule.assumed.no-rate", budget.donor(), budget.currency()));
                    break;
                }
                budgets.add(new ScheduleProblem.Budget(
                        item.id() + "/" + year.year(),
                        item.id().toString(),
                        budget.donor(),
                        new ScheduleProblem.Window(first, last),
                        whole(amount.get(), RoundingMode.DOWN),
                        paid.orElse(Set.of())));
            }
        }
        if (budgets.isEmpty()) {
            assumed.add(Sentence.of("planning.schedule.assumed.no-budget"));
        }
        return budgets;
    }

    /** The steps a budget may pay for; empty if it may pay for all. */
    private Optional<Set<String>> paid(PlanBudget budget) {
        if (!budget.earmarks().isEmpty()) {
            Set<ItemId> marked = budget.earmarks().stream().map(Earmark::step).collect(Collectors.toSet());
            return Optional.of(placed.stream()
                    .filter(step -> marked.contains(StepNeeds.id(step.box())))
                    .map(PlannedStep::id)
                    .collect(Collectors.toSet()));
        }
        Set<ReformArea> areas = Set.copyOf(budget.areas());
        return areas.isEmpty()
                ? Optional.empty()
                : Optional.of(placed.stream()
                        .filter(step -> step.areas().stream().anyMatch(areas::contains))
                        .map(PlannedStep::id)
                        .collect(Collectors.toSet()));
    }
}
