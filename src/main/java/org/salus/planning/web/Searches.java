package org.salus.planning.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.View;
import org.salus.planning.Planner;
import org.salus.planning.ScheduleAnswers;
import org.salus.planning.ScheduleQuestion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Searches for schedules in the background, one at a time. What was found is remembered for a while: the same question about the same state has the same answer for the same reader. */
final class Searches implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Searches.class);
    private static final int REMEMBERED = 60;
    private static final int MOST_WAITING = 20;

    private final ExecutorService looking = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("schedules").daemon().factory());
    private final Map<Key, Search> searches = new LinkedHashMap<>();

    /** What is looked for, by whom, in which state. */
    private record Key(String workspace, String account, List<String> heads, ScheduleQuestion question) {
        static Key of(View view, ScheduleQuestion question) {
            return new Key(
                    view.workspace().toString(),
                    view.standing().account().toString(),
                    view.heads().stream().map(Object::toString).toList(),
                    question);
        }
    }

    /**
     * The search for that, which is begun if nobody has asked before.
     *
     * @throws Failure (not possible) if too many wait already
     */
    synchronized Search of(View view, ScheduleQuestion question) {
        Key key = Key.of(view, question);
        Search known = searches.get(key);
        if (known != null && known.standing().state() != Search.State.FAILED) {
            return known;
        }
        long running = searches.values().stream()
                .filter(search -> search.standing().isRunning())
                .count();
        if (running >= MOST_WAITING) {
            throw new Failure(
                    Failure.Kind.NOT_POSSIBLE, Sentence.of("planning.schedule.failure.busy", running), null, null);
        }
        Search search = new Search();
        searches.put(key, search);
        while (searches.size() > REMEMBERED) {
            Search eldest = searches.remove(searches.keySet().iterator().next());
            if (eldest != null) {
                eldest.cancel();
            }
        }
        looking.execute(() -> look(search, view, question));
        return search;
    }

    private static void look(Search search, View view, ScheduleQuestion question) {
        try {
            search.found(new ScheduleAnswers(view, Planner.shipped()).answer(question, search));
        } catch (Failure failure) {
            search.failed(failure);
        } catch (RuntimeException defect) {
            LOG.error("schedule", defect);
            search.failed(new Failure(
                    Failure.Kind.NOT_POSSIBLE, Sentence.of("planning.schedule.failure.defect"), null, defect));
        }
    }

    @Override
    public void close() {
        List<Search> left;
        synchronized (this) {
            left = List.copyOf(searches.values());
        }
        left.forEach(Search::cancel);
        looking.shutdownNow();
    }
}
