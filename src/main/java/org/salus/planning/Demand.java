package org.salus.planning;

import org.salus.framework.Sentence;

/** Something a plan has to keep to, and that may have to give where not everything can be had. */
public sealed interface Demand {
    /** What is demanded, in words. */
    Sentence says();

    /** Everything is over by then. */
    record Horizon(int end) implements Demand {
        @Override
        public Sentence says() {
            return Sentence.of("planning.demand.horizon", end);
        }
    }

    /** A step is not left out. */
    record Must(String step, String title) implements Demand {
        @Override
        public Sentence says() {
            return Sentence.of("planning.demand.must", title);
        }
    }

    /** A step begins when somebody has said. */
    record Locked(String step, String title, int start) implements Demand {
        @Override
        public Sentence says() {
            return Sentence.of("planning.demand.locked", title, start);
        }
    }

    /** A step is over by then. */
    record Latest(String step, String title, int end) implements Demand {
        @Override
        public Sentence says() {
            return Sentence.of("planning.demand.latest", title, end);
        }
    }

    /** A step does not begin before. */
    record Earliest(String step, String title, int start) implements Demand {
        @Override
        public Sentence says() {
            return Sentence.of("planning.demand.earliest", title, start);
        }
    }

    /** A step begins within one of its windows. */
    record Windows(String step, String title) implements Demand {
        @Override
        public Sentence says() {
            return Sentence.of("planning.demand.windows", title);
        }
    }

    /** One step waits for another. */
    record Ordered(ScheduleProblem.Order order, String before, String after) implements Demand {
        @Override
        public Sentence says() {
            return Sentence.of("planning.demand.ordered", before, after, order.lag());
        }
    }

    /** No more goes on at the same time than a limit allows. */
    record Within(ScheduleProblem.Limit limit) implements Demand {
        @Override
        public Sentence says() {
            return Sentence.of("planning.demand.within", limit.title(), limit.capacity());
        }
    }

    /** No more is paid than a budget holds. */
    record Paid(ScheduleProblem.Budget budget) implements Demand {
        @Override
        public Sentence says() {
            return Sentence.of(
                    "planning.demand.paid",
                    budget.title(),
                    budget.amount(),
                    budget.span().from(),
                    budget.span().until());
        }
    }
}
