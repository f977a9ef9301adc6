package org.salus.planning.web;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.planning.Planner;
import org.salus.planning.ScheduleAnswer;

/** A search for a schedule that somebody waits for. Used by the thread that looks and by those that watch. */
final class Search implements Planner.Watch {
    /** How far it has come. */
    enum State {
        WAITING,
        LOOKING,
        DONE,
        FAILED
    }

    /**
     * How it stands at one moment. A page is made of one of these.
     *
     * @param number of the search that goes on, from 1; 0 before the first
     * @param seconds since that began
     * @param value of the best plan so far; empty while there is none
     * @param bound no plan has a better value
     * @param answer what was found; null until it is done
     * @param failure why there is none; null unless it failed
     */
    record Standing(
            State state,
            int number,
            long seconds,
            Optional<Long> value,
            Optional<Long> bound,
            @Nullable ScheduleAnswer answer,
            @Nullable Failure failure) {
        boolean isRunning() {
            return state == State.WAITING || state == State.LOOKING;
        }
    }

    private final CountDownLatch over = new CountDownLatch(1);
    private State state = State.WAITING;
    private int number;
    private long begun;
    private boolean isCancelled;
    private Optional<Long> value = Optional.empty();
    private Optional<Long> bound = Optional.empty();
    private Runnable stop = () -> {};
    private @Nullable ScheduleAnswer answer;
    private @Nullable Failure failure;

    synchronized Standing standing() {
        return new Standing(
                state,
                number,
                number == 0 ? 0 : TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun),
                value,
                bound,
                answer,
                failure);
    }

    /** Waits for its end, at most so long. */
    void await(long milliseconds) {
        try {
            if (!over.await(milliseconds, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it with the best plan so far. */
    void cancel() {
        Runnable now;
        synchronized (this) {
            isCancelled = true;
            now = stop;
        }
        now.run();
    }

    synchronized void found(ScheduleAnswer plan) {
        state = State.DONE;
        answer = plan;
        over.countDown();
    }

    synchronized void failed(Failure why) {
        state = State.FAILED;
        failure = why;
        over.countDown();
    }

    @Override
    public synchronized void begun(Runnable stopping) {
        state = State.LOOKING;
        number++;
        begun = System.nanoTime();
        value = Optional.empty();
        bound = Optional.empty();
        stop = stopping;
    }

    @Override
    public synchronized boolean isOver() {
        return isCancelled;
    }

    @Override
    public void better(long newValue, long newBound) {
        boolean isEnough;
        Runnable now;
        synchronized (this) {
            value = Optional.of(newValue);
            bound = Optional.of(newBound);
            isEnough = isCancelled;
            now = stop;
        }
        // Cancelled in the moment before the solver could hear of it.
        if (isEnough) {
            now.run();
        }
    }
}
