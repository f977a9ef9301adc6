package org.salus.planning;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.salus.framework.PartialDate;
import org.salus.framework.ResultLevel;
import org.salus.ledger.View;

/**
 * What is said for the schedule of a workspace, before any plan is looked for, as one reader sees it.
 *
 * @param steps of the chain that is planned, in its order
 * @param boxes whatever can be a step: objectives, results and support of the chain
 * @param limits of institutions and areas
 * @param budgets of donors
 * @param windows that steps can keep to
 * @param frame the item that says in what time is planned; empty where nobody has said
 * @param offered what the library of preconditions has to say about the steps
 */
public record PlanningBoard(
        List<Step> steps,
        List<Titled> boxes,
        List<Titled> limits,
        List<Titled> budgets,
        List<Titled> windows,
        Optional<String> frame,
        PreconditionLibrary.Offered offered) {
    public PlanningBoard {
        steps = List.copyOf(steps);
        boxes = List.copyOf(boxes);
        limits = List.copyOf(limits);
        budgets = List.copyOf(budgets);
        windows = List.copyOf(windows);
    }

    /**
     * A step, as far as somebody has said something of it.
     *
     * @param id of the box
     * @param item where that can be changed: the box itself where nothing is said yet
     * @param types what it is in the order of a reform: said, or else told by its means
     * @param months how long it takes
     */
    public record Step(
            String id,
            String title,
            String item,
            Set<StepType> types,
            Optional<Integer> months,
            Optional<PartialDate> earliest,
            Optional<PartialDate> latest,
            Optional<PartialDate> lock,
            boolean must,
            Optional<BigDecimal> priority) {
        public Step {
            types = Collections.unmodifiableSet(new TreeSet<>(types));
        }
    }

    /** An item by its name. */
    public record Titled(String id, String title) {}

    /**
     * What a view shows.
     *
     * @param language in which the library of preconditions speaks
     */
    public static PlanningBoard of(View view, Locale language) {
        Optional<PlanBook> found = PlanBook.of(view);
        if (found.isEmpty()) {
            return new PlanningBoard(
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    PreconditionLibrary.Offered.NOTHING);
        }
        PlanBook book = found.get();
        ScheduleReading reading = new ScheduleReading(book);
        return new PlanningBoard(
                reading.steps().stream().map(step -> step(reading, step)).toList(),
                book.boxes().boxes().stream()
                        .filter(item -> item.value().level() != ResultLevel.GOAL)
                        .map(item ->
                                new Titled(item.id().toString(), item.value().title()))
                        .toList(),
                book.limits().stream()
                        .map(item ->
                                new Titled(item.id().toString(), item.value().title()))
                        .toList(),
                book.budgets().stream()
                        .map(item ->
                                new Titled(item.id().toString(), item.value().donor()))
                        .toList(),
                book.windows().stream()
                        .map(item ->
                                new Titled(item.id().toString(), item.value().title()))
                        .toList(),
                book.frame().map(item -> item.id().toString()),
                PreconditionLibrary.shipped(language).offered(book, reading.steps()));
    }

    private static Step step(ScheduleReading reading, PlannedStep step) {
        return new Step(
                step.id(),
                step.title(),
                reading.home(step).toString(),
                step.types(),
                step.months(),
                step.needs().earliest(),
                step.needs().latest(),
                step.needs().lock(),
                step.needs().isMust(),
                step.needs().priority());
    }
}
