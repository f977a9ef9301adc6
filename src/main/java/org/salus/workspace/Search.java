package org.salus.workspace;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.ledger.View;

/**
 * Something that is looked for while somebody waits: how far it has come, and what was found. Used by the thread that looks and by those that watch.
 *
 * @param <A> what is found
 */
public final class Search<A> {
    /** How far it has come. */
    public enum State {
        WAITING,
        LOOKING,
        DONE,
        /** Ended before anything was found. */
        CANCELLED,
        FAILED
    }

    /**
     * How it stands at one moment. Pages and answers are made of one of these.
     *
     * @param number of the part that is worked on, or of those that are done, from 1; 0 before the first
     * @param most how many parts there are at most; 0 while that is not known
     * @param seconds since the present part, or the whole, began, up to its end
     * @param best what is best so far; empty while there is nothing
     * @param bound nothing is better; empty where that is not known
     * @param answer what was found; null until it is done
     * @param failure why there is nothing; null unless it failed
     * @param isEndedEarly whether whoever asked had had enough
     * @param <A> what is found
     */
    public record Standing<A>(
            State state,
            int number,
            int most,
            long seconds,
            Optional<BigDecimal> best,
            Optional<BigDecimal> bound,
            @Nullable A answer,
            @Nullable Failure failure,
            boolean isEndedEarly) {
        /** Whether it is still waited for. */
        public boolean isRunning() {
            return state == State.WAITING || state == State.LOOKING;
        }

        /** Of what nobody began to look for. */
        public static <A> Standing<A> notBegun() {
            return new Standing<>(State.CANCELLED, 0, 0, 0, Optional.empty(), Optional.empty(), null, null, false);
        }
    }

    private final String id;
    private final InstantSource clock;
    private final View.Extent extent;
    private final CountDownLatch over = new CountDownLatch(1);
    private State state = State.WAITING;
    private int number;
    private int most;
    private long begun;
    private boolean isEnough;
    private Optional<BigDecimal> best = Optional.empty();
    private Optional<BigDecimal> bound = Optional.empty();
    private Runnable stop = () -> {};
    private @Nullable A answer;
    private @Nullable Failure failure;
    private @Nullable Instant ended;
    private long left;
    private boolean isKept;
    private long asked;

    /** @param extent what the view shows in which it is looked for */
    Search(String id, View.Extent extent, InstantSource clock) {
        this.id = id;
        this.extent = extent;
        this.clock = clock;
    }

    /** By which it is asked for again. */
    public String id() {
        return id;
    }

    /** How it stands now. */
    public synchronized Standing<A> standing() {
        return new Standing<>(
                state,
                number,
                Math.max(number, most),
                state == State.WAITING
                        ? 0
                        : TimeUnit.NANOSECONDS.toSeconds((ended == null ? System.nanoTime() : left) - begun),
                best,
                bound,
                answer,
                failure,
                isEnough);
    }

    /** Waits for its end, at most so long. */
    public void await(long milliseconds) {
        try {
            if (!over.await(milliseconds, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it with the best so far, or with nothing. */
    public void cancel() {
        Runnable now;
        synchronized (this) {
            if (state == State.WAITING || state == State.LOOKING) {
                isEnough = true;
            }
            now = stop;
        }
        now.run();
    }

    /** Whether whoever asked has had enough. */
    public synchronized boolean isOver() {
        return isEnough;
    }

    /** Says of how many parts it is at most. */
    public synchronized void of(int parts) {
        most = parts;
    }

    /** The next part begins, about which nothing is known yet. */
    public synchronized void begun(Runnable stopping) {
        number++;
        begun = System.nanoTime();
        best = Optional.empty();
        bound = Optional.empty();
        stop = stopping;
    }

    /** So many parts are done. */
    public synchronized void done(int parts) {
        number = Math.max(number, parts);
    }

    /**
     * Something better was found.
     *
     * @param value of it
     * @param limit nothing is better than this; null where that is not known
     */
    public void better(BigDecimal value, @Nullable BigDecimal limit) {
        boolean hasEnough;
        Runnable now;
        synchronized (this) {
            best = Optional.of(value);
            bound = Optional.ofNullable(limit);
            hasEnough = isEnough;
            now = stop;
        }
        // Cancelled in the moment before whoever looks could hear of it.
        if (hasEnough) {
            now.run();
        }
    }

    View.Extent extent() {
        return extent;
    }

    /** Somebody waits for its end. */
    synchronized void keep() {
        isKept = true;
    }

    synchronized boolean isKept() {
        return isKept;
    }

    /** It was asked for; the number grows with every question. */
    synchronized void asked(long number) {
        asked = number;
    }

    synchronized long asked() {
        return asked;
    }

    synchronized void looking() {
        state = State.LOOKING;
        begun = System.nanoTime();
    }

    synchronized void found(A what) {
        answer = what;
        end(State.DONE);
    }

    synchronized void cancelled() {
        end(State.CANCELLED);
    }

    synchronized void failed(Failure why) {
        failure = why;
        end(State.FAILED);
    }

    private void end(State how) {
        state = how;
        stop = () -> {};
        ended = clock.instant();
        left = System.nanoTime();
        over.countDown();
    }

    /** When it ended; empty while it goes on. */
    synchronized Optional<Instant> ended() {
        return Optional.ofNullable(ended);
    }
}
