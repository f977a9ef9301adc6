package org.salus.planning.api;

import java.time.Duration;
import org.salus.planning.Planner;

/**
 * Ends what is looked for, with the best plan so far, once a request has waited long enough: a question with other plans and a comparison is several searches, each as long as was asked for. Used by the
 * thread that asks, those of the search, and its own; closed when the answer is there.
 */
final class Deadline implements Planner.Watch, AutoCloseable {
    private final Thread clock;
    private boolean isPast;
    private Runnable stop = () -> {};

    /** Ends it after so long. */
    Deadline(Duration longest) {
        this.clock = Thread.ofVirtual().name("schedule-deadline").start(() -> {
            try {
                Thread.sleep(longest);
                pass();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void pass() {
        Runnable now;
        synchronized (this) {
            isPast = true;
            now = stop;
        }
        now.run();
    }

    @Override
    public void begun(Runnable stopping) {
        boolean isTooLate;
        synchronized (this) {
            stop = stopping;
            isTooLate = isPast;
        }
        if (isTooLate) {
            stopping.run();
        }
    }

    @Override
    public synchronized boolean isOver() {
        return isPast;
    }

    @Override
    public void better(long value, long bound) {
        Runnable now;
        synchronized (this) {
            if (!isPast) {
                return;
            }
            now = stop;
        }
        // Past in the moment before the solver could hear of it.
        now.run();
    }

    @Override
    public void close() {
        clock.interrupt();
    }
}
