package org.salus.workspace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Standing;
import org.salus.ledger.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Long searches of one kind in the background, one at a time, for pages and programs alike. The same question about the same state has the same answer for the same reader,
 * and is found again for half an hour after its end; nobody else finds it. Where questions say themselves all that their answers depend on, the state is left out of it. Safe for use by
 * several threads.
 *
 * @param <A> what is found
 */
public final class Searches<A> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Searches.class);
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int REMEMBERED = 60;
    private static final int MOST_WAITING = 20;
    private static final int MOST_OF_ONE = 8;

    private final InstantSource clock;
    private final boolean isOfTheState;
    private final ExecutorService looking;
    private final Map<Key, Search<A>> searches = new LinkedHashMap<>();

    /**
     * None yet, of questions about the state of a workspace.
     *
     * @param name of the thread that looks, for whoever looks after the server
     */
    public Searches(String name, InstantSource clock) {
        this(name, clock, true);
    }

    /**
     * None yet, of questions that say themselves all that their answers depend on: what else is written in the workspace meanwhile makes no other question of them.
     *
     * @param name of the thread that looks, for whoever looks after the server
     * @param <A> what is found
     */
    public static <A> Searches<A> whateverIsWritten(String name, InstantSource clock) {
        return new Searches<>(name, clock, false);
    }

    private Searches(String name, InstantSource clock, boolean isOfTheState) {
        this.clock = clock;
        this.isOfTheState = isOfTheState;
        this.looking = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** What is looked for, by whom and as what, in which state; in none where that does not matter. */
    private record Key(String workspace, Standing reader, List<String> heads, Object question) {
        boolean isOf(View view) {
            return workspace.equals(view.workspace().toString()) && reader.equals(view.standing());
        }
    }

    private Key key(View view, Object question) {
        return new Key(
                view.workspace().toString(),
                view.standing(),
                isOfTheState ? view.heads().stream().map(Object::toString).toList() : List.of(),
                question);
    }

    /**
     * Looks for something.
     *
     * @param <A> what is found
     */
    public interface Work<A> {
        /**
         * What was found; told to {@code search} as it goes, and ended soon when that is over.
         *
         * @throws Failure that says why there is nothing
         * @throws CancellationException if it was ended before there was anything
         */
        A find(Search<A> search);
    }

    /**
     * The search for that, which is begun if this reader has not asked before.
     *
     * @param question by which it is told from others, compared by what it says
     * @throws Failure (not possible) if too many wait already, or too many of this reader's own
     */
    public synchronized Search<A> of(View view, Object question, Work<A> work) {
        forgetOld();
        Key key = key(view, question);
        Search<A> known = searches.get(key);
        if (known != null && isWorthFinding(known.standing().state())) {
            return known;
        }
        refuseMore(running(any -> true), MOST_WAITING, "workspace.search.busy");
        refuseMore(
                running(one -> one.reader().account().equals(view.standing().account())),
                MOST_OF_ONE,
                "workspace.search.yours");
        Search<A> search = new Search<>(UUID.randomUUID().toString(), clock);
        searches.remove(key);
        searches.put(key, search);
        while (searches.size() > REMEMBERED) {
            Search<A> eldest = searches.remove(searches.keySet().iterator().next());
            if (eldest != null) {
                eldest.cancel();
            }
        }
        looking.execute(() -> look(search, work));
        return search;
    }

    /** The search for that which this reader began, also where it was ended or came to nothing; empty if there is none, or none any more. */
    public synchronized Optional<Search<A>> begun(View view, Object question) {
        forgetOld();
        return Optional.ofNullable(searches.get(key(view, question)));
    }

    private static boolean isWorthFinding(Search.State state) {
        return state != Search.State.FAILED && state != Search.State.CANCELLED;
    }

    private long running(Predicate<Key> which) {
        return searches.entrySet().stream()
                .filter(one -> which.test(one.getKey()))
                .filter(one -> one.getValue().standing().isRunning())
                .count();
    }

    private static void refuseMore(long running, int most, String key) {
        if (running >= most) {
            throw new Failure(
                    Failure.Kind.NOT_POSSIBLE,
                    Sentence.of(key, running),
                    Sentence.of("workspace.search.busy.advice"),
                    null);
        }
    }

    /**
     * A search this reader began in this workspace with the same rights as now.
     *
     * @throws Failure (not found) if there is none, or none any more
     */
    public Search<A> get(View view, String id) {
        return get(view, id, any -> true);
    }

    /**
     * The same, of a question that is about something.
     *
     * @throws Failure (not found) if there is none, or none any more
     */
    public synchronized Search<A> get(View view, String id, Predicate<Object> about) {
        forgetOld();
        return searches.entrySet().stream()
                .filter(one -> one.getValue().id().equals(id)
                        && one.getKey().isOf(view)
                        && about.test(one.getKey().question()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> Failure.notFound(Sentence.of("workspace.search.unknown"))
                        .advising(Sentence.of("workspace.search.unknown.advice")));
    }

    private void forgetOld() {
        Instant eldest = clock.instant().minus(KEPT);
        searches.values()
                .removeIf(search -> search.ended().filter(eldest::isAfter).isPresent());
    }

    private void look(Search<A> search, Work<A> work) {
        search.looking();
        try {
            search.found(work.find(search));
        } catch (CancellationException enough) {
            search.cancelled();
        } catch (Failure failure) {
            search.failed(failure);
        } catch (RuntimeException defect) {
            LOG.error("search", defect);
            search.failed(new Failure(Failure.Kind.NOT_POSSIBLE, Sentence.of("workspace.search.defect"), null, defect));
        }
    }

    @Override
    public void close() {
        List<Search<A>> left;
        synchronized (this) {
            left = List.copyOf(searches.values());
        }
        left.forEach(Search::cancel);
        looking.shutdownNow();
    }
}
