package org.salus.impact;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.workspace.Search;
import org.salus.workspace.Searches;

/**
 * Works studies out in the background, one at a time, for pages and for programs that do not wait; and in the same turn, under the same limits, for those that do. Nothing is kept: whoever
 * keeps the same afterwards has it at once. Two who ask the same have one answer, which is worked out once; each sees and ends only what is looked for on their own behalf.
 */
public final class StudySearches implements StudyWork, AutoCloseable {
    /** Nobody waits longer for a file or an answer. */
    private static final Duration MOST_WAITED = Duration.ofMinutes(10);

    private final WorkedOut answers;
    private final Searches<Found> searches = Searches.whateverIsWritten("studies", InstantSource.system());

    /** @param answers where what was worked out is remembered */
    public StudySearches(WorkedOut answers) {
        this.answers = answers;
    }

    /** What a study comes to, asked as it was asked. */
    public record Found(ImpactAnswer.Verdict verdict, ImpactAnswer answer) {}

    /**
     * How it stands with a study for somebody who does not wait.
     *
     * @param answer empty where there is none, or none yet
     * @param refused why there is none; empty where there is one, or may be one
     * @param search empty where there is an answer, or nothing had to be looked for
     */
    public record Look(
            Optional<ImpactAnswer> answer, Optional<Failure> refused, Optional<Search.Standing<Found>> search) {
        private static Look of(ImpactAnswer answer) {
            return new Look(Optional.of(answer), Optional.empty(), Optional.empty());
        }

        /** Whether it is worth looking again. */
        public boolean isRunning() {
            return search.filter(Search.Standing::isRunning).isPresent();
        }

        /** Whether it can be begun anew: it was ended, or what prevented it was not the study. */
        public boolean mayBegin() {
            return answer.isEmpty()
                    && !isRunning()
                    && refused.map(why -> why.kind() == Failure.Kind.NOT_POSSIBLE || why.kind() == Failure.Kind.BUSY)
                            .orElse(true);
        }
    }

    /** The title and the like make no other question. */
    private record Question(ItemId study, ItemId table, StudySettings settings, boolean doubt, boolean touched) {
        static Question of(ItemId study, ImpactStudy asked) {
            return new Question(study, asked.table(), asked.settings(), asked.somethingElse(), asked.reachesControls());
        }
    }

    /**
     * The search for what a study comes to, which is begun if this reader has not asked before, or where it was ended or failed.
     *
     * @param asked the study as it is asked now
     * @throws Failure (busy) if too many wait already
     */
    public Search<Found> of(View view, ItemId study, ImpactStudy asked) {
        // Asked for before anybody looks: whoever may not read the rows begins nothing.
        view.get(StudyTable.KIND, asked.table());
        return searches.of(view, Question.of(study, asked), work(view, asked));
    }

    private Searches.Work<Found> work(View view, ImpactStudy asked) {
        return search -> {
            ImpactAnswer answer = answers.of(view, asked, new Watched(search, new AtomicInteger()));
            return new Found(asked.verdict(answer), answer);
        };
    }

    private Search<Found> glance(View view, ItemId study, ImpactStudy asked) {
        view.get(StudyTable.KIND, asked.table());
        return searches.glance(view, Question.of(study, asked), work(view, asked));
    }

    /**
     * A search that this reader began, of that study.
     *
     * @throws Failure (not found) if there is none any more
     */
    public Search<Found> get(View view, ItemId study, String id) {
        return searches.get(
                view,
                id,
                asked -> asked instanceof Question question && question.study().equals(study));
    }

    /**
     * How it stands with a study. What is not known and takes long is begun, unless this reader ended it or it failed; then it stays so until it is begun anew or forgotten. What takes no time
     * is answered at once.
     *
     * @param milliseconds for which a search is waited for
     */
    public Look look(View view, ItemId study, ImpactStudy asked, long milliseconds) {
        try {
            Optional<ImpactAnswer> known = answers.known(view, asked);
            if (known.isPresent()) {
                return Look.of(known.get());
            }
            if (!asked.settings().method().takesLong()) {
                return Look.of(answers.answer(view, study, asked));
            }
            Search<Found> search =
                    searches.begun(view, Question.of(study, asked)).orElseGet(() -> glance(view, study, asked));
            search.await(milliseconds);
            Search.Standing<Found> standing = search.standing();
            return standing.answer() != null
                    ? Look.of(standing.answer().answer())
                    : new Look(Optional.empty(), Optional.ofNullable(standing.failure()), Optional.of(standing));
        } catch (Failure refused) {
            return new Look(Optional.empty(), Optional.of(refused), Optional.empty());
        }
    }

    /** Begins the work on a study anew, if it takes long and was ended or failed; what is looked for already goes on. */
    public void begin(View view, ItemId study, ImpactStudy asked) {
        if (asked.settings().method().takesLong() && answers.known(view, asked).isEmpty()) {
            of(view, study, asked);
        }
    }

    /** Ends what is looked for on this reader's behalf, if anything is. */
    public void end(View view, ItemId study, ImpactStudy asked) {
        searches.begun(view, Question.of(study, asked)).ifPresent(Search::cancel);
    }

    @Override
    public ImpactAnswer answer(View view, ItemId study, ImpactStudy asked) {
        Optional<ImpactAnswer> known = answers.known(view, asked);
        if (known.isPresent()) {
            return known.get();
        }
        if (!asked.settings().method().takesLong()) {
            return answers.answer(view, study, asked);
        }
        Search<Found> search = of(view, study, asked);
        search.await(MOST_WAITED.toMillis());
        Search.Standing<Found> standing = search.standing();
        if (standing.failure() != null) {
            throw standing.failure();
        }
        Found found = standing.answer();
        if (found == null) {
            throw new Failure(
                    Failure.Kind.NOT_POSSIBLE,
                    Sentence.of("impact.study.not-through"),
                    Sentence.of("impact.study.not-through.advice"),
                    null);
        }
        return found.answer();
    }

    @Override
    public void close() {
        searches.close();
    }

    private record Watched(Search<Found> search, AtomicInteger parts) implements Course {
        Watched {
            enough(search);
        }

        @Override
        public void of(int most) {
            search.of(most);
        }

        @Override
        public void goesOn() {
            enough(search);
        }

        @Override
        public void step() {
            search.done(parts.incrementAndGet());
            enough(search);
        }

        @Override
        public void effect(double value) {
            if (Double.isFinite(value)) {
                search.better(BigDecimal.valueOf(value), null);
            }
        }

        private static void enough(Search<Found> search) {
            if (search.isOver()) {
                throw new CancellationException();
            }
        }
    }
}
