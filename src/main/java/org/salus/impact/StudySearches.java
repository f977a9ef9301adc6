package org.salus.impact;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.salus.ledger.Item;
import org.salus.ledger.View;
import org.salus.workspace.Search;
import org.salus.workspace.Searches;

/** Works studies out in the background, for programs that do not wait. Nothing is kept: whoever keeps the same afterwards has it at once. */
public final class StudySearches implements AutoCloseable {
    private final WorkedOut answers;
    private final Searches<Found> searches = new Searches<>("studies", InstantSource.system());

    /** @param answers where what was worked out is remembered */
    public StudySearches(WorkedOut answers) {
        this.answers = answers;
    }

    /** What a study comes to, asked as it was asked. */
    public record Found(ImpactAnswer.Verdict verdict, ImpactAnswer answer) {}

    private record Question(Item<ImpactStudy> study, ImpactStudy asked) {}

    /**
     * The search for what a study comes to, which is begun if this reader has not asked before.
     *
     * @param asked the study as it is asked now
     * @throws org.salus.framework.Failure (busy) if too many wait already
     */
    public Search<Found> of(View view, Item<ImpactStudy> study, ImpactStudy asked) {
        StudyTable rows = view.get(StudyTable.KIND, study.value().table()).value();
        return searches.of(view, new Question(study, asked), search -> {
            ImpactAnswer answer = answers.of(rows, asked.settings(), new Watched(search, new AtomicInteger()));
            return new Found(asked.verdict(answer), answer);
        });
    }

    /**
     * A search that this reader began, of that study.
     *
     * @throws org.salus.framework.Failure (not found) if there is none any more
     */
    public Search<Found> get(View view, Item<ImpactStudy> study, String id) {
        return searches.get(
                view,
                id,
                asked -> asked instanceof Question question
                        && question.study().id().equals(study.id()));
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
