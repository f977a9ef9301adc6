package org.salus.sector.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;
import org.salus.ledger.WorkspaceId;
import org.salus.people.SignedIn;

/**
 * What people have brought and look at before it is taken in. It belongs to the session in which it was brought, is held in memory alone, and ends: after half
 * an hour, or when newer things need its place, of which there is only so much for all. Safe for use by several threads.
 *
 * @param <T> what is looked at
 */
final class ImportShelf<T> {
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int MOST = 24;
    private static final int MOST_OF_A_SESSION = 4;

    /** Of all that is kept together; each row takes about a kilobyte of memory. */
    private static final long MOST_ROWS = 400_000;

    private final InstantSource clock;
    private final Map<String, Kept<T>> kept = new LinkedHashMap<>();

    ImportShelf(InstantSource clock) {
        this.clock = clock;
    }

    /** Whose something is: a session of an account, in one workspace. */
    private record Whose(AccountId account, String session, WorkspaceId workspace) {
        static Whose of(SignedIn who, WorkspaceId workspace) {
            return new Whose(who.id(), who.session(), workspace);
        }
    }

    private record Kept<T>(Whose whose, T what, long rows, long until) {}

    /**
     * Keeps something, and returns the name under which it is found again.
     *
     * @param rows how many rows of a file it holds
     */
    synchronized String put(SignedIn by, WorkspaceId workspace, T what, long rows) {
        forgetOld();
        Whose whose = Whose.of(by, workspace);
        long own = kept.values().stream()
                .filter(one -> one.whose().account().equals(whose.account())
                        && one.whose().session().equals(whose.session()))
                .count();
        if (own >= MOST_OF_A_SESSION) {
            forgetEldest(whose);
        }
        while (!kept.isEmpty() && (kept.size() >= MOST || rows + rowsKept() > MOST_ROWS)) {
            kept.remove(kept.keySet().iterator().next());
        }
        String key = UUID.randomUUID().toString();
        kept.put(key, new Kept<>(whose, what, rows, until()));
        return key;
    }

    private long rowsKept() {
        return kept.values().stream().mapToLong(Kept::rows).sum();
    }

    private long until() {
        return clock.instant().plus(KEPT).toEpochMilli();
    }

    /**
     * What was kept under that name.
     *
     * @throws Failure (not found) if it has ended, or was brought in another session
     */
    synchronized T get(String key, SignedIn by, WorkspaceId workspace) {
        forgetOld();
        Kept<T> one = kept.get(key);
        if (one == null || !one.whose().equals(Whose.of(by, workspace))) {
            throw Failure.notFound(Sentence.of("sector.web.import.gone"))
                    .advising(Sentence.of("sector.web.import.gone.advice"));
        }
        return one.what();
    }

    /** Keeps something else in its place. */
    synchronized T change(String key, SignedIn by, WorkspaceId workspace, UnaryOperator<T> how) {
        T next = how.apply(get(key, by, workspace));
        long rows = java.util.Objects.requireNonNull(kept.get(key)).rows();
        kept.put(key, new Kept<>(Whose.of(by, workspace), next, rows, until()));
        return next;
    }

    /** Ends it. */
    synchronized void end(String key, SignedIn by, WorkspaceId workspace) {
        get(key, by, workspace);
        kept.remove(key);
    }

    private void forgetOld() {
        long now = clock.millis();
        kept.values().removeIf(one -> one.until() < now);
    }

    private void forgetEldest(Whose whose) {
        Iterator<Kept<T>> all = kept.values().iterator();
        while (all.hasNext()) {
            Whose other = all.next().whose();
            if (other.account().equals(whose.account()) && other.session().equals(whose.session())) {
                all.remove();
                return;
            }
        }
    }
}
