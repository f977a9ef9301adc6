package org.salus.planning;

/** Finds plans. What it is made of stays behind this interface. */
public interface Planner {
    /** Looks on while a plan is looked for. Called from threads of the search. */
    interface Watch {
        /** Nobody looks on. */
        Watch NOBODY = new Watch() {};

        /** The search has begun; to be run to end it early with the best plan so far. */
        default void begun(Runnable stop) {}

        /** Whether whoever looks on has had enough: what is found by then is told, and nothing else is looked for. */
        default boolean isOver() {
            return false;
        }

        /**
         * A better plan was found.
         *
         * @param value of the aim
         * @param bound no plan has a better value than this, as far as is known
         */
        default void better(long value, long bound) {}
    }

    /**
     * A plan, or what is in its way.
     *
     * @throws IllegalArgumentException if the problem has faults
     * @throws org.salus.framework.Failure (not possible) if the solver cannot be loaded on this machine
     */
    Plan plan(ScheduleProblem problem, PlanRequest request, Watch watch);

    /** The solver that comes with the program. */
    static Planner shipped() {
        return new ConstraintPlanner();
    }
}
