package org.salus.workspace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;
import org.salus.ledger.Standing;
import org.salus.ledger.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Long searches of one kind in the background, one at a time, for pages and programs alike. The same question about the same state has the same answer for the same reader,
 * and is found again for half an hour after its end; nobody else finds it. Where questions say themselves all that their answers depend on, the state is left out of it. Accounts take
 * turns, so that nobody waits for all that another one asked before. Safe for use by several threads.
 *
 * @param <A> what is found
 */
public final class Searches<A> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Searches.class);
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int REMEMBERED = 120;
    private static final int REMEMBERED_OF_ONE = 16;
    private static final int MOST = 200;
    private static final int MOST_OF_ONE = 8;

    private final InstantSource clock;
    private final boolean isOfTheState;
    private final ScheduledExecutorService looking;
    private final Map<Key, Search<A>> searches = new LinkedHashMap<>();
    private final Map<Search<A>, Work<A>> waiting = new HashMap<>();
    private final Map<AccountId, Long> turns = new HashMap<>();
    private long count;

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
        this.looking = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** What is looked for, by whom and as what, in which state; in none where that does not matter. */
    private record Key(String workspace, Standing reader, List<String> heads, Object question) {
        boolean isOf(View view) {
            return workspace.equals(view.workspace().toString()) && reader.equals(view.standing());
        }

        /** Whether this account asked of another state, or as somebody who could read something else. */
        boolean isOutdatedBy(Key other) {
            return workspace.equals(other.workspace())
                    && account().equals(other.account())
                    && !(heads.equals(other.heads()) && reader.equals(other.reader()));
        }

        AccountId account() {
            return reader.account();
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
     * The search for that, which is begun if this reader has not asked before. It goes on until it ends or is ended, whatever happens meanwhile: whoever asks waits for it, or knows it
     * by its id.
     *
     * @param question by which it is told from others, compared by what it says
     * @throws Failure (busy) if too many wait already, or too many of this reader's own
     */
    public synchronized Search<A> of(View view, Object question, Work<A> work) {
        Search<A> search = begun(view, question, work);
        search.keep();
        return search;
    }

    /**
     * The same for somebody who looks how it stands, and goes on asking as long as that is of interest. It ends when the same reader asks about another state of the workspace,
     * and makes room for what is asked later.
     *
     * @throws Failure (busy) if too many wait already
     */
    public synchronized Search<A> glance(View view, Object question, Work<A> work) {
        return begun(view, question, work);
    }

    private Search<A> begun(View view, Object question, Work<A> work) {
        forgetOld();
        forgetErased(view);
        Key key = key(view, question);
        drop(one -> one.isOutdatedBy(key));
        Search<A> known = searches.get(key);
        if (known != null && isWorthFinding(known.standing().state())) {
            known.asked(++count);
            return known;
        }
        makeRoom(key.account());
        Search<A> search = new Search<>(UUID.randomUUID().toString(), view.extent(), clock);
        search.asked(++count);
        searches.remove(key);
        searches.put(key, search);
        waiting.put(search, work);
        looking.execute(this::lookForNext);
        return search;
    }

    /** The search for that which this reader began, also where it was ended or came to nothing; empty if there is none, or none any more. */
    public synchronized Optional<Search<A>> begun(View view, Object question) {
        forgetOld();
        forgetErased(view);
        return Optional.ofNullable(searches.get(key(view, question)));
    }

    private static boolean isWorthFinding(Search.State state) {
        return state != Search.State.FAILED && state != Search.State.CANCELLED;
    }

    /** Ends and forgets those of which nobody waits for the end. */
    private void drop(Predicate<Key> which) {
        List<Map.Entry<Key, Search<A>>> dropped = searches.entrySet().stream()
                .filter(one -> !one.getValue().isKept() && which.test(one.getKey()))
                .toList();
        dropped.forEach(one -> forget(one.getKey(), one.getValue()));
    }

    private void forget(Key key, Search<A> search) {
        searches.remove(key);
        search.cancel();
        if (waiting.remove(search) != null) {
            search.cancelled();
        }
    }

    private void makeRoom(AccountId account) {
        if (running(key -> key.account().equals(account)) >= MOST_OF_ONE) {
            searches.entrySet().stream()
                    .filter(one -> one.getKey().account().equals(account)
                            && !one.getValue().isKept()
                            && one.getValue().standing().isRunning())
                    .min(Comparator.comparingLong(one -> one.getValue().asked()))
                    .ifPresent(eldest -> forget(eldest.getKey(), eldest.getValue()));
        }
        refuseMore(running(key -> key.account().equals(account)), MOST_OF_ONE, "workspace.search.yours");
        refuseMore(running(any -> true), MOST, "workspace.search.busy");
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
                    Failure.Kind.BUSY, Sentence.of(key, running), Sentence.of("workspace.search.busy.advice"), null);
        }
    }

    /** Ends the search for that with the best so far, if it goes on. */
    public synchronized void enough(View view, Object question) {
        Search<A> known = searches.get(key(view, question));
        if (known != null) {
            known.cancel();
        }
    }

    /**
     * A search this reader began in this workspace with the same rights as now. Where something was erased since, or what it may tell of is no longer there for the reader, there is none.
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
        forgetErased(view);
        return searches.entrySet().stream()
                .filter(one -> one.getValue().id().equals(id)
                        && one.getKey().isOf(view)
                        && about.test(one.getKey().question())
                        && view.stillShows(one.getValue().extent()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> Failure.notFound(Sentence.of("workspace.search.unknown"))
                        .advising(Sentence.of("workspace.search.unknown.advice")));
    }

    /** What was erased is told by no answer that was found before. */
    private void forgetErased(View view) {
        List<Map.Entry<Key, Search<A>>> outlived = searches.entrySet().stream()
                .filter(one -> one.getKey().workspace().equals(view.workspace().toString())
                        && !view.isBeforeErasuresAfter(one.getValue().extent()))
                .toList();
        outlived.forEach(one -> forget(one.getKey(), one.getValue()));
    }

    private synchronized void forgetOld() {
        Instant eldest = clock.instant().minus(KEPT);
        searches.values()
                .removeIf(search -> search.ended().filter(eldest::isAfter).isPresent());
        turns.keySet().retainAll(searches.keySet().stream().map(Key::account).toList());
        Map<AccountId, Integer> ended = new HashMap<>();
        int all = 0;
        for (Map.Entry<Key, Search<A>> one : List.copyOf(searches.entrySet()).reversed()) {
            if (!one.getValue().standing().isRunning()) {
                all++;
                if (ended.merge(one.getKey().account(), 1, Integer::sum) > REMEMBERED_OF_ONE || all > REMEMBERED) {
                    searches.remove(one.getKey());
                }
            }
        }
    }

    private void lookForNext() {
        next().ifPresent(this::look);
        // Also where nobody asks any more nothing stays longer.
        var _ = looking.schedule(this::forgetOld, KEPT.toSeconds() + 1, TimeUnit.SECONDS);
    }

    private record Task<A>(Search<A> search, Work<A> work) {}

    /** Of the account whose last turn is longest ago, what it asked last: that is what it looks at. Nothing if what waited is no longer of use. */
    private synchronized Optional<Task<A>> next() {
        return searches.entrySet().stream()
                .filter(one -> waiting.containsKey(one.getValue()))
                .min(Comparator.comparing((Map.Entry<Key, Search<A>> one) ->
                                turns.getOrDefault(one.getKey().account(), 0L))
                        .thenComparing(one -> one.getValue().asked(), Comparator.reverseOrder()))
                .flatMap(one -> {
                    turns.put(one.getKey().account(), ++count);
                    one.getValue().looking();
                    return Optional.ofNullable(waiting.remove(one.getValue()))
                            .map(work -> new Task<>(one.getValue(), work));
                });
    }

    private void look(Task<A> task) {
        Search<A> search = task.search();
        try {
            search.found(task.work().find(search));
        } catch (CancellationException enough) {
            search.cancelled();
        } catch (Failure failure) {
            search.failed(failure);
        } catch (RuntimeException | Error defect) {
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
