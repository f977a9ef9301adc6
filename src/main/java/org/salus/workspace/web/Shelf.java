package org.salus.workspace.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;
import org.salus.ledger.WorkspaceId;
import org.salus.people.SignedIn;

/**
 * What people have brought and look at before it is taken in. It belongs to the session in which it was brought, and ends: after half an hour, when newer things
 * need its place, of which there is only so much for all, or with the program. Safe for use by several threads.
 *
 * @param <T> what is looked at
 */
public final class Shelf<T> implements AutoCloseable {
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int MOST = 24;
    private static final int MOST_OF_A_SESSION = 4;

    /** Of tables; each row takes about a kilobyte of memory. */
    private static final long MOST_ROWS = 400_000;

    private final InstantSource clock;
    private final long mostWeight;
    private final Consumer<T> ending;
    private final Map<String, Kept<T>> kept = new LinkedHashMap<>();

    /**
     * An empty shelf.
     *
     * @param mostWeight how much all that is kept may weigh together, in the measure of {@link #put}
     * @param ending is done with what has ended, so that nothing of it stays behind
     */
    public Shelf(InstantSource clock, long mostWeight, Consumer<T> ending) {
        this.clock = clock;
        this.mostWeight = mostWeight;
        this.ending = ending;
    }

    /** For tables that are held in memory alone, weighed by their rows. */
    public static <T> Shelf<T> ofRows(InstantSource clock) {
        return new Shelf<>(clock, MOST_ROWS, ended -> {});
    }

    /** Whose something is: a session of an account, in one workspace. */
    private record Whose(AccountId account, String session, WorkspaceId workspace) {
        static Whose of(SignedIn who, WorkspaceId workspace) {
            return new Whose(who.id(), who.session(), workspace);
        }

        boolean isOfSameSession(Whose other) {
            return account.equals(other.account) && session.equals(other.session);
        }
    }

    private record Kept<T>(Whose whose, T what, long weight, long until) {}

    /** Keeps something, and returns the name under which it is found again. */
    public synchronized String put(SignedIn by, WorkspaceId workspace, T what, long weight) {
        forgetOld();
        Whose whose = Whose.of(by, workspace);
        List<String> own = kept.entrySet().stream()
                .filter(one -> one.getValue().whose().isOfSameSession(whose))
                .map(Map.Entry::getKey)
                .toList();
        if (own.size() >= MOST_OF_A_SESSION) {
            forget(own.getFirst());
        }
        while (!kept.isEmpty() && (kept.size() >= MOST || weight + weightKept() > mostWeight)) {
            forget(kept.keySet().iterator().next());
        }
        String key = UUID.randomUUID().toString();
        kept.put(key, new Kept<>(whose, what, weight, until()));
        return key;
    }

    private long weightKept() {
        return kept.values().stream().mapToLong(Kept::weight).sum();
    }

    private long until() {
        return clock.instant().plus(KEPT).toEpochMilli();
    }

    /**
     * What was kept under that name.
     *
     * @throws Failure (not found) if it has ended, or was brought in another session
     */
    public synchronized T get(String key, SignedIn by, WorkspaceId workspace) {
        forgetOld();
        return find(key, by, workspace).what();
    }

    private Kept<T> find(String key, SignedIn by, WorkspaceId workspace) {
        Kept<T> one = kept.get(key);
        if (one == null || !one.whose().equals(Whose.of(by, workspace))) {
            throw Failure.notFound(Sentence.of("workspace.shelf.gone"))
                    .advising(Sentence.of("workspace.shelf.gone.advice"));
        }
        return one;
    }

    /** Keeps something else in its place. */
    public synchronized T change(String key, SignedIn by, WorkspaceId workspace, UnaryOperator<T> how) {
        T next = how.apply(get(key, by, workspace));
        kept.put(
                key,
                new Kept<>(
                        Whose.of(by, workspace), next, find(key, by, workspace).weight(), until()));
        return next;
    }

    /** Ends it. */
    public synchronized void end(String key, SignedIn by, WorkspaceId workspace) {
        get(key, by, workspace);
        forget(key);
    }

    /** Ends everything. */
    @Override
    public synchronized void close() {
        forgetAll(one -> true);
    }

    private void forgetOld() {
        long now = clock.millis();
        forgetAll(one -> one.until() < now);
    }

    private void forgetAll(Predicate<Kept<T>> which) {
        List<String> ended = new ArrayList<>();
        kept.forEach((key, one) -> {
            if (which.test(one)) {
                ended.add(key);
            }
        });
        ended.forEach(this::forget);
    }

    private void forget(String key) {
        Kept<T> one = kept.remove(key);
        if (one != null) {
            ending.accept(one.what());
        }
    }
}
