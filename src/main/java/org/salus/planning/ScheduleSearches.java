package org.salus.planning;

import java.math.BigDecimal;
import java.time.InstantSource;
import org.salus.ledger.View;
import org.salus.workspace.Search;
import org.salus.workspace.Searches;

/** Searches for schedules in the background, for pages and programs. */
public final class ScheduleSearches implements AutoCloseable {
    private final Searches<ScheduleAnswer> searches = new Searches<>("schedules", InstantSource.system());

    /**
     * The search for that, which is begun if this reader has not asked before, and goes on until it ends or is ended.
     *
     * @throws org.salus.framework.Failure (busy) if too many wait already
     */
    public Search<ScheduleAnswer> of(View view, ScheduleQuestion question) {
        return searches.of(view, question, work(view, question));
    }

    /**
     * The same for somebody who looks how it stands. It ends when the same reader asks about another state of the plan, and makes room for what is asked later.
     *
     * @throws org.salus.framework.Failure (busy) if too many wait already
     */
    public Search<ScheduleAnswer> glance(View view, ScheduleQuestion question) {
        return searches.glance(view, question, work(view, question));
    }

    private static Searches.Work<ScheduleAnswer> work(View view, ScheduleQuestion question) {
        return search -> {
            search.of(question.mostSearches());
            return new ScheduleAnswers(view, Planner.shipped()).answer(question, new Watched(search));
        };
    }

    /** Ends the search for that with the best plan so far, if it goes on. */
    public void enough(View view, ScheduleQuestion question) {
        searches.enough(view, question);
    }

    /**
     * A search that this reader began.
     *
     * @throws org.salus.framework.Failure (not found) if there is none any more
     */
    public Search<ScheduleAnswer> get(View view, String id) {
        return searches.get(view, id);
    }

    @Override
    public void close() {
        searches.close();
    }

    private record Watched(Search<ScheduleAnswer> search) implements Planner.Watch {
        @Override
        public void begun(Runnable stop) {
            search.begun(stop);
        }

        @Override
        public boolean isOver() {
            return search.isOver();
        }

        @Override
        public void better(long value, long bound) {
            search.better(BigDecimal.valueOf(value), BigDecimal.valueOf(bound));
        }
    }
}
